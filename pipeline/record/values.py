"""What the record hands out, and what it reads from an extraction."""

from __future__ import annotations

from collections.abc import Iterator
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
class Instrument:
    """An instrument that a stored document is (``own``), holds (``attachment``) or cites (``cited``)."""

    sha256: str
    id: str
    standing: str
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


def instruments_of(sha256: str, extraction: Json) -> Iterator[Instrument]:
    """The instruments of one extraction, one an id: where mentions differ in what they say, all is put together."""
    found: dict[str, Instrument] = {}
    own = extraction["document"]
    mentioned = [("own", own), *(("attachment", header) for header in extraction["attachments"])]
    mentioned += [("cited", citation["target"]) for citation in extraction["citations"]]
    for standing, item in mentioned:
        first = found.get(item["id"])
        scope, year = scope_and_year(item["id"])
        found[item["id"]] = Instrument(
            sha256,
            item["id"],
            first.standing if first else standing,
            (first and first.number) or item["number"],
            scope,
            year,
            (first and first.issued_on) or item["issued_on"],
            (first and first.title) or item["title"],
        )
    yield from found.values()
