"""The changes of central and provincial bodies along the whole chain, with those of their provinces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractors.agencies.names import agency_id, named
from extractors.agencies.registry import PROVINCE_LEVEL, Agency, agencies
from extractors.agencies.suffix import Suffix
from extractors.findings import Jurisdiction
from extractors.places import Place, find_place, places
from extractors.succession.rows import Row, Step, bare, table_rows


def successors(name: str, place: str | None = None, on: str | None = None) -> tuple[Step, ...]:
    """The changes of an agency after a day, along the whole chain to today, in order of date.

    ``name`` is without its place ("Sở Kế hoạch và Đầu tư"); ``place`` the province's bare name, null for a central
    body; ``on`` the ISO date on which it is called so (null: all that the table knows). A name that is out of use on
    that day already is still followed.
    """
    province = find_place(place, on) if place else None
    start = bare(name.removesuffix(f" {province.full}") if province else name)
    days = sorted({r.on for r in table_rows().get((start, province is not None), ())})[:-1]
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
        row = Row(base, base, None, None, moved.change, (), moved.on, moved.basis, True, 1.0)
        yield _step(base, place, base, moved.after, row), (base, moved.after, moved.on)


def _goes_on(base: str, place: Place | None, since: str) -> list[tuple[str, Place | None, str]]:
    """The agency itself after a day on which it only gave away functions, or kept its name."""
    rows = _next_rows(base, place, since)
    moved = _province_change(place, since)
    if rows and (moved is None or rows[0].on < moved.on or any(r.to_place for r in rows)):
        stays = all(r.change in ("transfer", "unchanged") for r in rows) or any(r.target == base for r in rows)
        return [(base, place, rows[0].on)] if stays and rows[0].on > since else []
    return []


def _next_rows(base: str, place: Place | None, since: str) -> tuple[Row, ...]:
    """The rows of the earliest day after ``since``; of a name that is out of use by then, its last rows."""
    here = [
        r
        for r in table_rows().get((base, place is not None), ())
        if r.place is None or (place is not None and r.place == place.name)
    ]
    own_years = {r.on[:4] for r in here if r.place}
    here = [r for r in here if r.place or r.on[:4] not in own_years]
    later = [r for r in here if r.on > since]
    if not later and here and since and not _created_again(here, base, place, since):
        later = [r for r in here if r.on == max(x.on for x in here) and r.target != base and r.change != "transfer"]
    first = min((r.on for r in later), default="")
    return tuple(r for r in later if r.on == first)


def _created_again(rows: list[Row], base: str, place: Place | None, since: str) -> bool:
    """Whether the agency of these rows never ended, or one of its name came to be again there before a day."""
    ended = max(r.on for r in rows)
    if any(r.on == ended and (r.target == base or r.change in ("transfer", "unchanged")) for r in rows):
        return True
    level = place is not None
    everywhere = (r for (_, local), others in table_rows().items() if local == level for r in others)
    there = (r for r in everywhere if r.place is None or (place is not None and r.place == place.name))
    return any(r.target == base and ended <= r.on <= since for r in there)


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


def _step(base: str, place: Place | None, target: str, to_place: Place | None, row: Row) -> Step:
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
