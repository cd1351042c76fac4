"""The body of a DOCX file to blocks: paragraphs with their numbers, tables in place, notes after their paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from extractors.document import Source, Span
from extractors.errors import ReadError
from pipeline.readers._docx.numbering import Numbering
from pipeline.readers._docx.package import Package, W, attribute
from pipeline.readers.result import Block, CellPosition, Reading, Style

_TEXT, _TAB, _BREAK, _NOTE_MARK, _END_MARK, _HYPHEN = (
    f"{W}{name}" for name in ("t", "tab", "br", "footnoteReference", "endnoteReference", "noBreakHyphen")
)
_RETURN = f"{W}cr"
# Inside a paragraph, but not its words: what a tracked change struck out, fields' codes, properties.
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TEXTBOX = f"{W}txbxContent"
_SKIPPED = {f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}pPr", f"{W}rPr", _FALLBACK, _TEXTBOX}
_LAYOUT = re.compile(r"CỘNG H[OÒ][ÀA] XÃ HỘI|ĐẢNG CỘNG SẢN|Nơi nhận|(?:TM|KT|TL|TUQ)\.")
_DEEPEST = 40


def read_package(data: bytes, source: Source) -> Reading:
    """The reading of a DOCX file."""
    body = _Body(Package(data, source.path), source)
    body.read()
    return Reading(source, body.raw, tuple(body.blocks))


class _Body:
    def __init__(self, package: Package, source: Source) -> None:
        self.package = package
        self.source = source
        self.blocks: list[Block] = []
        self.numbering = Numbering(package)
        self.bold_styles = _bold_styles(package)
        self.notes = _notes(package)
        self.pending: list[tuple[str, str]] = []
        self.seen_notes = 0
        self.parts: list[str] = []
        self.length = 0
        self.tables = 0

    @property
    def raw(self) -> str:
        """The text that the blocks' sources point into."""
        return "\n".join(self.parts)

    def read(self) -> None:
        """Reads the whole body."""
        body = self.package.main().find(f"{W}body")
        if body is None:
            raise ReadError(
                "DOCX không có nội dung",
                where=self.source.path,
                mend="Hãy mở bằng Word và lưu lại thành DOCX",
                code="damaged",
            )
        self._children(body, 0)

    def _children(self, parent: etree._Element, depth: int) -> None:
        if depth > _DEEPEST:
            return
        for child in parent:
            if child.tag == f"{W}p":
                self._paragraph(child, depth)
            elif child.tag == f"{W}tbl":
                self._table(child, depth)
            elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml", f"{W}smartTag"):
                self._children(child, depth + 1)

    def _span(self, text: str) -> Span:
        span = Span(self.length, self.length + len(text))
        self.parts.append(text)
        self.length += len(text) + 1
        return span

    def _paragraph(self, element: etree._Element, depth: int) -> None:
        for box in element.iter(_TEXTBOX):
            if not any(parent.tag == _FALLBACK for parent in box.iterancestors()):
                self._children(box, depth + 1)
        text = self._words(element)
        style = self._style(element)
        for line in text.split("\n"):
            if line.strip():
                self.blocks.append(Block(line, "paragraph", style=style, source=self._span(line)))
        self._flush_notes()

    def _words(self, element: etree._Element) -> str:
        """A paragraph's words with its automatic number and the marks of its notes; "\\n" for a line break."""
        text = "".join(self._pieces(element))
        label = self.numbering.label(element)
        return f"{label} {text}" if label and text.strip() else text

    def _pieces(self, element: etree._Element) -> Iterator[str]:
        for child in element:
            tag = child.tag
            if tag in _SKIPPED or not isinstance(tag, str):
                continue
            if tag == _TEXT:
                yield child.text or ""
            elif tag == _TAB:
                yield " "
            elif tag in (_BREAK, _RETURN):
                yield " " if attribute(child, "type") in ("page", "column") else "\n"
            elif tag == _HYPHEN:
                yield "-"
            elif tag in (_NOTE_MARK, _END_MARK):
                yield self._mark(child)
            else:
                yield from self._pieces(child)

    def _mark(self, element: etree._Element) -> str:
        kind = "footnotes" if element.tag == _NOTE_MARK else "endnotes"
        text = self.notes.get((kind, attribute(element, "id") or ""))
        if text is None:
            return ""
        self.seen_notes += 1
        mark = f"[{self.seen_notes}]"
        self.pending.append((mark, text))
        return mark

    def _flush_notes(self) -> None:
        for mark, text in self.pending:
            self.blocks.append(Block(text, "footnote", mark=mark, source=self._span(text)))
        self.pending.clear()

    def _style(self, element: etree._Element) -> Style:
        properties = element.find(f"{W}pPr")
        centered = attribute(properties.find(f"{W}jc")) == "center" if properties is not None else False
        named = attribute(properties.find(f"{W}pStyle")) if properties is not None else None
        runs = [run for run in element.iter(f"{W}r") if any((t.text or "").strip() for t in run.iter(_TEXT))]
        bold = bool(runs) and all(_is_on(run, "b", named in self.bold_styles) for run in runs)
        italic = bool(runs) and all(_is_on(run, "i", False) for run in runs)
        return Style(bold, italic, centered)

    # -- tables

    def _table(self, element: etree._Element, depth: int) -> None:
        rows = list(element.iterfind(f"{W}tr"))
        words = "".join(t.text or "" for t in element.iter(_TEXT))
        single = all(len(row.findall(f"{W}tc")) <= 1 for row in rows)
        if single or (len(rows) <= 4 and _LAYOUT.search(words[:2000])) or depth > 0:
            for cell in element.iter(f"{W}tc"):
                if depth < _DEEPEST:
                    self._children(cell, depth + 1)
            return
        self._grid(rows)
        self.tables += 1
        self._flush_notes()

    def _grid(self, rows: list[etree._Element]) -> None:
        open_spans: dict[int, int] = {}
        blocks: list[Block] = []
        for index, row in enumerate(rows):
            column = _skipped(row)
            for cell in row.iterfind(f"{W}tc"):
                properties = cell.find(f"{W}tcPr")
                width = _positive(attribute(properties.find(f"{W}gridSpan"))) if properties is not None else 1
                merge = properties.find(f"{W}vMerge") if properties is not None else None
                if merge is not None and attribute(merge) != "restart" and column in open_spans:
                    at = open_spans[column]
                    position = blocks[at].cell
                    if position is not None:
                        blocks[at] = _taller(blocks[at], position)
                    column += width
                    continue
                if merge is not None:
                    open_spans[column] = len(blocks)
                else:
                    open_spans.pop(column, None)
                blocks.append(self._cell(cell, CellPosition(self.tables, index, column, 1, width)))
                column += width
        self.blocks.extend(blocks)

    def _cell(self, cell: etree._Element, position: CellPosition) -> Block:
        paragraphs = [p for p in cell.iter(f"{W}p") if not any(a.tag == _FALLBACK for a in p.iterancestors())]
        texts = [self._words(paragraph) for paragraph in paragraphs]
        styles = [self._style(p) for p, text in zip(paragraphs, texts, strict=True) if text.strip()]
        text = "\n".join(line for line in texts if line.strip())
        style = Style(
            bool(styles) and all(s.bold for s in styles),
            bool(styles) and all(s.italic for s in styles),
            bool(styles) and styles[0].centered,
        )
        return Block(text, "paragraph", style=style, cell=position, source=self._span(text))


