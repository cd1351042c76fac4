"""A text without line breaks, as some web exports give it: cut where a paper's own marks open a paragraph.

Only marks that cannot stand inside a sentence count: a label ("Điều 2.", "1.", "a)", "-") after a sentence's end or
after a heading, and the fixed lines of a letterhead, of the legal bases and of the foot. A text whose lines are of any
usual length stays as it is.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.normalize.bodies import is_whole_body
from pipeline.normalize.draft import Draft, DraftTable, Item
from pipeline.normalize.labels import CAPITALS, Label, label_of
from pipeline.normalize.wrap_rules import is_bullet, is_caps, is_left_half, is_open, is_sentence_end, waits_for_figure

# Papers have 60 to 250 characters a line on average, also where nothing is wrapped.
_ABSURD_AVERAGE = 600
# As much as the rules look at: of a paragraph's head, of the words before a seam and after it.
_HEAD, _BEFORE, _AFTER = 240, 60, 160
# Where a paragraph may open: a capital, a figure, a bullet, a letter with its bracket.
_SEAM = re.compile(rf"(?<= )(?=[{CAPITALS}\d(+*•-]|[a-zđ]{{1,2}}[.\d]{{0,4}}[)/])")
_NAMES = rf"[{CAPITALS}][^\W\d_]*(?:[ -][{CAPITALS}][^\W\d_]*){{0,4}}"
# The lines of a letterhead: "Số: 12/KH-UBND", "Lai Châu, ngày 5 tháng 6 năm 2025"
_LETTERHEAD = re.compile(
    rf"CỘNG H[OÒ][ÀA] XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập ?- ?Tự do ?- ?Hạnh phúc|"
    rf"(?:Luật s|S)ố ?:? ?[\d/]|(?:TP\. ?|Tp\. ?|Thành phố )?{_NAMES} ?, ?ngày [\d.… ]{{0,6}}tháng"
)
_TYPE = re.compile(
    r"(?:BỘ LUẬT|LUẬT|PHÁP LỆNH|QUYẾT ĐỊNH|NGHỊ QUYẾT|NGHỊ ĐỊNH|THÔNG TƯ(?: LIÊN TỊCH)?|KẾ HOẠCH|CHỈ THỊ|"
    r"CHƯƠNG TRÌNH(?: HÀNH ĐỘNG)?|ĐỀ ÁN|HƯỚNG DẪN|BÁO CÁO|TỜ TRÌNH|THÔNG BÁO|KẾT LUẬN|QUY CHẾ|QUY ĐỊNH|NỘI QUY|"
    r"CÔNG ĐIỆN|DANH MỤC|PHƯƠNG ÁN)(?![\w:])(?! :)"
)
# Who decides, in capitals between the title and the legal bases: "ỦY BAN NHÂN DÂN TỈNH LAI CHÂU"
_AUTHORITY = re.compile(
    r"(?:ỦY BAN|UỶ BAN|HỘI ĐỒNG|CHỦ TỊCH|BỘ TRƯỞNG|THỦ TƯỚNG|CHÍNH PHỦ|THỐNG ĐỐC|GIÁM ĐỐC|QUỐC HỘI|TỔNG )"
    rf"[{CAPITALS} ,\d-]{{0,90}} (?=Căn cứ|Theo |Xét |Để |Thực hiện |Trên cơ sở)"
)
_OFFICE = re.compile(r"(?:PHÓ )?(?:CHỦ TỊCH|BỘ TRƯỞNG|THỨ TRƯỞNG|GIÁM ĐỐC|(?:TỔNG )?CỤC TRƯỞNG|BÍ THƯ|THỦ TƯỚNG)(?!\w)")
_BASE = re.compile(
    r"Căn cứ|CĂN CỨ|Theo đề nghị|Xét đề nghị|Xét [Tt]ờ trình|Kính gửi ?:|"
    r"Thực hiện (?:Nghị|Quyết|Chỉ|Kế|Kết|Chương|Luật|Thông|Công)"
)
_SUBJECT = re.compile(r"V/v |\((?:Ban hành )?[Kk]èm theo ")
_DECIDING = re.compile(r"(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|NGHỊ QUYẾT|CHỈ THỊ) ?:")
_FOOT = re.compile(rf"N[ơƠ][iI] (?:nhận|NHẬN) ?[:.]|(?:TM|KT|TL|TUQ)\. ?(?=[{CAPITALS}]{{2}})")
_CLOSING = re.compile(r"Trên đây là ")
_FIRST = frozenset({"1", "a", "I", "A"})
# "Trách nhiệm của Sở Y tế" / "Sở Y tế là …", "2. Sở Tài chính" / "Chủ trì …"
_OF = re.compile(r"^(?:Trách nhiệm|Nhiệm vụ|Quyền hạn|Trách nhiệm, quyền hạn|Nhiệm vụ, quyền hạn) (?:của )?")
_SENTENCE = re.compile(rf"[{CAPITALS}][^\W\d_]* [^\W\d_{CAPITALS}]")
_LONGEST_HEADING = 160
_SHORT_HEADING = 8


def split_runs(items: list[Item]) -> list[Item]:
    """The items; where the lines are absurdly long on average, their paragraphs."""
    lines = [item for item in items if isinstance(item, Draft)]
    if not lines or sum(len(line.text) for line in lines) < _ABSURD_AVERAGE * len(lines):
        return items
    head = True
    split: list[Item] = []
    for item in items:
        if isinstance(item, DraftTable):
            split.append(item)
            continue
        starts, head = _starts(item.text.text, head=head)
        for start, end in zip(starts, [*starts[1:], None], strict=True):
            split.append(replace(item, text=item.text.cut(start, end).strip(), whole=True))
    return split


def _starts(text: str, *, head: bool) -> tuple[list[int], bool]:
    """Where the paragraphs of a text begin; whether a head (also a foot and the next head) lasts to its end."""
    starts = [0]
    taken = 0
    addressed = False
    head = head and not _ends_head(text)
    for seam in _SEAM.finditer(text):
        at, start = seam.start(), starts[-1]
        if at < taken:
            continue
        after = text[at : at + _AFTER]
        before = text[max(start, at - 1 - _BEFORE) : at - 1]
        paragraph = text[start : min(at - 1, start + _HEAD)]
        length = _opener(paragraph, before, after, head=head)
        if not length and addressed and before.endswith(".") and is_sentence_end(before):
            length, addressed = 1, False
        elif not length:
            whole = at - 1 - start <= _HEAD
            length = _item(before, after, head=head) or (_under_heading(paragraph, before, after) if whole else 0)
        if length:
            starts.append(at)
            taken = at + length
            addressed = addressed or after.startswith("Kính gửi")
            head = bool(_FOOT.match(after)) or (head and (bool(_TYPE.fullmatch(before)) or not _ends_head(after)))
    return starts, head


def _ends_head(after: str) -> bool:
    if _BASE.match(after) or _DECIDING.match(after):
        return True
    label = label_of(after)
    return label is not None and label.kind not in ("bullet", "appendix")


def _opener(paragraph: str, before: str, after: str, *, head: bool) -> int:
    """The length of a fixed line's first words that open a paragraph here, 0 for none."""
    if match := _DECIDING.match(after) or _FOOT.match(after):
        return match.end()
    ended = is_sentence_end(before)
    if _DECIDING.fullmatch(before):
        return 1
    if (match := _BASE.match(after)) and not _TYPE.fullmatch(before):
        label = label_of(before)
        return match.end() if head or (ended and not (label and label.end >= len(before))) else 0
    if match := _CLOSING.match(after):
        return match.end() if ended else 0
    return _head_line(paragraph, before, after, capital=not ended and _in_capitals(before)) if head else 0


