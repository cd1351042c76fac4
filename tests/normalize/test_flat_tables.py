"""Tables that came as one cell a line are rows and columns again."""

from __future__ import annotations

import pytest

from pipeline.read import read_bytes
from tests.readers.sources import document_in, seed

_HEAD = "KẾ HOẠCH\nCăn cứ Nghị quyết số 57-NQ/TW:\n"


def _tables(text: str) -> list[list[list[str]]]:
    document = read_bytes((_HEAD + text).encode(), "a.txt")
    return [
        [
            [document.quote(cell.span) + (f"<{cell.columns}>" if cell.columns > 1 else "") for cell in row.cells]
            for row in table.rows
        ]
        for table in document.tables
    ]


def _marked(*rows: str) -> str:
    """Rows in the form of an export: "|" before and after each row, one between cells, each on its own line."""
    return "".join(
        "|\n" + "".join(f"{cell.strip()}\n|\n" if cell.strip() else "|\n" for cell in row.split(";")) for row in rows
    )


@pytest.mark.parametrize(
    ("rows", "table"),
    [
        (
            ["TT;Nội dung;Chủ trì;Thời gian", "1;Tuyên truyền;Sở Tài chính;2025", "2;Kiểm tra;Sở Nội vụ;2026"],
            [
                ["TT", "Nội dung", "Chủ trì", "Thời gian"],
                ["1", "Tuyên truyền", "Sở Tài chính", "2025"],
                ["2", "Kiểm tra", "Sở Nội vụ", "2026"],
            ],
        ),
        # an empty cell leaves the same sign as the end of a row
        (
            [
                "TT;Nội dung;Chủ trì;Sản phẩm",
                "1;Tuyên truyền;Sở Tài chính;",
                "2;Kiểm tra;;Báo cáo",
                "3;Sơ kết;Sở Y tế;Báo cáo",
            ],
            [
                ["TT", "Nội dung", "Chủ trì", "Sản phẩm"],
                ["1", "Tuyên truyền", "Sở Tài chính", ""],
                ["2", "Kiểm tra", "", "Báo cáo"],
                ["3", "Sơ kết", "Sở Y tế", "Báo cáo"],
            ],
        ),
        # group rows
        (
            [
                "STT;Nhiệm vụ;Chủ trì;Phối hợp",
                "I;CƠ CHẾ",
                "1;Rà soát;Sở Tư pháp;Các sở",
                "II;TUYÊN TRUYỀN",
                "1;Phổ biến;Sở Tài chính;Các sở",
            ],
            [
                ["STT", "Nhiệm vụ", "Chủ trì", "Phối hợp"],
                ["I", "CƠ CHẾ<3>"],
                ["1", "Rà soát", "Sở Tư pháp", "Các sở"],
                ["II", "TUYÊN TRUYỀN<3>"],
                ["1", "Phổ biến", "Sở Tài chính", "Các sở"],
            ],
        ),
        # a header of two rows: one cell above the columns of the second row
        (
            [
                "STT;Nội dung;Cơ quan thực hiện",
                "Chủ trì;Phối hợp",
                "1;Rà soát;Sở Tư pháp;Các sở",
                "2;Phổ biến;Sở Tài chính;Các sở",
            ],
            [
                ["STT", "Nội dung", "Cơ quan thực hiện<2>"],
                ["Chủ trì", "Phối hợp"],
                ["1", "Rà soát", "Sở Tư pháp", "Các sở"],
                ["2", "Phổ biến", "Sở Tài chính", "Các sở"],
            ],
        ),
    ],
)
def test_rows_with_marks(rows, table):
    assert _tables(f"I. NHIỆM VỤ\n{_marked(*rows)}Tổ chức thực hiện nghiêm.\n") == [table]


