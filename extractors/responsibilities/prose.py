"""Duties in running text: lines under an agency's heading, entries of a block, sentences that name their addressee."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.deadlines import find_deadlines
from extractors.document import Span
from extractors.findings import Deadline, Origin
from extractors.responsibilities import mandates
from extractors.responsibilities.blocks import Overlay, read_blocks
from extractors.responsibilities.clauses import split
from extractors.responsibilities.forms import FORMS, Assignment, closing
from extractors.responsibilities.forms.cases import by_brackets
from extractors.responsibilities.forms.subject import makes_responsible, names_body
from extractors.responsibilities.lines import Line
from extractors.responsibilities.openers import may_address, may_follow, may_name_subject, orders
from extractors.responsibilities.receivers import receivers
from extractors.responsibilities.roles import Clause, Party, partners_inside
from extractors.responsibilities.scopes import (
    Scope,
    ends_scope,
    heading,
    inline,
    last_sentence,
    lead_in,
    no_duties,
    role_lead_in,
    unregistered,
)
from extractors.responsibilities.sentences import sentences
from extractors.responsibilities.values import Context, Draft
from extractors.responsibilities.verbs import opens_with_verb
from extractors.responsibilities.words import CONNECTIVE, DIRECTIVE, OWN_ROLE, PREFIX, REPORTED
from extractors.vocabulary import UPPER

# a topic that heads entries and is no duty: "Về công tác tuyên truyền", "Nội dung theo dõi", "Giai đoạn 2021-2025"
_TOPIC = re.compile(
    r"(?:Về|Đối với|Nội dung|Nhiệm vụ|Giai đoạn|Mục tiêu|Giải pháp|Thời gian|Kinh phí|Một số|Các nhiệm vụ)(?!\w)"
)
# what a body writes of itself in these is no duty; in a notice of what its chief concluded a point of the list is
_LETTERS = {"CV", "TC"}
_CLOSING_SENTENCE = "Trên đây là"
# a letterhead inside the body, before a signature or an authentication: "Số: 12/VBHN-BTC", "Hà Nội, ngày 5 tháng 6 năm"
_FURNITURE = re.compile(
    r"Số:?\s*\d*\s*/\s*\w|XÁC THỰC VĂN BẢN|CỘNG HÒA XÃ HỘI|Độc lập\s*-|"
    r"(?=[^,]{3,31}, ngày )[A-ZĐÀ-Ỹ][\w .]{2,30}, ngày [\d. …]*tháng"
)
# a request that the document answers after the colon
_REQUEST = re.compile(
    rf"(?:Về|Đối với) (?:việc |nội dung |các )?(?:đề nghị|kiến nghị|đề xuất)(?!\w)[^:]{{3,900}}:\s+(?=[{UPPER}])"
)
# an aside in brackets before the first sentence: "(Gửi kèm Công văn số …) Bộ Tài chính đề nghị …"
_ASIDE = re.compile(rf"\([^()]{{3,600}}\)\s+(?=[{UPPER}])")
_ANSWER_HEADS = ("Về", "Đối với", "(")
# the grounds of a decision, one a line
_GROUND = re.compile(r"Căn cứ(?!\w)|Theo đề nghị của|Xét (?:đề nghị|[Tt]ờ trình|báo cáo)(?!\w)")
# what joins the next clause to a clause's end: "…; đồng thời | làm tốt công tác tuyên truyền"
_JOINED = re.compile(r"(?:[;,]\s*|\s)(?:đồng thời|và|trong đó),?\s*$")
_MEANWHILE = re.compile(r"(?<![^\s;,])đồng thời,?\s*$")
# before a time or in its first words: "…, | hoàn thành trong | tháng 10 năm 2025"
_DONE_BY = re.compile(r"(?<!\w)(?:hoàn thành|xong)(?!\w)", re.IGNORECASE)
_AT_HEAD = 4  # code points, a bullet or mark before a time that opens a clause
_NOBODY = Overlay()


@dataclass(frozen=True, slots=True)
class _Place:
    """A line and what holds for it: the scope of the headings above, the block that it is an entry of.

    ``named``: whom the line itself addresses before a colon; ``start``: where its sentences begin; ``assigned``: it
    stands in a part of assignment, where an entry may open in any way.
    """

    line: Line
    scope: Scope | None
    overlay: Overlay
    narrative: bool
    named: tuple[Party, ...]
    start: int
    assigned: bool

    @property
    def inherited(self) -> tuple[Party, ...]:
        """Who is addressed before the line itself names anyone."""
        return self.overlay.parties or self.named or (self.scope.parties if self.scope else ())

    @property
    def deadline(self) -> Deadline | None:
        """The time that holds unless a clause names its own."""
        return self.overlay.deadline or (self.scope.deadline if self.scope else None)


def read(context: Context) -> Iterator[Draft]:
    """The duties of all lines, a block's attributes laid over the lines that they hold for."""
    blocks = read_blocks(context)
    yield from (draft for draft, line in blocks.drafts if not context.describes(line.part, line.chain))
    scopes: list[Scope] = []
    addressed: set[tuple[int, str | None]] = set()
    lines = context.lines
    for index, line in enumerate(lines):
        if context.may_describe and context.describes(line.part, line.chain):
            continue
        following = lines[index + 1] if index + 1 < len(lines) else None
        if scopes and (ends_scope(context, line) or lines[index - 1].part != line.part):
            scopes = []
        scopes = [scope for scope in scopes if scope.covers(line)] if scopes else scopes
        overlay = blocks.overlays.get(index, _NOBODY)
        if overlay.skip or _FURNITURE.match(context.text, line.span.start, line.span.end) or _is_ground(context, line):
            continue
        opened = None
        if _may_open(context, line, following):
            opened = _opened(context, line, following, scopes, among=(line.part, line.parent) in addressed)
        if opened is not None:
            yield from _before_list(context, line, scopes)
            opened = replace(opened, telling=context.tells(line))
            addressed.add((line.part, line.parent))
            scopes = [*(s for s in scopes if s.section is not None and s.section != opened.section), opened]
            continue
        scope = scopes[-1] if scopes else None
        if not (scope and _is_topic(context, line, following)):
            ordered = context.under_orders(line)
            named, start = inline(context, line, ordered=ordered)
            below = scope is not None and (scope.said or (scope.heading and ordered))
            assigned = bool(named or overlay.parties) or below or context.assigns(line)
            if named and line.opens and following and line.opens in following.chain:
                scopes.append(Scope(named, line.opens, line.opens))
            tells = not ordered and context.tells(line) and not (scope and scope.telling)
            place = _Place(line, scope, overlay, tells, named, overlay.start or start, assigned)
            yield from _duties(context, place)


