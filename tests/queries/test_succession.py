"""Who an agency is on a day: handed over whole, divided, or left with less."""

from __future__ import annotations

import pytest

from extractors.errors import UsageError
from extractors.fold import slug
from queries.succession import owner_on


def identity(name: str, scope: str = "lai-chau") -> str:
    return f"agency:{scope}:{slug(name)}"


INVESTMENT = identity("Sở Kế hoạch và Đầu tư")
INFORMATION = identity("Sở Thông tin và Truyền thông")
HOME_AFFAIRS = identity("Sở Nội vụ")


@pytest.mark.parametrize(
    ("agency", "day", "about", "now", "decided"),
    [
        (INVESTMENT, "2025-02-28", "", None, None),
        (INVESTMENT, "2025-03-01", "", "Sở Tài chính tỉnh Lai Châu", "whole"),
        (identity("Sở Kế hoạch và Đầu tư", "an-giang"), "2026-01-01", "", "Sở Tài chính tỉnh An Giang", "whole"),
        (identity("Sở Tài chính"), "2026-01-01", "", None, None),
        # its province was joined with another one: it goes on, and the chain says so
        (identity("Sở Tài chính", "an-giang"), "2026-01-01", "", "Sở Tài chính tỉnh An Giang", "whole"),
        (INFORMATION, "2026-01-01", "hạ tầng viễn thông", "Sở Khoa học và Công nghệ tỉnh Lai Châu", "function"),
        (INFORMATION, "2026-01-01", "quản lý báo chí", "Sở Văn hóa, Thể thao và Du lịch tỉnh Lai Châu", "function"),
        (INFORMATION, "2024-12-31", "quản lý báo chí", None, None),
        (HOME_AFFAIRS, "2026-01-01", "cải cách hành chính", None, None),
        (HOME_AFFAIRS, "2026-01-01", "quản lý tôn giáo", "Sở Dân tộc và Tôn giáo tỉnh Lai Châu", "function"),
        (identity("Sở Nội vụ", "kien-giang"), "2025-06-30", "", None, None),
        (identity("Sở Nội vụ", "kien-giang"), "2025-07-01", "", "Sở Nội vụ tỉnh An Giang", "whole"),
        (identity("Bộ Kế hoạch và Đầu tư", "trung-uong"), "2026-01-01", "", "Bộ Tài chính", "whole"),
        # what leaves one that goes on takes nothing else along
        (identity("Sở Xây dựng", "ho-chi-minh"), "2026-01-01", "nhà ở xã hội", "Sở Xây dựng Thành phố Hồ Chí Minh",
         "whole"),
        (identity("Sở Xây dựng", "ho-chi-minh"), "2026-01-01", "lập quy hoạch đô thị",
         "Sở Quy hoạch - Kiến trúc Thành phố Hồ Chí Minh", "function"),
        (identity("Sở Không có"), "2026-06-01", "", None, None),
        ("agency:unknown:so-tai-chinh", "2026-06-01", "", None, None),
    ],
)  # fmt: skip
def test_the_owner_on_a_day(agency: str, day: str, about: str, now: str | None, decided: str | None) -> None:
    owner = owner_on(agency, "2022-07-18", day, about)
    assert (owner.name, owner.decided) == (now, decided)
    assert owner.candidates == ()
    assert bool(owner.steps) == (now is not None)


def test_a_division_that_nothing_decides_is_the_defaults_and_shows_all() -> None:
    owner = owner_on(INFORMATION, "2022-07-18", "2026-01-01", "làm tốt công tác tuyên truyền")
    assert (owner.name, owner.decided) == ("Sở Khoa học và Công nghệ tỉnh Lai Châu", "default")
    assert owner.candidates[0] == owner.name
    assert "Sở Văn hóa, Thể thao và Du lịch tỉnh Lai Châu" in owner.candidates
    assert [step["decided"] for step in owner.steps] == ["default"]


