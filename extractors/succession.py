"""What became of an agency: the dated mergers, divisions, renamings and transfers of ``tables/succession.csv``.

A row without a place speaks of all provinces; a row that names one overrides the general rows of its year. When the
province itself is merged, its bodies go on as the new province's. A division never picks a successor by itself: all
that took over a part are given, with the words of the functions that decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractors.agencies.names import agency_id, named
from extractors.agencies.registry import PROVINCE_LEVEL, Agency, agencies
from extractors.agencies.suffix import Suffix
from extractors.findings import Jurisdiction
from extractors.fold import slug
from extractors.identity import CENTRAL
from extractors.places import Place, find_place, places
from extractors.vocabulary import listed, table

# "Công an cấp tỉnh", "Cục Thuế tỉnh, thành phố", "Hội Nông dân tỉnh": a provincial body of any province
_OF_ANY_PROVINCE = re.compile(r" (?:cấp tỉnh|tỉnh, thành phố|tỉnh)$")
_RANK = {"confirmed": 1.0, "known": 0.7}


@dataclass(frozen=True, slots=True)
class Step:
    """One change: ``on`` is the first day of the new state, ``basis`` the instrument, ``functions`` what went there.

    ``default`` marks the successor where no function word decides; ``confidence`` is 1 when a public source states the
    row, less when it is general knowledge. Names are canonical, with the place; ids are agencies'. A step from a name
    to itself says that its province was enlarged.
    """

    from_name: str
    to_name: str
    from_id: str
    to_id: str
    on: str
    basis: str
    change: str
    functions: tuple[str, ...] = ()
    default: bool = False
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the table with the names as the registry has them."""

    source: str
    target: str
    place: str | None
    to_place: str | None
    change: str
    functions: tuple[str, ...]
    on: str
    basis: str
    default: bool
    confidence: float


def _bare(name: str) -> str:
    """A name without "tỉnh" and the like; the committee of a city's Party is looked up as a province's."""
    return _OF_ANY_PROVINCE.sub("", name.replace("Thành ủy", "Tỉnh ủy"))


@cache
def _rows() -> dict[tuple[str, bool], tuple[_Row, ...]]:
    """The rows by name and whether it is a local body's."""
    found: dict[tuple[str, bool], tuple[_Row, ...]] = {}
    for r in table("succession"):
        source, target = _bare(r["from_name"]), _bare(r["to_name"])
        row = _Row(
            source, target, r["place"] or None, r["to_place"] or None, r["change"], listed(r["functions"]),
            r["valid_from"], r["basis"], r["default"] == "yes", _RANK.get(r["confidence"], 0.5),
        )  # fmt: skip
        key = (source, r["level"] == PROVINCE_LEVEL)
        found[key] = (*found.get(key, ()), row)
    return found


def successors(name: str, place: str | None = None, on: str | None = None) -> tuple[Step, ...]:
    """The changes of an agency after a day, along the whole chain to today, in order of date.

    ``name`` is without its place ("Sở Kế hoạch và Đầu tư"); ``place`` the province's bare name, null for a central
    body; ``on`` the ISO date on which it is called so (null: all that the table knows). A name that is out of use on
    that day already is still followed.
    """
    province = find_place(place, on) if place else None
    start = _bare(name.removesuffix(f" {province.full}") if province else name)
    days = sorted({r.on for r in _rows().get((start, province is not None), ())})[:-1]
    steps: list[Step] = []
    seen: set[tuple[str, str | None, str]] = set()
    waiting = [(start, province, since) for since in ([on] if on else ["", *days])]
    while waiting:
        state = waiting.pop(0)
        key = (state[0], state[1].name if state[1] else None, state[2])
        if key in seen or len(seen) > 60:
            continue
        seen.add(key)
        for step, following in _changes(*state):
            steps.append(step)
            waiting.append(following)
        waiting += _goes_on(*state)
    return tuple(sorted(dict.fromkeys(steps), key=lambda s: (s.on, s.from_name, not s.default, s.to_name)))


def successors_of(identity: str, on: str | None = None) -> tuple[Step, ...]:
    """As `successors`, for an agency's id (``agency:lai-chau:so-y-te``); empty for one that no table knows."""
    _, scope, local = identity.split(":", 2)
    name = _by_slug().get(local)
    place = next((p for p in places() if p.scope == scope), None)
    if name is None or (place is None and scope != CENTRAL):
        return ()
    return successors(name, place.name if place else None, on)


@cache
def _by_slug() -> dict[str, str]:
    return {slug(name): name for name in (*(a.name for a in agencies()), *(n for n, _ in _rows()))}


