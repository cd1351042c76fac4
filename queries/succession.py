"""Who an agency is on a day: along its dated successions, never past a division without saying so.

A *merge* or *rename* hands an agency over whole; a *split* hands some of its functions to another one, and a
*transfer* takes single functions from an agency that goes on. Where functions went different ways, the words of the
duty decide ("báo chí" went to Sở Văn hóa, Thể thao và Du lịch), but only words that one successor alone has. Where no
word decides, the successor that the table marks as the default is given, said to be the default, with all the others;
where the words name several, or no default is marked, there is no owner but candidates, the likeliest first. An
agency whose province was joined with another one goes on; the province's change is a step of its chain too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from extractors.fold import norm
from extractors.succession import Step, successors_of
from queries.days import day_or_today

Json = dict[str, Any]
Decision = Literal["whole", "function", "default", "open"]
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Owner:
    """The agency on the day and the steps that led to it.

    A step is ``{from, to, on, basis, change, of, decided, words, confidence}``: names, an ISO date, whether the agency
    or its ``place`` changed, why this successor (``whole``: it took over all; ``function``: the ``words`` that it alone
    has; ``default``: no word decides and the table marks it; ``open``: one of several), and 1 where a public source
    states the row. ``name`` is null while nothing changed, and where a division stays ``open``: then ``id`` is the
    agency before the division. ``candidates`` are the names on the day of all that took over a part, the likeliest
    first, where the default or nothing decides.
    """

    id: str
    name: str | None = None
    steps: tuple[Json, ...] = ()
    candidates: tuple[str, ...] = ()
    decided: Decision | None = None


@dataclass(frozen=True, slots=True)
class _Choice:
    """How a day's change goes on: the steps to take (several: nothing decides), why, and all who took over a part."""

    steps: tuple[Step, ...]
    decided: Decision
    words: tuple[str, ...] = ()
    all: tuple[Step, ...] = ()


def owner_on(
    agency: str, since: str | None = None, as_of: str | None = None, about: str = "", question: str = ""
) -> Owner:
    """The owner on a day (ISO; null: today) of what an agency got on an earlier one (``since``; null: unknown).

    The words of the duty (``about``) decide who took over a part, those of the ``question`` where the duty has none.
    """
    day = day_or_today(as_of)
    steps = [step for step in successors_of(agency, since) if step.on <= day]
    return _follow(Owner(agency), steps, (about, question), "")


def _follow(owner: Owner, steps: Sequence[Step], texts: Sequence[str], last: str) -> Owner:
    """Along the steps that begin at an owner after a day, up to a division that nothing decides."""
    for _ in range(_LONGEST):
        choice = _choice([s for s in steps if s.from_id == owner.id and s.on >= last], texts)
        if choice is None:
            return owner
        told = (*owner.steps, *(_told(step, choice) for step in choice.steps))
        if choice.decided == "open":
            names = tuple(dict.fromkeys(_end(step, steps, texts) for step in choice.steps))
            return replace(owner, name=None, steps=told, candidates=names, decided="open")
        [step] = choice.steps
        others = tuple(dict.fromkeys(_end(s, steps, texts) for s in choice.all))
        weakest = choice.decided if owner.decided in (None, "whole") else owner.decided
        owner = Owner(step.to_id, step.to_name, told, others or owner.candidates, weakest)
        steps = [s for s in steps if s != step]
        last = step.on
    return owner


def _end(step: Step, steps: Sequence[Step], texts: Sequence[str]) -> str:
    """The name on the day of one that took over a part."""
    after = _follow(Owner(step.to_id, step.to_name), [s for s in steps if s != step], texts, step.on)
    return after.name or step.to_name


def _choice(steps: list[Step], texts: Sequence[str]) -> _Choice | None:
    """Who took over on the first day on which somebody did; null where nobody did."""
    for day in sorted({step.on for step in steps}):
        here = _one_each(step for step in steps if step.on == day)
        away = [step for step in here if step.from_id != step.to_id]
        whole = [step for step in away if step.change != "transfer"]
        chief = [step for step in whole if step.default]
        all_of_it = len(whole) == 1 and bool(chief or whole[0].change != "split")
        decided = None if all_of_it and len(away) == 1 else _by_function(away, texts)
        if decided:
            return decided
        if all_of_it:
            return _Choice((whole[0],), "whole")
        if len(chief) == 1:
            return _Choice((chief[0],), "default", all=(*chief, *(s for s in whole if s not in chief)))
        if whole:
            return _Choice(tuple(whole), "open")
        place = [step for step in here if step.from_id == step.to_id]
        if place:
            return _Choice((place[0],), "whole")
    return None


def _one_each(steps: Iterable[Step]) -> list[Step]:
    """One step a successor: the default row before others, functions joined."""
    found: dict[str, Step] = {}
    for step in steps:
        first = found.get(step.to_id)
        joined = dict.fromkeys((*(first.functions if first else ()), *step.functions))
        found[step.to_id] = replace(first or step, functions=tuple(joined))
    return list(found.values())


def _by_function(steps: list[Step], texts: Sequence[str]) -> _Choice | None:
    """The successor that alone has words of the duty, else of the question; all that have some, where several do."""
    several: list[tuple[Step, tuple[str, ...]]] = []
    for text in texts:
        words = _named(steps, text)
        hits = [(step, words[step.to_id]) for step in steps if words[step.to_id]]
        if several:
            hits = [hit for hit in hits if hit[0] in [step for step, _ in several]]
        if len(hits) == 1:
            return _Choice((hits[0][0],), "function", hits[0][1])
        several = several or hits
    if not several:
        return None
    several.sort(key=lambda hit: (-sum(len(word.split()) for word in hit[1]), not hit[0].default))
    return _Choice(tuple(step for step, _ in several), "open", tuple(word for _, hit in several for word in hit))


def _named(steps: list[Step], text: str) -> dict[str, tuple[str, ...]]:
    """The function words of each successor in a text; a word inside a longer one that is named counts for nothing.

    Nor does one in the agency's own name: "báo cáo Sở Lao động - Thương binh và Xã hội" is not about labour.
    """
    padded = f" {norm(text)} "
    for name in {_bare(step.from_id) for step in steps}:
        padded = padded.replace(f" {name} ", " | ")
    every = {norm(word): word for step in steps for word in step.functions}
    for word in sorted(every, key=lambda w: -len(w)):
        if f" {word} " in padded:
            padded = padded.replace(f" {word} ", f" <{word.replace(' ', '_')}> ")
    found = {word for word in every if f" <{word.replace(' ', '_')}> " in padded}
    return {step.to_id: tuple(word for word in step.functions if norm(word) in found) for step in steps}


def _told(step: Step, choice: _Choice) -> Json:
    return {
        "from": step.from_name,
        "to": step.to_name,
        "on": step.on,
        "basis": step.basis,
        "change": step.change,
        "of": "place" if _local(step.from_id) == _local(step.to_id) else "agency",
        "decided": choice.decided,
        "words": [word for word in choice.words if word in step.functions],
        "confidence": step.confidence,
    }


def _bare(identity: str) -> str:
    """An agency's folded name without its place."""
    return _local(identity).replace("dd", "d").replace("-", " ")


def _local(identity: str) -> str:
    return identity.split(":", 2)[2]
