"""Headings and lead-ins: whom the lines below are addressed to ("2. Sở Tài chính", "Sở Y tế có trách nhiệm:")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.deadlines import find_deadlines
from extractors.document import Span
from extractors.findings import AgencyMention, Deadline, Role
from extractors.responsibilities.forms import FORMS, closing, directive
from extractors.responsibilities.forms.subject import is_official, makes_responsible
from extractors.responsibilities.lines import Line
from extractors.responsibilities.mentions import Run, renamed
from extractors.responsibilities.openers import is_titled, may_begin, may_name_subject, orders
from extractors.responsibilities.organisations import as_printed, is_public, names_organisation, names_persons
from extractors.responsibilities.receivers import receivers
from extractors.responsibilities.roles import Clause, Party, roles_at
from extractors.responsibilities.sentences import sentences
from extractors.responsibilities.values import Context
from extractors.responsibilities.verbs import capitals, opens_with_verb
from extractors.responsibilities.words import CLOSING, DUTY, LEAD, PARTNER, PREFIX

# before the agency of a heading: "Đề nghị", "Trách nhiệm của", "Nội dung giám sát của", "Đối với"
_HEAD_WORDS = re.compile(
    r"\s*(?:(?:đề nghị|giao(?: cho)?|yêu cầu|đối với|về phía|phân công(?: nhiệm vụ)?(?: cho)?(?! của)|"
    r"(?:trách nhiệm|nhiệm vụ|nội dung|phân công|tổ chức thực hiện)(?! quản lý nhà nước về)[^.;:]{0,40} (?:của|cho)|"
    r"(?:các |những )?(?:nội dung|nhiệm vụ|công việc)(?: do| mà)?|trách nhiệm)"
    r"(?!\w)\s*:?\s*)?",
    re.IGNORECASE,
)
# after the agency of a heading: "(sau đây gọi là …)", "có trách nhiệm:", "có trách nhiệm chủ trì", "thực hiện các …:"
_HEAD_TAIL = re.compile(
    r"\s*(?:\([^()]{0,200}\))?\s*(?:(?:có|chịu) (?:trách nhiệm|nhiệm vụ)(?: sau| sau đây| như sau)?|"
    r"thực hiện(?: các)?(?: nhiệm vụ)?(?: sau| như sau)?)?"
    r"\s*(?:(?P<role>chủ trì|phối hợp)(?: thực hiện)?)?\s*[:.;,]*\s*",
    re.IGNORECASE,
)
# between an addressee and its duty on one line: ": ", " - ", or a blank where the line break was lost
_INLINE = re.compile(r"\s*[:–-]\s*|\s+")
# before a colon: what a line says of a body, no name ("Cơ quan chủ trì:", "Sở A chủ trì:")
_ATTRIBUTED = re.compile(r"(?:chủ trì|phối hợp|thực hiện|thời gian|sản phẩm|kinh phí)\s*$", re.IGNORECASE)
# "Trách nhiệm của |", "Nhiệm vụ của |": what follows is a name, with a capital or not
_OF = re.compile(r"(?:trách nhiệm|nhiệm vụ)[^.;:]{0,40} của\s*$", re.IGNORECASE)
_ROLES: dict[str, Role] = {"chủ trì": "lead", "phối hợp": "coordinate", "": "responsible"}
_BULLETS = {"-", "+", "•", "–", "*"}
_VERB_OF_SENTENCE = re.compile(
    r"(?<!\w)(?:phải|cần|có thể|gồm|bao gồm|được tự chủ|chịu trách nhiệm|chủ trì, phối hợp|căn cứ)(?!\w)"
)
# a lead-in that says that tasks follow: "…, gồm các nhiệm vụ sau:", "… có trách nhiệm, quyền hạn sau đây:"
_TASKS = re.compile(r"(?<!\w)(?:nhiệm vụ|trách nhiệm)(?!\w)[^.;:]{0,80}:$")
# "Chỉ đạo các Sở:"
_DIRECTS = re.compile(r"\s*(?:Chỉ đạo|Đôn đốc|Yêu cầu)(?!\w)")
# what is forbidden, and lists of what is no duty: "… khi thực hiện các hành vi sau đây:"
_FORBIDS = re.compile(r"(?:Không được|Nghiêm cấm|Cấm)(?!\w)")
_MATTERS = re.compile(
    r"(?<!\w)(?:hành vi|trường hợp|điều kiện|tiêu chuẩn|tiêu chí)(?: cụ thể)?(?: như)? sau(?: đây)?\s*:\s*$"
)
# "… có nhiệm vụ, quyền hạn sau đây:"
_HAS_DUTIES = re.compile(r"\s+có (?:các )?(?:trách nhiệm|nhiệm vụ|quyền)(?!\w).*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Scope:
    """Whom the lines below are addressed to, and the time that the lead-in states for them.

    ``section``: it holds for the lines of that section; null: for the entries that follow in ``within``, and for
    all sections that follow where it ``orders`` above them. ``telling``: it is opened in a section that else tells;
    ``said``: its words say that duties follow ("Trách nhiệm của …"), so that they may open in any way; ``directs``: the
    entries are what others do under the addressee ("Chỉ đạo các Sở:"), so that no role in them is the addressee's.
    """

    parties: tuple[Party, ...]
    section: str | None
    within: str | None
    deadline: Deadline | None = None
    heading: bool = True
    orders: bool = False
    telling: bool = False
    said: bool = False
    directs: bool = False

    def covers(self, line: Line) -> bool:
        """Whether a line below stands in the scope."""
        if self.section is not None:
            return self.section in line.chain
        if self.within is None and self.orders:
            return bool(line.chain)
        if self.within is not None and self.within not in line.chain:
            return False
        return self.heading or bool(line.label) or (bool(line.chain) and line.chain[-1] != self.within)


def heading(context: Context, line: Line, following: Line | None) -> Scope | None:
    """The scope of a line that holds agencies alone, or None."""
    listed = line.label in _BULLETS and len(line.chain) < 2
    if listed or not _leads(line, following) or not (line.opens or context.assigns(line)):
        return None
    start = line.span.start
    words = _HEAD_WORDS.match(context.text, start, line.span.end)
    start = words.end() if words else start
    first = context.mentions.at(start, line.span.end)
    if first is not None:
        run = context.mentions.run(first, line.span.end)
        tail = _HEAD_TAIL.fullmatch(context.text, run.span.end, line.span.end)
        plain = not context.strict(line.part) or _assigned(context, line, start, run)
        if tail and plain:
            role = _ROLES[(tail["role"] or "").lower()]
            said = start > line.span.start or bool(tail["role"])
            return _scope(line, tuple((m, role) for m in run.mentions), said=said)
        return _with_partners(context, line, run)
    return None


def _with_partners(context: Context, line: Line, run: Run) -> Scope | None:
    """The scope of a heading that also says who takes part: "1. Sở Tài chính chủ trì, phối hợp với Sở Nội vụ"."""
    roles = roles_at(context.clause(line.span.start, line.span.end, line.part), run.span.end)
    if not (roles.said and roles.partners) or context.text[roles.task : line.span.end].strip(" :;."):
        return None
    return _scope(line, (*((m, roles.role) for m in run.mentions), *roles.partners), said=True)


def no_duties(context: Context, line: Line) -> Scope | None:
    """The scope of a lead-in whose entries are acts, cases or conditions, nobody's duty: "… các hành vi sau đây:"."""
    end = line.span.end
    if _FORBIDS.match(context.text, line.span.start, end) or _MATTERS.search(
        context.text, max(line.span.start, end - 80), end
    ):
        return _scope(line, ())
    return None


