"""Quantities of aims: Vietnamese numbers, comparators, ranges and units ("trên 70%", "từ 10 đến 15 đề tài")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractors.findings import Comparator
from extractors.vocabulary import table

# "1.234,5", "75,5", "02", "99.74"
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[,.]\d+)?"
# before the number: "ít nhất", "trên", "đạt khoảng"
_LESS: tuple[tuple[str, Comparator], ...] = (
    (r"ít nhất|tối thiểu|không dưới|không thấp hơn|không ít hơn|từ", ">="),
    (r"không quá|không vượt quá|tối đa|không cao hơn", "<="),
    (r"≥|>=", ">="),
    (r"≤|<=", "<="),
    (r"trên|hơn|vượt|vượt mức|lớn hơn|cao hơn|>", ">"),
    (r"dưới|nhỏ hơn|thấp hơn|ít hơn|<", "<"),
    (r"khoảng|xấp xỉ|gần|bình quân khoảng", "~"),
)
# words that compare, of any sort
COMPARING = "|".join(words for words, _ in _LESS)
_BEFORE = re.compile(
    r"(?<!\w)(?:"
    + "|".join(f"(?P<c{i}>{words})" for i, (words, _) in enumerate(_LESS))
    + r")(?: (?:là|đạt|mức|từ))?\s*[“\"]?$",
    re.IGNORECASE,
)
_YEARLY = re.compile(r"\s?/\s?năm", re.IGNORECASE)
_AFTER = re.compile(r"[^,;.]{0,12}?(?<!\w)trở (?P<way>lên|xuống)(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit; ``start`` is where the comparator begins, ``end`` where the unit ends."""

    start: int
    end: int
    number: int
    comparator: Comparator
    value: float
    value_max: float | None
    unit: str


# "1.234,5": points between groups of three digits
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
# "bác sĩ / 10.000 dân"
_PER = re.compile(r"\s*/\s*")


def number(text: str) -> float:
    """A Vietnamese number: a point between thousands, a comma before decimals; a lone point is decimal unless it
    groups three digits.

    ``number("1.234,5") == 1234.5``, ``number("41.275") == 41275``, ``number("99,74") == 99.74``.
    """
    if _GROUPED.fullmatch(text):
        return float(text.replace(".", "").replace(",", "."))
    return float(text.replace(",", "."))


@cache
def _pattern() -> re.Pattern[str]:
    units = sorted((row["unit"] for row in table("units")), key=len, reverse=True)
    words = "|".join(re.escape(unit) + (r"(?!\w)" if unit[-1].isalnum() else "") for unit in units)
    return re.compile(
        rf"(?<![\w/.,\-])(?P<low>{_NUMBER})(?:\s?%?\s?(?:-|–|đến|tới)\s?(?P<high>{_NUMBER}))?\s?(?P<unit>{words})"
        rf"(?P<per>\s?/\s?(?:(?:vạn|nghìn|ngàn|triệu) (?:dân|người)|ngày đêm)|"
        r"\s?/\s?[^\W\d]+(?:\s?/\s?[^\W\d]+)?|\s?/\s?(?:100|1\.000|1000|10\.000|100\.000) ?"
        r"(?:dân|người))?",
        re.IGNORECASE,
    )


def quantities(text: str, start: int, end: int) -> Iterator[Quantity]:
    """The quantities of ``text[start:end]``, left to right."""
    for found in _pattern().finditer(text, start, end):
        low, high = number(found["low"]), number(found["high"]) if found["high"] else None
        if high is not None and high < low:
            continue
        begins, comparator = compared(text, start, found.start(), ranged=high is not None)
        last, comparator = _or_more(text, found.end(), end, comparator)
        unit = _unit(found)
        yield Quantity(begins, last, found.start(), comparator, low, high, unit)


def _unit(found: re.Match[str]) -> str:
    """The printed unit alone; after a per cent sign the base belongs to the indicator, "a year" to the unit."""
    if found["unit"].startswith("%"):
        return "%/năm" if _YEARLY.fullmatch(found["per"] or "") else "%"
    return found["unit"] + _PER.sub("/", found["per"] or "")


def compared(text: str, start: int, number_at: int, *, ranged: bool = False) -> tuple[int, Comparator]:
    """Where a number begins with the words that compare before it, no earlier than ``start``, and what they say."""
    before = _BEFORE.search(text, max(start, number_at - 30), number_at)
    if before is None:
        return number_at, "="
    index = next(i for i in range(len(_LESS)) if before[f"c{i}"])
    if _LESS[index][0].endswith("từ") and before[f"c{index}"].lower() == "từ":
        return before.start(), "="
    return before.start(), "=" if ranged and _LESS[index][1] == ">=" else _LESS[index][1]


def _or_more(text: str, position: int, end: int, comparator: Comparator) -> tuple[int, Comparator]:
    after = _AFTER.match(text, position, end)
    if after is None or comparator != "=":
        return position, comparator
    return after.end(), ">=" if after["way"].lower() == "lên" else "<="
