"""What every reader returns: blocks of text with page, position, style and table cells. Later stages know no format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extractors.document import Notice, OffsetMap, Removed, Source, Span
from pipeline.readers.traced import Traced

BlockKind = Literal["line", "paragraph", "cell", "footnote"]


@dataclass(frozen=True, slots=True)
class Style:
    """How a block is printed; ``size`` in points, null where the format does not say."""

    bold: bool = False
    italic: bool = False
    centered: bool = False
    size: float | None = None


@dataclass(frozen=True, slots=True)
class CellPosition:
    """Where a block stands in a table, counted from 0; ``table`` numbers the tables of the document."""

    table: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of text in reading order.

    ``line``: one printed line, a paragraph may go on in the next block (text and PDF). ``paragraph``: a whole
    paragraph (DOCX, HTML). ``cell``: the whole text of a table cell.
    ``footnote``: a note without its mark, ``mark`` set.
    ``box`` is (left, top, right, bottom) in points from the page's top left; ``source`` the range in `Reading.raw`,
    with ``offsets`` (text -> raw) where the reader left something out inside it.
    ``gap``: empty space or an empty line stands before it. ``continues``: markup says that the paragraph goes on in the
    next block. ``heading``: markup says so. ``indent``: the line begins right of
    the left margin. ``fill``: the share of the column's width that a printed line reaches (1.0: the right margin).
    """

    text: str
    kind: BlockKind
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    style: Style = Style()
    cell: CellPosition | None = None
    mark: str | None = None
    source: Span | None = None
    offsets: OffsetMap | None = None
    gap: bool = False
    continues: bool = False
    fill: float | None = None
    heading: bool = False
    indent: bool | None = None

    def traced(self) -> Traced:
        """The text with its way back to the raw text."""
        if self.offsets is not None:
            return Traced(self.text, self.offsets.starts, self.offsets.sources)
        return Traced.at(self.text, self.source.start if self.source else 0)


@dataclass(frozen=True, slots=True)
class Reading:
    """The result of a reader; ``source`` spans index into ``raw``: the decoded file, or the blocks joined."""

    source: Source
    raw: str
    blocks: tuple[Block, ...]
    removed: tuple[Removed, ...] = ()
    warnings: tuple[Notice, ...] = ()
