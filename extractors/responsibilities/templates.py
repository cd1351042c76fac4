"""Blank forms printed after a document ("Mẫu số 01 …"): what stands in them lays nothing on anybody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.document import Document, Span
from extractors.vocabulary import UPPER

# "Mẫu số 07", "Mẫu 05", "MẪU SỐ 1A[4]", "Mẫu số 01 (Dành cho người lao động)", "Mẫu số 12 | UBND TỈNH, (TP)......"
_OPENS = re.compile(
    r"(?:Mẫu|MẪU|Biểu mẫu|BIỂU MẪU)(?: số| SỐ)?:? ?\d{1,4}(?:[A-Z]{1,2})?(?:[-/][\w-]{1,20})?\.?"
    rf"(?:\[?\d{{1,3}}\])?\s*(?:$|\n|\(|[–:-]|[{UPPER}]{{2}})"
)
# a numbered appendix that follows the forms: "PHỤ LỤC II", "Phụ lục số 03"
_NEXT = re.compile(r"(?i:phụ lục)(?: số| SỐ)? ?(?:[IVX]{1,5}|\d{1,2})(?!\w)")
# a blank that a footnote of the form explains: "....(2)....", "Kính gửi: ......"
_BLANK = re.compile(r"(?:\.{3}|…)\s?\(\d{1,2}\)|\(\d{1,2}\)\s?(?:\.{3}|…)|Kính gửi:\s?(?:\.{3}|…)")


def forms(document: Document) -> tuple[Span, ...]:
    """The ranges of the blank forms: from a form's number to the next numbered appendix or the part's end."""
    return tuple(_found(document))


def _found(document: Document) -> Iterator[Span]:
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


def has_blank(text: str, start: int, end: int) -> bool:
    """Whether words hold a blank to be filled in."""
    return _BLANK.search(text, start, end) is not None
