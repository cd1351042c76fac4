"""What an extractor returns. Every finding carries the words that state it: ``document.text[f.span] == f.quote``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from extractors.document import Document, Notice, Span

CitationKind = Literal["numbered", "law", "party", "programme", "alias"]
RelationType = Literal[
    "BASED_ON", "IMPLEMENTS", "PROMULGATES", "APPROVES", "ATTACHED_TO", "AMENDS", "REPLACES", "REPEALS", "SUSPENDS",
    "GUIDES", "CONSOLIDATES", "CORRECTS", "AT_REQUEST_OF", "CONCLUDES_UNDER", "CITES",
]  # fmt: skip
Role = Literal["lead", "coordinate", "responsible", "receive"]
DeadlineKind = Literal["date", "annual", "recurring", "period", "year", "relative"]
Every = Literal["week", "month", "quarter", "half-year", "year"]
Comparator = Literal["=", ">=", ">", "<=", "<", "~"]
Origin = Literal["sentence", "heading", "table"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a fact is stated: the span, its text, the page (from 1) and the id of the innermost section."""

    span: Span
    quote: str
    page: int | None = None
    section: str | None = None

    @classmethod
    def at(cls, document: Document, span: Span) -> Evidence:
        """The evidence at a span of a document."""
        section = document.section_at(span.start) if document.sections else None
        page = document.page_at(span.start) if document.paragraphs else None
        return cls(span, document.quote(span), page, section.id if section else None)


@dataclass(frozen=True, slots=True)
class Finding:
    """Base of all findings."""

    evidence: Evidence

    @property
    def span(self) -> Span:
        """The range of `Document.text` that states the fact."""
        return self.evidence.span

    @property
    def quote(self) -> str:
        """The words at the span."""
        return self.evidence.quote

    @property
    def page(self) -> int | None:
        """The page, from 1."""
        return self.evidence.page

    @property
    def section(self) -> str | None:
        """The innermost section's id."""
        return self.evidence.section


def text_order(finding: Finding) -> tuple[int, int]:
    """The key that sorts findings by their place in the text, the longer of two that begin together first."""
    span = finding.evidence.span
    return span.start, -span.end


F = TypeVar("F")


@dataclass(frozen=True, slots=True)
class Found(Generic[F]):
    """What one extractor returns: the findings in text order, and what it refused or could not read."""

    findings: tuple[F, ...]
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """From where and when a text speaks: decides what "UBND tỉnh" means and which version of a law is in force.

    ``place`` is the bare name ("Lai Châu"), ``kind`` "tỉnh" or "thành phố" (both null: a central body or unknown);
    ``scope`` is the id's part ("lai-chau", "trung-uong"); ``on`` an ISO date of any precision. ``about`` is the one
    province that a central document addresses (a letter to Thuế tỉnh Gia Lai), whose "UBND tỉnh" it means.
    """

    scope: str | None = None
    place: str | None = None
    kind: str | None = None
    on: str | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed; ``capacity`` as printed: TM., KT., TL., TUQ., Q."""

    name: str
    position: str | None = None
    capacity: str | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a document or attachment (annotation rules, section 1); ``issued_on`` has the printed precision."""

    id: str
    number: str | None
    type: str | None
    issuer: str | None
    issued_on: str | None
    title: str | None
    span: Span
    urn: str | None = None
    issuer_id: str | None = None
    place: str | None = None
    effective_on: str | None = None
    signers: tuple[Signer, ...] = ()
    recipients: tuple[str, ...] = ()
    jurisdiction: Jurisdiction = Jurisdiction()


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """Which provisions of an instrument are meant; lists stand in the strings (see `extractors.pinpoints`).

    ``chapter`` is as printed, with its word: "Chương IV", "Mục 2 Chương III".
    """

    article: str | None = None
    clause: str | None = None
    point: str | None = None
    appendix: str | None = None
    chapter: str | None = None


@dataclass(frozen=True, slots=True)
class Instrument:
    """The thing cited; ``candidates`` holds the ids of all instruments that fit when there is more than one."""

    id: str
    number: str | None
    type: str | None
    title: str | None
    issuer: str | None = None
    issued_on: str | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation(Finding):
    """A mention of one instrument other than the document itself. ``relation`` is set once the relations are known."""

    kind: CitationKind
    target: Instrument
    relation: RelationType = "CITES"
    pinpoint: Pinpoint | None = None

    @property
    def text(self) -> str:
        """The words of the mention (the schema's name for the quote)."""
        return self.evidence.quote


@dataclass(frozen=True, slots=True)
class Relation(Finding):
    """A directed relation between two instruments, by their ids; the evidence states it.

    ``mentions`` holds every citation of the text that speaks of this pair: its span and what it states by itself
    (a pair has one relation, the strongest; a later mention may only cite).
    """

    from_id: str
    to_id: str
    type: RelationType
    mentions: tuple[tuple[Span, RelationType], ...] = ()


@dataclass(frozen=True, slots=True)
class AgencyMention(Finding):
    """An agency named in the text; ``agency`` is the canonical full name, ``score`` < 1 marks a fuzzy match.

    ``office`` is the office holder's title when one stands for the agency ("Giám đốc").
    """

    agency: str
    id: str
    is_group: bool = False
    level: str | None = None
    place: str | None = None
    office: str | None = None
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Deadline(Finding):
    """When a duty is due (annotation rules, sections 4 and 7); the text is the evidence's quote.

    ``days`` holds all days of a deadline that names several ("01/6 và 15/11 hằng năm"), in the order of the text, and
    is empty otherwise: ISO dates, with hyphens for a year or month that is not said (``--06-01``, ``--06``, ``---15``).
    ``on``, ``month`` and ``day`` are then the first's, of dates the earliest's.
    """

    kind: DeadlineKind
    on: str | None = None
    month: int | None = None
    day: int | None = None
    from_: str | None = None
    to: str | None = None
    every: Every | None = None
    days: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words of the deadline (the schema's name for the quote)."""
        return self.evidence.quote


@dataclass(frozen=True, slots=True)
class Actor:
    """An agency in a role; ``text`` is as written, ``agency`` the canonical full name with jurisdiction."""

    agency: str
    id: str
    role: Role
    is_group: bool
    text: str


@dataclass(frozen=True, slots=True)
class Responsibility(Finding):
    """One duty laid on at least one agency (annotation rules, sections 4 and 7)."""

    task: str
    actors: tuple[Actor, ...]
    origin: Origin
    deadline: Deadline | None = None
    product: str | None = None
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class Target(Finding):
    """A quantified aim (chỉ tiêu): ``by`` is a year or null, ``value_max`` the upper end of a range."""

    indicator: str
    comparator: Comparator
    value: float
    unit: str
    by: str | None = None
    value_max: float | None = None
    scope: str | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one document. ``headers[0]`` is the document's own, the rest are its attachments'."""

    document: Document
    headers: tuple[Header, ...]
    citations: tuple[Citation, ...] = ()
    relations: tuple[Relation, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    targets: tuple[Target, ...] = ()
    warnings: tuple[Notice, ...] = ()
