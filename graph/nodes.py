"""Properties of shared nodes, and the edges between them that follow from the vocabulary tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from extractors.agencies import Agency, agencies
from extractors.fold import norm, slug
from extractors.identity import CENTRAL, UNKNOWN
from extractors.places import Place, find_place, places
from extractors.succession import successors_of
from graph.store import EdgeKind, Props

Json = Mapping[str, Any]
Derived = tuple[EdgeKind, str, str, Props]

# How a change of the tables is drawn: what lives on under a new name is succeeded, what is joined is merged.
_EDGE_OF_CHANGE = {"merge": "MERGED_INTO"}


def header_props(identity: str, header: Json, status: str | None = None) -> Props:
    """A document of the record, from its header; ``status`` is what all documents together say."""
    return _instrument(identity, header["number"], header["title"], header["issuer"]) | {
        "doc_type": header["type"],
        "issued_on": header["issued_on"],
        "effective_on": header.get("effective_on"),
        "place": header.get("place"),
        "urn": header.get("urn"),
        "status": status or UNKNOWN,
        "stub": False,
    }


def stub_props(identity: str, said: Json) -> Props:
    """An instrument that is only cited, from what is said of it."""
    return _instrument(identity, said.get("number"), said.get("title"), said.get("issuer")) | {
        "doc_type": said.get("doc_type"),
        "issued_on": said.get("issued_on"),
        "status": said.get("status") or UNKNOWN,
        "candidates": said.get("candidates"),
        "stub": True,
    }


def _instrument(identity: str, number: str | None, title: str | None, issuer: str | None) -> Props:
    _, scope, year, *_ = (*identity.split(":"), UNKNOWN, UNKNOWN)
    return {
        "number": number,
        "title": title,
        "issuer": issuer,
        "scope": scope,
        "year": int(year) if year.isdigit() else None,
        "norm": norm(" ".join(filter(None, (number, title, issuer)))) or None,
    }


def agency_props(identity: str, said: Json) -> Props:
    """An agency, from its id and what documents call it."""
    scope = scope_of_agency(identity)
    name = line_of(identity).names.get(identity) or said.get("name")
    place = _rows().get(scope.split(".")[0])
    listed = _registry().get(identity.rsplit(":", 1)[-1])
    return {
        "name": name,
        "level": _level(scope),
        "valid_from": listed.valid_from if listed else None,
        "valid_until": listed.valid_until if listed else None,
        "place_id": place_id(place[-1]) if place else None,
        "is_group": bool(said.get("is_group")),
        "norm": norm(name) if name else None,
    }


def scope_of_agency(identity: str) -> str:
    """``agency:lai-chau:so-tai-chinh`` -> ``lai-chau``."""
    parts = identity.split(":", 2)
    return parts[1] if len(parts) == 3 else UNKNOWN


def _level(scope: str) -> str | None:
    if scope == CENTRAL:
        return "central"
    province, _, below = scope.partition(".")
    return None if province not in _rows() else "local" if below else "province"


@cache
def _registry() -> dict[str, Agency]:
    """The registry's agencies by the last part of their ids."""
    return {slug(agency.name): agency for agency in agencies()}


def person_props(_: str, said: Json) -> Props:
    """A signer."""
    name = str(said["name"])
    return {"name": name, "norm": norm(name)}


def place_id(place: Place) -> str:
    """``place:lai-chau``: the rows of one name are one place through time."""
    return f"place:{place.scope}"


@dataclass(frozen=True, slots=True)
class PlaceRows:
    """A place, what it was merged into or renamed to, and so on to the end: rows by id, and the edges."""

    nodes: Mapping[str, Props]
    edges: tuple[Derived, ...]


@cache
def _rows() -> dict[str, tuple[Place, ...]]:
    """The table's rows by scope, oldest first."""
    found: dict[str, tuple[Place, ...]] = {}
    for place in places():
        found[place.scope] = (*found.get(place.scope, ()), place)
    return {scope: tuple(sorted(rows, key=lambda p: p.valid_from or "")) for scope, rows in found.items()}


@cache
def place_of(identity: str) -> PlaceRows | None:
    """A place and its line of succession by an id such as ``place:lai-chau``; null for a place that no table knows.

    A district's or commune's scope (``lai-chau.tam-duong``) means its province.
    """
    scope = identity.removeprefix("place:").split(".")[0]
    if scope not in _rows():
        return None
    nodes: dict[str, Props] = {}
    edges: list[Derived] = []
    waiting = [scope]
    while waiting:
        rows = _rows()[waiting.pop()]
        here = place_id(rows[-1])
        if here in nodes:
            continue
        nodes[here] = {
            "name": rows[-1].name,
            "kind": rows[-1].kind,
            "valid_from": rows[0].valid_from,
            "valid_until": rows[-1].valid_until,
            "norm": norm(rows[-1].name),
        }
        for place, after in _successions(rows):
            kind = EdgeKind(_EDGE_OF_CHANGE.get(place.change or "", "SUCCEEDED_BY"), "Place", "Place")
            change: Props = {"on": place.valid_until, "basis": place.basis, "change": place.change}
            edges.append((kind, here, place_id(after), change))
            waiting.append(after.scope)
    return PlaceRows(nodes, tuple(edges))


def _successions(rows: tuple[Place, ...]) -> Iterator[tuple[Place, Place]]:
    """The rows that ended in another place, with that place."""
    for place in rows:
        after = find_place(place.successor, place.valid_until) if place.successor else None
        if after and after.scope != place.scope:
            yield place, after


@dataclass(frozen=True, slots=True)
class Line:
    """What became of an agency, along the whole line: the names of all agencies of it by id, and the changes."""

    names: Mapping[str, str]
    edges: tuple[Derived, ...]


@cache
def line_of(identity: str) -> Line:
    """The line of succession of an agency, from the tables; an enlargement of its province is no change of its own."""
    names: dict[str, str] = {}
    edges: list[Derived] = []
    for step in successors_of(identity):
        names.setdefault(step.from_id, step.from_name)
        names.setdefault(step.to_id, step.to_name)
        if step.from_id != step.to_id:
            kind = EdgeKind(_EDGE_OF_CHANGE.get(step.change, "SUCCEEDED_BY"), "Agency", "Agency")
            props: Props = {"on": step.on, "basis": step.basis, "change": step.change}
            edges.append((kind, step.from_id, step.to_id, {**props, "functions": "; ".join(step.functions) or None}))
    return Line(names, tuple(edges))
