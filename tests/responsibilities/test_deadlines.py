"""Deadlines: what prose says, what a time column says, and that spans point at their words."""

from __future__ import annotations

import datetime
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from extractors.deadlines import find_deadlines, parse_deadline
from extractors.deadlines_forms import FORMS, Form
from extractors.deadlines_working import after_working_days, covered_years, is_working_day
from extractors.findings import Deadline
from extractors.vocabulary import table

ANCHOR = "2025-05-29"


def said(deadline: Deadline | None) -> dict[str, object] | None:
    """The kind and the fields that are set."""
    if deadline is None:
        return None
    fields = ("on", "month", "day", "from_", "to", "every", "days")
    return {"kind": deadline.kind} | {f: v for f in fields if (v := getattr(deadline, f)) not in (None, ())}


COLUMN = [
    ("Trước ngày 30/11/2025", {"kind": "date", "on": "2025-11-30", "month": 11, "day": 30}),
    ("Trước 17 giờ 00 ngày 30 tháng 11 năm 2025", {"kind": "date", "on": "2025-11-30", "month": 11, "day": 30}),
    ("30/6", {"kind": "date", "on": "2025-06-30", "month": 6, "day": 30}),
    # a day that has passed in the document's year is next year's
    ("15/01", {"kind": "date", "on": "2026-01-15", "month": 1, "day": 15}),
    ("Tháng 12 hằng năm", {"kind": "annual", "month": 12, "every": "year"}),
    ("Định kỳ hằng năm, trước ngày 15/12", {"kind": "annual", "month": 12, "day": 15, "every": "year"}),
    ("Thường xuyên", {"kind": "recurring"}),
    ("Hằng quý", {"kind": "recurring", "every": "quarter"}),
    ("06 tháng/lần", {"kind": "recurring", "every": "half-year"}),
    ("Hàng năm", {"kind": "recurring", "every": "year"}),
    ("2025 -2030", {"kind": "period", "from_": "2025-01-01", "to": "2030-12-31"}),
    ("Giai đoạn 2026 - 2030", {"kind": "period", "from_": "2026-01-01", "to": "2030-12-31"}),
    ("Quý IV/2025", {"kind": "period", "from_": "2025-10-01", "to": "2025-12-31"}),
    ("Quý III - IV/2025", {"kind": "period", "from_": "2025-07-01", "to": "2025-12-31"}),
    ("Trong tháng 7/2025", {"kind": "period", "from_": "2025-07-01", "to": "2025-07-31"}),
    ("6 tháng đầu năm 2026", {"kind": "period", "from_": "2026-01-01", "to": "2026-06-30"}),
    ("Năm 2025 và các năm tiếp theo", {"kind": "period", "from_": "2025-01-01"}),
    ("Từ ngày 01/7/2025 đến ngày 31/12/2025", {"kind": "period", "from_": "2025-07-01", "to": "2025-12-31"}),
    ("2025", {"kind": "year", "from_": "2025-01-01", "to": "2025-12-31"}),
    ("Đến năm 2030", {"kind": "year", "to": "2030-12-31"}),
    ("Hết năm 2025", {"kind": "year", "to": "2025-12-31"}),
    ("Theo lộ trình của Bộ Tài chính", {"kind": "relative"}),
    ("Theo Kế hoạch riêng", {"kind": "relative"}),
    ("Sau khi có Quy chế của TW", {"kind": "relative"}),
    ("15 ngày kể từ ngày ban hành", {"kind": "relative", "on": "2025-06-13"}),
    # Friday 30/5 is the first of ten working days
    ("10 ngày làm việc kể từ ngày ban hành", {"kind": "relative", "on": "2025-06-12"}),
    # the holidays of 2027 are not in the table: the words are kept
    ("500 ngày làm việc kể từ ngày ban hành", {"kind": "relative"}),
    # another's signature is no issue of the document
    ("15 ngày kể từ ngày ký hợp đồng", {"kind": "relative"}),
    ("Định kỳ quý", {"kind": "recurring", "every": "quarter"}),
    ("Định kỳ 6 tháng, hằng năm", {"kind": "recurring", "every": "half-year"}),
    ("", None),
    ("-", None),
    ("…", None),
]


