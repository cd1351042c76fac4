"""The command on a real Neo4j: the same answers, and a wrong password leaves the record alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.neo4j_store import Neo4jStore
from tests.cli.conftest import vanban
from tests.neo4j.server import Server
from tests.samples import SEEDS

pytestmark = pytest.mark.neo4j


@pytest.fixture
def server(neo4j_lts: Server) -> Iterator[Server]:
    """The server with an empty graph."""
    with Neo4jStore(neo4j_lts.uri, user=neo4j_lts.user, password=neo4j_lts.password) as store:
        store.clear()
        yield neo4j_lts
        store.clear()


def settings(server: Server) -> dict[str, str]:
    return {
        "VANBAN_GRAPH": server.uri,
        "VANBAN_NEO4J_USER": server.user,
        "VANBAN_NEO4J_PASSWORD": server.password,
    }


def test_both_graphs_give_the_same_answers(server: Server, tmp_path: Path) -> None:
    embedded, remote = tmp_path / "embedded", tmp_path / "remote"
    assert vanban("ingest", *SEEDS, "--home", embedded).returncode == 0
    run = vanban("ingest", *SEEDS, "--home", remote, **settings(server))
    assert (run.returncode, run.stderr) == (0, "")
    assert not (remote / "graph.kgl").exists()
    for asked in (
        ("chain", "687/QĐ-TTg", "--direction", "both", "--depth", "4"),
        ("owners", "tuyên truyền kinh tế tuần hoàn", "--in", "Lai Châu", "--as-of", "2022-12-31"),
        ("tasks", "--agency", "Sở Tài chính", "--in", "An Giang"),
        ("show", "473/KH-UBND"),
        ("query", "counts"),
        ("query", "edge_counts"),
    ):
        here = vanban(*asked, "--home", embedded, "--json")
        there = vanban(*asked, "--home", remote, "--json", **settings(server))
        assert there.returncode == here.returncode == 0
        assert there.stdout == here.stdout, asked


def test_ingesting_twice_writes_nothing_and_doctor_finds_all_in_order(server: Server, tmp_path: Path) -> None:
    home = tmp_path / "home"
    vanban("ingest", *SEEDS[:2], "--home", home, **settings(server))
    again = vanban("ingest", *SEEDS[:2], "--home", home, "--json", **settings(server))
    assert json.loads(again.stdout)["graph"]["written"] == []
    checked = vanban("doctor", "--home", home, **settings(server))
    assert checked.returncode == 0
    assert "Neo4j: 2 văn bản" in checked.stdout


def test_a_record_fills_another_graph(server: Server, tmp_path: Path) -> None:
    home = tmp_path / "home"
    vanban("ingest", *SEEDS[:2], "--home", home)
    run = vanban("sync", "--home", home, "--json", **settings(server))
    assert len(json.loads(run.stdout)["written"]) == 2
    here = vanban("query", "edge_counts", "--home", home, "--json")
    there = vanban("query", "edge_counts", "--home", home, "--json", **settings(server))
    assert here.stdout == there.stdout


@pytest.mark.parametrize("command", [("ingest", SEEDS[0]), ("sync",), ("chain", "687/QĐ-TTg")])
def test_a_wrong_password_is_one_line_and_exit_code_three(server: Server, tmp_path: Path, command: tuple[str]) -> None:
    home = tmp_path / "home"
    wrong = {**settings(server), "VANBAN_NEO4J_PASSWORD": "wrong"}
    run = vanban(*command, "--home", home, **wrong)
    assert run.returncode == 3
    assert len(run.stderr.splitlines()) == 1
    assert "VANBAN_NEO4J_PASSWORD" in run.stderr
    if command[0] == "ingest":
        assert not (home / "record.sqlite").exists()


@pytest.mark.parametrize("query", ["CREATE (n:X)", "MATCH (n) SET n.x = 1", "CALL apoc.load.json('x')"])
def test_writing_queries_do_not_reach_the_server(server: Server, tmp_path: Path, query: str) -> None:
    run = vanban("cypher", query, "--home", tmp_path, **settings(server))
    assert run.returncode == 1
    assert len(run.stderr.splitlines()) == 1
