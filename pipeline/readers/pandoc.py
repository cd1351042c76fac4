"""Tables as a converter draws them in text: a frame of "+---+" lines, or columns under two rows of dashes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pipeline.readers.traced import Traced

Line = tuple[Traced, int | None, bool]

# "+-----+:----:+"
_FRAME = re.compile(r"\s*\+[-=:+]{3,}\+\s*")
# "  -------- ---------": two or more runs of dashes.
_DASHES = re.compile(r"\s*-{5,}(?: +-{5,})+\s*")
# one column of such a line
_RULE = re.compile(r"-+")
_LONGEST = 400


def flatten(lines: list[Line]) -> list[Line]:
    """The lines with every drawn table as its cells one after the other, each closed by a line "|"."""
    result: list[Line] = []
    at = 0
    while at < len(lines):
        text = lines[at][0].text
        if _FRAME.fullmatch(text):
            end = _end_of_frame(lines, at)
            result.extend(_framed(lines[at:end]))
        elif _DASHES.fullmatch(text) and (closed := _end_of_dashes(lines, at)):
            end = closed
            result.extend(_columns(lines[at:end]))
        else:
            result.append(lines[at])
            end = at + 1
        at = end
    return result


def _end_of_frame(lines: list[Line], at: int) -> int:
    end = at + 1
    while end < len(lines) and end - at < _LONGEST:
        text = lines[end][0].text.strip()
        if not (_FRAME.fullmatch(text) or (text.startswith("|") and text.endswith("|"))):
            break
        end += 1
    return end


def _end_of_dashes(lines: list[Line], at: int) -> int | None:
    for end in range(at + 1, min(len(lines), at + _LONGEST)):
        if _DASHES.fullmatch(lines[end][0].text):
            return end + 1
    return None


def _framed(lines: list[Line]) -> Iterator[Line]:
    rows: list[list[Line]] = []
    for line in lines:
        if _FRAME.fullmatch(line[0].text):
            rows.append([])
        elif rows:
            rows[-1].append(line)
    for row in rows:
        if row:
            yield from _cells(row, [_between_bars(line[0].text) for line in row])


def _between_bars(text: str) -> list[tuple[int, int]]:
    bars = [i for i, sign in enumerate(text) if sign == "|"]
    return [(start + 1, end) for start, end in pairwise(bars)]


def _columns(lines: list[Line]) -> Iterator[Line]:
    spans = [match.span() for match in _RULE.finditer(lines[0][0].text)]
    edges = [(start, spans[i + 1][0] if i + 1 < len(spans) else 10_000) for i, (start, _) in enumerate(spans)]
    edges[0] = (0, edges[0][1])
    row: list[Line] = []
    for line in lines[1:-1]:
        if line[2] and row:
            yield from _cells(row, [_at_blanks(edges, of[0].text) for of in row])
            row = []
        row.append(line)
    if row:
        yield from _cells(row, [_at_blanks(edges, of[0].text) for of in row])


def _at_blanks(edges: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Columns that cut no word: an edge inside one moves to the word's end."""
    moved = []
    start = 0
    for _, end in edges:
        edge = min(end, len(text))
        while 0 < edge < len(text) and not text[edge].isspace() and not text[edge - 1].isspace():
            edge += 1
        moved.append((start, edge))
        start = edge
    return moved


def _cells(row: list[Line], edges: list[list[tuple[int, int]]]) -> Iterator[Line]:
    """The cells of a row: their lines, then "|"; a "|" opens the row. ``edges``: the cells' ranges in each line."""
    first = row[0]
    yield _bar(first)
    for column in range(max(len(ranges) for ranges in edges)):
        for (text, page, _), ranges in zip(row, edges, strict=True):
            if column < len(ranges) and (piece := text.cut(*ranges[column]).strip()):
                yield piece, page, False
        yield _bar(first)


def _bar(line: Line) -> Line:
    return Traced.at("|", line[0].source(0)), line[1], False
