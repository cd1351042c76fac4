"""Whether a printed line goes on in the next one.

Evidence, from the surest: markup that stays open; a label that opens something new; the words and stops before; the
case of the first letter after; how full the line is; whether both lines are capitals. Each rule answers yes, no, or
leaves it to the next one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.normalize.bodies import is_whole_body
from pipeline.normalize.draft import Draft
from pipeline.normalize.labels import CAPITALS, Label, label_of

# A sentence's end: "…tỉnh.", "…quyết định./.", "…như sau:", "…thi hành”.", "…Bộ Y tế);"
_END = re.compile(r"[.;:!?…][\"”’')\]]*(?:\[\d{1,3}\])?$|[.]/[.]?$|/\.$")
# Stops that end no sentence: "TP.", "TT.", "Q.", "ThS.", "Th.S."
_ABBREVIATION = re.compile(r"(?:^|[\s(])(?:TP|TT|TX|Tp|tp|KT|TM|TL|TUQ|Q|PGS|GS|TS|ThS|BS|Th\.S|St|Co|Tr|tr|P|H)\.$")
# Words that no paragraph ends with.
_OPEN_WORD = re.compile(
    r"(?:^|[\s(])(?:và|của|các|những|cho|với|về|tại|theo|số|ngày|tháng|do|là|để|trong|trên|từ|đến|hoặc|bởi|thuộc|"
    r"được|bằng|như|khi|nếu|mà|giữa|cùng|gồm|vào|[Kk]hoản|Số|Và|CỦA|VÀ|CÁC|VỀ|SỐ|NGÀY|TẠI|THEO|TRÊN|"
    r"CHO|VỚI|TRONG|NHỮNG|DO)$|"
    r"\s(?:Điều|Tổng cục|Cục|Bộ|Sở|Ủy ban|Ủy ban nhân|Hội đồng nhân|Luật|Nghị định|Nghị|Thông tư|Quyết định)$|"
    r"(?:\s|^)[Gg]iao$|(?:tại|các|và|theo|,) điểm$"
)
_OPEN_SIGN = re.compile(r"(?:[,(\[“/&+]|(?<=\w)-|(?<=\s)-)$")
_NUMBER_WAITS = re.compile(r"(?:Luật |Nghị quyết |Lệnh )?[Ss]ố\s*:")
_CUT_BODY = re.compile(r"(?:ỦY BAN|UỶ BAN|ỦY BAN NHÂN|UỶ BAN NHÂN|HỘI ĐỒNG|HỘI ĐỒNG NHÂN)$")
# "khoản 1" / "Điều 7 Luật …": a reference that goes on.
_PINPOINT = re.compile(r"(?:[Kk]hoản|[Đđ]iểm|Điều|[Mm]ục|Chương|Phụ lục)\s[\w.]{1,5}$")
_PINPOINT_GOES_ON = re.compile(r"(?:Điều|Luật|Bộ luật|Nghị|Thông|Quyết|Mục|Chương|Phụ lục|Pháp lệnh|Phần|Quy)\b")
# "khoản" / "5. Điều …", "ngày" / "12. …": a figure that is no label.
_FIGURE_WORD = re.compile(
    r"(?:[Kk]hoản|(?:tại|các) điểm|Điều|[Mm]ục|Phụ lục|Chương|ngày|số|quý|lần thứ|năm|tháng|khóa|khoá|và|từ|đến)$"
)
# The lines of a letterhead, a title block or a signature that stand alone.
_ALONE = re.compile(
    r"(?:CỘNG H[OÒ][ÀA] XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập\s*-\s*Tự do\s*-\s*Hạnh phúc.?|"
    r"QUYẾT ĐỊNH|NGHỊ QUYẾT|NGHỊ ĐỊNH|THÔNG TƯ|THÔNG TƯ LIÊN TỊCH|KẾ HOẠCH|CHỈ THỊ|KẾ HOẠCH HÀNH ĐỘNG|CHƯƠNG TRÌNH|"
    r"CHƯƠNG TRÌNH HÀNH ĐỘNG|ĐỀ ÁN|DỰ ÁN|PHƯƠNG ÁN|HƯỚNG DẪN|BÁO CÁO|TỜ TRÌNH|THÔNG BÁO|KẾT LUẬN|LUẬT|BỘ LUẬT|"
    r"PHÁP LỆNH|QUY CHẾ|QUY ĐỊNH|CÔNG ĐIỆN|CÔNG VĂN|VĂN BẢN HỢP NHẤT|NỘI QUY|LỆNH|SẮC LỆNH|QUYẾT NGHỊ|DANH MỤC|ĐIỀU LỆ|"
    r"(?:TM|KT|TL|TUQ|Q)\..*|(?:PHÓ )?CHỦ TỊCH|BỘ TRƯỞNG|THỨ TRƯỞNG|(?:PHÓ )?GIÁM ĐỐC|(?:PHÓ )?(?:TỔNG )?CỤC TRƯỞNG|"
    r"(?:PHÓ )?BÍ THƯ|\(?Đã ký\)?)\s*:?"
)
# Bodies that open a line of their own under a title or in a letterhead.
_BODY = re.compile(
    r"(?:ỦY BAN|UỶ BAN|HỘI ĐỒNG NHÂN DÂN|CHỦ TỊCH|BỘ TRƯỞNG|BỘ |THỐNG ĐỐC|GIÁM ĐỐC|THỦ TƯỚNG|CHÍNH PHỦ|QUỐC HỘI|"
    r"TỔNG CỤC|CỤC |KHÓA |KHOÁ |TỈNH |THÀNH PHỐ|HUYỆN |SỞ |CỘNG H[OÒ]A|CỘNG HOÀ|ĐẢNG |BAN |TỔNG |TM\.|KT\.|"
    r"TL\.|TUQ\.|Q\.|PHÓ |"
    r"QUYẾT ĐỊNH|NGHỊ QUYẾT|PHỤ LỤC|PHẦN |CHƯƠNG )"
)
# Lines that open something of their own without a label.
_OPENER = re.compile(
    r"(?:Căn cứ|CĂN CỨ|Theo đề nghị|Xét đề nghị|Xét Tờ trình|"
    r"(?:Thực hiện|Triển khai(?: thực hiện)?) (?:Nghị|Quyết|Chỉ|Kế|Kết|Chương|Luật|Thông|Công)|"
    r"Nơi nhận|NƠI NHẬN|Noi nhận|Kính gửi|Số\s*:|Số \d|V/v|Về việc|TM\.|KT\.|TL\.|TUQ\.|Độc lập|CỘNG H|Lưu\s*:|"
    r"\(?Ban hành kèm|\(?Kèm theo|\(Kèm|\[\d{1,3}\])"
)
# A dash that is no bullet: "- xã hội", "- 2030", "- Thương binh và Xã hội".
_NO_BULLET = re.compile(rf"[-+]\s+(?:[^\W\d_{CAPITALS}]|\d{{4}}\b|Thương binh|Hạnh phúc|Tự do|Xã hội|Vũng Tàu)")
# The left half of a name with a dash in it: "Kinh tế" / "- Ngân sách".
_LEFT_HALF = re.compile(
    r"(?:Kinh tế|Văn h[óo][aá]|Lao động|Tài chính|Khoa học|Nông nghiệp|Kế hoạch|Tổ chức|[Cc]hính trị|Độc lập|Tự do|"
    r"Bà Rịa|Phan Rang|Giáo dục|Kỹ thuật|Công nghiệp|Thương mại|Hành chính|Nội chính|Xã hội|Nghề nghiệp|Thể dục)$"
)
_FIGURE = re.compile(r"\d|[IVX]{1,5}\b")
# "điểm a), b), c)," / "d) khoản 1": a list of points that goes on.
_LETTER_LIST = re.compile(r"\b[a-zđ]\)?,$")
_ACRONYM = re.compile(r"\([A-ZĐ][A-ZĐ&\d-]{1,9}\)")
_NOTE_MARK = re.compile(r"\[\d{1,3}\]")
_OPENING = "\"“‘'(["


@dataclass(frozen=True, slots=True)
class Page:
    """How a text is set: wrapped by hand or not, how wide, how exactly its lines are filled, or a table's column.

    ``first`` is the width of a paragraph's first line (a labelled one's, another's), where an export made it narrower.
    """

    wrapped: bool
    width: int
    slack: int = 4
    cell: bool = False
    first: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class Seam:
    """Two lines and what is known about them. ``head`` is the beginning of the paragraph that the first belongs to."""

    group: list[Draft]
    head: str
    line: Draft
    following: Draft | None
    page: Page
    full: bool = False
    ended: bool = False
    label: Label | None = None

    @property
    def last(self) -> Draft:
        """The paragraph's last line so far."""
        return self.group[-1]

    @property
    def before(self) -> str:
        """Its words."""
        return self.group[-1].text.text

    @property
    def after(self) -> str:
        """The next line's words."""
        return self.line.text.text

    @property
    def first(self) -> str:
        """The next line's first letter or figure."""
        return self.after.lstrip(_OPENING)[:1]


