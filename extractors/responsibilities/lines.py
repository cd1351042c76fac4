"""The body of a document as lines: one paragraph each, without its label, with the sections that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.document import Document, Paragraph, Section, Span
from extractors.responsibilities.columns import attribute
from extractors.responsibilities.sentences import EXAMPLES, is_torn
from extractors.responsibilities.verbs import opens_with_verb

# "IV.", "1.2.", "a)", "-", "+", "Điều 5.", "Điều 5:"
LABEL = re.compile(
    r"\s*(?:Điều \d{1,3}[a-zđ]?\s*[.:]|(?:[IVXLC]{1,6}|\d{1,3}(?:\.\d{1,3}){0,4}|[A-Za-zĐđ]{1,2}\d?)"
    r"\s*[.)/](?!\d)(?!\w)|"
    r"\d{1,2}(?:\.\d{1,2}){1,3}|\(\d{1,2}\)|[-–—+•*●○▪])\s*"
)
# the mark of a footnote before the words that it explains: "a) [18] Chủ trì …"
_NOTE = re.compile(r"\[\d{1,3}\]\s*")
# where an attribute may begin inside a paragraph
_STOP = re.compile(r"[.;(]\s*(?=[^\W\d])|\n")
# a list of addressees that a line's end cuts: "3. Các bộ, cơ quan thuộc Chính phủ; | Ủy ban nhân dân các tỉnh …"
_LIST_ITEM = re.compile(
    r"(?:Các|Bộ|Sở|Ban|Ủy ban|UBND|Thủ trưởng|Giám đốc|Chủ tịch|Bộ trưởng|Chánh|Văn phòng|Công an|Đề nghị)(?!\w)"
)
_LIST = re.compile(rf"{_LIST_ITEM.pattern}[^.:]{{3,160}};")
_BODY = {"text", "heading", "title"}


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph, or a piece of one that opens with an attribute ("Thời gian: …").

    ``span`` is the content without the label; ``chain`` holds the ids of the sections around it, outermost first;
    ``opens`` is the id of the section that begins with it; ``part`` the index of the document part.
    """

    span: Span
    label: str
    chain: tuple[str, ...]
    opens: str | None
    paragraph: Paragraph
    part: int

    @property
    def free(self) -> bool:
        """Whether the line stands in no section, or only after a list of dashes ("Kính gửi: …")."""
        return all(section.startswith("-") for section in self.chain)

    @property
    def parent(self) -> str | None:
        """The id of the section that the line is an entry of."""
        chain = self.chain[:-1] if self.opens and self.chain and self.chain[-1] == self.opens else self.chain
        return chain[-1] if chain else None


def body_lines(document: Document) -> list[Line]:
    """All lines of the body: no letterhead, table, note, recipients or signature."""
    by_id = {section.id: section for section in document.sections}
    openers = _openers(document)
    chains: dict[str | None, tuple[str, ...]] = {}
    parts = tuple(_parts(document))
    lines: list[Line] = []
    for paragraph in document.paragraphs:
        part = _part(parts, paragraph.span.start) if paragraph.kind in _BODY else None
        if part is None:
            continue
        opens = openers.get(paragraph.span.start)
        section = opens or paragraph.section
        chain = chains.get(section)
        if chain is None:
            chain = chains[section] = _chain(section, by_id)
        for line in _lines(document.text, paragraph, chain, opens, part):
            if lines and _goes_on(document.text, lines[-1], line):
                lines[-1] = replace(lines[-1], span=Span(lines[-1].span.start, line.span.end))
            else:
                lines.append(line)
    return lines


def _goes_on(text: str, before: Line, line: Line) -> bool:
    """Whether a plain line only goes on with the entry before it: "… sản xuất thông minh như:" / "Giám sát …"."""
    if line.label or line.opens is not None or line.part != before.part:
        return False
    if is_torn(text, before.span.start, before.span.end):
        return True
    if not before.label:
        return False
    words = text[before.span.start : before.span.end]
    waits = words.endswith(EXAMPLES) or words.count("(") > words.count(")")
    listed = before.label[:1].isdigit() and _LIST.fullmatch(words) and _LIST_ITEM.match(text, line.span.start)
    sent = words.endswith(("báo cáo", "gửi", "trình", "gửi về", "báo cáo về")) and opens_with_verb(words, 0, len(words))
    return waits or sent or bool(listed)


def _before(text: str, start: int, cut: int) -> int:
    """The end of a piece, without the bracket that opens the next one."""
    while cut > start + 1 and text[cut - 1] in " (\n":
        cut -= 1
    return cut


def _openers(document: Document) -> dict[int, str]:
    """Paragraph start -> the innermost section whose heading begins in the paragraph."""
    found: dict[int, str] = {}
    for section in document.sections:
        if section.kind in {"table", "footnote", "signature", "recipients"}:
            continue
        paragraph = document.paragraph_at(section.heading.start)
        if paragraph is not None:
            found[paragraph.span.start] = section.id
    return found


def _chain(section: str | None, by_id: dict[str, Section]) -> tuple[str, ...]:
    chain: list[str] = []
    while section is not None and section in by_id and section not in chain:
        chain.append(section)
        section = by_id[section].parent
    return tuple(reversed(chain))


def _parts(document: Document) -> Iterator[tuple[int, int, int, int]]:
    """Where each part begins and ends, and its head; a document without parts is one without a head."""
    for part in document.parts:
        yield part.span.start, part.span.end, part.head.start, part.head.end
    if not document.parts:
        yield 0, len(document.text), -1, -1


def _part(parts: tuple[tuple[int, int, int, int], ...], position: int) -> int | None:
    """The index of the part whose body holds a position; None in a part's head."""
    inside = None
    for index, (start, end, head, body) in enumerate(parts):
        if head <= position < body:
            return None
        if start <= position < end:
            inside = index
    return inside


def _lines(text: str, paragraph: Paragraph, chain: tuple[str, ...], opens: str | None, part: int) -> list[Line]:
    """The paragraph, cut before each attribute that opens a sentence inside it."""
    span = paragraph.span
    label = LABEL.match(text, span.start, span.end)
    start = label.end() if label else span.start
    noted = _NOTE.match(text, start, span.end) if text.startswith("[", start) else None
    start = noted.end() if noted else start
    if start >= span.end:
        return []
    if text.find(":", start, span.end) <= 0:
        return [Line(Span(start, span.end), label[0].strip() if label else "", chain, opens, paragraph, part)]
    cuts = [start]
    for stop in _STOP.finditer(text, start, span.end):
        at = stop.end()
        found = attribute(text, at, span.end)
        if found and found.kind != "task":
            cuts.append(at)
    ends = [_before(text, start, cut) for cut in cuts[1:]]
    pieces = zip(cuts, [*ends, span.end], strict=True)
    return [
        Line(
            Span(a, b),
            label[0].strip() if label and a == start else "",
            chain,
            opens if a == start else None,
            paragraph,
            part,
        )
        for a, b in pieces
    ]
