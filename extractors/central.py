"""What the codification of law (Bộ pháp điển of the Ministry of Justice) knows of central instruments below laws.

``tables/central_documents.csv`` holds number, kind, date and title of instruments whose number carries its year;
``tables/amendments.csv`` says which instruments changed which, as the codification notes it under their provisions.
Such a note speaks of provisions: a "bị bãi bỏ" there is never taken for the repeal of the whole instrument.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from extractors.fold import fold
from extractors.vocabulary import listed, table


@dataclass(frozen=True, slots=True)
class Central:
    """A central instrument: number as printed, kind in words, ISO date, title without the kind."""

    number: str
    kind: str
    issued_on: str
    title: str


@dataclass(frozen=True, slots=True)
class Amendment:
    """That provisions of ``target`` were changed by ``by``; ``actions`` in the codification's words."""

    target: str
    by: str
    actions: tuple[str, ...]


@cache
def _documents() -> dict[str, Central]:
    rows = table("central_documents")
    return {fold(r["number"]): Central(r["number"], r["kind"], r["issued_on"], r["title"]) for r in rows}


def central_of_number(number: str) -> Central | None:
    """The instrument of a number: ``30/2020/NĐ-CP``; null for laws (see `extractors.laws`) and unknown ones."""
    return _documents().get(fold(number))


@cache
def _amendments() -> dict[str, tuple[Amendment, ...]]:
    found: dict[str, tuple[Amendment, ...]] = {}
    for row in table("amendments"):
        change = Amendment(row["target"], row["by"], listed(row["actions"]))
        found[fold(change.target)] = (*found.get(fold(change.target), ()), change)
    return found


def amendments_of(number: str) -> tuple[Amendment, ...]:
    """What changed the provisions of an instrument, in the order of the changers' numbers."""
    return _amendments().get(fold(number), ())
