"""The header's fields: each is right or wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pipeline.scoring.keys import agency_key, folded, likeness, number_key
from pipeline.scoring.tally import Json, Outcome

Compare = Callable[[Any, Any], bool]
_TITLE_LIKENESS = 0.9


def _same_issuer(gold: str | None, found: str | None) -> bool:
    a, b = folded(gold), folded(found)
    if a == b:
        return True
    return bool(a and b) and (agency_key(gold) == agency_key(found) or a in b or b in a)


def _same_title(gold: str | None, found: str | None) -> bool:
    if not gold and not found:
        return True
    return likeness(gold, found, _TITLE_LIKENESS) >= _TITLE_LIKENESS


FIELDS: dict[str, Compare] = {
    "number": lambda gold, found: number_key(gold) == number_key(found),
    "type": lambda gold, found: folded(gold) == folded(found),
    "issuer": _same_issuer,
    "issued_on": lambda gold, found: (gold or None) == (found or None),
    "title": _same_title,
}


def compare_headers(gold: Json, extraction: Json, outcome: Outcome) -> None:
    """Each field of the main document's header, and the set of its signers' names."""
    labelled, found = gold["header"], extraction["document"]
    for name, same in FIELDS.items():
        agrees = same(labelled[name], found.get(name))
        outcome.check(name, agrees)
        if not agrees:
            outcome.differ(gold["id"], f"header.{name}", labelled[name], found.get(name))
    expected = {folded(signer["name"]) for signer in labelled["signers"]}
    signers = {folded(signer["name"]) for signer in found.get("signers", [])}
    outcome.check("signers", expected == signers)
    if expected != signers:
        outcome.differ(gold["id"], "header.signers", sorted(expected), sorted(signers))
