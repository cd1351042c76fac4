"""The duties of an agency: its own, those of groups that it belongs to, and those of agencies that it succeeded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from extractors.abbreviations import common_abbreviations
from extractors.agencies import find_agencies as mentions_in
from extractors.agencies.membership import belongs
from extractors.errors import VanbanError
from extractors.fold import norm
from extractors.identity import CENTRAL
from extractors.unit_kinds import ALL_KINDS
from graph.store import GraphStore
from queries.catalogue import run
from queries.dating import give_since
from queries.days import day_or_today, iso_day
from queries.duties import ROLES, deadline_of, document_of
from queries.places import area_of
from queries.question import COUNCILS, expand
from queries.recurrence import first_due, is_due_before
from queries.succession import Owner, owner_on

Json = dict[str, Any]
Way = Literal["own", "predecessor", "group"]
_ROWS = 100_000
_LONGEST = 12
_WAYS: tuple[Way, ...] = ("own", "predecessor", "group")


class NoSuchAgency(VanbanError):  # noqa: N818 - an answer, not a mistake
    """No agency of the graph has that name."""

    code = "no_such_agency"


@dataclass(frozen=True, slots=True)
class _Reach:
    """Whose duties are asked for: the agencies themselves, those before them, and groups with the members in them."""

    own: Mapping[str, str]
    before: frozenset[str]
    members: Mapping[str, tuple[str, ...]]


def tasks(  # noqa: PLR0913 - one question, its filters
    store: GraphStore,
    agency: str,
    *,
    place: str | None = None,
    due_before: str | None = None,
    as_of: str | None = None,
    groups: bool = True,
    predecessors: bool = True,
) -> list[Json]:
    """``[{task, role, agency, agency_id, through, through_group, decided, succession, deadline, due, product, document,
    quote, section, page, task_id}]``: a row a duty.

    ``through`` is "own", "predecessor" (an agency that this one succeeded by ``as_of``, an ISO date, without it today:
    ``succession`` has the steps, ``decided`` why, "open" where a division leaves it open whose the duty is) or "group"
    (one that it belongs to by name and level). ``due`` is the ISO day on which the duty first falls due. Ordered by it
    (what has none comes last), document and place in it. ``agency`` is a name with or without marks, or its
    abbreviation, ``place`` a province, district or commune of then or of today, ``due_before`` an ISO date. Raises
    `NoSuchAgency`.
    """
    due_before = iso_day(due_before) if due_before is not None else None
    day = day_or_today(as_of)
    own = {row["id"]: row["name"] for row in find_agencies(store, agency, place, day)}
    before = _before(store, own) if predecessors else {}
    members = _members(store, own | before) if groups else {}
    reach = _Reach(own, frozenset(before), members)
    rows = run(store, "tasks_of_agencies", ids=sorted({*own, *before, *members}), max_rows=_ROWS)
    give_since(store, rows, day)
    answers = [answer for row in rows if (answer := _reached(row, reach, day))]
    best: dict[str, Json] = {}
    for answer in sorted(answers, key=_nearest):
        best.setdefault(answer["task_id"], answer)
    kept = [a for a in best.values() if not due_before or _is_due(a, due_before)]
    return sorted(kept, key=_order)


def _before(store: GraphStore, own: Iterable[str]) -> dict[str, str]:
    """The agencies from which a line of succession leads to these: id and name."""
    found: dict[str, str] = {}
    ends = set(own)
    for _ in range(_LONGEST):
        rows = run(store, "predecessors", ids=sorted(ends))
        new = {row["from_id"]: row["from_name"] for row in rows if row["from_id"] not in found}
        new = {identity: name for identity, name in new.items() if identity not in ends}
        if not new:
            break
        found |= new
        ends = set(new)
    return found


def _members(store: GraphStore, agencies: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The groups to which some of the agencies belong, with those."""
    scopes = {_scope(identity).split(".")[0] for identity in agencies} | {CENTRAL}
    found = {
        row["id"]: tuple(i for i, name in agencies.items() if belongs(i, name or "", row["id"], row["name"]))
        for row in run(store, "groups_of_places", scopes=sorted(scopes), max_rows=_ROWS)
    }
    return {group: members for group, members in found.items() if members}


