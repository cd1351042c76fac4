"""Numbers and dates that were left blank: the document's own, and those of what it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.check.known import Known
from pipeline.check.subject import Subject
from pipeline.check.values import Check, Grade, Issue

# The notices of the extractors: of the document's own number and date, and of what it cites.
_OWN = ("number_missing", "number_blank", "date_blank")
_CITED = ("citation_number_blank",)
# "Số: /2025/QĐ-UBND", "Số:      /KH-UBND", "Hà Nội, ngày tháng năm 2025", "ngày … tháng … năm 2025"
_LEFT_OPEN = re.compile(
    r"^.{0,20}?Số\s*:\s*[.…_\s]{0,30}/.{0,40}$|^.{0,40}?ngày[\s.…_]{0,30}(?:tháng|/[\s.…_]{0,20}/)[^\n]{0,60}$",
    re.MULTILINE | re.IGNORECASE,
)
# A form to be filled in by others is blank on purpose
_FORM = re.compile(r"^\W{0,3}(?:biểu mẫu|mẫu|phụ lục)\b", re.MULTILINE | re.IGNORECASE)
_PROVISION = re.compile(r"^Điều \d{1,3}\.", re.MULTILINE)


def _run(subject: Subject, known: Known) -> Iterator[Issue]:
    del known
    seen: set[str] = set()
    for notice in subject.extraction["warnings"]:
        if notice["code"] not in _OWN + _CITED or not notice["span"]:
            continue
        cited = notice["code"] in _CITED
        span = _whole_words(subject, notice["span"]) if cited else _line(subject, notice["span"])
        if span is None or subject.quote(span) in seen or (cited and _in_form(subject, span[0])):
            continue
        seen.add(subject.quote(span))
        grade: Grade = "must_fix" if cited else "verify"
        yield subject.issue(CHECK.code, grade, span, _words(notice["code"]))


def _words(code: str) -> tuple[str, str]:
    """What is blank, in both languages."""
    if code in _CITED:
        return "số, ký hiệu của văn bản được viện dẫn để trống", "the number of a cited instrument is blank"
    if code == "date_blank":
        return "ngày, tháng của văn bản để trống", "the document's own date is blank"
    return "số của văn bản để trống", "the document's own number is blank"


def _line(subject: Subject, span: list[int]) -> tuple[int, int] | None:
    """The line of the head that is open; null where a line is lost or illegible, not blank."""
    found = _LEFT_OPEN.search(subject.text, span[0], span[1])
    return found.span() if found else None


def _whole_words(subject: Subject, span: list[int]) -> tuple[int, int]:
    """The span from the begin of its first word."""
    start = span[0]
    while start > 0 and subject.text[start - 1].isalnum():
        start -= 1
    return start, span[1]


def _in_form(subject: Subject, at: int) -> bool:
    """Whether a position is below the heading of a form or appendix, and not in an article again."""
    last = max((m.start() for m in _FORM.finditer(subject.text, 0, at)), default=-1)
    return last >= 0 and not _PROVISION.search(subject.text, last, at)


CHECK = Check("blank_number", ("số, ngày để trống", "blank numbers and dates"), _run)
