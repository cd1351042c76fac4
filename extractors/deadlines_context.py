"""Where a time stands in prose: whether it is an adverb of the duty, or a part of a name, a noun or a condition."""

from __future__ import annotations

import datetime
import re

from extractors.deadlines_readers import Reading

# what an adverb of time may follow: nothing, a comma, a subject's end, "và", a bracket
_OPENS = re.compile(
    r"(?:^|[,;:(–\-]\s*|"
    r"(?<!\w)(?:và|đồng thời|thì|phải|có trách nhiệm|trách nhiệm|được|là|bảo đảm|đảm bảo|phấn đấu)\s+)$",
    re.IGNORECASE,
)
# nouns that "hằng năm", "giai đoạn 2021-2025" and "đến năm 2030" qualify
_QUALIFIED = re.compile(
    r"(?<!\w)(?:kế hoạch|dự toán|ngân sách|kinh phí|nguồn|chương trình|nhiệm vụ|chỉ tiêu|quy hoạch|danh mục|chiến lược|"
    r"đề án|dự án|báo cáo|phát triển|định hướng|tầm nhìn|mục tiêu|công tác|nghị quyết|quyết định|vốn|chi|thi đua|"
    r"khen thưởng|diễn tập|đánh giá|xếp loại)(?!\w)",
    re.IGNORECASE,
)
# reports that are written, that others make, or in which something is put; "gửi báo cáo hằng quý" is done quarterly
_OTHER_REPORT = re.compile(
    r"(?<!\w)(?:xây dựng|lập|soạn(?: thảo)?|hoàn thiện|chuẩn bị|thẩm định|phê duyệt|ban hành|quy định|công khai|"
    r"công bố|trong|theo|qua|vào|từ|tại|về|của|các|những|mẫu|biểu|bảng|nội dung|số liệu|đề cương|dự thảo|"
    r"(?<!định )kỳ|hệ thống|loại)(?: (?:các|những|kỳ|mẫu|chế độ|dự thảo|hệ thống))? $",
    re.IGNORECASE,
)
# what an assembly does at its session, or did: "trình Quốc hội | thông qua tại Kỳ họp thứ 10"
_PASSES = re.compile(r"(?:thông qua\s+|(?<!\w)(?:đã|được)(?!\w)[^;.]{0,80})$", re.IGNORECASE)
_SESSION = re.compile(r"\w+ (?:\w+ )?kỳ họp(?!\w)", re.IGNORECASE)
# an aim's year: "mục tiêu phát thải ròng bằng 0 vào năm 2050"
_AIM = re.compile(
    r"(?<!\w)(?:mục tiêu|chỉ tiêu|cam kết|tầm nhìn|lộ trình|định hướng|hướng (?:tới|đến)|phát thải ròng|dự kiến|"
    r"dự báo)(?!\w)[^,;.]*$",
    re.IGNORECASE,
)
# "cấp cơ bản trước 01/01/2025 là tuyến huyện": what things were until then
_WAS = re.compile(r",? (?:là|đã|mà)(?!\w)", re.IGNORECASE)
# a rate inside what a duty is about: "khi hoàn thành việc cấp 200 giấy phép | mỗi năm"
_MATTER = re.compile(r"(?<!\w)(?:khi|việc|về)(?!\w)[^,;:]{0,120} \d[\d.]* [^,;:]{2,60}$")
_TITLE_TAIL = re.compile(r"^,? (?:tầm nhìn|định hướng|và tầm nhìn|và định hướng|của Chính phủ)", re.IGNORECASE)
# "kế hoạch 5 năm, hằng năm", "kế hoạch hoạt động theo nhiệm kỳ và hằng năm"
_LONG_TERM = re.compile(r"(?:(?:5|năm) năm|(?:trung|dài) hạn(?: năm)?|nhiệm kỳ)(?:,| và) $", re.IGNORECASE)
# "Trường hợp đến hết ngày 05/4 không giải ngân hết | thì trước ngày 15/4 phải trả": what the condition tells is none
_CONDITION = re.compile(r"\s*(?:trường hợp|nếu|khi)(?!\w)[^;]*?(?<!\w)thì(?!\w)", re.IGNORECASE)
# what is done time and again: "thực hiện kiểm tra | định kỳ", "kiểm tra, đánh giá | định kỳ"
_ACT = re.compile(
    r"(?<!\w)(?:báo cáo|kiểm tra|rà soát|đánh giá|sơ kết|tổng kết|thống kê|giám sát|thanh tra|họp|giao ban|bảo trì|"
    r"bảo dưỡng|cập nhật|tập huấn|diễn tập|tổng hợp|công khai|theo dõi|quan trắc|đối thoại|sao lưu|khảo sát|kiểm kê|"
    r"tuần tra|sinh hoạt|duy tu|sát hạch|kiểm định|hiệu chuẩn|luân chuyển|bồi dưỡng)(?!\w)",
    re.IGNORECASE,
)
# what it is done to, up to the time: "an toàn thông tin"; the work of every day is no time
_OBJECT = re.compile(r" (?:(?!.*(?<!\w)(?:công việc|hoạt động|đời sống)(?!\w))[^,;:]{1,40} )?")
# what makes it the matter of another act: "xây dựng kế hoạch | kiểm tra định kỳ"
_OF_ANOTHER = re.compile(
    r"(?<!\w)(?:kế hoạch|chương trình|lịch|kết quả|đợt|cuộc|quy trình|quy định|kinh phí|biên bản|nhiệm vụ|đề án|"
    r"phương án|thời gian|chi phí|sau|trước|khi)(?: (?:về|tổ chức|thực hiện|của))? $",
    re.IGNORECASE,
)
# a member of a list has no more words than this
_SHORT = 2
# "tính đến ngày 31 tháng 12", "số liệu chốt đến": what is counted, not when it is due
_COUNTED = re.compile(r"(?<!\w)(?:tính|chốt|lũy kế|cộng dồn)(?: số liệu)? $", re.IGNORECASE)
# a date further back than this, in days, is a condition ("đất ở trước ngày 01/7/2004"), not a slip
_DAYS_BACK = 730
# what was so until a day that has passed: "đã được cấp Giấy chứng nhận trước ngày 01/8/2024"
_STOOD = re.compile(r"(?<!\w)(?:được|đã|đang|bị)(?!\w)[^,;.]{0,60}$", re.IGNORECASE)
# words that make a date a deadline, even one that has passed, and never an instrument's date
_DUE = re.compile(r"(?:trước|chậm nhất|muộn nhất|hoàn thành|xong|không quá|thời hạn)(?!\w)", re.IGNORECASE)
_COMPLETES = re.compile(r"(?:chậm nhất|muộn nhất|hoàn thành|xong|thời hạn)(?!\w)", re.IGNORECASE)
# the date of an instrument: "ngày 30 tháng 11 năm 2025 của", "Quyết định số 15/QĐ-UBND ngày"
_OF_INSTRUMENT = re.compile(r"(?:/[\w\-/]{2,30}|số \S{1,40}),? (?:ký |ban hành )?$", re.IGNORECASE)
# Code points around a time that tell what it is about
_AROUND = 200


