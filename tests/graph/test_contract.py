"""What every store does: the same tests on the embedded graph and on real Neo4j servers."""

from __future__ import annotations

import threading
from collections.abc import Callable
from itertools import permutations
from typing import Any

import pytest

from extractors.errors import QueryError
from graph.identity import mentions_of, resolve
from graph.neo4j_store import Neo4jStore
from graph.projection import project
from graph.store import GraphStore
from graph.update import update
from tests.graph.documents import Json, Record, document, dump, instrument

QD687 = instrument("687/QĐ-TTg", issued_on="2022-06-07", issuer="Thủ tướng Chính phủ", title="Đề án kinh tế tuần hoàn")
NQ50 = instrument("50/NQ-CP", year="2021", issued_on="2021-05-20")
QD790 = instrument("790/QĐ-UBND", "lai-chau", "2021", issued_on="2021-07-02")
KH27 = instrument("27-KH/TU", "lai-chau", "2021", issued_on="2021-03-01")
KH27_UNDATED = instrument("27-KH/TU", "lai-chau", "unknown")
KH27_OTHER = instrument("27-KH/TU", "lai-chau", "2019", issued_on="2019-03-01")

PLAN = document(
    "473/KH-UBND", on="2022-07-18",
    cites=[("IMPLEMENTS", QD687)],
    relations=[(QD790, "IMPLEMENTS", NQ50)],
    duties=[
        (
            "Tuyên truyền về kinh tế tuần hoàn",
            [("lead", "Sở Thông tin và Truyền thông tỉnh Lai Châu"), ("coordinate", "Sở Tài chính tỉnh Lai Châu")],
        ),
        ("Tổng hợp, báo cáo kết quả thực hiện", [("responsible", "Sở Kế hoạch và Đầu tư tỉnh Lai Châu")]),
    ],
    targets=[("tỷ lệ che phủ rừng", 54.0)], signers=["Nguyễn Văn A"], basis=QD687,
)  # fmt: skip


def put(store: GraphStore, *extractions: Json) -> None:
    """Write documents under the resolution of all of them."""
    resolution = resolve(m for e in extractions for m in mentions_of(e))
    store.replace_documents(project(e, resolution, f"digest of {e['text']}") for e in extractions)


def count(store: GraphStore, query: str, **params: Any) -> int:
    return int(store.read(query, params)[0]["n"])


def test_a_document_is_written_with_all_that_it_states(store: GraphStore) -> None:
    put(store, PLAN)
    assert store.read(
        "MATCH (t:Task)-[a:ASSIGNED_TO {role: 'lead'}]->(g:Agency) MATCH (t)-[:STATED_IN]->(d:Document) "
        "RETURN t.text AS task, t.quote AS quote, t.due_on AS due, g.name AS agency, d.number AS number"
    ) == [
        {
            "task": "Tuyên truyền về kinh tế tuần hoàn",
            "quote": "Tuyên truyền về kinh tế tuần hoàn",
            "due": "2025",
            "agency": "Sở Thông tin và Truyền thông tỉnh Lai Châu",
            "number": "473/KH-UBND",
        }
    ]
    assert store.read(
        "MATCH (a:Document)-[e:IMPLEMENTS]->(b:Document) "
        "RETURN a.number AS a, b.number AS b, b.stub AS stub, e.stated_in AS by, e.pinpoint AS at ORDER BY a"
    ) == [
        {"a": "473/KH-UBND", "b": "687/QĐ-TTg", "stub": True, "by": PLAN["document"]["id"], "at": "Điều 5"},
        {"a": "790/QĐ-UBND", "b": "50/NQ-CP", "stub": True, "by": PLAN["document"]["id"], "at": "Điều 5"},
    ]
    assert store.read("MATCH (:Task)-[:UNDER]->(d:Document) RETURN DISTINCT d.title AS title") == [
        {"title": "Đề án kinh tế tuần hoàn"}
    ]
    assert store.read("MATCH (:Document)-[s:SIGNED_BY]->(p:Person) RETURN p.name AS name, s.capacity AS capacity") == [
        {"name": "Nguyễn Văn A", "capacity": "TM."}
    ]
    assert store.read("MATCH (s:Section)-[:PART_OF]->(d:Document) RETURN s.heading AS h, d.number AS n") == [
        {"h": "I Nội dung", "n": "473/KH-UBND"}
    ]


def test_writing_again_changes_nothing(store: GraphStore) -> None:
    put(store, PLAN)
    before = dump(store, kept=True)
    put(store, PLAN)
    assert dump(store, kept=True) == before
    assert before["Task"]
    assert before["IMPLEMENTS"]


