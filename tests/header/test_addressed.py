"""The one province that a central document addresses, whose "UBND tỉnh" it means; two are never chosen between."""

from __future__ import annotations

import pytest

from extractors.agencies import find_agencies
from extractors.document import Document, Source
from extractors.header import extract_headers
from pipeline.structure.parts import find_parts

_TAX = "BỘ TÀI CHÍNH\nCỤC THUẾ\nSố: {}/CT-CS\nHà Nội, ngày 24 tháng 11 năm 2025\n"
_LETTER = _TAX.format("5467") + "V/v chính sách tiền thuê đất\n"
_NOTICE = (
    "VĂN PHÒNG CHÍNH PHỦ\nSố: 641/TB-VPCP\nHà Nội, ngày 25 tháng 11 năm 2025\nTHÔNG BÁO\n"
    "Kết luận của Phó Thủ tướng tại buổi làm việc với thành phố Đà Nẵng\n"
)
_CIRCULAR = (
    "BỘ TÀI CHÍNH\nSố: 116/2025/TT-BTC\nHà Nội, ngày 15 tháng 12 năm 2025\nTHÔNG TƯ\nHướng dẫn cơ chế tài chính\n"
    "Căn cứ Luật Ngân sách nhà nước;\n"
)
_PROVINCE = (
    "ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\nSố: 5/UBND-TH\nLai Châu, ngày 25 tháng 11 năm 2025\nV/v báo cáo\n"
    "Kính gửi: Ủy ban nhân dân tỉnh Gia Lai.\n"
)
_ASKS = "Đề nghị báo cáo UBND tỉnh xem xét, giao Sở Tài chính thực hiện.\n"


def _bodies(text: str) -> list[str]:
    document = Document(text, Source("-", "0" * 64, "txt"), parts=find_parts(text))
    (header, *_) = extract_headers(document).findings
    start = text.index("Đề nghị báo cáo")
    return [m.agency for m in find_agencies(text[start:], header.jurisdiction)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # the addressee, alone or among ministries
        (_LETTER + "Kính gửi: Thuế tỉnh Gia Lai.\nCục Thuế nhận được công văn số 286/GLA-CNTK.\n", " tỉnh Gia Lai"),
        (_LETTER + "Kính gửi:\n- Bộ Xây dựng;\n- Ủy ban nhân dân tỉnh Gia Lai.\nThực hiện ý kiến:\n", " tỉnh Gia Lai"),
        # a reply to a company, where the text names a body of one province
        (
            _LETTER + "Kính gửi: Công ty cổ phần Thành Công.\nTheo Công văn số 12/UBND-TH của UBND tỉnh Gia Lai.\n",
            " tỉnh Gia Lai",
        ),
        # two provinces, all provinces, an address only: no one's
        (_LETTER + "Kính gửi:\n- Thuế tỉnh Gia Lai;\n- Thuế tỉnh Đắk Lắk.\nVề việc này:\n", ""),
        (_LETTER + "Kính gửi: Các Thuế tỉnh, thành phố.\nUBND tỉnh Gia Lai đã ban hành bảng giá.\n", ""),
        (
            _LETTER + "Kính gửi: Công ty cổ phần Thành Công.\nUBND tỉnh Gia Lai và UBND tỉnh Đắk Lắk đã trả lời.\n",
            "",
        ),
        (_LETTER + "Kính gửi: Công ty cổ phần Thành Công.\nĐịa chỉ: phường Pleiku, tỉnh Gia Lai.\n", ""),
        # a rule for the whole country
        (_CIRCULAR + "Điều 1. Thay thế cụm từ “UBND tỉnh Gia Lai” trong Phụ lục.\n", ""),
        # a local document speaks of its own
        (_PROVINCE, " tỉnh Lai Châu"),
    ],
)
def test_bodies_of_the_province_addressed(text: str, place: str) -> None:
    province = f"Ủy ban nhân dân{place or ' tỉnh'}"
    assert _bodies(text + _ASKS) == [province, f"Sở Tài chính{place}"]


def test_the_title_addresses_a_city_and_no_tinh() -> None:
    assert _bodies(_NOTICE + "Ngày 21/11/2025:\nĐề nghị báo cáo Ủy ban nhân dân Thành phố.\n") == [
        "Ủy ban nhân dân thành phố Đà Nẵng"
    ]
    assert _bodies(_NOTICE + "Ngày 21/11/2025:\nĐề nghị báo cáo UBND tỉnh.\n") == ["Ủy ban nhân dân tỉnh"]
    groups = _bodies(_NOTICE + "Ngày 21/11/2025:\nĐề nghị báo cáo các sở, ngành và UBND các tỉnh, thành phố.\n")
    assert groups == ["các sở, ngành", "Ủy ban nhân dân các tỉnh, thành phố"]
