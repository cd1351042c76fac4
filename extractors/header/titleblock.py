"""The title block: type, title (trích yếu), the body that decides, and the note "(kèm theo …)"; where the body begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.header.kinds import TypeLine, type_line
from extractors.header.segments import Segment

# Words that open the body, never a title of their own line.
_BODY = re.compile(
    r"can cu\b|xet\b|theo (?:de nghi|to trinh|van ban|cong van)|tren co so|kinh gui|dieu 1\b|chuong [i1]\b|phan [i1]\b|"
    r"(?!v\s?/\s?v)(?:[ivx]{1,4}|[a-d]|\d{1,2})\s?[.)/]\s?\D|[-+•]\s|ngay \d|nham\b|de (?:thuc hien|trien khai|tiep tuc|bao dam|dam bao)|"
    r"tra loi\b|thu tuong chinh phu dien|ho(?:i)? nghi lan thu|stt\b|tt\b(?!\s*dvnn)|noi nhan|cu the|quyet nghi|quyet dinh\s*:|nghi dinh\s*:|nghi quyet\s*:|"
    r"thong tu\s*:|chi thi\s*:|muc luc|hom nay|thoi gian qua|trong (?:thoi gian|nhung nam)|phuc dap"
)
# "(Ban hành kèm theo Quyết định số …", "(Kèm theo Kế hoạch …", "Ban hành kèm theo …"
ATTACHED = re.compile(r"[(\[]?\s*(?:duoc\s+)?(?:ban hanh\s+)?kem theo\s+(?!day)\w")
# The body that decides, alone on its line before the legal bases: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LAI CHÂU".
_AUTHORITY = re.compile(
    r"(?:pho )?(?:chu tich|bo truong|thu tuong|thong doc|(?:tong )?cuc truong|(?:tong )?giam doc|chanh (?:an|van phong)|"
    r"vien truong|tong (?:kiem toan|thanh tra)|chanh thanh tra|truong ban|hieu truong)\b|"
    r"(?:uy ban nhan dan|hoi dong nhan dan|chinh phu|quoc hoi|uy ban thuong vu quoc hoi|ban chap hanh|ban thuong vu|"
    r"bo chinh tri|ban bi thu|hoi dong tham phan|tinh uy|thanh uy|thuong truc|ban thuong truc|bo |so |uy ban )"
)
_OPEN_END = re.compile(r"(?:,|-|\b(?:cua|va|cho|voi|ve|tai|do|theo|cac|boi|giua|la|den|tu|thuoc|so|ngay))$")
_SESSION = re.compile(r"(?:khoa|nhiem ky|ky hop)\b")


@dataclass(frozen=True, slots=True)
class TitleBlock:
    """What a title block states, by segment numbers; ``body`` is the number of the body's first segment."""

    kind: TypeLine | None
    kind_at: int | None
    title: tuple[int, ...]
    authority: tuple[int, ...]
    note: tuple[int, ...]
    body: int


def opens_body(segment: Segment) -> bool:
    """Whether a segment begins the body (legal bases, "Kính gửi", "Điều 1", a first heading)."""
    return bool(_BODY.match(segment.folded))


def body_at(segments: list[Segment]) -> int:
    """The number of the segment that begins the body, where there is no title block."""
    return next((n for n, s in enumerate(segments) if opens_body(s)), min(len(segments), 12))


def is_letter(segments: list[Segment]) -> bool:
    """Whether the body opens with "Kính gửi"."""
    at = body_at(segments)
    return at < len(segments) and segments[at].folded.startswith("kinh gui")


def read_title_block(segments: list[Segment], start: int = 0, limit: int = 40) -> TitleBlock | None:
    """The first title block at or after segment ``start``; null when the body begins (or ``limit`` is over) without one."""
    for at in range(start, min(len(segments), start + limit)):
        found = type_line(segments[at])
        if found and found.kind.code == "VBHN" and any(type_line(s) for s in segments[at + 1 : at + 6]):
            continue
        if found:
            return _after_type(segments, at, found)
        if opens_body(segments[at]):
            return None
    return None


def _after_type(segments: list[Segment], kind_at: int, kind: TypeLine) -> TitleBlock:
    title: list[int] = [kind_at] if kind.rest(segments[kind_at]) else []
    at = kind_at + 1
    while at < len(segments) and len(title) < 25 and _continues(segments, title, at):
        title.append(at)
        at += 1
    at, note = _note(segments, at)
    authority: list[int] = []
    while at < len(segments) and len(authority) < 4 and _is_authority(segments, at, bool(authority)):
        authority.append(at)
        at += 1
    if not note:
        at, note = _note(segments, at)
    return TitleBlock(kind, kind_at, tuple(title), tuple(authority), note, at)


