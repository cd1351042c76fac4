"""The vendored notes of the codification: regular rows, and the same facts as the registry that they came from."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from extractors.central import amendments_of, central_of_number
from extractors.numbers import DocumentNumber, parse_number
from extractors.vocabulary import listed, table

REGISTRY = Path(__file__).parents[3] / "shared" / "registry"


def test_central_documents_are_regular() -> None:
    rows = table("central_documents")
    assert len(rows) > 3000
    assert len({row["number"] for row in rows}) == len(rows)
    for row in rows:
        assert isinstance(parse_number(row["number"]), DocumentNumber), row
        year = re.search(r"/((?:19|20)\d\d)/", row["number"])
        assert year, row
        assert date.fromisoformat(row["issued_on"]).year == int(year[1]), row
        assert row["kind"], row
    assert sum(not row["title"] for row in rows) <= 3


def test_every_note_matches_its_example() -> None:
    for row in table("amendments"):
        actions = listed(row["actions"])
        assert set(actions) <= {"bị bãi bỏ", "được sửa đổi", "được bổ sung"}, row
        assert row["example"] == f"{row['target']} {', '.join(actions)} theo {row['by']}"
        assert any(each.by == row["by"] for each in amendments_of(row["target"]))


@pytest.mark.skipif(not REGISTRY.is_dir(), reason="registries are not beside the repository")
def test_the_facts_are_the_registrys() -> None:
    pairs = [json.loads(line) for line in (REGISTRY / "central_amendments.jsonl").read_text("utf-8").splitlines()]
    for pair in pairs:
        if pair["actions"]:
            assert pair["by"] in {each.by for each in amendments_of(pair["target"])}
    known = 0
    for line in (REGISTRY / "central_documents.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        found = central_of_number(row["number"])
        if found:
            known += 1
            assert found.issued_on == "-".join(reversed(row["date"].split("/")))
    assert known > 3000