def test_text_around_a_table_stays_outside():
    text = f"I. NHIỆM VỤ\n{_marked('TT;Việc;Cơ quan', '1;Rà soát;Sở Tư pháp', '2;Sơ kết;Sở Y tế')}Các sở thực hiện.\n"
    document = read_bytes((_HEAD + text).encode(), "a.txt")
    assert document.text.splitlines()[2:] == [
        "I. NHIỆM VỤ",
        "TT | Việc | Cơ quan",
        "1 | Rà soát | Sở Tư pháp",
        "2 | Sơ kết | Sở Y tế",
        "Các sở thực hiện.",
    ]
    kinds = {paragraph.kind for paragraph in document.paragraphs if paragraph.span in document.tables[0].span}
    assert kinds == {"cell"}


def test_rows_without_marks_of_the_seed():
    document = document_in(seed("004"))
    table = document.tables[0]
    assert (table.columns, len(table.rows)) == (6, 9)
    assert [document.quote(cell.span) for cell in table.rows[0].cells] == [
        "STT",
        "Tên nhiệm vụ",
        "Sản phẩm, kết quả",
        "Cơ quan chủ trì",
        "Cơ quan phối hợp",
        "Thời gian thực hiện",
    ]
    assert [document.quote(row.cells[0].span) for row in table.rows[1:]] == list("12345678")
    assert document.quote(table.rows[8].cells[5].span) == "2025 - 2026"


def test_a_drawn_table_is_lines_again():
    text = (
        "+------------------+------------------------+\n| ***Nơi nhận:\\***  | **TM. ỦY BAN NHÂN DÂN\\ |\n"
        "| - Chính phủ;\\     | CHỦ TỊCH\\              |\n| - Lưu: VT.        | Trần Thanh Mẫn**       |\n"
        "+------------------+------------------------+\n"
    )
    document = read_bytes((_HEAD + text).encode(), "a.txt")
    assert document.text.splitlines()[2:] == [
        "Nơi nhận:",
        "- Chính phủ;",
        "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Trần Thanh Mẫn",
    ]


def test_letterhead_in_cells_or_in_halves_is_lines():
    motto = "CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n|\n"
    cells = f"ỦY BAN NHÂN DÂN\nTỈNH AN GIANG\n-------\n|\n{motto}"
    halves = "BỘ TÀI CHÍNH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỔNG CỤC THUẾ Độc lập - Tự do - Hạnh phúc\n"
    number = "Số: 473/KH-UBND\n|\nAn Giang, ngày 18\ntháng 7 năm 2022\n|\nKẾ HOẠCH\nCăn cứ Nghị quyết số 57-NQ/TW.\n"
    assert read_bytes((cells + number).encode(), "a.txt").text.splitlines()[:6] == [
        "ỦY BAN NHÂN DÂN",
        "TỈNH AN GIANG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 473/KH-UBND",
        "An Giang, ngày 18 tháng 7 năm 2022",
    ]
    text = f"{halves}Số: 5/QĐ-TCT Hà Nội, ngày 01 tháng 8 năm 2022\nQUYẾT ĐỊNH\nCăn cứ Nghị quyết số 57-NQ/TW.\n"
    assert read_bytes(text.encode(), "a.txt").text.splitlines()[:6] == [
        "BỘ TÀI CHÍNH",
        "TỔNG CỤC THUẾ",
        "Số: 5/QĐ-TCT",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Hà Nội, ngày 01 tháng 8 năm 2022",
    ]


def test_a_place_of_two_words_is_no_half_line():
    text = "ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\nSố: 12/KH-UBND\nLai Châu, ngày 01 tháng 02 năm 2023\nKẾ HOẠCH\nNội dung.\n"
    assert read_bytes(text.encode(), "a.txt").text.splitlines()[3] == "Lai Châu, ngày 01 tháng 02 năm 2023"


