"""Districts until 30/6/2025 and communes through time (``tables/communes.csv``), and what became of each.

A row of the table is a commune as it was on 30 June 2025: its province and district of then, how it changed on 1 July
(``unchanged``, ``rename``, ``merge`` with others, ``split`` among several) and the communes that have its area since,
the one with most of it first; an island district without communes has an empty cell. Made from the open data of
vietnamadminunits 1.0.4 (MIT licence, see NOTICE); the provinces' resolutions are in ``tables/places.csv``. The table is
read when a district or commune is first asked for.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from extractors.fold import norm, slug
from extractors.places import Place, find_place, successor
from extractors.unit_kinds import ALL_KINDS, COMMUNE_KINDS, LOCAL_KINDS
from extractors.vocabulary import table

DAY = "2025-07-01"  # the first day without districts, and of the communes of today
_LAST = "2025-06-30"
DISTRICTS_ENDED = "Luật 72/2025/QH15; Nghị quyết 203/2025/QH15"
Level = Literal["huyện", "xã"]
Kind = Literal["unchanged", "rename", "merge", "split", "ended"]

_KINDS = {norm(kind): kind for kind in ALL_KINDS} | {
    "tp": "thành phố", "tx": "thị xã", "tt": "thị trấn", "p": "phường", "q": "quận", "h": "huyện", "x": "xã",
}  # fmt: skip
# "xã Mường Kim, huyện Than Uyên - Lai Châu": what parts an address; "huyện Than Uyên tỉnh Lai Châu" has no comma
_PARTS = re.compile(
    r"\s*[,;]\s*|\s+[-–]\s+|\s+thuộc\s+|\s+(?=(?:t[ỉi]nh|th[àa]nh ph[ốo]|huy[ệe]n|quận|th[ịi] x[ãa])\s)", re.IGNORECASE
)
_ABBREVIATED = re.compile(r"^(?P<kind>TP|TX|TT|P|Q|H|X)\.\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Locality:
    """A district or a commune of one of the two times; ``province`` is the bare name of its province of that time.

    ``kind`` is "huyện", "quận", "thị xã", "thành phố" or "xã", "phường", "thị trấn", "đặc khu"; ``district`` the full
    name of a commune's district, null since 1 July 2025. ``valid_until`` is the first day on which it is no more; a
    commune that only went on has both a row of then and one of today.
    """

    kind: str
    name: str
    province: str
    district: str | None
    valid_from: str | None
    valid_until: str | None

    @property
    def level(self) -> Level:
        """Whether it is a district ("huyện") or a commune ("xã")."""
        return "xã" if self.kind in COMMUNE_KINDS else "huyện"

    @property
    def full(self) -> str:
        """Kind and name: ``huyện Than Uyên``, ``phường 1``."""
        return f"{self.kind} {self.name}"

    @property
    def address(self) -> str:
        """With what it belongs to: ``xã Mường Kim, huyện Than Uyên, tỉnh Lai Châu``."""
        place = find_place(self.province, self.valid_until or DAY)
        return ", ".join(part for part in (self.full, self.district, place.full if place else self.province) if part)

    @property
    def scope(self) -> str:
        """The part of ids that names it: ``lai-chau.than-uyen``."""
        return f"{slug(self.province)}.{slug(self.name)}"

    def exists(self, on: str | None) -> bool:
        """Whether it exists on an ISO date; null excludes nothing."""
        return on is None or (
            (self.valid_from is None or self.valid_from <= on) and (self.valid_until is None or on < self.valid_until)
        )


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a unit on the day ``on``: ``into`` are its successors, the one with most of a divided one first.

    A district has ``ended``: its successors are the communes of today in its area. ``basis`` is the instrument.
    """

    kind: Kind
    into: tuple[Locality, ...]
    on: str
    basis: str


def localities(name: str, on: str | None = None, province: str | None = None) -> tuple[Locality, ...]:
    """The districts and communes that a name may mean on a date (ISO; null: of both times), several where it is shared.

    The name may say its kind and what it belongs to ("xã Mường Kim, huyện Than Uyên, tỉnh Lai Châu"), with or without
    marks; ``province`` narrows it as well. Spelt with marks, it means the unit that is spelt so, where there is one.
    The provinces through time count as one: "Than Uyên, Lai Châu", "Hòn Đất, An Giang" (then in Kiên Giang).
    """
    first, *within = [part for part in _PARTS.split(_spelt_out(name)) if part]
    kind, bare = _kind_and_name(first)
    found = [unit for unit in _by_name().get(norm(bare), ()) if kind in (None, unit.kind) and unit.exists(on)]
    for part in (*within, *([province] if province else ())):
        found = [unit for unit in found if _is_within(unit, part)]
    exact = [unit for unit in found if _spelling(unit.name) == _spelling(bare)]
    return tuple(exact or found)