def _reached(row: Json, reach: _Reach, day: str) -> Json | None:
    """The answer's row where the duty is theirs on the day, null where another agency took it over."""
    named = row["agency_id"]
    if named in reach.own:
        return _answer(row, "own", Owner(named))
    group = named in reach.members
    holders = reach.members[named] if group else (named,)
    if group and any(holder in reach.own for holder in holders):
        return _answer(row, "group", Owner(named))
    for holder in holders:
        owner = owner_on(holder, row["issued_on"] or row["since"], day, row["task"])
        if owner.id in reach.own or (owner.decided == "open" and set(owner.candidates) & set(reach.own.values())):
            return _answer(row, "group" if group else "predecessor", owner)
    return None


def find_agencies(store: GraphStore, name: str, place: str | None = None, day: str | None = None) -> list[Json]:
    """The agencies of a name: those that are called so (in any place), else those that have it in their name.

    ``name`` may be an abbreviation ("Sở KH&ĐT", "UBND huyện Than Uyên"), ``place`` a province, district or commune.
    """
    scopes = area_of([place], day_or_today(day)).bodies if place else ()
    for words in dict.fromkeys((name, *_written_out(name))):
        rows = run(store, "agencies_by_name", words=words)
        rows = [row for row in rows if not place or _scope(row["id"]) in scopes]
        if rows:
            return [row for row in rows if _is_called(row, norm(words))] or rows
    where = f" ở {place}" if place else ""
    mend = "Viết tên đầy đủ (Sở Kế hoạch và Đầu tư), có dấu hay không"
    raise NoSuchAgency(f"Trong đồ thị không có cơ quan «{name}»{where}", mend=mend)


def _written_out(name: str) -> tuple[str, ...]:
    """The names in full of one that is abbreviated: as the registry has it, and with its short words written out."""
    found = mentions_in(name)
    listed = [found[0].agency] if len(found) == 1 and found[0].quote == name.strip() else []
    return (*listed, expand(norm(name), (*COUNCILS, *common_abbreviations())))


def _is_called(row: Json, words: str) -> bool:
    """Whether an agency bears a name, its place set aside: "Sở Tài chính" is "Sở Tài chính tỉnh Lai Châu"."""
    name = norm(row["name"])
    if name == words or not name.startswith(f"{words} "):
        return bool(name == words)
    place = _scope(row["id"]).split(".")[-1].replace("dd", "d").replace("-", " ")
    return name[len(words) + 1 :] in {"tinh", place, *(f"{norm(kind)} {place}" for kind in ALL_KINDS)}


def _answer(row: Json, through: Way, owner: Owner) -> Json:
    deadline = deadline_of(row)
    due = first_due(deadline, row["issued_on"])
    return {
        "task": row["task"],
        "role": row["role"],
        "agency": row["agency"],
        "agency_id": row["agency_id"],
        "through": through,
        "through_group": through == "group" or bool(row["is_group"]),
        "decided": owner.decided,
        "succession": list(owner.steps),
        "deadline": deadline,
        "due": due.isoformat() if due else None,
        "product": row["product"],
        "document": document_of(row),
        "quote": row["quote"],
        "section": row["section"],
        "page": row["page"],
        "task_id": row["task_id"],
    }


def _is_due(answer: Json, day: str) -> bool:
    return is_due_before(answer["deadline"], day, answer["document"]["issued_on"])


def _nearest(answer: Json) -> tuple[int, int, str]:
    """An agency's own part in a duty stands for it, then its predecessor's, then its group's."""
    return _WAYS.index(answer["through"]), ROLES.index(answer["role"]), answer["agency_id"]


def _order(answer: Json) -> tuple[str, str, int, str]:
    document, _, ordinal = answer["task_id"].rpartition("#t/")
    return answer["due"] or "9999", document, int(ordinal or 0), answer["agency_id"]


def _scope(identity: str) -> str:
    return identity.split(":")[1]