def test_a_bar_that_recognition_misread_closes_no_cell():
    lines = ["1. Theo quy định tại điểm d khoản |", "Điều 11 Nghị định 134/2016/NĐ-CP."]
    text = _HEAD + "Các sở, ban, ngành thực hiện.\n" * 14 + "\n".join(lines) + "\n" + "Các sở thực hiện.\n" * 14
    document = read_bytes(text.encode(), "a.txt")
    assert not document.tables
    assert "điểm d khoản |" in document.text


def test_articles_between_bars_are_no_cells():
    text = (
        f"{_HEAD}Mức lương =\n|\nTổng số giờ\n|\nĐiều 2. Mức chi\n1. Mức chi là 100.000 đồng.\n"
        "Điều 3. Hiệu lực\nTừ ngày ký.\n|\n52 tuần\n|\n|\nTổng số tiết\n|\n"
    )
    document = read_bytes(text.encode(), "a.txt")
    assert [section.id for section in document.sections if section.kind == "article"] == ["Điều 2", "Điều 3"]


def test_a_table_of_markdown():
    text = (
        "# KẾ HOẠCH\n\nNội dung như sau:\n\n"
        "| TT | **Nhiệm vụ** | Chủ trì |\n|:--:|---|---|\n"
        "| 1 | Rà soát *ngay* | Sở Y tế<br>Sở Nội vụ |\n| 2 | Sơ kết \\| tổng kết |  |\n\nCác sở thực hiện.\n"
    )
    document = read_bytes(text.encode(), "a.md")
    table = document.tables[0]
    assert [[document.quote(cell.span) for cell in row.cells] for row in table.rows] == [
        ["TT", "Nhiệm vụ", "Chủ trì"],
        ["1", "Rà soát ngay", "Sở Y tế\nSở Nội vụ"],
        ["2", "Sơ kết | tổng kết", ""],
    ]
    assert [row.header for row in table.rows] == [True, False, False]
    assert document.text.splitlines()[-1] == "Các sở thực hiện."
    source = document.offsets.source(document.text.index("tổng kết"))
    assert text[source:].startswith("tổng kết")


def test_a_letterhead_in_a_table_of_markdown_is_lines():
    text = (
        "| UBND TỈNH LAI CHÂU | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc |\n|---|---|\n"
        "| Số: 12/KH-UBND | Lai Châu, ngày 01 tháng 02 năm 2023 |\n\nKẾ HOẠCH\n"
    )
    document = read_bytes(text.encode(), "a.md")
    assert not document.tables
    assert document.text.splitlines()[:5] == [
        "UBND TỈNH LAI CHÂU",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 12/KH-UBND",
        "Lai Châu, ngày 01 tháng 02 năm 2023",
    ]


def test_a_table_of_bare_lines_whose_cells_are_wrapped():
    text = (
        "II. NHIỆM VỤ\nTT\nNhiệm vụ\nCơ quan chủ trì\nCơ quan phối hợp\nThời gian\n"
        "1\nRà soát, hoàn thiện cơ sở dữ liệu về người lao động\ntrên địa bàn tỉnh\nSở Nội vụ\nCông an tỉnh\n"
        "Các sở, ban, ngành\nQuý IV/2025\n"
        "2\nTuyên truyền, phổ biến pháp luật\nSở Tư pháp\nThường xuyên\n"
        "Trên đây là Kế hoạch.\n"
    )
    assert _tables(text) == [
        [
            ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"],
            [
                "1",
                "Rà soát, hoàn thiện cơ sở dữ liệu về người lao động trên địa bàn tỉnh",
                "Sở Nội vụ",
                "Công an tỉnh Các sở, ban, ngành",
                "Quý IV/2025",
            ],
            ["2", "Tuyên truyền, phổ biến pháp luật", "Sở Tư pháp", "", "Thường xuyên"],
        ]
    ]


def test_numbered_lines_without_a_header_are_no_table():
    text = "II. NHIỆM VỤ\nTT\nHọ và tên\nNgày sinh\n1\nNguyễn Văn A\n01/01/1990\n2\nTrần Văn B\n02/02/1990\n"
    assert _tables(text) == []
