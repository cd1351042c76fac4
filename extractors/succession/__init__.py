"""What became of an agency: the dated mergers, divisions, renamings and transfers of ``tables/succession.csv``.

A row without a place speaks of all provinces; a row that names one overrides the general rows of its year. When the
province itself is merged, its bodies go on as the new province's; bodies of districts and communes go on where their
area did. A division never picks a successor by itself: all that took over a part are given, with the words of the
functions that decide.
"""

from __future__ import annotations

from extractors.identity import CENTRAL
from extractors.places import places
from extractors.succession.districts import group_successors, local_successors
from extractors.succession.provincial import successors
from extractors.succession.rows import Step, names_by_slug

__all__ = ["Step", "successors", "successors_of"]


def successors_of(identity: str, on: str | None = None) -> tuple[Step, ...]:
    """As `successors`, for an agency's id (``agency:lai-chau:so-y-te``); empty for one that no table knows."""
    _, scope, local = identity.split(":", 2)
    if "." in scope:
        return local_successors(identity, on)
    councils = group_successors(identity)
    if councils:
        return councils
    name = names_by_slug().get(local)
    place = next((p for p in places() if p.scope == scope), None)
    if name is None or (place is None and scope != CENTRAL):
        return ()
    return successors(name, place.name if place else None, on)
