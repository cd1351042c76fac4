"""Headers of the 194 documents of ``../shared/corpus`` against their labels, where that folder is there.

A label counts where the document itself prints it as its own: a number in a number line (a cited one does not count),
a date in a letterhead. As a program it lists the misses, per origin: ``python tests/header/test_corpus_labels.py``.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extractors.errors import VanbanError
from extractors.findings import Header
from extractors.fold import fold
from extractors.header import extract_headers
from pipeline.read import read

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
# The code of each type of the labels; "Văn bản khác" says none.
TYPES = {
    "Quyết định": ("QĐ",), "Nghị quyết": ("NQ",), "Thông tư": ("TT", "TTLT"), "Công văn": ("CV",), "Kế hoạch": ("KH",),
    "Văn bản hợp nhất": ("VBHN",), "Thông báo": ("TB",), "Nghị định": ("NĐ",), "Luật": ("LUAT", "BL"),
    "Công điện": ("CĐ",),
}  # fmt: skip
# What the text does not print as its own, with the reason.
NOT_PRINTED = {
    ("xdcs-28d720f998211d08", "*"): "an article about the decree, no header",
    ("xdcs-db8f8c2a26d75682", "*"): "an article about the decree, no header",
    ("tvpl-65c9ecb9e2fa82c1", "date"): "the letterhead is lost",
}

pytestmark = [
    pytest.mark.skipif(not (CORPUS / "labels.jsonl").exists(), reason="kho văn bản dùng chung không có ở đây"),
    pytest.mark.slow,
]
Miss = tuple[str, str, str, Any, Any]


def _plain(text: str | None) -> str:
    return re.sub(r"\s", "", fold(text or "")).replace("–", "-")


def _wanted(label: dict[str, Any], text: str) -> dict[str, tuple[str, ...]]:
    """The labelled values that the text prints as its own."""
    wanted: dict[str, tuple[str, ...]] = {}
    if label["number"] and _plain(label["number"]) in _plain(text):
        wanted["number"] = (_plain(label["number"]),)
    if label["date"]:
        day, month, year = label["date"].split("/")
        wanted["date"] = (f"{year}-{month}-{day}",)
    if label["signer"] and fold(label["signer"]) in fold(text):
        wanted["signer"] = (fold(label["signer"]),)
    if label["type"] in TYPES:
        wanted["type"] = TYPES[label["type"]]
    left_out = {field for (name, field) in NOT_PRINTED if name == label["id"]}
    return {} if "*" in left_out else {f: v for f, v in wanted.items() if f not in left_out}


def _found(header: Header) -> dict[str, str]:
    return {
        "number": _plain(header.number),
        "date": header.issued_on or "",
        "signer": fold("; ".join(s.name for s in header.signers)),
        "type": header.type or "",
    }


@cache
def measured() -> tuple[dict[tuple[str, str], tuple[int, int]], tuple[Miss, ...]]:
    """(origin, field) -> (right, printed), and the misses."""
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    misses: list[Miss] = []
    for line in (CORPUS / "labels.jsonl").read_text("utf-8").splitlines():
        label = json.loads(line)
        try:
            document = read(CORPUS / label["file"])
        except VanbanError:
            continue
        found = _found(extract_headers(document).findings[0])
        for field, values in _wanted(label, document.text).items():
            right = found[field] in values
            counts[label["origin"], field][0] += right
            counts[label["origin"], field][1] += 1
            if not right:
                misses.append((label["origin"], label["id"], field, values, found[field]))
    return {k: (v[0], v[1]) for k, v in counts.items()}, tuple(misses)


@pytest.mark.parametrize(("field", "least"), [("number", 140), ("date", 58), ("signer", 58), ("type", 160)])
def test_labels_that_the_text_prints_are_read(field: str, least: int) -> None:
    counts, misses = measured()
    right = sum(r for (_, f), (r, _) in counts.items() if f == field)
    printed = sum(n for (_, f), (_, n) in counts.items() if f == field)
    assert printed >= least
    assert right / printed >= 0.985, [m for m in misses if m[2] == field]


@pytest.mark.parametrize("name", sorted({name for name, field in NOT_PRINTED if field in ("*", "number")}))
def test_nothing_is_invented_where_the_header_is_lost(name: str) -> None:
    label = next(
        x for x in map(json.loads, (CORPUS / "labels.jsonl").read_text("utf-8").splitlines()) if x["id"] == name
    )
    assert extract_headers(read(CORPUS / label["file"])).findings[0].number is None


def main() -> None:
    """Print the figures and the misses."""
    counts, misses = measured()
    for (origin, field), (right, printed) in sorted(counts.items()):
        print(f"{origin:32} {field:8} {right}/{printed}")  # noqa: T201
    for miss in (*misses, *((*key, reason) for key, reason in NOT_PRINTED.items())):
        print(*miss, sep=" | ")  # noqa: T201


if __name__ == "__main__":
    main()
