"""The corpus is what its manifest says, and stands alone."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.scoring.keys import document_key

CORPUS = Path(__file__).parents[2] / "corpus"
ROWS: list[dict[str, Any]] = [json.loads(line) for line in (CORPUS / "manifest.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_row_describes_its_file(row: dict[str, Any]) -> None:
    data = (CORPUS / row["file"]).read_bytes()
    assert hashlib.sha256(data).hexdigest() == row["sha256"]
    assert len(data) == row["bytes"]
    assert row["origin"]
    assert row["what"]
    assert "Điều 15 Luật Sở hữu trí tuệ" in row["licence"]


def test_every_file_has_a_row() -> None:
    files = {
        f"{folder}/{file.name}"
        for folder in ("samples", "gold-texts", "unseen")
        for file in (CORPUS / folder).iterdir()
    }
    assert files == {row["file"] for row in ROWS}


def test_every_gold_file_has_its_text() -> None:
    labelled = {label: document_key(row["file"]) for row in ROWS for label in row["gold"]}
    files = (CORPUS / "gold").rglob("*.json")
    assert labelled == {file.relative_to(CORPUS).as_posix(): file.stem for file in files}
