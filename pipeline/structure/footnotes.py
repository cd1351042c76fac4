"""Notes and the marks that refer to them."""

from __future__ import annotations

import re

from extractors.document import Footnote, Paragraph, Span

# "[1]", "[12]" after a word, a figure or a stop.
_MARK = re.compile(r"\[(\d{1,3})\]")


def find_footnotes(text: str, paragraphs: tuple[Paragraph, ...], notes: list[tuple[str, Span]]) -> tuple[Footnote, ...]:
    """Every note with the marks that refer to it; a note is a paragraph that starts with its mark."""
    bodies: dict[str, Span] = dict(notes)
    openings: set[int] = set()
    for paragraph in paragraphs:
        if match := _MARK.match(text, paragraph.span.start, paragraph.span.end):
            openings.add(match.start())
            start = match.end() + (text[match.end() : match.end() + 1] == " ")
            bodies.setdefault(match.group(), Span(start, paragraph.span.end))
    references: dict[str, list[Span]] = {}
    for match in _MARK.finditer(text):
        if match.start() not in openings:
            references.setdefault(match.group(), []).append(Span(match.start(), match.end()))
    return tuple(Footnote(mark, span, tuple(references.get(mark, ()))) for mark, span in bodies.items())
