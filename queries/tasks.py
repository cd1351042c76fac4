"""The duties of an agency, its own and those of the groups that it belongs to."""

from __future__ import annotations

import datetime
from typing import Any

from extractors.errors import UsageError, VanbanError
from extractors.fold import norm
from extractors.identity import scope_of_place
from graph.store import GraphStore
from queries.catalogue import run
from queries.duties import deadline_of, document_of, is_due_before, last_day

Json = dict[str, Any]
_ROWS = 100_000


class NoSuchAgency(VanbanError):  # noqa: N818 - an answer, not a mistake
    """No agency of the graph has that name."""

    code = "no_such_agency"


def tasks(
    store: GraphStore, agency: str, *, place: str | None = None, due_before: str | None = None, groups: bool = True
) -> list[Json]:
    """``[{task, role, agency, agency_id, through_group, deadline, product, document, quote, section, page}]``.

    Ordered by last day (what has none comes last), document and place in it. ``agency`` is a name with or without
    marks, ``due_before`` an ISO date. Raises `NoSuchAgency`.
    """
    _check_date(due_before)
    own = {row["id"] for row in find_agencies(store, agency, place)}
    through = {row["id"] for row in run(store, "groups_of_agencies", ids=sorted(own))} - own if groups else set()
    rows = run(store, "tasks_of_agencies", ids=sorted(own | through), max_rows=_ROWS)
    answers = [_answer(row, row["agency_id"] in through) for row in rows]
    if due_before:
        answers = [answer for answer in answers if is_due_before(answer["deadline"], due_before)]
    return sorted(answers, key=_order)


def find_agencies(store: GraphStore, name: str, place: str | None = None) -> list[Json]:
    """The agencies of a name: those that are called so (in any place), else those that have it in their name."""
    rows = run(store, "agencies_by_name", words=name)
    if place:
        scope = scope_of_place(place)
        rows = [row for row in rows if _scope(row["id"]) == scope]
    called = [row for row in rows if _is_called(row, norm(name))]
    if not rows:
        where = f" ở {place}" if place else ""
        mend = "Viết tên đầy đủ (Sở Kế hoạch và Đầu tư), có dấu hay không"
        raise NoSuchAgency(f"Trong đồ thị không có cơ quan «{name}»{where}", mend=mend)
    return called or rows


def _is_called(row: Json, words: str) -> bool:
    """Whether an agency bears a name, its place set aside: "Sở Tài chính" is "Sở Tài chính tỉnh Lai Châu"."""
    name = norm(row["name"])
    place = _scope(row["id"]).split(".")[0].replace("-", " ")
    rest = name.removeprefix(words).strip()
    return name == words or (name.startswith(words) and rest in {place, f"tinh {place}", f"thanh pho {place}", "tinh"})


def _answer(row: Json, through_group: bool) -> Json:
    return {
        "task": row["task"],
        "role": row["role"],
        "agency": row["agency"],
        "agency_id": row["agency_id"],
        "through_group": through_group or bool(row["is_group"]),
        "deadline": deadline_of(row),
        "product": row["product"],
        "document": document_of(row),
        "quote": row["quote"],
        "section": row["section"],
        "page": row["page"],
        "task_id": row["task_id"],
    }


def _order(answer: Json) -> tuple[str, str, int, str]:
    deadline = answer["deadline"] or {}
    last = last_day(deadline.get("on") or "") or "9999"
    document, _, ordinal = answer["task_id"].rpartition("#t/")
    return last, document, int(ordinal or 0), answer["agency_id"]


def _scope(identity: str) -> str:
    return identity.split(":")[1]


def _check_date(date: str | None) -> None:
    if date is None:
        return
    try:
        datetime.date.fromisoformat(date)
    except ValueError:
        mend = "Viết dạng năm-tháng-ngày: 2025-12-31"
        raise UsageError(f"Ngày «{date}» không hợp lệ", mend=mend) from None
