"""What is known beside the document under check: the other documents of the record, and the day of the check."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from graph.changes import changes_in
from graph.identity import Mention, key_of
from graph.status import Change
from pipeline.check.values import Json, Proof


class Others(Protocol):
    """What the record offers (`pipeline.record.SqliteRecord`)."""

    def mentions(
        self, *, keys: Collection[str] | None = None, documents: Collection[str] | None = None
    ) -> Iterable[Mention]:
        """The mentions that have one of the keys."""

    def get(self, identity: str) -> Json | None:
        """The extraction of a document."""


@dataclass(frozen=True)
class Known:
    """The record's other documents (null: none), and the day for which references are judged.

    Without ``as_of`` it is the checked document's own date.
    """

    as_of: str | None = None
    others: Others | None = None

    @cached_property
    def _read(self) -> dict[str, Json | None]:
        return {}

    def document(self, identity: str) -> Json | None:
        """A document of the record."""
        if identity not in self._read:
            self._read[identity] = self.others.get(identity) if self.others else None
        return self._read[identity]

    def mentions(self, identity: str, but: str) -> tuple[Mention, ...]:
        """What documents other than ``but`` say of an instrument, under exactly this id."""
        if self.others is None:
            return ()
        found = self.others.mentions(keys={key_of("Document", identity)})
        return tuple(m for m in found if m.id == identity and m.doc_id != but)

    def changes(self, identity: str, but: str) -> Iterator[Change]:
        """What other documents state of changes to an instrument, with their words."""
        sources = {m.doc_id for m in self.mentions(identity, but) if any(name == "changed" for name, _ in m.said)}
        for source in sorted(sources):
            extraction = self.document(source)
            for stated in changes_in(extraction) if extraction else ():
                if stated.to_id == identity and extraction:
                    quote = _words(extraction, stated.from_id, identity)
                    yield Change(stated.type, stated.from_id, stated.on or "", stated.partial, quote, source)

    def dates(self, identity: str, but: str) -> Iterator[tuple[str, Proof]]:
        """The dates that other documents give an instrument, with their words; its own header's first."""
        mentions = sorted(self.mentions(identity, but), key=lambda m: (not m.own, m.doc_id))
        for mention in mentions:
            date = dict(mention.said).get("issued_on")
            extraction = self.document(mention.doc_id) if isinstance(date, str) else None
            if extraction and isinstance(date, str):
                span = _where(extraction, mention, date)
                if span:
                    yield date, Proof(mention.doc_id, extraction["text"][span[0] : span[1]])


def _words(extraction: Json, start: str, end: str) -> str:
    for relation in extraction["relations"]:
        if (relation["from"], relation["to"]) == (start, end):
            first, last = relation["span"]
            return str(extraction["text"][first:last])
    return next(
        (extraction["text"][c["span"][0] : c["span"][1]] for c in extraction["citations"] if c["target"]["id"] == end),
        "",
    )


def _where(extraction: Json, mention: Mention, date: str) -> tuple[int, int] | None:
    """Where a document gives an instrument's date: its own head, or the words of a citation."""
    if mention.own:
        for header in (extraction["document"], *extraction["attachments"]):
            if header["id"] == mention.id and header["issued_on"] == date:
                return header["span"][0], header["span"][1]
    for citation in extraction["citations"]:
        target = citation["target"]
        if target["id"] == mention.id and target["issued_on"] == date and date[:4] in citation["text"]:
            return citation["span"][0], citation["span"][1]
    return None
