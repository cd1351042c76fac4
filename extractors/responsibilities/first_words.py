"""The two words that an agency's name may open with, of all grammars of names and of the registry.

A paragraph is read for names only where one may stand: to ask for its first two words is a hundred times quicker. What
is said here of a name holds of every mention; none may open in another way, or it would never be looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from extractors.agencies import bodies, groups, lists, registry
from extractors.fold import fold
from extractors.places import places
from extractors.unit_kinds import ALL_KINDS
from extractors.vocabulary import table

_WORD = re.compile(r"[^\W_]+")
# the offices that `agencies.offices` puts before a name, and what may stand before these
_OFFICES = (
    "thủ trưởng", "giám đốc", "chủ tịch", "trưởng ban", "cục trưởng", "chi cục", "tổng cục", "vụ trưởng",
    "viện trưởng", "tổng thanh", "thống đốc", "chủ nhiệm", "bí thư", "chỉ huy", "hiệu trưởng", "chánh văn",
    "bộ trưởng", "thứ trưởng", "tư lệnh", "tổng kiểm", "người đứng", "lãnh đạo", "tổng biên", "hạt trưởng",
    "đội trưởng", "phụ trách",
)  # fmt: skip
# of members (`agencies.members`) and of Party committees (`agencies.committees`), "các" left out
_GROUPS = (
    "tổ đại", "vị đại", "đại biểu", "thành viên", "ban tuyên", "ban dân", "ban tổ", "ban nội", "ban của", "văn phòng",
    "ban thường", "ban chấp", "ban cán", "đảng đoàn", "đảng bộ", "chi bộ", "chi đảng", "chi và", "tổ chức",
    "thường trực", "thành phố",
    *(f"{whose} {uy}" for whose in ("cấp", "tỉnh", "thành", "huyện", "thị", "quận", "đảng") for uy in ("ủy", "uỷ")),
    *(f"{uy} {body}" for uy in ("ủy", "uỷ") for body in ("ban", "viên")),
)  # fmt: skip
# before any word: titles before another ("Phó Giám đốc"), a province that is told something ("Tỉnh cần …")
_BEFORE_ANY = ("phó", "chánh", "trưởng", "tỉnh")
# before any noun of bodies
_MANY = ("các", "những", "từng", "mỗi")
_SHARED = ("ban", "ngành")  # "Sở, ban, ngành: Tài chính, …"


class _Words(NamedTuple):
    """First word -> the second ones. ``alone``: words that any other may follow, or none."""

    seconds: dict[str, set[str]]
    alone: set[str]

    @classmethod
    def of(cls, names: Iterable[str]) -> _Words:
        """The words of names; one of a single word stands alone."""
        found = cls({}, set())
        for name in names:
            first, *rest = _WORD.findall(name)[:2] or ("",)
            if rest:
                found.seconds.setdefault(first, set()).add(rest[0])
            else:
                found.alone.add(first)
        return found

    def hold(self, first: str, second: str) -> bool:
        """Whether a name may open with two words; the second one is empty at the end."""
        return first in self.alone or second in self.seconds.get(first, ())


@cache
def _by_grammar() -> _Words:
    """What grammar reads, in small letters; the heads that a capital must follow left out."""
    heads = [head for head in bodies.body_openings() if " " in head]
    openings = (*groups.local_openings(), *groups.general_openings(), *groups.role_openings(), *heads)
    titled = [f"{more} {office}" for more in ("tổng", "chi") for office in _OFFICES]
    names = (*openings, *_OFFICES, *titled, *_GROUPS, *_BEFORE_ANY, *registry.abbreviations())
    found = _Words.of(name.lower() for name in names if not name.startswith(_MANY))
    nouns = [*_before_capitals(), *(row["name"] for row in table("agency_nouns")), *ALL_KINDS]
    nouns += [row["name"].lower() for row in table("agencies")]
    firsts = {_WORD.findall(noun)[0] for noun in nouns}.union(found.alone, found.seconds)
    found.seconds.update((many, firsts) for many in _MANY)
    return found


@cache
def _before_capitals() -> frozenset[str]:
    """Heads of one word, in small letters, that a capital, figures or one of `_SHARED` must follow."""
    return frozenset([head for head in (*bodies.body_openings(), *lists.enumeration_openings()) if " " not in head])


@cache
def _registered() -> _Words:
    """The names of the registry, folded."""
    return _Words.of(registry.by_key())


@cache
def _with_capital() -> _Words:
    """What opens with a capital alone, folded: provinces; what stands behind a head that names of the registry share.

    "các tỉnh: | Hà Tĩnh", "các Sở: | Tài chính".
    """
    units = [fold(name) for place in places() for name in (place.name, *place.aliases)]
    heads = tuple([f"{fold(head)} " for head in lists.enumeration_openings() if " " not in head])
    return _Words.of((*units, *(key.partition(" ")[2] for key in registry.by_key() if key.startswith(heads))))


def may_open(text: str, position: int) -> bool:
    """Whether the words at a position may be the first of an agency's name."""
    first = _WORD.match(text, position)
    if first is None:
        return False
    second = _WORD.search(text, first.end())
    return _open(first[0], second[0] if second else "")


@lru_cache(maxsize=16384)
def _open(first: str, second: str) -> bool:
    low, after = first.lower(), second.lower()
    if _by_grammar().hold(low, after):
        return True
    if low in _before_capitals() and (not second.islower() or after in _SHARED):
        return True
    first_key, second_key = fold(first), fold(second)
    return _registered().hold(first_key, second_key) or (
        first[0].isupper() and _with_capital().hold(first_key, second_key)
    )
