"""Many files over processes: whatever a file does, every file has an outcome."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.work import Outcome, extract_file, extract_files
from tests.samples import ROOT, SEEDS


def kill_on_k(path: Path) -> Outcome:
    """Ends its process for a path that begins with k."""
    if path.name.startswith("k"):
        os._exit(9)
    return Outcome(path, {"name": path.name})


@pytest.mark.parametrize("names", ["abkcd", "kkk", "abcdefghijkl", "k"])
def test_a_file_that_kills_its_process_is_refused_and_the_rest_is_read(names: str) -> None:
    paths = [Path(f"{name}{i}") for i, name in enumerate(names)] + [Path("z")]
    outcomes = {outcome.path: outcome for outcome in extract_files(paths, 2, kill_on_k)}
    assert set(outcomes) == set(paths)
    for path, outcome in outcomes.items():
        killed = path.name.startswith("k")
        assert (outcome.error is not None) == killed
        assert (outcome.extraction is None) == killed
        if outcome.error:
            assert (outcome.error.code, outcome.error.where) == ("internal", str(path))


def test_workers_give_what_one_process_gives() -> None:
    many = {outcome.path: outcome.extraction for outcome in extract_files(SEEDS[:3], 2)}
    assert many == {path: extract_file(path).extraction for path in SEEDS[:3]}


def test_a_folder_in_the_place_of_a_file_is_refused(tmp_path: Path) -> None:
    outcome = extract_file(tmp_path)
    assert outcome.extraction is None
    assert outcome.error is not None
    assert outcome.error.where == str(tmp_path)


def test_a_script_that_cannot_be_started_again_reads_all_by_itself(tmp_path: Path) -> None:
    """Worker processes import the main script; one that ends there would take every worker down."""
    script = tmp_path / "script.py"
    script.write_text(
        "if __name__ != '__main__':\n    raise SystemExit\n"
        "from pathlib import Path\nfrom pipeline.work import extract_files\n"
        f"paths = [Path({str(SEEDS[0])!r}), Path({str(SEEDS[1])!r})]\n"
        "print([outcome.error for outcome in extract_files(paths, 2)])\n"
    )
    run = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stdout.strip() == "[None, None]"
