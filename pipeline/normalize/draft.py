"""What the stages of normalization hand on: paragraphs and tables on the way to a `Document`."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.document import ParagraphKind
from pipeline.readers.traced import Traced


@dataclass(slots=True)
class Draft:
    """A line or paragraph in the making. ``kind`` null: the structure decides; ``parts`` counts the joined lines."""

    text: Traced
    page: int | None = None
    bold: bool = False
    italic: bool = False
    centered: bool = False
    size: float | None = None
    gap: bool = False
    continues: bool = False
    fill: float | None = None
    whole: bool = False
    heading: bool = False
    indent: bool | None = None
    kind: ParagraphKind | None = None
    mark: str | None = None
    lines: int = 1


@dataclass(slots=True)
class DraftCell:
    """A cell: its paragraphs and what it covers."""

    paragraphs: list[Draft]
    column: int
    columns: int = 1
    rows: int = 1


@dataclass(slots=True)
class DraftRow:
    """A row of cells in column order."""

    cells: list[DraftCell]
    page: int | None = None
    header: bool = False


@dataclass(slots=True)
class DraftTable:
    """A table."""

    rows: list[DraftRow] = field(default_factory=list)
    columns: int = 0


Item = Draft | DraftTable
