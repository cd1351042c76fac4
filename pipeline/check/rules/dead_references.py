"""References to instruments that were replaced or repealed before the document was issued."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.laws import law_of_number, laws
from graph.status import LAWS_TABLE, Change, Effect, registered_for, status_at
from pipeline.check.known import Known
from pipeline.check.subject import Subject, first_mentions, name_of
from pipeline.check.values import Check, Grade, Issue, Json, Proof

_TYPES = ("BASED_ON", "IMPLEMENTS", "GUIDES", "CONCLUDES_UNDER", "CITES")
# What a text says where it speaks of the past: "(đã hết hiệu lực)", "trước đây", "được thay thế bởi"
_PAST = re.compile(
    r"hết hiệu lực|trước đây|(?:đã|được|bị) (?:được )?(?:thay thế|bãi bỏ)|chuyển tiếp|\(cũ\)", re.IGNORECASE
)


def _run(subject: Subject, known: Known) -> Iterator[Issue]:
    day = known.as_of or subject.issued_on
    if not day or len(day) < 10 or (subject.consolidates and not known.as_of):
        return
    for citation in first_mentions([c for c in subject.citations if c["relation"] in _TYPES]):
        if not _is_meant_now(subject, citation) or _other_version(subject, citation, day):
            continue
        target = citation["target"]
        listed, effects = registered_for(target["id"], target["number"], target["type"])
        status = status_at((*listed, *known.changes(target["id"], subject.id)), effects, day)
        if status.value in ("expired", "suspended"):
            yield _issue(subject, citation, status.evidence, day, judged_later=known.as_of is not None)


def _is_meant_now(subject: Subject, citation: Json) -> bool:
    """Not one that the text itself says is changed, nor one in the title of another, nor one of the past."""
    identity = citation["target"]["id"]
    if identity in subject.changed_here or identity in subject.own:
        return False
    printed = subject.printed_date(citation) or (citation["target"]["number"] or "-") in citation["text"]
    if identity in subject.nested and (citation["relation"] == "CITES" or not printed):
        return False
    first, last = subject.sentence(citation["span"][0])
    return not _PAST.search(subject.text[first:last])


def _other_version(subject: Subject, citation: Json, day: str) -> bool:
    """Whether a law named by its year alone may be another law of that name and year, which is in force."""
    number = citation["target"]["number"]
    law = law_of_number(number) if number else None
    if law is None or number in subject.quote(tuple(citation["span"])):
        return False
    return any(each.name == law.name and each.year == law.year and each.in_force(day) for each in laws())


def _issue(
    subject: Subject, citation: Json, evidence: tuple[Change | Effect, ...], day: str, *, judged_later: bool
) -> Issue:
    """The finding; what came out of force after the document is no slip of its author."""
    target = citation["target"]
    law = law_of_number(target["number"]) if target["number"] else None
    sure = any(each.source == LAWS_TABLE for each in evidence) and law is not None and law.confidence == "confirmed"
    grade: Grade = "must_fix" if citation["relation"] == "BASED_ON" and sure and not judged_later else "verify"
    ended = min(on for on in (e.on if isinstance(e, Change) else e.until for e in evidence) if on)
    by = next((e.by for e in evidence if isinstance(e, Change)), "")
    vi = f"«{name_of(target)}» đã hết hiệu lực từ {ended}" + (f", do {by}" if by else "") + f" (tính đến {day})"
    en = f"«{name_of(target)}» has been out of force since {ended}" + (f", by {by}" if by else "") + f" (as of {day})"
    proofs = tuple(dict.fromkeys(Proof(e.source, e.quote) for e in evidence))
    return subject.issue(CHECK.code, grade, citation["span"], (vi, en), proofs, citation)


CHECK = Check(
    "dead_reference",
    ("viện dẫn văn bản đã bị thay thế, bãi bỏ hay hết hiệu lực", "references to instruments out of force"),
    _run,
)
