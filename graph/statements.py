"""The Cypher that writes the graph, the same text for every store, built from the schema only.

Labels, edge types and property names are ours; values are always parameters. The order inside one transaction:
`deletions` of what the documents stated before, nodes, edges, then `SWEEP` over the shared nodes that they named, and
what the tables reach from those, until it finds nothing more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from graph.schema import Schema
from graph.store import DocSubgraph, Edge, EdgeKind, Props

Statement = tuple[str, dict[str, Any]]
ROWS = 2000
CLEAR_ROWS = 10_000
DATED = frozenset({"SUCCEEDED_BY", "MERGED_INTO"})

STANDING = (
    "MATCH (d:Document) WHERE d.kept_digest IS NOT NULL "
    "RETURN d.id AS id, d.kept_digest AS digest, d.kept_joined AS joined, d.kept_shared AS shared, "
    "d.kept_beside AS beside"
)
ANY_DIGEST = "MATCH (d:Document) WHERE d.kept_digest IS NOT NULL RETURN d.kept_digest AS digest LIMIT 1"
STANDING_OF = (
    "UNWIND $ids AS i MATCH (d:Document {id: i}) WHERE d.kept_digest IS NOT NULL "
    "RETURN d.id AS id, d.kept_digest AS digest, d.kept_joined AS joined, d.kept_shared AS shared, "
    "d.kept_beside AS beside"
)


AWAIT_INDEXES = "CALL db.awaitIndexes(300)"
SEARCH = (
    "CALL db.index.fulltext.queryNodes($index, $words) YIELD node, score "
    "RETURN node.id AS id, score ORDER BY score DESC, id LIMIT $limit"
)


def constraints(of: Schema) -> Iterator[str]:
    """One id a node; ids are looked up in every statement below."""
    for node in of.nodes.values():
        yield f"CREATE CONSTRAINT {node.name.lower()}_id IF NOT EXISTS FOR (n:{node.name}) REQUIRE n.id IS UNIQUE"


def indexes(of: Schema) -> Iterator[str]:
    """Indexes of properties that queries select by."""
    for node in of.nodes.values():
        for name in node.indexes:
            yield f"CREATE INDEX {node.name.lower()}_{name} IF NOT EXISTS FOR (n:{node.name}) ON (n.{name})"


def fulltext_indexes(of: Schema) -> Iterator[str]:
    """Full-text indexes over the folded words."""
    for node in of.nodes.values():
        if node.fulltext:
            on = f"FOR (n:{node.name}) ON EACH [n.{node.fulltext}]"
            yield f"CREATE FULLTEXT INDEX {node.fulltext_index} IF NOT EXISTS {on}"


def merge_nodes(label: str) -> str:
    """Shared nodes, made or brought up to date."""
    return f"UNWIND $rows AS r MERGE (n:{label} {{id: r.id}}) SET n += r.props"


def refer_to_nodes(label: str) -> str:
    """Shared nodes whose properties another document states."""
    return f"UNWIND $rows AS r MERGE (:{label} {{id: r.id}})"


def create_nodes(label: str) -> str:
    """A document's own nodes; the old ones are gone by then."""
    return f"UNWIND $rows AS r CREATE (n:{label} {{id: r.id}}) SET n += r.props"


def set_nodes(label: str) -> str:
    """Properties of shared nodes that exist."""
    return f"UNWIND $rows AS r MATCH (n:{label} {{id: r.id}}) SET n += r.props"


def create_edges(kind: EdgeKind) -> str:
    """Edges that documents state: one for each statement."""
    return (
        f"UNWIND $rows AS r MATCH (a:{kind.start} {{id: r.a}}) MATCH (b:{kind.end} {{id: r.b}}) "
        f"CREATE (a)-[e:{kind.type}]->(b) SET e += r.props"
    )


def merge_edges(kind: EdgeKind) -> str:
    """Edges that follow from the tables, whoever names their ends: one between two nodes, or one for each day."""
    dated = " {on: r.props.on}" if kind.type in DATED else ""
    return (
        f"UNWIND $rows AS r MATCH (a:{kind.start} {{id: r.a}}) MATCH (b:{kind.end} {{id: r.b}}) "
        f"MERGE (a)-[e:{kind.type}{dated}]->(b) SET e += r.props"
    )


def deletions(of: Schema, ids: Sequence[str], starts: Sequence[str]) -> Iterator[Statement]:
    """Take out all that documents stated. ``starts``: documents where edges that they state may begin."""
    for label in of.owned:
        yield f"UNWIND $ids AS i MATCH (n:{label} {{doc_id: i}}) DETACH DELETE n", {"ids": list(ids)}
    types = "|".join(e.name for e in of.edges.values() if e.stated and "Document" in e.start)
    found = f"MATCH (d:Document {{id: i}})-[e:{types}]->() WHERE e.stated_in IN $ids"
    yield f"UNWIND $starts AS i {found} DELETE e", {"starts": list(starts), "ids": list(ids)}


