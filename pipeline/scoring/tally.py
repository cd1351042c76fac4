"""Counts of gold, found and agreeing facts, and what they come to."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]
_Z = 1.959964  # of the standard normal distribution, for 95 %


def interval(hit: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share by Wilson's score (J. Am. Stat. Assoc. 22, 1927); (0, 1) of nothing."""
    if not of:
        return 0.0, 1.0
    share, square = hit / of, _Z * _Z / of
    middle, half = share + square / 2, _Z * math.sqrt((share * (1 - share) + square / 4) / of)
    return max(0.0, (middle - half) / (1 + square)), min(1.0, (middle + half) / (1 + square))


@dataclass(frozen=True, slots=True)
class Tally:
    """How many facts the gold has, how many were found, how many of these agree."""

    gold: int = 0
    found: int = 0
    hit: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.gold + other.gold, self.found + other.found, self.hit + other.hit)

    @property
    def precision(self) -> float:
        """Share of the found that agrees; 1 where nothing was to be found and nothing was."""
        if self.found:
            return self.hit / self.found
        return 0.0 if self.gold else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 1 where there is none."""
        return self.hit / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One fact that gold and extraction do not share; ``expected`` or ``found`` is null where it is missing."""

    document: str
    kind: str
    expected: Any
    found: Any


@dataclass(slots=True)
class Outcome:
    """What the comparison of one document (or of many, summed) gave, by kind of fact and by field of the header."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    fields: dict[str, Tally] = field(default_factory=dict)
    disagreements: list[Disagreement] = field(default_factory=list)

    def count(self, kind: str, gold: int, found: int, hit: int) -> None:
        """Add to a kind's tally."""
        self.tallies[kind] = self.tallies.get(kind, Tally()) + Tally(gold, found, hit)

    def check(self, field_name: str, agrees: bool) -> None:
        """Add one document's verdict to a field of the header."""
        self.fields[field_name] = self.fields.get(field_name, Tally()) + Tally(1, 1, int(agrees))

    def differ(self, document: str, kind: str, expected: Any, found: Any) -> None:
        """Note a disagreement."""
        self.disagreements.append(Disagreement(document, kind, expected, found))

    def add(self, other: Outcome) -> None:
        """Sum another outcome into this one."""
        for mine, theirs in ((self.tallies, other.tallies), (self.fields, other.fields)):
            for name, tally in theirs.items():
                mine[name] = mine.get(name, Tally()) + tally
        self.disagreements.extend(other.disagreements)
