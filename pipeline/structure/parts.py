"""The documents inside a text: the main one, and what is attached to it (a plan "kèm theo", an appendix, a task list)."""

from __future__ import annotations

import re

from extractors.document import Part, Span
from extractors.header.kinds import type_line
from extractors.header.segments import Segment, segments
from extractors.header.titleblock import ATTACHED, TitleBlock, opens_body, read_title_block

_SIGNED = re.compile(r"noi nhan\b|(?:tm|kt|tl|tuq)\s?\.")
_APPENDIX = re.compile(r"phu luc(?:\s+so)?\s*(?:[ivx]{1,5}|\d{1,2})?[a-z]?\s*[:.]?$")


def find_parts(text: str) -> tuple[Part, ...]:
    """The parts of a normalized text, in text order: the main document first, then its attachments.

    A part's ``head`` runs from its beginning to the first word of its body. The main document's span ends where the
    first attachment begins; each attachment's where the next one does.
    """
    lines = list(segments(text, Span(0, len(text))))
    if not lines:
        return (Part(Span(0, len(text)), Span(0, 0), "main"),)
    starts = _attachments(lines)
    bounds = [0, *(lines[n].span.start for n, _ in starts), len(text)]
    first = Span(0, bounds[1])
    parts = [Part(first, Span(0, min(_main_head(lines, text), first.end)), "main")]
    for k, (n, block) in enumerate(starts, 1):
        span = Span(bounds[k], bounds[k + 1])
        end = lines[block.body].span.start if block.body < len(lines) else len(text)
        parts.append(Part(span, Span(lines[n].span.start, min(end, span.end)), "attachment"))
    return tuple(parts)


def _main_head(lines: list[Segment], text: str) -> int:
    block = read_title_block(lines)
    body = block.body if block else next((n for n, s in enumerate(lines) if opens_body(s)), min(len(lines), 12))
    return lines[body].span.start if body < len(lines) else len(text)


def _attachments(lines: list[Segment]) -> list[tuple[int, TitleBlock]]:
    main = read_title_block(lines)
    at = main.body if main else next((n for n, s in enumerate(lines) if opens_body(s)), 0)
    found: list[tuple[int, TitleBlock]] = []
    signed = False
    while at < len(lines):
        line = lines[at]
        signed = signed or bool(_SIGNED.match(line.folded))
        block = _starts_here(lines, at, signed)
        if block:
            found.append((at, block))
            at = max(block.body, at + 1)
        else:
            at += 1
    return found


def _starts_here(lines: list[Segment], at: int, signed: bool) -> TitleBlock | None:
    line = lines[at]
    kind = type_line(line)
    if kind is None or not kind.kind.attachment or not (line.caps or _APPENDIX.fullmatch(line.folded)):
        return None
    block = read_title_block(lines, at, 1)
    if block is None:
        return None
    noted = bool(block.note)
    appendix = bool(_APPENDIX.fullmatch(line.folded))
    return block if noted or (signed and (appendix or line.caps and len(line.text) < 400 and ATTACHED.search(line.folded) is not None)) else None
