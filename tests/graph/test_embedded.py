"""The embedded graph as a file: readers beside a writer, crashes, damage."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from extractors.errors import GraphUnavailable
from graph.embedded_store import EmbeddedStore
from graph.update import update
from tests.graph.documents import Record, document, dump
from tests.graph.test_contract import PLAN, put

ROOT = Path(__file__).parents[2]

# Writes a plan of 30 duties after the other and saves each; says so on its standard output.
WRITER = """
import sys
from graph.embedded_store import EmbeddedStore
from tests.graph.documents import document
from tests.graph.test_contract import put
with EmbeddedStore(sys.argv[1], write=True) as store:
    for n in range(1, 500):
        put(store, document(f"{n}/KH-UBND", duties=[(f"Việc {i}", [("lead", "Sở Y tế")]) for i in range(30)]))
        store.save()
        print(n, flush=True)
"""


def tasks(path: Path) -> tuple[int, int]:
    with EmbeddedStore(path) as store:
        (row,) = store.read(
            "MATCH (d:Document) OPTIONAL MATCH (d)<-[:STATED_IN]-(t:Task) "
            "RETURN count(DISTINCT d) AS documents, count(t) AS tasks"
        )
        return row["documents"], row["tasks"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "graph.kgl"


def test_a_graph_that_is_not_there_yet_is_empty(path: Path) -> None:
    with EmbeddedStore(path) as store:
        assert dump(store) == {}
        assert store.search("kế hoạch", label="Task") == []
        assert store.standing() == {}
    assert list(path.parent.iterdir()) == []


def test_a_reader_sees_the_last_saved_state(path: Path) -> None:
    with EmbeddedStore(path, write=True) as writer, EmbeddedStore(path) as reader:
        assert dump(reader) == {}
        put(writer, PLAN)
        assert dump(reader) == {}
        writer.save()
        assert dump(reader) == dump(writer)
        assert reader.search("tuyên truyền", label="Task")


def test_what_was_not_saved_is_lost(path: Path) -> None:
    with EmbeddedStore(path, write=True) as writer:
        put(writer, PLAN)
        writer.save()
        put(writer, document("9/KH-UBND"))
    assert tasks(path)[1] == 2
    with EmbeddedStore(path) as reader:
        assert reader.read("MATCH (d:Document {number: '9/KH-UBND'}) RETURN d.id AS id") == []


def test_a_second_writer_waits_and_says_so(path: Path) -> None:
    waited: list[bool] = []
    with EmbeddedStore(path, write=True):
        with pytest.raises(GraphUnavailable) as refused:
            EmbeddedStore(path, write=True, wait=0.3, on_wait=lambda: waited.append(True))
        assert refused.value.code == "graph_locked"
        assert refused.value.exit_code == 3
    assert waited == [True]
    EmbeddedStore(path, write=True, wait=0).close()


def test_a_reader_does_not_write(path: Path) -> None:
    with EmbeddedStore(path) as reader, pytest.raises(GraphUnavailable) as refused:
        put(reader, PLAN)
    assert refused.value.code == "graph_read_only"


@pytest.mark.slow
def test_a_killed_writer_leaves_the_last_saved_graph(path: Path) -> None:
    """Killed at any moment, also while it saves: the file opens, whole documents only, and can be written on."""
    for delay in (0.0, 0.05, 0.11):
        command = [sys.executable, "-c", WRITER, str(path)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        assert process.stdout
        for line in process.stdout:
            if int(line) >= 4:
                break
        time.sleep(delay)
        os.kill(process.pid, signal.SIGKILL)
        said = [int(line) for line in process.stdout.read().split()]
        process.wait()
        process.stdout.close()
        documents, duties = tasks(path)
        assert documents >= max(said, default=4)
        assert duties == 30 * documents


@pytest.mark.parametrize("content", [b"", b"not a graph", None], ids=["empty", "text", "cut short"])
def test_a_damaged_file_is_told_to_readers_and_filled_again_by_a_writer(path: Path, content: bytes | None) -> None:
    record = Record(PLAN)
    with EmbeddedStore(path, write=True) as writer:
        update(writer, record)
        whole = dump(writer)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2] if content is None else content)
    with EmbeddedStore(path) as reader, pytest.raises(GraphUnavailable) as told:
        reader.read("MATCH (n) RETURN count(n) AS n")
    assert "vanban sync" in str(told.value)
    with EmbeddedStore(path, write=True) as writer:
        update(writer, record)
        assert dump(writer) == whole
    assert path.with_name("graph.kgl.damaged").exists()
    assert tasks(path)[1] == 2


def test_a_flipped_byte_is_never_silently_read(path: Path) -> None:
    with EmbeddedStore(path, write=True) as writer:
        update(writer, Record(PLAN))
    data = path.read_bytes()
    for at in range(16, len(data), max(1, len(data) // 12)):
        path.write_bytes(data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :])
        try:
            with EmbeddedStore(path) as reader:
                found = dump(reader)
        except GraphUnavailable:
            continue
        path.write_bytes(data)
        with EmbeddedStore(path) as reader:
            assert found == dump(reader)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("x")
    with pytest.raises(GraphUnavailable):
        EmbeddedStore(blocked / "graph.kgl", write=True)


def test_nothing_is_printed(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with EmbeddedStore(path, write=True) as store:
        store.read("MATCH (n:NoSuchLabel)-[:NO_SUCH_TYPE]->() RETURN n.nothing AS x")
        put(store, PLAN)
        store.read("UNWIND range(1, 50) AS i RETURN i", max_rows=2)
    out = capfd.readouterr()
    assert (out.out, out.err) == ("", "")