def _changes(base: str, place: Place | None, since: str) -> Iterator[tuple[Step, tuple[str, Place | None, str]]]:
    """The next changes of an agency: those of the earliest day, in the registry or of its province."""
    rows = _next_rows(base, place, since)
    moved = _province_change(place, since)
    first = rows and (moved is None or rows[0].on <= moved.on or any(r.to_place for r in rows))
    for row in rows if first else ():
        target = find_place(row.to_place, row.on) if row.to_place else place
        if (row.target, target) != (base, place):
            yield _step(base, place, row.target, target, row), (row.target, target, row.on)
    whole = any(r.change not in ("split", "transfer", "unchanged") for r in rows)
    together = first and moved is not None and moved.on == rows[0].on and not whole
    if moved and not _central(base) and (together or not first):
        row = _Row(base, base, None, None, moved.change, (), moved.on, moved.basis, True, 1.0)
        yield _step(base, place, base, moved.after, row), (base, moved.after, moved.on)


def _goes_on(base: str, place: Place | None, since: str) -> list[tuple[str, Place | None, str]]:
    """The agency itself after a day on which it only gave away functions, or kept its name."""
    rows = _next_rows(base, place, since)
    moved = _province_change(place, since)
    if rows and (moved is None or rows[0].on < moved.on or any(r.to_place for r in rows)):
        stays = all(r.change in ("transfer", "unchanged") for r in rows) or any(r.target == base for r in rows)
        return [(base, place, rows[0].on)] if stays and rows[0].on > since else []
    return []


def _next_rows(base: str, place: Place | None, since: str) -> tuple[_Row, ...]:
    """The rows of the earliest day after ``since``; of a name that is out of use by then, its last rows."""
    here = [
        r
        for r in _rows().get((base, place is not None), ())
        if r.place is None or (place is not None and r.place == place.name)
    ]
    own_years = {r.on[:4] for r in here if r.place}
    here = [r for r in here if r.place or r.on[:4] not in own_years]
    later = [r for r in here if r.on > since]
    if not later and here and since and not _created_again(here, base, since):
        later = [r for r in here if r.on == max(x.on for x in here) and r.target != base and r.change != "transfer"]
    first = min((r.on for r in later), default="")
    return tuple(r for r in later if r.on == first)


def _created_again(rows: list[_Row], base: str, since: str) -> bool:
    """Whether the agency of these rows never ended, or one of its name came to be again before a day."""
    ended = max(r.on for r in rows)
    if any(r.on == ended and (r.target == base or r.change in ("transfer", "unchanged")) for r in rows):
        return True
    return any(r.target == base and ended <= r.on <= since for others in _rows().values() for r in others)


@dataclass(frozen=True, slots=True)
class _Moved:
    """What became of a province on a day; ``after`` is the place itself when it took another in."""

    after: Place
    on: str
    basis: str
    change: str


def _province_change(place: Place | None, since: str) -> _Moved | None:
    """The next merger or renaming of a province after a day."""
    if place is None:
        return None
    if place.successor and place.valid_until and place.valid_until > since:
        after = find_place(place.successor, place.valid_until)
        return _Moved(after, place.valid_until, place.basis or "", place.change or "merge") if after else None
    taken_in = [
        p for p in places() if p.successor and find_place(p.successor) == place and (p.valid_until or "") > since
    ]
    first = min(taken_in, key=lambda p: p.valid_until or "", default=None)
    return _Moved(place, first.valid_until or "", first.basis or "", "merge") if first else None


@cache
def _agency(base: str, local: bool) -> Agency:
    rows = [a for a in agencies() if a.name == base and a.central != local]
    any_row = [a for a in agencies() if a.name == base]
    level = PROVINCE_LEVEL if local else "trung ương"
    return (rows or any_row or [Agency(base, level, True, None, None)])[0]


def _central(base: str) -> bool:
    """Whether the registry knows a name as a central body's only."""
    rows = [a for a in agencies() if a.name == base]
    return bool(rows) and all(a.central for a in rows)


def _step(base: str, place: Place | None, target: str, to_place: Place | None, row: _Row) -> Step:
    before, after = _named(base, place), _named(target, to_place)
    facts = (row.on, row.basis, row.change, row.functions, row.default, row.confidence)
    return Step(before[0], after[0], before[1], after[1], *facts)


def _named(base: str, place: Place | None) -> tuple[str, str]:
    """The canonical name and the id of an agency in a province, or of a central one."""
    agency = _agency(base, place is not None)
    if place and base.endswith("khu vực"):
        return base, agency_id(place.scope, base)
    here = Jurisdiction(place.scope, place.name, place.kind) if place else Jurisdiction()
    if place and place.kind == "thành phố":
        agency = Agency(base.replace("Tỉnh ủy", "Thành ủy"), agency.level, agency.bare, None, None)
    found = named(agency, Suffix(0, place=None if agency.central else place), here)
    return found.agency, found.id
