"""The chain of a document: what it rests upon, and what rests upon it, each step with the words that state it.

``out`` follows what a document cites, implements, amends …; ``in`` follows the documents that do so to it. ``both``
does both from the document itself, and goes on *out* of every document that was reached (a plan that implements the
asked decision is shown with what it cites), but never back *in* from what is only cited: a law that everything cites
would otherwise connect everything.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from extractors.errors import UsageError
from graph.store import GraphStore
from queries.catalogue import run
from queries.days import day_month_or_year
from queries.documents import find_document
from queries.status import statuses

Json = dict[str, Any]
Direction = Literal["out", "in", "both"]
DIRECTIONS = ("out", "in", "both")
MAX_DEPTH = 12
MAX_EDGES = 100_000


@dataclass(slots=True)
class _Walk:
    """How far the search has come: each document's distance, which ones were left in either way, the edges."""

    depth: dict[str, int] = field(default_factory=dict)
    left_out: set[str] = field(default_factory=set)
    left_in: set[str] = field(default_factory=set)
    edges: dict[tuple[str, ...], Json] = field(default_factory=dict)


def chain(
    store: GraphStore,
    asked: str,
    *,
    place: str | None = None,
    direction: Direction = "both",
    depth: int = 2,
    as_of: str | None = None,
) -> Json:
    """``{root, nodes: [{id, number, title, issued_on, depth, stub, status, …}], edges: [{from, to, type, quote, …}]}``.

    ``asked`` is a number, an id or words of a title; ``as_of`` the ISO date for which each node's ``status`` is told
    (null: after all that is known), with ``status_evidence`` as `queries.status.statuses` gives it. Nodes are ordered
    by depth and id, edges by their ends.
    Raises `NoSuchDocument` and `SeveralDocuments`.
    """
    if direction not in DIRECTIONS:
        raise UsageError(f"Chiều «{direction}» không có", mend="Các chiều: out, in, both")
    if not 1 <= depth <= MAX_DEPTH:
        raise UsageError(f"Độ sâu {depth} không hợp lệ", mend=f"Chọn từ 1 đến {MAX_DEPTH}")
    as_of = day_month_or_year(as_of)
    root = find_document(store, asked, place)
    walk = _Walk({root["id"]: 0})
    ways = {"out": ({root["id"]}, set()), "in": (set(), {root["id"]}), "both": ({root["id"]}, {root["id"]})}
    leave_out, leave_in = ways[direction]
    for level in range(1, depth + 1):
        outward = _step(store, walk, "relations_out", leave_out - walk.left_out, level)
        inward = _step(store, walk, "relations_in", leave_in - walk.left_in, level)
        walk.left_out |= leave_out
        walk.left_in |= leave_in
        leave_in = inward
        leave_out = outward | inward if direction == "both" else outward
    return {
        "root": root["id"],
        "nodes": _nodes(store, walk, as_of),
        "edges": [walk.edges[key] for key in sorted(walk.edges)],
    }


def _step(store: GraphStore, walk: _Walk, query: str, ids: set[str], level: int) -> set[str]:
    """Follow all relations of some documents one way; returns the ends that they lead to."""
    if not ids:
        return set()
    ends = set()
    for row in run(store, query, ids=sorted(ids), max_rows=MAX_EDGES):
        edge = {"from": row["from_id"], "to": row["to_id"], "type": row["relation"], "quote": row["quote"],
                "stated_in": row["stated_in"], "section": row["section"], "page": row["page"]}  # fmt: skip
        walk.edges[(edge["from"], edge["to"], edge["type"], edge["stated_in"] or "", edge["quote"] or "")] = edge
        end = edge["to"] if query == "relations_out" else edge["from"]
        ends.add(end)
        walk.depth.setdefault(end, level)
    return ends


def _nodes(store: GraphStore, walk: _Walk, as_of: str | None) -> list[Json]:
    told = statuses(store, sorted(walk.depth), as_of)
    rows = run(store, "documents_by_id", ids=sorted(walk.depth), max_rows=MAX_EDGES)
    nodes = [
        {
            "id": row["id"],
            "number": row["number"],
            "title": row["title"],
            "issued_on": row["issued_on"],
            "depth": walk.depth[row["id"]],
            "stub": bool(row["stub"]),
            **told[row["id"]],
            "type": row["doc_type"],
            "issuer": row["issuer"],
            "place": row["place"],
        }
        for row in rows
    ]
    return sorted(nodes, key=lambda node: (node["depth"], node["id"]))
