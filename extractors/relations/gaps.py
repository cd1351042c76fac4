"""What the words between two citations do: end a clause, join two instruments, or only fill in a description.

All functions look at lower-case text of the same length as the document's, so that offsets hold.
"""

from __future__ import annotations

import re

# Instruments by their kind: what may stand as an object, or as a subject that the text leaves without a number.
_NORMATIVE = r"(?:bộ luật|luật|pháp lệnh|nghị định|thông tư(?: liên tịch)?|nghị quyết|quyết định|chỉ thị|lệnh)"
_PLAN = (
    r"(?:chương trình(?: hành động)?|kế hoạch(?: hành động)?|chiến lược|quy hoạch|đề án|dự án|quy chế|quy định|"
    r"danh mục|điều lệ|bảng giá|hướng dẫn|phương án|lộ trình|kết luận|thông báo|tờ trình|báo cáo|công văn|"
    r"công điện|văn bản|tiêu chí|định mức|phụ lục|biểu mẫu|mẫu|tiêu chuẩn)"
)
_MANNER = (
    r"(?:nghiêm túc|nghiêm chỉnh|nghiêm|có hiệu quả|hiệu quả|đầy đủ|kịp thời|đồng bộ|thống nhất|quyết liệt|tốt|"
    r"thành công|thắng lợi|triệt để|chặt chẽ|đúng|khẩn trương|ngay|toàn diện|thiết thực|chất lượng|thực chất|"
    r"đúng tiến độ|tích cực|chủ động|thường xuyên|hiệu lực|sâu rộng|bài bản|cụ thể|sáng tạo|linh hoạt|và|có|,)"
)
_NOUN = (
    r"(?:nội dung|nhiệm vụ|giải pháp|mục tiêu|chỉ tiêu|định hướng|chủ trương|ý kiến|chỉ đạo|quan điểm|yêu cầu|"
    r"chính sách|kết luận|văn bản|quy định|phương hướng|tinh thần|cam kết|nghĩa vụ|phần việc|công việc|lĩnh vực|"
    r"trách nhiệm được giao|nhóm|nghị quyết|chỉ thị|luật|nghị định|thông tư|quyết định|bộ luật|công điện)"
)
_MANY = r"(?:các|những|một số|toàn bộ|tất cả|từng|mọi|\d{1,3})"
_PIN = (
    r"(?:(?:các )?(?:điều|khoản|điểm|mục|chương|phần|tiết|phụ lục|gạch đầu dòng)(?: số| thứ)? (?:[ivxlc]+|\d+[a-zđ]?|[a-zđ]\d?)"
    r"(?:(?:,| và|, và|;| đến) (?:[ivxlc]+|\d+[a-zđ]?|[a-zđ]\d?)(?![\w/]))*)"
)

# "nghiêm túc, hiệu quả các nội dung của" | "đầy đủ các nhiệm vụ, giải pháp lĩnh vực nông nghiệp tại" | ""
_PLAIN = re.compile(rf"[\s\"“:(]*(?:(?:{_MANNER}|{_MANY}|{_PIN}|của|nội dung|{_NORMATIVE}|số)[\s,:\"“]*)*")
_OBJECT = re.compile(
    rf"\s*(?:{_MANNER}\s*)*(?:{_MANY}\s*)?(?:{_NOUN}|{_PLAN})\b.*"
    r"\b(?:của|tại|trong|theo|được giao tại|nêu tại|đề ra tại|đề ra trong|như|là|gồm|gồm có|sau|sau đây)\b[\s:\"“]*"
    rf"(?:{_MANY}\s*|{_PIN}[\s,]*|của\s*|{_NORMATIVE}\s*|văn bản\s*|số\s*)*",
    re.DOTALL,
)
_OBSTACLE = re.compile(r"\b(?:theo (?:đúng )?quy định|quy định (?:tại|trong)|trừ|không|này)\b|;|\.\s")
_NAMED = re.compile(
    r"\b(?:nhất là|đặc biệt là|trong đó có|bao gồm|gồm|như|sau|sau đây|cụ thể|cụ thể như sau|như sau)\s*:[\s\"“-]*$"
)
_ACCORDING = re.compile(r"\s*(?:đúng )?(?:theo|tại|trên cơ sở)\b")
_PARTIAL = re.compile(rf"\b(?:điều|khoản|điểm|phụ lục|mẫu|biểu|cụm từ|một phần|một số|nội dung|mục|danh mục|tên|từ)\b")

