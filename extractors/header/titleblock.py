"""The title block: type, title (trích yếu), the body that decides, the note "(kèm theo …)"; where the body begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.header.kinds import TypeLine, type_line
from extractors.header.segments import Segment

# Words that open the body, never a title of their own line.
_BODY = re.compile(
    r"can cu\b|xet\b|theo (?:de nghi|to trinh|van ban|cong van)|tren co so|kinh gui|dieu 1\b|chuong [i1]\b|phan [i1]\b|"
    r"(?!v\s?/\s?v)(?:[ivx]{1,4}|[a-d]|\d{1,2})\s?[.)/]\s?\D|[-+•]\s|ngay \d|nham\b|"
    r"de (?:thuc hien|trien khai|tiep tuc|bao dam|dam bao)|tra loi\b|thu tuong chinh phu dien|ho(?:i)? nghi lan thu|"
    r"stt\b|tt\b(?!\s*dvnn)|noi nhan|cu the|quyet nghi|(?:quyet dinh|nghi dinh|nghi quyet|thong tu|chi thi)\s*:|"
    r"muc luc|hom nay|thoi gian qua|trong (?:thoi gian|nhung nam)|phuc dap"
)
# "(Ban hành kèm theo Quyết định số …", "(Kèm theo Kế hoạch …", "Ban hành kèm theo …"
ATTACHED = re.compile(r"[(\[]?\s*(?:duoc\s+)?(?:ban hanh\s+)?kem theo\s+(?!day)\w")
# The body that decides, alone on its line before the legal bases: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LAI CHÂU".
AUTHORITY = re.compile(
    r"(?:pho )?(?:chu tich|bo truong|thu tuong|thong doc|(?:tong )?cuc truong|(?:tong )?giam doc|chanh (?:an|"
    r"van phong)|"
    r"vien truong|tong (?:kiem toan|thanh tra)|chanh thanh tra|truong ban|hieu truong)\b|"
    r"(?:uy ban nhan dan|hoi dong nhan dan|chinh phu|quoc hoi|uy ban thuong vu quoc hoi|ban chap hanh|ban thuong vu|"
    r"bo chinh tri|ban bi thu|hoi dong tham phan|tinh uy|thanh uy|thuong truc|ban thuong truc|bo |so |uy ban )"
)
_OPEN_END = re.compile(r"(?:,|-|\b(?:cua|va|cho|voi|ve|tai|do|theo|cac|boi|giua|la|den|tu|thuoc|so|ngay))$")
_SESSION = re.compile(r"(?:khoa|nhiem ky|ky hop)\b")
# An authority that takes two lines: "HỘI ĐỒNG NHÂN DÂN TỈNH X" / "KHÓA VII", "CHỦ TỊCH ỦY BAN NHÂN DÂN" / "TỈNH"
_TWO_LINES = re.compile(r"(?:hoi dong nhan dan|chu tich|uy ban|bo truong)")
_UNIT = re.compile(r"(?:tinh|thanh pho|huyen|quan|thi xa|xa|phuong)\b")


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
    """The first title block from segment ``start`` on; null when the body begins, or ``limit`` is over, without one."""
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
    at, note = read_note(segments, at)
    authority: list[int] = []
    while at < len(segments) and len(authority) < 4 and _is_authority(segments, at, bool(authority)):
        authority.append(at)
        at += 1
    if not note:
        at, note = read_note(segments, at)
    return TitleBlock(kind, kind_at, tuple(title), tuple(authority), note, at)


def read_note(segments: list[Segment], at: int) -> tuple[int, tuple[int, ...]]:
    """The note "(kèm theo …)" that begins at a segment: the number of the segment after it, and its own segments."""
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
    follows = begun and bool(_SESSION.match(segment.folded) or len(segment.folded.split()) <= 4)
    return follows or bool(AUTHORITY.match(segment.folded))


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
        authority = (AUTHORITY.match(segment.folded) and not dangling and ends) or _closing_authority(segments, at)
        return not (authority or (opens_body(segment) and not dangling))
    if segment.caps or before.caps:
        return False
    if opens_body(segment) and not dangling:
        return False
    return dangling or segment.text[:1].islower()


def _closing_authority(segments: list[Segment], at: int) -> bool:
    """Whether an authority line stands here that takes two lines ("HỘI ĐỒNG NHÂN DÂN TỈNH X" / "KHÓA VII …")."""
    if at + 1 >= len(segments) or not _TWO_LINES.match(segments[at].folded):
        return False
    after = segments[at + 1]
    if _SESSION.match(after.folded):
        return True
    place = after.caps and len(after.folded.split()) <= 5 and _UNIT.match(after.folded) is not None
    return place and at + 2 < len(segments) and opens_body(segments[at + 2])
