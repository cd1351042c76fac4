"""Relations between instruments, typed and directed (annotation rules, sections 3 and 7)."""

from __future__ import annotations

from extractors.document import Document
from extractors.findings import Citation, Found, Header, Relation


def extract_relations(
    document: Document, headers: tuple[Header, ...], citations: tuple[Citation, ...]
) -> Found[Relation]:
    """The relations that the text states: of this document, its attachments, and between cited documents."""
    del document, headers, citations
    return Found(())


def with_relations(citations: tuple[Citation, ...], relations: tuple[Relation, ...]) -> tuple[Citation, ...]:
    """The citations, each with the type of the relation that its mention states."""
    del relations
    return citations
