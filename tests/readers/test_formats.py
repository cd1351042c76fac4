"""DOCX, HTML and PDF give the same document that a person sees."""

from __future__ import annotations

import time

import pytest

from pipeline.read import read, read_bytes
from tests.readers.builders import (
    docx_bytes,
    drawn_pdf_bytes,
    footnote_docx_bytes,
    html_bytes,
    multilevel_docx_bytes,
    pdf_bytes,
)
from tests.readers.sources import SAMPLES


def _table(document, index=0):
    return [
        [(cell.column, cell.columns, cell.rows, document.quote(cell.span)) for cell in row.cells]
        for row in document.tables[index].rows
    ]


def test_docx_letterhead_numbers_and_bullets():
    document = read_bytes(docx_bytes(), "a.docx")
    assert document.text.splitlines()[:12] == [
        "ỦY BAN NHÂN DÂN",
        "TỈNH LAI CHÂU",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 5/KH-UBND",
        "Lai Châu, ngày 02 tháng 3 năm 2024",
        "KẾ HOẠCH",
        "Căn cứ Nghị quyết số 57-NQ/TW, UBND tỉnh ban hành kế hoạch như sau:",
        "1. Sở Tài chính",
        "2. Sở Nội vụ chủ trì, phối hợp với Sở Y tế.",
        "- Báo cáo UBND tỉnh.",
        "STT | Nhiệm vụ | Cơ quan thực hiện",
    ]
    assert document.source.format == "docx"


def test_docx_table_with_merged_cells():
    document = read_bytes(docx_bytes(), "a.docx")
    assert _table(document) == [
        [(0, 1, 2, "STT"), (1, 1, 2, "Nhiệm vụ"), (2, 2, 1, "Cơ quan thực hiện")],
        [(2, 1, 1, "Chủ trì"), (3, 1, 1, "Phối hợp")],
        [(0, 1, 1, "1"), (1, 1, 1, "Tuyên truyền"), (2, 1, 1, "Sở Thông tin và Truyền thông"), (3, 1, 1, "Các sở")],
        [(0, 1, 1, "A"), (1, 3, 1, "Nhóm nhiệm vụ")],
    ]
    assert [row.header for row in document.tables[0].rows] == [True, True, False, False]


def test_docx_numbers_of_a_multilevel_list_also_through_the_style():
    document = read_bytes(multilevel_docx_bytes(), "a.docx")
    assert document.text.splitlines()[1:] == [
        "I. MỤC ĐÍCH",
        "1. Mục tiêu",
        "a) Đến năm 2025",
        "b) Đến năm 2030",
        "2. Yêu cầu",
        "II. NHIỆM VỤ",
        "1. Sở Tài chính",
        "a) Bố trí kinh phí",
    ]
    assert [section.id for section in document.sections] == [
        "I", "I.1", "I.1.a", "I.1.b", "I.2", "II", "II.1", "II.1.a",
    ]  # fmt: skip


def test_docx_footnotes_stand_after_their_paragraph():
    document = read_bytes(footnote_docx_bytes(), "a.docx")
    assert document.text.splitlines() == [
        "Thực hiện Quyết định số 687/QĐ-TTg[1] của Thủ tướng Chính phủ[2].",
        "[1] Ngày 07/6/2022.",
        "[2] Ký thay: Phó Thủ tướng.",
        "Các sở, ban, ngành thực hiện.",
    ]
    assert [(note.mark, document.quote(note.span), len(note.references)) for note in document.footnotes] == [
        ("[1]", "Ngày 07/6/2022.", 1),
        ("[2]", "Ký thay: Phó Thủ tướng.", 1),
    ]


def test_html_content_without_menu_and_scripts():
    document = read_bytes(html_bytes(), "a.html")
    lines = document.text.splitlines()
    assert lines[:6] == [
        "ỦY BAN NHÂN DÂN",
        "TỈNH LAI CHÂU",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 12/KH-UBND",
        "Lai Châu, ngày 01 tháng 02 năm 2023",
    ]
    assert "Thực hiện Quyết định số 687/QĐ-TTg[1] ngày 07/6/2022." in lines
    assert "1. Sở Tài chính chủ trì" in lines
    assert not any(word in document.text for word in ("Trang chủ", "Bản quyền", "let a"))
    assert document.footnotes[0].references[0].of(document.text) == "[1]"


def test_html_table_with_rowspan_and_colspan():
    document = read_bytes(html_bytes(), "a.html")
    assert _table(document) == [
        [(0, 1, 2, "STT"), (1, 1, 2, "Nhiệm vụ"), (2, 2, 1, "Cơ quan thực hiện")],
        [(2, 1, 1, "Chủ trì"), (3, 1, 1, "Phối hợp")],
        [(0, 1, 1, "1"), (1, 1, 1, "Tuyên truyền"), (2, 1, 2, "Sở Tài chính"), (3, 1, 1, "Các sở")],
        [(0, 1, 1, "2"), (1, 1, 1, "Báo cáo"), (3, 1, 1, "")],
        [(0, 1, 1, "A"), (1, 3, 1, "Nhóm nhiệm vụ")],
    ]
    table = document.tables[0]
    assert document.quote(table.cell(3, 2).span) == "Sở Tài chính"
    assert table.cell(4, 3) == table.rows[4].cells[1]


