"""The words before and inside a programme's name that tell what it is (``tables/programme_words.csv``)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from extractors.vocabulary import table

_FOLDED = re.IGNORECASE
_VERB = r"(?:thực hiện|triển khai|thi hành)"
# "Kế hoạch của UBND tỉnh thực hiện " | "Kế hoạch hành động triển khai thực hiện "
_CARRIES = re.compile(
    r"\s+(?:hành động\s+)?(?:của [^;:.,\n]{3,50}?\s+)?(?:về\s+)?(?:triển khai\s+)?(?:thực hiện|thi hành)\s+"
)
_NATIONAL = re.compile(r"\b(?:quốc gia|Việt Nam|cả nước|Trung ương|toàn quốc)\b")
_LOCAL = re.compile(
    r"\b(?:(?:tỉnh|thành phố|huyện|thị xã|quận)\s+[A-ZĐÀ-Ỹ]|của (?:UBND|Ủy ban nhân dân|tỉnh|thành phố)|trên địa bàn)"
)
_NATIONAL_TITLE = re.compile(r"(?:mục tiêu )?quốc gia\s+\S+(?:\s+\S+){3}")


@cache
def any_of(group: str) -> str:
    """An alternation of a group's words, longest first."""
    words = {row["word"] for row in table("programme_words") if row["group"] == group}
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)).replace(r"\ ", " ") + ")"


_SOURCES: dict[str, Callable[[], str]] = {
    "to write": lambda: rf"(?<!\w){any_of('written')}\s+[“\"]?\s*$",
    "written first": lambda: rf"\b{any_of('written first')}(?:,| và)",
    # "thực hiện hiệu quả ", "; ": a plan that exists
    "carried": lambda: rf"{_VERB}(?:[\s,]+(?:{any_of('manner')}|các|và))*\s*$|[;,]\s*$|\bvà\s+$",
    "ordered": lambda: rf"{_VERB}(?:[\s,]+{any_of('manner')})*\s*$",
    "means": lambda: rf"{any_of('means')}\s+(?:triển khai\s+)?{_VERB}\s*$",
    "no name": lambda: rf"{any_of('no name')}(?!\w)",
    "opens": lambda: rf"{any_of('opens')}(?!\w)",
}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_SOURCES[name](), _FOLDED)


def to_write(before: str) -> bool:
    """Whether the words before say that the plan is still to be written, or is the document's own: "xây dựng "."""
    return _pattern("to write").search(before) is not None


def carried(before: str) -> bool:
    """Whether the words before order an existing plan to be carried out, or list it among such."""
    return _pattern("carried").search(before) is not None


def ordered(before: str) -> bool:
    """Whether the words before order the carrying out ("thực hiện hiệu quả "), and not the writing first."""
    if _pattern("written first").search(before) or _pattern("means").search(before):
        return False
    return _pattern("ordered").search(before) is not None


def begins_no_name(words: str) -> bool:
    """Whether the words after "Kế hoạch", "Chương trình" begin no name: "đúng tiến độ", "này"."""
    return _pattern("no name").match(words) is not None


def opens_title(words: str) -> bool:
    """Whether the words begin as a title does: "hành động về chuyển đổi năng lượng xanh"."""
    return _pattern("opens").match(words) is not None


def carries(text: str, at: int) -> re.Match[str] | None:
    """The words after a plan's head that say what it carries out ("của UBND tỉnh thực hiện "), at an offset."""
    return _CARRIES.match(text, at)


def national(words: str) -> bool:
    """Whether a name is the nation's."""
    return _NATIONAL.search(words) is not None


def national_title(words: str) -> bool:
    """Whether a name is a national programme's, with a title: "mục tiêu quốc gia giảm nghèo bền vững"."""
    return _NATIONAL_TITLE.match(words) is not None


def local(words: str) -> bool:
    """Whether a name is a province's or a smaller place's."""
    return _LOCAL.search(words) is not None
