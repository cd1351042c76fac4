"""What is printed on the paper or the page but is no part of the document is taken out, and listed."""

from __future__ import annotations

import pytest

from pipeline.read import read_bytes

_BODY = "Căn cứ Nghị quyết số 57-NQ/TW, Ủy ban nhân dân tỉnh ban hành kế hoạch.\n"


def _read(text: str):
    return read_bytes(text.encode(), "a.txt")


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("-------", "rule_line"),
        ("…………………", "rule_line"),
        ("Produced with ScanToPDF", "scanner"),
        ("Scanned with CamScanner", "scanner"),
        ("THƯ VIỆN PHÁP LUẬT * Tel: +84-28-3930 3279 * www.ThuVienPhapLuat.vn", "publisher"),
        ("Ý kiến bạn đọc", "web_form"),
        ("Nhấp vào nút tại mỗi ô tìm kiếm.", "web_form"),
        ("Để tăng độ chính xác bạn hãy nói không quá nhanh, rõ ràng.", "web_form"),
        ("SAO Y", "copy_mark"),
        ("--- PAGE BREAK ---", "page_break"),
    ],
)
def test_lines_taken_out_anywhere(line, rule):
    document = _read(f"KẾ HOẠCH\n{_BODY}{line}\n1. Sở Tài chính chủ trì.\n")
    assert document.text == f"KẾ HOẠCH\n{_BODY}1. Sở Tài chính chủ trì."
    assert [(removed.rule, removed.text) for removed in document.removed] == [(rule, line)]


def test_stamp_of_a_digital_signature_at_the_head():
    stamp = ["Ký bởi: Tổng cục Thuế", "Địa chỉ: 123 Lò Đúc, Hà Nội", "Thời gian ký: 03.08.2022 09:08"]
    document = _read("\n".join([*stamp, "KẾ HOẠCH", _BODY]))
    assert document.text.startswith("KẾ HOẠCH\n")
    assert [removed.text for removed in document.removed] == stamp


def test_a_signer_who_is_named_so_stays():
    lines = [_BODY.strip()] * 30
    document = _read("\n".join(["KẾ HOẠCH", *lines, "CHỦ TỊCH", "Ký bởi: Hoàng Văn Lãng"]))
    assert document.text.endswith("Ký bởi: Hoàng Văn Lãng")


def test_front_matter_and_page_numbers():
    head = '---\ntitle: "Kế hoạch"\n---\n\n'
    page = "\n".join(["Sở Tài chính bố trí kinh phí thực hiện Nghị quyết số 57-NQ/TW."] * 14)
    text = f"{head}KẾ HOẠCH\n{page}\n2\n{page}\n3\n{page}\n4\n{page}\n"
    document = _read(text)
    assert [removed.rule for removed in document.removed] == [
        "front_matter",
        "page_number",
        "page_number",
        "page_number",
    ]
    assert "title" not in document.text


def test_where_it_stood_is_kept():
    text = f"KẾ HOẠCH\n{_BODY}Produced with ScanToPDF\n1. Sở Tài chính.\n"
    removed = _read(text).removed[0]
    assert removed.source is not None
    assert text[removed.source.start : removed.source.end] == "Produced with ScanToPDF"
