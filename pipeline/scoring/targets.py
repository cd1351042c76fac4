"""Targets (value and unit, then quote or indicator) and the evidence of all findings."""

from __future__ import annotations

from pipeline.scoring.keys import likeness, unit_key
from pipeline.scoring.matching import one_to_one
from pipeline.scoring.tally import Json, Outcome

_LEAST = 0.3
_SAME_VALUE = 1e-9


def compare_targets(gold: Json, extraction: Json, outcome: Outcome) -> None:
    """Targets of one document; an optional one counts neither found nor missed."""
    text = extraction["text"]
    labels, found = gold["targets"], extraction["targets"]

    def like(label: Json, target: Json) -> float:
        if abs(label["value"] - target["value"]) > _SAME_VALUE or unit_key(label["unit"]) != unit_key(target["unit"]):
            return 0.0
        quote = text[slice(*target["span"])]
        return max(likeness(label["quote"], quote), likeness(label["indicator"], target["indicator"]), _LEAST)

    pairs = one_to_one(labels, found, like, _LEAST)
    optional = {i for i, label in enumerate(labels) if label.get("optional")}
    hits = {i for i, _ in pairs} - optional
    outcome.count("targets", len(labels) - len(optional), len(found) - (len(pairs) - len(hits)), len(hits))
    for i, label in enumerate(labels):
        if i not in hits and i not in optional:
            outcome.differ(gold["id"], "target missed", label["quote"], None)


def compare_evidence(gold: Json, extraction: Json, outcome: Outcome) -> None:
    """Whether every span lies in the text, and a citation's words stand there."""
    text = extraction["text"]
    for kind in ("citations", "responsibilities", "targets"):
        for finding in extraction[kind]:
            start, end = finding["span"]
            holds = 0 <= start < end <= len(text) and (kind != "citations" or text[start:end] == finding["text"])
            outcome.count("evidence", 1, 1, int(holds))
            if not holds:
                outcome.differ(gold["id"], "evidence", kind, [start, end])
