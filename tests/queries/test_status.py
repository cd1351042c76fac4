"""The status that chain and show give: of the graph's statements and of the tables, on a day."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extractors.errors import UsageError
from graph.embedded_store import EmbeddedStore
from graph.store import GraphStore
from graph.update import update
from queries.chain import chain
from queries.show import show
from queries.status import statuses
from tests.graph.documents import Record, document, instrument
from tests.samples import gold_home

OLD = instrument("05/2020/QĐ-UBND", "lai-chau", "2020")
LAW = instrument("55/2014/QH13", year="2014")


def whole(extraction: dict[str, Any]) -> dict[str, Any]:
    return {**extraction, "citations": [{**c, "pinpoint": None} for c in extraction["citations"]]}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[GraphStore]:
    """A plan that rests upon a decision and a law; a later decision replaces the first."""
    plan = document("2/KH-UBND", on="2021-05-01", cites=[("IMPLEMENTS", OLD), ("BASED_ON", LAW)])
    later = document("7/2024/QĐ-UBND", on="2024-05-01", relations=[(None, "REPLACES", OLD)])
    later["document"]["effective_on"] = "2024-06-01"
    later["text"] += "Quyết định này có hiệu lực thi hành kể từ ngày 01 tháng 6 năm 2024."
    with EmbeddedStore(tmp_path / "a.kgl", write=True) as opened:
        opened.ensure_schema()
        update(opened, Record(plan, whole(later)))
        yield opened


@pytest.mark.parametrize(
    ("day", "decision", "law"),
    [
        ("2021-06-01", "unknown", "in force"),
        ("2024-05-31", "unknown", "expired"),
        ("2024-06-01", "expired", "expired"),
        (None, "expired", "expired"),
    ],
)
def test_a_chain_on_a_day(store: GraphStore, day: str | None, decision: str, law: str) -> None:
    nodes = {node["id"]: node for node in chain(store, "2/KH-UBND", as_of=day)["nodes"]}
    assert (nodes[OLD["id"]]["status"], nodes[LAW["id"]]["status"]) == (decision, law)
    for node in nodes.values():
        assert bool(node["status_evidence"]) == (node["status"] != "unknown")


def test_the_words_that_say_so(store: GraphStore) -> None:
    shown = show(store, "05/2020/QĐ-UBND")
    assert shown["document"]["status_evidence"] == [
        {
            "type": "REPLACES",
            "by": "7/2024/QĐ-UBND",
            "on": "2024-06-01",
            "partial": False,
            "quote": "None REPLACES 05/2020/QĐ-UBND",
            "source": "vn:lai-chau:2024:7-2024-qdd-ubnd",
        }
    ]
    assert shown["changed_by"][0]["labels"] == {"vbpl": "Văn bản thay thế", "thuvienphapluat": "Văn bản thay thế"}
    law = show(store, "55/2014/QH13")["document"]
    assert law["status_evidence"][0]["source"] == "laws.csv"
    assert "được thay bằng 72/2020/QH14" in law["status_evidence"][0]["quote"]


def test_a_document_tells_its_own_first_day(store: GraphStore) -> None:
    shown = show(store, "7/2024/QĐ-UBND", as_of="2025-01-01")["document"]
    assert shown["status"] == "in force"
    assert shown["status_evidence"][0]["quote"] == (
        "Quyết định này có hiệu lực thi hành kể từ ngày 01 tháng 6 năm 2024"
    )
    assert show(store, "7/2024/QĐ-UBND", as_of="2024-05-15")["document"]["status"] == "not yet in force"


def test_labels_are_seen_from_the_document_that_is_shown(store: GraphStore) -> None:
    plan = show(store, "2/KH-UBND")
    labels = {row["relation"]: row["labels"] for row in plan["cites"]}
    assert labels["BASED_ON"] == {"vbpl": "Căn cứ ban hành", "thuvienphapluat": "Văn bản được căn cứ"}
    law = show(store, "55/2014/QH13")
    assert law["cited_by"][0]["labels"] == {"vbpl": "Văn bản áp dụng", "thuvienphapluat": None}


@pytest.mark.parametrize("day", ["32/12/2025", "12/2025", "2025-13", "2025-02-30", "1899", "mai", ""])
def test_what_is_no_day_is_refused(store: GraphStore, day: str) -> None:
    with pytest.raises(UsageError, match=f"«{day}» không hợp lệ"):
        chain(store, "2/KH-UBND", as_of=day)
    with pytest.raises(UsageError, match=f"«{day}» không hợp lệ"):
        show(store, "2/KH-UBND", as_of=day)


def test_a_day_may_be_given_as_documents_print_it(store: GraphStore) -> None:
    shown = show(store, "7/2024/QĐ-UBND", as_of="15/5/2024")
    assert shown["document"]["status"] == "not yet in force"
    assert shown == show(store, "7/2024/QĐ-UBND", as_of="2024-05-15")
    assert chain(store, "2/KH-UBND", as_of="15/5/2024") == chain(store, "2/KH-UBND", as_of="2024-05-15")


def test_the_stored_status_is_the_one_without_a_day() -> None:
    """Over the sample documents: what the projection wrote is what the edges and tables say."""
    with gold_home().store() as store:
        rows = store.read("MATCH (d:Document) RETURN d.id AS id, d.status AS status", max_rows=100_000)
        told = statuses(store, [row["id"] for row in rows])
    assert {row["id"]: row["status"] for row in rows} == {i: each["status"] for i, each in told.items()}
    assert {"in force", "partly amended", "expired", "unknown"} <= {row["status"] for row in rows}
