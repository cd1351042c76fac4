"""Responsibilities: the duty by its quote, then its actors with their roles, its owner, receivers and deadline."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.scoring.keys import agency_key, folded, likeness
from pipeline.scoring.matching import one_to_one
from pipeline.scoring.tally import Json, Outcome

Actor = tuple[str, str]

ROLES = ("lead", "coordinate", "responsible")
_OWNER_ROLES = ("lead", "responsible")
_KIND = "responsibilities"
_LIKENESS = 0.7
_OPENING_WORDS = 6
_FARTHEST = 400
_BEYOND = 40
_DEADLINE_LIKENESS = 0.6
# Words that a group's name may gain or lose: "các sở, ban, ngành liên quan"
_GROUP_FILLERS = frozenset({"cac", "va", "lien", "quan"})
_GROUP_SHARE = 0.75


@dataclass(frozen=True, slots=True)
class _Duty:
    """A duty as it is matched: its folded quote and the keys of the agencies it names."""

    quote: str
    agencies: frozenset[str]


def compare_duties(gold: Json, extraction: Json, outcome: Outcome) -> None:
    """Responsibilities of one document, and the actors and deadlines of those that were found."""
    text = extraction["text"]
    labels, found = gold["responsibilities"], extraction["responsibilities"]
    expected = [_Duty(folded(r["quote"]), _labelled_agencies(r)) for r in labels]
    quoted = [_Duty(folded(text[slice(*r["span"])]), _found_agencies(r)) for r in found]
    pairs = dict(one_to_one(expected, quoted, _likeness, _LIKENESS))
    invented = _invented(gold, text, quoted, set(pairs.values()))
    demanded = [i for i, r in enumerate(labels) if not r.get("optional")]
    hits = sum(i in pairs for i in demanded)
    outcome.count(_KIND, len(demanded), hits + len(invented), hits)
    for i in demanded:
        if i in pairs:
            _compare_actors(gold["id"], labels[i], found[pairs[i]], outcome)
            _compare_deadlines(gold["id"], labels[i], found[pairs[i]], outcome)
        else:
            outcome.count(f"{_KIND}.actor+role", len(_labelled_actors(labels[i])), 0, 0)
            outcome.differ(gold["id"], "duty missed", labels[i]["quote"], None)
    for j in invented:
        outcome.differ(gold["id"], "duty invented", None, quoted[j].quote[:100])


def _labelled_agencies(label: Json) -> frozenset[str]:
    return frozenset(agency_key(name) for role in ROLES for name in label.get(role, []))


def _found_agencies(duty: Json) -> frozenset[str]:
    return frozenset(agency_key(actor["agency"]) for actor in duty["actors"])


def _likeness(expected: _Duty, found: _Duty) -> float:
    """Alike by the opening words (the nearer to the found quote's start the better), else as whole texts."""
    opening = " ".join(expected.quote.split()[:_OPENING_WORDS])
    if opening and opening in found.quote:
        value = 1.0 - min(found.quote.find(opening), _FARTHEST) / 1000
    else:
        least = (_LIKENESS - 0.07) / 0.9 - 1e-9
        value = likeness(expected.quote, found.quote[: len(expected.quote) + _BEYOND], least) * 0.9
    value += 0.05 * (expected.quote in found.quote)
    return value + 0.02 * len(expected.agencies & found.agencies) / max(1, len(expected.agencies))


def _invented(gold: Json, text: str, quoted: list[_Duty], paired: set[int]) -> list[int]:
    """Found duties that no label has; behind the labelled part of a document nothing is held against them."""
    extra = [j for j in range(len(quoted)) if j not in paired]
    if not gold.get("labelled_until_quote"):
        return extra
    flat = folded(text)
    limit = flat.find(folded(gold["labelled_until_quote"]))
    if limit < 0:
        return extra
    return [j for j in extra if 0 <= flat.find(quoted[j].quote[:60]) < limit]


def _labelled_actors(label: Json) -> set[Actor]:
    return {(agency_key(name), role) for role in ROLES for name in label.get(role, [])}


def _same_actor(expected: Actor, found: Actor, groups: set[str]) -> bool:
    """Same role and agency; a group's name may be worded a little differently."""
    if expected[1] != found[1]:
        return False
    if expected[0] not in groups or expected[0] == found[0]:
        return expected[0] == found[0]
    a, b = set(expected[0].split()) - _GROUP_FILLERS, set(found[0].split()) - _GROUP_FILLERS
    return len(a & b) >= _GROUP_SHARE * max(len(a), len(b), 1)


def _among(expected: set[Actor], found: set[Actor], groups: set[str]) -> set[Actor]:
    return {a for a in expected if any(_same_actor(a, b, groups) for b in found)}


def _owners(actors: set[Actor]) -> set[str]:
    return {agency for agency, role in actors if role in _OWNER_ROLES}


def _compare_actors(document: str, label: Json, duty: Json, outcome: Outcome) -> None:
    groups = {agency_key(name) for name in label.get("groups", [])}
    doers = [a for a in duty["actors"] if a["role"] != "receive"]
    named = {(agency_key(a["agency"]), a["role"]) for a in doers}
    written = {(agency_key(a["text"]), a["role"]) for a in doers}
    expected = _labelled_actors(label)
    hits = _among(expected, named | written, groups)
    outcome.count(f"{_KIND}.actor+role", len(expected), len(named), len(hits))
    owned = _owners(expected) == _owners(hits) and bool(_owners(expected)) == bool(_owners(named))
    outcome.count(f"{_KIND}.owner", 1, 1, int(owned))
    if hits != expected or len(named) != len(expected):
        outcome.differ(document, "actors", f"{label['quote'][:50]} {sorted(expected)}", sorted(named))
    _compare_receivers(label, duty, groups, outcome)


def _compare_receivers(label: Json, duty: Json, groups: set[str], outcome: Outcome) -> None:
    expected = {(agency_key(name), "receive") for name in label.get("receive", [])}
    receivers = [a for a in duty["actors"] if a["role"] == "receive"]
    found = {(agency_key(a[key]), "receive") for a in receivers for key in ("agency", "text")}
    hits = len(_among(expected, found, groups))
    outcome.count(f"{_KIND}.receive (recall)", len(expected), hits, hits)


def _compare_deadlines(document: str, label: Json, duty: Json, outcome: Outcome) -> None:
    expected, found = label.get("deadline"), duty.get("deadline")
    if not expected and not found:
        return
    agrees = bool(
        expected
        and found
        and expected["kind"] == found["kind"]
        and likeness(expected["text"], found["text"]) >= _DEADLINE_LIKENESS
    )
    outcome.count(f"{_KIND}.deadline", 1 if expected else 0, 1 if found else 0, int(agrees))
    if not agrees:
        stated = (expected["kind"], expected["text"]) if expected else None
        read = (found["kind"], found["text"]) if found else None
        outcome.differ(document, "deadline", f"{label['quote'][:40]} {stated}", read)