def attachment_block(segments: list[Segment], note_at: int, floor: int = 0) -> tuple[int, TitleBlock] | None:
    """The title block that ends with the note "(kèm theo …)" at ``note_at``, and the number of its first segment.

    Above the note stand the title, and above that the type ("PHỤ LỤC I", "QUY CHẾ"); a title in capitals may have none.
    """
    body, note = _note(segments, note_at)
    if not note:
        return None
    first = note_at
    while first > floor and first > note_at - 12 and _heads(segments, first - 1, note_at, floor):
        first -= 1
    if first == note_at:
        return None
    kind_at = _kind_of(segments, first, note_at)
    if kind_at is None:
        return first, TitleBlock(None, None, tuple(range(first, note_at)), (), note, body)
    kind = type_line(segments[kind_at])
    first = kind_at if kind and (kind.kind.code == "PHỤ LỤC" or not _AUTHORITY.match(segments[first].folded)) else first
    has_rest = bool(kind and kind.rest(segments[kind_at]))
    return first, TitleBlock(kind, kind_at, tuple(range(kind_at + (not has_rest), note_at)), (), note, body)


def _kind_of(segments: list[Segment], first: int, note_at: int) -> int | None:
    """The type's segment: the nearest "PHỤ LỤC" above the note, else the first type in the block."""
    typed = [n for n in range(first, note_at) if type_line(segments[n])]
    appendices = [n for n in typed if segments[n].folded.startswith("phu luc")]
    return (appendices or typed[:1] or [None])[-1]


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


# What ends the document before: recipients, signature, a note.
_CLOSES = re.compile(r"noi nhan|luu\b|[-–+]\s|\(?da ky|\[\d+\]|\d+ ?\|")
_SIGNS = re.compile(
    r"(?:tm|kt|tl|tuq|q|t/m)\s?[.]|(?:pho )?(?:chu tich|giam doc|bo truong|thu truong|cuc truong)(?!\w)(?! (?:uy ban|hoi dong|hdnd|ubnd))|nguoi (?:ky|lap)"
)


def _note(segments: list[Segment], at: int) -> tuple[int, tuple[int, ...]]:
    if at >= len(segments) or not ATTACHED.match(segments[at].folded):
        return at, ()
    first, depth = at, 0
    while at < len(segments) and at < first + 5:
        depth += segments[at].text.count("(") - segments[at].text.count(")")
        at += 1
        if depth <= 0:
            break
    return at, tuple(range(first, at))


def _is_authority(segments: list[Segment], at: int, begun: bool) -> bool:
    segment = segments[at]
    if not segment.caps or segment.text.endswith(":"):
        return False
    return (
        bool(_AUTHORITY.match(segment.folded))
        or (begun
        and (bool(_SESSION.match(segment.folded)) or len(segment.folded.split()) <= 4))
    )


def _continues(segments: list[Segment], title: list[int], at: int) -> bool:
    """Whether segment ``at`` belongs to the title that the segments ``title`` began."""
    segment = segments[at]
    if ATTACHED.match(segment.folded):
        return False
    if not title:
        return not (opens_body(segment) and not segment.caps)
    before = segments[title[-1]]
    dangling = bool(_OPEN_END.search(before.folded.rstrip()))
    if segment.caps and before.caps:
        ends = at + 1 >= len(segments) or not segments[at + 1].caps or opens_body(segments[at + 1])
        authority = (_AUTHORITY.match(segment.folded) and not dangling and ends) or _closing_authority(segments, at)
        return not (authority or (opens_body(segment) and not dangling))
    if segment.caps or before.caps:
        return False
    if opens_body(segment) and not dangling:
        return False
    return dangling or segment.text[:1].islower()


def _closing_authority(segments: list[Segment], at: int) -> bool:
    """Whether an authority line stands here that takes two lines ("HỘI ĐỒNG NHÂN DÂN TỈNH X" / "KHÓA VII …")."""
    if not re.match(r"(?:hoi dong nhan dan|chu tich|uy ban|bo truong)", segments[at].folded) or at + 1 >= len(segments):
        return False
    after = segments[at + 1]
    if _SESSION.match(after.folded):
        return True
    place = (
        after.caps
        and len(after.folded.split()) <= 5
        and bool(re.match(r"(?:tinh|thanh pho|huyen|quan|thi xa|xa|phuong)\b", after.folded))
    )
    return place and at + 2 < len(segments) and opens_body(segments[at + 2])


