"""Duties: real lines and the duties that they lay down (duties.yaml), evidence, tables and vocabularies."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.citations import extract_citations
from extractors.document import Document
from extractors.findings import Responsibility
from extractors.header import extract_headers
from extractors.responsibilities import extract_responsibilities
from extractors.responsibilities.columns import column_kind
from extractors.responsibilities.sentences import sentences
from extractors.responsibilities.verbs import opens_with_verb
from extractors.vocabulary import table
from pipeline.read import read_bytes

HEAD = """ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU
-------
Số: 2443/KH-UBND
Lai Châu, ngày 29 tháng 5 năm 2025

KẾ HOẠCH
Triển khai thực hiện nhiệm vụ trọng tâm

Thực hiện Nghị quyết số 122/NQ-CP ngày 08/5/2025 của Chính phủ;

"""
CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "duties.yaml").read_text("utf-8"))
ROLES = ("lead", "coordinate", "responsible", "receive")


def document(body: str, head: str = HEAD) -> Document:
    return read_bytes((head + body).encode(), "plan.txt")


def _extract(read: Document) -> tuple[Responsibility, ...]:
    headers = extract_headers(read).findings
    return extract_responsibilities(read, headers, extract_citations(read, headers).findings).findings


def duties(body: str, head: str = HEAD) -> tuple[Responsibility, ...]:
    read = document(body, head)
    return _extract(read)


def said(duty: Responsibility) -> dict[str, Any]:
    roles = {role: [a.agency for a in duty.actors if a.role == role] for role in ROLES}
    return {k: v for k, v in roles.items() if v} | ({"deadline": duty.deadline.text} if duty.deadline else {})


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_duties_of_real_lines(case: dict[str, Any]) -> None:
    found = duties(case["text"])
    expected = [{k: v for k, v in duty.items() if k != "starts"} for duty in case["duties"]]
    assert [said(duty) for duty in found] == expected
    for duty, wanted in zip(found, case["duties"], strict=True):
        assert duty.quote.startswith(wanted["starts"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_evidence_is_the_text_at_the_span(case: dict[str, Any]) -> None:
    read = document(case["text"])
    for duty in _extract(read):
        assert read.quote(duty.span) == duty.quote
        if duty.deadline:
            assert read.quote(duty.deadline.span) == duty.deadline.text


def test_the_task_is_the_duty_without_agencies_and_role_words() -> None:
    body = (
        "IV. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế chủ trì, phối hợp với Sở Tài chính, Sở Nội vụ xây dựng kế hoạch hành động.\n"
    )
    duty = duties(body)[0]
    assert duty.task == "xây dựng kế hoạch hành động"
    assert duty.product == "kế hoạch hành động"


DECISION = """ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU
-------
Số: 1498/QĐ-UBND
Lai Châu, ngày 30 tháng 11 năm 2012

QUYẾT ĐỊNH
Về việc ban hành Kế hoạch hành động

