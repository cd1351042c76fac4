"""Which agencies belong to a group, where name and level decide: "các sở, ban, ngành tỉnh", "UBND cấp xã".

A group that a phrase defines ("các sở có liên quan", "cơ quan được giao chủ trì") has no members by name: who is meant
is for the reader of the document to say, and nothing is guessed. Nouns and the agencies under them are data
(``tables/group_members.csv``); districts and communes belong to "Ủy ban nhân dân các huyện, thị xã" by their kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractors.fold import norm
from extractors.identity import CENTRAL
from extractors.places import places
from extractors.unit_kinds import ALL_KINDS, COMMUNE_KINDS, DISTRICT_KINDS, PROVINCE_KINDS
from extractors.vocabulary import listed, table

# "các sở, ngành liên quan", "cơ quan được phân công chủ trì": whom that means the name does not say.
_DEFINED = re.compile(
    r" (?:lien quan|huu quan|chuc nang|khac|truc tiep|chu tri|chu quan|phoi hop|duoc giao|duoc phan cong|quan ly|"
    r"tham gia|dang hoat dong|noi co|tren bien|bien gioi)(?= |$)"
)
_MANY = re.compile(r"^(?:(?:tat ca )?(?:cac|nhung)|tung|moi) ")
_AREA = re.compile(
    r" (?:(?:cua|thuoc|trong|cap) )?(?:toan )?(?:tinh|thanh pho|trung uong)$| thuoc (?:ubnd|uy ban nhan dan).*$"
)
_BETWEEN = re.compile(r" va | hoac ")
_DISTRICT = frozenset(map(norm, DISTRICT_KINDS))
_COMMUNE = frozenset(map(norm, COMMUNE_KINDS))
_PROVINCE = frozenset(map(norm, PROVINCE_KINDS))
_LEVELS = {"cap tinh": _PROVINCE, "cap huyen": _DISTRICT, "cap xa": _COMMUNE}
_UNIT = rf"(?:{'|'.join(map(norm, ALL_KINDS))})"
# "uy ban nhan dan cac huyen thanh pho", "dang uy uy ban nhan dan cap xa"
_LOCAL = re.compile(
    r"^(?P<heads>.{1,80}?) (?:cac )?(?:(?P<levels>cap (?:tinh|huyen|xa)(?: (?:va )?(?:cap )?(?:tinh|huyen|xa))*)|"
    rf"(?P<units>{_UNIT}(?: (?:va )?(?:cac )?{_UNIT})*))$"
)
_COUNCILS = (
    "uy ban nhan dan", "hoi dong nhan dan", "dang uy", "huyen uy", "cong an", "ban chi huy quan su", "tram y te",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Row:
    """A noun of groups, the first words of the names under it, those that are none, and their level; folded."""

    noun: str
    heads: tuple[str, ...]
    none: tuple[str, ...]
    central: bool


def belongs(agency: str, name: str, group: str, group_name: str) -> bool:
    """Whether an agency (id and canonical name) belongs to a group (id and name) by name and level."""
    where, there = agency.split(":")[1].split("."), group.split(":")[1].split(".")
    words, wanted = norm(name), norm(group_name)
    if _DEFINED.search(f" {wanted}"):
        return False
    local = _LOCAL.match(wanted)
    if local and any(local["heads"].endswith(head) for head in _COUNCILS):
        return _is_local_member(words, agency, local, where[0] == there[0] or there[0] == CENTRAL)
    if where[0] != there[0] or len(where) > 1:
        return False
    return any(_under(row, words, where[0] == CENTRAL) for row in _nouns(wanted))


def _is_local_member(words: str, agency: str, local: re.Match[str], same_place: bool) -> bool:
    """ "uy ban nhan dan huyen tam duong" of "uy ban nhan dan cac huyen"; a province's own are of "cap tinh" only."""
    heads = [head for head in _COUNCILS if head in local["heads"]]
    head = next((head for head in heads if words.startswith(f"{head} ")), None)
    unit = re.match(rf"{_UNIT}(?= )", words[len(head) + 1 :]) if head else None
    if not (same_place and unit):
        return False
    provincial = words[len(head or "") + 1 :] in _provinces() and _is_provincial(agency)
    kinds = _PROVINCE if provincial else (_DISTRICT | _COMMUNE) - {"tinh"}
    return unit.group() in _units(local) & kinds and provincial == _of_provinces(local)


def _of_provinces(local: re.Match[str]) -> bool:
    return "tinh" in (local["levels"] or local["units"] or "").split()


def _units(local: re.Match[str]) -> frozenset[str]:
    if local["levels"]:
        found = re.findall(r"tinh|huyen|xa", local["levels"])
        return frozenset().union(*(_LEVELS[f"cap {level}"] for level in found))
    return frozenset(re.findall(_UNIT, local["units"]))


def _is_provincial(agency: str) -> bool:
    return "." not in agency.split(":")[1]


@cache
def _provinces() -> frozenset[str]:
    return frozenset(norm(place.full) for place in places())


@cache
def _rows() -> tuple[_Row, ...]:
    rows = (
        _Row(norm(r["noun"]), tuple(map(norm, listed(r["heads"]))), tuple(map(norm, listed(r["except"]))),
             r["level"] == "trung ương")
        for r in table("group_members")
    )  # fmt: skip
    return tuple(sorted(rows, key=lambda row: -len(row.noun)))


@cache
def _nouns(group: str) -> tuple[_Row, ...]:
    """The nouns of a group's folded name; none where it does not begin with one."""
    rest = _AREA.sub("", _AREA.sub("", _MANY.sub("", group)))
    found: list[_Row] = []
    for words in _BETWEEN.split(rest):
        left = words
        while left:
            row = next((row for row in _rows() if left == row.noun or left.startswith(f"{row.noun} ")), None)
            if row:
                found.append(row)
            left = left[len(row.noun) + 1 :] if row else left.partition(" ")[2]
    return tuple(found) if any(rest.startswith(row.noun) for row in _rows()) else ()


def _under(row: _Row, words: str, central: bool) -> bool:
    if row.central != central or any(f" {none} " in f" {words} " for none in row.none):
        return False
    return any(words.startswith(f"{head} ") or words == head for head in row.heads)
