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
    ("agency", "day", "about", "now"),
    [
        (INVESTMENT, "2025-02-28", "", None),
        (INVESTMENT, "2025-03-01", "", "Sở Tài chính tỉnh Lai Châu"),
        (identity("Sở Kế hoạch và Đầu tư", "an-giang"), "2026-01-01", "", "Sở Tài chính tỉnh An Giang"),
        (identity("Sở Tài chính"), "2026-01-01", "", None),
        (INFORMATION, "2026-01-01", "hạ tầng viễn thông", "Sở Khoa học và Công nghệ tỉnh Lai Châu"),
        (INFORMATION, "2026-01-01", "quản lý báo chí", "Sở Văn hóa, Thể thao và Du lịch tỉnh Lai Châu"),
        (INFORMATION, "2024-12-31", "quản lý báo chí", None),
        (HOME_AFFAIRS, "2026-01-01", "cải cách hành chính", None),
        (HOME_AFFAIRS, "2026-01-01", "quản lý tôn giáo", "Sở Dân tộc và Tôn giáo tỉnh Lai Châu"),
        (identity("Sở Nội vụ", "kien-giang"), "2025-06-30", "", None),
        (identity("Sở Nội vụ", "kien-giang"), "2025-07-01", "", "Sở Nội vụ tỉnh An Giang"),
        (identity("Bộ Kế hoạch và Đầu tư", "trung-uong"), "2026-01-01", "", "Bộ Tài chính"),
        (identity("Sở Không có"), "2026-06-01", "", None),
        ("agency:unknown:so-tai-chinh", "2026-06-01", "", None),
    ],
)
def test_the_owner_on_a_day(agency: str, day: str, about: str, now: str | None) -> None:
    owner = owner_on(agency, "2022-07-18", day, about)
    assert owner.name == now
    assert owner.candidates == ()
    assert (owner.id != agency) == bool(owner.steps) == (now is not None)


def test_a_division_that_the_duty_does_not_decide_shows_all() -> None:
    owner = owner_on(INFORMATION, "2022-07-18", "2026-01-01", "làm tốt công tác tuyên truyền")
    assert owner.name == "Sở Khoa học và Công nghệ tỉnh Lai Châu"
    assert owner.candidates[0] == owner.name
    assert "Sở Văn hóa, Thể thao và Du lịch tỉnh Lai Châu" in owner.candidates


def test_every_step_has_its_date_and_basis() -> None:
    [step] = owner_on(INVESTMENT, "2022-07-18", "2026-01-01").steps
    assert step == {
        "from": "Sở Kế hoạch và Đầu tư tỉnh Lai Châu",
        "to": "Sở Tài chính tỉnh Lai Châu",
        "on": "2025-03-01",
        "basis": "Nghị định 45/2025/NĐ-CP",
        "change": "merge",
    }


def test_a_chain_of_two_steps() -> None:
    """The department is merged first, its province four months later."""
    owner = owner_on(identity("Sở Kế hoạch và Đầu tư", "kien-giang"), "2022-07-18", "2026-01-01")
    assert [step["on"] for step in owner.steps] == ["2025-03-01", "2025-07-01"]
    assert owner.name == "Sở Tài chính tỉnh An Giang"


@pytest.mark.parametrize("day", ["mai", "2026-13-01", "01/01/2026", ""])
def test_a_wrong_day_is_told(day: str) -> None:
    with pytest.raises(UsageError):
        owner_on(HOME_AFFAIRS, None, day)
