"""Rows of cells to a table: header rows, group rows, columns of merged cells, rows that a page break cut."""

from __future__ import annotations

import re

from extractors.document import Removed
from extractors.fold import fold
from pipeline.normalize.draft import Draft, DraftCell, DraftRow, DraftTable, Item
from pipeline.readers.traced import Traced, join

# "STT", "TT", "Số TT", "S TT": the name of the first column.
_STT = re.compile(r"\W*(?:s\s?t\s?t|t\s?t|so\s?tt|so thu tu|no\.?)\W*", re.IGNORECASE)
# The label of a data row: "1", "2.", "1.1", "I", "A", "-".
_ROW_LABEL = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|[A-HĐ]|[a-zđ])[.)]?|[-+*]")
# "(1)", "(2)=(1)x(3)", "1": the row that numbers the columns.
_COLUMN_NUMBER = re.compile(r"\(?\d{1,2}\)?(?:\s*=.{1,20})?|\([a-z]\)|[A-D]")
# A letterhead and a signature block are set as tables too.
_HEADER = re.compile(r"cong h[o]a xa hoi|dang cong san viet nam|doc lap\s*-\s*tu do")
_SIGNATURE = re.compile(
    r"noi nhan\s*:|\b(?:tm|kt|tl|tuq|t/m)\. ?[a-z]|^\W*(?:chu tich|bo truong|giam doc|pho chu tich)\b"
)
_SPANNING = re.compile(r"thuc hien|doi tuong|thoi gian|trong do|kinh phi|dia diem|nguon|muc|don vi")
_NOTE = re.compile(r"ghi chu|luu y")
# what stands under a wide header cell, and the name that such a cell has
_UNDER = (
    (re.compile(r"chu tri|phoi hop|dau moi"), re.compile(r"phan cong|thuc hien|co quan|don vi|trach nhiem|to chuc")),
    (
        re.compile(r"^(?:so|bo|ubnd|uy ban|cong an|ban|phong|van phong|cuc|chi cuc|xa|phuong|huyen|vien|toa an|hoi)\b"),
        re.compile(r"phan cong|thuc hien|co quan|don vi|trach nhiem|to chuc|nganh|chu tri|phoi hop"),
    ),
    (re.compile(r"quy [iv1-4]|thang \d|20\d\d|bat dau|ket thuc"), re.compile(r"thoi gian|tien do|lo trinh|giai doan")),
)
_TIMES = re.compile(r"thoi gian|thoi han|tien do|kinh phi|san pham|ket qua")

Rows = list[list[list[Draft]]]


def is_layout(text: str) -> str | None:
    """Whether a table only sets a letterhead ("header") or a signature block ("signature")."""
    folded = fold(text[:1500])
    if _HEADER.search(folded):
        return "header"
    if _SIGNATURE.search(folded):
        return "signature"
    return None


def is_stt(text: str) -> bool:
    """Whether a cell names the column of row numbers."""
    return _STT.fullmatch(fold(text)) is not None


def make_table(rows: Rows, columns: int) -> list[Item]:
    """The table of rows without known spans; an empty row is left out."""
    rows = [row for row in rows if any(cell for cell in row)]
    if not rows:
        return []
    header = _header_rows(rows, columns)
    table = DraftTable(columns=columns)
    for index, row in enumerate(rows):
        cells = _header_cells(rows, index, columns) if index < header else _body_cells(row, columns)
        page = next((draft.page for cell in row for draft in cell), None)
        table.rows.append(DraftRow(cells, page, header=index < header))
    return list(split_tables(merge_broken(table)))


def split_tables(table: DraftTable) -> list[DraftTable]:
    """One table, or several where a new header row shows that another one begins."""
    found: list[DraftTable] = []
    for row in table.rows:
        if not found or (_is_header_line(row) and not row.header and found[-1].rows):
            found.append(DraftTable(columns=table.columns))
            row.header = _is_header_line(row)
        found[-1].rows.append(row)
    return found


def _is_header_line(row: DraftRow) -> bool:
    return len(row.cells) > 1 and is_stt(cell_text(row.cells[0]))


def cell_text(cell: DraftCell) -> str:
    """The words of a cell on one line."""
    return " ".join(draft.text.text for draft in cell.paragraphs)


def _words(cell: list[Draft]) -> str:
    return " ".join(draft.text.text for draft in cell)


def _header_rows(rows: Rows, columns: int) -> int:
    """How many of the first rows name the columns."""
    count = 0
    for row in rows[:4]:
        first = _words(row[0])
        if count == 0:
            if is_stt(first) or (len(row) > 1 and not _ROW_LABEL.fullmatch(first) and _all_short(row)):
                count = 1
                continue
            break
        numbers = [_words(cell) for cell in row if cell]
        if len(numbers) > 2 and all(_COLUMN_NUMBER.fullmatch(n) for n in numbers):
            return count + 1
        if _ROW_LABEL.fullmatch(first) or len(row) == columns or len(rows[0]) == columns or len(row) < 2:
            break
        count += 1
    return count


def _all_short(row: list[list[Draft]]) -> bool:
    return all(0 < len(_words(cell)) <= 90 for cell in row) and all(d.bold for cell in row for d in cell)


