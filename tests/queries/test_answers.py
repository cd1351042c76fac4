"""Chains, tasks and owners on small graphs whose answers are plain."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from extractors.errors import UsageError
from extractors.fold import slug
from graph.embedded_store import EmbeddedStore
from graph.store import GraphStore
from graph.update import update
from queries.chain import chain
from queries.documents import NoSuchDocument, SeveralDocuments, find_documents
from queries.duties import last_day
from queries.owners import owners
from queries.recurrence import is_due_before
from queries.show import show
from queries.tasks import NoSuchAgency, tasks
from tests.graph.documents import Record, document, instrument

Json = dict[str, Any]
Make = Callable[..., GraphStore]
DECISION = instrument("687/QĐ-TTg", title="Phê duyệt Đề án kinh tế tuần hoàn", issued_on="2022-06-07")
RESOLUTION = instrument("50/NQ-CP", year="2021")
LAW = instrument("72/2020/QH14", year="2020", title="Luật Bảo vệ môi trường")
PROVINCE = instrument("790/QĐ-UBND", scope="lai-chau", year="2021")


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    opened: list[GraphStore] = []

    def of(*extractions: Json) -> GraphStore:
        store = EmbeddedStore(tmp_path / f"{len(opened)}.kgl", write=True)
        opened.append(store)
        update(store, Record(*extractions))
        return store

    yield of
    for store in opened:
        store.close()


def two_plans(make: Make) -> GraphStore:
    """Lai Châu's plan implements the decision and says that 790 implements 50/NQ-CP; An Giang's cites the law too."""
    return make(
        document("1/KH-UBND", cites=[("IMPLEMENTS", DECISION)], relations=[(PROVINCE, "IMPLEMENTS", RESOLUTION)]),
        document("473/KH-UBND", "an-giang", cites=[("IMPLEMENTS", DECISION), ("BASED_ON", LAW)]),
        document("9/KH-UBND", "an-giang", title="Việc khác", cites=[("BASED_ON", LAW)]),
    )


def local(identity: str) -> str:
    """An agency's id without its place."""
    return identity.split(":", 2)[2]


def ids(answer: Json) -> set[str]:
    return {node["id"] for node in answer["nodes"]}


PLAN_LC, PLAN_AG, OTHER = "vn:lai-chau:2022:1-kh-ubnd", "vn:an-giang:2022:473-kh-ubnd", "vn:an-giang:2022:9-kh-ubnd"


@pytest.mark.parametrize(
    ("direction", "depth", "reached"),
    [
        ("out", 4, set()),
        ("in", 1, {PLAN_LC, PLAN_AG}),
        ("in", 4, {PLAN_LC, PLAN_AG}),
        ("both", 1, {PLAN_LC, PLAN_AG}),
        ("both", 2, {PLAN_LC, PLAN_AG, PROVINCE["id"], LAW["id"]}),
        ("both", 3, {PLAN_LC, PLAN_AG, PROVINCE["id"], LAW["id"], RESOLUTION["id"]}),
    ],
)
def test_how_far_a_chain_goes(make: Make, direction: Any, depth: int, reached: set[str]) -> None:
    """``both`` goes out of all that it reaches, but never back in: OTHER only shares the law."""
    answer = chain(two_plans(make), "687/QĐ-TTg", direction=direction, depth=depth)
    assert ids(answer) == {DECISION["id"], *reached}
    assert OTHER not in ids(answer)


def test_a_relation_between_two_cited_documents_says_who_states_it(make: Make) -> None:
    answer = chain(two_plans(make), "790/QĐ-UBND", direction="out", depth=1)
    [edge] = answer["edges"]
    assert (edge["from"], edge["to"], edge["type"]) == (PROVINCE["id"], RESOLUTION["id"], "IMPLEMENTS")
    assert edge["stated_in"] == PLAN_LC
    assert edge["quote"]


def test_the_shape_of_a_chain(make: Make) -> None:
    answer = chain(two_plans(make), "687/QĐ-TTg", direction="in", depth=1)
    assert answer["root"] == DECISION["id"]
    assert [node["depth"] for node in answer["nodes"]] == [0, 1, 1]
    assert {"id", "number", "title", "issued_on", "depth", "stub", "status"} <= set(answer["nodes"][0])
    assert {"from", "to", "type", "quote", "stated_in"} <= set(answer["edges"][0])
    assert answer["nodes"][0]["stub"] is True
    assert answer == chain(two_plans(make), DECISION["id"], direction="in", depth=1)


