"""Duties of agencies, or of a level of them, that no longer existed when the document was issued."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from extractors.fold import fold
from extractors.succession import Step, successors_of
from extractors.vocabulary import table
from pipeline.check.known import Known
from pipeline.check.subject import Subject
from pipeline.check.values import Check, Grade, Issue, Json, Proof

# Provinces changed their departments some weeks before or after the general day.
_LEEWAY = timedelta(days=90)
# "UBND các huyện, thị xã", "phòng Nội vụ cấp huyện"; "thành phố" alone may be the province's level
_DISTRICT = re.compile(r"(?<!\w)(?:cap huyen|cac (?:huyen|quan|thi xa)|huyen,|quan, huyen|huyen, thi xa)(?!\w)")


def _run(subject: Subject, known: Known) -> Iterator[Issue]:
    day = known.as_of or subject.issued_on
    if not day or len(day) < 10:
        return
    seen: set[str] = set()
    for duty in subject.duties:
        for actor in duty["actors"]:
            if actor["id"] in seen:
                continue
            seen.add(actor["id"])
            if actor["is_group"]:
                yield from _of_districts(subject, duty, actor, day, judged_later=known.as_of is not None)
                continue
            steps = [s for s in successors_of(actor["id"], day) if s.from_id == actor["id"] and s.on <= day]
            steps = [s for s in steps if s.to_id != s.from_id and s.change not in ("transfer", "unchanged")]
            span = _where(subject, duty, actor)
            if steps and span:
                yield subject.issue(
                    CHECK.code,
                    "verify" if known.as_of else _grade(steps, day),
                    span,
                    _words(actor["text"], steps, day),
                    _proofs(steps),
                    duty,
                )


def _where(subject: Subject, duty: Json, actor: Json) -> tuple[int, int] | None:
    """Where a duty names an agency: in its own words, or in the heading or lead-in before them."""
    words: str = actor["text"]
    first, last = duty["span"]
    at = subject.text.find(words, first, last)
    at = at if at >= 0 else subject.text.rfind(words, 0, first)
    return (at, at + len(words)) if at >= 0 else None


def _of_districts(subject: Subject, duty: Json, actor: Json, day: str, *, judged_later: bool) -> Iterator[Issue]:
    """Groups of district bodies after the level was abolished: "UBND các huyện, thị xã, thành phố", "cấp huyện"."""
    rows = [step for step in _district_rows() if step.on <= day]
    span = _where(subject, duty, actor)
    if not rows or span is None or not _DISTRICT.search(fold(actor["text"])):
        return
    long_ago = date.fromisoformat(rows[0].on) + _LEEWAY <= date.fromisoformat(day)
    grade: Grade = "must_fix" if long_ago and not judged_later else "verify"
    words = (
        f"«{actor['text']}»: cấp huyện không còn từ {rows[0].on} (tính đến {day})",
        f"«{actor['text']}»: the district level ended on {rows[0].on} (as of {day})",
    )
    yield subject.issue(CHECK.code, grade, span, words, _proofs(rows[:1]), duty)


@cache
def _district_rows() -> tuple[Step, ...]:
    """The rows of the succession table that end the People's Committees of districts."""
    found = table("succession")
    return tuple(
        Step(row["from_name"], row["to_name"], "", "", row["valid_from"], row["basis"], row["change"])
        for row in found
        if row["from_name"].startswith("Ủy ban nhân dân huyện")
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
