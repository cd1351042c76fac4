"""The scorer: a small case with its figures worked out by hand, and agreement with the reference where it is there."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from extractors.errors import UsageError
from pipeline.scoring.keys import agency_key, document_key, likeness, number_key, unit_key
from pipeline.scoring.matching import one_to_one
from pipeline.scoring.report import (
    disagreements,
    intervals,
    read_gold,
    read_predictions,
    score,
    score_document,
    score_files,
    to_json,
)
from pipeline.scoring.tally import interval
from tests.project.noisy import noisy_extraction

ROOT = Path(__file__).parents[2]
CASES = Path(__file__).parent / "cases"
REFERENCE = ROOT.parent / "shared" / "tools" / "score.py"


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("687/QĐ-TTg", "687/qd-ttg"),
        ("687 /QĐ–TTg", "687/qd-ttg"),
        ("27-KH/TU", "27-kh/tu"),
        ("", None),
        (None, None),
    ],
)
def test_number_key(printed: str | None, key: str | None) -> None:
    assert number_key(printed) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh Lai Châu"),
        ("Sở Tài chính", "Sở Tài chính tỉnh An Giang"),
        ("HĐND Thành phố Hà Nội", "Hội đồng nhân dân"),
        ("Ủy ban MTTQ Việt Nam tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam"),
    ],
)
def test_same_agency(one: str, other: str) -> None:
    assert agency_key(one) == agency_key(other)


@pytest.mark.parametrize(
    ("hit", "of", "low", "high"),
    [
        (0, 0, 0.0, 1.0),  # nothing is known
        (10, 10, 0.7225, 1.0),
        (95, 100, 0.8882, 0.9785),
        (0, 10, 0.0, 0.2775),
    ],
)
def test_wilson_interval(hit: int, of: int, low: float, high: float) -> None:
    assert interval(hit, of) == pytest.approx((low, high), abs=5e-5)


def test_only_what_is_labelled_is_compared() -> None:
    (gold,) = read_gold(CASES / "gold").values()
    (extraction,) = read_predictions(CASES / "predictions.jsonl")
    some = score_document(gold | {"labelled": ["citations"]}, extraction)
    assert {kind.split(".")[0] for kind in some.tallies} == {"citations", "evidence"}
    assert not some.fields


def test_the_base_of_a_percentage_is_no_unit() -> None:
    assert unit_key("% GDP") == unit_key("%") != unit_key("ha")


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("corpus/samples/004_60f96e2d7162b456.txt", "seed-004"),
        ("corpus/gold-texts/tvpl-ceb89a53c7b93f00.txt", "tvpl-ceb89a53c7b93f00"),
        ("QĐ 34.2025.pdf", "QĐ 34.2025"),
    ],
)
def test_gold_file_of_a_path(path: str, key: str) -> None:
    assert document_key(path) == key


def test_a_bound_only_cuts_what_is_under_it() -> None:
    texts = [f"{word} {number}/QĐ-UBND" for word in ("Quyết định", "Kế hoạch", "Nghị quyết") for number in range(40)]
    for a in texts[::7]:
        for b in texts:
            exact = likeness(a, b)
            assert likeness(a, b, 0.8) in ((exact,) if exact >= 0.8 else (exact, 0.0))


def test_pairs_are_one_to_one_and_prefer_the_nearest() -> None:
    assert sorted(one_to_one("aba", "aab", lambda g, f: float(g == f), 1.0)) == [(0, 0), (1, 2), (2, 1)]


def frozen() -> tuple[Any, Any]:
    report = score_files(CASES / "gold", CASES / "predictions.jsonl")
    return report, json.loads((CASES / "report.json").read_text("utf-8"))


def test_frozen_case() -> None:
    report, expected = frozen()
    assert to_json(report) == expected["figures"]


def test_frozen_case_lists_its_disagreements() -> None:
    report, expected = frozen()
    assert list(disagreements(report)) == expected["disagreements"]


def test_intervals_stand_around_the_figures() -> None:
    report, _ = frozen()
    _, *rows = intervals(report)
    assert len(rows) == len(report.outcome.tallies)
    for row, (_, tally) in zip(rows, sorted(report.outcome.tallies.items()), strict=True):
        low, high, low_recall, high_recall = (float(x) for x in re.findall(r"\d\.\d{3}", row))
        assert low <= tally.precision <= high or not tally.found
        assert low_recall <= tally.recall <= high_recall


def test_missing_gold_and_predictions_are_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nhãn chuẩn"):
        read_gold(tmp_path / "none")
    with pytest.raises(UsageError, match="tệp kết quả"):
        read_predictions(tmp_path / "none.jsonl")
    (tmp_path / "bad.jsonl").write_text("{", "utf-8")
    with pytest.raises(UsageError, match="JSON"):
        read_predictions(tmp_path / "bad.jsonl")


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference scorer is not beside this checkout")
@pytest.mark.parametrize("seed", range(3))
def test_figures_equal_the_reference(seed: int, tmp_path: Path) -> None:
    gold = read_gold(ROOT / "corpus" / "gold")
    extractions = [noisy_extraction(label, seed) for label in gold.values()]
    predictions = tmp_path / "predictions.jsonl"
    predictions.write_text("\n".join(json.dumps(e, ensure_ascii=False) for e in extractions), "utf-8")
    reference = subprocess.run(
        [sys.executable, REFERENCE, ROOT / "corpus" / "gold", predictions, "--json"],
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONHASHSEED": "0"},
    )
    assert to_json(score(gold, extractions)) == json.loads(reference.stdout)
