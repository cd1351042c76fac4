"""Who an agency is on a day: along the dated successions of the graph, never past a split without saying so."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from extractors.errors import UsageError
from extractors.fold import norm
from graph.store import GraphStore
from queries.catalogue import run

Json = dict[str, Any]
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Owner:
    """The agency on the day and the steps that led to it: ``{from, to, on, basis, change}``, names and an ISO date.

    ``name`` is null while nothing changed. After a split ``candidates`` holds the names of all that took over a part,
    and ``id`` is still the agency before it.
    """

    id: str
    name: str | None = None
    steps: tuple[Json, ...] = ()
    candidates: tuple[str, ...] = ()


def owner_on(store: GraphStore, agency: str, as_of: str | None = None, about: str = "") -> Owner:
    """The owner on a day (ISO; null: today). The words of the duty (``about``) decide who took over a part."""
    day = _day(as_of)
    owner = Owner(agency)
    for _ in range(_LONGEST):
        rows = [row for row in run(store, "successors", ids=[owner.id]) if (row["on_date"] or "") <= day]
        if not rows:
            return owner
        first = min(row["on_date"] or "" for row in rows)
        heirs = _heirs([row for row in rows if (row["on_date"] or "") == first], about)
        if len({row["to_id"] for row in heirs}) > 1:
            steps = (*owner.steps, *(_step(row) for row in heirs))
            return Owner(owner.id, owner.name, steps, tuple(dict.fromkeys(row["to_name"] for row in heirs)))
        owner = Owner(heirs[0]["to_id"], heirs[0]["to_name"], (*owner.steps, _step(heirs[0])))
    return owner


def _heirs(rows: list[Json], about: str) -> list[Json]:
    """Who took over: of several, the one whose functions the duty names; without one, who got the rest."""
    words = f" {norm(about)} "
    named = [
        row for row in rows if any(f" {norm(f)} " in words for f in (row["functions"] or "").split(";") if f.strip())
    ]
    rest = [row for row in rows if not row["functions"]]
    return named or rest or rows


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
