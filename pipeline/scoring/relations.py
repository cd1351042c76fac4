"""Typed relations between documents: type, direction and both ends."""

from __future__ import annotations

import re

from pipeline.scoring.keys import folded, likeness, number_key
from pipeline.scoring.matching import one_to_one, unpaired
from pipeline.scoring.tally import Json, Outcome

Triple = tuple[str, str, str]
# "27-KH/TU", "687/QĐ-TTg" and not a name that happens to hold a year
_NUMBER = re.compile(r"\d+.*[/-]")
_NUMBER_LENGTH = 40
# Shorter ends are numbers and must be equal; longer ones are names
_NAME_LENGTH = 25
# "Quyết định số /QĐ-UBND": an instrument whose number was left blank
_BLANK_NUMBER = "so /"
_LIKENESS = 0.8


def compare_relations(gold: Json, extraction: Json, outcome: Outcome) -> None:
    """Relations of one document but for plain CITES, and for those that the gold leaves optional."""
    demanded = {_gold_triple(gold, r) for r in gold["relations"] if not r.get("optional")}
    optional = {_gold_triple(gold, r) for r in gold["relations"] if r.get("optional")}
    labels = _labels(gold, extraction)
    stated = {_found_triple(labels, r) for r in extraction["relations"]} - optional
    expected = sorted(filter(_is_typed, demanded))
    found = sorted(filter(_is_typed, stated))
    pairs = one_to_one(expected, found, _likeness, _LIKENESS)
    outcome.count("relations.typed", len(expected), len(found), len(pairs))
    missed, invented = unpaired(pairs, len(expected), len(found))
    for i in missed:
        outcome.differ(gold["id"], "relation missed", expected[i], None)
    for j in invented:
        outcome.differ(gold["id"], "relation invented", None, found[j])


def _is_typed(triple: Triple) -> bool:
    start, end, kind = triple
    return kind != "CITES" and start != end


def _gold_triple(gold: Json, relation: Json) -> Triple:
    return _gold_end(gold, relation["from"]), _gold_end(gold, relation["to"]), relation["type"]


def _gold_end(gold: Json, end: str) -> str:
    """The key of a labelled end: the document itself, an attachment, or a citation given by number or name."""
    if end.startswith(("SELF", "ATT")):
        return end
    citation = next((c for c in gold["citations"] if end in (c["number"], c["name"])), None)
    words = (citation.get("known_number") or citation["number"] or citation["name"]) if citation else end
    is_number = len(words) < _NUMBER_LENGTH and _NUMBER.search(words)
    return str(number_key(words)) if is_number else folded(words)


def _labels(gold: Json, extraction: Json) -> dict[str, str]:
    """The ids of an extraction as the keys that the gold uses."""
    labels = {extraction["document"]["id"]: "SELF"}
    labels |= {a["id"]: f"ATT{n}" for n, a in enumerate(extraction.get("attachments", []), 1)}
    programmes = [c for c in gold["citations"] if c.get("known_number") and c["kind"] == "programme"]
    for citation in extraction["citations"]:
        target = citation["target"]
        if target["id"] not in labels:
            number = target.get("number") or _known_number(programmes, citation)
            words = target.get("title") or citation["text"]
            labels[target["id"]] = str(number_key(number)) if number else folded(words)
    return labels


def _known_number(programmes: list[Json], citation: Json) -> str | None:
    """The number that the gold knows for a programme cited by its name."""
    names = (citation["text"], citation["target"].get("title"))
    for programme in programmes:
        if any(likeness(programme["name"], name, _LIKENESS) >= _LIKENESS for name in names):
            return str(programme["known_number"])
    return None


def _found_triple(labels: dict[str, str], relation: Json) -> Triple:
    start, end = str(relation["from"]), str(relation["to"])
    return labels.get(start, start), labels.get(end, end), relation["type"]


def _likeness(expected: Triple, found: Triple) -> float:
    if expected[2] != found[2]:
        return 0.0
    return min(_end_likeness(a, b) for a, b in zip(expected[:2], found[:2], strict=True))


def _end_likeness(expected: str, found: str) -> float:
    if expected == found:
        return 1.0
    if min(len(expected), len(found)) > _NAME_LENGTH or _BLANK_NUMBER in expected:
        return likeness(expected, found, _LIKENESS)
    return 0.0
