"""When a duty falls due, and by which rule it returns."""

from __future__ import annotations

import itertools
from datetime import date, datetime
from typing import Any

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from queries.recurrence import each_day, first_due, is_due_before, rule, rules

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


SEVERAL = [
    # (deadline, the document's day, the day of each, the first due, the rule of each)
    # "trước ngày 01/6 và 15/11 hằng năm"
    ({"kind": "annual", "month": 6, "day": 1, "every": "year", "days": ["--06-01", "--11-15"]}, "2025-01-10",
     [(None, 6, 1), (None, 11, 15)], "2025-06-01",
     ("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=15")),
    # the first day has passed when the document is signed
    ({"kind": "annual", "month": 6, "day": 1, "every": "year", "days": ["--06-01", "--11-15"]}, "2025-07-18",
     [(None, 6, 1), (None, 11, 15)], "2025-11-15",
     ("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=15")),
    # "trước 05/4, 05/7, 05/10 và 05/01 năm sau"
    ({"kind": "annual", "month": 4, "day": 5, "every": "year", "days": ["--04-05", "--10-05", "--01-05"]},
     "2025-11-18", [(None, 4, 5), (None, 10, 5), (None, 1, 5)], "2026-01-05",
     ("FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=5", "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=5",
      "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=5")),
    # "tháng 6 và tháng 12 hằng năm"
    ({"kind": "annual", "month": 6, "every": "year", "days": ["--06", "--12"]}, "2025-07-18",
     [(None, 6, None), (None, 12, None)], "2025-12-31",
     ("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=-1", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1")),
    # "ngày 15 và 30 hằng tháng"
    ({"kind": "recurring", "day": 15, "every": "month", "days": ["---15", "---30"]}, "2025-02-20",
     [(None, None, 15), (None, None, 30)], "2025-02-28",
     ("FREQ=MONTHLY;BYMONTHDAY=15", "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1")),
    # "trước ngày 15/6/2025 và 15/12/2025"
    ({"kind": "date", "on": "2025-06-15", "month": 6, "day": 15, "days": ["2025-06-15", "2025-12-15"]}, "2025-01-10",
     [("2025-06-15", 6, 15), ("2025-12-15", 12, 15)], "2025-06-15", ()),
]  # fmt: skip


@pytest.mark.parametrize(("deadline", "since", "each", "due", "returns"), SEVERAL)
def test_each_of_several_days_has_its_rule_and_the_next_is_due_first(
    deadline: Json, since: str, each: list[tuple[str | None, int | None, int | None]], due: str, returns: tuple[str]
) -> None:
    whole = EMPTY | deadline
    assert [(one["on"], one["month"], one["day"]) for one in each_day(whole)] == each
    assert str(first_due(whole, since)) == due
    assert rules(whole) == returns
    assert is_due_before(whole, "2026-02-01", since)
    assert not is_due_before(whole, due, since)


def test_one_day_is_itself_and_no_deadline_has_none() -> None:
    once = EMPTY | {"kind": "date", "on": "2025-06-30"}
    assert each_day(once) == (once,)
    assert each_day(None) == rules(None) == ()


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
