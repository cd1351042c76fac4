"""Quantified aims."""

from __future__ import annotations

from extractors.document import Document
from extractors.findings import Citation, Found, Header, Target
from extractors.targets import extract_targets


def _extract(document: Document, headers: tuple[Header, ...], citations: tuple[Citation, ...]) -> Found[Target]:
    del citations  # an aim is a quantity, whatever the sentence cites
    return extract_targets(document, headers)


EXTRACTOR = _extract
