"""Columns named by an agency, in which a sign says that it does the row's task: "Sở Y tế | Sở Nội vụ", "CT | PH"."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.document import Cell, Row, Span, Table
from extractors.findings import AgencyMention, Role
from extractors.fold import norm
from extractors.responsibilities.layout import ROLES, Layout, holds_only, is_mark
from extractors.responsibilities.roles import Party
from extractors.responsibilities.values import Context

_SIGNS: dict[str, Role] = {
    "ct": "lead", "chu tri": "lead", "c": "lead", "ph": "coordinate", "phoi hop": "coordinate", "p": "coordinate",
}  # fmt: skip
# The names of columns stand in the first rows
_REACH = 3
# A row of names has at least so many
_COLUMNS = 3
# Of a column name's letters at least this share is the agency's
_NAMED_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Marked:
    """The agencies of the columns with the role that a plain sign gives, and the rows that name them."""

    columns: tuple[tuple[int, tuple[AgencyMention, ...], Role], ...] = ()
    header: frozenset[int] = frozenset()

    def parties(self, text: str, cells: dict[int, Span]) -> tuple[Party, ...]:
        """The agencies whose column has a sign in a row; "CT" and "PH" tell the role."""
        found: list[Party] = []
        for column, mentions, role in self.columns:
            words = cells[column].of(text) if column in cells else ""
            said = _SIGNS.get(norm(words))
            if said or is_mark(words):
                found.extend((mention, said or role) for mention in mentions)
        return tuple(found)


def marked(context: Context, table: Table, layout: Layout) -> Marked:
    """The columns of a table that are named by agencies and hold signs alone."""
    kinds = dict(layout.columns)
    columns: dict[int, tuple[int, tuple[AgencyMention, ...], Role]] = {}
    header: set[int] = set()
    for index, row in enumerate(table.rows[:_REACH]):
        for cell in row.cells if _is_whole(table, index) else ():
            mentions = _names(context, cell) if cell.columns == 1 else ()
            if mentions and holds_only(_is_sign, context.text, table.rows[index + 1 :], cell.column):
                kind = kinds.get(cell.column, "note")
                columns[cell.column] = cell.column, mentions, ROLES.get(kind, "responsible")
                header.add(index)
    return Marked(tuple(columns[column] for column in sorted(columns)), frozenset(header))


def names_columns(context: Context, row: Row) -> bool:
    """Whether all cells of a row are names of agencies: it names columns, also where their places were lost."""
    filled = [cell for cell in row.cells if cell.span.of(context.text).strip()]
    return len(filled) >= _COLUMNS and all(_names(context, cell) for cell in filled)


def _is_whole(table: Table, index: int) -> bool:
    """Whether a row, with the cells that reach down into it, fills all columns; else no place in it is sure."""
    if index and any(cell.columns > 1 for cell in table.rows[index].cells):
        return False
    own = {(index, cell.column, cell.columns) for cell in table.rows[index].cells}
    above = {
        (number, cell.column, cell.columns)
        for number, row in enumerate(table.rows[:index])
        for cell in row.cells
        if number + cell.rows > index
    }
    return sum(columns for _, _, columns in own | above) >= table.columns


def _names(context: Context, cell: Cell) -> tuple[AgencyMention, ...]:
    """The agencies that a column's name consists of."""
    mentions = context.mentions.within(cell.span.start, cell.span.end)
    letters = sum(map(str.isalpha, cell.span.of(context.text)))
    named = sum(sum(map(str.isalpha, mention.quote)) for mention in mentions)
    return mentions if letters and named >= _NAMED_SHARE * letters else ()


def _is_sign(words: str) -> bool:
    return is_mark(words) or norm(words) in _SIGNS
