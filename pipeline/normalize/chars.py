"""One form for each character: NFC, one dash, one blank, Đ for its look-alike Ð; invisible ones left out."""

from __future__ import annotations

import re

from extractors.fold import dashes
from extractors.offsets import INVISIBLE_SIGNS, WIDTHS
from pipeline.readers.traced import Traced, nfc

# Signs and blanks of all widths are one; Ð (U+00D0) and ð are typed for Đ and đ, never for the Icelandic letters.
_ALIKE = WIDTHS | str.maketrans({**dict.fromkeys("\t\u00a0\u1680", " "), "Ð": "Đ", "ð": "đ", "\ufffe": "-"})
# Zero-width marks, soft hyphens, byte order marks, control signs; runs of blanks down to one.
_NOTHING = re.compile(f"[{INVISIBLE_SIGNS}\u2028\u2029\u0000-\u0008\u000b-\u001f\u007f]+|(?<= ) +")
_RULES = frozenset({"-----", "_____", "=====", "*****"})
# A rule line that an export glued to a line's words: "CHÍNH PHỦ-------".
_RULE = re.compile(r"^[-_=*]{5,} *| *[-_=*]{5,}$")


def clean(piece: Traced) -> Traced:
    """The text in its one form, stripped; `Traced` keeps the way back."""
    if _NOTHING.search(piece.text):
        piece = piece.without_matches(_NOTHING)
    piece = nfc(piece)
    text = dashes(piece.text.translate(_ALIKE))
    piece = piece.same_length(text) if text != piece.text else piece
    if _NOTHING.search(text):
        piece = piece.without_matches(_NOTHING)
        if "  " in piece.text:
            piece = piece.without_matches(_NOTHING)
    if piece.text[-5:] in _RULES or piece.text[:5] in _RULES:
        piece = piece.without_matches(_RULE) or piece
    return piece.strip()
