"""The duties of an agency today: its own, its predecessors', its groups'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from graph.store import GraphStore
from queries.tasks import tasks
from tests.samples import sample_home

Json = dict[str, Any]


@pytest.fixture(scope="module")
def store() -> Iterator[GraphStore]:
    with sample_home().store() as opened:
        yield opened


def ways(rows: list[Json]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(row["through"], set()).add(row["agency"])
    return found


def test_a_department_has_its_predecessors_duties_and_its_groups(store: GraphStore) -> None:
    rows = tasks(store, "Sở Tài chính", place="An Giang", as_of="2026-01-01")
    found = ways(rows)
    assert found["own"] == {"Sở Tài chính tỉnh An Giang"}
    assert found["predecessor"] == {"Sở Kế hoạch và Đầu tư tỉnh An Giang"}
    assert "các Sở, ban, ngành, cơ quan cấp tỉnh" in found["group"]
    [review] = [row for row in rows if "rà soát thực trạng phát triển KTTH" in row["task"]]
    assert (review["role"], review["through"], review["decided"]) == ("lead", "predecessor", "whole")
    assert [step["basis"] for step in review["succession"]] == ["Nghị định 45/2025/NĐ-CP", "Nghị quyết 202/2025/QH15"]


def test_before_the_merger_it_has_none_of_them(store: GraphStore) -> None:
    assert "predecessor" not in ways(tasks(store, "Sở Tài chính", place="An Giang", as_of="2025-02-28"))
    assert "predecessor" not in ways(
        tasks(store, "Sở Tài chính", place="An Giang", as_of="2026-01-01", predecessors=False)
    )
    assert "group" not in ways(tasks(store, "Sở Tài chính", place="An Giang", as_of="2026-01-01", groups=False))


def test_a_divided_agencys_duty_goes_where_its_words_say(store: GraphStore) -> None:
    """ "Hạ tầng giao thông" went to Sở Xây dựng; what names two successors is both's, and said to be open."""
    rows = tasks(store, "Sở Xây dựng", place="An Giang", as_of="2026-01-01")
    green = next(row for row in rows if row["task"].startswith("Xây dựng các cơ chế, chính sách phát triển kết cấu"))
    assert (green["through"], green["decided"]) == ("predecessor", "function")
    for name in ("Sở Nội vụ", "Sở Giáo dục và Đào tạo"):
        rows = tasks(store, name, place="An Giang", as_of="2026-01-01")
        [labour] = [row for row in rows if "giáo dục nghề nghiệp" in row["task"]]
        assert (labour["through"], labour["decided"]) == ("predecessor", "open")


def test_a_duty_is_told_once_by_the_nearest_way(store: GraphStore) -> None:
    rows = tasks(store, "Sở Tài chính", place="Lai Châu", as_of="2026-01-01")
    assert len({row["task_id"] for row in rows}) == len(rows)
    due = [row["due"] or "9999" for row in rows]
    assert due == sorted(due)


def test_what_returns_every_year_is_due_before_a_day(store: GraphStore) -> None:
    rows = tasks(store, "Sở Tài chính", place="An Giang", as_of="2026-01-01", due_before="2022-12-01")
    assert [row["due"] for row in rows] == ["2022-11-30"]
    assert not tasks(store, "Sở Tài chính", place="An Giang", as_of="2026-01-01", due_before="2022-11-30")