def _in_capitals(before: str) -> bool:
    word = before.rsplit(" ", 1)[-1]
    return is_caps(word) and "/" not in word


def _head_line(paragraph: str, before: str, after: str, *, capital: bool) -> int:
    """The same in a head or foot; ``capital``: the words before are in capitals too and may go on here."""
    if match := _LETTERHEAD.match(after) or _SUBJECT.match(after):
        return match.end()
    if match := _AUTHORITY.match(after):
        return 0 if is_open(before) else match.end()
    if match := _TYPE.match(after) or _OFFICE.match(after):
        return 0 if capital else match.end()
    titled = _TYPE.match(paragraph) and is_caps(paragraph) and _SENTENCE.match(after)
    return 1 if titled and not is_open(before) else 0


def _item(before: str, after: str, *, head: bool) -> int:
    """The length of the label that opens a paragraph here after a sentence's end, 0 for none."""
    label = label_of(after)
    if label is None or not _sure(label, before, after):
        return 0
    ended = is_sentence_end(before) or (head and label.kind == "appendix")
    if label.kind in ("chapter", "article"):
        ended = ended or before.endswith(")") or _in_capitals(before)
    return label.end if ended else 0


def _sure(label: Label, before: str, after: str) -> bool:
    """Whether a label can be no reference ("khoản 1. ", "Điều 5 Luật") and no dash of a name."""
    if waits_for_figure(before) or is_open(before):
        return False
    mark = after[: label.end].rstrip()[-1]
    if label.kind == "article":
        return mark in ".:"
    if label.kind in ("chapter", "section", "part", "appendix"):
        return mark in ".:" or is_caps(" ".join(after[label.end :].split()[:2]))
    return mark in ")/" if label.kind == "letter" else label.kind != "bullet" or is_bullet(after)


