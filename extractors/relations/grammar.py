"""The grammar of a sentence that cites: governors, titles, coordination, left to right.

Citations are atoms. The words before the first tell what the document does to it; the words between two tell whether
the second stands beside the first ("Nghị quyết A và Kế hoạch B"), inside its title ("Kế hoạch A thực hiện Nghị quyết
B"), or opens a clause of its own. A semicolon closes all that is nested, a bracket what was opened in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractors.document import Span
from extractors.findings import Citation, RelationType
from extractors.relations import gaps
from extractors.relations.cues import CHANGING, Hit, scan
from extractors.relations.statements import Statement
from extractors.relations.units import Unit

_QUOTE_LIMIT = 420
# "Quyết định này thay thế" | "Thủ tướng Chính phủ ban hành Quyết định bãi bỏ": the document speaks of itself
_ITSELF = re.compile(
    r"\b(?:(?:luật|bộ luật|nghị định|thông tư(?: liên tịch)?|nghị quyết|quyết định|chỉ thị|kế hoạch|quy chế|quy định|văn bản|"
    r"pháp lệnh|hướng dẫn|chương trình|công văn)(?: hợp nhất)? này\b|"
    r"ban hành (?:luật|nghị định|thông tư(?: liên tịch)?|nghị quyết|quyết định|pháp lệnh|kế hoạch|chỉ thị)\s*$|"
    r"quyết nghị\s*:?\s*$)"
)
_CLAUSE_OPENS = re.compile(r"(?:^|[:;.]|\bvà\b)[\s*\"“]*(?:đồng thời,?\s*|nay\s*)?$")
_SINCE = re.compile(r"(?:thi hành|pháp luật|toàn bộ|một phần)?\s*,?\s*(?:kể )?(?:từ|khi|kể từ)\b.{0,30}$")
_ENDED_NOUN = re.compile(r"\b(?:văn bản|quy phạm pháp luật|thủ tục(?: hành chính)?|danh mục|mới,?|bổ sung,?|thay thế,?|hoặc|hoặc một phần)\s*$")
_ENDED_TAIL = re.compile(r"\s*(?:thi hành|pháp luật|toàn bộ|một phần|kể từ|từ|khi|theo|vì|do|$|[.;,])")
_REPORT = re.compile(r"(?:báo cáo|ý kiến) (?:kết quả )?thẩm (?:định|tra)")

_LAWS = ("LUAT", "BL", "PL", "HP")


@dataclass(frozen=True, slots=True)
class Rule:
    """A cue at work: the relation that it gives to what follows; ``reverse`` when the later one acts on the earlier."""

    type: RelationType
    span: Span
    reverse: bool = False
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the id of the document (or attachment), whether its words enact, and whether it is a conclusion."""

    id: str
    enacts: bool
    concludes: bool = False
    titled: bool = False


@dataclass(frozen=True, slots=True)
class Lead:
    """What leads into a list: the rule for its items, and the citation that governs them when it is not the document."""

    rule: Rule
    governor: Citation | None = None


@dataclass(slots=True)
class _Node:
    atom: Citation
    rule: Rule | None
    joint: str