def test_pdf_hyphen_at_a_line_end_and_page_numbers():
    first = [
        "KE HOACH",
        "Can cu Nghi quyet so 57-NQ/TW ngay 22 thang 12 nam 2024 va Ke hoach so 4007/KH-",
        "UBND ngay 05 thang 10 nam 2023 cua Uy ban nhan dan tinh, cac so, ban, nganh to chuc thuc",
    ]
    second = ["2", "hien ke hoach nay theo chuc nang, nhiem vu duoc giao va bao cao ket qua hang nam."]
    document = read_bytes(pdf_bytes([first, second]), "a.pdf")
    assert "Ke hoach so 4007/KH-UBND ngay 05" in document.text
    assert "to chuc thuc hien ke hoach nay" in document.text
    assert [(removed.rule, removed.text) for removed in document.removed] == [("page_number", "2")]
    assert document.source.pages == 2
    assert document.page_at(0) == 1


def test_pdf_table_over_two_pages_is_one():
    rows = [
        ["STT", "Nhiem vu", "Chu tri", "Thoi gian"],
        ["1", "Tuyen truyen", "So Tai chinh", "2025"],
        ["2", "Xay dung co so\ndu lieu cua", "So Noi vu", "2025"],
        ["", "nganh tai chinh", "", ""],
        ["3", "Bao cao", "So Y te", "hang nam"],
    ]
    document = read_bytes(pdf_bytes([["Ke hoach 5/KH-UBND, can cu Nghi quyet so 57-NQ/TW"]], table=rows), "a.pdf")
    assert [[words for *_, words in row] for row in _table(document)] == [
        ["STT", "Nhiem vu", "Chu tri", "Thoi gian"],
        ["1", "Tuyen truyen", "So Tai chinh", "2025"],
        ["2", "Xay dung co so du lieu cua nganh tai chinh", "So Noi vu", "2025"],
        ["3", "Bao cao", "So Y te", "hang nam"],
    ]
    assert [row.header for row in document.tables[0].rows] == [True, False, False, False]
    assert [removed.rule for removed in document.removed] == ["repeated_header"]


def test_pdf_page_that_was_drawn_from_the_middle():
    page = {
        620: (72, "Can cu Nghi quyet so 57-NQ/TW, Uy ban nhan dan tinh ban hanh ke hoach nhu sau:"),
        600: (72, "1. So Tai chinh chu tri, phoi hop voi cac so, ban, nganh bo tri kinh phi thuc hien."),
        760: (90, "UY BAN NHAN DAN"),
        740: (90, "So: 5/KH-UBND"),
        690: (250, "KE HOACH"),
    }
    document = read_bytes(drawn_pdf_bytes(page), "a.pdf")
    order = [document.text.index(words) for words in ("UY BAN", "5/KH-UBND", "KE HOACH", "Can cu", "1. So")]
    assert order == sorted(order)


def test_pdf_line_that_repeats_inside_pages_stays():
    heads = [f"{name}. Ke hoach 5/KH-UBND, can cu Nghi quyet so 57-NQ/TW;" for name in ("mot", "hai", "ba")]
    pages = [[head, f"Muc {head[:3]}", *["tham dinh (neu co);"] * 12] for head in heads]
    document = read_bytes(pdf_bytes(pages), "a.pdf")
    assert document.text.count("tham dinh (neu co);") == 36
    assert document.removed == ()


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        (
            "quyet-dinh-34-2025-qd-ubnd-ha-noi.pdf",
            ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"],
        ),
        ("thong-tu-95-2025-tt-btc.pdf", ["THÔNG TƯ"]),
    ],
)
def test_letterhead_of_real_pdfs(name, lines):
    path = next(path for path in SAMPLES if path.name == name)
    document = read(path)
    assert set(lines) <= set(document.text.splitlines()[:20])
    assert document.source.pages
    assert all(paragraph.page for paragraph in document.paragraphs)


def test_a_long_text_reads_in_linear_time():
    item = "1. Sở Tài chính chủ trì, phối hợp với các sở, ban, ngành tỉnh thực hiện Nghị quyết số 57-NQ/TW;\n"
    rows = "|\n1\n|\nTuyên truyền\n|\nSở Tài chính\n|\n2025\n|\n"

    def cost(text: str) -> float:
        start = time.process_time()
        read_bytes(text.encode(), "a.txt")
        return time.process_time() - start

    for unit in (item, rows):
        head = "KẾ HOẠCH\nCăn cứ Nghị quyết số 57-NQ/TW:\n"
        small = min(cost(head + unit * 400) for _ in range(3))
        large = min(cost(head + unit * 3200) for _ in range(2))
        assert large < 24 * small + 0.2
