"""One instrument that the document cites with two dates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from extractors.fold import fold
from pipeline.check.known import Known
from pipeline.check.subject import NUMBER_YEAR, Subject, differ, name_of
from pipeline.check.values import Check, Issue, Json


def _run(subject: Subject, known: Known) -> Iterator[Issue]:
    del known
    said: dict[tuple[str, str], list[tuple[str, Json]]] = defaultdict(list)
    for citation in subject.citations:
        target, printed = citation["target"], subject.printed_date(citation)
        if target["number"] and printed:
            said[_series(target, printed)].append((printed, citation))
    for mentions in said.values():
        first, reference = mentions[0]
        for printed, citation in mentions[1:]:
            if differ(first, printed):
                name = name_of(citation["target"])
                words = (
                    f"{name} được ghi hai ngày khác nhau: {first} và {printed}",
                    f"{name} is given two dates: {first} and {printed}",
                )
                proof = subject.proof(tuple(reference["span"]))
                yield subject.issue(CHECK.code, "must_fix", citation["span"], words, (proof,), citation)
                break


def _series(target: Json, printed: str) -> tuple[str, str]:
    """One instrument: a number with its year, or a number in the year of its date, of one place."""
    number = str(target["number"])
    year = "" if NUMBER_YEAR.search(number) else printed[:4]
    return f"{target['id'].split(':')[1]}:{fold(number)}", year


CHECK = Check("two_dates", ("một văn bản ghi hai ngày khác nhau", "one instrument with two dates"), _run)
