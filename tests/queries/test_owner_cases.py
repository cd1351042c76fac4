"""Written questions over the samples and the gold plans: the right owner first, or among the first three."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from graph.store import GraphStore
from queries.owners import owners
from tests.samples import ROOT, gold_home
from vanban.segment import segmenter

Json = dict[str, Any]
CASES: list[Json] = yaml.safe_load((ROOT / "tests" / "cases" / "owners.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def store() -> Iterator[GraphStore]:
    with gold_home().store() as opened:
        yield opened


def first_owners(store: GraphStore, case: Json, **options: Any) -> list[str]:
    """The first agency of each of the three best duties."""
    rows = owners(store, case["ask"], place=case.get("in"), as_of="2022-12-31", limit=3, **options)
    first: dict[str, str] = {}
    for row in rows:
        first.setdefault(row["task_id"], row["agency"])
    return list(first.values())


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["ask"]))
def test_the_owner_is_among_the_first_three(store: GraphStore, case: Json) -> None:
    found = first_owners(store, case)
    assert any(agency.startswith(case["owner"]) for agency in found), found


def test_the_owner_is_mostly_first(store: GraphStore) -> None:
    first = [case for case in CASES if first_owners(store, case)[0].startswith(case["owner"])]
    assert len(first) / len(CASES) >= 0.9


def test_segmentation_does_not_lose_an_owner(store: GraphStore) -> None:
    segment = segmenter()
    if segment is None:
        pytest.skip("underthesea is not installed")
    for case in CASES:
        found = first_owners(store, case, segment=segment)
        assert any(agency.startswith(case["owner"]) for agency in found), (case, found)
