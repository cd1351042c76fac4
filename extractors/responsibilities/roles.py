"""Who stands in which role in a clause: the role words after an addressee, and its partners."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.findings import AgencyMention, Role
from extractors.responsibilities.mentions import Mentions
from extractors.responsibilities.words import (
    DUTY,
    INSTRUCTED,
    LEAD,
    LEADING_BODY,
    LEADS,
    PARTNER,
    PARTY,
    PREFIX,
    QUALIFIER,
    TASK_LINK,
)

Party = tuple[AgencyMention, Role]
# the one who is directed, between "chỉ đạo" and what he is to do: "chỉ đạo | đầu mối | phối hợp với Thuế tỉnh"
_OBJECT = re.compile(r"\s+(?!và |việc )[^,;:.]{2,80}(?<! và)(?<! đồng thời)\s*")
_COMMA = re.compile(r",\s*")
# the look behind comes after the words, which are quicker to look for
_TOGETHER = re.compile(r"phối hợp(?<!\wphối hợp)(?: chặt chẽ)? (?:với|cùng) ")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of the text with the agencies around it.

    ``strict``: a regulation, where only plain cues assign; ``local``: one that a body makes for its offices, where
    every act of an office is its duty; ``ordered``: where orders are given, so that bodies outside the registry may be
    addressed too.
    """

    text: str
    start: int
    end: int
    mentions: Mentions
    strict: bool = False
    ordered: bool = False
    local: bool = False

    def since(self, start: int) -> Clause:
        """The rest of the clause from a position."""
        return self.part(start, self.end)

    def part(self, start: int, end: int) -> Clause:
        """A range of the clause as a clause."""
        if start == self.start and end == self.end:
            return self
        return Clause(self.text, start, end, self.mentions, self.strict, self.ordered, self.local)

    @property
    def words(self) -> str:
        """The clause's text."""
        return self.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Roles:
    """The role words at a place: the addressee's role, its partners, where the task begins.

    ``said`` is false where no role word stands there.
    """

    role: Role
    partners: tuple[Party, ...]
    task: int
    said: bool


def leads(clause: Clause, inherited: tuple[Party, ...]) -> bool:
    """Whether "Lãnh đạo" is the work of the Party committee addressed above, not who heads the body behind it."""
    led = LEADS.match(clause.text, clause.start, clause.end) is not None
    return led and any(PARTY.search(mention.agency) for mention, _ in inherited)


def roles_at(clause: Clause, position: int) -> Roles:
    """The role words that stand at a position, or after a ground ("căn cứ …,") that opens there."""
    found = _roles(clause, position)
    if found.said or not PREFIX.match(clause.text, _skip(clause, position), clause.end):
        return found
    qualifier = QUALIFIER.match(clause.text, _skip(clause, position), clause.end)
    if qualifier and (later := _roles(clause, qualifier.end())).said:
        return later
    for comma in _COMMA.finditer(clause.text, position, min(clause.end, position + 300)):
        later = _roles(clause, comma.end())
        if later.said:
            return later
    return found


def _skip(clause: Clause, position: int) -> int:
    while position < clause.end and clause.text[position] in " ,:":
        position += 1
    return position


def _roles(clause: Clause, position: int) -> Roles:
    lead = LEAD.match(clause.text, position, clause.end)
    if lead:
        partners, task = _partners(clause, lead.end()) if lead["with"] else ((), lead.end())
        return Roles("lead", partners, _task(clause, task), said=True)
    partner = PARTNER.match(clause.text, position, clause.end)
    if partner:
        partners, task = _partners(clause, partner.end())
        whole = not partners and clause.text[partner.end() : partner.end() + 1] == ","
        return Roles("coordinate", partners, _skip(clause, position) if whole else _task(clause, task), said=True)
    duty = DUTY.match(clause.text, position, clause.end)
    if duty:
        return Roles("responsible", (), _task(clause, duty.end()), said=True)
    return Roles("responsible", (), _skip(clause, position), said=False)


def _partners(clause: Clause, position: int) -> tuple[tuple[Party, ...], int]:
    """Everyone named after "phối hợp với"; the body that leads by its name ("cơ quan chủ trì") leads."""
    first = clause.mentions.at(position, clause.end)
    if first is None:
        if not clause.text.endswith(("với", "cùng"), clause.start, position):
            return (), position
        printed = clause.mentions.partners(_skip(clause, position), clause.end)
        return tuple((m, "coordinate") for m in printed), printed[-1].span.end if printed else position
    run = clause.mentions.run(first, clause.end)
    parties = tuple((m, partner_role(m)) for m in run.mentions)
    return parties, run.span.end


def partner_role(mention: AgencyMention) -> Role:
    """A partner coordinates, unless its very name says that it leads."""
    return "lead" if LEADING_BODY.fullmatch(mention.quote) else "coordinate"


def _task(clause: Clause, position: int) -> int:
    link = TASK_LINK.match(clause.text, position, clause.end)
    return link.end() if link else position


def partners_inside(clause: Clause, task: int) -> tuple[Party, ...]:
    """Partners named later in the clause ("… và phối hợp với Sở Y tế"), none that an order names as its object."""
    found: list[Party] = []
    for cue in _TOGETHER.finditer(clause.text[task : clause.end]):
        at = task + cue.end()
        instructed = INSTRUCTED.search(clause.text[task : task + cue.start()])
        named = instructed and (
            clause.mentions.within(task + instructed.start(), at)
            or _OBJECT.fullmatch(clause.text, task + instructed.end(), task + cue.start())
        )
        first = clause.mentions.at(at, clause.end)
        if first is not None and not named:
            found.extend((m, partner_role(m)) for m in clause.mentions.run(first, clause.end).mentions)
    return tuple(found)
