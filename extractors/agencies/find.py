"""Mentions of agencies in a text: registry, groups, enumerations, other proper bodies; maximal and not overlapping."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import NamedTuple

from extractors.agencies.bodies import bodies, body_openings
from extractors.agencies.committees import party_groups, party_words
from extractors.agencies.compact import Compact, compact
from extractors.agencies.groups import (
    general_groups,
    general_openings,
    government_bodies,
    government_openings,
    group_name,
    is_one_body,
    local_groups,
    local_openings,
    role_bodies,
    role_openings,
    unit_groups,
    unit_openings,
)
from extractors.agencies.lists import enumeration_openings, enumerations
from extractors.agencies.members import member_groups, member_words, no_bodies, no_body_words
from extractors.agencies.names import Named, grouped, named, spaced
from extractors.agencies.offices import office_before
from extractors.agencies.openings import Openings
from extractors.agencies.registry import (
    CENTRAL_LEVEL,
    COMPANY_LEVEL,
    LOCAL_REGION_LEVEL,
    REGION_LEVEL,
    Agency,
    abbreviations,
    by_key,
    occurrences,
)
from extractors.agencies.suffix import Suffix, read_numeral, read_suffix
from extractors.document import Span
from extractors.findings import AgencyMention, Evidence, Jurisdiction
from extractors.vocabulary import UPPER

_NOWHERE = Jurisdiction()


class _Candidate(NamedTuple):
    """A possible mention in compact positions; ``rank`` breaks ties of position (smaller wins).

    ``name`` says what it is called: asked of the chosen ones alone. ``placed``: a place ends the name.
    """

    start: int
    end: int
    rank: int
    name: Callable[[], Named]
    placed: bool = False


_Starts = Mapping[str, Sequence[int]]


def find_agencies(text: str, jurisdiction: Jurisdiction = _NOWHERE, offset: int = 0) -> tuple[AgencyMention, ...]:
    """The agencies named in a text, in text order, maximal and not overlapping; a group is one mention.

    ``offset`` is where ``text`` begins in the document: spans are the document's. ``jurisdiction`` says whose "UBND
    tỉnh" is meant. An office holder ("Giám đốc các Sở") is a mention of the agency with ``office`` set; the span holds
    the office too.
    """
    if not text:
        return ()
    form = compact(text)
    starts = openings().places(form)
    registered = list(_registered(form, jurisdiction))
    if not starts and not registered:
        return ()
    none = no_bodies(form) if "none" in starts else ()
    found: list[AgencyMention] = []
    floor = 0
    for candidate in _chosen(_candidates(form, jurisdiction, starts, registered), none):
        found.append(_mention(form, candidate, offset, floor))
        floor = candidate.end
    return tuple(found)


@cache
def openings() -> Openings:
    """The words that open each grammar of names, or stand in all of its matches."""
    return Openings(
        {
            "government": government_openings(),
            "local": local_openings(),
            "unit": unit_openings(),
            "general": general_openings(),
            "member": member_words(),
            "party": party_words(),
            "enumeration": enumeration_openings(),
            "role": role_openings(),
            "body": body_openings(),
            "none": no_body_words(),
        }
    )


def _chosen(candidates: Iterator[_Candidate], none: Sequence[tuple[int, int]]) -> Iterator[_Candidate]:
    """Those that begin first, the longest of several at one place; none in the ranges that name no body."""
    past = 0
    for candidate in sorted(candidates, key=lambda c: (c.start, -c.end, c.rank)):
        start = candidate.start
        if start >= past and not (none and any(first <= start < end for first, end in none)):
            yield candidate
            past = candidate.end


def _candidates(
    form: Compact, here: Jurisdiction, starts: _Starts, registered: Sequence[_Candidate]
) -> Iterator[_Candidate]:
    """All that may be a mention, several of them at one place."""
    ends = {c.start: c.end for c in registered}
    yield from registered
    yield from _groups(form, here, starts, ends)
    if "enumeration" in starts:
        yield from _enumerated(form, here, starts["enumeration"])
    if "body" not in starts:
        return
    closed = {c.start: c.end for c in registered if c.placed or form.raw.startswith(_DEPARTMENTS, c.start)}
    for body in bodies(form, here.on, starts["body"], closed):
        name = form.raw[body.start : body.name_end]
        if body.start in ends and _closed(name, form.raw[ends[body.start] : body.name_end], body.suffix):
            continue
        level = CENTRAL_LEVEL if _OF_THE_CENTRE.search(name) else body.level
        agency = Agency(name, level, True, None, None)
        yield _Candidate(body.start, body.suffix.end, 4, partial(named, agency, body.suffix, here, as_printed=True))


# Groups that may have an owner: "các đơn vị | thuộc Bộ"
_OWNED_GROUPS = (
    ("unit", unit_groups), ("general", general_groups), ("member", member_groups), ("party", party_groups),
)  # fmt: skip


def _groups(form: Compact, here: Jurisdiction, starts: _Starts, ends: dict[int, int]) -> Iterator[_Candidate]:
    """Those named by common nouns; ``ends``: of the registered names, by their beginnings."""
    for start, end in government_bodies(form, starts["government"]) if "government" in starts else ():
        yield _Candidate(start, end, 0, partial(grouped, "các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ", here))
    for start, end in local_groups(form, starts["local"]) if "local" in starts else ():
        yield _Candidate(start, end, 0, partial(_group, form.raw[start:end], here))
    for grammar, read in _OWNED_GROUPS:
        for start, end in read(form, starts[grammar]) if grammar in starts else ():
            whole = _with_owner(form, end, ends)
            yield _Candidate(start, whole, 3, partial(_group_or_one, form.raw[start:whole], here))
    for start, end, many in role_bodies(form, starts["role"]) if "role" in starts else ():
        yield _Candidate(start, end, 3, partial(_role, form.raw[start:end], here, many))


def _group(words: str, here: Jurisdiction) -> Named:
    return grouped(spaced(group_name(words)), here)


def _group_or_one(words: str, here: Jurisdiction) -> Named:
    many = _group(words, here)
    return replace(many, is_group=False) if is_one_body(many.agency) else many


def _role(words: str, here: Jurisdiction, many: bool) -> Named:
    return replace(grouped(group_name(words), here), is_group=many)


def _enumerated(form: Compact, here: Jurisdiction, starts: Sequence[int]) -> Iterator[_Candidate]:
    for _, _, items in enumerations(form, starts):
        for item in items:
            suffix = read_suffix(form, item.end, here.on) if item is items[-1] else Suffix(item.end)
            suffix = suffix if suffix.words is None else Suffix(item.end)
            yield _Candidate(item.start, max(item.end, suffix.end), 1, partial(named, item.agency, suffix, here))


# "Ban chỉ đạo phòng thủ dân sự quốc gia", "Cổng Thông tin điện tử Bộ Y tế"; not "Chương trình mục tiêu quốc gia"
_OF_THE_CENTRE = re.compile(
    rf"(?:(?<!mục tiêu )quốc gia|[Tt]rung ương|Việt Nam|Chính phủ|Quốc hội)$|(?<!Cán )\bBộ (?!Tư lệnh|Chỉ huy)[{UPPER}]"
)
# "các đơn vị | thuộc Bộ", "các cơ quan | của Quốc hội": whose a group is
_OWNED = re.compile(r" (?:(?:thuộc(?:,| và|/) ?)?trực thuộc|thuộc|của) |(?<=trực thuộc) ")
_OWNER = re.compile(rf"(?:Bộ|Sở|Tổng cục|Cục|Ban|Văn phòng)(?!\w)(?! [{UPPER}])")


def _with_owner(form: Compact, end: int, registered: dict[int, int]) -> int:
    """The end of a group with the body that it belongs to, where that follows."""
    owned = _OWNED.match(form.low, end)
    if owned is None:
        return end
    owner = _OWNER.match(form.raw, owned.end())
    return registered.get(owned.end(), owner.end() if owner else end)


_DEPARTMENTS = ("Sở ", "Bộ ")


def _closed(name: str, more: str, suffix: Suffix) -> bool:
    """Whether a name of the registry is complete: what grammar adds to it is no part of a name.

    Grammar may add words with a capital ("Văn phòng Ban Chỉ huy"), or ones that a place ends ("Trung tâm Y tế dự phòng
    tỉnh"); never to a department or ministry.
    """
    return name.startswith(_DEPARTMENTS) or name.isupper() or (suffix.empty and more == more.lower())


def _registered(form: Compact, here: Jurisdiction) -> Iterator[_Candidate]:
    for start, end, found in occurrences(form):
        if not _verified(form, start, end):
            continue
        suffix = read_suffix(form, end, here.on)
        if suffix.empty and form.raw[start:end] in _INSURANCE:
            continue  # the insurance, or whatever office runs it; "bảo hiểm xã hội tỉnh" is the body
        agency = _choose(by_key()[found], suffix, here)
        if agency is None:
            continue
        if agency.level in (REGION_LEVEL, LOCAL_REGION_LEVEL):
            suffix = read_numeral(form, end, here.on)
        if agency.central and not (agency.level == COMPANY_LEVEL and suffix.place):
            suffix = Suffix(end)
        if suffix.empty and agency.name in _COUNCILS:
            suffix = _shared_suffix(form, end, here.on)
        offices = form.low.endswith("các ", 0, start) and agency.name.startswith(_OFFICES_OF)
        many = _MANY.search(form.low, start - 4, start) if offices else None
        whole = max(end, suffix.end)
        if many:
            yield _Candidate(many.start(), whole, 2, partial(_group, form.raw[many.start() : whole], here))
        else:
            placed = whole > end and agency.level not in (REGION_LEVEL, LOCAL_REGION_LEVEL)
            yield _Candidate(start, whole, 2, partial(named, agency, suffix, here), placed)


_COUNCILS = ("Ủy ban nhân dân", "Hội đồng nhân dân", "Thường trực Hội đồng nhân dân", "Đoàn đại biểu Quốc hội")
_NEXT_COUNCIL = re.compile(
    r"(?:, | và |/)(?:thường trực )?(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd|hội đồng nhân dân|hđnd|"
    r"ủy ban mặt trận tổ quốc(?: việt nam)?|ủy ban mttq(?: việt nam)?)"
)
# "các Chi nhánh Văn phòng đăng ký đất đai", "Giám đốc các Trung tâm Y tế": all bodies of that name
_OFFICES_OF = ("Chi nhánh", "Chi cục", "Trung tâm", "Trạm", "Phòng", "Trường", "Bệnh viện", "Hạt", "Văn phòng")
_MANY = re.compile(r"(?<!\w)các $")


def _shared_suffix(form: Compact, end: int, on: str | None) -> Suffix:
    """The place after the council that follows: "Hội đồng nhân dân, Ủy ban nhân dân thành phố Hải Phòng"."""
    following = _NEXT_COUNCIL.match(form.low, end)
    if following is None:
        return Suffix(end)
    suffix = read_suffix(form, following.end(), on)
    return suffix._replace(end=end) if suffix.place or suffix.kind else Suffix(end)


def _choose(agencies: tuple[Agency, ...], suffix: Suffix, here: Jurisdiction) -> Agency | None:
    """The row that fits what follows the name: a local body with a place after it, a central one without.

    Before the day on which the centre got a body of the name, the name alone is the province's ("Cục Thuế" in 2021);
    one that stands alone for both is that of the text's own level ("Bộ đội Biên phòng").
    """
    if len(agencies) == 1:
        return agencies[0] if agencies[0].bare or not suffix.empty else None
    local = [a for a in agencies if not a.central]
    central = [a for a in agencies if a.central]
    if suffix.empty:
        if local and central and all(a.begins_after(here.on) for a in central):
            return local[0]
        own = (*local, *central) if here.place else (*central, *local)
        return next((a for a in own if a.bare), None)
    return (local or central)[0]


_INSURANCE = ("bảo hiểm xã hội", "Cơ quan bảo hiểm xã hội")
_NO_NAME_BEFORE = ("phi ", "liên ", "cơ ", "nguyên ")
# "Luật Thanh tra số 56/2010/QH12", "Sổ địa chính": folded like a Sở; "Téng cục Thuế": a Tổng cục that a scan damaged
_NOT_OFFICE = re.compile(r"(?<!\w)(?:thanh tra số$|sổ |t[eéê]ng cục )")
_FIRST_WORD = re.compile(r"[\w&.]+")
_ALL_LOWER = ("uy ban nhan dan", "tinh uy", "thanh uy", "huyen uy", "ubnd", "kho bac", "bao hiem xa hoi")


def _verified(form: Compact, start: int, end: int) -> bool:
    """Whether the source has the capitals of a name, and no word that makes it something else ("phi Chính phủ")."""
    raw, low = form.raw[start:end], form.low
    if form.inside_number(start, end):
        return False
    if " " not in raw and raw.isalpha() and raw not in abbreviations():
        return len(raw) > 4 and raw[:1].isupper()
    if raw == low[start:end] and not form.folded[start:end].startswith(_ALL_LOWER):
        return False
    if (
        low.endswith(_NO_NAME_BEFORE, 0, start)
        or form.raw.endswith("Luật ", 0, start)
        or _NOT_OFFICE.search(form.low, max(0, start - 5), end)
    ):
        return False
    first = _FIRST_WORD.match(raw)
    if first and first.group()[0].islower() and not any(c.isupper() for c in raw[len(first.group()) :]):
        return form.folded[start:end].startswith(_ALL_LOWER)
    return not (form.folded[start:end].endswith((" uy", "tinh uy")) and low[end : end + 4] in (" ban", " viê"))


def _mention(form: Compact, chosen: _Candidate, offset: int, floor: int) -> AgencyMention:
    """The mention of a candidate with its office, which begins at ``floor`` at the earliest."""
    office = office_before(form, chosen.start)
    start, title = office if office and office[0] >= floor else (chosen.start, None)
    first, end = form.source(start), form.end(chosen.end)
    evidence = Evidence(Span(first + offset, end + offset), form.text[first:end])
    found = chosen.name()
    return AgencyMention(evidence, found.agency, found.id, found.is_group, found.level, found.place, title)
