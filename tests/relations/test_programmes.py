"""Programmes named without a number: what is one, where its name ends, and whose it is."""

from __future__ import annotations

import pytest

from extractors.citations import extract_citations
from extractors.findings import Citation, Header, Jurisdiction
from pipeline.text import document_of

HERE = Jurisdiction("lai-chau", "Lai Châu", "tỉnh", "2022-07-18")


def programmes(text: str, title: str | None = None) -> list[Citation]:
    document = document_of(text)
    header = Header("SELF", None, "KH", None, "2022-07-18", title, document.parts[0].head, jurisdiction=HERE)
    found = extract_citations(document, (header,)).findings
    assert all(document.quote(c.span) == c.quote for c in found)
    return [c for c in found if c.kind == "programme"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "góp phần thực hiện Chiến lược quốc gia về tăng trưởng xanh giai đoạn 2021-2030, tầm nhìn 2050.",
            "Chiến lược quốc gia về tăng trưởng xanh giai đoạn 2021-2030, tầm nhìn 2050",
        ),
        (
            "thực hiện Chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2021-2025. Thực hiện tốt",
            "Chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2021-2025",
        ),
        (
            "thuộc Chương trình khuyến công tỉnh Lai Châu giai đoạn 2021-2025, đồng thời tranh thủ các nguồn lực",
            "Chương trình khuyến công tỉnh Lai Châu giai đoạn 2021-2025",
        ),
        (
            "Căn cứ Kế hoạch hành động đa dạng sinh học tỉnh Lai Châu đến 2015, định hướng 2020;",
            "Kế hoạch hành động đa dạng sinh học tỉnh Lai Châu đến 2015, định hướng 2020",
        ),
        (
            "rà soát, điều chỉnh quy hoạch sử dụng đất quốc gia thời kỳ 2021-2030, tầm nhìn đến năm 2050 và lập",
            "quy hoạch sử dụng đất quốc gia thời kỳ 2021-2030, tầm nhìn đến năm 2050",
        ),
        (
            "hướng dẫn giám sát, đánh giá thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững;",
            "Chương trình mục tiêu quốc gia giảm nghèo bền vững",
        ),
        (
            "- Thực hiện hiệu quả Kế hoạch hành động thực hiện Kết luận số 36-KL/TW ngày 23 tháng 6 năm 2022.",
            "Kế hoạch hành động thực hiện Kết luận số 36-KL/TW ngày 23 tháng 6 năm 2022",
        ),
    ],
)
def test_programme_is_named(text: str, name: str) -> None:
    assert [c.text for c in programmes(text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "xây dựng Chương trình hành động thực hiện Nghị quyết số 11-NQ/TW ngày 10/02/2022 của Bộ Chính trị.",
        "và lập Kế hoạch sử dụng đất quốc gia 5 năm 2026-2030.",
        "Xây dựng và thực hiện hiệu quả Đề án khắc phục ô nhiễm không khí tại các đô thị.",
        "Chương trình chuyển đổi số của Thành phố được triển khai.",
        "đưa nội dung Kế hoạch này vào kế hoạch phát triển kinh tế - xã hội hằng năm đến năm 2025.",
        "các Đề án, Nghị quyết chuyên đề của HĐND tỉnh, Kế hoạch của UBND tỉnh giai đoạn 2021-2025.",
        "tổ chức giám sát thực hiện Kế hoạch đúng tiến độ, bảo đảm chất lượng, thiết thực, hiệu quả và đồng bộ.",
        "Sở Kế hoạch và Đầu tư chủ trì, phối hợp với các sở, ban, ngành giai đoạn 2021-2025.",
        "Quyết định số 1658/QĐ-TTg ngày 01/10/2021 phê duyệt Chiến lược quốc gia về tăng trưởng xanh đến năm 2030.",
    ],
)
def test_no_programme(text: str) -> None:
    assert programmes(text) == []


def test_own_plan_is_no_citation() -> None:
    text = "Kinh phí thực hiện Kế hoạch quan trắc môi trường nuôi trồng thủy sản tỉnh Lai Châu giai đoạn 2021-2025."
    assert programmes(text, "Quan trắc môi trường nuôi trồng thủy sản tỉnh Lai Châu giai đoạn 2021-2025") == []


def test_title_named_alone_is_the_decision() -> None:
    text = (
        "Thực hiện Quyết định số 687/QĐ-TTg ngày 07/6/2022 của Thủ tướng Chính phủ về Phê duyệt Đề án phát triển "
        "kinh tế tuần hoàn ở Việt Nam.\nTRIỂN KHAI ĐỀ ÁN PHÁT TRIỂN KINH TẾ TUẦN HOÀN Ở VIỆT NAM TRÊN ĐỊA BÀN TỈNH"
    )
    (alone,) = programmes(text)
    assert alone.text == "ĐỀ ÁN PHÁT TRIỂN KINH TẾ TUẦN HOÀN Ở VIỆT NAM"
    assert alone.target.number == "687/QĐ-TTg"


def test_programme_under_its_decision_is_the_decision() -> None:
    text = (
        "Tiếp tục triển khai thực hiện hiệu quả Đề án Tái cơ cấu ngành nông nghiệp tỉnh Lai Châu đến năm 2020 "
        "và tầm nhìn đến năm 2030 theo Quyết định số 1406/QĐ-UBND ngày 30/10/2014 của UBND tỉnh."
    )
    assert [c.target.number for c in programmes(text)] == ["1406/QĐ-UBND"]


def test_two_prints_are_one_target() -> None:
    text = (
        "Căn cứ Chiến lược BVMT quốc gia đến 2020, tầm nhìn 2030;\n"
        "- Chiến lược bảo vệ môi trường quốc gia đến năm 2020, tầm nhìn đến năm 2030;"
    )
    first, second = programmes(text)
    assert first.target == second.target
    assert first.target.title == "Chiến lược bảo vệ môi trường quốc gia đến năm 2020, tầm nhìn đến năm 2030"
    assert first.target.id.startswith("vn:trung-uong:unknown:chien-luoc-bao-ve-moi-truong-quoc-gia")


def test_local_programme_is_the_provinces() -> None:
    (programme,) = programmes("thuộc Chương trình khuyến công tỉnh Lai Châu giai đoạn 2021-2025.")
    assert programme.target.id == "vn:lai-chau:unknown:chuong-trinh-khuyen-cong-tinh-lai-chau-giai-ddoan-2021-2025"
