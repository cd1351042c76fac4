"""The title block of what is attached to a document: type, title and the note "(kèm theo Quyết định số …)"."""

from __future__ import annotations

import re

from extractors.header.kinds import type_line
from extractors.header.segments import Segment
from extractors.header.titleblock import AUTHORITY, TitleBlock, read_note

_REACH = 12
# What ends the document before: recipients, signature, a note, a table row.
_CLOSES = re.compile(r"noi nhan|luu\b|[-–+]\s|\(?da ky|\[\d+\]|\d+ ?\|")
# "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH": a signature; "CHỦ TỊCH ỦY BAN NHÂN DÂN …" may stand in a title
_SIGNS = re.compile(
    r"(?:tm|kt|tl|tuq|q|t/m)\s?[.]|nguoi (?:ky|lap)|"
    r"(?:pho )?(?:chu tich|giam doc|bo truong|thu truong|cuc truong)(?!\w)(?! (?:uy ban|hoi dong|hdnd|ubnd))"
)


def attachment_block(segments: list[Segment], note_at: int, floor: int = 0) -> tuple[int, TitleBlock] | None:
    """The title block that ends with the note "(kèm theo …)" at ``note_at``, and the number of its first segment.

    Above the note stand the title, and above that the type ("PHỤ LỤC I", "QUY CHẾ"); a title in capitals may have none.
    """
    body, note = read_note(segments, note_at)
    first = note_at
    while first > max(floor, note_at - _REACH) and _heads(segments, first - 1, note_at, floor):
        first -= 1
    if not note or first == note_at:
        return None
    kind_at = _kind_of(segments, first, note_at)
    kind = type_line(segments[kind_at]) if kind_at is not None else None
    if kind is None or kind_at is None:
        return first, TitleBlock(None, None, tuple(range(first, note_at)), (), note, body)
    if kind.kind.code == "PHỤ LỤC" or not AUTHORITY.match(segments[first].folded):
        first = kind_at
    title = tuple(range(kind_at if kind.rest(segments[kind_at]) else kind_at + 1, note_at))
    return first, TitleBlock(kind, kind_at, title, (), note, body)


def _kind_of(segments: list[Segment], first: int, note_at: int) -> int | None:
    """The type's segment: the nearest "PHỤ LỤC" above the note, else the first type in the block."""
    typed = [n for n in range(first, note_at) if type_line(segments[n])]
    appendices = [n for n in typed if segments[n].folded.startswith("phu luc")]
    return appendices[-1] if appendices else next(iter(typed), None)


def _heads(segments: list[Segment], at: int, note_at: int, floor: int) -> bool:
    """Whether segment ``at`` still belongs to the title above the note."""
    segment = segments[at]
    if _CLOSES.match(segment.folded) or segment.text.endswith(("./.", ";")):
        return False
    if segment.caps:
        return not _SIGNS.match(segment.folded)
    if type_line(segment) is not None:
        return True
    above = range(max(floor, note_at - 6), at)
    return len(segment.text) < 300 and any(type_line(segments[n]) is not None for n in above)
