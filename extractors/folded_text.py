"""A text to search for names in whatever case, blanks and punctuation they are printed."""

from __future__ import annotations

from collections.abc import Iterator, KeysView
from functools import lru_cache

from extractors.anchors import anchors
from extractors.document import Span
from extractors.fold import fold


def places(text: str, words: str, start: int = 0) -> Iterator[int]:
    """Where a text has the words, letter for letter, from an offset on."""
    at = text.find(words, start)
    while at >= 0:
        yield at
        at = text.find(words, at + len(words))


class FoldedText:
    """A text in which names are looked for that begin with a type's or a programme's head word."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._begun: dict[str, dict[str, list[int]]] = {}

    def find(self, words: str, begins: str) -> list[Span]:
        """Where the words (in the form of `norm`) stand in one line of the text, between word boundaries.

        ``begins`` is the head word that opens them, as the tables have it.
        """
        found: list[Span] = []
        following = words[len(begins) + 1 : len(begins) + 2]
        for start in self._places(begins).get(following, ()):
            end = _end_of(self._text, start, words) if not found or start >= found[-1].end else None
            if end is not None:
                found.append(Span(start, end))
        return found

    def following(self, begins: str) -> KeysView[str]:
        """The first letters, folded, of the words that stand anywhere behind the head word ``begins``."""
        return self._places(begins).keys()

    def _places(self, begins: str) -> dict[str, list[int]]:
        """The folded letter with which the next word begins -> where the head word stands before such a word."""
        known = self._begun.get(begins)
        if known is None:
            known = self._begun[begins] = {}
            text, size = self._text, len(begins)
            for at in anchors(text).places(begins):
                if at == 0 or not text[at - 1].isalnum():
                    plain = text[at + size : at + size + 2]  # one blank and the letter, nearly always
                    letter = plain[1] if plain[:1] == " " and plain[1:].isalnum() else _next_letter(text, at + size)
                    known.setdefault(_folded(letter), []).append(at)
        return known


@lru_cache(maxsize=2)
def folded_text(text: str) -> FoldedText:
    """The text for such searches; those of one document share what they have found."""
    return FoldedText(text)


def _next_letter(text: str, at: int) -> str:
    while not text[at : at + 1].isalnum() and at < len(text):
        at += 1
    return text[at : at + 1]


_folded = lru_cache(maxsize=1024)(fold)


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
