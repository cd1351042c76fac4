"""The programmes that numbered instruments approve, as their printed titles say.

"Quyết định số 687/QĐ-TTg … về Phê duyệt Đề án phát triển kinh tế tuần hoàn ở Việt Nam": the scheme is that decision's
title; named alone elsewhere in the document it is the same target.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from extractors.document import Document, Span
from extractors.findings import Citation, Instrument
from extractors.programmes.names import key, name_at
from extractors.titles import title_after

# the words of a title before the programme's name: "về việc phê duyệt ", "ban hành ", "về "
_ISSUES = re.compile(
    r"(?:về(?: việc)?\s+)?(?:(?:phê duyệt|ban hành|thông qua)\s+)?(?:(?:điều chỉnh|nội dung)\s+)?[“\"]?\s*",
    re.IGNORECASE,
)
# no words that open a title before a programme's name are longer
_LEAD = 100
# "Đề án Tái cơ cấu ngành nông nghiệp … theo Quyết định số 1406/QĐ-UBND"
_UNDER = re.compile(
    r"\s*,?\s*(?:đã được (?:phê duyệt|ban hành) |được (?:phê duyệt|ban hành) |ban hành )?(?:kèm )?(?:theo|tại)\s*$"
)


@dataclass(frozen=True, slots=True)
class Title:
    """A programme's name as the title of a numbered instrument."""

    key: str
    head: str
    span: Span
    target: Instrument


def titles(document: Document, numbered: tuple[Citation, ...], heads: list[Span]) -> tuple[Title, ...]:
    """All programme names that stand as titles of the numbered citations, in text order; ``heads`` as `heads` does."""
    text, found = document.text, []
    starts = [head.start for head in heads]
    for citation in numbered:
        end = citation.evidence.span.end
        following = bisect_left(starts, end)
        if following == len(starts) or starts[following] - end > _LEAD:
            continue
        head, title = heads[following], title_after(text, end)
        if title is None or not title[0] <= head.start < title[1]:
            continue
        if not _ISSUES.fullmatch(text, title[0], head.start):
            continue
        name = name_at(text, head, _line_end(text, head.end))
        words = key(text[name.span.start : name.span.end])
        if len(words.split()) >= 5:
            found.append(Title(words, name.head[0].upper() + name.head[1:], name.span, citation.target))
    return tuple(found)


def under(document: Document, name: Span, numbered: tuple[Citation, ...]) -> Citation | None:
    """The decision that the words after a name give as its own: "theo Quyết định số …"."""
    text = document.text
    near = next((c for c in numbered if name.end <= c.span.start <= name.end + 60), None)
    if near is None or near.target.type not in ("QĐ", "NQ") or not _UNDER.fullmatch(text, name.end, near.span.start):
        return None
    tail = text[near.span.end : near.span.end + 120]
    return (
        None if re.match(r"[^;.\n]{0,60}?\b(?:ban hành|về)\b[^;.\n]{0,40}?\b(?:thực hiện|triển khai)\b", tail) else near
    )


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end
