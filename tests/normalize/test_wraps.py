"""Lines as they are printed -> paragraphs. Every row is a sample of what a reader met; a bug leaves one."""

from __future__ import annotations

import pytest

from pipeline.read import read_bytes

_HEAD = "KẾ HOẠCH\nCăn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024, tỉnh ban hành kế hoạch:\n"
_FULL = (
    "Phát triển kinh tế tuần hoàn phải dựa trên cách tiếp cận mở, hướng nhiều hơn đến\n"
    "tạo dựng không gian và thuận lợi cho phát huy hiệu quả kinh tế, trên cơ sở tăng\n"
    "cường hợp tác, bảo đảm huy động và sử dụng hiệu quả tri thức, các thành tựu khoa\n"
    "học và công nghệ, các nguồn lực cần thiết từ khu vực tư nhân, các tổ chức xã hội\n"
    "trong nước.\n"
)


def _paragraphs(lines: str) -> list[str]:
    """The paragraphs of some lines in the middle of a text that is wrapped at 80 signs."""
    document = read_bytes(f"{_HEAD}{_FULL}{lines}\n".encode(), "a.txt")
    texts = [document.quote(paragraph.span) for paragraph in document.paragraphs]
    return texts[3:]


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        # headings cut in two
        ("I. QUAN ĐIỂM,\nMỤC TIÊU\n1. Quan điểm", ["I. QUAN ĐIỂM, MỤC TIÊU", "1. Quan điểm"]),
        ("IV. CHẾ ĐỘ\nBÁO CÁO\nHằng năm báo cáo.", ["IV. CHẾ ĐỘ BÁO CÁO", "Hằng năm báo cáo."]),
        (
            "11. Bộ Chỉ\nhuy Quân sự tỉnh\nTrên cơ sở hướng dẫn của các Bộ, chủ động.",
            ["11. Bộ Chỉ huy Quân sự tỉnh", "Trên cơ sở hướng dẫn của các Bộ, chủ động."],
        ),
        (
            "4. Sở Công\nThương\nHướng dẫn thực hiện mô hình kinh tế tuần hoàn.",
            ["4. Sở Công Thương", "Hướng dẫn thực hiện mô hình kinh tế tuần hoàn."],
        ),
        (
            "8. Sở Lao động\n- Thương binh và Xã hội\nChủ động nghiên cứu.",
            ["8. Sở Lao động - Thương binh và Xã hội", "Chủ động nghiên cứu."],
        ),
        # a heading that only names a body
        (
            "2.1. Sở Tài chính\n- Chủ trì, phối hợp với các sở, ngành tham mưu kinh phí.",
            ["2.1. Sở Tài chính", "- Chủ trì, phối hợp với các sở, ngành tham mưu kinh phí."],
        ),
        (
            "8. Sở Lao động\n- Thương binh và Xã hội\n- Kinh phí được giao hằng năm.",
            ["8. Sở Lao động - Thương binh và Xã hội", "- Kinh phí được giao hằng năm."],
        ),
        ("2. Sở Tài chính\n- chủ trì thẩm định.", ["2. Sở Tài chính", "- chủ trì thẩm định."]),
        ("3. Sở Y tế\nHướng dẫn chuyên môn\n- Bệnh viện", ["3. Sở Y tế", "Hướng dẫn chuyên môn", "- Bệnh viện"]),
        ("1. Sở Tài chính\nchủ trì thẩm định.", ["1. Sở Tài chính chủ trì thẩm định."]),
        (
            "9. Ủy ban Mặt trận Tổ quốc\nViệt Nam tỉnh\n- Giám sát.",
            ["9. Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "- Giám sát."],
        ),
        ("- Thuế thành phố Hải\nPhòng\n- Lưu: VT.", ["- Thuế thành phố Hải Phòng", "- Lưu: VT."]),
        ("1. Quan điểm\nChủ động phát triển là tất\nyếu.", ["1. Quan điểm", "Chủ động phát triển là tất yếu."]),
        ("12.\nNgân hàng Nhà nước", ["12. Ngân hàng Nhà nước"]),
        # numbers, dates, names
        (
            "Thực hiện Kế hoạch số 4007/KH-\nUBND ngày 05/10/2023.",
            ["Thực hiện Kế hoạch số 4007/KH-UBND ngày 05/10/2023."],
        ),
        (
            (
                "Về việc tăng cường các biện pháp phòng, chống dịch bệnh gia súc dịp cuối năm\n"
                "Triển khai Chỉ thị số 32/CT-TTg, Bộ trưởng chỉ thị:"
            ),
            [
                "Về việc tăng cường các biện pháp phòng, chống dịch bệnh gia súc dịp cuối năm",
                "Triển khai Chỉ thị số 32/CT-TTg, Bộ trưởng chỉ thị:",
            ],
        ),
        ("Thực hiện Quyết định số\n687/QĐ-TTg của Thủ tướng.", ["Thực hiện Quyết định số 687/QĐ-TTg của Thủ tướng."]),
        ("được phê duyệt ngày 18\ntháng 7 năm 2022.", ["được phê duyệt ngày 18 tháng 7 năm 2022."]),
        ("được thông qua ngày 14 tháng 7 năm\n2017./.", ["được thông qua ngày 14 tháng 7 năm 2017./."]),
        ("giai đoạn 2021\n- 2030 và các năm sau.", ["giai đoạn 2021 - 2030 và các năm sau."]),
        (
            "các thành tựu khoa học của Cách mạng Công nghiệp\n4.0 và chuyển đổi.",
            ["các thành tựu khoa học của Cách mạng Công nghiệp 4.0 và chuyển đổi."],
        ),
        ("của Hội đồng nhân dân tỉnh Bắc\nGiang.", ["của Hội đồng nhân dân tỉnh Bắc Giang."]),
        (
            "Ban Kinh tế\n- Ngân sách Hội đồng nhân dân tỉnh thẩm tra.",
            ["Ban Kinh tế - Ngân sách Hội đồng nhân dân tỉnh thẩm tra."],
        ),
        # references that look like labels
        ("theo quy định tại khoản\n4. Điều này áp dụng.", ["theo quy định tại khoản 4. Điều này áp dụng."]),
        ("quy định tại điểm c khoản 1\nĐiều 7 Luật Thuế.", ["quy định tại điểm c khoản 1 Điều 7 Luật Thuế."]),
        ("tại các điểm a), b), c),\nd) khoản 1 Điều 10.", ["tại các điểm a), b), c), d) khoản 1 Điều 10."]),
        ("dừng bán hàng (lần\n2) đến Sở Công Thương.", ["dừng bán hàng (lần 2) đến Sở Công Thương."]),
        # real paragraphs stay apart
        ("- Sở Tài chính\n- Sở Nội vụ", ["- Sở Tài chính", "- Sở Nội vụ"]),
        ("a) Mục tiêu tổng quát\nPhát triển bền vững.", ["a) Mục tiêu tổng quát", "Phát triển bền vững."]),
        (
            "Nội dung như sau:\n1. Tuyên truyền.\n2. Kiểm tra.",
            ["Nội dung như sau:", "1. Tuyên truyền.", "2. Kiểm tra."],
        ),
        (
            "Điều 3. Giao\nỦy ban nhân dân tỉnh tổ chức thực hiện.",
            ["Điều 3. Giao Ủy ban nhân dân tỉnh tổ chức thực hiện."],
        ),
        ("TM. ỦY BAN NHÂN\nDÂN\nCHỦ TỊCH\nTrần Tiến Dũng", ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Tiến Dũng"]),
        # emphasis of light markup says where a heading ends
        ("**II. NỘI DUNG\nTRỌNG TÂM**\n**1.** Tổ chức rà soát.", ["II. NỘI DUNG TRỌNG TÂM", "1. Tổ chức rà soát."]),
        ("**KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH**\nBùi Thanh An", ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Bùi Thanh An"]),
    ],
)
def test_wrapped_lines(lines, paragraphs):
    assert _paragraphs(lines) == paragraphs


_LONG = (
    "Tuyên truyền, quán triệt sâu rộng nội dung Quyết định số 687/QĐ-TTg ngày 07/6/2022 của Thủ tướng Chính phủ về phê "
    "duyệt Đề án phát triển kinh tế tuần hoàn ở Việt Nam tới các cấp, các ngành, các đơn vị để tổ chức thực hiện.\n\n"
)


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        (
            "hướng tới nền kinh tế xanh, thân\n\nthiện với môi trường;",
            ["hướng tới nền kinh tế xanh, thân thiện với môi trường;"],
        ),
        ("thực hiện Nghị quyết Đại\n\nhội đại biểu toàn quốc.", ["thực hiện Nghị quyết Đại hội đại biểu toàn quốc."]),
        ("trên địa bàn huyện, thị xã,\n\n- Xây dựng mô hình.", ["trên địa bàn huyện, thị xã,", "- Xây dựng mô hình."]),
        ("1. Mục tiêu chung.\n\nXanh hóa các ngành.", ["1. Mục tiêu chung.", "Xanh hóa các ngành."]),
        ("PHÓ CHỦ TỊCH\n\n\nLê Trọng Quảng", ["PHÓ CHỦ TỊCH", "Lê Trọng Quảng"]),
    ],
)
def test_sentences_cut_by_a_page_break(lines, paragraphs):
    document = read_bytes(f"KẾ HOẠCH\n\nCăn cứ Nghị quyết số 57-NQ/TW:\n\n{_LONG}{lines}\n".encode(), "a.txt")
    assert [document.quote(paragraph.span) for paragraph in document.paragraphs][3:] == paragraphs
