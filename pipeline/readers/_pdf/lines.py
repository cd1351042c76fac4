"""The printed lines of a PDF page, in reading order, from pdfium's text layer."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import pypdfium2
import pypdfium2.raw as pdfium

# pdfium writes U+FFFE for a hyphen at a line's end and joins the lines.
_HYPHEN = "\ufffe"
_DIGITS = re.compile(r"\d{1,3}")
# Figures right after a letter, stop or bracket: "phụ cấp lương2", "1.4 Việc", "đạt 6%1".
_GLUED = re.compile(
    r"(?<=[^\W\d_])\d{1,3}(?![\w/])|(?<=[^\W\d_][.,;:)%”])\d{1,3}(?![\w/.,])|"
    r"(?<=^\d\.)\d{1,2}(?=\s)|(?<=[%\]])\d{1,2}(?=[\s,.;])"
)
# The blank between "Số: 5/QĐ-UBND" and "Hà Nội, ngày …", "BỘ TÀI CHÍNH" and "CỘNG HÒA …".
_TWO_HALVES = re.compile(r"(?<=\S)\s+(?=[^\W\d_][\w.]*(?: [^\W\d_][\w.-]*){0,4}, ngày|CỘNG H|ĐẢNG CỘNG|Độc lập)")
# The left edge of the right half of a letterhead.
_MIDDLE = 0.45


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line; the box is (left, top, right, bottom) in points from the page's top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    bold: bool = False
    italic: bool = False

    @property
    def height(self) -> float:
        """The height of the line's characters, in points."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """The vertical middle."""
        return (self.top + self.bottom) / 2


def page_lines(page: pypdfium2.PdfPage) -> list[Line]:
    """The lines of a page; superscript figures stand in the line as "[1]"."""
    textpage = page.get_textpage()
    height = page.get_height()
    count = textpage.count_chars()
    if not count:
        return []
    text = textpage.get_text_range(0, count)
    pieces: list[Line] = []
    at = 0
    for raw in text.split("\r\n"):
        if raw.strip():
            pieces.append(_piece(textpage, raw, at, height))
        at += len(raw) + 2
    textpage.close()
    return _letterhead(_in_order(_joined(pieces)), page.get_width())


def _piece(textpage: pypdfium2.PdfTextPage, raw: str, at: int, height: float) -> Line:
    first = at + len(raw) - len(raw.lstrip())
    last = at + len(raw.rstrip()) - 1
    left, bottom, _, top = textpage.get_charbox(first, loose=True)
    _, _, right, _ = textpage.get_charbox(last, loose=True)
    raw = _marked(textpage, raw, at, top - bottom)
    weight = pdfium.FPDFText_GetFontWeight(textpage, first)
    heavy_end = pdfium.FPDFText_GetFontWeight(textpage, last)
    return Line(
        raw.replace(_HYPHEN, "-").strip(), left, height - top, right, height - bottom, weight >= 600 <= heavy_end
    )


def _marked(textpage: pypdfium2.PdfTextPage, raw: str, at: int, height: float) -> str:
    """The line with raised figures as "[1]": they are smaller than the line's first letter."""
    for match in reversed(list(_GLUED.finditer(raw))):
        _, bottom, _, top = textpage.get_charbox(at + match.start(), loose=True)
        if top - bottom < 0.8 * height:
            raw = f"{raw[: match.start()]}[{match.group()}]{raw[match.end() :]}"
    return raw


def _joined(pieces: list[Line]) -> list[Line]:
    """Pieces of one printed line together: pdfium cuts a line where the font's size changes."""
    lines: list[Line] = []
    for piece in pieces:
        if lines and _same_line(lines[-1], piece):
            lines[-1] = _together(lines[-1], piece)
        else:
            lines.append(piece)
    return lines


def _in_order(lines: list[Line]) -> list[Line]:
    """Lines from the top down where a page was drawn in another order; columns side by side stay as they were drawn."""
    runs: list[list[Line]] = []
    for line in lines:
        if runs and line.top >= runs[-1][-1].top - line.height:
            runs[-1].append(line)
        else:
            runs.append([line])
    ordered: list[list[Line]] = []
    for run in runs:
        bottom = max(line.bottom for line in run)
        at = next((i for i, other in enumerate(ordered) if bottom <= min(line.top for line in other) + 2), len(ordered))
        ordered.insert(at, run)
    return [line for run in ordered for line in run]


def _same_line(line: Line, piece: Line) -> bool:
    if not (line.top - 2 <= piece.middle <= line.bottom + 2 or piece.top - 2 <= line.middle <= piece.bottom + 2):
        return False
    gap = piece.left - line.right
    return -3 <= gap <= 0.8 * max(line.height, piece.height)


def _together(line: Line, piece: Line) -> Line:
    small, big = (piece, line) if piece.height < line.height else (line, piece)
    raised = small.height < 0.8 * big.height and small.middle < big.middle - 0.08 * big.height
    blank = " " if piece.left - line.right > 0.15 * max(piece.height, line.height) else ""
    if raised and small is piece and _DIGITS.fullmatch(piece.text):
        text = f"{line.text}[{piece.text}]"
    elif raised and small is line and _DIGITS.fullmatch(line.text):
        text = f"[{line.text}] {piece.text}"
    else:
        text = f"{line.text}{blank}{piece.text}"
    bold, italic = line.bold and piece.bold, line.italic and piece.italic
    return Line(text, line.left, big.top, piece.right, big.bottom, bold, italic)


def _letterhead(lines: list[Line], width: float) -> list[Line]:
    """The left half of a letterhead first, then its right half, where a page begins with one."""
    top = next((i for i, line in enumerate(lines[:12]) if _motto(line)), None)
    if top is None or (lines[top].left < _MIDDLE * width * 0.75 and not _TWO_HALVES.search(lines[top].text)):
        return lines
    end = next((i for i in range(top + 1, min(len(lines), top + 14)) if _centred_wide(lines[i], width)), top + 1)
    start = next((i for i in range(top) if lines[i].bottom > lines[top].top - 30), top)
    head = [part for line in lines[start:end] for part in _halves(line, width)]
    left = [line for line in head if (line.left + line.right) / 2 < _MIDDLE * width]
    right = [line for line in head if line not in left]
    return [*lines[:start], *_down(left), *_down(right), *lines[end:]]


def _motto(line: Line) -> bool:
    return ("CỘNG H" in line.text and "VIỆT NAM" in line.text) or "ĐẢNG CỘNG SẢN" in line.text


def _centred_wide(line: Line, width: float) -> bool:
    """Whether a line stands in the middle of the page: the letterhead is over."""
    if _TWO_HALVES.search(line.text):
        return False
    centre = (line.left + line.right) / 2
    return abs(centre - width / 2) < 0.08 * width or line.right - line.left > 0.62 * width


def _halves(line: Line, width: float) -> list[Line]:
    """A line that pdfium drew from both halves ("Số: 5/QĐ-UBND  Hà Nội, ngày …") in two."""
    if line.left > _MIDDLE * width * 0.8 or line.right < width * 0.6:
        return [line]
    cut = _TWO_HALVES.search(line.text)
    if not cut:
        return [line]
    middle = _MIDDLE * width
    return [
        replace(line, text=line.text[: cut.start()], right=middle - 1),
        replace(line, text=line.text[cut.end() :], left=middle + 1),
    ]


def _down(lines: list[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: line.top)
