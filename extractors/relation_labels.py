"""What other collections of law call a relation (``tables/relation_labels.csv``): the relation tab of vbpl.vn and the
"lược đồ" of thuvienphapluat.vn.

A label stands on the page of one instrument and heads a list of others: ``out`` on the page of the relation's first
instrument ("Văn bản được thay thế" on the page of the one that replaces), ``in`` on the page of the second.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from extractors.fold import norm
from extractors.vocabulary import listed, table

Direction = Literal["out", "in"]
Fit = Literal["exact", "broader"]
SITES = ("vbpl", "thuvienphapluat")


@dataclass(frozen=True, slots=True)
class Label:
    """A label of a collection; ``fit`` is "broader" where the collection has no list for this relation alone."""

    relation: str
    direction: Direction
    site: str
    label: str
    fit: Fit
    also: tuple[str, ...] = ()


@cache
def labels() -> tuple[Label, ...]:
    """All labels; a relation that a collection does not show has none."""
    return tuple(
        Label(
            row["relation"],
            "out" if row["direction"] == "out" else "in",
            row["site"],
            row["label"],
            "exact" if row["fit"] == "exact" else "broader",
            listed(row["also"]),
        )
        for row in table("relation_labels")
        if row["label"]
    )


@cache
def labels_of(relation: str, direction: Direction) -> dict[str, str | None]:
    """Collection -> its label for a relation seen from one of its ends, null where it has none."""
    found = {
        label.site: label.label for label in labels() if (label.relation, label.direction) == (relation, direction)
    }
    return {site: found.get(site) for site in SITES}


def relations_of(label: str, site: str | None = None) -> tuple[tuple[str, Direction], ...]:
    """The relations that a printed label stands for by itself, with the end on whose page it stands.

    Marks, case and commas do not matter: ``relations_of("Văn bản bị sửa đổi, bổ sung") == (("AMENDS", "out"),)``.
    """
    wanted = norm(label)
    found = (
        (each.relation, each.direction)
        for each in labels()
        if each.fit == "exact" and site in (None, each.site) and wanted in map(norm, (each.label, *each.also))
    )
    return tuple(dict.fromkeys(found))
