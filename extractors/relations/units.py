"""The stretches of text in which a relation is stated: sentences with their citations, and what leads into them.

A list takes its verb from the words that lead into it: a heading ("I. CĂN CỨ PHÁP LÝ"), a line that ends in a colon
("Các Quyết định sau đây hết hiệu lực:"), the item before when that ended in a semicolon, a table's column.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from extractors.document import Document, Paragraph, Span
from extractors.findings import Citation
from extractors.fold import fold

# Điều 5. | Chương II | I. | 1. | 1.2. | a) | - | +
_MARKS = (
    (1, re.compile(r"(?:chương|phần|mục)\s+[ivxlc\d]+\b[.:]?\s*", re.IGNORECASE)),
    (2, re.compile(r"điều\s+\d+[a-zđ]?\s*[.:]\s*", re.IGNORECASE)),
    (2, re.compile(r"(?:[IVXLC]{1,5}|[A-E])\s*[.)]\s+")),
    (3, re.compile(r"\d{1,3}\s*[.)]\s+|\d{1,3}\s*\.(?=[^\d\s])")),
    (4, re.compile(r"\d{1,3}(?:\.\d{1,3}){1,3}\s*[.)]?\s+")),
    (5, re.compile(r"[a-zđ]{1,2}\s*[).]\s+")),
    (6, re.compile(r"[-–•*]\s*")),
    (7, re.compile(r"[+○▪]\s*")),
)
PLAIN = 8
# "… của tỉnh. Tiếp tục thực hiện": not after a one-letter or abbreviating word ("TP. Cần Thơ", "v.v. ")
_STOP = re.compile(r"(?<![A-ZĐ])(?<!\bTP)(?<!\bTp)(?<!\bv)(?<!\bTT)[.!?]\s+(?=[“\"(]?[A-ZĐÀ-ỸĂÂÊÔƠƯ])")
_QUOTED = re.compile(r"\s*[“\"]")
_UNQUOTED = re.compile(r"[”\"]\s*[.;,]?\s*$")


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence: where it begins (after its list mark) and ends, the citations in it, and its place in lists.

    ``level`` is the list level of its paragraph, ``first`` says that it opens the paragraph, ``last`` that it ends it;
    ``quoted`` that it is text which the document puts into another one; ``column`` the folded words that head its
    column, when it stands in a table; ``text`` is the document's.
    """

    paragraph: Paragraph
    span: Span
    level: int
    first: bool
    last: bool
    quoted: bool
    column: str
    citations: tuple[Citation, ...]
    text: str

    @property
    def heading(self) -> bool:
        """Whether the unit is a heading or a title line."""
        return self.paragraph.kind in ("heading", "title")


def level_of(text: str) -> tuple[int, int]:
    """The list level of a paragraph and the length of its mark: ``level_of("a) Quyết định") == (5, 3)``."""
    for level, mark in _MARKS:
        match = mark.match(text)
        if match:
            return level, match.end()
    return PLAIN, 0


def _sentences(text: str, start: int, end: int, inside: list[Citation]) -> list[Span]:
    """The sentences in a range; a full stop inside a citation does not end one."""
    begins = [c.span.start for c in inside]
    reach = list(accumulate((c.span.end for c in inside), max))

    def cited(at: int) -> bool:
        before = bisect_right(begins, at)
        return before > 0 and at < reach[before - 1]

    edges = [start, *(m.end() for m in _STOP.finditer(text, start, end) if not cited(m.start())), end]
    return [Span(a, b) for a, b in pairwise(edges) if b > a]


def _columns(document: Document) -> dict[int, str]:
    """The folded words above each table cell, by the cell's start."""
    heads: dict[int, str] = {}
    for table in document.tables:
        titles: dict[int, str] = {}
        for row in table.rows:
            for cell in row.cells:
                if row.header:
                    for column in range(cell.column, cell.column + cell.columns):
                        titles[column] = titles.get(column, "") + " " + fold(document.quote(cell.span))
                else:
                    heads[cell.span.start] = titles.get(cell.column, "").strip()
    return heads


def units(document: Document, citations: tuple[Citation, ...]) -> Iterator[Unit]:
    """All sentences of the document, in text order."""
    text, columns = document.text, _columns(document)
    ordered = sorted(citations, key=lambda c: (c.span.start, -c.span.end))
    at, quoted = 0, False
    closes = max((p.span.end for p in document.paragraphs if _closes(text, p.span)), default=0)
    for paragraph in document.paragraphs:
        span = paragraph.span
        while at < len(ordered) and ordered[at].span.start < span.start:
            at += 1
        inside = []
        while at < len(ordered) and ordered[at].span.start < span.end:
            inside.append(ordered[at])
            at += 1
        quoted = quoted or bool(_QUOTED.match(text, span.start))
        level, mark = level_of(text[span.start : min(span.end, span.start + 40)])
        begins = [c.span.start for c in inside]
        parts = _sentences(text, span.start + mark, span.end, inside)
        for i, part in enumerate(parts):
            own = tuple(inside[bisect_left(begins, part.start) : bisect_left(begins, part.end)])
            yield Unit(
                paragraph,
                part,
                level,
                i == 0,
                i == len(parts) - 1,
                quoted,
                columns.get(span.start, ""),
                own,
                text,
            )
        if _closes(text, span) or span.end > closes:  # a quotation that nothing closes is one paragraph long
            quoted = False


def _closes(text: str, span: Span) -> bool:
    return _UNQUOTED.search(text, max(span.start, span.end - 4), span.end) is not None
