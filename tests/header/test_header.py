"""Headers of every kind of paper (annotation rules, section 1; Nghị định 30/2020/NĐ-CP; Party papers)."""

from __future__ import annotations

import time

import pytest

from extractors.citations import extract_citations
from extractors.document import Document, Source
from extractors.findings import Header, Signer
from extractors.header import extract_headers
from extractors.vocabulary import table
from pipeline.structure.parts import find_parts


def _document(text: str) -> Document:
    return Document(text, Source("-", "0" * 64, "txt"), parts=find_parts(text))


def _header(text: str) -> Header:
    return extract_headers(_document(text)).findings[0]


def _codes(text: str) -> list[str]:
    return [n.code for n in extract_headers(_document(text)).notices]


MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
PLAN = f"""ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU
{MOTTO}Số: 2443/KH-UBND
Lai Châu, ngày 29 tháng 5 năm 2025
KẾ HOẠCH
TRIỂN KHAI THỰC HIỆN NGHỊ QUYẾT SỐ 122/NQ-CP CỦA CHÍNH PHỦ VỀ BIẾN ĐỔI KHÍ HẬU TRÊN ĐỊA BÀN TỈNH LAI CHÂU
Thực hiện Nghị quyết số 122/NQ-CP ngày 08/5/2025 của Chính phủ, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:
I. MỤC ĐÍCH
Nơi nhận:
- TT. Tỉnh ủy;
- Các sở, ban,
ngành tỉnh;
- Lưu: VT, TH.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Hà Trọng Hải
"""


def test_a_plan_of_a_province() -> None:
    header = _header(PLAN)
    assert (header.number, header.type, header.issued_on, header.place) == (
        "2443/KH-UBND",
        "KH",
        "2025-05-29",
        "Lai Châu",
    )
    assert (header.issuer, header.issuer_id) == ("Ủy ban nhân dân tỉnh Lai Châu", "agency:lai-chau:uy-ban-nhan-dan")
    assert header.title == (
        "Triển khai thực hiện Nghị quyết số 122/NQ-CP của Chính phủ về biến đổi khí hậu trên địa bàn tỉnh Lai Châu"
    )
    assert header.id == "vn:lai-chau:2025:2443-kh-ubnd"
    assert header.signers == (Signer("Hà Trọng Hải", "Phó Chủ tịch", "KT."),)
    assert header.recipients == ("TT. Tỉnh ủy", "Các sở, ban, ngành tỉnh", "Lưu: VT, TH")
    assert (header.jurisdiction.scope, header.jurisdiction.place, header.jurisdiction.kind) == (
        "lai-chau",
        "Lai Châu",
        "tỉnh",
    )


def _paper(issuer: str, number: str, date: str = "Hà Nội, ngày 01 tháng 12 năm 2025", rest: str = "") -> str:
    return f"{issuer}\n{MOTTO}{number}\n{date}\n{rest}"


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Số: 473/KH-UBND", "473/KH-UBND"),
        ("Số: 22      /2025/QĐ-UBND", "22/2025/QĐ-UBND"),
        ("Số:\n165/2025/QĐ-UBND", "165/2025/QĐ-UBND"),
        ("Luật số: 59/2020/QH14", "59/2020/QH14"),
        ("Nghị quyết số: 89/2025/UBTVQH15", "89/2025/UBTVQH15"),
        ("Số 60-NQ/TW", "60-NQ/TW"),
        ("Số: 4825 /QĐ-TCT", "4825/QĐ-TCT"),
        ("$6:4825 /QĐ-TCT", "4825/QĐ-TCT"),
        ("Số: 87/2006/QĐ-TTg", "87/2006/QĐ-TTg"),
    ],
)
def test_the_number_as_printed(line: str, number: str) -> None:
    assert _header(_paper("BỘ TÀI CHÍNH", line, rest="QUYẾT ĐỊNH\nVề việc thử\nCăn cứ Luật;")).number == number


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Số:      /KH-UBND", "number_blank"),
        ("Số: /2025/QĐ-UBND", "number_blank"),
        ("Số:", "number_blank"),
        ("Số:4JZ2/CT-TTHT", "number_unreadable"),
        ("", "number_missing"),
    ],
)
def test_a_number_that_is_not_printed_is_null_and_said(line: str, code: str) -> None:
    text = _paper(
        "ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU", line, "Lai Châu, ngày 29 tháng 5 năm 2025", "KẾ HOẠCH\nThực hiện X\nI. MỤC"
    )
    assert _header(text).number is None
    assert _codes(text) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "KẾ HOẠCH\nTriển khai thực hiện Quyết định số 687/QĐ-TTg ngày 7/6/2022\nUBND tỉnh Lai Châu ban hành:\nI. A",
        "Chính phủ ban hành Nghị định số 236/2025/NĐ-CP ngày 29/8/2025 quy định chi tiết.\nĐối tượng",
        "Kính gửi: Chủ tịch Ủy ban nhân dân các tỉnh.\nThực hiện Kết luận số 210-KL/TW ngày 12/11/2025, yêu cầu:",
    ],
)
def test_a_lost_header_never_borrows_a_cited_number(text: str) -> None:
    header = _header(text)
    assert header.number is None
    assert header.issued_on is None
    assert _codes(text) == ["number_missing"]


