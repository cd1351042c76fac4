"""Who an agency is on a day: handed over whole, divided, or left with less."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from extractors.errors import UsageError
from extractors.fold import norm, slug
from graph.embedded_store import EmbeddedStore
from graph.store import DocSubgraph, Edge, EdgeKind, GraphStore, Props
from queries.succession import owner_on

# from, to, day, change, functions
LINES = [
    ("Sở Kế hoạch và Đầu tư", "Sở Tài chính", "2025-03-01", "merge", "kế hoạch, đầu tư"),
    ("Sở Tài chính", "Sở Tài chính", "2025-03-01", "merge", ""),
    ("Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ", "2025-03-01", "merge", "viễn thông, chuyển đổi số"),
    ("Sở Thông tin và Truyền thông", "Sở Văn hóa, Thể thao và Du lịch", "2025-03-01", "split", "báo chí, xuất bản"),
    ("Sở Nội vụ", "Sở Dân tộc và Tôn giáo", "2025-03-01", "transfer", "tôn giáo, tín ngưỡng"),
    ("Sở Công nghiệp", "Sở Công Thương", "2008-04-01", "merge", ""),
    ("Sở Công Thương", "Sở Kinh tế", "2026-01-01", "rename", ""),
    ("Bộ Vòng", "Bộ Tròn", "2025-01-01", "rename", ""),
    ("Bộ Tròn", "Bộ Vòng", "2025-01-01", "rename", ""),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    names = sorted({name for line in LINES for name in line[:2]})
    agencies = {identity(name): {"name": name, "norm": norm(name), "is_group": False} for name in names}
    kinds = {"SUCCEEDED_BY": ("rename", "split", "transfer"), "MERGED_INTO": ("merge",)}
    edges = {
        EdgeKind(kind, "Agency", "Agency"): tuple(edge(line) for line in LINES if line[3] in changes)
        for kind, changes in kinds.items()
    }
    nodes = {"Agency": agencies, "Document": {"vn:x:2025:1": {}}}
    path: Path = tmp_path_factory.mktemp("succession") / "graph.kgl"
    with EmbeddedStore(path, write=True) as opened:
        opened.replace_document(DocSubgraph("vn:x:2025:1", nodes, {}, edges))
        yield opened


def edge(line: tuple[str, str, str, str, str]) -> Edge:
    before, after, on, change, functions = line
    props: Props = {"on": on, "basis": "Nghị định 45/2025/NĐ-CP", "change": change, "functions": functions or None}
    return Edge(identity(before), identity(after), props)


def identity(name: str) -> str:
    return f"agency:lai-chau:{slug(name)}"


@pytest.mark.parametrize(
    ("agency", "day", "about", "now"),
    [
        ("Sở Kế hoạch và Đầu tư", "2025-02-28", "", None),
        ("Sở Kế hoạch và Đầu tư", "2025-03-01", "", "Sở Tài chính"),
        ("Sở Tài chính", "2026-01-01", "", None),
        ("Sở Thông tin và Truyền thông", "2026-01-01", "hạ tầng viễn thông", "Sở Khoa học và Công nghệ"),
        ("Sở Thông tin và Truyền thông", "2026-01-01", "quản lý báo chí", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Sở Thông tin và Truyền thông", "2024-12-31", "quản lý báo chí", None),
        ("Sở Nội vụ", "2026-01-01", "cải cách hành chính", None),
        ("Sở Nội vụ", "2026-01-01", "quản lý tôn giáo", "Sở Dân tộc và Tôn giáo"),
        ("Sở Công nghiệp", "2010-01-01", "", "Sở Công Thương"),
        ("Sở Công nghiệp", "2026-06-01", "", "Sở Kinh tế"),
        ("Sở Không có", "2026-06-01", "", None),
    ],
)
def test_the_owner_on_a_day(store: GraphStore, agency: str, day: str, about: str, now: str | None) -> None:
    owner = owner_on(store, identity(agency), day, about)
    assert owner.name == now
    assert owner.id == identity(now or agency)
    assert owner.candidates == ()
    assert bool(owner.steps) == (now is not None)


def test_a_division_that_the_duty_does_not_decide_shows_all(store: GraphStore) -> None:
    agency = identity("Sở Thông tin và Truyền thông")
    owner = owner_on(store, agency, "2026-01-01", "tuyên truyền kế hoạch")
    assert (owner.id, owner.name) == (agency, None)
    assert set(owner.candidates) == {"Sở Khoa học và Công nghệ", "Sở Văn hóa, Thể thao và Du lịch"}


def test_every_step_has_its_date_and_basis(store: GraphStore) -> None:
    steps = owner_on(store, identity("Sở Công nghiệp"), "2026-06-01").steps
    assert [(s["from"], s["to"], s["on"]) for s in steps] == [
        ("Sở Công nghiệp", "Sở Công Thương", "2008-04-01"),
        ("Sở Công Thương", "Sở Kinh tế", "2026-01-01"),
    ]
    assert all(step["basis"] for step in steps)


def test_a_circle_in_the_table_ends(store: GraphStore) -> None:
    assert owner_on(store, identity("Bộ Vòng"), "2026-01-01").id in {identity("Bộ Vòng"), identity("Bộ Tròn")}


@pytest.mark.parametrize("day", ["mai", "2026-13-01", "01/01/2026", ""])
def test_a_wrong_day_is_told(store: GraphStore, day: str) -> None:
    with pytest.raises(UsageError):
        owner_on(store, identity("Sở Nội vụ"), day)
