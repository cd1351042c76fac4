"""The record: what stands for a document, what goes, and what a damaged or busy file says."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.errors import RecordError
from pipeline.record import SqliteRecord
from pipeline.record.schema import write_ahead
from tests.graph.documents import document, instrument

Json = dict[str, Any]


def content(sha: str, number: str = "1/KH-UBND", title: str = "Kế hoạch", **more: Any) -> Json:
    extraction = document(number, title=title, **more)
    return {**extraction, "source": {"path": "somewhere", "sha256": sha, "format": "txt"}}


@pytest.fixture
def record(tmp_path: Path) -> Iterator[SqliteRecord]:
    with SqliteRecord(tmp_path / "record.sqlite") as opened:
        yield opened


ONE = "vn:lai-chau:2022:1-kh-ubnd"
TWO = "vn:lai-chau:2022:2-kh-ubnd"


def test_a_document_comes_back_as_it_was_stored(record: SqliteRecord) -> None:
    stored = content("a")
    change = record.put("/x/1.txt", stored, "v1")
    assert (change.changed, change.removed) == ({ONE}, frozenset())
    assert record.get(ONE) == {**stored, "source": {**stored["source"], "path": "/x/1.txt"}}
    assert record.version_of("a") == "v1"
    assert record.get(TWO) is None


def test_the_same_again_changes_nothing(record: SqliteRecord) -> None:
    record.put("/x/1.txt", content("a"), "v1")
    before = record.stamp()
    assert not record.put("/x/1.txt", content("a"), "v1")
    assert record.stamp() == before
    assert record.counts() == {"documents": 1, "contents": 1, "paths": 1}


def test_one_content_at_two_paths_is_one_document(record: SqliteRecord) -> None:
    record.put("/x/b.txt", content("a"), "v1")
    assert not record.bind("/x/a.txt", "a")
    assert record.counts() == {"documents": 1, "contents": 1, "paths": 2}
    assert record.paths(ONE) == ["/x/a.txt", "/x/b.txt"]
    found = record.get(ONE)
    assert found is not None
    assert found["source"]["path"] == "/x/a.txt"


def test_an_edited_file_replaces_what_it_stated(record: SqliteRecord) -> None:
    record.put("/x/1.txt", content("a"), "v1")
    change = record.put("/x/1.txt", content("b", "2/KH-UBND"), "v1")
    assert (change.changed, change.removed) == ({TWO}, {ONE})
    assert record.counts() == {"documents": 1, "contents": 1, "paths": 1}


def test_an_edited_file_leaves_what_another_path_states(record: SqliteRecord) -> None:
    record.put("/x/1.txt", content("a"), "v1")
    record.bind("/x/copy.txt", "a")
    change = record.put("/x/1.txt", content("b", "2/KH-UBND"), "v1")
    assert (change.changed, change.removed) == ({TWO}, frozenset())
    assert record.paths(ONE) == ["/x/copy.txt"]


@pytest.mark.parametrize("order", [("short", "long"), ("long", "short")])
def test_the_longer_of_two_contents_of_one_id_stands(record: SqliteRecord, order: tuple[str, str]) -> None:
    contents = {"short": content("z", title="Ngắn"), "long": content("a", title="Dài hơn nhiều")}
    for name in order:
        record.put(f"/x/{name}.txt", contents[name], "v1")
    assert [row.title for row in record.rows()] == ["Dài hơn nhiều"]
    assert record.counts() == {"documents": 1, "contents": 2, "paths": 2}
    assert record.doubles() == {ONE: ["/x/long.txt", "/x/short.txt"]}


def test_the_shorter_content_steps_in_when_the_longer_goes(record: SqliteRecord) -> None:
    record.put("/x/short.txt", content("z", title="Ngắn"), "v1")
    record.put("/x/long.txt", content("a", title="Dài hơn nhiều"), "v1")
    change = record.put("/x/long.txt", content("c", "2/KH-UBND"), "v1")
    assert (change.changed, change.removed) == ({ONE, TWO}, frozenset())
    assert [row.title for row in record.rows()] == ["Ngắn", "Kế hoạch"]


def test_mentions_are_those_of_the_standing_contents(record: SqliteRecord) -> None:
    cited = instrument("687/QĐ-TTg")
    record.put("/x/short.txt", content("z", title="Ngắn", cites=[("CITES", instrument("9/NQ-CP"))]), "v1")
    record.put("/x/long.txt", content("a", title="Dài hơn nhiều nữa", cites=[("IMPLEMENTS", cited)]), "v1")
    ids = {mention.id for mention in record.mentions()}
    assert cited["id"] in ids
    assert "vn:trung-uong:2022:9-nq-cp" not in ids
    key = next(m.key for m in record.mentions() if m.id == cited["id"])
    assert {m.id for m in record.mentions(keys=[key])} == {cited["id"]}
    assert {m.doc_id for m in record.mentions(documents=[ONE])} == {ONE}
    assert list(record.mentions(documents=["vn:none"])) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("kinh te tuan hoan", True),
        ("KINH TẾ tuần hoàn", True),
        ("kinh tế nông nghiệp", False),
        ("", False),
        ('"*', False),
    ],
)
def test_search_folds_both_sides(record: SqliteRecord, words: str, found: bool) -> None:
    record.put("/x/1.txt", content("a", title="Phát triển kinh tế tuần hoàn"), "v1")
    assert record.search(words) == ([ONE] if found else [])


def test_search_forgets_a_replaced_content(record: SqliteRecord) -> None:
    record.put("/x/1.txt", content("a", title="Trồng rừng"), "v1")
    record.put("/x/1.txt", content("b", title="Nuôi cá"), "v1")
    assert record.search("trồng rừng") == []
    assert record.search("nuoi ca") == [ONE]


def test_a_new_version_of_the_extractors_is_seen(record: SqliteRecord) -> None:
    record.put("/x/1.txt", content("a"), "v1")
    record.put("/x/1.txt", content("a"), "v2")
    assert record.version_of("a") == "v2"


def test_a_damaged_row_is_refused_with_the_mend(record: SqliteRecord) -> None:
    record.put("/x/1.txt", content("a"), "v1")
    with sqlite3.connect(record.path) as database:
        database.execute("UPDATE contents SET extraction = replace(extraction, 'Kế hoạch', 'Kế hoach')")
    database.close()
    assert record.damaged() == ["/x/1.txt"]
    with pytest.raises(RecordError) as raised:
        record.get(ONE)
    assert raised.value.code == "record_damaged"
    assert "--again" in str(raised.value)


def test_a_record_of_another_version_is_refused(record: SqliteRecord, tmp_path: Path) -> None:
    with sqlite3.connect(record.path) as database:
        database.execute("UPDATE meta SET value = '99' WHERE key = 'schema'")
    database.close()
    with pytest.raises(RecordError) as raised:
        SqliteRecord(record.path)
    assert raised.value.code == "record_version"


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "record.sqlite"
    path.write_bytes(b"not a database" * 100)
    with pytest.raises(RecordError) as raised:
        SqliteRecord(path)
    assert raised.value.code == "record_damaged"
    assert raised.value.where == str(path)


def test_a_busy_record_says_so(record: SqliteRecord, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.record.sqlite.BUSY_SECONDS", 0.05)
    other = sqlite3.connect(record.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with SqliteRecord(record.path) as second, pytest.raises(RecordError) as raised:
        second.put("/x/1.txt", content("a"), "v1")
    other.close()
    assert raised.value.code == "record_locked"


def test_a_new_record_waits_for_who_has_its_file(tmp_path: Path) -> None:
    """The switch to the write-ahead log is refused at once while another holds the file: it is tried again."""
    path = tmp_path / "record.sqlite"
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("CREATE TABLE held (a)")
    other.execute("BEGIN IMMEDIATE")
    release = threading.Timer(0.3, other.execute, ("ROLLBACK",))
    database = sqlite3.connect(path, timeout=0, isolation_level=None)
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        database.execute("PRAGMA journal_mode = WAL")
    release.start()
    write_ahead(database, 10)
    release.join()
    assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    database.close()
    other.close()


def test_two_processes_write_at_the_same_time(tmp_path: Path) -> None:
    code = (
        "import sys; sys.path.insert(0, '.')\n"
        "from pipeline.record import SqliteRecord\n"
        "from tests.pipeline.test_record import content\n"
        "with SqliteRecord(sys.argv[1]) as record:\n"
        "    for i in range(20):\n"
        "        name = sys.argv[2] + str(i)\n"
        "        record.put('/' + name, content(name, f'{i}/KH-{sys.argv[2].upper()}'), 'v1')\n"
    )
    path = tmp_path / "record.sqlite"
    running = [subprocess.Popen([sys.executable, "-c", code, str(path), name]) for name in ("ab", "cd")]
    assert [process.wait(timeout=60) for process in running] == [0, 0]
    with SqliteRecord(path) as record:
        assert record.counts() == {"documents": 40, "contents": 40, "paths": 40}


CONTENTS = {
    name: content(name, number, title)
    for name, number, title in (
        ("a", "1/KH-UBND", "Một"),
        ("b", "1/KH-UBND", "Một, bản dài"),
        ("c", "2/KH-UBND", "Hai"),
        ("d", "3/KH-UBND", "Ba"),
    )
}
Steps = list[tuple[str, str]]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.sampled_from("pqr"), st.sampled_from("abcd")), max_size=12))
def test_only_the_last_content_of_each_path_counts(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str]]
) -> None:
    """Whatever was there before: the record is that of the last content of each path, put in any order."""
    folder = tmp_path_factory.mktemp("record")
    with SqliteRecord(folder / "walked.sqlite") as walked, SqliteRecord(folder / "direct.sqlite") as direct:
        known: set[str] = set()
        for path, name in steps:
            change = walked.put(path, CONTENTS[name], "v1")
            known = (known | change.changed) - change.removed
        for path, name in sorted(dict(steps).items(), reverse=True):
            direct.put(path, CONTENTS[name], "v1")
        assert walked.stamp() == direct.stamp()
        assert walked.counts() == direct.counts()
        assert known == {row.id for row in walked.rows()} == set(walked.digests())
