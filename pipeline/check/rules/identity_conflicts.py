"""One instrument (same number, same place, same year) with two dates in different documents of the record.

It is told of the document that stands alone: where most others agree with it, the slip is theirs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pipeline.check.known import Known
from pipeline.check.subject import Subject, differ, first_mentions, name_of
from pipeline.check.values import Check, Grade, Issue


def _run(subject: Subject, known: Known) -> Iterator[Issue]:
    if known.others is None:
        return
    dated = [c for c in subject.citations if c["target"]["number"] and subject.printed_date(c)]
    for citation in first_mentions(dated):
        printed = subject.printed_date(citation)
        said = list(known.dates(citation["target"]["id"], subject.id))
        agreeing = 1 + sum(not differ(printed or "", date) for date, _ in said)
        votes = Counter(date for date, _ in said)
        for date, proof in said:
            own = proof.source == citation["target"]["id"]
            if printed and differ(printed, date) and (own or votes[date] >= agreeing):
                grade: Grade = "must_fix" if own else "verify"
                name = name_of(citation["target"])
                words = (
                    f"{name} ghi ngày {printed}, nhưng văn bản khác trong kho ghi {date}",
                    f"{name} is dated {printed}, but another document of the record says {date}",
                )
                yield subject.issue(CHECK.code, grade, citation["span"], words, (proof,), citation)
                break


CHECK = Check(
    "identity_conflict",
    ("các văn bản trong kho ghi khác ngày cho cùng một số, ký hiệu", "documents of the record disagree on a date"),
    _run,
)
