"""The graph as a networkx.MultiDiGraph."""

from __future__ import annotations

import networkx
import pytest

from extractors.errors import UsageError
from graph.networkx import to_networkx
from graph.store import GraphStore
from tests.graph.documents import dump
from tests.graph.test_contract import NQ50, PLAN, QD687, QD790, put


def test_every_node_and_edge_is_there(store: GraphStore) -> None:
    put(store, PLAN)
    graph = to_networkx(store)
    assert isinstance(graph, networkx.MultiDiGraph)
    rows = dump(store)
    assert graph.number_of_nodes() == sum(len(v) for name, v in rows.items() if name.istitle())
    assert graph.number_of_edges() == sum(len(v) for name, v in rows.items() if name.isupper())
    assert graph.nodes[QD687["id"]] == {
        "label": "Document", "id": QD687["id"], "number": "687/QĐ-TTg", "title": "Đề án kinh tế tuần hoàn",
        "issuer": "Thủ tướng Chính phủ", "issued_on": "2022-06-07", "year": 2022, "scope": "trung-uong", "stub": True,
        "status": "unknown", "norm": "687 qd ttg de an kinh te tuan hoan thu tuong chinh phu",
    }  # fmt: skip
    edge = graph.edges[QD790["id"], NQ50["id"], "IMPLEMENTS"]
    assert edge["type"] == "IMPLEMENTS"
    assert edge["stated_in"] == PLAN["document"]["id"]
    assert "page" in edge


def test_a_part_of_the_graph(store: GraphStore) -> None:
    put(store, PLAN)
    graph = to_networkx(store, labels=["Document"], edge_types=["IMPLEMENTS"])
    assert {data["label"] for _, data in graph.nodes(data=True)} == {"Document"}
    assert sorted(graph.edges(keys=True)) == [
        (QD790["id"], NQ50["id"], "IMPLEMENTS"),
        (PLAN["document"]["id"], QD687["id"], "IMPLEMENTS"),
    ]


def test_several_statements_of_one_relation_have_keys_of_their_own(store: GraphStore) -> None:
    other = {**PLAN, "document": {**PLAN["document"], "id": "vn:lai-chau:2023:9-kh-ubnd", "number": "9/KH-UBND"}}
    put(store, PLAN, other)
    graph = to_networkx(store, edge_types=["IMPLEMENTS"])
    assert sorted(graph[QD790["id"]][NQ50["id"]]) == ["IMPLEMENTS", "IMPLEMENTS#2"]


@pytest.mark.parametrize("part", [{"labels": ["Dokument"]}, {"edge_types": ["KNOWS"]}])
def test_an_unknown_name_is_told(store: GraphStore, part: dict[str, list[str]]) -> None:
    with pytest.raises(UsageError):
        to_networkx(store, **part)
