"""``vanban ingest`` as a real process: report, exit codes, interruption, other processes."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import environment, vanban
from tests.samples import SEEDS


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def test_ingest_then_ask(home: Path, tmp_path: Path) -> None:
    report = tmp_path / "deep" / "report.json"
    run = vanban("ingest", *SEEDS[:2], "--home", home, "--report", report)
    assert (run.returncode, run.stderr) == (0, "")
    assert "Đã đọc 2 tệp" in run.stdout
    assert len(json.loads(report.read_text("utf-8"))["read"]) == 2
    again = vanban("ingest", *SEEDS[:2], "--home", home, "--json")
    assert len(json.loads(again.stdout)["skipped"]) == 2
    asked = vanban("chain", "687/QĐ-TTg", VANBAN_HOME=str(home))
    assert "473/KH-UBND" in asked.stdout


def test_a_refused_file_gives_exit_code_one_and_a_line(home: Path, tmp_path: Path) -> None:
    bad = tmp_path / "hỏng.txt"
    bad.write_bytes(b"")
    run = vanban("ingest", bad, SEEDS[0], "--home", home, "--lang", "en")
    assert run.returncode == 1
    assert run.stderr.count("\n") == 1
    assert "hỏng.txt" in run.stderr
    assert "1 files read" in run.stdout


@pytest.mark.parametrize(("uri", "code"), [("bolt://127.0.0.1:1", 3), ("ftp://x", 2)])
def test_a_graph_that_cannot_be_reached_leaves_the_record_alone(home: Path, uri: str, code: int) -> None:
    run = vanban("ingest", SEEDS[0], "--home", home, "--graph", uri)
    assert run.returncode == code
    assert run.stderr.count("\n") == 1
    assert not (home / "record.sqlite").exists()


def test_an_interruption_keeps_what_was_finished_and_the_next_run_goes_on(home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    text = SEEDS[1].read_text("utf-8")
    for i in range(60):
        (folder / f"{i:03}.txt").write_text(text.replace("473/KH-UBND", f"{i + 1000}/KH-UBND"), "utf-8")
    running = subprocess.Popen(
        [sys.executable, "-m", "vanban", "ingest", str(folder), "--home", str(home), "--workers", "2"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment(), start_new_session=True,
    )  # fmt: skip
    wait_for_documents(home / "record.sqlite", 5)
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "chạy lại lệnh này để làm tiếp" in err
    assert "Traceback" not in err
    kept = documents(home / "record.sqlite")
    assert 5 <= kept < 60
    assert f"{kept} văn bản" in out
    rest = vanban("ingest", folder, "--home", home, "--json")
    report = json.loads(rest.stdout)
    assert rest.returncode == 0
    assert (len(report["skipped"]), len(report["read"])) == (kept, 60 - kept)
    assert vanban("doctor", "--home", home).returncode == 0


def test_a_damaged_graph_is_built_again(home: Path) -> None:
    vanban("ingest", SEEDS[1], "--home", home)
    before = vanban("query", "counts", "--home", home, "--json").stdout
    (home / "graph.kgl").write_bytes(b"damaged" * 100)
    asked = vanban("chain", "687/QĐ-TTg", "--home", home)
    assert asked.returncode == 3
    assert "vanban sync" in asked.stderr
    assert vanban("sync", "--home", home).returncode == 0
    assert vanban("query", "counts", "--home", home, "--json").stdout == before


def test_a_rebuilt_graph_is_the_same(home: Path) -> None:
    vanban("ingest", *SEEDS[:2], "--home", home)
    before = vanban("query", "edge_counts", "--home", home, "--json").stdout
    run = vanban("sync", "--rebuild", "--home", home, "--json")
    assert len(json.loads(run.stdout)["written"]) == 2
    assert vanban("query", "edge_counts", "--home", home, "--json").stdout == before


def test_a_home_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("x")
    run = vanban("ingest", SEEDS[0], "--home", blocked / "home")
    assert run.returncode == 2
    assert str(blocked / "home") in run.stderr
    assert "--home" in run.stderr
    assert run.stderr.count("\n") == 1


def test_a_damaged_record_is_told(home: Path) -> None:
    home.mkdir()
    (home / "record.sqlite").write_bytes(b"no database" * 100)
    run = vanban("ingest", SEEDS[0], "--home", home)
    assert run.returncode == 1
    assert "record.sqlite" in run.stderr
    assert run.stderr.count("\n") == 1


def test_reading_while_another_process_writes(home: Path, tmp_path: Path) -> None:
    """A second ingest waits for the first; a question is answered from the last saved graph."""
    vanban("ingest", SEEDS[1], "--home", home)
    folder = tmp_path / "some"
    folder.mkdir()
    for i, seed in enumerate([*SEEDS, *SEEDS, *SEEDS]):
        (folder / f"{i:03}.txt").write_text(seed.read_text("utf-8") + f"\n{i}\n", "utf-8")
    writing = subprocess.Popen(
        [sys.executable, "-m", "vanban", "ingest", str(folder), "--home", str(home)], env=environment(),
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    wait_for_documents(home / "record.sqlite", 2)
    assert writing.poll() is None
    assert "473/KH-UBND" in vanban("chain", "687/QĐ-TTg", "--home", home).stdout
    second = vanban("ingest", SEEDS[0], "--home", home)
    assert second.returncode == 0
    assert "đợi" in second.stderr or writing.poll() == 0
    assert writing.wait(timeout=60) == 0
    assert vanban("doctor", "--home", home).returncode == 0


def test_an_empty_folder_is_no_error(home: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    run = vanban("ingest", tmp_path / "empty", "--home", home)
    assert run.returncode == 0
    assert "Không có tệp nào" in run.stdout
    assert "chưa có gì" in run.stdout


def test_a_name_that_is_no_text_refuses_that_file_only(home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    shutil.copy(SEEDS[0], folder / os.fsdecode(b"k\xff.txt"))
    shutil.copy(SEEDS[1], folder / "b.txt")
    run = vanban("ingest", folder, "--home", home, "--report", home / "report.json")
    assert run.returncode == 1
    assert "k\\xff.txt" in run.stderr
    report = json.loads((home / "report.json").read_text("utf-8"))
    assert [item["code"] for item in report["refused"]] == ["file_name"]
    assert [item["number"] for item in report["read"]] == ["473/KH-UBND"]


def test_many_documents_in_one_file_are_refused(home: Path, tmp_path: Path) -> None:
    (tmp_path / "all.txt").write_text(SEEDS[0].read_text("utf-8") * 400, "utf-8")
    run = vanban("ingest", tmp_path / "all.txt", "--home", home)
    assert run.returncode == 1
    assert "dài bất thường" in run.stderr


def test_notices_are_told_in_words(home: Path) -> None:
    told = vanban("ingest", SEEDS[0], "--home", home).stdout
    assert "không có số, ký hiệu ×1" in told
    assert "no number ×1" in vanban("ingest", SEEDS[0], "--home", home, "--again", "--lang", "en").stdout


def test_samples_keep_their_names(home: Path, tmp_path: Path) -> None:
    """A file with blanks and marks in its name is a file like any other."""
    named = tmp_path / "Kế hoạch số 473 (bản sao).txt"
    shutil.copy(SEEDS[1], named)
    run = vanban("ingest", named, "--home", home, "--json")
    assert json.loads(run.stdout)["read"][0]["path"] == str(named)


def documents(path: Path) -> int:
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return int(database.execute("SELECT count(*) FROM contents").fetchone()[0])
    except sqlite3.OperationalError:
        return 0
    finally:
        database.close()


def wait_for_documents(path: Path, count: int) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if path.exists() and documents(path) >= count:
            return
        time.sleep(0.05)
    pytest.fail("nothing was stored in a minute")
