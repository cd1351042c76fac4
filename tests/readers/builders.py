"""Small DOCX, PDF and HTML files, made by other programs than the readers under test."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx_bytes() -> bytes:
    """A plan: two-cell letterhead, numbered and bulleted paragraphs, a task table with merged cells."""
    document = docx.Document()
    head = document.add_table(2, 2)
    head.cell(0, 0).text = "ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU"
    head.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    head.cell(1, 0).text = "Số: 5/KH-UBND"
    head.cell(1, 1).text = "Lai Châu, ngày 02 tháng 3 năm 2024"
    title = document.add_paragraph()
    title.add_run("KẾ HOẠCH").bold = True
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph("Căn cứ Nghị quyết số 57-NQ/TW, UBND tỉnh ban hành kế hoạch như sau:")
    document.add_paragraph("Sở Tài chính", style="List Number")
    document.add_paragraph("Sở Nội vụ chủ trì, phối hợp với Sở Y tế.", style="List Number")
    document.add_paragraph("Báo cáo UBND tỉnh.", style="List Bullet")
    table = document.add_table(4, 4)
    for column, name in enumerate(["STT", "Nhiệm vụ", "Cơ quan thực hiện", ""]):
        table.cell(0, column).text = name
    table.cell(0, 2).merge(table.cell(0, 3))
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(1, 1))
    table.cell(1, 2).text = "Chủ trì"
    table.cell(1, 3).text = "Phối hợp"
    for column, words in enumerate(["1", "Tuyên truyền", "Sở Thông tin và Truyền thông", "Các sở"]):
        table.cell(2, column).text = words
    table.cell(3, 0).text = "A"
    table.cell(3, 1).text = "Nhóm nhiệm vụ"
    table.cell(3, 1).merge(table.cell(3, 3))
    return _saved(document)


def multilevel_docx_bytes() -> bytes:
    """Headings numbered "I.", "1.", "a)" by one multilevel list, the first level through its style."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    abstract = _element(
        f'<w:abstractNum {_W} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>'
        + "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
            for level, (form, text) in enumerate((("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)")))
        )
        + "</w:abstractNum>"
    )
    numbering.insert(0, abstract)
    numbering.append(_element(f'<w:num {_W} w:numId="91"><w:abstractNumId w:val="90"/></w:num>'))
    style = document.styles["Heading 1"].element.get_or_add_pPr()
    style.append(_element(f'<w:numPr {_W}><w:numId w:val="91"/></w:numPr>'))
    document.add_paragraph("Kế hoạch số 5/KH-UBND, căn cứ Nghị quyết số 57-NQ/TW")
    for words, level in (
        ("MỤC ĐÍCH", None),
        ("Mục tiêu", 1),
        ("Đến năm 2025", 2),
        ("Đến năm 2030", 2),
        ("Yêu cầu", 1),
        ("NHIỆM VỤ", None),
        ("Sở Tài chính", 1),
        ("Bố trí kinh phí", 2),
    ):
        if level is None:
            document.add_paragraph(words, style="Heading 1")
            continue
        properties = document.add_paragraph(words)._p.get_or_add_pPr()
        properties.append(_element(f'<w:numPr {_W}><w:ilvl w:val="{level}"/><w:numId w:val="91"/></w:numPr>'))
    return _saved(document)


def footnote_docx_bytes() -> bytes:
    """Two footnotes, one of them with two paragraphs, and a deleted passage of a tracked change."""
    document = docx.Document()
    paragraph = document.add_paragraph("Thực hiện Quyết định số 687/QĐ-TTg")
    paragraph._p.append(_element(f'<w:r {_W}><w:footnoteReference w:id="2"/></w:r>'))
    paragraph.add_run(" của Thủ tướng Chính phủ")
    paragraph._p.append(_element(f'<w:del {_W} w:id="1"><w:r><w:delText>bỏ đi</w:delText></w:r></w:del>'))
    paragraph._p.append(_element(f'<w:r {_W}><w:footnoteReference w:id="3"/></w:r>'))
    paragraph.add_run(".")
    document.add_paragraph("Các sở, ban, ngành thực hiện.")
    data = _saved(document)
    return _with_part(
        data,
        "word/footnotes.xml",
        f'<w:footnotes {_W}><w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
        '<w:footnote w:id="2"><w:p><w:r><w:t>Ngày 07/6/2022.</w:t></w:r></w:p></w:footnote>'
        '<w:footnote w:id="3"><w:p><w:r><w:t>Ký thay:</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>Phó Thủ tướng.</w:t></w:r></w:p>"
        "</w:footnote></w:footnotes>",
    )


