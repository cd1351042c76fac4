"""Rows of any query as a table."""

from __future__ import annotations

import json
from typing import Any

from rich.table import Table

from vanban.cli.messages import Say
from vanban.cli.render.page import page, shorten

Json = dict[str, Any]


def print_rows(rows: list[Json], say: Say) -> None:
    """A table with a column a name; long texts are cut, ``--json`` gives them whole."""
    console = page()
    if not rows:
        console.print(say("none.rows"))
        return
    table = Table(show_edge=False, pad_edge=False)
    for name in rows[0]:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(_cell(value) for value in row.values()))
    console.print(table)


def _cell(value: object) -> str:
    if value is None:
        return ""
    return shorten(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False), 120)
