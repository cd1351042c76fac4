"""What is special to a server: addresses, logins, foreign data, other clients."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterator

import neo4j
import pytest

from extractors.errors import GraphUnavailable, UsageError
from graph.neo4j_store import Neo4jStore
from graph.open import open_store
from tests.graph.conftest import connect
from tests.graph.test_contract import PLAN, put
from tests.neo4j.server import Server


def closed_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.parametrize("scheme", ["neo4j", "bolt", "neo4j+ssc"])
def test_a_wrong_address_is_one_line(scheme: str, capfd: pytest.CaptureFixture[str]) -> None:
    uri = f"{scheme}://127.0.0.1:{closed_port()}"
    with pytest.raises(GraphUnavailable) as refused:
        Neo4jStore(uri, password="x")
    assert refused.value.where == uri
    assert refused.value.exit_code == 3
    assert "\n" not in str(refused.value)
    assert capfd.readouterr() == ("", "")


def test_a_name_that_is_no_host_is_one_line() -> None:
    with pytest.raises(GraphUnavailable) as refused:
        Neo4jStore("neo4j://no-such-host.invalid:7687", password="x")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("uri", ["http://localhost:7474", "localhost:7687", "neo4j", "ftp://x"])
def test_another_scheme_is_wrong_usage(uri: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.raises(UsageError) as refused:
        open_store(uri, tmp_path_factory.mktemp("home"))
    assert refused.value.exit_code == 2


@pytest.fixture
def store(neo4j_lts: Server) -> Iterator[Neo4jStore]:
    with connect(neo4j_lts) as opened:
        opened.clear()
        opened.ensure_schema()
        yield opened
        opened.clear()


@pytest.mark.neo4j
@pytest.mark.parametrize(("user", "password"), [("neo4j", "wrong"), ("nobody", "wrong"), ("neo4j", None)])
def test_a_wrong_login_is_one_line(neo4j_lts: Server, user: str, password: str | None) -> None:
    with pytest.raises(GraphUnavailable) as refused:
        Neo4jStore(neo4j_lts.uri, user=user, password=password)
    assert refused.value.code == "graph_login"
    assert "\n" not in str(refused.value)


@pytest.mark.neo4j
def test_a_database_that_is_not_there_is_told(neo4j_lts: Server) -> None:
    with (
        Neo4jStore(neo4j_lts.uri, user=neo4j_lts.user, password=neo4j_lts.password, database="nosuch") as store,
        pytest.raises(GraphUnavailable),
    ):
        store.ensure_schema()


@pytest.mark.neo4j
def test_the_address_opens_the_server(neo4j_lts: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VANBAN_NEO4J_USER", neo4j_lts.user)
    monkeypatch.setenv("VANBAN_NEO4J_PASSWORD", neo4j_lts.password)
    for scheme in ("neo4j", "bolt"):
        with open_store(neo4j_lts.uri.replace("bolt", scheme), "unused") as store:
            assert store.read("RETURN 1 AS x") == [{"x": 1}]


@pytest.mark.neo4j
def test_constraints_and_indexes_are_those_of_the_schema(store: Neo4jStore, neo4j_lts: Server) -> None:
    store.ensure_schema()
    with neo4j.GraphDatabase.driver(neo4j_lts.uri, auth=(neo4j_lts.user, neo4j_lts.password)) as driver:
        rows = driver.execute_query("SHOW INDEXES YIELD name, type, state").records
    made = {row["name"]: row["type"] for row in rows}
    assert all(row["state"] == "ONLINE" for row in rows)
    assert made["document_id"] == "RANGE"
    assert made["task_doc_id"] == "RANGE"
    assert made["task_words"] == "FULLTEXT"


@pytest.mark.neo4j
def test_data_of_others_in_the_database_stays(store: Neo4jStore, neo4j_lts: Server) -> None:
    with neo4j.GraphDatabase.driver(neo4j_lts.uri, auth=(neo4j_lts.user, neo4j_lts.password)) as driver:
        driver.execute_query("CREATE (:Foreign {id: 'x'})")
        put(store, PLAN)
        store.clear()
        assert store.read("MATCH (n) RETURN labels(n) AS labels") == [{"labels": ["Foreign"]}]
        driver.execute_query("MATCH (n:Foreign) DELETE n")


@pytest.mark.neo4j
def test_a_closed_connection_is_opened_again(store: Neo4jStore, neo4j_lts: Server) -> None:
    """The server closes a client's connections; the next write goes through on a new one."""
    put(store, PLAN)
    with neo4j.GraphDatabase.driver(neo4j_lts.uri, auth=(neo4j_lts.user, neo4j_lts.password)) as driver:
        ids = [row["connectionId"] for row in driver.execute_query("CALL dbms.listConnections()").records]
        with contextlib.suppress(neo4j.exceptions.Neo4jError, neo4j.exceptions.DriverError):  # it kills its own too
            driver.execute_query("CALL dbms.killConnections($ids) YIELD message RETURN message", ids=ids)
    assert ids
    put(store, PLAN)
    assert store.read("MATCH (t:Task) RETURN count(t) AS n") == [{"n": 2}]
