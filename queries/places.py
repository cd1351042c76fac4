"""Provinces in a question, and the places whose documents speak for a place on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extractors.errors import UsageError
from extractors.fold import norm
from extractors.identity import scope_of_place
from extractors.localities import Locality, became, came_from, localities
from extractors.places import Place, find_place, places, successor
from extractors.unit_kinds import LOCAL_KINDS, PROVINCE_KINDS

# What stands before a province's name; folded.
_KIND = (("thanh", "pho"), ("tinh",), ("tp",))
_THEN = "2025-06-30"
_UNIT_KINDS = tuple(tuple(norm(kind).split()) for kind in LOCAL_KINDS if kind not in PROVINCE_KINDS)
_LONGEST = 4  # syllables of a unit's name
_BEFORE = (("tren", "dia", "ban"), ("dia", "ban"), ("o",), ("tai",), ("thuoc",), ("cua",))


@dataclass(frozen=True, slots=True)
class Named:
    """A province in a question: the words from ``start`` to ``end`` name it, with what leads to it ("ở tỉnh")."""

    place: Place
    start: int
    end: int


def named_places(tokens: Sequence[tuple[str, str]]) -> tuple[Named, ...]:
    """The provinces that a question's words (as written and folded) name.

    A name counts where a kind or a preposition stands before it ("tỉnh An Giang", "o Lai Chau") or where it is
    written as a name ("An Giang"): a folded name alone may be other words ("Huế", "huệ").
    """
    found: list[Named] = []
    at = 0
    while at < len(tokens):
        one = _named_at(tokens, at)
        if one:
            found.append(one)
        at = one.end if one else at + 1
    return tuple(found)


@dataclass(frozen=True, slots=True)
class NamedUnit:
    """A district or commune in a question, by its address; the words from ``start`` to ``end`` name it."""

    address: str
    start: int
    end: int


def named_units(tokens: Sequence[tuple[str, str]], provinces: Iterable[str] = ()) -> tuple[NamedUnit, ...]:
    """The districts and communes that a question's words name with their kind ("huyện Than Uyên", "o xa muong kim").

    A name that several provinces have counts only with its province, which the question names as well.
    """
    within = tuple(provinces)
    found: list[NamedUnit] = []
    at = 0
    while at < len(tokens):
        one = _unit_at(tokens, at, within)
        if one:
            found.append(one)
        at = one.end if one else at + 1
    return tuple(found)


def _unit_at(tokens: Sequence[tuple[str, str]], at: int, provinces: tuple[str, ...]) -> NamedUnit | None:
    folded = tuple(word for _, word in tokens)
    kind = next((kind for kind in _UNIT_KINDS if folded[at : at + len(kind)] == kind), None)
    name = at + len(kind or ())
    if kind is None or name >= len(tokens):
        return None
    start = _led_from(folded, at)
    if start == at and not (tokens[name][0][0].isupper() or tokens[name][0].isdigit()):
        return None
    for end in range(min(name + _LONGEST, len(tokens)), name, -1):
        words = " ".join(word for word, _ in tokens[at:end])
        units = _within(localities(words), provinces)
        if units and len({_today(unit.province) for unit in units}) == 1:
            return NamedUnit(units[0].address, start, end)
    return None


def _within(units: Sequence[Locality], provinces: tuple[str, ...]) -> Sequence[Locality]:
    """Those of the provinces named, else those of provinces that were joined with them."""
    joined = {_today(name) for name in provinces}
    exact = [unit for unit in units if unit.province in provinces]
    return exact or [unit for unit in units if not provinces or _today(unit.province) in joined]


def _named_at(tokens: Sequence[tuple[str, str]], at: int) -> Named | None:
    folded = tuple(word for _, word in tokens)
    for syllables, names in _by_syllables():
        end = at + len(syllables)
        if folded[at:end] != syllables:
            continue
        start = _led_from(folded, at)
        written = " ".join(word for word, _ in tokens[at:end])
        place = find_place(" ".join(syllables))
        if place and (start < at or written in names):
            return Named(place, start, end)
    return None


def _led_from(folded: tuple[str, ...], at: int) -> int:
    """Where the words begin that lead to a name: ``ở``, ``tỉnh``, ``trên địa bàn thành phố``."""
    for group in (_KIND, _BEFORE):
        at -= next((len(lead) for lead in group if at >= len(lead) and folded[at - len(lead) : at] == lead), 0)
    return at


@cache
def _by_syllables() -> tuple[tuple[tuple[str, ...], frozenset[str]], ...]:
    """The folded syllables of each name and alias with its spellings, the longest first."""
    found: dict[tuple[str, ...], set[str]] = {}
    for place in places():
        for name in (place.name, *place.aliases):
            spelt = name.replace(" - ", " ").replace("-", " ").replace(".", " ")
            found.setdefault(tuple(norm(name).split()), set()).add(" ".join(spelt.split()))
    return tuple(sorted(((k, frozenset(v)) for k, v in found.items()), key=lambda row: (-len(row[0]), row[0])))


@dataclass(frozen=True, slots=True)
class Area:
    """Where to look: ``whole`` are the scopes of provinces, with all below them, ``alone`` those of single units.

    ``bodies`` are the scopes whose own agencies are meant; ``named`` are the folded names of the provinces of
    ``whole`` with their kinds, a blank at both ends (" tinh lai chau "), by which central documents speak of them.
    """

    whole: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


def area_of(names: Iterable[str], day: str) -> Area:
    """The area of places: provinces, and districts and communes of then or of today ("huyện Than Uyên").

    What was said in a district or commune goes on where its area went by the day, and what was said in those that a
    commune of today came from goes on there; the documents of its province hold for a district or commune too.
    Raises `UsageError` for a district or commune whose name several provinces have.
    """
    whole: list[str] = []
    alone: list[str] = []
    bodies: list[str] = []
    for name in names:
        units = _units(name)
        if not units:
            whole += scopes_on([name], day)
            bodies.append(scope_of_place(name))
            continue
        own = {unit.scope for unit in units}
        bodies += sorted(own)
        alone += sorted(own | {scope for unit in units for scope in _joined(unit, day)})
        alone += scopes_on(sorted({unit.province for unit in units}), day)
    named = sorted({f" {norm(f'{place.kind} {place.name}')} " for place in places() if place.scope in whole})
    return Area(tuple(whole), tuple(dict.fromkeys(alone)), tuple(bodies), tuple(named))


def _units(name: str) -> tuple[Locality, ...]:
    """The districts and communes of a name that is no province's; "thành phố Lai Châu" lies in the province."""
    province = find_place(name)
    if province and not (norm(name).startswith(("thanh pho ", "tp ")) and province.kind == "tỉnh"):
        return ()
    units = localities(name)
    if len({_today(unit.province) for unit in units}) > 1:
        found = "; ".join(dict.fromkeys(unit.address for unit in units[:6]))
        raise UsageError(
            f"Có nhiều nơi tên «{name}»: {found}", mend="Viết thêm tỉnh: --in 'huyện Châu Thành, An Giang'"
        )
    return units


def _today(province: str) -> str:
    place = find_place(province, _THEN)
    return successor(place).name if place else province


def _joined(unit: Locality, day: str) -> Iterator[str]:
    """The scopes of the units whose area, or a part of it, is in a unit's."""
    change = became(unit)
    if change and day >= change.on:
        yield from (new.scope for new in change.into)
    for old in (*came_from(unit), unit):
        yield old.scope
        if old.district:
            yield from (one.scope for one in localities(f"{old.district}, {old.province}", _THEN))


def scopes_on(names: Iterable[str], day: str) -> list[str]:
    """The scopes of places, and of those that were joined with them by a day: their documents go on there."""
    wanted = {scope_of_place(name) for name in names}
    return sorted(wanted | {p.scope for p in places() if successor(p, day).scope in wanted})
