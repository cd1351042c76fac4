"""Ruled tables of PDF pages: cells by pdfplumber's lines, words by the caller."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

Box = tuple[float, float, float, float]

_TOLERANCE = 4.0


@dataclass(frozen=True, slots=True)
class RuledCell:
    """A cell's box (points from the page's top left), where it stands and what it covers."""

    box: Box
    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table of one page."""

    page: int
    box: Box
    cells: tuple[RuledCell, ...]
    rows: int
    columns: int


def ruled_tables(data: bytes, pages: Iterable[int]) -> Iterator[RuledTable]:
    """The ruled tables of some pages (from 0), top to bottom."""
    import pdfplumber  # noqa: PLC0415 - half a second of import that only pages with tables need

    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for number in pages:
            whole = pdf.pages[number]
            page = whole.filter(_is_ink)
            vertical = [e for e in page.edges if e["orientation"] == "v" and e["bottom"] - e["top"] > 5]
            if not vertical:
                whole.close()
                continue
            # A row cut by the page's end has no closing line: draw it where the vertical ones end.
            closing = [max(e["bottom"] for e in vertical), min(e["top"] for e in vertical)]
            for table in page.find_tables({"explicit_horizontal_lines": closing}):
                if (ruled := _grid(number, table.bbox, [c for c in table.cells if c])) is not None:
                    yield ruled
            whole.close()


def _is_ink(item: dict[str, Any]) -> bool:
    """Whether an object may be a table's line: a filled box without border behind a line of text is none."""
    if item["object_type"] != "rect":
        return True
    return bool(item.get("stroke")) or min(item["width"], item["height"]) < 3


def _grid(page: int, box: Box, boxes: list[Box]) -> RuledTable | None:
    lefts = _edges(c[0] for c in boxes)
    tops = _edges(c[1] for c in boxes)
    if len(lefts) < 2 or len(tops) < 2:
        return None
    cells = []
    for cell in sorted(boxes, key=lambda c: (c[1], c[0])):
        row, column = _index(tops, cell[1]), _index(lefts, cell[0])
        rows = sum(1 for t in tops[row + 1 :] if t < cell[3] - _TOLERANCE) + 1
        columns = sum(1 for x in lefts[column + 1 :] if x < cell[2] - _TOLERANCE) + 1
        cells.append(RuledCell(cell, row, column, rows, columns))
    shared = Counter(cell.row for cell in cells)
    if sum(count > 1 for count in shared.values()) * 2 < len(tops):
        return None
    return RuledTable(page, box, tuple(cells), len(tops), len(lefts))


def _edges(values: Iterable[float]) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _TOLERANCE:
            edges.append(value)
    return edges


def _index(edges: list[float], value: float) -> int:
    return min(range(len(edges)), key=lambda i: abs(edges[i] - value))
