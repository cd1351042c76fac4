"""Duties that two named agencies lead; groups ("các sở, ngành") lead each in its own field."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.check.known import Known
from pipeline.check.subject import Subject
from pipeline.check.values import Check, Issue, Proof

# Code points within which a block "Nhiệm vụ / Cơ quan chủ trì / …" ends
_BLOCK = 2000
# Code points shown on each side of a name
_SHOWN = 75


def _run(subject: Subject, known: Known) -> Iterator[Issue]:
    del known
    for duty in subject.duties:
        leads = {a["id"]: a["text"] for a in duty["actors"] if a["role"] == "lead" and not a["is_group"]}
        if len(leads) > 1:
            names = "; ".join(leads.values())
            words = (
                f"một nhiệm vụ có {len(leads)} cơ quan chủ trì: {names}",
                f"{len(leads)} agencies lead one duty: {names}",
            )
            proofs = tuple(p for text in leads.values() if (p := _where(subject, duty["span"][0], text)))
            yield subject.issue(CHECK.code, "should_fix", duty["span"], words, proofs, duty)


def _where(subject: Subject, start: int, text: str) -> Proof | None:
    """The line that names a lead: in the duty, or in the block around it."""
    at = subject.text.find(text, start, start + _BLOCK)
    return subject.proof(subject.sentence(at, _SHOWN)) if at >= 0 else None


CHECK = Check("two_leads", ("nhiệm vụ có hai cơ quan chủ trì", "duties with two leads"), _run)
