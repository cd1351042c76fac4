"""Which Cypher texts only read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.errors import QueryError
from graph.readonly import check_reading, tokens, without_comments

READING = [
    "MATCH (n) RETURN n",
    "MATCH (n:Set)-[:CREATE|MERGE]->(m) RETURN n.delete AS d, m.set AS s",
    "MATCH (n) WHERE n.title CONTAINS 'DELETE' RETURN n.id AS id",
    'MATCH (n) WHERE n.title = "it\\"s CREATE" RETURN n.id AS id',
    "MATCH (n) // then DELETE it\nRETURN n.id AS id",
    "MATCH (n) /* SET n.x = 1 */ RETURN n.id AS id",
    "MATCH (n) RETURN n.id AS `CREATE`, {set: 1, delete: 2} AS m",
    "MATCH (n {id: $create}) RETURN n.created AS created, n.offset AS offset",
    "CALL db.index.fulltext.queryNodes('task_words', $q) YIELD node RETURN node.id AS id",
    "CALL `db`.`labels`() YIELD label RETURN label",
    "MATCH (a) CALL (a) { MATCH (a)-->(b) RETURN count(b) AS n } RETURN n",
    "UNWIND [1, 2] AS i RETURN collect(i) AS xs",
    "match (n) return n.id as id union match (m) return m.id as id",
    "RETURN 'đặt // không phải chú thích' AS x",
    "RETURN dropped AS x",
]
WRITING = [
    "CREATE (n)", "create (n)", "MATCH (n) SET n.x = 1", "MATCH (n)\nDELETE n", "MATCH (n) DETACH DELETE n",
    "MERGE (n:A {id: 1})", "MATCH (n) REMOVE n.x", "DROP INDEX x", "CREATE INDEX x FOR (n:A) ON (n.b)",
    "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row", "MATCH (n) FOREACH (x IN [1] | SET n.x = x)",
    "INSERT (:A)", "MATCH (n) CALL { WITH n DELETE n } IN TRANSACTIONS", "CALL apoc.create.node(['A'], {})",
    "CALL dbms.security.createUser('x', 'y')", "CALL db . createLabel('x')", "CALL `db`.`create`.setProperty(1, 2, 3)",
    r"RETURN '\u0027 CREATE (n)'", r"\u0043REATE (n)",
    r"RETURN 1 AS x // \u000A CREATE (n)", r"RETURN '\uuu0027 SET n.x=1'",
    "CALL // comment\n apoc.load.json('http://x')", "RETURN 1 AS x; CREATE (n)", "/* */ CREATE (n)", "// x\nCREATE (n)",
    "RETURN '\\\\' CREATE (n)", "RETURN 'it' CREATE (n) RETURN 'x'", "MATCH (a {k: 1}) , (b) SET a.x = 1",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'", "GRANT ROLE a TO b", "STOP DATABASE neo4j",
    "TERMINATE TRANSACTIONS 'x'", "MATCH (n) RETURN n.`x`\u00a0SET n.x = 1", "", "   ", "// only a comment",
    "CALL apoc.cypher.doIt('x', {}) YIELD value RETURN value", "CALL (x) { CREATE (n) } RETURN 1 AS y",
]  # fmt: skip


@pytest.mark.parametrize("query", READING)
def test_a_reading_query_passes(query: str) -> None:
    assert check_reading(query) is None  # type: ignore[func-returns-value]


@pytest.mark.parametrize("query", WRITING)
def test_any_other_query_is_refused(query: str) -> None:
    with pytest.raises(QueryError):
        check_reading(query)


@given(st.text(alphabet="'\"`/*\\\n {}aSETset.:", max_size=40), st.sampled_from(["SET", "create", "Delete"]))
def test_no_quoting_hides_a_clause(before: str, word: str) -> None:
    """A clause after closed strings and comments is seen, whatever stands before it."""
    query = f"{before}\n{word} n"
    kinds = [t.kind for t in tokens(query) if t.text == word]
    if kinds == ["word"] and not before.rstrip().endswith((".", ":", "$", "|", "&")):
        with pytest.raises(QueryError):
            check_reading(query)


@given(st.text(max_size=60))
def test_taking_out_comments_keeps_every_other_token(text: str) -> None:
    kept = [t for t in tokens(text) if t.kind != "comment"]
    assert [t for t in tokens(without_comments(text)) if t.kind != "comment"] == kept or "/" in text
