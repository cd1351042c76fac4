"""The catalogue of questions: one ``.cypher`` file each, run unchanged on every graph store.

A file opens with the question in Vietnamese, then in English, then one comment line a parameter::

    // $id (text): mã văn bản
    // $limit (integer = 20): số dòng

Kinds are ``text``, ``folded`` (folded like the stored ``norm``), ``integer`` and ``list`` (of texts). A default after
``=`` makes the parameter optional; ``list =`` alone is the empty list.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from extractors.errors import UsageError
from extractors.fold import norm
from graph.store import DEFAULT_MAX_ROWS, DEFAULT_TIMEOUT, GraphStore

# // $limit (integer = 20): số dòng
_PARAMETER = re.compile(
    r"// \$(?P<name>\w+) \((?P<kind>text|folded|integer|list)(?P<default> =[^)]*)?\): (?P<about>.+)"
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A declared parameter; ``required`` when the file gives no default."""

    name: str
    kind: str
    about: str
    required: bool
    default: str | int | list[str] | None = None

    def value(self, given: object) -> str | int | list[str]:
        """A given value in the parameter's kind, also from the command line's text. Raises `UsageError`."""
        if self.kind == "integer":
            try:
                return int(str(given))
            except ValueError:
                raise UsageError(f"Tham số {self.name} phải là số nguyên, không phải «{given}»") from None
        if self.kind == "list":
            return [str(item) for item in given] if isinstance(given, list | tuple) else _items(str(given))
        return norm(str(given)) if self.kind == "folded" else str(given)


@dataclass(frozen=True, slots=True)
class Query:
    """A question of the catalogue: its name, its wording in both languages, its parameters and its Cypher text."""

    name: str
    question: str
    english: str
    parameters: tuple[Parameter, ...]
    text: str

    def bind(self, given: Mapping[str, object]) -> dict[str, Any]:
        """The parameters for a run, defaults filled in. Raises `UsageError` for unknown and missing ones."""
        known = {p.name: p for p in self.parameters}
        for name in given:
            if name not in known:
                names = ", ".join(known) or "không có"
                raise UsageError(f"Câu hỏi {self.name} không có tham số «{name}»", mend=f"Các tham số: {names}")
        missing = [p.name for p in self.parameters if p.required and p.name not in given]
        if missing:
            mend = f"Thêm --param {missing[0]}=GIÁ_TRỊ"
            raise UsageError(f"Câu hỏi {self.name} thiếu tham số {', '.join(missing)}", mend=mend)
        return {n: p.value(given[n]) if n in given else p.default for n, p in known.items()}


@functools.cache
def catalogue() -> Mapping[str, Query]:
    """All questions by name."""
    found = (f for f in files("queries").iterdir() if f.name.endswith(".cypher"))
    return {
        q.name: q for q in sorted((parse(f.name[: -len(".cypher")], f.read_text("utf-8")) for f in found), key=_name)
    }


def run(store: GraphStore, name: str, *, max_rows: int = DEFAULT_MAX_ROWS, **given: object) -> list[dict[str, Any]]:
    """`ask` with the parameters as keywords."""
    return ask(store, name, given, max_rows=max_rows)


def ask(
    store: GraphStore,
    name: str,
    given: Mapping[str, object],
    *,
    timeout: float = DEFAULT_TIMEOUT,
    max_rows: int = DEFAULT_MAX_ROWS,
) -> list[dict[str, Any]]:
    """The rows that answer a question of the catalogue. Raises `UsageError` and `QueryError`."""
    query = catalogue().get(name)
    if query is None:
        raise UsageError(f"Không có câu hỏi tên «{name}»", mend="Xem danh sách bằng: vanban query --list")
    return store.read(query.text, query.bind(given), timeout=timeout, max_rows=max_rows)


def parse(name: str, text: str) -> Query:
    """A ``.cypher`` file's text as a `Query`. Raises ValueError where the head lacks the question or is unclear."""
    head = []
    for line in text.splitlines():
        if not line.startswith("//"):
            break
        head.append(line)
    if len(head) < 2 or "$" in head[0] + head[1]:
        raise ValueError(f"{name}.cypher must open with its question in Vietnamese and in English")
    return Query(name, head[0][3:], head[1][3:], tuple(_parameter(name, line) for line in head[2:]), text)


def _parameter(name: str, line: str) -> Parameter:
    match = _PARAMETER.fullmatch(line)
    if match is None:
        raise ValueError(f"{name}.cypher: not a parameter line: {line}")
    parameter = Parameter(match["name"], match["kind"], match["about"], match["default"] is None)
    if match["default"] is None:
        return parameter
    default = parameter.value(match["default"].removeprefix(" =").strip())
    return Parameter(parameter.name, parameter.kind, parameter.about, False, default)


def _items(text: str) -> list[str]:
    return [item for part in text.split(",") if (item := part.strip())]


def _name(query: Query) -> str:
    return query.name
