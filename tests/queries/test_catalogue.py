"""The catalogue: every file is a question in two languages, its parameters are declared, its names are the schema's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extractors.errors import UsageError
from graph.embedded_store import EmbeddedStore
from graph.neo4j_store import Neo4jStore
from graph.schema import schema
from graph.store import GraphStore
from graph.update import update
from queries.catalogue import Query, ask, catalogue, parse, run
from tests.neo4j.server import Server
from tests.samples import sample_home

NAMES = sorted(catalogue())
# A value for each parameter, chosen so that the sample corpus has an answer.
VALUES: dict[str, Any] = {
    "id": "vn:an-giang:2022:473-kh-ubnd",
    "ids": ["vn:an-giang:2022:473-kh-ubnd", "vn:trung-uong:2022:687-qdd-ttg"],
    "digits": "687",
    "words": [" tuyen ", " truyen "],
    "date": "2031-01-01",
    "scopes": ["an-giang"],
}
OF_QUERY: dict[str, dict[str, Any]] = {
    "agencies_by_name": {"words": "Sở Tài chính"},
    "tasks_of_agencies": {"ids": ["agency:an-giang:so-tai-chinh", "agency:lai-chau:so-tai-chinh"]},
    "groups_of_agencies": {"ids": ["agency:an-giang:so-cong-thuong"]},
    "predecessors": {"ids": ["agency:an-giang:so-tai-chinh"]},
    "successors": {"ids": ["agency:lai-chau:so-ke-hoach-va-dau-tu"]},
    "implementers": {"id": "vn:trung-uong:2022:687-qdd-ttg"},
    "citing": {"id": "vn:trung-uong:2022:687-qdd-ttg"},
    "changes_in_force": {"id": "vn:trung-uong:2022:687-qdd-ttg"},
}
# Nothing in the samples answers these; the tests of their functions do.
MAY_BE_EMPTY = {"ambiguous", "changes_in_force", "changes_of", "successors"}


@pytest.fixture(scope="module")
def store() -> Iterator[GraphStore]:
    with sample_home().store() as opened:
        yield opened


def values(query: Query) -> dict[str, Any]:
    given = {p.name: VALUES[p.name] for p in query.parameters if p.required}
    return {**given, **OF_QUERY.get(query.name, {})}


def test_there_are_at_least_twelve_questions() -> None:
    assert len(NAMES) >= 12


@pytest.mark.parametrize("name", NAMES)
def test_a_question_stands_on_top_in_both_languages(name: str) -> None:
    query = catalogue()[name]
    assert re.search(r"[ăâđêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵ]", query.question.lower())
    assert query.english.isascii()
    assert query.question.endswith("?")
    assert query.english.endswith("?")


@pytest.mark.parametrize("name", NAMES)
def test_parameters_are_declared_and_used(name: str) -> None:
    query = catalogue()[name]
    body = "\n".join(line for line in query.text.splitlines() if not line.startswith("//"))
    assert set(re.findall(r"\$(\w+)", body)) == {p.name for p in query.parameters}


@pytest.mark.parametrize("name", NAMES)
def test_labels_relations_and_properties_are_the_schemas(name: str) -> None:
    text = catalogue()[name].text
    labels = set(re.findall(r"\(\w*:(\w+)", text))
    relations = {r for group in re.findall(r"\[\w*:([\w|]+)", text) for r in group.split("|")}
    assert labels <= set(schema().nodes)
    assert relations <= set(schema().edges)
    known = {p for node in schema().nodes.values() for p in node.properties} | {
        p for edge in schema().edges.values() for p in edge.properties
    }
    assert set(re.findall(r"\b[a-z]\w*\.([a-z_]+)\b(?!\()", text)) <= known


@pytest.mark.parametrize("name", NAMES)
def test_every_question_has_an_answer_in_the_samples(store: GraphStore, name: str) -> None:
    rows = ask(store, name, values(catalogue()[name]))
    assert rows or name in MAY_BE_EMPTY
    assert all(isinstance(key, str) for row in rows for key in row)


@pytest.mark.neo4j
@pytest.mark.parametrize("server", ["neo4j_lts", "neo4j_calendar"])
def test_both_graphs_give_the_same_rows(store: GraphStore, server: str, request: pytest.FixtureRequest) -> None:
    running: Server = request.getfixturevalue(server)
    with (
        sample_home().record() as record,
        Neo4jStore(running.uri, user=running.user, password=running.password) as other,
    ):
        other.clear()
        other.ensure_schema()
        update(other, record)
        for name in NAMES:
            given = values(catalogue()[name])
            assert ask(other, name, given) == ask(store, name, given), name
        other.clear()


HEAD = "// Câu hỏi?\n// Question?\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("// $id (text): mã", ("id", "text", True, None)),
        ("// $limit (integer = 20): số dòng", ("limit", "integer", False, 20)),
        ("// $scopes (list = ): nơi", ("scopes", "list", False, [])),
        ("// $words (folded): chữ", ("words", "folded", True, None)),
    ],
)
def test_parameter_lines(line: str, expected: tuple[Any, ...]) -> None:
    [parameter] = parse("x", f"{HEAD}{line}\nRETURN 1").parameters
    assert (parameter.name, parameter.kind, parameter.required, parameter.default) == expected


@pytest.mark.parametrize(
    "text",
    ["MATCH (n) RETURN n", "// Chỉ một dòng?\nRETURN 1", f"{HEAD}// $id: thiếu loại\nRETURN 1", "// $id\n// $x\n"],
)
def test_a_file_without_its_question_or_with_an_unclear_parameter_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"x\.cypher"):
        parse("x", text)


@pytest.mark.parametrize(
    ("name", "given", "says"),
    [
        ("nothing", {}, "nothing"),
        ("cited", {}, "thiếu tham số id"),
        ("cited", {"id": "x", "place": "y"}, "place"),
        ("most_cited", {"limit": "nhiều"}, "số nguyên"),
    ],
)
def test_wrong_parameters_are_told(store: GraphStore, name: str, given: dict[str, str], says: str) -> None:
    with pytest.raises(UsageError, match=says):
        ask(store, name, given)


def test_values_from_the_command_line_take_their_kind(store: GraphStore) -> None:
    assert len(run(store, "most_cited", limit="3")) == 3
    assert run(store, "documents_by_id", ids="a, b") == []
    assert run(store, "agencies_by_name", words="SỞ tài  CHÍNH") == run(store, "agencies_by_name", words="so tai chinh")


def test_an_empty_graph_answers_with_nothing(tmp_path: Path) -> None:
    with EmbeddedStore(tmp_path / "none.kgl") as empty:
        for name in NAMES:
            rows = ask(empty, name, values(catalogue()[name]))
            assert rows in ([], [{"tasks": 0}]), name
