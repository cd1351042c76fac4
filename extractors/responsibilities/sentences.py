"""Sentences of a Vietnamese administrative text: a period ends one where a capital or the end follows."""

from __future__ import annotations

import re

from extractors.document import Span
from extractors.vocabulary import UPPER

# "TP. Hồ Chí Minh", "TT. Tỉnh ủy", "Th.S", "PGS. TS. Nguyễn": the period belongs to an abbreviation
_ABBREVIATION = re.compile(
    r"(?<!\w)(?:TP|Tp|TT|TX|Tx|VP|PCT|P|Q|H|TM|KT|TL|TS|ThS|Th|PGS|GS|BS|CN|KS|Mr|Mrs|St|No|NXB|UV|v\.v|vv|tr)$"
)
# the end of a sentence, then a capital, a digit that opens a sentence, a quotation mark or a bracket
# (its first sign stands in front, so that the search skips to the next of them)
_STOP = re.compile(
    rf"[.?!…\n](?:(?<=\n)(?<!như:\n)(?<!gồm:\n)|"
    rf"(?<!\n)(?:(?<=\.)/\.)?[”\"')]{{0,2}}(?=\s+[\"“(]?[{UPPER}]|\s*$))"
)
# a word that ends no line: "Điều 3. Chánh | Văn phòng …", "… phối hợp, hướng dẫn | Bộ Y tế …"
_DANGLING = re.compile(
    r"(?<!\w)(?:Chánh|Phó|Phó Chánh|Giám đốc|Chủ tịch|Bộ trưởng|Thủ trưởng|các|và|của|với|cho|về|tại|theo|do|từ|để|là|"
    r"hoặc|cùng|Phần|Điều|[Kk]hoản|[Đđ]iểm|Mục|Chương|hướng dẫn|chỉ đạo|giao|đề nghị|yêu cầu),?$|,$|"
    r", (?:Văn phòng|Sở|Ban|Ủy ban|Bộ|Cục|Chi cục|Hội)$"
)
# a name that a line's end cuts: "Bệnh viện Hữu nghị Việt | Đức, Bệnh viện Bạch Mai thúc đẩy …"
_CUT_NAME = re.compile(rf"(?<!\w)[{UPPER}]\w+\n(?:[{UPPER}]\w+ ){{0,2}}[{UPPER}]\w+, ?(?=\w)")
_LONGEST_QUOTE = 200
# what a sentence's first period only counts: "1.", "a.", "IV."
_COUNTS = re.compile(r"\s*(?:\d{1,2}|[A-Za-zĐđ]|[IVX]{1,4})")
# words before a colon that open examples, not entries
EXAMPLES = ("như:", "gồm:")


def is_torn(text: str, start: int, end: int) -> bool:
    """Whether a line breaks off inside a sentence: after a word that takes another, a comma, or half a name."""
    if _DANGLING.search(text, max(start, end - 20), end):
        return True
    last = max(text.rfind(" ", start, end), start - 1) + 1
    return _CUT_NAME.match(text, last) is not None


def sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences of ``text[start:end]`` as spans of ``text``, trimmed; a line end ends one too."""
    found: list[Span] = []
    first = start
    for stop in _STOP.finditer(text, start, end):
        if stop.end() == end:
            break
        at, sign = stop.start(), stop[0]
        if sign[0] == "." and _ABBREVIATION.search(text, max(first, at - 8), at):
            continue
        if sign == "\n" and _goes_past(text, first, at):
            continue
        if sign == "." and (_quoted(text, first, at, end) or (at - first <= 6 and _COUNTS.fullmatch(text, first, at))):
            continue
        _add(found, text, first, stop.end())
        first = stop.end()
    if first < end:
        _add(found, text, first, end)
    return found


def _goes_past(text: str, first: int, line_end: int) -> bool:
    """Whether a sentence goes on past the end of a line: inside a bracket, or where the line is torn."""
    opened = text.count("(", first, line_end) > text.count(")", first, line_end)
    sent = text.endswith((" báo cáo", " gửi", " trình", " gửi về", " báo cáo về"), first, line_end)
    return opened or sent or text[line_end - 1] == ";" or is_torn(text, first, line_end)


def _quoted(text: str, first: int, position: int, end: int) -> bool:
    """Whether a place stands inside a short quotation that opens in its sentence: "“Phần C. TRÌNH TỰ …”"."""
    opened = text.rfind("“", first, position)
    if opened < 0 or text.find("”", opened, position) > 0:
        return False
    return text.find("”", position, min(end, opened + _LONGEST_QUOTE)) > 0


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    """Put a sentence without the blanks around it to those found, if it has a letter."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end and (text[start].isalpha() or any(map(str.isalpha, text[start:end]))):
        found.append(Span(start, end))
