"""The doer after the task: "… do Sở Xây dựng chủ trì, phối hợp với …", "… (Sở Y tế chủ trì)"."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.deadlines import find_deadlines
from extractors.responsibilities.forms.values import Assignment
from extractors.responsibilities.roles import Clause, Party, Roles, roles_at
from extractors.responsibilities.words import LEAD

# "do Sở Xây dựng", "(Sở Y tế", "(giao Sở Y tế", "; giao Sở"
_LONGEST_AGENT = 24
_AGENT = re.compile(r"(?:(?<!\w)do|[(;,–-]\s*(?:do|giao)?|(?<!\w)giao)\s*(?:cho\s+)?$", re.IGNORECASE)
# after the role words nothing but "thực hiện" and the clause's end
_TAIL = re.compile(
    r"\s*(?:(?:tổ chức )?(?:thực hiện|triển khai(?: thực hiện)?|tham mưu|theo dõi))?\s*[).;,]*\s*", re.IGNORECASE
)

# "hoàn thành trước ngày 30/9/2025)"
_DUE = re.compile(r"\s*,?\s*(?:hoàn thành|xong|thực hiện|trình)?\s*", re.IGNORECASE)


def read(clause: Clause, inherited: tuple[Party, ...]) -> Assignment | None:
    """The doer at the end of a clause that names nobody else."""
    if inherited:
        return None
    for run in clause.mentions.runs(clause.start, clause.end):
        before = clause.text[clause.start : run.span.start]
        if not _AGENT.search(before, max(0, len(before) - _LONGEST_AGENT)) or len(before.split()) < 4:
            continue
        roles: Roles = roles_at(clause, run.span.end)
        lead = LEAD.match(clause.text, run.span.end, clause.end)
        if lead and roles.role == "lead" and _ends(clause.text[roles.task : clause.end]):
            assigned = Assignment.of(run.mentions, Roles("lead", roles.partners, clause.start, said=True))
            return replace(assigned, until=clause.start + len(_AGENT.sub("", before).rstrip()))
    return None


def _ends(words: str) -> bool:
    """Whether nothing but "thực hiện" and a time stands after the role words."""
    if _TAIL.fullmatch(words):
        return True
    time = next(iter(find_deadlines(words)), None)
    if time is None or _DUE.fullmatch(words[: time.span.start]) is None:
        return False
    return _TAIL.fullmatch(words[time.span.end :]) is not None