def test_a_lost_letterhead_leaves_the_promulgating_body() -> None:
    text = "KẾ HOẠCH\nX\nThực hiện Quyết định số 687/QĐ-TTg, Ủy ban nhân dân tỉnh Lai Châu ban hành:\nI. MỤC"
    header = _header(text)
    assert (header.issuer, header.jurisdiction.scope) == ("Ủy ban nhân dân tỉnh Lai Châu", "lai-chau")
    assert header.id.startswith("vn:lai-chau:unknown:untitled-")


def test_a_plan_without_its_decision_has_the_decisions_date() -> None:
    note = "(Ban hành kèm theo Quyết định số /QĐ-UBND ngày tháng năm 2020 của Ủy ban nhân dân tỉnh Lai Châu)"
    header = _header(
        f"KẾ HOẠCH HÀNH ĐỘNG\nThực hiện Chương trình quốc gia\n{note}\nThực hiện Quyết định, như sau:\nI. MỤC"
    )
    assert (header.number, header.issued_on, header.issuer) == (None, "2020", "Ủy ban nhân dân tỉnh Lai Châu")


@pytest.mark.parametrize(
    ("line", "issued_on"),
    [
        ("Hà Nội, ngày 01 tháng12 năm 2025", "2025-12-01"),
        ("Hà Nội ngày 01 tháng 12 năm 2025", "2025-12-01"),
        ("Hà Nội, ngày 2 3 tháng 08 năm 2022", "2022-08-23"),
        ("Hà Nội, ngày 12/11/2012", "2012-11-12"),
        ("Hà Nội, ngày tháng năm 2024", "2024"),
        ("Hà Nội, ngày tháng 5 năm 2024", "2024-05"),
    ],
)
def test_the_date_with_the_printed_precision(line: str, issued_on: str) -> None:
    header = _header(_paper("BỘ TÀI CHÍNH", "Số: 1/QĐ-BTC", line, "QUYẾT ĐỊNH\nVề việc thử\nCăn cứ Luật;"))
    assert (header.issued_on, header.place) == (issued_on, "Hà Nội")