def attachment_block(segments: list[Segment], note_at: int, floor: int = 0) -> tuple[int, TitleBlock] | None:
    """The title block that ends with the note "(kèm theo …)" at ``note_at``, and the number of its first segment.

    Above the note stand the title, and above that the type ("PHỤ LỤC I", "QUY CHẾ"); a title in capitals may have none.
    """
    body, note = _note(segments, note_at)
    if not note:
        return None
    first = note_at
    while first > floor and first > note_at - 12 and _heads(segments, first - 1, note_at, floor):
        first -= 1
    if first == note_at:
        return None
    kind_at = _kind_of(segments, first, note_at)
    if kind_at is None:
        return first, TitleBlock(None, None, tuple(range(first, note_at)), (), note, body)
    kind = type_line(segments[kind_at])
    first = kind_at if kind and (kind.kind.code == "PHỤ LỤC" or not _AUTHORITY.match(segments[first].folded)) else first
    has_rest = bool(kind and kind.rest(segments[kind_at]))
    return first, TitleBlock(kind, kind_at, tuple(range(kind_at + (not has_rest), note_at)), (), note, body)


def _kind_of(segments: list[Segment], first: int, note_at: int) -> int | None:
    """The type's segment: the nearest "PHỤ LỤC" above the note, else the first type in the block."""
    typed = [n for n in range(first, note_at) if type_line(segments[n])]
    appendices = [n for n in typed if segments[n].folded.startswith("phu luc")]
    return (appendices or typed[:1] or [None])[-1]


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


# What ends the document before: recipients, signature, a note.
_CLOSES = re.compile(r"noi nhan|luu\b|[-–+]\s|\(?da ky|\[\d+\]|\d+ ?\|")
_SIGNS = re.compile(
    r"(?:tm|kt|tl|tuq|q|t/m)\s?[.]|(?:pho )?(?:chu tich|giam doc|bo truong|thu truong|cuc truong)(?!\w)(?! (?:uy ban|hoi dong|hdnd|ubnd))|nguoi (?:ky|lap)"
)


def _note(segments: list[Segment], at: int) -> tuple[int, tuple[int, ...]]:
    if at >= len(segments) or not ATTACHED.match(segments[at].folded):
        return at, ()
    first, depth = at, 0
    while at < len(segments) and at < first + 5:
        depth += segments[at].text.count("(") - segments[at].text.count(")")
        at += 1
        if depth <= 0:
            break
    return at, tuple(range(first, at))


def _is_authority(segments: list[Segment], at: int, begun: bool) -> bool:
    segment = segments[at]
    if not segment.caps or segment.text.endswith(":"):
        return False
    return (
        bool(_AUTHORITY.match(segment.folded))
        or (begun
        and (bool(_SESSION.match(segment.folded)) or len(segment.folded.split()) <= 4))
    )


def _continues(segments: list[Segment], title: list[int], at: int) -> bool:
    """Whether segment ``at`` belongs to the title that the segments ``title`` began."""
    segment = segments[at]
    if ATTACHED.match(segment.folded):
        return False
    if not title:
        return not (opens_body(segment) and not segment.caps)
    before = segments[title[-1]]
    dangling = bool(_OPEN_END.search(before.folded.rstrip()))
    if segment.caps and before.caps:
        ends = at + 1 >= len(segments) or not segments[at + 1].caps or opens_body(segments[at + 1])
        authority = (_AUTHORITY.match(segment.folded) and not dangling and ends) or _closing_authority(segments, at)
        return not (authority or (opens_body(segment) and not dangling))
    if segment.caps or before.caps:
        return False
    if opens_body(segment) and not dangling:
        return False
    return dangling or segment.text[:1].islower()


def _closing_authority(segments: list[Segment], at: int) -> bool:
    """Whether an authority line stands here that takes two lines ("HỘI ĐỒNG NHÂN DÂN TỈNH X" / "KHÓA VII …")."""
    if not re.match(r"(?:hoi dong nhan dan|chu tich|uy ban)", segments[at].folded) or at + 1 >= len(segments):
        return False
    return bool(_SESSION.match(segments[at + 1].folded))
