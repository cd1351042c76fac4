"""Whether a Cypher text only reads: decided on its words, before it reaches any store."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.errors import QueryError

# A string, a name in backticks, a comment, a word, or any other sign that is not blank.
_TOKEN = re.compile(
    r"""(?P<string>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")
      | (?P<quoted>`(?:``|[^`])*`)
      | (?P<comment>//[^\n]*|/\*.*?\*/)
      | (?P<word>[^\W\d]\w*)
      | (?P<sign>[^\s\w]|\d\w*)""",
    re.VERBOSE | re.DOTALL,
)
# \u0027: Neo4j reads such escapes before it looks for strings and comments, so they can close one
_ESCAPE = re.compile(r"\\u+([0-9a-fA-F]{4})")
# Words that begin a writing or administrative clause.
_WRITING = frozenset(
    {
        *("CREATE", "MERGE", "SET", "DELETE", "DETACH", "NODETACH", "REMOVE", "DROP", "INSERT", "FOREACH", "LOAD"),
        *("ALTER", "GRANT", "DENY", "REVOKE", "RENAME", "START", "STOP", "ENABLE", "DISABLE", "TERMINATE"),
        *("REALLOCATE", "DEALLOCATE", "TRANSACTIONS"),
    }
)
# After these signs a word is a property, a label, a type, a parameter or a variable, not a clause.
_BEFORE_A_NAME = frozenset(".:$|&")
# Procedures that read. Whatever else is called is refused: a procedure may write, or reach out of the server.
_READING_PROCEDURES = frozenset(
    {
        "db.index.fulltext.querynodes",
        "db.index.fulltext.queryrelationships",
        "db.labels",
        "db.relationshiptypes",
        "db.propertykeys",
        "db.schema.nodetypeproperties",
        "db.schema.reltypeproperties",
        "db.schema.visualization",
        "dbms.components",
    }
)


@dataclass(frozen=True, slots=True)
class Token:
    """A token of a Cypher text: its kind (string, quoted, comment, word, sign) and its characters."""

    kind: str
    text: str


def tokens(query: str) -> Iterator[Token]:
    """The tokens of a query, comments included, blanks not."""
    for match in _TOKEN.finditer(query):
        yield Token(str(match.lastgroup), match.group())


def without_comments(query: str) -> str:
    """The query with each comment as one blank; strings that look like comments stay."""
    return _TOKEN.sub(lambda m: " " if m.lastgroup == "comment" else m.group(), query)


def check_reading(query: str) -> None:
    """Raise `QueryError` for a query that writes, administers, or calls a procedure that is not known to read."""
    if not any(token.kind != "comment" for token in tokens(query)):
        raise QueryError("Câu truy vấn trống", mend="Viết một câu Cypher, thí dụ: MATCH (d:Document) RETURN d.number")
    for text in {query, _ESCAPE.sub(lambda m: chr(int(m.group(1), 16)), query)}:
        _check([token for token in tokens(text) if token.kind != "comment"])


def _check(found: list[Token]) -> None:
    for i, token in enumerate(found):
        before = found[i - 1].text if i else ""
        after = found[i + 1].text if i + 1 < len(found) else ""
        if token.kind != "word" or before in _BEFORE_A_NAME or _is_map_key(before, after):
            continue
        word = token.text.upper()
        if word in _WRITING:
            raise _refusal(word)
        if word == "CALL":
            _check_call(found[i + 1 :])


def _is_map_key(before: str, after: str) -> bool:
    return after == ":" and before in ("{", ",")


def _check_call(rest: list[Token]) -> None:
    """A call of a subquery is read on; one of a procedure must be of the list."""
    if not rest or rest[0].text in ("{", "("):
        return
    name: list[str] = []
    for token in rest:
        if token.kind not in ("word", "quoted") and token.text != ".":
            break
        if name and token.text != "." and name[-1] != ".":
            break
        name.append(token.text.strip("`"))
    called = "".join(name)
    if called.lower() not in _READING_PROCEDURES:
        raise _refusal(f"CALL {called}")


def _refusal(what: str) -> QueryError:
    return QueryError(
        f"Chỉ nhận câu truy vấn đọc; câu này có “{what}”",
        mend="Bỏ phần ghi; nếu đó là tên biến hay nhãn, đặt trong dấu ` `. Đồ thị được ghi bằng: vanban ingest",
        code="not_read_only",
    )