@pytest.mark.parametrize(
    ("lines", "issuer", "scope"),
    [
        ("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HỒ CHÍ MINH", "Ủy ban nhân dân Thành phố Hồ Chí Minh", "ho-chi-minh"),
        ("BỘ LAO ĐỘNG - THƯƠNG\nBINH VÀ XÃ HỘI", "Bộ Lao động - Thương binh và Xã hội", "trung-uong"),
        ("BỘ VĂN HÓA,\nTHỂ THAO\nVÀ DU LỊCH", "Bộ Văn hóa, Thể thao và Du lịch", "trung-uong"),
        ("BỘ TÀI CHÍNH\nCỤC THUẾ", "Cục Thuế", "trung-uong"),
        ("TỔNG CỤC THUẾ\nCỤC THUẾ TỈNH THANH HÓA", "Cục Thuế tỉnh Thanh Hóa", "thanh-hoa"),
        ("UBND TỈNH LAI CHÂU\nSỞ TÀI CHÍNH", "Sở Tài chính tỉnh Lai Châu", "lai-chau"),
        ("BO TÀI CHÍNH\nTONG CỤC HAI QUAN", "Tổng cục Hải quan", "trung-uong"),
        ("TỔNG CỤC THUE\nCỤC THUE TP HÀ NỘI goss /CT-TTHT", "Cục Thuế thành phố Hà Nội", "ha-noi"),
        ("BAN CHẤP HÀNH TRUNG ƯƠNG\nBAN TUYÊN GIÁO VÀ DÂN VẬN\nĐẢNG CỘNG SẢN VIỆT NAM",
         "Ban Tuyên giáo và Dân vận Trung ương", "trung-uong"),
        ("TỈNH ỦY LAI CHÂU", "Tỉnh ủy Lai Châu", "lai-chau"),
        ("ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\nVĂN PHÒNG", "Văn phòng Ủy ban nhân dân tỉnh Lai Châu", "lai-chau"),
        ("TỈNH ỦY LAI CHÂU\nVĂN PHÒNG", "Văn phòng Tỉnh ủy Lai Châu", "lai-chau"),
        ("BỘ Y TẾ\nVĂN PHÒNG", "Văn phòng Bộ Y tế", "trung-uong"),
        ("BỘ TÀI CHÍNH - BỘ NỘI VỤ", "Bộ Tài chính; Bộ Nội vụ", "trung-uong"),
    ],
)  # fmt: skip
def test_the_issuer_in_full(lines: str, issuer: str, scope: str) -> None:
    header = _header(f"{lines}\n{MOTTO}Số: 1/QĐ-X\nQUYẾT ĐỊNH\nVề việc thử\nCăn cứ Luật;")
    assert (header.issuer, header.jurisdiction.scope) == (issuer, scope)


def test_a_letterhead_that_lost_its_second_line_has_the_place_of_issue() -> None:
    text = (
        f"ỦY BAN NHÂN DÂN\n{MOTTO}Số: 2443/KH-UBND\nLai Châu, ngày 29 tháng 5 năm 2025\nKẾ HOẠCH\nThực hiện X\nI. MỤC"
    )
    assert _header(text).issuer == "Ủy ban nhân dân tỉnh Lai Châu"


def test_number_and_date_on_one_line_beside_each_other() -> None:
    text = f"BỘ TÀI CHÍNH\n{MOTTO}Số: 116/2025/TT-BTC Hà Nội, ngày 15 tháng 12 năm 2025\nTHÔNG TƯ\nHướng dẫn\nCăn cứ;"
    header = _header(text)
    assert (header.number, header.place, header.issued_on) == ("116/2025/TT-BTC", "Hà Nội", "2025-12-15")


def test_a_letter_is_a_cong_van_and_its_subject_the_title() -> None:
    text = _paper(
        "BỘ TÀI CHÍNH\nCỤC THUẾ",
        "Số: 5253/CT-CS\nV/v chính sách tiền thuê đất",
        rest="Kính gửi: Thuế tỉnh Đắk Lắk.\nCục",
    )
    header = _header(text)
    assert (header.number, header.type, header.title) == ("5253/CT-CS", "CV", "Chính sách tiền thuê đất")
    assert header.issued_on == "2025-12-01"


