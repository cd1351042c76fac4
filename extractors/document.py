"""What a document is: the normalized text and everything that points into it.

All spans are ``[start, end)`` in Unicode code points of `Document.text`. The values are frozen: an
extractor is a pure function from a `Document` to findings.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

SourceFormat = Literal["txt", "html", "docx", "doc", "pdf", "image"]
SectionKind = Literal[
    "part", "chapter", "section", "article", "clause", "point", "roman", "number", "letter", "bullet",
    "appendix", "table", "footnote", "signature", "recipients",
]  # fmt: skip
ParagraphKind = Literal["header", "title", "heading", "text", "cell", "footnote", "recipients", "signature"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points of `Document.text`."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: object) -> bool:
        """Whether a position, or a whole span, lies inside this one."""
        if isinstance(other, Span):
            return self.start <= other.start and other.end <= self.end
        return isinstance(other, int) and self.start <= other < self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two ranges share a position."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The part of ``text`` that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Source:
    """The file that a document was read from; ``sha256`` is of its bytes, ``pages`` is null for a flowing format."""

    path: str
    sha256: str
    format: SourceFormat
    pages: int | None = None
    ocr: bool = False
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a person should know: ``code`` is stable; ``message`` (Vietnamese) says what, where and the mend."""

    code: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One logical paragraph (hard wraps rejoined), or one table cell. ``section`` is the innermost section's id."""

    span: Span
    kind: ParagraphKind = "text"
    page: int | None = None
    section: str | None = None
    bold: bool = False
    italic: bool = False
    centered: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A labelled part of the text: ``IV``, ``2``, ``a)``, ``Điều 5``, an appendix, a table, the signature block.

    ``id`` is the path of labels (``IV.2``, ``Điều 5/2/a``), made unique with ``~2`` when a label repeats under one
    parent; ``span`` covers the heading and all that belongs to it; ``heading`` covers label and title alone.
    """

    id: str
    kind: SectionKind
    label: str
    title: str | None
    span: Span
    heading: Span
    parent: str | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; ``column`` counts from 0, ``columns`` and ``rows`` are what a merged cell covers."""

    span: Span
    column: int
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A table row; a group row ("A. Nhóm nhiệm vụ …") has one cell that covers all columns."""

    span: Span
    cells: tuple[Cell, ...]
    page: int | None = None
    header: bool = False

    def cell(self, column: int) -> Cell | None:
        """The cell that stands in (or covers) a column."""
        return next((c for c in self.cells if c.column <= column < c.column + c.columns), None)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the text, whole again where pages or a flattening export cut it. Header rows are first and marked."""

    id: str
    span: Span
    rows: tuple[Row, ...]
    columns: int

    def cell(self, row: int, column: int) -> Cell | None:
        """The cell that stands in, or covers, a place (merged cells stand in their first row)."""
        for above in range(row, -1, -1):
            cell = self.rows[above].cell(column)
            if cell is not None:
                return cell if cell.rows > row - above else None
        return None


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note: its printed ``mark`` ("[1]"), the span of the note's text and the spans of the marks that refer to it."""

    mark: str
    span: Span
    references: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A document inside the text: the main one first, then what is attached to it (a plan "kèm theo", an appendix).

    ``head`` covers the letterhead, number line and title block, up to the first word of the body.
    """

    span: Span
    head: Span
    kind: Literal["main", "attachment"]


@dataclass(frozen=True, slots=True)
class Removed:
    """Text that the reader took out as furniture (``rule`` says why); ``source`` is the range in the source text."""

    rule: str
    text: str
    source: Span | None = None


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Normalized offset -> offset in the reader's raw text, piecewise linear; both tuples ascend."""

    starts: tuple[int, ...] = (0,)
    sources: tuple[int, ...] = (0,)

    def source(self, offset: int) -> int:
        """The raw offset of a normalized one."""
        i = bisect.bisect_right(self.starts, offset) - 1
        return self.sources[i] + offset - self.starts[i]


@dataclass(frozen=True, slots=True)
class Document:
    """A document as the extractors see it. Paragraphs are in text order, separated by one newline in ``text``."""

    text: str
    source: Source
    paragraphs: tuple[Paragraph, ...] = ()
    sections: tuple[Section, ...] = ()
    tables: tuple[Table, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    parts: tuple[Part, ...] = ()
    removed: tuple[Removed, ...] = ()
    warnings: tuple[Notice, ...] = ()
    offsets: OffsetMap = field(default_factory=OffsetMap)
    _paragraph_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _section_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Keeps where paragraphs and sections begin, for the searches by offset: every finding asks."""
        object.__setattr__(self, "_paragraph_starts", tuple(p.span.start for p in self.paragraphs))
        object.__setattr__(self, "_section_starts", tuple(s.span.start for s in self.sections))

    def __iter__(self) -> Iterator[Paragraph]:
        return iter(self.paragraphs)

    def quote(self, span: Span) -> str:
        """The text under a span."""
        return self.text[span.start : span.end]

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that holds an offset."""
        i = bisect.bisect_right(self._paragraph_starts, offset) - 1
        return self.paragraphs[i] if i >= 0 and offset < self.paragraphs[i].span.end else None

    def section_at(self, offset: int) -> Section | None:
        """The innermost section at an offset: sections nest, so it is the last that begins before and reaches it."""
        i = bisect.bisect_right(self._section_starts, offset) - 1
        while i >= 0 and offset >= self.sections[i].span.end:
            i -= 1
        return self.sections[i] if i >= 0 else None

    def page_at(self, offset: int) -> int | None:
        """The page (from 1) that an offset stands on; null for a flowing format."""
        paragraph = self.paragraph_at(offset)
        return paragraph.page if paragraph else None
