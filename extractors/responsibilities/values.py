"""What the sources of duties work on and hand over."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from extractors.document import Document, Span
from extractors.findings import AgencyMention, Citation, Deadline, Header, Origin
from extractors.responsibilities.definitions import DEFINES, defined_terms
from extractors.responsibilities.lines import Line
from extractors.responsibilities.mentions import Mentions
from extractors.responsibilities.quoted import opened
from extractors.responsibilities.roles import Clause, Party

# types of documents that set rules: a sentence about an agency is a duty there only with a plain cue of assignment
_PROCEDURES = re.compile(r"thủ tục hành chính|quy trình nội bộ", re.IGNORECASE)
# "Tài liệu giới thiệu Luật Bảo hiểm xã hội năm 2014", "Đề cương tuyên truyền Luật Đất đai"
_OUTLINE = re.compile(
    r"(?:tài liệu|đề cương) (?:giới thiệu|tuyên truyền|phổ biến)[^.;]{0,40} (?:luật|bộ luật|pháp lệnh|nghị định)(?!\w)",
    re.IGNORECASE,
)
# sections that tell what is or is aimed at; only a plain assignment counts there
_NARRATIVE = (
    "hiện trạng", "thực trạng", "kết quả đạt được", "sự cần thiết", "tình hình", "đánh giá chung", "tồn tại",
    "nguyên nhân", "mục tiêu", "chỉ tiêu", "quan điểm", "căn cứ", "giải thích từ ngữ", "bài học", "đối tượng áp dụng",
    "phạm vi điều chỉnh",
)  # fmt: skip
_ASSIGNS = ("tổ chức thực hiện", "phân công", "trách nhiệm", "nhiệm vụ cụ thể", "tổ chức triển khai")
# a line above the sections that gives orders: "Thủ tướng Chính phủ yêu cầu:", "Phó Thủ tướng kết luận như sau:"
_ORDERS = re.compile(
    r"(?<!\w)(?:yêu cầu|chỉ thị|đề nghị|giao|kết luận|chỉ đạo|(?:cần|phải) (?:tập trung )?(?:thực hiện|triển khai)|"
    r"(?:Thủ tướng|Chủ tịch|Bộ trưởng)[^.;:]{0,80} có ý kiến)"
    r"(?!\w)[^.]*:\s*$"
)
# what a resolution or notice of conclusions decides on, no account: "1. Về tình hình kinh tế - xã hội tháng 6"
_DECIDED_ON = "về tình hình"
_DECIDING = {"NQ", "TB", "KL"}
_MANDATE = re.compile(r"chức năng, nhiệm vụ", re.IGNORECASE)
# what assigns, though its title names procedures: "Kế hoạch … cắt giảm, đơn giản hóa thủ tục hành chính năm 2026"
_ASSIGNING = {
    "KH", "KHHĐ", "KHLT", "CT", "CĐ", "CV", "CTr", "CTHĐ", "CTPH", "TB", "TBKL", "KL", "NQ", "ĐA", "QC", "QCPH", "HD",
}  # fmt: skip
_LAWS = {"LUAT", "BL", "HP", "PL", "ND", "NĐ", "TT", "TTLT", "NQLT", "VBHN", "L"}
# in whose name a Party committee issues: "Ban Thường vụ Đảng ủy xã …"
_STANDING = "Ban Thường vụ "
_RULES = {"QC", "QyĐ", "QĐi", "QyC"}


def _on_a_law(header: Header) -> bool:
    """Whether a letter's title says that it sends an outline of a law."""
    return header.type == "CV" and _OUTLINE.search(header.title or "") is not None


def _describes(header: Header) -> bool:
    """Whether a document only announces administrative procedures, or sends an outline of a law: by its title."""
    announces = header.type not in _ASSIGNING and _PROCEDURES.search(header.title or "") is not None
    return announces or _on_a_law(header)


def _sets_rules(header: Header) -> bool:
    """Whether a part sets rules rather than assigns tasks: by its type, or to say what a body is there for."""
    return header.type in _LAWS | _RULES or _MANDATE.search(header.title or "") is not None


def _tells(title: str) -> bool:
    """Whether a section's title, in small letters, says that it tells what is or is aimed at; not where it orders."""
    if title.endswith(":") and _ORDERS.search(title):
        return False
    return title.startswith("cơ cấu tổ chức") or any(map(title.__contains__, _NARRATIVE))


