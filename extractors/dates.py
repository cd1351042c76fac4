"""Dates as Vietnamese documents print them -> ISO dates of the printed precision (``2022-06-07``, ``2022-06``).

A date whose year lost a digit ("18/12/209") or that no calendar has ("31/02/2020") is found and flagged, never mended.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from extractors.document import Span

_GAP = r"[ \t\n\u00a0]{0,3}"
_DOTS = r"[ \t\n\u00a0.…_]{0,16}"

# ngày 08 tháng 5 năm 2025 | ngày 03tháng02năm 2025 | Ngày 7 tháng 6, năm 2022 | ngày tháng năm 2020 (blanks left open)
WORDED = (
    rf"(?:[Nn]g[àa]y|NGÀY){_DOTS}(?:ngày{_DOTS})?(?P<d1>\d{{1,2}})?{_DOTS}(?:th[áa]ng|THÁNG),?{_DOTS}(?P<m1>\d{{1,2}})?{_DOTS},?{_DOTS}"
    rf"(?:n[ăa]m|NĂM|tháng){_DOTS}(?P<y1>\d{{3,5}})(?!\d)"
)
# ngày 07/6/2022 | 7-6-2022 | 1.4.2022 | 18/12/209 | ngày 26/ 4/2023 | ngày 08/ 5/ 2025
NUMERIC = (
    rf"(?:(?:[Nn]g[àa]y|NGÀY){_DOTS}(?:ngày{_DOTS})?)?(?<![\d/,-])(?<!\d\.)(?P<d2>[0-3]?\d){_GAP}(?P<sep>[/.–-]){_GAP}(?P<m2>[01]?\d){_GAP}(?P=sep)"
    rf"{_GAP}(?P<y2>\d{{3,4}})(?![\d/])"
)
# ngày /11/2025 | ngày……./…../2025 | ngày.../.../...: left open
OPEN = rf"(?:[Nn]gày|NGÀY){_DOTS}/{_DOTS}(?P<m5>\d{{1,2}})?{_DOTS}/{_DOTS}(?P<y5>\d{{4}}(?!\d))?"
# tháng 6 năm 2022 | tháng 6/2022 | tháng 12-2019 | Tháng 3.2020
MONTH = rf"(?:[Tt]háng|THÁNG){_GAP}(?P<m3>\d{{1,2}}){_GAP}(?:/|-|\.|,?{_GAP}năm){_GAP}(?P<y3>\d{{4}})(?!\d)"
# năm 2022
YEAR = rf"(?:[Nn]ăm|NĂM){_GAP}(?P<y4>(?:19|20)\d\d)(?!\d)"

_FULL = re.compile(f"{WORDED}|{NUMERIC}|{OPEN}")
_ANY = re.compile(f"{WORDED}|{NUMERIC}|{OPEN}|{MONTH}|{YEAR}")


# The last digit of a form's group names -> its year, month and day.
_FIELDS: dict[str, tuple[str, ...]] = {
    "1": ("y1", "m1", "d1"),
    "2": ("y2", "m2", "d2"),
    "3": ("y3", "m3"),
    "4": ("y4",),
    "5": ("y5", "m5"),
}


@dataclass(frozen=True, slots=True)
class DateMention:
    """A printed date; ``on`` is ISO of the printed precision, null when ``problem`` says that it cannot be right."""

    span: Span
    on: str | None
    problem: str | None = None


@lru_cache(maxsize=8192)
def iso_date(year: str, month: str | None = None, day: str | None = None) -> str | None:
    """The ISO form of printed parts, or null when no calendar has such a day: ``iso_date("2022", "6", "07")``."""
    if len(year) != 4 or not 1900 <= int(year) < 2100:
        return None
    try:
        checked = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return checked.isoformat()[: 10 if month and day else 7 if month else 4]


def _read(found: re.Match[str]) -> tuple[str | None, str | None]:
    """The ISO date and the problem of a match."""
    year, *rest = map(found.group, _FIELDS[(found.lastgroup or "1")[-1]])
    on = iso_date(year or "", *rest)
    left_open = not year or (len(year) == 3 and not (rest and rest[0]))
    return on, None if on or left_open else "date_impossible"


def _mention(found: re.Match[str]) -> DateMention:
    return DateMention(Span(*found.span()), *_read(found))


def find_dates(text: str) -> Iterator[DateMention]:
    """Every date of ``text``, also months and years alone ("tháng 6/2022", "năm 2022")."""
    return map(_mention, _ANY.finditer(text))


def match_date(text: str, start: int) -> DateMention | None:
    """The date with a day (printed or left blank) that begins exactly at ``start``."""
    found = _FULL.match(text, start)
    return _mention(found) if found else None


def date_at(text: str, start: int) -> tuple[int, str | None, str | None] | None:
    """As `match_date`: where the date ends, its ISO form and its problem."""
    found = _FULL.match(text, start)
    return (found.end(), *_read(found)) if found else None


# " ngày 07/6/2022" | ",\nngày 08 tháng 5 năm 2025": as most are printed, read at one go
_PLAIN = re.compile(
    r",?[ \n]ngày[ \n](?:([0-3]?\d)/([01]?\d)/(\d{4})(?![\d/])|"
    r"(\d{1,2})[ \n]tháng[ \n](\d{1,2})[ \n]năm[ \n](\d{4})(?!\d))"
)


def plain_date(text: str, start: int) -> tuple[int, str] | None:
    """Where a date that follows as most do (" ngày 07/6/2022") ends, and its ISO form; null for all others."""
    found = _PLAIN.match(text, start)
    if found is None:
        return None
    day, month, year, worded_day, worded_month, worded_year = found.groups()
    on = iso_date(year, month, day) if year else iso_date(worded_year, worded_month, worded_day)
    return (found.end(), on) if on else None


def match_any_date(text: str, start: int) -> DateMention | None:
    """The date of any precision that begins exactly at ``start``."""
    found = _ANY.match(text, start)
    return _mention(found) if found else None


def parse_date(text: str) -> str | None:
    """The ISO form of a text that is one date, or null: ``parse_date("ngày 07/6/2022") == "2022-06-07"``."""
    found = _ANY.fullmatch(text.strip())
    return _mention(found).on if found else None