def test_a_document_grows_and_shrinks(store: GraphStore, new_store: Callable[[], GraphStore]) -> None:
    small = document("473/KH-UBND", on="2022-07-18", cites=[("CITES", QD687)])
    put(store, small)
    first = dump(store)
    put(store, PLAN)
    assert count(store, "MATCH (t:Task) RETURN count(t) AS n") == 2
    put(store, small)
    assert dump(store) == first
    assert count(store, "MATCH (t:Task) RETURN count(t) AS n") == 0
    assert count(store, "MATCH (d:Document {number: '790/QĐ-UBND'}) RETURN count(d) AS n") == 0


def test_a_removed_document_leaves_what_others_state(store: GraphStore) -> None:
    cited = document(
        "790/QĐ-UBND", on="2021-07-02", duties=[("Việc của quyết định", [("lead", "Sở Y tế tỉnh Lai Châu")])]
    )
    put(store, PLAN, cited)
    store.remove_document(cited["document"]["id"])
    assert store.read("MATCH (d:Document {number: '790/QĐ-UBND'}) RETURN d.stub AS stub") == [{"stub": True}]
    assert count(store, "MATCH (g:Agency) WHERE g.name STARTS WITH 'Sở Y tế' RETURN count(g) AS n") == 0
    assert count(store, "MATCH (t:Task) RETURN count(t) AS n") == 2
    store.remove_document(PLAN["document"]["id"])
    assert dump(store) == {}
    store.remove_document(PLAN["document"]["id"])
    assert dump(store) == {}


def test_an_attachment_is_a_document_of_its_own(store: GraphStore) -> None:
    whole = document("12/QĐ-UBND", attached="Kế hoạch kèm theo")
    put(store, whole)
    assert store.read(
        "MATCH (a:Document)-[:ATTACHED_TO]->(b:Document) RETURN a.title AS a, b.number AS b, a.stub AS s"
    ) == [{"a": "Kế hoạch kèm theo", "b": "12/QĐ-UBND", "s": False}]
    put(store, whole)
    assert count(store, "MATCH (d:Document) RETURN count(d) AS n") == 2
    put(store, document("12/QĐ-UBND"))
    assert count(store, "MATCH (d:Document) RETURN count(d) AS n") == 1


# Every order of ingest, in one batch or one by one: (documents, what the undated 27-KH/TU means)
CITING = document("1288/KH-UBND", on="2022-05-14", relations=[(None, "IMPLEMENTS", KH27_UNDATED)])
ORDERS = {
    "nothing else": ([CITING], [("vn:lai-chau:unknown:27-kh-tu", "unknown", None)]),
    "only candidate is cited": (
        [CITING, document("2/KH-UBND", cites=[("CITES", KH27)])],
        [("vn:lai-chau:2021:27-kh-tu", "unknown", None)],
    ),
    "only candidate is a document": (
        [CITING, document("27-KH/TU", on="2021-03-01", cites=[("IMPLEMENTS", NQ50)])],
        [("vn:lai-chau:2021:27-kh-tu", "unknown", None)],
    ),
    "two candidates": (
        [CITING, document("2/KH-UBND", cites=[("CITES", KH27)]), document("27-KH/TU", on="2019-03-01")],
        [("vn:lai-chau:unknown:27-kh-tu", "ambiguous", ["vn:lai-chau:2019:27-kh-tu", "vn:lai-chau:2021:27-kh-tu"])],
    ),
    "the only other one is younger": (
        [CITING, document("27-KH/TU", on="2024-03-01")],
        [("vn:lai-chau:unknown:27-kh-tu", "unknown", None)],
    ),
}


@pytest.mark.parametrize("case", list(ORDERS))
def test_the_graph_is_the_same_in_every_order(new_store: Callable[[], GraphStore], case: str) -> None:
    extractions, meant = ORDERS[case]
    expected = None
    for order in permutations(extractions):
        for together in (True, False):
            store, record = new_store(), Record()
            for extraction in order:
                record.put(extraction)
                if not together:
                    update(store, record, {extraction["document"]["id"]})
            update(store, record)
            found = store.read(
                "MATCH (:Document {number: '1288/KH-UBND'})-[:IMPLEMENTS]->(d:Document) "
                "RETURN d.id AS id, d.status AS status, d.candidates AS candidates"
            )
            assert [(r["id"], r["status"], r["candidates"]) for r in found] == meant
            expected = expected or dump(store)
            assert dump(store) == expected
            assert update(store, record).written == ()


