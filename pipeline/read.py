"""A file as a `Document`: read by its format's reader, normalized, structured."""

from __future__ import annotations

import hashlib
from pathlib import Path

from extractors.document import Document, Paragraph, Part, Source, Span


def read(path: str | Path) -> Document:
    """The document in a file."""
    data = Path(path).read_bytes()
    text = data.decode("utf-8")
    source = Source(str(path), hashlib.sha256(data).hexdigest(), "txt", encoding="utf-8")
    whole = Span(0, len(text))
    return Document(text, source, (Paragraph(whole),), parts=(Part(whole, Span(0, 0), "main"),))
