"""Ingest: twice changes nothing, an edit replaces what was stated, order does not matter, bad files are told."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.embedded_store import EmbeddedStore
from graph.store import GraphStore
from pipeline.ingest import Report, Step, ingest, sync
from pipeline.record import SqliteRecord
from tests.graph.documents import dump
from tests.samples import SEEDS

Json = dict[str, Any]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The five seeds, to be edited."""
    folder = tmp_path / "in"
    folder.mkdir()
    for seed in SEEDS:
        shutil.copy(seed, folder)
    return folder


@pytest.fixture
def record(tmp_path: Path) -> Iterator[SqliteRecord]:
    with SqliteRecord(tmp_path / "record.sqlite") as opened:
        yield opened


@pytest.fixture
def store(tmp_path: Path) -> Iterator[GraphStore]:
    with EmbeddedStore(tmp_path / "graph.kgl", write=True) as opened:
        yield opened


def rows(record: SqliteRecord) -> list[Any]:
    return [*record.rows(), *record.mentions(), record.counts()]


def test_the_first_ingest_reads_and_reports_all(folder: Path, record: SqliteRecord, store: GraphStore) -> None:
    steps: list[Step] = []
    report = ingest([folder], record, progress=steps.append)
    report.graph = sync(record, store)
    done = report.to_json()
    assert len(done["read"]) == len(SEEDS)
    assert done["refused"] == []
    assert done["documents"]["changed"] == [row.id for row in record.rows()] == done["graph"]["written"]
    assert [(s.done, s.total, s.state) for s in steps] == [(i, 5, "read") for i in range(1, 6)]
    assert sum(done["notices"].values()) == sum(len(e["warnings"]) for e in record.extractions())


def test_twice_changes_nothing(folder: Path, record: SqliteRecord, store: GraphStore) -> None:
    ingest([folder], record)
    sync(record, store)
    before, graph = rows(record), dump(store, kept=True)
    again = ingest([folder], record)
    again.graph = sync(record, store)
    assert len(again.skipped) == len(SEEDS)
    assert again.to_json()["documents"] == {"changed": [], "removed": []}
    assert again.graph.written == ()
    assert rows(record) == before
    assert dump(store, kept=True) == graph


def test_reading_unchanged_files_again_changes_nothing(folder: Path, record: SqliteRecord, store: GraphStore) -> None:
    ingest([folder], record)
    sync(record, store)
    before, graph = rows(record), dump(store)
    again = ingest([folder], record, again=True)
    assert len(again.read) == len(SEEDS)
    assert not again.changed
    assert sync(record, store).written == ()
    assert rows(record) == before
    assert dump(store) == graph


def test_an_edit_replaces_exactly_what_the_file_stated(folder: Path, record: SqliteRecord, store: GraphStore) -> None:
    """473/KH-UBND loses the sentence that implements 687/QĐ-TTg: that edge goes, and nothing that others state."""
    ingest([folder], record)
    sync(record, store)
    before = dump(store)
    edited = next(path for path in folder.iterdir() if "473/KH-UBND" in path.read_text("utf-8"))
    text = edited.read_text("utf-8")
    edited.write_text(text.replace("687/QĐ-TTg", "688/QĐ-TTg"), "utf-8")
    report = ingest([folder], record)
    report.graph = sync(record, store)
    after = dump(store)
    plan = "vn:an-giang:2022:473-kh-ubnd"
    assert report.changed == {plan}
    assert report.graph.written == (plan,)
    ends = {row["b"] for row in after["IMPLEMENTS"] if row["a"] == plan}
    assert "vn:trung-uong:2022:688-qdd-ttg" in ends
    assert "vn:trung-uong:2022:687-qdd-ttg" not in ends
    assert said_by_others(after, plan) == said_by_others(before, plan)
    edited.write_text(text, "utf-8")
    ingest([folder], record)
    sync(record, store)
    assert dump(store) == before


def test_an_edit_of_the_number_takes_the_old_document_away(
    folder: Path, record: SqliteRecord, store: GraphStore
) -> None:
    ingest([folder], record)
    sync(record, store)
    edited = next(path for path in folder.iterdir() if "473/KH-UBND" in path.read_text("utf-8"))
    edited.write_text(edited.read_text("utf-8").replace("473/KH-UBND", "474/KH-UBND"), "utf-8")
    report = ingest([folder], record)
    report.graph = sync(record, store)
    assert report.removed == {"vn:an-giang:2022:473-kh-ubnd"}
    documents = {row["id"]: row for row in dump(store)["Document"]}
    assert documents["vn:an-giang:2022:474-kh-ubnd"]["stub"] is False
    assert "vn:an-giang:2022:473-kh-ubnd" not in documents
    assert not [row for row in dump(store)["Task"] if row["doc_id"] == "vn:an-giang:2022:473-kh-ubnd"]


