"""Labels, sections and kinds of paragraphs of small papers."""

from __future__ import annotations

import pytest

from pipeline.normalize.labels import label_of
from pipeline.read import read_bytes
from tests.readers.sources import document_in, seed


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("PHẦN THỨ NHẤT", "part", "Phần THỨ NHẤT"),
        ("Phần II: NHIỆM VỤ", "part", "Phần II"),
        ("A. Nhóm nhiệm vụ", "part", "A"),
        ("CHƯƠNG I", "chapter", "Chương I"),
        ("Mục 2. Trình tự", "section", "Mục 2"),
        ("Điều 5. Hiệu lực", "article", "Điều 5"),
        ("Điều 9a: Thang lương", "article", "Điều 9a"),
        ("PHỤ LỤC 03 (SỬA ĐỔI)", "appendix", "Phụ lục 03"),
        ("Phụ lục", "appendix", "Phụ lục"),
        ("IV. KẾ HOẠCH", "roman", "IV"),
        ("II- Các đơn vị", "roman", "II"),
        ("12. Ngân hàng", "number", "12"),
        ("3.1. Mục tiêu", "number", "3.1"),
        ("2.1 Mục tiêu", "number", "2.1"),
        ("1/ Sở Tài chính", "number", "1"),
        ("1.Nội dung", "number", "1"),
        ("(1) Đồng ý", "number", "1"),
        ("a) Đến năm 2025", "letter", "a"),
        ("đ) Bố trí", "letter", "đ"),
        ("a. Nông nghiệp.", "letter", "a"),
        ("- Lưu: VT", "bullet", "-"),
        ("+ Theo dõi", "bullet", "+"),
        ("• Tuyên truyền", "bullet", "•"),
    ],
)
def test_labels(text, kind, name):
    label = label_of(text)
    assert label is not None
    assert (label.kind, label.name) == (kind, name)


@pytest.mark.parametrize(
    "text",
    [
        "4.0 và chuyển đổi số",
        "2025. Trong năm",
        "687/QĐ-TTg ngày 07/6/2022",
        "50% số xã",
        "Điều này được sửa đổi",
        "Điều kiện thực hiện",
        "Phụ lục kèm theo Quyết định này được đăng",
        "X quang",
        "1.234,5 tỷ đồng",
        "Mục tiêu chung",
        "(Kèm theo Quyết định)",
        "và các sở",
    ],
)
def test_no_labels(text):
    label = label_of(text)
    assert label is None or label.kind == "appendix"


def _sections(lines: list[str]) -> list[tuple[str, str, str | None]]:
    text = "\n\n".join(["KẾ HOẠCH", "Căn cứ Nghị quyết số 57-NQ/TW, ban hành kế hoạch như sau:", *lines])
    return [(section.id, section.kind, section.title) for section in read_bytes(text.encode(), "a.txt").sections]


@pytest.mark.parametrize(
    ("lines", "sections"),
    [
        (
            [
                "I. MỤC TIÊU",
                "1. Mục tiêu chung.",
                "Phát triển.",
                "2. Mục tiêu cụ thể",
                "a) Đến năm 2025",
                "- Đạt 54%.",
                "+ Cả năm.",
            ],
            [
                ("I", "roman", "MỤC TIÊU"),
                ("I.1", "number", "Mục tiêu chung."),
                ("I.2", "number", "Mục tiêu cụ thể"),
                ("I.2.a", "letter", "Đến năm 2025"),
                ("I.2.a.-1", "bullet", None),
                ("I.2.a.-1.+1", "bullet", None),
            ],
        ),
        # a label that repeats
        (
            ["5. Các sở.", "- Báo cáo.", "5. Ủy ban nhân dân các huyện.", "- Báo cáo.", "6. Các tổ chức."],
            [
                ("5", "number", "Các sở."),
                ("5.-1", "bullet", None),
                ("5~2", "number", "Ủy ban nhân dân các huyện."),
                ("5~2.-1", "bullet", None),
                ("6", "number", None),
            ],
        ),
        # a numbered sentence is no heading
        (
            [
                "2. Sở Kế hoạch và Đầu tư chủ trì, phối hợp với các sở theo dõi.",
                "3. Thủ trưởng các sở; UBND các huyện:",
                "- Báo cáo.",
            ],
            [
                ("2", "number", None),
                ("3", "number", "Thủ trưởng các sở; UBND các huyện:"),
                ("3.-1", "bullet", None),
            ],
        ),
        # articles, clauses, points; a chapter's title on the next line
        (
            [
                "CHƯƠNG I",
                "QUY ĐỊNH CHUNG",
                "Điều 1. Phạm vi điều chỉnh",
                "1. Nghị định này quy định.",
                "a) Mức chi;",
                "Điều 2. Hiệu lực",
                "Từ ngày ký.",
            ],
            [
                ("Chương I", "chapter", "QUY ĐỊNH CHUNG"),
                ("Chương I.Điều 1", "article", "Phạm vi điều chỉnh"),
                ("Chương I.Điều 1/1", "clause", "Nghị định này quy định."),
                ("Chương I.Điều 1/1/a", "point", None),
                ("Chương I.Điều 2", "article", "Hiệu lực"),
            ],
        ),
        # decimal numbers stand below their whole number
        (
            ["4. Tiền lương", "4.1. Mức lương", "Theo quy định.", "4.2. Phụ cấp", "Theo quy định."],
            [("4", "number", "Tiền lương"), ("4.1", "number", "Mức lương"), ("4.2", "number", "Phụ cấp")],
        ),
        # what an amendment quotes has no sections of this document
        (
            [
                "Điều 1. Sửa đổi Điều 9 như sau:",
                "“Điều 9. Lương",
                "1. Công ty quyết định.",
                "2. Công ty báo cáo.”.",
                "Điều 2. Hiệu lực",
                "Từ ngày ký.",
            ],
            [("Điều 1", "article", "Sửa đổi Điều 9 như sau:"), ("Điều 2", "article", "Hiệu lực")],
        ),
    ],
)
def test_trees(lines, sections):
    assert _sections(lines) == sections


