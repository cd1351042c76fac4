"""Every number of two registries is read right, or refused with a reason (where the registries are there)."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO
from pathlib import Path

import pytest

from extractors.fold import fold, norm
from extractors.laws import Law, law_of_number, laws
from extractors.numbers import DocumentNumber, parse_number
from extractors.vocabulary import listed

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


LAWS = ("Luật", "Bộ luật", "Pháp lệnh")
# What the central registry says otherwise: titles that it cuts short, and an issuer that passes no laws.
CONFLICTS = {
    ("56/2024/QH15", "name"),
    ("03/2022/QH15", "name"),
    ("54/2014/QH13", "issuer"),
}
_KIND = re.compile(r"(?:bo )?luat |phap lenh ")


def _named(row: dict[str, str], law: Law) -> bool:
    """Whether the titles are the same words; some rows repeat the kind before them."""
    title = norm(row["title"])
    return any(norm(name) in (title, _KIND.sub("", title, count=1)) for name in (law.name, *law.aliases))


def test_laws_agree_with_the_central_registry() -> None:
    """Number, kind, day, name, issuer of each law; the known conflicts and no others."""
    found = set()
    for row in _central():
        if row["kind"] not in LAWS:
            continue
        law = law_of_number(row["number"])
        assert law is not None, row
        day, month, year = row["date"].split("/")
        same = {
            "date": law.passed_on == f"{year}-{int(month):02}-{int(day):02}",
            "kind": law.kind == row["kind"],
            "name": _named(row, law),
            "issuer": norm(row["issuer"]) in ("quoc hoi", "uy ban thuong vu quoc hoi"),
        }
        found |= {(row["number"], field) for field, agrees in same.items() if not agrees}
    assert found == CONFLICTS
    assert len(laws()) >= 620


def test_laws_agree_with_the_registry_of_laws() -> None:
    """Kind and dates of each law; ours has more rows, and successors where a law was split."""
    rows = csv.DictReader(StringIO((REGISTRY / "laws.csv").read_text("utf-8"), newline=""))
    for row in rows:
        if row["kind"] == "Hiến pháp":
            continue
        law = law_of_number(row["number"]) if row["number"] else None
        assert law or not row["number"], row
        if law is None:
            continue
        ours = (law.kind, law.passed_on or "", law.effective_on or "", law.expired_on or "")
        assert ours == (row["kind"], row["passed_on"], row["effective_on"], row["expired_on"]), row
        assert set(listed(row["replaced_by"])) <= set(law.replaced_by), row
