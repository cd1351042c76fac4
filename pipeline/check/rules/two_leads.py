"""Duties that two named agencies lead; groups ("các sở, ngành") lead each in its own field."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.check.known import Known
from pipeline.check.subject import Subject
from pipeline.check.values import Check, Issue


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
            yield subject.issue(CHECK.code, "should_fix", duty["span"], words, (), duty)


CHECK = Check("two_leads", ("nhiệm vụ có hai cơ quan chủ trì", "duties with two leads"), _run)