@pytest.mark.parametrize(
    ("block", "signers"),
    [
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Tiến Dũng", [("Trần Tiến Dũng", "Chủ tịch", "TM.")]),
        ("KT.CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Văn Phước", [("Lê Văn Phước", "Phó Chủ tịch", "KT.")]),
        ("KT.\nCHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Đức Tiến", [("Lê Đức Tiến", "Phó Chủ tịch", "KT.")]),
        ("BỘ TRƯỞNG\nNguyễn Hải Ninh", [("Nguyễn Hải Ninh", "Bộ trưởng", None)]),
        ("T/M BỘ CHÍNH TRỊ\nTrần Cẩm Tú", [("Trần Cẩm Tú", None, "TM.")]),
        ("TL. CỤC TRƯỞNG\nKT. TRƯỞNG BAN GIÁM SÁT QUẢN LÝ\nVỀ HQ PHÓ TRƯỞNG BAN\nNguyễn Bắc Hải",
         [("Nguyễn Bắc Hải", "Phó Trưởng ban", "KT.")]),
        ("Q. CỤC TRƯỞNG\n(Đã ký)\nNguyễn Văn An", [("Nguyễn Văn An", "Cục trưởng", "Q.")]),
        ("KT. BỘ TRƯỞNG BỘ TÀI CHÍNH\nTHỨ TRƯỞNG\nVũ Thị Mai\nKT. BỘ TRƯỞNG BỘ NỘI VỤ\nTHỨ TRƯỞNG\nTrần Anh Tuấn",
         [("Vũ Thị Mai", "Thứ trưởng", "KT."), ("Trần Anh Tuấn", "Thứ trưởng", "KT.")]),
        ("PHÓ CHỦ TỊCH Nguyễn Văn Đệ", [("Nguyễn Văn Đệ", "Phó Chủ tịch", None)]),
        ("CHỦ TỊCH QUỐC HỘI\nNguyễn Sinh Hùng", [("Nguyễn Sinh Hùng", "Chủ tịch Quốc hội", None)]),
    ],
)  # fmt: skip
def test_the_signers(block: str, signers: list[tuple[str, str | None, str | None]]) -> None:
    text = _paper(
        "BỘ TÀI CHÍNH", "Số: 1/QĐ-BTC", rest=f"QUYẾT ĐỊNH\nVề việc thử\nCăn cứ Luật;\nĐiều 1. Thử.\n{block}\n"
    )
    assert [(s.name, s.position, s.capacity) for s in _header(text).signers] == signers


@pytest.mark.parametrize(
    ("sentence", "on"),
    [
        ("Quyết định này có hiệu lực thi hành từ ngày ký.", "2025-12-01"),
        ("Quyết định này có hiệu lực thi hành kể từ ngày 10 tháng 12 năm 2025.", "2025-12-10"),
        ("Quyết định số 5/QĐ-BTC hết hiệu lực từ ngày 10 tháng 12 năm 2025.", None),
    ],
)
def test_the_day_of_effect(sentence: str, on: str | None) -> None:
    text = _paper("BỘ TÀI CHÍNH", "Số: 1/QĐ-BTC", rest=f"QUYẾT ĐỊNH\nVề việc thử\nCăn cứ Luật;\nĐiều 2. {sentence}")
    assert _header(text).effective_on == on


def test_the_day_of_adoption_stands_for_a_lost_date() -> None:
    adopted = "Nghị quyết này đã được Hội đồng nhân dân tỉnh Gia Lai khóa XI thông qua ngày 13 tháng 7 năm 2017./."
    text = f"NGHỊ QUYẾT\nQUY ĐỊNH MỨC KINH PHÍ\nHỘI ĐỒNG NHÂN DÂN TỈNH GIA LAI\nKHÓA XI\nCăn cứ Luật;\n{adopted}"
    header = _header(text)
    assert (header.issued_on, header.issuer) == ("2017-07-13", "Hội đồng nhân dân tỉnh Gia Lai")
    assert header.title == "Quy định mức kinh phí"


def test_a_consolidated_text_prints_its_number_at_the_end() -> None:
    text = (
        f"VĂN BẢN HỢP NHẤT - BỘ NỘI VỤ\n{MOTTO}THÔNG TƯ\nHướng dẫn thử\nCăn cứ Luật;\nĐiều 1. Thử.\nBỘ NỘI VỤ\n"
        "Số: 469/VBHN-BNV\nXÁC THỰC VĂN BẢN HỢP NHẤT\n"
        "Hà Nội, ngày 10 tháng 02 năm 2025\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nLê Văn Thanh"
    )
    header = _header(text)
    assert (header.number, header.type, header.issued_on, header.issuer) == (
        "469/VBHN-BNV",
        "VBHN",
        "2025-02-10",
        "Bộ Nội vụ",
    )


