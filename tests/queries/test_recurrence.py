"""When a duty falls due, and by which rule it returns."""

from __future__ import annotations

import itertools
from datetime import date, datetime
from typing import Any

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from queries.recurrence import first_due, is_due_before, rule

Json = dict[str, Any]
EMPTY: Json = {"on": None, "month": None, "day": None, "from": None, "to": None, "every": None}


@pytest.mark.parametrize(
    ("deadline", "since", "due", "returns"),
    [
        # "trước ngày 30/6/2025", "trong tháng 7/2025", "năm 2025"
        ({"kind": "date", "on": "2025-06-30"}, "2025-01-10", "2025-06-30", None),
        ({"kind": "period", "to": "2025-07-31"}, "2025-01-10", "2025-07-31", None),
        ({"kind": "year", "on": "2025"}, None, "2025-12-31", None),
        # "trước ngày 30 tháng 11 hằng năm": this year's while it is to come, else next year's
        ({"kind": "annual", "month": 11, "day": 30, "every": "year"}, "2022-07-18", "2022-11-30",
         "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=30"),
        ({"kind": "annual", "month": 11, "day": 30, "every": "year"}, "2022-12-01", "2023-11-30",
         "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=30"),
        ({"kind": "annual", "month": 12, "every": "year"}, "2025-11-18", "2025-12-31",
         "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1"),
        ({"kind": "annual", "month": 2, "day": 29, "every": "year"}, "2025-01-01", "2025-02-28",
         "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1"),
        # "hằng tháng", "trước ngày 20 hằng tháng", "ngày 31 hằng tháng"
        ({"kind": "recurring", "every": "month"}, "2025-02-10", "2025-02-28", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ({"kind": "recurring", "every": "month", "day": 20}, "2025-12-21", "2026-01-20", "FREQ=MONTHLY;BYMONTHDAY=20"),
        ({"kind": "recurring", "every": "month", "day": 31}, "2025-02-10", "2025-02-28",
         "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1"),
        # "hằng quý", "6 tháng", "hằng năm", "hằng năm đến năm 2025", "hằng tuần"
        ({"kind": "recurring", "every": "quarter"}, "2025-05-29", "2025-06-30",
         "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1"),
        ({"kind": "recurring", "every": "quarter", "day": 15}, "2025-12-20", "2026-03-15",
         "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15"),
        ({"kind": "recurring", "every": "half-year"}, "2025-07-01", "2025-12-31",
         "FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-1"),
        ({"kind": "recurring", "every": "year"}, "2025-05-29", "2025-12-31", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1"),
        ({"kind": "recurring", "every": "year", "to": "2025-12-31"}, "2022-05-29", "2022-12-31",
         "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1;UNTIL=20251231"),
        ({"kind": "recurring", "every": "week"}, "2025-05-29", "2025-06-01", "FREQ=WEEKLY"),
        # "định kỳ", "thường xuyên"; "trong 15 ngày kể từ ngày nhận"; a document without a date
        ({"kind": "recurring"}, "2025-05-29", None, None),
        ({"kind": "relative"}, "2025-05-29", None, None),
        ({"kind": "recurring", "every": "month"}, None, None, "FREQ=MONTHLY;BYMONTHDAY=-1"),
        (None, "2025-05-29", None, None),
    ],
)  # fmt: skip
def test_the_first_day_and_the_rule(
    deadline: Json | None, since: str | None, due: str | None, returns: str | None
) -> None:
    whole = EMPTY | deadline if deadline else None
    first = first_due(whole, since)
    assert (first.isoformat() if first else None, rule(whole)) == (due, returns)


def test_what_returns_every_quarter_is_due_before_a_later_day() -> None:
    quarterly = EMPTY | {"kind": "recurring", "every": "quarter"}
    assert is_due_before(quarterly, "2025-07-01", "2025-05-29")
    assert not is_due_before(quarterly, "2025-06-30", "2025-05-29")


@given(
    every=st.sampled_from(["week", "month", "quarter", "half-year", "year"]),
    day=st.none() | st.integers(1, 31),
    since=st.dates(date(1990, 1, 1), date(2060, 12, 31)),
)
def test_the_first_day_is_none_before_the_document(every: str, day: int | None, since: date) -> None:
    deadline = EMPTY | {"kind": "recurring", "every": every, "day": None if every == "week" else day}
    first = first_due(deadline, since.isoformat())
    assert first is not None
    assert since <= first
    assert (first - since).days <= 366


@given(
    kind=st.sampled_from(["annual", "recurring"]),
    every=st.sampled_from(["week", "month", "quarter", "half-year", "year"]),
    month=st.integers(1, 12),
    day=st.none() | st.integers(1, 31),
    since=st.dates(date(1990, 1, 1), date(2060, 12, 31)),
)
def test_the_first_day_is_the_first_that_a_calendar_makes_of_the_rule(
    kind: str, every: str, month: int, day: int | None, since: date
) -> None:
    """RFC 5545 leaves open what becomes of an event whose day its own rule does not name."""
    own_day = None if kind == "recurring" and every == "week" else day
    deadline = EMPTY | {"kind": kind, "every": every, "month": month if kind == "annual" else None, "day": own_day}
    first, returns = first_due(deadline, since.isoformat()), rule(deadline)
    assert first is not None
    assert returns is not None
    start = datetime(first.year, first.month, first.day)
    days = list(itertools.islice(rrulestr(returns, dtstart=start), 3))
    assert days[0] == start
    assert days == sorted(set(days))
    assert all(1 <= (after - before).days <= 366 for before, after in itertools.pairwise(days))
