"""Folding of Vietnamese text: marks off, đ -> d, lower case.

`fold` keeps the length (code point for code point on NFC text), so offsets hold; `norm` also unifies blanks and
punctuation for search; `slug` writes ids, where đ becomes ``dd`` so that QĐ and QD cannot meet.
"""

from __future__ import annotations

import codecs
import re
import sys
import unicodedata
from functools import lru_cache
from typing import NamedTuple

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


# All that Vietnamese texts are printed with fits into a code of one byte a sign, made as the one-byte codecs of the
# standard library are; to go through it takes a third of the time of `str.translate`. Byte 0 stands for itself.
_LETTERS = "àáâãăạảấầẩẫậắằẳẵặèéêẹẻẽếềểễệìíĩỉịòóôõơọỏốồổỗộớờởỡợùúũưụủứừửữựýỳỵỷỹđ"
_ASCII = "\0\t\n\r" + "".join(map(chr, range(0x20, 0x7F)))
_PRINTED = (_ASCII + _LETTERS + _LETTERS.upper() + "\u00a0“”‘’–—…•·§°²«»©®×±µ≤≥→").ljust(256, "\ufffe")
_ENCODE = codecs.charmap_build(_PRINTED)
_DECODE = _PRINTED.translate(_FOLD)


@lru_cache(maxsize=2)
def coded(text: str) -> bytes | None:
    """The text at one byte a sign, for scans whose offsets hold in the text; null where the code lacks a sign.

    The code has no signs that combine, so a text that it holds is in NFC.
    """
    try:
        return codecs.charmap_encode(text, "strict", _ENCODE)[0]
    except UnicodeEncodeError:
        return None


def coded_in_part(text: str) -> bytes:
    """As `coded`, with "?" for what the code lacks."""
    return coded(text) or codecs.charmap_encode(text, "replace", _ENCODE)[0]


_SMALL = _PRINTED.lower()
_ON_ONE_LINE = _DECODE.replace("\n", " ")
_IN_SMALL = codecs.charmap_encode(_SMALL.replace("\ufffe", "?"), "strict", _ENCODE)[0]


def in_small(code: bytes) -> bytes:
    """A coded text in small letters."""
    return code.translate(_IN_SMALL)


def decoded(code: int) -> str:
    """The sign of a byte in `coded` texts."""
    return _PRINTED[code]


def fold(text: str) -> str:
    """Lower case without marks, of the same length as the NFC ``text``: ``fold("Sở Kế hoạch") == "so ke hoach"``."""
    try:
        return codecs.charmap_decode(codecs.charmap_encode(text, "strict", _ENCODE)[0], "strict", _DECODE)[0]
    except UnicodeEncodeError:  # a sign of another script among them
        return text.translate(_FOLD)


class Forms(NamedTuple):
    """A text in small letters, folded, and in small letters at one byte a sign ("?" for what the code lacks).

    All have its length: "İ", which has no small letter of one sign, stays. A line's end is a blank in the folded form.
    """

    small: str
    folded: str
    small_code: bytes


def forms(text: str) -> Forms:
    """The forms in which names are looked for in a text in NFC."""
    try:
        code = codecs.charmap_encode(text, "strict", _ENCODE)[0]
    except UnicodeEncodeError:  # a sign of another script among them
        return Forms(_small(text), text.translate(_FOLD).replace("\n", " "), in_small(coded_in_part(text)))
    small = codecs.charmap_decode(code, "strict", _SMALL)[0]
    folded = codecs.charmap_decode(code, "strict", _ON_ONE_LINE)[0]
    return Forms(small, folded, in_small(code))


def _small(text: str) -> str:
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


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