def _is_ground(context: Context, line: Line) -> bool:
    """Whether a line above the sections only gives a ground of the document: "Căn cứ Luật …;", "Theo đề nghị của …"."""
    if line.label or line.chain:
        return False
    ground = _GROUND.match(context.text, line.span.start, line.span.end)
    return ground is not None and (ground[0] != "Căn cứ" or context.text.endswith(";", line.span.start, line.span.end))


def _before_list(context: Context, line: Line, scopes: list[Scope]) -> Iterator[Draft]:
    """The duties of the sentences that stand on a line before the one that introduces a list."""
    start = last_sentence(context, line)
    if start > line.span.start:
        rest = replace(line, span=Span(line.span.start, start))
        scope = scopes[-1] if scopes else None
        yield from _duties(context, _Place(rest, scope, _NOBODY, context.tells(line), (), line.span.start, False))


def _opened(context: Context, line: Line, following: Line | None, scopes: list[Scope], *, among: bool) -> Scope | None:
    """The scope that a heading or a lead-in opens for the lines below it."""
    opened = heading(context, line, following) or mandates.article(context, line, following)
    if opened is not None:
        return opened
    introduces = context.text.endswith(":", line.span.start, line.span.end)
    if introduces:
        named = no_duties(context, line) or lead_in(context, line)
        if named is not None:
            return named
    printed = unregistered(context, line, following, among=among)
    if printed is not None or not scopes:
        return printed
    return role_lead_in(context, line, scopes[-1]) if introduces else None


def _may_open(context: Context, line: Line, following: Line | None) -> bool:
    """Whether lines stand below a line that heads a section, stands in a part of assignment or ends in a colon."""
    if following is None or following.part != line.part:
        return False
    if line.opens:
        return line.opens in following.chain
    return context.assigns(line) or context.text.endswith(":", line.span.start, line.span.end)


def _is_topic(context: Context, line: Line, following: Line | None) -> bool:
    """Whether a line under an agency's heading is the title of entries below it, not an entry."""
    words = context.text[line.span.start : line.span.end].rstrip()
    heads = line.opens is not None and following is not None and line.opens in following.chain
    return bool(heads) and not words.endswith((".", ";", "/"))


