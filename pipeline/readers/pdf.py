"""PDF files with a text layer: lines by pdfium, ruled tables by pdfplumber on the pages that have any."""

from __future__ import annotations

from extractors.document import Source
from pipeline.readers.registry import Reader
from pipeline.readers.result import Reading


def matches(data: bytes, name: str) -> bool:
    """The sign "%PDF-" stands near the start; a name alone decides only for files that are no archive."""
    return b"%PDF-" in data[:1024] or (name.lower().endswith(".pdf") and not data.startswith(b"PK"))


def read_pdf(data: bytes, source: Source) -> Reading:
    """One block a printed line or table cell, in reading order."""
    from pipeline.readers._pdf.pages import read_pages  # noqa: PLC0415 - the library is loaded by the first PDF

    return read_pages(data, source)


READER = Reader("pdf", "pdf", 10, matches, read_pdf)
