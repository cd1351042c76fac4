"""What follows a local body's name and says which one: "tỉnh Lai Châu", "Thành phố", "xã Mường Kim", "khu vực XI"."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractors.agencies.compact import Compact
from extractors.places import Place, find_place, names_begin, names_pattern
from extractors.unit_kinds import LOCAL_KINDS, PROVINCE_KINDS
from extractors.vocabulary import UPPER

_KIND = re.compile(
    r",? ?(?P<kind>tỉnh|thành phố|thủ đô|tp|huyện|quận|thị xã|thị trấn|xã(?! hội)|phường|đặc khu)\b\.? ?", re.IGNORECASE
)
_LEVEL = re.compile(
    r" (?:các )?cấp (?:tỉnh|thành phố|huyện|xã|cơ sở|trung ương)(?:(?:, | và |/)(?:cấp )?(?:tỉnh|huyện|xã|cơ sở)\b)*|"
    r" các cấp\b"
)
_REGION = re.compile(r",? ?khu vực (?:[ivx]{1,6}|\d{1,2})(?![\w])(?:-\w+)?", re.IGNORECASE)
# "Mường Kim", "Tân Phong", "Vinh", "1": what a district or commune is called
_NAME = re.compile(rf"(?:[{UPPER}][\w']*|\d{{1,2}}(?!\d|/|%))(?:[ -][{UPPER}][\w']*){{0,4}}")
_KINDS = {"tp": "thành phố", "thủ đô": "thành phố", "thanh pho": "thành phố", "tinh": "tỉnh"}
_LOWER_KINDS = tuple(kind for kind in LOCAL_KINDS if kind not in PROVINCE_KINDS)
# A capital after the place that opens a new name, not a part of the place's: "tỉnh Ủy ban", "thành phố Sở".
_NOT_PLACE = re.compile(r"(?:Ủy|Uỷ|Sở|Ban|Hội|Chủ|Giám|Công|Văn|Báo|Đài|UBND|HĐND|Theo|Căn|Nghị|Quyết|Thường)\b")


class Suffix(NamedTuple):
    """``end``: where the body's name ends; ``kind`` and ``name`` of the unit named, ``place`` when it is a province.

    ``words`` is what was printed ("cấp tỉnh", "khu vực XI") where no single unit is named.
    """

    end: int
    kind: str | None = None
    name: str | None = None
    place: Place | None = None
    words: str | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing was printed."""
        return self.kind is None and self.place is None and self.words is None


# The letters with which the words for a unit begin.
_OF_KINDS = frozenset("tđhqxp")
_NUMERAL = re.compile(r",? (?:số )?([ivx]{1,6}|\d{1,2})(?!\w)", re.IGNORECASE)


def read_numeral(text: Compact, at: int, on: str | None) -> Suffix:
    """The number of a region after a name that ends with "khu vực", and its province: "XI", "8", "3 - Lai Châu"."""
    match = _NUMERAL.match(text.raw, at)
    if match is None:
        return Suffix(at)
    after = (
        _bare_place(text, match.end(), on) if text.raw[match.end() : match.end() + 1] == "-" else Suffix(match.end())
    )
    if after.empty:
        kind = _KIND.match(text.low, match.end())
        after = _unit(text, kind, on) if kind and text.low[match.end()] == " " else after
    return Suffix(after.end if after.place else match.end(), place=after.place, words=match.group(1))


def read_suffix(text: Compact, at: int, on: str | None) -> Suffix:
    """The suffix that begins at position ``at`` (just after the body's name)."""
    mark = text.low[at : at + 1]
    if mark == " ":
        return _after_blank(text, at, on)
    if mark == ",":
        return _region(text, at) or Suffix(at)
    return _bare_place(text, at, on) if mark == "-" else Suffix(at)


def _after_blank(text: Compact, at: int, on: str | None) -> Suffix:
    """The suffix after a blank: its first letter says which one it can be."""
    letter = text.low[at + 1 : at + 2]
    found: Suffix | None = None
    if letter in _OF_KINDS:
        kind = _KIND.match(text.low, at) or (_unmarked(text, at) if letter == "t" else None)
        found = _unit(text, kind, on) if kind else None
    elif letter == "k":
        found = _region(text, at)
    elif letter == "c":
        level = _LEVEL.match(text.low, at)
        found = Suffix(level.end(), words=text.low[at : level.end()].strip()) if level else None
    return found or _bare_place(text, at, on)


def _region(text: Compact, at: int) -> Suffix | None:
    region = _REGION.match(text.low, at)
    return Suffix(region.end(), words=text.raw[at : region.end()].strip(" ,")) if region else None


# A scan that lost its marks: "CUC THUE TINH BAC NINH", "UBND THANH PHO HA NOI"
_UNMARKED = re.compile(r" (?P<kind>tinh|thanh pho) ")


def _unmarked(text: Compact, at: int) -> re.Match[str] | None:
    """The word for a province without its marks, where the name of one follows."""
    match = _UNMARKED.match(text.low, at)
    return match if match and names_pattern().match(text.folded, match.end()) else None


def _unit(text: Compact, kind: re.Match[str], on: str | None) -> Suffix:
    word = _KINDS.get(kind.group("kind"), kind.group("kind"))
    dotted = kind.group("kind") == "tp" and text.raw[kind.end("kind") : kind.end("kind") + 1] == "."
    end = kind.end("kind") + dotted
    province = names_pattern().match(text.folded, kind.end()) if word in ("tỉnh", "thành phố") else None
    if province and text.raw[kind.end()].isupper():
        place = find_place(province.group(), on)
        if place and not (word == "thành phố" and place.kind == "tỉnh"):
            return Suffix(province.end(), word, place.name, place)
    name = _NAME.match(text.raw, kind.end()) if text.raw[kind.end() - 1] == " " else None
    if name and not _NOT_PLACE.match(name.group()) and word != "tỉnh":
        return Suffix(name.end(), word, name.group())
    if kind.group("kind") == "tp" and text.raw[kind.end("kind") - 2 : kind.end("kind")] != "TP":
        return Suffix(kind.start())
    return Suffix(end, word)


def _bare_place(text: Compact, at: int, on: str | None) -> Suffix:
    """A name with a capital and no word before it, after a blank or dash.

    A province's ("Sở Tài chính Hà Nội", "VNPT Nghệ An"), or that of a Party committee's district.
    """
    start = at + 1
    if not text.raw[start : start + 1].isupper():
        return Suffix(at)
    province = names_pattern().match(text.folded, start) if text.folded[start : start + 2] in names_begin() else None
    place = find_place(province.group(), on) if province else None
    if province and place:
        return Suffix(province.end(), None, place.name, place)
    return _party_place(text, at) if text.low.startswith(" ", at) else Suffix(at)


# "Huyện ủy Than Uyên", "Thành ủy Vinh": the committee of a district's Party
_COMMITTEE = re.compile(r"\b(huyện|quận|thị|thành) ủy$")
_KIND_OF_COMMITTEE = {"huyện": "huyện", "quận": "quận", "thị": "thị xã", "thành": "thành phố"}


def _party_place(text: Compact, at: int) -> Suffix:
    """The name of the district after its Party's committee and a blank."""
    if not text.low.endswith(" ủy", 0, at):
        return Suffix(at)
    committee, name = _COMMITTEE.search(text.low, max(0, at - 9), at), _NAME.match(text.raw, at + 1)
    if committee is None or name is None or _NOT_PLACE.match(name.group()):
        return Suffix(at)
    return Suffix(name.end(), _KIND_OF_COMMITTEE[committee.group(1)], name.group())