@pytest.mark.parametrize(("text", "expected"), COLUMN)
def test_time_column(text: str, expected: dict[str, object] | None) -> None:
    assert said(parse_deadline(text, ANCHOR)) == expected


PHRASES = yaml.safe_load(Path(__file__).with_name("deadlines.yaml").read_text("utf-8"))


def brief(deadline: Deadline | None) -> str:
    """A deadline in the short form of deadlines.yaml."""
    if deadline is None:
        return "none"
    parts: list[str] = [deadline.kind]
    if deadline.on:
        parts.append(deadline.on)
    if deadline.from_ or deadline.to:
        parts.append(f"{deadline.from_ or ''}..{deadline.to or ''}")
    if deadline.days:
        parts.append(", ".join(deadline.days))
    elif deadline.kind in {"annual", "recurring"} and (deadline.month or deadline.day):
        parts.append(f"{deadline.day or ''}/{deadline.month or ''}")
    return " ".join([*parts, *([f"every {deadline.every}"] if deadline.every else [])])


@pytest.mark.parametrize(("phrase", "expected"), PHRASES, ids=[phrase for phrase, _ in PHRASES])
def test_phrases_of_time_columns(phrase: str, expected: str) -> None:
    found = parse_deadline(phrase, ANCHOR)
    assert brief(found) == expected
    assert found is not None
    assert found.text == phrase.strip(" .;,:()*-–")


ABOUT = [
    # in a plan of 2026 issued in May 2025
    ("Quý II", "period 2026-04-01..2026-06-30"),
    ("Tháng 8", "period 2026-08-01..2026-08-31"),
    ("Trước ngày 20/12", "date 2026-12-20"),
    ("Trong năm", "year 2026-01-01..2026-12-31"),
    # a year that is printed counts first
    ("Quý II/2025", "period 2025-04-01..2025-06-30"),
    ("15 ngày kể từ ngày ban hành", "relative 2025-06-13"),
]


@pytest.mark.parametrize(("phrase", "expected"), ABOUT)
def test_the_year_that_a_plan_is_about(phrase: str, expected: str) -> None:
    assert brief(parse_deadline(phrase, ANCHOR, about=2026)) == expected


