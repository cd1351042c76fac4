"""Hard wraps undone: which printed line goes on in the next one.

Evidence, from the surest: markup that stays open; a label that opens something new; the punctuation before; the case
of the first letter after; how full the line is; whether both lines are capitals.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.normalize.draft import Draft
from pipeline.readers.traced import Traced, join
from pipeline.structure.labels import CAPITALS, label_of

# A sentence's end: "…tỉnh.", "…quyết định./.", "…như sau:", "…thi hành”.", "…Bộ Y tế);"
_END = re.compile(r"[.;:!?…][\"”’')\]]*(?:\[\d{1,3}\])?$|[.]/[.]?$|/\.$")
# Stops that end no sentence: "TP.", "TT.", "Q.", "ThS.", "Th.S.", "v.v.."
_ABBREVIATION = re.compile(r"(?:^|[\s(])(?:TP|TT|TX|Tp|tp|KT|TM|TL|TUQ|Q|PGS|GS|TS|ThS|BS|Th\.S|St|Co|Tr|tr|P|H)\.$")
# Words that no paragraph ends with.
_OPEN_WORD = re.compile(
    r"(?:^|[\s(])(?:và|của|các|những|cho|với|về|tại|theo|số|ngày|tháng|do|là|để|trong|trên|từ|đến|hoặc|bởi|thuộc|"
    r"được|bằng|như|khi|nếu|mà|giữa|cùng|gồm|Số|Và|CỦA|VÀ|CÁC|VỀ|SỐ|NGÀY|TẠI|THEO|TRÊN|CHO|VỚI|TRONG|NHỮNG|DO)$"
)
_OPEN_SIGN = re.compile(r"(?:[,(\[“/&+]|(?<=\w)-|(?<=\s)-)$")
_GLUE_BEFORE = re.compile(r"\w[-/]$|/$")
_GLUE_AFTER = re.compile(r"[A-ZĐ\d]")
# The lines of a letterhead and title block that stand alone.
_ALONE = re.compile(
    r"(?:CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM|"
    r"Độc lập\s*-\s*Tự do\s*-\s*Hạnh phúc.?|QUYẾT ĐỊNH|NGHỊ QUYẾT|NGHỊ ĐỊNH|THÔNG TƯ|THÔNG TƯ LIÊN TỊCH|KẾ HOẠCH|CHỈ THỊ|"
    r"KẾ HOẠCH HÀNH ĐỘNG|CHƯƠNG TRÌNH|CHƯƠNG TRÌNH HÀNH ĐỘNG|ĐỀ ÁN|DỰ ÁN|PHƯƠNG ÁN|HƯỚNG DẪN|BÁO CÁO|TỜ TRÌNH|THÔNG BÁO|KẾT LUẬN|LUẬT|BỘ LUẬT|"
    r"PHÁP LỆNH|QUY CHẾ|QUY ĐỊNH|CÔNG ĐIỆN|CÔNG VĂN|VĂN BẢN HỢP NHẤT|NỘI QUY|LỆNH|SẮC LỆNH|QUYẾT NGHỊ|DANH MỤC|ĐIỀU LỆ|"
    r"TM\..*|KT\..*|TL\..*|TUQ\..*|Q\..*|CHỦ TỊCH|PHÓ CHỦ TỊCH|BỘ TRƯỞNG|THỨ TRƯỞNG|GIÁM ĐỐC|PHÓ GIÁM ĐỐC|TỔNG CỤC TRƯỞNG)[\s*]*:?"
)
# Bodies that open a line of their own under a title or in a letterhead.
_BODY = re.compile(
    r"(?:ỦY BAN|UỶ BAN|HỘI ĐỒNG NHÂN DÂN|CHỦ TỊCH|BỘ TRƯỞNG|BỘ |THỐNG ĐỐC|GIÁM ĐỐC|THỦ TƯỚNG|CHÍNH PHỦ|QUỐC HỘI|TỔNG CỤC|CỤC |"
    r"KHÓA |KHOÁ |TỈNH |THÀNH PHỐ|HUYỆN |SỞ |CỘNG HÒA|CỘNG HOÀ|ĐẢNG |BAN |TỔNG |TM\.|KT\.|TL\.|TUQ\.|Q\.|PHÓ |QUYẾT ĐỊNH|NGHỊ QUYẾT|PHỤ LỤC|PHẦN |CHƯƠNG )"
)
# Lines that open something of their own without a label.
_OPENER = re.compile(
    r"(?:Căn cứ|CĂN CỨ|Theo đề nghị|Xét đề nghị|Xét Tờ trình|Thực hiện (?:Nghị|Quyết|Chỉ|Kế|Kết|Chương|Luật|Thông|Công)|Nơi nhận|NƠI NHẬN|Noi nhận|Kính gửi|"
    r"Số\s*:|Số \d|V/v|Về việc|TM\.|KT\.|TL\.|TUQ\.|Độc lập|CỘNG H|Lưu\s*:|\(?Ban hành kèm|\(?Kèm theo|\(Kèm|\[\d{1,3}\])"
)
_LOWER_BULLET = re.compile(rf"[-+]\s+(?:[^\W\d_{CAPITALS}]|\d{{4}}\b|Thương binh|Hạnh phúc|Tự do|Xã hội)")


@dataclass(frozen=True, slots=True)
class Page:
    """How a text is set: whether its lines are wrapped by hand, how wide, and whether it is a table's column."""

    wrapped: bool
    width: int
    cell: bool = False


