"""Composed text (NFC, nothing invisible, one width) and the way back to the offsets of the text as given."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate

from extractors.document import OffsetMap
from extractors.fold import coded

# "e" + U+0302 + U+0301: a sign with the marks that follow it, which may all become one letter
_MARKED = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]+")

# Soft hyphens, zero-width blanks and marks of direction: an export leaves them inside words and numbers.
INVISIBLE_SIGNS = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
INVISIBLE = re.compile(f"[{INVISIBLE_SIGNS}]+")
# "３０／２０２０" as fonts of the Far East print it; blanks of other widths.
WIDTHS = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | dict.fromkeys(
    (*range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), 0x20
)
_WIDE = re.compile("[\uff01-\uff5e\u2000-\u200a\u202f\u205f\u3000]")


class LineOffsets:
    """The way back for a text in which each sign becomes one letter with its marks, reckoned where it is asked for.

    Marks never join a line's end, so both texts have the same lines; a citation needs the map of its own lines only.
    """

    def __init__(self, normal: str, text: str) -> None:
        self._lines = text.split("\n")
        self._starts = _line_starts(normal.split("\n"))
        self._sources = _line_starts(self._lines)
        self._maps: dict[int, OffsetMap] = {}

    def source(self, offset: int) -> int:
        """The offset in the text as given of one in the composed text."""
        line = bisect_right(self._starts, offset) - 1
        if line not in self._maps:
            self._maps[line] = _of_letters(self._lines[line])
        return self._sources[line] + self._maps[line].source(offset - self._starts[line])


def _line_starts(lines: list[str]) -> list[int]:
    return list(accumulate((len(line) + 1 for line in lines), initial=0))


def composed(text: str) -> tuple[str, OffsetMap | LineOffsets]:
    """The plain form of a text and the map from its offsets to the given text's; the identity for plain text.

    Plain is NFC, without invisible signs, with letters, digits and blanks of other widths as the usual ones.
    """
    if coded(text) is not None:
        return text, OffsetMap()
    usual = text.translate(WIDTHS) if _WIDE.search(text) else text
    if not INVISIBLE.search(text):
        normal = unicodedata.normalize("NFC", usual)
        letters = normal != usual and coded(normal) is not None
        return (normal, LineOffsets(normal, usual)) if letters else _composed(usual)
    bare, to_given = _without_invisible(usual)
    normal, to_bare = _composed(bare)
    places = range(len(normal) + 1)
    starts = {*to_bare.starts, *(bisect_left(places, start, key=to_bare.source) for start in to_given.starts)}
    ordered = tuple(sorted(starts))
    return normal, OffsetMap(ordered, tuple(to_given.source(to_bare.source(start)) for start in ordered))


def plain(text: str) -> tuple[str, OffsetMap]:
    """As `composed`, with the whole map."""
    normal, offsets = composed(text)
    return normal, offsets if isinstance(offsets, OffsetMap) else _of_letters(text)


def _without_invisible(text: str) -> tuple[str, OffsetMap]:
    """The text without its invisible signs, and the map from its offsets to the given text's."""
    sources, dropped = {0: 0}, 0
    for hidden in INVISIBLE.finditer(text):
        dropped += hidden.end() - hidden.start()
        sources[hidden.end() - dropped] = hidden.end()
    return INVISIBLE.sub("", text), OffsetMap(tuple(sources), tuple(sources.values()))


def _composed(text: str) -> tuple[str, OffsetMap]:
    """The NFC form of a text and the map from its offsets to the given text's; the identity for NFC text."""
    normal = unicodedata.normalize("NFC", text)
    if normal == text:
        return text, OffsetMap()
    if coded(normal) is not None:
        return normal, _of_letters(text)
    starts, sources = [0], [0]
    shorter = 0  # by how much the composed text is shorter, up to here
    for marked in _MARKED.finditer(text):
        less = _shorter(marked[0])
        if less:
            shorter += less
            starts.append(marked.end() - shorter)
            sources.append(marked.end())
    if len(normal) + shorter != len(text):  # marks of other scripts, which then stay as they are
        normal = _MARKED.sub(lambda marked: unicodedata.normalize("NFC", marked[0]), text)
    return normal, OffsetMap(tuple(starts), tuple(sources))


def _of_letters(text: str) -> OffsetMap:
    """The map for a text in which each sign becomes one letter with its marks: no mark was left over."""
    spans = [marked.span() for marked in _MARKED.finditer(text)]
    shorter = accumulate(end - start - 1 for start, end in spans)
    starts = [end - less for (_, end), less in zip(spans, shorter, strict=True)]
    return OffsetMap((0, *starts), (0, *[end for _, end in spans]))


@lru_cache(maxsize=4096)
def _shorter(printed: str) -> int:
    """By how much a sign with its marks is shorter when it is composed."""
    return len(printed) - len(unicodedata.normalize("NFC", printed))
