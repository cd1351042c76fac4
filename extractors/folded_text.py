"""A text to search for names in whatever case, blanks and punctuation they are printed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache

from extractors.document import Span
from extractors.fold import fold


def places(text: str, seed: str, start: int = 0) -> Iterator[int]:
    """Where a text has the seed, letter for letter, from an offset on: the quickest scan that there is."""
    at = text.find(seed, start)
    while at >= 0:
        yield at
        at = text.find(seed, at + len(seed))


class FoldedText:
    """A text in which names are looked for: a quick scan for how they begin, and only there letter by letter."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._standing: dict[str, tuple[int, ...]] = {}
        self._begun: dict[str, dict[str, list[int]]] = {}

    @cached_property
    def _small(self) -> str:
        small = self._text.lower()
        return small if len(small) == len(self._text) else fold(self._text)

    def find(self, words: str, begins: str) -> list[Span]:
        """Where the words (in the form of `norm`) stand in one line of the text, between word boundaries.

        ``begins`` are their first words as they are written; a text may print them in any case, and without marks.
        """
        found: list[Span] = []
        following = words[len(begins) + 1 : len(begins) + 2]
        for start in self._places(begins).get(following, ()):
            end = _end_of(self._text, start, words) if not found or start >= found[-1].end else None
            if end is not None:
                found.append(Span(start, end))
        return found

    def standing(self, words: str) -> tuple[int, ...]:
        """Where words (in small letters) begin in the text, in whatever case, at the beginning of a word."""
        if words not in self._standing:
            small = self._small
            self._standing[words] = tuple(at for at in places(small, words) if at == 0 or not small[at - 1].isalnum())
        return self._standing[words]

    def may_follow(self, begins: str, letter: str) -> bool:
        """Whether a word with such a first letter stands anywhere behind the words ``begins``."""
        return fold(letter) in self._places(begins)

    def _places(self, begins: str) -> dict[str, list[int]]:
        """The folded letter with which the next word begins -> where the words stand before such a word."""
        known = self._begun.get(begins)
        if known is None:
            known = self._begun[begins] = {}
            for at in sorted({*self.standing(begins.lower()), *self.standing(fold(begins))}):
                known.setdefault(_next_letter(self._small, at + len(begins)), []).append(at)
        return known


@lru_cache(maxsize=2)
def folded_text(text: str) -> FoldedText:
    """The text for such searches: those of one document share what they have scanned."""
    return FoldedText(text)


def _next_letter(text: str, at: int) -> str:
    while not text[at : at + 1].isalnum() and at < len(text):
        at += 1
    return fold(text[at : at + 1])


def _end_of(text: str, start: int, words: str) -> int | None:
    """Where the folded words that begin at ``start`` end, or null when others stand there."""
    at, size = start, len(text)
    for word in words.split(" "):
        while at < size and not text[at].isalnum():
            if text[at] == "\n":
                return None
            at += 1
        if fold(text[at : at + len(word)]) != word:
            return None
        at += len(word)
        if at < size and text[at].isalnum():
            return None
    return at
