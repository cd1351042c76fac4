"""The doer after the task: "… do Sở Xây dựng chủ trì, phối hợp với …", "… (Sở Y tế chủ trì, Sở Nội vụ phối hợp)"."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.deadlines import find_deadlines
from extractors.responsibilities.forms.values import Assignment
from extractors.responsibilities.roles import Clause, Party, Roles, roles_at
from extractors.responsibilities.verbs import opens_with_verb
from extractors.responsibilities.words import LEAD, PREFIX

# "do Sở Xây dựng", "(Sở Y tế", "(giao Sở Y tế", "; giao Sở"
_LONGEST_AGENT = 24
_AGENT = re.compile(r"(?:(?<!\w)do|[(;,–-]\s*(?:do|giao)?|(?<!\w)(?:được )?giao)\s*(?:cho\s+)?$", re.IGNORECASE)
# the same where others could be the subject: "… do Sở A", "… (Sở A", "Tổng kết Luật: Sở A"
_PLAIN_AGENT = re.compile(r"(?:(?<!\w)do|[(:]\s*(?:do|giao)?|(?<!\w)(?:được )?giao)\s*(?:cho\s+)?$", re.IGNORECASE)
# after the role words nothing but "thực hiện" and the clause's end
_TAIL = re.compile(
    r"\s*(?:(?:tổ chức )?(?:thực hiện|triển khai(?: thực hiện)?|tham mưu|theo dõi))?\s*[).;,]*\s*", re.IGNORECASE
)
# "… chủ trì, Sở Nội vụ | phối hợp thực hiện": those who are named with their part
_JOINT = re.compile(r"\s*(?:[,;]\s*)?(?:và\s+)?")
_TAKE_PART = re.compile(
    r"\s*(?:cùng\s+)?phối hợp(?: (?:tổ chức )?(?:thực hiện|triển khai)| tham gia)?(?!\w)", re.IGNORECASE
)
# a task that a noun names, whatever follows the role: "Việc kiểm tra do Sở A chủ trì, phối hợp với Sở B | tham mưu"
_NAMED_TASK = re.compile(r"(?:và )?(?:việc|công tác)(?!\w)", re.IGNORECASE)
# "hoàn thành trước ngày 30/9/2025)"
_DUE = re.compile(r"\s*[,;]?\s*(?:hoàn thành|xong|thực hiện|trình)?\s*", re.IGNORECASE)


def read(clause: Clause, inherited: tuple[Party, ...]) -> Assignment | None:
    """The doer at the end of a clause that names nobody else."""
    return None if inherited or "chủ trì" not in clause.words.lower() else _behind(clause, _AGENT)


def behind(clause: Clause, inherited: tuple[Party, ...]) -> Assignment | None:
    """The doer and those who take part at the end of a clause that opens with its task."""
    if "chủ trì" not in clause.words or PREFIX.match(clause.text, clause.start, clause.end):
        return None
    if inherited and _NAMED_TASK.match(clause.text, clause.start) is None:
        return None
    return _behind(clause, _PLAIN_AGENT)


def named(clause: Clause) -> bool:
    """Whether a clause opens with the noun of a task and names its doer behind it: "việc kiểm tra do Sở A chủ trì"."""
    return _NAMED_TASK.match(clause.text, clause.start, clause.end) is not None and behind(clause, ()) is not None


def _behind(clause: Clause, agent: re.Pattern[str]) -> Assignment | None:
    for run in clause.mentions.runs(clause.start, clause.end):
        before = clause.text[clause.start : run.span.start]
        joint = agent.search(before, max(0, len(before) - _LONGEST_AGENT))
        if joint is None or len(before.split()) < 4:
            continue
        if joint[0].startswith(":") and not opens_with_verb(clause.text, clause.start, clause.end):
            continue
        roles: Roles = roles_at(clause, run.span.end)
        lead = LEAD.match(clause.text, run.span.end, clause.end)
        if lead is None or roles.role != "lead":
            continue
        named, end = _followers(clause, roles.task)
        if _ends(clause.text[end : clause.end]) or _NAMED_TASK.match(clause.text, clause.start):
            assigned = Assignment.of(run.mentions, Roles("lead", roles.partners + named, clause.start, said=True))
            return replace(assigned, until=clause.start + len(agent.sub("", before).rstrip()))
    return None


def _followers(clause: Clause, position: int) -> tuple[tuple[Party, ...], int]:
    """Who takes part by the words behind the leader's, and where these end: "…, Sở Nội vụ phối hợp"."""
    found: tuple[Party, ...] = ()
    while joint := _JOINT.match(clause.text, position, clause.end):
        first = clause.mentions.at(joint.end(), clause.end, slack=0)
        run = clause.mentions.run(first, clause.end) if first else None
        part = _TAKE_PART.match(clause.text, run.span.end, clause.end) if run else None
        if run is None or part is None:
            break
        found += tuple((mention, "coordinate") for mention in run.mentions)
        position = part.end()
    return found, position


def _ends(words: str) -> bool:
    """Whether nothing but "thực hiện" and a time stands after the role words."""
    if _TAIL.fullmatch(words):
        return True
    time = next(iter(find_deadlines(words)), None)
    if time is None or _DUE.fullmatch(words[: time.span.start]) is None:
        return False
    return _TAIL.fullmatch(words[time.span.end :]) is not None
