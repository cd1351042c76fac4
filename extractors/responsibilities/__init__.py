"""Responsibilities: who does what by when (annotation rules, sections 4 and 7)."""

from __future__ import annotations

from extractors.document import Document
from extractors.findings import Citation, Found, Header, Responsibility


def extract_responsibilities(
    document: Document, headers: tuple[Header, ...], citations: tuple[Citation, ...]
) -> Found[Responsibility]:
    """All duties of a document, in text order."""
    del document, headers, citations
    return Found(())
