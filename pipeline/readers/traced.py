"""Text that knows where it came from: every operation keeps, per code point, the offset in the raw text."""

from __future__ import annotations

import bisect
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Traced:
    """A text and its piecewise linear map: code point ``starts[i] + k`` stands at ``sources[i] + k`` of the raw."""

    text: str
    starts: tuple[int, ...] = (0,)
    sources: tuple[int, ...] = (0,)

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return bool(self.text)

    @classmethod
    def at(cls, text: str, source: int) -> Traced:
        """A verbatim piece of the raw text."""
        return cls(text, (0,), (source,))

    def source(self, offset: int) -> int:
        """The raw offset of a code point."""
        i = bisect.bisect_right(self.starts, offset) - 1
        return self.sources[i] + offset - self.starts[i]

    def cut(self, start: int, end: int | None = None) -> Traced:
        """A part of the text."""
        stop = len(self.text) if end is None else end
        if start <= 0 and stop >= len(self.text):
            return self
        if len(self.starts) == 1:
            return Traced(self.text[start:stop], (0,), (self.sources[0] + start,))
        first = bisect.bisect_right(self.starts, start) - 1
        last = max(first + 1, bisect.bisect_left(self.starts, stop))
        starts = (0, *(s - start for s in self.starts[first + 1 : last]))
        sources = (self.sources[first] + start - self.starts[first], *self.sources[first + 1 : last])
        return Traced(self.text[start:stop], starts, sources)

    def without(self, spans: Iterable[tuple[int, int]]) -> Traced:
        """The text with some ascending, disjoint ranges left out."""
        parts: list[Traced] = []
        at = 0
        for start, end in spans:
            if start > at:
                parts.append(self.cut(at, start))
            at = max(at, end)
        if not parts and at == 0:
            return self
        if at < len(self.text):
            parts.append(self.cut(at))
        return join(parts)

    def without_matches(self, pattern: re.Pattern[str]) -> Traced:
        """The text without what a pattern matches."""
        return self.without(m.span() for m in pattern.finditer(self.text))

    def strip(self) -> Traced:
        """The text without blanks at both ends."""
        left = len(self.text) - len(self.text.lstrip())
        return self.cut(left, max(left, len(self.text.rstrip())))

    def same_length(self, text: str) -> Traced:
        """Another text of the same length over the same map (case, dashes and look-alikes folded)."""
        return Traced(text, self.starts, self.sources)


EMPTY = Traced("")


def join(parts: Iterable[Traced], separator: str = "") -> Traced:
    """Texts in a row; the separator's source is where the text before it ends."""
    texts: list[str] = []
    starts: list[int] = []
    sources: list[int] = []
    length = 0
    for part in parts:
        if texts and separator:
            texts.append(separator)
            length += len(separator)
        for start, source in zip(part.starts, part.sources, strict=True):
            if starts and source - sources[-1] == start + length - starts[-1]:
                continue
            starts.append(start + length)
            sources.append(source)
        texts.append(part.text)
        length += len(part.text)
    if not starts:
        return EMPTY
    return Traced("".join(texts), tuple(starts), tuple(sources))


# A letter and the marks that follow it: "a" + U+0302 + U+0301.
_CLUSTER = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]+")


def nfc(piece: Traced) -> Traced:
    """The text in NFC; a composed letter stands where its base letter stood."""
    if unicodedata.is_normalized("NFC", piece.text):
        return piece
    parts: list[Traced] = []
    at = 0
    for match in _CLUSTER.finditer(piece.text):
        start, end = match.span()
        parts.append(_composed(piece.cut(at, start)))
        parts.append(_composed(piece.cut(start, end)))
        at = end
    parts.append(_composed(piece.cut(at)))
    return join(parts)


def _composed(piece: Traced) -> Traced:
    text = unicodedata.normalize("NFC", piece.text)
    if len(text) == len(piece.text):
        return piece.same_length(text)
    return Traced(text, (0,), (piece.source(0),)) if text else EMPTY
