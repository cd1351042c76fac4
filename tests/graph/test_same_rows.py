"""Every question of the catalogue, and the whole graph, on both stores for the same record: the same rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from graph.embedded_store import EmbeddedStore
from graph.neo4j_store import Neo4jStore
from graph.store import GraphStore
from graph.update import update
from queries.catalogue import Query, catalogue
from tests.graph.conftest import connect
from tests.graph.documents import dump
from tests.neo4j.server import Server
from tests.samples import gold_home

Rows = list[dict[str, Any]]
SOME = 6

# Where the values of a required parameter come from, by the parameter's name: ids, words … that the graph has.
VALUES = {
    "id": "MATCH (d:Document) RETURN d.id AS v ORDER BY v",
    "ids": "MATCH (n) WHERE n:Document OR n:Agency RETURN n.id AS v ORDER BY v",
    "digits": "MATCH (d:Document) WHERE d.number IS NOT NULL RETURN DISTINCT split(d.number, '/')[0] AS v ORDER BY v",
    "words": "MATCH (g:Agency) WHERE g.norm IS NOT NULL RETURN g.norm AS v ORDER BY v",
    "name": "MATCH (p:Person) RETURN p.norm AS v ORDER BY v",
    "scopes": "MATCH (d:Document) WHERE d.scope IS NOT NULL RETURN DISTINCT d.scope AS v ORDER BY v",
    "date": "MATCH (t:Task) WHERE t.due_on IS NOT NULL RETURN DISTINCT t.due_on AS v ORDER BY v",
}


@pytest.fixture(scope="module")
def embedded() -> Iterator[EmbeddedStore]:
    with EmbeddedStore(gold_home().folder / "graph.kgl") as store:
        yield store


@pytest.fixture(scope="module")
def on_server(neo4j_lts: Server) -> Iterator[Neo4jStore]:
    with connect(neo4j_lts) as store, gold_home().record() as record:
        store.clear()
        store.ensure_schema()
        update(store, record)
        yield store
        store.clear()


def values(store: GraphStore, name: str, kind: str) -> list[Any]:
    """Values to try for a parameter: some that the graph has, spread over it, and one that it has not."""
    if kind == "integer":
        return [3, 1]
    query = VALUES.get(name)
    assert query, f"parameter {name}: say in VALUES where its values come from"
    found = [str(row["v"]) for row in store.read(query)]
    some = [*found[:: max(1, len(found) // SOME)], "không có"]
    return [found, some[:2], []] if kind == "list" else some


def runs(store: GraphStore, query: Query) -> list[dict[str, Any]]:
    """Parameter sets: each required parameter over its values, the others by default."""
    required = [p for p in query.parameters if p.required]
    lists = [values(store, p.name, p.kind) for p in required]
    longest = max((len(found) for found in lists), default=1)
    sets = [{p.name: found[i % len(found)] for p, found in zip(required, lists, strict=True)} for i in range(longest)]
    return [query.bind(given) for given in sets]


@pytest.mark.neo4j
@pytest.mark.parametrize("name", list(catalogue()))
def test_a_question_has_the_same_answer_on_both_stores(
    name: str, embedded: EmbeddedStore, on_server: Neo4jStore
) -> None:
    query = catalogue()[name]
    for given in runs(embedded, query):
        mine, theirs = (store.read(query.text, given, timeout=120) for store in (embedded, on_server))
        assert mine == theirs, given


@pytest.mark.neo4j
def test_the_graphs_are_the_same(embedded: EmbeddedStore, on_server: Neo4jStore) -> None:
    mine, theirs = dump(embedded, kept=True), dump(on_server, kept=True)
    assert {name: len(rows) for name, rows in mine.items()} == {name: len(rows) for name, rows in theirs.items()}
    assert mine == theirs
    assert len(mine["Task"]) > 100


@pytest.mark.neo4j
def test_words_find_the_same_nodes(embedded: EmbeddedStore, on_server: Neo4jStore) -> None:
    """The order of hits may differ: the engines weigh words in their own ways."""
    for label, words in (("Task", "kinh tế tuần hoàn"), ("Agency", "so tai chinh"), ("Document", "687/QĐ-TTg")):
        mine, theirs = ({hit.id for hit in s.search(words, label=label, limit=5000)} for s in (embedded, on_server))
        assert mine == theirs
        assert mine
