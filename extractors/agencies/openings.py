"""Where the grammars of agencies' names may begin: one Aho-Corasick pass finds the words with which they open.

A grammar is a regex over the compact text whose every match begins with one of some words, so it need not be tried
anywhere else; most paragraphs hold no such word at all. Of a grammar that opens with common words alone, the words are
those of which every match holds one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from extractors.agencies.compact import Compact
from extractors.automaton import coded_automaton
from extractors.fold import coded_in_part

# "phòng " of r"phòng (?:nội vụ|kinh tế)", "tt" of r"tt\.? ?hđnd", "sở " of r"(?<!cơ )sở (?:…)"
_WORDS = re.compile(r"(?:\(\?<![^()]*\))*(?P<words>[\w ]+)(?P<after>[?*{]?)")


def opening(alternative: str) -> str:
    """The literal words that a regex begins with; every alternative of a grammar has some."""
    found = _WORDS.match(alternative)
    words = found["words"][: -1 if found["after"] else None] if found else ""
    if not words.strip():
        raise ValueError(f"no literal words open {alternative!r}")
    return words


def shortest(words: Iterable[str]) -> frozenset[str]:
    """The words without those that begin with another of them."""
    kept: list[str] = []
    for word in sorted(set(words)):
        if not (kept and word.startswith(kept[-1])):
            kept.append(word)
    return frozenset(kept)


def matches(pattern: re.Pattern[str], text: str, starts: Sequence[int]) -> Iterator[re.Match[str]]:
    """The matches that `re.finditer` would give, where all of them begin at one of ``starts`` (which ascend)."""
    past = 0
    for start in starts:
        found = pattern.match(text, start) if start >= past else None
        if found:
            past = found.end()
            yield found


class Openings:
    """The words that open each of some grammars."""

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        """``words``: name of a grammar -> the words, in lower case, that its matches begin with."""
        opened: dict[str, list[str]] = {}
        for grammar, several in words.items():
            for word in shortest(several):
                opened.setdefault(word, []).append(grammar)
        self._automaton = coded_automaton(map(coded_in_part, opened))
        self._opened = tuple(map(tuple, opened.values()))

    def places(self, text: Compact) -> dict[str, list[int]]:
        """Grammar -> where its words stand at the beginning of a word, ascending; empty for one without a place."""
        low = text.low
        found: dict[str, list[int]] = defaultdict(list)
        for number, start, _ in self._automaton.find_matches_as_indexes(text.low_code, overlapping=True):
            if start == 0 or not (low[start - 1].isalnum() or low[start - 1] == "_"):
                for grammar in self._opened[number]:
                    found[grammar].append(start)
        for starts in found.values():
            starts.sort()
        return found
