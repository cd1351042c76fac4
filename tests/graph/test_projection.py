"""From an extraction to rows: ids, evidence, what is owned and what is shared."""

from __future__ import annotations

from typing import Any

import pytest

from graph.identity import mentions_of, resolve
from graph.nodes import agency_props, line_of, place_of
from graph.projection import project, whole
from graph.schema import schema
from graph.store import DocSubgraph, EdgeKind
from tests.graph.documents import Json, document, instrument
from tests.graph.test_contract import NQ50, PLAN, QD687, QD790
from tests.samples import gold_home


def projected(extraction: Json, *others: Json) -> DocSubgraph:
    return project(extraction, resolve(m for e in (extraction, *others) for m in mentions_of(e)), "digest")


def test_every_row_is_of_the_schema() -> None:
    of = schema()
    with gold_home().record() as record:
        extractions = list(record.extractions())
        resolution = resolve(record.mentions())
    assert len(extractions) > 10
    for extraction in extractions:
        sub = project(extraction, resolution, "digest")
        for label, rows in sub.nodes.items():
            for identity, props in rows.items():
                assert set(props) <= set(of.nodes[label].properties) - {"id"}, identity
                assert of.nodes[label].shared or props["doc_id"] == sub.doc_id
        ids = {i for rows in sub.nodes.values() for i in rows} | {i for r in sub.references.values() for i in r}
        for kind, edges in sub.edges.items():
            assert kind.start in of.edges[kind.type].start
            assert kind.end in of.edges[kind.type].end
            for edge in edges:
                assert {edge.start, edge.end} <= ids
                assert edge.props.get("stated_in") in (None, sub.doc_id)


def test_every_statement_quotes_its_document() -> None:
    with gold_home().record() as record:
        extractions = list(record.extractions())
        resolution = resolve(record.mentions())
    quoted = 0
    for extraction in extractions:
        sub, text = project(extraction, resolution), extraction["text"]
        found: list[Any] = [row for label in ("Task", "Target") for row in sub.nodes.get(label, {}).values()]
        found += [e.props for kind, edges in sub.edges.items() if schema().edges[kind.type].relation for e in edges]
        for row in found:
            assert text[row["span_start"] : row["span_end"]] == row["quote"]
            quoted += 1
    assert quoted > 200


def test_ids_of_what_a_document_owns_are_its_own() -> None:
    sub = projected(PLAN)
    assert list(sub.nodes["Task"]) == ["vn:lai-chau:2022:473-kh-ubnd#t/1", "vn:lai-chau:2022:473-kh-ubnd#t/2"]
    assert list(sub.nodes["Target"]) == ["vn:lai-chau:2022:473-kh-ubnd#g/1"]
    assert list(sub.nodes["Section"]) == ["vn:lai-chau:2022:473-kh-ubnd#s/I"]


def test_what_another_document_says_of_itself_is_only_referred_to() -> None:
    other = document("790/QĐ-UBND", on="2021-07-02")
    assert QD790["id"] in projected(PLAN).nodes["Document"]
    sub = projected(PLAN, other)
    assert QD790["id"] not in sub.nodes["Document"]
    assert sub.references["Document"] == (QD790["id"],)


def test_the_document_keeps_what_a_store_needs_to_replace_it() -> None:
    props = projected(PLAN).nodes["Document"][PLAN["document"]["id"]]
    assert props["kept_digest"] == "digest"
    assert props["kept_beside"] == [QD790["id"]]
    assert {QD687["id"], NQ50["id"], QD790["id"], "place:lai-chau"} <= set(props["kept_shared"] or ())  # type: ignore[arg-type]


def test_a_citation_that_no_relation_speaks_of_is_an_edge_of_its_own() -> None:
    plan = document("3/KH-UBND", cites=[("CITES", QD687)])
    plan["relations"] = []
    edges = projected(plan).edges[EdgeKind("CITES", "Document", "Document")]
    assert [(e.start, e.end) for e in edges] == [(plan["document"]["id"], QD687["id"])]


