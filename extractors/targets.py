"""Targets (chỉ tiêu): quantified aims with value, unit and year (annotation rules, section 5)."""

from __future__ import annotations

from extractors.document import Document
from extractors.findings import Found, Header, Target


def extract_targets(document: Document, headers: tuple[Header, ...]) -> Found[Target]:
    """All targets of a document, in text order."""
    del document, headers
    return Found(())
