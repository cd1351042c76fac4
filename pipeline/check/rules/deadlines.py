"""Deadlines before the document's own date, or after the period of the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.fold import fold
from pipeline.check.known import Known
from pipeline.check.subject import Subject, later
from pipeline.check.values import Check, Issue, Json, Proof

# "giai đoạn 2021 - 2025", "năm 2025", "đến năm 2030", "tầm nhìn đến năm 2045"
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PERIOD = re.compile(r"(?:giai đoạn|năm|đến năm|tầm nhìn)\s[^.;]{0,40}?(?:19|20)\d\d", re.IGNORECASE)
# What is done after a plan's end belongs to it: reports, reviews of the whole
_REVIEW = re.compile(r"bao cao|tong ket|so ket|danh gia|quyet toan|nghiem thu|thanh toan")
# A date that lies further back is a condition ("được cấp trước ngày 01/7/2004"), in years
_OLDEST = 2
_PLANS = ("KH", "KHHĐ", "KHLT", "CTr", "CTHĐ", "CTPH", "PA", "ĐA", "DA")
# A decision that approves a plan: "phê duyệt Chương trình … giai đoạn 2021-2025"
_PLAN_NAMED = re.compile(r"\b(?:kế hoạch|chương trình|đề án|phương án|dự án|lộ trình)\b", re.IGNORECASE)


def _run(subject: Subject, known: Known) -> Iterator[Issue]:
    del known
    end = _end_of_period(subject)
    for duty in subject.duties:
        due, last = _due(duty["deadline"])
        if due is None or last is None:
            continue
        issued = subject.issued_on
        if issued and len(issued) == 10 and later(issued, due):
            if int(issued[:4]) - int(due[:4]) > _OLDEST:
                continue
            words = (
                f"thời hạn {duty['deadline']['text']} ({due}) trước ngày ban hành văn bản ({issued})",
                f"the deadline {duty['deadline']['text']} ({due}) is before the document's date ({issued})",
            )
            yield _issue(subject, duty, words, subject.proof(tuple(subject.header["span"])))
        elif end and later(last, end[0]) and not _REVIEW.search(fold(duty["task"])):
            words = (
                f"thời hạn {duty['deadline']['text']} ({last}) sau thời kỳ của kế hoạch (đến {end[0]})",
                f"the deadline {duty['deadline']['text']} ({last}) is after the plan's period (until {end[0]})",
            )
            yield _issue(subject, duty, words, end[1])


def _due(deadline: Json | None) -> tuple[str | None, str | None]:
    """The first and the last day on which something is due, mostly one; null for what comes back every year."""
    if not deadline or deadline["kind"] not in ("date", "year", "period"):
        return None, None
    due: str | None = deadline["on"] or deadline["to"]
    days = sorted(deadline.get("days") or ())
    return (days[0], days[-1]) if days else (due, due)


def _end_of_period(subject: Subject) -> tuple[str, Proof] | None:
    """The last year that the title of a plan names, with the title's place."""
    for header in (subject.header, *subject.extraction["attachments"]):
        title = header["title"] or ""
        named = header["type"] in _PLANS or _PLAN_NAMED.search(title)
        years = _YEARS.findall(title) if named and _PERIOD.search(title) else []
        at = subject.text.find(title)
        if years and at >= 0:
            return max(years), subject.proof((at, at + len(title)))
    return None


def _issue(subject: Subject, duty: Json, words: tuple[str, str], proof: Proof) -> Issue:
    first, last = duty["span"]
    at = subject.text.find(duty["deadline"]["text"], first, last)
    span = (at, at + len(duty["deadline"]["text"])) if at >= 0 else (first, last)
    return subject.issue(CHECK.code, "verify", span, words, (proof,), duty)


CHECK = Check(
    "deadline",
    (
        "thời hạn trước ngày ban hành, hoặc sau thời kỳ của kế hoạch",
        "deadlines before the document or after its period",
    ),
    _run,
)
