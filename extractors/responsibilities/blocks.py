"""Blocks of attributes: "Nội dung: … / Đơn vị chủ trì: … / Đơn vị phối hợp: … / Thời gian: …".

A block holds for the entries that stand before its attributes in the same section, for its "Nội dung" lines, or for
the section's title when it has neither.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from extractors.deadlines import parse_deadline
from extractors.document import Span
from extractors.findings import Deadline, Role
from extractors.responsibilities.columns import Attribute, attribute
from extractors.responsibilities.forms import FORMS
from extractors.responsibilities.lines import Line
from extractors.responsibilities.roles import Party
from extractors.responsibilities.values import Context, Draft

_ROLES: dict[str, Role] = {
    "lead": "lead", "coordinate": "coordinate", "responsible": "responsible", "shared": "responsible",
}  # fmt: skip
# "a)", "đ)": a point of a numbered item
_POINT = re.compile(r"[a-zđ]\)")


@dataclass(frozen=True, slots=True)
class Overlay:
    """What a block says about one of its lines: who, when, with what product; ``start``: where its own words begin."""

    parties: tuple[Party, ...] = ()
    deadline: Deadline | None = None
    product: Span | None = None
    start: int | None = None
    skip: bool = False


@dataclass(slots=True)
class _Block:
    title: int | None
    tasks: list[int] = field(default_factory=list)
    attributes: list[tuple[int, Attribute]] = field(default_factory=list)

    @property
    def counts(self) -> bool:
        """Whether it names someone or a time, and describes no administrative procedure."""
        kinds = {named.kind for _, named in self.attributes}
        return bool(kinds & {*_ROLES, "deadline"}) and "procedure" not in kinds


@dataclass(frozen=True, slots=True)
class Blocks:
    """All blocks of a document: an overlay for each line that one touches, and the duties that are titles' lines."""

    overlays: dict[int, Overlay]
    drafts: tuple[tuple[Draft, Line], ...]


def read_blocks(context: Context) -> Blocks:
    """The blocks of a document."""
    overlays: dict[int, Overlay] = {}
    drafts: list[tuple[Draft, Line]] = []
    named = [attribute(context.text, line.span.start, line.span.end) for line in context.lines]
    for block in _collect(context, named):
        if block.counts and _holds(context, block):
            drafts.extend(_apply(context, block, overlays))
    return Blocks(overlays, tuple(drafts))


def _collect(context: Context, named: list[Attribute | None]) -> list[_Block]:
    """The blocks, section by section, in text order."""
    lines = _lifted(context.lines, named)
    parents = {(line.part, line.parent) for line, key in zip(lines, named, strict=True) if key}
    found: list[_Block] = []
    for part, parent in sorted(parents, key=str):
        members = [i for i, line in enumerate(lines) if line.part == part and _belongs(line, parent)]
        title = next((i for i, line in enumerate(lines) if parent and line.opens == parent), None)
        found.extend(_sequence(lines, members, named, title, parent))
    return found


def _lifted(lines: tuple[Line, ...], named: list[Attribute | None]) -> tuple[Line, ...]:
    """The lines, attributes below the last of several points where they hold for all: "a) … b) … - Chủ trì: …"."""
    said = {(line.part, line.parent) for line, key in zip(lines, named, strict=True) if key and line.parent}
    points = [line for line in lines if line.opens and _POINT.fullmatch(line.label)] if said else []
    beside: dict[tuple[int, str | None], list[Line]] = {}
    for point in points:
        beside.setdefault((point.part, point.parent), []).append(point)
    last = {
        (group[-1].part, group[-1].opens)
        for group in beside.values()
        if len(group) > 1 and [p for p in group if (p.part, p.opens) in said] == [group[-1]]
    }
    if not last:
        return lines
    return tuple(
        replace(line, chain=tuple(s for s in line.chain if s != line.parent)) if key and lifts else line
        for line, key in zip(lines, named, strict=True)
        for lifts in [(line.part, line.parent) in last]
    )


