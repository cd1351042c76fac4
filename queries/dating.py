"""When a document without a date was issued at the earliest: not before the newest instrument that it cites."""

from __future__ import annotations

from typing import Any

from graph.store import GraphStore
from queries.catalogue import run

Json = dict[str, Any]
_ROWS = 50_000


def give_since(store: GraphStore, rows: list[Json], day: str) -> None:
    """Set ``since`` in the rows of duties: the earliest day of a document without a date, null where nothing tells it.

    A day after ``day`` is a misprint and tells nothing.
    """
    ids = sorted({row["document_id"] for row in rows if not row["issued_on"]})
    newest = {row["id"]: row["issued_on"] for row in run(store, "newest_cited", ids=ids, max_rows=_ROWS)} if ids else {}
    for row in rows:
        found = newest.get(row["document_id"])
        row["since"] = found if found and found <= day else None
