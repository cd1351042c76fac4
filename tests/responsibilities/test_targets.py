"""Targets: quantified aims by section or by their own words, and what is none."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.findings import Target
from extractors.header import extract_headers
from extractors.targets import extract_targets
from extractors.targets_quantities import number, quantities
from extractors.vocabulary import table
from tests.responsibilities.test_duties import document

AIMS = "II. MỤC TIÊU\n2. Mục tiêu cụ thể\na) Đến năm 2025:\n- "


def targets(body: str) -> tuple[Target, ...]:
    read = document(body)
    return extract_targets(read, extract_headers(read).findings).findings


def said(target: Target) -> tuple[Any, ...]:
    high = () if target.value_max is None else (target.value_max,)
    return (target.comparator, target.value, *high, target.unit, target.by)


SENTENCES: list[tuple[str, list[tuple[Any, ...]]]] = [
    ("Tỷ lệ che phủ rừng đạt 54%; 96% chất thải rắn sinh hoạt đô thị được thu gom.",
     [("=", 54.0, "%", "2025"), ("=", 96.0, "%", "2025")]),
    ("75,5% số xã, phường, thị trấn được thu gom, xử lý rác thải.", [("=", 75.5, "%", "2025")]),
    ("Trên 70% đô thị cấp III, IV, V có hệ thống thu gom và xử lý nước thải.", [(">", 70.0, "%", "2025")]),
    ("Giảm ít nhất 15% cường độ phát thải so với năm 2014.", [(">=", 15.0, "%", "2025")]),
    ("Tỷ lệ hộ nghèo còn dưới 3%.", [("<", 3.0, "%", "2025")]),
    ("Tỷ lệ thất thoát nước không quá 10%.", [("<=", 10.0, "%", "2025")]),
    ("Tiết kiệm năng lượng khoảng 6% tổng tiêu thụ năng lượng.", [("~", 6.0, "%", "2025")]),
    ("Tỷ lệ lao động qua đào tạo đạt từ 65% trở lên.", [(">=", 65.0, "%", "2025")]),
    ("Giá trị sản phẩm tạo ra từ công nghệ xanh chiếm 42% đến 45% GDP.", [("=", 42.0, 45.0, "%", "2025")]),
    ("Phấn đấu 100% khu du lịch không sử dụng túi ni lông.", [("=", 100.0, "%", "2025")]),
    ("Giữ ổn định 32 nghìn ha đất trồng lúa.", [("=", 32.0, "nghìn ha", "2025")]),
    ("Tổng diện tích rừng đặc dụng 41.275 ha.", [("=", 41275.0, "ha", "2025")]),
    ("Thu nhập bình quân đạt 75,5 triệu đồng/người/năm.", [("=", 75.5, "triệu đồng/người/năm", "2025")]),
    ("Hướng tới phát thải ròng về “0” vào năm 2050.", [("=", 0.0, "", "2050")]),
    ("Mỗi năm đưa vào ứng dụng từ 10 đến 15 đề tài, dự án.", [("=", 10.0, 15.0, "đề tài, dự án/năm", None)]),
    # numbers that measure no aim
    ("Phủ sóng mạng 5G tại các khu công nghiệp theo Quyết định số 749/QĐ-TTg ngày 03/6/2020.", []),
    ("Hiện nay, tỷ lệ che phủ rừng là 52%.", []),
    ("Kinh phí thực hiện là 5 tỷ đồng.", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES, ids=lambda value: str(value)[:40])
def test_a_sentence_under_aims(sentence: str, expected: list[tuple[Any, ...]]) -> None:
    assert [said(target) for target in targets(AIMS + sentence + "\n")] == expected


PLACES: list[tuple[str, list[tuple[Any, ...]]]] = [
    # the year of the heading, of the sentence, of a period
    ("II. MỤC TIÊU\n2. Mục tiêu cụ thể giai đoạn 2021-2030\n- Tỷ lệ đô thị hóa đạt 40%.\n", [("=", 40.0, "%", "2030")]),
    ("II. MỤC TIÊU\nb) Đến năm 2030: Tỷ lệ đô thị hóa đạt 40%. Tỷ lệ che phủ rừng đạt 56%.\n",
     [("=", 40.0, "%", "2030"), ("=", 56.0, "%", "2030")]),
    # an aim by its own words, outside the aims
    ("III. NHIỆM VỤ\n1. Phấn đấu đến năm 2030 đạt 95% dân số được dùng nước sạch.\n", [("=", 95.0, "%", "2030")]),
    # the words of the present stand before the aim
    ("I. MỤC ĐÍCH\n- Phục vụ khu công nghiệp đã đi vào hoạt động, mục tiêu phủ sóng 5G đến năm 2030 đạt 100%.\n",
     [("=", 100.0, "%", "2030")]),
    # statistics, spending, ordinary text
    ("II. NỘI DUNG\n1. Hiện trạng\nTổng số trạm BTS là 87 trạm, trong đó có 28 trạm 5G (chiếm 32,2%).\n", []),
    ("III. KINH PHÍ\n1. Ngân sách tỉnh hỗ trợ 30% chi phí.\n", []),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), PLACES, ids=lambda value: str(value)[:40])
def test_where_it_stands(body: str, expected: list[tuple[Any, ...]]) -> None:
    assert [said(target) for target in targets(body)] == expected


def test_a_figure_in_brackets_has_a_scope() -> None:
    found = targets(AIMS + "Đầu tư mới trạm 5G: 35 trạm (Trong đó: MobiFone: 09 trạm, Viettel: 26 trạm).\n")
    assert [(t.value, t.scope) for t in found] == [(35.0, None), (9.0, "MobiFone"), (26.0, "Viettel")]


INDICATORS = [
    ("Tỷ lệ che phủ rừng đạt 54%.", "Tỷ lệ che phủ rừng"),
    ("Nâng độ che phủ rừng lên trên 50%.", "độ che phủ rừng"),
    ("96% chất thải rắn được thu gom.", "chất thải rắn được thu gom"),
    ("Giảm 5% mức tiêu hao nhiên liệu.", "mức tiêu hao nhiên liệu (giảm)"),
]


@pytest.mark.parametrize(("sentence", "indicator"), INDICATORS)
def test_what_is_measured(sentence: str, indicator: str) -> None:
    assert [target.indicator for target in targets(AIMS + sentence + "\n")] == [indicator]


NUMBERS = [("1.234,5", 1234.5), ("75,5", 75.5), ("02", 2.0), ("41.275", 41275.0), ("99,74", 99.74), ("1.5", 1.5)]


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_vietnamese_numbers(text: str, value: float) -> None:
    assert number(text) == value


@given(st.integers(0, 10**9), st.integers(0, 99))
def test_every_written_number_is_read(whole: int, cents: int) -> None:
    written = f"{whole:,}".replace(",", ".") + f",{cents:02d}"
    assert number(written) == pytest.approx(whole + cents / 100)


@pytest.mark.parametrize("row", table("units"), ids=lambda row: row["unit"])
def test_every_unit_is_found_in_its_example(row: dict[str, str]) -> None:
    found = list(quantities(row["example"], 0, len(row["example"])))
    assert found
    assert found[0].unit.startswith(row["unit"][0] if row["unit"].startswith("%") else row["unit"])


@given(st.text(max_size=80))
def test_quantities_lie_in_the_text(text: str) -> None:
    for found in quantities(text, 0, len(text)):
        assert 0 <= found.start <= found.number < found.end <= len(text)
