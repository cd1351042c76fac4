"""The office of the issuing body, named without it: "Chánh Văn phòng," in a bank's circular, "Chánh Văn phòng Bộ"."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.agencies import agency_id, find_agencies
from extractors.document import Document, Span
from extractors.findings import AgencyMention, Evidence, Jurisdiction

# "Chánh Văn phòng, Vụ trưởng …", "Chánh Văn phòng và Thủ trưởng …": whose is not said
_ALONE = re.compile(
    r"(?<!Phó )(?<!\w)[Cc]hánh Văn phòng(?=\s*[,;]| và (?:Thủ trưởng|Giám đốc|các|Vụ trưởng|Cục trưởng))"
)
# whose is not said: "báo cáo | Đảng ủy | (qua Văn phòng Đảng ủy)", "trình | Bộ trưởng | trước ngày 28 hằng tháng"
_GOES_ON = (
    r"(?=\s*[,;.:(/]|$| (?:về|trước|qua|xem xét|cho|để|theo|lãnh đạo|chỉ đạo|ban hành|phê duyệt|giao|quyết định|"
    r"yêu cầu|tại|kết quả|và)(?!\w))"
)
_BARE = {
    "Đảng ủy": re.compile(rf"(?<![Tt]hư )(?<!\w)Đảng (?:ủy|uỷ){_GOES_ON}"),
    "Bộ ": re.compile(rf"(?:(?<=báo cáo )|(?<=[Tt]rình ))Bộ trưởng{_GOES_ON}"),
    "Ngân hàng Nhà nước": re.compile(rf"(?:(?<=báo cáo )|(?<=[Tt]rình ))Thống đốc{_GOES_ON}"),
}
_LINK = re.compile(r"\s*(?:[,;]|và(?!\w))\s*")
_OF_MINISTRY = re.compile(r"(?:Chánh |Lãnh đạo )?[Vv]ăn phòng Bộ")
# councils and their committees: the office that serves them has a name of its own
_OTHERS = ("Hội đồng nhân dân", "Thường trực Hội đồng", "Quốc hội", "Ủy ban Thường vụ", "Chủ tịch nước", "Ban ")
_GOVERNMENT = ("Chính phủ", "Thủ tướng Chính phủ")


def with_offices(
    document: Document, span: Span, found: tuple[AgencyMention, ...], issuer: str | None, here: Jurisdiction
) -> tuple[AgencyMention, ...]:
    """The mentions in ``span``, the issuing body's own office under its full name."""
    may_stand = document.text.find("hánh Văn phòng", span.start, span.end) >= 0
    alone = [Span(*m.span()) for m in _ALONE.finditer(document.text, span.start, span.end)] if may_stand else []
    ministry = any(_OF_MINISTRY.fullmatch(mention.quote) for mention in found)
    office = _office(issuer, here) if issuer and (alone or ministry) else None
    if issuer is None or office is None:
        return found
    if issuer.startswith("Bộ "):
        found = tuple(_called(m, office) if _OF_MINISTRY.fullmatch(m.quote) else m for m in found)
    found = tuple(_without_office(document, m, alone) for m in found)
    free = [at for at in alone if not any(m.span.start < at.end and at.start < m.span.end for m in found)]
    added = (_called(replace(office, evidence=Evidence.at(document, at)), office) for at in free)
    return tuple(sorted((*found, *added), key=lambda mention: mention.span.start))


def with_issuer(
    document: Document, span: Span, found: tuple[AgencyMention, ...], issuer: str | None, here: Jurisdiction
) -> tuple[AgencyMention, ...]:
    """The mentions in ``span``, with the issuing body where it is named by a word alone ("Đảng ủy", "Bộ trưởng")."""
    named = next((name for head, name in _BARE.items() if issuer and issuer.startswith(head)), None)
    if issuer is None or named is None:
        return found
    bare = [Span(*m.span()) for m in named.finditer(document.text, span.start, span.end)]
    free = [at for at in bare if not any(m.span.start < at.end and at.start < m.span.end for m in found)]
    own = find_agencies(issuer, here) if free else ()
    if len(own) != 1 or own[0].quote != issuer:
        return found
    added = (replace(own[0], evidence=Evidence.at(document, at)) for at in free)
    return tuple(sorted((*found, *added), key=lambda mention: mention.span.start))


def _office(issuer: str, here: Jurisdiction) -> AgencyMention | None:
    """The office of a body, by the name that the registry or grammar gives it."""
    if issuer.startswith(_OTHERS):
        return None
    name = "Văn phòng Chính phủ" if issuer in _GOVERNMENT else f"Văn phòng {issuer}"
    named, owner = find_agencies(name, here), find_agencies(issuer, here)
    if named and named[0].quote == name:
        return named[0]
    scope = owner[0].id.split(":")[1] if owner and owner[0].quote == issuer else None
    place = Evidence(Span(0, 0), "")
    return AgencyMention(place, name, agency_id(scope, name), level=owner[0].level) if scope else None


def _without_office(document: Document, mention: AgencyMention, alone: list[Span]) -> AgencyMention:
    """The next body's mention without the office before it: "Chánh Văn phòng, | Giám đốc Sở Tài chính"."""
    office = next((at for at in alone if at.start == mention.span.start and at.end < mention.span.end), None)
    if office is None:
        return mention
    words = _LINK.match(document.text, office.end, mention.span.end)
    start = words.end() if words else office.end
    return replace(mention, evidence=Evidence.at(document, Span(start, mention.span.end)))


def _called(mention: AgencyMention, office: AgencyMention) -> AgencyMention:
    """The mention as the office's."""
    return replace(mention, agency=office.agency, id=office.id, is_group=False, level=office.level, place=office.place)