def _under_heading(paragraph: str, before: str, after: str) -> int:
    """The length of what opens a paragraph under a labelled heading without a stop, 0 for none."""
    own, label = label_of(paragraph), label_of(after)
    if own is None or own.kind == "bullet" or (label and not _sure(label, before, after)) or is_open(before):
        return 0
    words = paragraph[own.end :].strip()
    if label is None:
        return 1 if _over_sentence(own, words, after) else 0
    return label.end if _over_item(own, words, label, after) else 0


def _over_sentence(own: Label, words: str, after: str) -> bool:
    """Whether a sentence opens under the heading ``words``: one in capitals, or one that names a body.

    "I. ĐÁNH GIÁ CHUNG" / "Năm qua, …", "Điều 2. Trách nhiệm của Sở Y tế" / "Sở Y tế …", "2. Sở Y tế" / "Chủ trì …"
    """
    if own.kind != "letter" and len(words.split()) > 1 and is_caps(words):
        return not is_caps(after.split(" ", 1)[0])
    body = _OF.sub("", words)
    repeated = len(body) < len(words) and after[1:].startswith(body[1:])
    return repeated or (_SENTENCE.match(after) is not None and is_whole_body(f"{own.name}. {body}", after))


def _over_item(own: Label, words: str, label: Label, after: str) -> bool:
    """Whether the heading ``words`` stands over the first of its items.

    "I. MỤC ĐÍCH" / "1.", "Điều 1. Phạm vi điều chỉnh" / "1.", "2. Sở Tài chính" / "a)", "1. Mục đích" / "- Nâng cao …"
    """
    if own.kind == "letter" or len(words) > _LONGEST_HEADING:
        return False
    if label.kind == "article" or (len(words.split()) > 1 and is_caps(words)):
        return True
    if label.kind == "bullet":
        short = len(words.split()) <= _SHORT_HEADING and not is_left_half(words)
        return short or is_whole_body(f"{own.name}. {words}", after[label.end :])
    return label.name in _FIRST or label.name == f"{own.name}.1"
