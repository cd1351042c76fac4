"""Where a text has the words from which citations are read: one pass finds them all, and the grammars start there."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from extractors.automaton import CodedAutomaton, coded_automaton
from extractors.fold import coded_in_part, in_small
from extractors.vocabulary import table

# All in whatever case. A rare part of each keyword: "Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp", and where a line
# breaks inside.
LAWS = ("uật", "áp lệnh", "iến pháp", "áp\nlệnh", "iến\npháp")
# A session's term, and a congress
TERMS = ("khóa", "khoá", "kh.")
MEETINGS = ("ại hội", "ại\nhội")
# "Quyết định nêu trên", "Quyết định đã nêu"
BACK = ("trên", "đã nêu")
# "(sau đây gọi tắt là", "(viết tắt là"
DEFINED = ("gọi", "viết")
# "công văn", "văn bản" (of companies), "bản án"
LETTERS, JUDGMENTS = ("ông văn", "ăn bản"), ("ản án",)
_SHORT = 3  # a name that is no longer is another word without its marks: "thư", "thu"
_LITERALS = (*LAWS, *TERMS, *MEETINGS, *BACK, *DEFINED, *LETTERS, *JUDGMENTS)


def type_names() -> Iterator[tuple[str, str, str]]:
    """The names of types and of programmes' heads, each with its code and the variants of its symbol."""
    yield from ((row["name"], row["code"], row["variants"]) for row in table("types"))
    yield from ((row["head"], row["code"], "") for row in table("programme_heads"))


class Anchors:
    """The places of all anchors in one text."""

    def __init__(self, text: str) -> None:
        finder = _finder()
        self._found: dict[int, list[int]] = defaultdict(list)
        found, slots = self._found, finder.slots
        code = in_small(coded_in_part(text))
        for number, start, _ in finder.automaton.find_matches_as_indexes(code, overlapping=True):
            found[slots[number]].append(start)

    def places(self, *anchors: str) -> list[int]:
        """Where any of them stands, in whatever case; a type's or programme's name also without marks."""
        meant = _finder().meant
        lists = [self._found[slot] for anchor in anchors for slot in meant[anchor] if slot in self._found]
        return sorted(chain.from_iterable(lists)) if len(lists) > 1 else lists[0] if lists else []


@lru_cache(maxsize=2)
def anchors(text: str) -> Anchors:
    """The anchors of a text; those who read one document after each other share the pass."""
    return Anchors(text)


class _Finder(NamedTuple):
    """The automaton, for each of its words the slot that keeps its places, and for each anchor the slots it reads.

    Words that stand for the same anchors share a slot.
    """

    automaton: CodedAutomaton
    slots: tuple[int, ...]
    meant: dict[str, tuple[int, ...]]


@cache
def _finder() -> _Finder:
    spelled: dict[str, tuple[str, ...]] = {literal: (literal,) for literal in _LITERALS}
    for name in dict.fromkeys(name for name, _, _ in type_names()):
        small = name.lower()
        for spelling in {small, _bare(small)} if len(name) > _SHORT else {small}:
            spelled[spelling] = (*spelled.get(spelling, ()), name)
    slots = {names: slot for slot, names in enumerate(dict.fromkeys(spelled.values()))}
    meant = {name: tuple(slot for names, slot in slots.items() if name in names) for names in slots for name in names}
    words = coded_automaton(coded_in_part(word) for word in spelled)
    return _Finder(words, tuple(slots[names] for names in spelled.values()), meant)


def _bare(name: str) -> str:
    """The name without its marks, as a poor scan prints it."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)).translate(_STROKE)


_STROKE = str.maketrans("đĐ", "dD")
