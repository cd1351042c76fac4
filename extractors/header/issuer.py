"""The issuing body: from the letterhead, the deciding line, the promulgating sentence or the signature block."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.agencies import agency_id, find_agencies, similar_agency
from extractors.document import Document, Part, Span
from extractors.findings import AgencyMention, Jurisdiction
from extractors.fold import fold
from extractors.header.case import sentence_case
from extractors.header.letterhead import Letterhead
from extractors.header.segments import Segment
from extractors.header.titleblock import TitleBlock
from extractors.localities import localities
from extractors.number_signs import token
from extractors.numbers import DocumentNumber
from extractors.places import Place, find_place, place_in
from extractors.unit_kinds import LOCAL_KINDS

CENTRAL_LEVEL = "central"
_PROMULGATION = 6000
# "Ủy ban nhân dân tỉnh Lai Châu ban hành kế hoạch", "Bộ trưởng Bộ Công Thương ban hành Thông tư", "… có ý kiến như sau"
_PROMULGATES = re.compile(
    r"\s*(?:ban hành|xây dựng [Kk]ế hoạch|quyết định|quyết nghị|kết luận|có ý kiến (?:như sau|về)|trả lời|điện\s*:)"
)
_NOT_SUBJECT = re.compile(r"(?:của|do|được|tại|về|và|theo) $")
# "BỘ TÀI CHÍNH - BỘ NỘI VỤ", on one line
_JOINED = re.compile(r"\w\s*[-–]\s*BỘ ")
# "TM. ỦY BAN NHÂN DÂN TỈNH"
_ON_BEHALF = re.compile(r"(?:TM|T/M)\s?[.]?\s*([^\n|]+)")
# Between the parts of a number: "6386/BVHTTDL-KHCNĐTMT"
_SEPARATOR = re.compile(r"[/-]")
# "(Ban hành kèm theo Quyết định số … của Ủy ban nhân dân tỉnh Lai Châu)"
_NOTE_OF = re.compile(r"\bcủa\s+(.+?)\s*\)?\s*$", re.DOTALL)
_LOCAL = ("uy ban nhan dan", "hoi dong nhan dan", "thuong truc hoi dong")


# "CỤC THUẾ TP HÀ NỘI 6055 /CT-TTHT": a scan ran the number line on
_NUMBER_BESIDE = re.compile(r"\s+\S{0,8}\s?/[A-ZĐa-zđ]{2,6}-[A-ZĐa-zđ].*$")


@dataclass(frozen=True, slots=True)
class Issuer:
    """The body: canonical full name, id of the agency, and the place whose body it is (null: central, or unknown)."""

    name: str | None = None
    id: str | None = None
    place: Place | None = None


def read_issuer(
    document: Document, part: Part, letter: Letterhead, head: list[Segment], block: TitleBlock | None
) -> Issuer:
    """The issuer of the main document, from the first source that names one."""
    on = letter.issued_on
    here = _place(document, part, letter)
    printed = _from_lines(letter.issuer_lines, here, on)
    if printed.name:
        return printed
    authority = [head[n].text for n in block.authority] if block else []
    note = " ".join(head[n].text for n in block.note) if block else ""
    found = _NOTE_OF.search(note)
    for words in (" ".join(authority), found.group(1) if found else ""):
        named = _from_words(words, here, on)
        if named.name:
            return named
    return _from_body(document, part, here, on)


def issuer_of_bodies(bodies: tuple[AgencyMention, ...], on: str | None) -> Issuer:
    """The issuer that several bodies are together ("Bộ Chính trị; Ban Bí thư"); its id is the first one's."""
    first = _issuer(bodies[0], bodies[0].agency, on)
    return Issuer("; ".join(b.agency for b in bodies), first.id, first.place)


def issuer_of_sign(number: DocumentNumber | None) -> Issuer:
    """The central body that a number's sign names: "6386/BVHTTDL-KHCNĐTMT", where nothing else tells the issuer."""
    parts = _SEPARATOR.split(str(number))[1:] if number else []
    named = [t for t in (token(part, "issuer")[0] for part in parts) if t.issuer and t.level == CENTRAL_LEVEL]
    found = find_agencies(named[0].issuer or "") if len(named) == 1 else ()
    return _issuer(found[0], found[0].agency, None) if len(found) == 1 else Issuer()


def _place(document: Document, part: Part, letter: Letterhead) -> Place | None:
    """The place that the document speaks from: its địa danh, else the province of the body that promulgates it."""
    lines = place_in(" ".join(letter.issuer_lines), letter.issued_on)
    if lines:
        return lines
    if letter.place:
        return find_place(letter.place, letter.issued_on) or _province_of(letter)
    body = document.text[part.head.start : part.head.end + _PROMULGATION]
    named = [m for m in find_agencies(body) if m.place and fold(m.agency).startswith(_LOCAL)]
    return find_place(named[0].place, letter.issued_on) if named and named[0].place else None


# "ỦY BAN NHÂN DÂN | HUYỆN THAN UYÊN"
_UNIT = re.compile(rf"(?:{'|'.join(LOCAL_KINDS)}) [^|]+$", re.IGNORECASE)


def _province_of(letter: Letterhead) -> Place | None:
    """The province of the district or commune in a letterhead, where only one province has one of that name."""
    unit = _UNIT.search(" ".join(letter.issuer_lines).strip(" -–|_"))
    found = localities(unit.group(), letter.issued_on) if unit else ()
    provinces = {one.province for one in found}
    return find_place(provinces.pop(), letter.issued_on) if len(provinces) == 1 else None


