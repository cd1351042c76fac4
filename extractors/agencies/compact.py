"""A text with single blanks and one kind of dash, beside its folded and lower-case forms, and the way back to offsets."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass

from extractors.fold import fold

# "Lao động – Thương  binh" -> "Lao động-Thương binh"; "KH & ĐT" -> "KH&ĐT"; "Sở Kế hoạch\nvà Đầu tư" on one line
_IRREGULAR = re.compile(r"\s*[-–—−‐‑]\s*|\s*&\s*|\s{2,}|[\n\t\r\u00a0]")
_SINGLE = {"-": "-", "&": "&"}


@dataclass(frozen=True, slots=True)
class Compact:
    """``raw``, ``low`` (lower case) and ``folded`` have one length; ``starts``/``sources`` lead back to the source."""

    raw: str
    low: str
    folded: str
    starts: tuple[int, ...]
    sources: tuple[int, ...]

    def source(self, position: int) -> int:
        """The source offset of a position (of an end: one past the last character's)."""
        i = bisect.bisect_right(self.starts, position) - 1
        return self.sources[i] + position - self.starts[i]

    def end(self, position: int) -> int:
        """The source offset just after the character before ``position``."""
        return self.source(position - 1) + 1 if position else self.source(0)


def _replacement(found: str) -> str:
    for sign in found:
        if sign == "&":
            return "&"
        if not sign.isspace():
            return "-"
    return " "


def compact(text: str) -> Compact:
    """The compact form of a text in NFC."""
    pieces: list[str] = []
    starts, sources = [0], [0]
    at = length = 0
    for match in _IRREGULAR.finditer(text):
        put = _replacement(match.group())
        if len(put) == len(match.group()) and put == match.group():
            continue
        pieces += [text[at : match.start()], put]
        length += match.start() - at
        starts.append(length)
        sources.append(match.start() + max(0, len(match.group()) - len(match.group().lstrip())) if put != " " else match.start())
        length += 1
        at = match.end()
        starts.append(length)
        sources.append(at)
    pieces.append(text[at:])
    raw = "".join(pieces)
    low = raw.lower()
    return Compact(raw, low if len(low) == len(raw) else raw, fold(raw), tuple(starts), tuple(sources))


def key(name: str) -> str:
    """The form in which names are looked up: folded and compact."""
    return compact(name.strip()).folded
