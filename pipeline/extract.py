"""A document's whole extraction: headers, citations and relations in the order in which they need each other, then
all extractors of `extractors.facts`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from extractors.citations import extract_citations
from extractors.document import Document
from extractors.facts import extractors
from extractors.findings import Extraction, Finding, Found, Header, Responsibility, Target
from extractors.header import extract_headers
from extractors.relations import extract_relations, with_relations

F = TypeVar("F", bound=Finding)


def extract_document(document: Document, header: Header | None = None) -> Extraction:
    """All findings of one document. A pure function: the same document gives the same extraction.

    ``header`` stands for the document's own where its text has none: a sentence, a fragment.
    """
    headers = Found((header,)) if header else extract_headers(document)
    citations = extract_citations(document, headers.findings)
    relations = extract_relations(document, headers.findings, citations.findings)
    facts = [extract(document, headers.findings, citations.findings) for extract in extractors()]
    found = [finding for one in facts for finding in one.findings]
    notices = (one.notices for one in (headers, citations, relations, *facts))
    return Extraction(
        document=document,
        headers=headers.findings,
        citations=with_relations(citations.findings, relations.findings),
        relations=relations.findings,
        responsibilities=_of(found, Responsibility),
        targets=_of(found, Target),
        warnings=document.warnings + tuple(notice for group in notices for notice in group),
    )


def _of(found: Iterable[Finding], kind: type[F]) -> tuple[F, ...]:
    """The findings of one kind, in text order."""
    return tuple(sorted((f for f in found if isinstance(f, kind)), key=lambda f: (f.span.start, f.span.end)))