def _taller(block: Block, position: CellPosition) -> Block:
    taller = CellPosition(position.table, position.row, position.column, position.rows + 1, position.columns)
    return Block(block.text, block.kind, style=block.style, cell=taller, source=block.source)


def _skipped(row: etree._Element) -> int:
    return _positive(attribute(row.find(f"{W}trPr/{W}gridBefore")), 0)


def _positive(text: str | None, default: int = 1) -> int:
    return min(int(text), 200) if text and text.isascii() and text.isdigit() else default


def _is_on(run: etree._Element, name: str, inherited: bool) -> bool:
    switch = run.find(f"{W}rPr/{W}{name}")
    if switch is None:
        return inherited
    return attribute(switch) not in ("0", "false", "off", "none")


def _bold_styles(package: Package) -> set[str]:
    root = package.part("word/styles.xml")
    if root is None:
        return set()
    return {
        attribute(style, "styleId") or ""
        for style in root.iterfind(f"{W}style")
        if (bold := style.find(f"{W}rPr/{W}b")) is not None and attribute(bold) not in ("0", "false")
    }


def _notes(package: Package) -> dict[tuple[str, str], str]:
    """(kind, id) -> the note's words; Word's own separators are left out."""
    found: dict[tuple[str, str], str] = {}
    for kind, tag in (("footnotes", "footnote"), ("endnotes", "endnote")):
        root = package.part(f"word/{kind}.xml")
        for note in root.iterfind(f"{W}{tag}") if root is not None else ():
            if attribute(note, "type") in ("separator", "continuationSeparator", "continuationNotice"):
                continue
            paragraphs = ("".join(t.text or "" for t in p.iter(_TEXT)).strip() for p in note.iter(f"{W}p"))
            text = " ".join(paragraph for paragraph in paragraphs if paragraph)
            if text:
                found[kind, attribute(note, "id") or ""] = text
    return found