# ", và các " | "; " | " hoặc " : what joins an instrument to the one before
_JOINT = re.compile(
    rf"(?:,|;|\bvà|\bhoặc|\bcùng với|\bcùng|\bđến)\s*(?:(?:{_MANY}|{_PIN}|của|nội dung|{_NORMATIVE}|{_PLAN}|số|văn bản|tại|[\"“(])[\s,]*)*$"
)
_ONLY_JOINT = re.compile(
    rf"[\s,;:\"”“()\[\]\d-]*(?:(?:và|hoặc|cùng|với|đồng thời|{_MANY}|{_PIN}|của|nội dung|{_NORMATIVE}|{_PLAN}|số|[-+•*])[\s,:\"“(]*)*"
)
_LINK = re.compile(
    r"\W*(?:đã )?(?:được )?(?:(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|thủ tướng chính phủ|chính phủ)(?: tỉnh| thành phố)? )?"
    r"(?:ban hành |phê duyệt )?(?:đính )?(?:kèm )?(?:theo|tại)\s*(?:các\s*)?"
)

# "; " ends a clause; so does a sentence's end.
_CLAUSE = re.compile(r";|[.!?]\s+(?=[^\s\d])|\n")
_BODY = (
    r"(?:ủy ban|uỷ ban|ubnd|hội đồng|hđnd|bộ|sở|ban|chính phủ|thủ tướng|phó thủ tướng|cục|tổng cục|vụ|văn phòng|tỉnh ủy|tỉnh uỷ|"
    r"thành ủy|đảng ủy|chủ tịch|phó chủ tịch|giám đốc|bộ trưởng|thứ trưởng|thống đốc|quốc hội|đề nghị|yêu cầu|kính đề nghị|giao|nay)"
)
# ", Ủy ban nhân dân tỉnh ban hành" | ". Bộ Nội vụ đề nghị": the sentence's main clause begins
_MAIN = re.compile(
    rf"(?:,|\.|\))\s*(?:thì\s+)?(?={_BODY}\b(?:[^,;:.]{{0,120}}?\b)?(?:ban hành|xây dựng|đề nghị|yêu cầu|báo cáo|thông báo|có ý kiến|"
    r"quyết định|hướng dẫn|triển khai|tổ chức|trình|công bố|chỉ đạo|đã|đang|nhận|giao|kính|phối hợp|thực hiện|quy định|chủ trì)\b)"
)
_TITLE = re.compile(
    r"\b(?:về|quy định|ban hành|phê duyệt|công bố|sửa đổi|hướng dẫn|quy định chi tiết|thực hiện|triển khai)\b"
)
_VERB_AFTER = re.compile(
    r"(?:,|\bvà|\bđồng thời)\s*(?:(?:đồng thời|tiếp tục|tổ chức|tập trung|đẩy mạnh|chủ động|khẩn trương|kịp thời|nghiêm túc|để|nhằm)\s*)*$"
)

