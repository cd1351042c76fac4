"""Targets: quantified aims by section or by their own words, and what is none."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.findings import Target
from extractors.header import extract_headers
from extractors.targets import extract_targets
from extractors.targets_quantities import number, quantities
from extractors.vocabulary import table
from pipeline.read import read_bytes
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
    ("Tốc độ tăng trưởng GRDP giai đoạn 2026-2030 đạt từ 10-10,5%/năm.", [("=", 10.0, 10.5, "%/năm", "2030")]),
    ("Kim ngạch xuất khẩu đạt trên 1,2 tỷ USD, tăng 15% so với năm 2024.",
     [(">", 1.2, "tỷ USD", "2025"), ("=", 15.0, "%", "2025")]),
    ("Giá trị sản xuất công nghiệp (giá so sánh 2010) đạt 12.345,6 tỷ đồng.", [("=", 12345.6, "tỷ đồng", "2025")]),
    ("Quy mô GRDP theo giá hiện hành đạt 660.085 tỷ đồng.", [("=", 660085.0, "tỷ đồng", "2025")]),
    ("Tổng vốn đầu tư toàn xã hội 5 năm 2021 - 2025 đạt khoảng 250 nghìn tỷ đồng.",
     [("~", 250.0, "nghìn tỷ đồng", "2025")]),
    ("Đạt 12 bác sĩ/vạn dân, 250 sinh viên/vạn dân.",
     [("=", 12.0, "bác sĩ/vạn dân", "2025"), ("=", 250.0, "sinh viên/vạn dân", "2025")]),
    ("Trồng mới bình quân 1.000 ha rừng/năm.", [("=", 1000.0, "ha/năm", "2025")]),
    ("Kết nạp mới từ 3 - 4% đảng viên/năm.", [("=", 3.0, 4.0, "%/năm", "2025")]),
    ("Thành lập mới ít nhất 20 hợp tác xã, 01 liên hiệp hợp tác xã.",
     [(">=", 20.0, "hợp tác xã", "2025"), ("=", 1.0, "liên hiệp hợp tác xã", "2025")]),
    # indexes and what grows so many times have no unit of measure
    ("Chỉ số phát triển con người (HDI) đạt trên 0,75.", [(">", 0.75, "", "2025")]),
    ("Hệ số GINI dưới 0,39.", [("<", 0.39, "", "2025")]),
    ("Thu nhập bình quân khu vực nông thôn tăng gấp 1,5 lần so với năm 2020.", [("=", 1.5, "lần", "2025")]),
    ("Thu nhập bình quân khu vực nông thôn tăng gấp ít nhất 2 lần so với năm 2020.", [(">=", 2.0, "lần", "2025")]),
    ("Chỉ số phát triển con người (HDI) đạt khoảng 0,75.", [("~", 0.75, "", "2025")]),
    # how many there are, what is or was, none of which is aimed at
    ("Giảm tai nạn giao thông từ 5% đến 10% trên cả 3 tiêu chí.", [("=", 5.0, 10.0, "%", "2025")]),
    ("Hiện nay có 10 xã đạt chuẩn; phấn đấu đến năm 2027 có thêm 05 xã.", [("=", 5.0, "xã", "2027")]),
    ("Tỷ lệ hộ nghèo còn dưới 2% (năm 2020 là 5%).", [("<", 2.0, "%", "2025")]),
    ("Số giường bệnh/10.000 dân đạt 35 giường.", [("=", 35.0, "giường", "2025")]),
    ("Đạt 10 bác sĩ/10.000 dân.", [("=", 10.0, "bác sĩ/10.000 dân", "2025")]),
    ("Tỷ suất tử vong trẻ em dưới 5 tuổi giảm còn dưới 15‰.", [("<", 15.0, "‰", "2025")]),
    ("Tuổi thọ trung bình đạt 75 tuổi.", [("=", 75.0, "tuổi", "2025")]),
    ("≥ 80% hộ gia đình có đường truyền cáp quang; tỷ lệ tăng dân số ≤ 1,2%.",
     [(">=", 80.0, "%", "2025"), ("<=", 1.2, "%", "2025")]),
    ("Hoàn thành vượt mức 100% kế hoạch.", [(">", 100.0, "%", "2025")]),
    ("Thu hút 5 triệu lượt khách du lịch, trong đó khách quốc tế đạt 500 nghìn lượt.",
     [("=", 5.0, "triệu lượt khách", "2025"), ("=", 500.0, "nghìn lượt", "2025")]),
    ("Đến năm 2025 đạt 50%, đến năm 2030 đạt 80% dân số trưởng thành có tài khoản.",
     [("=", 50.0, "%", "2025"), ("=", 80.0, "%", "2030")]),
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
    # a lead-in without a number heads its list, as far as the list goes
    ("Phấn đấu đến năm 2030 đạt các chỉ tiêu:\n- Đô thị hóa đạt 50%.\n+ Rừng 100 ha.\nII. VIỆC\n- Mời 100% cán bộ.\n",
     [("=", 50.0, "%", "2030"), ("=", 100.0, "ha", "2030")]),
    ("II. NỘI DUNG\nĐể đạt mục tiêu trên, tập trung các nhiệm vụ sau:\n- Tuyên truyền cho 100% cán bộ.\n", []),
    # what is done for aims is headed by them in name only
    ("III. NHIỆM VỤ, GIẢI PHÁP THỰC HIỆN MỤC TIÊU\n1. Hỗ trợ 50% chi phí cho hộ nghèo.\n", []),
    ("I. CHỦ TRƯƠNG\n1. Đồng ý sáp nhập đơn vị bảo đảm cả nước giảm khoảng 60 - 70% số lượng đơn vị so với hiện nay.\n",
     [("~", 60.0, 70.0, "%", None)]),
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
    ("Thu nhập khu vực nông thôn tăng gấp ít nhất 2 lần so với năm 2020.", "Thu nhập khu vực nông thôn"),
    ("Cắt giảm 30% thời gian giải quyết.", "thời gian giải quyết (giảm)"),
    ("Hoàn thành nâng cấp 350 km đường tỉnh.", "nâng cấp đường tỉnh"),
    ("Các sở tập trung thực hiện, phấn đấu tăng trưởng GRDP đạt 10%.", "tăng trưởng GRDP"),
    ("Giảm 5% mức tiêu hao nhiên liệu.", "mức tiêu hao nhiên liệu (giảm)"),
    ("Kéo giảm ít nhất 5% số vụ phạm tội.", "số vụ phạm tội (giảm)"),
    # what is reached is no decrease
    ("Tỷ lệ hộ nghèo giảm còn 5%.", "Tỷ lệ hộ nghèo"),
    ("Giảm tổn thất điện năng xuống dưới 6%.", "tổn thất điện năng"),
    ("Tỷ suất tử vong trẻ em dưới 5 tuổi giảm còn dưới 15‰.", "Tỷ suất tử vong trẻ em dưới 5 tuổi"),
    # what is counted belongs to the measure
    ("Có ít nhất 05 sản phẩm OCOP đạt 5 sao.", "sản phẩm OCOP đạt 5 sao"),
    ("Trồng 5 triệu cây xanh.", "Trồng cây xanh"),
    ("Tỷ lệ chất thải được thu gom, xử lý đạt 98% chất thải phát sinh.", "Tỷ lệ chất thải được thu gom, xử lý"),
    ("Tỷ lệ trường trung học cơ sở 70%.", "Tỷ lệ trường trung học cơ sở"),
]


@pytest.mark.parametrize(("sentence", "indicator"), INDICATORS)
def test_what_is_measured(sentence: str, indicator: str) -> None:
    assert [target.indicator for target in targets(AIMS + sentence + "\n")] == [indicator]


SHARED = [
    ("Tỷ lệ trường đạt chuẩn quốc gia: mầm non 65%, tiểu học 75%.",
     ["Tỷ lệ trường đạt chuẩn quốc gia: mầm non", "Tỷ lệ trường đạt chuẩn quốc gia: tiểu học"]),
    ("Kim ngạch xuất khẩu đạt trên 1,2 tỷ USD, tăng 15% so với năm 2024.",
     ["Kim ngạch xuất khẩu", "Kim ngạch xuất khẩu so với năm 2024"]),
    ("Tỷ lệ chất thải rắn được thu gom đạt 98% ở đô thị và 80% ở nông thôn.",
     ["Tỷ lệ chất thải rắn được thu gom", "Tỷ lệ chất thải rắn được thu gom ở nông thôn"]),
    ("Đến năm 2025 đạt 50%, đến năm 2030 đạt 80% dân số có tài khoản.", ["dân số có tài khoản"] * 2),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "indicators"), SHARED)
def test_what_a_list_shares(sentence: str, indicators: list[str]) -> None:
    assert [target.indicator for target in targets(AIMS + sentence + "\n")] == indicators


LETTERS = [
    # a letter sets an aim by its own words alone
    ("1. Huy động nguồn lực, quyết tâm hoàn thành vượt mức 100% kế hoạch năm 2025.\n", [(">", 100.0, "%", "2025")]),
    ("1. Mục tiêu: tỷ lệ tính hưởng lương hưu là 2% cho mỗi năm nghỉ hưu trước tuổi.\n", []),
]


@pytest.mark.parametrize(("body", "expected"), LETTERS)
def test_a_letter(body: str, expected: list[tuple[Any, ...]]) -> None:
    read = document(body)
    headers = tuple(replace(header, type="CV") for header in extract_headers(read).findings)
    assert [said(target) for target in extract_targets(read, headers).findings] == expected


TABLE_HEAD = """ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU
Số: 1288/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lai Châu, ngày 29 tháng 5 năm 2025
KẾ HOẠCH
Phát triển kinh tế - xã hội

