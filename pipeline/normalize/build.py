"""Drafts to the text, paragraphs and tables of a `Document`, with the offset map."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.document import Cell, OffsetMap, Paragraph, Row, Span, Table
from pipeline.normalize.draft import Draft, DraftCell, DraftRow, DraftTable, Item
from pipeline.readers.traced import Traced

CELL_SEPARATOR = " | "


@dataclass(slots=True)
class Body:
    """The text so far and what points into it; ``marks`` holds (paragraph index, printed mark) of notes."""

    pieces: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    sources: list[int] = field(default_factory=list)
    length: int = 0
    paragraphs: list[Paragraph] = field(default_factory=list)
    kinds: list[str | None] = field(default_factory=list)
    notes: list[tuple[str, Span]] = field(default_factory=list)
    headings: set[int] = field(default_factory=set)
    tables: list[Table] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The normalized text."""
        return "".join(self.pieces)

    @property
    def offsets(self) -> OffsetMap:
        """Normalized offset -> raw offset."""
        return OffsetMap(tuple(self.starts) or (0,), tuple(self.sources) or (0,))

    def literal(self, text: str) -> None:
        """Text that is not in the source (separators)."""
        self.pieces.append(text)
        self.length += len(text)

    def add(self, piece: Traced) -> Span:
        """A piece of the source."""
        start = self.length
        for offset, source in zip(piece.starts, piece.sources, strict=True):
            at = start + offset
            if not self.starts or source - self.sources[-1] != at - self.starts[-1]:
                self.starts.append(at)
                self.sources.append(source)
        self.pieces.append(piece.text)
        self.length += len(piece.text)
        return Span(start, self.length)


def build(items: list[Item]) -> Body:
    """The text of all items, one newline between paragraphs and between rows."""
    body = Body()
    for item in items:
        if body.length:
            body.literal("\n")
        if isinstance(item, DraftTable):
            _table(body, item)
        else:
            _paragraph(body, item)
    return body


def _paragraph(body: Body, draft: Draft, kind: str | None = None) -> Span:
    start = body.length
    if draft.mark:
        body.literal(f"{draft.mark} ")
    note = body.add(draft.text)
    span = Span(start, body.length)
    if draft.mark:
        body.notes.append((draft.mark, note))
    if draft.heading:
        body.headings.add(len(body.paragraphs))
    body.paragraphs.append(
        Paragraph(span, page=draft.page, bold=draft.bold, italic=draft.italic, centered=draft.centered)
    )
    body.kinds.append(kind or draft.kind)
    return span


def _table(body: Body, draft: DraftTable) -> None:
    rows: list[Row] = []
    start = body.length
    for index, row in enumerate(draft.rows):
        if index:
            body.literal("\n")
        rows.append(_row(body, row))
    body.tables.append(Table(f"table-{len(body.tables) + 1}", Span(start, body.length), tuple(rows), draft.columns))


def _row(body: Body, row: DraftRow) -> Row:
    start = body.length
    cells: list[Cell] = []
    for index, cell in enumerate(row.cells):
        if index:
            body.literal(CELL_SEPARATOR)
        cells.append(_cell(body, cell))
    return Row(Span(start, body.length), tuple(cells), row.page, row.header)


def _cell(body: Body, cell: DraftCell) -> Cell:
    start = body.length
    first = cell.paragraphs[0] if cell.paragraphs else None
    for index, draft in enumerate(cell.paragraphs):
        if index:
            body.literal("\n")
        body.add(draft.text)
    span = Span(start, body.length)
    if first is not None and len(span):
        body.paragraphs.append(
            Paragraph(
                span, "cell", first.page, bold=all(p.bold for p in cell.paragraphs),
                italic=all(p.italic for p in cell.paragraphs), centered=first.centered,
            )
        )  # fmt: skip
        body.kinds.append("cell")
    return Cell(span, cell.column, cell.columns, cell.rows)