def _jurisdiction(place: Place | None, on: str | None) -> Jurisdiction:
    return Jurisdiction(place.scope, place.name, place.kind, on) if place else Jurisdiction(on=on)


# "ỦY BAN NHÂN DÂN TỈNH NINH BÌNH" / "VĂN PHÒNG": whose office it is stands above it
_OFFICE = re.compile(r"(.{4,120}?)[\s–|-]+VĂN PHÒNG", re.IGNORECASE)


def _office(words: str, here: Jurisdiction, on: str | None) -> Issuer:
    """The office of the body above it, where the letterhead's last line says no more than that it is one."""
    office = _OFFICE.fullmatch(words)
    owners = find_agencies(office[1], here) if office else ()
    if office is None or len(owners) != 1 or owners[0].span != Span(0, len(office[1])):
        return Issuer()
    owner = _issuer(owners[0], office[1], on)
    name = f"Văn phòng {owner.name}"
    named = find_agencies(name, here)
    if named and named[0].quote == name:
        return _issuer(named[0], words, on)
    return Issuer(name, agency_id(owners[0].id.split(":")[1], name), owner.place)


def _from_lines(lines: tuple[str, ...], here: Place | None, on: str | None) -> Issuer:
    """The last body of the letterhead: above it stands its superior ("BỘ TÀI CHÍNH" / "CỤC THUẾ")."""
    lines = tuple(_NUMBER_BESIDE.sub("", line) for line in lines)
    words = " ".join(" ".join(lines).split()).strip(" -–|_")
    if not words:
        return Issuer()
    own = place_in(words, on)
    office = _office(words, _jurisdiction(own or here, on), on)
    if office.name:
        return office
    mentions = find_agencies(words, _jurisdiction(own or here, on))
    joint = [m for m in mentions if m.level == "trung ương" and m.agency.startswith("Bộ ")]
    if len(joint) > 1 and all(m in joint for m in mentions) and _JOINED.search(words):
        return Issuer("; ".join(m.agency for m in joint), joint[0].id, None)
    last = mentions[-1] if mentions else None
    if last and len(words) - last.span.end <= 3 and not last.is_group:
        return _issuer(last, words, on)
    return _issuer_of_line(lines[-1].strip(" -–|_"), words, on)


def _issuer_of_line(line: str, words: str, on: str | None) -> Issuer:
    """A body that no rule knows: its line in sentence case; a department of the Party's centre says so in its name."""
    if "ban chap hanh trung uong" in fold(words) and line != words:
        listed = find_agencies(f"{line} TRUNG ƯƠNG")
        if listed:
            return Issuer(listed[0].agency, listed[0].id, None)
    damaged = similar_agency(line, Jurisdiction(on=on))
    if damaged:
        return Issuer(damaged.agency, damaged.id, find_place(damaged.place, on) if damaged.place else None)
    name = sentence_case(line, "")
    return Issuer(name, None, place_in(name, on))


def _issuer(mention: AgencyMention, words: str, on: str | None) -> Issuer:
    name = mention.agency
    if (
        mention.id.endswith(("trung-uong-ddang",)) is False
        and "ban chap hanh trung uong " in fold(words)
        and "rung ương" not in name
    ):
        return _issuer_of_line(mention.quote, words, on)
    place = find_place(mention.place, on) if mention.place and mention.level != "trung ương" else None
    return Issuer(name, mention.id, place)


def _from_words(words: str, here: Place | None, on: str | None) -> Issuer:
    mentions = find_agencies(words, _jurisdiction(here, on)) if words else ()
    return _issuer(mentions[0], words, on) if mentions and not mentions[0].is_group else Issuer()


# "TL. BỘ TRƯỞNG", "KT. BỘ TRƯỞNG": signed for a minister, whose ministry the text names where it speaks itself
_FOR_MINISTER = re.compile(r"(?:^|[\n|])\s*(?:TL|KT|TUQ)\.\s?BỘ TRƯỞNG")
_SPEAKS = re.compile(r"^(Bộ [^\n.;:]{4,60}?) (?:thông báo|yêu cầu|đề nghị|trân trọng)(?!\w)", re.MULTILINE)


def _speaking_ministry(text: str, on: str | None) -> Issuer:
    """The one ministry that opens a paragraph by what it tells or asks ("Bộ Công Thương thông báo …")."""
    found = [m for said in _SPEAKS.finditer(text) for m in find_agencies(said.group(1), Jurisdiction(on=on))]
    names = {m.agency for m in found}
    return _issuer(found[0], text, on) if len(names) == 1 and names.pop().startswith("Bộ ") else Issuer()


def _from_body(document: Document, part: Part, here: Place | None, on: str | None) -> Issuer:
    """The body that promulgates in the first sentences ("… ban hành kế hoạch"), else the one of the signature."""
    start = part.head.start
    text = document.text[start : min(part.span.end, part.head.end + _PROMULGATION)]
    mentions = [m for m in find_agencies(text, _jurisdiction(here, on)) if not m.is_group]
    for mention in mentions:
        subject = not _NOT_SUBJECT.search(text[: mention.span.start])
        if mention.span.start >= part.head.end - start and subject and _PROMULGATES.match(text, mention.span.end):
            return _issuer(mention, text, on)
    closing = document.text[max(part.head.end, part.span.end - 1500) : part.span.end]
    ministry = _speaking_ministry(document.quote(part.span), on) if _FOR_MINISTER.search(closing) else Issuer()
    if ministry.name:
        return ministry
    signed = _ON_BEHALF.search(closing)
    named = _from_words(signed.group(1), here, on) if signed else Issuer()
    return named if named.name and (named.place or (named.id and ":trung-uong:" in named.id)) else Issuer()
