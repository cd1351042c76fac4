"""Many words found in one pass over a text (Aho-Corasick); offsets in code points."""

from __future__ import annotations

from collections.abc import Iterable

import ahocorasick_rs

Automaton = ahocorasick_rs.AhoCorasick


def automaton(words: Iterable[str], *, longest: bool = False) -> Automaton:
    """The automaton of some words; with ``longest`` it gives the leftmost longest ones only, none inside another."""
    kind = ahocorasick_rs.MatchKind.LeftmostLongest if longest else ahocorasick_rs.MatchKind.Standard
    return ahocorasick_rs.AhoCorasick(list(words), matchkind=kind)
