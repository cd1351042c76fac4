"""The graph's schema, loaded from ``schema.yaml`` and checked; ``python -m graph.schema`` prints docs/data-model.md."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, cast, get_args

from extractors.findings import RelationType

PropertyType = Literal["string", "integer", "float", "boolean", "strings"]
_RESERVED = frozenset({"type", "label", "node_type", "end"})


class SchemaMistake(Exception):  # noqa: N818 - a mistake of ours, not a condition that a user meets
    """The schema file contradicts itself; raised when it is loaded."""


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a label or an edge type."""

    name: str
    type: PropertyType
    vi: str
    en: str


@dataclass(frozen=True, slots=True)
class NodeLabel:
    """A label; ``fulltext`` names the one property that words are searched in."""

    name: str
    vi: str
    en: str
    shared: bool
    properties: Mapping[str, Property]
    indexes: tuple[str, ...] = ()
    fulltext: str | None = None

    @property
    def fulltext_index(self) -> str:
        """The name of the full-text index, the same in every store."""
        return f"{self.name.lower()}_words"


@dataclass(frozen=True, slots=True)
class EdgeType:
    """An edge type; ``stated`` edges belong to a document, the rest follow from the vocabulary tables."""

    name: str
    vi: str
    en: str
    start: tuple[str, ...]
    end: tuple[str, ...]
    properties: Mapping[str, Property]
    relation: bool = False

    @property
    def stated(self) -> bool:
        """Whether a document states edges of this type."""
        return "stated_in" in self.properties


@dataclass(frozen=True, slots=True)
class Schema:
    """All labels and edge types, by name."""

    version: int
    nodes: Mapping[str, NodeLabel]
    edges: Mapping[str, EdgeType]

    @property
    def shared(self) -> tuple[str, ...]:
        """Labels whose nodes many documents name."""
        return tuple(n.name for n in self.nodes.values() if n.shared)

    @property
    def owned(self) -> tuple[str, ...]:
        """Labels whose nodes belong to one document (``doc_id``)."""
        return tuple(n.name for n in self.nodes.values() if not n.shared)

    @property
    def relations(self) -> tuple[str, ...]:
        """Edge types between two instruments."""
        return tuple(e.name for e in self.edges.values() if e.relation)


@cache
def schema() -> Schema:
    """The schema of the package. Raises `SchemaMistake` for a dangling or forbidden name."""
    import yaml  # noqa: PLC0415 - needed by whoever opens a graph, not by whoever imports this module

    return parse(yaml.safe_load(files("graph").joinpath("schema.yaml").read_text(encoding="utf-8")))


def parse(data: dict[str, Any]) -> Schema:
    """The schema in a loaded YAML document, checked."""
    groups = {name: _properties(group, f"groups.{name}") for name, group in data["groups"].items()}
    nodes = {name: _node(name, body) for name, body in data["nodes"].items()}
    edges = {name: _edge(name, body, groups, nodes) for name, body in data["edges"].items()}
    relations = {e.name for e in edges.values() if e.relation}
    _demand(relations == set(get_args(RelationType)), "edges: relations differ from extractors.findings.RelationType")
    return Schema(int(data["version"]), nodes, edges)


def _demand(condition: bool, mistake: str) -> None:
    if not condition:
        raise SchemaMistake(f"graph/schema.yaml: {mistake}")


def _properties(body: dict[str, Any], where: str) -> dict[str, Property]:
    found = {}
    for name, item in body.items():
        _demand(name not in _RESERVED, f"{where}.{name}: a reserved name")
        _demand(item.get("type") in get_args(PropertyType), f"{where}.{name}: unknown type {item.get('type')!r}")
        _demand(bool(item.get("vi") and item.get("en")), f"{where}.{name}: no description")
        found[name] = Property(name, cast("PropertyType", item["type"]), item["vi"], item["en"])
    _demand(not {"name", "title"} <= set(found), f"{where}: both name and title")
    return found


def _node(name: str, body: dict[str, Any]) -> NodeLabel:
    properties = _properties(body["properties"], f"nodes.{name}")
    shared = bool(body.get("shared"))
    indexes, fulltext = tuple(body.get("indexes", ())), body.get("fulltext")
    _demand("id" in properties, f"nodes.{name}: no id")
    _demand(shared or "doc_id" in indexes, f"nodes.{name}: owned, but no index on doc_id")
    for used in (*indexes, *([fulltext] if fulltext else [])):
        _demand(used in properties, f"nodes.{name}: index on the unknown property {used!r}")
    return NodeLabel(name, body["vi"], body["en"], shared, properties, indexes, fulltext)


def _edge(
    name: str, body: dict[str, Any], groups: dict[str, dict[str, Property]], nodes: dict[str, NodeLabel]
) -> EdgeType:
    group = str(body.get("group"))
    _demand(group in groups, f"edges.{name}: unknown group {group!r}")
    for label in (*body["from"], *body["to"]):
        _demand(label in nodes, f"edges.{name}: unknown label {label!r}")
    own = _properties(body.get("properties", {}), f"edges.{name}")
    properties = {**own, **groups[group]}
    return EdgeType(
        name, body["vi"], body["en"], tuple(body["from"]), tuple(body["to"]), properties, bool(body.get("relation"))
    )


def _table(properties: Mapping[str, Property]) -> Iterator[str]:
    yield "| property | type | tiếng Việt | English |"
    yield "|---|---|---|---|"
    for p in properties.values():
        yield f"| `{p.name}` | {p.type} | {p.vi} | {p.en} |"


def _node_lines(node: NodeLabel) -> Iterator[str]:
    yield f"### {node.name}"
    yield ""
    yield f"{node.vi}. {node.en}. {'Shared by documents.' if node.shared else 'Owned by the document in `doc_id`.'}"
    yield f"Unique: `id`. Indexes: {', '.join(f'`{i}`' for i in node.indexes) or 'none'}."
    if node.fulltext:
        yield f"Full text: `{node.fulltext_index}` on `{node.fulltext}`."
    yield ""
    yield from _table(node.properties)
    yield ""


def document(of: Schema) -> str:
    """The data model as Markdown: docs/data-model.md."""
    lines = [
        "# Data model",
        "",
        "Generated from `graph/schema.yaml` by `python -m graph.schema > docs/data-model.md`; do not edit.",
        "",
        "Every property may be null except `id`. Dates are ISO strings of the printed precision. `norm` is the folded",
        "text: marks off, đ as d, lower case, punctuation as blanks; fold the words you search for in the same way.",
        "A shared node stands as long as a document names it, or the tables reach it from one that a document names.",
        "",
        "## Nodes",
        "",
    ]
    for node in of.nodes.values():
        lines += _node_lines(node)
    lines += ["## Edges", "", "| edge | from | to | tiếng Việt | English | properties |", "|---|---|---|---|---|---|"]
    for edge in of.edges.values():
        names = ", ".join(f"`{p}`" for p in edge.properties)
        lines.append(
            f"| `{edge.name}` | {', '.join(edge.start)} | {', '.join(edge.end)} | {edge.vi} | {edge.en} | {names} |"
        )
    shown: dict[str, Property] = {}
    for edge in of.edges.values():
        for name, p in edge.properties.items():
            shown.setdefault(name, p)
    lines += ["", "### Properties of edges", "", *_table(shown), ""]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write(document(schema()))
