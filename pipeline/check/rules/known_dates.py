"""A known number with another date than the registries, or than the instrument's own text, give it."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.central import central_of_number
from extractors.laws import CODES, law_of_number
from graph.status import LAWS_TABLE
from pipeline.check.known import Known
from pipeline.check.subject import NUMBER_YEAR, Subject, differ, name_of
from pipeline.check.values import Check, Grade, Issue, Json, Proof

_CENTRAL_TABLE = "central_documents.csv"


def _run(subject: Subject, known: Known) -> Iterator[Issue]:
    del known
    seen: set[tuple[str, str]] = set()
    for citation in subject.citations:
        printed, number = subject.printed_date(citation), citation["target"]["number"]
        if not printed or not number or (number, printed) in seen:
            continue
        seen.add((number, printed))
        issue = _against_tables(subject, citation, printed) or _against_year(subject, citation, printed)
        if issue:
            yield issue


def _against_tables(subject: Subject, citation: Json, printed: str) -> Issue | None:
    number = citation["target"]["number"]
    if not citation["target"]["id"].startswith("vn:trung-uong:"):
        return None
    may_be_law = citation["target"]["type"] in (None, *CODES.values())
    law, central = law_of_number(number) if may_be_law else None, central_of_number(number)
    if law and law.passed_on:
        date, source, words = law.passed_on, LAWS_TABLE, f"{law.title}, {law.number}, {law.passed_on}"
        grade: Grade = "must_fix" if law.confidence == "confirmed" else "verify"
    elif central:
        date, source, grade = central.issued_on, _CENTRAL_TABLE, "verify"
        words = f"{central.kind} {central.number}, {central.issued_on}: {central.title}"
    else:
        return None
    if not differ(printed, date):
        return None
    return _issue(subject, citation, grade, (printed, date), Proof(source, words))


def _against_year(subject: Subject, citation: Json, printed: str) -> Issue | None:
    """A number that carries its year, with a date of another year."""
    found = NUMBER_YEAR.search(citation["target"]["number"])
    if not found or found[1] == printed[:4]:
        return None
    span = citation["span"]
    return _issue(subject, citation, "verify", (printed, found[1]), subject.proof(span))


def _issue(subject: Subject, citation: Json, grade: Grade, dates: tuple[str, str], proof: Proof) -> Issue:
    name = name_of(citation["target"])
    words = (
        f"{name} ghi ngày {dates[0]}, nhưng theo số, ký hiệu hoặc danh mục là {dates[1]}",
        f"{name} is given the date {dates[0]}, but its number or the registry says {dates[1]}",
    )
    return subject.issue(CHECK.code, grade, citation["span"], words, (proof,), citation)


CHECK = Check(
    "wrong_date",
    ("ngày sai với số, ký hiệu đã biết", "a wrong date for a known number"),
    _run,
)
