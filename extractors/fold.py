"""Folding of Vietnamese text: marks off, đ -> d, lower case.

`fold` keeps the length (code point for code point on NFC text), so offsets hold; `norm` also unifies blanks and
punctuation for search; `slug` writes ids, where đ becomes ``dd`` so that QĐ and QD cannot meet.
"""

from __future__ import annotations

import re
import sys
import unicodedata

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")


def _fold_table() -> dict[int, str]:
    table: dict[int, str] = {ord("đ"): "d", ord("Đ"): "d", ord("Ð"): "d", ord("ð"): "d"}
    for code in range(sys.maxunicode + 1):
        if 0x41 <= code < 0x250 or 0x1E00 <= code < 0x1F00:
            base = unicodedata.normalize("NFD", chr(code))[0].lower()
            if len(base) == 1:
                table.setdefault(code, base)
        if code > 0x1F00:
            break
    return table


_FOLD = _fold_table()
_BLANKS = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Lower case without marks, of the same length as the NFC ``text``: ``fold("Sở Kế hoạch") == "so ke hoach"``."""
    return text.translate(_FOLD)


def dashes(text: str) -> str:
    """All dashes as ``-``, of the same length."""
    return text.translate(_DASHES)


def norm(text: str) -> str:
    """The search form: folded, punctuation and blanks as single blanks. Queries and stored text use the same."""
    return _BLANKS.sub(" ", fold(unicodedata.normalize("NFC", text))).strip()


def slug(text: str) -> str:
    """The id form: ``slug("687/QĐ-TTg") == "687-qdd-ttg"``."""
    doubled = unicodedata.normalize("NFC", text)
    for letter in "đĐÐð":
        doubled = doubled.replace(letter, "dd")
    return _BLANKS.sub("-", fold(doubled)).strip("-")