def test_words_that_name_several_successors_decide_nothing() -> None:
    """The likeliest candidate is the one that has more of the words; none is picked."""
    owner = owner_on(INFORMATION, "2022-07-18", "2026-01-01", "quản lý báo chí, xuất bản; chuyển đổi số")
    assert (owner.id, owner.name, owner.decided) == (INFORMATION, None, "open")
    assert (
        owner.candidates
        == (
            "Sở Khoa học và Công nghệ tỉnh Lai Châu",
            "Sở Văn hóa, Thể thao và Du lịch tỉnh Lai Châu",
        )[::-1]
    )


def test_the_question_decides_between_those_that_the_duty_names() -> None:
    about = "quản lý báo chí, xuất bản; chuyển đổi số"
    owner = owner_on(INFORMATION, "2022-07-18", "2026-01-01", about, "ai lo chuyển đổi số")
    assert (owner.name, owner.decided) == ("Sở Khoa học và Công nghệ tỉnh Lai Châu", "function")


def test_a_word_inside_a_longer_one_names_nobody() -> None:
    """ "thông tin" of "công nghệ thông tin" is no word of its own; "quy hoạch" of "quy hoạch xây dựng" neither."""
    owner = owner_on(INFORMATION, "2022-07-18", "2026-01-01", "an toàn thông tin mạng")
    assert (owner.name, owner.decided) == ("Công an tỉnh Lai Châu", "function")
    assert owner.steps[0]["words"] == ["an toàn thông tin mạng"]


def test_the_agencys_own_name_in_the_duty_decides_nothing() -> None:
    about = "gửi Sở Lao động - Thương binh và Xã hội tổng hợp, báo cáo"
    owner = owner_on(identity("Sở Lao động - Thương binh và Xã hội"), "2022-07-18", "2026-01-01", about)
    assert (owner.name, owner.decided) == ("Sở Nội vụ tỉnh Lai Châu", "default")


def test_candidates_bear_their_names_of_the_day() -> None:
    """The department was divided in March, its province joined with another one in July."""
    owner = owner_on(identity("Sở Lao động - Thương binh và Xã hội", "kien-giang"), "2022-07-18", "2026-01-01")
    assert (owner.name, owner.decided) == ("Sở Nội vụ tỉnh An Giang", "default")
    assert len(owner.candidates) > 1
    assert all(name.endswith("tỉnh An Giang") for name in owner.candidates)


def test_a_division_without_a_default_has_candidates_only() -> None:
    owner = owner_on(identity("Đảng ủy Khối các cơ quan"), "2022-07-18", "2026-01-01")
    assert (owner.name, owner.decided, len(owner.candidates)) == (None, "open", 2)


def test_every_step_has_its_date_and_basis() -> None:
    [step] = owner_on(INVESTMENT, "2022-07-18", "2026-01-01").steps
    assert step == {
        "from": "Sở Kế hoạch và Đầu tư tỉnh Lai Châu",
        "to": "Sở Tài chính tỉnh Lai Châu",
        "on": "2025-03-01",
        "basis": "Nghị định 45/2025/NĐ-CP",
        "change": "merge",
        "of": "agency",
        "decided": "whole",
        "words": [],
        "confidence": 1.0,
    }


def test_a_chain_of_two_steps() -> None:
    """The department is merged first, its province four months later."""
    owner = owner_on(identity("Sở Kế hoạch và Đầu tư", "kien-giang"), "2022-07-18", "2026-01-01")
    assert [step["on"] for step in owner.steps] == ["2025-03-01", "2025-07-01"]
    assert owner.name == "Sở Tài chính tỉnh An Giang"


@pytest.mark.parametrize("day", ["mai", "2026-13-01", "32/01/2026", ""])
def test_a_wrong_day_is_told(day: str) -> None:
    with pytest.raises(UsageError):
        owner_on(HOME_AFFAIRS, None, day)
