"""Blocks of a reading to drafts: lines with their characters in one form, and the tables that the format has."""

from __future__ import annotations

from pipeline.normalize.chars import clean
from pipeline.normalize.draft import Draft, DraftCell, DraftRow, DraftTable, Item
from pipeline.normalize.grid import mark_header
from pipeline.normalize.wraps import Page, unwrap
from pipeline.readers.result import Block, Reading
from pipeline.readers.traced import Traced, join


def pieces(reading: Reading) -> list[Item]:
    """Lines and tables in reading order."""
    items: list[Item] = []
    cells: list[Block] = []
    for block in reading.blocks:
        if cells and (block.cell is None or cells[-1].cell is None or block.cell.table != cells[-1].cell.table):
            items.append(_table(cells))
            cells = []
        if block.cell is not None:
            cells.append(block)
        elif (draft := draft_of(block)).text:
            items.append(draft)
    if cells:
        items.append(_table(cells))
    return [item for item in items if not isinstance(item, DraftTable) or item.rows]


def draft_of(block: Block) -> Draft:
    """A block with its characters in one form; the lines of a note are joined."""
    style = block.style
    text = block.traced()
    if "\n" in text.text:
        lines = _lines_of(text, block)
        merged = unwrap(lines, Page(True, max((len(line.text) for line in lines), default=0)))
        text = join([draft.text for draft in merged], " ")
    else:
        text = clean(text)
    return Draft(
        text, block.page, style.bold, style.italic, style.centered, style.size, block.gap, block.continues, block.fill,
        whole=block.kind != "line", heading=block.heading, indent=block.indent,
        kind="footnote" if block.kind == "footnote" else None, mark=block.mark,
    )  # fmt: skip


def _lines_of(text: Traced, block: Block) -> list[Draft]:
    lines: list[Draft] = []
    at = 0
    for line in text.text.split("\n"):
        piece = clean(text.cut(at, at + len(line)))
        if piece:
            lines.append(Draft(piece, block.page, block.style.bold, block.style.italic, block.style.centered))
        at += len(line) + 1
    return lines


def _table(blocks: list[Block]) -> DraftTable:
    """The table of cell blocks; rows and cells in order, empty rows left out."""
    rows: dict[int, DraftRow] = {}
    columns = 0
    widths: dict[int, int] = {}
    for block in blocks:
        if block.cell:
            longest = max((len(line) for line in block.text.split("\n")), default=0)
            widths[block.cell.column] = max(widths.get(block.cell.column, 0), longest)
    for block in blocks:
        cell = block.cell
        if cell is None:
            continue
        page = Page(True, widths[cell.column], cell=True) if block.kind == "cell" else Page(False, 0)
        paragraphs = unwrap(_lines_of(block.traced(), block), page)
        row = rows.setdefault(cell.row, DraftRow([], block.page))
        row.cells.append(DraftCell(paragraphs, cell.column, cell.columns, cell.rows))
        columns = max(columns, cell.column + cell.columns)
    kept = [rows[i] for i in sorted(rows) if any(cell.paragraphs for cell in rows[i].cells)]
    for row in kept:
        row.cells.sort(key=lambda cell: cell.column)
    table = DraftTable(kept, columns)
    mark_header(table)
    return table
