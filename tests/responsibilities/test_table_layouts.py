"""Task tables of many layouts, each read from HTML, Word, Markdown and exports of one cell a line."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from extractors.document import Document
from extractors.findings import Deadline, Responsibility
from extractors.header import extract_headers
from extractors.responsibilities import extract_responsibilities
from pipeline.read import read_bytes

CASES = yaml.load(Path(__file__).with_name("tables.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
HEAD = [
    "ỦY BAN NHÂN DÂN",
    "TỈNH LAI CHÂU",
    "Số: 1288/KH-UBND",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Lai Châu, ngày 29 tháng 5 năm 2025",
    "KẾ HOẠCH",
]
FONTS = {
    "plain": "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    "bold": "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf",
}
TITLE = "Thực hiện một số nhiệm vụ trọng tâm trên địa bàn tỉnh"
HEADING = "I. NHIỆM VỤ"
AFTER = "Trên đây là Kế hoạch."


@dataclass(frozen=True)
class Printed:
    """A cell as the case prints it."""

    words: str
    columns: int = 1
    rows: int = 1


def grid(case: dict[str, Any]) -> list[list[Printed]]:
    """The rows of a case."""
    return [[_printed(cell.strip()) for cell in row.split("|")] for row in case["rows"]]


def _printed(cell: str) -> Printed:
    covers = re.fullmatch(r"(?P<words>.*?)(?:>(?P<columns>\d))?(?:\^(?P<rows>\d))?", cell)
    assert covers
    return Printed(covers["words"].strip(), int(covers["columns"] or 1), int(covers["rows"] or 1))


def html(title: str, rows: list[list[Printed]], *, bold: bool = True) -> Document:
    """A page with a table."""

    def cell(printed: Printed, row: int) -> str:
        words = f"<b>{printed.words}</b>" if bold and row == 0 else printed.words
        return f"<td rowspan={printed.rows} colspan={printed.columns}>{words}</td>"

    body = "".join("<tr>" + "".join(cell(c, index) for c in row) + "</tr>" for index, row in enumerate(rows))
    paragraphs = "".join(f"<p>{line}</p>" for line in [*HEAD, title, HEADING])
    return read_bytes(f"<html><body>{paragraphs}<table>{body}</table><p>{AFTER}</p></body></html>".encode(), "a.html")


def word(title: str, rows: list[list[Printed]], *, bold: bool = True) -> Document:
    """A Word document with a table."""
    document = docx.Document()
    for line in [*HEAD, title, HEADING]:
        document.add_paragraph(line)
    width = sum(cell.columns for cell in rows[0])
    table = document.add_table(len(rows), width)
    covered: set[tuple[int, int]] = set()
    for r, row in enumerate(rows):
        column = 0
        for cell in row:
            while (r, column) in covered:
                column += 1
            place = table.cell(r, column)
            if cell.columns > 1 or cell.rows > 1:
                place = place.merge(table.cell(r + cell.rows - 1, column + cell.columns - 1))
            for number, line in enumerate(cell.words.split("<br>")):
                paragraph = place.add_paragraph() if number else place.paragraphs[0]
                paragraph.add_run(line).bold = bold and r == 0
            covered |= {(r + i, column + j) for i in range(cell.rows) for j in range(cell.columns)}
            column += cell.columns
    document.add_paragraph(AFTER)
    stream = BytesIO()
    document.save(stream)
    return read_bytes(stream.getvalue(), "a.docx")


def markdown(title: str, rows: list[list[Printed]], *, bold: bool = True) -> Document:
    """A Markdown text with a table of pipes."""
    mark = "**" if bold else ""
    header, *body = rows
    lines = ["| " + " | ".join(f"{mark}{cell.words}{mark}" for cell in header) + " |"]
    lines += ["| " + " | ".join(cell.words for cell in row) + " |" for row in body]
    lines.insert(1, "|" + "---|" * len(rows[0]))
    return read_bytes("\n\n".join([*HEAD, title, HEADING, "\n".join(lines), AFTER]).encode(), "a.md")


def flat(title: str, rows: list[list[Printed]], *, bold: bool = True) -> Document:
    """A text in which every cell is a line, with a bar before and after each."""
    del bold
    cells = "".join("|\n" + "".join(f"{c.words}\n|\n" if c.words else "|\n" for c in row) for row in rows)
    return read_bytes(("\n".join([*HEAD, title, HEADING]) + f"\n{cells}{AFTER}\n").encode(), "a.txt")


def bare(title: str, rows: list[list[Printed]], *, bold: bool = True) -> Document:
    """A text in which every cell is a line, and nothing stands between them; empty cells are lost."""
    del bold
    cells = "".join(f"{cell.words}\n" for row in rows for cell in row if cell.words).replace("<br>", "\n")
    return read_bytes(("\n".join([*HEAD, title, HEADING]) + f"\n{cells}{AFTER}\n").encode(), "a.txt")


def pdf(title: str, rows: list[list[Printed]], *, bold: bool = True) -> Document:
    """A PDF with a ruled table, in a font that has Vietnamese letters."""
    for name, path in FONTS.items():
        pdfmetrics.registerFont(TTFont(name, path))
    plain = ParagraphStyle("plain", fontName="plain", fontSize=9, leading=12)
    strong = ParagraphStyle("bold", parent=plain, fontName="bold")
    width = sum(cell.columns for cell in rows[0])
    cells: list[list[Any]] = [[""] * width for _ in rows]
    style: list[Any] = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
    covered: set[tuple[int, int]] = set()
    for r, row in enumerate(rows):
        column = 0
        for cell in row:
            while (r, column) in covered:
                column += 1
            last = (column + cell.columns - 1, r + cell.rows - 1)
            words = cell.words.replace("<br>", "<br/>")
            cells[r][column] = Paragraph(words, strong if bold and r == 0 else plain)
            style.append(("SPAN", (column, r), last))
            covered |= {(r + i, column + j) for i in range(cell.rows) for j in range(cell.columns)}
            column += cell.columns
    table = Table(cells, colWidths=[30, *[(A4[0] - 150) / (width - 1)] * (width - 1)])
    table.setStyle(TableStyle(style))
    lines = [Paragraph(line, plain) for line in [*HEAD, title, HEADING]]
    stream = BytesIO()
    SimpleDocTemplate(stream, pagesize=A4).build([*lines, table, Paragraph(AFTER, plain)])
    return read_bytes(stream.getvalue(), "a.pdf")


FORMATS: dict[str, Callable[..., Document]] = {
    "html": html, "docx": word, "markdown": markdown, "flat": flat, "bare": bare,
}  # fmt: skip
RUNS = [(case, name) for case in CASES for name in case.get("only", FORMATS)]
# where the fonts are installed, layouts with merged cells are read from PDF too
if all(Path(path).exists() for path in FONTS.values()):
    FORMATS["pdf"] = pdf
    RUNS += [(case, "pdf") for case in CASES if any(mark in row for row in case["rows"] for mark in "^>")]


def time(deadline: Deadline | None) -> str | None:
    """A deadline in few words."""
    if deadline is None:
        return None
    if deadline.on:
        return deadline.on
    if deadline.kind == "recurring":
        return f"recurring {deadline.every}" if deadline.every else "recurring"
    return f"{deadline.from_ or ''}..{deadline.to or ''}" if deadline.from_ or deadline.to else deadline.kind


def said(duty: Responsibility) -> list[str]:
    """A duty in the form of the cases."""
    actors = ", ".join(f"{actor.role}: {actor.agency.removesuffix(' tỉnh Lai Châu')}" for actor in duty.actors)
    return [duty.task, actors, time(duty.deadline) or "null", duty.product or "null"]


@pytest.mark.parametrize(("case", "name"), RUNS, ids=[f"{name}: {case['case']}" for case, name in RUNS])
def test_a_layout(case: dict[str, Any], name: str) -> None:
    document = FORMATS[name](case.get("title", TITLE), grid(case), bold="plain" not in case)
    found = extract_responsibilities(document, extract_headers(document).findings, ()).findings
    assert [said(duty) for duty in found] == case["found"], document.text
    assert {duty.origin for duty in found} <= {"table"}