def test_editing_a_document_moves_the_citations_of_others(new_store: Callable[[], GraphStore]) -> None:
    other = document("2/KH-UBND", cites=[("CITES", KH27)])
    edited = document("2/KH-UBND", cites=[("CITES", NQ50)])
    fresh, store = Record(CITING, edited), new_store()
    record = Record(CITING, other)
    update(store, record)
    record.put(edited)
    done = update(store, record, {edited["document"]["id"]})
    assert set(done.written) == {CITING["document"]["id"], edited["document"]["id"]}
    left = dump(store)
    update(again := new_store(), fresh)
    assert dump(again) == left


def test_removing_a_document_is_as_if_it_had_never_been(new_store: Callable[[], GraphStore]) -> None:
    cited = document("790/QĐ-UBND", on="2021-07-02", title="Tên của chính nó", signers=["Trần Văn B"])
    update(store := new_store(), record := Record(PLAN, cited, CITING))
    del record.rows[cited["document"]["id"]]
    assert update(store, record).removed == (cited["document"]["id"],)
    left = dump(store)
    update(again := new_store(), Record(PLAN, CITING))
    assert dump(again) == left


def test_a_graph_of_another_projection_is_filled_again(store: GraphStore) -> None:
    put(store, PLAN, document("9/QĐ-UBND", on="2020-01-01"))  # its digests name no projection
    record = Record(PLAN)
    assert update(store, record, ()).written == (PLAN["document"]["id"],)
    assert count(store, "MATCH (d:Document) WHERE NOT d.stub RETURN count(d) AS n") == 1


def test_search_finds_words_without_their_marks(store: GraphStore) -> None:
    put(store, PLAN)
    for words in ("so ke hoach va dau tu", "Sở Kế hoạch và Đầu tư", "SỞ KẾ HOẠCH VÀ ĐẦU TƯ"):
        hits = store.search(words, label="Agency", limit=3)
        assert hits[0].id == "agency:lai-chau:so-ke-hoach-va-ddau-tu-tinh-lai-chau"
        assert len(hits) <= 3
    assert [h.id[-3:] for h in store.search("tuyên truyền", label="Task")] == ["t/1"]
    assert store.search("687/QĐ-TTg", label="Document")[0].id == QD687["id"]
    for nothing in ("", "  ", "()", "xyzzy", 'AND OR NOT "', "task:* ~2 [a TO b]"):
        assert store.search(nothing, label="Task") == []


def test_search_follows_a_replaced_document(store: GraphStore) -> None:
    put(store, PLAN)
    put(store, document("473/KH-UBND", on="2022-07-18", duties=[("Xây dựng bản đồ số", [("lead", "Sở Y tế")])]))
    assert store.search("tuyên truyền", label="Task") == []
    assert [h.id[-3:] for h in store.search("bản đồ", label="Task")] == ["t/1"]


def test_search_follows_a_thousand_writes(store: GraphStore) -> None:
    many = [
        document(
            f"{n}/KH-UBND", duties=[(f"Việc {i} của kế hoạch {n}", [("lead", f"Sở số {n} {i}")]) for i in range(40)]
        )
        for n in range(1, 41)
    ]
    put(store, *many)
    assert len(store.search("của kế hoạch", label="Task", limit=5000)) == 1600
    assert len(store.search("sở số", label="Agency", limit=5000)) == 1600
    put(store, *many)
    assert len(store.search("sở số", label="Agency", limit=5000)) == 1600


WRITES = [
    "CREATE (n:Document {id: 'x'})",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) SET n.title = 'x' RETURN n.id AS id",
    "MERGE (n:Document {id: 'x'}) RETURN n.id AS id",
]


@pytest.mark.parametrize("query", WRITES)
def test_reading_never_writes(store: GraphStore, query: str) -> None:
    put(store, PLAN)
    before = dump(store)
    with pytest.raises(QueryError) as refused:
        store.read(query)
    assert refused.value.code == "not_read_only"
    assert dump(store) == before


@pytest.mark.parametrize(
    "query", ["MATCH (n RETURN n", "RETURN $missing AS x", "RETURN nofunction(1) AS x", "MATCH (n) RETURN m.id AS x"]
)
def test_a_wrong_query_is_told(store: GraphStore, query: str) -> None:
    with pytest.raises(QueryError) as refused:
        store.read(query)
    assert refused.value.mend


