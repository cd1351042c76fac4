"""Days as users type them, and the earliest day of a document without a date."""

from __future__ import annotations

import datetime

import pytest

from extractors.errors import UsageError
from queries.days import day_month_or_year, day_or_today, iso_day
from queries.owners import owners
from queries.tasks import tasks
from tests.samples import plans_home, sample_home


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2025-12-31", "2025-12-31"),
        ("31/12/2025", "2025-12-31"),
        ("1/1/2026", "2026-01-01"),
        ("01-01-2026", "2026-01-01"),
        ("1.1.2026", "2026-01-01"),
        (" 2026-01-01 ", "2026-01-01"),
    ],
)
def test_a_day_is_read_as_typed_or_as_printed(typed: str, day: str) -> None:
    assert iso_day(typed) == day


@pytest.mark.parametrize(
    "typed",
    ["", "mai", "2025-13-01", "31/2/2025", "31/12-2025", "12/2025", "31/12/25", "1/1/0205", "2520-01-01"],
)
def test_what_is_no_day_is_refused(typed: str) -> None:
    for read in (iso_day, day_or_today, day_month_or_year):
        with pytest.raises(UsageError, match="không hợp lệ"):
            read(typed)


@pytest.mark.parametrize("typed", ["2025", "2025-12"])
def test_a_month_or_a_year_is_a_date_but_no_day(typed: str) -> None:
    assert day_month_or_year(typed) == typed
    with pytest.raises(UsageError, match="không hợp lệ"):
        iso_day(typed)


def test_no_day_is_today_or_none() -> None:
    assert day_or_today(None) == datetime.date.today().isoformat()
    assert day_month_or_year(None) is None


def test_tasks_take_printed_days() -> None:
    with sample_home().store() as store:
        printed = tasks(store, "Sở Tài chính", place="An Giang", due_before="31/12/2030", as_of="1/1/2026")
        assert printed == tasks(store, "Sở Tài chính", place="An Giang", due_before="2030-12-31", as_of="2026-01-01")


def test_a_document_without_a_date_is_not_older_than_what_it_cites() -> None:
    """A dispatch of 2025 with a blank date: its departments have no changes of 2008."""
    with plans_home().store() as store:
        rows = owners(store, "kê thêm giường bệnh", place="Hà Nội", as_of="2026-01-01")
    found = [row for row in rows if row["document"]["issued_on"] is None]
    assert found
    assert all(step["on"] > "2025" for row in found for step in row["succession"])