@pytest.mark.parametrize("order", [(4, 3, 2, 1, 0), (2, 0, 4, 1, 3)])
def test_the_order_of_files_does_not_matter(tmp_path: Path, order: tuple[int, ...]) -> None:
    found = []
    for name, files in (("sorted", SEEDS), ("mixed", [SEEDS[i] for i in order])):
        path = tmp_path / name
        with SqliteRecord(path / "record.sqlite") as record, EmbeddedStore(path / "graph.kgl", write=True) as store:
            for file in files:
                ingest([file], record)
                sync(record, store)
            found.append((list(record.rows()), dump(store)))
    assert found[0] == found[1]


def test_several_workers_give_the_same_record(folder: Path, record: SqliteRecord, tmp_path: Path) -> None:
    (folder / "empty.txt").write_text("")
    one = ingest([folder], record, workers=1)
    with SqliteRecord(tmp_path / "other.sqlite") as other:
        many = ingest([folder], other, workers=2)
        assert rows(record) == rows(other)
    assert many.to_json() == one.to_json()


BAD = {
    "missing": None,
    "empty": b"",
    "blank": b" \n\n ",
    "binary": bytes(range(256)) * 40,
    "truncated": b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog",
    "shopping": "Danh sách mua sắm:\n- sữa\n- bánh mì\n- trứng gà\n".encode() * 20,
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_and_the_batch_goes_on(folder: Path, record: SqliteRecord, name: str) -> None:
    bad = folder / f"000-{name}.txt"
    data = BAD[name]
    if data is not None:
        bad.write_bytes(data)
    report = ingest([bad, folder], record)
    [refusal] = report.refused
    assert refusal["path"] == str(bad)
    assert all(refusal[field] for field in ("code", "what", "where", "mend"))
    assert refusal["code"] != "internal"
    assert len(report.read) == len(SEEDS)
    assert record.content_at(bad) is None


def test_a_file_that_became_bad_keeps_what_was_stored(folder: Path, record: SqliteRecord) -> None:
    ingest([folder], record)
    before = rows(record)
    next(folder.iterdir()).write_bytes(b"")
    report = ingest([folder], record)
    assert len(report.refused) == 1
    assert rows(record) == before


def test_the_same_content_twice_is_read_once(folder: Path, record: SqliteRecord) -> None:
    shutil.copy(SEEDS[0], folder / "copy.txt")
    report = ingest([folder], record)
    assert len(report.read) == len(SEEDS)
    assert len(report.skipped) == 1
    assert record.counts() == {"documents": 5, "contents": 5, "paths": 6}


def test_a_copy_of_a_bad_file_is_refused_at_its_own_path(tmp_path: Path, record: SqliteRecord) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(BAD["shopping"] or b"")
    report = ingest([tmp_path / "a.txt", tmp_path / "b.txt"], record)
    assert sorted(r["where"] for r in report.refused) == [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]


def test_an_interruption_keeps_what_was_finished(folder: Path, record: SqliteRecord) -> None:
    def stop(step: Step) -> None:
        if step.done == 2:
            raise KeyboardInterrupt

    report = ingest([folder], record, progress=stop)
    assert report.interrupted
    assert record.counts()["documents"] == 2
    rest = ingest([folder], record)
    assert (len(rest.skipped), len(rest.read)) == (2, 3)


def test_hidden_files_and_doubled_paths_are_left_out(folder: Path, record: SqliteRecord) -> None:
    (folder / ".hidden.txt").write_text("x")
    report = ingest([folder, folder / SEEDS[0].name], record)
    assert len(report.read) == len(SEEDS)


def test_an_empty_report_is_whole() -> None:
    assert Report().to_json()["graph"] is None


def said_by_others(graph: dict[str, list[Json]], document: str) -> dict[str, list[Json]]:
    """All edges that other documents state."""
    return {
        name: [row for row in found if row.get("stated_in") not in (None, document)]
        for name, found in graph.items()
        if found and "stated_in" in found[0]
    }