@dataclass(slots=True)
class Reading:
    """One sentence being read; ``said`` collects the statements, ``open`` what may lead into a list after it."""

    low: str
    unit: Unit
    speaker: Speaker
    lead: Lead | None = None
    said: list[Statement] = field(default_factory=list)
    root: Rule | None = None
    path: list[_Node] = field(default_factory=list)
    top: list[Citation] = field(default_factory=list)

    # -- the sentence ------------------------------------------------------------------------------------------------

    def read(self) -> Lead | None:
        """Reads all citations of the sentence; returns what its end leads into."""
        at = self.unit.span.start
        outer: Citation | None = None
        for atom in self.unit.citations:
            if outer and atom.span in outer.span:
                self._inner(outer, atom)
                continue
            if outer is None:
                self._first(atom, at)
            else:
                self._next(atom, outer.span.end)
            outer, at = atom, atom.span.end
        end = self.unit.span.end
        if outer:
            self._tail(at, end)
        return self._open(at, end, outer)

    def rule_at_end(self) -> Rule | None:
        """The document's rule for something that stands at the unit's end (a footnote's mark)."""
        self.read()
        end = self.unit.span.end
        at = self.unit.citations[-1].span.end if self.unit.citations else self.unit.span.start
        if self.unit.citations and (gaps.only_joins(self.low[at:end]) or gaps.joins(self.low[at:end])):
            return self.root
        return self._root(self.unit.span.start, end)

    def _first(self, atom: Citation, start: int) -> None:
        words = self.low[start : atom.span.start]
        hits = scan(self.low, start, atom.span.start)
        if not hits and self.lead and gaps.only_joins(words):
            if self.lead.governor:
                self.path = [_Node(self.lead.governor, None, "")]
                self._push(atom, self.lead.rule, "")
            else:
                self.root = self.lead.rule
                self._top(atom, self.root, "")
            return
        cut = gaps.clause_start(self.low, start, atom.span.start) or start
        self.root = self._root(cut, atom.span.start) or (self._root(start, atom.span.start) if cut > start else None)
        self._top(atom, self.root, "")

    def _next(self, atom: Citation, start: int) -> None:
        end = atom.span.start
        words = self.low[start:end]
        self._close_brackets(start, words)
        cut = gaps.clause_start(self.low, start, end)
        hits = scan(self.low, cut or start, end)
        if cut is not None:
            self._ended(start, cut)
            self._new_clause(atom, cut, hits)
            return
        opening = next((h for h in hits if h.kind in ("basis", "request")), None)
        if opening:
            self.root = self._root(opening.start, end)
            self._top(atom, self.root, "")
        elif hits and not (gaps.joins(words) and self._joined_after(hits[-1], end)):
            self._governed(atom, start, hits)
        elif gaps.joins(words) or gaps.only_joins(words):
            if gaps.closes_title(words) and len(self.path) > 1:
                self.path.pop()
            self._beside(atom, gaps.joins(words) or "")
        elif gaps.links(words) and self.path and self.path[-1].atom.kind == "programme":
            self._push(atom, self.path[-1].rule, "", level=len(self.path) - 1)
        elif self.path and "," not in words[:2]:
            self._push(atom, None, "")
        else:
            self._top(atom, None, "")

    def _inner(self, outer: Citation, atom: Citation) -> None:
        """An instrument named inside another's name: "Luật sửa đổi, bổ sung Luật Bảo vệ bí mật nhà nước"."""
        if atom.target.id == outer.target.id:
            return
        while self.path and self.path[-1].atom is not outer and not self.path[-1].atom.span.overlaps(outer.span):
            self.path.pop()
        last = self.path[-1].atom if self.path else outer
        head = re.compile(r"\w+").match(self.low, outer.span.start)
        start = (head.end() if head else outer.span.start) if last is outer else last.span.end
        hits = scan(self.low, start, atom.span.start)
        if hits:
            self._governed(atom, start, hits)
        elif last is not outer and gaps.joins(self.low[start : atom.span.start]):
            self._beside(atom, gaps.joins(self.low[start : atom.span.start]) or "")
        else:
            self._push(atom, None, "")

    # -- places in the tree --------------------------------------------------------------------------------------------

    def _top(self, atom: Citation, rule: Rule | None, joint: str) -> None:
        self.path = [_Node(atom, rule, joint)]
        self.top.append(atom)
        self._say(atom, rule)

    def _push(self, atom: Citation, rule: Rule | None, joint: str, level: int | None = None) -> None:
        """Puts an instrument under the governor at ``level`` - 1 (default: the last); level 0 is the document's own."""
        level = len(self.path) if level is None else level
        if level == 0:
            self._top(atom, rule, joint)
            return
        del self.path[level:]
        governor = self.path[-1].atom
        self.path.append(_Node(atom, rule, joint))
        if rule is None:
            self._emit(governor.target.id, atom.target.id, "CITES", Span(atom.span.start, atom.span.end), atom)
            return
        kind = rule.type
        if kind == "IMPLEMENTS" and _concludes(governor):
            kind = "CONCLUDES_UNDER"
        a, b = (atom, governor) if rule.reverse else (governor, atom)
        span = self._quote(min(governor.span.start, atom.span.start), rule, atom)
        self._emit(a.target.id, b.target.id, kind, span, atom, rule.partial)

    def _beside(self, atom: Citation, joint: str) -> None:
        """Coordination: the deepest level where the instrument fits; a list by commas goes on by commas."""
        levels = [k for k in range(len(self.path) - 1, -1, -1) if self._fits(k, atom)]
        level = levels[0] if levels else 0
        if joint == ",":
            level = next((k for k in reversed(levels) if self.path[k].joint == ","), level)
        rule = self.path[level].rule if self.path else self.root
        if level == 0:
            rule = self.root
        self._push(atom, rule, joint, level=level)

    def _fits(self, level: int, atom: Citation) -> bool:
        node = self.path[level]
        if level == 0:
            return True
        if any(n.atom.target.id == atom.target.id for n in self.path):
            return False
        if node.rule is None or node.rule.type in CHANGING:
            return _family(node.atom) == _family(atom)
        if node.rule.type == "GUIDES":
            return _family(atom) in ("law", "party") or _family(atom) == _family(node.atom)
        return _family(atom) != "paper"

    def _close_brackets(self, start: int, words: str) -> None:
        """A closed bracket takes with it what was nested inside."""
        if ")" not in words:
            return
        opened = self.low.rfind("(", self.unit.span.start, start)
        if opened >= 0 and ")" not in self.low[opened:start]:
            keep = [n for n in self.path if n.atom.span.start < opened]
            if keep:
                self.path = keep

    # -- clauses -----------------------------------------------------------------------------------------------------

    def _new_clause(self, atom: Citation, cut: int, hits: tuple[Hit, ...]) -> None:
        """After a semicolon or at the main clause: an item of the same list, or a clause with words of its own."""
        words = self.low[cut : atom.span.start]
        if hits:
            self.root = self._root(cut, atom.span.start)
            self._top(atom, self.root, ";")
        elif gaps.only_joins(words) or (self.root and self.root.type == "IMPLEMENTS" and gaps.reaches(words)):
            self._top(atom, self.root, ";")
        else:
            self._top(atom, None, ";")

    def _joined_after(self, hit: Hit, end: int) -> bool:
        """Whether the last cue lies in a title that ends before a conjunction: "về việc thực hiện … và Luật B"."""
        words = self.low[hit.end : end]
        return gaps.joins(words) is not None and not gaps.reaches(words) and not gaps.changes(words[:80])

    def _governed(self, atom: Citation, start: int, hits: tuple[Hit, ...]) -> None:
        """Words with a cue stand between: the one before governs, unless they open a verb of the document's own."""
        last = hits[-1]
        before = self.low[start : last.start]
        if last.kind == "active" and last.relation == "IMPLEMENTS" and gaps.verb_joins(before) and not gaps.opens_title(before):
            self.root = self._root(last.start, atom.span.start)
            self._top(atom, self.root, ",")
            return
        if last.kind == "mention" and re.match(r"\s*[,.)]", before):
            self._top(atom, None, ",")
            return
        since = _SINCE.match(self.low[last.end : atom.span.start]) if last.kind == "after" else None
        if since and re.match(r".{0,80}?\bcó hiệu lực", self.low[atom.span.end : self.unit.span.end]):
            self._push(atom, Rule(last.relation, Span(last.start, last.end), reverse=True), "", level=1)
            return
        self._push(atom, self._nested(hits, start, atom.span.start), "")

    # -- cues --------------------------------------------------------------------------------------------------------

    def _nested(self, hits: tuple[Hit, ...], start: int, end: int) -> Rule | None:
        """What the words between an instrument and the next make of the pair."""
        for i in range(len(hits) - 1, -1, -1):
            hit = hits[i]
            rest = self.low[hit.end : end]
            span = Span(hit.start, hit.end)
            guide = next((h for h in hits[:i] if h.relation == "GUIDES"), None)
            if hit.kind == "passive":
                return Rule(hit.relation, span, reverse=True) if gaps.only_joins(rest) or gaps.changes(rest) else None
            if hit.kind == "enclosed":
                if i == 0:
                    return Rule("ATTACHED_TO", span) if gaps.only_joins(rest) else None
                continue
            if hit.kind == "mention":
                if i and hits[i - 1].relation in CHANGING:
                    continue
                return None
            if hit.kind == "issue":
                return Rule(hit.relation, span) if gaps.only_joins(rest) else None
            if hit.kind != "active":
                return None
            if hit.relation == "IMPLEMENTS":
                if guide and not gaps.opens_title(self.low[guide.end : hit.start]):
                    return Rule("GUIDES", Span(guide.start, guide.end))
                if gaps.nominal(self.low[start : hit.start]) or not gaps.reaches(rest):
                    return None
                return Rule("IMPLEMENTS", span)
            if gaps.unnamed(self.low[start : hit.start], papers=True):
                return None
            if hit.relation in CHANGING:
                return self._change(hit, rest) if gaps.changes(rest) else None
            return Rule(hit.relation, span) if gaps.reaches(rest) or len(rest) < 90 else None
        return None

    def _root(self, start: int, end: int) -> Rule | None:
        """What the words before an instrument say that the document does to it; null: it only mentions it."""
        hits = scan(self.low, start, end)
        for i in range(len(hits) - 1, -1, -1):
            hit = hits[i]
            rest = self.low[hit.end : end]
            if hit.kind in ("basis", "request"):
                return self._opening(hit, rest)
            if hit.kind == "enclosed":
                if i == 0 and self._in_title() and gaps.only_joins(rest):
                    return Rule("ATTACHED_TO", Span(hit.start, hit.end))
                continue
            if hit.kind == "mention" and i and hits[i - 1].relation in CHANGING:
                continue
            if i and hit.kind == "active" and hit.relation != "IMPLEMENTS" and gaps.unnamed(self.low[start : hit.start], papers=True):
                continue
            if hit.kind == "active":
                return self._own_verb(hits, i, start, rest)
            return None
        return None

    def _opening(self, hit: Hit, rest: str) -> Rule | None:
        if len(rest) > 300:
            return None
        if hit.kind == "request" and _REPORT.search(rest):
            return None
        return Rule(hit.relation, Span(hit.start, hit.end))

    def _own_verb(self, hits: tuple[Hit, ...], i: int, start: int, rest: str) -> Rule | None:
        """An active verb before the first instrument: is it the document's own deed?"""
        hit = hits[i]
        span = Span(hit.start, hit.end)
        sentence = self.low[self.unit.span.start : hit.start]
        if hit.relation == "IMPLEMENTS":
            guided = next((h for h in hits[:i] if h.relation == "GUIDES"), None)
            if guided and self.speaker.enacts and self._itself(guided, sentence[: guided.start - self.unit.span.start]):
                return Rule("GUIDES", Span(guided.start, guided.end))
            if gaps.nominal(self.low[start : hit.start]) or not gaps.reaches(rest):
                return None
            if gaps.unnamed(self.low[start : hit.start], papers=False) and not self._itself(hit, sentence):
                return None
            if self.speaker.concludes and self._in_title():
                return Rule("CONCLUDES_UNDER", span)
            return Rule("IMPLEMENTS", span)
        if not (gaps.changes(rest) if hit.relation in CHANGING else gaps.reaches(rest) or len(rest) < 90):
            return None
        if not self._itself(hit, sentence):
            return None
        return self._change(hit, rest) if hit.relation in CHANGING else Rule(hit.relation, span)

    def _in_title(self) -> bool:
        return self.speaker.titled or self.unit.paragraph.kind == "title"

    def _itself(self, hit: Hit, sentence: str) -> bool:
        """Whether the document itself is the subject: its title, "Quyết định này …", or an enacting clause's first word."""
        if _ITSELF.search(sentence):
            return True
        if not self.speaker.enacts:
            return False
        if self._in_title() or (self.unit.heading and self.unit.level == 2):
            return True
        return bool(_CLAUSE_OPENS.search(sentence)) and (self.unit.level in (2, 3, 5) or hit.relation != "AMENDS")

    def _change(self, hit: Hit, rest: str) -> Rule:
        """A part that is replaced is an amendment of the whole; a part that is taken out stays a (partial) repeal."""
        part = gaps.partial(rest)
        kind: RelationType = "AMENDS" if hit.relation == "REPLACES" and part else hit.relation
        return Rule(kind, Span(hit.start, hit.end), partial=part)

    def _ended(self, start: int, end: int) -> None:
        """ "X … hết hiệu lực": words after the instruments of a clause end their force."""
        self._tail(start, end)

    def _tail(self, start: int, end: int) -> None:
        if not self.speaker.enacts or self.root is not None or not self.top:
            return
        for hit in scan(self.low, start, end):
            if hit.kind != "after":
                continue
            between = self.low[start : hit.start]
            titled = hit.cue.id in ("ended", "stopped") and "hiệu lực" in self.low[hit.start : hit.end]
            if _ENDED_NOUN.search(between) or not _ENDED_TAIL.match(self.low[hit.end : end]) or _ITSELF.search(between):
                continue
            if titled or len(between) < 12:
                for atom in self.top:
                    self._emit(self.speaker.id, atom.target.id, hit.relation, Span(atom.span.start, hit.end), atom)
                return

    def _open(self, start: int, end: int, last: Citation | None) -> Lead | None:
        """What the end of the sentence leads into, when it ends in a colon or is a heading."""
        words = self.low[start:end]
        colon = words.rstrip(" *“\"").endswith(":")
        if not colon and not self.unit.heading and self.unit.level != 2:
            return None
        hits = scan(self.low, start, end)
        if last and hits and colon and hits[-1].kind == "passive":
            return Lead(Rule(hits[-1].relation, Span(hits[-1].start, hits[-1].end), reverse=True), last)
        if last and not (colon and gaps.joins(words)):
            return None
        for hit in reversed(hits):
            if hit.kind == "after" and self.speaker.enacts and re.search(r"\bsau\b", self.low[self.unit.span.start : hit.start]):
                return Lead(Rule(hit.relation, Span(hit.start, hit.end)))
            if hit.kind in ("basis", "active", "request"):
                rule = self._root(self.unit.span.start, end)
                fits = rule and (rule.type in CHANGING or rule.type == "BASED_ON" or colon)
                return Lead(rule) if rule and fits else None
        return None

    # -- statements ----------------------------------------------------------------------------------------------------

    def _say(self, atom: Citation, rule: Rule | None) -> None:
        """A statement of the document about an instrument of its own level."""
        if rule is None or self.unit.quoted:
            self._emit(self.speaker.id, atom.target.id, "CITES", atom.span, atom)
            return
        ends = (atom.target.id, self.speaker.id) if rule.reverse else (self.speaker.id, atom.target.id)
        self._emit(*ends, rule.type, self._quote(rule.span.start, rule, atom), atom, rule.partial or bool(atom.pinpoint))

    def _quote(self, start: int, rule: Rule, atom: Citation) -> Span:
        """The words from the cue (or governor) to the instrument, in one paragraph and not too long; else the name."""
        for begin in (start, rule.span.start):
            if self.unit.span.start <= begin < atom.span.end <= begin + _QUOTE_LIMIT:
                return Span(begin, atom.span.end)
        return atom.span

    def _emit(
        self, a: str, b: str, kind: RelationType, span: Span, atom: Citation, partial: bool = False  # noqa: FBT001, FBT002
    ) -> None:
        self.said.append(Statement(a, b, kind, span, atom, partial))


def _concludes(atom: Citation) -> bool:
    """Whether an instrument is a Party conclusion."""
    number = atom.target.number or ""
    return atom.target.type == "KL" or "-KL/" in number


def _family(atom: Citation) -> str:
    """The family of an instrument: those of one family are amended, and listed, together."""
    kind, number = atom.target.type or "", atom.target.number or ""
    if atom.kind == "law" or kind in _LAWS or re.search(r"/(?:UBTV)?QH\d", number):
        return "law"
    if kind in ("CV", "TTr", "BC", "CĐ", "TB"):
        return "paper"
    return kind or ("party" if atom.kind == "party" else "programme")
