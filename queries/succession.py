"""Who an agency is on a day: along the dated successions of the graph, never past a division without saying so.

A *merge* or *rename* hands an agency over whole; a *split* hands some of its functions to another one, and a
*transfer* takes single functions from an agency that goes on. Where functions went different ways, the words of the
duty decide ("báo chí" went to Sở Văn hóa, Thể thao và Du lịch); where they name none, all that took over are shown.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from extractors.errors import UsageError
from extractors.fold import norm
from graph.store import GraphStore
from queries.catalogue import run

Json = dict[str, Any]
_LONGEST = 12
_BETWEEN = re.compile(r"[;,|]")


@dataclass(frozen=True, slots=True)
class Owner:
    """The agency on the day and the steps that led to it: ``{from, to, on, basis, change}``, names and an ISO date.

    ``name`` is null while nothing changed. After a division that the duty's words do not decide, ``candidates`` holds
    the names of all that took over a part, and ``id`` is still the agency before it.
    """

    id: str
    name: str | None = None
    steps: tuple[Json, ...] = ()
    candidates: tuple[str, ...] = ()


def owner_on(store: GraphStore, agency: str, as_of: str | None = None, about: str = "") -> Owner:
    """The owner on a day (ISO; null: today). The words of the duty (``about``) decide who took over a part."""
    day = _day(as_of)
    owner, since = Owner(agency), ""
    for _ in range(_LONGEST):
        rows = _after(run(store, "successors", ids=[owner.id]), since, day)
        heirs = next((heirs for at in _by_day(rows) if (heirs := _heirs(at, about))), [])
        if not heirs:
            return owner
        since = heirs[0]["on_date"] or ""
        if len({row["to_id"] for row in heirs}) > 1:
            steps = (*owner.steps, *(_step(row) for row in heirs))
            return Owner(owner.id, owner.name, steps, tuple(dict.fromkeys(row["to_name"] for row in heirs)))
        owner = Owner(heirs[0]["to_id"], heirs[0]["to_name"], (*owner.steps, _step(heirs[0])))
    return owner


def _after(rows: Iterable[Json], since: str, day: str) -> list[Json]:
    """The changes that took place after one day and until another; what keeps its id did not change hands."""
    return [row for row in rows if since <= (row["on_date"] or "") <= day and row["to_id"] != row["from_id"]]


def _by_day(rows: list[Json]) -> list[list[Json]]:
    days = sorted({row["on_date"] or "" for row in rows})
    return [[row for row in rows if (row["on_date"] or "") == day] for day in days]


def _heirs(rows: list[Json], about: str) -> list[Json]:
    """Who took over on one day: of several the one whose functions the duty names; nobody where a part unnamed left."""
    words = f" {norm(about)} "
    named = [row for row in rows if any(f" {function} " in words for function in _functions(row))]
    return named or [row for row in rows if row["change"] != "transfer"]


def _functions(row: Json) -> list[str]:
    return [norm(part) for part in _BETWEEN.split(row["functions"] or "") if part.strip()]


def _step(row: Json) -> Json:
    return {
        "from": row["from_name"],
        "to": row["to_name"],
        "on": row["on_date"],
        "basis": row["basis"],
        "change": row["change"],
    }


def _day(as_of: str | None) -> str:
    if as_of is None:
        return datetime.date.today().isoformat()
    try:
        return datetime.date.fromisoformat(as_of).isoformat()
    except ValueError:
        raise UsageError(f"Ngày «{as_of}» không hợp lệ", mend="Viết dạng năm-tháng-ngày: 2026-01-01") from None
