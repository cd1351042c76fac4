"""Many files over processes: whatever a file does, every file has an outcome."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.work import Outcome, extract_file, extract_files
from tests.samples import SEEDS


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
