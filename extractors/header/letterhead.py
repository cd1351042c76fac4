"""The letterhead: issuing body, number, place and date, and the subject line ("V/v …") of a letter."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from extractors.dates import iso_date
from extractors.document import Notice, Span
from extractors.fold import fold
from extractors.header.segments import Segment
from extractors.numbers import DocumentNumber, NumberMention, number_at
from extractors.vocabulary import UPPER

# "Số: 473/KH-UBND", "Luật số: 59/2020/QH14", "Số 60-NQ/TW", "Số: 22      /2025/QĐ-UBND", "Số:" with the number below
_NUMBER_LINE = re.compile(
    r"(?<!\w)(?:(?:bo luat|luat|phap lenh|nghi quyet|nghi dinh|quyet dinh|thong tu|chi thi|"
    r"ke hoach) )?[s$][o06ée]\s*[:.;]?\s*(?=[\d/\-–_.…\s]|$)"
)
_BARE_NUMBER = re.compile(r"^\d{1,6}\s*[/-]")
_BLANK_NUMBER = re.compile(r"^[\s._…]*[/-]\s*(?:(?:19|20)\d\d\s*/\s*)?[A-ZĐ]")
# "ngày 29 tháng 5 năm 2025", "ngày 01 tháng12 năm 2025", "ngày tháng năm 2024", "ngày 2 3 tháng 08 năm 2022"
_DATE = re.compile(
    r"ngay[\s_:,.…]{0,12}(?P<day>\d ?\d?)?[\s_.…]{0,12}th[ae]ng[\s_.…]{0,12}(?P<month>\d{1,2})?[\s_.…]{0,12}"
    r"n[ae]m\s{0,6}(?P<year>(?:19|20)\d\d)(?!\d)"
)
# A date damaged beyond its year: "ngày/Z6tháng Ö năm 2018", "ngày _ 3 (| tháng 4 { năm 2020"
_DAMAGED_DATE = re.compile(
    r"ngay.{0,14}?th[ae]ng(?:\s{0,2}(?P<month>\d{1,2})(?=\s))?.{0,10}?n[ae]m\s{0,6}(?P<year>(?:19|20)\d\d)(?!\d)"
)
_SLASHED_DATE = re.compile(r"ngay\s{0,6}(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>(?:19|20)\d\d)(?!\d)")
_PLACE = re.compile(
    rf"((?:(?:TP|Tp)\.?\s*|Thành phố\s+|Tỉnh\s+|Huyện\s+|Quận\s+|Thị xã\s+|Xã\s+|Phường\s+|Đặc khu\s+)?"
    rf"[{UPPER}][\w]*(?:[\s-]{{1,3}}[{UPPER}][\w]*){{0,4}})\s*[,._]?\s*$"
)
_SUBJECT = re.compile(r"^(?:v\s*[/l]?\s*v\b|viv\b|yw\b|ve viec|trich yeu)\s*[:.]?\s*")
# What offices and sites print around a letterhead and is none of it.
_FURNITURE = re.compile(
    r"cong bao|van ban (?:phap luat|quy pham|khac)|ky boi|nguoi ky|thoi gian ky|sao y|ban sao|dia chi|du thao|hoa toc|"
    r"thuong khan|\bmat\b|e?-?mail|co quan:|page \d|cong thong tin|signature|\d+$|trang \d|đien thoai|dien thoai|"
    r"fax|website|title:|"
    r"ban goc|tai lieu|de cuong|--- |\w/ ?\w{2}|phan (?:thu|i)\b|source|category|keywords|language|conversion|"
    r"has_sections|original_format|subcategory"
)


# The line of the gazette that printed it, with a number and date of its own: "CÔNG BÁO/Số 259 + 260/Ngày 05-3-2022"
_PUBLISHED = re.compile(r"cong bao")
_CONSOLIDATED = re.compile(r"^(?:van ban phap luat khac\s*)?van ban hop nhat\s*[-–]?\s*")


@dataclass(slots=True)
class _Draft:
    issuer: list[str] = field(default_factory=list)
    subject: list[str] = field(default_factory=list)
    number: DocumentNumber | None = None
    awaiting: Span | None = None
    place: str | None = None
    issued_on: str | None = None
    notices: list[Notice] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What the letterhead prints; ``issuer_lines`` in order, above (superior) before below."""

    issuer_lines: tuple[str, ...] = ()
    number: DocumentNumber | None = None
    place: str | None = None
    issued_on: str | None = None
    subject: str | None = None
    notices: tuple[Notice, ...] = ()


def date_in(folded: str) -> tuple[int, str | None] | None:
    """Where a date begins in folded text, and its ISO form: a blank or unreadable day or month lowers the precision."""
    for pattern in (_DATE, _SLASHED_DATE, _DAMAGED_DATE):
        match = pattern.search(folded)
        if match:
            parts = match.groupdict()
            day, month = (parts.get("day") or "").replace(" ", ""), parts.get("month")
            on = iso_date(parts["year"], month, day if month else None) or iso_date(parts["year"], month)
            return match.start(), on or parts["year"]
    return None


