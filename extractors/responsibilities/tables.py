"""Duties of task tables: a row is a duty, its columns say who, with whom, until when and with what product."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from extractors.deadlines import parse_deadline
from extractors.document import Row, Span, Table
from extractors.findings import Deadline
from extractors.fold import norm
from extractors.responsibilities.alignment import aligned
from extractors.responsibilities.cells import cell_parties
from extractors.responsibilities.layout import ROLES, Layout, is_header, is_mark, read_layout
from extractors.responsibilities.marked import Marked, marked, names_columns
from extractors.responsibilities.receivers import receivers
from extractors.responsibilities.roles import Party
from extractors.responsibilities.values import Context, Draft

# a cell that repeats the one above it
_DITTO = frozenset({"nt", "nhu tren", "n t", "nhu muc tren"})
_DITTO_SIGNS = re.compile(r'[\s"”“\'\-–/.]*')
_LABEL = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|[A-HĐ]|[a-zđ])[.)]?")
# "Nhiệm vụ của Sở Tài chính", "Giao Sở Tài chính", "Nhóm nhiệm vụ do Sở Nội vụ chủ trì"
_GROUP_WORDS = re.compile(
    r"(?:(?:các |nhóm )?nhiệm vụ|giao|của|do|cho|chủ trì(?: thực hiện)?|thực hiện|phần việc|công việc)(?!\w)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_PERIOD = re.compile(r"giai đoạn|tầm nhìn|đến năm", re.IGNORECASE)
# Code points between two tables that are one: a page number, "(tiếp theo)"
_GAP = 40
# Of a group row's letters at least this share is the agency's name
_NAMED_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class _At:
    """The table that is read: its layout, the part it stands in, the year that its times are about."""

    context: Context
    layout: Layout
    part: int
    about: int | None
    marked: Marked

    @property
    def text(self) -> str:
        """The document's text."""
        return self.context.text


@dataclass(slots=True)
class _Walk:
    """Where the reading of a table stands: cells that reach down, the row above, the agency of the group."""

    carried: dict[int, tuple[int, Span]] = field(default_factory=dict)
    above: dict[int, Span] = field(default_factory=dict)
    owner: tuple[Party, ...] = ()
    parents: dict[str, tuple[Party, ...]] = field(default_factory=dict)


def read(context: Context) -> Iterator[Draft]:
    """The duties of all task tables of a document; a table without a header goes on with the one before it.

    A table whose column of agencies is empty all the way down is a form to be filled in.
    """
    last: tuple[Table, Layout] | None = None
    for table in context.document.tables:
        layout = read_layout(context.text, table)
        if last and not layout.columns and _goes_on(context.text, last[0], table):
            layout = Layout(last[1].columns, last[1].marks, last[1].about)
        signs = marked(context, table, layout) if layout.has_tasks else Marked()
        if (_assigns(context, table, layout) or signs.columns) and not context.describes(_part(context, table), ()):
            last = table, layout
            drafts = list(_rows(context, table, layout, signs))
            if any(role != "receive" for draft in drafts for _, role in draft.parties):
                yield from drafts
        else:
            last = None


def _goes_on(text: str, before: Table, table: Table) -> bool:
    """Whether a table is the rest of the one before it: as many columns, nothing but a page's end between them."""
    between = text[before.span.end : table.span.start].strip()
    return table.columns == before.columns and len(between) <= _GAP and "\n" not in between


def _assigns(context: Context, table: Table, layout: Layout) -> bool:
    """Whether a table gives tasks to agencies, by its columns or by group rows that name them ("I | SỞ TÀI CHÍNH")."""
    if layout.assigns:
        return True
    if not layout.has_tasks or not layout.timed:
        return False
    return any(_group_owner(context, row) for row in table.rows)


def _rows(context: Context, table: Table, layout: Layout, signs: Marked) -> Iterator[Draft]:
    part = _part(context, table)
    at, walk = _At(context, layout, part, layout.about or _year_of_plan(context, part), signs), _Walk()
    for index, row in enumerate(table.rows):
        cells = _cells(at, row, walk)
        if (
            row.header
            or index in layout.header | signs.header
            or is_header(at.text, row)
            or names_columns(context, row)
        ):
            continue
        if not (layout.assigns or signs.columns) and _is_group(at.text, row):
            walk.owner = _group_owner(context, row)
            continue
        task = _task(at.text, layout, cells)
        if task is None:
            continue
        draft = _draft(at, cells, task, _inherited(at, cells, walk, _parties(at, cells)))
        if draft.parties or draft.deadline or draft.product:
            yield draft


def _cells(at: _At, row: Row, walk: _Walk) -> dict[int, Span]:
    """Column -> cell, with the cells of rows above that reach down into this one; a group row has none.

    A cell that only says that it is the same as above ("nt") is the one above.
    """
    moved = None if row.header else aligned(at.context, at.layout, row, walk.above)
    if moved is not None:
        walk.above = moved
        return moved
    found: dict[int, Span] = {}
    for column in list(walk.carried):
        left, span = walk.carried[column]
        found[column] = span
        walk.carried[column] = (left - 1, span)
        if left <= 1:
            del walk.carried[column]
    for cell in row.cells:
        if cell.columns > 1 and len(row.cells) == 1:
            return {}
        span = walk.above.get(cell.column, cell.span) if _is_ditto(cell.span.of(at.text)) else cell.span
        for column in range(cell.column, cell.column + cell.columns):
            found[column] = span
            if cell.rows > 1:
                walk.carried[column] = (cell.rows - 1, span)
    walk.above = found
    return found


