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
    assert row["source"] or row["confidence"] in ("known", "unconfirmed")


@pytest.mark.parametrize(
    ("identity", "since", "ends"),
    [
        # a district's committee: the communes in its area, each a candidate, and the province's
        ("lai-chau.than-uyen:uy-ban-nhan-dan-huyen", "2022-01-01",
         ["Ủy ban nhân dân xã Than Uyên", "Ủy ban nhân dân xã Khoen On", "Ủy ban nhân dân xã Mường Kim",
          "Ủy ban nhân dân xã Mường Than", "Ủy ban nhân dân tỉnh Lai Châu"]),
        ("lai-chau.than-uyen:hoi-ddong-nhan-dan-huyen", "2022-01-01",
         ["Hội đồng nhân dân xã Than Uyên", "Hội đồng nhân dân xã Khoen On", "Hội đồng nhân dân xã Mường Kim",
          "Hội đồng nhân dân xã Mường Than"]),
        ("quang-ngai.ly-son:uy-ban-nhan-dan-huyen", "2022-01-01",
         ["Ủy ban nhân dân đặc khu Lý Sơn", "Ủy ban nhân dân tỉnh Quảng Ngãi"]),
        ("lai-chau.than-uyen:huyen-uy-huyen", "2022-01-01",
         ["Đảng ủy xã Than Uyên", "Đảng ủy xã Khoen On", "Đảng ủy xã Mường Kim", "Đảng ủy xã Mường Than"]),
        # a court of a district: the court of its region
        ("lai-chau.than-uyen:toa-an-nhan-dan-huyen", "2022-01-01", ["Tòa án nhân dân khu vực"]),
        # a commune's: the commune that took it in
        ("lai-chau.ta-gia:uy-ban-nhan-dan-xa", "2022-01-01", ["Ủy ban nhân dân xã Khoen On"]),
        ("kien-giang.binh-giang:uy-ban-nhan-dan-xa", "2022-01-01", ["Ủy ban nhân dân xã Bình Giang"]),
        ("lai-chau.mu-ca:uy-ban-nhan-dan-xa", "2022-01-01", []),
        ("lai-chau.khoen-on:uy-ban-nhan-dan-xa", "2025-08-01", []),
        # a district that a later document still names ended all the same
        ("lai-chau.than-uyen:hoi-ddong-nhan-dan-huyen", "2026-02-01",
         ["Hội đồng nhân dân xã Than Uyên", "Hội đồng nhân dân xã Khoen On", "Hội đồng nhân dân xã Mường Kim",
          "Hội đồng nhân dân xã Mường Than"]),
        ("lai-chau.khong-co:uy-ban-nhan-dan-huyen", "2022-01-01", []),
        ("lai-chau.than-uyen:khong-co-huyen", "2022-01-01", []),
    ],
)  # fmt: skip
def test_bodies_of_districts_and_communes_go_where_their_area_went(identity: str, since: str, ends: list[str]) -> None:
    steps = successors_of(f"agency:{identity}", since)
    assert [s.to_name for s in steps] == ends
    assert all(s.on == "2025-07-01" and s.basis for s in steps)


def test_a_districts_police_went_to_the_province_and_the_communes_of_then() -> None:
    steps = successors_of("agency:kien-giang.hon-ddat:cong-an-huyen", "2022-01-01")
    first = [(s.on, s.to_name) for s in steps if s.from_name == "Công an huyện Hòn Đất"]
    assert ("2025-03-01", "Công an tỉnh Kiên Giang") in first
    assert ("2025-03-01", "Công an xã Thổ Sơn") in first
    assert ("Công an tỉnh Kiên Giang", "Công an tỉnh An Giang") in {(s.from_name, s.to_name) for s in steps}
    assert ("Công an xã Thổ Sơn", "Công an xã Hòn Đất") in {(s.from_name, s.to_name) for s in steps}


def test_a_divided_communes_bodies_are_candidates() -> None:
    steps = successors_of("agency:dda-nang.hoa-lien:uy-ban-nhan-dan-xa", "2022-01-01")
    assert [(s.to_name, s.change, s.default) for s in steps] == [
        ("Ủy ban nhân dân phường Liên Chiểu", "split", False),
        ("Ủy ban nhân dân phường Hải Vân", "split", False),
    ]


def test_a_districts_division_follows_its_chain() -> None:
    steps = successors_of("agency:lai-chau.than-uyen:phong-van-hoa-va-thong-tin-huyen", "2022-01-01")
    assert [(s.on, s.to_name) for s in steps][:2] == [
        ("2025-03-01", "Phòng Văn hóa, Khoa học và Thông tin huyện Than Uyên"),
        ("2025-07-01", "Phòng Văn hóa - Xã hội xã Than Uyên"),
    ]


@pytest.mark.parametrize(
    ("identity", "name", "ends"),
    [
        ("lai-chau:uy-ban-nhan-dan-cac-huyen-thanh-pho", "Ủy ban nhân dân các huyện, thành phố",
         [("Ủy ban nhân dân các xã, phường, đặc khu", True), ("Ủy ban nhân dân tỉnh Lai Châu", False)]),
        ("kien-giang:uy-ban-nhan-dan-cap-huyen", "Ủy ban nhân dân cấp huyện",
         [("Ủy ban nhân dân các xã, phường, đặc khu", True), ("Ủy ban nhân dân tỉnh An Giang", False)]),
        ("ha-noi:uy-ban-nhan-dan-cac-quan-huyen-va-thi-xa", "Ủy ban nhân dân các quận, huyện, thị xã",
         [("Ủy ban nhân dân các xã, phường, đặc khu", True), ("Ủy ban nhân dân thành phố Hà Nội", False)]),
        ("lai-chau:uy-ban-nhan-dan-huyen", "Ủy ban nhân dân huyện",
         [("Ủy ban nhân dân các xã, phường, đặc khu", True), ("Ủy ban nhân dân tỉnh Lai Châu", False)]),
        ("trung-uong:uy-ban-nhan-dan-cap-huyen", "Ủy ban nhân dân cấp huyện",
         [("Ủy ban nhân dân các xã, phường, đặc khu", True)]),
    ],
)  # fmt: skip
def test_the_committees_of_districts_as_a_group(identity: str, name: str, ends: list[tuple[str, bool]]) -> None:
    steps = successors_of(f"agency:{identity}")
    assert [(s.to_name, s.default) for s in steps] == ends
    assert {(s.from_name, s.on) for s in steps} == {(name, "2025-07-01")}


@pytest.mark.parametrize(
    "local",
    ["uy-ban-nhan-dan-cac-tinh-thanh-pho", "uy-ban-nhan-dan-cap-xa", "cac-so-ban-nganh", "uy-ban-nhan-dan-thanh-pho",
     "uy-ban-nhan-dan-cac-xa-phuong"],
)  # fmt: skip
def test_groups_that_go_on(local: str) -> None:
    assert successors_of(f"agency:lai-chau:{local}") == ()
