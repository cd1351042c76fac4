"""Rows of flattened tables that lack cells: a cell merged over several rows is printed with the first of them alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from extractors.deadlines import parse_deadline
from extractors.document import Row, Span
from extractors.responsibilities.columns import ColumnKind
from extractors.responsibilities.layout import ROLES, Layout
from extractors.responsibilities.values import Context

_LABEL = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|[A-HĐ]|[a-zđ]|[-+])[.)]?")
_LONGEST_TIME = 80
# Of a cell's letters at least this share is the name of agencies: it holds no task
_AGENCIES_ALONE = 0.7
# Cells that a row may lack; with fewer cells than this it is a group row
_MOST_MISSING = 2
_FEWEST_CELLS = 3


def aligned(context: Context, layout: Layout, row: Row, above: dict[int, Span]) -> dict[int, Span] | None:
    """Column -> cell for a row of a flattened table that lacks cells; null for any other row.

    The columns left out are those with which the other cells fit their columns best: "2 | Tổ chức tập huấn | Quý IV"
    lacks the agency, which is the one above. An empty cell is printed; one that is missing was merged.
    """
    cells = [cell.span for cell in row.cells]
    width = sum(cell.columns for cell in row.cells)
    missing = width - len(cells)
    flattened = context.document.source.format == "txt"
    if not flattened or len(cells) < _FEWEST_CELLS or row.cells[-1].columns == 1 or missing > _MOST_MISSING:
        return None
    kinds = dict(layout.columns)
    best = max(_arrangements(cells, width, missing), key=lambda columns: _fit(context, kinds, columns, cells))
    found = dict(zip(best, cells, strict=True))
    for column in range(width):
        if column not in found and column in above and (kinds.get(column) in ROLES or kinds.get(column) == "deadline"):
            found[column] = above[column]
    return found


def _arrangements(cells: Sequence[Span], width: int, missing: int) -> Iterator[tuple[int, ...]]:
    """The columns that the cells may stand in, as printed first; the first cell is the row's label."""
    columns = range(width)
    without = sorted(combinations(columns[1:], missing), reverse=True)
    yield tuple(range(len(cells)))
    for left_out in without:
        yield tuple(column for column in columns if column not in left_out)


def _fit(context: Context, kinds: dict[int, ColumnKind], columns: Sequence[int], cells: Sequence[Span]) -> int:
    return sum(_fits(context, kinds.get(column), cell) for column, cell in zip(columns, cells, strict=True))


def _fits(context: Context, kind: ColumnKind | None, cell: Span) -> int:
    """How well a cell's words are what a column of a kind holds."""
    words = cell.of(context.text).strip()
    if not words or kind is None:
        return 0
    agencies = context.mentions.within(cell.start, cell.end)
    named = sum(len(mention.quote) for mention in agencies)
    if kind == "order":
        return 1 if _LABEL.fullmatch(words) else -2
    if kind in ROLES:
        return 2 if agencies else -2 if _is_time(words) else -1
    if kind == "deadline":
        return 2 if _is_time(words) else -2 if agencies else -1
    if kind == "task":
        return -2 if _is_time(words) or named >= _AGENCIES_ALONE * len(words) else 1
    return 0


def _is_time(words: str) -> bool:
    found = parse_deadline(words) if len(words) <= _LONGEST_TIME else None
    return found is not None and found.kind != "relative"
