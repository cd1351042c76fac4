"""Which agency of a duty a question asks for."""

from __future__ import annotations

from typing import Any

import pytest

from extractors.fold import norm
from queries.question import read_question
from queries.ranking import Weights, Words, score
from queries.worth import about_subject, is_named, order, worth

Json = dict[str, Any]


def row(agency: str, role: str, *, actor: str = "", is_group: bool = False, quote: str = "", task: str = "") -> Json:
    return {
        "agency": agency,
        "agency_id": agency,
        "actor": actor or agency,
        "role": role,
        "is_group": is_group,
        "quote": quote,
        "norm": norm(task),
    }


HEALTH = row("Sở Y tế thành phố Hà Nội", "lead", actor="Sở Y tế")
INSURANCE = row("Bảo hiểm xã hội thành phố Hà Nội", "coordinate", actor="BHXH Thành phố")
COMMUNES = row("Ủy ban nhân dân các xã, phường", "coordinate", is_group=True)
HOME_AFFAIRS = row("Bộ Nội vụ", "receive")
ALL = row("các bộ, ngành, địa phương", "responsible", actor="bộ, ngành, địa phương", is_group=True)


@pytest.mark.parametrize(
    ("question", "rows", "first"),
    [
        ("ai đấu thầu thuốc tập trung", [HEALTH, INSURANCE], HEALTH),
        ("ai phối hợp với Sở Y tế đấu thầu thuốc", [HEALTH, INSURANCE], INSURANCE),
        ("ai phối hợp kiểm tra khám chữa bệnh", [HEALTH, INSURANCE], INSURANCE),
        ("xã, phường phải kiểm tra những gì", [HEALTH, COMMUNES], COMMUNES),
        ("UBND các xã phường có trách nhiệm kiểm tra cửa hàng", [HEALTH, COMMUNES], COMMUNES),
        ("đề xuất biên chế gửi Bộ Nội vụ trước ngày nào", [HOME_AFFAIRS, ALL], ALL),
    ],
)
def test_who_comes_first_within_a_duty(question: str, rows: list[Json], first: Json) -> None:
    asked = read_question(question)
    assert min(rows, key=lambda one: order(one, asked, one is HOME_AFFAIRS)) is first


@pytest.mark.parametrize(
    ("question", "better", "worse"),
    [
        ("sở nào kiểm tra khám chữa bệnh", HEALTH, row("Công an thành phố Hà Nội", "lead")),
        ("bộ nào kiểm tra khám chữa bệnh", row("Bộ Y tế", "lead"), HEALTH),
        ("tỉnh nào hỗ trợ vật liệu", row("Ủy ban nhân dân tỉnh Ninh Bình", "responsible"), row("Bộ Xây dựng", "lead")),
        ("xã nào cấp thẻ bảo hiểm y tế", row("Ủy ban nhân dân xã Khoen On", "responsible"), INSURANCE),
        ("xã nào cấp thẻ bảo hiểm y tế", row("Ủy ban nhân dân xã Khoen On", "responsible"), HEALTH),
        ("kiểm tra khám chữa bệnh", HEALTH, INSURANCE),
        ("xã, phường phải kiểm tra những gì", row("Ủy ban nhân dân các xã, phường", "responsible"), HEALTH),
    ],
)
def test_what_an_owner_is_worth(question: str, better: Json, worse: Json) -> None:
    asked = read_question(question)
    assert worth(better, asked, answers=False) > worth(worse, asked, answers=False)


def test_who_takes_part_is_worth_as_much_where_that_is_asked() -> None:
    assert worth(INSURANCE, read_question("ai phối hợp đấu thầu thuốc"), answers=False) == 0.97
    assert worth(INSURANCE, read_question("ai đấu thầu thuốc"), answers=False) == 0.7


def test_who_guides_others_comes_after_who_does_it() -> None:
    does = row("Sở Tài chính", "responsible", task="lập dự toán kinh phí")
    guides = row("Bộ Nội vụ", "responsible", task="hướng dẫn các địa phương lập dự toán kinh phí")
    asked, for_guidance = read_question("lập dự toán kinh phí"), read_question("ai hướng dẫn lập dự toán")
    assert worth(does, asked, answers=False) > worth(guides, asked, answers=False)
    assert worth(does, for_guidance, answers=False) == worth(guides, for_guidance, answers=False)


@pytest.mark.parametrize("question", ["Sở Y tế phải làm gì", "so y te co trach nhiem dau thau thuoc"])
def test_a_question_that_opens_with_a_name_asks_for_its_duties(question: str) -> None:
    assert is_named(HEALTH, read_question(question))
    assert not is_named(HEALTH, read_question(f"báo cáo cho {question}"))


def test_the_name_of_who_is_asked_about_is_no_word_of_its_duties() -> None:
    asked = about_subject(read_question("Sở Y tế phải làm gì về đấu thầu thuốc"), [HEALTH, INSURANCE])
    assert asked.terms == ("dau", "thau", "thuoc")
    assert asked.phrases == ("dau thau", "thau thuoc")
    written_out = (("bhxh", "bao hiem xa hoi"),)
    short = read_question("BHXH Thành phố phải làm gì về đấu thầu thuốc", written_out)
    assert about_subject(short, [HEALTH, INSURANCE], written_out).terms == ("dau", "thau", "thuoc")
    kept = read_question("y tế cơ sở đấu thầu thuốc")
    assert about_subject(kept, [HEALTH, INSURANCE]) == kept


def test_what_the_section_is_about_counts_a_little() -> None:
    weights = Weights({"phan": 1.0, "bo": 1.0, "nghe": 2.0, "nhin": 2.0})
    terms = ("phan", "bo", "nghe", "nhin")
    plain = score(Words("phan bo kinh phi"), terms, (), weights)
    beside = score(Words("phan bo kinh phi", "", "phuong tien nghe nhin"), terms, (), weights)
    own = score(Words("phan bo nghe nhin"), terms, (), weights)
    assert plain < beside < own