SEVERAL = [
    # (text, document's date, words, kind, first day, all days)
    ("gửi báo cáo trước ngày 15/6 và trước ngày 15/12 hàng năm", ANCHOR,
     "trước ngày 15/6 và trước ngày 15/12 hàng năm", "annual", (6, 15), ("--06-15", "--12-15")),
    ("báo cáo trước ngày 05/4, 05/7, 05/10 và 05/01 năm sau", ANCHOR,
     "trước ngày 05/4, 05/7, 05/10 và 05/01 năm sau", "annual", (4, 5),
     ("--04-05", "--07-05", "--10-05", "--01-05")),
    # without a word for it: days that divide the year evenly return
    ("báo cáo UBND tỉnh trước 30/3, 30/6, 30/9 và 30/12", ANCHOR,
     "trước 30/3, 30/6, 30/9 và 30/12", "annual", (3, 30), ("--03-30", "--06-30", "--09-30", "--12-30")),
    ("gửi báo cáo về Sở Y tế (ngày 10/6 và 10/12)", ANCHOR,
     "ngày 10/6 và 10/12", "annual", (6, 10), ("--06-10", "--12-10")),
    # others are the document's year's, or the next one's; with "định kỳ" or a period every year's
    ("gửi báo cáo trước ngày 15/6 và 20/11", ANCHOR,
     "trước ngày 15/6 và 20/11", "date", (6, 15), ("2025-06-15", "2025-11-20")),
    ("gửi báo cáo trước ngày 15/6 và 20/11", "2025-08-01",
     "trước ngày 15/6 và 20/11", "date", (11, 20), ("2026-06-15", "2025-11-20")),
    ("báo cáo định kỳ trước ngày 15/6 và 20/11", "2025-08-01",
     "trước ngày 15/6 và 20/11", "annual", (6, 15), ("--06-15", "--11-20")),
    ("hằng năm, trước ngày 01/6 và 15/11, báo cáo UBND tỉnh", ANCHOR,
     "trước ngày 01/6 và 15/11", "annual", (6, 1), ("--06-01", "--11-15")),
    ("hoàn thành trước ngày 15/6/2025 và 15/12/2025", ANCHOR,
     "hoàn thành trước ngày 15/6/2025 và 15/12/2025", "date", (6, 15), ("2025-06-15", "2025-12-15")),
    ("gửi về Sở Tài chính trước ngày 10/6 và 10/12 năm 2026", ANCHOR,
     "trước ngày 10/6 và 10/12 năm 2026", "date", (6, 10), ("2026-06-10", "2026-12-10")),
    # the half-yearly and the yearly day of one report
    ("Báo cáo UBND Tỉnh định kỳ 06 tháng (trước ngày 30/6 của năm), năm (trước ngày 25/12 hàng năm)", ANCHOR,
     "định kỳ 06 tháng (trước ngày 30/6 của năm), năm (trước ngày 25/12 hàng năm)",
     "annual", (6, 30), ("--06-30", "--12-25")),
    ("báo cáo định kỳ 6 tháng (trước ngày 10/6) và 01 năm (trước ngày 10/12)", ANCHOR,
     "định kỳ 6 tháng (trước ngày 10/6) và 01 năm (trước ngày 10/12)", "annual", (6, 10), ("--06-10", "--12-10")),
    ("trước ngày 15/6 (báo cáo 6 tháng) và ngày 15/12 (báo cáo năm)", ANCHOR,
     "trước ngày 15/6 (báo cáo 6 tháng) và ngày 15/12", "annual", (6, 15), ("--06-15", "--12-15")),
    ("chậm nhất ngày 15/6 đối với báo cáo 6 tháng và ngày 20/12 đối với báo cáo năm", ANCHOR,
     "chậm nhất ngày 15/6 đối với báo cáo 6 tháng và ngày 20/12", "annual", (6, 15), ("--06-15", "--12-20")),
    # a day of several months, days of every month
    ("báo cáo trước ngày 15 của tháng 6 và tháng 12 năm 2025", ANCHOR,
     "trước ngày 15 của tháng 6 và tháng 12 năm 2025", "date", (6, 15), ("2025-06-15", "2025-12-15")),
    ("báo cáo trước ngày 15 tháng 6 và tháng 12 hằng năm", ANCHOR,
     "trước ngày 15 tháng 6 và tháng 12 hằng năm", "annual", (6, 15), ("--06-15", "--12-15")),
    ("báo cáo vào ngày 20 các tháng 3, 6, 9, 12", ANCHOR,
     "vào ngày 20 các tháng 3, 6, 9, 12", "annual", (3, 20), ("--03-20", "--06-20", "--09-20", "--12-20")),
    ("báo cáo vào ngày 15 và 30 hằng tháng", ANCHOR,
     "vào ngày 15 và 30 hằng tháng", "recurring", (None, 15), ("---15", "---30")),
    ("báo cáo trước các ngày 10, 20 và ngày 30 hằng tháng", ANCHOR,
     "trước các ngày 10, 20 và ngày 30 hằng tháng", "recurring", (None, 10), ("---10", "---20", "---30")),
    ("họp vào tháng 6 và tháng 12 hằng năm", ANCHOR,
     "vào tháng 6 và tháng 12 hằng năm", "annual", (6, None), ("--06", "--12")),
    # one day only: a share of communes, the day that does not exist
    ("hoàn thành trước ngày 15/6, 10/12 xã đạt chuẩn", ANCHOR, "hoàn thành trước ngày 15/6", "date", (6, 15), ()),
    ("gửi báo cáo trước ngày 31/02 và 31/12 hằng năm", ANCHOR, "31/12 hằng năm", "annual", (12, 31), ()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "anchor", "words", "kind", "first", "days"), SEVERAL)
def test_a_deadline_of_several_days_keeps_them_all(
    text: str, anchor: str, words: str, kind: str, first: tuple[int | None, int | None], days: tuple[str, ...]
) -> None:
    [found] = find_deadlines(text, anchor=anchor)
    assert (found.text, found.kind, (found.month, found.day), found.days) == (words, kind, first, days)
    assert found.on == (min(days or ("2025-06-15",)) if kind == "date" else None)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_form_matches_its_example(form: Form) -> None:
    assert form.pattern.fullmatch(form.example)
    assert parse_deadline(form.example, ANCHOR) is not None


