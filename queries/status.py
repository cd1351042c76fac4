"""Whether documents are in force on a day, with the statements that say so: of the graph and of the tables."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from graph.identity import AMBIGUOUS
from graph.status import Change, Effect, registered_for, status_at
from graph.store import GraphStore
from queries.catalogue import run

Json = dict[str, Any]
MAX_EDGES = 100_000


def statuses(store: GraphStore, ids: list[str], on: str | None = None) -> dict[str, Json]:
    """Id -> ``{status, status_evidence: [{type, by, on, partial, quote, source}]}``; ``on`` null: all that is known.

    ``source`` is the id of the document that says so, or the name of a vocabulary table. An ambiguous document has no
    other status: it is not settled which instrument is meant.
    """
    changes: dict[str, list[Change]] = defaultdict(list)
    for row in run(store, "changes_of", ids=ids, max_rows=MAX_EDGES):
        change = _change(row)
        if change:
            changes[row["id"]].append(change)
    found: dict[str, Json] = {}
    for row in run(store, "effects_of", ids=ids, max_rows=MAX_EDGES):
        identity = row["id"]
        if row["status"] == AMBIGUOUS:
            found[identity] = {"status": AMBIGUOUS, "status_evidence": []}
            continue
        listed, effects = registered_for(identity, row["number"], row["doc_type"])
        if row["effective_on"]:
            effects = (*effects, Effect(row["effective_on"], quote=row["effect_quote"] or "", source=identity))
        status = status_at((*changes[identity], *listed), effects, on)
        found[identity] = {"status": status.value, "status_evidence": [_evidence(each) for each in status.evidence]}
    return found


def _change(row: Json) -> Change | None:
    """A change, from its first day as far as it is known; null where what changes is older than what is changed."""
    on = row["effective_on"] or row["issued_on"] or _year(row["by_id"])
    year = _year(row["id"])
    if on and year and on[:4] < year:
        return None
    by = row["by_number"] or row["by_id"]
    return Change(row["relation"], by, on, row["partial"] is not False, row["quote"] or "", row["stated_in"] or "")


def _year(identity: str) -> str:
    year = identity.split(":")[2] if identity.count(":") >= 3 else ""
    return year if year.isdigit() else ""


def _evidence(each: Change | Effect) -> Json:
    if isinstance(each, Change):
        told: Json = {"type": each.type, "by": each.by, "on": each.on or None, "partial": each.partial}
    else:
        told = {"type": "EFFECT", "by": None, "on": each.on or None, "until": each.until or None}
    return {**told, "quote": each.quote or None, "source": each.source or None}
