"""What the sources of duties work on and hand over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from extractors.document import Document, Section, Span
from extractors.findings import AgencyMention, Citation, Deadline, Header, Origin
from extractors.responsibilities.definitions import DEFINES, defined_terms
from extractors.responsibilities.lines import Line
from extractors.responsibilities.mentions import Mentions
from extractors.responsibilities.roles import Clause, Party

# types of documents that set rules: a sentence about an agency is a duty there only with a plain cue of assignment
_PROCEDURES = re.compile(r"thủ tục hành chính|quy trình nội bộ", re.IGNORECASE)
# sections that tell what is or is aimed at; only a plain assignment counts there
_NARRATIVE = re.compile(
    r"hiện trạng|thực trạng|kết quả đạt được|sự cần thiết|tình hình|đánh giá chung|tồn tại|nguyên nhân|mục tiêu|"
    r"chỉ tiêu|quan điểm|căn cứ|giải thích từ ngữ|bài học|đối tượng áp dụng|phạm vi điều chỉnh|^cơ cấu tổ chức",
    re.IGNORECASE,
)
_ASSIGNS = re.compile(
    r"tổ chức thực hiện|phân công|trách nhiệm(?! hữu hạn)|nhiệm vụ cụ thể|tổ chức triển khai", re.IGNORECASE
)
# a line above the sections that gives orders: "Thủ tướng Chính phủ yêu cầu:", "Phó Thủ tướng kết luận như sau:"
_ORDERS = re.compile(
    r"(?<!\w)(?:yêu cầu|chỉ thị|đề nghị|giao|kết luận|chỉ đạo|(?:cần|phải) (?:tập trung )?(?:thực hiện|triển khai)|"
    r"(?:Thủ tướng|Chủ tịch|Bộ trưởng)[^.;:]{0,80} có ý kiến)"
    r"(?!\w)[^.]*:\s*$"
)
_MANDATE = re.compile(r"chức năng, nhiệm vụ", re.IGNORECASE)
_LAWS = {"LUAT", "BL", "HP", "PL", "ND", "NĐ", "TT", "TTLT", "NQLT", "VBHN", "L"}
_RULES = {"QC", "QyĐ", "QĐi", "QyC"}


@lru_cache(maxsize=64)
def _on_procedures(title: str) -> bool:
    """Whether a document's title is about administrative procedures; every line asks."""
    return _PROCEDURES.search(title) is not None


@lru_cache(maxsize=64)
def _gives_mandate(title: str) -> bool:
    """Whether a document's title is about what a body is there for; every clause asks."""
    return _MANDATE.search(title) is not None


def _titled(sections: tuple[Section, ...], pattern: re.Pattern[str]) -> frozenset[str]:
    """The ids of the sections whose title holds a pattern."""
    return frozenset(section.id for section in sections if section.title and pattern.search(section.title))


def _orders(text: str, lines: tuple[Line, ...]) -> Iterator[tuple[int, int, str | None]]:
    """Part, start and section (null: above all sections) of each plain line that gives orders and ends in a colon."""
    for line in lines:
        if line.label or not text.endswith(":", line.span.start, line.span.end):
            continue
        if _ORDERS.search(text, max(line.span.start, line.span.end - 400), line.span.end):
            yield line.part, line.span.start, None if line.free else line.chain[-1]


@dataclass(frozen=True, slots=True)
class Context:
    """A document with everything that the sources need, computed once."""

    document: Document
    headers: tuple[Header, ...]
    citations: tuple[Citation, ...]
    mentions: Mentions
    lines: tuple[Line, ...]
    narrative: frozenset[str] = frozenset()
    assigning: frozenset[str] = frozenset()
    ordered: tuple[tuple[int, int, str | None], ...] = ()

    @classmethod
    def of(
        cls, document: Document, headers: tuple[Header, ...], citations: tuple[Citation, ...], lines: tuple[Line, ...]
    ) -> Context:
        """The context of a document's lines; the titles of its sections are judged once."""
        sections = document.sections
        narrative, assigning = _titled(sections, _NARRATIVE), _titled(sections, _ASSIGNS)
        terms = defined_terms(document.text, lines, _titled(sections, DEFINES))
        mentions = Mentions(document, headers, citations, terms)
        ordered = tuple(_orders(document.text, lines))
        return cls(document, headers, citations, mentions, lines, narrative, assigning, ordered)

    def tells(self, line: Line) -> bool:
        """Whether a line stands in a section that tells what is or is aimed at."""
        return not self.narrative.isdisjoint(line.chain)

    def assigns(self, line: Line) -> bool:
        """Whether a line stands under a heading of assignment."""
        return any(section in self.assigning for section in line.chain if section != line.opens)

    def under_orders(self, line: Line) -> bool:
        """Whether a line stands below one that gives orders, in its section or to the end of the part."""
        return any(
            part == line.part and start < line.span.start and (section is None or section in line.chain)
            for part, start, section in self.ordered
        )

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
        return bool(header and (header.type in _LAWS | _RULES or _gives_mandate(header.title or "")))

    def local(self, part: int) -> bool:
        """Whether a part sets rules for the offices of the body that issues it, no law, decree or circular."""
        header = self.header_at(part)
        return header is not None and header.type not in _LAWS and self.strict(part)

    def issues(self, mentions: Iterable[AgencyMention], part: int) -> bool:
        """Whether the body that issues a part is among the agencies."""
        header = self.header_at(part)
        if header is None or not header.issuer:
            return False
        return any(mention.agency == header.issuer or mention.id == header.issuer_id for mention in mentions)

    def describes(self, part: int, chain: tuple[str, ...]) -> bool:
        """Whether a place only describes administrative procedures: all but the articles of a decision on them."""
        header = self.headers[0] if self.headers else None
        if header is None or not _on_procedures(header.title or ""):
            return False
        return part > 0 or not (chain and chain[0].startswith("Điều"))

    def clause(self, start: int, end: int, part: int, *, ordered: bool = False) -> Clause:
        """A range of the text as a clause; ``ordered``: it stands where orders are given."""
        strict = self.strict(part)
        return Clause(self.text, start, end, self.mentions, strict, ordered and not strict, self.local(part))


@dataclass(frozen=True, slots=True)
class Draft:
    """A duty before it becomes a finding: its evidence, the task's range, who in which role."""

    span: Span
    task: Span
    parties: tuple[Party, ...]
    origin: Origin
    deadline: Deadline | None = None
    product: Span | None = None
