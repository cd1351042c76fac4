"""Duties as a spreadsheet: CSV, and a workbook of Excel written by XlsxWriter."""

from __future__ import annotations

import csv
import datetime
import io
from typing import Any

from vanban.cli.messages import Say

Json = dict[str, Any]
NAMES = (
    "task", "role", "agency", "through", "deadline", "due", "rule", "product", "document_id", "number", "issued_on",
    "section", "page", "quote",
)  # fmt: skip
_WIDTHS = {
    "task": 60, "agency": 34, "deadline": 24, "due": 12, "rule": 26, "product": 28, "document_id": 34, "number": 18,
    "issued_on": 12, "quote": 60,
}  # fmt: skip
_DATES = frozenset({"due", "issued_on"})
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def tasks_csv(rows: list[Json]) -> str:
    """CSV with a header row. A text that a spreadsheet would run as a formula begins with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(NAMES)
    writer.writerows([_safe(value) for value in _flat(row)] for row in rows)
    return out.getvalue()


def tasks_xlsx(rows: list[Json], say: Say) -> bytes:
    """A workbook of one sheet: a header that stays, filters, days as dates. The same rows give the same bytes."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": datetime.datetime(1980, 1, 1)})
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "dd/mm/yyyy", "valign": "top"})
    sheet = book.add_worksheet(say("sheet.tasks"))
    for column, name in enumerate(NAMES):
        sheet.set_column(column, column, _WIDTHS.get(name, 12))
        sheet.write_string(0, column, say(f"sheet.{name}"), head)
    for line, row in enumerate(rows, start=1):
        for column, (name, value) in enumerate(zip(NAMES, _flat(row), strict=True)):
            if name in _DATES and isinstance(value, str) and len(value) == 10:
                sheet.write_datetime(line, column, datetime.datetime.fromisoformat(value), day)
            elif isinstance(value, int):
                sheet.write_number(line, column, value, text)
            elif value:
                sheet.write_string(line, column, str(value), text)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(NAMES) - 1)
    book.close()
    return out.getvalue()


def _flat(row: Json) -> list[str | int]:
    from queries.recurrence import rules

    deadline, document = row["deadline"] or {}, row["document"]
    flat = {**row, **document, "document_id": document["id"], "deadline": deadline.get("text"),
            "rule": " ".join(rules(row["deadline"]))}  # fmt: skip
    return [_plain(flat.get(name)) for name in NAMES]


def _plain(value: object) -> str | int:
    return value if isinstance(value, int) else "" if value is None else " ".join(str(value).split())


def _safe(value: str | int) -> str | int:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
