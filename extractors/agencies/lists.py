"""Enumerations with a shared head: "các Sở: Tài chính, Nội vụ, Y tế", "Giám đốc các Sở Tài chính và Công Thương"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extractors.agencies.compact import Compact
from extractors.agencies.openings import matches
from extractors.agencies.predicates import stops
from extractors.agencies.registry import Agency, tails

# "các Sở: ", "các Sở, ban, ngành: ", "các Sở "
_HEAD = re.compile(
    r"(?<!\w)(?P<many>các )?(?P<head>sở|bộ|phòng|vụ|cục|ban)(?:(?:, (?:ban|ngành)){1,2}(?= ?:))?(?P<colon>:| :)? "
)
_FOLDED = {"sở": "so", "bộ": "bo", "phòng": "phong", "vụ": "vu", "cục": "cuc", "ban": "ban"}
_SEPARATOR = re.compile(r"(?:,|;| và|, và|/|&| và các| \|)? ?", re.IGNORECASE)
_BOUNDARY = re.compile(r"(?!\w)")


@dataclass(frozen=True, slots=True)
class Item:
    """One agency of an enumeration: its own words, or the head's too for the first."""

    start: int
    end: int
    agency: Agency


def enumeration_openings() -> list[str]:
    """The words that `enumerations` begin with."""
    return [f"{many}{head}" for many in ("", "các ") for head in _FOLDED]


def enumerations(text: Compact, starts: Sequence[int]) -> Iterator[tuple[int, int, tuple[Item, ...]]]:
    """Enumerations of two items or more, or of one after "các Sở:"; (start, end, items)."""
    for match in matches(_HEAD, text.low, starts):
        if not text.raw[match.end() : match.end() + 1].isupper():
            continue
        head = _FOLDED[match.group("head")]
        items = tuple(_items(text, match.end(), head))
        if len(items) >= 2 or (items and (match.group("colon") or match.group("many"))):
            first = Item(match.start(), items[0].end, items[0].agency)
            yield match.start(), items[-1].end, (first, *items[1:])


def _items(text: Compact, at: int, head: str) -> Iterator[Item]:
    first = True
    while True:
        tail = _tail(text, at, head)
        if tail is None:
            return
        end, agency = tail
        if not first and not _closed(text, end):
            return
        yield Item(at, end, agency)
        first = False
        separator = _SEPARATOR.match(text.low, end)
        if not separator or separator.end() == end or separator.group().isspace():
            return
        at = separator.end()


def _tail(text: Compact, at: int, head: str) -> tuple[int, Agency] | None:
    if at >= len(text.raw) or not text.raw[at].isupper():
        return None
    for tail, agency in tails(head).get(text.folded[at : at + 2], ()):
        end = at + len(tail)
        if text.folded.startswith(tail, at) and not text.folded[end : end + 1].isalnum():
            return end, agency
    return None


# After the last item: punctuation, another item or what the bodies are told to do; never more of a longer name.
@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"[,;.:)/|(]|$| (?:và|cùng|tỉnh|thành phố|theo|chịu trách nhiệm|{stops()})(?!\w)")


def _closed(text: Compact, end: int) -> bool:
    return bool(_after().match(text.low, end))
