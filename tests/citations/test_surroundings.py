"""What stands around a number: type, date, issuer, title, pinpoint; where the mention ends."""

from __future__ import annotations

import unicodedata

import pytest

from extractors.findings import Citation, Pinpoint
from extractors.issuer_phrases import match_issuer
from extractors.titles import title_after
from extractors.vocabulary import table
from pipeline.text import find_citations


def _numbered(text: str, **where: str) -> list[Citation]:
    return [c for c in find_citations(text, **where) if c.kind == "numbered"]


# (sentence, mention, number, date, issuer)
MENTIONS = [
    (
        "Thực hiện Quyết định số 687/QĐ-TTg ngày 07/6/2022 của Thủ tướng Chính phủ về phê duyệt Đề án;",
        "Quyết định số 687/QĐ-TTg ngày 07/6/2022 của Thủ tướng Chính phủ",
        "687/QĐ-TTg",
        "2022-06-07",
        "Thủ tướng Chính phủ",
    ),
    (
        "Chương trình hành động số 11-CTr/TU, ngày 26/12/2016 của Tỉnh ủy thực hiện Nghị quyết",
        "Chương trình hành động số 11-CTr/TU, ngày 26/12/2016 của Tỉnh ủy",
        "11-CTr/TU",
        "2016-12-26",
        "Tỉnh ủy Lai Châu",
    ),
    (
        "Nghị quyết số 57-NQ/TW của Bộ Chính trị ngày 22 tháng 12 năm 2024 về đột phá",
        "Nghị quyết số 57-NQ/TW của Bộ Chính trị ngày 22 tháng 12 năm 2024",
        "57-NQ/TW",
        "2024-12-22",
        "Bộ Chính trị",
    ),
    (
        "theo Nghị định 30/2020/NĐ-CP (ngày 05/3/2020) của Chính phủ",
        "Nghị định 30/2020/NĐ-CP (ngày 05/3/2020) của Chính phủ",
        "30/2020/NĐ-CP",
        "2020-03-05",
        "Chính phủ",
    ),
    (
        "Công văn chỉ đạo số 574/UBND-NC ngày 23/9/2024 của UBND tỉnh Nghệ An về việc",
        "Công văn chỉ đạo số 574/UBND-NC ngày 23/9/2024 của UBND tỉnh Nghệ An",
        "574/UBND-NC",
        "2024-09-23",
        "Ủy ban nhân dân tỉnh Nghệ An",
    ),
    (
        "theo Văn bản thẩm định số 12/BTP-PL ngày 03/02/2020 của Bộ Tư pháp;",
        "Văn bản thẩm định số 12/BTP-PL ngày 03/02/2020 của Bộ Tư pháp",
        "12/BTP-PL",
        "2020-02-03",
        "Bộ Tư pháp",
    ),
    (
        "trong Thư chúc mừng số 15/BTP-VP ngày 03/02/2020 của Bộ Tư pháp;",
        "Thư chúc mừng số 15/BTP-VP ngày 03/02/2020 của Bộ Tư pháp",
        "15/BTP-VP",
        "2020-02-03",
        "Bộ Tư pháp",
    ),
    (
        "các Văn bản của Bộ Tư pháp: số 12/BTP-PL ngày 03/02/2020;",
        "Văn bản của Bộ Tư pháp: số 12/BTP-PL ngày 03/02/2020",
        "12/BTP-PL",
        "2020-02-03",
        "Bộ Tư pháp",
    ),
    (
        "Quyết định số 76/2000/QĐ-UB ngày 21 tháng 8 năm 2000 của Ủy ban nhân dân tỉnh Bình Phước Ban hành quy định",
        "Quyết định số 76/2000/QĐ-UB ngày 21 tháng 8 năm 2000 của Ủy ban nhân dân tỉnh Bình Phước",
        "76/2000/QĐ-UB",
        "2000-08-21",
        "Ủy ban nhân dân tỉnh Bình Phước",
    ),
    (
        "Thông tư số 55/2023/TT-BTC ngày 15/8/2023 của Bộ trưởng Bộ Tài chính quy định quản lý",
        "Thông tư số 55/2023/TT-BTC ngày 15/8/2023 của Bộ trưởng Bộ Tài chính",
        "55/2023/TT-BTC",
        "2023-08-15",
        "Bộ trưởng Bộ Tài chính",
    ),
    (
        "Thông tư liên tịch số 08/2011/TTLT-BNV-BTC ngày 31/8/2011 của Bộ Nội vụ, Bộ Tài chính hướng dẫn",
        "Thông tư liên tịch số 08/2011/TTLT-BNV-BTC ngày 31/8/2011 của Bộ Nội vụ, Bộ Tài chính",
        "08/2011/TTLT-BNV-BTC",
        "2011-08-31",
        "Bộ Nội vụ, Bộ Tài chính",
    ),
    (
        "theo Nghị định số 12/2020/NĐ-CP của Chính phủ; Bộ Y tế có trách nhiệm",
        "Nghị định số 12/2020/NĐ-CP của Chính phủ",
        "12/2020/NĐ-CP",
        None,
        "Chính phủ",
    ),
    (
        "theo Quyết định số 12/QĐ-BYT của Bộ Y tế; Bộ Tài chính có trách nhiệm",
        "Quyết định số 12/QĐ-BYT của Bộ Y tế",
        "12/QĐ-BYT",
        None,
        "Bộ Y tế",
    ),
    (
        "theo Thông tư số 12/2020/TT-BNV của Bộ trưởng Bộ Nội vụ; Sở Nội vụ chủ trì",
        "Thông tư số 12/2020/TT-BNV của Bộ trưởng Bộ Nội vụ",
        "12/2020/TT-BNV",
        None,
        "Bộ trưởng Bộ Nội vụ",
    ),
    (
        "theo Quyết định số 12/QĐ-TTCP của Thanh tra Chính phủ; Bộ Công an phối hợp",
        "Quyết định số 12/QĐ-TTCP của Thanh tra Chính phủ",
        "12/QĐ-TTCP",
        None,
        "Thanh tra Chính phủ",
    ),
    (
        "KẾT LUẬN SỐ 81-KL/TW NGÀY 04/6/2024 CỦA BỘ CHÍNH TRỊ VỀ TIẾP TỤC THỰC HIỆN",
        "KẾT LUẬN SỐ 81-KL/TW NGÀY 04/6/2024 CỦA BỘ CHÍNH TRỊ",
        "81-KL/TW",
        "2024-06-04",
        "Bộ Chính trị",
    ),
    (
        "tại Văn bản số 8091/BNV-TCBC ngày 17/9/2025 đề nghị",
        "Văn bản số 8091/BNV-TCBC ngày 17/9/2025",
        "8091/BNV-TCBC",
        "2025-09-17",
        "Bộ Nội vụ",
    ),
    ("(Quyết định số 12/QĐ-TTg) và", "Quyết định số 12/QĐ-TTg", "12/QĐ-TTg", None, "Thủ tướng Chính phủ"),
    ("theo Nghi dinh sé 59/2018/ND-CP của", "Nghi dinh sé 59/2018/ND-CP", "59/2018/NĐ-CP", None, "Chính phủ"),
    (
        "nghị quyết số 12/2021/nq-hđnd ngày 20/7/2021 của hội đồng nhân dân tỉnh",
        "nghị quyết số 12/2021/nq-hđnd ngày 20/7/2021 của hội đồng nhân dân tỉnh",
        "12/2021/NQ-HĐND",
        "2021-07-20",
        "Hội đồng nhân dân tỉnh Lai Châu",
    ),
    ("Nghị quyết 206/NQ-HĐND năm 2025 về dự toán", "Nghị quyết 206/NQ-HĐND năm 2025", "206/NQ-HĐND", "2025", None),
    (
        "Ngày 22/12/2024, Bộ Chính trị ban hành Nghị quyết số 57-NQ/TW về đột phá",
        "Nghị quyết số 57-NQ/TW",
        "57-NQ/TW",
        "2024-12-22",
        None,
    ),
    (
        "BÃI BỎ QUYẾT ĐỊNH SỐ 55/2014/QĐ-UBND NGÀY 31/12/2014 CỦA UBND THÀNH PHỐ ĐÀ NẴNG QUY ĐỊNH VỀ QUẢN LÝ",
        "QUYẾT ĐỊNH SỐ 55/2014/QĐ-UBND NGÀY 31/12/2014 CỦA UBND THÀNH PHỐ ĐÀ NẴNG",
        "55/2014/QĐ-UBND",
        "2014-12-31",
        "Ủy ban nhân dân thành phố Đà Nẵng",
    ),
    (
        "Ngày 21/8/2025, Cục Thuế có công văn số 3316/CT-CS về việc triển khai",
        "công văn số 3316/CT-CS",
        "3316/CT-CS",
        "2025-08-21",
        None,
    ),
    (
        "Ngày 22/10/2025, tại Thông báo số 569/TB-VPCP của Văn phòng Chính phủ, Phó Thủ tướng giao",
        "Thông báo số 569/TB-VPCP của Văn phòng Chính phủ",
        "569/TB-VPCP",
        "2025-10-22",
        "Văn phòng Chính phủ",
    ),
    (
        "tại Tờ trình số 394/TTr-CP và Đề án số 395/ĐA-CP ngày 09 tháng 5 năm 2025",
        "Tờ trình số 394/TTr-CP",
        "394/TTr-CP",
        "2025-05-09",
        "Chính phủ",
    ),
    (
        "Nghị định số 24/2014/NĐ-CP và Nghị định số 37/2014/NĐ-CP ngày 05/5/2014 của Chính phủ",
        "Nghị định số 24/2014/NĐ-CP",
        "24/2014/NĐ-CP",
        None,
        "Chính phủ",
    ),
    (
        "Báo cáo giải trình, tiếp thu số 483/BC-UBND ngày 25 tháng 11 năm 2025 của Ủy ban nhân dân tỉnh",
        "Báo cáo giải trình, tiếp thu số 483/BC-UBND ngày 25 tháng 11 năm 2025 của Ủy ban nhân dân tỉnh",
        "483/BC-UBND",
        "2025-11-25",
        "Ủy ban nhân dân tỉnh Lai Châu",
    ),
    (
        "công văn số 823/DLA-CNTK ngày 17/09/2025 của Thuế tỉnh Đắk Lắk về chính sách",
        "công văn số 823/DLA-CNTK ngày 17/09/2025 của Thuế tỉnh Đắk Lắk",
        "823/DLA-CNTK",
        "2025-09-17",
        "Thuế tỉnh Đắk Lắk",
    ),
    (
        "46/2002/QĐ-UBND ngày 31/02/2022 của UBND tỉnh",
        "46/2002/QĐ-UBND ngày 31/02/2022 của UBND tỉnh",
        "46/2002/QĐ-UBND",
        None,
        "Ủy ban nhân dân tỉnh Lai Châu",
    ),
]


