"""Short forms and their antecedents."""

from __future__ import annotations

import pytest

from extractors.citations import extract_citations
from extractors.findings import Citation, Header, Jurisdiction
from pipeline.text import document_of

HERE = Jurisdiction("nghe-an", "Nghệ An", "tỉnh", "2025-11-18")


def aliases(text: str, title: str | None = None, doc_type: str = "KH") -> list[Citation]:
    document = document_of(text)
    header = Header("SELF", None, doc_type, None, "2025-11-18", title, document.parts[0].head, jurisdiction=HERE)
    found = extract_citations(document, (header,)).findings
    assert all(document.quote(c.span) == c.quote for c in found)
    return [c for c in found if c.kind == "alias"]


DECREE = (
    "Thực hiện Nghị định số 200/2025/NĐ-CP ngày 09/7/2025 của Chính phủ quy định chi tiết một số điều của "
    "Luật Phòng thủ dân sự (sau đây viết tắt là Nghị định).\n"
)


@pytest.mark.parametrize(
    ("text", "mention", "number"),
    [
        (DECREE + "triển khai thi hành Nghị định kịp thời, đồng bộ", "Nghị định", "200/2025/NĐ-CP"),
        (
            DECREE + "các văn bản hướng dẫn Nghị định quy định chi tiết một số điều của Luật Phòng thủ dân sự.",
            "Nghị định quy định chi tiết một số điều của Luật Phòng thủ dân sự",
            "200/2025/NĐ-CP",
        ),
        (
            "UBND tỉnh ban hành Quyết định số 466/QĐ-UBND ngày 20/10/2025. Quyết định nêu trên chưa được gửi.",
            "Quyết định nêu trên",
            "466/QĐ-UBND",
        ),
        (
            "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024. Kết quả đạt được sau khi có Nghị quyết 57 là rõ.",
            "Nghị quyết 57",
            "57-NQ/TW",
        ),
    ],
)
def test_short_form_has_its_antecedent(text: str, mention: str, number: str) -> None:
    assert [(c.text, c.target.number) for c in aliases(text)] == [(mention, number)]


@pytest.mark.parametrize(
    "text",
    [
        DECREE + "Các Nghị định số 24/2014/NĐ-CP và Nghị định này còn hiệu lực.",
        "Phát triển kinh tế tuần hoàn (sau đây viết tắt là KTTH) theo Quyết định số 687/QĐ-TTg. KTTH là mục tiêu.",
        "Nghị quyết 57 đã tạo bước chuyển lớn.",
        "Quyết định nêu trên có hiệu lực.",
    ],
)
def test_no_short_form(text: str) -> None:
    assert aliases(text) == []


def test_two_antecedents_leave_it_open() -> None:
    text = (
        "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 và Nghị quyết số 57/NQ-CP ngày 21/4/2022 của Chính phủ. "
        "Theo Nghị quyết 57, các cơ quan khẩn trương hoàn thành."
    )
    (short,) = aliases(text)
    assert short.target.number is None
    assert len(short.target.candidates) == 2


def test_own_title_is_no_short_form() -> None:
    text = (
        "NGHỊ ĐỊNH QUY ĐỊNH CHI TIẾT MỘT SỐ ĐIỀU CỦA LUẬT PHÒNG THỦ DÂN SỰ\n"
        "Nghị định này thay thế Nghị định số 02/2020/NĐ-CP ngày 01/01/2020 của Chính phủ quy định chi tiết một số điều "
        "của Luật Phòng thủ dân sự."
    )
    assert aliases(text, "Quy định chi tiết một số điều của Luật Phòng thủ dân sự", "NĐ") == []
