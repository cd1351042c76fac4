"""The documents inside a text: the main one, and what is attached to it (a plan "kèm theo", an appendix)."""

from __future__ import annotations

import re

from extractors.document import Part, Span
from extractors.header.attached import attachment_block
from extractors.header.kinds import type_line
from extractors.header.segments import Segment, segments
from extractors.header.titleblock import ATTACHED, TitleBlock, body_at, read_title_block

_SIGNED = re.compile(r"noi nhan\b|(?:tm|kt|tl|tuq|t/m)\s?\.?\s(?=\w)|(?:pho )?chu tich$|\W{0,2}da ky")
_APPENDIX = re.compile(r"phu luc(?: so)?(?: (?:[ivx]{1,5}|\d{1,2})(?:[a-z]|[.-]\d{1,2})?)?\s*[:.]?")
_FIRST_PROVISION = re.compile(r"(?:chuong|phan|muc) (?:[i1]\b|thu nhat)|dieu 1\b|[i1][.)]\s|(?:tt|stt)\b")


def find_parts(text: str) -> tuple[Part, ...]:
    """The parts of a normalized text, in text order: the main document first, then its attachments.

    A part's ``head`` runs from its beginning to the first word of its body. The main document's span ends where the
    first attachment begins; each attachment's where the next one does. An attachment is told by its note "(kèm theo
    Quyết định số …)" under a title, by the heading "PHỤ LỤC", or, after the signature, by a type that is issued with
    decisions (Quy chế, Kế hoạch, Danh mục …).
    """
    lines = list(segments(text, Span(0, len(text))))
    if not lines:
        return (Part(Span(0, len(text)), Span(0, 0), "main"),)
    main = read_title_block(lines)
    body = main.body if main else body_at(lines)
    found = _attachments(lines, body)
    bounds = [0, *(lines[n].span.start for n, _ in found), len(text)]
    end = lines[body].span.start if body < len(lines) else len(text)
    parts = [Part(Span(0, bounds[1]), Span(0, min(end, bounds[1])), "main")]
    for k, (n, block) in enumerate(found, 1):
        span = Span(bounds[k], bounds[k + 1])
        end = lines[block.body].span.start if block.body < len(lines) else len(text)
        parts.append(Part(span, Span(lines[n].span.start, min(end, span.end)), "attachment"))
    return tuple(parts)


def _attachments(lines: list[Segment], at: int) -> list[tuple[int, TitleBlock]]:
    found: list[tuple[int, TitleBlock]] = []
    floor, signed = at, False
    while at < len(lines):
        signed = signed or bool(_SIGNED.match(lines[at].folded))
        block = _noted(lines, at, floor) or _headed(
            lines, at, signed, in_appendix=bool(found) and _is_appendix(found[-1])
        )
        if block:
            found.append(block)
            at = floor = max(block[1].body, at + 1)
        else:
            at += 1
    return found


def _noted(lines: list[Segment], at: int, floor: int) -> tuple[int, TitleBlock] | None:
    """An attachment whose note stands at segment ``at``."""
    if not ATTACHED.match(lines[at].folded) or not _is_note(lines[at]):
        return None
    return attachment_block(lines, at, floor)


def _is_note(line: Segment) -> bool:
    """Whether a line that opens "kèm theo …" is the note under a title, and no sentence of the text."""
    return line.text.startswith(("(", "[")) or (
        line.text[:1].isupper() and not line.text.rstrip().endswith((".", ";", ":"))
    )


def _is_appendix(part: tuple[int, TitleBlock]) -> bool:
    kind = part[1].kind
    return kind is not None and kind.kind.code == "PHỤ LỤC"


def _headed(lines: list[Segment], at: int, signed: bool, *, in_appendix: bool = False) -> tuple[int, TitleBlock] | None:
    """An attachment that only its heading tells, after the signature: "PHỤ LỤC II", "QUY CHẾ" before "Chương I".

    Inside an appendix another type's heading is that of a form ("Phụ lục II" / "BÁO CÁO thành tích").
    """
    line = lines[at]
    kind = type_line(line)
    if not signed or kind is None or not kind.kind.attachment:
        return None
    if any(ATTACHED.match(lines[n].folded) for n in range(at + 1, min(len(lines), at + 8))):
        return None
    block = read_title_block(lines, at, 1)
    appendix = bool(_APPENDIX.fullmatch(line.folded))
    if in_appendix and not appendix:
        return None
    if block is None or not (appendix or (line.caps and block.title)):
        return None
    opens = block.body < len(lines) and bool(_FIRST_PROVISION.match(lines[block.body].folded))
    return (at, block) if appendix or opens else None