def page_of(lines: list[Draft]) -> Page:
    """The width at which most long lines end; a text with lines far longer than a printed one is not wrapped."""
    lengths = sorted(len(line.text) for line in lines)
    if not lengths:
        return Page(False, 0)
    high = lengths[min(len(lengths) - 1, int(len(lengths) * 0.95))]
    return Page(high <= 125, high)


def unwrap(lines: list[Draft], page: Page) -> list[Draft]:
    """The paragraphs that the lines make; ``page`` says how the whole text is set."""
    notes = [line for line in lines if line.kind == "footnote"]
    if notes:
        return _around_notes(lines, page)
    paragraphs: list[list[Draft]] = []
    head = ""
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        if paragraphs and _goes_on(paragraphs[-1], head, line, following, page):
            paragraphs[-1].append(line)
            head = f"{head} {line.text.text}" if len(head) < 400 else head
        else:
            paragraphs.append([line])
            head = line.text.text
    return [_merged(group) for group in paragraphs]


def _around_notes(lines: list[Draft], page: Page) -> list[Draft]:
    """Notes at a page's foot stand after the paragraph that they interrupt."""
    body = [line for line in lines if line.kind != "footnote"]
    before: list[tuple[int, Draft]] = []
    count = 0
    for line in lines:
        if line.kind == "footnote":
            before.append((count, line))
        else:
            count += 1
    result: list[Draft] = []
    seen = 0
    for paragraph in unwrap(body, page):
        while before and before[0][0] <= seen:
            result.append(before.pop(0)[1])
        result.append(paragraph)
        seen += paragraph.lines
    return [*result, *(note for _, note in before)]


def _merged(group: list[Draft]) -> Draft:
    first = group[0]
    if len(group) == 1:
        return first
    texts = [first.text]
    for line in group[1:]:
        before, after = texts[-1].text, line.text.text
        if _GLUE_BEFORE.search(before) and _GLUE_AFTER.match(after) and not before.endswith((" -", " /")):
            texts.append(line.text)
        else:
            texts.append(_blank(texts[-1], line.text))
            texts.append(line.text)
    first.text = join(texts)
    first.bold = all(line.bold for line in group)
    first.italic = all(line.italic for line in group)
    first.lines = len(group)
    return first


def _blank(before: Traced, after: Traced) -> Traced:
    return Traced.at(" ", before.source(len(before) - 1) + 1)


