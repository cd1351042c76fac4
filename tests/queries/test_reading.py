"""Places and misspelt words in questions; who answers for a report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from extractors.errors import UsageError
from graph.store import GraphStore
from queries.owners import owners
from queries.places import area_of, named_places, scopes_on
from queries.question import read_question, rewritten, tokens_of
from queries.reports import consolidators
from tests.samples import sample_home

Json = dict[str, Any]


@pytest.fixture(scope="module")
def store() -> Iterator[GraphStore]:
    with sample_home().store() as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "places", "left"),
    [
        ("tuyên truyền ở Lai Châu", ["Lai Châu"], "tuyen truyen"),
        ("tuyen truyen o lai chau", ["Lai Châu"], "tuyen truyen"),
        ("hạ tầng giao thông tỉnh An Giang", ["An Giang"], "ha tang giao thong"),
        ("tuyên truyền trên địa bàn thành phố Cần Thơ", ["Cần Thơ"], "tuyen truyen"),
        ("Luật Việc làm ở TP.HCM", ["Hồ Chí Minh"], "luat viec lam"),
        ("An Giang tuyên truyền", ["An Giang"], "tuyen truyen"),
        ("liên kết tỉnh An Giang và tỉnh Kiên Giang", ["An Giang", "Kiên Giang"], "lien ket"),
        # districts and communes, with their kind
        ("trồng rừng ở huyện Than Uyên", ["huyện Than Uyên, tỉnh Lai Châu"], "trong rung"),
        ("chuyen doi so o xa muong kim", ["xã Mường Kim, huyện Than Uyên, tỉnh Lai Châu"], "chuyen doi so"),
        ("trồng rừng tại huyện Châu Thành, Kiên Giang", ["huyện Châu Thành, tỉnh Kiên Giang"], "trong rung"),
        ("an ninh quận 1", ["quận 1, Thành phố Hồ Chí Minh"], "an ninh"),
        # ten provinces had one: the question does not say which
        ("trồng rừng ở huyện Châu Thành", [], "trong rung huyen chau thanh"),
        ("xã nông thôn mới", [], "xa nong thon moi"),
        ("an sinh xã hội", [], "an sinh xa hoi"),
        # a folded name alone may be other words
        ("trồng hoa huệ", [], "trong hoa hue"),
        ("quản lý yên bái đường", [], "quan ly yen bai duong"),
        ("tuyên truyền", [], "tuyen truyen"),
    ],
)
def test_places_in_a_question(question: str, places: list[str], left: str) -> None:
    asked = read_question(question)
    assert (list(asked.places), " ".join(asked.terms)) == (places, left)
    assert all(one.place.name in " ".join(places) for one in named_places(tokens_of(question)))


@pytest.mark.parametrize(
    ("name", "day", "scopes"),
    [
        ("An Giang", "2025-06-30", ["an-giang"]),
        ("An Giang", "2025-07-01", ["an-giang", "kien-giang"]),
        ("Kiên Giang", "2026-01-01", ["kien-giang"]),
        ("Lai Châu", "2026-01-01", ["lai-chau"]),
        ("Huế", "2026-01-01", ["hue", "thua-thien-hue"]),
    ],
)
def test_documents_of_a_merged_province_speak_for_the_new_one(name: str, day: str, scopes: list[str]) -> None:
    assert scopes_on([name], day) == scopes


@pytest.mark.parametrize(
    ("name", "day", "whole", "alone", "bodies"),
    [
        ("Lai Châu", "2026-01-01", ["lai-chau"], [], ["lai-chau"]),
        ("TP. Cần Thơ", "2025-01-01", ["can-tho"], [], ["can-tho"]),
        # the city in the province; what was said there goes on in its wards
        ("thành phố Lai Châu", "2025-06-30", [], ["lai-chau", "lai-chau.lai-chau"], ["lai-chau.lai-chau"]),
        ("thành phố Lai Châu", "2026-01-01", [],
         ["lai-chau", "lai-chau.ddoan-ket", "lai-chau.lai-chau", "lai-chau.tan-phong"], ["lai-chau.lai-chau"]),
        ("xã Ta Gia, Lai Châu", "2026-01-01", [],
         ["lai-chau", "lai-chau.khoen-on", "lai-chau.ta-gia", "lai-chau.than-uyen"], ["lai-chau.ta-gia"]),
        # a commune of today: the communes and the district that it was made of
        ("Khoen On", "2026-01-01", [],
         ["lai-chau", "lai-chau.khoen-on", "lai-chau.ta-gia", "lai-chau.than-uyen"], ["lai-chau.khoen-on"]),
        ("nơi không có", "2026-01-01", ["noi-khong-co"], [], ["noi-khong-co"]),
    ],
)  # fmt: skip
def test_the_area_of_a_place(name: str, day: str, whole: list[str], alone: list[str], bodies: list[str]) -> None:
    area = area_of([name], day)
    assert (list(area.whole), sorted(area.alone), list(area.bodies)) == (whole, alone, bodies)


def test_a_name_of_several_provinces_is_told_with_all_of_them() -> None:
    with pytest.raises(UsageError, match=r"huyện Châu Thành, tỉnh An Giang; huyện Châu Thành, tỉnh Bến Tre"):
        area_of(["huyện Châu Thành"], "2026-01-01")
    assert area_of(["huyện Châu Thành, Bến Tre"], "2025-01-01").bodies == ("ben-tre.chau-thanh",)


def test_the_place_of_a_question_limits_the_answer(store: GraphStore) -> None:
    for question, scope in (("kinh tế tuần hoàn ở Lai Châu", "lai-chau"), ("KTTH tỉnh An Giang", "an-giang")):
        rows = owners(store, question, as_of="2026-01-01")
        assert {row["document"]["id"].split(":")[1] for row in rows} == {scope}
        assert rows[0]["read_as"]["places"]


@pytest.mark.parametrize(
    ("question", "corrected", "unknown"),
    [
        ("tuyên truyênn kinh tế tuần hoàn", [("truyenn", "truyen")], []),
        ("hạ tầng giao thogn xanh", [("thogn", "thong")], []),
        ("khoángg sản", [("khoangg", "khoang")], []),
        ("tuyên truyền xyzwt", [], ["xyzwt"]),
        # a word of the documents is right, whatever it stands beside; short words and numbers are left alone
        ("tuần hoàn", [], []),
        ("mô hình xqz 9999", [], []),
    ],
)
def test_misspelt_words(store: GraphStore, question: str, corrected: list[tuple[str, str]], unknown: list[str]) -> None:
    read = owners(store, question, as_of="2026-01-01")[0]["read_as"]
    assert [(one["from"], one["to"]) for one in read["corrected"]] == corrected
    assert read["unknown"] == unknown


def test_a_question_is_rewritten_word_by_word() -> None:
    assert rewritten("Tuyên truyênn, truyênn KTTH", {"truyenn": "truyen"}) == "Tuyên truyen, truyen KTTH"


def _row(role: str, actor: str, *, is_group: bool = False, quote: str = "") -> Json:
    return {"role": role, "actor": actor, "agency_id": actor, "is_group": is_group, "quote": quote, "task": quote}


@pytest.mark.parametrize(
    ("quote", "actors", "answering"),
    [
        ("báo cáo gửi Sở Tài chính trước ngày 30/11 để tổng hợp, báo cáo UBND tỉnh",
         [("responsible", "các sở", True), ("receive", "Sở Tài chính", False), ("receive", "UBND tỉnh", False)],
         ("Sở Tài chính",)),
        ("báo cáo UBND tỉnh (qua Sở Tài chính) để tổng hợp",
         [("responsible", "các sở", True), ("receive", "Sở Tài chính", False), ("receive", "UBND tỉnh", False)],
         ("Sở Tài chính",)),
        ("báo cáo về Ban X qua Văn phòng Ban X để tổng hợp",
         [("responsible", "các sở", True), ("receive", "Ban X", False), ("receive", "Văn phòng Ban X", False)],
         ("Văn phòng Ban X",)),
        # who makes one of them before it is sent answers itself
        ("tổng hợp, gửi Bộ Tài chính để tổng hợp",
         [("responsible", "UBND cấp tỉnh", True), ("receive", "Bộ Tài chính", False)], ()),
        ("báo cáo Sở Tài chính để tổng hợp",
         [("responsible", "Sở Y tế", False), ("receive", "Sở Tài chính", False)], ()),
        ("báo cáo Sở Tài chính", [("responsible", "các sở", True), ("receive", "Sở Tài chính", False)], ()),
        ("để tổng hợp", [("responsible", "các sở", True)], ()),
    ],
)  # fmt: skip
def test_who_makes_one_report_of_many(
    quote: str, actors: list[tuple[str, str, bool]], answering: tuple[str, ...]
) -> None:
    rows = [_row(role, actor, is_group=group, quote=quote) for role, actor, group in actors]
    assert consolidators(rows) == answering
