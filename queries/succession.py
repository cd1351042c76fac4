"""Who an agency is on a day: along its dated successions, never past a division without saying so.

A *merge* or *rename* hands an agency over whole; a *split* hands some of its functions to another one, and a
*transfer* takes single functions from an agency that goes on. Where functions went different ways, the words of the
duty decide ("báo chí" went to Sở Văn hóa, Thể thao và Du lịch); where they name none, the chief successor is given
and all the others with it.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from extractors.errors import UsageError
from extractors.fold import norm
from extractors.succession import Step, successors_of

Json = dict[str, Any]
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Owner:
    """The agency on the day and the steps that led to it: ``{from, to, on, basis, change}``, names and an ISO date.

    ``name`` is null while nothing changed. ``candidates`` are the names of all that took over a part, the chief one
    first, where the duty's words do not decide; null of them, ``id`` is the agency before the division.
    """

    id: str
    name: str | None = None
    steps: tuple[Json, ...] = ()
    candidates: tuple[str, ...] = ()


def owner_on(agency: str, since: str | None = None, as_of: str | None = None, about: str = "") -> Owner:
    """The owner on a day (ISO; null: today) of what an agency got on an earlier one (``since``; null: unknown).

    The words of the duty (``about``) decide who took over a part.
    """
    day = _day(as_of)
    steps = [step for step in successors_of(agency, since) if step.on <= day and step.from_id != step.to_id]
    owner, last = Owner(agency), ""
    for _ in range(_LONGEST):
        heirs, others = _heirs([step for step in steps if step.from_id == owner.id and step.on >= last], about)
        if not heirs:
            break
        last = heirs[0].on
        candidates = owner.candidates or tuple(dict.fromkeys(step.to_name for step in (*heirs, *others)))
        ends = {step.to_id for step in heirs}
        if len(ends) > 1:
            return Owner(owner.id, owner.name, (*owner.steps, *map(_told, heirs)), candidates)
        step = heirs[0]
        owner = Owner(step.to_id, step.to_name, (*owner.steps, _told(step)), candidates if others else owner.candidates)
    return owner


def _heirs(steps: list[Step], about: str) -> tuple[list[Step], list[Step]]:
    """Who took over on the first day on which somebody did, and who took over another part on that day."""
    words = f" {norm(about)} "
    for day in sorted({step.on for step in steps}):
        here = [step for step in steps if step.on == day]
        named = [step for step in here if any(f" {norm(function)} " in words for function in step.functions)]
        if named:
            return named, []
        whole = [step for step in here if step.change != "transfer"]
        if whole:
            chief = [step for step in whole if step.default] or whole
            return chief, [step for step in whole if step not in chief]
    return [], []


def _told(step: Step) -> Json:
    return {"from": step.from_name, "to": step.to_name, "on": step.on, "basis": step.basis, "change": step.change}


def _day(as_of: str | None) -> str:
    if as_of is None:
        return datetime.date.today().isoformat()
    try:
        return datetime.date.fromisoformat(as_of).isoformat()
    except ValueError:
        raise UsageError(f"Ngày «{as_of}» không hợp lệ", mend="Viết dạng năm-tháng-ngày: 2026-01-01") from None


def check_day(as_of: str | None) -> None:
    """Raise `UsageError` for what is no ISO date."""
    _day(as_of)
