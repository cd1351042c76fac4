"""Duties of task tables: a row is a duty, its columns say who, with whom, until when and with what product."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractors.deadlines import parse_deadline
from extractors.document import Row, Span, Table
from extractors.findings import Deadline, Role
from extractors.fold import norm
from extractors.responsibilities.columns import ColumnKind, attribute, column_kind
from extractors.responsibilities.organisations import as_printed
from extractors.responsibilities.roles import Party, receivers
from extractors.responsibilities.values import Context, Draft

_ROLES: dict[ColumnKind, Role] = {
    "lead": "lead", "coordinate": "coordinate", "responsible": "responsible", "shared": "responsible",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Layout:
    """Which column holds what; a kind may have several columns ("Trung ương", "Địa phương")."""

    columns: tuple[tuple[int, ColumnKind], ...]

    def of(self, kind: ColumnKind) -> tuple[int, ...]:
        """The columns of a kind, left to right."""
        return tuple(column for column, other in self.columns if other == kind)

    @property
    def assigns(self) -> bool:
        """Whether the table gives tasks to agencies."""
        kinds = {kind for _, kind in self.columns}
        return "task" in kinds and bool(kinds & set(_ROLES)) and "procedure" not in kinds


def read(context: Context) -> Iterator[Draft]:
    """The duties of all task tables of a document."""
    for table in context.document.tables:
        layout = read_layout(context.text, table)
        if layout.assigns and not context.describes(_part(context, table), ()):
            yield from _rows(context, table, layout)


def read_layout(text: str, table: Table) -> Layout:
    """The layout by the header rows; a lower header cell is more exact than the merged one above it."""
    kinds: dict[int, ColumnKind] = {}
    headers = [row for row in table.rows if row.header] or list(table.rows[:1])
    for row in headers:
        for cell in row.cells:
            kind = column_kind(cell.span.of(text).strip())
            for column in range(cell.column, cell.column + cell.columns):
                if kind is not None:
                    kinds[column] = kind
    return Layout(_one_task(tuple(sorted(kinds.items()))))


def _one_task(columns: tuple[tuple[int, ColumnKind], ...]) -> tuple[tuple[int, ColumnKind], ...]:
    """One task column; where several are named so the last, the more special one, holds the task."""
    tasks = [column for column, kind in columns if kind == "task"]
    return tuple(c for c in columns if c[1] != "task" or c[0] == tasks[-1])


def _rows(context: Context, table: Table, layout: Layout) -> Iterator[Draft]:
    carried: dict[int, tuple[int, Span]] = {}
    part = _part(context, table)
    for row in table.rows:
        cells = _cells(row, carried)
        if row.header or _is_header(context.text, row):
            continue
        task = next((cells[c] for c in layout.of("task") if c in cells), None)
        roles = [cells[c] for c, kind in layout.columns if kind in _ROLES and c in cells]
        if task is None or task in roles or not any(char.isalpha() for char in task.of(context.text)):
            continue
        draft = _draft(context, layout, cells, _parties(context, layout, cells, part), part)
        if draft.parties or draft.deadline or draft.product:
            yield draft


def _cells(row: Row, carried: dict[int, tuple[int, Span]]) -> dict[int, Span]:
    """Column -> cell, with the cells of rows above that reach down into this one; a group row has none."""
    found: dict[int, Span] = {}
    for column in list(carried):
        left, span = carried[column]
        found[column] = span
        carried[column] = (left - 1, span)
        if left <= 1:
            del carried[column]
    for cell in row.cells:
        if cell.columns > 1 and len(row.cells) == 1:
            return {}
        for column in range(cell.column, cell.column + cell.columns):
            found[column] = cell.span
            if cell.rows > 1:
                carried[column] = (cell.rows - 1, cell.span)
    return found


def _is_header(text: str, row: Row) -> bool:
    """Whether the header is printed again (a table that goes on over the page) or columns are numbered."""
    words = [cell.span.of(text).strip() for cell in row.cells]
    numbered = [word.strip("()") for word in words if word]
    if len(numbered) > 2 and all(word.isdigit() and len(word) < 3 for word in numbered):
        return True
    kinds = [column_kind(word) for word in words if word]
    return len(kinds) > 2 and all(kinds) and {"task"} <= set(kinds) and bool(set(kinds) & set(_ROLES))


def _part(context: Context, table: Table) -> int:
    inside = [i for i, part in enumerate(context.document.parts) if table.span.start in part.span]
    return inside[-1] if inside else 0


def _parties(context: Context, layout: Layout, cells: dict[int, Span], part: int) -> tuple[Party, ...]:
    """The agencies of the role columns; a cell may say itself who leads ("Chủ trì: …; phối hợp: …")."""
    found: list[Party] = []
    for column, kind in layout.columns:
        role = _ROLES.get(kind)
        if role is not None and column in cells:
            found.extend(p for p in cell_parties(context, cells[column], role, part) if p not in found)
    return tuple(found)


def cell_parties(context: Context, cell: Span, role: Role, part: int) -> list[Party]:
    """The agencies of one cell, outside brackets; an unknown body stands as printed."""
    found: list[Party] = []
    current = role
    for start, end in _pieces(context.text, cell):
        named = attribute(context.text, start, end)
        if named and named.kind in _ROLES:
            current = _ROLES[named.kind]
            start = named.value.start  # noqa: PLW2901
        named_here = context.mentions.within(start, end)
        found.extend((m, current) for m in named_here if not _bracketed(context.text, start, m.span.start))
    return found or _as_printed(context, cell, role, part)


def _bracketed(text: str, start: int, position: int) -> bool:
    return text.count("(", start, position) > text.count(")", start, position)


def _pieces(text: str, cell: Span) -> Iterator[tuple[int, int]]:
    """The cell's entries: one a line, or after a semicolon."""
    start = cell.start
    for position in range(cell.start, cell.end):
        if text[position] in "\n;":
            yield start, position
            start = position + 1
    yield start, cell.end


def _as_printed(context: Context, cell: Span, role: Role, part: int) -> list[Party]:
    """The entries of a cell that the registry does not know."""
    found: list[Party] = []
    for start, end in _pieces(context.text, cell):
        name = context.text[start:end].strip(" .,-–\n+")
        if not norm(name) or len(name) > 160:
            continue
        at = context.text.index(name, start)
        named = as_printed(context, Span(at, at + len(name)), part)
        if named is not None:
            found.append((named, role))
    return found


def _draft(context: Context, layout: Layout, cells: dict[int, Span], parties: tuple[Party, ...], part: int) -> Draft:
    task = next(cells[c] for c in layout.of("task") if c in cells)
    deadline: Deadline | None = None
    for column in layout.of("deadline"):
        if column in cells and deadline is None:
            span = cells[column]
            deadline = parse_deadline(span.of(context.text), context.anchor(part), offset=span.start)
    product = next((cells[c] for c in layout.of("product") if c in cells and _filled(context.text, cells[c])), None)
    clause = context.clause(task.start, task.end, part)
    last = max(cell.end for cell in cells.values() if cell.start >= task.start)
    return Draft(Span(task.start, last), task, parties + receivers(clause, task.start), "table", deadline, product)


def _filled(text: str, cell: Span) -> bool:
    return any(char.isalpha() for char in cell.of(text))