def test_a_long_query_is_stopped(store: GraphStore) -> None:
    put(store, PLAN)
    slow = (
        "UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b UNWIND range(1, 3000) AS c "
        "WITH a, b, c WHERE (a * b + c) % 7 = 9 RETURN count(*) AS n"
    )
    with pytest.raises(QueryError) as stopped:
        store.read(slow, timeout=0.3)
    assert stopped.value.code == "query_timeout"
    assert count(store, "MATCH (t:Task) RETURN count(t) AS n") == 2


def test_rows_are_cut_at_the_limit(store: GraphStore) -> None:
    rows = store.read("UNWIND range(1, 50) AS i RETURN i ORDER BY i", max_rows=3)
    assert rows == [{"i": 1}, {"i": 2}, {"i": 3}]


def test_values_are_plain(store: GraphStore) -> None:
    put(store, document("1/KH-UBND", on="2022-07-18", title="Tên"))
    row = store.read(
        "MATCH (d:Document)-[e:IN_PLACE]->(p:Place) "
        "RETURN d, e, p, {a: [1, 2.5, null], b: date('2025-01-02')} AS m, 'năm' AS `chữ`"
    )[0]
    assert row["d"]["labels"] == ["Document"]
    assert row["d"]["properties"]["title"] == "Tên"
    assert "type" not in row["d"]["properties"]
    assert row["e"] == {"type": "IN_PLACE", "properties": {"stated_in": "vn:lai-chau:2022:1-kh-ubnd"}}
    assert row["p"] == {
        "labels": ["Place"],
        "properties": {"id": "place:lai-chau", "kind": "tỉnh", "name": "Lai Châu", "norm": "lai chau"},
    }
    assert row["m"] == {"a": [1, 2.5, None], "b": "2025-01-02"}
    assert row["chữ"] == "năm"


def test_comments_and_words_in_strings_are_no_clauses(store: GraphStore) -> None:
    rows = store.read("// CREATE\nMATCH (n:Document) /* SET\n */ WHERE n.title = 'DELETE // x' RETURN count(n) AS n")
    assert rows == [{"n": 0}]


def test_shared_nodes_are_put_only_where_they_are(store: GraphStore) -> None:
    put(store, PLAN)
    store.put_nodes(
        "Agency",
        {"agency:none": {"name": "Không có"}, "agency:lai-chau:so-tai-chinh-tinh-lai-chau": {"name": "Sở Tài chính"}},
    )
    assert count(store, "MATCH (g:Agency {name: 'Không có'}) RETURN count(g) AS n") == 0
    assert count(store, "MATCH (g:Agency {name: 'Sở Tài chính'}) RETURN count(g) AS n") == 1


def _seen_while_writing(store: GraphStore) -> set[int]:
    """The numbers of duties that a reader counts while a document of 40 is written again and again."""
    agency = [("lead", "Sở Y tế tỉnh Lai Châu")]
    many = document("5/KH-UBND", duties=[(f"Việc thứ {i}", agency) for i in range(40)])
    put(store, many)
    seen: set[int] = set()
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            seen.add(count(store, "MATCH (t:Task)-[:ASSIGNED_TO]->(:Agency) RETURN count(t) AS n"))

    reader = threading.Thread(target=read)
    reader.start()
    for _ in range(10):
        put(store, many)
    stop.set()
    reader.join()
    return seen


def test_readers_while_a_document_is_written(store: GraphStore) -> None:
    """The embedded engine shows a reader whole documents only.

    Neo4j isolates by "read committed": a reading that runs into a commit may see part of it, the next one is whole.
    """
    seen = _seen_while_writing(store)
    assert 40 in seen
    assert isinstance(store, Neo4jStore) or seen == {40}
    assert count(store, "MATCH (t:Task)-[:ASSIGNED_TO]->(:Agency) RETURN count(t) AS n") == 40


def test_two_writers_both_get_through(store: GraphStore) -> None:
    """Documents that name the same agencies, written from two threads."""
    plans = [
        document(f"{i}/KH-UBND", duties=[("Việc chung", [("lead", "Sở Y tế"), ("coordinate", "Sở Tài chính")])],
                 cites=[("IMPLEMENTS", QD687)])
        for i in range(1, 13)
    ]  # fmt: skip
    failed: list[BaseException] = []

    def write(some: list[Json]) -> None:
        try:
            for plan in some:
                put(store, plan)
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=write, args=(plans[i::2],)) for i in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert count(store, "MATCH (:Document)-[e:IMPLEMENTS]->(:Document) RETURN count(e) AS n") == 12
    assert count(store, "MATCH (g:Agency) WHERE g.name IN ['Sở Y tế', 'Sở Tài chính'] RETURN count(g) AS n") == 2
