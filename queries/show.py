"""All that the graph knows of one document."""

from __future__ import annotations

from typing import Any

from extractors.identity import urn_lex
from extractors.relation_labels import Direction, labels_of
from extractors.vocabulary import table
from graph.store import GraphStore
from queries.catalogue import run
from queries.days import day_month_or_year
from queries.documents import find_document
from queries.duties import ROLES, deadline_of
from queries.status import statuses

Json = dict[str, Any]


def show(store: GraphStore, asked: str, *, place: str | None = None, as_of: str | None = None) -> Json:
    """``{document, signers, changed_by, cites, cited_by, tasks, targets}``; raises as `find_document` does.

    Each relation has ``labels``: what vbpl and thuvienphapluat call it, seen from this document.
    """
    as_of = day_month_or_year(as_of)
    row = find_document(store, asked, place)
    identity = row["id"]
    return {
        "document": {
            "id": identity,
            "urn": _urn(row),
            "number": row["number"],
            "type": row["doc_type"],
            "title": row["title"],
            "issuer": row["issuer"],
            "issued_on": row["issued_on"],
            "place": row["place"],
            "stub": bool(row["stub"]),
            **statuses(store, [identity], as_of)[identity],
            "candidates": row.get("candidates"),
        },
        "signers": [_without(r, "document_id") for r in run(store, "signed_by", ids=[identity])],
        "changed_by": _labelled(run(store, "changes_in_force", id=identity), "in"),
        "cites": _labelled(run(store, "cited", id=identity), "out"),
        "cited_by": _labelled(run(store, "citing", id=identity), "in"),
        "tasks": _tasks(store, identity),
        "targets": [_without(r, "target_id", "ordinal") for r in run(store, "targets_of_document", id=identity)],
    }


def _urn(row: Json) -> str | None:
    """The ``urn:lex`` of a document, for exchange; null where type, issuer or date is not known."""
    names = {each["code"]: each["name"] for each in reversed(table("types"))}
    return urn_lex(
        number=row["number"],
        type_name=names.get(row["doc_type"] or ""),
        issuer=row["issuer"],
        issued_on=row["issued_on"],
        scope=str(row["id"]).split(":")[1],
    )


def _labelled(rows: list[Json], direction: Direction) -> list[Json]:
    return [{**row, "labels": labels_of(row["relation"], direction)} for row in rows]


def _tasks(store: GraphStore, identity: str) -> list[Json]:
    """The duties in text order, each with all its actors, who answers for it first."""
    tasks: dict[str, Json] = {}
    for row in run(store, "tasks_of_document", id=identity):
        task = tasks.setdefault(
            row["task_id"],
            {
                "task": row["task"],
                "actors": [],
                "deadline": deadline_of(row),
                "product": row["product"],
                "quote": row["quote"],
                "section": row["section"],
                "page": row["page"],
            },
        )
        task["actors"].append({"agency": row["agency"], "agency_id": row["agency_id"], "role": row["role"]})
    for task in tasks.values():
        task["actors"].sort(key=lambda actor: ROLES.index(actor["role"]))
    return list(tasks.values())


def _without(row: Json, *names: str) -> Json:
    return {name: value for name, value in row.items() if name not in names}
