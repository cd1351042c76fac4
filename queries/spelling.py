"""Misspelt words of a question: a word that stands nowhere is read as the nearest one of the graph's own words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from extractors.nearest import one_letter_away
from graph.store import GraphStore
from queries.catalogue import run
from queries.question import Question

_LETTERS = 4  # of a word that is worth correcting: shorter ones have too many neighbours
_ROWS = 500_000


@dataclass(frozen=True, slots=True)
class Spelling:
    """``read`` maps folded words to what they are read as; ``unknown`` stand nowhere and have no neighbour."""

    read: Mapping[str, str]
    unknown: tuple[str, ...] = ()


def spelling(store: GraphStore, asked: Question, counts: Mapping[str, int], known: Iterable[str]) -> Spelling:
    """The words of a question that stand in no duty (``counts``), in no title and are not ``known`` otherwise.

    A neighbour is one letter away: wrong, missing, too many, or two changed about. Of several the one is taken that
    stands most often beside the word's neighbours in the question, then the one that stands in most duties.
    """
    missing = [word for word in asked.terms if not counts.get(word) and len(word) >= _LETTERS and word.isalpha()]
    if not missing:
        return Spelling({})
    tasks = {row["word"]: int(row["tasks"]) for row in run(store, "words_of_tasks", max_rows=_ROWS)}
    titles = {row["word"] for row in run(store, "words_of_titles", max_rows=_ROWS)}
    have = titles | tasks.keys() | set(known)
    words = [word for word in have if word.isalpha() and len(word) > 1]
    near = {word: one_letter_away(word, words) for word in missing if word not in have}
    beside = _beside(store, asked, near)
    read = {word: _best(word, found, beside, tasks) for word, found in near.items() if found}
    return Spelling(read, tuple(word for word, found in near.items() if not found))


def _beside(store: GraphStore, asked: Question, near: Mapping[str, list[str]]) -> Mapping[tuple[str, str], int]:
    """In how many duties a neighbour stands beside the words that the misspelt one stands beside."""
    pairs: dict[str, set[tuple[str, str]]] = {}
    for before, after in zip(asked.words, asked.words[1:], strict=False):
        if before and after:
            for first in near.get(before, ()):
                pairs.setdefault(f" {first} {after} ", set()).add((before, first))
            for second in near.get(after, ()):
                pairs.setdefault(f" {before} {second} ", set()).add((after, second))
    found: dict[tuple[str, str], int] = {}
    for row in run(store, "word_counts", words=sorted(pairs)) if pairs else ():
        for key in pairs[row["word"]]:
            found[key] = found.get(key, 0) + int(row["tasks"])
    return found


def _best(word: str, near: list[str], beside: Mapping[tuple[str, str], int], tasks: Mapping[str, int]) -> str:
    return min(near, key=lambda other: (-beside.get((word, other), 0), -tasks.get(other, 0), other))