def _holds(context: Context, block: _Block) -> bool:
    """Whether a block that names nobody still holds for its entries: its time is no numbered item of its own."""
    roles = any(key.kind in _ROLES for _, key in block.attributes)
    return roles or not any(context.lines[index].label[:1].isalnum() for index, _ in block.attributes)


def _belongs(line: Line, parent: str | None) -> bool:
    if parent is None:
        return not line.chain
    return parent in line.chain and line.opens != parent


def _sequence(
    lines: tuple[Line, ...], members: list[int], named: list[Attribute | None], title: int | None, parent: str | None
) -> list[_Block]:
    """Entries, then their attributes; a new entry after attributes opens the next block."""
    found: list[_Block] = []
    block = _Block(title)
    below: str | None = None
    for index in members:
        line, key = lines[index], named[index]
        direct = line.parent == parent
        if key is None or (not direct and key.kind != "task"):
            nested = not direct and below is not None and below in line.chain
            if block.attributes and not nested and any(a.kind != "task" for _, a in block.attributes):
                found.append(block)
                block = _Block(None)
            if key is None:
                block.tasks.append(index)
            continue
        if key.kind == "task" and any(a.kind == "task" for _, a in block.attributes):
            found.append(block)
            block = _Block(None)
        below = line.opens
        block.attributes.append((index, key))
    return [*found, block]


def _apply(context: Context, block: _Block, overlays: dict[int, Overlay]) -> list[tuple[Draft, Line]]:
    """The overlays of one block's lines; the title's duty when the block has no other entry."""
    parties, sentences = _parties(context, block)
    deadline = _deadline(context, block)
    product = _value(block, "product")
    overlay = Overlay(parties, deadline, product)
    tasks = list(block.tasks)
    for index, key in block.attributes:
        if key.kind == "task" and len(context.text[key.value.start : key.value.end].strip()) > 3:
            overlays[index] = Overlay(parties, deadline, product, key.value.start, skip=not parties and bool(sentences))
            tasks.append(index)
        elif index in sentences:
            overlays[index] = Overlay((), deadline, product, key.value.start)
        else:
            overlays[index] = Overlay(skip=True)
    for index in block.tasks:
        overlays.setdefault(index, overlay)
    if tasks or block.title is None or sentences:
        return []
    title = context.lines[block.title]
    if not parties:
        overlays.setdefault(block.title, overlay)
        return []
    last = context.lines[block.attributes[0][0]].span.end
    overlays[block.title] = Overlay(skip=True)
    return [(Draft(Span(title.span.start, last), title.span, parties, "heading", deadline, product), title)]


def _parties(context: Context, block: _Block) -> tuple[tuple[Party, ...], set[int]]:
    """Who the role attributes name; the lines whose value is a sentence of its own ("Sở Nội vụ chủ trì tham mưu …")."""
    parties: list[Party] = []
    sentences: set[int] = set()
    for index, key in block.attributes:
        role = _ROLES.get(key.kind)
        if role is None:
            continue
        value = context.clause(key.value.start, key.value.end, context.lines[index].part)
        said = next((found for form in FORMS if (found := form(value, ())) is not None), None)
        if said is not None and len(context.text[said.task : value.end].strip(" .;/").split()) > 1:
            sentences.add(index)
            continue
        if said is not None:
            parties.extend(said.parties)
            continue
        for run in context.mentions.runs(value.start, value.end):
            if not _bracketed(context.text, value.start, run.span.start):
                parties.extend((mention, role) for mention in run.mentions)
    return tuple(parties), sentences


def _bracketed(text: str, start: int, position: int) -> bool:
    return text.count("(", start, position) > text.count(")", start, position)


def _deadline(context: Context, block: _Block) -> Deadline | None:
    for index, key in block.attributes:
        if key.kind == "deadline":
            anchor = context.anchor(context.lines[index].part)
            return parse_deadline(context.text[key.value.start : key.value.end], anchor, offset=key.value.start)
    return None


def _value(block: _Block, kind: str) -> Span | None:
    return next((key.value for _, key in block.attributes if key.kind == kind and len(key.value) > 1), None)
