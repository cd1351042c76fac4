"""A PDF's pages to blocks: furniture out, notes and tables in their place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pypdfium2
import pypdfium2.raw as pdfium

from extractors.document import Notice, Removed, Source, Span
from extractors.errors import ReadError
from pipeline.readers._pdf.lines import Line, page_lines
from pipeline.readers._pdf.tables import Box, RuledTable, ruled_tables
from pipeline.readers.result import Block, CellPosition, Reading, Style

_OCR_TEXT = "Chữ của PDF này do máy nhận dạng từ bản quét, có thể sai; hãy đối chiếu số, ngày với bản gốc"
_PATHS = 8
_MOST_PAGES = 3000
# "3", "- 3 -", "Trang 3/12": the number of a page.
_PAGE_NUMBER = re.compile(r"\W*(?:(?:Trang|trang|Page)\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?\W*")
# "CÔNG BÁO/Số 1053 + 1054/Ngày 10-8-2025 5": the gazette's running head.
_GAZETTE = re.compile(r"^(?:\d{1,4} )?CÔNG BÁO/Số [\d +-]{1,30}/Ngày \d")
_NOTE_FIGURE = re.compile(r"(?<=[^\W\d_])\d{1,3}(?![\w/.,%])|(?<=[^\W\d_]\))\d{1,3}(?![\w/.,%])")
_WORDS = re.compile(r"\w+")
_FIGURES = re.compile(r"\d+")
_NOTE = re.compile(r"\[(\d{1,3})\]\s*|(\d{1,3})\s+(?=\S)")


def read_pages(data: bytes, source: Source) -> Reading:
    """One block a printed line or table cell, in reading order."""
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _cannot_open(str(error), source.path) from None
    try:
        return _read(pdf, data, source)
    except pypdfium2.PdfiumError as error:
        raise _cannot_open(str(error), source.path) from None
    finally:
        pdf.close()


def _cannot_open(error: str, where: str) -> ReadError:
    if "assword" in error or "ecurity" in error:
        return ReadError("PDF có mật khẩu", where=where, mend="Hãy bỏ mật khẩu rồi đưa lại tệp", code="encrypted")
    return ReadError("PDF bị hỏng, không mở được", where=where, mend="Hãy tải hoặc xuất lại tệp PDF", code="damaged")


def _read(pdf: pypdfium2.PdfDocument, data: bytes, source: Source) -> Reading:
    count = len(pdf)
    if not 0 < count <= _MOST_PAGES:
        raise ReadError(
            f"PDF có {count} trang",
            where=source.path,
            mend=f"Hãy tách thành tệp có 1 đến {_MOST_PAGES} trang",
            code="too_large",
        )
    pages: list[list[Line]] = []
    heights: list[float] = []
    ruled: list[int] = []
    images = 0
    for number in range(count):
        page = pdf[number]
        pages.append(page_lines(page))
        heights.append(page.get_height())
        paths, image = _objects(page)
        images += image
        if paths >= _PATHS and pages[-1]:
            ruled.append(number)
        page.close()
    letters = sum(len(line.text) for page in pages for line in page)
    if letters < 20 * count and letters < 2000:
        raise ReadError(
            f"PDF là bản quét, {count} trang không có lớp chữ",
            where=source.path,
            mend="Bản quét sẽ đọc được khi có OCR; hãy chuyển sang DOCX hoặc PDF có lớp chữ",
            code="scan",
        )
    tables = list(ruled_tables(data, ruled)) if ruled else []
    frame = _Frame(_running_lines(pages, heights), _body_height(pages), tuple(heights))
    return _reading(pdf, pages, tables, frame, replace(source, pages=count, ocr=images * 2 >= count))


def _objects(page: pypdfium2.PdfPage) -> tuple[int, bool]:
    """The number of drawn paths, and whether an image covers the page (a scan, perhaps with an OCR layer)."""
    width, height = page.get_size()
    paths, image = 0, False
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        if item.type == pdfium.FPDF_PAGEOBJ_PATH:
            paths += 1
        elif not image:
            left, bottom, right, top = item.get_bounds()
            image = (right - left) * (top - bottom) > 0.8 * width * height
    return paths, image


def _reading(
    pdf: pypdfium2.PdfDocument, pages: list[list[Line]], tables: list[RuledTable], frame: _Frame, source: Source
) -> Reading:
    writer = _Writer(source)
    for number, lines in enumerate(pages):
        here = [t for t in tables if t.page == number and not _is_layout(t, lines)]
        _page(writer, pdf, number, lines, here, frame)
    warnings = (Notice("ocr_text", _OCR_TEXT),) if source.ocr else ()
    return Reading(source, writer.raw(), tuple(writer.blocks), tuple(writer.removed), warnings)


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the pages have in common: lines at their heads and feet, and the height of the body's letters."""

    running: set[str]
    body: float
    heights: tuple[float, ...]