# "kiểm tra, đánh giá việc thực hiện X": the words make a noun of the carrying out
_NOMINAL = re.compile(
    r"(?:(?<!về )\bviệc|kết quả|tình hình|quá trình|hoạt động|công tác|tiến độ|kinh phí|nguồn lực|nguồn vốn|vốn|chi phí|thời gian|"
    r"thời hạn|đã|đang|chưa|khi|năm|ban chỉ đạo|tổ công tác|hội nghị|sơ kết|tổng kết|báo cáo|đánh giá|kiểm tra|giám sát|theo dõi|"
    r"đôn đốc|nội dung|số liệu|hiệu quả|năng lực|điều kiện|cơ chế|mức độ|giai đoạn|được|lộ trình|trong|bảo đảm|đảm bảo)"
    r"(?:\s+(?:chỉ đạo|tổ chức|triển khai|quán triệt|và|,|tổng kết|\d+ năm|\w+ năm))*\s*$"
)
_CONTROL = re.compile(
    r"\b(?:kiểm tra|giám sát|thanh tra|đánh giá|theo dõi|đôn đốc|sơ kết|tổng kết|báo cáo|tổng hợp|kết quả|tình hình)\b"
    r"(?:(?!\b(?:để|nhằm|xây dựng|tham mưu)\b)[^;:]){0,90}\b(?:việc|kết quả|tình hình|tiến độ|công tác)\s+(?:\w+\s+){0,4}$"
)
_ORDERED = re.compile(
    r"\b(?:đẩy mạnh|tăng cường|tổ chức|chỉ đạo|bảo đảm|đảm bảo|tập trung|tiếp tục)\s+(?:tốt |hiệu quả )?việc\s+(?:\w+\s+){0,2}$"
)
_UNNAMED = re.compile(rf"\b{_NORMATIVE}\s*$")
_UNNAMED_PAPER = re.compile(r"\b(?:văn bản|tài liệu|dự thảo|thông tư|nghị định|luật|nghị quyết|quyết định)\s*$")


def lowered(text: str) -> str:
    """Lower case of the same length as ``text``."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def clause_start(low: str, start: int, end: int) -> int | None:
    """Where the last clause that begins in ``low[start:end]`` begins, or null; what stands in brackets is skipped."""
    cut = None
    for pattern in (_CLAUSE, _MAIN):
        for match in pattern.finditer(low, start, end):
            inside = low.count("(", start, match.start()) - low.count(")", start, match.start())
            if inside <= 0 or ")" not in low[match.start() : end]:
                cut = max(cut or 0, match.end())
    return cut


def only_joins(words: str) -> bool:
    """Whether nothing but conjunctions, list marks and names of kinds stands there: " và các Nghị định số "."""
    return _ONLY_JOINT.fullmatch(words) is not None


def joins(words: str) -> str | None:
    """The conjunction by which the words end (", ", "và", "hoặc" …), or null when they do not join."""
    match = _JOINT.search(words)
    return match.group(0).split()[0].rstrip(",") or "," if match else None


def links(words: str) -> bool:
    """Whether the words only say where the thing named before stands: " theo", " ban hành kèm theo", " tại"."""
    return _LINK.fullmatch(words) is not None


def reaches(words: str) -> bool:
    """Whether a verb before these words has the instrument after them as object: " đầy đủ các nhiệm vụ tại "."""
    if len(words) > 240 or _OBSTACLE.search(words) or _ACCORDING.match(words):
        return False
    return bool(_PLAIN.fullmatch(words) or _OBJECT.fullmatch(words) or _NAMED.search(words))


def changes(words: str) -> bool:
    """Whether a changing verb before these words changes the instrument after them ("một số điều của")."""
    return len(words) <= 400 and not re.search(r";|\.\s(?!\d)", words) and not _ACCORDING.match(words)


def partial(words: str) -> bool:
    """Whether only a part of the instrument is meant: " khoản 2 Điều 5 của"."""
    return _PARTIAL.search(words) is not None


def nominal(before: str) -> bool:
    """Whether the words before a carrying-out verb make it a mere mention: "đánh giá việc", "kết quả"."""
    if _ORDERED.search(before):
        return False
    return bool(_NOMINAL.search(before) or _CONTROL.search(before))


def unnamed(before: str, *, papers: bool) -> bool:
    """Whether the verb's subject is an instrument without a number ("Nghị định sửa đổi …"); ``papers``: any kind."""
    return (_UNNAMED_PAPER if papers else _UNNAMED).search(before) is not None


def opens_title(words: str) -> bool:
    """Whether a title of the instrument before has begun in the words."""
    return _TITLE.search(words) is not None


def closes_title(words: str) -> bool:
    """Whether the words end the title of the instrument that governs: " trên địa bàn tỉnh Lai Châu, "."""
    return re.search(r"\btrên địa bàn\b", words) is not None


def verb_joins(words: str) -> bool:
    """Whether a verb after these words is joined to the sentence's own: ", tiếp tục "."""
    return _VERB_AFTER.search(words) is not None
