"""Composed text (NFC) and the way back to the offsets of the text as given."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate

from extractors.document import OffsetMap
from extractors.fold import coded

# "e" + U+0302 + U+0301: a sign with the marks that follow it, which may all become one letter
_MARKED = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]+")


def composed(text: str) -> tuple[str, OffsetMap]:
    """The NFC form of a text and the map from its offsets to the given text's; the identity for NFC text."""
    if coded(text) is not None:
        return text, OffsetMap()
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
