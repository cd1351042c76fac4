"""Every form in which instruments are named: what is cited, and what is not."""

from __future__ import annotations

import pytest

from pipeline.text import find_citations

# (sentence, (kind, mention, number or title, date) of each citation)
FORMS = [
    (
        "các Nghị định số 24/2014/NĐ-CP, số 37/2014/NĐ-CP và 08/2015/NĐ-CP của Chính phủ",
        [
            ("numbered", "Nghị định số 24/2014/NĐ-CP", "24/2014/NĐ-CP", None),
            ("numbered", "37/2014/NĐ-CP", "37/2014/NĐ-CP", None),
            ("numbered", "08/2015/NĐ-CP của Chính phủ", "08/2015/NĐ-CP", None),
        ],
    ),
    (
        "từ Quyết định số 12/QĐ-UBND đến Quyết định số 15/QĐ-UBND ngày 05/01/2020",
        [
            ("numbered", "Quyết định số 12/QĐ-UBND", "12/QĐ-UBND", None),
            ("numbered", "Quyết định số 15/QĐ-UBND ngày 05/01/2020", "15/QĐ-UBND", "2020-01-05"),
        ],
    ),
    (
        "Nghị định số 178/2024/NĐ-CP ngày 03tháng02năm 2025; Quyết định số 6/QĐ-TTg ngày 1.4.2022",
        [
            ("numbered", "Nghị định số 178/2024/NĐ-CP ngày 03tháng02năm 2025", "178/2024/NĐ-CP", "2025-02-03"),
            ("numbered", "Quyết định số 6/QĐ-TTg ngày 1.4.2022", "6/QĐ-TTg", "2022-04-01"),
        ],
    ),
    (
        "Căn cứ Nghị định số 30/2020/NĐ-CP (sau đây gọi tắt là Nghị định 30). Theo Nghị định 30, Điều 5 Nghị định này",
        [
            ("numbered", "Nghị định số 30/2020/NĐ-CP", "30/2020/NĐ-CP", None),
            ("alias", "Nghị định 30", "30/2020/NĐ-CP", None),
            ("alias", "Nghị định 30", "30/2020/NĐ-CP", None),
        ],
    ),
    (
        "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị. Nghị quyết số 57; Quyết định trên; Nghị quyết trên",
        [
            ("numbered", "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị", "57-NQ/TW", "2024-12-22"),
            ("alias", "Nghị quyết số 57", "57-NQ/TW", "2024-12-22"),
            ("alias", "Nghị quyết trên", "57-NQ/TW", "2024-12-22"),
        ],
    ),
    (
        "Điều 5 Luật Đường sắt vũ trụ năm 2031, Điều 6 của Luật này, khoản 2 Điều 7 Nghị định này, Điều 8 Quy chế này",
        [("law", "Luật Đường sắt vũ trụ năm 2031", "Luật Đường sắt vũ trụ", "2031")],
    ),
    (
        "Pháp lệnh Ưu đãi người có công với cách mạng, Bộ luật Hình sự năm 2015, Luật Thuế TNCN và Hiến pháp năm 2013",
        [
            ("law", "Pháp lệnh Ưu đãi người có công với cách mạng", "02/2020/UBTVQH14", "2020-12-09"),
            ("law", "Bộ luật Hình sự năm 2015", "100/2015/QH13", "2015-11-27"),
            ("law", "Luật Thuế TNCN", "04/2007/QH12", "2007-11-21"),
            (
                "law",
                "Hiến pháp năm 2013",
                "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013",
                "2013-11-28",
            ),
        ],
    ),
    (
        (
            "Nghị quyết Trung ương 7 khóa XI về chủ động ứng phó với biến đổi khí hậu; Nghị quyết Đại hội Đảng bộ tỉnh "
            "Lai Châu lần thứ XIV"
        ),
        [
            ("party", "Nghị quyết Trung ương 7 khóa XI", "24-NQ/TW", "2013-06-03"),
            (
                "party",
                "Nghị quyết Đại hội Đảng bộ tỉnh Lai Châu lần thứ XIV",
                "Nghị quyết Đại hội Đảng bộ tỉnh Lai Châu lần thứ XIV",
                None,
            ),
        ],
    ),
    (
        "Chiến lược quốc gia về tăng trưởng xanh giai đoạn 2021-2030, tầm nhìn 2050",
        [
            (
                "programme",
                "Chiến lược quốc gia về tăng trưởng xanh giai đoạn 2021-2030, tầm nhìn 2050",
                "Chiến lược quốc gia về tăng trưởng xanh giai đoạn 2021-2030, tầm nhìn 2050",
                None,
            )
        ],
    ),
    (
        (
            "điện thoại 0213.3876.337, fax 024/38.252.131, tài khoản 3713.0.1234567, QCVN 02-2019/BYT, TCVN 7957:2008, "
            "3/4 đại biểu, Mẫu số 01/ĐK-TCT, ngày 05/11/2020"
        ),
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected"), FORMS, ids=[text[:40] for text, _ in FORMS])
def test_what_is_cited(text: str, expected: list[tuple[str, str, str, str | None]]) -> None:
    found = find_citations(text, issued_on="2025-11-30", place="Lai Châu")
    assert [(c.kind, c.text, c.target.number or c.target.title, c.target.issued_on) for c in found] == expected
    assert all(text[c.span.start : c.span.end] == c.text for c in found)
