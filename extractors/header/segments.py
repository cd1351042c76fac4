"""The pieces of a head or signature block: one printed line, or one cell of a flattened header table.

A segment's span points into the document's text; its words are cleaned of markdown and table furniture and of the
national motto, which says nothing about the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.document import Span
from extractors.fold import fold

# "**ỦY BAN NHÂN DÂN**", "# QUYẾT ĐỊNH", "~ Như trên;", "_ Hà Nội"
_FURNITURE = " \t\r\f\v\u00a0\ufeff*#|~\\_=^"
# "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc", "CONG HOA XA HOI CHU NGHIA VIET NAM"
_MOTTO = re.compile(
    r"(?<!nuoc )c[o0]ng hoa xa h[o0]i(?:\s+chu ngh?ia\s+vi[e]t nam)?(?! (?:va|ve|giua|chu nghia)\b)|"
    r"^\W*chu ngh?ia viet nam|"
    r"dang cong san viet nam(?!\s+(?:tinh|thanh|huyen|xa))|"
    r"d[o0]c lap\s*[-–—.]+\s*t[ruw]\w? d\w\s*[-–—.]+\s*[hn]anh phuc"
)
# Cells, columns, and a title in capitals that runs on into the first legal basis: "… TỈNH HÀ TĨNH Căn cứ Luật …"
_SPLIT = re.compile(r"\n|\|| {6,}(?![/-])|\t+|(?<=[A-ZĐÀ-Ỹ]{2}) (?=Căn cứ )")
_RULE = re.compile(r"^[-–—_.=*~^\s\\]*$")


@dataclass(frozen=True, slots=True)
class Segment:
    """A cleaned line of a head: ``text`` is the source's at ``span``; ``folded`` has the same length."""

    span: Span
    text: str
    folded: str

    @property
    def caps(self) -> bool:
        """Whether the words are printed in capitals (numbers and signs aside)."""
        letters = [c for c in self.text if c.isalpha()]
        return bool(letters) and sum(c.isupper() for c in letters) >= 0.9 * len(letters)


def segments(text: str, span: Span) -> Iterator[Segment]:
    """The segments of a range, in text order; rules, blank lines and the motto are left out."""
    start = span.start
    for end in [*(m.start() for m in _SPLIT.finditer(text, span.start, span.end)), span.end]:
        yield from _without_motto(text, start, end)
        start = end


def _without_motto(text: str, start: int, end: int) -> Iterator[Segment]:
    folded = fold(text[start:end])
    at = 0
    for motto in _MOTTO.finditer(folded):
        if motto.group().startswith("chu") and text[start + motto.start()] != "C":
            continue
        yield from _clean(text, start + at, start + motto.start())
        at = motto.end()
    yield from _clean(text, start + at, end)


def _clean(text: str, start: int, end: int) -> Iterator[Segment]:
    while start < end and (text[start] in _FURNITURE or text[start] == "\n"):
        start += 1
    while start < end and (text[end - 1] in _FURNITURE or text[end - 1] == "\n"):
        end -= 1
    if start < end and not _RULE.match(text[start:end]):
        words = text[start:end]
        yield Segment(Span(start, end), words, fold(words))
