"""Every Cypher text of the project: valid for Neo4j (Cypher 5 and 25), and speaking only of what the schema has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph import statements, update
from graph.readonly import check_reading, without_comments
from graph.schema import schema
from tests.graph.cypher_lint import ERROR, Mistake, NotInstalled, lint

QUERIES = sorted((Path(__file__).parents[2] / "queries").glob("*.cypher"))
# (n:Label, [e:TYPE|OTHER and the variable that stands before the colon
_LABELS = re.compile(r"[(\[]\s*(?P<variable>\w*)\s*:(?P<names>[A-Za-z_]+(?:\s*[|&]\s*:?[A-Za-z_]+)*)")
_STRING = re.compile(r"'(?:\\.|[^'\\])*'")
_PARAMETER = re.compile(r"\$(\w+)")
_DECLARED = re.compile(r"^// \$(\w+) \(", re.MULTILINE)
_PROPERTY = re.compile(r"\b(?P<variable>[a-z]\w*)\.(?P<name>\w+)\b(?!\s*\()")
_INLINE = re.compile(r"[(\[]\s*\w*\s*:(?P<names>[\w|&:\s]+?)\s*\{(?P<body>[^}]*)\}")


def code(text: str) -> str:
    """The text without comments, its strings empty."""
    return _STRING.sub("''", without_comments(text))


def names(of: str) -> list[str]:
    return [name.strip(" :") for name in re.split(r"[|&]", of)]


@pytest.fixture(scope="module")
def mistakes() -> list[Mistake]:
    texts = {
        path.stem: (path.read_text(encoding="utf-8"), _DECLARED.findall(path.read_text(encoding="utf-8")))
        for path in QUERIES
    }
    relations = re.compile(rf"\b(?:{'|'.join(schema().relations)})\b")  # the same texts for each, but for the name
    written = dict.fromkeys(relations.sub("CITES", text) for text in statements.all_texts(schema()))
    for number, text in enumerate(written):
        texts[f"statement {number}: {text}"] = (text, sorted(set(_PARAMETER.findall(text))))
    try:
        return lint(texts)
    except NotInstalled as reason:
        pytest.skip(f"bỏ qua kiểm tra văn phạm Cypher: {reason}")


def test_the_linter_sees_mistakes() -> None:
    """The check itself can fail: a wrong text is refused, a wrong property is warned of."""
    try:
        found = lint(
            {
                "syntax": ("MATCH (d:Document RETURN d", []),
                "property": ("MATCH (d:Document) RETURN d.tittle AS t", []),
                "parameter": ("MATCH (d:Document {id: $id}) RETURN d.title AS t", []),
                "right": ("MATCH (d:Document {id: $id}) RETURN d.title AS t", ["id"]),
            }
        )
    except NotInstalled as reason:
        pytest.skip(f"bỏ qua kiểm tra văn phạm Cypher: {reason}")
    assert {(m.name, m.version) for m in found} == {
        (name, version) for name in ("syntax", "property", "parameter") for version in ("CYPHER 5", "CYPHER 25")
    }


def test_every_text_is_valid_for_neo4j(mistakes: list[Mistake]) -> None:
    assert [m for m in mistakes if m.severity == ERROR] == []


def test_no_text_is_deprecated_or_speaks_of_unknown_names(mistakes: list[Mistake]) -> None:
    row = re.compile(r"(?:a|b|props) is not present in the database")  # keys of the rows that our statements are given
    warned = [m for m in mistakes if m.severity != ERROR]
    assert [m for m in warned if not (m.name.startswith("statement ") and row.match(m.message))] == []


def test_there_are_queries() -> None:
    assert len(QUERIES) > 5


@pytest.mark.parametrize("path", QUERIES, ids=lambda p: p.stem)
def test_every_parameter_is_declared_and_used(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert sorted(set(_PARAMETER.findall(code(text)))) == sorted(_DECLARED.findall(text))


@pytest.mark.parametrize("path", QUERIES, ids=lambda p: p.stem)
def test_every_query_only_reads(path: Path) -> None:
    check_reading(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", QUERIES, ids=lambda p: p.stem)
def test_labels_types_and_their_properties_are_of_the_schema(path: Path) -> None:
    """A property must be one of a label or type that its variable is bound to; an unbound one, of any."""
    of, text = schema(), code(path.read_text(encoding="utf-8"))
    bound: dict[str, set[str]] = {}
    for match in _LABELS.finditer(text):
        for name in names(match["names"]):
            kind = of.nodes.get(name) or of.edges.get(name)
            assert kind, f"{name}: not in the schema"
            bound.setdefault(match["variable"], set()).update(kind.properties)
    for match in _INLINE.finditer(text):
        known = {p for name in names(match["names"]) for p in (of.nodes.get(name) or of.edges[name]).properties}
        assert set(re.findall(r"(\w+)\s*:", match["body"])) <= known
    everything = {p for kind in (*of.nodes.values(), *of.edges.values()) for p in kind.properties}
    for match in _PROPERTY.finditer(text):
        assert match["name"] in bound.get(match["variable"], everything), match.group()


# What the engines treat differently, or what is not portable: it must not appear in a query file.
AVOID = {
    r"/\*": "block comment (the embedded engine knows none)",
    r"\bCOLLECT\s*\{": "COLLECT {}",
    r"\b(?:elementId|id)\s*\(": "internal ids",
    r"\bproperties\s*\(": "properties()",
    r"\{\s*\.\*": "{.*}",
    r"\bSHORTEST\s+\d": "SHORTEST k",
    r"\bapoc\.": "APOC",
    r"\*\s*\]|\*\s*\d*\s*\.\.\s*\]": "unbounded path",
    r"\bAS\s+[^\W\d_a-zA-Z]": "an alias that needs backticks",
}


@pytest.mark.parametrize("path", QUERIES, ids=lambda p: p.stem)
def test_queries_keep_to_what_all_stores_understand(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = [
        why
        for pattern, why in AVOID.items()
        if re.search(pattern, "\n".join(line for line in text.splitlines() if not line.startswith("//")))
    ]
    assert found == []


def test_stores_send_no_text_of_their_own_making() -> None:
    """The texts that the stores run are those of `graph.statements`, all of which are checked above."""
    for module in ("embedded_store", "neo4j_store", "update"):
        source = (Path(update.__file__).parent / f"{module}.py").read_text(encoding="utf-8")
        own = re.findall(r'"[^"\n]*\b(?:MATCH|MERGE|CREATE|UNWIND|CALL)\b[^"\n]*"', source)
        assert own == [], module