@given(st.dates(datetime.date(1990, 1, 1), datetime.date(2060, 12, 31)))
def test_every_written_date_is_read(day: datetime.date) -> None:
    for written in (f"trước ngày {day:%d/%m/%Y}", f"trước ngày {day.day:02d} tháng {day.month} năm {day.year}"):
        assert [d.on for d in find_deadlines(f"báo cáo UBND tỉnh {written}")] == [day.isoformat()]


@given(st.text(max_size=60))
def test_anything_in_a_column_is_read_or_empty(text: str) -> None:
    found = parse_deadline(text)
    assert found is None or text[found.span.start : found.span.end] == found.text


WORKING = [
    ("2025-08-29", 1, "2025-09-03"),  # Friday before the two days of Quốc khánh
    ("2024-04-26", 1, "2024-05-02"),  # a Monday off in exchange for Saturday 4/5
    ("2024-05-03", 1, "2024-05-04"),  # that Saturday is worked
    ("2023-04-28", 2, "2023-05-05"),  # two days off in lieu after 29/4-01/5
    ("2025-12-30", 1, "2025-12-31"),
    ("2025-12-30", 2, "2026-01-05"),  # 02/01 is off, worked on Saturday 10/01
    ("2026-01-09", 1, "2026-01-10"),
    ("2026-02-13", 1, "2026-02-23"),  # Tết Bính Ngọ
    ("2026-04-24", 1, "2026-04-28"),  # Giỗ Tổ on a Sunday
    ("2026-08-21", 3, "2026-08-25"),  # Saturday 22/8 is worked for Monday 31/8
    ("2026-11-20", 1, "2026-11-23"),
    ("2026-11-23", 1, None),  # no notice says whether the new Ngày Văn hóa Việt Nam is off in 2026
    ("2026-12-31", 1, None),
    ("2020-06-01", 3, None),
]


@pytest.mark.parametrize(("start", "count", "expected"), WORKING)
def test_working_days(start: str, count: int, expected: str | None) -> None:
    found = after_working_days(datetime.date.fromisoformat(start), count)
    assert (found.isoformat() if found else None) == expected


@pytest.mark.parametrize("row", table("holidays"), ids=lambda row: row["example"])
def test_every_holiday_has_its_basis_and_is_applied(row: dict[str, str]) -> None:
    first, last = datetime.date.fromisoformat(row["from"]), datetime.date.fromisoformat(row["to"])
    assert first <= last
    assert is_working_day(first) is is_working_day(last) is {"yes": True, "no": False, "open": None}[row["works"]]
    assert row["basis"]
    assert row["source"]
    assert row["example"] == f"{row['name']} {first.year}"


def test_each_covered_year_has_the_eleven_days_of_the_law() -> None:
    for year in covered_years():
        days = sum(
            (datetime.date.fromisoformat(row["to"]) - datetime.date.fromisoformat(row["from"])).days + 1
            for row in table("holidays")
            if row["from"].startswith(str(year)) and row["basis"].startswith("Điều 112")
        )
        assert days in {11, 13}  # Tết Âm lịch is five days, printed with the weekend inside it


REPEATED = [
    "15/6 và ", "trước 15/6, ", "15/6 (báo cáo) và ", "ngày 15 tháng 6 và ",
    "ngày 15 và ", "tháng 6 và ", "định kỳ ", "báo cáo hằng năm ", "hằng năm 15/6 (",
    "trước ngày ", "tháng 1, ", "quý I, ", "năm 2025, ", "1 tháng ", "hằng tháng, quý, ", "2025-2026 - ",
    "1/2 hằng năm, ", "không quá 3 ngày làm việc trước khi ", "mười lăm ngày ",
]  # fmt: skip


@pytest.mark.parametrize("words", REPEATED)
def test_a_long_text_is_read_in_linear_time(words: str) -> None:
    text = words * (50_000 // len(words))
    start = time.process_time()
    find_deadlines(text)
    parse_deadline(text)
    assert time.process_time() - start < 5