LOST = """THÔNG TƯ
Sửa đổi, bổ sung một số điều của Thông tư số 18/2024/TT-NHNN về hoạt động thẻ ngân hàng
Căn cứ Luật Ngân hàng Nhà nước Việt Nam số 46/2010/QH12;
Điều 1. Sửa đổi, bổ sung Điều 5.
Nơi nhận:
- Lưu: VT.
KT. THỐNG ĐỐC
PHÓ THỐNG ĐỐC
"""


@pytest.mark.parametrize(
    ("notes", "number", "issued_on"),
    [
        # what is attached says with what it was issued
        (["Thông tư số 45/2025/TT-NHNN ngày 19 tháng 11 năm 2025 của Thống đốc"], "45/2025/TT-NHNN", "2025-11-19"),
        (
            ["Thông tư số 45/2025/TT-NHNN", "Thông tư số 45/2025/TT-NHNN ngày 19/11/2025"],
            "45/2025/TT-NHNN",
            "2025-11-19",
        ),
        # two that disagree, another type, and none: null
        (["Thông tư số 45/2025/TT-NHNN", "Thông tư số 46/2025/TT-NHNN"], None, None),
        (["Quyết định số 45/2025/QĐ-UBND ngày 19/11/2025"], None, None),
        ([], None, None),
    ],
)
def test_a_lost_number_that_the_attachments_tell(notes: list[str], number: str | None, issued_on: str | None) -> None:
    appendices = "".join(
        f"PHỤ LỤC {n}\nMẪU BÁO CÁO\n(Ban hành kèm theo {note})\n1. Tên đơn vị\n" for n, note in enumerate(notes, 1)
    )
    header = _header(LOST + appendices)
    assert (header.number, header.issued_on) == (number, issued_on)


PARTY = """BAN CHẤP HÀNH TRUNG ƯƠNG
ĐẢNG CỘNG SẢN VIỆT NAM
Số 99-QĐ/TW
Hà Nội, ngày 9 tháng 10 năm 2023
QUY ĐỊNH
{title}
Điều 1. Phạm vi.
T/M BỘ CHÍNH TRỊ
"""


@pytest.mark.parametrize(
    ("text", "issuer", "title"),
    [
        # the Central Committee's letterhead heads what its organs issue too
        (PARTY.format(title="CỦA BỘ CHÍNH TRỊ VỀ CÔNG TÁC ĐÀO TẠO"), "Bộ Chính trị", "Về công tác đào tạo"),
        (
            PARTY.format(title="CỦA BỘ CHÍNH TRỊ, BAN BÍ THƯ VỀ CÔNG TÁC ĐÀO TẠO"),
            "Bộ Chính trị; Ban Bí thư",
            "Về công tác đào tạo",
        ),
        (PARTY.format(title="VỀ CÔNG TÁC ĐÀO TẠO"), "Ban Chấp hành Trung ương Đảng", "Về công tác đào tạo"),
        # a telegram names its sender before "điện:"
        (
            "CÔNG ĐIỆN\nVỀ ỨNG PHÓ VỚI BÃO SỐ 3\nTHỦ TƯỚNG CHÍNH PHỦ điện:\n- Bộ trưởng Bộ Công an;\nBão mạnh lên.",
            "Thủ tướng Chính phủ",
            "Về ứng phó với bão số 3",
        ),
        # the letterhead is lost: the sign that the appendix prints names the body
        (
            (
                "Kính gửi: Các bệnh viện trực thuộc Bộ\nBộ đề nghị các bệnh viện báo cáo.\nNơi nhận:\n- Lưu: VT.\n"
                "PHỤ LỤC\nMẪU BÁO CÁO\n(Kèm theo Công văn số 512/BYT-KCB ngày 05/02/2025)\n1. Tên đơn vị\n"
            ),
            "Bộ Y tế",
            None,
        ),
    ],
)
def test_issuer_beyond_the_letterhead(text: str, issuer: str, title: str | None) -> None:
    header = _header(text)
    assert (header.issuer, header.title) == (issuer, title)