def became(unit: Locality) -> Change | None:
    """What became of a unit of then on 1 July 2025; null for one of today."""
    if unit.valid_until is None:
        return None
    rows = _rows_of().get((unit.province, unit.district or unit.full), ())
    if unit.level == "huyện":
        into = dict.fromkeys(new for row in rows for new in _into(row))
        return Change("ended", tuple(into), DAY, DISTRICTS_ENDED)
    row = next(row for row in rows if row["commune"] == unit.full)
    return Change(_kind(row["change"]), _into(row), DAY, _basis(unit.province))


def came_from(unit: Locality) -> tuple[Locality, ...]:
    """The communes of then whose area, or a part of it, a commune of today has; empty for a unit of then."""
    return _sources().get(unit, ())


def communes_of(unit: Locality) -> tuple[Locality, ...]:
    """The communes of a district of then."""
    rows = _rows_of().get((unit.province, unit.full), ()) if unit.level == "huyện" else ()
    return tuple(_then(row) for row in rows if row["commune"])


def by_scope(scope: str) -> tuple[Locality, ...]:
    """The units of both times that an id's part such as ``lai-chau.than-uyen`` may name."""
    return _by_scope().get(scope, ())


def _spelt_out(name: str) -> str:
    text = unicodedata.normalize("NFC", name).strip()
    short = _ABBREVIATED.match(text)
    return f"{_KINDS[short['kind'].lower()]} {text[short.end() :]}" if short else text


def _kind_and_name(words: str) -> tuple[str | None, str]:
    for length in (2, 1):
        head, rest = words.split()[:length], words.split()[length:]
        kind = _KINDS.get(norm(" ".join(head)))
        if rest and kind and len(head) == length:
            return kind, " ".join(rest)
    return None, words


def _is_within(unit: Locality, words: str) -> bool:
    """Whether a unit belongs to the district or province named, also to the province that its own became."""
    kind, bare = _kind_and_name(_spelt_out(words))
    if unit.district and kind != "tỉnh":
        of_district, name = _kind_and_name(unit.district)
        if norm(name) == norm(bare) and kind in (None, of_district):
            return True
    named = find_place(bare)
    renamed = find_place(named.successor) if named and named.successor and named.change == "rename" else None
    return any(place and place.name in {unit.province, _today(unit.province).name} for place in (named, renamed))


def _today(province: str) -> Place:
    """The province that holds the area of one of then since the day."""
    own = find_place(province, _LAST)
    if own is None:
        raise KeyError(province)
    return successor(own, DAY)


def _spelling(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).lower().replace("-", " ").split())


def _then(row: dict[str, str]) -> Locality:
    kind, name = _split(row["commune"])
    return Locality(kind, name, row["province"], row["district"], None, DAY)


def _into(row: dict[str, str]) -> tuple[Locality, ...]:
    province = _today(row["province"]).name
    return tuple(Locality(*_split(full), province, None, DAY, None) for full in row["into"].split("|"))


@cache
def _split(full: str) -> tuple[str, str]:
    kind = next(kind for kind in LOCAL_KINDS if full.startswith(f"{kind} "))
    return kind, full.removeprefix(f"{kind} ")


def _kind(word: str) -> Kind:
    kinds: tuple[Kind, ...] = ("unchanged", "rename", "merge", "split")
    return next(kind for kind in kinds if kind == word)


def _basis(province: str) -> str:
    """The resolution on the communes of the province that holds a province's area since 1 July 2025."""
    today = _today(province).name
    return next(row["communes_basis"] for row in table("places") if row["name"] == today and not row["valid_until"])


@cache
def _rows_of() -> dict[tuple[str, str], tuple[dict[str, str], ...]]:
    """The table's rows by province and district."""
    found: dict[tuple[str, str], tuple[dict[str, str], ...]] = {}
    for row in table("communes"):
        key = (row["province"], row["district"])
        found[key] = (*found.get(key, ()), row)
    return found


@cache
def _sources() -> dict[Locality, tuple[Locality, ...]]:
    found: dict[Locality, list[Locality]] = {}
    for row in table("communes"):
        for new in _into(row):
            found.setdefault(new, []).extend([_then(row)] if row["commune"] else [])
    return {new: tuple(old) for new, old in found.items()}


@cache
def _all() -> tuple[Locality, ...]:
    """The units of then, districts before communes, and those of today, each in the table's order."""
    districts = [Locality(*_split(name), province, None, None, DAY) for province, name in _rows_of()]
    communes = [_then(row) for row in table("communes") if row["commune"]]
    return (*districts, *communes, *_sources())


def _grouped(pairs: Iterable[tuple[str, Locality]]) -> dict[str, tuple[Locality, ...]]:
    found: dict[str, list[Locality]] = {}
    for key, unit in pairs:
        found.setdefault(key, []).append(unit)
    return {key: tuple(units) for key, units in found.items()}


@cache
def _by_name() -> dict[str, tuple[Locality, ...]]:
    return _grouped((norm(unit.name), unit) for unit in _all())


@cache
def _by_scope() -> dict[str, tuple[Locality, ...]]:
    return _grouped((unit.scope, unit) for unit in _all())