def _header_cells(rows: Rows, index: int, columns: int) -> list[DraftCell]:
    """Header cells with the columns that they cover; a short first row has one cell over the second row's."""
    row = rows[index]
    if len(row) == columns:
        return [DraftCell(cell, i) for i, cell in enumerate(row)]
    missing = columns - len(row)
    if index == 0:
        wide = _spanning(row, rows[1] if len(rows) > 1 else [])
        cells: list[DraftCell] = []
        at = 0
        for i, cell in enumerate(row):
            width = 1 + (missing if i == wide else 0)
            reach = 2 if i != wide and len(rows) > 1 and len(rows[1]) == missing + 1 else 1
            cells.append(DraftCell(cell, at, width, reach))
            at += width
        return cells
    top = rows[0]
    offset = _spanning(top, row) if len(top) < columns else 0
    offset = min(offset, columns - len(row))
    return [DraftCell(cell, offset + i) for i, cell in enumerate(row)]


def _spanning(row: list[list[Draft]], below: list[list[Draft]]) -> int:
    """The cell of a short header row that covers the cells below it."""
    names = [fold(_words(cell)) for cell in row]
    parts = [fold(_words(cell)) for cell in below]
    for under, over in _UNDER:
        if any(under.search(part) for part in parts):
            named = [i for i, name in enumerate(names) if over.search(name)]
            better = [i for i in named if over is _UNDER[-1][1] or not _TIMES.search(names[i])]
            if better:
                return better[-1]
    for i in range(len(names) - 1, 0, -1):
        if _SPANNING.search(names[i]) and not _NOTE.search(names[i]):
            return i
    last = len(names) - 1
    return last - 1 if last > 0 and _NOTE.search(names[last]) else last


def _body_cells(row: list[list[Draft]], columns: int) -> list[DraftCell]:
    """A full row, or a group row: its last cell covers the columns that are left."""
    last = len(row) - 1
    return [DraftCell(cell, i, columns - last if i == last else 1) for i, cell in enumerate(row)]


def merge_broken(table: DraftTable) -> DraftTable:
    """Rows that a page break cut are whole again: no label, and cells that go on in small letters."""
    kept: list[DraftRow] = []
    for row in table.rows:
        if kept and not row.header and not kept[-1].header and _continues(kept[-1], row):
            _append(kept[-1], row)
        else:
            kept.append(row)
    table.rows = kept
    return table


def _continues(above: DraftRow, row: DraftRow) -> bool:
    if len(row.cells) != len(above.cells) or len(row.cells) < 3 or row.cells[0].paragraphs:
        return False
    if above.page is not None and above.page == row.page:
        return False
    filled = [(a, b) for a, b in zip(above.cells, row.cells, strict=True) if b.paragraphs]
    if not filled or not _ROW_LABEL.fullmatch(cell_text(above.cells[0])):
        return False
    if row.page is not None:
        return all(a.paragraphs for a, _ in filled)
    return all(a.paragraphs and cell_text(b)[:1].islower() for a, b in filled)


def _append(above: DraftRow, row: DraftRow) -> None:
    for target, more in zip(above.cells, row.cells, strict=True):
        if not more.paragraphs:
            continue
        if target.paragraphs:
            last = target.paragraphs[-1]
            blank = Traced.at(" ", last.text.source(len(last.text) - 1) + 1)
            last.text = join([last.text, blank, more.paragraphs[0].text])
            target.paragraphs.extend(more.paragraphs[1:])
        else:
            target.paragraphs.extend(more.paragraphs)


def mark_header(table: DraftTable) -> None:
    """Marks the first rows of a table with known spans that name its columns."""
    reach = 0
    for index, row in enumerate(table.rows[:5]):
        first = row.cells[0] if row.cells else None
        if index == 0:
            if not _names_columns(row, table.columns):
                return
            row.header = True
            reach = max((cell.rows for cell in row.cells), default=1)
            continue
        words = [cell_text(cell) for cell in row.cells if cell.paragraphs]
        numbers = len(words) > 2 and all(_COLUMN_NUMBER.fullmatch(word) for word in words)
        if index < reach and not (first and _ROW_LABEL.fullmatch(cell_text(first))):
            row.header = True
        elif numbers and words[0] not in ("I", "A") and len(set(words)) == len(words):
            row.header = True
            return
        else:
            return


def _names_columns(row: DraftRow, columns: int) -> bool:
    words = [cell_text(cell) for cell in row.cells]
    if sum(cell.columns for cell in row.cells) < columns or not all(words) or len(words) < 2:
        return False
    if any(is_stt(word) for word in words):
        return True
    return all(len(word) <= 90 and not _ROW_LABEL.fullmatch(word) for word in words) and all(
        draft.bold or draft.centered for cell in row.cells for draft in cell.paragraphs
    )


def merge_pages(items: list[Item]) -> tuple[list[Item], list[Removed]]:
    """Tables that go on over a page's end are one; the header that the new page repeats is taken out."""
    merged: list[Item] = []
    removed: list[Removed] = []
    for item in items:
        last = merged[-1] if merged else None
        if isinstance(item, DraftTable) and isinstance(last, DraftTable) and _goes_on(last, item):
            head = [_row_words(row) for row in last.rows if row.header]
            for row in item.rows:
                if _row_words(row) in head:
                    removed.append(Removed("repeated_header", " | ".join(_row_words(row))))
                else:
                    row.header = False
                    last.rows.append(row)
            merge_broken(last)
        else:
            merged.append(item)
    return merged, removed


def _row_words(row: DraftRow) -> list[str]:
    return [cell_text(cell) for cell in row.cells]


def _goes_on(last: DraftTable, table: DraftTable) -> bool:
    if last.columns != table.columns or not last.rows or not table.rows:
        return False
    before, after = last.rows[-1].page, table.rows[0].page
    if before is None or after is None or after != before + 1:
        return False
    if not any(row.header for row in table.rows):
        return True
    return _row_words(table.rows[0]) in [_row_words(row) for row in last.rows if row.header]
