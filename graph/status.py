"""Whether an instrument is in force on a day, and the words that say so. Pure, and independent of any order.

=====================  ========================================================================================
in force               it states its own first day (or the registry of laws does), and nothing known changed it
partly amended         provisions of it were amended, repealed, replaced or suspended
expired                it was replaced or repealed as a whole, or the registry says that it has expired
suspended              it was suspended as a whole
not yet in force       the day is before its first day in force
unknown                nothing says either, or a change is known without its date
=====================  ========================================================================================

Without a day the status is the one after all that is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from extractors.central import amendments_of, central_of_number
from extractors.fold import fold
from extractors.identity import CENTRAL
from extractors.laws import CODES, Law, law_of_number, laws

Value = Literal["in force", "partly amended", "expired", "suspended", "not yet in force", "unknown"]
CHANGING = ("AMENDS", "REPLACES", "REPEALS", "SUSPENDS")
LAWS_TABLE = "laws.csv"
CODIFICATION = "amendments.csv"
_ENDS = ("REPLACES", "REPEALS")
_CODIFIED = {"bị bãi bỏ": "REPEALS", "được sửa đổi": "AMENDS", "được bổ sung": "AMENDS"}


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """A statement that an instrument was changed.

    ``by`` is the id or number of what changed it, ``on`` the ISO date (any precision) from which, ``partial`` whether
    it concerns provisions only, ``source`` the id of the document that says so or the name of a vocabulary table.
    """

    type: str
    by: str
    on: str = ""
    partial: bool = True
    quote: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Effect:
    """A statement of an instrument's first day in force, and of the first day that it is no longer."""

    on: str = ""
    until: str = ""
    quote: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """The status and all the statements that make it so; none for ``unknown`` without any statement."""

    value: Value
    evidence: tuple[Change | Effect, ...] = ()


def status_at(changes: Iterable[Change], effects: Iterable[Effect] = (), on: str | None = None) -> Status:
    """The status on an ISO day (null: after all that is known), from all statements about one instrument."""
    for value, evidence in _readings(sorted(set(changes)), sorted(set(effects)), on):
        if evidence:
            return Status(value, tuple(evidence))
    return Status("unknown")


def _readings(
    changes: list[Change], effects: list[Effect], on: str | None
) -> Iterator[tuple[Value, list[Change | Effect]]]:
    """Each status with the statements for it, the strongest first; an undated change is before or after the day."""
    past = [c for c in changes if on is None or (c.on and not _later(c.on, on))]
    open_ = [c for c in changes if c not in past and not c.on]
    over = [e for e in effects if e.until and (on is None or not _later(e.until, on))]
    yield "expired", [*(c for c in past if c.type in _ENDS and not c.partial), *over]
    yield "suspended", [c for c in past if c.type == "SUSPENDS" and not c.partial]
    yield "not yet in force", [e for e in effects if e.on and on is not None and _later(e.on, on)]
    yield "unknown", [c for c in open_ if not c.partial]
    yield "partly amended", [*past]
    yield "unknown", [*open_]
    yield "in force", [e for e in effects if e.on]


def final_status(
    identity: str,
    number: str | None,
    changed: Iterable[str],
    effective_on: str | None = None,
    doc_type: str | None = None,
) -> Value:
    """The status after all that is known; ``changed`` holds what `said_of` gives for each statement of a change."""
    told = {Change(type_, "", partial=bool(partly)) for type_, _, partly in (text.partition(" ") for text in changed)}
    listed, effects = registered_for(identity, number, doc_type)
    own = (Effect(effective_on),) if effective_on else ()
    return status_at((*told, *listed), (*effects, *own)).value


def said_of(type_: str, partial: bool) -> str:
    """A change in one word or two, as a mention says it: ``REPEALS``, ``REPEALS partly``."""
    return f"{type_} partly" if partial else type_


def registered_for(
    identity: str, number: str | None, doc_type: str | None = None
) -> tuple[tuple[Change, ...], tuple[Effect, ...]]:
    """What the tables say of an instrument by its id, number and type; nothing of local ones.

    Laws and resolutions of the National Assembly are numbered apart: "Nghị quyết số 55/2010/QH12" is no law.
    """
    if not identity.startswith(f"vn:{CENTRAL}:"):
        return (), ()
    return registered(number, doc_type is None or doc_type in CODES.values())


@lru_cache(maxsize=8192)
def registered(number: str | None, may_be_law: bool = True) -> tuple[tuple[Change, ...], tuple[Effect, ...]]:
    """What the vocabulary tables say of a central instrument: its changes and its days in force."""
    if not number:
        return (), ()
    law = law_of_number(number) if may_be_law else None
    noted = tuple(
        Change(
            _CODIFIED[action], each.by, _date_of(each.by), True, f"{each.target} {action} theo {each.by}", CODIFICATION
        )
        for each in amendments_of(number)
        for action in each.actions
    )
    return ((*_of_law(law), *noted), _validity(law)) if law else (noted, ())


def _of_law(law: Law) -> tuple[Change, ...]:
    """What the registry of laws says of a law's replacement, and of the laws that amend it."""
    amended = tuple(
        Change(
            "AMENDS", each.number or each.title, each.effective_on or each.passed_on or "", True, _row(each), LAWS_TABLE
        )
        for each in _amending().get(fold(law.number or ""), ())
    )
    if not law.expired_on:
        return amended
    quote = _row(law)
    return (*(Change("REPLACES", by, law.expired_on, False, quote, LAWS_TABLE) for by in law.replaced_by), *amended)


@cache
def _amending() -> dict[str, tuple[Law, ...]]:
    """Number -> the laws that amend it."""
    found: dict[str, tuple[Law, ...]] = {}
    for law in laws():
        for number in law.amends:
            found[fold(number)] = (*found.get(fold(number), ()), law)
    return found


def _validity(law: Law) -> tuple[Effect, ...]:
    return (Effect(law.effective_on or "", law.expired_on or "", _row(law), LAWS_TABLE),)


def _row(law: Law) -> str:
    """A row of the registry in words."""
    told = [f"{law.title} ({law.number or law.passed_on})"]
    told += [f"hiệu lực từ {law.effective_on}"] if law.effective_on else []
    told += [f"hết hiệu lực từ {law.expired_on}"] if law.expired_on else []
    told += [f"được thay bằng {', '.join(law.replaced_by)}"] if law.replaced_by else []
    return "; ".join(told)


def _date_of(number: str) -> str:
    """The first day of a changing instrument: a law's first day in force, else the day of issue, else nothing."""
    law = law_of_number(number)
    if law:
        return law.effective_on or law.passed_on or ""
    central = central_of_number(number)
    return central.issued_on if central else ""


def _later(date: str, on: str) -> bool:
    """Whether a date is surely after another one, at the precision that both have."""
    length = min(len(date), len(on))
    return date[:length] > on[:length]
