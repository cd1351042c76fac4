"""Owners as paragraphs, tasks as a table or CSV."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Any

from rich.table import Table
from rich.text import Text

from vanban.cli.messages import Say
from vanban.cli.render.page import name_of, page, print_indented, quote_line, shorten

Json = dict[str, Any]


def print_owners(rows: list[Json], say: Say) -> None:
    """One paragraph a duty: who has it, as what, who that is now, the words and the document."""
    console = page()
    for told in _read_as(rows, say):
        console.print(Text(told, style="dim"))
    for number, (_, group) in enumerate(groupby(rows, key=lambda row: row["task_id"]), start=1):
        head, *lines = _duty_lines(list(group), say)
        console.print(Text(f"{number}. ").append_text(head))
        for line in lines:
            print_indented(console, line, 3)
    if not rows:
        console.print(say("none.owners"))


def _read_as(rows: list[Json], say: Say) -> list[str]:
    """What of a question was read otherwise than it was written."""
    read = rows[0]["read_as"] if rows else {"corrected": [], "unknown": []}
    corrected = [say("word.read_as", word=one["from"], read=one["to"]) for one in read["corrected"]]
    return corrected + ([say("word.unknown", words=", ".join(read["unknown"]))] if read["unknown"] else [])


def _duty_lines(rows: list[Json], say: Say) -> list[Text]:
    first = rows[0]
    same = [row for row in rows if (row["role"], row["consolidates"]) == (first["role"], first["consolidates"])]
    lines = [line for row in same for line in _owner(row, say)]
    for role, others in groupby((row for row in rows if row not in same), key=lambda row: row["role"]):
        names = "; ".join(row["agency"] for row in others)
        lines.append(Text(f"{say('role.' + role)}: {names}", style="dim"))
    lines.append(Text(shorten(first["task"])))
    if first["deadline"]:
        lines.append(Text(say("word.deadline", deadline=first["deadline"]["text"]), style="green"))
    if first["product"]:
        lines.append(Text(say("word.product", product=first["product"])))
    document = first["document"]
    name, date = name_of(document, say), document["issued_on"]
    return [*lines, quote_line(first, f"{name} ({date})" if date else name, say)]


def _owner(row: Json, say: Say) -> list[Text]:
    """The agency in its role, each change since with its day and basis, and who it is now."""
    owner = Text(row["agency"], style="bold").append(f"  [{_role(row, say)}]", style="not bold cyan")
    return [owner, *(Text(line, style="yellow") for line in _succession(row, say))]


_OF_COMMUNE = re.compile(r" (?:xã(?! hội)|phường|đặc khu) ")


def _succession(row: Json, say: Say) -> list[str]:
    """The chain, a line a step; what a division leaves open is told with its candidates."""
    steps, others = row["succession"], [name for name in row["owner_candidates"] if name != row["owner_now"]]
    if row["decided"] == "open":
        steps, last = [step for step in steps if step["decided"] != "open"], steps[-1]
        left = [say("word.split", on=last["on"], basis=last["basis"], agencies="; ".join(row["owner_candidates"]))]
    else:
        left = [say("word.or", agencies="; ".join(others))] if others else []
    return [*(_step(step, say, last=not left and step is steps[-1]) for step in steps), *left]


def _step(step: Json, say: Say, *, last: bool) -> str:
    enlarged = "word.enlarged_commune" if _OF_COMMUNE.search(step["to"]) else "word.enlarged"
    word = enlarged if step["from"] == step["to"] else "word.now" if last else "word.became"
    line = say(word, agency=step["to"], on=step["on"], basis=step["basis"])
    if step["confidence"] < 1:
        line += say("word.unconfirmed")
    if step["decided"] == "function":
        line += say("word.by_function", words=", ".join(step["words"]))
    return line + (say("word.by_default") if step["decided"] == "default" else "")


def print_tasks(rows: list[Json], say: Say) -> None:
    """A table: when, as what, what, by which document."""
    console = page()
    if not rows:
        console.print(say("none.tasks"))
        return
    table = Table(show_edge=False, pad_edge=False, show_lines=True)
    table.add_column(say("column.due"), max_width=16, style="green")
    table.add_column(say("column.role"), max_width=18, style="cyan")
    table.add_column(say("column.task"), ratio=1)
    table.add_column(say("column.document"), max_width=18)
    several = len({row["agency"] for row in rows if row["through"] == "own"}) > 1
    for row in rows:
        role = _role(row, say)
        if row["through"] == "predecessor":
            role += f", {say('word.from', agency=row['agency'])}"
        elif several:
            role += f": {row['agency']}"
        table.add_row(_due(row, say), role, shorten(row["task"]), name_of(row["document"], say))
    console.print(table)


def _due(row: Json, say: Say) -> str:
    """The deadline as written, with the day that it is where it is counted from another one."""
    if not row["deadline"]:
        return ""
    text = str(row["deadline"]["text"])
    return f"{text} ({say('word.that_is', on=row['due'])})" if _is_counted(row) else text


def _is_counted(row: Json) -> bool:
    return bool(row["due"]) and row["deadline"]["kind"] == "relative"


def _role(row: Json, say: Say) -> str:
    group = row.get("is_group") or row.get("through_group")
    if row.get("consolidates"):
        return say("word.consolidates")
    return say(f"role.{row['role']}") + (f", {say('word.group')}" if group else "")