def read_letterhead(text: str, segments: list[Segment]) -> Letterhead:
    """The letterhead from the segments above the title (or above "Kính gửi")."""
    draft = _Draft()
    for segment in segments:
        if not _PUBLISHED.search(segment.folded):
            _take_line(draft, text, segment, _take_date(draft, text, segment))
    if draft.number:
        draft.notices = [n for n in draft.notices if not n.code.startswith("number")]
    elif draft.awaiting:
        draft.notices.append(_blank(draft.awaiting))
    subject = " ".join(" ".join(draft.subject).split()).strip(" .;") or None
    return Letterhead(tuple(draft.issuer), draft.number, draft.place, draft.issued_on, subject, tuple(draft.notices))


def _take_date(draft: _Draft, text: str, segment: Segment) -> int:
    """The date of a segment; returns where the rest of the segment (before place and date) ends."""
    found = date_in(segment.folded) if draft.issued_on is None else None
    if not found or not _is_date_line(segment, found[0]):
        return len(segment.text)
    start, draft.issued_on = found
    if draft.issued_on and len(draft.issued_on) < 10:
        code, what = ("date_blank", "Ngày, tháng ban hành để trống hoặc không đọc được; hãy bổ sung từ bản gốc.")
        draft.notices.append(Notice(code, what, segment.span))
    line = _number_line(segment, start)
    number = _number_in(text, segment, line.end()) if line else None
    floor = number.span.end - segment.span.start if number else 0
    place = _PLACE.search(segment.text[floor:start])
    if place:
        draft.place = place.group(1)
        return floor + place.start(1)
    return start


def _is_date_line(segment: Segment, start: int) -> bool:
    """Whether a date stands with its place alone, or beside the number or a body in capitals, and in no sentence."""
    place = _PLACE.search(segment.text[:start])
    before = segment.text[: place.start(1) if place else start].strip(" _-|.,")
    numbered = _number_line(segment, start)
    left = segment.text[: numbered.start()].strip(" _-|") if numbered else ""
    beside = numbered is not None and (not left or left.isupper())
    return len(segment.text) < 130 and (len(before) < 4 or before.isupper() or beside)


def _number_line(segment: Segment, end: int) -> re.Match[str] | None:
    """Where "Số" stands in a segment; "Sở", which folds alike, is the head of a department's name."""
    return next(
        (
            m
            for m in _NUMBER_LINE.finditer(segment.folded[:end])
            if "ở" not in segment.text[m.start() : m.end()].lower()
        ),
        None,
    )


def _take_line(draft: _Draft, text: str, segment: Segment, end: int) -> None:
    folded = segment.folded[:end]
    line = _number_line(segment, end) if draft.number is None and not draft.subject else None
    if line and _is_number_line(text, segment, line, end):
        _take_number(draft, text, segment, line.end(), end)
        folded = folded[: line.start()]
    elif draft.awaiting and _BARE_NUMBER.match(folded):
        found = _number_in(text, segment, 0)
        if found and found.number:
            draft.number, draft.awaiting = found.number, None
            folded = ""
    words = segment.text[: len(folded)].strip(" _|")
    if not words:
        return
    subject = _SUBJECT.match(folded.lstrip())
    if subject or draft.subject:
        draft.subject.append(words[subject.end() :] if subject else words)
        return
    consolidated = _CONSOLIDATED.match(fold(words))
    words = words[consolidated.end() :] if consolidated else words
    if _names_issuer(words):
        draft.issuer.append(words)


def _number_in(text: str, segment: Segment, start: int) -> NumberMention | None:
    """The number at a place of a segment; neither the next line nor a damaged "Số" ("$6:") is a part of it."""
    at = segment.span.start + start
    found = number_at(text[: segment.span.end], at)
    if found is None and start:
        alone = number_at(segment.text[start:], 0)
        found = replace(alone, span=Span(at + alone.span.start, at + alone.span.end)) if alone else None
    return found


def _is_number_line(text: str, segment: Segment, line: re.Match[str], end: int) -> bool:
    """Whether "số" stands in a number line of its own (or beside a body in capitals), not in a sentence that cites."""
    before = segment.text[: line.start()].strip(" _-|.")
    if before and not before.isupper():
        return False
    found = _number_in(text, segment, line.end())
    after = text[found.span.end : segment.span.start + end].strip(" _|.") if found else ""
    return not after or after.isupper() or bool(_SUBJECT.match(fold(after))) or len(after) < 12


def _take_number(draft: _Draft, text: str, segment: Segment, start: int, end: int) -> None:
    found = _number_in(text, segment, start)
    printed = segment.text[start:end].strip()
    if found and found.number:
        draft.number = found.number
    elif not printed:
        draft.awaiting = segment.span
    elif _BLANK_NUMBER.match(printed) or not printed.strip(" ._…/-"):
        draft.notices.append(_blank(segment.span))
    else:
        message = f"Không đọc được số, ký hiệu “{printed[:40]}”; hãy kiểm tra bản gốc."
        draft.notices.append(Notice("number_unreadable", message, segment.span))


def _blank(span: Span) -> Notice:
    return Notice("number_blank", "Số văn bản để trống; hãy bổ sung số, ký hiệu trước khi dùng.", span)


def _names_issuer(words: str) -> bool:
    """Whether a line of the letterhead is the name of a body: in capitals, and no furniture."""
    letters = [c for c in words if c.isalpha()]
    capitals = sum(c.isupper() for c in letters) >= 0.7 * len(letters) and len(letters) >= 3
    return capitals and not _FURNITURE.search(fold(words))
