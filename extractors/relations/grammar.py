"""The grammar of a sentence that cites: governors, titles, coordination, left to right.

Citations are atoms. The words before the first tell what the document does to it; the words between two tell whether
the second stands beside the first ("Nghị quyết A và Kế hoạch B"), inside its title ("Kế hoạch A thực hiện Nghị quyết
B"), or opens a clause of its own. A semicolon closes all that is nested, a bracket what was opened in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from extractors.document import Span
from extractors.findings import Citation, RelationType
from extractors.relations import gaps
from extractors.relations.cues import CHANGING, Hit, scan
from extractors.relations.families import by_number_alone, concludes, family, of_the_party, passed_after
from extractors.relations.rules import Judge, Lead, Rule, Speaker, rule_of
from extractors.relations.statements import Statement
from extractors.relations.units import Unit
from extractors.titles import title_after

_QUOTE_LIMIT = 420
_IN_PASSING = "aside"  # the joint of an instrument that the sentence only mentions in passing
# " kể từ ngày " between "hết hiệu lực" and the instrument that ends it
_SINCE = re.compile(r"(?:thi hành|pháp luật|toàn bộ|một phần)?\s*,?\s*(?:kể )?(?:từ|khi|kể từ)\b.{0,30}$")
# "Xét đề nghị … tại Công văn A về việc … | và để | thực hiện Nghị quyết B": the aim is the document's own
_AND_TO = re.compile(r"\bvà (?:để|nhằm)(?: tiếp tục| kịp thời)?\s*$")
_COMES_INTO_FORCE = re.compile(r".{0,80}?\bcó hiệu lực")
_ASIDE = re.compile(r"\s*[,.)]")
_FIRST_WORD = re.compile(r"\w+")
# a request is made in a proposal, not in the report that examines it; a report and a proposal are not carried out
_NOT_DONE: dict[RelationType, tuple[str, ...]] = {"AT_REQUEST_OF": ("BC",), "IMPLEMENTS": ("BC", "TTr")}
_ON_WHAT_EXISTS = CHANGING | {"GUIDES"}
_DEEDS = CHANGING - {"CORRECTS", "CONSOLIDATES"}
# "Thông tư số 12/2024/TT-… có căn cứ ban hành như sau:": a consolidated text prints the bases of what amended it
_ITS_BASES = re.compile(r"\bcó (?:các )?căn cứ (?:ban hành|pháp lý)\b[^;.:]{0,30}:")


@dataclass(slots=True)
class _Node:
    atom: Citation
    rule: Rule | None
    joint: str


@dataclass(slots=True)
class Reading:
    """One sentence being read; ``said`` collects the statements, ``root`` is the document's verb at work.

    ``clause`` holds the instruments that a verb after them would have as subject, also from the list items before.
    """

    low: str
    unit: Unit
    speaker: Speaker
    lead: Lead | None = None
    clause: list[Citation] = field(default_factory=list)
    said: list[Statement] = field(default_factory=list)
    root: Rule | None = None
    _path: list[_Node] = field(default_factory=list)

    @property
    def _judge(self) -> Judge:
        return Judge(self.low, self.unit, self.speaker)

    def read(self) -> Lead | None:
        """Reads all citations of the sentence; returns what its end leads into."""
        at, outer = self.unit.span.start, None
        for atom in self.unit.citations:
            if outer and atom.span in outer.span:
                self._inner(outer, atom)
                continue
            if outer is None:
                self._first(atom, at)
            elif not self._is_defined(atom):
                self._next(atom, outer.span.end)
            outer, at = atom, atom.span.end
        if outer:
            self._end_force(at, self.unit.span.end)
        return self._judge.lead(at, self.unit.span.end, self._subject(outer))

    def _subject(self, last: Citation | None) -> Citation | None:
        """The subject of a passive that leads into a list: of a consolidated text always the text's own instrument."""
        return self.clause[0] if last and self.clause and self.speaker.consolidates else last

    def rule_at_end(self) -> Rule | None:
        """The document's rule for something that stands at the unit's end (a footnote's mark)."""
        self.read()
        end, cited = self.unit.span.end, self.unit.citations
        after = self.low[cited[-1].span.end : end] if cited else None
        if after is not None and (gaps.only_joins(after) or gaps.joins(after)):
            return self.root
        return self._judge.root(self.unit.span.start, end)

    # -- one instrument after the other ----------------------------------------------------------------------------

    def _first(self, atom: Citation, start: int) -> None:
        end = atom.span.start
        bare = gaps.only_joins(self.low[start:end]) and not scan(self.low, start, end)
        if bare and self.lead:
            self._led(atom, self.lead)
            return
        if bare and self.speaker.consolidates and atom.target.type != "VBHN":
            self.root = Rule("CONSOLIDATES", atom.span)
        else:
            cut = gaps.clause_start(self.low, start, end) or start
            self.root = self._judge.root(cut, end) or (self._judge.request(start, end) if cut > start else None)
        self._top(atom, self.root, "")

    def _led(self, atom: Citation, lead: Lead) -> None:
        """The first instrument of a list item takes the verb of the words that lead into the list."""
        if lead.governor is None:
            self.root = lead.rule
            self._top(atom, lead.rule, "")
            return
        self._path = [_Node(lead.governor, None, "")]
        self._push(atom, lead.rule, "")
        if self.speaker.consolidates:
            self._emit(self.speaker.id, atom.target.id, "CONSOLIDATES", atom.span, atom)

    def _is_defined(self, atom: Citation) -> bool:
        """Whether "(sau đây gọi tắt là Nghị định số …)" only names again what stands before; its title has ended."""
        k = next((k for k, n in enumerate(self._path) if n.atom.target.id == atom.target.id), None)
        if k is None or not gaps.defines(self.low[self.unit.span.start : atom.span.start]):
            return False
        del self._path[k + 1 :]
        return True

    def _next(self, atom: Citation, start: int) -> None:
        end = atom.span.start
        words = self.low[start:end]
        self._close_brackets(start, words)
        if _ITS_BASES.search(words) and self._path:
            self.speaker = replace(self.speaker, id=self._path[0].atom.target.id, consolidates=False)
        cut = gaps.clause_start(self.low, start, end)
        if cut is not None and self._goes_on(cut, end):
            cut = None
        if cut is not None:
            self._end_force(start, cut)
            self._new_clause(atom, cut)
            return
        hits = scan(self.low, start, end)
        opening = next((h for h in hits if h.kind in ("basis", "request")), None)
        if opening:
            self.root = self._judge.root(opening.start, end)
            self._top(atom, self.root, "")
        elif hits and not (gaps.joins(words) and self._past(hits[-1], end)):
            self._governed(atom, start, hits)
        else:
            self._unmarked(atom, words)

    def _goes_on(self, cut: int, end: int) -> bool:
        """Whether a clause goes on with the title before.

        "Luật A; được sửa đổi, bổ sung bởi Luật B": a passive has no subject of its own. "Căn cứ Nghị định A về …; quy
        định chi tiết Luật B": in a preamble the document does nothing yet.
        """
        first = next(iter(scan(self.low, cut, end)), None)
        if first is None:
            return False
        words = self.low[cut : first.start]
        if words.strip():  # a title of several members, then "(được sửa đổi, bổ sung tại Thông tư B"
            return first.kind == "passive" and words.endswith("(")
        titled = self.root is not None and self.root.type == "BASED_ON" and self.unit.text[first.start].islower()
        return first.kind == "passive" or (titled and (first.relation == "GUIDES" or first.relation in CHANGING))

    def _inner(self, outer: Citation, atom: Citation) -> None:
        """An instrument named inside another's name: "Luật sửa đổi, bổ sung Luật Bảo vệ bí mật nhà nước"."""
        if atom.target.id == outer.target.id:
            return
        last = self._path[-1].atom if self._path and self._path[-1].atom.span in outer.span else outer
        head = _FIRST_WORD.match(self.low, outer.span.start)
        start = last.span.end if last is not outer else head.end() if head else outer.span.start
        words = self.low[start : atom.span.start]
        hits = scan(self.low, start, atom.span.start)
        if hits:
            self._governed(atom, start, hits)
        elif last is not outer and gaps.joins(words):
            self._beside(atom, gaps.joins(words) or "")
        else:
            self._push(atom, None, "")

    def _new_clause(self, atom: Citation, cut: int) -> None:
        """After a semicolon or at the main clause: an item of the same list, or a clause with words of its own."""
        words = self.low[cut : atom.span.start]
        if not gaps.only_joins(words):
            self.clause = []
        hits = scan(self.low, cut, atom.span.start)
        changing = self.root is not None and self.root.type in CHANGING
        changed_by = self._path[-1].rule if self._path else None
        if changed_by and changed_by.reverse and gaps.only_joins(words) and by_number_alone(atom):
            self._beside(atom, ";")  # "được sửa đổi theo Luật số A; Luật số B và Luật số C"
        elif changing and hits and all(h.kind in ("enclosed", "mention") for h in hits):
            self._top(atom, self.root, ";")  # "; số thứ tự 01 Danh mục ban hành kèm theo Quyết định B"
        elif hits:
            self.root = self._judge.root(cut, atom.span.start)
            self._top(atom, self.root, ";")
        elif gaps.only_joins(words) or (self.root and self.root.type == "IMPLEMENTS" and gaps.reaches(words)):
            self._top(atom, self.root, ";")
        else:
            self._top(atom, None, ";")

    def _past(self, hit: Hit, end: int) -> bool:
        """Whether the last cue lies in a title that ends before a conjunction: "về việc thực hiện … và Luật B"."""
        return not gaps.reaches_title(self.low[hit.end : end], changing=hit.relation in CHANGING)

    def _governed(self, atom: Citation, start: int, hits: tuple[Hit, ...]) -> None:
        """Words with a cue stand between: the one before governs, unless they open a verb of the document's own."""
        last, end = hits[-1], atom.span.start
        verb = next((h for h in reversed(hits) if h.kind not in ("enclosed", "mention")), last)
        before = self.low[start : verb.start]
        joined = verb.kind == "active" and gaps.verb_joins(before)
        aim = verb.relation == "IMPLEMENTS" and len(self._path) == 1 and _AND_TO.search(before) is not None
        if aim or (joined and self._own_again(verb, before)):
            self.root = self._judge.root(verb.start, end)
            self._top(atom, self.root, ",")
        elif last.kind == "mention" and _ASIDE.match(self.low[start : last.start]):
            self._top(atom, None, ",")
        elif last.kind == "after" and self._ends_it(last, atom):
            self._push(atom, rule_of(last, reverse=True), "", level=1)
        else:
            level = len(self._path) - 1 if joined and len(self._path) > 1 else None
            self._under(atom, self._judge.nested(hits, start, end), last, level)

    def _own_again(self, hit: Hit, before: str) -> bool:
        """Whether a verb after a conjunction is the document's own, as the first one was."""
        if len(self._path) > 1:
            return False
        if hit.relation == "IMPLEMENTS":
            return not gaps.opens_title(before)
        return hit.relation in CHANGING and self.root is not None and self.root.type in CHANGING

    def _under(self, atom: Citation, rule: Rule | None, hit: Hit, level: int | None) -> None:
        """Puts an instrument under its governor, where the pair can be so related."""
        governor = self._path[-1].atom if self._path else None
        if rule and governor and not rule.reverse:
            if rule.type in _DEEDS and family(governor) == "paper":
                rule = None  # a proposal "về việc bãi bỏ Quyết định" only asks for it
            elif rule.type == "ATTACHED_TO" and family(governor) == "paper":
                rule = rule_of(hit, reverse=True)  # a letter encloses; a plan is enclosed
            elif rule.type == "GUIDES" and family(governor) == family(atom) and family(atom) != "law":
                self._beside(atom, "và")  # like does not guide like: the title before has ended
                return
        if rule is None:
            self._mentioned(atom)
            return
        if rule.reverse and rule.type in CHANGING:
            level = self._subject_level(atom)
        self._push(atom, rule, "", level=level)

    def _ends_it(self, hit: Hit, atom: Citation) -> bool:
        """ "A hết hiệu lực kể từ ngày B có hiệu lực": B ends A."""
        since = _SINCE.match(self.low[hit.end : atom.span.start])
        return bool(since and _COMES_INTO_FORCE.match(self.low[atom.span.end : self.unit.span.end]))

    def _unmarked(self, atom: Citation, words: str) -> None:
        """No cue between two instruments: beside, the decision of a programme, inside a title, or aside."""
        joint = gaps.joins(words)
        if joint or gaps.only_joins(words):
            if gaps.closes_title(words) and len(self._path) > 1:
                self._path.pop()
            self._beside(atom, joint or "")
        elif gaps.links(words) and self._path and self._path[-1].atom.kind == "programme":
            self._push(atom, self._path[-1].rule, "", level=len(self._path) - 1)
        elif self.root and self.root.type == "AT_REQUEST_OF" and gaps.another_asks(words):
            self._top(atom, self.root, "và")
        else:
            self._mentioned(atom)

    def _mentioned(self, atom: Citation) -> None:
        """An instrument without a cue: the title that it stands in mentions it, else the document does."""
        for level in range(len(self._path), 0, -1):
            title = title_after(self.unit.text, self._path[level - 1].atom.span.end)
            if title and title[0] <= atom.span.start < title[1]:
                self._push(atom, None, "", level=level)
                return
        self._top(atom, None, _IN_PASSING)

    # -- places in the tree ----------------------------------------------------------------------------------------

    def _top(self, atom: Citation, rule: Rule | None, joint: str) -> None:
        """An instrument of the document's own level."""
        self._path = [_Node(atom, rule, joint)]
        self.clause.append(atom)
        if rule and atom.target.type in _NOT_DONE.get(rule.type, ()) and (joint or rule.type == "IMPLEMENTS"):
            rule = None
        if rule is None or self.unit.quoted or self._is_its_own(rule, atom):
            self._emit(self.speaker.id, atom.target.id, "CITES", atom.span, atom)
            return
        ends = (atom.target.id, self.speaker.id) if rule.reverse else (self.speaker.id, atom.target.id)
        part = rule.partial or bool(atom.pinpoint)
        self._emit(*ends, rule.type, self._quote(rule.span.start, rule, atom), atom, partial=part)

    def _is_its_own(self, rule: Rule, atom: Citation) -> bool:
        """The decision in an attachment's head is the document itself when that shows no number of its own.

        A number left open there is a form's: "(Kèm theo Quyết định số …/QĐ-UBND ngày …/…/… của UBND tỉnh …)".
        """
        attached = rule.type == "ATTACHED_TO" and self.speaker.main is not None
        return attached and (self.speaker.main == "" or atom.target.number is None)

    def _push(self, atom: Citation, rule: Rule | None, joint: str, level: int | None = None) -> None:
        """Puts an instrument under the governor at ``level`` - 1 (default: the last); level 0 is the document's own."""
        level = len(self._path) if level is None else level
        if level == 0:
            self._top(atom, rule, joint)
            return
        del self._path[level:]
        governor = self._path[-1].atom
        self._path.append(_Node(atom, rule, joint))
        if rule is None or (rule.type in _ON_WHAT_EXISTS and not rule.reverse and passed_after(atom, governor)):
            self._emit(governor.target.id, atom.target.id, "CITES", atom.span, atom)
            return
        kind: RelationType = "CONCLUDES_UNDER" if rule.type == "IMPLEMENTS" and concludes(governor) else rule.type
        a, b = (atom, governor) if rule.reverse else (governor, atom)
        span = self._quote(min(governor.span.start, atom.span.start), rule, atom)
        self._emit(a.target.id, b.target.id, kind, span, atom, partial=rule.partial)

    def _beside(self, atom: Citation, joint: str) -> None:
        """Coordination: the deepest level where the instrument fits; a list by commas goes on by commas, and its
        last "và" ends it."""
        levels = [k for k in range(len(self._path) - 1, -1, -1) if self._fits(k, atom)]
        level = levels[0] if levels else 0
        listed = next((k for k in reversed(levels) if self._path[k].joint == ","), None)
        if joint in (",", "và") and listed is not None:
            level = listed
        rule = self._path[level].rule if self._path and level else self.root
        if not level and self._path and self._path[0].joint == _IN_PASSING:
            rule, joint = None, _IN_PASSING
        self._push(atom, rule, joint, level=level)

    def _fits(self, level: int, atom: Citation) -> bool:
        """Whether an instrument can stand beside the one at a level: only like is amended, and guided, with like.

        A list names no instrument twice: one that it has already is named again inside the last one's title.
        """
        node = self._path[level]
        if level == 0:
            return len(self._path) == 1 or all(a.target.id != atom.target.id for a in self.clause)
        if any(n.atom.target.id == atom.target.id for n in self._path):
            return False
        if node.rule is None or node.rule.type in CHANGING:
            return family(node.atom) == family(atom)
        if node.rule.type == "IMPLEMENTS" and concludes(self._path[level - 1].atom):
            return of_the_party(atom)
        if node.rule.type == "GUIDES":
            decree = family(atom) == "NĐ" and family(self._path[level - 1].atom) == "TT"  # a circular guides both
            return decree or family(atom) in ("law", "party") or family(atom) == family(node.atom)
        return family(atom) != "paper"

    def _subject_level(self, atom: Citation) -> int:
        """The subject of "được sửa đổi bởi B": the nearest instrument of B's kind, else the last one."""
        kind = family(atom)
        for k in range(len(self._path) - 1, -1, -1):
            if family(self._path[k].atom) == kind:
                return k + 1
        return len(self._path)

    def _close_brackets(self, start: int, words: str) -> None:
        """A closed bracket takes with it what was nested inside."""
        if ")" not in words:
            return
        opened = self.low.rfind("(", self.unit.span.start, start)
        if opened >= 0 and ")" not in self.low[opened:start]:
            self._path = [n for n in self._path if n.atom.span.start < opened] or self._path

    def _end_force(self, start: int, end: int) -> None:
        """ "X … hết hiệu lực": words after the instruments of a clause end their force."""
        hit = self._judge.ended(start, end) if self.root is None and self.clause else None
        if hit:
            for atom in self.clause:
                span = Span(atom.span.start, hit.end) if hit.end - atom.span.start <= _QUOTE_LIMIT else atom.span
                self._emit(self.speaker.id, atom.target.id, hit.relation, span, atom)

    # -- statements --------------------------------------------------------------------------------------------------

    def _quote(self, start: int, rule: Rule, atom: Citation) -> Span:
        """The words from the cue (or governor) to the instrument, in one paragraph and not too long; else the name."""
        for begin in (start, rule.span.start):
            if self.unit.span.start <= begin < atom.span.end <= begin + _QUOTE_LIMIT:
                return Span(begin, atom.span.end)
        return atom.span

    def _emit(self, a: str, b: str, kind: RelationType, span: Span, atom: Citation, *, partial: bool = False) -> None:
        self.said.append(Statement(a, b, kind, span, atom, partial))
