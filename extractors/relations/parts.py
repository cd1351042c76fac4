"""Who speaks where in a document, and how a document and what is attached to it belong together."""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable
from dataclasses import replace

from extractors.document import Document, Part, Span
from extractors.findings import Header, RelationType
from extractors.fold import norm
from extractors.relations.rules import Speaker
from extractors.relations.statements import Statement

# The types whose words enact: they amend, replace and repeal; a plan, a letter or a report only speaks of doing so.
_ENACTING = frozenset(
    "HP LUAT BL PL L SL NQ NQLT NĐ QĐ TT TTLT TTLB CT QC QyĐ QYĐ QĐi QLĐ ĐL".split()  # noqa: SIM905 - one line to read
)
_ARTICLE = re.compile(r"(?:^|\n)\s*Điều 1\s*[.:]")
_BASIS = re.compile(r"(?:^|\n)\W*Căn cứ\b")
_ENCLOSED = re.compile(r"kèm\s+theo", re.IGNORECASE)
# Điều 1. Ban hành kèm theo Quyết định này Kế hoạch … | Phê duyệt kèm theo Quyết định này Đề án …
_ISSUES = re.compile(
    r"(ban hành|phê duyệt)\s+(?:đính\s+)?kèm\s+theo\s+"
    r"(?:quyết định|nghị quyết|nghị định|thông tư|luật|chỉ thị|kế hoạch|công văn)\s+này",
    re.IGNORECASE,
)

# Điều 1. Ban hành Định mức kinh tế - kỹ thuật … | Điều 1. Phê duyệt Đề án …, what is attached under that very title
_ISSUES_TITLED = re.compile(r"(?:^|\n)\s*Điều \d{1,2}\.\s+(?P<issue>(?P<verb>Ban hành|Phê duyệt)\s+)(?!kèm)")
_TITLE_WORDS = 6
_WORD = re.compile(r"\w*")


def speakers(document: Document, headers: tuple[Header, ...]) -> Callable[[int], Speaker]:
    """A function from an offset to the speaker there: the document, or the attachment that holds the offset."""
    parts = document.parts[: len(headers)] or (Part(Span(0, len(document.text)), Span(0, 0), "main"),)
    starts = [p.span.start for p in parts]
    bodies = [_speaker(document, part, headers[i], headers[0] if i else None) for i, part in enumerate(parts)]
    heads = [replace(speaker, titled=True) for speaker in bodies]

    later = [replace(speaker, consolidates=False) for speaker in bodies]
    basis = _BASIS.search(document.text)
    known = basis.start() if basis else len(document.text)  # a consolidated text names its sources before its bases

    def at(offset: int) -> Speaker:
        i = max(0, bisect.bisect_right(starts, offset) - 1)
        if offset in parts[i].head:
            return heads[i]
        return bodies[i] if offset < known else later[i]

    return at


def _speaker(document: Document, part: Part, header: Header, main: Header | None) -> Speaker:
    enacts = header.type in _ENACTING
    if header.type is None and main is None:
        enacts = bool(_ARTICLE.search(document.text, part.span.start, part.span.end))
    return Speaker(
        header.id,
        enacts,
        concludes=header.type == "KL",
        consolidates=header.type == "VBHN",
        main=main.number or "" if main else None,
    )


def part_statements(document: Document, headers: tuple[Header, ...]) -> list[Statement]:
    """ATTACHED_TO for every attachment, PROMULGATES or APPROVES for the one that an article says is issued with it."""
    main, said = headers[0], []
    pairs = list(zip(document.parts[1:], headers[1:], strict=False))
    for part, header in pairs:
        said.append(Statement(header.id, main.id, "ATTACHED_TO", _attachment_quote(document, part)))
    if not pairs:
        return said
    body = document.parts[0].span
    for match in _ISSUES.finditer(document.text, body.start, body.end):
        kind: RelationType = "PROMULGATES" if match.group(1).lower() == "ban hành" else "APPROVES"
        header = _issued(document.text[match.end() : match.end() + 400], [h for _, h in pairs])
        said.append(Statement(main.id, header.id, kind, Span(match.start(), match.end())))
    return said + _issued_by_title(document, headers)


def _issued_by_title(document: Document, headers: tuple[Header, ...]) -> list[Statement]:
    """An article that issues what an attachment's title names, without "kèm theo"."""
    main, body, said = headers[0], document.parts[0].span, []
    for match in _ISSUES_TITLED.finditer(document.text, body.start, body.end):
        words = norm(document.text[match.end() : match.end() + 400])
        kind: RelationType = "PROMULGATES" if match["verb"] == "Ban hành" else "APPROVES"
        named = (h for h in headers[1:] if h.title and len(h.title.split()) >= _TITLE_WORDS)
        header = next((h for h in named if words.startswith(norm(h.title or "")[:60])), None)
        if header:
            named_at = match.end() + len((header.title or "")[:60])
            word = _WORD.match(document.text, named_at)
            end = min(word.end() if word else named_at, body.end)
            said.append(Statement(main.id, header.id, kind, Span(match.start("issue"), end)))
    return said


def _attachment_quote(document: Document, part: Part) -> Span:
    """The line "(Kèm theo Quyết định số …)" of an attachment's head; where it has none, the head's first line."""
    text, head = document.text, part.head
    match = _ENCLOSED.search(text, head.start, head.end)
    at = match.start() if match else head.start
    start = max(text.rfind("\n", 0, at) + 1, head.start)
    end = text.find("\n", at)
    return Span(start, max(min(end if end >= 0 else len(text), part.span.end), start + 1))


def _issued(words: str, attached: list[Header]) -> Header:
    """The attachment whose title the words name; the first one where they name none."""
    said = norm(words)
    return next((h for h in attached if h.title and norm(h.title)[:60] in said), attached[0])