def test_a_circle_ends(make: Make) -> None:
    one, two = instrument("1/KH-UBND", "lai-chau"), instrument("2/KH-UBND", "lai-chau")
    store = make(document("1/KH-UBND", cites=[("CITES", two)]), document("2/KH-UBND", cites=[("CITES", one)]))
    answer = chain(store, "1/KH-UBND", direction="both", depth=12)
    assert len(answer["nodes"]) == len(answer["edges"]) == 2


@pytest.mark.parametrize(("direction", "depth"), [("up", 1), ("out", 0), ("out", 13)])
def test_wrong_directions_and_depths_are_told(make: Make, direction: Any, depth: int) -> None:
    with pytest.raises(UsageError):
        chain(make(), "687/QĐ-TTg", direction=direction, depth=depth)


SAME = (
    document("27/KH-UBND", "lai-chau", "2021-05-01", title="Trồng rừng ở Lai Châu"),
    document("27/KH-UBND", "an-giang", "2021-06-01", title="Nuôi cá ở An Giang"),
    document("27/KH-UBND", "an-giang", "2023-06-01", title="Nuôi tôm ở An Giang"),
    document(None, "lai-chau", "2022-01-01", title="Kế hoạch kinh tế tuần hoàn"),
)
LC, AG21, AG23 = "vn:lai-chau:2021:27-kh-ubnd", "vn:an-giang:2021:27-kh-ubnd", "vn:an-giang:2023:27-kh-ubnd"


@pytest.mark.parametrize(
    ("asked", "place", "found"),
    [
        ("27/KH-UBND", None, {LC, AG21, AG23}),
        ("27/kh-ubnd", None, {LC, AG21, AG23}),
        (" số 27 /KH-UBND ", None, {LC, AG21, AG23}),
        ("27/KH-UBND", "Lai Châu", {LC}),
        ("27/KH-UBND", "an giang", {AG21, AG23}),
        ("27/KH-UBND", "tỉnh An Giang", {AG21, AG23}),
        ("27/KH-UBND năm 2023", None, {AG23}),
        ("27/KH-UBND ngày 01/6/2021", None, {AG21}),
        ("27/KH-UBND 2021", "An Giang", {AG21}),
        ("27/KH-UBND năm 1999", None, set()),
        ("27/KH-UBND", "Hà Nội", set()),
        (AG23, None, {AG23}),
        ("vn:none", None, set()),
        ("nuôi tôm", None, {AG23}),
        ("nuoi", None, {AG21, AG23}),
        ("trong rung", None, {LC}),
        ("2/KH-UBND", None, set()),
        ("", None, set()),
    ],
)
def test_which_documents_are_meant(make: Make, asked: str, place: str | None, found: set[str]) -> None:
    assert {row["id"] for row in find_documents(make(*SAME), asked, place)} == found


def test_several_documents_are_listed_not_guessed(make: Make) -> None:
    with pytest.raises(SeveralDocuments) as raised:
        chain(make(*SAME), "27/KH-UBND")
    assert {row["id"] for row in raised.value.candidates} == {LC, AG21, AG23}
    assert all(identity in str(raised.value) for identity in (LC, AG21, AG23))
    assert "--in" in str(raised.value)


def test_no_document_is_told_with_the_mend(make: Make) -> None:
    with pytest.raises(NoSuchDocument, match=r"9/KH-UBND.*An Giang.*ingest"):
        chain(make(*SAME), "9/KH-UBND", place="An Giang")


def test_a_mention_without_date_does_not_hide_the_document(make: Make) -> None:
    undated = instrument("27/KH-UBND", "lai-chau", "unknown")
    store = make(*SAME[:1], document("30/KH-UBND", "lai-chau", "2020-01-01", cites=[("CITES", undated)]))
    assert [row["id"] for row in find_documents(store, "27/KH-UBND")] == [LC]


