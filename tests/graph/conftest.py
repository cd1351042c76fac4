"""The stores under test: the embedded one always, Neo4j where it can be started."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.embedded_store import EmbeddedStore
from graph.neo4j_store import Neo4jStore
from graph.store import GraphStore
from tests.neo4j.server import Server

STORES = [
    "embedded",
    pytest.param("neo4j_lts", marks=pytest.mark.neo4j),
    pytest.param("neo4j_calendar", marks=pytest.mark.neo4j),
]


def connect(server: Server) -> Neo4jStore:
    return Neo4jStore(server.uri, user=server.user, password=server.password)


@pytest.fixture(params=STORES)
def new_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], GraphStore]]:
    """Opens empty stores, one after the other; on a server a new one empties the graph of the one before."""
    opened: list[GraphStore] = []

    def make() -> GraphStore:
        store: GraphStore
        if request.param == "embedded":
            store = EmbeddedStore(tmp_path / f"{len(opened)}.kgl", write=True)
        else:
            store = connect(request.getfixturevalue(request.param))
            store.clear()
        store.ensure_schema()
        opened.append(store)
        return store

    yield make
    for store in opened:
        store.close()


@pytest.fixture
def store(new_store: Callable[[], GraphStore]) -> GraphStore:
    """One empty store."""
    return new_store()
