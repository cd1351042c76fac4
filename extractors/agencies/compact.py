"""A text with single blanks and one kind of dash, beside its folded and lower-case forms, and the way back."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from typing import NamedTuple

from extractors.fold import forms

# "Lao động – Thương  binh" -> "Lao động-Thương binh"; "KH & ĐT" -> "KH&ĐT"; "Sở Kế hoạch\nvà Đầu tư" on one line
# (the first sign stands in front, so that the search skips to the next of them)
_IRREGULAR = re.compile(
    r"[\s&–—−‐‑-](?:(?:(?<=\S[ \u00a0])[ \u00a0]*[-–—−‐‑]|(?<=\S[-–—−‐‑]))[ \u00a0]*(?=\S)|(?:(?<=\s)\s*&|(?<=&))\s*|"
    r"(?<=\s)\s+|(?<=[\t\r\u00a0]))"
)
# What every irregular place holds, where no two blanks stand together: dashes, "&", blanks of other kinds; the plain
# ones beside a blank alone ("KH-UBND" is regular)
_SUSPECT = re.compile(
    r"[\t-\r\x1c-\x1f\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000&–—−‐‑-]"
    r"(?:(?<![\n&-])|(?<=\s[\n&-])|(?=\s))"
)

# "92/2009/TT- | BTC": a number that a line's end has cut
_SIGN_BEFORE = re.compile(r"/[A-ZĐ&]{1,6}(?:-[A-ZĐ&]+)*-\s+\Z")


class Compact(NamedTuple):
    """``raw``, ``low`` (lower case) and ``folded`` have one length; ``starts``/``sources`` lead back to ``text``.

    A line break stays in ``raw`` and ``low``, where it ends a name; in ``folded``, where names are looked up, it is a
    blank. ``low_code`` is ``low`` at one byte a sign, for the automata.
    """

    text: str
    raw: str
    low: str
    folded: str
    low_code: bytes
    starts: tuple[int, ...]
    sources: tuple[int, ...]

    def source(self, position: int) -> int:
        """The source offset of a position (of an end: one past the last character's)."""
        if len(self.starts) == 1:
            return position
        i = bisect.bisect_right(self.starts, position) - 1
        return self.sources[i] + position - self.starts[i]

    def inside_number(self, start: int, end: int) -> bool:
        """Whether the source has a hyphen or slash against ``[start, end)``, as in "10/2022/TT-BTC" or "UBND-KT"."""
        near = self.raw[max(0, start - 2) : start]
        if ("-" in near or "/" in near) and self._ends_number(self.source(start) - 1):
            return True
        if end - start >= 8 or self.raw[end : end + 1] not in ("-", "/"):
            return False
        after = self.end(end)
        return self.text[after : after + 1] in ("-", "/") and self.text[after + 1 : after + 2].isupper()

    def _ends_number(self, at: int) -> bool:
        """Whether the sign of the source at a position is one inside a number, or a blank after such a sign."""
        sign = self.text[at] if at > 0 else ""
        if sign.isspace():
            return _SIGN_BEFORE.search(self.text, max(0, at - 14), at + 1) is not None
        return sign in ("-", "/") and self.text[at - 1].isalnum()

    def end(self, position: int) -> int:
        """The source offset just after the character before ``position``."""
        return self.source(position - 1) + 1 if position else self.source(0)


def _replacement(found: str) -> str:
    signs = found.strip()
    if signs:
        return "&" if signs == "&" else "-"
    return "\n" if "\n" in found else " "


def compact(text: str) -> Compact:
    """The compact form of a text in NFC."""
    pieces: list[str] = []
    starts, sources = [0], [0]
    at = length = 0
    for match in _irregular(text):
        found = match.group()
        put = _replacement(found)
        if put == found:
            continue
        pieces += [text[at : match.start()], put]
        length += match.start() - at
        starts.append(length)
        lead = len(found) - len(found.lstrip()) if not put.isspace() else 0
        sources.append(match.start() + lead)
        length += 1
        at = match.end()
        starts.append(length)
        sources.append(at)
    raw = "".join((*pieces, text[at:])) if pieces else text
    return Compact(text, raw, *forms(raw), tuple(starts), tuple(sources))


def _irregular(text: str) -> Iterator[re.Match[str]]:
    """The irregular places, left to right; each begins with a suspect sign, or with the blanks before it."""
    if "  " in text:
        yield from _IRREGULAR.finditer(text)
        return
    suspect, past = _SUSPECT.search(text), 0
    while suspect:
        at = suspect.start()
        found = _IRREGULAR.match(text, at - 1) if at > past and text[at - 1].isspace() else None
        found = found or _IRREGULAR.match(text, at)
        if found:
            yield found
        past = found.end() if found else at + 1
        suspect = _SUSPECT.search(text, past)


def key(name: str) -> str:
    """The form in which names are looked up: folded and compact."""
    return compact(name.strip()).folded