def _duties(context: Context, place: _Place) -> Iterator[Draft]:
    """The duties of one line, sentence by sentence; a sentence without an addressee takes the one before's."""
    line = place.line
    inherited = place.inherited
    follows = False
    first = place.start
    opening = _opening(context.text, line, first)
    ordered = place.assigned or context.under_orders(line)
    for whole in sentences(context.text, first, line.span.end):
        answer = _answer(context.text, whole)
        sentence = whole if answer == whole.start else Span(answer, whole.end)
        begin = opening if sentence is whole else answer
        if context.text.startswith(_CLOSING_SENTENCE, answer):
            inherited = ()
            words = context.text[sentence.start : sentence.end]
            if not orders(words, words.lower()):
                continue
        clause = _clause(context, place, sentence, inherits=bool(inherited), ordered=ordered)
        if clause is None:
            continue
        opens_role = OWN_ROLE.match(clause.text, clause.start, clause.end) is not None
        before = doers = _inherited(place, clause, inherited, follows=follows)
        gives = False
        strict = replace(clause, strict=True) if place.narrative else clause
        for part in split(strict):
            piece = strict.part(part.start, part.end)
            own = part.start != sentence.start and stands_alone(piece, led=opens_role)
            orders_more = gives and DIRECTIVE.match(piece.text, piece.start, piece.end) is not None
            assigned = assignment(piece, () if orders_more else doers if own else before)
            if assigned is None:
                continue
            gives = gives or (assigned.own and DIRECTIVE.match(piece.text, piece.start, piece.end) is not None)
            if assigned.own and _own_act(context, line, assigned):
                continue
            directed = _directed(assigned, place, piece) if before == place.inherited else assigned
            assigned = _with_block(directed, place.overlay)
            begins = _joined(context.text, first, part.start) if context.text[first : part.start].strip() else begin
            yield _draft(context, piece, assigned, place, begins)
            before = assigned.parties
            doers = _addressed(assigned)
            if assigned.own and not place.overlay.parties:
                inherited = _addressed(assigned)
                follows = True


def _joined(text: str, first: int, start: int) -> int:
    """Where the evidence of a later clause begins: with the "đồng thời" that joins it."""
    joint = _MEANWHILE.search(text, max(first, start - 14), start)
    return joint.start() if joint else start


def _answer(text: str, sentence: Span) -> int:
    """Where a sentence begins, past a request that it repeats to answer it ("Về đề nghị …: Bộ Nội vụ nghiên cứu …").

    And past an aside in brackets.
    """
    if not text.startswith(_ANSWER_HEADS, sentence.start):
        return sentence.start
    asked = _REQUEST.match(text, sentence.start, sentence.end) or _ASIDE.match(text, sentence.start, sentence.end)
    return asked.end() if asked else sentence.start


def _clause(context: Context, place: _Place, sentence: Span, *, inherits: bool, ordered: bool) -> Clause | None:
    """A sentence as a clause; None where it neither inherits an addressee nor names one."""
    part = place.line.part
    gives_order = may_name = False
    if not inherits:
        words = context.text[sentence.start : sentence.end]
        low = words.lower()
        strict = place.narrative or (context.strict(part) and not context.local(part))
        gives_order = orders(words, low)
        may_name = gives_order or may_address(words, low, strict=strict)
        may_name = may_name or context.mentions.defines(sentence.start, sentence.end)
        if not may_name and not makes_responsible(low):
            return None
    clause = context.clause(sentence.start, sentence.end, part, ordered=ordered)
    if place.narrative:
        clause = replace(clause, local=False)
    if inherits or names_body(clause):
        return clause
    if not may_name or not (gives_order or place.inherited or _may_name(clause)):
        return None
    return clause if _names_addressee(clause, gives_order=gives_order) else None


def _may_name(clause: Clause) -> bool:
    """Whether a name may stand where a form would find it, told before any name is looked up."""
    low = clause.words.lower()
    anywhere = clause.ordered or makes_responsible(low) or closing.enforced(clause) is not None
    named = may_name_subject(clause.words, low, anywhere=anywhere)
    return named or clause.mentions.defines(clause.start, clause.end)


def _names_addressee(clause: Clause, *, gives_order: bool) -> bool:
    """Whether a sentence that inherits no addressee names one: as the object of an order or as a subject."""
    named = clause.mentions.within(clause.start, clause.end)
    if gives_order or not named:
        return bool(named)
    return any(may_follow(clause.text, clause.start, mention.evidence.span.start) for mention in named)


def _opening(text: str, line: Line, first: int) -> int:
    """Where the evidence of a line's first duty begins: with the name before a colon, without a heading run into it."""
    if first == line.span.start:
        return first
    head = text[line.span.start : first].rstrip()
    return line.span.start if not head or head.endswith(":") else first


def _inherited(place: _Place, clause: Clause, current: tuple[Party, ...], *, follows: bool) -> tuple[Party, ...]:
    """Whom a sentence takes its addressee from: the sentence before, the headings above, or nobody."""
    if _continues(clause):
        return current
    return () if not place.assigned else place.inherited if follows else current


