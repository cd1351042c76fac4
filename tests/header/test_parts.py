"""The documents inside a text: what is attached, where it begins, its type and title."""

from __future__ import annotations

import pytest

from extractors.document import Document, Source, Span
from extractors.header import extract_headers
from extractors.header.kinds import type_line
from extractors.header.segments import segments
from extractors.header.signature import position_case
from extractors.vocabulary import table
from pipeline.structure.parts import find_parts

DECISION = """ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU
Số: 1498/QĐ-UBND
Lai Châu, ngày 30 tháng 11 năm 2012
QUYẾT ĐỊNH
Về việc ban hành Kế hoạch hành động
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LAI CHÂU
Căn cứ Luật Tổ chức HĐND và UBND;
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Lê Trọng Quảng
"""


@pytest.mark.parametrize(
    ("attached", "kind", "title"),
    [
        ("KẾ HOẠCH HÀNH ĐỘNG\nCHIẾN LƯỢC TĂNG TRƯỞNG XANH TỈNH LAI CHÂU\n(Kèm theo Quyết định số 1498/QĐ-UBND)\nI. CĂN",
         "KH", "Chiến lược tăng trưởng xanh tỉnh Lai Châu"),
        ("PHỤ LỤC I\nDANH MỤC NHIỆM VỤ\n(Kèm theo Quyết định số 1498/QĐ-UBND)\nTT | Nhiệm vụ",
         "PHỤ LỤC", "Danh mục nhiệm vụ"),
        ("DANH MỤC CÁC NHIỆM VỤ\nTHỰC HIỆN NGHỊ QUYẾT\n(Kèm theo Kế hoạch số 5/KH-UBND)\nSTT",
         "Danh mục", "Các nhiệm vụ thực hiện nghị quyết"),
        ("THỦ TỤC HÀNH CHÍNH NỘI BỘ\n(Kèm theo Quyết định số 1498/QĐ-UBND)\nTT | Tên",
         None, "Thủ tục hành chính nội bộ"),
        ("QUY CHẾ\nPHỐI HỢP CÔNG TÁC\nChương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi", "QC", "Phối hợp công tác"),
        ("Phụ lục 2\nMẫu báo cáo\nTT | Nội dung", "PHỤ LỤC", "Mẫu báo cáo"),
    ],
)  # fmt: skip
def test_an_attachment_has_a_header_of_its_own(attached: str, kind: str | None, title: str) -> None:
    text = DECISION + attached
    document = Document(text, Source("-", "0" * 64, "txt"), parts=find_parts(text))
    main, found = extract_headers(document).findings
    assert (found.type, found.title) == (kind, title)
    assert found.id == f"{main.id}#att1"
    assert document.parts[1].span.start == len(DECISION)
    assert main.signers[0].name == "Lê Trọng Quảng"


@pytest.mark.parametrize(
    "sentence",
    [
        "Ban hành kèm theo Quyết định này Quy chế làm việc.",
        "QUY ĐỊNH CHUNG",
        "(có Phụ lục kèm theo)",
        "Theo Phụ lục II của Nghị định.",
    ],
)
def test_a_mention_of_an_attachment_is_none(sentence: str) -> None:
    assert len(find_parts(f"{DECISION}{sentence}\nĐiều 2. Hiệu lực.\n")) == 1


def test_parts_cover_the_text_in_order() -> None:
    text = DECISION + "PHỤ LỤC I\nBIỂU MẪU\nTT | A\nPHỤ LỤC II\nBIỂU MẪU HAI\nTT | B"
    parts = find_parts(text)
    assert [p.kind for p in parts] == ["main", "attachment", "attachment"]
    assert [p.span.start for p in parts[1:]] == [p.span.end for p in parts[:-1]]
    assert parts[-1].span.end == len(text)
    assert all(p.head in p.span for p in parts)


def test_a_form_inside_an_appendix_is_no_attachment_of_its_own() -> None:
    form = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nBÁO CÁO\nThành tích của đơn vị\nI. Đặc điểm\n"
    note = "(Kèm theo Quyết định số 1498/QĐ-UBND)\n"
    parts = find_parts(f"{DECISION}Phụ lục I\n{note}Mẫu báo cáo\n{form}Phụ lục II\n{note}1. Tiêu chí\n")
    assert [p.kind for p in parts] == ["main", "attachment", "attachment"]


@pytest.mark.parametrize("row", table("header_types"), ids=lambda r: r["name"])
def test_a_type_is_read_from_its_example(row: dict[str, str]) -> None:
    (line,) = segments(row["example"], Span(0, len(row["example"])))
    found = type_line(line)
    assert found is not None
    assert found.kind.code == row["code"]


@pytest.mark.parametrize("row", table("positions"), ids=lambda r: r["name"])
def test_a_position_is_written_as_offices_write_it(row: dict[str, str]) -> None:
    assert position_case(row["name"].upper()) == row["name"]
    assert row["name"].upper() in row["example"]


def test_an_empty_text_has_one_part() -> None:
    assert [p.kind for p in find_parts("")] == ["main"]