@pytest.mark.parametrize(("text", "mention", "number", "on", "issuer"), MENTIONS)
def test_mention(text: str, mention: str, number: str, on: str | None, issuer: str | None) -> None:
    found = _numbered(text, place="Lai Châu")[0]
    assert (found.text, found.target.number, found.target.issued_on) == (mention, number, on)
    assert found.target.issuer == issuer
    assert text[found.span.start : found.span.end] == mention


TITLES = [
    (
        "Quyết định số 1/QĐ-TTg của Thủ tướng Chính phủ về việc phê duyệt Đề án A, B và C; Kế hoạch số 2/KH-UBND",
        "về việc phê duyệt Đề án A, B và C",
    ),
    (
        "Nghị định số 1/2020/NĐ-CP quy định chi tiết một số điều của Luật Đất đai và Nghị định số 2/2020/NĐ-CP",
        "quy định chi tiết một số điều của Luật Đất đai",
    ),
    ("Nghị quyết số 29-NQ/TW “Về đổi mới căn bản, toàn diện giáo dục” và", "Về đổi mới căn bản, toàn diện giáo dục"),
    (
        "Quyết định số 1/QĐ-UBND ban hành Kế hoạch thực hiện Nghị quyết số 50/NQ-CP của Chính phủ, UBND tỉnh yêu cầu",
        "ban hành Kế hoạch thực hiện Nghị quyết số 50/NQ-CP của Chính phủ",
    ),
    ("(Ban hành kèm theo Quyết định số 1/QĐ-UBND phê duyệt Đề án (giai đoạn 2))", "phê duyệt Đề án (giai đoạn 2)"),
    ("theo Nghị định số 1/2020/NĐ-CP quy định tại Điều 5", None),
    (
        "Điều 5 Nghị định số 30/2020/NĐ-CP của Chính phủ về công tác văn thư (Nghị định 30/2020/NĐ-CP).",
        "về công tác văn thư",
    ),
    ("Nghị định số 1/2020/NĐ-CP về " + "quản lý, sử dụng " * 40 + "đất; x", "về " + "quản lý, sử dụng " * 40 + "đất"),
    ("Nghị định số 1/2020/NĐ-CP về " + "quản lý " * 200, ("về " + "quản lý " * 53)[:420].rsplit(" ", 1)[0]),
    ("Nghị định số 1/2020/NĐ-CP\nVề vấn đề này, Bộ Tài chính có ý kiến", None),
    ("Nghị định số 1/2020/NĐ-CP.", None),
    (
        "thực hiện Quyết định số 687/QĐ-TTg về việc phê duyệt Đề án KTTH ở Việt Nam trên địa bàn tỉnh An Giang",
        "về việc phê duyệt Đề án KTTH ở Việt Nam",
    ),
    (
        "Quyết định số 889/QĐ-TTg phê duyệt Chương trình quốc gia về tiêu dùng bền vững trên địa bàn tỉnh.",
        "phê duyệt Chương trình quốc gia về tiêu dùng bền vững",
    ),
    (
        "Nghị quyết số 119/2020/QH14 về thí điểm tổ chức mô hình chính quyền đô thị trên địa bàn thành phố Đà Nẵng",
        "về thí điểm tổ chức mô hình chính quyền đô thị trên địa bàn thành phố Đà Nẵng",
    ),
    (
        "Quyết định số 5/2020/QĐ-UBND ban hành Quy định cấp nước trên địa bàn tỉnh An Giang",
        "ban hành Quy định cấp nước trên địa bàn tỉnh An Giang",
    ),
    (
        "Nghị định số 1/2020/NĐ-CP quy định về phí được sửa đổi, bổ sung bởi Nghị định số 2/2022/NĐ-CP",
        "quy định về phí",
    ),
    ("Thông tư số 1/2020/TT-BTC quy định về lệ phí, được thay thế bởi Thông tư số 2/2022/TT-BTC", "quy định về lệ phí"),
    ("Thông tư số 1/2020/TT-BTC quy định về lệ phí đã bị bãi bỏ", "quy định về lệ phí"),
    ("Thông tư số 1/2020/TT-BTC quy định về lệ phí hết hiệu lực từ ngày 01/7/2025", "quy định về lệ phí"),
    ("Nghị định số 1/2020/NĐ-CP quy định về phí và lệ phí như sau:", "quy định về phí và lệ phí"),
    (
        "Nghị quyết số 76/2025/UBTVQH15 về sắp xếp đơn vị hành chính, Ủy ban Thường vụ Quốc hội quyết định sắp xếp",
        "về sắp xếp đơn vị hành chính",
    ),
    (
        "Nghị định số 1/2020/NĐ-CP quy định tiền lương và điểm c khoản 3 Điều 5 Nghị định số 2/2020/NĐ-CP",
        "quy định tiền lương",
    ),
    (
        "Nghị định số 1/2020/NĐ-CP sửa đổi, bổ sung khoản 2 Điều 3 và Điều 5 Nghị định số 2/2018/NĐ-CP",
        "sửa đổi, bổ sung khoản 2 Điều 3 và Điều 5 Nghị định số 2/2018/NĐ-CP",
    ),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_title(text: str, title: str | None) -> None:
    assert _numbered(text)[0].target.title == title


# (text, title): one instrument has one title in a text
ONE_TITLE = [
    (
        "Nghị định 1/2020/NĐ-CP về phí; Nghị định số 1/2020/NĐ-CP về phí và lệ phí; Nghị định số 1/2020/NĐ-CP về phí.",
        "về phí",
    ),
    (
        "Nghị định số 1/2020/NĐ-CP\nVỀ PHÍ ĐƯỜNG BỘ\nNghị định số 1/2020/NĐ-CP về phí đường bộ",
        "về phí đường bộ",
    ),
    ("NGHỊ ĐỊNH SỐ 1/2020/NĐ-CP VỀ PHÍ ĐƯỜNG BỘ; Nghị định số 1/2020/NĐ-CP về phí đường bộ", "về phí đường bộ"),
]


@pytest.mark.parametrize(("text", "title"), ONE_TITLE)
def test_one_instrument_has_one_title(text: str, title: str) -> None:
    assert {c.target.title for c in _numbered(text)} == {title}


PINPOINTS = [
    ("điểm a khoản 2 Điều 5 Nghị định số 1/2020/NĐ-CP", Pinpoint("5", "2", "a")),
    ("khoản 1, khoản 2 và khoản 4 Điều 7 của Nghị định số 1/2020/NĐ-CP", Pinpoint("7", "1, 2, 4")),
    ("các Điều 11, 13 và 22 của Nghị định số 1/2020/NĐ-CP", Pinpoint("11, 13, 22")),
    ("Điều 16, Điều 17 và Điều 20 Nghị định số 1/2020/NĐ-CP", Pinpoint("16, 17, 20")),
    ("điểm a, điểm b và điểm c khoản 6 Điều 5 Nghị định số 1/2020/NĐ-CP", Pinpoint("5", "6", "a, b, c")),
    ("khoản 3 Điều 18d, Nghị định số 1/2020/NĐ-CP", Pinpoint("18d", "3")),
    ("Phụ lục II ban hành kèm theo Nghị định số 1/2020/NĐ-CP", Pinpoint(appendix="II")),
    ("khoản 1 Điều 5 và khoản 2 Điều 6 Nghị định số 1/2020/NĐ-CP", Pinpoint("5; khoản 2 Điều 6", "1")),
    (
        "Điều 2, khoản 3 Điều 27 và khoản 4 Điều 42 Nghị định số 1/2020/NĐ-CP",
        Pinpoint("2; khoản 3 Điều 27; khoản 4 Điều 42"),
    ),
    ("khoản 1, điểm 2.30 khoản 2 Điều 6 Nghị định số 1/2020/NĐ-CP", Pinpoint("6", "1; điểm 2.30 khoản 2")),
    ("điểm a, b khoản 2 Điều 3 Nghị định số 1/2020/NĐ-CP", Pinpoint("3", "2", "a, b")),
    ("điểm a khoản 1 và điểm b khoản 2 Điều 3 Nghị định số 1/2020/NĐ-CP", Pinpoint("3", "1; điểm b khoản 2", "a")),
    ("điểm d.3.2 khoản 1 Điều 52 Nghị định số 1/2020/NĐ-CP", Pinpoint("52", "1", "d.3.2")),
    ("tiết b điểm 2.2 khoản 2 Điều 3 Nghị định số 1/2020/NĐ-CP", Pinpoint("3", "2", "2.2 (tiết b)")),
    ("tiết đ.2 khoản 2 Điều 3 Nghị định số 1/2020/NĐ-CP", Pinpoint("3", "2", "tiết đ.2")),
    ("Điều 5, khoản 2, điểm a Nghị định số 1/2020/NĐ-CP", Pinpoint("5", "2", "a")),
    (
        "Điều 12, Điều 14, các khoản 2, khoản 3 và khoản 5 Điều 10 Nghị định số 1/2020/NĐ-CP",
        Pinpoint("12, 14; khoản 2, 3, 5 Điều 10"),
    ),
    ("Điều 5 đến Điều 9 Nghị định số 1/2020/NĐ-CP", Pinpoint("5-9")),
    ("Điều 9, Điều 10 Mục 3 của Nghị định số 1/2020/NĐ-CP", Pinpoint("9, 10", chapter="Mục 3")),
    ("Chương IV của Nghị định số 1/2020/NĐ-CP", Pinpoint(chapter="Chương IV")),
    ("Mục 1 Chương II Nghị định số 1/2020/NĐ-CP", Pinpoint(chapter="Mục 1 Chương II")),
    (
        "điểm 3 Mục II Phụ lục I ban hành kèm theo Nghị định số 1/2020/NĐ-CP",
        Pinpoint(point="3", appendix="I", chapter="Mục II"),
    ),
    ("danh mục 2 Nghị định số 1/2020/NĐ-CP", None),
    ("một số điều của Nghị định số 1/2020/NĐ-CP", None),
    ("Điều 3 Quyết định này và Nghị định số 1/2020/NĐ-CP", None),
    ("khoản 2 Điều này và khoản 3 Điều 4 Nghị định số 1/2020/NĐ-CP", Pinpoint("4", "3")),
    ("Điều 5. Nghị định số 1/2020/NĐ-CP", None),
    ("Nghị định số 1/2020/NĐ-CP", None),
]


@pytest.mark.parametrize(("text", "pinpoint"), PINPOINTS)
def test_pinpoint(text: str, pinpoint: Pinpoint | None) -> None:
    assert _numbered(text)[0].pinpoint == pinpoint


def test_a_list_shares_nothing_but_the_type() -> None:
    found = _numbered("các Nghị định số 24/2014/NĐ-CP ngày 4/4/2014, 37/2014/NĐ-CP ngày 5/5/2014")
    assert [(c.target.number, c.target.type, c.target.issued_on) for c in found] == [
        ("24/2014/NĐ-CP", "NĐ", "2014-04-04"),
        ("37/2014/NĐ-CP", "NĐ", "2014-05-05"),
    ]


# (sentence, issuer of each number)
SHARED = [
    (
        "các Quyết định số 12/QĐ-UBND ngày 5/6/2020, 13/QĐ-UBND và số 14/QĐ-UBND của UBND tỉnh Nghệ An",
        ["Ủy ban nhân dân tỉnh Nghệ An"] * 3,
    ),
    ("Công văn số 1/SNV-TCBC và Công văn số 2/SNV-TCBC của Sở Nội vụ", ["Sở Nội vụ"] * 2),
    ("công văn của Bộ Tài chính số 3910/BTC-QLG ngày 04 tháng 4 năm 2018", ["Bộ Tài chính"]),
    ("các Nghị định của Chính phủ: số 71/2024/NĐ-CP ngày 27/6/2024", ["Chính phủ"]),
    ("Nghị quyết số 1/NQ-HĐND, Quyết định số 2/QĐ-UBND của UBND tỉnh", [None, "Ủy ban nhân dân tỉnh"]),
]


@pytest.mark.parametrize(("text", "issuers"), SHARED)
def test_the_issuer_of_a_list(text: str, issuers: list[str | None]) -> None:
    assert [c.target.issuer for c in _numbered(text)] == issuers


def test_a_mention_without_a_date_is_the_one_that_has_it() -> None:
    found = _numbered(
        "Quyết định số 790/QĐ-UBND ngày 02/7/2021 của UBND tỉnh. Theo Quyết định số 790/QĐ-UBND", place="Lai Châu"
    )
    assert {c.target.id for c in found} == {"vn:lai-chau:2021:790-qdd-ubnd"}


def test_a_number_left_open_is_kept_and_never_invented() -> None:
    (found,) = find_citations(
        "(Ban hành kèm theo Quyết định số      /QĐ-UBND ngày     tháng     năm 2020 của UBND tỉnh Lai Châu)"
    )
    assert (found.kind, found.target.number, found.target.title, found.target.issued_on) == (
        "numbered",
        None,
        "Quyết định số /QĐ-UBND",
        "2020",
    )


# (sentence, type)
TYPES = [
    ("Quy định số 360-QĐ/TW ngày 29/8/2025", "QyĐ"),
    ("Quyết định số 246-QĐ/TW ngày 24/01/2025", "QĐ"),
    ("Chương trình hành động số 11-CTr/TU", "CTr"),
    ("Nghị quyết số 190/2025/QH15", "NQ"),
    ("Tờ trình số 12/STC-QLNS", "TTr"),
    ("số 574/UBND-NC", "CV"),
    ("Thông báo kết luận số 108/TB-VPCP", "TB"),
    ("Nghị định 24/CP", "NĐ"),
]


@pytest.mark.parametrize(("text", "code"), TYPES)
def test_the_type(text: str, code: str) -> None:
    assert _numbered(text)[0].target.type == code


INTERNAL = [
    "Điều 3 Quyết định này; khoản 2 Điều này; các điều kiện quy định tại Luật này",
    "điểm a khoản 1 Điều 5 của Nghị định này",
    "theo quy định của pháp luật bảo vệ bí mật nhà nước",
]


@pytest.mark.parametrize("text", INTERNAL)
def test_internal_references_are_no_citations(text: str) -> None:
    assert find_citations(text) == ()


def test_spans_hold_in_decomposed_text() -> None:
    text = unicodedata.normalize("NFD", "Thực hiện Quyết định số 687/QĐ-TTg ngày 07/6/2022 của Thủ tướng Chính phủ")
    (found,) = find_citations(text)
    assert text[found.span.start : found.span.end] == found.text
    assert unicodedata.normalize("NFC", found.text).startswith("Quyết định số 687/QĐ-TTg")
    assert found.target.number == "687/QĐ-TTg"


@pytest.mark.parametrize("row", [r for r in table("citation_words") if r["role"] == "opener"], ids=lambda r: r["word"])
def test_every_opener_opens_its_title(row: dict[str, str]) -> None:
    text = row["example"]
    (found,) = _numbered(text)
    title = title_after(text, found.span.end)
    assert title is not None
    assert text[title[0] :].lower().startswith(row["word"])


@pytest.mark.parametrize(
    "row", [r for r in table("citation_words") if r["role"] in ("capital", "issuer_stop")], ids=lambda r: r["word"]
)
def test_every_stop_ends_its_issuer(row: dict[str, str]) -> None:
    found = match_issuer(" " + row["example"], 0)
    assert found is None or row["word"] not in found[1]


@pytest.mark.parametrize(
    "row", [r for r in table("citation_words") if r["role"] in ("issuer_head", "office")], ids=lambda r: r["word"]
)
def test_every_head_begins_an_issuer(row: dict[str, str]) -> None:
    found = match_issuer(f" của {row['example']} về việc", 0)
    assert found is not None
    assert found[1].lower().startswith(row["example"].lower())


@pytest.mark.parametrize("text", [m[0] for m in MENTIONS] + [t[0] for t in TITLES])
def test_quotes_are_the_text_under_their_spans_and_spans_only_nest(text: str) -> None:
    found = find_citations(text, place="Lai Châu")
    for citation in found:
        assert text[citation.span.start : citation.span.end] == citation.quote
    for first in found:
        for second in found:
            assert not first.span.overlaps(second.span) or first.span in second.span or second.span in first.span


def test_what_a_province_names_in_its_title_is_its_own() -> None:
    (whole, named) = _numbered(
        "Quyết định số 157/2005/QĐ-UB ngày 21/12/2005 của Ủy ban nhân dân tỉnh Bình Phước về việc sửa đổi Quyết định "
        "số 67/2005/QĐ-UB ngày 20/7/2005 của Ủy ban nhân dân tỉnh",
        place="Đồng Nai",
    )
    assert whole.target.id == "vn:binh-phuoc:2005:157-2005-qdd-ub"
    assert (named.target.id, named.target.issuer) == (
        "vn:binh-phuoc:2005:67-2005-qdd-ub",
        "Ủy ban nhân dân tỉnh Bình Phước",
    )
    (_, without) = _numbered(
        "Nghị quyết số 43/2023/NQ-HĐND của HĐND tỉnh Bắc Giang về sửa đổi Điều 1 Nghị quyết số 17/2019/NQ-HĐND",
        place="Bắc Ninh",
    )
    assert without.target.id == "vn:bac-giang:2019:17-2019-nq-hddnd"


def test_one_number_of_one_day_is_one_letter_whoever_is_said_to_have_written_it() -> None:
    found = _numbered(
        "công văn số 4814/CCTKV.05-TTKT3 ngày 30/6/2025 của Chi cục Thuế khu vực V; công văn số 4814/CCTKV.05-TTKT3 "
        "ngày 30/6/2025 của Thuế thành phố Hải Phòng; Quyết định số 5/QĐ-UBND ngày 02/01/2020 của UBND tỉnh Hà Nam; "
        "Quyết định số 5/QĐ-UBND ngày 02/01/2020 của UBND tỉnh Nam Định"
    )
    assert len({c.target.id for c in found}) == 3


# (sentence, the numbers of companies' letters and judgments in it, as printed)
OUTSIDE = [
    ("Trả lời công văn số 128.2025/OL.WMCLV ngày 24/11/2025 của Công ty TNHH WM", ["128.2025/OL.WMCLV"]),
    ("Trả lời công văn số 01-10/2025/CV-TKV của Công ty TNHH Tokokosen về việc", ["01-10/2025/CV-TKV"]),
    ("công văn số JHDPC/2025/276 ngày 5/9/2025 của Công ty TNHH Điện lực Jaks", ["JHDPC/2025/276"]),
    ("Trả lời công văn số 1706-13/SSIT ngày 01/7/2013 của Công ty Liên doanh", ["1706-13/SSIT"]),
    ("Trả lời công văn số 01/2020 ngày 23/9/2020 của Công ty TNHH Takara", ["01/2020"]),
    ("nhận được công văn sé 644/CV-Tas.Airs của Công ty Cổ phần", ["644/CV-Tas.Airs"]),
    ("công văn số 172/2019/CV-Meredit ngày 03/12/2019 của Công ty Tài chính", ["172/2019/CV-Meredit"]),
    ("công văn số 5662/CT-CS của Cục Thuế gửi Công ty TNHH A", ["5662/CT-CS"]),
    ("công văn số 01/2020 của đơn vị", []),
    ("Bản án số 159/2022/HSST ngày 24/5/2022 của TAND thành phố Hà Nội", ["159/2022/HSST"]),
    ("bản án dân sự sơ thẩm số 15/2023/DS-ST ngày 01/02/2023", ["15/2023/DS-ST"]),
    ("Bản án số 159/2022/HSS T ngày 24/5/2022 của TAND thành phố Hà Nội", ["159/2022/HSST"]),
    ("bản án số 15/2023/DS - PT ngày 01/02/2023", ["15/2023/DS-PT"]),
    ("Bản án số 7 /2021/ KDTM-S T của Tòa án nhân dân tỉnh", ["7/2021/KDTM-ST"]),
    ("Quyết định số 12/2022/QĐST-HNGĐ ngày 05/5/2022 của Tòa án nhân dân huyện", ["12/2022/QĐST-HNGĐ"]),
]


@pytest.mark.parametrize(("text", "numbers"), OUTSIDE)
def test_letters_of_companies_and_judgments(text: str, numbers: list[str]) -> None:
    found = _numbered(text)
    assert [c.target.number for c in found] == numbers
    assert all(text[c.span.start : c.span.end] == c.text for c in found)


@pytest.mark.parametrize("row", [r for r in table("citation_words") if r["role"] == "company"], ids=lambda r: r["word"])
def test_every_word_of_a_company_is_read(row: dict[str, str]) -> None:
    assert len(_numbered(row["example"])) == 1
