"""Who owns a duty: the agencies that the documents name for it, in their order, and who that is today."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from extractors.abbreviations import common_abbreviations
from extractors.errors import UsageError
from extractors.fold import norm
from extractors.identity import scope_of_place
from graph.store import GraphStore
from queries.catalogue import run
from queries.duties import deadline_of, document_of
from queries.question import Question, Segment, expand, read_question
from queries.ranking import Weights, score
from queries.succession import Owner, check_day, owner_on

Json = dict[str, Any]
Pairs = tuple[tuple[str, str], ...]
ROLES = ("lead", "responsible", "coordinate", "receive")
OWNING = frozenset({"lead", "responsible", "coordinate"})
_ROWS = 50_000
_WORTH = {"lead": 1.0, "responsible": 0.97, "coordinate": 0.7, "receive": 0.5}
_GROUP = 0.8  # a duty of all is nobody's in particular: it comes after one that names its owner
_LEAST = 0.3  # of the best score: what is further away answers another question


def owners(  # noqa: PLR0913 - one question, its filters
    store: GraphStore,
    question: str,
    *,
    place: str | None = None,
    as_of: str | None = None,
    role: str | None = None,
    limit: int = 5,
    segment: Segment | None = None,
) -> list[Json]:
    """The owners of what is asked, best first.

    ``[{task, agency, agency_id, role, is_group, owner_now, owner_now_id, succession,
    owner_candidates, deadline, product, document,
    quote, section, page, score, task_id}]``: a row a duty and agency. Within one duty who leads comes before who is
    responsible, before who takes part, and groups come after members. At most ``limit`` duties are given, none that
    scores far below the best. ``as_of`` (ISO date) is the day of ``owner_now``; without it today.
    """
    if role is not None and role not in ROLES:
        raise UsageError(f"Vai trò «{role}» không có", mend=f"Các vai trò: {', '.join(ROLES)}")
    check_day(as_of)
    defined = _defined(store)
    asked = read_question(question, defined, segment=segment)
    if not asked.terms:
        raise UsageError("Câu hỏi không có từ nào để tìm", mend='Ví dụ: vanban owners "tuyên truyền kinh tế tuần hoàn"')
    rows = run(store, "duty_candidates", words=_wanted(asked, defined), scopes=_scopes(place), max_rows=_ROWS)
    scored = _scored(rows, asked, _weights(store, asked))
    wanted = {role} if role else OWNING
    best = max((s for s, row in scored if row["role"] in wanted), default=0.0)
    kept = [(s, row) for s, row in scored if row["role"] in wanted and s >= best * _LEAST]
    kept.sort(key=lambda pair: (-pair[0], pair[1]["task_id"], *_rank(pair[1])))
    first = set(list(dict.fromkeys(row["task_id"] for _, row in kept))[:limit])
    return [_answer(row, points, _owner(row, as_of, question)) for points, row in kept if row["task_id"] in first]


def _owner(row: Json, as_of: str | None, question: str) -> Owner:
    """Who has the duty now; a group of agencies is whoever belongs to it."""
    if row["is_group"]:
        return Owner(row["agency_id"])
    return owner_on(row["agency_id"], row["issued_on"], as_of, f"{row['task']} {question}")


def _scored(rows: list[Json], asked: Question, weights: Weights) -> list[tuple[float, Json]]:
    """Each row with its duty's score; a duty ranks by its best owner, so that one that is led comes first."""
    scores: dict[str, float] = {}
    for row in rows:
        task = row["task_id"]
        if task not in scores:
            pairs = (*common_abbreviations(), *_pairs(row["abbreviations"] or ()))
            text = expand(f"{row['norm']} {norm(row['product'] or '')}", pairs)
            scores[task] = score(text, expand(row["document_norm"] or "", pairs), asked.terms, asked.phrases, weights)
    worth: dict[str, float] = {}
    for row in rows:
        part = _WORTH[row["role"]] * (_GROUP if row["is_group"] else 1.0)
        worth[row["task_id"]] = max(part, worth.get(row["task_id"], 0.0))
    return [(round(scores[row["task_id"]] * worth[row["task_id"]], 4), row) for row in rows]


def _rank(row: Json) -> tuple[int, bool, str]:
    return ROLES.index(row["role"]), bool(row["is_group"]), row["agency_id"]


def _weights(store: GraphStore, asked: Question) -> Weights:
    counts = run(store, "word_counts", words=[f" {term} " for term in asked.terms])
    found = {row["word"].strip(): int(row["tasks"]) for row in counts}
    total = run(store, "task_count")
    return Weights.of({term: found.get(term, 0) for term in asked.terms}, int(total[0]["tasks"]) if total else 0)


def _wanted(asked: Question, defined: Pairs) -> list[str]:
    """The words to look for; an abbreviation of the question's words stands for as many as it has words."""
    subject = " ".join(word or "|" for word in asked.words)
    shorts = [short for short, long in defined if f" {long} " in f" {subject} " for _ in long.split()]
    return [f" {word} " for word in (*asked.terms, *shorts)]


def _defined(store: GraphStore) -> Pairs:
    """All abbreviations that some document defines, and the common ones, longest first."""
    own = _pairs(row["abbreviation"] for row in run(store, "abbreviations"))
    return tuple(sorted({*own, *common_abbreviations()}, key=lambda pair: (-len(pair[0]), pair)))


def _pairs(stored: Iterable[str]) -> Pairs:
    """``ktth = kinh te tuan hoan`` as pairs."""
    return tuple((short, long) for short, _, long in (entry.partition(" = ") for entry in stored))


def _scopes(place: str | None) -> list[str]:
    return [scope_of_place(place)] if place else []


def _answer(row: Json, points: float, owner: Owner) -> Json:
    return {
        "task": row["task"],
        "agency": row["agency"],
        "agency_id": row["agency_id"],
        "role": row["role"],
        "is_group": bool(row["is_group"]),
        "owner_now": owner.name or row["agency"],
        "owner_now_id": owner.id,
        "succession": list(owner.steps),
        "owner_candidates": list(owner.candidates),
        "deadline": deadline_of(row),
        "product": row["product"],
        "document": document_of(row),
        "quote": row["quote"],
        "section": row["section"],
        "page": row["page"],
        "score": points,
        "task_id": row["task_id"],
    }
