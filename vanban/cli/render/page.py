"""The page that answers are printed on, and the pieces that they have in common."""

from __future__ import annotations

import io
import re
import sys
from functools import cache
from typing import Any

from rich.console import Console
from rich.text import Text

from extractors.vocabulary import table
from vanban.cli.messages import Say

Json = dict[str, Any]
WIDTH = 80
LONGEST = 280
_PADDING = re.compile(r"[ ]+$", re.MULTILINE)


class _Trimmed(io.StringIO):
    """A file that passes text on without the blanks that pad lines to the page's width."""

    def write(self, text: str) -> int:
        return sys.stdout.write(_PADDING.sub("", text))


def page() -> Console:
    """Standard output: as wide as the terminal, 80 columns in a pipe; no colour there or where ``NO_COLOR`` is set."""
    if sys.stdout.isatty():
        return Console(file=sys.stdout, highlight=False, markup=False, emoji=False)
    return Console(file=_Trimmed(), width=WIDTH, highlight=False, markup=False, emoji=False)


def print_indented(console: Console, text: Text, by: int) -> None:
    """A text wrapped to the page, all its lines moved to the right."""
    for line in text.wrap(console, console.width - by):
        line.rstrip()
        console.print(Text(" " * by).append_text(line))


def name_of(document: Json, say: Say) -> str:
    """A document in few words: its number, else its type and issuer, else the beginning of its title, else its id."""
    if document.get("number"):
        return str(document["number"])
    if not document.get("stub") and document.get("issuer"):
        kind = _types().get(document.get("type") or "", say("word.a_document"))
        return say("word.unnumbered", kind=kind, issuer=document["issuer"])
    title = document.get("title")
    return f"«{shorten(title, 60)}»" if title else str(document["id"])


def status_words(document: Json, say: Say) -> str:
    """Whether a document is in force, where something says so."""
    status = document.get("status")
    return "" if status in (None, "unknown", "ambiguous") else say(f"status.{status}")


@cache
def _types() -> dict[str, str]:
    return {row["code"]: row["name"] for row in table("types")}


def shorten(text: str, longest: int = LONGEST) -> str:
    """A text in one line, cut between words."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    return line[:longest].rsplit(" ", 1)[0].rstrip(",;. ") + " …"


def quote_line(row: Json, source: str | None, say: Say, longest: int = LONGEST) -> Text:
    """The words that state a fact, and where they stand: document, section, page."""
    text = Text(f"“{shorten(row['quote'] or '', longest)}”", style="italic")
    places = [
        say("word.stated_in", document=source) if source else "",
        say("word.section", section=row["section"]) if row.get("section") else "",
        say("word.page", page=row["page"]) if row.get("page") else "",
    ]
    where = ", ".join(place for place in places if place)
    return text.append(f" — {where}", style="not italic dim") if where else text
