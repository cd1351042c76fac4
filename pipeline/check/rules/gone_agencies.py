"""Duties of agencies that no longer existed when the document was issued."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from extractors.succession import Step, successors_of
from pipeline.check.known import Known
from pipeline.check.subject import Subject
from pipeline.check.values import Check, Grade, Issue, Proof

# Provinces changed their departments some weeks before or after the general day.
_LEEWAY = timedelta(days=90)


def _run(subject: Subject, known: Known) -> Iterator[Issue]:
    day = known.as_of or subject.issued_on
    if not day or len(day) < 10:
        return
    seen: set[str] = set()
    for duty in subject.duties:
        for actor in duty["actors"]:
            if actor["is_group"] or actor["id"] in seen:
                continue
            seen.add(actor["id"])
            steps = [s for s in successors_of(actor["id"], day) if s.from_id == actor["id"] and s.on <= day]
            steps = [s for s in steps if s.to_id != s.from_id and s.change not in ("transfer", "unchanged")]
            at = subject.text.find(actor["text"], duty["span"][0], duty["span"][1])
            if steps and at >= 0:
                span = (at, at + len(actor["text"]))
                yield subject.issue(
                    CHECK.code,
                    "verify" if known.as_of else _grade(steps, day),
                    span,
                    _words(actor["text"], steps, day),
                    _proofs(steps),
                    duty,
                )


def _grade(steps: list[Step], day: str) -> Grade:
    sure = all(step.confidence == 1.0 for step in steps)
    long_ago = date.fromisoformat(max(step.on for step in steps)) + _LEEWAY <= date.fromisoformat(day)
    return "must_fix" if sure and long_ago else "verify"


def _words(name: str, steps: list[Step], day: str) -> tuple[str, str]:
    on, after = max(step.on for step in steps), "; ".join(dict.fromkeys(step.to_name for step in steps))
    return (
        f"«{name}» không còn từ {on}, nay là {after} (tính đến {day})",
        f"«{name}» ceased on {on}, succeeded by {after} (as of {day})",
    )


def _proofs(steps: list[Step]) -> tuple[Proof, ...]:
    return tuple(
        Proof("succession.csv", f"{s.from_name} -> {s.to_name}, {s.on}, {s.basis}") for s in dict.fromkeys(steps)
    )


CHECK = Check(
    "gone_agency",
    ("giao việc cho cơ quan không còn vào ngày ban hành", "duties of agencies that had ceased to exist"),
    _run,
)
