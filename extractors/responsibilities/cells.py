"""The agencies of a table cell, with the roles that the cell itself tells: "Chủ trì: …", "Sở A (chủ trì), Sở B"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.document import Span
from extractors.findings import AgencyMention, Role
from extractors.fold import norm
from extractors.responsibilities.columns import ColumnKind, attribute
from extractors.responsibilities.layout import ROLES
from extractors.responsibilities.organisations import as_printed
from extractors.responsibilities.roles import Party
from extractors.responsibilities.values import Context

# "- ", "+ ", "a) ", "1. " before an entry
_BULLET = re.compile(r"\s*(?:[-–+•*]|(?:[a-zđ]|\d{1,2})[.)])\s*")
# "; phối hợp: Sở Y tế", ". Cơ quan phối hợp: …" inside a line
_INNER_KEY = re.compile(
    r"(?<=[,.;\s])(?:(?:cơ quan|đơn vị) )?(?:chủ trì|phối hợp)(?: thực hiện| chính)?\s*:", re.IGNORECASE
)
# "Sở A (chủ trì)", "Sở A - cơ quan chủ trì", "Sở A chủ trì", "Sở B phối hợp"
_SAID = re.compile(
    r"\s*[(\-–]?\s*(?:là )?(?:(?:cơ quan|đơn vị) )?(?P<role>chủ trì|đầu mối|phối hợp)(?!\w)", re.IGNORECASE
)
_TOGETHER = re.compile(r"(?<!\w)phối hợp(?: chặt chẽ)?(?: với| cùng)?(?!\w)", re.IGNORECASE)
_SAID_ROLES: dict[str, Role] = {"chủ trì": "lead", "đầu mối": "lead", "phối hợp": "coordinate"}


def cell_parties(context: Context, cell: Span, kind: ColumnKind, part: int) -> list[Party]:
    """The agencies of one cell, outside brackets; an unknown body stands as printed.

    In a column for leaders and partners together the first named leads, where the cell does not say who does.
    """
    found: list[Party] = []
    current, told = ROLES[kind], False
    for start, end in pieces(context.text, cell):
        named = attribute(context.text, start, end)
        if named and named.kind in ROLES:
            current, told = ROLES[named.kind], True
            start = named.value.start  # noqa: PLW2901
        for mention, role, said in _entries(context, start, end, current):
            shared = kind == "shared" and not (told or said) and found
            found.append((mention, "coordinate" if shared else role))
    return found or _as_printed(context, cell, ROLES[kind], part)


def _entries(context: Context, start: int, end: int, role: Role) -> Iterator[tuple[AgencyMention, Role, bool]]:
    """The agencies of an entry; the words after a name, or "phối hợp" before it, tell its role."""
    text = context.text
    mentions = [m for m in context.mentions.within(start, end) if not _bracketed(text, start, m.span.start)]
    told: list[Role | None] = []
    past = start
    for mention in mentions:
        after = _SAID.match(text, mention.span.end, end)
        before = _TOGETHER.search(text, past, mention.span.start)
        said = _SAID_ROLES[after["role"].lower()] if after else None
        if after and said == "coordinate" and context.mentions.at(after.end(), end, slack=8):
            said = None  # "Sở A phối hợp với Sở B": the words belong to the name that follows
        told.append("coordinate" if before and said is None else said)
        past = mention.span.end
    for index, mention in enumerate(mentions):
        yield mention, _list_role(told, index) or role, told[index] is not None


def _list_role(told: list[Role | None], index: int) -> Role | None:
    """A name's role: its own; else that of the partners before it, or of the list that it belongs to."""
    if told[index] is not None:
        return told[index]
    before = next((role for role in reversed(told[:index]) if role), None)
    after = next((role for role in told[index:] if role), None)
    if before == "coordinate":
        return before
    if after == "lead" and before is None:
        return after
    return "coordinate" if before == "lead" else None


def _bracketed(text: str, start: int, position: int) -> bool:
    return text.count("(", start, position) > text.count(")", start, position)


def pieces(text: str, cell: Span) -> Iterator[tuple[int, int]]:
    """The cell's entries, without their bullets: one a line, after a semicolon, or after "phối hợp:"."""
    start = cell.start
    ends = {position for position in range(cell.start, cell.end) if text[position] in "\n;"}
    ends |= {key.start() for key in _INNER_KEY.finditer(text, cell.start, cell.end)}
    for end in [*sorted(ends), cell.end]:
        begin = start + 1 if start < end and text[start] in "\n;" else start
        bullet = _BULLET.match(text, begin, end)
        begin = bullet.end() if bullet else begin
        if text[begin:end].strip():
            yield begin, end
        start = end


def _as_printed(context: Context, cell: Span, role: Role, part: int) -> list[Party]:
    """The entries of a cell that the registry does not know."""
    found: list[Party] = []
    for start, end in pieces(context.text, cell):
        name = context.text[start:end].strip(" .,-–\n+")
        if not norm(name) or len(name) > 160:
            continue
        at = context.text.index(name, start)
        named = as_printed(context, Span(at, at + len(name)), part)
        if named is not None:
            found.append((named, role))
    return found
