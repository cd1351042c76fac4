"""Sixty successions with the instruments and sources that say so: who the agency is on a day, and why."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from extractors.fold import slug
from extractors.identity import CENTRAL
from extractors.places import find_place
from queries.succession import owner_on
from tests.samples import ROOT

Json = dict[str, Any]
CASES: list[Json] = yaml.safe_load((ROOT / "tests" / "cases" / "successions.yaml").read_text("utf-8"))


def scope(name: str | None) -> str:
    place = find_place(name) if name else None
    return place.scope if place else CENTRAL


def test_there_are_sixty_with_their_sources() -> None:
    assert len(CASES) >= 60
    assert all(case["source"] and all(case["source"]) for case in CASES)
    keys = {(case["from"], case["place"], case["day"], case["about"]) for case in CASES}
    assert len(keys) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['from']}, {c['place']}, {c['day']}, {c['about']}")
def test_a_succession(case: Json) -> None:
    agency = f"agency:{scope(case['place'])}:{slug(case['from'])}"
    owner = owner_on(agency, case["since"].isoformat(), case["day"].isoformat(), case["about"])
    assert (owner.name, owner.decided) == (case["to"], case["decided"])
    told = [(step["on"], step["basis"]) for step in owner.steps]
    assert told == [(step["day"].isoformat(), step["basis"]) for step in case["basis"]]
    assert (len(owner.candidates) > 0) == (case["decided"] in ("default", "open"))
