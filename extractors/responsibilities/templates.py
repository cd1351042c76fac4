"""Blank forms printed after a document ("Mẫu số 01 …"): what stands in them lays nothing on anybody."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.document import Document, Span
from extractors.vocabulary import UPPER

# "Mẫu số 07", "Mẫu 05", "MẪU SỐ 1A[4]", "Mẫu số 01 (Dành cho người lao động)", "Mẫu số 12 | UBND TỈNH, (TP)......"
_OPENS = re.compile(
    r"(?:Mẫu|MẪU|Biểu mẫu|BIỂU MẪU)(?: số| SỐ)?:? ?\d{1,4}(?:[A-Z]{1,2})?(?:[-/][\w-]{1,20})?\.?"
    rf"(?:\[?\d{{1,3}}\])?\s*(?:$|\n|\(|[–:-]|[{UPPER}]{{2}})"
)
# one of these stands in each
_FORM_WORDS = ("Mẫu", "MẪU", "Biểu mẫu")
# a numbered appendix that follows the forms: "PHỤ LỤC II", "Phụ lục số 03"
_NEXT = re.compile(r"(?i:phụ lục)(?: số| SỐ)? ?(?:[IVX]{1,5}|\d{1,2})(?!\w)")
# a blank that a footnote of the form explains: "....(2)....", "Kính gửi: ......"
# (one of `_DOTS` stands in each)
_BLANK = re.compile(r"(?:\.{3}|…)\s?\(\d{1,2}\)|\(\d{1,2}\)\s?(?:\.{3}|…)|Kính gửi:\s?(?:\.{3}|…)")
_DOTS = ("...", "…")


@dataclass(frozen=True, slots=True)
class Blanks:
    """Where a text has blank forms, and the dots that may be blanks to be filled in."""

    text: str
    forms: tuple[Span, ...]
    dots: list[int]

    @classmethod
    def of(cls, document: Document) -> Blanks:
        """The forms run from a form's number to the next numbered appendix or the part's end."""
        named = any(word in document.text for word in _FORM_WORDS)
        return cls(document.text, tuple(_forms(document)) if named else (), _dots(document.text))

    def hold(self, span: Span) -> bool:
        """Whether a range begins in a blank form or has a blank to be filled in."""
        if self.forms and any(span.start in form for form in self.forms):
            return True
        first = bisect.bisect_left(self.dots, span.start)
        dotted = first < len(self.dots) and self.dots[first] < span.end
        return dotted and _BLANK.search(self.text, span.start, span.end) is not None


def _dots(text: str) -> list[int]:
    """Each place where three dots begin, in order."""
    found: list[int] = []
    for dots in _DOTS:
        at = text.find(dots)
        while at >= 0:
            found.append(at)
            at = text.find(dots, at + 1)
    return sorted(found)


def _forms(document: Document) -> Iterator[Span]:
    start, inside = None, None
    for paragraph in document.paragraphs:
        at = paragraph.span.start
        if paragraph.kind in {"cell", "footnote"}:
            continue
        part = _part(document, at)
        ended = part != inside or _NEXT.match(document.text, at, paragraph.span.end)
        if start is not None and ended:
            yield Span(start, at)
            start = None
        if start is None and _OPENS.match(document.text, at, paragraph.span.end):
            start, inside = at, part
    if start is not None:
        yield Span(start, len(document.text))


def _part(document: Document, position: int) -> int:
    """The index of the innermost part around a position."""
    return max((index for index, part in enumerate(document.parts) if position in part.span), default=0)
