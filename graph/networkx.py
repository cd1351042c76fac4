"""The graph, or a part of it, as a `networkx.MultiDiGraph` for analysis in Python."""

from __future__ import annotations

import sys
from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from extractors.errors import UsageError
from graph.schema import EdgeType, NodeLabel, schema
from graph.store import GraphStore

if TYPE_CHECKING:
    import networkx

TIMEOUT = 300.0


def to_networkx(
    store: GraphStore, *, labels: Collection[str] | None = None, edge_types: Collection[str] | None = None
) -> networkx.MultiDiGraph[str]:
    """The graph of a store: nodes by id, edges keyed ``type`` (and ``type#2`` … for further statements of the same).

    A node carries ``label`` and the properties of ``graph/schema.yaml`` that it has; an edge ``type`` and its own.
    ``labels`` and ``edge_types`` keep a part only (an edge needs both its ends); null keeps all. Nodes and edges
    come in the order of their ids, so that two runs give the same graph. Raises `UsageError` for an unknown name.
    """
    import networkx  # noqa: PLC0415 - heavy, and only for who asks for it

    of = schema()
    nodes = [of.nodes[name] for name in _chosen("nhãn", labels, of.nodes)]
    edges = [of.edges[name] for name in _chosen("loại quan hệ", edge_types, of.edges)]
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for node in nodes:
        for row in _rows(store, _node_query(node)):
            graph.add_node(row["id"], label=node.name, **_given(row, node.properties))
    for edge in edges:
        for start in edge.start:
            for end in edge.end:
                for row in _rows(store, _edge_query(edge, start, end)):
                    if row["a"] in graph and row["b"] in graph:
                        key = _free_key(graph, row["a"], row["b"], edge.name)
                        graph.add_edge(row["a"], row["b"], key=key, type=edge.name, **_given(row, edge.properties))
    return graph


def _chosen(kind: str, wanted: Collection[str] | None, known: Collection[str]) -> list[str]:
    unknown = sorted(set(wanted or ()) - set(known))
    if unknown:
        raise UsageError(f"Không có {kind} {', '.join(unknown)} trong đồ thị", mend=f"Có: {', '.join(known)}")
    return [name for name in known if wanted is None or name in wanted]


def _node_query(node: NodeLabel) -> str:
    columns = ", ".join(f"n.{name} AS {name}" for name in node.properties if not name.startswith("kept_"))
    return f"MATCH (n:{node.name}) RETURN {columns}"


def _edge_query(edge: EdgeType, start: str, end: str) -> str:
    columns = ", ".join(f"e.{name} AS `{name}`" for name in edge.properties)
    return f"MATCH (x:{start})-[e:{edge.name}]->(y:{end}) RETURN x.id AS a, y.id AS b, {columns}"


def _rows(store: GraphStore, query: str) -> list[dict[str, Any]]:
    rows = store.read(query, timeout=TIMEOUT, max_rows=sys.maxsize)
    return sorted(rows, key=lambda row: [str(value) for value in row.values()])


def _given(row: dict[str, Any], names: Collection[str]) -> dict[str, Any]:
    return {name: row[name] for name in names if row.get(name) is not None}


def _free_key(graph: networkx.MultiDiGraph[str], start: str, end: str, type_: str) -> str:
    taken = graph.get_edge_data(start, end, default=None) or ()
    key, number = type_, 1
    while key in taken:
        number += 1
        key = f"{type_}#{number}"
    return key
