"""A text without line breaks gets its paragraphs back where a paper's own marks open one; other texts keep theirs."""

from __future__ import annotations

import pytest

from pipeline.extract import extract_document
from pipeline.read import read_bytes

_HEAD = (
    "ỦY BAN NHÂN DÂN TỈNH LAI CHÂU",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Số: 2443/KH-UBND",
    "Lai Châu, ngày 29 tháng 5 năm 2025",
    "KẾ HOẠCH",
    "Phát triển kinh tế số - kinh tế xanh tỉnh Lai Châu giai đoạn 2025 - 2030",
    "Căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị;",
    "Thực hiện Quyết định số 749/QĐ-TTg ngày 03/6/2020, UBND tỉnh ban hành Kế hoạch như sau:",
)
_FOOT = (
    "Trên đây là Kế hoạch của UBND tỉnh./.",
    "Nơi nhận:",
    "- Thường trực Tỉnh ủy;",
    "- Lưu: VT.",
    "TM. ỦY BAN NHÂN DÂN",
    "KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lê Văn Phước",
)
_LONG = "Nâng cao nhận thức của cán bộ về điểm a khoản 2 Điều 5 Luật số 20/2023/QH15 trong năm 2025. " * 6


def _run(*paragraphs: str) -> list[str]:
    return read_bytes(" ".join((*_HEAD, *paragraphs, *_FOOT)).encode(), "a.txt").text.split("\n")


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", f"- {_LONG.strip()}", "- Bảo đảm tiến độ.", "2. Yêu cầu: Kịp thời."),
        ("I. NHIỆM VỤ", f"1. {_LONG.strip()}", "2. Sở Tài chính", "a) Chủ trì lập dự toán;", "b) Báo cáo hằng quý."),
        ("I. ĐÁNH GIÁ CHUNG", _LONG.strip(), "II. TỔ CHỨC THỰC HIỆN", "1. Sở Văn hóa, Thể thao và Du lịch", "Chủ trì."),
        ("Chương I QUY ĐỊNH CHUNG", "Điều 1. Phạm vi áp dụng", f"1. {_LONG.strip()}", "2. Thực hiện khoản 2. 3 năm."),
        ("Chương II TRÁCH NHIỆM", "Điều 2. Trách nhiệm của Sở Y tế", "Sở Y tế chủ trì việc này.", _LONG.strip()),
    ],
)  # fmt: skip
def test_paragraphs_of_a_run(paragraphs):
    expected = [*_HEAD, *paragraphs, *_FOOT]
    found = _run(*paragraphs)
    if paragraphs[-1] == _LONG.strip():
        expected[-len(_FOOT) - 2 : -len(_FOOT)] = [" ".join(paragraphs[-2:])]
    assert found == expected


def test_duties_citations_and_header_of_a_run():
    body = (
        "II. TỔ CHỨC THỰC HIỆN",
        f"1. Sở Tài chính: {_LONG.strip()}",
        "a) Chủ trì lập dự toán trước ngày 15/12/2025;",
    )
    lines = (*_HEAD, *body, "2. Sở Y tế: Phối hợp với Sở Tài chính tổng hợp báo cáo.", *_FOOT)
    whole, run = (extract_document(read_bytes(sign.join(lines).encode(), "a.txt")) for sign in ("\n", " "))
    assert [(r.task, [(a.text, a.role) for a in r.actors]) for r in run.responsibilities] == [
        (r.task, [(a.text, a.role) for a in r.actors]) for r in whole.responsibilities
    ]
    assert len(run.responsibilities) >= 2
    assert [c.text for c in run.citations] == [c.text for c in whole.citations]
    header = run.headers[0]
    assert (header.number, header.type, header.issued_on) == ("2443/KH-UBND", "KH", "2025-05-29")
    assert (header.place, header.issuer) == ("Lai Châu", "Ủy ban nhân dân tỉnh Lai Châu")
    assert [signer.name for signer in header.signers] == ["Lê Văn Phước"]


@pytest.mark.parametrize("lines", [_HEAD, (*_HEAD, _LONG), (*_HEAD, "1. Sở Y tế: Chủ trì. 2. Sở Tài chính: Phối hợp.")])
def test_a_text_of_usual_lines_stays(lines):
    assert read_bytes("\n".join(lines).encode(), "a.txt").text.split("\n") == [line.strip() for line in lines]
