"""What the sources of duties work on and hand over."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from extractors.document import Document, Span
from extractors.findings import AgencyMention, Citation, Deadline, Header, Origin
from extractors.responsibilities.lines import Line
from extractors.responsibilities.mentions import Mentions
from extractors.responsibilities.roles import Clause, Party

# types of documents that set rules: a sentence about an agency is a duty there only with a plain cue of assignment
_PROCEDURES = re.compile(r"thủ tục hành chính|quy trình nội bộ", re.IGNORECASE)
_MANDATE = re.compile(r"chức năng, nhiệm vụ", re.IGNORECASE)
_NORMS = {"LUAT", "BL", "HP", "PL", "ND", "NĐ", "TT", "TTLT", "NQLT", "VBHN", "QC", "QyĐ", "QĐi", "QyC", "L"}


@dataclass(frozen=True, slots=True)
class Context:
    """A document with everything that the sources need, computed once."""

    document: Document
    headers: tuple[Header, ...]
    citations: tuple[Citation, ...]
    mentions: Mentions
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    def header_at(self, part: int) -> Header | None:
        """The header of a part of the document."""
        return self.headers[part] if part < len(self.headers) else None

    def anchor(self, part: int) -> str | None:
        """The date of a part; an attachment without one has the document's."""
        header = self.header_at(part)
        return (header and header.issued_on) or (self.headers[0].issued_on if self.headers else None)

    def strict(self, part: int) -> bool:
        """Whether a part sets rules rather than assigns tasks."""
        header = self.header_at(part)
        return bool(header and (header.type in _NORMS or _MANDATE.search(header.title or "")))

    def issues(self, mentions: Iterable[AgencyMention], part: int) -> bool:
        """Whether the body that issues a part is among the agencies."""
        header = self.header_at(part)
        if header is None or not header.issuer:
            return False
        return any(mention.agency == header.issuer or mention.id == header.issuer_id for mention in mentions)

    def describes(self, part: int, chain: tuple[str, ...]) -> bool:
        """Whether a place only describes administrative procedures: all but the articles of a decision on them."""
        header = self.headers[0] if self.headers else None
        if header is None or not _PROCEDURES.search(header.title or ""):
            return False
        return part > 0 or not (chain and chain[0].startswith("Điều"))

    def clause(self, start: int, end: int, part: int) -> Clause:
        """A range of the text as a clause."""
        return Clause(self.text, start, end, self.mentions, self.strict(part))


@dataclass(frozen=True, slots=True)
class Draft:
    """A duty before it becomes a finding: its evidence, the task's range, who in which role."""

    span: Span
    task: Span
    parties: tuple[Party, ...]
    origin: Origin
    deadline: Deadline | None = None
    product: Span | None = None
