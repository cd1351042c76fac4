"""What `vanban` offers to programs beyond the functions of the lower packages."""

from __future__ import annotations

from pathlib import Path

from extractors.document import Document
from extractors.findings import Extraction
from pipeline.extract import extract_document
from pipeline.read import read


def extract(document: Document | str | Path) -> Extraction:
    """All that is found in a document, or in the document of a file. Raises `VanbanError`."""
    return extract_document(document if isinstance(document, Document) else read(document))
