"""Composed text (NFC) and the way back to the offsets of the text as given."""

from __future__ import annotations

import unicodedata

from extractors.document import OffsetMap


def composed(text: str) -> tuple[str, OffsetMap]:
    """The NFC form of a text and the map from its offsets to the given text's; the identity for NFC text."""
    if unicodedata.is_normalized("NFC", text):
        return text, OffsetMap()
    pieces, starts, sources = [], [0], [0]
    length = at = 0
    while at < len(text):
        end = at + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        piece = unicodedata.normalize("NFC", text[at:end])
        pieces.append(piece)
        length, at = length + len(piece), end
        if at - sources[-1] != length - starts[-1]:
            starts.append(length)
            sources.append(at)
    return "".join(pieces), OffsetMap(tuple(starts), tuple(sources))