def may_stand(text: str, start: int, end: int, reading: Reading) -> bool:
    """Whether words in prose are an adverb of time, not a part of a name or a noun's attribute."""
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    of_instrument = reading.kind == "date" and not _DUE.match(text, start) and _OF_INSTRUMENT.search(before)
    if (
        of_instrument
        or (reading.kind == "date" and _WAS.match(after))
        or _TITLE_TAIL.match(after)
        or _COUNTED.search(before)
        or (_SESSION.match(text, start) and _PASSES.search(before))
        or (reading.kind == "year" and text[start : start + 4].lower() == "vào " and _AIM.search(before))
    ):
        return False
    if not reading.adverb:
        return True
    if re.match(r" của(?!\w)", after) or _LONG_TERM.search(before):
        return False
    if _OPENS.search(before):
        return True
    return reading.kind == "recurring" and not _MATTER.search(before) and _recurs(_clause(before), reading)


def _recurs(clause: str, reading: Reading) -> bool:
    """Whether the clause before a time that recurs is what is done then, not a noun that the time qualifies."""
    if reading.every is None and reading.to is None:
        return _is_act(clause)
    return not any(not _is_reporting(clause, noun) for noun in _QUALIFIED.finditer(clause))


def main_clause(text: str) -> int:
    """Where a sentence begins behind the condition that opens it ("Nếu … thì"); 0 where none does."""
    condition = _CONDITION.match(text)
    return condition.end() if condition else 0


def _clause(before: str) -> str:
    """The part of a sentence before a time, back to the last comma that no short member of a list follows."""
    parts = re.split(r"([,;:])", before)
    first = len(parts) - 1
    while first > 1 and parts[first - 1] == "," and len(parts[first].split()) <= _SHORT:
        first -= 2
    return "".join(parts[first:])[-80:]


def _is_act(clause: str) -> bool:
    """Whether a clause ends in what is done at the intervals that "định kỳ" or "hằng ngày" says."""
    acts = list(_ACT.finditer(clause))
    if not acts or not _OBJECT.fullmatch(clause, acts[-1].end()):
        return False
    return not any(other.search(clause[: act.start()]) for act in acts for other in (_OF_ANOTHER, _OTHER_REPORT))


def _is_reporting(clause: str, noun: re.Match[str]) -> bool:
    """Whether "báo cáo" is what is done: "báo cáo Thủ tướng Chính phủ hằng tuần", "thực hiện báo cáo hằng quý"."""
    return noun[0].lower() == "báo cáo" and not _OTHER_REPORT.search(clause[: noun.start()])


def is_condition(text: str, match: tuple[int, int, Reading], anchor: datetime.date | None) -> bool:
    """Whether a date that has passed tells what was so until then, not when something is due."""
    start, end, reading = match
    last = reading.on or reading.to
    if anchor is None or last is None or reading.kind == "relative" or _COMPLETES.match(text[start:end]):
        return False
    day = datetime.date.fromisoformat(last)
    long_ago = day < anchor - datetime.timedelta(days=_DAYS_BACK)
    return long_ago or (day < anchor and _STOOD.search(text[max(0, start - _AROUND) : start]) is not None)