def test_all_of_one_document(make: Make) -> None:
    store = make(
        document(
            cites=[("IMPLEMENTS", DECISION)],
            duties=[("Làm một việc", [("lead", "Sở Y tế"), ("coordinate", "Sở Tài chính")])],
            targets=[("tỷ lệ che phủ rừng", 54.0)],
            signers=["Nguyễn Văn A"],
        )
    )
    answer = show(store, "1/KH-UBND")
    assert [s["name"] for s in answer["signers"]] == ["Nguyễn Văn A"]
    assert [(r["id"], r["relation"]) for r in answer["cites"]] == [(DECISION["id"], "IMPLEMENTS")]
    [task] = answer["tasks"]
    assert [(a["agency"], a["role"]) for a in task["actors"]] == [("Sở Y tế", "lead"), ("Sở Tài chính", "coordinate")]
    assert [(t["indicator"], t["value"]) for t in answer["targets"]] == [("tỷ lệ che phủ rừng", 54.0)]
    assert show(store, "687/QĐ-TTg")["cited_by"][0]["id"] == PLAN_LC


LEADER = [("Sở Thông tin và Truyền thông", "lead"), ("Sở Tài chính", "coordinate")]
DUTIES = document(
    duties=[
        ("Tuyên truyền về kinh tế tuần hoàn", [(role, agency) for agency, role in reversed(LEADER)]),
        ("Tuyên truyền phòng chống dịch bệnh", [("responsible", "Sở Y tế")]),
        ("Bố trí kinh phí thực hiện", [("responsible", "Sở Tài chính"), ("receive", "Ủy ban nhân dân tỉnh")]),
    ]
)
ELSEWHERE = document(
    "473/KH-UBND", "an-giang", duties=[("Tuyên truyền về kinh tế tuần hoàn", [("lead", "Sở Công Thương")])]
)


@pytest.mark.parametrize(
    ("question", "options", "expected"),
    [
        ("tuyên truyền kinh tế tuần hoàn", {"place": "Lai Châu"}, LEADER),
        ("tuyen truyen kinh te tuan hoan", {"place": "lai chau"}, LEADER),
        ("sở nào chủ trì tuyên truyền kinh tế tuần hoàn?", {"place": "An Giang"}, [("Sở Công Thương", "lead")]),
        ("tuyên truyền phòng chống dịch bệnh", {"limit": 1}, [("Sở Y tế", "responsible")]),
        ("bố trí kinh phí", {"limit": 1}, [("Sở Tài chính", "responsible")]),
        ("bố trí kinh phí", {"role": "receive"}, [("Ủy ban nhân dân tỉnh", "receive")]),
        ("kinh tế tuần hoàn", {"role": "coordinate"}, [("Sở Tài chính", "coordinate")]),
        ("xây sân bay vũ trụ", {"place": "Hà Nội"}, []),
    ],
)  # fmt: skip
def test_owners_of_a_duty(make: Make, question: str, options: Json, expected: list[tuple[str, str]]) -> None:
    rows = owners(make(DUTIES, ELSEWHERE), question, as_of="2022-12-31", **options)
    wanted = [(slug(agency), role) for agency, role in expected]
    assert [(local(row["agency_id"]), row["role"]) for row in rows][: len(expected)] == wanted
    assert bool(rows) == bool(expected)


def test_the_shape_of_an_owner(make: Make) -> None:
    [first, *_] = owners(make(DUTIES), "tuyên truyền kinh tế tuần hoàn", as_of="2022-12-31")
    wanted = {"task", "agency", "agency_id", "role", "owner_now", "owner_now_id", "succession", "deadline", "document",
              "quote", "section", "page", "score"}  # fmt: skip
    assert wanted <= set(first)
    assert first["document"]["id"] == PLAN_LC
    assert first["quote"] == "Tuyên truyền về kinh tế tuần hoàn"
    assert (first["owner_now"], first["succession"]) == (first["agency"], [])


def test_an_abbreviation_finds_the_words_and_the_other_way_round(make: Make) -> None:
    short = document(title="Phát triển kinh tế tuần hoàn (KTTH)", duties=[("Tuyên truyền KTTH", [("lead", "Sở Y tế")])])
    long = document("2/KH-UBND", duties=[("Tuyên truyền kinh tế tuần hoàn", [("lead", "Sở Nội vụ")])])
    store = make(short, long)
    for question in ("tuyên truyền KTTH", "tuyên truyền kinh tế tuần hoàn"):
        assert {local(row["agency_id"]) for row in owners(store, question)} == {"so-y-te", "so-noi-vu"}