def _assigned(context: Context, line: Line, start: int, run: Run) -> bool:
    """Whether a heading of a regulation lays duties on its agency: "Trách nhiệm của …", "… có trách nhiệm:"."""
    said = bool(context.text[line.span.start : start].strip()) or "trách nhiệm" in line.span.of(context.text).lower()
    return (said or context.assigns(line)) and any(is_official(mention) for mention in run.mentions)


def unregistered(context: Context, line: Line, following: Line | None, *, among: bool) -> Scope | None:
    """The scope of a heading that names an organisation outside the registry.

    It stands in an assignment part, or (``among``) beside headings that name agencies.
    """
    if not line.opens or not _leads(line, following):
        return None
    words = _HEAD_WORDS.match(context.text, line.span.start, line.span.end)
    said = bool(words and words[0].strip()) or context.assigns(line)
    if not said and (context.strict(line.part) or not among):
        return None
    start = words.end() if words else line.span.start
    name = context.text[start : line.span.end].rstrip(" .:")
    if names_persons(name) and len(name.split()) < 25 and not _VERB_OF_SENTENCE.search(name):
        return _scope(line, ())
    if context.strict(line.part) and is_public(name):
        return None
    named = _unregistered(context, line, start)
    return _scope(line, tuple((mention, "responsible") for mention in named)) if named else None


