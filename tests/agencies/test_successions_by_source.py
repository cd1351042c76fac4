"""Sixty successions with the instruments and sources that say so: who the agency is on a day, and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from extractors.fold import slug
from extractors.identity import CENTRAL
from extractors.places import find_place
from graph.embedded_store import EmbeddedStore
from graph.store import GraphStore
from graph.update import update
from queries.owners import owners
from queries.succession import owner_on
from tests.graph.documents import Record, document
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


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    """A plan for each case: it names the agency for a duty with the case's words."""
    plans = [
        document(
            f"{number}/KH-UBND",
            scope(case["place"]),
            case["since"].isoformat(),
            duties=[(f"Việc thứ {90000 + number} {case['about']}", [("lead", case["from"])])],
        )
        for number, case in enumerate(CASES)
    ]
    with EmbeddedStore(tmp_path_factory.mktemp("successions") / "graph.kgl", write=True) as opened:
        update(opened, Record(*plans))
        yield opened


@pytest.mark.parametrize(
    "number", range(len(CASES)), ids=lambda n: f"{CASES[n]['from']}, {CASES[n]['place']}, {CASES[n]['day']}, {n}"
)
def test_a_succession_as_it_is_asked(store: GraphStore, number: int) -> None:
    case = CASES[number]
    [row] = owners(store, f"{90000 + number}", as_of=case["day"].isoformat(), limit=1)
    unchanged = case["to"] is None and case["decided"] is None
    assert (row["owner_now"], row["decided"]) == (row["agency"] if unchanged else case["to"], case["decided"])
    told = [(step["on"], step["basis"]) for step in row["succession"]]
    assert told == [(step["day"].isoformat(), step["basis"]) for step in case["basis"]]
