"""Pairs of gold and found facts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

G = TypeVar("G")
F = TypeVar("F")
Pairs = list[tuple[int, int]]


def one_to_one(gold: Sequence[G], found: Sequence[F], like: Callable[[G, F], float], least: float) -> Pairs:
    """Index pairs (gold, found), each index once: the most alike first, among equals those nearest in order."""
    candidates = [(like(g, f), -abs(i - j), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)]
    pairs: Pairs = []
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    for value, _, i, j in sorted(candidates, reverse=True):
        if value < least:
            break
        if i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            pairs.append((i, j))
    return pairs


def unpaired(pairs: Pairs, gold: int, found: int) -> tuple[list[int], list[int]]:
    """The indices that no pair holds, of ``gold`` and of ``found`` items."""
    left, right = {i for i, _ in pairs}, {j for _, j in pairs}
    return [i for i in range(gold) if i not in left], [j for j in range(found) if j not in right]
