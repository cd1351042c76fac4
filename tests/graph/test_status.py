"""Whether an instrument is in force on a day: tables of statements, real wording, and histories of a graph."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest
import yaml

from extractors.document import Document, Paragraph, Source, Span
from extractors.findings import Header, Jurisdiction
from extractors.fold import slug
from extractors.identity import instrument_id
from extractors.serialize import to_json
from graph.changes import changes_in
from graph.embedded_store import EmbeddedStore
from graph.status import Change, Effect, final_status, registered, status_at
from graph.store import GraphStore
from graph.update import update
from pipeline.extract import extract_document
from tests.graph.documents import Record, document, instrument

BEGUN = Effect("2021-01-01", quote="có hiệu lực từ ngày 01/01/2021")
AMENDED = Change("AMENDS", "vn:x:2022:2", "2022-06-01")
CUT = Change("REPEALS", "vn:x:2023:3", "2023-01-01", partial=True)
GONE = Change("REPLACES", "vn:x:2024:4", "2024-07-01", partial=False)
STOPPED = Change("SUSPENDS", "vn:x:2022:5", "2022-08-01", partial=False)
UNDATED = Change("REPEALS", "vn:x:unknown:6", "", partial=False)


@pytest.mark.parametrize(
    ("told", "effects", "on", "expected", "evidence"),
    [
        ([], [], None, "unknown", []),
        ([], [BEGUN], None, "in force", [BEGUN]),
        ([], [BEGUN], "2020-12-31", "not yet in force", [BEGUN]),
        ([], [BEGUN], "2021-01-01", "in force", [BEGUN]),
        ([AMENDED], [BEGUN], "2022-05-31", "in force", [BEGUN]),
        ([AMENDED], [BEGUN], "2022-06-01", "partly amended", [AMENDED]),
        ([AMENDED, CUT], [], None, "partly amended", [AMENDED, CUT]),
        ([AMENDED, GONE], [BEGUN], "2024-06-30", "partly amended", [AMENDED]),
        ([AMENDED, GONE], [BEGUN], "2024-07-01", "expired", [GONE]),
        ([GONE], [], "2024-06-30", "unknown", []),
        ([STOPPED], [BEGUN], "2022-09-01", "suspended", [STOPPED]),
        ([STOPPED, GONE], [BEGUN], None, "expired", [GONE]),
        ([UNDATED], [BEGUN], "2023-01-01", "unknown", [UNDATED]),
        ([UNDATED], [BEGUN], None, "expired", [UNDATED]),
        ([Change("AMENDS", "vn:x:2022:7", "2022")], [BEGUN], "2022-01-15", "partly amended", None),
    ],
)  # fmt: skip
def test_the_status_on_a_day(
    told: list[Change], effects: list[Effect], on: str | None, expected: str, evidence: list[Any] | None
) -> None:
    for order in itertools.permutations(told):
        found = status_at(order, effects, on)
        assert found.value == expected
        if evidence is not None:
            assert list(found.evidence) == evidence


@pytest.mark.parametrize(
    ("number", "on", "expected", "says"),
    [
        ("55/2014/QH13", "2014-12-31", "not yet in force", "hiệu lực từ 2015-01-01"),
        ("55/2014/QH13", "2016-01-01", "in force", "hiệu lực từ 2015-01-01"),
        ("55/2014/QH13", "2023-01-01", "expired", "được thay bằng 72/2020/QH14"),
        ("45/2013/QH13", "2024-12-31", "expired", "31/2024/QH15"),
        ("01/2015/NĐ-CP", "2019-01-01", "partly amended", "01/2015/NĐ-CP được bổ sung theo 12/2018/NĐ-CP"),
        ("01/2015/NĐ-CP", "2015-06-01", "unknown", ""),
    ],
)
def test_what_the_tables_say(number: str, on: str, expected: str, says: str) -> None:
    found = status_at(*registered(number), on)
    assert found.value == expected
    assert any(says in each.quote for each in found.evidence) or not says


def test_a_local_number_is_never_looked_up_in_central_tables() -> None:
    assert final_status("vn:lai-chau:2014:55-2014-qh13", "55/2014/QH13", ()) == "unknown"
    assert final_status("vn:trung-uong:2014:55-2014-qh13", "55/2014/QH13", ()) == "expired"


CASES = yaml.safe_load(Path(__file__).with_name("changes.yaml").read_text("utf-8"))


def said(text: str, on: str = "2026-01-26") -> dict[str, Any]:
    """The extraction of one closing provision in a circular of the centre."""
    number = "6/2026/TT-BTC"
    here = Jurisdiction("trung-uong", on=on)
    header = Header(
        instrument_id("trung-uong", number), number, "TT", "Bộ Tài chính", on, None, Span(0, 0), jurisdiction=here
    )
    whole = Span(0, len(text))
    return to_json(extract_document(Document(text, Source("", "0" * 64, "txt"), (Paragraph(whole),)), header))


@pytest.mark.parametrize("case", CASES, ids=[case["number"] for case in CASES])
def test_a_provision_or_the_whole(case: dict[str, Any]) -> None:
    found = {change.to_id: change for change in changes_in(said(case["text"]))}
    change = found[f"vn:trung-uong:{case['number'].split('/')[1]}:{slug(case['number'])}"]
    assert (change.type, change.partial, change.on) == (case["relation"], case["partial"], "2026-01-26")


def test_a_list_without_labels_shares_its_beginning() -> None:
    text = (
        "Các thủ tục hành chính đã công bố tại các Quyết định số 3684/QĐ-BVHTTDL ngày 27/12/2022; Quyết định số "
        "1647/QĐ-BVHTTDL ngày 26/6/2023 hết hiệu lực."
    )
    assert [change.partial for change in changes_in(said(text))] == [True, True]


def test_what_is_older_changes_nothing() -> None:
    """A misprinted or misread pair: a law of 2012 cannot replace one of 2019."""
    old, new = instrument("38/2012/QH14", year="2012"), instrument("38/2019/QH14", year="2019")
    assert not list(changes_in(document("2/KH-UBND", relations=[(old, "REPLACES", new)])))


TARGET = instrument("05/2020/QĐ-UBND", "lai-chau", "2020")
TARGET_ITSELF = document("05/2020/QĐ-UBND", on="2020-03-01", title="Quy định cũ")
STATING = [
    document("7/2024/QĐ-UBND", on="2024-05-01", relations=[(None, "REPLACES", TARGET)]),
    document("8/2022/QĐ-UBND", on="2022-05-01", relations=[(None, "AMENDS", TARGET)]),
]


def whole(extraction: dict[str, Any]) -> dict[str, Any]:
    """The same without a provision named."""
    return {**extraction, "citations": [{**c, "pinpoint": None} for c in extraction["citations"]]}


def status(store: GraphStore) -> str | None:
    rows = store.read("MATCH (d:Document {id: $id}) RETURN d.status AS status", {"id": TARGET["id"]})
    return rows[0]["status"] if rows else None


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_the_order_of_ingestion_does_not_matter(order: tuple[int, ...], tmp_path: Path) -> None:
    """Amended, then replaced, whatever comes first; and each step back is undone by taking the document out."""
    sources = [TARGET_ITSELF, whole(STATING[0]), whole(STATING[1])]
    with EmbeddedStore(tmp_path / "a.kgl", write=True) as store:
        store.ensure_schema()
        record = Record()
        for which in order:
            record.put(sources[which])
            update(store, record)
        assert status(store) == "expired"
        del record.rows[STATING[0]["document"]["id"]]
        update(store, record)
        assert status(store) == "partly amended"
        del record.rows[STATING[1]["document"]["id"]]
        update(store, record)
        assert status(store) == "unknown"


def test_an_edit_that_repeals_less_is_seen(tmp_path: Path) -> None:
    """First the whole decision is replaced, after the edit only Điều 5 of it."""
    with EmbeddedStore(tmp_path / "a.kgl", write=True) as store:
        store.ensure_schema()
        record = Record(TARGET_ITSELF, whole(STATING[0]))
        update(store, record)
        assert status(store) == "expired"
        record.put(STATING[0])
        update(store, record)
        assert status(store) == "partly amended"


def test_a_stub_has_a_status_too(store: GraphStore) -> None:
    update(store, Record(whole(STATING[0])))
    assert status(store) == "expired"


def test_edges_say_whether_they_are_partial(store: GraphStore) -> None:
    update(store, Record(whole(STATING[0]), STATING[1]))
    rows = store.read(
        "MATCH (a)-[r:REPLACES|AMENDS]->(b) RETURN type(r) AS relation, r.partial AS partial ORDER BY relation"
    )
    assert [(row["relation"], row["partial"]) for row in rows] == [("AMENDS", True), ("REPLACES", False)]
