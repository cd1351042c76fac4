"""The document under check: its extraction with what checks ask of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from extractors.dates import find_dates
from extractors.fold import norm
from pipeline.check.values import Grade, Issue, Json, Proof

Span = tuple[int, int]
_AROUND = 200
_HEAD = 3000
_COUNTRY = re.compile(r"cộng\s+(?:hòa|hoà)\s+xã\s+hội\s+chủ\s+nghĩa\s+việt\s+nam", re.IGNORECASE)
# A mention of one instrument whose words stand in another's title or in the document's own.
_SELF_CHANGES = ("AMENDS", "REPLACES", "REPEALS", "SUSPENDS", "CORRECTS", "CONSOLIDATES")


class Subject:
    """Wraps the JSON form of an extraction."""

    def __init__(self, extraction: Json) -> None:
        self.extraction = extraction
        self.text: str = extraction["text"]
        self.header: Json = extraction["document"]
        self.id: str = self.header["id"]
        self.citations: list[Json] = extraction["citations"]
        self.duties: list[Json] = extraction["responsibilities"]

    @property
    def issued_on(self) -> str | None:
        """The document's date (ISO, any precision)."""
        on: str | None = self.header["issued_on"]
        return on

    @cached_property
    def own(self) -> frozenset[str]:
        """The ids of the document and its attachments."""
        return frozenset({self.id, *(a["id"] for a in self.extraction["attachments"])})

    @cached_property
    def consolidates(self) -> bool:
        """Whether the text is a consolidation: it repeats older words on purpose."""
        return self.header["type"] == "VBHN" or any(
            r["type"] == "CONSOLIDATES" and r["from"] in self.own for r in self.extraction["relations"]
        )

    @cached_property
    def amends(self) -> bool:
        """Whether the document amends others: it quotes provisions with their numbers."""
        return any(r["type"] == "AMENDS" and r["from"] in self.own for r in self.extraction["relations"])

    @cached_property
    def changed_here(self) -> frozenset[str]:
        """Instruments of which the text itself says that they were or are changed."""
        return frozenset(r["to"] for r in self.extraction["relations"] if r["type"] in _SELF_CHANGES)

    @cached_property
    def nested(self) -> frozenset[str]:
        """Instruments that stand in a relation to another cited one."""
        return frozenset(r["to"] for r in self.extraction["relations"] if r["from"] not in self.own)

    @cached_property
    def scanned(self) -> bool:
        """Whether the text was read off a scan: even the country's name, always printed in full, is misspelt."""
        if self.extraction["source"].get("ocr"):
            return True
        head = self.text[:_HEAD]
        return _COUNTRY.search(head) is None and "cong hoa xa hoi chu nghia viet nam" in norm(head)

    def quote(self, span: Span) -> str:
        """The words at a span."""
        return self.text[span[0] : span[1]]

    def after(self, span: Span, length: int = 60) -> str:
        """The words that follow a span, on its line."""
        return self.text[span[1] : span[1] + length].split("\n", 1)[0]

    def sentence(self, at: int, around: int = _AROUND) -> Span:
        """The line around a position, cut between words to so many characters on each side."""
        begin = self.text.rfind("\n", 0, at) + 1
        end = self.text.find("\n", at)
        end = len(self.text) if end < 0 else end
        if at - begin > around:
            begin = self.text.find(" ", at - around, at) + 1 or at
        if end - at > around:
            end = max(self.text.rfind(" ", at, at + around), at)
        return begin, end

    def printed_date(self, citation: Json) -> str | None:
        """The date that the words of a mention print, whatever other mentions say.

        Null for what has no number: the years in the name of a programme are its period.
        """
        if citation["kind"] not in ("numbered", "law") or not citation["target"]["number"]:
            return None
        words = self.quote(tuple(citation["span"]))
        number = citation["target"]["number"]
        start = words.find(number) + len(number) if number and number in words else 0
        dates = [d.on for d in find_dates(words[start:]) if d.on]
        return dates[0] if dates else None

    def issue(
        self,
        code: str,
        grade: Grade,
        span: Span,
        words: tuple[str, str],
        proofs: tuple[Proof, ...] = (),
        found: Json | None = None,
    ) -> Issue:
        """A finding at a span; ``found`` is the fact it concerns, for page and section.

        In a scanned text a slip may be the reader's: nothing there is graded higher than ``verify``.
        """
        span = (span[0], span[1])
        where = found or {}
        grade = "verify" if grade == "must_fix" and self.scanned else grade
        return Issue(
            code, grade, span, self.quote(span), words[0], words[1], proofs, where.get("page"), where.get("section")
        )

    def proof(self, span: Span) -> Proof:
        """Words of the document itself as a proof."""
        return Proof(self.id, self.quote(span), (span[0], span[1]))


def later(date: str, on: str) -> bool:
    """Whether an ISO date is surely after another, at the precision that both have."""
    length = min(len(date), len(on))
    return date[:length] > on[:length]


def differ(one: str, other: str) -> bool:
    """Whether two ISO dates cannot be the same day."""
    length = min(len(one), len(other))
    return one[:length] != other[:length]


def name_of(target: Json) -> str:
    """An instrument in few words."""
    return str(target["number"] or target["title"] or target["id"])


def first_mentions(citations: list[Json]) -> Iterator[Json]:
    """The first mention of each instrument."""
    seen: set[str] = set()
    for citation in citations:
        if citation["target"]["id"] not in seen:
            seen.add(citation["target"]["id"])
            yield citation


NUMBER_YEAR = re.compile(r"/((?:19|20)\d\d)(?=/|$)")
