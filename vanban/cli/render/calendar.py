"""Duties with a day as a calendar (RFC 5545): all-day events, the same bytes for the same duties."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator
from typing import Any

from vanban.cli.messages import Say

Json = dict[str, Any]
_OCTETS = 75  # of a line, without its end
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def tasks_ics(rows: list[Json], say: Say) -> str:
    """A calendar of the duties that have a day; one that returns has its rule. Lines end in CR LF.

    An event's UID is made of the duty's id, and of its day after the first of several, its DTSTAMP of the document's
    date, so that a calendar program that reads the file again renews its events and adds none.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//vanban//vanban//VI", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    for row in rows:
        if row["due"]:
            lines += _events(row, say)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _events(row: Json, say: Say) -> Iterator[str]:
    """An event for each day of the deadline: a rule of RFC 5545 cannot say "01/6 và 15/11 hằng năm"."""
    from queries.recurrence import each_day, first_due, rule

    names = ["", *(f"/{day}" for day in (row["deadline"].get("days") or ())[1:])]
    for name, each in zip(names, each_day(row["deadline"]), strict=True):
        due = first_due(each, row["document"]["issued_on"])
        if due:
            yield from _event(row, say, row["task_id"] + name, due, rule(each))


def _event(row: Json, say: Say, identity: str, due: datetime.date, returns: str | None) -> list[str]:
    document, deadline = row["document"], row["deadline"]
    name = " ".join(filter(None, (document["number"], document["title"])))
    about = (
        row["task"],
        f"{say('role.' + row['role'])}: {row['agency']}",
        say("word.deadline", deadline=deadline["text"]),
        say("word.product", product=row["product"]) if row["product"] else None,
        f"{say('word.stated_in', document=name)} — “{row['quote']}”",
    )
    return [
        "BEGIN:VEVENT",
        f"UID:{hashlib.sha256(identity.encode()).hexdigest()[:32]}@vanban",
        f"DTSTAMP:{_stamp(document['issued_on'])}",
        f"DTSTART;VALUE=DATE:{due:%Y%m%d}",
        f"DTEND;VALUE=DATE:{due + datetime.timedelta(days=1):%Y%m%d}",
        *([f"RRULE:{returns}"] if returns else []),
        f"SUMMARY:{_text(_short(row['task']))}",
        f"DESCRIPTION:{_text(chr(10).join(filter(None, about)))}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _stamp(issued_on: str | None) -> str:
    day = issued_on if issued_on and len(issued_on) == 10 else "1970-01-01"
    return f"{day.replace('-', '')}T000000Z"


def _short(task: str) -> str:
    words = " ".join(task.split())
    return words if len(words) <= 120 else words[:119].rsplit(" ", 1)[0] + "…"


def _text(value: str) -> str:
    return value.translate(_ESCAPED)


def _folded(line: str) -> Iterator[str]:
    """A content line in parts of at most 75 octets; every part after the first begins with a blank."""
    part, size = "", 0
    for char in line:
        width = len(char.encode())
        if size + width > _OCTETS:
            yield part
            part, size = " ", 1
        part, size = part + char, size + width
    yield part
