"""Citations: numbered ones by their number (and date), laws and Party instruments by number or name."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.scoring.keys import likeness, number_key
from pipeline.scoring.matching import one_to_one, unpaired
from pipeline.scoring.tally import Json, Outcome

_NAMED = ("law", "party")
_NAME_LIKENESS = 0.8
_SAME_NUMBER = 1.1  # better than any likeness of names


def compare_citations(gold: Json, extraction: Json, outcome: Outcome) -> None:
    """Numbered and named citations of one document; a programme's are measured through its relations."""
    _compare_numbered(gold, extraction, outcome)
    _compare_named(gold, extraction, outcome)


def _keys(numbers: Iterable[str | None]) -> set[str | None]:
    return {number_key(number) for number in numbers if number}


def _expected(gold: Json, optional: set[str | None]) -> dict[str | None, Json]:
    numbered = (c for c in gold["citations"] if c["kind"] == "numbered" and c["number"])
    return {key: c for c in numbered if (key := number_key(c["number"])) not in optional}


def _first_by_number(citations: list[Json]) -> dict[str | None, Json]:
    found: dict[str | None, Json] = {}
    for citation in citations:
        if citation["target"].get("number"):
            found.setdefault(number_key(citation["target"]["number"]), citation)
    return found


def _compare_numbered(gold: Json, extraction: Json, outcome: Outcome) -> None:
    labelled = gold["citations"]
    optional = _keys(c["number"] for c in labelled if c.get("optional"))
    expected = _expected(gold, optional)
    by_number = _first_by_number(extraction["citations"])
    # Not invented: the number of something labelled by name, the document's own, a law found with its number
    pardoned = _keys(c.get("known_number") for c in labelled) | _keys(
        c["number"] for c in labelled if c["kind"] != "numbered"
    )
    pardoned |= {number_key(gold["header"]["number"])} | optional
    pardoned |= {key for key, c in by_number.items() if c["kind"] in ("law", "party", "programme")}
    found = {key for key in by_number if key in expected or key not in pardoned}
    hits = found & expected.keys()
    outcome.count("citations.numbered", len(expected), len(found), len(hits))
    for key in sorted(map(str, expected.keys() - found)):
        outcome.differ(gold["id"], "citation missed", expected[key]["number"], None)
    for key in sorted(map(str, found - expected.keys())):
        outcome.differ(gold["id"], "citation invented", None, by_number[key]["text"])
    for key in sorted(map(str, hits)):
        _compare_date(gold, expected[key], extraction, outcome)


def _compare_date(gold: Json, citation: Json, extraction: Json, outcome: Outcome) -> None:
    if not citation["issued_on"]:
        return
    key = number_key(citation["number"])
    targets = (c["target"] for c in extraction["citations"])
    dates = (t.get("issued_on") for t in targets if number_key(t.get("number")) == key)
    date = next((date for date in dates if date), None)
    agrees = citation["issued_on"] == date
    outcome.count("citations.date", 1, 1 if date else 0, int(agrees))
    if not agrees:
        outcome.differ(gold["id"], "citation date", f"{citation['number']} {citation['issued_on']}", date)


def _named_targets(extraction: Json, numbers: set[str | None]) -> list[Json]:
    """The first mention of each law or Party instrument, or of what carries the number of a labelled one."""
    found: dict[str, Json] = {}
    for citation in extraction["citations"]:
        target = citation["target"]
        if citation["kind"] in _NAMED or number_key(target.get("number")) in numbers:
            found.setdefault(target["id"], citation)
    return list(found.values())


def _named_likeness(label: Json, citation: Json) -> float:
    target = citation["target"]
    numbers = (number_key(label["number"]), number_key(label.get("known_number")))
    if target.get("number") and number_key(target["number"]) in numbers:
        return _SAME_NUMBER
    return max(likeness(label["name"], words, _NAME_LIKENESS) for words in (citation["text"], target.get("title")))


def _compare_named(gold: Json, extraction: Json, outcome: Outcome) -> None:
    labels = [c for c in gold["citations"] if c["kind"] in _NAMED and not c.get("optional")]
    numbers = _keys(n for c in labels for n in (c["number"], c.get("known_number")))
    found = _named_targets(extraction, numbers)
    pairs = one_to_one(labels, found, _named_likeness, _NAME_LIKENESS)
    outcome.count("citations.named", len(labels), len(found), len(pairs))
    missed, invented = unpaired(pairs, len(labels), len(found))
    for i in missed:
        outcome.differ(gold["id"], "named missed", labels[i]["name"], None)
    for j in invented:
        outcome.differ(gold["id"], "named invented", None, found[j]["text"])
