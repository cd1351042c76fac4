"""Headings and lead-ins: whom the lines below are addressed to ("2. Sở Tài chính", "Sở Y tế có trách nhiệm:")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.deadlines import find_deadlines
from extractors.document import Span
from extractors.findings import AgencyMention, Deadline, Evidence
from extractors.fold import slug
from extractors.responsibilities.forms import FORMS
from extractors.responsibilities.lines import Line
from extractors.responsibilities.roles import Party, receivers
from extractors.responsibilities.values import Context
from extractors.responsibilities.words import CLOSING

# before the agency of a heading: "Đề nghị", "Trách nhiệm của", "Nội dung giám sát của", "Đối với"
_HEAD_WORDS = re.compile(
    r"\s*(?:(?:đề nghị|giao(?: cho)?|yêu cầu|đối với|về phía|phân công(?: nhiệm vụ)?(?: cho)?|"
    r"(?:trách nhiệm|nhiệm vụ|nội dung|phân công|tổ chức thực hiện)(?! quản lý nhà nước về)[^.;:]{0,40} (?:của|cho)|trách nhiệm)(?!\w)\s*:?\s*)?",
    re.IGNORECASE,
)
# after the agency of a heading
_HEAD_TAIL = re.compile(
    r"\s*(?:\([^()]{0,200}\))?\s*(?:(?:có|chịu) (?:trách nhiệm|nhiệm vụ)(?: sau| sau đây| như sau)?|thực hiện(?: các)?(?: nhiệm vụ)?(?: sau| như sau)?)?"
    r"\s*[:.;,]*\s*",
    re.IGNORECASE,
)
# an organisation by its first word, where the registry does not know the rest
_ORGANISATION = re.compile(
    r"(?:Các |Những |Đề nghị )?(?:[Ss]ở|[Bb]an|[Ủủ]y ban|[Uu]ỷ ban|UBND|HĐND|[Pp]hòng|[Vv]ăn phòng|[Cc]ông an|[Bb]ộ|[Cc]ục|[Cc]hi cục|"
    r"[Tt]rung tâm|[Cc]ông ty|[Tt]ổng công ty|[Tt]ập đoàn|[Hh]ội|[Đđ]oàn|[Ll]iên đoàn|[Ll]iên hiệp|[Tt]rường|[Bb]ệnh viện|[Đđ]ài|[Bb]áo|[Cc]hính quyền|"
    r"[Dd]oanh nghiệp|[Cc]hủ đầu tư|[Cc]hủ dự án|[Cc]hủ chương trình|[Tt]ổ|[Kk]ho bạc|[Nn]gân hàng|[Tt]òa án|[Vv]iện|[Tt]huế|[Hh]ải quan|[Bb]ảo hiểm|"
    r"[Đđ]iện lực|VNPT|Viettel|[Mm]ặt trận|[Đđ]ảng ủy|[Cc]ơ quan|[Đđ]ơn vị|[Tt]ổ chức|[Nn]hà mạng|[Hh]ợp tác xã|[Cc]ấp ủy)(?!\w)"
)
_ASSIGNS = re.compile(r"tổ chức thực hiện|phân công|trách nhiệm|nhiệm vụ cụ thể|tổ chức triển khai", re.IGNORECASE)
_VERB_OF_SENTENCE = re.compile(r"(?<!\w)(?:phải|cần|có trách nhiệm|chịu trách nhiệm|chủ trì, phối hợp|căn cứ)(?!\w)")


@dataclass(frozen=True, slots=True)
class Scope:
    """Whom the lines below are addressed to, and the time that the lead-in states for them.

    ``section``: it holds for the lines of that section; null: for the entries that follow in ``within``.
    """

    parties: tuple[Party, ...]
    section: str | None
    within: str | None
    deadline: Deadline | None = None
    heading: bool = True

    def covers(self, line: Line) -> bool:
        """Whether a line below stands in the scope."""
        if self.section is not None:
            return self.section in line.chain
        return (self.within is None or self.within in line.chain) and (self.heading or bool(line.label))


def heading(context: Context, line: Line, following: Line | None) -> Scope | None:
    """The scope of a line that holds agencies alone, or None."""
    start = line.span.start
    words = _HEAD_WORDS.match(context.text, start, line.span.end)
    start = words.end() if words else start
    first = context.mentions.at(start, line.span.end)
    if first is not None:
        run = context.mentions.run(first, line.span.end)
        whole = _HEAD_TAIL.fullmatch(context.text, run.span.end, line.span.end) is not None
        if whole and _leads(line, following) and (line.opens or _in_assignment(context, line)):
            return _scope(line, tuple((m, "responsible") for m in run.mentions))
    named = _unregistered(context, line, following, start)
    return _scope(line, ((named, "responsible"),)) if named else None


def _scope(line: Line, parties: tuple[Party, ...]) -> Scope:
    return Scope(parties, line.opens, line.chain[-1] if line.chain else None)


def _leads(line: Line, following: Line | None) -> bool:
    """Whether something stands below the line: an entry of its section, or a plain line after an unlabelled one."""
    if following is None or following.part != line.part:
        return False
    return line.opens in following.chain if line.opens else bool(line.chain)


def _unregistered(context: Context, line: Line, following: Line | None, start: int) -> AgencyMention | None:
    """A heading of an assignment part that names an organisation outside the registry, as printed."""
    words = context.text[start : line.span.end].rstrip(" .:")
    bare = not context.text[start : line.span.end].rstrip().endswith((";", "."))
    if not line.opens or not bare or not _leads(line, following) or len(words.split()) > 30:
        return None
    if not _ORGANISATION.match(words) or _VERB_OF_SENTENCE.search(words):
        return None
    if not (_in_assignment(context, line) or start > line.span.start):
        return None
    span = Span(start, start + len(words))
    header = context.header_at(line.part)
    scope = (header and header.jurisdiction.scope) or "unknown"
    name = words[0].lower() + words[1:] if words.startswith(("Các ", "Những ")) else words
    group = words.startswith(("Các ", "Những "))
    return AgencyMention(Evidence.at(context.document, span), name, f"agency:{scope}:{slug(name)}", is_group=group)


def _in_assignment(context: Context, line: Line) -> bool:
    """Whether the line stands under a heading of assignment."""
    titles = [s.title or "" for s in context.document.sections if s.id in line.chain and s.id != line.opens]
    return any(_ASSIGNS.search(title) for title in titles)


def lead_in(context: Context, line: Line) -> Scope | None:
    """The scope of a line that ends in a colon and introduces a list for an addressee that it names."""
    clause = context.clause(line.span.start, line.span.end, line.part)
    for form in FORMS:
        found = form(clause, ())
        if found is not None:
            time = next(iter(find_deadlines(clause.words, anchor=context.anchor(line.part), offset=clause.start)), None)
            return Scope(found.parties, line.opens, line.chain[-1] if line.chain else None, time, heading=False)
    return None


def role_lead_in(context: Context, line: Line, outer: Scope) -> Scope:
    """A lead-in under a heading ("Phối hợp với Sở Y tế:"): its role words hold for the entries below it."""
    clause = context.clause(line.span.start, line.span.end, line.part)
    for form in FORMS:
        found = form(clause, outer.parties)
        if found is not None:
            parties = found.parties + receivers(clause, found.task)
            return Scope(parties, line.opens, line.chain[-1] if line.chain else None, outer.deadline, heading=False)
    return outer


def ends_scope(context: Context, line: Line) -> bool:
    """Whether an unlabelled line closes the assignment part ("Trên đây là …", "Trong quá trình thực hiện …")."""
    return not line.label and CLOSING.match(context.text, line.span.start, line.span.end) is not None
