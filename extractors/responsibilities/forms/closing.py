"""The closing article: everyone listed before "chịu trách nhiệm thi hành Quyết định này", whatever stands between."""

from __future__ import annotations

import re

from extractors.findings import AgencyMention
from extractors.responsibilities.forms.subject import is_empty, is_official, is_run_in, may_open
from extractors.responsibilities.forms.values import Assignment
from extractors.responsibilities.roles import Clause, Party, Roles

# "chịu trách nhiệm thi hành Quyết định này", "có trách nhiệm tổ chức thực hiện Nghị quyết này", "chiểu … thi hành"
_ENFORCED = re.compile(
    r"(?:(?:chịu|có) trách nhiệm|chiểu|căn cứ)(?:,? (?:triển khai|tổ chức|hướng dẫn|và|theo))* "
    r"(?:thi hành|thực hiện|[Qq]uyết định|[Nn]ghị quyết)[^.;]{0,60}",
)
# a role word, where "chịu trách nhiệm" is the duty itself
_HAVE = re.compile(r"có trách nhiệm ")
_THIS = re.compile(r"(?<!\w)này(?!\w)|thi hành(?!\w)")
# what a name of the list follows: the start, a mark or a conjunction, an office's title
_JOINT = re.compile(
    r"(?:^|[,;:(\n]|(?<!\w)(?:và|cùng|gồm|là))\s*"
    r"(?:(?:thủ trưởng|giám đốc|chủ tịch|lãnh đạo|đồng chí|các ông|bà|ông)\s*)*$",
    re.IGNORECASE,
)


def read(clause: Clause, inherited: tuple[Party, ...]) -> Assignment | None:
    """The agencies that stand in the list before the words of enforcement, names of others among them or not."""
    del inherited
    cue = enforced(clause)
    if cue is None:
        return None
    named = tuple(m for m in clause.mentions.within(clause.start, cue) if _listed(clause, m))
    if clause.strict and not any(is_official(mention) for mention in named):
        return None
    if not named or not _heads(clause, clause.mentions.within(clause.start, cue)[0]):
        return None
    had = _HAVE.match(clause.text, cue)
    return Assignment.of(named, Roles("responsible", (), had.end() if had else cue, said=True))


def enforced(clause: Clause) -> int | None:
    """Where the words of enforcement begin that a clause's list of agencies stands before, if any."""
    if not any(clause.text.find(word, clause.start, clause.end) >= 0 for word in ("này", "thi hành")):
        return None
    cues = (c for c in _ENFORCED.finditer(clause.text, clause.start, clause.end) if _THIS.search(c[0]))
    return next((cue.start() for cue in cues), None)


def _listed(clause: Clause, mention: AgencyMention) -> bool:
    """Whether a name is an entry of the list, not inside the words that define one."""
    before = clause.text[clause.start : mention.span.start]
    if clause.text[mention.span.end : mention.span.end + 1] == ":":
        return False
    joined = _JOINT.search(before[-60:]) is not None or is_run_in(before)
    return joined and before.count("(") <= before.count(")")


def _heads(clause: Clause, first: AgencyMention) -> bool:
    """Whether the list opens the clause, or stands after its effect or condition."""
    before = clause.text[clause.start : first.span.start]
    return is_empty(before) or may_open(clause, first)
