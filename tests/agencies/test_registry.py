"""The tables of agencies and places: every row is found by its own example, every alias leads to its row."""

from __future__ import annotations

import pytest

from extractors.agencies import find_agencies
from extractors.agencies.compact import compact
from extractors.agencies.find import openings
from extractors.agencies.groups import general_groups, local_groups, role_bodies, unit_groups
from extractors.agencies.registry import agencies, by_key, variants
from extractors.findings import Jurisdiction
from extractors.places import find_place, place_in, places, successor
from extractors.vocabulary import table

LAI_CHAU = Jurisdiction("lai-chau", "Lai Châu", "tỉnh", "2022-07-18")


def _example(row: dict[str, str]) -> str:
    needs_place = (row["bare"] == "no" or row["level"] == "doanh nghiệp") and " xã " not in row["example"]
    return f"{row['example']} tỉnh Lai Châu" if needs_place else row["example"]


@pytest.mark.parametrize("row", table("agencies"), ids=lambda r: f"{r['name']}/{r['level']}")
def test_a_row_is_found_by_its_example(row: dict[str, str]) -> None:
    found = find_agencies(_example(row), LAI_CHAU)
    assert found, row["example"]
    assert found[0].agency.startswith(row["name"].split(",")[0].removesuffix(" Khu vực"))


@pytest.mark.parametrize("row", [r for r in table("agencies") if r["aliases"]], ids=lambda r: r["name"])
def test_an_alias_leads_to_its_row(row: dict[str, str]) -> None:
    for alias in row["aliases"].split("|"):
        for form in variants(alias):
            assert row["name"] in {a.name for a in by_key()[form]}


def test_rows_are_unique_and_validity_is_ordered() -> None:
    rows = [(a.name, a.level) for a in agencies()]
    assert len(rows) == len(set(rows))
    assert all(a.valid_from < a.valid_until for a in agencies() if a.valid_from and a.valid_until)


@pytest.mark.parametrize("row", table("agency_nouns"), ids=lambda r: r["name"])
def test_a_noun_makes_a_group_of_its_example(row: dict[str, str]) -> None:
    form = compact(row["example"])
    starts = openings().places(form)
    roles = ((a, b) for a, b, _ in role_bodies(form, starts["role"]))
    general = (*unit_groups(form, starts["unit"]), *general_groups(form, starts["general"]))
    spans = [*local_groups(form, starts["local"]), *general, *roles]
    assert (0, len(form.raw)) in spans or any(b - a >= 0.6 * len(form.raw) for a, b in spans), spans


@pytest.mark.parametrize("row", table("agency_heads"), ids=lambda r: r["head"])
def test_a_head_word_opens_the_body_of_its_example(row: dict[str, str]) -> None:
    found = find_agencies(row["example"], LAI_CHAU)
    assert [m.span.start for m in found][:1] == [0]


@pytest.mark.parametrize(
    "row", [r for r in table("agency_stops") if r["kind"] == "predicate"], ids=lambda r: r["words"]
)
def test_a_predicate_ends_a_name(row: dict[str, str]) -> None:
    found = find_agencies(f"Trung tâm Khuyến nông {row['words']} hồ sơ", LAI_CHAU)
    assert [m.quote for m in found][:1] == ["Trung tâm Khuyến nông"]


@pytest.mark.parametrize(
    ("name", "on", "full"),
    [
        ("TP.HCM", None, "Thành phố Hồ Chí Minh"),
        ("Hoà Bình", "2020", "tỉnh Hòa Bình"),
        ("Tỉnh An Giang", "2022-07-18", "tỉnh An Giang"),
        ("thành phố Huế", "2025-11-18", "thành phố Huế"),
        ("Đồng Nai", "2025-11-20", "tỉnh Đồng Nai"),
        ("Đồng Nai", "2026-05-01", "thành phố Đồng Nai"),
        ("Bà Rịa-Vũng Tàu", "2013-07-10", "tỉnh Bà Rịa - Vũng Tàu"),
        ("Đắc Lắc", None, "tỉnh Đắk Lắk"),
    ],
)
def test_a_place_is_known_in_any_spelling_and_by_date(name: str, on: str | None, full: str) -> None:
    found = find_place(name, on)
    assert found is not None
    assert found.full == full


def test_provinces_are_63_before_and_34_after_the_reform() -> None:
    names = {(p.kind, p.name) for p in places() if p.exists("2025-06-30") and p.name != "Hà Tây"}
    assert len(names) == 63
    assert len({(p.kind, p.name) for p in places() if p.exists("2025-07-01")}) == 34


@pytest.mark.parametrize(
    ("name", "on", "after"),
    [("Kiên Giang", None, "An Giang"), ("Bình Dương", None, "Hồ Chí Minh"), ("Hà Tây", None, "Hà Nội"),
     ("Kiên Giang", "2024-01-01", "Kiên Giang"), ("Thừa Thiên Huế", "2025-02-01", "Huế")],
)  # fmt: skip
def test_the_place_that_holds_an_area_today(name: str, on: str | None, after: str) -> None:
    place = find_place(name, "2000")
    assert place is not None
    assert successor(place, on).name == after


@pytest.mark.parametrize("place", places(), ids=lambda p: f"{p.kind} {p.name}")
def test_a_place_is_read_from_its_example(place: object) -> None:
    row = next(r for r in table("places") if r["name"] == place.name and r["kind"] == place.kind)  # type: ignore[attr-defined]
    found = place_in(row["example"], row["valid_from"] or "2000")
    assert found is not None
    assert found.name == row["name"]
