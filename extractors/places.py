"""Provinces and cities under the centre, through time: 63 until 30/6/2025, 34 since (table ``places.csv``).

A place is known by its bare name and kind; the same name may be a tỉnh until one day and a thành phố after it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from extractors.fold import fold, slug
from extractors.vocabulary import table

_KIND = re.compile(r"^(?:tinh|thanh pho|tp\.?|thu do)\s+")
_TONE_PLACES = str.maketrans({"–": "-", "—": "-"})


@dataclass(frozen=True, slots=True)
class Place:
    """A province or city; ``kind`` is "tỉnh" or "thành phố"; ``valid_until`` is the first day it no longer exists."""

    name: str
    kind: str
    valid_from: str | None
    valid_until: str | None
    successor: str | None
    change: str | None
    basis: str | None
    aliases: tuple[str, ...]

    @property
    def scope(self) -> str:
        """The id's part: ``lai-chau``."""
        return slug(self.name)

    @property
    def full(self) -> str:
        """Kind and name: ``tỉnh Lai Châu``; ``Thành phố Hồ Chí Minh``, whose own name has the capital."""
        return f"Thành phố {self.name}" if self.name == "Hồ Chí Minh" else f"{self.kind} {self.name}"

    def exists(self, on: str | None) -> bool:
        """Whether the place exists on an ISO date (of any precision); unknown dates exclude nothing."""
        if on is None:
            return True
        first, last = (on + "-01-01"[len(on) - 4 :])[:10], (on + "-12-31"[len(on) - 4 :])[:10]
        return (self.valid_from is None or self.valid_from <= last) and (
            self.valid_until is None or first < self.valid_until
        )


@cache
def places() -> tuple[Place, ...]:
    """All rows of the table, in its order."""
    return tuple(
        Place(
            row["name"],
            row["kind"],
            row["valid_from"] or None,
            row["valid_until"] or None,
            row["successor"] or None,
            row["change"] or None,
            row["basis"] or None,
            tuple(a for a in row["aliases"].split("|") if a),
        )
        for row in table("places")
    )


def _key(name: str) -> str:
    words = re.sub(r"[\s\-.]+", " ", fold(name.translate(_TONE_PLACES))).strip()
    return _KIND.sub("", words)


@cache
def _by_key() -> dict[str, tuple[Place, ...]]:
    table: dict[str, tuple[Place, ...]] = {}
    for place in places():
        for key in {_key(n) for n in (place.name, *place.aliases)}:
            table[key] = (*table.get(key, ()), place)
    return table


@lru_cache(maxsize=4096)
def find_place(name: str, on: str | None = None) -> Place | None:
    """The place of a name in any spelling ("Tỉnh An Giang", "TP.HCM", "Hoà Bình"), as it was on a date.

    Of several rows with one name (a tỉnh that became a thành phố) the one that exists on ``on`` is taken, the newest
    without a date. A name that no longer exists on the date is still that place: documents go on naming it.
    """
    rows = _by_key().get(_key(name), ())
    alive = [p for p in rows if p.exists(on)]
    if on is None:
        alive = [p for p in rows if p.valid_until is None] or list(rows)
    known = alive or rows
    return known[-1] if known else None


def successor(place: Place, on: str | None = None) -> Place:
    """The place that holds the area on a date (today without one), along the chain of mergers and renamings."""
    seen: set[Place] = set()
    while place.successor and place.valid_until and (on is None or place.valid_until <= on) and place not in seen:
        seen.add(place)
        found = find_place(place.successor, place.valid_until)
        if found is None:
            break
        place = found
    return place


@cache
def names_pattern() -> re.Pattern[str]:
    """All names and aliases, longest first, as one alternation over folded text, at word borders."""
    keys = sorted(_by_key(), key=len, reverse=True)
    alternation = "|".join(re.escape(k).replace(r"\ ", r"[\s\-.]{1,3}") for k in keys)
    return re.compile(rf"(?<!\w)(?:{alternation})(?!\w)")


@cache
def names_begin() -> frozenset[str]:
    """The first two letters, folded, of the names and aliases."""
    return frozenset(key[:2] for key in _by_key())


def place_in(text: str, on: str | None = None) -> Place | None:
    """The last place named in a text ("Ủy ban nhân dân tỉnh Lai Châu" -> Lai Châu)."""
    found = None
    for match in names_pattern().finditer(fold(text.translate(_TONE_PLACES))):
        found = match
    return find_place(found.group(), on) if found else None
