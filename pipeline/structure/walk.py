"""One pass over the paragraphs: what each is, and which section it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.document import Paragraph, ParagraphKind, Part, Section, Span
from pipeline.normalize.build import Body
from pipeline.normalize.labels import CAPITALS, Label, label_of
from pipeline.structure.sections import Below, Place, Tree, open_label

# "Nơi nhận:", also as recognition spells it.
_RECIPIENTS = re.compile(r"(?:Nơi|Noi|Nợi|Nai|Nói)\s+(?:nhận|nhân|nhan)\s*[:;.]?", re.IGNORECASE)
# "TM. ỦY BAN NHÂN DÂN", "KT.CHỦ TỊCH", "TL. BỘ TRƯỞNG", "T/M BAN THƯỜNG VỤ"
_CAPACITY = re.compile(
    rf"(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L)\s?[./]\s?(?=[{CAPITALS}]{{2}})|"
    r"(?:TM|KT|TL|TUQ)\s(?=ỦY BAN|UỶ BAN|CHỦ TỊCH|BỘ TRƯỞNG|GIÁM)"
)
# "CHỦ TỊCH", "PHÓ CHỦ TỊCH", "BỘ TRƯỞNG BỘ TÀI CHÍNH" alone on a line.
_OFFICE = re.compile(
    r"(?:QUYỀN |PHÓ )?(?:CHỦ TỊCH|BỘ TRƯỞNG|THỨ TRƯỞNG|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|THỐNG ĐỐC|BÍ THƯ|CHỦ NHIỆM|VIỆN TRƯỞNG|"
    r"TỔNG KIỂM TOÁN|CHÁNH ÁN|TỔNG CỤC TRƯỞNG|CỤC TRƯỞNG|VỤ TRƯỞNG|TRƯỞNG BAN|CHÁNH VĂN PHÒNG|THỦ TƯỚNG|TỔNG BÍ THƯ|"
    rf"HIỆU TRƯỞNG|CHI CỤC TRƯỞNG)(?: [{CAPITALS} -]{{2,60}})?"
)
# "Lê Văn Phước", "GS.TS. Nguyễn Văn A", "(Đã ký)": what stands under an office.
_NAME = re.compile(
    rf"(?:(?:PGS|GS|TS|ThS|BS)\.? ?)*(?:[{CAPITALS}]\w{{0,7}}\.? ){{1,4}}[{CAPITALS}]\w{{0,7}}|\(?[Đđ]ã ký\)?"
)
# What stands at the head of a title: the type's name.
_TYPE = re.compile(
    r"(?:BỘ LUẬT|LUẬT|PHÁP LỆNH|LỆNH|NGHỊ ĐỊNH|NGHỊ QUYẾT|QUYẾT ĐỊNH|THÔNG TƯ|CHỈ THỊ|KẾ HOẠCH|CHƯƠNG TRÌNH|"
    r"ĐỀ ÁN|DỰ ÁN|PHƯƠNG ÁN|HƯỚNG DẪN|BÁO CÁO|TỜ TRÌNH|THÔNG BÁO|KẾT LUẬN|QUY CHẾ|QUY ĐỊNH|CÔNG ĐIỆN|"
    r"VĂN BẢN HỢP NHẤT|DANH MỤC|PHỤ LỤC|CHIẾN LƯỢC|"
    r"QUY HOẠCH|ĐIỀU LỆ|NỘI QUY|GIẤY MỜI|BIÊN BẢN|V/v|V/V|Về việc)\b"
)
_LETTERHEAD = re.compile(r"CỘNG H[OÒ]|ĐẢNG CỘNG SẢN|Độc lập|Số\s*:|Luật số|, ngày\b|Kính gửi")
_FILED = re.compile(r"[-+] ?(?:Lưu|Luu|Lưru|Lưư)\b")
_QUOTE_OPENS = re.compile(r"[“\"]")
_QUOTE_CLOSES = re.compile(r"[”\"][.;,:]?$")
_ROOTS = frozenset({"appendix", "article", "chapter", "part", "roman"})
_LONGEST_QUOTE = 80
_TABLE = Place("table", 20)
_BLOCKS = {"recipients": Place("recipients", 0), "signature": Place("signature", 0)}
_BLOCK_LABELS = {"recipients": "Nơi nhận", "signature": "Chữ ký"}


def walk(
    text: str, body: Body, parts: tuple[Part, ...], notes: dict[int, str]
) -> tuple[tuple[Paragraph, ...], tuple[Section, ...]]:
    """The paragraphs with kind and section, and all sections; ``notes``: paragraph start -> mark of the note in it."""
    state = _Walk(text, body, parts, notes)
    paragraphs = tuple(state.paragraphs())
    return paragraphs, state.tree.sections()


class _Walk:
    def __init__(self, text: str, body: Body, parts: tuple[Part, ...], notes: dict[int, str]) -> None:
        self.tree = Tree()
        self._body = body
        self._words = [text[p.span.start : p.span.end] for p in body.paragraphs]
        self._labels = [
            None if kind in ("cell", "footnote") else label_of(words)
            for kind, words in zip(body.kinds, self._words, strict=True)
        ]
        self._recipients = self._unnamed_recipients()
        self._notes = notes
        self._parts = parts
        self._part = -1
        self._table = -1
        self._block: ParagraphKind | None = None
        self._titled = False
        self._quoted = 0

    def paragraphs(self) -> Iterator[Paragraph]:
        """The paragraphs in text order."""
        for index, paragraph in enumerate(self._body.paragraphs):
            self._enter_part(paragraph.span.start)
            kind, section = self._step(index, paragraph)
            yield replace(paragraph, kind=kind, section=section)

    def _enter_part(self, start: int) -> None:
        while self._part + 1 < len(self._parts) and self._parts[self._part + 1].span.start <= start:
            self._part += 1
            self.tree.close()
            self._block = None
            self._titled = False
            self._quoted = 0

    def _step(self, index: int, paragraph: Paragraph) -> tuple[ParagraphKind, str | None]:
        kind = self._body.kinds[index]
        if kind == "cell":
            self._enter_table(paragraph)
            return "cell", self.tree.innermost
        self.tree.close("table")
        if (mark := self._notes.get(paragraph.span.start)) is not None:
            return "footnote", self.tree.note(mark, paragraph)
        return self._kind(index, paragraph), self.tree.innermost

    def _enter_table(self, paragraph: Paragraph) -> None:
        tables = self._body.tables
        changed = False
        while self._table + 1 < len(tables) and tables[self._table + 1].span.start <= paragraph.span.start:
            self._table += 1
            changed = True
        if changed:
            table = tables[self._table]
            whole = Paragraph(Span(table.span.start, table.span.end), page=paragraph.page)
            heading = Span(table.span.start, table.rows[0].span.end)
            self.tree.open(f"Bảng {self._table + 1}", f"Bảng {self._table + 1}", _TABLE, whole, heading, None)

    def _kind(self, index: int, paragraph: Paragraph) -> ParagraphKind:
        words, label = self._words[index], self._labels[index]
        if self._in_head(paragraph):
            if label is not None and label.kind == "appendix":
                open_label(self.tree, paragraph, words, label, "text")
                self._titled = True
                return "title"
            self._titled = self._titled or (_TYPE.match(words) is not None and not _LETTERHEAD.search(words))
            if not self.tree.entitle(paragraph.span, words):
                self.tree.reach(paragraph.span.end)
            return "title" if self._titled else "header"
        if _RECIPIENTS.match(words) or index in self._recipients:
            return self._open_block("recipients", paragraph)
        if label is None and self._signs(words, paragraph):
            return self._open_block("signature", paragraph)
        if self._block and self._still_in_block(words, label):
            self.tree.reach(paragraph.span.end)
            return self._block
        if self._block:
            self._block = None
            self.tree.close()
        return self._running(index, paragraph)

    def _unnamed_recipients(self) -> set[int]:
        """The bullets that end in "- Lưu: VT" are recipients, also where "Nơi nhận" was lost."""
        found: set[int] = set()
        for index, words in enumerate(self._words):
            if _FILED.match(words):
                at = index
                while at >= 0 and (label := self._labels[at]) and label.kind == "bullet" and len(self._words[at]) < 160:
                    found.add(at)
                    at -= 1
        return found

    def _in_head(self, paragraph: Paragraph) -> bool:
        return self._part >= 0 and paragraph.span.start in self._parts[self._part].head

    def _running(self, index: int, paragraph: Paragraph) -> ParagraphKind:
        words, label = self._words[index], self._labels[index]
        if self._is_quoted(index):
            self.tree.reach(paragraph.span.end)
            return "text"
        if label is not None:
            below = self._below(index, label)
            return "heading" if open_label(self.tree, paragraph, words, label, below) else "text"
        stands_out = len(words) < 250 and (words.isupper() or paragraph.bold)
        if stands_out and self.tree.entitle(paragraph.span, words):
            return "heading"
        self.tree.reach(paragraph.span.end)
        return "heading" if stands_out else "text"

    def _below(self, index: int, label: Label) -> Below:
        """What stands below this label: the next paragraph, if it is unlabelled text or has a label of a lower rank."""
        if index + 1 >= len(self._words):
            return None
        following = self._labels[index + 1]
        if following is None:
            words = self._words[index + 1]
            return None if _RECIPIENTS.match(words) or _CAPACITY.match(words) else "text"
        return "items" if self.tree.place(following).rank > self.tree.place(label).rank else None

    def _is_quoted(self, index: int) -> bool:
        """Whether the paragraph is quoted text (an amendment): its labels are not this document's."""
        if self._quoted:
            self._quoted -= 1
            return True
        words = self._words[index]
        if not _QUOTE_OPENS.match(words) or _QUOTE_CLOSES.search(words):
            return False
        for count in range(1, _LONGEST_QUOTE):
            if index + count >= len(self._words):
                return False
            if _QUOTE_CLOSES.search(self._words[index + count]):
                self._quoted = count
                return True
        return False

    def _open_block(self, kind: ParagraphKind, paragraph: Paragraph) -> ParagraphKind:
        if self._block == kind:
            self.tree.reach(paragraph.span.end)
            return kind
        self.tree.close()
        label = _BLOCK_LABELS[kind]
        self.tree.open(label, label, _BLOCKS[kind], paragraph, paragraph.span, None)
        self._block = kind
        return kind

    def _signs(self, words: str, paragraph: Paragraph) -> bool:
        if len(words) > 150:
            return False
        if _CAPACITY.match(words):
            return True
        if _OFFICE.fullmatch(words):
            return self._block is not None or not self._titled or paragraph.bold
        if self._block == "signature" or (self._block == "recipients" and paragraph.bold):
            return _NAME.fullmatch(words) is not None
        return False

    def _still_in_block(self, words: str, label: Label | None) -> bool:
        if label is not None:
            return label.kind not in _ROOTS and self._block == "recipients" and len(words) < 250
        if (_TYPE.match(words) and words.isupper()) or _LETTERHEAD.match(words):
            return False
        return len(words) < (100 if self._block == "recipients" else 60)
