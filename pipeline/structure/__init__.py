"""The structure of a normalized text: parts, kinds of paragraphs, sections, footnotes."""

from __future__ import annotations

from extractors.document import Document, Notice, Removed, Source
from pipeline.normalize.build import Body
from pipeline.structure.footnotes import find_footnotes
from pipeline.structure.parts import find_parts
from pipeline.structure.walk import walk


def structure(
    body: Body, source: Source, removed: tuple[Removed, ...] = (), warnings: tuple[Notice, ...] = ()
) -> Document:
    """The document of a body."""
    text = body.text
    parts = find_parts(text)
    footnotes, notes = find_footnotes(text, body.paragraphs, body.notes)
    paragraphs, sections = walk(text, body, parts, notes)
    return Document(
        text=text,
        source=source,
        paragraphs=paragraphs,
        sections=sections,
        tables=tuple(body.tables),
        footnotes=footnotes,
        parts=parts,
        removed=removed,
        warnings=warnings,
        offsets=body.offsets,
    )