def _assigns(title: str) -> bool:
    """Whether a section's title, in small letters, is a heading of assignment; not "trách nhiệm hữu hạn"."""
    return any(map(title.replace("trách nhiệm hữu hạn", "").__contains__, _ASSIGNS))


def _titled(titles: Iterable[tuple[str, str]], says: Callable[[str], object]) -> frozenset[str]:
    """The ids, of pairs of id and title in small letters, whose title says something."""
    return frozenset(section for section, title in titles if says(title))


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
    text: str
    headers: tuple[Header, ...]
    citations: tuple[Citation, ...]
    mentions: Mentions
    lines: tuple[Line, ...]
    narrative: frozenset[str] = frozenset()
    assigning: frozenset[str] = frozenset()
    ordered: tuple[tuple[int, int, str | None], ...] = ()
    rules: frozenset[int] = frozenset()
    may_describe: bool = False

    @classmethod
    def of(
        cls, document: Document, headers: tuple[Header, ...], citations: tuple[Citation, ...], lines: tuple[Line, ...]
    ) -> Context:
        """The context of a document's lines; the titles of its sections are judged once."""
        titles = [(section.id, section.title.lower()) for section in document.sections if section.title]
        titles += [(quoted, line.span.of(document.text).lower()) for line in lines if (quoted := opened(line))]
        deciding = bool(headers) and headers[0].type in _DECIDING
        told = [one for one in titles if not (deciding and one[1].startswith(_DECIDED_ON))]
        narrative, assigning = _titled(told, _tells), _titled(titles, _assigns)
        terms = defined_terms(document.text, lines, _titled(titles, DEFINES.search))
        mentions = Mentions(document, headers, citations, terms)
        ordered = tuple(_orders(document.text, lines))
        rules = frozenset(part for part, header in enumerate(headers) if _sets_rules(header))
        may_describe = bool(headers) and _describes(headers[0])
        return cls(
            document, document.text, headers, citations, mentions, lines, narrative, assigning, ordered, rules,
            may_describe,
        )  # fmt: skip

    def tells(self, line: Line) -> bool:
        """Whether a line stands in a section that tells what is or is aimed at."""
        return not self.narrative.isdisjoint(line.chain)

    def assigns(self, line: Line) -> bool:
        """Whether a line stands under a heading of assignment."""
        if self.assigning.isdisjoint(line.chain):
            return False
        return any(section in self.assigning for section in line.chain if section != line.opens)

    def under_orders(self, line: Line) -> bool:
        """Whether a line stands below one that gives orders, in its section or to the end of the part."""
        return bool(self.ordered) and any(
            part == line.part and start < line.span.start and (section is None or section in line.chain)
            for part, start, section in self.ordered
        )

    def header_at(self, part: int) -> Header | None:
        """The header of a part of the document."""
        return self.headers[part] if part < len(self.headers) else None

    def anchor(self, part: int) -> str | None:
        """The date of a part; an attachment without one has the document's."""
        header = self.header_at(part)
        return (header and header.issued_on) or (self.headers[0].issued_on if self.headers else None)

    def strict(self, part: int) -> bool:
        """Whether a part sets rules rather than assigns tasks."""
        return part in self.rules

    def local(self, part: int) -> bool:
        """Whether a part sets rules for the offices of the body that issues it, no law, decree or circular."""
        return part in self.rules and self.headers[part].type not in _LAWS

    def issues(self, mentions: Iterable[AgencyMention], part: int) -> bool:
        """Whether the body that issues a part is among the agencies."""
        header = self.header_at(part)
        if header is None or not header.issuer:
            return False
        return any(
            header.issuer in (mention.agency, mention.agency.removeprefix(_STANDING)) or mention.id == header.issuer_id
            for mention in mentions
        )

    def describes(self, part: int, chain: tuple[str, ...]) -> bool:
        """Whether a place only describes administrative procedures or, sent with a letter, what a law says.

        Of a decision on procedures the articles assign, of a letter on a law what stands above its sections.
        """
        if not self.may_describe:
            return False
        if _on_a_law(self.headers[0]):
            return part > 0 or bool(chain)
        attached = self.header_at(part) if part > 0 else None
        if attached is not None and attached.type in _ASSIGNING:
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
