"""Result values in one plain form for all stores, and other small things that the stores share."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from extractors.fold import norm
from graph.schema import schema
from graph.store import Standing

_JOINED = " > "


def standing_of(row: Mapping[str, Any]) -> Standing:
    """The bookkeeping of a document as the store returned it."""
    joined: dict[str, str] = {}
    for item in row["joined"] or ():
        cited, node = str(item).split(_JOINED, 1)
        joined[cited] = node
    return Standing(str(row["digest"]), joined, frozenset(row["shared"] or ()))


def label_of(identity: str) -> str:
    """The label of a shared node, by its id."""
    return {"agency": "Agency", "place": "Place", "person": "Person"}.get(identity.split(":", 1)[0], "Document")


def words(text: str) -> str:
    """A search text folded to plain words, in which no full-text syntax is left."""
    return norm(text)


def node_map(labels: list[str], properties: Mapping[str, Any]) -> dict[str, Any]:
    """A whole node: its labels and those of its properties that the schema knows."""
    known: set[str] = set()
    for label in labels:
        node = schema().nodes.get(label)
        known |= set(node.properties) if node else set(properties)
    kept = {name: properties[name] for name in sorted(properties) if name in known and properties[name] is not None}
    return {"labels": list(labels), "properties": {name: plain(value) for name, value in kept.items()}}


def edge_map(type_: str, properties: Mapping[str, Any]) -> dict[str, Any]:
    """A whole edge: its type and properties."""
    kept = {name: plain(properties[name]) for name in sorted(properties) if properties[name] is not None}
    return {"type": type_, "properties": kept}


def plain(value: Any) -> Any:
    """Scalars, lists and maps with text keys; dates and times as ISO text."""
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value