# A document that leaves the record; what others say of it was put before, or comes with them.
FORGET = (
    "UNWIND $ids AS i MATCH (d:Document {id: i}) SET d.stub = true, d.effective_on = null, d.urn = null, "
    "d.place = null, d.kept_digest = null, d.kept_joined = null, d.kept_shared = null, d.kept_beside = null"
)


def reached(label: str) -> str:
    """What the tables reach from shared nodes in one step."""
    return (
        f"UNWIND $ids AS i MATCH (n:{label} {{id: i}})-[e]->(m) WHERE e.stated_in IS NULL "
        "RETURN DISTINCT labels(m)[0] AS label, m.id AS id"
    )


def unnamed(label: str) -> str:
    """Those of some shared nodes that no document names and no table reaches from another node."""
    own = " AND n.kept_digest IS NULL" if label == "Document" else ""
    return (
        f"UNWIND $ids AS i MATCH (n:{label} {{id: i}}) "
        "WHERE NOT EXISTS { MATCH (n)-[e]->() WHERE e.stated_in IS NOT NULL } "
        f"AND NOT EXISTS {{ MATCH (n)<-[]-() }}{own} RETURN n.id AS id"
    )


def delete_nodes(label: str) -> str:
    """Nodes by id, with their edges."""
    return f"UNWIND $ids AS i MATCH (n:{label} {{id: i}}) DETACH DELETE n"


def clear(label: str) -> str:
    """Delete some nodes of a label; to be run until it deletes none."""
    return f"MATCH (n:{label}) WITH n LIMIT {CLEAR_ROWS} DETACH DELETE n RETURN count(*) AS n"


def set_rows(label: str, rows: Mapping[str, Props]) -> Iterator[Statement]:
    """The statements that bring shared nodes up to date."""
    yield from _sliced(set_nodes(label), [{"id": i, "props": props} for i, props in rows.items()])


def writes(of: Schema, subgraphs: Iterable[DocSubgraph]) -> Iterator[Statement]:
    """The statements that write documents: nodes first, then edges, in slices of at most `ROWS` rows."""
    nodes: dict[str, dict[str, Props]] = defaultdict(dict)
    references: dict[str, dict[str, None]] = defaultdict(dict)
    edges: dict[EdgeKind, list[Edge]] = defaultdict(list)
    for sub in subgraphs:
        for label, rows in sub.nodes.items():
            nodes[label].update(rows)
        for label, ids in sub.references.items():
            references[label].update(dict.fromkeys(ids))
        for kind, found in sub.edges.items():
            edges[kind].extend(found)
    for label, rows in nodes.items():
        text = merge_nodes(label) if of.nodes[label].shared else create_nodes(label)
        yield from _sliced(text, [{"id": i, "props": props} for i, props in rows.items()])
    for label, ids in references.items():
        yield from _sliced(refer_to_nodes(label), [{"id": i} for i in ids if i not in nodes[label]])
    for kind, found in edges.items():
        yield from _edges(kind, found)


def _edges(kind: EdgeKind, edges: list[Edge]) -> Iterator[Statement]:
    derived = {(e.start, e.end, e.props.get("on")): e for e in edges if e.props.get("stated_in") is None}
    stated = [e for e in edges if e.props.get("stated_in") is not None]
    for text, found in ((merge_edges(kind), derived.values()), (create_edges(kind), stated)):
        yield from _sliced(text, [{"a": e.start, "b": e.end, "props": e.props} for e in found])


def _sliced(text: str, rows: list[dict[str, Any]]) -> Iterator[Statement]:
    for first in range(0, len(rows), ROWS):
        yield text, {"rows": rows[first : first + ROWS]}


def all_texts(of: Schema) -> Iterator[str]:
    """Every text that this module can give, for the checks of the grammar."""
    yield from (
        *constraints(of),
        *indexes(of),
        *fulltext_indexes(of),
        STANDING,
        STANDING_OF,
        ANY_DIGEST,
        FORGET,
        SEARCH,
    )
    for label in of.nodes:
        yield from (f(label) for f in (merge_nodes, create_nodes, refer_to_nodes, set_nodes, delete_nodes, clear))
    for label in of.shared:
        yield from (reached(label), unnamed(label))
    for edge in of.edges.values():
        for start in edge.start:
            for end in edge.end:
                yield from (f(EdgeKind(edge.name, start, end)) for f in (create_edges, merge_edges))
    yield from (text for text, _ in deletions(of, (), ()))
