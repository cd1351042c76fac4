"""Provinces in a question, and the places whose documents speak for a province on a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from extractors.fold import norm
from extractors.identity import scope_of_place
from extractors.places import Place, find_place, places, successor

# What stands before a province's name; folded.
_KIND = (("thanh", "pho"), ("tinh",), ("tp",))
_BEFORE = (("tren", "dia", "ban"), ("dia", "ban"), ("o",), ("tai",), ("thuoc",), ("cua",))


@dataclass(frozen=True, slots=True)
class Named:
    """A province in a question: the words from ``start`` to ``end`` name it, with what leads to it ("ở tỉnh")."""

    place: Place
    start: int
    end: int


def named_places(tokens: Sequence[tuple[str, str]]) -> tuple[Named, ...]:
    """The provinces that a question's words (as written and folded) name.

    A name counts where a kind or a preposition stands before it ("tỉnh An Giang", "o Lai Chau") or where it is
    written as a name ("An Giang"): a folded name alone may be other words ("Huế", "huệ").
    """
    found: list[Named] = []
    at = 0
    while at < len(tokens):
        one = _named_at(tokens, at)
        if one:
            found.append(one)
        at = one.end if one else at + 1
    return tuple(found)


def _named_at(tokens: Sequence[tuple[str, str]], at: int) -> Named | None:
    folded = tuple(word for _, word in tokens)
    for syllables, names in _by_syllables():
        end = at + len(syllables)
        if folded[at:end] != syllables:
            continue
        start = _led_from(folded, at)
        written = " ".join(word for word, _ in tokens[at:end])
        place = find_place(" ".join(syllables))
        if place and (start < at or written in names):
            return Named(place, start, end)
    return None


def _led_from(folded: tuple[str, ...], at: int) -> int:
    """Where the words begin that lead to a name: ``ở``, ``tỉnh``, ``trên địa bàn thành phố``."""
    for group in (_KIND, _BEFORE):
        at -= next((len(lead) for lead in group if at >= len(lead) and folded[at - len(lead) : at] == lead), 0)
    return at


@cache
def _by_syllables() -> tuple[tuple[tuple[str, ...], frozenset[str]], ...]:
    """The folded syllables of each name and alias with its spellings, the longest first."""
    found: dict[tuple[str, ...], set[str]] = {}
    for place in places():
        for name in (place.name, *place.aliases):
            spelt = name.replace(" - ", " ").replace("-", " ").replace(".", " ")
            found.setdefault(tuple(norm(name).split()), set()).add(" ".join(spelt.split()))
    return tuple(sorted(((k, frozenset(v)) for k, v in found.items()), key=lambda row: (-len(row[0]), row[0])))


def scopes_on(names: Iterable[str], day: str) -> list[str]:
    """The scopes of places, and of those that were joined with them by a day: their documents go on there."""
    wanted = {scope_of_place(name) for name in names}
    return sorted(wanted | {p.scope for p in places() if successor(p, day).scope in wanted})
