"""What became of a body of a district or commune when districts ended and communes were joined, on 1 July 2025.

A commune's body goes on in the communes that have its area, several where it was divided. A district's body follows
the rows of ``tables/succession.csv`` that speak of bodies of districts ("Ủy ban nhân dân huyện, quận, …"): to the
bodies of the communes in its area, to a body of the province, or to one of a region; all are candidates, and none of
them is the district's own successor. The communes are those of ``tables/communes.csv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractors.agencies.names import agency_id, in_unit, named
from extractors.agencies.registry import PROVINCE_LEVEL, Agency
from extractors.agencies.suffix import Suffix
from extractors.findings import Jurisdiction
from extractors.fold import slug
from extractors.identity import CENTRAL
from extractors.localities import DAY, Change, Locality, became, by_scope, communes_of
from extractors.places import Place, find_place, places, successor
from extractors.succession.provincial import successors
from extractors.succession.rows import Row, Step, names_by_slug, table_rows
from extractors.unit_kinds import LOCAL_KINDS

_KINDS = sorted(map(slug, LOCAL_KINDS), key=len, reverse=True)  # "thi-xa" before "xa"
# "Ủy ban nhân dân huyện, quận, thị xã, thành phố thuộc tỉnh", "Công an cấp huyện"
_OF_ANY_DISTRICT = re.compile(r" (?:cấp huyện|huyện(?:, quận(?:, thị xã(?:, thành phố thuộc(?: tỉnh)?)?)?)?)$")
# "Ủy ban nhân dân xã, phường, đặc khu", "Phòng Kinh tế xã, đặc khu", "Công an cấp xã"
_OF_ANY_COMMUNE = re.compile(r" (?P<kinds>cấp xã|xã, phường, đặc khu|xã, đặc khu|phường|xã)$")
_SEPARATE = ("Phòng ", "Huyện ủy", "Quận ủy", "Thị ủy")  # what only districts have, with no word for it in the table


@dataclass(frozen=True, slots=True)
class _Body:
    """A body of a district or commune: its name without the unit, and the unit."""

    name: str
    unit: Locality

    @property
    def id(self) -> str:
        return agency_id(self.unit.scope, f"{self.name} {self.unit.kind}")

    @property
    def full(self) -> str:
        return in_unit(self.name, self.unit, self.unit.level).agency


def local_successors(identity: str, on: str | None = None) -> tuple[Step, ...]:
    """As `successors_of`, for the id of a body below the province (``agency:lai-chau.than-uyen:…``)."""
    body = _body(identity, on)
    return tuple(_steps(body, on or "")) if body else ()


def _body(identity: str, on: str | None) -> _Body | None:
    """The body of an id: one of then, where the day is before 1 July 2025 or the unit is no more."""
    _, scope, local = identity.split(":", 2)
    kind = next((kind for kind in _KINDS if local.endswith(f"-{kind}")), None)
    units = [unit for unit in by_scope(scope) if slug(unit.kind) == kind]
    then = [unit for unit in units if unit.valid_until]
    unit = next(iter(then if on is None or on < DAY or len(then) == len(units) else units[::-1]), None)
    if kind is None or unit is None:
        return None
    name = _names().get(local.removesuffix(f"-{kind}"))
    return _Body(name, unit) if name else None


def _steps(body: _Body, since: str) -> Iterator[Step]:
    change = became(body.unit)
    if change is None or (since >= DAY and body.unit.exists(since)):
        return
    if body.unit.level == "xã":
        yield from _of_commune(body, change)
        return
    own = _rows_of_districts().get(body.name, ())
    first = min((row.on for row in own if row.on > since), default=max((row.on for row in own), default=""))
    for row in own:
        if row.on != first:
            continue
        for step, after in _of_district(body, change, row):
            yield step
            yield from _steps(after, row.on) if after else ()
            yield from () if after else _of_provinces(step, row)


def _of_commune(body: _Body, change: Change) -> Iterator[Step]:
    """A body of a commune: the same of the communes that have its area."""
    for unit in change.into:
        after = _Body(body.name, unit)
        if change.kind != "unchanged" or after.id != body.id:
            kind = "merge" if change.kind == "unchanged" else change.kind
            yield Step(body.full, after.full, body.id, after.id, change.on, change.basis, kind)


def _of_district(body: _Body, change: Change, row: Row) -> Iterator[tuple[Step, _Body | None]]:
    """The steps of one row; the body that they lead to where that is one of a district that goes on."""
    commune = _OF_ANY_COMMUNE.search(row.target)
    if commune:
        name = row.target[: commune.start()]
        for unit in change.into if row.on >= DAY else communes_of(body.unit):
            if commune["kinds"] in ("xã", "cấp xã") or unit.kind in commune["kinds"].split(", "):
                after = _Body(name, unit)
                yield _step(body, after.full, after.id, row), after
    elif row.target.startswith(_SEPARATE):
        after = _Body(row.target, body.unit)
        if after != body:
            yield _step(body, after.full, after.id, row), after
    else:
        yield _step(body, *_of_province(row, body.unit), row), None


def _of_provinces(step: Step, row: Row) -> tuple[Step, ...]:
    """What became, after a step, of the body of the province that it leads to."""
    scope = step.to_id.split(":")[1]
    place = next((place for place in places() if place.scope == scope), None)
    return successors(row.target, place.name, row.on) if place and step.to_name != row.target else ()


def _of_province(row: Row, unit: Locality) -> tuple[str, str]:
    """The name and id of a body of the province, or of a region in it."""
    own = find_place(unit.province, unit.valid_until)
    place = successor(own, row.on) if own else None
    if place is None or "khu vực" in row.target or row.target.endswith("cơ sở"):
        return row.target, agency_id(place.scope if place else None, row.target)
    found = named(Agency(row.target, PROVINCE_LEVEL, True, None, None), Suffix(0, place=place), _speaking_from(place))
    return found.agency, found.id


def _speaking_from(place: Place) -> Jurisdiction:
    return Jurisdiction(place.scope, place.name, place.kind)


def _step(body: _Body, name: str, identity: str, row: Row) -> Step:
    facts = (row.on, row.basis, row.change, row.functions, row.default, row.confidence)
    return Step(body.full, name, body.id, identity, *facts)


# "uy-ban-nhan-dan-cac-huyen-thi-xa-thanh-pho", "hoi-ddong-nhan-dan-uy-ban-nhan-dan-cap-huyen"
_DISTRICT_SLUG = r"(?:huyen|quan|thi-xa|thanh-pho)"
_COUNCILS_OF_DISTRICTS = re.compile(
    r"(?P<heads>(?:hoi-ddong-nhan-dan-)?uy-ban-nhan-dan|hoi-ddong-nhan-dan)-(?:(?P<level>cap-huyen)|"
    rf"(?P<many>cac-)?(?P<units>(?=.*(?:huyen|quan|thi-xa)){_DISTRICT_SLUG}(?:-(?:va-)?(?:cac-)?{_DISTRICT_SLUG})*))"
    r"(?:-truc-thuoc(?:-tinh)?|-tren-ddia-ban(?:-tinh)?)?"
)
_HEADS = {"uy-ban-nhan-dan": "Ủy ban nhân dân", "hoi-ddong-nhan-dan": "Hội đồng nhân dân"}
_COMMUNES = "các xã, phường, đặc khu"


def group_successors(identity: str) -> tuple[Step, ...]:
    """What became of the councils or committees of a province's districts, named together ("UBND các huyện").

    Those of the communes are the table's default; a committee's tasks may have gone to the province's too.
    """
    _, scope, local = identity.split(":", 2)
    match = _COUNCILS_OF_DISTRICTS.fullmatch(local)
    if match is None:
        return ()
    heads = [name for key, name in _HEADS.items() if key in match["heads"]][::-1]
    units = re.findall(_DISTRICT_SLUG, match["units"] or "")
    kinds = ", ".join({slug(kind): kind for kind in ("huyện", "quận", "thị xã", "thành phố")}[unit] for unit in units)
    name = f"{', '.join(heads)} {'các ' if match['many'] else ''}{kinds or 'cấp huyện'}"
    own = next((place for place in places() if place.scope == scope and place.exists("2025-06-30")), None)
    place = successor(own, DAY) if own else None
    return tuple(
        _group_step((name, identity), row, heads, place)
        for row in _rows_of_districts()[heads[-1]]
        if place or _OF_ANY_COMMUNE.search(row.target)
    )


def _group_step(before: tuple[str, str], row: Row, heads: list[str], place: Place | None) -> Step:
    if place is None or _OF_ANY_COMMUNE.search(row.target):
        name = f"{', '.join(heads)} {_COMMUNES}"
        after = (name, agency_id(place.scope if place else CENTRAL, name))
    else:
        found = named(
            Agency(row.target, PROVINCE_LEVEL, True, None, None), Suffix(0, place=place), _speaking_from(place)
        )
        after = (found.agency, found.id)
    return Step(
        before[0],
        after[0],
        before[1],
        after[1],
        row.on,
        row.basis,
        row.change,
        row.functions,
        row.default,
        row.confidence,
    )


@cache
def _rows_of_districts() -> dict[str, tuple[Row, ...]]:
    """The rows that speak of bodies of districts, by name without the word for it."""
    found: dict[str, tuple[Row, ...]] = {}
    for (name, local), own in table_rows().items():
        if not local or not (_OF_ANY_DISTRICT.search(name) or name.startswith(_SEPARATE)):
            continue
        key = _OF_ANY_DISTRICT.sub("", name)
        found[key] = (*found.get(key, ()), *own)
    return found


@cache
def _names() -> dict[str, str]:
    return names_by_slug() | {slug(name): name for name in _rows_of_districts()}
