"""The words that state a relation (``tables/cues.csv``): what each does, and where they stand in a text.

A cue's ``kind`` is its grammar: ``active`` "X thay thế Y", ``passive`` "X được thay thế bởi Y", ``after`` "X hết hiệu
lực", ``basis`` and ``request`` open a preamble's clause, ``issue`` "ban hành, phê duyệt", ``enclosed`` "kèm theo",
``mention`` names an instrument without doing anything to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from extractors.findings import RelationType
from extractors.vocabulary import table

CueKind = Literal["active", "passive", "after", "basis", "request", "issue", "enclosed", "mention"]

CHANGING: frozenset[RelationType] = frozenset(("AMENDS", "REPLACES", "REPEALS", "SUSPENDS", "CORRECTS", "CONSOLIDATES"))
"""The relations by which an instrument changes another: only words of an enacting document state them of itself."""


_AHEAD = 40  # a cue may look at the words after it ("xét" before "Tờ trình")


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of the table; ``pattern`` is matched on lower-case text, between word boundaries."""

    id: str
    kind: CueKind
    relation: RelationType
    pattern: str
    example: str
    finds: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue at a place of the text."""

    cue: Cue
    start: int
    end: int

    @property
    def kind(self) -> CueKind:
        """The cue's grammar."""
        return self.cue.kind

    @property
    def relation(self) -> RelationType:
        """The relation that the cue states."""
        return self.cue.relation


@cache
def cues() -> tuple[Cue, ...]:
    """All cues, in the table's order: where two begin at one place the earlier row wins."""
    return tuple(
        Cue(
            row["id"],
            cast(CueKind, row["kind"]),
            cast(RelationType, row["relation"]),
            row["cue"],
            row["example"],
            row["finds"],
        )
        for row in table("cues")
    )


@cache
def _finder() -> re.Pattern[str]:
    branches = "|".join(f"(?P<c{i}>{cue.pattern})" for i, cue in enumerate(cues()))
    return re.compile(rf"(?<!\w)(?:{branches})(?!\w)")


def scan(low: str, start: int, end: int) -> tuple[Hit, ...]:
    """The cues in ``low[start:end]`` (lower-case text), left to right, not overlapping."""
    found = []
    for match in _finder().finditer(low, start, min(len(low), end + _AHEAD)):
        if match.end() > end:
            break
        name = match.lastgroup or ""
        found.append(Hit(cues()[int(name[1:])], match.start(), match.end()))
    return tuple(found)