class _Writer:
    """Blocks and the raw text that their sources point into."""

    def __init__(self, source: Source) -> None:
        self.blocks: list[Block] = []
        self.removed: list[Removed] = []
        self.parts: list[str] = []
        self.length = 0
        self.source = source
        self.tables = 0

    def span(self, text: str) -> Span:
        span = Span(self.length, self.length + len(text))
        self.parts.append(text)
        self.length += len(text) + 1
        return span

    def raw(self) -> str:
        return "\n".join(self.parts)


def _page(
    writer: _Writer, pdf: pypdfium2.PdfDocument, number: int, lines: list[Line], tables: list[RuledTable], frame: _Frame
) -> None:
    left, right = _margins(lines)
    notes = _notes_start(lines, frame.body)
    marks = {m.group(1) or m.group(2) for line in lines[notes:] if (m := _NOTE.match(line.text))}
    last: Line | None = None
    done: set[int] = set()
    for index, line in enumerate(lines):
        table = next((i for i, t in enumerate(tables) if _inside(line, t.box)), None)
        if table is not None:
            if table not in done:
                done.add(table)
                for stray in _table(writer, pdf, number, tables[table], lines, marks):
                    writer.blocks.append(_block(writer, stray, number, left, right, None))
            last = None
            continue
        rule = _furniture_rule(line, frame, number)
        if rule:
            writer.removed.append(Removed(rule, line.text, writer.span(line.text)))
            continue
        if index >= notes and (match := _NOTE.match(line.text)):
            text = line.text[match.end() :]
            mark = f"[{match.group(1) or match.group(2)}]"
            writer.blocks.append(Block(text, "footnote", number + 1, _box(line), mark=mark, source=writer.span(text)))
            continue
        if index >= notes and writer.blocks and writer.blocks[-1].kind == "footnote":
            _extend_note(writer, line)
            continue
        writer.blocks.append(_block(writer, line, number, left, right, last))
        last = line


def _extend_note(writer: _Writer, line: Line) -> None:
    """A note's further line: notes are whole paragraphs."""
    before = writer.blocks[-1]
    text = f"{before.text}\n{line.text}"
    writer.span(line.text)
    writer.blocks[-1] = replace(
        before, text=text, source=Span(before.source.start if before.source else 0, writer.length - 1)
    )


def _block(writer: _Writer, line: Line, number: int, left: float, right: float, last: Line | None) -> Block:
    width = max(right - left, 1.0)
    gap = last is not None and line.top - last.bottom > 0.9 * line.height
    centre = (line.left + line.right) / 2
    centered = abs(centre - (left + right) / 2) < 0.03 * width and line.left > left + 0.06 * width
    return Block(
        line.text, "line", number + 1, _box(line), Style(line.bold, line.italic, centered, round(line.height, 1)),
        source=writer.span(line.text), gap=gap, fill=(line.right - left) / width, indent=line.left - left > 8,
    )  # fmt: skip


def _box(line: Line) -> Box:
    return (line.left, line.top, line.right, line.bottom)


def _inside(line: Line, box: Box) -> bool:
    return box[1] - 1 <= line.middle <= box[3] + 1 and box[0] - 3 <= line.left and line.right <= box[2] + 6


