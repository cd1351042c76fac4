"""The schema file: complete, without dangling names, and the documentation made from it."""

from __future__ import annotations

import copy
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.schema import SchemaMistake, document, parse, schema

DATA = yaml.safe_load(files("graph").joinpath("schema.yaml").read_text(encoding="utf-8"))


def test_the_documentation_is_current() -> None:
    page = Path(__file__).parents[2] / "docs" / "data-model.md"
    assert page.read_text(encoding="utf-8") == document(schema()), "run: python -m graph.schema > docs/data-model.md"


def test_every_label_has_an_id_and_no_reserved_name() -> None:
    of = schema()
    assert set(of.shared) == {"Document", "Agency", "Place", "Person"}
    assert set(of.owned) == {"Task", "Target", "Section"}
    assert len(of.relations) == 15
    for node in of.nodes.values():
        assert not {"name", "title"} <= set(node.properties)


def test_every_edge_that_a_document_states_says_which() -> None:
    derived = {e.name for e in schema().edges.values() if not e.stated}
    assert derived == {"MEMBER_OF", "SUCCEEDED_BY", "MERGED_INTO"}


def broken(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    data = copy.deepcopy(DATA)
    change(data)
    return data


WORDS = {"type": "string", "vi": "x", "en": "x"}
MISTAKES = {
    "edge from an unknown label": lambda d: d["edges"]["CITES"].update({"from": ["Dokument"]}),
    "edge to an unknown label": lambda d: d["edges"]["CITES"].update({"to": ["Dokument"]}),
    "edge of an unknown group": lambda d: d["edges"]["CITES"].update({"group": "nothing"}),
    "index on an unknown property": lambda d: d["nodes"]["Task"]["indexes"].append("colour"),
    "words of an unknown property": lambda d: d["nodes"]["Task"].update({"fulltext": "colour"}),
    "a relation that no extractor gives": lambda d: d["edges"].update({"LIKES": d["edges"]["CITES"]}),
    "a relation that the graph lacks": lambda d: d["edges"].pop("AMENDS"),
    "name beside title": lambda d: d["nodes"]["Document"]["properties"].update(name=WORDS),
    "a reserved property": lambda d: d["nodes"]["Task"]["properties"].update(type=WORDS),
    "an unknown property type": lambda d: d["nodes"]["Task"]["properties"]["page"].update(type="number"),
    "no description": lambda d: d["nodes"]["Task"]["properties"]["page"].pop("vi"),
    "no id": lambda d: d["nodes"]["Task"]["properties"].pop("id"),
    "owned without a way to its document": lambda d: d["nodes"]["Task"].update(indexes=[]),
}  # fmt: skip


@pytest.mark.parametrize("case", list(MISTAKES))
def test_a_mistake_is_found_on_loading(case: str) -> None:
    with pytest.raises(SchemaMistake, match=r"graph/schema.yaml: "):
        parse(broken(MISTAKES[case]))
    assert parse(broken(lambda d: None)) == schema()
