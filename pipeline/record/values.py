"""What the record hands out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """The light columns of a stored document."""

    id: str
    sha256: str
    version: str
    number: str | None
    scope: str
    year: str
    issued_on: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """What a write did to the documents: ids whose extraction is new or other, ids that nothing states any more."""

    changed: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.changed or self.removed)


def scope_and_year(identity: str) -> tuple[str, str]:
    """The scope and the year of a document id; an attachment's are its document's."""
    parts = identity.split(":")
    return (parts[1], parts[2]) if len(parts) >= 4 else ("unknown", "unknown")