def _scope(line: Line, parties: tuple[Party, ...], *, said: bool = False) -> Scope:
    return Scope(parties, line.opens, line.chain[-1] if line.chain else None, said=said)


def _leads(line: Line, following: Line | None) -> bool:
    """Whether something stands below the line: an entry of its section, or a plain line after an unlabelled one."""
    if following is None or following.part != line.part:
        return False
    return line.opens in following.chain if line.opens else bool(line.chain)


def _unregistered(context: Context, line: Line, start: int) -> tuple[AgencyMention, ...]:
    """The organisations that a heading names, as printed."""
    words = _HAS_DUTIES.sub("", context.text[start : line.span.end].rstrip(" .:"))
    bare = not context.text[start : line.span.end].rstrip().endswith((";", "."))
    if not bare or len(words.split()) > 30:
        return ()
    said = _OF.search(context.text, line.span.start, start) is not None
    if not names_organisation(words, said=said) or _VERB_OF_SENTENCE.search(words):
        return ()
    return _named(context, Span(start, start + len(words)), line.part)


def _named(context: Context, span: Span, part: int) -> tuple[AgencyMention, ...]:
    """Whom words name that say more than the registry knows: a group by what defines it, else all as printed."""
    first = context.mentions.at(span.start, span.end)
    run = context.mentions.run(first, span.end) if first else None
    if run is not None and run.mentions[-1].is_group:
        group = run.mentions[-1]
        rest = " ".join(context.text[group.span.end : span.end].split())
        if rest and not rest.startswith((",", ";", "và ")):
            return (*run.mentions[:-1], renamed(group, f"{group.agency} {rest}"))
    printed = as_printed(context, span, part)
    return (printed,) if printed else ()


def inline(context: Context, line: Line, *, ordered: bool) -> tuple[tuple[Party, ...], int]:
    """Whom a line addresses before its duty ("Các cơ sở nuôi: Theo dõi …"), and where the duty begins.

    ``ordered``: the line stands where orders are given.
    """
    nobody: tuple[tuple[Party, ...], int] = ((), line.span.start)
    start, end = line.span.start, line.span.end
    colon = context.text.find(":", start, min(end, start + 160))
    printed = colon >= start + 4 and (ordered or context.assigns(line)) and not context.strict(line.part)
    if not printed and not _may_name(context.text, start, end):
        return nobody
    first = context.mentions.at(start, end)
    if first is not None:
        run = context.mentions.run(first, end)
        mark = _INLINE.match(context.text, run.span.end, end)
        if mark and _opens_duty(context.text, mark.end(), end) and context.text[mark.end()].isupper():
            return tuple((mention, "responsible") for mention in run.mentions), mark.end()
        defined = run.mentions[-1].is_group and not _goes_on(context.text, run.span.end, colon)
        printed = printed and run.span.end < colon and defined
    if not printed or not _opens_duty(context.text, colon + 1, end):
        return nobody
    name = context.text[start:colon]
    if _VERB_OF_SENTENCE.search(name) or _ATTRIBUTED.search(name) or len(name.split()) > 16:
        return nobody
    named = _named(context, Span(start, colon), line.part)
    return (tuple((mention, "responsible") for mention in named), colon + 1) if named else nobody


