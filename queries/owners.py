"""Who owns a duty: the agencies that the documents name for it, in their order, and who that is today."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from extractors.abbreviations import common_abbreviations
from extractors.errors import UsageError
from extractors.fold import norm
from graph.store import GraphStore
from queries.catalogue import run
from queries.dating import give_since
from queries.days import day_or_today
from queries.duties import ROLES, deadline_of, document_of
from queries.places import area_of
from queries.question import Pairs, Question, Segment, expand, read_question, rewritten
from queries.ranking import Weights, Words, score
from queries.reports import consolidators
from queries.spelling import Spelling, spelling
from queries.succession import Owner, owner_on
from queries.worth import about_subject, order, worth

Json = dict[str, Any]
Key = tuple[str, str]  # a duty's id and an agency's
OWNING = frozenset({"lead", "responsible", "coordinate"})
_LEADING = frozenset({"lead", "responsible"})
_ROWS = 50_000
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

    ``[{task, agency, agency_id, role, consolidates, is_group, owner_now, owner_now_id, decided, succession,
    owner_candidates, deadline, product, document, quote, section, page, score, task_id, read_as}]``: a row a duty and
    agency. Within one duty who leads comes before who is responsible, before who takes part, groups come after
    members, and equals in the order of the text. Who receives the reports of groups to make one of them
    (``consolidates``) answers for the report and comes first. At most ``limit`` duties are given, none that scores far
    below the best. ``place`` limits the answer to a province (also one that the question names), district or commune
    of then or of today, with those that were joined with it, and to what central documents lay on its bodies;
    ``as_of`` (ISO date) is the day of that and of ``owner_now``; without it today. ``read_as`` tells what the question
    was read as: ``{words, places, corrected, unknown}``.
    """
    if role is not None and role not in ROLES:
        raise UsageError(f"Vai trò «{role}» không có", mend=f"Các vai trò: {', '.join(ROLES)}")
    day = day_or_today(as_of)
    defined = _defined(store)
    asked, weights, spelt = _read(store, question, defined, segment)
    names = (place,) if place else asked.places
    area = area_of(names, day)
    where = {"scopes": list(area.whole), "units": list(area.alone), "named": list(area.named)}
    rows = run(store, "duty_candidates", words=_wanted(asked, defined), max_rows=_ROWS, **where)
    asked = about_subject(asked, rows, defined)
    answering = _consolidating(rows)
    scored = _scored(rows, asked, weights, answering)
    wanted = [(s, row) for s, row in scored if _is_wanted(row, role, answering)]
    best = max((s for s, _ in wanted), default=0.0)
    kept = [(s, row) for s, row in wanted if s >= best * _LEAST]
    give_since(store, [row for _, row in kept], day)
    kept.sort(key=lambda pair: (-pair[0], pair[1]["task_id"], order(pair[1], asked, _key(pair[1]) in answering)))
    first = set(list(dict.fromkeys(row["task_id"] for _, row in kept))[:limit])
    read = _read_as(asked, names, spelt)
    return [
        _answer(row, points, _owner(row, day, question), _key(row) in answering) | read
        for points, row in kept
        if row["task_id"] in first
    ]


def _read(
    store: GraphStore, question: str, defined: Pairs, segment: Segment | None
) -> tuple[Question, Weights, Spelling]:
    """The question, its weights, and what was misspelt in it."""
    asked = read_question(question, defined, segment=segment)
    if not asked.terms:
        raise UsageError("Câu hỏi không có từ nào để tìm", mend='Ví dụ: vanban owners "tuyên truyền kinh tế tuần hoàn"')
    counts = _counts(store, asked)
    spelt = spelling(store, asked, counts, {word for pair in defined for text in pair for word in text.split()})
    if spelt.read:
        asked = read_question(rewritten(question, spelt.read), defined, segment=segment)
        counts = _counts(store, asked)
    total = run(store, "task_count")
    weights = Weights.of({term: counts.get(term, 0) for term in asked.terms}, int(total[0]["tasks"]) if total else 0)
    return asked, weights, spelt


def _read_as(asked: Question, places: tuple[str, ...], spelt: Spelling) -> Json:
    corrected = [{"from": word, "to": read} for word, read in spelt.read.items()]
    words = " ".join(word for word in asked.words if word)
    return {"read_as": {"words": words, "places": list(places), "corrected": corrected, "unknown": list(spelt.unknown)}}


def _owner(row: Json, day: str, question: str) -> Owner:
    """Who has the duty now; a group is whoever belongs to it, but for those of districts, which are no more."""
    return owner_on(row["agency_id"], row["issued_on"] or row["since"], day, f"{row['task']}", question)


def _consolidating(rows: list[Json]) -> frozenset[Key]:
    """Who makes one report of those of groups: duty and agency."""
    duties: dict[str, list[Json]] = {}
    for row in rows:
        duties.setdefault(row["task_id"], []).append(row)
    return frozenset((task, agency) for task, group in duties.items() for agency in consolidators(group))


def _is_wanted(row: Json, role: str | None, answering: frozenset[Key]) -> bool:
    if role:
        return bool(row["role"] == role)
    return row["role"] in OWNING or _key(row) in answering


def _scored(rows: list[Json], asked: Question, weights: Weights, answering: frozenset[Key]) -> list[tuple[float, Json]]:
    """Each row with its duty's score; a duty ranks by its best owner, so that one that is led comes first.

    Where nobody leads ("Sở A phối hợp với Sở B tham mưu …") those who take part are the owners.
    """
    words = _words(rows)
    led = {row["task_id"] for row in rows if row["role"] in _LEADING}
    scores = {task: score(duty, asked.terms, asked.phrases, weights) for task, duty in words.items()}
    parts: dict[str, float] = {}
    for row in rows:
        unled = row["role"] == "coordinate" and row["task_id"] not in led
        part = worth(row, asked, unled or _key(row) in answering)
        parts[row["task_id"]] = max(part, parts.get(row["task_id"], 0.0))
    return [(round(scores[row["task_id"]] * parts[row["task_id"]], 4), row) for row in rows]


def _words(rows: list[Json]) -> dict[str, Words]:
    """The words of each duty by its id, with abbreviations written out."""
    texts: dict[str, tuple[str, str]] = {}
    sections: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        task = row["task_id"]
        if task not in texts:
            pairs = (*common_abbreviations(), *_pairs(row["abbreviations"] or ()))
            text = expand(f"{row['norm']} {norm(row['product'] or '')}", pairs)
            texts[task] = text, expand(row["document_norm"] or "", pairs)
            sections.setdefault((row["document_id"], row["section"] or task), []).append(task)
    found: dict[str, Words] = {}
    for duties in sections.values():
        section = " | ".join(texts[task][0] for task in duties)
        found |= {task: Words(*texts[task], section) for task in duties}
    return found


def _key(row: Json) -> Key:
    return row["task_id"], row["agency_id"]


def _counts(store: GraphStore, asked: Question) -> dict[str, int]:
    """In how many duties each word stands."""
    rows = run(store, "word_counts", words=[f" {term} " for term in asked.terms])
    return {row["word"].strip(): int(row["tasks"]) for row in rows}


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


def _answer(row: Json, points: float, owner: Owner, consolidates: bool) -> Json:
    return {
        "task": row["task"],
        "agency": row["agency"],
        "agency_id": row["agency_id"],
        "role": row["role"],
        "consolidates": consolidates,
        "is_group": bool(row["is_group"]),
        "owner_now": None if owner.decided == "open" else owner.name or row["agency"],
        "owner_now_id": None if owner.decided == "open" else owner.id,
        "decided": owner.decided,
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
