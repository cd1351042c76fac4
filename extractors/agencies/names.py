"""The canonical name and id of an agency: what it is called in full, with the place that makes it that one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from extractors.agencies.registry import (
    CENTRAL_LEVEL,
    LOCAL_REGION_LEVEL,
    PARTY_LEVEL,
    PROVINCE_LEVEL,
    REGION_LEVEL,
    Agency,
)
from extractors.agencies.suffix import Suffix
from extractors.findings import Jurisdiction
from extractors.fold import slug
from extractors.identity import CENTRAL, UNKNOWN
from extractors.localities import Locality, by_scope
from extractors.places import Place, find_place
from extractors.unit_kinds import COMMUNE_KINDS, DISTRICT_KINDS


@dataclass(frozen=True, slots=True)
class Named:
    """An agency as a finding names it; ``place`` is the bare name of its province."""

    agency: str
    id: str
    is_group: bool
    level: str | None
    place: str | None


@lru_cache(maxsize=8192)
def agency_id(scope: str | None, name: str) -> str:
    """The id of an agency: ``agency:lai-chau:so-tai-chinh``."""
    return f"agency:{scope or UNKNOWN}:{slug(name)}"


def addressed(here: Jurisdiction, kind: str | None = None) -> Jurisdiction:
    """A central text's jurisdiction as its words about local bodies mean it: the one province that it addresses.

    ``kind`` is what the text calls the unit: "UBND tỉnh" in a letter to thành phố Đà Nẵng is not the city's.
    """
    place = find_place(here.about, here.on) if here.about and here.place is None else None
    if place is None or (kind in ("tỉnh", "thành phố") and kind != place.kind):
        return here
    return Jurisdiction(place.scope, place.name, place.kind, here.on)


# Groups of the whole country, whatever place the text speaks from.
_NATIONAL = re.compile(r"ngang bộ|các tỉnh, thành phố|^(?:các )?bộ\b|trung ương|cả nước", re.IGNORECASE)

# Groups that lie in one province: "các sở, ngành", "UBND cấp xã", "các ban, ngành tỉnh"
_OF_A_PROVINCE = re.compile(r"\b(?:(?<!cơ )(?<!trụ )sở|xã(?! hội)|phường|đặc khu)\b|\btỉnh$", re.IGNORECASE)


@lru_cache(maxsize=4096)
def grouped(name: str, here: Jurisdiction) -> Named:
    """A group, which belongs to the place that the text speaks from, or to the centre ("các bộ, cơ quan ngang bộ")."""
    if _NATIONAL.search(name):
        return Named(name, agency_id(CENTRAL, name), True, CENTRAL_LEVEL, None)
    if _OF_A_PROVINCE.search(name):
        here = addressed(here, name.rsplit(" ", 1)[-1])
    return Named(name, agency_id(here.scope, name), True, None, here.place)


def named(agency: Agency, suffix: Suffix, here: Jurisdiction, *, as_printed: bool = False) -> Named:
    """A single agency: the printed place after its name, else the document's own.

    ``as_printed``: the name is no row of the registry, and a bare place in it is kept as it stands ("Trường Đại học
    Công nghiệp Hà Nội").
    """
    name = spaced(agency.name)
    if agency.central or agency.level in (REGION_LEVEL, LOCAL_REGION_LEVEL):
        of = _of_a_region if agency.level == LOCAL_REGION_LEVEL else _of_the_centre
        return of(name, agency, suffix, here)
    if suffix.words or suffix.kind or agency.level == PROVINCE_LEVEL:
        here = addressed(here, suffix.kind)
    if suffix.words:
        return _worded(name, suffix.words, agency, here)
    own = _own_place(suffix, here)
    city_of_province = suffix.kind == "thành phố" and suffix.place is None and own is not None and own.kind == "tỉnh"
    if suffix.kind not in (None, "tỉnh", "thành phố") or (suffix.name and suffix.place is None) or city_of_province:
        return _below_province(name, suffix, own, here)
    below = "huyện" if name.endswith(_OF_DISTRICTS) else "xã" if name.endswith(_OF_COMMUNES) else agency.level
    if suffix.empty and below in _BELOW_PROVINCE:
        return _of_a_unit(name, below, own, here)
    if own is None:
        words = f"{name} {suffix.kind}" if suffix.kind else name
        return Named(words, agency_id(here.scope, name), False, _level(agency, suffix), None)
    own_name = name in ("Tỉnh đoàn", "Thành đoàn") or (
        agency.level == PARTY_LEVEL and name.endswith(("ủy", "tỉnh", "thành phố"))
    )
    bare = as_printed and suffix.place is not None and suffix.kind is None
    place = own.name if own_name or bare else own.full
    return Named(f"{name} {place}", agency_id(own.scope, name), False, _level(agency, suffix), own.name)


def _of_the_centre(name: str, agency: Agency, suffix: Suffix, _: Jurisdiction) -> Named:
    """A central body, a company's branch in a province ("VNPT Nghệ An"), or the office of a region ("khu vực XI")."""
    if suffix.place:
        branch = f"{name} {suffix.place.name}"
        return Named(branch, agency_id(suffix.place.scope, name), False, agency.level, suffix.place.name)
    full = f"{name} {suffix.words}" if suffix.words else name
    return Named(full, agency_id(CENTRAL, full), False, agency.level, None)


def _of_a_region(name: str, _: Agency, suffix: Suffix, here: Jurisdiction) -> Named:
    """An office that each province numbers anew: "Tòa án nhân dân khu vực 3 - Lai Châu"."""
    own = suffix.place or (find_place(here.place, here.on) if here.place else None)
    full = f"{name} {suffix.words}" if suffix.words else name
    shown = f"{full} - {own.name}" if own and suffix.words else full
    return Named(
        shown, agency_id(own.scope if own else here.scope, full), False, REGION_LEVEL, own.name if own else None
    )


def _worded(name: str, words: str, agency: Agency, here: Jurisdiction) -> Named:
    """A body of a level ("cấp tỉnh, cấp xã": all bodies of it) or of a numbered region ("khu vực XI")."""
    full = f"{name} {words}"
    if not words.startswith(("cấp", "các")):
        return Named(full, agency_id(CENTRAL, full), False, REGION_LEVEL, None)
    return Named(full, agency_id(here.scope, full), words != "cấp tỉnh", agency.level, here.place)


def _own_place(suffix: Suffix, here: Jurisdiction) -> Place | None:
    if suffix.place:
        return suffix.place
    return find_place(here.place, here.on) if here.place else None


def _below_province(name: str, suffix: Suffix, own: Place | None, here: Jurisdiction) -> Named:
    """A body of a district or commune; its kind is part of the id: "huyện Than Uyên" and "xã Than Uyên" are two."""
    level = "xã" if suffix.kind in COMMUNE_KINDS else "huyện"
    base = own.scope if own else here.scope
    unit = _unit_of(here, (suffix.kind,)) if not suffix.name else None
    if unit:
        return in_unit(name, unit, level)
    if not suffix.name:
        full = f"{name} {suffix.kind}"
        return Named(full, agency_id(base, full), False, level, own.name if own else None)
    scope = f"{base or UNKNOWN}.{slug(suffix.name)}"
    identity = agency_id(scope, f"{name} {suffix.kind}")
    unit_name = suffix.name.title() if suffix.name.isupper() and len(suffix.name) > 3 else suffix.name
    return Named(_full(name, suffix.kind or "", unit_name), identity, False, level, own.name if own else None)


_OF_DISTRICTS = ("Huyện ủy", "Quận ủy", "Thị ủy")
_OF_COMMUNES = ("Đảng ủy",)
_BELOW_PROVINCE = {"huyện": DISTRICT_KINDS, "xã": COMMUNE_KINDS}


def _of_a_unit(name: str, level: str, own: Place | None, here: Jurisdiction) -> Named:
    """A body of the district or commune that the text speaks from, else of one that it does not say."""
    unit = _unit_of(here, _BELOW_PROVINCE[level])
    if unit:
        return in_unit(name, unit, level)
    return Named(name, agency_id(here.scope, name), False, level, own.name if own else None)


def in_unit(name: str, unit: Locality, level: str) -> Named:
    """A body of a district or commune: "Phòng Tư pháp huyện Than Uyên"."""
    identity = agency_id(unit.scope, f"{name} {unit.kind}")
    return Named(_full(name, unit.kind, unit.name), identity, False, level, unit.province)


def _full(name: str, kind: str, unit: str) -> str:
    """A body's name with its district or commune; a Party committee's own name has the kind ("Huyện ủy Than Uyên")."""
    return f"{name} {unit}" if name.endswith((*_OF_DISTRICTS, "Thành ủy")) else f"{name} {kind} {unit}"


def _unit_of(here: Jurisdiction, kinds: Iterable[str | None]) -> Locality | None:
    """The district or commune that a text speaks from, where it is of one of the kinds."""
    if here.scope is None or "." not in here.scope:
        return None
    units = sorted((u for u in by_scope(here.scope) if u.exists(here.on)), key=lambda u: u.level != "huyện")
    return units[0] if units and units[0].kind in kinds else None


def _level(agency: Agency, suffix: Suffix) -> str:
    return "tỉnh" if agency.level == "địa phương" or suffix.kind in ("tỉnh", "thành phố") else agency.level


_JOINING_DASH = re.compile(r"(?<=[^\W\d_]{2})-(?=[A-ZĐÀ-Ỹ][^\W\d_]{1})")


def spaced(name: str) -> str:
    """The dash of a compact name with its blanks again, where it joins two parts of a name."""
    return _JOINING_DASH.sub(" - ", name) if "-" in name else name