# What a paper's number line prints after its serial, by the type's code; the rest are symbols of tables/types.csv.
SIGNS = {
    "LUAT": "59/2020/QH14", "BL": "45/2019/QH14", "PL": "02/2020/UBTVQH14", "NĐ": "30/2020/NĐ-CP",
    "TT": "12/2025/TT-BTC", "TTLT": "12/2015/TTLT-BTC-BNV", "VBHN": "12/VBHN-BTC",
}  # fmt: skip
# Titles of what is attached, papers between states, and the letter, which prints no type.
NOT_BY_TYPE = frozenset("HP HĐQT NĐT TBo QU NoQ CV".split())  # noqa: SIM905 - one line to read
PAPERS = [r for r in table("header_types") if r["code"].isupper() or r["code"] in ("CTr", "TTr", "TTri", "QyĐ")]
PAPERS = [r for r in PAPERS if r["code"] not in NOT_BY_TYPE and " " not in r["code"]]


@pytest.mark.parametrize("row", PAPERS, ids=lambda r: r["name"])
def test_a_paper_of_every_type(row: dict[str, str]) -> None:
    symbols = {r["code"]: r["symbol"] for r in reversed(table("types")) if r["symbol"]}
    number = SIGNS.get(row["code"], f"12/{symbols.get(row['code'], row['code'])}-UBND")
    header = _header(
        _paper(
            "ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU",
            f"Số: {number}",
            "Lai Châu, ngày 01 tháng 12 năm 2025",
            f"{row['example']}\nVề việc quản lý, sử dụng tài sản công\nCăn cứ Luật số 72/2025/QH15;\nĐiều 1. A\n"
            "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn An\n",
        )
    )
    assert (header.type, header.number, header.issued_on) == (row["code"], number, "2025-12-01")
    assert (header.title or "").lower().endswith("quản lý, sử dụng tài sản công")
    assert header.signers == (Signer("Nguyễn Văn An", "Chủ tịch", "TM."),)


# (issuer, number, type's line or none for a letter, code, issuer in full)
PARTY = [
    ("BAN CHẤP HÀNH TRUNG ƯƠNG", "57-NQ/TW", "NGHỊ QUYẾT", "NQ", "Ban Chấp hành Trung ương Đảng"),
    ("BAN CHẤP HÀNH TRUNG ƯƠNG", "81-KL/TW", "KẾT LUẬN", "KL", "Ban Chấp hành Trung ương Đảng"),
    ("BAN CHẤP HÀNH TRUNG ƯƠNG", "22-QĐ/TW", "QUY ĐỊNH", "QyĐ", "Ban Chấp hành Trung ương Đảng"),
    ("TỈNH ỦY LAI CHÂU", "58-KH/TU", "KẾ HOẠCH", "KH", "Tỉnh ủy Lai Châu"),
    ("TỈNH ỦY LAI CHÂU", "12-CT/TU", "CHỈ THỊ", "CT", "Tỉnh ủy Lai Châu"),
    ("TỈNH ỦY LAI CHÂU", "03-TTri/TU", "THÔNG TRI", "TTri", "Tỉnh ủy Lai Châu"),
    ("TỈNH ỦY LAI CHÂU", "40-CTr/TU", "CHƯƠNG TRÌNH HÀNH ĐỘNG", "CTr", "Tỉnh ủy Lai Châu"),
    ("TỈNH ỦY LAI CHÂU", "2074-TB/TU", "THÔNG BÁO", "TB", "Tỉnh ủy Lai Châu"),
    ("BAN TUYÊN GIÁO TRUNG ƯƠNG", "12-HD/BTGTW", "HƯỚNG DẪN", "HD", "Ban Tuyên giáo Trung ương"),
    ("ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG TỈNH", "219-CV/ĐU", None, "CV", "Đảng ủy các cơ quan Đảng tỉnh Lai Châu"),
]