"""
TABLES: list[tuple[list[str], list[tuple[Any, ...]]]] = [
    # years as columns; what was done is no aim
    (["TT | Chỉ tiêu | Đơn vị tính | Thực hiện 2024 | Năm 2025 | Năm 2026 | Đến năm 2030",
      "1 | Thu nhập bình quân | triệu đồng/người | 52,5 | 60 | 65 | 1.234,5",
      "2 | Tỷ lệ hộ nghèo | % | 18 | < 15 | 10 - 12 | ≤ 5"],
     [("Thu nhập bình quân", "=", 60.0, "triệu đồng/người", "2025"),
      ("Thu nhập bình quân", "=", 65.0, "triệu đồng/người", "2026"),
      ("Thu nhập bình quân", "=", 1234.5, "triệu đồng/người", "2030"),
      ("Tỷ lệ hộ nghèo", "<", 15.0, "%", "2025"),
      ("Tỷ lệ hộ nghèo", "=", 10.0, 12.0, "%", "2026"),
      ("Tỷ lệ hộ nghèo", "<=", 5.0, "%", "2030")]),
    # the unit stands in brackets, parts stand under their measure
    (["STT | Tên chỉ tiêu | Kế hoạch 2025 | Kế hoạch giai đoạn 2026-2030",
      "1 | Tỷ lệ dân số dùng nước sạch (%) | 90 | trên 95",
      "  | - Thành thị | 98 | 100"],
     [("Tỷ lệ dân số dùng nước sạch", "=", 90.0, "%", "2025"),
      ("Tỷ lệ dân số dùng nước sạch", ">", 95.0, "%", "2030"),
      ("Tỷ lệ dân số dùng nước sạch: Thành thị", "=", 98.0, "%", "2025"),
      ("Tỷ lệ dân số dùng nước sạch: Thành thị", "=", 100.0, "%", "2030")]),
    # statistics of years gone by, money
    (["TT | Chỉ tiêu | Đơn vị tính | Năm 2022 | Năm 2023", "1 | Dân số | nghìn người | 480 | 486"], []),
    (["TT | Nội dung | Năm 2025 | Năm 2026", "1 | Sửa chữa trụ sở | 500 | 600"], []),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), TABLES, ids=lambda value: str(value)[:40])
def test_a_table_of_aims(rows: list[str], expected: list[tuple[Any, ...]]) -> None:
    lines = [f"| {row} |" for row in rows]
    lines.insert(1, "|" + "---|" * len(rows[0].split(" | ")))
    read = read_bytes((TABLE_HEAD + "\n".join(lines) + "\n").encode(), "a.md")
    found = extract_targets(read, extract_headers(read).findings).findings
    assert [(target.indicator, *said(target)) for target in found] == expected
    assert all(str(int(target.value))[0] in read.quote(target.span) for target in found)


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


@pytest.mark.parametrize("words", ["tỷ lệ đạt 5%, ", "giảm 5% so với năm 2020 và ", "cơ cấu: a 5%; "])
def test_a_long_list_is_read_in_linear_time(words: str) -> None:
    start = time.process_time()
    assert targets(AIMS + words * (30_000 // len(words)) + "\n")
    assert time.process_time() - start < 8
