"""A cited instrument with a date after the document's own."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.check.known import Known
from pipeline.check.subject import NUMBER_YEAR, Subject, later, name_of
from pipeline.check.values import Check, Grade, Issue, Json, Proof


def _run(subject: Subject, known: Known) -> Iterator[Issue]:
    del known
    seen: set[tuple[str, str]] = set()
    for citation in subject.citations:
        own, head = _own_date(subject, citation["span"][0])
        printed = subject.printed_date(citation) or _year_of_number(citation)
        if not own or not printed or not later(printed, own) or (citation["target"]["id"], printed) in seen:
            continue
        seen.add((citation["target"]["id"], printed))
        name = name_of(citation["target"])
        words = (
            f"{name} ghi ngày {printed}, sau ngày của chính văn bản này ({own})",
            f"{name} is dated {printed}, after the document itself ({own})",
        )
        grade: Grade = "must_fix" if len(own) == 10 and len(printed) == 10 and not subject.consolidates else "verify"
        yield subject.issue(CHECK.code, grade, citation["span"], words, (head,), citation)


def _year_of_number(citation: Json) -> str | None:
    """The year that a printed number carries ("54/2024/QH15"), where no date stands beside it."""
    number = citation["target"]["number"]
    found = NUMBER_YEAR.search(number) if number and number in citation["text"] else None
    return found[1] if found else None


def _own_date(subject: Subject, at: int) -> tuple[str | None, Proof]:
    """The date of the attachment or document that a position belongs to, and where it stands."""
    header: Json = subject.header
    for attached in subject.extraction["attachments"]:
        if attached["span"][0] <= at and attached["issued_on"] and attached["span"][0] >= header["span"][0]:
            header = attached
    return header["issued_on"], subject.proof(tuple(header["span"]))


CHECK = Check(
    "later_than_document",
    ("văn bản được viện dẫn có ngày sau văn bản này", "a cited instrument younger than the document"),
    _run,
)
