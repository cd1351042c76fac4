"""The written forms of a deadline that an event tells: a length of time from it, before it, a session, a feast."""

from __future__ import annotations

from extractors import deadlines_readers as read
from extractors.deadlines_patterns import (
    COUNT,
    COUNT_ONLY,
    EVENT_WORDS,
    OF_BODY,
    SESSION,
    SESSION_NAMED,
    SESSION_WORDS,
    form,
)  # fmt: skip
from extractors.deadlines_readers import Reading

EVENTS = (
    form(
        "within a time from an event", "trong thời hạn 15 ngày làm việc kể từ ngày ban hành Kế hoạch",
        r"(?:(?:trong|sau|chậm nhất|muộn nhất|không quá|tối đa|thời hạn|thời gian|là|vòng) ){0,4}"
        rf"{COUNT} (?P<unit>ngày|giờ|tháng|tuần|năm)(?: làm việc)?(?: \([^()]{{1,40}}\))?,? "
        r"(?:kể từ|tính từ|từ|sau) (?P<event>(?:ngày|khi|thời điểm|lúc|mỗi (?:cuộc|đợt|kỳ|phiên|lần))[^,;.]{0,120})",
        read.within,
        needs=EVENT_WORDS,
    ),
    form(
        "before an event", "ít nhất 05 ngày làm việc trước ngày khai mạc",
        r"(?:ít nhất|tối thiểu|chậm nhất)(?: là)? \d{1,3} (?:ngày|giờ|tháng)(?: làm việc)?,? trước [^,;.]{1,80}",
        lambda _: Reading("relative"),
        needs=("ít nhất", "tối thiểu", "chậm nhất"),
    ),
    form(
        "so long before an event", "01 (một) ngày làm việc trước ngày dự định xử lý",
        rf"{COUNT} (?:ngày|giờ) làm việc,? trước (?:ngày|khi|thời điểm) [^,;.]{{1,80}}|"
        r"trước (?:ngày|khi|thời điểm|thời gian) (?!\d)[^,;.]{1,60} "
        r"(?:(?:ít nhất|tối thiểu|chậm nhất)(?: là)? )?\d{1,3} "
        rf"(?:ngày|giờ|tháng)(?: làm việc)?(?! \d)|"
        rf"trước (?:ít nhất |tối thiểu )?{COUNT_ONLY} (?:ngày|giờ)(?: làm việc)?,? "
        r"(?:so với|trước|khi) [^,;.]{1,80}",
        lambda _: Reading("relative"),
        needs=("trước",),
    ),
    form(
        "within a time", "trong thời hạn 05 ngày làm việc",
        r"(?:trong|chậm nhất|không quá)(?: là)?(?: thời hạn| vòng| thời gian)(?: là)?(?: không quá| tối đa)? "
        rf"{COUNT} (?:ngày|giờ|tháng|tuần)(?: làm việc)?",
        lambda _: Reading("relative"),
        needs=("thời hạn", "vòng", "thời gian"),
    ),
    form(
        "within so many days", "trong 05 ngày làm việc",
        r"(?:(?:trong|chậm nhất(?: là| sau)?)(?: tối đa| không quá)?|tối đa|không quá) "
        rf"{COUNT} (?:(?:ngày|giờ) làm việc|"
        r"(?:ngày(?: đêm)?|giờ)(?=,|\.|;|$| (?:thi đua|cao điểm|tới|tiếp theo|liên tục)))",
        lambda _: Reading("relative"),
        needs=("ngày", "giờ"),
        also=("trong", "chậm nhất", "tối đa", "không quá"),
    ),
    form(
        "right after", "ngay sau khi Kế hoạch được ban hành",
        r"ngay sau khi [^,;.]{1,100}|ngay sau (?:hội nghị|kỳ họp|cuộc họp|phiên họp)[^,;.]{0,80}",
        lambda _: Reading("relative"),
        needs=("ngay sau",),
    ),
    form(
        "as soon as", "ngay khi Nghị quyết được ban hành", r"ngay khi [^,;.]{1,100}",
        lambda _: Reading("relative", adverb=True),
        needs=("ngay khi",),
    ),
    form(
        "after years of work", "sau 01 năm thực hiện",
        rf"sau {COUNT} (?:năm|tháng) (?:(?:triển khai|tổ chức) )?(?:thực hiện|thi hành|hoạt động)",
        lambda _: Reading("relative"),
        needs=("sau",),
        also=("thực hiện", "thi hành", "hoạt động"),
    ),
    form(
        "on the day", "trong ngày nhận hồ sơ hợp lệ",
        r"ngay trong ngày(?: làm việc)?(?: tiếp theo)?(?=[,;.]|$)|"
        r"trong ngày (?:nhận|tiếp nhận)(?: được| đủ)?(?: hồ sơ| đề nghị| thông tin| văn bản)?(?: đầy đủ| hợp lệ)?",
        lambda _: Reading("relative"),
        needs=("trong ngày",),
    ),
    form(
        "sessions", "tại các kỳ họp Hội đồng nhân dân tỉnh",
        rf"(?:tại|trước|trong) (?:các|mỗi|từng) kỳ họp{SESSION}{OF_BODY}", lambda _: Reading("recurring"),
        needs=SESSION_WORDS,
    ),
    form(
        "at a session", "tại Kỳ họp thứ Sáu",
        rf"(?:tại|trước|trong|vào) kỳ họp{SESSION_NAMED}{OF_BODY}(?! ?\d)", lambda _: Reading("relative"),
        needs=SESSION_WORDS,
    ),
    form(
        "before a feast", "trước Tết Nguyên đán Bính Ngọ",
        r"(?:(?:hoàn thành|xong) )?trước Tết(?: (?:cổ truyền|Trung thu|Dương lịch|Âm lịch|"
        r"Nguyên đán(?: (?-i:[A-ZĐ])\w+ (?-i:[A-ZĐ])\w+)?))?(?: năm)?(?: \d{4})?",
        lambda _: Reading("relative"),
        needs=("trước tết",),
    ),
)  # fmt: skip