def _own_act(context: Context, line: Line, assigned: Assignment) -> bool:
    """Whether the issuing body says what it does itself: it issues the document, or it writes the letter; no duty.

    Nor is what it opens a list with ("UBND tỉnh phân cấp cho UBND cấp xã … như sau:").
    """
    header = context.header_at(line.part)
    letter = header is not None and header.type in _LETTERS
    opens = context.text.endswith("như sau:", line.span.start, line.span.end)
    return (letter or opens or not line.chain) and context.issues(assigned.addressees, line.part)


def stands_alone(clause: Clause, *, led: bool = False) -> bool:
    """Whether a later clause is the addressee's own, its partners left out: it has a role word or a time of its own.

    ``led``: a role opens the sentence ("Chủ trì, phối hợp …; làm Y") and covers its later clauses, but
    for one that opens with its own time.
    """
    if OWN_ROLE.match(clause.text, clause.start, clause.end) is not None:
        return True
    due = next(iter(find_deadlines(clause.words)), None)
    return due is not None and (not led or due.span.start < _AT_HEAD)


def assignment(clause: Clause, inherited: tuple[Party, ...]) -> Assignment | None:
    """What the first form that fits says."""
    found = next((found for form in FORMS if (found := form(clause, inherited)) is not None), None)
    return by_brackets(clause, found) if found is not None and found.own else found


def _continues(clause: Clause) -> bool:
    """Whether a sentence may take its addressee from the one before: it opens with a verb, a role or a ground."""
    joined = CONNECTIVE.match(clause.text, clause.start, clause.end)
    if joined and joined[0].lower().startswith("đồng thời"):
        return True
    if REPORTED.match(clause.text, clause.start, clause.end):
        return True
    opens = opens_with_verb(clause.text, clause.start, clause.end) or OWN_ROLE.match(clause.text, clause.start)
    return bool(opens or PREFIX.match(clause.text, clause.start, clause.end))


def _directed(assigned: Assignment, place: _Place, clause: Clause) -> Assignment:
    """What others do under the addressee ("Chỉ đạo các Sở: a) Phối hợp với …"): a role in it is not the addressee's."""
    if place.scope is None or not place.scope.directs or assigned.own:
        return assigned
    return Assignment(place.inherited, clause.start, own=False, said=False)


def _with_block(assigned: Assignment, overlay: Overlay) -> Assignment:
    """A doer that the sentence names is added to the block's; one named with "chủ trì" replaces the block's lead."""
    if not assigned.own or not overlay.parties:
        return assigned
    leads = any(role == "lead" for _, role in assigned.parties)
    kept = tuple(p for p in overlay.parties if p[1] == "coordinate" or not leads)
    named = {mention.id for mention, _ in assigned.parties}
    return replace(assigned, parties=assigned.parties + tuple(p for p in kept if p[0].id not in named))


def _addressed(assigned: Assignment) -> tuple[Party, ...]:
    """Who does the next sentence of the paragraph: this one's addressees, without its roles."""
    return tuple((mention, "responsible") for mention in assigned.addressees)


def _draft(context: Context, clause: Clause, assigned: Assignment, place: _Place, begins: int) -> Draft:
    """A clause and its assignment as a draft, with its receivers and deadline."""
    deadlines = find_deadlines(clause.words, anchor=context.anchor(place.line.part), offset=clause.start)
    known = {mention.span for mention, _ in assigned.parties}
    directed = place.scope is not None and place.scope.directs and not assigned.own
    named = () if directed else partners_inside(clause, assigned.task)
    inside = tuple(p for p in named if p[0].span not in known)
    end = _end(context.text, clause.start, clause.end)
    task = Span(min(assigned.task, max(clause.start, end - 1)), assigned.until or end)
    origin: Origin = "sentence" if assigned.own else "heading"
    parties = assigned.parties + inside + receivers(clause, assigned.task)
    due = _chosen(context.text, deadlines) or place.deadline
    return Draft(Span(begins, end), task, parties, origin, due, place.overlay.product)


def _chosen(text: str, deadlines: tuple[Deadline, ...]) -> Deadline | None:
    """The deadline of a clause that names several: an exact day, else the time that it is to be done by."""
    if len(deadlines) < 2:
        return deadlines[0] if deadlines else None
    exact = [d for d in deadlines if d.kind in {"date", "annual"}]
    times = exact or deadlines
    return next((d for d in times if _DONE_BY.search(text, max(0, d.span.start - 24), d.span.end)), times[0])


def _end(text: str, start: int, end: int) -> int:
    joined = _JOINED.search(text, max(start, end - 16), end)
    end = joined.start() if joined else end
    while end > start + 1 and text[end - 1] in " \n;,":
        end -= 1
    return end
