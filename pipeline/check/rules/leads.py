"""Duties that nobody leads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.check.known import Known
from pipeline.check.subject import Subject
from pipeline.check.values import Check, Grade, Issue, Json

# "phối hợp với", "phối hợp chặt chẽ cùng", "phối hợp Sở X"
_WITH = re.compile(r"(?i:phối hợp)(?:\s+\w+){0,3}?\s+(?:với|cùng)\b|(?i:phối hợp)\s+(?=[A-ZĐ])")
# An assembly asks bodies that it does not direct
_REQUEST = re.compile(r"\W*đề nghị\b", re.IGNORECASE)


def _run(subject: Subject, known: Known) -> Iterator[Issue]:
    del known
    yield from _rows_without_doer(subject)
    for duty in subject.duties:
        roles = {actor["role"] for actor in duty["actors"]}
        if roles & {"lead", "responsible"} or "coordinate" not in roles:
            continue
        if duty["origin"] != "table" and not _nobody_first(subject, duty):
            continue
        grade: Grade = "should_fix" if duty["origin"] == "table" else "verify"
        words = (
            "nhiệm vụ chỉ có cơ quan phối hợp, không rõ cơ quan chủ trì",
            "the duty names partners only, nobody leads it",
        )
        yield subject.issue(CHECK.code, grade, duty["span"], words, (), duty)


def _rows_without_doer(subject: Subject) -> Iterator[Issue]:
    """Rows of task tables whose column of agencies is empty."""
    for notice in subject.extraction["warnings"]:
        if notice["code"] == "task_without_agency" and notice["span"]:
            words = ("nhiệm vụ trong bảng không ghi cơ quan thực hiện", "a row of a task table names no agency")
            yield subject.issue(CHECK.code, "should_fix", notice["span"], words)


def _nobody_first(subject: Subject, duty: Json) -> bool:
    """Whether a sentence names partners side by side: "Sở A và Sở B phối hợp …"; in "A phối hợp với B" A does it."""
    words = subject.quote(tuple(duty["span"]))
    partners = [a for a in duty["actors"] if a["role"] == "coordinate" and not a["is_group"] and a["text"] in words]
    return len(partners) > 1 and not _WITH.search(words) and not _REQUEST.match(words)


CHECK = Check("no_lead", ("nhiệm vụ không có cơ quan chủ trì", "duties that nobody leads"), _run)
