"""A duty's row of the graph in the shape that the answers give."""

from __future__ import annotations

import calendar
import re
from typing import Any

Json = dict[str, Any]
# Who answers for a duty comes before who helps, who helps before who is told.
ROLES = ("lead", "responsible", "coordinate", "receive")
_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?")


def document_of(row: Json) -> Json:
    """The document that states the duty."""
    return {
        "id": row["document_id"],
        "number": row["number"],
        "title": row["title"],
        "issued_on": row["issued_on"],
        "type": row["doc_type"],
        "issuer": row["issuer"],
    }


def deadline_of(row: Json) -> Json | None:
    """``{text, kind, on, month, day, from, to, every}``, with ``days`` where there are several, or null."""
    if not row["deadline_kind"]:
        return None
    several = {"days": list(row["due_days"])} if row["due_days"] else {}
    return {
        "text": row["deadline"],
        "kind": row["deadline_kind"],
        "on": row["due_on"],
        "month": row["due_month"],
        "day": row["due_day"],
        "from": row["due_from"],
        "to": row["due_to"],
        "every": row["due_every"],
        **several,
    }


def last_day(date: str) -> str | None:
    """The last day of an ISO date of any precision: ``2025`` is over on ``2025-12-31``."""
    match = _DATE.fullmatch(date)
    if not match:
        return None
    year, month = int(match["year"]), int(match["month"] or 12)
    if not 1 <= month <= 12:
        return None
    day = int(match["day"] or calendar.monthrange(year, month)[1])
    return f"{year:04}-{month:02}-{day:02}"