Căn cứ Luật Tổ chức HĐND và UBND ngày 26 tháng 11 năm 2003;

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch hành động.
"""


def test_the_last_article_of_a_decision() -> None:
    body = (
        "Điều 2. Chánh Văn phòng UBND tỉnh, Giám đốc Sở Tài chính, Chủ tịch UBND các huyện, thị xã "
        "chịu trách nhiệm thi hành Quyết định này./.\n"
    )
    found = duties(body, DECISION)
    assert len(found) == 1
    assert [actor.role for actor in found[0].actors] == ["responsible"] * 3
    assert found[0].actors[1].agency == "Sở Tài chính tỉnh Lai Châu"


def test_effect_and_duty_in_one_sentence() -> None:
    body = (
        "Điều 2. Quyết định này có hiệu lực thi hành từ ngày ký, Chánh Văn phòng UBND tỉnh; Giám đốc các Sở: "
        "Kế hoạch và Đầu tư, Tài chính; Giám đốc Kho bạc Nhà nước tỉnh và Thủ trưởng các cơ quan có liên quan "
        "chịu trách nhiệm thi hành Quyết định này./.\n"
    )
    found = duties(body, DECISION)
    assert len(found) == 1
    assert [actor.agency.removesuffix(" tỉnh Lai Châu") for actor in found[0].actors] == [
        "Văn phòng Ủy ban nhân dân",
        "Sở Kế hoạch và Đầu tư",
        "Sở Tài chính",
        "Kho bạc Nhà nước",
        "các cơ quan có liên quan",
    ]
    assert found[0].quote.startswith("Quyết định này có hiệu lực")


TABLE = """
PHỤ LỤC
DANH MỤC NHIỆM VỤ
(Kèm theo Kế hoạch số 2443/KH-UBND ngày 29 tháng 5 năm 2025 của UBND tỉnh)
|
TT
|
Nội dung thực hiện
|
Cơ quan chủ trì
|
Cơ quan phối hợp
|
Thời gian hoàn thành
|
Sản phẩm dự kiến
|
|
I
|
XÂY DỰNG THỂ CHẾ
|
|
1
|
Tổ chức lại Ban Chỉ huy cấp tỉnh, báo cáo UBND tỉnh
|
Sở Nội vụ; Sở Tài chính
|
các sở, ban, ngành
|
Trước ngày 30/11/2025
|
Quyết định của Chủ tịch UBND tỉnh
|
|
2
|
Triển khai một số nội dung chi đặc thù
|
Sở Tài chính
|
Sở Y tế
|
Thường xuyên
|
|
"""


def test_a_task_table() -> None:
    found = [duty for duty in duties("I. NỘI DUNG\n1. Chi tiết tại Phụ lục.\n" + TABLE) if duty.origin == "table"]
    assert [said(duty) for duty in found] == [
        {
            "lead": ["Sở Nội vụ tỉnh Lai Châu", "Sở Tài chính tỉnh Lai Châu"],
            "coordinate": ["các sở, ban, ngành"],
            "receive": ["Ủy ban nhân dân tỉnh Lai Châu"],
            "deadline": "Trước ngày 30/11/2025",
        },
        {"lead": ["Sở Tài chính tỉnh Lai Châu"], "coordinate": ["Sở Y tế tỉnh Lai Châu"], "deadline": "Thường xuyên"},
    ]
    assert found[0].product == "Quyết định của Chủ tịch UBND tỉnh"
    assert found[0].quote.startswith("Tổ chức lại Ban Chỉ huy")


@pytest.mark.parametrize("row", table("duty_columns"), ids=lambda row: row["phrase"])
def test_every_column_phrase_reads_its_example(row: dict[str, str]) -> None:
    assert column_kind(row["example"]) == row["kind"]


@pytest.mark.parametrize("row", table("duty_verbs"), ids=lambda row: row["verb"])
def test_every_verb_opens_its_example(row: dict[str, str]) -> None:
    assert row["example"].lower().startswith(row["verb"])
    assert opens_with_verb(row["example"], 0, len(row["example"]))


SENTENCES = [
    ("Rà soát kế hoạch. Xây dựng dự toán.", ["Rà soát kế hoạch.", "Xây dựng dự toán."]),
    ("Báo cáo UBND TP. Hồ Chí Minh theo quy định.", ["Báo cáo UBND TP. Hồ Chí Minh theo quy định."]),
    ("như MobiFone, FPT Telecom... và doanh nghiệp.", ["như MobiFone, FPT Telecom... và doanh nghiệp."]),
    ("quản lý. vận hành và sản xuất", ["quản lý. vận hành và sản xuất"]),
    ("trong thực tiễn . Đẩy mạnh công tác", ["trong thực tiễn .", "Đẩy mạnh công tác"]),
    ("mục 3 của “Phần C. TRÌNH TỰ” kèm theo. Rà soát.", ["mục 3 của “Phần C. TRÌNH TỰ” kèm theo.", "Rà soát."]),
    ("dịch vụ kỹ thuật... đảm bảo đúng quy định.", ["dịch vụ kỹ thuật... đảm bảo đúng quy định."]),
    ("đạt 75,5%. Đến năm 2030 đạt 1.234,5 ha./.", ["đạt 75,5%.", "Đến năm 2030 đạt 1.234,5 ha./."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in sentences(text, 0, len(text))] == expected


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([line for case in CASES for line in case["text"].splitlines()]), max_size=8))
def test_any_order_of_lines_keeps_evidence(lines: list[str]) -> None:
    read = document("\n".join(lines) + "\n")
    for duty in _extract(read):
        assert read.quote(duty.span) == duty.quote
        assert any(actor.role != "receive" for actor in duty.actors)


CIRCULAR = """BỘ TÀI CHÍNH
-------
Số: 12/2025/TT-BTC
Hà Nội, ngày 29 tháng 5 năm 2025

THÔNG TƯ
Quy định về kiểm tra hồ sơ

Căn cứ Luật Hải quan ngày 23 tháng 6 năm 2014;
Bộ trưởng Bộ Tài chính ban hành Thông tư quy định về kiểm tra hồ sơ.

"""
STEPS = [
    ("Trường hợp hồ sơ không hợp lệ, Cục Hải quan thông báo cho người nộp hồ sơ.", 0),
    ("Trong thời hạn 05 ngày làm việc kể từ ngày nhận hồ sơ, Cục Hải quan kiểm tra, xử lý hồ sơ.", 0),
    ("Trong thời hạn 05 ngày làm việc kể từ ngày nhận hồ sơ, Cục Hải quan có trách nhiệm kiểm tra hồ sơ.", 1),
    ("Cục Hải quan hướng dẫn thi hành Thông tư này.", 1),
]


@pytest.mark.parametrize(("step", "expected"), STEPS)
def test_a_step_of_a_procedure_in_a_regulation_is_no_task(step: str, expected: int) -> None:
    assert len(duties(f"Điều 5. Kiểm tra hồ sơ\n1. {step}\n", CIRCULAR)) == expected
