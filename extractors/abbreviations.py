"""Abbreviations of words (not of agencies): those that a document defines, and the common ones of a table."""

from __future__ import annotations

import re
from functools import cache

from extractors.fold import fold, norm
from extractors.vocabulary import table

# "(KTTH)" after "phát triển kinh tế tuần hoàn", "(sau đây viết tắt là CSDL)", "(gọi tắt: TKCN)"
_SHORT = re.compile(
    r"\((?:(?:sau đây\s+)?(?:viết tắt|gọi tắt|gọi chung)(?:\s+là)?:?\s+)?[\"“]?"
    r"(?P<short>[A-ZĐ](?:[&-]?[A-ZĐ]){1,9})[\"”]?\)"
)
_STOP = re.compile(r"[\n;:.()\"“”]")
_BEFORE = 160  # how far back the words of an abbreviation are looked for
_LETTERS = re.compile(r"[^\W\d_]")
_LINKS = frozenset({"va", "cua", "cho", "ve"})


def find_abbreviations(text: str) -> tuple[tuple[str, str], ...]:
    """``(short, long)`` for each abbreviation that a text defines in brackets after the words, both as printed.

    The words are those whose initials are the letters of the abbreviation; và, của, cho, về may be left out of it.
    """
    found: dict[str, str] = {}
    for match in _SHORT.finditer(text):
        before = _STOP.split(text[max(0, match.start() - _BEFORE) : match.start()])[-1]
        words = _spelled(before.split(), match["short"])
        if words:
            found.setdefault(match["short"], " ".join(words))
    return tuple(found.items())


@cache
def common_abbreviations() -> tuple[tuple[str, str], ...]:
    """The abbreviations that plans use without defining them, folded: ``("cntt", "cong nghe thong tin")``."""
    return tuple((norm(row["short"]), norm(row["long"])) for row in table("abbreviations"))


def _spelled(words: list[str], short: str) -> list[str]:
    """The last words that spell an abbreviation, or none."""
    letters = [fold(letter) for letter in _LETTERS.findall(short)]
    taken: list[str] = []
    while letters and words:
        word = words[-1].strip(",“”\"'")
        initial = fold(word[:1])
        if initial != letters[-1]:
            if not taken or fold(word) not in _LINKS:
                return []
            taken.append(words.pop())
            continue
        letters.pop()
        taken.append(words.pop())
    return [] if letters else taken[::-1]