@pytest.mark.parametrize("options", [{"role": "boss"}, {"as_of": "hôm nay"}])
def test_wrong_options_of_owners_are_told(make: Make, options: Json) -> None:
    with pytest.raises(UsageError):
        owners(make(DUTIES), "tuyên truyền", **options)


def test_a_question_without_words_is_told(make: Make) -> None:
    with pytest.raises(UsageError):
        owners(make(DUTIES), "?!")


@pytest.mark.parametrize(
    ("agency", "place", "found"),
    [
        ("Sở Tài chính", None, ["Tuyên truyền về kinh tế tuần hoàn", "Bố trí kinh phí thực hiện"]),
        ("so tai chinh", "Lai Châu", ["Tuyên truyền về kinh tế tuần hoàn", "Bố trí kinh phí thực hiện"]),
        ("Sở Công Thương", None, ["Tuyên truyền về kinh tế tuần hoàn"]),
        ("Y tế", None, ["Tuyên truyền phòng chống dịch bệnh"]),
    ],
)
def test_tasks_of_an_agency(make: Make, agency: str, place: str | None, found: list[str]) -> None:
    assert [row["task"] for row in tasks(make(DUTIES, ELSEWHERE), agency, place=place)] == found


@pytest.mark.parametrize(("agency", "place"), [("Sở Du hành", None), ("Sở Y tế", "Hà Nội"), ("", "Hà Nội")])
def test_an_unknown_agency_is_told(make: Make, agency: str, place: str | None) -> None:
    with pytest.raises(NoSuchAgency):
        tasks(make(DUTIES), agency, place=place)


@pytest.mark.parametrize(("day", "count"), [("2026-01-01", 1), ("2025-12-31", 0)])
def test_tasks_that_fall_due_before_a_day(make: Make, day: str, count: int) -> None:
    """Every duty of the small documents is due in 2025: its last day is 31 December."""
    assert len(tasks(make(DUTIES), "Sở Y tế", due_before=day)) == count


@pytest.mark.parametrize(
    ("date", "last"),
    [("2025", "2025-12-31"), ("2025-02", "2025-02-28"), ("2024-02", "2024-02-29"), ("2025-03-04", "2025-03-04"),
     ("2025-13", None), ("", None), ("sớm", None)],
)  # fmt: skip
def test_the_last_day_of_a_date(date: str, last: str | None) -> None:
    assert last_day(date) == last


@pytest.mark.parametrize(
    ("deadline", "before", "due"),
    [
        ({"kind": "date", "on": "2025-06-30"}, "2025-07-01", True),
        ({"kind": "date", "on": "2025-06-30"}, "2025-06-30", False),
        ({"kind": "annual", "month": 11, "day": 30}, "2025-12-01", True),
        ({"kind": "annual", "month": 11, "day": 30}, "2025-11-30", False),
        ({"kind": "annual", "month": 12}, "2025-12-31", False),
        ({"kind": "recurring"}, "2099-01-01", False),
        (None, "2099-01-01", False),
    ],
)
def test_what_is_due_before_a_day(deadline: Json | None, before: str, due: bool) -> None:
    empty = {"on": None, "month": None, "day": None, "from": None, "to": None, "every": None}
    whole = {**empty, **deadline} if deadline else None
    assert is_due_before(whole, before) is due


@pytest.mark.parametrize("day", ["32/12/2025", "31/13/2025", "29/02/2025", "12/2025", "2025", "cuối năm", ""])
def test_a_wrong_day_is_told(make: Make, day: str) -> None:
    with pytest.raises(UsageError):
        tasks(make(DUTIES), "Sở Y tế", due_before=day)


@pytest.mark.parametrize("day", ["31/12/2025", "31-12-2025", " 31.12.2025 "])
def test_a_day_may_be_given_as_documents_print_it(make: Make, day: str) -> None:
    store = make(DUTIES)
    assert tasks(store, "Sở Y tế", due_before=day) == tasks(store, "Sở Y tế", due_before="2025-12-31")
