"""The words that end a body's name: what it does or is told to do, and what links it to the rest of the sentence."""

from __future__ import annotations

from functools import cache

from extractors.vocabulary import table

# Predicates that also belong to a phrase which says which bodies are meant ("các đơn vị quản lý, khai thác …").
_DEFINING = frozenset({"quản lý", "tham gia", "khai thác", "đầu tư", "công bố"})

_LINKS = ("có trách nhiệm", "phải", "để", "và", "gửi", "chưa", "không", "nếu", "thì", "khi")

_WORK = "tổ chức"


@cache
def words_of(kind: str) -> frozenset[str]:
    """The entries of a kind in ``agency_stops.csv``: "link", "predicate" (two syllables), "inside" (part of names)."""
    return frozenset(row["words"] for row in table("agency_stops") if row["kind"] == kind)


@cache
def stops(*without: str) -> str:
    """The predicates but some as one alternation for patterns over lower-case text, longest first."""
    words = {*_LINKS, *words_of("predicate")} - {*_DEFINING, _WORK, *without}
    listed = "|".join(sorted(words, key=lambda w: (-len(w), w)))
    return f"{listed}|{_WORK}(?! và hoạt động)"  # "chi phí tổ chức và hoạt động": a noun
