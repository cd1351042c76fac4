"""Deadlines in prose: which adverbs of time a duty has, and which words of time are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.deadlines import find_deadlines
from tests.responsibilities.test_deadlines import ANCHOR, COLUMN, said

PROSE = [
    ("Cập nhật tình hình, gửi Văn phòng Chính phủ trước 13 giờ hằng ngày để tổng hợp",
     [("trước 13 giờ hằng ngày", {"kind": "recurring"})]),
    ("Thực hiện báo cáo định kỳ (trước ngày 15 tháng 12) về Sở Khoa học và Công nghệ",
     [("trước ngày 15 tháng 12", {"kind": "annual", "month": 12, "day": 15, "every": "year"})]),
    ("Trong thời hạn mười lăm ngày làm việc, kể từ ngày nhận hồ sơ hợp lệ",
     [("Trong thời hạn mười lăm ngày làm việc, kể từ ngày nhận hồ sơ hợp lệ", {"kind": "relative"})]),
    ("lập và gửi báo cáo trước ngày 30 tháng đầu của quý sau liền kề",
     [("trước ngày 30 tháng đầu của quý sau liền kề", {"kind": "recurring", "day": 30, "every": "quarter"})]),
    ("nộp chậm nhất là ngày 31 tháng 3 năm sau đối với báo cáo năm",
     [("chậm nhất là ngày 31 tháng 3 năm sau", {"kind": "annual", "month": 3, "day": 31, "every": "year"})]),
    ("hoàn thành trong tháng 8",
     [("hoàn thành trong tháng 8", {"kind": "period", "from_": "2025-08-01", "to": "2025-08-31"})]),
    ("Tổng hợp thiệt hại, báo cáo Chủ tịch UBND tỉnh trước 06 giờ và 16 giờ hằng ngày cho đến khi kết thúc đợt mưa lũ",
     [("trước 06 giờ và 16 giờ hằng ngày", {"kind": "recurring"})]),
    ("bàn giao hồ sơ cho Trung tâm trong tháng 8.",
     [("trong tháng 8", {"kind": "period", "from_": "2025-08-01", "to": "2025-08-31"})]),
    ("báo cáo trước 14 giờ 00 phút ngày mùng 5 Tết (tức ngày 21/02/2026) để tổng hợp",
     [("trước 14 giờ 00 phút ngày mùng 5 Tết (tức ngày 21/02/2026)",
       {"kind": "date", "on": "2026-02-21", "month": 2, "day": 21})]),
    ("sao lưu dữ liệu của hệ thống định kỳ (01 lần/ngày)",
     [("01 lần/ngày", {"kind": "recurring"})]),
    ("hoàn thành việc thanh tra theo Kế hoạch số 1505/KH-TTCP ngày 22/7/2025 trước ngày 26/11/2025",
     [("trước ngày 26/11/2025", {"kind": "date", "on": "2025-11-26", "month": 11, "day": 26})]),
    ("Đánh giá kết quả, xây dựng phương hướng hoạt động hằng tháng, quý, 6 tháng",
     [("hằng tháng, quý, 6 tháng", {"kind": "recurring", "every": "month"})]),
    ("Tổ chức ít nhất một sự kiện trong 70 ngày thi đua",
     [("trong 70 ngày", {"kind": "relative"})]),
    ("hoàn thành mục tiêu trong 500 ngày đêm thi đua", [("trong 500 ngày đêm", {"kind": "relative"})]),
    ("chậm nhất ngày 15/3/2025 phải gửi báo cáo",
     [("chậm nhất ngày 15/3/2025", {"kind": "date", "on": "2025-03-15", "month": 3, "day": 15})]),
    ("Trong thời hạn 0,5 ngày làm việc, Sở Xây dựng trả kết quả",
     [("Trong thời hạn 0,5 ngày làm việc", {"kind": "relative"})]),
    ("thông báo cho Hải quan 01 (một) ngày làm việc trước ngày dự định xử lý",
     [("01 (một) ngày làm việc trước ngày dự định xử lý", {"kind": "relative"})]),
    ("gửi tài liệu trước ngày tổ chức Hội thi ít nhất 30 ngày",
     [("trước ngày tổ chức Hội thi ít nhất 30 ngày", {"kind": "relative"})]),
    ("báo cáo Thủ tướng Chính phủ hằng tuần về tiến độ",
     [("hằng tuần", {"kind": "recurring", "every": "week"})]),
    ("xây dựng báo cáo hằng tuần về tiến độ", []),
    # a day that has just passed may be a slip of the year; what was so until then is none
    ("gửi báo cáo về Sở Nội vụ trước ngày 15/6/2024",
     [("trước ngày 15/6/2024", {"kind": "date", "on": "2024-06-15", "month": 6, "day": 15})]),
    ("rà soát các dự án đã được phê duyệt trước ngày 01/8/2024", []),
    ("các bệnh mà cơ sở y tế cấp cơ bản trước 01/01/2025 là tuyến huyện không thực hiện được", []),
    # a report of a quarter, what is counted until a day, a condition of long ago, a day that does not exist
    ("riêng báo cáo quý IV được nộp cùng báo cáo năm", []),
    ("báo cáo tình hình đào tạo theo năm thực hiện tính đến ngày 31 tháng 12 hàng năm", []),
    ("đã được cấp Giấy chứng nhận vào loại đất ở trước ngày 01/7/2004", []),
    ("báo cáo trước ngày 31/02/2026", []),
    ("đưa vào kế hoạch phát triển kinh tế - xã hội hằng năm đến năm 2025",
     [("hằng năm đến năm 2025", {"kind": "recurring", "every": "year", "to": "2025-12-31"})]),
    ("định kỳ hằng năm báo cáo kết quả gửi Sở Kế hoạch và Đầu tư trước ngày 30 tháng 11 để tổng hợp",
     [("trước ngày 30 tháng 11", {"kind": "annual", "month": 11, "day": 30, "every": "year"})]),
    ("Trước ngày 15/12 hàng năm tổng hợp, báo cáo Bộ Khoa học và Công nghệ",
     [("Trước ngày 15/12 hàng năm", {"kind": "annual", "month": 12, "day": 15, "every": "year"})]),
    ("định kỳ báo cáo và kiến nghị UBND tỉnh", [("định kỳ", {"kind": "recurring"})]),
    ("Hàng năm có trách nhiệm hướng dẫn các sở", [("Hàng năm", {"kind": "recurring", "every": "year"})]),
    ("báo cáo UBND tỉnh qua Sở X trước ngày 25 hằng tháng",
     [("trước ngày 25 hằng tháng", {"kind": "recurring", "day": 25, "every": "month"})]),
    ("gửi báo cáo trước ngày 01/6 và 15/11 hằng năm",
     [("trước ngày 01/6 và 15/11 hằng năm",
       {"kind": "annual", "month": 6, "day": 1, "every": "year", "days": ("--06-01", "--11-15")})]),
    ("hoàn thành trong quý I/2026",
     [("trong quý I/2026", {"kind": "period", "from_": "2026-01-01", "to": "2026-03-31"})]),
    ("báo cáo UBND tỉnh trước ngày 15/12/2026",
     [("trước ngày 15/12/2026", {"kind": "date", "on": "2026-12-15", "month": 12, "day": 15})]),
    # reporting that recurs, and reports that something else is done with
    ("Sở Nội vụ báo cáo hằng tháng", [("hằng tháng", {"kind": "recurring", "every": "month"})]),
    ("tổng hợp, báo cáo Thủ tướng hằng quý", [("hằng quý", {"kind": "recurring", "every": "quarter"})]),
    ("thực hiện chế độ báo cáo hằng tháng", [("hằng tháng", {"kind": "recurring", "every": "month"})]),
    ("gửi báo cáo hằng quý về Sở Tài chính", [("hằng quý", {"kind": "recurring", "every": "quarter"})]),
    ("định kỳ báo cáo hằng tháng", [("hằng tháng", {"kind": "recurring", "every": "month"})]),
    ("định kỳ rà soát, báo cáo hằng tháng",
     [("định kỳ", {"kind": "recurring"}), ("hằng tháng", {"kind": "recurring", "every": "month"})]),
    ("đưa kết quả vào báo cáo hằng năm", []),
    ("cập nhật theo chế độ báo cáo hằng tháng", []),
    ("báo cáo kết quả thực hiện kế hoạch hằng năm", []),
    # the year of what is done, of an aim, of what was so
    ("Hoàn thành trung tâm dữ liệu vào năm 2028",
     [("vào năm 2028", {"kind": "year", "from_": "2028-01-01", "to": "2028-12-31"})]),
    ("đưa hệ thống vào vận hành vào cuối năm 2026",
     [("vào cuối năm 2026", {"kind": "year", "from_": "2026-01-01", "to": "2026-12-31"})]),
    ("góp phần đạt mục tiêu phát thải ròng bằng “0” vào năm 2050", []),
    ("bảo trì tuyến đường khánh thành vào năm 2023", []),
    # what is done time and again, and what only names such a thing
    ("Thực hiện kiểm tra định kỳ và đột xuất việc quản lý chữ ký số", [("định kỳ", {"kind": "recurring"})]),
    ("theo dõi, kiểm tra, đánh giá định kỳ an toàn thông tin", [("định kỳ", {"kind": "recurring"})]),
    ("thực hiện chế độ thông tin, báo cáo định kỳ, đột xuất", [("định kỳ", {"kind": "recurring"})]),
    ("xây dựng kế hoạch kiểm tra thường xuyên, bảo trì, bảo dưỡng định kỳ cho hệ thống", []),
    ("tổng hợp kết quả kiểm tra định kỳ của các đơn vị", []),
    ("tổng hợp, báo cáo hằng ngày", [("hằng ngày", {"kind": "recurring"})]),
    ("theo dõi công việc hằng ngày", []),
    ("đưa nội dung này vào kế hoạch kiểm tra, giám sát hằng năm", []),
    ("Tham gia xây dựng kế hoạch hoạt động theo nhiệm kỳ và hằng năm", []),
    ("định kỳ tối đa 06 tháng phải thay đổi mật khẩu",
     [("định kỳ tối đa 06 tháng", {"kind": "recurring", "every": "half-year"})]),
    ("gửi hồ sơ trước thời gian tổ chức cuộc họp ít nhất 01 ngày làm việc",
     [("trước thời gian tổ chức cuộc họp ít nhất 01 ngày làm việc", {"kind": "relative"})]),
    ("cung cấp thông tin ngay trong ngày làm việc tiếp theo",
     [("ngay trong ngày làm việc tiếp theo", {"kind": "relative"})]),
    # sessions: on which something is laid before them, not what they do or did
    ("trình Hội đồng nhân dân tỉnh quy hoạch rừng tại Kỳ họp thứ Sáu, làm cơ sở triển khai",
     [("tại Kỳ họp thứ Sáu", {"kind": "relative"})]),
    ("báo cáo kết quả thực hiện tại các kỳ họp Hội đồng nhân dân tỉnh",
     [("tại các kỳ họp Hội đồng nhân dân tỉnh", {"kind": "recurring"})]),
    ("báo cáo tại kỳ họp thường lệ cuối năm", [("tại kỳ họp thường lệ cuối năm", {"kind": "relative"})]),
    ("trình Quốc hội thông qua tại Kỳ họp thứ 10", []),
    ("thực hiện các chỉ tiêu đã được giao tại Kỳ họp thứ 8", []),
    # what a condition tells is none; what the main clause tells is
    ("Trường hợp đến hết ngày 05 tháng 6 năm 2025 chưa giải ngân hết thì trước ngày 15 tháng 6 năm 2025 phải trả lại",
     [("trước ngày 15 tháng 6 năm 2025", {"kind": "date", "on": "2025-06-15", "month": 6, "day": 15})]),
    ("Khi gửi ý kiến về quỹ tiền lương hàng năm thì đồng thời gửi Bộ Nội vụ", []),
    # the event ends where the one who acts begins to
    ("Trong thời hạn 05 ngày làm việc kể từ khi nhận được công văn của địa phương có trách nhiệm bổ sung dự toán",
     [("Trong thời hạn 05 ngày làm việc kể từ khi nhận được công văn của địa phương", {"kind": "relative"})]),
    ("thay đổi mật khẩu ngay sau khi được cấp và giữ bí mật", [
        ("ngay sau khi được cấp và giữ bí mật", {"kind": "relative"})]),
    ("thay đổi mật khẩu ngay sau khi được cấp và, nếu cần, báo cáo",
     [("ngay sau khi được cấp", {"kind": "relative"})]),
    ("trong thời hạn 15 ngày làm việc đầu tiên của tháng tiếp theo, báo cáo",
     [("trong thời hạn 15 ngày làm việc đầu tiên của tháng tiếp theo", {"kind": "recurring", "every": "month"})]),
    ("giải quyết hồ sơ trong ngày nhận hồ sơ hợp lệ", [("trong ngày nhận hồ sơ hợp lệ", {"kind": "relative"})]),
    ("đối với thủ tục yêu cầu giải quyết ngay trong ngày hoặc không tính thời gian", []),
    ("Ngay khi Nghị quyết được ban hành, tổ chức quán triệt",
     [("Ngay khi Nghị quyết được ban hành", {"kind": "relative"})]),
    ("bảo đảm điều kiện để đưa vào sử dụng ngay khi hoàn thành công trình", []),
    ("Sau 01 năm thực hiện, tổ chức sơ kết", [("Sau 01 năm thực hiện", {"kind": "relative"})]),
    ("gửi tài liệu trước ngày tổ chức hội nghị 05 ngày",
     [("trước ngày tổ chức hội nghị 05 ngày", {"kind": "relative"})]),
    ("gửi tài liệu trước 05 ngày làm việc so với ngày họp",
     [("trước 05 ngày làm việc so với ngày họp", {"kind": "relative"})]),
    ("chi trả hỗ trợ trước Tết Nguyên đán", [("trước Tết Nguyên đán", {"kind": "relative"})]),
    ("tặng quà trẻ em trước Tết Trung thu năm 2025", [("trước Tết Trung thu năm 2025", {"kind": "relative"})]),
    # until a time, from now on or with a word for it
    ("Từ nay đến hết năm 2025, tập trung rà soát", [("Từ nay đến hết năm 2025", {"kind": "year", "to": "2025-12-31"})]),
    ("khắc phục ngay vướng mắc, bảo đảm đến hết năm 2025 không còn khó khăn",
     [("đến hết năm 2025", {"kind": "year", "to": "2025-12-31"})]),
    ("báo cáo không quá ngày 20/12/2025",
     [("không quá ngày 20/12/2025", {"kind": "date", "on": "2025-12-20", "month": 12, "day": 20})]),
    ("thông qua khi có không quá 1/3 số thành viên phản đối", []),
    ("rà soát quy trình (thời hạn hoàn thành: 30/11/2025)",
     [("thời hạn hoàn thành: 30/11/2025", {"kind": "date", "on": "2025-11-30", "month": 11, "day": 30})]),
    ("Năm 2026, tổ chức sơ kết việc thực hiện",
     [("Năm 2026", {"kind": "year", "from_": "2026-01-01", "to": "2026-12-31"})]),
    ("Từ năm 2026, bố trí kinh phí", [("Từ năm 2026", {"kind": "period", "from_": "2026-01-01"})]),
    ("Năm học 2025 - 2026, tổ chức tập huấn",
     [("Năm học 2025 - 2026", {"kind": "period", "from_": "2025-01-01", "to": "2026-12-31"})]),
    ("gửi báo cáo trước ngày 25 của tháng",
     [("trước ngày 25 của tháng", {"kind": "recurring", "day": 25, "every": "month"})]),
    ("họp ít nhất 01 lần/tháng", [("ít nhất 01 lần/tháng", {"kind": "recurring", "every": "month"})]),
    ("kiểm tra một năm hai lần", [("một năm hai lần", {"kind": "recurring", "every": "year"})]),
    ("mỗi nhiệm kỳ ít nhất 01 lần", [("mỗi nhiệm kỳ ít nhất 01 lần", {"kind": "recurring"})]),
    # an attribute of a noun is no deadline
    ("lồng ghép vào kế hoạch phát triển kinh tế - xã hội 5 năm, hàng năm của tỉnh", []),
    ("bố trí kinh phí phù hợp với khả năng cân đối ngân sách địa phương hàng năm", []),
    ("Tăng cường tự kiểm tra gắn với công tác thi đua khen thưởng hàng năm của đơn vị", []),
    # the date of an instrument, the years of a plan's name
    ("Tổ chức thực hiện Kế hoạch số 5213/KH-UBND ngày 23/12/2024 của UBND tỉnh", []),
    ("thực hiện Chương trình hành động giai đoạn 2021-2030 trên địa bàn tỉnh", []),
    ("thực hiện Chiến lược phát triển năng lượng đến năm 2030, tầm nhìn đến năm 2045", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PROSE)
def test_prose(text: str, expected: list[tuple[str, dict[str, object]]]) -> None:
    assert [(d.text, said(d)) for d in find_deadlines(text, anchor=ANCHOR)] == expected


@given(st.text(max_size=80), st.sampled_from([text for text, _ in COLUMN + PROSE]), st.integers(0, 10_000))
def test_spans_hold_their_words(noise: str, sample: str, offset: int) -> None:
    text = f"{noise} {sample}"
    for found in find_deadlines(text, anchor=ANCHOR, offset=offset):
        assert text[found.span.start - offset : found.span.end - offset] == found.text
