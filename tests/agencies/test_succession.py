"""Who took over an agency, by date and place; each case with the instrument that says so."""

from __future__ import annotations

import pytest

from extractors.succession import successors, successors_of
from extractors.vocabulary import table


def _chain(name: str, place: str | None, on: str | None) -> list[tuple[str, str]]:
    return [(s.on, s.to_name) for s in successors(name, place, on)]


@pytest.mark.parametrize(
    ("name", "place", "on", "chain"),
    [
        ("Sở Kế hoạch và Đầu tư", "Lai Châu", "2022-08-01", [("2025-03-01", "Sở Tài chính tỉnh Lai Châu")]),
        # the same day after which the name is out of use: still followed
        ("Sở Kế hoạch và Đầu tư", "Lai Châu", "2025-09-01", [("2025-03-01", "Sở Tài chính tỉnh Lai Châu")]),
        ("Sở Kế hoạch và Đầu tư", "An Giang", "2022-07-18",
         [("2025-03-01", "Sở Tài chính tỉnh An Giang"), ("2025-07-01", "Sở Tài chính tỉnh An Giang")]),
        ("Sở Kế hoạch và Đầu tư", "Kiên Giang", "2022-07-18",
         [("2025-03-01", "Sở Tài chính tỉnh Kiên Giang"), ("2025-07-01", "Sở Tài chính tỉnh An Giang")]),
        ("Bộ Kế hoạch và Đầu tư", None, "2022-06-07", [("2025-03-01", "Bộ Tài chính")]),
        ("Bộ Bưu chính, Viễn thông", None, "2005-01-01",
         [("2007-07-31", "Bộ Thông tin và Truyền thông"), ("2025-03-01", "Bộ Khoa học và Công nghệ"),
          ("2025-03-01", "Bộ Công an"), ("2025-03-01", "Bộ Văn hóa, Thể thao và Du lịch")]),
        # there and back: the date decides
        ("Bảo hiểm xã hội", "Lai Châu", "2025-01-01",
         [("2025-04-01", "Bảo hiểm xã hội khu vực"), ("2025-07-01", "Bảo hiểm xã hội tỉnh Lai Châu")]),
        ("Bảo hiểm xã hội", "Lai Châu", "2025-08-01", []),
        # a row that names the place overrides the general one
        ("Sở Văn hóa và Thể thao", "Hà Nội", "2020-01-01", []),
        ("Sở Ngoại vụ", "Bình Phước", "2025-04-01",
         [("2025-07-01", "Sở Ngoại vụ tỉnh Đồng Nai"), ("2026-04-30", "Sở Ngoại vụ thành phố Đồng Nai")]),
        ("Sở Tài chính", "Thừa Thiên Huế", "2022-01-01", [("2025-01-01", "Sở Tài chính thành phố Huế")]),
        ("Ban Tuyên giáo Tỉnh ủy", "Lai Châu", "2022-01-01",
         [("2025-03-01", "Ban Tuyên giáo và Dân vận Tỉnh ủy Lai Châu")]),
    ],
)  # fmt: skip
def test_the_chain_of_an_agency(name: str, place: str | None, on: str, chain: list[tuple[str, str]]) -> None:
    assert _chain(name, place, on) == chain


def test_a_division_shows_all_that_took_a_part_with_their_functions() -> None:
    steps = {s.to_name: s for s in successors("Sở Thông tin và Truyền thông", "Lai Châu", "2022-08-01")}
    assert set(steps) == {
        "Sở Khoa học và Công nghệ tỉnh Lai Châu",
        "Sở Văn hóa, Thể thao và Du lịch tỉnh Lai Châu",
        "Công an tỉnh Lai Châu",
    }  # fmt: skip
    assert "báo chí" in steps["Sở Văn hóa, Thể thao và Du lịch tỉnh Lai Châu"].functions
    assert [name for name, s in steps.items() if s.default] == ["Sở Khoa học và Công nghệ tỉnh Lai Châu"]


def test_an_agency_is_followed_by_its_id() -> None:
    (step,) = successors_of("agency:lai-chau:so-ke-hoach-va-ddau-tu")
    assert (step.from_id, step.to_id) == ("agency:lai-chau:so-ke-hoach-va-ddau-tu", "agency:lai-chau:so-tai-chinh")
    assert step.basis == "Nghị định 45/2025/NĐ-CP"
    assert successors_of("agency:lai-chau:khong-co-trong-bang") == ()


@pytest.mark.parametrize(
    "row", [r for r in table("succession") if r["change"] != "unchanged"], ids=lambda r: r["example"]
)
def test_every_row_is_a_step_of_its_agency(row: dict[str, str]) -> None:
    place = row["place"] or ("Lai Châu" if row["level"] == "tỉnh" else None)
    steps = successors(row["from_name"], place)
    if row["from_name"] != row["to_name"] or row["to_place"]:
        assert any(s.on == row["valid_from"] and s.basis == row["basis"] for s in steps)
    assert row["source"] or row["confidence"] == "known"
