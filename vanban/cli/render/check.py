"""Findings about a document, as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text

from vanban.cli.messages import Say
from vanban.cli.render.page import name_of, page, print_indented, shorten

if TYPE_CHECKING:
    from pipeline.check import Issue

Json = dict[str, Any]
_STYLES = {"must_fix": "bold red", "verify": "bold yellow", "should_fix": "bold cyan", "editorial": "bold"}


def print_issues(document: Json, issues: tuple[Issue, ...], say: Say) -> None:
    """A paragraph a finding: grade and message, the quote and its place, then what speaks against it."""
    console = page()
    console.print(Text(name_of({**document, "stub": False}, say), style="bold"))
    if not issues:
        console.print(say("none.issues"))
        return
    for issue in issues:
        message = issue.english if say("check.language") == "en" else issue.message
        line = Text(f"[{say(f'grade.{issue.grade}')}] ", style=_STYLES[issue.grade])
        console.print(line.append(f"{message} ({issue.code})", style="not bold default"))
        places = (
            say("word.section", section=issue.section) if issue.section else "",
            say("word.page", page=issue.page) if issue.page else "",
        )
        where = ", ".join(place for place in places if place)
        quote = Text(f"“{shorten(issue.quote)}”", style="italic")
        print_indented(console, quote.append(f" — {where}" if where else "", style="not italic dim"), 2)
        for proof in issue.proofs:
            if proof.quote == issue.quote:
                continue
            told = Text(f"{say('check.against')}: “{shorten(proof.quote, 160)}”")
            print_indented(console, told.append(f" — {proof.source}", style="dim"), 4)
