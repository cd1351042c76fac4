"""The letterhead: issuing body, number, place and date, and the subject line ("V/v …") of a letter."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.document import Notice, Span
from extractors.fold import dashes
from extractors.header.segments import Segment
from extractors.places import place_in

# "Số: 473/KH-UBND", "Luật số: 59/2020/QH14", "Số 60-NQ/TW", "Số: 22      /2025/QĐ-UBND"
_NUMBER_LINE = re.compile(r"(?<!\w)(?:(?:bo )?luat |phap lenh )?s[o0e]\s*[:.;]?\s*(?=[\d/\-–_.\s]|$)")
_NUMBER = re.compile(
    r"(\d{1,6}(?:\.\d{1,3})?[a-zđ]?)\s*((?:[-/]\s*[\wĐđ.&]+\s*){1,6}(?:\.\w+)?)",
    re.IGNORECASE,
)
_BLANK_NUMBER = re.compile(r"^[\s._…]*[/-]")
# "Lai Châu, ngày 29 tháng 5 năm 2025", "Hà Nội ngày 01 tháng 12 năm 2025", "Hà Nội, ngày tháng năm 2024"
_DATE = re.compile(
    r"(?:ngay\s*[_:,]?\s*(\d[\d ]{0,2}?)?\s*[._…]*\s*)?(?<!\w)thang\s*(\d{1,2})?\s*[._…]*\s*nam\s*((?:19|20)\d\d)(?!\d)"
)
_PLACE = re.compile(r"^(?P<place>[^\d,;:/()]{2,40}?)\s*[,.]?\s*(?:ngay|thang)\b")
_SUBJECT = re.compile(r"^(?:v\s*/?\s*v\.?|ve viec|trich yeu)\s*[:.]?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What the letterhead prints; ``issuer_lines`` in order, above (superior) before below."""

    issuer_lines: tuple[str, ...]
    number: str | None
    place: str | None
    issued_on: str | None
    subject: str | None
    notices: tuple[Notice, ...] = ()


def iso_date(folded: str) -> str | None:
    """The date of "ngày 29 tháng 5 năm 2025" in folded text; a blank day or month gives "2025-05" or "2025"."""
    match = _DATE.search(folded)
    if not match:
        return None
    day, month, year = match.groups()
    parts = [year]
    if month and 1 <= int(month) <= 12:
        parts.append(f"{int(month):02d}")
        value = int(day.replace(" ", "")) if day else 0
        if 1 <= value <= 31:
            parts.append(f"{value:02d}")
    return "-".join(parts)


def printed_number(text: str) -> str | None:
    """The number after "Số:"; inner blanks removed, dashes unified; null when blank or unreadable."""
    match = _NUMBER.match(dashes(text).strip())
    if not match:
        return None
    value = re.sub(r"\s+", "", match.group(0)).rstrip(".-/")
    return value if re.search(r"[/-].*[A-ZĐ]", value) else None


def read_letterhead(segments: list[Segment]) -> Letterhead:
    """The letterhead from the segments above the title (or above "Kính gửi")."""
    issuer: list[str] = []
    subject: list[str] = []
    number = place = issued_on = None
    notices: list[Notice] = []
    for segment in segments:
        rest, folded = segment.text, segment.folded
        date = _DATE.search(folded)
        if date and issued_on is None:
            cut = folded.rfind("  ", 0, date.start())
            before = _before_date(segment, date.start())
            issued_on = iso_date(folded)
            place = before[1] or place
            rest, folded = rest[: before[0]].strip(), folded[: before[0]].strip()
            del cut
            if not rest:
                continue
        line = _NUMBER_LINE.search(folded)
        if line and number is None and not subject:
            number = printed_number(rest[line.end() :])
            if number is None:
                notices.append(_no_number(rest[line.end() :], segment.span))
            rest = rest[: line.start()].strip()
            if not rest:
                continue
            folded = folded[: len(rest)]
        if _SUBJECT.match(folded) or subject:
            subject.append(_SUBJECT.sub("", rest) if not subject else rest)
            continue
        issuer.append(rest)
    title = re.sub(r"\s+", " ", " ".join(subject)).strip(" .;") or None
    return Letterhead(tuple(issuer), number, place, issued_on, title, tuple(notices))


def _before_date(segment: Segment, at: int) -> tuple[int, str | None]:
    """Where the place begins before a date in a segment, and its name."""
    head = segment.text[:at].rstrip(" ,.")
    found = re.search(r"(?:^|[\s_|])((?:(?:TP|Tp)\.?\s*|Thành phố\s+|Tỉnh\s+|Huyện\s+|Xã\s+|Phường\s+)?(?:[A-ZĐÀ-Ỹ][\wÀ-ỹ]*[\s-]*){1,5})$", head)
    if not found:
        return at, None
    known = place_in(found.group(1))
    name = found.group(1).strip()
    return found.start(1), (name if known is None or len(name.split()) <= 5 else known.name)


def _no_number(printed: str, span: Span) -> Notice:
    if _BLANK_NUMBER.match(printed) or not printed.strip(" ._…"):
        return Notice("number_blank", "Số văn bản để trống; hãy bổ sung số, ký hiệu trước khi dùng.", span)
    return Notice("number_unreadable", f"Không đọc được số, ký hiệu “{printed.strip()[:40]}”; hãy kiểm tra bản gốc.", span)
