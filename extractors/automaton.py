"""Many words found in one pass over a text (Aho-Corasick); offsets in code points."""

from __future__ import annotations

from collections.abc import Iterable

import ahocorasick_rs

Automaton = ahocorasick_rs.AhoCorasick
CodedAutomaton = ahocorasick_rs.BytesAhoCorasick


def automaton(words: Iterable[str], *, longest: bool = False, dense: bool = False) -> Automaton:
    """The automaton of some words; with ``longest`` it gives the leftmost longest ones only, none inside another.

    ``dense`` searches half as fast again and takes several times the memory: for some hundred words, not for thousands.
    """
    kind = ahocorasick_rs.MatchKind.LeftmostLongest if longest else ahocorasick_rs.MatchKind.Standard
    form = ahocorasick_rs.Implementation.DFA if dense else None
    return ahocorasick_rs.AhoCorasick(list(words), matchkind=kind, implementation=form)


def coded_automaton(words: Iterable[bytes]) -> CodedAutomaton:
    """The dense automaton of words for texts at one byte a sign (`fold.coded`): no offset has to be reckoned back."""
    return ahocorasick_rs.BytesAhoCorasick(list(words), implementation=ahocorasick_rs.Implementation.DFA)
