"""What one writing transaction does, the same for every store: ``run`` sends a statement and returns its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from graph import statements
from graph.rows import label_of
from graph.schema import schema
from graph.store import DocSubgraph

Run = Callable[[str, Mapping[str, Any]], Iterable[Mapping[str, Any]]]


def replace(run: Run, subgraphs: Iterable[DocSubgraph]) -> None:
    """Write documents in place of what they stated before."""
    batch = {sub.doc_id: sub for sub in subgraphs}
    named = _delete(run, list(batch))
    for text, params in statements.writes(schema(), batch.values()):
        run(text, params)
    for sub in batch.values():
        for rows in (*sub.nodes.values(), *sub.references.values()):
            named -= set(rows)
    _sweep(run, named)


def remove(run: Run, doc_id: str) -> None:
    """Take out what a document states; it stays as a stub while another one names it."""
    named = _delete(run, [doc_id])
    run(statements.FORGET, {"ids": [doc_id]})
    _sweep(run, named | {doc_id})


def _delete(run: Run, ids: list[str]) -> set[str]:
    """Delete what documents stated; returns the shared nodes that they named."""
    found = list(run(statements.STANDING_OF, {"ids": ids}))
    if not found:
        return set()
    starts = sorted({*ids, *(i for row in found for i in row["beside"] or ())})
    for text, params in statements.deletions(schema(), [row["id"] for row in found], starts):
        run(text, params)
    return {i for row in found for i in row["shared"] or ()}


def _sweep(run: Run, named: set[str]) -> None:
    """Take out shared nodes that nothing names any more, and what the tables reached from them only."""
    waiting = named
    while waiting:
        reached: set[str] = set()
        gone: set[str] = set()
        for label in schema().shared:
            ids = sorted(i for i in waiting if label_of(i) == label)
            if ids:
                loose = [row["id"] for row in run(statements.unnamed(label), {"ids": ids})]
                reached |= {row["id"] for row in run(statements.reached(label), {"ids": loose})}
                run(statements.delete_nodes(label), {"ids": loose})
                gone |= set(loose)
        waiting = reached - gone
