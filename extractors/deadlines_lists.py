"""Deadlines of several days: dates of a year, days of a month, a day of several months.

`Reading.days` holds all of them as ISO dates, in the order of the text; what has no year or month begins with hyphens
instead: ``2025-06-15``, ``--06-15`` (every year), ``--06`` (its month alone), ``---15`` (every month).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors import deadlines_readers as read
from extractors.deadlines_patterns import (
    AND,
    BEFORE,
    CUE_WORDS,
    EACH,
    EACH_MONTH,
    HOUR,
    MONTH_WORDS,
    NEXT_YEAR,
    YEAR4,
    YEARLY,
    YEARLY_WORDS,
    form,
)  # fmt: skip
from extractors.deadlines_readers import Match, Reading, month_day

# "15/6", "15 tháng 6"
_DAY = r"\d{1,2}(?:/| tháng )\d{1,2}(?!\d)"
_DATED = rf"{_DAY}(?:(?:/|,? năm ){YEAR4}(?!\d))?(?!/\d)"
# " và ngày 15/12", ", trước ngày 30/9"
_AND = rf"(?:{AND}| hoặc)(?: (?:trước|vào|ngày)){{0,2}} ?"
# what a report that has a day is about: "trước ngày 15/6 (báo cáo 6 tháng) và 15/12 đối với báo cáo năm"
_ABOUT = (
    r"(?: \([^()\n]{1,40}\)| (?:đối )?với (?:báo cáo )?(?:\d{1,2} tháng|sáu tháng|năm|quý)(?: (?:đầu năm|[IV]{1,3}))?)?"
)
# "trước ngày 15/6, 10/12 xã hoàn thành": a share, not a day
_NO_SHARE = (
    r"(?! ?%| (?:xã|phường|huyện|quận|thị trấn|thôn|bản|tổ|khu|đơn vị|địa phương|sở|cơ quan|tiêu chí|chỉ tiêu|"
    r"nhiệm vụ|công trình|dự án|trường|trạm|hộ|người|đại biểu|đồng chí|thành viên|nội dung)(?!\w))"
)
_DATES = rf"{_DATED}(?:{_ABOUT}{_AND}{_DATED}){{1,11}}{_NO_SHARE}"
_MONTHS = rf"\d{{1,2}}(?:(?:{AND}| hoặc) ?(?:tháng )?\d{{1,2}}){{1,11}}"
_TWO_MONTHS = rf"\d{{1,2}}(?:(?:{AND}| hoặc) ?tháng \d{{1,2}}){{1,11}}"
_EVERY_YEAR = rf",? ?(?:{YEARLY}(?! \d)|{NEXT_YEAR})"
_DATE = re.compile(rf"(?<![\d/])(\d{{1,2}})(?:/| tháng )(\d{{1,2}})(?:(?:/|,? năm )({YEAR4}))?", re.IGNORECASE)
_OF_MONTHS = re.compile(r"ngày (\d{1,2})(?: của)?(?: các)? tháng (.+)", re.IGNORECASE)
_LISTED = re.compile(r"(?<![\d/])\d{1,2}(?![\d/]|h| ?giờ)")
# How often a year has days that divide it evenly: half-years, four months, quarters, months
_EVEN = (2, 3, 4, 12)


@dataclass(frozen=True, slots=True)
class _Day:
    day: int
    month: int
    year: str | None = None


def _dated(text: str) -> list[_Day]:
    """The days that a list of dates names; one without a year has that of the next date that has one."""
    days: list[_Day] = []
    year = None
    for day, month, own in reversed(_DATE.findall(text)):
        year = own or year
        days.append(_Day(int(day), int(month), year))
    return days[::-1]


def _of_months(text: str) -> list[_Day]:
    """The days of "ngày 15 các tháng 3, 6, 9, 12"."""
    found = _OF_MONTHS.search(text)
    if not found:
        return []
    year = re.search(YEAR4, found[2])
    return [_Day(int(found[1]), int(m), year[0] if year else None) for m in _LISTED.findall(found[2])]


def _are_even(days: list[_Day]) -> bool:
    """Whether days divide the year evenly: 10/6 and 10/12, or one a quarter."""
    months = sorted({day.month for day in days})
    if len(months) != len(days) or len(months) not in _EVEN:
        return False
    return all(after - before == 12 // len(months) for before, after in pairwise(months))


def _every_year(days: list[_Day]) -> Reading | None:
    each = [read.annual(Match("", {"day": str(d.day), "month": str(d.month)})) for d in days]
    return joined(r for r in each if r) if each and all(each) else None


def _on_dates(match: Match, days: list[_Day]) -> Reading | None:
    """Days of a year, which is told or the document's; those that divide it evenly are every year's."""
    untold = not any(day.year for day in days)
    if untold and not match.about and (match.anchor is None or _are_even(days)):
        return _every_year(days)
    each = [read.date(replace(match, groups={"day": str(d.day), "month": str(d.month), "year": d.year})) for d in days]
    return joined(r for r in each if r) if each and all(each) else None


def annual(match: Match) -> Reading | None:
    """Dates of every year."""
    return _every_year(_dated(match.text))


def dates(match: Match) -> Reading | None:
    """Dates with or without a year."""
    return _on_dates(match, _dated(match.text))


def even(match: Match) -> Reading | None:
    """Dates that need no other word to tell that they return: they divide the year evenly."""
    days = _dated(match.text)
    return _every_year(days) if _are_even(days) and not any(day.year for day in days) else None


def annual_months(match: Match) -> Reading | None:
    """One day of several months of every year."""
    return _every_year(_of_months(match.text))


def dates_of_months(match: Match) -> Reading | None:
    """One day of several months."""
    return _on_dates(match, _of_months(match.text))


def monthly(match: Match) -> Reading | None:
    """Days of every month."""
    days = [int(day) for day in _LISTED.findall(match.text)]
    if not all(1 <= day <= 31 for day in days):
        return None
    return joined(Reading("recurring", day=day, every="month") for day in days)


def days_of(reading: Reading) -> tuple[str, ...]:
    """The day or days on which a reading is due."""
    if reading.days:
        return reading.days
    if reading.on:
        return (reading.on,)
    return (month_day(reading.month, reading.day),) if reading.month or reading.day else ()


def joined(readings: Iterable[Reading]) -> Reading | None:
    """Readings of one kind as one with all their days: the first, of dates the earliest; None of none."""
    each = list(readings)
    if not each:
        return None
    days = tuple(dict.fromkeys(day for reading in each for day in days_of(reading)))
    first = min(each, key=lambda r: r.on or "") if each[0].kind == "date" else each[0]
    return replace(first, days=days if len(days) > 1 else ())


LISTS = (
    form(
        "dates of every year", "trước ngày 01/6 và 15/11 hằng năm",
        rf"(?:{BEFORE} )?(?:{HOUR}(?:các )?ngày )?{_DATES}{_EVERY_YEAR}", annual,
        needs=(*YEARLY_WORDS, "năm sau", "năm tiếp", "năm kế", "năm liền"),
    ),
    form(
        "dates with a cue", "trước 30/3, 30/6, 30/9 và 30/12", rf"{BEFORE} {HOUR}(?:(?:các )?ngày )?{_DATES}", dates,
        needs=("/", "tháng"), also=CUE_WORDS,
    ),
    form(
        "dates that divide the year", "ngày 10/6 và 10/12", rf"(?:các )?ngày {_DATES}", even, needs=("/", "tháng"),
        also=("ngày",),
    ),
    form(
        "bare dates", "15/6/2025 và 20/11/2025", rf"{HOUR}(?:(?:các )?ngày )?{_DATES}", dates, prose=False,
    ),
    form(
        "day of months of every year", "trước ngày 15 tháng 6 và tháng 12 hằng năm",
        rf"(?:{BEFORE} )?ngày {HOUR}\d{{1,2}}(?: của)?(?: các)? tháng {_MONTHS}{_EVERY_YEAR}", annual_months,
        needs=(*YEARLY_WORDS, "năm sau", "năm tiếp", "năm kế", "năm liền"),
    ),
    form(
        "day of months", "ngày 15 các tháng 3, 6, 9, 12",
        rf"(?:{BEFORE} )?ngày {HOUR}\d{{1,2}}(?: của)? (?:các tháng {_MONTHS}|tháng {_TWO_MONTHS})"
        rf"(?:(?:/|,? năm ){YEAR4})?(?![/\d])",
        dates_of_months, needs=MONTH_WORDS, also=("ngày",),
    ),
    form(
        "several days of every month", "ngày 15 và 30 hằng tháng",
        rf"(?:định kỳ )?(?:{BEFORE} )?(?:các )?ngày {HOUR}\d{{1,2}}(?:{_AND}\d{{1,2}}){{1,5}} (?:{EACH}|của) tháng"
        r"(?! \d)",
        monthly, needs=(*EACH_MONTH, "của tháng"), also=("ngày",),
    ),
)  # fmt: skip
