"""Which agencies belong to a group by name and level."""

from __future__ import annotations

import pytest

from extractors.agencies.membership import belongs
from extractors.fold import slug
from extractors.vocabulary import table


def member(name: str, group: str, scope: str = "lai-chau", of: str = "lai-chau") -> bool:
    return belongs(f"agency:{scope}:{slug(name)}", name, f"agency:{of}:{slug(group)}", group)


@pytest.mark.parametrize(
    ("name", "group", "expected"),
    [
        ("Sở Y tế tỉnh Lai Châu", "các sở, ban, ngành tỉnh", True),
        ("Sở Y tế tỉnh Lai Châu", "các Sở, ban, ngành, đoàn thể cấp tỉnh", True),
        ("Sở Y tế tỉnh Lai Châu", "các sở, ban, ngành và địa phương", True),
        ("Sở Y tế tỉnh Lai Châu", "các ban, sở, ngành", True),
        ("Sở Y tế tỉnh Lai Châu", "Sở, ngành", True),
        ("Ban Dân tộc tỉnh Lai Châu", "các sở, ban, ngành của tỉnh", True),
        ("Công an tỉnh Lai Châu", "các sở, ban, ngành tỉnh", True),
        ("Công an tỉnh Lai Châu", "các sở", False),
        ("Hội Nông dân tỉnh Lai Châu", "các sở, ban, ngành, đoàn thể tỉnh", True),
        ("Hội Nông dân tỉnh Lai Châu", "các sở, ban, ngành tỉnh", False),
        ("Hội Cựu chiến binh tỉnh Lai Châu", "các tổ chức chính trị - xã hội", True),
        # the Party's, and bodies of several agencies, are no "ban" of the committee
        ("Ban Tuyên giáo Tỉnh ủy Lai Châu", "các sở, ban, ngành tỉnh", False),
        ("Ban Chỉ đạo chuyển đổi số tỉnh Lai Châu", "các sở, ban, ngành tỉnh", False),
        ("Ủy ban nhân dân tỉnh Lai Châu", "các sở, ban, ngành tỉnh", False),
        # whom a phrase defines the name does not say
        ("Sở Y tế tỉnh Lai Châu", "các sở, ngành liên quan", False),
        ("Sở Y tế tỉnh Lai Châu", "các cơ quan, đơn vị được giao chủ trì", False),
        ("Sở Y tế tỉnh Lai Châu", "các cơ quan, đơn vị", False),
        ("Sở Y tế tỉnh Lai Châu", "các doanh nghiệp viễn thông", False),
        ("Ủy ban nhân dân huyện Tam Đường", "Ủy ban nhân dân các huyện, thành phố", True),
        ("Ủy ban nhân dân thành phố Lai Châu", "Ủy ban nhân dân các huyện, thành phố", True),
        ("Ủy ban nhân dân thành phố Lai Châu", "Ủy ban nhân dân cấp huyện", True),
        ("Ủy ban nhân dân xã Bình Lư", "Ủy ban nhân dân các huyện, thành phố", False),
        ("Ủy ban nhân dân xã Bình Lư", "Ủy ban nhân dân các xã, phường", True),
        ("Ủy ban nhân dân xã Bình Lư", "Ủy ban nhân dân cấp xã", True),
        ("Ủy ban nhân dân tỉnh Lai Châu", "Ủy ban nhân dân các huyện, thành phố", False),
        ("Sở Y tế tỉnh Lai Châu", "Ủy ban nhân dân các huyện, thành phố", False),
    ],
)
def test_members_by_name_and_level(name: str, group: str, expected: bool) -> None:
    assert member(name, group) is expected


def test_a_group_is_of_its_place() -> None:
    assert not member("Sở Y tế tỉnh An Giang", "các sở, ban, ngành tỉnh", scope="an-giang")
    assert not member("Sở Y tế tỉnh Lai Châu", "các bộ, ngành", of="trung-uong")
    assert not member("Phòng Y tế huyện Tam Đường", "các sở, ban, ngành", scope="lai-chau.tam-duong")


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Bộ Tài chính", True), ("Bộ Chính trị", False), ("Thanh tra Chính phủ", True), ("Quốc hội", False)],
)
def test_ministries(name: str, expected: bool) -> None:
    assert member(name, "các Bộ, cơ quan ngang Bộ", "trung-uong", "trung-uong") is expected


def test_the_provinces_committees_belong_to_a_group_of_the_centre() -> None:
    assert member("Ủy ban nhân dân tỉnh Lai Châu", "Ủy ban nhân dân cấp tỉnh", of="trung-uong")
    assert member("Ủy ban nhân dân thành phố Hà Nội", "Ủy ban nhân dân các tỉnh, thành phố", "ha-noi", "trung-uong")
    assert not member("Ủy ban nhân dân huyện Tam Đường", "Ủy ban nhân dân cấp tỉnh", of="trung-uong")


@pytest.mark.parametrize("row", table("group_members"), ids=lambda row: row["noun"])
def test_every_row_has_its_example(row: dict[str, str]) -> None:
    scope = "trung-uong" if row["level"] == "trung ương" else "lai-chau"
    assert member(row["example"], f"các {row['noun']}", scope, scope)