@pytest.mark.parametrize(("issuer", "number", "kind", "code", "full"), PARTY, ids=lambda v: str(v)[:14])
def test_a_paper_of_the_party(issuer: str, number: str, kind: str | None, code: str, full: str) -> None:
    title = f"{kind}\nvề đẩy mạnh công tác cán bộ" if kind else "V/v đẩy mạnh công tác cán bộ\nKính gửi: Các chi bộ,"
    header = _header(
        f"ĐẢNG CỘNG SẢN VIỆT NAM\n{issuer}\n*\nSố {number}\nLai Châu, ngày 08 tháng 8 năm 2025\n{title}\n"
        "Căn cứ Điều lệ Đảng;\nI. MỤC TIÊU\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nVũ Mạnh Hà\n"
    )
    assert (header.number, header.type, header.issuer) == (number, code, full)
    assert (header.place, header.issued_on) == ("Lai Châu", "2025-08-08")
    assert (header.title or "").lower().endswith("đẩy mạnh công tác cán bộ")
    assert header.signers == (Signer("Vũ Mạnh Hà", "Phó Bí thư", "TM."),)


def test_a_joint_circular_has_several_issuers_and_signers() -> None:
    header = _header(
        _paper(
            "BỘ TÀI CHÍNH - BỘ NỘI VỤ",
            "Số: 12/2015/TTLT-BTC-BNV",
            rest="THÔNG TƯ LIÊN TỊCH\nHướng dẫn thực hiện Nghị định số 116/2010/NĐ-CP\nCăn cứ Nghị định;\nĐiều 1. A\n"
            "KT. BỘ TRƯỞNG BỘ NỘI VỤ\nTHỨ TRƯỞNG\nTrần Anh Tuấn\n"
            "KT. BỘ TRƯỞNG BỘ TÀI CHÍNH\nTHỨ TRƯỞNG\nTrương Chí Trung\n",
        )
    )
    assert (header.number, header.type) == ("12/2015/TTLT-BTC-BNV", "TTLT")
    assert header.issuer == "Bộ Tài chính; Bộ Nội vụ"
    assert [s.name for s in header.signers] == ["Trần Anh Tuấn", "Trương Chí Trung"]
    assert {(s.position, s.capacity) for s in header.signers} == {("Thứ trưởng", "KT.")}


@pytest.mark.parametrize("line", ["Số: 9934/CT-TTHT", "Số $9934 /CT-TTHT", "Số 9934/CT-TTHT"])
def test_the_number_line_is_no_citation(line: str) -> None:
    document = _document(_paper("CỤC THUẾ THÀNH PHỐ HÀ NỘI", line, rest="V/v thuế\nKính gửi: Công ty A\nTrả lời:"))
    headers = extract_headers(document).findings
    assert extract_citations(document, headers).findings == ()


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (
            "Kính gửi: Các thương nhân.\nCăn cứ Luật Giá;\nBộ Công Thương thông báo giá./.\nTL. BỘ TRƯỞNG\nLê Thị Hoa",
            "Bộ Công Thương",
        ),
        # two ministries that speak: neither
        (
            "Kính gửi: Các hội.\nBộ Y tế thông báo giá.\nBộ Tài chính đề nghị báo cáo./.\nKT. BỘ TRƯỞNG\nLê Thị Hoa",
            None,
        ),
    ],
)
def test_a_letter_without_letterhead_signed_for_a_minister(text: str, issuer: str | None) -> None:
    assert _header(text).issuer == issuer


@pytest.mark.parametrize("line", ["ỦY BAN NHÂN DÂN ", "A. B. ", "KT. CHỦ TỊCH ", "./, - "])
def test_long_lines_in_capitals_take_no_longer_than_others(line: str) -> None:
    start = time.process_time()
    _header(_paper("BỘ TÀI CHÍNH", "Số: 1/QĐ-BTC", rest=f"QUYẾT ĐỊNH\nVề việc thử\n{line * 2000}\n{line * 10}x"))
    assert time.process_time() - start < 4
