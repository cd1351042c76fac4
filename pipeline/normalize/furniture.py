"""What is on the paper or the web page but not in the document: scanner, signature stamps, web forms, rule lines."""

from __future__ import annotations

import re
from itertools import pairwise

from extractors.document import Removed, Span
from pipeline.normalize.draft import Draft, DraftTable, Item
from pipeline.readers.traced import Traced

# A line without a word: "-------", "* * *", "………".
_RULE_LINE = re.compile(r"[\W_]+")
_SCANNER = re.compile(
    r"(?:Produced with ScanToPDF|Scanned (?:by|with) \w{2,20}|"
    r"(?:Generated|Created|Converted) (?:by|with) [\w .]{2,40})\.?",
    re.IGNORECASE,
)
# "THƯ VIỆN PHÁP LUẬT * Tel: +84-28-3930 3279 * www.ThuVienPhapLuat.vn", also as recognition spells it.
_PUBLISHER = re.compile(
    r".{0,60}(?:www\.ThuVienPhap\w{1,6}\.vn|\bTHU VIEN PHÁP LUAT|THƯ VIỆN PHÁP LUẬT\s*[®*]).{0,60}|"
    r"LawSoft\s*\W\s*Tel:?.{0,40}",
    re.IGNORECASE,
)
# A reader's form under the text on a web page.
_WEB_FORM = re.compile(
    r"Ý kiến bạn đọc|Nhấp vào nút tại mỗi ô tìm kiếm\.?|Màn hình hiện lên như thế này thì bạn bắt đầu nói.{0,80}|"
    r"Bạn cũng có thể dừng bất kỳ lúc nào .{0,120}micro.{0,60}|Để tăng độ chính xác bạn hãy nói.{0,60}|"
    r"(?:Gửi|Viết|Thêm) bình luận|Chia sẻ (?:bài viết|lên Facebook).{0,40}|(?:Quay lại|Về) đầu trang|In bài viết"
)
# A digital signature's stamp: "Ký bởi: Tổng cục Thuế", "Thời gian ký: 03.08.2022 09:08".
_STAMP = re.compile(
    r"(?:SAO Y|[\W_]){0,40}(?:K[ýy] bởi|Người ký|Ký số bởi|Thời gian ký|Ngày ký|Signature Not Verified|"
    r"Digitally signed by)"
    r"\s*:?.{0,160}",
    re.IGNORECASE,
)
_STAMP_MORE = re.compile(r"(?:Địa chỉ|Email|E-mail|Cơ quan|Chức vụ|Date|Reason|Location)\s*:.{0,160}", re.IGNORECASE)
_COPY = re.compile(r"(?:SAO Y(?: BẢN CHÍNH)?|Sao y(?: bản chính)?)[.:;]?")
_PAGE_NUMBER = re.compile(r"\W{0,3}(\d{1,3})\W{0,3}")
_HEAD_LINES = 25

# A line of this kind goes out wherever it stands.
_ANYWHERE = (
    ("rule_line", _RULE_LINE),
    ("scanner", _SCANNER),
    ("publisher", _PUBLISHER),
    ("web_form", _WEB_FORM),
    ("copy_mark", _COPY),
)


def without_furniture(items: list[Item]) -> tuple[list[Item], tuple[Removed, ...]]:
    """The lines and tables that belong to the document, and the rest with the rule that took it out."""
    rules = _stamps(items) | _page_numbers(items)
    kept: list[Item] = []
    removed: list[Removed] = []
    gap = False
    for index, item in enumerate(items):
        rule = None if isinstance(item, DraftTable) or item.kind else rules.get(index) or _anywhere(item)
        if rule is None:
            if isinstance(item, Draft):
                item.gap = item.gap or gap
            kept.append(item)
            gap = False
        elif isinstance(item, Draft):
            gap = gap or rule == "rule_line"
            removed.append(Removed(rule, item.text.text, source_span(item.text)))
    return kept, tuple(removed)


def source_span(text: Traced) -> Span:
    """The range of the raw text that a piece covers."""
    return Span(text.source(0), text.source(len(text) - 1) + 1)


def _anywhere(item: Draft) -> str | None:
    text = item.text.text
    if text == "|":
        return None
    return next((name for name, pattern in _ANYWHERE if pattern.fullmatch(text)), None)


def _stamps(items: list[Item]) -> dict[int, str]:
    """Stamps of digital signatures: at the head, or where the time of signing stands beside the name."""
    lines = [(i, item.text.text) for i, item in enumerate(items) if isinstance(item, Draft)]
    found: dict[int, str] = {}
    for position, (index, text) in enumerate(lines):
        if _STAMP.fullmatch(text):
            around = " ".join(t for _, t in lines[max(0, position - 3) : position + 4])
            if position < _HEAD_LINES or "hời gian ký" in around or "gày ký:" in around:
                found[index] = "signature_stamp"
        elif _STAMP_MORE.fullmatch(text) and lines[position - 1][0] in found:
            found[index] = "signature_stamp"
    return found


def _page_numbers(items: list[Item]) -> dict[int, str]:
    """Lines that are only a number: beside a page's break, or counting up by one through the text."""
    numbers: list[tuple[int, int]] = []
    found: dict[int, str] = {}
    for index, item in enumerate(items):
        if not isinstance(item, Draft) or not (match := _PAGE_NUMBER.fullmatch(item.text.text)):
            continue
        near = [items[j] for j in (index - 1, index + 1) if 0 <= j < len(items)]
        if any(isinstance(other, Draft) and other.text.text == "|" for other in near):
            continue
        value = int(match.group(1))
        if item.page is not None and any(isinstance(o, Draft) and o.page != item.page for o in near):
            if abs(value - item.page) <= 3:
                found[index] = "page_number"
        elif item.page is None:
            numbers.append((index, value))
    run = [pair for n, pair in enumerate(numbers) if pair[1] == numbers[0][1] + n]
    if len(run) == len(numbers) and len(run) >= 3 and run[0][1] in (1, 2) and _spread(run):
        found.update((index, "page_number") for index, _ in run)
    return found


def _spread(run: list[tuple[int, int]]) -> bool:
    """Whether the numbers stand about a page apart."""
    return all(after[0] - before[0] >= 12 for before, after in pairwise(run))
