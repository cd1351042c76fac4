"""The document's own number where its letterhead is lost, but what is attached to it says with what it was issued."""

from __future__ import annotations

import re

from extractors.dates import find_dates
from extractors.document import Document, Part, Span
from extractors.fold import fold
from extractors.header.kinds import Kind
from extractors.numbers import DocumentNumber, find_numbers

# "(Ban hành kèm theo Thông tư số 45/2025/TT-NHNN ngày 19 tháng 11 năm 2025 của …)"
_NOTE = re.compile(r"\bkem theo (?P<type>[\w ]{2,40}?) so\s?:?\s?")
_REACH = 120


def told_by_attachments(
    document: Document, attachments: tuple[Part, ...], kind: Kind | None
) -> tuple[DocumentNumber, str | None] | None:
    """The number and date (ISO) that all notes "kèm theo …" of the attachments agree on, of the document's own type.

    Null where no attachment says so, where two say different things, or where the type is another: a number is never
    taken from a citation.
    """
    if kind is None:
        return None
    told = {str(number): (number, on) for part in attachments for number, on in _notes(document, part, kind)}
    dates = {on for part in attachments for _, on in _notes(document, part, kind) if on}
    if len(told) != 1:
        return None
    number, _ = next(iter(told.values()))
    return number, next(iter(dates)) if len(dates) == 1 else None


def _notes(document: Document, part: Part, kind: Kind) -> list[tuple[DocumentNumber, str | None]]:
    head = document.quote(Span(part.head.start, min(part.head.end, part.span.end)))
    found = []
    for note in _NOTE.finditer(fold(head)):
        rest = head[note.end() : note.end() + _REACH]
        mention = next(iter(find_numbers(rest)), None)
        if fold(kind.name) != note["type"] or mention is None or mention.span.start > 1:
            continue
        if mention.number:
            on = next((date.on for date in find_dates(rest[mention.span.end :]) if date.on), None)
            found.append((mention.number, on))
    return found
