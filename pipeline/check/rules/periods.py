"""«Định kỳ» without a period."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.check.known import Known
from pipeline.check.subject import Subject
from pipeline.check.values import Check, Issue

# "định kỳ báo cáo", "kiểm tra định kỳ"; "bảo dưỡng định kỳ" has its period in the maker's manual
_ACT = r"báo cáo|kiểm tra|giám sát|đánh giá|rà soát|tổng hợp|họp|giao ban|sơ kết|thống kê|cập nhật|tổ chức|gửi"
_PERIODIC = re.compile(
    rf"\bđịnh kỳ\s+(?:hoặc đột xuất\s+)?(?:{_ACT})|(?<=báo cáo )định kỳ\b|(?<=kiểm tra )định kỳ\b", re.IGNORECASE
)
# What tells the period, in the same sentence or by another document
_TOLD = re.compile(
    r"(?:hằng|hàng|mỗi|từng|theo|cuối|đầu|\d+)\s*(?:tuần|tháng|quý|năm|ngày|kỳ|nửa năm)|\b(?:tuần|tháng|quý|năm)\b"
    r"|\b(?:theo|như) (?:quy định|yêu cầu|kế hoạch|chế độ|hướng dẫn|Điều|Thông tư|Nghị định)|đột xuất theo"
    r"|\b(?:trước|vào|chậm nhất) ngày|\bquy định (?:tại|của)|thường xuyên,? định kỳ",
    re.IGNORECASE,
)


# A decision that sets up a body names the kinds of its reports; their periods are set by others
_MANDATE = re.compile(r"chức năng, nhiệm vụ|cơ cấu tổ chức", re.IGNORECASE)


def _run(subject: Subject, known: Known) -> Iterator[Issue]:
    del known
    if _MANDATE.search(subject.header["title"] or ""):
        return
    seen: set[int] = set()
    for duty in subject.duties:
        first, last = duty["span"]
        deadline = duty["deadline"]
        told = deadline and (deadline["every"] or deadline["on"] or deadline["month"] or deadline["to"])
        for found in _PERIODIC.finditer(subject.text, first, last):
            if told or found.start() in seen or _TOLD.search(subject.text, *_sentence(subject.text, found.start())):
                continue
            seen.add(found.start())
            words = ("«định kỳ» mà không nêu chu kỳ", "«định kỳ» (periodically) without a period")
            proofs = (subject.proof((first, last)),) if first < found.start() else ()
            span = (found.start(), min(last, _sentence(subject.text, found.start())[1]))
            yield subject.issue(CHECK.code, "should_fix", span, words, proofs, duty)
            break


def _sentence(text: str, at: int) -> tuple[int, int]:
    begin = max(text.rfind("\n", 0, at), text.rfind(". ", 0, at)) + 1
    ends = [end for end in (text.find("\n", at), text.find(". ", at)) if end >= 0]
    return begin, min(ends, default=len(text))


CHECK = Check("no_period", ("«định kỳ» không nêu chu kỳ", "«định kỳ» without a period"), _run)