def _is_ditto(words: str) -> bool:
    quoted = any(sign in words for sign in "\"”“'") and _DITTO_SIGNS.fullmatch(words) is not None
    return quoted or norm(words) in _DITTO


def _task(text: str, layout: Layout, cells: dict[int, Span]) -> Span | None:
    """The cell that holds the task: the most special filled one; None for a row that is one merged cell."""
    doers = [cells[c] for c, kind in layout.columns if kind in ROLES and c in cells]
    for column in layout.of("task"):
        span = cells.get(column)
        if span is not None and span not in doers and _filled(text, span):
            return span
    return None


def _part(context: Context, table: Table) -> int:
    inside = [i for i, part in enumerate(context.document.parts) if table.span.start in part.span]
    return inside[-1] if inside else 0


def _year_of_plan(context: Context, part: int) -> int | None:
    """The one year that a plan's title names ("Kế hoạch công tác năm 2026")."""
    header = context.header_at(part)
    title = (header and header.title) or ""
    years = set(_YEAR.findall(title))
    return int(years.pop()) if len(years) == 1 and not _PERIOD.search(title) else None


def _parties(at: _At, cells: dict[int, Span]) -> tuple[Party, ...]:
    """The agencies of the role columns; a cell may say itself who leads ("Chủ trì: …; phối hợp: …")."""
    found: list[Party] = list(at.marked.parties(at.text, cells))
    signs = {column for column, _, _ in at.marked.columns}
    for column, kind in at.layout.columns:
        if kind in ROLES and column in cells and column not in signs:
            found.extend(p for p in cell_parties(at.context, cells[column], kind, at.part) if p not in found)
    return tuple(found)


def _inherited(at: _At, cells: dict[int, Span], walk: _Walk, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """A row without agencies has those of its group row, or of the row that its number stands under (1 over 1.1)."""
    order = next((cells[c].of(at.text).strip(" .)") for c in at.layout.of("order") if c in cells), "")
    if parties:
        walk.parents = {**walk.parents, order: parties} if _LABEL.fullmatch(order) else walk.parents
        return parties
    while "." in order:
        order = order.rpartition(".")[0]
        if order in walk.parents:
            return walk.parents[order]
    return walk.owner


def _is_group(text: str, row: Row) -> bool:
    """Whether a row only names a group: one filled cell, perhaps with a label before it."""
    words = [cell.span.of(text).strip() for cell in row.cells]
    filled = [word for word in words if word]
    return len(filled) == 1 or (len(filled) == 2 and _LABEL.fullmatch(filled[0]) is not None)


def _group_owner(context: Context, row: Row) -> tuple[Party, ...]:
    """The agencies that a group row names and little else."""
    if not _is_group(context.text, row):
        return ()
    cell = next((cell for cell in reversed(row.cells) if cell.span.of(context.text).strip()), None)
    if cell is None:
        return ()
    mentions = context.mentions.within(cell.span.start, cell.span.end)
    words = _GROUP_WORDS.sub("", cell.span.of(context.text))
    letters = sum(char.isalpha() for char in words)
    named = sum(char.isalpha() for mention in mentions for char in mention.quote)
    return (
        tuple((mention, "responsible") for mention in mentions) if letters and named >= _NAMED_SHARE * letters else ()
    )


def _deadline(at: _At, cells: dict[int, Span]) -> Deadline | None:
    """The time of a row: its time column's, else the columns with a mark ("Quý I", "Quý II")."""
    for column in at.layout.of("deadline"):
        found = _time(at, cells[column]) if column in cells else None
        if found is not None:
            return found
    marked = [span for c, span in at.layout.marks if c in cells and is_mark(cells[c].of(at.text))]
    return _marked(at, marked) if marked else None


def _time(at: _At, span: Span) -> Deadline | None:
    return parse_deadline(span.of(at.text), at.context.anchor(at.part), offset=span.start, about=at.about)


def _marked(at: _At, marked: list[Span]) -> Deadline | None:
    """The time from the first marked column to the last; the evidence is the last one's name."""
    first, last = _time(at, marked[0]), _time(at, marked[-1])
    if first is None or last is None:
        return None
    return replace(last, kind="period", from_=first.from_) if len(marked) > 1 else last


def _draft(at: _At, cells: dict[int, Span], task: Span, parties: tuple[Party, ...]) -> Draft:
    product = next((cells[c] for c in at.layout.of("product") if c in cells and _filled(at.text, cells[c])), None)
    received = receivers(at.context.clause(task.start, task.end, at.part), task.start)
    last = max(cell.end for cell in cells.values() if cell.start >= task.start)
    return Draft(Span(task.start, last), task, parties + received, "table", _deadline(at, cells), product)


def _filled(text: str, cell: Span) -> bool:
    return any(char.isalpha() for char in cell.of(text))
