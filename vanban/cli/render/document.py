"""One document with all that the graph knows of it."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.text import Text

from vanban.cli.messages import Say
from vanban.cli.render.page import name_of, page, print_indented, quote_line, shorten, status_words

Json = dict[str, Any]


def print_document(answer: Json, say: Say) -> None:
    """Print an answer of `queries.show.show`."""
    console, document = page(), answer["document"]
    console.print(Text(name_of(document, say), style="bold"))
    facts = [
        document["issued_on"],
        document["place"],
        document["issuer"],
        say("word.stub") if document["stub"] else None,
        status_words(document, say),
    ]
    console.print(Text(" · ".join(fact for fact in facts if fact), style="green"))
    if document["title"]:
        console.print(Text(document["title"]))
    for each in document["status_evidence"]:
        print_indented(console, _evidence(each, say), 2)
    for signer in answer["signers"]:
        parts = (signer["capacity"], signer["position"], signer["name"])
        console.print(Text(say("word.signed", name=" ".join(part for part in parts if part))))
    console.print(Text(document["id"], style="dim"))
    if document["urn"]:
        console.print(Text(document["urn"], style="dim"))
    for name, way in (("changed_by", "in"), ("cites", "out"), ("cited_by", "in")):
        _relations(console, say(f"show.{name}"), answer[name], way, say)
    _section(console, say("show.tasks"), [_task(task, say) for task in answer["tasks"]])
    _section(console, say("show.targets"), [Text(_target(target)) for target in answer["targets"]])


def _evidence(each: Json, say: Say) -> Text:
    """A statement on which the status rests."""
    words = say("word.since", on=each["on"]) if each["on"] else ""
    head = words if each["type"] == "EFFECT" else f"{say('in.' + each['type'])} {each['by']} {words}".rstrip()
    text = Text(f"{head}: ", style="cyan")
    quote = shorten(each["quote"] or "", 160)
    return text.append(f"“{quote}”", style="italic not cyan").append(f" — {each['source']}", style="dim")


def _relations(console: Console, title: str, rows: list[Json], way: str, say: Say) -> None:
    lines = []
    for row in rows:
        line = Text(say(f"{way}.{row['relation']}"), style="cyan").append(
            f" {name_of(row, say)} ", style="not cyan bold"
        )
        lines.append(line.append_text(quote_line({**row, "section": row.get("section")}, None, say, 120)))
    _section(console, title, lines)


def _section(console: Console, title: str, lines: list[Text]) -> None:
    if lines:
        console.print(Text(f"\n{title} ({len(lines)})", style="bold"))
    for line in lines:
        print_indented(console, line, 2)


def _task(task: Json, say: Say) -> Text:
    actors = "; ".join(f"{actor['agency']} ({say('role.' + actor['role'])})" for actor in task["actors"])
    text = Text(f"• {shorten(task['task'])} — ").append(actors, style="cyan")
    return text.append(f" [{task['deadline']['text']}]", style="green") if task["deadline"] else text


def _target(target: Json) -> str:
    value = f"{target['value']:g}" + (f"–{target['value_max']:g}" if target["value_max"] is not None else "")
    by = f" ({target['by_year']})" if target["by_year"] else ""
    sign = "" if target["comparator"] == "=" else f"{target['comparator']} "
    return f"• {target['indicator']}: {sign}{value} {target['unit']}{by}"
