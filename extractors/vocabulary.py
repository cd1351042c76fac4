"""Reading of the vocabulary tables in ``extractors/tables``: CSV, UTF-8, one header row, each row with examples."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

# Character classes: regex ranges over Vietnamese letters mix upper and lower case, so both are spelled out.
LOWER = "a-zàáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
UPPER = "A-Z" + LOWER[3:].upper()

Rows = tuple[dict[str, str], ...]


@cache
def table(name: str) -> Rows:
    """The rows of ``extractors/tables/{name}.csv`` as column -> text (empty cells are ``""``); read once."""
    text = files("extractors").joinpath("tables", f"{name}.csv").read_text("utf-8")
    return tuple(csv.DictReader(text.splitlines()))


@cache
def words(role: str) -> tuple[str, ...]:
    """The words of a role in ``tables/citation_words.csv``, longest first."""
    return tuple(sorted((row["word"] for row in table("citation_words") if row["role"] == role), key=len, reverse=True))


def by_first_letter(alternatives: Iterable[str]) -> str:
    """Alternatives of a regex grouped by their first letter (a literal), so that one letter rules a group out.

    Those of one letter keep their order; those of different letters never match at one place.
    """
    groups: dict[str, list[str]] = {}
    for alternative in alternatives:
        groups.setdefault(alternative[0].lower(), []).append(alternative[1:])
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in groups.items())


def listed(cell: str) -> tuple[str, ...]:
    """The entries of a cell that holds several, separated by ``;``."""
    return tuple(entry.strip() for entry in cell.split(";") if entry.strip())
