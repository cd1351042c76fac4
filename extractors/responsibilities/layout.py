"""What the columns of a table hold, from its header rows: who, with whom, until when, with what product."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from extractors.document import Row, Span, Table
from extractors.findings import Role
from extractors.fold import norm
from extractors.responsibilities.columns import ColumnKind, column_kind

ROLES: dict[ColumnKind, Role] = {
    "lead": "lead", "coordinate": "coordinate", "responsible": "responsible", "shared": "lead", "receive": "receive",
}  # fmt: skip
_DOERS = frozenset({"lead", "coordinate", "responsible", "shared"})
# names that say no more than that a body stands in the column
_BARE = frozenset({"co quan", "don vi", "co quan don vi", "don vi co quan", "so nganh", "cac so nganh"})
# of two time columns the one of the end counts: "Thời gian bắt đầu", "Thời gian hoàn thành"
_ENDS = re.compile(r"(?<!\w)(?:hoàn thành|kết thúc|trình|ban hành|báo cáo)(?!\w)", re.IGNORECASE)
_BEGINS = re.compile(r"(?<!\w)bắt đầu(?!\w)", re.IGNORECASE)
# a column that stands for a time, with a mark in it: "2026", "Năm 2026", "Quý I", "Tháng 3", "T3"
_TIME_NAME = re.compile(
    r"(?:năm )?(?:19|20)\d\d|qu[ýí] ?(?:IV|I{1,3}|[1-4])(?:/\d{4})?|(?:tháng |t)\d{1,2}(?:/\d{4})?", re.IGNORECASE
)
_MARK = re.compile(r"[xX✓✔√v*●•+]")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_HEADER_REACH = 4


@dataclass(frozen=True, slots=True)
class Layout:
    """Which column holds what; a kind may have several columns ("Trung ương", "Địa phương").

    ``marks`` are columns named by a time (the name's place), in which a sign says that it holds; ``about`` is the year
    that the time column's name tells; ``header`` are the indexes of the rows that name the columns; ``bare`` are the
    columns whose name says no more than that a body stands there.
    """

    columns: tuple[tuple[int, ColumnKind], ...] = ()
    marks: tuple[tuple[int, Span], ...] = ()
    about: int | None = None
    header: frozenset[int] = frozenset()
    bare: frozenset[int] = frozenset()

    def of(self, kind: ColumnKind) -> tuple[int, ...]:
        """The columns of a kind, the one that counts first."""
        return tuple(column for column, other in self.columns if other == kind)

    @property
    def timed(self) -> bool:
        """Whether the table tells when or with what product a task is done."""
        return bool(self.of("deadline") or self.of("product") or self.marks)

    @property
    def has_tasks(self) -> bool:
        """Whether a column holds tasks, and none a step of an administrative procedure."""
        return bool(self.of("task")) and not self.of("procedure")

    @property
    def assigns(self) -> bool:
        """Whether the table gives tasks to agencies."""
        doers = {column for column, kind in self.columns if kind in _DOERS}
        return self.has_tasks and bool(doers) and (not doers <= self.bare or self.timed)


def read_layout(text: str, table: Table) -> Layout:
    """The layout by the header rows; a lower header cell is more exact than the merged one above it.

    Where the table marks no header, or one that names no task, the header is searched in its first rows.
    """
    marked = [i for i, row in enumerate(table.rows) if row.header]
    layout = _layout(text, table, marked or [0])
    if layout.assigns or layout.has_tasks:
        return layout
    for first in range(min(_HEADER_REACH, len(table.rows))):
        rows = [first, *_sub_headers(text, table.rows, first)]
        found = _layout(text, table, rows)
        if found.assigns:
            return found
    return layout


def _sub_headers(text: str, rows: Sequence[Row], first: int) -> list[int]:
    """The rows right below a header that name columns too: "Chủ trì | Phối hợp", "(1) | (2)"."""
    found: list[int] = []
    for index in range(first + 1, min(first + 3, len(rows))):
        words = [cell.span.of(text).strip() for cell in rows[index].cells]
        named = [word for word in words if word]
        if not named or not all(column_kind(word) or _TIME_NAME.fullmatch(word) or _is_number(word) for word in named):
            break
        found.append(index)
    return found


def _is_number(word: str) -> bool:
    return word.strip("()").isdigit() and len(word.strip("()")) < 3


def _layout(text: str, table: Table, header: Sequence[int]) -> Layout:
    kinds: dict[int, ColumnKind] = {}
    names: dict[int, str] = {}
    times: dict[int, Span] = {}
    for index in header:
        if index >= len(table.rows):
            continue
        for cell in table.rows[index].cells:
            name = " ".join(cell.span.of(text).split())
            kind = column_kind(name)
            for column in range(cell.column, cell.column + cell.columns):
                if _TIME_NAME.fullmatch(name) and cell.columns == 1:
                    times[column] = cell.span
                if kind is not None:
                    kinds[column] = kind
                    names[column] = name
    rows = [row for index, row in enumerate(table.rows) if index not in header]
    marks = tuple((column, span) for column, span in times.items() if holds_only(is_mark, text, rows, column))
    for column, _ in marks:
        kinds.pop(column, None)
    bare = frozenset(column for column, name in names.items() if norm(name) in _BARE)
    strong = any(kind in _DOERS and column not in bare for column, kind in kinds.items())
    columns = [(c, k) for c, k in sorted(kinds.items()) if not (strong and c in bare and k == "responsible")]
    timely = [name for column, name in names.items() if kinds.get(column) == "deadline"]
    years = {year for name in timely for year in _YEAR.findall(name)}
    about = int(years.pop()) if len(years) == 1 else None
    return Layout(_ordered(columns, names), marks, about, frozenset(header), bare)


def holds_only(is_sign: Callable[[str], bool], text: str, rows: Sequence[Row], column: int) -> bool:
    """Whether a column holds signs in some rows and nothing else in the others."""
    cells = [cell for row in rows if (cell := row.cell(column)) is not None and cell.columns == 1]
    filled = [words for cell in cells if (words := cell.span.of(text).strip())]
    return bool(filled) and all(map(is_sign, filled))


def is_mark(words: str) -> bool:
    """Whether a cell holds a sign alone."""
    return _MARK.fullmatch(words.strip()) is not None


def _ordered(columns: list[tuple[int, ColumnKind]], names: dict[int, str]) -> tuple[tuple[int, ColumnKind], ...]:
    """Left to right, but of the task columns the last, more special one first, of the times the end first."""

    def weight(column: int, kind: ColumnKind) -> tuple[int, int]:
        if kind == "task":
            return 0, -column
        if kind == "deadline":
            name = names.get(column, "")
            return (2 if _BEGINS.search(name) else 0 if _ENDS.search(name) else 1), column
        return 0, column

    tasks = [c for c in columns if c[1] == "task"]
    times = [c for c in columns if c[1] == "deadline"]
    rest = [c for c in columns if c[1] not in ("task", "deadline")]
    return (*rest, *sorted(tasks, key=lambda c: weight(*c)), *sorted(times, key=lambda c: weight(*c)))


def is_header(text: str, row: Row) -> bool:
    """Whether the header is printed again (a table that goes on over the page) or columns are numbered."""
    words = [cell.span.of(text).strip() for cell in row.cells]
    numbered = [word for word in words if word]
    if len(numbered) > 2 and all(_is_number(word) for word in numbered):
        return True
    kinds = [column_kind(word) for word in numbered]
    return len(kinds) > 2 and all(kinds) and "task" in kinds and bool(set(kinds) & _DOERS)
