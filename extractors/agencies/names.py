"""The canonical name and id of an agency: what it is called in full, with the place that makes it that one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.agencies.registry import PARTY_LEVEL, Agency
from extractors.agencies.suffix import Suffix
from extractors.findings import Jurisdiction
from extractors.fold import slug
from extractors.identity import CENTRAL, UNKNOWN
from extractors.places import Place, find_place


@dataclass(frozen=True, slots=True)
class Named:
    """An agency as a finding names it; ``place`` is the bare name of its province."""

    agency: str
    id: str
    is_group: bool
    level: str | None
    place: str | None


def agency_id(scope: str | None, name: str) -> str:
    """The id of an agency: ``agency:lai-chau:so-tai-chinh``."""
    return f"agency:{scope or UNKNOWN}:{slug(name)}"


def grouped(name: str, here: Jurisdiction) -> Named:
    """A group, which belongs to the place that the text speaks from."""
    return Named(name, agency_id(here.scope, name), True, None, here.place)


def named(agency: Agency, suffix: Suffix, here: Jurisdiction) -> Named:
    """A single agency: the printed place after its name, else the document's own."""
    if agency.central:
        return Named(_spaced(agency.name), agency_id(CENTRAL, agency.name), False, agency.level, None)
    name = _spaced(agency.name)
    if suffix.words:
        full = f"{name} {suffix.words}" if not name.lower().endswith(suffix.words.lower().split()[0] + " vực") else f"{name}{suffix.words[8:]}"
        group = suffix.words.startswith(("cấp", "các")) and suffix.words != "cấp tỉnh"
        scope = here.scope if suffix.words.startswith(("cấp", "các")) else CENTRAL
        return Named(full, agency_id(scope, full), group, agency.level, here.place)
    own = _own_place(agency, suffix, here)
    if suffix.kind not in (None, "tỉnh", "thành phố") or suffix.name and suffix.place is None:
        return _below_province(name, suffix, own, here)
    if own is None:
        words = f"{name} {suffix.kind}" if suffix.kind else name
        return Named(words, agency_id(here.scope, name), False, _level(agency, suffix), None)
    place = own.name if agency.level == PARTY_LEVEL and re.search(r"[ỉàịuậ]\w* ủy$|ủy$", name) else own.full
    if agency.level == PARTY_LEVEL and name.endswith(("tỉnh", "thành phố")):
        place = own.name
    return Named(f"{name} {place}", agency_id(own.scope, name), False, _level(agency, suffix), own.name)


def _own_place(agency: Agency, suffix: Suffix, here: Jurisdiction) -> Place | None:
    if suffix.place:
        return suffix.place
    del agency
    return find_place(here.place, here.on) if here.place else None


def _below_province(name: str, suffix: Suffix, own: Place | None, here: Jurisdiction) -> Named:
    level = "xã" if suffix.kind in ("xã", "phường", "thị trấn", "đặc khu") else "huyện"
    base = own.scope if own else here.scope
    if not suffix.name:
        full = f"{name} {suffix.kind}"
        return Named(full, agency_id(base, full), False, level, own.name if own else None)
    scope = f"{base or UNKNOWN}.{slug(suffix.name)}"
    return Named(f"{name} {suffix.kind} {suffix.name}", agency_id(scope, name), False, level, own.name if own else None)


def _level(agency: Agency, suffix: Suffix) -> str:
    return "tỉnh" if agency.level == "địa phương" or suffix.kind in ("tỉnh", "thành phố") else agency.level


def _spaced(name: str) -> str:
    """The dash of a compact name with its blanks again, where it joins two parts of a name."""
    return re.sub(r"(?<=[^\W\d_]{2})-(?=[A-ZĐÀ-Ỹ][^\W\d_]{1})", " - ", name)
