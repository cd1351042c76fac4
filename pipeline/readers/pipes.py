"""Tables of Markdown: rows of cells between bars, the second line a row of dashes ("|---|:---:|")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.document import OffsetMap, Span
from pipeline.readers.markdown import Line, unmark_lines
from pipeline.readers.result import Block, CellPosition, Style
from pipeline.readers.traced import EMPTY, Traced, join

# "|---|:---:|", "--- | ---"
_DASHES = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?\s*|\s*\|\s*:?-{2,}:?\s*\|\s*")
_BAR = re.compile(r"(?<!\\)\|")
_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
# what a letterhead or a signature block holds: such a table only sets its lines side by side
_LAYOUT = re.compile(r"CỘNG H[OÒ][ÀA]|ĐẢNG CỘNG SẢN|Độc lập|Nơi nhận|(?<!\w)(?:TM|KT|TL|TUQ)\.")
_HEAD_ROWS = 4


def is_row(text: str) -> bool:
    """Whether a line has the form of a table's row, "| … |"."""
    stripped = text.strip()
    return len(stripped) > 1 and stripped.startswith("|") and stripped.endswith("|")


def find_tables(lines: list[Line]) -> Iterator[tuple[int, int]]:
    """The ranges of lines that are tables: a header, the row of dashes, and the rows below it."""
    at = 1
    while at < len(lines):
        if _DASHES.fullmatch(lines[at][0].text) and "|" in lines[at - 1][0].text:
            width = len(_cells(lines[at - 1][0]))
            end = at + 1
            while end < len(lines) and _is_body(lines[end], width):
                end += 1
            if len(_cells(lines[at][0])) == width:
                yield at - 1, end
                at = end
        at += 1


def _is_body(line: Line, width: int) -> bool:
    text, _, gap = line
    return not gap and (is_row(text.text) or len(_cells(text)) == width) and "|" in text.text


def table_blocks(lines: list[Line], table: int) -> list[Block]:
    """The cells of one table's lines; a letterhead's or signature's as lines of text."""
    rows = [_cells(text) for index, (text, _, _) in enumerate(lines) if index != 1]
    pages = [page for index, (_, page, _) in enumerate(lines) if index != 1]
    if any(_LAYOUT.search(cell.text) for row in rows[:_HEAD_ROWS] for cell in row):
        beside = [(cell, page) for row, page in zip(rows, pages, strict=True) for cell in row]
        return unmark_lines([(piece, page, False) for cell, page in beside for piece in _broken(cell)])
    blocks: list[Block] = []
    for index, (row, page) in enumerate(zip(rows, pages, strict=True)):
        for column, cell in enumerate(row):
            blocks.append(_block(cell, page, CellPosition(table, index, column)))
    return blocks


def _block(cell: Traced, page: int | None, position: CellPosition) -> Block:
    """The block of a cell, its breaks as line ends; the cells of the header row are printed bold."""
    lines = unmark_lines([(piece, page, False) for piece in _broken(cell)])
    text = join([line.traced() for line in lines], "\n") if lines else EMPTY
    style = lines[0].style if lines else Style()
    style = replace(style, bold=True) if position.row == 0 else style
    block = Block(text.text, "paragraph", page, style=style, cell=position)
    if not text.text:
        return block
    source = Span(text.source(0), text.source(len(text) - 1) + 1)
    return replace(block, offsets=OffsetMap(text.starts, text.sources), source=source)


def _broken(cell: Traced) -> list[Traced]:
    """The lines of a cell."""
    pieces: list[Traced] = []
    at = 0
    for match in [*_BREAK.finditer(cell.text), None]:
        piece = cell.cut(at, match.start() if match else len(cell)).strip()
        if piece:
            pieces.append(piece)
        at = match.end() if match else len(cell)
    return pieces


def _cells(line: Traced) -> list[Traced]:
    """What stands between the bars; the bars at a line's ends close cells and open none."""
    edges = [0, *(bar.end() for bar in _BAR.finditer(line.text))]
    ends = [*(bar.start() for bar in _BAR.finditer(line.text)), len(line)]
    found = [line.cut(start, end).strip() for start, end in zip(edges, ends, strict=True)]
    if found and not found[0]:
        found = found[1:]
    return found[:-1] if found and not found[-1] else found