def _margins(lines: list[Line]) -> tuple[float, float]:
    """The left and right margins: where most long lines begin and end."""
    long = [line for line in lines if line.right - line.left > 250] or lines
    if not long:
        return 0.0, 1.0
    lefts = Counter(round(line.left / 3) * 3 for line in long)
    common = [x for x, n in lefts.items() if n >= 0.15 * len(long)] or list(lefts)
    rights = sorted(line.right for line in long)
    return float(min(common)), rights[int(len(rights) * 0.8)] if len(rights) > 2 else rights[-1]


def _body_height(pages: list[list[Line]]) -> float:
    heights = Counter(
        round(line.height * 2) / 2 for page in pages for line in page for _ in range(len(line.text) // 10)
    )
    return heights.most_common(1)[0][0] if heights else 12.0


def _notes_start(lines: list[Line], body: float) -> int:
    """The index of the first line of the notes at a page's foot: smaller letters down to the end, after a mark."""
    start = len(lines)
    while start > 0 and lines[start - 1].height < 0.93 * body:
        start -= 1
    for index in range(start, len(lines)):
        if lines[index].top > 60 and _NOTE.match(lines[index].text) and lines[index].text[:1] in "[0123456789":
            return index
    return len(lines)


def _running_lines(pages: list[list[Line]], heights: list[float]) -> set[str]:
    """What stands at the head or foot of many pages, figures aside."""
    seen: Counter[str] = Counter()
    for lines, height in zip(pages, heights, strict=True):
        seen.update({_FIGURES.sub("#", line.text) for line in lines if _in_margin(line, height)})
    return {text for text, count in seen.items() if count >= 3 and count * 3 >= len(pages)}


def _in_margin(line: Line, height: float) -> bool:
    return line.bottom < 0.1 * height or line.top > 0.91 * height


def _furniture_rule(line: Line, frame: _Frame, number: int) -> str | None:
    """Why a line in the page's margin is no part of the document."""
    if _GAZETTE.search(line.text):
        return "running_head"
    if not _in_margin(line, frame.heights[number]):
        return None
    if _PAGE_NUMBER.fullmatch(line.text):
        return "page_number"
    return "running_head" if _FIGURES.sub("#", line.text) in frame.running else None


def _is_layout(table: RuledTable, lines: list[Line]) -> bool:
    """A ruled frame with one column, a single row, or the letterhead inside is no table."""
    if table.columns < 2 or table.rows < 2 or len(table.cells) < 4:
        return True
    words = " ".join(line.text for line in lines if _inside(line, table.box))
    return "CỘNG HÒA XÃ HỘI" in words[:300] or not words.strip()


def _table(
    writer: _Writer, pdf: pypdfium2.PdfDocument, number: int, table: RuledTable, lines: list[Line], marks: set[str]
) -> list[Line]:
    """Writes the cells; returns the lines inside the table's frame that stand in no cell.

    ``marks``: the figures of the page's notes; one of them glued to a cell's word refers to its note.
    """
    page = pdf[number]
    textpage = page.get_textpage()
    height = page.get_height()
    words: set[str] = set()
    for cell in table.cells:
        left, top, right, bottom = cell.box
        text = textpage.get_text_bounded(left, height - bottom, right, height - top)
        text = "\n".join(_cell_lines(text))
        words.update(_WORDS.findall(text))
        text = _NOTE_FIGURE.sub(lambda match: f"[{match.group()}]" if match.group() in marks else match.group(), text)
        position = CellPosition(writer.tables, cell.row, cell.column, cell.rows, cell.columns)
        writer.blocks.append(Block(text, "cell", number + 1, cell.box, cell=position, source=writer.span(text)))
    textpage.close()
    writer.tables += 1
    return [line for line in lines if _inside(line, table.box) and not _is_in(line, words)]


def _is_in(line: Line, words: set[str]) -> bool:
    own = _WORDS.findall(line.text)
    return sum(word in words for word in own) * 2 >= len(own)


def _cell_lines(text: str) -> Iterator[str]:
    for line in text.replace("\ufffe", "-\n").split("\n"):
        if stripped := line.strip():
            yield stripped
