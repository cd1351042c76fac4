"""``vanban extract`` keeps to its published form (docs/document.schema.json), and every span quotes its text."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from docs.build import environment

ROOT = Path(__file__).parents[2]
FILES = sorted(path for folder in ("samples", "gold-texts") for path in (ROOT / "corpus" / folder).iterdir())
SCHEMA = json.loads((ROOT / "docs" / "document.schema.json").read_text("utf-8"))
REFERENCE = ROOT.parent / "shared" / "spec" / "document.schema.json"


@pytest.fixture(scope="module")
def lines() -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "vanban", "extract", *map(str, FILES)],
        cwd=ROOT,
        env=environment("/nonexistent"),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return {Path(line["source"]["path"]).name: line for line in map(json.loads, done.stdout.splitlines())}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_line_has_the_published_form(path: Path, lines: dict[str, Any]) -> None:
    problems = [error.message for error in Draft202012Validator(SCHEMA).iter_errors(lines[path.name])]
    assert not problems


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_span_lies_in_the_text(path: Path, lines: dict[str, Any]) -> None:
    line = lines[path.name]
    text = line["text"]
    for kind in ("citations", "relations", "responsibilities", "targets", "sections"):
        for finding in line[kind]:
            start, end = finding["span"]
            assert 0 <= start < end <= len(text)
    assert all(text[slice(*citation["span"])] == citation["text"] for citation in line["citations"])
    ids = {line["document"]["id"], *(a["id"] for a in line["attachments"])}
    ids |= {citation["target"]["id"] for citation in line["citations"]}
    assert all({relation["from"], relation["to"]} <= ids for relation in line["relations"])


@pytest.mark.skipif(not REFERENCE.exists(), reason="the specification is not beside this checkout")
def test_the_published_form_is_the_specified_one() -> None:
    assert json.loads(REFERENCE.read_text("utf-8")) == SCHEMA
