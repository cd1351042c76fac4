"""What a document states of changes to instruments, and whether a change concerns all of the instrument.

"Bãi bỏ khoản 2 Điều 5 Nghị định số …" ends a provision, "Nghị định số … hết hiệu lực" the decree. Whatever is named
between the last full stop, semicolon or line and the instrument decides: a provision, a list or a form of it, or
something that it promulgated ("Quy trình … ban hành kèm theo Thông tư số …"). In doubt a change is partial.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graph.status import CHANGING

Json = dict[str, Any]

# "Bãi bỏ khoản 3 Điều 12 Thông tư …", "Danh mục … ban hành kèm theo Quyết định …", "thủ tục … đã công bố tại …"
_PROVISION = re.compile(
    r"\b(?i:điểm|khoản|điều|mục|chương|phần|phụ lục|biểu|mẫu|bảng) (?i:số )?(?:\d|[IVXLC]+\b|[a-zđ]\b)"
    r"|\b(?i:số thứ tự|nội dung|quy định tại|cụm từ|danh mục|quy trình|thủ tục|kèm theo|công bố tại|một phần)\b"
)
# "hết hiệu lực một phần", "còn hiệu lực một phần"
_PARTLY_AFTER = re.compile(r"hiệu lực một phần", re.IGNORECASE)
_WHOLE = re.compile(r"(?:bãi bỏ|hủy bỏ|thay thế) toàn bộ (?!nội dung|các quy định)", re.IGNORECASE)
# Where a clause begins: "Điều 3. Hiệu lực thi hành⏎2. Bãi bỏ …"
_BORDER = re.compile(r"[;\n]|(?<=\w)\.\s")
_SENTENCE = re.compile(r"\n|(?<=\w)\.\s")
_REACH = 600
_AFTER = 400


@dataclass(frozen=True, slots=True)
class Stated:
    """A relation of the types `graph.status.CHANGING`; ``on`` is the day from which, as far as the document tells."""

    type: str
    from_id: str
    to_id: str
    on: str | None
    partial: bool


def changes_in(extraction: Json) -> Iterator[Stated]:
    """All changes that a document states, its own and those between instruments that it cites."""
    days = _days(extraction)
    for relation in (*extraction["relations"], *_of_citations(extraction)):
        if relation["type"] in CHANGING and relation["from"] != relation["to"] and not _backwards(relation, days):
            on = days.get(relation["from"]) or _year(relation["from"])
            yield Stated(relation["type"], relation["from"], relation["to"], on, is_partial(extraction, relation))


def of_citation(extraction: Json, citation: Json) -> Json:
    """What a citation states by itself, in the form of a relation of the document."""
    ends = {"from": extraction["document"]["id"], "to": citation["target"]["id"]}
    return {**ends, "type": citation["relation"], "span": citation["span"]}


def _of_citations(extraction: Json) -> Iterator[Json]:
    """The citations of instruments that no relation leads to."""
    related = {relation["to"] for relation in extraction["relations"]}
    for citation in extraction["citations"]:
        if citation["target"]["id"] not in related:
            yield of_citation(extraction, citation)


def is_partial(extraction: Json, relation: Json) -> bool:
    """Whether a stated change concerns provisions of its target only."""
    if relation["type"] == "AMENDS":
        return True
    first, last = relation["span"]
    named = [c for c in extraction["citations"] if c["target"]["id"] == relation["to"] and _meets(c, first, last)]
    if any(c.get("pinpoint") for c in named):
        return True
    start, end = named[0]["span"] if named else (first, last)
    text = extraction["text"]
    if _PARTLY_AFTER.search(text[end : end + _AFTER].split("\n", 1)[0]):
        return True
    clause = _clause(text, start, sorted(c["span"][0] for c in extraction["citations"]))
    return not _WHOLE.search(clause) and _PROVISION.search(clause) is not None


def _meets(citation: Json, first: int, last: int) -> bool:
    start, end = citation["span"]
    return bool(start < last and first < end)


def _clause(text: str, start: int, citations: list[int]) -> str:
    """The words before the first instrument of the clause; one that follows in a list shares those of the list."""
    first = max(0, start - _REACH)
    begins = _last(_BORDER, text, first, start)
    if not text[begins:start].strip() and text[first:begins].rstrip().endswith(";"):
        begins = _last(_SENTENCE, text, first, len(text[:begins].rstrip()))
    return text[begins : next((c for c in citations if c >= begins), start)]


def _last(border: re.Pattern[str], text: str, first: int, end: int) -> int:
    """Where the last border before ``end`` ends."""
    return max((m.end() for m in border.finditer(text, first, end)), default=first)


def _days(extraction: Json) -> dict[str, str]:
    """Instrument -> the day from which it is in force, or of its issue, as this document says."""
    days: dict[str, str] = {}
    for citation in extraction["citations"]:
        target = citation["target"]
        if target.get("issued_on"):
            days.setdefault(target["id"], target["issued_on"])
    for header in (extraction["document"], *extraction["attachments"]):
        day = header.get("effective_on") or header.get("issued_on") or extraction["document"].get("issued_on")
        if day:
            days[header["id"]] = day
    return days


def _year(identity: str) -> str | None:
    year = identity.split(":")[2] if identity.count(":") >= 3 else ""
    return year if year.isdigit() else None


def _backwards(relation: Json, days: dict[str, str]) -> bool:
    """Whether what changes is older than what is changed: the words were misread, or misprinted."""
    start, end = days.get(relation["from"]) or _year(relation["from"]), _year(relation["to"])
    return bool(start and end and start[:4] < end[:4])
