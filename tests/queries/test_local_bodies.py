"""Duties in districts and communes: where they are asked for by a place of then or of today, and whose they are now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.embedded_store import EmbeddedStore
from graph.store import GraphStore
from graph.update import update
from queries.owners import owners
from queries.tasks import NoSuchAgency, tasks
from tests.graph.documents import Record, document

Json = dict[str, Any]
DAY = "2026-01-01"
DISTRICT = document(
    "7/KH-UBND", "lai-chau.than-uyen", "2024-03-12", title="Trồng rừng",
    duties=[("Trồng rừng phòng hộ trên địa bàn huyện", [("lead", "Ủy ban nhân dân huyện")])],
)  # fmt: skip
COMMUNE = document(
    "8/KH-UBND", "lai-chau.ta-gia", "2024-05-12", title="Trồng rừng ở xã",
    duties=[("Trồng rừng sản xuất ở các bản", [("responsible", "Ủy ban nhân dân xã")])],
)  # fmt: skip
OTHER = document(
    "9/KH-UBND", "lai-chau.tan-uyen", "2024-03-12", title="Trồng rừng",
    duties=[("Trồng rừng phòng hộ đầu nguồn", [("lead", "Ủy ban nhân dân huyện")])],
)  # fmt: skip
PROVINCE = document("10/KH-UBND", duties=[("Trồng rừng trên địa bàn tỉnh", [("lead", "Sở Tài chính")])])
CENTRAL = document(
    "11/TB-VPCP", "trung-uong", "2025-11-25", title="Kết luận",
    duties=[("Rà soát quy hoạch rừng", [("lead", "Bộ Tài chính")])],
)  # fmt: skip
CENTRAL["responsibilities"][0]["actors"].append(
    {"agency": "Ủy ban nhân dân tỉnh Lai Châu", "id": "agency:lai-chau:uy-ban-nhan-dan", "role": "responsible",
     "is_group": False, "text": "UBND tỉnh Lai Châu"}
)  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    folder: Path = tmp_path_factory.mktemp("local")
    with EmbeddedStore(folder / "graph.kgl", write=True) as opened:
        update(opened, Record(DISTRICT, COMMUNE, OTHER, PROVINCE, CENTRAL))
        yield opened


@pytest.mark.parametrize(
    ("place", "numbers"),
    [
        ("huyện Than Uyên", {"7/KH-UBND", "10/KH-UBND", "11/TB-VPCP"}),
        # the commune that took Ta Gia in: its documents, its district's, its province's, what is laid on those
        ("xã Khoen On", {"7/KH-UBND", "8/KH-UBND", "10/KH-UBND", "11/TB-VPCP"}),
        ("Mường Than, Lai Châu", {"7/KH-UBND", "10/KH-UBND", "11/TB-VPCP"}),
        ("Lai Châu", {"7/KH-UBND", "8/KH-UBND", "9/KH-UBND", "10/KH-UBND", "11/TB-VPCP"}),
        ("Nghệ An", set()),
    ],
)
def test_owners_in_a_place_of_then_or_of_today(store: GraphStore, place: str, numbers: set[str]) -> None:
    rows = owners(store, "rừng", place=place, as_of=DAY, limit=20)
    assert {row["document"]["number"] for row in rows} == numbers


def test_a_districts_duty_is_open_among_the_communes(store: GraphStore) -> None:
    [row] = [r for r in owners(store, "trồng rừng", place="huyện Than Uyên", as_of=DAY) if r["role"] == "lead"
             and r["agency_id"].startswith("agency:lai-chau.than-uyen")]  # fmt: skip
    assert (row["agency"], row["owner_now"], row["decided"]) == ("Ủy ban nhân dân huyện Than Uyên", None, "open")
    assert row["owner_candidates"] == [
        "Ủy ban nhân dân xã Than Uyên", "Ủy ban nhân dân xã Khoen On", "Ủy ban nhân dân xã Mường Kim",
        "Ủy ban nhân dân xã Mường Than", "Ủy ban nhân dân tỉnh Lai Châu",
    ]  # fmt: skip
    assert {step["on"] for step in row["succession"]} == {"2025-07-01"}
    [before] = [r for r in owners(store, "trồng rừng", place="huyện Than Uyên", as_of="2025-06-30")
                if r["agency"] == row["agency"]]  # fmt: skip
    assert (before["owner_now"], before["succession"]) == (row["agency"], [])


@pytest.mark.parametrize(
    ("agency", "place", "day", "found"),
    [
        ("UBND huyện", "huyện Than Uyên", DAY, {("own", "7/KH-UBND")}),
        ("UBND huyện Than Uyên", None, DAY, {("own", "7/KH-UBND")}),
        ("ubnd huyen than uyen", None, DAY, {("own", "7/KH-UBND")}),
        # a commune of today has the duties of the one that it took in, and its district's are open
        ("UBND xã", "xã Khoen On", DAY, {("predecessor", "7/KH-UBND"), ("predecessor", "8/KH-UBND")}),
        ("UBND xã", "xã Khoen On", "2025-06-30", set()),
    ],
)
def test_tasks_of_bodies_of_districts_and_communes(
    store: GraphStore, agency: str, place: str | None, day: str, found: set[tuple[str, str]]
) -> None:
    rows = tasks(store, agency, place=place, as_of=day)
    assert {(row["through"], row["document"]["number"]) for row in rows} == found


def test_an_abbreviated_name_is_found_and_an_unknown_one_told(store: GraphStore) -> None:
    assert [row["document"]["number"] for row in tasks(store, "Sở TC", place="Lai Châu", as_of=DAY)] == ["10/KH-UBND"]
    with pytest.raises(NoSuchAgency, match="huyện Tam Đường"):
        tasks(store, "UBND huyện", place="huyện Tam Đường", as_of=DAY)
