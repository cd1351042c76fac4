"""A document's whole extraction: the extractors in the order in which they need each other."""

from __future__ import annotations

from extractors.citations import extract_citations
from extractors.document import Document
from extractors.findings import Extraction, Found, Header
from extractors.header import extract_headers
from extractors.relations import extract_relations, with_relations
from extractors.responsibilities import extract_responsibilities
from extractors.targets import extract_targets


def extract_document(document: Document, header: Header | None = None) -> Extraction:
    """All findings of one document. A pure function: the same document gives the same extraction.

    ``header`` stands for the document's own where its text has none: a sentence, a fragment.
    """
    headers = Found((header,)) if header else extract_headers(document)
    citations = extract_citations(document, headers.findings)
    relations = extract_relations(document, headers.findings, citations.findings)
    duties = extract_responsibilities(document, headers.findings, citations.findings)
    targets = extract_targets(document, headers.findings)
    notices = (found.notices for found in (headers, citations, relations, duties, targets))
    return Extraction(
        document=document,
        headers=headers.findings,
        citations=with_relations(citations.findings, relations.findings),
        relations=relations.findings,
        responsibilities=duties.findings,
        targets=targets.findings,
        warnings=document.warnings + tuple(notice for group in notices for notice in group),
    )
