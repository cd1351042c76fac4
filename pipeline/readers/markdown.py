"""Light markup in text files: emphasis, escapes, headings, as converters write them. Words are never touched."""

from __future__ import annotations

import re

from extractors.document import OffsetMap, Span
from pipeline.readers.result import Block, Style
from pipeline.readers.traced import Traced

# A run of asterisks that opens or closes emphasis; "(*)" and "* " at a line's start are printed signs.
_MARK = re.compile(r"(?<!\\)(?<!\()\*(?![*)])|(?<!\()\*{2,3}(?!\))|\*{4,}")
# "1\.", "\- Báo cáo", "\[1\]", "số\*": a backslash before punctuation; one at the line's end is a line break.
_ESCAPE = re.compile(r"\\(?=[-.()\[\]*_#+!`~>|{}\"'\\<$^])|\\(?=\*{2})|\\[ \t]*$")
_HEADING = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+(?=\S)")
_QUOTE = re.compile(r"^[ \t]{0,3}(?:>[ \t]?)+(?=\S)")
_STAR_BULLET = re.compile(r"^[ \t]*\*[ \t]+(?=\S)")
_SIGNS = re.compile(r"\*\*|\\[-.*]|^#{1,6} |^\*[^*\s][^*\n]*\*$", re.MULTILINE)
_WORD = re.compile(r"[^\W_]")

Line = tuple[Traced, int | None, bool]


def is_markdown(raw: str) -> bool:
    """Whether the text carries such markup at all."""
    return _SIGNS.search(raw) is not None


class _Emphasis:
    """Which of bold and italic are open while lines go by."""

    __slots__ = ("bold", "italic")

    def __init__(self) -> None:
        self.bold = False
        self.italic = False

    def toggle(self, stars: int) -> None:
        if stars in (1, 3):
            self.italic = not self.italic
        if stars in (2, 3):
            self.bold = not self.bold


def unmark_lines(lines: list[Line]) -> list[Block]:
    """One block a line, without the marks, with bold and italic where the whole line is so."""
    state = _Emphasis()
    blocks: list[Block] = []
    empty = False
    for index, (line, page, blank) in enumerate(lines):
        gap = blank or empty
        if gap or line.text.strip() == "|":
            state = _Emphasis()
        heading = _HEADING.match(line.text)
        prefix = heading or _QUOTE.match(line.text)
        bullet = _STAR_BULLET.match(line.text)
        start = prefix.end() if prefix else (bullet.end() if bullet else 0)
        cuts, style = _marks(line.text, start, state)
        if prefix:
            cuts.insert(0, (prefix.start(), prefix.end()))
        text = line.without(cuts) if cuts else line
        empty = not text.text.strip()
        if empty:
            continue
        span = Span(line.source(0), line.source(len(line) - 1) + 1)
        goes_on = (state.bold or state.italic) and _closes_soon(lines, index)
        offsets = OffsetMap(text.starts, text.sources)
        blocks.append(
            Block(
                text.text, "line", page, style=style, source=span, offsets=offsets, gap=gap, continues=goes_on,
                heading=heading is not None,
            )
        )  # fmt: skip
    return blocks


def _marks(text: str, start: int, state: _Emphasis) -> tuple[list[tuple[int, int]], Style]:
    """The ranges to leave out, and the style of the line's words; ``state`` moves on to the line's end."""
    if "*" not in text and "\\" not in text:
        return [], Style(bold=state.bold, italic=state.italic)
    cuts = [m.span() for m in _ESCAPE.finditer(text, start)]
    bold = italic = True
    at = start
    for mark in _MARK.finditer(text, start):
        if _WORD.search(text, at, mark.start()):
            bold, italic = bold and state.bold, italic and state.italic
        state.toggle(len(mark.group()))
        cuts.append(mark.span())
        at = mark.end()
    if _WORD.search(text, at):
        bold, italic = bold and state.bold, italic and state.italic
    cuts.sort()
    return cuts, Style(bold=bold, italic=italic)


def _closes_soon(lines: list[Line], index: int) -> bool:
    """Whether emphasis that is open at a line's end is closed in the lines of the same paragraph."""
    for line, _, gap in lines[index + 1 : index + 12]:
        if gap or line.text.strip() == "|":
            return False
        if _MARK.search(line.text):
            return True
    return False
