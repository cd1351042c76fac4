"""Sections of the text that an amendment quotes: "Sửa đổi Điều 25 như sau: “Điều 25. … 1. Sở Tài chính a) …”".

The sections of a document leave out what it quotes; whom a quoted heading addresses is told by these of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from extractors.document import Span
from extractors.responsibilities.lines import LABEL, Line

_INTRODUCED = re.compile(r"(?:như sau|sau đây)\s*:\s*$")
_OPENED = re.compile(r"[“\"]\s*")
_CLOSED = re.compile(r"[”\"]\s*[.;,]?\s*$")
_RANKS = (
    re.compile(r"Điều "),
    re.compile(r"\d{1,2}(?:\.\d{1,2})*[a-zđ]?\s*[.)]?$"),
    re.compile(r"[a-zđ]{1,2}\d?\s*[.)]$"),
    re.compile(r"[-–—+•*●]$"),
)
_TITLE_WORDS = 25


def with_quoted(text: str, lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, those that an amendment quotes in sections by their labels."""
    before: Line | None = None
    quoted: _Quoted | None = None
    for line in lines:
        if quoted is not None and not quoted.holds(line):
            quoted = None
        if quoted is None and before is not None and _begins(text, before, line):
            quoted = _Quoted(line)
        before = line
        if quoted is None:
            yield line
            continue
        yield quoted.placed(text, line)
        if _CLOSED.search(text, max(line.span.start, line.span.end - 8), line.span.end):
            quoted = None


def opened(line: Line) -> str | None:
    """The id of the quoted section that a line opens, if it opens one."""
    return line.opens if line.opens and line.opens.startswith("“") else None


def _begins(text: str, before: Line, line: Line) -> bool:
    """Whether a quotation that the line before introduces begins with a line outside all sections of its own."""
    marked = text.startswith(("“", '"'), line.span.start)
    if not marked or line.opens is not None or line.part != before.part:
        return False
    return _INTRODUCED.search(text, max(before.span.start, before.span.end - 16), before.span.end) is not None


class _Quoted:
    """A quotation that is being read: the sections that stand open in it, by rank."""

    def __init__(self, first: Line) -> None:
        """``first``: the line that opens the quotation."""
        self._base, self._part = first.chain, first.part
        self._open: list[tuple[int, str]] = []
        self._start, self._count = first.span.start, 0

    def holds(self, line: Line) -> bool:
        """Whether a line still stands in the quotation."""
        if line.part != self._part or line.chain != self._base or line.opens is not None:
            return False
        return not line.label.startswith("Điều")

    def placed(self, text: str, line: Line) -> Line:
        """The line in its section of the quotation, without the mark and label before its words."""
        mark = _OPENED.match(text, line.span.start, line.span.end)
        start = mark.end() if mark else line.span.start
        label = LABEL.match(text, start, line.span.end) if mark else None
        words = label[0].strip() if label else line.label
        start = label.end() if label else start
        rank = next((n for n, form in enumerate(_RANKS, 1) if form.match(words)), 0) if words else 0
        if not rank and mark and _is_title(text[start : line.span.end]):
            rank = 1
        opens = self._opened(rank) if rank else None
        chain = (*self._base, *(section for _, section in self._open))
        return replace(line, span=Span(start, line.span.end), label=words, chain=chain, opens=opens)

    def _opened(self, rank: int) -> str:
        self._open = [(other, section) for other, section in self._open if other < rank]
        self._count += 1
        opens = f"“{self._start}.{self._count}"
        self._open.append((rank, opens))
        return opens


def _is_title(words: str) -> bool:
    """Whether words name what follows and say nothing themselves."""
    return len(words.split()) < _TITLE_WORDS and not words.rstrip().endswith((".", ";", "”", ":", ","))
