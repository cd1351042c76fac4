"""Organisations outside the registry of agencies: recognised by their first words, kept as printed."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extractors.agencies.predicates import stops
from extractors.document import Document, Span
from extractors.findings import AgencyMention, Evidence
from extractors.fold import slug
from extractors.responsibilities.verbs import opens_with_verb
from extractors.vocabulary import table

if TYPE_CHECKING:
    from extractors.responsibilities.values import Context

# what a body is told to do, where no entry of ``agency_stops.csv`` says it: the name ends before it
_MORE_STOPS = "cần|có trách nhiệm|chịu trách nhiệm|tập trung|tăng cường|nhận thức|đẩy mạnh|chủ động|nêu cao|trên cơ sở"
# an office holder stands for the body: "Người đứng đầu cơ sở khám chữa bệnh"
_HOLDER = re.compile(r"(?:Người đứng đầu|Thủ trưởng|Lãnh đạo|Giám đốc|Hiệu trưởng)(?: các)? ", re.IGNORECASE)
_PERSONS = re.compile(
    r"(?:các |những )?(?:cán bộ|công chức|viên chức|cá nhân|người (?!đứng đầu)|văn thư|thành viên|chủ hộ|"
    r"hộ gia đình, cá nhân|học sinh|sinh viên|giáo viên|giảng viên|đảng viên|công dân)(?!\w)",
    re.IGNORECASE,
)
_PUBLIC = re.compile(
    r"(?:các |những )?(?:tổ chức(?! chính trị)|cá nhân|hộ)(?!\w)|[^.;]*(?<!\w)cá nhân(?!\w)", re.IGNORECASE
)
# a word that ends no name: "Bổ sung quyền của |", "Ủy ban nhân dân cấp xã được |"
_OPEN_END = re.compile(r"(?<!\w)(?:của|được|bị|cho|về|với|theo|do|tại|là|thì|đã|sẽ|không|này)$")
_LONGEST = 160


@cache
def _heads() -> re.Pattern[str]:
    heads = sorted((row["head"] for row in table("organisations")), key=len, reverse=True)
    return re.compile(rf"(?:các |những )?(?:{'|'.join(map(re.escape, heads))})(?!\w)", re.IGNORECASE)


# "Tổ chức thực hiện" is work, "Trường hợp …" a condition: no body
_WORK = re.compile(r"(?:tổ chức (?:thực hiện|triển khai|thi hành)|trường hợp)(?!\w)", re.IGNORECASE)


def names_organisation(words: str, *, said: bool = False) -> bool:
    """Whether words open as the name of an organisation: "Các doanh nghiệp viễn thông".

    ``said``: they stand after "Trách nhiệm của", where the name need not open with a capital.
    """
    return (said or words[:1].isupper()) and _heads().match(words) is not None and not _WORK.match(words)


def names_persons(words: str) -> bool:
    """Whether words open as a heading of persons, who are no body: "Cán bộ, công chức", "người sử dụng"."""
    return _PERSONS.match(words) is not None


def is_public(words: str) -> bool:
    """Whether words name the public in general ("tổ chức, cá nhân"), no office and no enterprise."""
    return _PUBLIC.match(words) is not None


def as_printed(context: Context, span: Span, part: int) -> AgencyMention | None:
    """An organisation by its printed name; None where the words name none. ``score`` 0 marks it as unresolved."""
    header = context.header_at(part)
    return _printed(context.document, span, header.jurisdiction.scope if header else None)


def _printed(document: Document, span: Span, scope: str | None) -> AgencyMention | None:
    words = " ".join(span.of(document.text).split())
    head = _heads().match(words)
    if head is None or head.end() == len(words) or _WORK.match(words):
        return None
    group = words.lower().startswith(("các ", "những "))
    name = words[0].lower() + words[1:] if group else words
    return AgencyMention(
        Evidence.at(document, span), name, f"agency:{scope or 'unknown'}:{slug(name)}", is_group=group, score=0.0
    )


@cache
def _end() -> re.Pattern[str]:
    return re.compile(rf"\s(?=(?:{_MORE_STOPS}|{stops()})(?!\w))|[:;.(]", re.IGNORECASE)


def printed_at(document: Document, start: int, end: int, scope: str | None) -> AgencyMention | None:
    """The organisation whose printed name begins at a place and ends before what it is told to do, or None.

    "Các cơ sở đào tạo | chủ động …", "Người đứng đầu cơ sở khám bệnh | chịu trách nhiệm …".
    """
    text = document.text
    holder = _HOLDER.match(text, start, end)
    first = holder.end() if holder else start
    head = _heads().match(text, first, end)
    named = holder or text[first : first + 1].isupper() or text.startswith(("các ", "những "), first)
    if head is None or not named or opens_with_verb(text, first, end):
        return None
    for stop in _end().finditer(text, head.end(), min(end, head.end() + _LONGEST)):
        if text[head.end() : stop.start()].strip():
            if _OPEN_END.search(text, head.end(), stop.start()):
                return None
            return _printed(document, Span(first, stop.start()), scope)
        if not stop[0].isspace():
            return None
    return None
