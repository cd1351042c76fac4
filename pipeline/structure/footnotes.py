"""Notes and the marks that refer to them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.document import Footnote, Paragraph, Span

# "[1]", "[12]" after a word, a figure or a stop.
_MARK = re.compile(r"\[(\d{1,3})\]")


@dataclass(slots=True)
class _Note:
    mark: str
    span: Span
    paragraph: int
    references: list[Span]


def find_footnotes(
    text: str, paragraphs: list[Paragraph], known: list[tuple[str, Span]]
) -> tuple[tuple[Footnote, ...], dict[int, str]]:
    """Every note with the marks that refer to it, and paragraph start -> mark.

    A note is a paragraph that starts with its mark (``known``: those that the reader knew). A mark belongs to the next
    note of that name, or to the last one before it: notes may count from 1 again on each page.
    """
    spans = {span.end: span for _, span in known}
    notes: dict[str, list[_Note]] = {}
    opened: set[int] = set()
    for paragraph in paragraphs:
        if match := _MARK.match(text, paragraph.span.start, paragraph.span.end):
            opened.add(match.start())
            start = match.end() + (text[match.end() : match.end() + 1] == " ")
            span = spans.get(paragraph.span.end, Span(start, paragraph.span.end))
            notes.setdefault(match.group(), []).append(_Note(match.group(), span, paragraph.span.start, []))
    for match in _MARK.finditer(text):
        if match.start() not in opened and (group := notes.get(match.group())):
            note = next((n for n in group if n.span.start > match.start()), group[-1])
            note.references.append(Span(match.start(), match.end()))
    ordered = sorted((n for group in notes.values() for n in group), key=lambda n: n.span.start)
    return (
        tuple(Footnote(n.mark, n.span, tuple(n.references)) for n in ordered),
        {n.paragraph: n.mark for n in ordered},
    )
