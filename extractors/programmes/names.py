"""Names of programmes: where such a name begins and ends in a text, and when two names are one.

A name runs from its head word ("Chiến lược", "Đề án" …) to its period ("giai đoạn 2021-2025, tầm nhìn đến năm 2050"),
or, where none is printed, to the words that can no longer belong to it ("theo", "nhằm", ";").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from extractors.anchors import anchors
from extractors.document import Span
from extractors.fold import norm
from extractors.programmes.words import any_of
from extractors.vocabulary import table

_LONGEST = 330
_DASH = r"\s?[-–—]\s?"
_YEAR = r"(?:19|20)\d\d"
# giai đoạn 2021-2025 | thời kỳ 2021 - 2030 | đến năm 2020 | đến 2015 | 5 năm 2021-2025 | 10 năm 2021 - 2030
_SPAN = rf"(?:giai đoạn|thời kỳ|(?:05|5|10) năm)\s+{_YEAR}{_DASH}{_YEAR}"
_UNTIL = rf"(?:đến|tới)\s+(?:năm\s+)?{_YEAR}"
# ", định hướng đến năm 2030" | " và tầm nhìn đến năm 2030" | ", tầm nhìn 2050"
_OUTLOOK = rf"(?:\s*,?\s*(?:và\s+)?(?:định hướng|tầm nhìn)\s+(?:đến\s+|tới\s+)?(?:năm\s+)?{_YEAR}){{0,3}}"
PERIOD = re.compile(rf"(?:{_SPAN}|{_UNTIL}){_OUTLOOK}", re.IGNORECASE)
RANGE = re.compile(_SPAN, re.IGNORECASE)
_ANY_YEAR = re.compile(_YEAR)
_PERIOD_LEAD = 40  # what stands in a period before its first year is shorter

_CARRIED_OUT = re.compile(r"(?:thực hiện|triển khai)\s+$")
_PLACE_OR_YEAR = re.compile(r"\s+(?:trên địa bàn\b.*|năm (?:19|20)\d\d\s*$)", re.DOTALL)
_SHORT = (
    ("bvmt", "bao ve moi truong"),
    ("kt xh", "kinh te xa hoi"),
    ("ktxh", "kinh te xa hoi"),
    ("mtqg", "muc tieu quoc gia"),
)
_PERIOD_NORM = re.compile(
    r"\b(?:giai doan|thoi ky|0?5 nam|10 nam) (?:19|20)\d\d (?:19|20)\d\d\b.*|\b(?:den|toi) (?:nam )?(?:19|20)\d\d\b.*"
)
_PLACE_NORM = re.compile(r"\b(?:tren dia ban|tai) (?:tinh|thanh pho|ca nuoc)\b.*|\bnam (?:19|20)\d\d$|\bngay \d.*")


@dataclass(frozen=True, slots=True)
class Name:
    """A programme's name in the text: its span, its head word's type code, and the span of its period, if printed."""

    span: Span
    code: str
    head: str
    period: Span | None


# " mục tiêu" | " “Chuyển đổi số": what may follow a head word
_FOLLOWED = re.compile(r"\s+[\w“\"]")


@cache
def _heads() -> dict[str, str]:
    """Head word -> code of the type."""
    return {row["head"]: row["code"] for row in table("programme_heads")}


@cache
def _after() -> re.Pattern[str]:
    """The words that do not belong to a name any more."""
    return re.compile(
        r"[;:\n|\[“”\"()]|[.!?](?:\s|$|/)|"
        rf",?\s+(?:theo(?!\s+hướng)|tại(?!\s+(?:các|vùng|địa))|từ\s+nguồn|{any_of('ends')}|và\s+{any_of('next')}|"
        rf"của\s+{any_of('owner')})\b|,\s+{any_of('after comma')}\b"
    )


def heads(text: str) -> list[Span]:
    """Where a head word stands, capital or not, in text order."""
    starts = anchors(text)
    return sorted(
        Span(at, at + len(head)) for head in _heads() for at in starts.places(head) if _is_head(text, at, head)
    )


def _is_head(text: str, at: int, head: str) -> bool:
    before = text[at - 1 : at]
    if not text.startswith(head[1:], at + 1) or before.isalnum() or before == "_":
        return False
    return _FOLLOWED.match(text, at + len(head)) is not None


def may_be_name(text: str, head: Span, limit: int) -> bool:
    """Whether a name can begin at a head word: one without a capital needs a period, with its years, before a limit."""
    if text[head.start].isupper():
        return True
    end = min(limit, head.start + _LONGEST)
    return text.find("20", head.end, end) >= 0 or text.find("19", head.end, end) >= 0


def name_at(text: str, head: Span, limit: int) -> Name:
    """The name that begins with a head word, not reaching beyond ``limit`` (the next citation, the paragraph's end).

    Inside the name of a plan that carries a programme out ("Kế hoạch thực hiện Chương trình quốc gia … trên địa bàn
    tỉnh Lai Châu giai đoạn 2019-2030") place and period are the plan's.
    """
    end = min(limit, head.start + _LONGEST)
    stop = _after().search(text, head.end, end)
    hard = stop.start() if stop else end
    inside = _CARRIED_OUT.search(text, max(0, head.start - 12), head.start)
    if inside and text[head.start].isupper():
        place = text.find(" trên địa bàn ", head.end, hard)
        hard = place if place >= 0 else hard
    period = _period_from(text, head.end, end, hard)
    if period:
        span, within = Span(head.start, period.end()), Span(period.start(), period.end())
    else:
        words = _PLACE_OR_YEAR.sub("", text[head.start : hard]).rstrip(' ,.-“"')
        span, within = Span(head.start, head.start + len(words)), None
    word = text[head.start : head.end]
    return Name(span, _heads()[word[0].upper() + word[1:]], word, within)


def _period_from(text: str, start: int, end: int, hard: int) -> re.Match[str] | None:
    """The first period in a range, if it begins at or before ``hard``; it is looked for where a year stands."""
    year = _ANY_YEAR.search(text, start, end)
    if year is None or year.start() - _PERIOD_LEAD > hard:
        return None
    period = PERIOD.search(text, max(start, year.start() - _PERIOD_LEAD), end)
    return period if period and period.start() <= hard else None


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """What two prints of one name share: folded, abbreviations expanded, without period and place."""
    folded = norm(name)
    for short, full in _SHORT:
        folded = re.sub(rf"\b{short}\b", full, folded)
    return _PLACE_NORM.sub("", _PERIOD_NORM.sub("", folded)).strip()


def subject(name: Name, text: str) -> str:
    """The words between the head word and the period."""
    end = name.period.start if name.period else name.span.end
    return text[name.span.start + len(name.head) : end].strip(' ,“"')
