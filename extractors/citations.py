"""Citations: every mention of one specific instrument (annotation rules, section 2)."""

from __future__ import annotations

from extractors.document import Document
from extractors.findings import Citation, Found, Header


def extract_citations(document: Document, headers: tuple[Header, ...]) -> Found[Citation]:
    """All citations of a document, in text order."""
    del document, headers
    return Found(())
