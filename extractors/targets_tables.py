"""Aims in tables: a row is a measure with its unit, the columns are years ("Năm 2025 | Năm 2026 | Đến năm 2030")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.document import Document, Span, Table
from extractors.findings import Comparator, Evidence, Header, Target
from extractors.fold import norm
from extractors.targets_quantities import number

# the names of the columns that hold measures and units
_MEASURE = re.compile(r"(?<!\w)(?:chỉ tiêu|mục tiêu|tiêu chí|chỉ số)(?!\w)", re.IGNORECASE)
_UNIT = re.compile(r"(?:don vi(?: tinh)?|dvt|dv tinh|don vi do)")
# what a column tells that is no aim: what was done, what is estimated, how two figures compare
_DONE = re.compile(
    r"(?<!\w)(?:thực hiện|th|ước|hiện trạng|thực trạng|kết quả|so sánh|so với|tăng|giảm|tỷ lệ|đạt được|cơ quan|"
    r"đơn vị)(?!\w)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[,.]\d+)?"
# "54,5", "> 95", "≥ 95%", "trên 1.200", "95 - 98", "khoảng 20"
_VALUE = re.compile(
    rf"\s*(?P<sign>≥|>=|≤|<=|>|<|~|≈|trên|hơn|vượt|ít nhất|tối thiểu|từ|dưới|không quá|tối đa|khoảng)?\s*"
    rf"(?P<low>{_NUMBER})(?:\s?%?\s?(?:-|–|đến)\s?(?P<high>{_NUMBER}))?\s*(?P<unit>%|‰)?"
    r"(?P<more>\s*(?:trở lên|\+))?\s*",
    re.IGNORECASE,
)
_SIGNS: dict[str, Comparator] = {
    "≥": ">=", ">=": ">=", "ít nhất": ">=", "tối thiểu": ">=", "≤": "<=", "<=": "<=", "không quá": "<=", "tối đa": "<=",
    ">": ">", "trên": ">", "hơn": ">", "vượt": ">", "<": "<", "dưới": "<", "~": "~", "≈": "~", "khoảng": "~",
}  # fmt: skip
# "Tỷ lệ hộ nghèo (%)", "Thu nhập bình quân (triệu đồng/người/năm)"
_UNIT_IN_NAME = re.compile(r"\((?P<unit>%|‰|[^()]{1,30})\)\s*$")
_PART = re.compile(r"\s*(?:[-–+•*]|trong đó\s*:?|tr\.đó\s*:?)\s*", re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:[-–+•*]|\d{1,2}[.)])\s*")


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which columns hold measures, units, and the aims of which year."""

    measure: int
    unit: int | None
    years: tuple[tuple[int, str], ...]


def table_targets(document: Document, table: Table, header: Header | None) -> Iterator[Target]:
    """The aims of a table whose columns are years; none where it only tells what was done."""
    columns = _columns(document.text, table, _issued(header))
    if columns is None:
        return
    above = ""
    for row in table.rows:
        cells = {cell.column: cell.span for cell in row.cells if cell.columns == 1}
        if row.header or columns.measure not in cells:
            continue
        name = " ".join(cells[columns.measure].of(document.text).split())
        if not any(char.isalpha() for char in name):
            continue
        part = _PART.match(name) is not None
        above = above if part else name
        measure = f"{_plain(above)}: {_plain(name)}" if part and above else _plain(name)
        unit = _unit(document.text, columns, cells) or _in_brackets(name) or (_in_brackets(above) if part else "")
        yield from _row(document, columns, cells, measure, unit)


def _issued(header: Header | None) -> str:
    return ((header and header.issued_on) or "")[:4]


def _columns(text: str, table: Table, issued: str) -> _Columns | None:
    """The columns by the header rows; the years that lie before the document are no aims."""
    measure = unit = None
    years: dict[int, str] = {}
    done: set[int] = set()
    rows = [row for row in table.rows if row.header] or list(table.rows[:1])
    for cell in (cell for row in rows for cell in row.cells):
        name = " ".join(cell.span.of(text).split())
        printed = _YEAR.findall(name)
        for column in range(cell.column, cell.column + cell.columns):
            if _UNIT.fullmatch(norm(name)):
                unit = column
            elif printed and cell.columns == 1 and printed[-1] >= issued:
                years[column] = printed[-1]
            elif measure is None and _MEASURE.search(name) and cell.columns == 1 and not printed:
                measure = column
            if _DONE.search(name):
                done.add(column)
    aims = tuple((column, year) for column, year in sorted(years.items()) if column not in done)
    return _Columns(measure, unit, aims) if measure is not None and aims else None


def _unit(text: str, columns: _Columns, cells: dict[int, Span]) -> str:
    """The unit of a row by its column."""
    return " ".join(cells[columns.unit].of(text).split()) if columns.unit in cells else ""


def _in_brackets(name: str) -> str:
    """The unit at the end of a measure's name: "Tỷ lệ hộ nghèo (%)"."""
    found = _UNIT_IN_NAME.search(name)
    return found["unit"].strip() if found else ""


def _row(document: Document, columns: _Columns, cells: dict[int, Span], measure: str, unit: str) -> Iterator[Target]:
    for column, year in columns.years:
        span = cells.get(column)
        value = _VALUE.fullmatch(span.of(document.text)) if span is not None else None
        if span is not None and value is not None:
            yield _target(document, span, value, measure, value["unit"] or unit, year)


def _target(document: Document, span: Span, value: re.Match[str], measure: str, unit: str, year: str) -> Target:
    high = number(value["high"]) if value["high"] else None
    sign: Comparator = _SIGNS.get((value["sign"] or "").lower(), "=")
    words = document.quote(span)
    start = span.start + len(words) - len(words.lstrip())
    inner = Span(start, start + len(words.strip()))
    return Target(
        evidence=Evidence.at(document, inner),
        indicator=measure,
        comparator=">=" if value["more"] else sign,
        value=number(value["low"]),
        unit="%" if unit.startswith("%") else unit,
        by=year,
        value_max=high,
    )


def _plain(name: str) -> str:
    """A measure without its bullet and the unit in brackets."""
    return _BULLET.sub("", _PART.sub("", _UNIT_IN_NAME.sub("", name), count=1)).strip(" :;,.")
