"""Names of addressees that grammar completes: deputies by name, provinces that are told something, abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.agencies import agency_id
from extractors.document import Document, Span
from extractors.findings import AgencyMention, Evidence, Jurisdiction
from extractors.vocabulary import UPPER

# "Phó Thủ tướng Chính phủ | Trần Hồng Hà": the deputy's own name
_PERSON = re.compile(rf"(?: [{UPPER}]\w+){{2,5}}")
# "Tỉnh cần …", "thành phố Đà Nẵng cần …", "Thành phố chủ động …": a province as the one addressed
_LOCALITY = re.compile(
    rf"(?:(?<=[,:;.\n] )|(?<=\n)|^)(?:(?:[Tt]ỉnh|[Tt]hành phố)(?: [{UPPER}]\w+){{2,4}}|Tỉnh|Thành phố|"
    rf"(?:[Tt]ỉnh|[Tt]hành phố) Huế)"
    r"(?= (?:cần|phải|chủ động|tiếp tục|tập trung|khẩn trương|có trách nhiệm|tích cực|rà soát|xây dựng|chỉ đạo|"
    r"quan tâm|đẩy mạnh|tăng cường|phối hợp|chủ trì|thực hiện|nghiên cứu)(?!\w))"
)
# which communes a group means: "UBND các xã, phường | : Mỹ Lộc, Trường Thi và Hoa Lư |"
_UNITS = ("xã", "phường", "đặc khu", "thị trấn", "huyện", "quận", "thị xã")
_UNIT_NAME = rf"[{UPPER}]\w*(?:[ -][{UPPER}\d]\w*){{0,4}}"
_AND_UNIT = rf"(?:,| và|, và) (?:(?:các )?(?:{'|'.join(_UNITS)}) )?{_UNIT_NAME}"
_UNIT_NAMES = re.compile(rf"\s*(?P<mark>:)?\s+(?P<names>{_UNIT_NAME}(?:{_AND_UNIT}){{1,80}})")
# which of them, by where they lie: "UBND các xã, phường | ven biển |", "UBND các xã | có rừng |"
_UNIT_KIND = re.compile(
    r"(?:,? (?:và )?(?:ven (?:biển|sông)|miền núi|vùng (?:cao|biên giới|trũng|đồng bào dân tộc thiểu số)|biên giới|"
    r"hải đảo|có (?:rừng|biển|biên giới|tàu cá)|trọng điểm|trên tuyến|khu vực biên giới)(?!\w))+"
)
_SHORT = re.compile(r"(?<!\w)[A-ZĐ]{2,8}(?!\w)")
_CENTRE = "trung-uong"


def with_deputies(document: Document, found: tuple[AgencyMention, ...]) -> tuple[AgencyMention, ...]:
    """The mentions, a deputy of the Prime Minister with the name that follows instead of the Prime Minister."""
    return tuple(_deputy(document, m) if m.quote.startswith("Thủ tướng") else m for m in found)


def _deputy(document: Document, mention: AgencyMention) -> AgencyMention:
    text, span = document.text, mention.span
    if not text.endswith("Phó ", max(span.start - 4, 0), span.start):
        return mention
    person = _PERSON.match(text, span.end)
    whole = Span(span.start - 4, person.end() if person else span.end)
    name = " ".join(whole.of(text).split())
    return replace(mention, evidence=Evidence.at(document, whole), agency=name, id=agency_id(_CENTRE, name))


def with_units(document: Document, found: tuple[AgencyMention, ...]) -> tuple[AgencyMention, ...]:
    """The mentions, groups of communes with the names that say which: "UBND các xã: Mường Kim, Than Uyên"."""
    if not any(mention.is_group and mention.quote.endswith(_UNITS) for mention in found):
        return found
    ends = [*(mention.span.start for mention in found[1:]), len(document.text)]
    return tuple(_with_units(document, mention, end) for mention, end in zip(found, ends, strict=True))


def _with_units(document: Document, mention: AgencyMention, end: int) -> AgencyMention:
    """A group with the words behind it that say which, no other body's name among them (that begins at ``end``)."""
    if not (mention.is_group and mention.quote.endswith(_UNITS)):
        return mention
    text, past = document.text, mention.span.end
    named = _UNIT_NAMES.match(text, past, end) or _UNIT_KIND.match(text, past, end)
    if named is None:
        return mention
    name = mention.agency + (" " if named[0].lstrip()[0].isalpha() else "") + " ".join(named[0].split())
    whole = Span(mention.span.start, named.end())
    return replace(
        mention, evidence=Evidence.at(document, whole), agency=name, id=agency_id(mention.id.split(":")[1], name)
    )


def localities(document: Document, span: Span, here: Jurisdiction) -> Iterator[AgencyMention]:
    """The provinces that a central body's text tells to do something."""
    if here.scope != _CENTRE:
        return
    for found in _LOCALITY.finditer(document.text, span.start, span.end):
        name = found[0][0].lower() + found[0][1:]
        if " " not in name.removeprefix("thành phố"):
            named = set(re.findall(rf"(?<!\w){name}(?: [{UPPER}]\w+){{2}}(?! [{UPPER}])", document.text))
            name = min(named) if len(named) == 1 else name
        place = Evidence.at(document, Span(*found.span()))
        yield AgencyMention(place, name, agency_id(_CENTRE, name), level="tỉnh")


def written_out(mention: AgencyMention, known: dict[str, str]) -> AgencyMention:
    """A group with the abbreviations in its name written out: "các cơ sở KCB" -> "các cơ sở khám chữa bệnh"."""
    if not (mention.is_group or mention.score == 0) or not known:
        return mention
    name = _SHORT.sub(lambda short: known.get(short[0], short[0]), mention.agency)
    if name == mention.agency:
        return mention
    return replace(mention, agency=name, id=agency_id(mention.id.split(":")[1], name))
