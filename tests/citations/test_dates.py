"""Dates in every printed form."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.dates import find_dates, match_date, parse_date

FORMS = [
    ("ngày 07 tháng 6 năm 2022", "2022-06-07"),
    ("Ngày 7 tháng 6, năm 2022", "2022-06-07"),
    ("ngày 03tháng02năm 2025", "2025-02-03"),
    ("NGÀY 04 THÁNG 6 NĂM 2024", "2024-06-04"),
    ("ngày 20 thang 8 nam 2019", "2019-08-20"),
    ("ngày 07/6/2022", "2022-06-07"),
    ("ngày 08/ 5/ 2025", "2025-05-08"),
    ("ngày\n07/6/2022", "2022-06-07"),
    ("18-12-2019", "2019-12-18"),
    ("1.4.2022", "2022-04-01"),
    ("ngày ngày 01/4/2025", "2025-04-01"),
    ("ngày 06 tháng 11 tháng 2025", "2025-11-06"),
    ("tháng 6 năm 2022", "2022-06"),
    ("tháng 12/2019", "2019-12"),
    ("năm 2022", "2022"),
    ("ngày tháng 6 năm 2022", "2022-06"),
    ("ngày tháng năm 2020", "2020"),
    ("ngày      tháng      năm 2020", "2020"),
    ("ngày ... tháng ... năm 2025", "2025"),
    ("ngày /11/2025", "2025-11"),
    ("ngày……./…../2025", "2025"),
]


@pytest.mark.parametrize(("printed", "on"), FORMS)
def test_reads(printed: str, on: str) -> None:
    assert parse_date(printed) == on


@pytest.mark.parametrize("printed", ["18/12/209", "ngày 31/02/2020", "ngày 30 tháng 13 năm 2020", "30/3/2921"])
def test_flags_what_no_calendar_has(printed: str) -> None:
    (found,) = find_dates(printed)
    assert (found.on, found.problem) == (None, "date_impossible")


@pytest.mark.parametrize("text", ["30/2020/NĐ-CP", "1/2", "giai đoạn 2021-2025", "Điều 5.1.2", "100.000.000 đồng"])
def test_is_no_date(text: str) -> None:
    assert [d.on for d in find_dates(text)] == []


def test_a_blank_date_says_nothing_and_is_no_problem() -> None:
    found = match_date("ngày.../.../...", 0)
    assert found is not None
    assert (found.on, found.problem) == (None, None)


@given(
    st.dates(date(1945, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["{d}/{m}/{y}", "ngày {d} tháng {m} năm {y}", "{d:02}-{m:02}-{y}"]),
)
def test_every_day_round_trips(day: date, form: str) -> None:
    assert parse_date(form.format(d=day.day, m=day.month, y=day.year)) == day.isoformat()