def _goes_on(text: str, start: int, colon: int) -> bool:
    """Whether the words between a name and a colon say what it does, not which body it is."""
    return opens_with_verb(text, start, colon) or any(cue.match(text, start, colon) for cue in (LEAD, PARTNER, DUTY))


def _may_name(text: str, start: int, end: int) -> bool:
    """Whether a line may open with a name that its duty follows."""
    return may_begin(text, start) and any(_opens_duty(text, at, end) for at in capitals(text, start, end))


def _opens_duty(text: str, start: int, end: int) -> bool:
    """Whether a duty's words begin at a place: a verb, or the ground of the duty."""
    return opens_with_verb(text, start, end) or PREFIX.match(text[start:end].lstrip()) is not None


def lead_in(context: Context, line: Line) -> Scope | None:
    """The scope of a line that ends in a colon and introduces a list for an addressee that it names."""
    above = line.free and not line.label
    start = last_sentence(context, line)
    clause = context.clause(start, line.span.end, line.part, ordered=context.under_orders(line))
    if not _may_assign(clause):
        return None
    for form in FORMS:
        found = form(clause, ())
        own = found is not None and context.issues((m for m, _ in found.parties), line.part)
        if found is not None and not own and (not above or form is directive.read or _is_told(found.parties)):
            within = line.chain[-1] if line.chain and not above else None
            said = _TASKS.search(context.text, max(start, line.span.end - 90), line.span.end) is not None
            return Scope(found.parties, line.opens, within, _time(context, line, found.task), False, above, said=said)
    ordered = None if clause.strict else directive.introduces(clause)
    if ordered is None or context.issues((m for m, _ in ordered.parties), line.part):
        return None
    within = line.chain[-1] if line.chain and not above else None
    return Scope(ordered.parties, line.opens, within, _time(context, line, ordered.task), False, above)


def _may_assign(clause: Clause) -> bool:
    """Whether a form may find an addressee in a clause, told before any name is looked up."""
    words = clause.words
    low = words.lower()
    if clause.ordered or makes_responsible(low) or orders(words, low) or closing.enforced(clause) is not None:
        return True
    named = is_titled(words) or may_name_subject(words, low)
    return named or clause.mentions.defines(clause.start, clause.end)


def last_sentence(context: Context, line: Line) -> int:
    """Where the sentence that introduces a list begins: the last of its line."""
    return sentences(context.text, line.span.start, line.span.end)[-1].start


def _is_told(parties: tuple[Party, ...]) -> bool:
    """Whether a province itself is addressed: "thành phố Đà Nẵng cần tập trung thực hiện các nhiệm vụ sau:"."""
    return all(mention.level == "tỉnh" and mention.agency[0].islower() for mention, _ in parties)


def _time(context: Context, line: Line, task: int) -> Deadline | None:
    """The time that a lead-in states for its list: it opens the line or stands after the addressee, not in an aim."""
    anchor, start = context.anchor(line.part), line.span.start
    for at, end in ((task, line.span.end), (start, task)):
        found = next(iter(find_deadlines(context.text[at:end], anchor=anchor, offset=at)), None)
        if found is not None and (at == task or found.span.start == start):
            return found
    return None


def role_lead_in(context: Context, line: Line, outer: Scope) -> Scope:
    """A lead-in under a heading ("Phối hợp với Sở Y tế:"): its role words hold for the entries below it."""
    clause = context.clause(line.span.start, line.span.end, line.part)
    for form in FORMS:
        found = form(clause, outer.parties)
        if found is not None:
            within = line.chain[-1] if line.chain else None
            if _DIRECTS.match(clause.words):
                return Scope(found.parties, line.opens, within, outer.deadline, heading=False, directs=True)
            parties = found.parties + receivers(clause, found.task)
            topic = not opens_with_verb(context.text, line.span.start, line.span.end)
            due = _time(context, line, line.span.start) or outer.deadline
            return Scope(parties, line.opens, within, due, heading=False, said=outer.said and topic)
    return outer


def ends_scope(context: Context, line: Line) -> bool:
    """Whether an unlabelled line closes the assignment part ("Trên đây là …", "Trong quá trình thực hiện …")."""
    return not line.label and CLOSING.match(context.text, line.span.start, line.span.end) is not None
