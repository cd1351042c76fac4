"""Owners as paragraphs, tasks as a table or CSV."""

from __future__ import annotations

import csv
import sys
from typing import Any

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from vanban.cli.messages import Say
from vanban.cli.render.page import name_of, page, quote_line, shorten

Json = dict[str, Any]


def print_owners(rows: list[Json], say: Say) -> None:
    """One paragraph an owner: who, as what, who that is now, the words and the document."""
    console = page()
    for number, row in enumerate(rows, start=1):
        head = Text(f"{number}. ").append(row["agency"], style="bold").append(f"  [{_role(row, say)}]", style="cyan")
        console.print(head)
        for line in _owner_lines(row, say):
            console.print(Padding(line, (0, 0, 0, 3)))
    if not rows:
        console.print(say("none.owners"))


def _owner_lines(row: Json, say: Say) -> list[Text]:
    lines = [Text(shorten(row["task"]))]
    if row["succession"]:
        lines.append(Text(_succession(row, say), style="yellow"))
    if row["deadline"]:
        lines.append(Text(say("word.deadline", deadline=row["deadline"]["text"]), style="green"))
    if row["product"]:
        lines.append(Text(say("word.product", product=row["product"])))
    document = row["document"]
    number = name_of(document)
    lines.append(quote_line(row, f"{number} ({document['issued_on']})" if document["issued_on"] else number, say))
    return lines


def _succession(row: Json, say: Say) -> str:
    last = row["succession"][-1]
    if row["owner_now_id"] == row["agency_id"]:
        heirs = "; ".join(dict.fromkeys(step["to"] for step in row["succession"] if step["on"] == last["on"]))
        return say("word.split", on=last["on"], agencies=heirs)
    return say("word.now", agency=row["owner_now"], on=last["on"], basis=last["basis"])


def print_tasks(rows: list[Json], say: Say) -> None:
    """A table: when, as what, what, by which document."""
    console = page()
    if not rows:
        console.print(say("none.tasks"))
        return
    table = Table(show_edge=False, pad_edge=False, show_lines=True)
    table.add_column(say("column.due"), max_width=16, style="green")
    table.add_column(say("column.role"), max_width=10, style="cyan")
    table.add_column(say("column.task"), ratio=1)
    table.add_column(say("column.document"), max_width=18)
    for row in rows:
        deadline = row["deadline"]["text"] if row["deadline"] else ""
        table.add_row(deadline, _role(row, say), shorten(row["task"]), name_of(row["document"]))
    console.print(table)


def write_tasks_csv(rows: list[Json]) -> None:
    """CSV with a header row, for spreadsheets."""
    names = ("task", "role", "agency", "through_group", "deadline", "due_on", "product", "document_id", "number",
             "issued_on", "section", "page", "quote")  # fmt: skip
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(names)
    for row in rows:
        deadline, document = row["deadline"] or {}, row["document"]
        flat = {**row, **document, "document_id": document["id"], "deadline": deadline.get("text"),
                "due_on": deadline.get("on")}  # fmt: skip
        writer.writerow([_plain(flat.get(name)) for name in names])


def _plain(value: object) -> object:
    return "" if value is None else " ".join(value.split()) if isinstance(value, str) else value


def _role(row: Json, say: Say) -> str:
    group = row.get("is_group") or row.get("through_group")
    return say(f"role.{row['role']}") + (f", {say('word.group')}" if group else "")