def goes_on(group: list[Draft], head: str, line: Draft, following: Draft | None, page: Page) -> bool:
    """Whether the paragraph ``group`` goes on in ``line``."""
    seam = Seam(group, head, line, following, page)
    seam.full = _full(seam)
    seam.ended = _END.search(seam.before) is not None and not _ABBREVIATION.search(seam.before)
    seam.label = label_of(seam.after)
    for rule in _RULES:
        answer = rule(seam)
        if answer is not None:
            return answer
    return False


def is_sentence_end(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    return _END.search(text) is not None and not _ABBREVIATION.search(text)


def waits_for_figure(text: str) -> bool:
    """Whether a text ends with a word that a figure follows, so that the figure is no label: "khoản", "ngày"."""
    return _FIGURE_WORD.search(text) is not None


def is_open(text: str) -> bool:
    """Whether a text ends with a word that no paragraph ends with: "của", "tại", "VỀ"."""
    return _OPEN_WORD.search(text) is not None


def is_left_half(text: str) -> bool:
    """Whether a text ends with the left half of a name with a dash in it: "Kinh tế" before "- Ngân sách"."""
    return _LEFT_HALF.search(text) is not None


def is_bullet(text: str) -> bool:
    """Whether the sign at a text's start is a bullet, not the dash inside a name or between two years."""
    return _NO_BULLET.match(text) is None


def _full(seam: Seam) -> bool:
    """Whether the next line's first word had no room on this line."""
    if seam.last.fill is not None:
        return seam.last.fill > 0.93
    if not seam.page.wrapped:
        return False
    word = seam.after.split(" ", 1)[0]
    reach = len(seam.before) + 1 + len(word)
    if len(seam.group) == 1 and not seam.page.cell:
        narrow = seam.page.first[0 if label_of(seam.head) else 1]
        if narrow and len(seam.before) > 0.5 * narrow and narrow - 2 < reach and len(seam.before) <= narrow:
            return True
    return reach > seam.page.width - seam.page.slack


# -- the rules, in order


def _unlike(seam: Seam) -> bool | None:
    """Whole paragraphs, notes and headings of markup never join."""
    last, line = seam.last, seam.line
    apart = last.kind != line.kind or last.mark or line.mark or last.whole or line.whole or line.heading or last.heading
    return False if apart else None


def _label_waits(seam: Seam) -> bool | None:
    """A label without its words ("12.", "a)", "[1]"), a body cut in two: the rest stands on the next line."""
    if _CUT_BODY.search(seam.before) or _NUMBER_WAITS.fullmatch(seam.before):
        return True
    label = label_of(seam.head)
    alone = label is not None and label.end >= len(seam.head) and label.kind in ("number", "letter", "roman", "article")
    if alone or _NOTE_MARK.fullmatch(seam.head):
        return seam.label is None
    return None


def _markup(seam: Seam) -> bool | None:
    if seam.last.continues and not (seam.ended and seam.label):
        return _ALONE.fullmatch(seam.after) is None and (is_caps(seam.after) or not _ALONE.fullmatch(seam.before))
    return None


def _bracket(seam: Seam) -> bool | None:
    """A bracket opened before and closed after: "(lần" / "2) đến Sở", "(mã HS" / "17.01)"; "công trình" / "(BIM)"."""
    if seam.ended:
        return None
    opened = seam.before.rfind("(")
    if opened > seam.before.rfind(")") and len(seam.before) - opened < 60:
        closing = seam.after.find(")", 0, 60)
        return True if closing >= 0 and "(" not in seam.after[:closing] else None
    return True if seam.page.wrapped and _ACRONYM.match(seam.after) else None


def _whole_body(seam: Seam) -> bool | None:
    """A heading that only names a body: "2.1. Sở Tài chính" / "- Chủ trì …", "3. Sở Y tế" / "Hướng dẫn …"."""
    if seam.page.cell or seam.first.islower() or seam.first.isdigit():
        return None
    opens = seam.label is not None or label_of(seam.head) is not None
    return False if opens and is_whole_body(seam.head, seam.after) else None


def _dash(seam: Seam) -> bool | None:
    """A dash at the line's start that is no bullet: "Lao động" / "- Thương binh và Xã hội", "2021" / "- 2030"."""
    if seam.line.gap or seam.ended or seam.label is None or seam.label.kind != "bullet":
        return None
    if _NO_BULLET.match(seam.after):
        return True
    opened = label_of(seam.head)
    if _LEFT_HALF.search(seam.before) and (opened is None or opened.kind != "bullet"):
        return True
    exact = seam.page.wrapped and seam.page.slack <= 4 and seam.full
    return True if exact and len(seam.head) > 60 and len(seam.group) > 1 else None


def _opener(seam: Seam) -> bool | None:
    if _OPENER.match(seam.after):
        return bool(seam.full and _OPEN_WORD.search(seam.before))
    return None


def _labelled(seam: Seam) -> bool | None:
    """A label opens an item, unless the words before ask for a figure or reference."""
    label = seam.label
    if label is None:
        return None
    if seam.ended or label.kind == "bullet":
        return False
    if label.kind == "article" or label.kind in ("section", "chapter", "part", "appendix"):
        return bool(_OPEN_WORD.search(seam.before) or _PINPOINT.search(seam.before) or seam.before.endswith(","))
    if label.kind == "letter" and _LETTER_LIST.search(seam.before):
        return True
    return _FIGURE_WORD.search(seam.before) is not None


def _standing_alone(seam: Seam) -> bool | None:
    if label_of(seam.head) is None and (_ALONE.fullmatch(seam.head) or _ALONE.fullmatch(seam.after)):
        return False
    return None


def _open_end(seam: Seam) -> bool | None:
    """Words and signs that want more: "của", "khoản", a comma, a dash, "khoản 1" before "Điều"."""
    if _OPEN_WORD.search(seam.before):
        return True
    if _OPEN_SIGN.search(seam.before):
        return is_caps(seam.before) or not is_caps(seam.after) or len(seam.after.split()) < 3
    if _PINPOINT.search(seam.before) and _PINPOINT_GOES_ON.match(seam.after):
        return True
    if _FIGURE_WORD.search(seam.before) and _FIGURE.match(seam.after):
        return True
    far = len(seam.group) > 1 or len(seam.before) > seam.page.width * 0.5
    return True if seam.first.isdigit() and seam.page.wrapped and far and not seam.ended else None


def _tail(seam: Seam) -> bool | None:
    """A word or two with a stop are the end of what stands before: "tỉnh Bắc" / "Giang."."""
    if seam.ended or seam.line.gap or not seam.page.wrapped or len(seam.after) > 25 or not _END.search(seam.after):
        return None
    if len(seam.group) == 1 and len(seam.before) < seam.page.width * 0.3:
        return None
    return True if len(seam.after.split()) <= 3 and not seam.after.endswith(":") else None


def _justified(seam: Seam) -> bool | None:
    """A line up to the right margin and the next from the left margin are one paragraph."""
    last, line = seam.last, seam.line
    if last.fill is None or line.centered or last.centered:
        return None
    return True if line.indent is False and last.fill > 0.97 else None


def _small_letter(seam: Seam) -> bool | None:
    """A small letter goes on, also over an empty line (a page's end), unless the sentence before has ended."""
    if not seam.first.islower():
        return None
    if not seam.ended:
        return True
    return seam.full and not seam.line.gap and not seam.line.indent


def _ended(seam: Seam) -> bool | None:
    if seam.ended:
        return seam.full and seam.before.endswith(";") and seam.first.isdigit()
    if seam.line.indent and not seam.line.centered and seam.last.indent is False:
        return False
    if seam.line.gap and (not seam.full or seam.last.fill is not None):
        return False
    return None


def _cell(seam: Seam) -> bool | None:
    return seam.full if seam.page.cell else None


def _rest_of_heading(seam: Seam) -> bool | None:
    """A short line that ends a heading: "4. Sở Công" / "Thương" / "Hướng dẫn …"."""
    before, after, following, width = seam.before, seam.after, seam.following, seam.page.width
    if not seam.page.wrapped or len(seam.group) > 1 or following is None or label_of(seam.head) is None:
        return None
    if len(after) > width * 0.45 or len(before) > width * 0.6 or _END.search(after) or len(after.split()) > 6:
        return None
    if _OPEN_WORD.search(after) or _OPEN_SIGN.search(after):
        return None
    first = following.text.text.lstrip(_OPENING)[:1]
    if is_caps(before) == is_caps(after) and (not first.islower() or label_of(following.text.text)):
        return True
    return None


def _case(seam: Seam) -> bool | None:
    """Capitals go on in capitals, running text in running text."""
    before, after = is_caps(seam.before), is_caps(seam.after)
    if before and after:
        return not _BODY.match(seam.after) and (seam.full or seam.last.bold == seam.line.bold)
    if before != after and not (seam.full and len(seam.before) > 40):
        return False
    return None


def _fill(seam: Seam) -> bool | None:
    if not seam.page.wrapped and seam.last.fill is None:
        return False
    if seam.full:
        return True
    if seam.last.bold and not seam.line.bold:
        return False
    if label_of(seam.head) and len(seam.group) == 1:
        return False
    if len(seam.before) >= seam.page.width * 0.8:
        return True
    first_line = len(seam.group) == 1 and _is_sentence(seam.before)
    return first_line and seam.following is not None and len(seam.after) >= seam.page.width * 0.6


_RULES: tuple[Callable[[Seam], bool | None], ...] = (
    _unlike, _label_waits, _markup, _bracket, _whole_body, _dash, _opener, _labelled, _standing_alone, _open_end, _tail,
    _justified, _small_letter, _ended, _cell, _rest_of_heading, _case, _fill,
)  # fmt: skip


def _is_sentence(text: str) -> bool:
    """Whether a line reads as running text: enough words, most in small letters."""
    words = text.split()
    return len(words) >= 5 and sum(word[0].islower() for word in words) * 2 >= len(words)


def is_caps(text: str) -> bool:
    """Whether the words are in capitals (numbers and units aside)."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 1 and sum(c.isupper() for c in letters) >= 0.8 * len(letters)
