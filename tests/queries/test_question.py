"""Questions as the search reads them."""

from __future__ import annotations

import pytest

from extractors.abbreviations import common_abbreviations, find_abbreviations
from extractors.fold import norm
from extractors.vocabulary import table
from queries.question import expand, read_question

OWN = (("ktth", "kinh te tuan hoan"),)


@pytest.mark.parametrize(
    ("question", "terms", "role"),
    [
        ("tuyên truyền kinh tế tuần hoàn", "tuyen truyen kinh te tuan hoan", None),
        ("Sở nào chủ trì tuyên truyền về KTTH?", "tuyen truyen kinh te tuan hoan", "lead"),
        ("so nao chu tri tuyen truyen KTTH", "tuyen truyen kinh te tuan hoan", "lead"),
        ("cơ quan nào có trách nhiệm báo cáo?", "bao cao", None),
        ("ai phối hợp bảo vệ môi trường", "bao ve moi truong", "coordinate"),
        ("ứng dụng CNTT đến bao giờ", "ung dung cong nghe thong tin", None),
        ("đầu tư công", "dau tu cong", None),
        ("thu hút đầu tư từ nước ngoài", "thu hut dau tu nuoc ngoai", None),
        ("phát triển KT-XH", "phat trien kinh te xa hoi", None),
        ("phòng, chống thiên tai", "phong chong thien tai", None),
        ("ai?", "ai", None),
        ("?!", "", None),
    ],
)
def test_what_is_searched_for(question: str, terms: str, role: str | None) -> None:
    asked = read_question(question, (*OWN, *common_abbreviations()))
    assert " ".join(asked.terms) == terms
    assert asked.role == role


@pytest.mark.parametrize(
    ("question", "role"),
    [
        ("ai phối hợp kiểm tra cửa hàng xăng dầu", "coordinate"),
        ("quy chế phối hợp tìm kiếm cứu nạn", None),
        ("công tác phối hợp liên ngành", None),
    ],
)
def test_what_is_called_so_is_not_a_role(question: str, role: str | None) -> None:
    assert read_question(question).role == role


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("vật liệu cho cao tốc Ninh Bình - Hải Phòng", ()),
        ("vật liệu cho cao tốc Ninh Bình-Hải Phòng", ()),
        ("tuyến Ninh Bình – Hải Phòng – Hà Nội", ()),
        ("cảng ở Bà Rịa - Vũng Tàu", ("Bà Rịa - Vũng Tàu",)),
        ("liên kết Ninh Bình, Hải Phòng", ("Ninh Bình", "Hải Phòng")),
        ("đường Ninh Bình - Hải Phòng ở Hưng Yên", ("Hưng Yên",)),
        ("tỉnh nào hỗ trợ Hưng Yên vật liệu xây dựng", ()),
        ("xã nào ở tỉnh Hưng Yên", ("Hưng Yên",)),
    ],
)
def test_places_where_the_answer_is(question: str, places: tuple[str, ...]) -> None:
    assert read_question(question).places == places


def test_phrases_do_not_cross_what_is_left_out() -> None:
    assert read_question("tuyên truyền về chuyển đổi số").phrases == ("tuyen truyen", "chuyen doi", "doi so")


def test_segmented_phrases_take_the_place_of_neighbours() -> None:
    asked = read_question("tuyên truyền kinh tế tuần hoàn", segment=lambda _: ["tuyên truyền", "kinh tế", "tuần hoàn"])
    assert asked.phrases == ("tuyen truyen", "kinh te", "tuan hoan")


def test_abbreviations_are_written_out_in_a_text() -> None:
    assert expand("phat trien ktth o dia phuong", OWN) == "phat trien kinh te tuan hoan o dia phuong"
    assert expand("khong co gi", OWN) == "khong co gi"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("phát triển kinh tế tuần hoàn (KTTH) tại Việt Nam", [("KTTH", "kinh tế tuần hoàn")]),
        ("cơ sở dữ liệu (sau đây viết tắt là CSDL)", [("CSDL", "cơ sở dữ liệu")]),
        ("phòng cháy và chữa cháy (PCCC)", [("PCCC", "phòng cháy và chữa cháy")]),
        ("Sở Kế hoạch và Đầu tư (Sở KHĐT)", []),
        ("khoa học và công nghệ (KH&CN)", [("KH&CN", "khoa học và công nghệ")]),
        ("Thủ tướng Chính phủ (gọi tắt là Quyết định số 687/QĐ-TTg)", []),
        ("ủy ban (UBND)", []),
        ("tổng sản phẩm trên địa bàn (GRDP)", []),
        ("(KTTH)", []),
    ],
)
def test_abbreviations_that_a_text_defines(text: str, found: list[tuple[str, str]]) -> None:
    assert list(find_abbreviations(text)) == found


def test_every_row_of_the_table_stands_in_its_example() -> None:
    for row in table("abbreviations"):
        assert f" {norm(row['short'])} " in f" {norm(row['example'])} ", row
        assert row["short"].replace("-", "").replace("&", "").isalpha(), row
