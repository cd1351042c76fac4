"""A damaged name (a scan's letterhead, a table cell) against the registry: only behind the same head word and place.

Names of departments differ by as little as a scan's errors do ("Nội vụ", "Ngoại vụ"), so the place must be read
exactly, the head word must be the same, and the second-best name must be clearly worse.
"""

from __future__ import annotations

import re
from functools import cache

from extractors.agencies.compact import compact
from extractors.agencies.names import named
from extractors.agencies.registry import by_key
from extractors.agencies.suffix import Suffix
from extractors.document import Span
from extractors.findings import AgencyMention, Evidence, Jurisdiction
from extractors.nearest import most_like
from extractors.places import find_place, names_pattern

_LEAST = 86.0
_MARGIN = 4.0
_KIND = re.compile(r"\s*(?:tinh|thanh pho|tp\.?)?\s*$")


@cache
def _keys(head: str) -> tuple[str, ...]:
    """The registry's folded names of two words or more with a head word."""
    return tuple(k for k in by_key() if k.startswith(head + " ") and len(k) > 6)


def similar_agency(text: str, here: Jurisdiction, offset: int = 0) -> AgencyMention | None:
    """The one agency that the whole of a damaged text can be, with its ``score`` (0..1); null when none or several."""
    form = compact(text.strip())
    found = list(names_pattern().finditer(form.folded))
    place = find_place(found[-1].group(), here.on) if found and found[-1].end() == len(form.folded) else None
    words = _KIND.sub("", form.folded[: found[-1].start()]) if place else form.folded.strip()
    head = words.split(" ", 1)[0]
    ranked = most_like(words, _keys(head), _LEAST, 4)
    if not ranked:
        return None
    best, score = ranked[0]
    agency = by_key()[best][0]
    rivals = [s for k, s in ranked[1:] if by_key()[k][0] != agency]
    if rivals and score - rivals[0] < _MARGIN:
        return None
    local = next((a for a in by_key()[best] if not a.central), None) if place else None
    result = named(local or agency, Suffix(len(words), place=place), here)
    start = text.index(text.strip())
    span = Span(start + offset, start + len(text.strip()) + offset)
    evidence = Evidence(span, text.strip())
    return AgencyMention(
        evidence, result.agency, result.id, result.is_group, result.level, result.place, None, round(score / 100, 3)
    )
