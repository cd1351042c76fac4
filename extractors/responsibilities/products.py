"""What a duty delivers and under which instrument it is done, where its own words say so."""

from __future__ import annotations

import re

from extractors.document import Span

# where a citation begins and ends, and the id of what it cites
Cited = tuple[int, int, str]
# "Xây dựng kế hoạch hành động", "xây dựng và trình phê duyệt dự toán", "Ban hành Quy chế": verb, then the thing
_MADE = re.compile(
    r"(?:^|[,;]\s*|(?<!\w)(?:và|chủ động|khẩn trương|nghiên cứu,?|rà soát,?|tham mưu(?: [^,;]{0,60})?)\s+)"
    r"(?:xây dựng|ban hành|soạn thảo|biên soạn|lập|hoàn thiện)(?:,? (?:và )?(?:trình|ban hành|triển khai thực hiện|"
    r"trình phê duyệt|thực hiện|hoàn thiện|hiệu quả|triển khai)){0,3}\s+"
    r"(?P<thing>(?:các |một |hệ thống |bộ )?(?:kế hoạch|đề án|báo cáo|chương trình|quy chế|quy định|dự toán|văn bản|"
    r"cơ sở dữ liệu|tiêu chí|chính sách|hướng dẫn|tài liệu|danh mục|phương án|quy chuẩn|định mức|chỉ tiêu|mô hình|"
    r"nghị quyết|quyết định|hệ thống thông tin|lộ trình|quy trình)(?!\w)[^;.]{0,200})",
    re.IGNORECASE,
)
_MAKING = ("xây dựng", "ban hành", "soạn thảo", "biên soạn", "lập", "hoàn thiện")
# where the thing's name ends
_THING_END = re.compile(
    r",?\s+(?:để|nhằm|trình|gửi|phù hợp|bảo đảm|đảm bảo|theo quy định|báo cáo|"
    r"và (?:tổ chức|triển khai|trình|thực hiện|gửi)"
    r"|trong phạm vi|tại địa phương|đáp ứng|trước)(?!\w)|[;.(]|$",
    re.IGNORECASE,
)
# "theo Quyết định số …", "thực hiện Kế hoạch số …"
_UNDER = re.compile(r"(?:theo|căn cứ|thực hiện|quy định tại|của|tại)(?: các| nội dung| đúng)?\s*$", re.IGNORECASE)


def product(text: str, task: Span) -> str | None:
    """The deliverable that the task's first verb makes."""
    words = text[task.start : task.end]
    head = words[:250]
    made = _MADE.search(head) if any(map(head.lower().__contains__, _MAKING)) else None
    if made is None:
        return None
    end = _THING_END.search(words, made.start("thing") + 4)
    return words[made.start("thing") : end.start() if end else len(words)].rstrip(" ,") or None


def basis(text: str, span: Span, cited: tuple[Cited, ...]) -> str | None:
    """The id of the instrument that the duty is done under: the first cited after "theo", "căn cứ", "thực hiện"."""
    first, last = span.start, span.end
    for start, end, target in cited:
        if first <= start and end <= last and _UNDER.search(text[max(first, start - 30) : start]):
            return target
    return None
