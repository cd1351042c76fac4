"""Nearest words: the one place that leans on rapidfuzz."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA


def most_like(words: str, names: Sequence[str], least: float, limit: int) -> list[tuple[str, float]]:
    """The names most like some words, best first, with their likeness (0..100) of at least ``least``."""
    found = process.extract(words, names, scorer=fuzz.ratio, score_cutoff=least, limit=limit)
    return [(name, score) for name, score, _ in found]


def one_letter_away(word: str, words: Iterable[str]) -> list[str]:
    """The words one letter away from a word, in alphabetical order: wrong, missing, too many, or two changed about."""
    near = (other for other in words if abs(len(other) - len(word)) <= 1)
    return sorted(other for other in near if OSA.distance(word, other, score_cutoff=1) == 1)
