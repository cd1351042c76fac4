"""The table of changes (``tables/succession.csv``): its rows with the names as the registry has them, and a step."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractors.agencies.registry import PROVINCE_LEVEL, agencies
from extractors.fold import slug
from extractors.vocabulary import listed, table

# "Công an cấp tỉnh", "Cục Thuế tỉnh, thành phố", "Hội Nông dân tỉnh": a provincial body of any province
_OF_ANY_PROVINCE = re.compile(r" (?:cấp tỉnh|tỉnh, thành phố|tỉnh)$")
_RANK = {"confirmed": 1.0, "known": 0.7}


@dataclass(frozen=True, slots=True)
class Step:
    """One change: ``on`` is the first day of the new state, ``basis`` the instrument, ``functions`` what went there.

    ``default`` marks the successor where no function word decides; ``confidence`` is 1 when a public source states the
    row, less when it is general knowledge. Names are canonical, with the place; ids are agencies'. A step from a name
    to itself says that its province was enlarged.
    """

    from_name: str
    to_name: str
    from_id: str
    to_id: str
    on: str
    basis: str
    change: str
    functions: tuple[str, ...] = ()
    default: bool = False
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table with the names as the registry has them."""

    source: str
    target: str
    place: str | None
    to_place: str | None
    change: str
    functions: tuple[str, ...]
    on: str
    basis: str
    default: bool
    confidence: float


def bare(name: str) -> str:
    """A name without "tỉnh" and the like; the committee of a city's Party is looked up as a province's."""
    return _OF_ANY_PROVINCE.sub("", name.replace("Thành ủy", "Tỉnh ủy"))


@cache
def table_rows() -> dict[tuple[str, bool], tuple[Row, ...]]:
    """The rows by name and whether it is a local body's."""
    found: dict[tuple[str, bool], tuple[Row, ...]] = {}
    for r in table("succession"):
        source, target = bare(r["from_name"]), bare(r["to_name"])
        row = Row(
            source, target, r["place"] or None, r["to_place"] or None, r["change"], listed(r["functions"]),
            r["valid_from"], r["basis"], r["default"] == "yes", _RANK.get(r["confidence"], 0.5),
        )  # fmt: skip
        key = (source, r["level"] == PROVINCE_LEVEL)
        found[key] = (*found.get(key, ()), row)
    return found


@cache
def names_by_slug() -> dict[str, str]:
    """The names of the registry and of the table by the last part of their ids."""
    return {slug(name): name for name in (*(a.name for a in agencies()), *(name for name, _ in table_rows()))}