def test_kinds_of_the_paragraphs_of_a_decision():
    document = document_in(seed("003"))
    kinds = [(paragraph.kind, document.quote(paragraph.span)) for paragraph in document.paragraphs]
    assert ("header", "Số: 1498/QĐ-UBND") in kinds
    assert ("title", "QUYẾT ĐỊNH") in kinds
    assert ("recipients", "- TT. Tỉnh ủy;") in kinds
    assert ("signature", "Lê Trọng Quảng") in kinds
    assert ("heading", "5. Ủy ban nhân dân các huyện, thị xã.") in kinds
    assert [part.kind for part in document.parts] == ["main", "attachment"]


def test_repeated_labels_of_the_seed_keep_separate_ids():
    document = document_in(seed("003"))
    fives = [section for section in document.sections if section.parent == "VII" and section.label == "5"]
    assert [section.id for section in fives] == ["VII.5", "VII.5~2"]
    assert fives[0].span.end <= fives[1].span.start


def test_footnotes_of_the_seed_are_apart_and_linked():
    document = document_in(seed("004"))
    assert [note.mark for note in document.footnotes] == [f"[{n}]" for n in range(1, 10)]
    assert all(len(note.references) == 1 for note in document.footnotes)
    first = document.footnotes[0]
    assert document.text[first.references[0].start - 2 : first.references[0].end] == "6%[1]"
    kinds = {document.paragraph_at(note.span.start).kind for note in document.footnotes}
    assert kinds == {"footnote"}
    assert document.section_at(first.span.start).kind == "footnote"


def test_a_mark_belongs_to_the_next_note_of_its_name():
    lines = ["KẾ HOẠCH", "Căn cứ Nghị quyết số 57-NQ/TW[1].", "[1] Ngày 22/12/2024.", "Thực hiện 5/KH-UBND[1]."]
    document = read_bytes("\n\n".join([*lines, "[1] Ngày 03/3/2025."]).encode(), "a.txt")
    first, second = document.footnotes
    assert (document.quote(first.span), document.quote(second.span)) == ("Ngày 22/12/2024.", "Ngày 03/3/2025.")
    assert [reference.start for reference in first.references] == [document.text.index("TW[1]") + 2]
    assert [reference.start for reference in second.references] == [document.text.index("UBND[1]") + 4]


def test_recipients_without_their_name():
    lines = ["KẾ HOẠCH", "Căn cứ Nghị quyết số 57-NQ/TW:", "- Chính phủ;", "- Bộ Tài chính;", "- Lưu: VT."]
    document = read_bytes("\n\n".join([*lines, "TM. CHÍNH PHỦ"]).encode(), "a.txt")
    assert [paragraph.kind for paragraph in document.paragraphs[-4:]] == ["recipients"] * 3 + ["signature"]
    assert [section.kind for section in document.sections] == ["recipients", "signature"]


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_headings_of_the_seeds_are_one_line(number):
    document = document_in(seed(number))
    romans = [document.quote(section.heading) for section in document.sections if section.kind == "roman"]
    assert romans
    assert all(heading.isupper() and "\n" not in heading for heading in romans)
