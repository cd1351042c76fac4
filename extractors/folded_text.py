"""A text to search for names in whatever case, blanks and punctuation they are printed."""

from __future__ import annotations

from extractors.document import Span
from extractors.fold import fold


class FoldedText:
    """The text folded, with one blank for all that is no letter or digit, and the way back to its offsets."""

    def __init__(self, text: str) -> None:
        self._text = text
        letters: list[str] = []
        self._back: list[int] = []
        for i, c in enumerate(fold(text)):
            if c.isalnum() or (letters and letters[-1] != " "):
                letters.append(c if c.isalnum() else " ")
                self._back.append(i)
        self._folded = "".join(letters)

    def find(self, words: str) -> list[Span]:
        """Where the words (in the form of `norm`) stand in one line of the text, between word boundaries."""
        found, at = [], self._folded.find(words) if words else -1
        while at >= 0:
            end = at + len(words)
            if (at == 0 or self._folded[at - 1] == " ") and (end == len(self._folded) or self._folded[end] == " "):
                span = Span(self._back[at], self._back[end - 1] + 1)
                if "\n" not in self._text[span.start : span.end]:
                    found.append(span)
            at = self._folded.find(words, end)
        return found
