"""Every number of two registries is read right, or refused with a reason (where the registries are there)."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from extractors.fold import fold
from extractors.laws import law_of_number, laws
from extractors.numbers import DocumentNumber, parse_number

REGISTRY = Path(__file__).parents[3] / "shared" / "registry"
pytestmark = pytest.mark.skipif(not REGISTRY.is_dir(), reason="registries are not beside the repository")

# Printed in the registry without their issuer.
TRUNCATED = {"50/2022/NĐ": "no_issuer", "89/2015/N": "unknown_type"}


def _central() -> list[dict[str, str]]:
    return [json.loads(line) for line in (REGISTRY / "central_documents.jsonl").read_text("utf-8").splitlines()]


def test_the_numbers_of_a_province() -> None:
    rows = list(csv.DictReader(StringIO((REGISTRY / "binh_duong_numbers.csv").read_text("utf-8"), newline="")))
    assert len(rows) == 2028
    for row in rows:
        number = parse_number(row["number"])
        assert isinstance(number, DocumentNumber), row
        assert parse_number(str(number)) == number
        assert fold(str(number)) == fold("".join(row["number"].split()))


def test_the_numbers_of_the_centre() -> None:
    rows = _central()
    assert len(rows) == 3280
    for row in rows:
        number = parse_number(row["number"])
        if not isinstance(number, DocumentNumber):
            assert TRUNCATED[row["number"]] == number.reason
            continue
        assert parse_number(str(number)) == number
        assert fold(str(number)) == fold(row["number"])
        assert number.family != "letter"


def test_laws_agree_with_the_central_registry() -> None:
    for row in _central():
        if row["kind"] in ("Luật", "Bộ luật", "Pháp lệnh"):
            law = law_of_number(row["number"])
            assert law is not None, row
            day, month, year = row["date"].split("/")
            assert law.passed_on == f"{year}-{int(month):02}-{int(day):02}", row
    assert len(laws()) >= 620
