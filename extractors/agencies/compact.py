"""A text with single blanks and one kind of dash, beside its folded and lower-case forms, and the way back."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass

from extractors.fold import fold

# "Lao động – Thương  binh" -> "Lao động-Thương binh"; "KH & ĐT" -> "KH&ĐT"; "Sở Kế hoạch\nvà Đầu tư" on one line
# (the first sign stands in front, so that the search skips to the next of them)
_IRREGULAR = re.compile(
    r"[\s&–—−‐‑-](?:(?:(?<=\S[ \u00a0])[ \u00a0]*[-–—−‐‑]|(?<=\S[-–—−‐‑]))[ \u00a0]*(?=\S)|(?:(?<=\s)\s*&|(?<=&))\s*|"
    r"(?<=\s)\s+|(?<=[\t\r\u00a0]))"
)
# What every irregular place holds, but for two blanks: dashes, "&", blanks of other kinds
_SUSPECT = re.compile(r"[\t-\r\x1c-\x1f\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000&–—−‐‑-]")

# "92/2009/TT- | BTC": a number that a line's end has cut
_SIGN_BEFORE = re.compile(r"/[A-ZĐ&]{1,6}(?:-[A-ZĐ&]+)*-\s+\Z")


@dataclass(frozen=True, slots=True)
class Compact:
    """``raw``, ``low`` (lower case) and ``folded`` have one length; ``starts``/``sources`` lead back to ``text``.

    A line break stays in ``raw`` and ``low``, where it ends a name; in ``folded``, where names are looked up, it is a
    blank.
    """

    text: str
    raw: str
    low: str
    folded: str
    starts: tuple[int, ...]
    sources: tuple[int, ...]

    def source(self, position: int) -> int:
        """The source offset of a position (of an end: one past the last character's)."""
        i = bisect.bisect_right(self.starts, position) - 1
        return self.sources[i] + position - self.starts[i]

    def inside_number(self, start: int, end: int) -> bool:
        """Whether the source has a hyphen or slash against ``[start, end)``, as in "10/2022/TT-BTC" or "UBND-KT"."""
        before, after = self.source(start) - 1, self.end(end)
        if _SIGN_BEFORE.search(self.text, max(0, before - 14), before + 1):
            return True
        return (before >= 0 and self.text[before] in "-/" and before > 0 and self.text[before - 1].isalnum()) or (
            self.text[after : after + 1] in ("-", "/")
            and self.text[after + 1 : after + 2].isupper()
            and end - start < 8
        )

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
    for match in _IRREGULAR.finditer(text, _first_suspect(text)):
        put = _replacement(match.group())
        if len(put) == len(match.group()) and put == match.group():
            continue
        pieces += [text[at : match.start()], put]
        length += match.start() - at
        starts.append(length)
        lead = len(match.group()) - len(match.group().lstrip()) if not put.isspace() else 0
        sources.append(match.start() + lead)
        length += 1
        at = match.end()
        starts.append(length)
        sources.append(at)
    pieces.append(text[at:])
    raw = "".join(pieces)
    return Compact(text, raw, _lower(raw), fold(raw).replace("\n", " "), tuple(starts), tuple(sources))


def _first_suspect(text: str) -> int:
    """A place before which nothing is irregular; most paragraphs are plain up to their end."""
    double = text.find("  ")
    suspect = _SUSPECT.search(text)
    first = min(double if double >= 0 else len(text), suspect.start() if suspect else len(text))
    return len(text[:first].rstrip())


def _lower(text: str) -> str:
    """Lower case of the same length: "İ", which has none of one letter, stays."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def key(name: str) -> str:
    """The form in which names are looked up: folded and compact."""
    return compact(name.strip()).folded
