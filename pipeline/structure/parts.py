"""The documents inside a text: the main one, then what is attached to it."""

from __future__ import annotations

from extractors.document import Paragraph, Part, Span


def find_parts(text: str, paragraphs: tuple[Paragraph, ...]) -> tuple[Part, ...]:  # noqa: ARG001
    """The parts in text order, the main one first."""
    return (Part(Span(0, len(text)), Span(0, 0), "main"),)
