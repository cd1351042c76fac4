"""Any text, also one sentence, as a `Document`: for callers who have no file."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from extractors.citations import extract_citations
from extractors.document import Document, Paragraph, Part, Source, Span
from extractors.findings import Citation, Header, Jurisdiction
from extractors.fold import slug

_LINE = re.compile(r"[^\n]+")


def document_of(text: str) -> Document:
    """The text (in NFC, nothing else changed) as a document: a paragraph a line, no header, no sections."""
    text = unicodedata.normalize("NFC", text)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    paragraphs = tuple(Paragraph(Span(m.start(), m.end())) for m in _LINE.finditer(text))
    part = Part(Span(0, len(text)), Span(0, 0), "main")
    return Document(text, Source("-", digest, "txt", encoding="utf-8"), paragraphs, parts=(part,))


def find_citations(text: str, *, issued_on: str | None = None, place: str | None = None) -> list[Citation]:
    """The citations in any text; spans index into its NFC form.

    ``issued_on`` (ISO date) decides which version of a law is meant, ``place`` ("Lai Châu") whose "UBND tỉnh".
    """
    document = document_of(text)
    jurisdiction = Jurisdiction(scope=slug(place) if place else None, place=place, on=issued_on)
    scope = jurisdiction.scope or "unknown"
    identity = f"vn:{scope}:{issued_on[:4] if issued_on else 'unknown'}:untitled-{document.source.sha256[:12]}"
    header = Header(
        identity, None, None, None, issued_on, None, document.parts[0].head, place=place, jurisdiction=jurisdiction
    )
    return list(extract_citations(document, (header,)).findings)
