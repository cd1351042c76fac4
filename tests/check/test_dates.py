"""Real plans whose date is moved: what they cite is then younger than they are, or what they order is overdue."""

from __future__ import annotations

import copy
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extractors.serialize import to_json
from pipeline.check import check
from pipeline.extract import extract_document
from pipeline.read import read
from tests.samples import GOLD_TEXTS, SEEDS

PLANS = [*SEEDS, *sorted(GOLD_TEXTS.glob("*.txt"))]


@cache
def extraction(path: Path) -> dict[str, Any]:
    """A plan's extraction; only to be copied."""
    return to_json(extract_document(read(path)))


def dated(path: Path, years: int) -> dict[str, Any]:
    """The extraction with the document's date, and its attachments', moved by some years."""
    moved = copy.deepcopy(extraction(path))
    for header in (moved["document"], *moved["attachments"]):
        if header["issued_on"]:
            header["issued_on"] = f"{int(header['issued_on'][:4]) + years}{header['issued_on'][4:]}"
    return moved


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_a_plan_moved_back_cites_what_is_younger(path: Path) -> None:
    moved = dated(path, -3)
    on = moved["document"]["issued_on"] or ""
    younger = {
        c["target"]["id"]: c["target"]["number"]
        for c in moved["citations"]
        if c["kind"] == "numbered" and c["target"]["number"] and len(on) == 10 and (c["target"]["issued_on"] or "") > on
    }
    found = {i.span for i in check(moved) if i.code == "later_than_document"}
    cited = {c["target"]["id"] for c in moved["citations"] if tuple(c["span"]) in found}
    assert cited >= set(younger), younger
    assert not any(i.code == "later_than_document" for i in check(dated(path, 0)))


def test_plans_moved_back_cite_some_younger_ones_at_all() -> None:
    found = [i for path in PLANS for i in check(dated(path, -3)) if i.code == "later_than_document"]
    assert len(found) >= 30
    assert all(issue.proofs for issue in found)


def test_a_plan_moved_forward_orders_what_is_overdue() -> None:
    path = next(path for path in PLANS if path.stem == "tvpl-c5d930a5fc8373cd")
    due = [
        duty["deadline"]["on"] or duty["deadline"]["to"]
        for duty in extraction(path)["responsibilities"]
        if duty["deadline"] and duty["deadline"]["kind"] in ("date", "year", "period")
    ]
    found = [issue for issue in check(dated(path, 1)) if issue.code == "deadline"]
    assert len(found) == sum(bool(day) and day < "2026-11-18" for day in due) > 0
    assert not [issue for issue in check(dated(path, 0)) if issue.code == "deadline"]


def test_departments_are_gone_once_the_plan_is_moved_past_their_merger() -> None:
    path = next(path for path in PLANS if path.stem.startswith("001_"))
    assert not [issue for issue in check(dated(path, 0)) if issue.code == "gone_agency"]
    found = {issue.quote for issue in check(dated(path, 4)) if issue.code == "gone_agency"}
    assert any("Kế hoạch và Đầu tư" in quote for quote in found), found