def _goes_on(group: list[Draft], head: str, line: Draft, following: Draft | None, page: Page) -> bool:  # noqa: PLR0911
    last = group[-1]
    before, after = last.text.text, line.text.text
    if last.kind != line.kind or last.mark != line.mark or line.mark:
        return False
    if last.whole or line.whole or line.heading or last.heading:
        return False
    if last.continues:
        return True
    full = _full(last, after, page)
    if _opens(head, before, line, full):
        return False
    if _dash_goes_on(before, line):
        return True
    labelled = label_of(head) is not None
    if not labelled and (_ALONE.fullmatch(head) or _ALONE.fullmatch(after)):
        return False
    if _OPEN_WORD.search(before) or _OPEN_SIGN.search(before):
        return True
    if line.indent is False and last.fill is not None and last.fill > 0.97 and not line.centered and not last.centered:
        return True
    first = after.lstrip("\"“‘'([")[:1]
    ended = _END.search(before) is not None and not _ABBREVIATION.search(before)
    if first.islower():
        return not ended or (full and not line.gap and not line.indent)
    if line.indent and not line.centered and last.indent is False:
        return False
    if ended and full and before.endswith(";") and first.isdigit():
        return True
    if ended or (line.gap and (not full or last.fill is not None)):
        return False
    if page.cell:
        return full
    if labelled and page.wrapped and len(group) == 1 and _rest_of_heading(before, line, following, page):
        return True
    return _same_case(group, head, line, following, full, page)


def _dash_goes_on(before: str, line: Draft) -> bool:
    """A dash at the line's start that is no bullet: "Lao động" / "- Thương binh và Xã hội", "2021" / "- 2030"."""
    after = line.text.text
    return not line.gap and not _END.search(before) and _LOWER_BULLET.match(after) is not None


def _rest_of_heading(before: str, line: Draft, following: Draft | None, page: Page) -> bool:
    """A short line that ends a heading: "4. Sở Công" / "Thương" / "Hướng dẫn …"."""
    after = line.text.text
    if following is None or len(after) > page.width * 0.45 or len(before) > page.width * 0.6 or _END.search(after):
        return False
    if _OPEN_WORD.search(after) or _OPEN_SIGN.search(after) or len(after.split()) > 6:
        return False
    first = following.text.text.lstrip("\"“‘'([")[:1]
    return _caps(before) == _caps(after) and (not first.islower() or label_of(following.text.text) is not None)


def _opens(head: str, before: str, line: Draft, full: bool) -> bool:
    """Whether the line opens an item or block of its own."""
    after = line.text.text
    if _OPENER.match(after) and not (_OPEN_WORD.search(before) and full):
        return True
    label = label_of(after)
    if label is None:
        return False
    ended = _END.search(before) is not None
    if label.kind == "bullet":
        return ended or not (_LOWER_BULLET.match(after) and not line.gap)
    if label.kind in ("article", "section", "chapter", "part", "appendix"):
        return ended or not (
            _OPEN_WORD.search(before) or before.endswith(",") or re.search(r"(?:khoản|điểm) \w{1,3}$", before)
        )
    if label.kind in ("number", "letter", "roman"):
        return ended or not re.search(
            r"(?:khoản|điểm|Điều|Mục|mục|Phụ lục|Chương|ngày|số|quý|lần thứ|năm|tháng)$", before
        )
    return True


def _full(last: Draft, after: str, page: Page) -> bool:
    """Whether the next line's first word had no room on this line."""
    if last.fill is not None:
        return last.fill > 0.93
    if not page.wrapped:
        return False
    word = after.split(" ", 1)[0]
    slack = 0 if page.cell else 4
    return len(last.text) + 1 + len(word) > page.width - slack


def _same_case(  # noqa: PLR0911, PLR0913
    group: list[Draft], head: str, line: Draft, following: Draft | None, full: bool, page: Page
) -> bool:
    """Both go on with a capital or a digit: capitals with capitals, running text with running text."""
    before, after = group[-1].text.text, line.text.text
    caps_before, caps_after = _caps(before), _caps(after)
    if caps_before != caps_after and not (full and len(before) > 40):
        return False
    if caps_before and caps_after:
        return not _BODY.match(after) and (full or group[-1].bold == line.bold)
    if not page.wrapped and group[-1].fill is None:
        return False
    if full:
        return True
    if group[-1].bold and not line.bold:
        return False
    labelled = label_of(head)
    if labelled and len(group) == 1:
        return False
    if len(before) >= page.width * 0.8:
        return True
    return len(group) == 1 and _sentence(before) and following is not None and len(after) >= page.width * 0.6


def _sentence(text: str) -> bool:
    """Whether a line reads as running text: enough words, most in small letters."""
    words = text.split()
    return len(words) >= 5 and sum(word[0].islower() for word in words) * 2 >= len(words)


def _caps(text: str) -> bool:
    """Whether the words are in capitals (numbers and units aside)."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 1 and sum(c.isupper() for c in letters) >= 0.8 * len(letters)