def html_bytes() -> bytes:
    """A page with menu and footer around a plan with a task table of merged cells and a note."""
    return """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Trang</title><style>p{}</style></head><body>
<nav><ul><li>Trang chủ<li>Liên hệ</ul></nav><div class="content1">
<table><tr><td><b>ỦY BAN NHÂN DÂN<br>TỈNH LAI CHÂU</b></td><td><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br>Độc lập -
 Tự do - Hạnh phúc</td></tr><tr><td>Số: 12/KH-UBND</td><td><i>Lai Châu, ngày 01 tháng 02 năm 2023</i></td></tr></table>
<p align="center"><b>KẾ HOẠCH</b></p><p>Thực hiện Quyết định số
   687/QĐ-TTg<sup>1</sup> ngày 07/6/2022.</p><h3>I. MỤC ĐÍCH</h3><ol><li>Sở Tài chính chủ trì<li>Sở Nội vụ phối hợp</ol>
<table border=1><tr><th rowspan=2>STT</th><th rowspan=2>Nhiệm vụ</th><th colspan=2>Cơ quan thực hiện</th></tr>
<tr><th>Chủ trì</th><th>Phối hợp</th></tr>
<tr><td>1</td><td>Tuyên truyền</td><td rowspan=2>Sở Tài chính</td><td>Các sở</td></tr>
<tr><td>2</td><td>Báo cáo</td><td></td></tr><tr><td>A</td><td colspan=3>Nhóm nhiệm vụ</td></tr></table>
<p>[1] Đề án phát triển kinh tế tuần hoàn.</p></div><footer>Bản quyền</footer><script>let a = 1</script></body></html>
""".encode()


def pdf_bytes(pages: list[list[str]], *, password: str | None = None, table: list[list[str]] | None = None) -> bytes:
    """Lines of text on pages (Latin letters: the fonts that come with the maker have no Vietnamese ones).

    ``table`` is drawn with lines on the last page and goes on, header repeated, on another one.
    """
    stream = BytesIO()
    encryption = StandardEncryption(password, canPrint=0) if password else None
    canvas = Canvas(stream, pagesize=A4, encrypt=encryption)
    for lines in pages:
        for number, line in enumerate(lines):
            canvas.drawString(72, 780 - 18 * number, line)
        canvas.showPage()
    if table:
        _draw_table(canvas, table[:3])
        canvas.showPage()
        _draw_table(canvas, [table[0], *table[3:]])
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def drawn_pdf_bytes(lines: dict[int, tuple[int, str]]) -> bytes:
    """One page, drawn in the order of the entries: height above the page's foot -> (left, words)."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    for height, (left, words) in lines.items():
        canvas.drawString(left, height, words)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _draw_table(canvas: Canvas, rows: list[list[str]]) -> None:
    widths = [40, 200, 120, 120]
    top = 700
    for row in rows:
        left = 60
        for width, words in zip(widths, row, strict=True):
            canvas.rect(left, top - 40, width, 40)
            for number, line in enumerate(words.split("\n")):
                canvas.drawString(left + 4, top - 14 - 13 * number, line)
            left += width
        top -= 40


def _saved(document) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _element(xml: str):

    return parse_xml(xml)


def _with_part(data: bytes, name: str, xml: str) -> bytes:

    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for item in old.infolist():
            new.writestr(item, old.read(item.filename))
        new.writestr(name, xml)
    return stream.getvalue()