def test_a_document_has_no_edge_to_itself() -> None:
    plan = document("3/KH-UBND", relations=[(None, "CITES", instrument("3/KH-UBND", "lai-chau", "2022"))])
    assert not any(schema().edges[kind.type].relation for kind in projected(plan).edges)


def test_a_property_that_the_schema_lacks_is_a_mistake() -> None:
    with pytest.raises(KeyError, match="colour"):
        whole("Task", {"colour": "red"})


def test_recipients_are_agencies() -> None:
    plan = document("3/KH-UBND")
    plan["document"]["recipients"] = [
        "Bộ Kế hoạch và Đầu tư (B/c)",
        "Các sở, ban, ngành tỉnh",
        "Như Điều 2",
        "Lưu: VT, TH",
    ]
    sub = projected(plan)
    sent = {e.end: e.props["quote"] for e in sub.edges[EdgeKind("SENT_TO", "Document", "Agency")]}
    assert sent["agency:trung-uong:bo-ke-hoach-va-ddau-tu"] == "Bộ Kế hoạch và Đầu tư (B/c)"
    assert set(sent.values()) == {"Bộ Kế hoạch và Đầu tư (B/c)", "Các sở, ban, ngành tỉnh"}


def test_an_agency_belongs_to_the_groups_of_its_document() -> None:
    plan = document("3/KH-UBND", duties=[("Tuyên truyền", [("lead", "Sở Y tế")])])
    plan["document"]["recipients"] = ["Các sở, ban, ngành tỉnh", "Các sở, ngành liên quan", "Bộ Y tế"]
    members = projected(plan).edges[EdgeKind("MEMBER_OF", "Agency", "Agency")]
    assert {(e.start, e.end) for e in members} == {("agency:lai-chau:so-y-te", "agency:lai-chau:cac-so-ban-nganh-tinh")}


# place, what it ends in today, by which edge
PLACES = [
    ("place:lai-chau", "place:lai-chau", None),
    ("place:kien-giang", "place:an-giang", "MERGED_INTO"),
    ("place:thua-thien-hue", "place:hue", "SUCCEEDED_BY"),
    ("place:ha-tay", "place:ha-noi", "MERGED_INTO"),
    ("place:lai-chau.tam-duong", "place:lai-chau", None),
]


@pytest.mark.parametrize(("place", "end", "edge"), PLACES)
def test_places_go_on(place: str, end: str, edge: str | None) -> None:
    line = place_of(place)
    assert line is not None
    assert end in line.nodes
    assert [kind.type for kind, _, _, _ in line.edges] == ([edge] if edge else [])


def test_a_central_scope_is_no_place() -> None:
    assert place_of("place:trung-uong") is None


def test_what_became_of_an_agency_is_drawn() -> None:
    line = line_of("agency:lai-chau:so-ke-hoach-va-ddau-tu")
    kind, start, end, props = line.edges[0]
    assert (kind.type, start, end) == (
        "MERGED_INTO",
        "agency:lai-chau:so-ke-hoach-va-ddau-tu",
        "agency:lai-chau:so-tai-chinh",
    )
    assert props["on"] == "2025-03-01"
    assert props["basis"]
    assert line.names[end] == "Sở Tài chính tỉnh Lai Châu"
    assert line_of("agency:lai-chau:khong-co").edges == ()


def test_an_agency_knows_its_level_and_place() -> None:
    assert agency_props("agency:trung-uong:chinh-phu", {"name": "Chính phủ"})["level"] == "central"
    local = agency_props("agency:lai-chau:so-y-te", {"name": "Sở Y tế tỉnh Lai Châu"})
    assert (local["level"], local["place_id"]) == ("province", "place:lai-chau")
    assert agency_props("agency:lai-chau.tam-duong:x", {"name": "X"})["level"] == "local"
    assert agency_props("agency:unknown:x", {"name": "X"})["level"] is None
