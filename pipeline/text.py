"""Any text, also one sentence, as a `Document`: for callers who have no file."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from extractors.citations import extract_citations
from extractors.document import Document, OffsetMap, Paragraph, Part, Source, Span
from extractors.findings import Citation, Extraction, Header, Jurisdiction
from extractors.identity import scope_of_place
from extractors.offsets import LineOffsets, composed, plain
from extractors.places import find_place
from pipeline.extract import extract_document

_LINE = re.compile(r"[^\n]+")


def document_of(text: str) -> Document:
    """The plain form of the text as a document: a paragraph a line, no header, no sections.

    ``offsets`` leads from it to the text as given, which may be decomposed or hold invisible signs.
    """
    text, offsets = plain(text)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    paragraphs = tuple(Paragraph(Span(m.start(), m.end())) for m in _LINE.finditer(text))
    source = Source("-", digest, "txt", encoding="utf-8")
    return Document(text, source, paragraphs, parts=(_whole(text),), offsets=offsets)


def _whole(text: str) -> Part:
    return Part(Span(0, len(text)), Span(0, 0), "main")


def find_citations(text: str, *, issued_on: str | None = None, place: str | None = None) -> tuple[Citation, ...]:
    """The citations in any text, also one sentence, in text order; spans index into ``text`` as given.

    ``issued_on`` (ISO date) decides which version of a law is meant, ``place`` ("Lai Châu") whose "UBND tỉnh".
    """
    normal, offsets = composed(text)
    document = Document(normal, Source("-", "", "txt", encoding="utf-8"), parts=(_whole(normal),))
    header = _header(document, issued_on, place)
    found = extract_citations(document, (header,)).findings
    return found if normal is text else tuple(_moved(citation, text, offsets) for citation in found)


def _moved(citation: Citation, text: str, offsets: OffsetMap | LineOffsets) -> Citation:
    """The citation with its span in the text as given."""
    span = Span(offsets.source(citation.span.start), offsets.source(citation.span.end))
    return replace(citation, evidence=replace(citation.evidence, span=span, quote=text[span.start : span.end]))


def extract_text(text: str, *, issued_on: str | None = None, place: str | None = None) -> Extraction:
    """All findings in a text that is no document of its own: nothing in it is taken for a letterhead.

    Spans index into ``document.text``, the plain form of the text; ``document.offsets`` leads back to ``text``.
    """
    document = document_of(text)
    return extract_document(document, _header(document, issued_on, place))


def _header(document: Document, issued_on: str | None, place: str | None) -> Header:
    known = find_place(place, issued_on) if place else None
    name, kind = (known.name, known.kind) if known else (place, None)
    jurisdiction = Jurisdiction(scope_of_place(name) if name else None, name, kind, issued_on)
    scope = jurisdiction.scope or "unknown"
    identity = f"vn:{scope}:{issued_on[:4] if issued_on else 'unknown'}:untitled-{document.source.sha256[:12]}"
    head = document.parts[0].head
    return Header(identity, None, None, None, issued_on, None, head, place=place, jurisdiction=jurisdiction)
