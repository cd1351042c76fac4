"""What a cue does at its place: the document's own deed, the deed of an instrument, or a mere mention."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.document import Span
from extractors.findings import Citation, RelationType
from extractors.relations import gaps
from extractors.relations.cues import CHANGING, Hit, scan
from extractors.relations.units import PLAIN, Unit

_OPENING_REACH = 300
_OBJECT_REACH = 90
# "Quyết định này thay thế" | "Thủ tướng Chính phủ ban hành Quyết định bãi bỏ": the document speaks of itself
_ITSELF = re.compile(
    r"\b(?:(?:luật|bộ luật|nghị định|thông tư(?: liên tịch)?|nghị quyết|quyết định|chỉ thị|kế hoạch|quy chế|"
    r"quy định|văn bản|pháp lệnh|hướng dẫn|chương trình|công văn)(?: hợp nhất)? này\b|"
    r"ban hành (?:luật|nghị định|thông tư(?: liên tịch)?|nghị quyết|quyết định|pháp lệnh|kế hoạch|chỉ thị)\s*$|"
    r"quyết nghị\s*:?\s*$)"
)
# "Điều 1. " | ": " | "và " before an enacting verb
_CLAUSE_OPENS = re.compile(r"(?:^|[:;.]|\bvà\b)[\s*\"“]*(?:đồng thời,?\s*|nay\s*)?$")
_HEADING_VERB = 24
# the noun before "bị bãi bỏ" in a title: what ends is no instrument, or an instrument's list
_ENDED_NOUN = re.compile(
    r"\b(?:văn bản|quy phạm pháp luật|thủ tục(?: hành chính)?|danh mục|"
    r"mới,?|bổ sung,?|thay thế,?|hoặc(?: một phần)?)\s*$"
)
_ENDED_TAIL = re.compile(r"\s*(?:thi hành|pháp luật|toàn bộ|một phần|kể từ|từ|khi|theo|vì|do|$|[.;,])")
_CLOSE = 12
_ARTICLE_LEVELS = (2, 3, 5, PLAIN)  # Điều, khoản, điểm, a paragraph without mark; a bullet is a task
_WORD = re.compile(r"\w")
# ", " | " và ", at the end: the cue goes on from a cited instrument
_JOINS = re.compile(r"(?:,|\bvà)\s*$")
_BELOW = re.compile(r"\bsau\b")
_REPORT = re.compile(r"(?:báo cáo|ý kiến) (?:kết quả )?thẩm (?:định|tra)")
# "Nghị định A và các biểu mẫu ban hành kèm theo Thông tư B": the forms are what is enclosed
_FORMS = re.compile(r"\bvà\b|\b(?:biểu )?mẫu\b|\bphụ lục\b")
_AUTHORITY = re.compile(r"\b(?:thẩm quyền|quyền hạn)\b")


@dataclass(frozen=True, slots=True)
class Rule:
    """A cue at work: the relation that it gives to what follows; ``reverse`` when the later one acts on the earlier."""

    type: RelationType
    span: Span
    reverse: bool = False
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: its id, whether its words enact, consolidate or conclude, and whether this is its title.

    ``main`` is the number of the document that an attachment belongs to ("": it has none), null in the document itself.
    """

    id: str
    enacts: bool = False
    concludes: bool = False
    consolidates: bool = False
    titled: bool = False
    main: str | None = None


@dataclass(frozen=True, slots=True)
class Lead:
    """What leads into a list: the rule for its items, and the citation that governs them unless the document does."""

    rule: Rule
    governor: Citation | None = None


def rule_of(hit: Hit, *, reverse: bool = False, partial: bool = False) -> Rule:
    """The rule that a cue gives by itself."""
    return Rule(hit.relation, Span(hit.start, hit.end), reverse, partial)


def _changed(hit: Hit, rest: str) -> Rule:
    """A part that is replaced is an amendment of the whole; a part that is taken out stays a (partial) repeal."""
    part = gaps.partial(rest)
    kind: RelationType = "AMENDS" if hit.relation == "REPLACES" and part else hit.relation
    return Rule(kind, Span(hit.start, hit.end), partial=part)


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges the cues of one sentence; offsets are the document's, ``low`` is its text in lower case."""

    low: str
    unit: Unit
    speaker: Speaker

    # -- the document's own deed ---------------------------------------------------------------------------------------

    def root(self, start: int, end: int) -> Rule | None:
        """What the words in a range say that the document does to the instrument at ``end``; null: it mentions it."""
        hits = scan(self.low, start, end)
        for i in range(len(hits) - 1, -1, -1):
            hit, rest = hits[i], self.low[hits[i].end : end]
            if hit.kind in ("basis", "request"):
                return self._opening(hit, rest)
            if hit.kind == "enclosed" and i == 0:
                return self._enclosed(hit, rest)
            if hit.kind == "enclosed" and hits[0].kind == "basis" and gaps.only_joins(rest):
                return self._opening(hits[0], rest)  # "Căn cứ Quy chế thực hiện … ban hành kèm theo Quyết định số 5"
            if hit.kind == "enclosed" or (i and self._passed_over(hits, i, start)):
                continue
            if hit.kind == "issue":  # "Điều 1. Phê duyệt Đề án số 15/ĐA-SNV"
                return rule_of(hit) if gaps.only_joins(rest) and self._itself(hit) else None
            return self._own_verb(hits, i, start, rest) if hit.kind == "active" else None
        return None

    def request(self, start: int, end: int) -> Rule | None:
        """The request that the words open, where the bodies that make it look like a main clause."""
        rule = self.root(start, end)
        return rule if rule and rule.type == "AT_REQUEST_OF" else None

    def _passed_over(self, hits: tuple[Hit, ...], i: int, start: int) -> bool:
        """Whether an earlier verb reaches over this cue: "sửa đổi mức thu quy định tại", "các văn bản hướng dẫn"."""
        hit = hits[i]
        if hit.kind == "mention":
            return hits[i - 1].relation in CHANGING
        described = hit.kind == "active" and hit.relation != "IMPLEMENTS"
        return described and gaps.unnamed(self.low[start : hit.start], papers=True)

    def _opening(self, hit: Hit, rest: str) -> Rule | None:
        if len(rest) > _OPENING_REACH or (hit.kind == "request" and _REPORT.search(rest)):
            return None
        return rule_of(hit) if hit.kind == "request" or self._opens(hit) else None

    def _opens(self, hit: Hit) -> bool:
        """Whether "căn cứ" opens a clause: "Hằng năm, căn cứ Luật …" and "các sở căn cứ …" bind others to it."""
        before = self.low[self.unit.span.start : hit.start]
        if not _WORD.search(before) or before.rstrip()[-1:] in (";", ":", "."):
            return True
        if self.unit.text[hit.start].isupper() and before.rstrip()[-1:] not in (",", ""):
            return True  # a preamble that the file runs on in one line
        cited = any(c.span.end <= hit.start for c in self.unit.citations)
        return cited and _JOINS.search(before) is not None

    def _enclosed(self, hit: Hit, rest: str) -> Rule | None:
        """ "(Ban hành kèm theo Quyết định số …)" under a title; an attachment's own decision is the document itself."""
        return rule_of(hit) if self.in_title and gaps.only_joins(rest) else None

    def _own_verb(self, hits: tuple[Hit, ...], i: int, start: int, rest: str) -> Rule | None:
        hit = hits[i]
        if hit.relation == "IMPLEMENTS":
            return self._own_carrying_out(hits, i, start, rest)
        reached = gaps.changes(rest) if hit.relation in CHANGING else gaps.reaches(rest) or len(rest) < _OBJECT_REACH
        if not reached or not self._itself(hit):
            return None
        return _changed(hit, rest) if hit.relation in CHANGING else rule_of(hit)

    def _own_carrying_out(self, hits: tuple[Hit, ...], i: int, start: int, rest: str) -> Rule | None:
        hit, before = hits[i], self.low[start : hits[i].start]
        guided = next((h for h in hits[:i] if h.relation == "GUIDES"), None)
        if guided and self.speaker.enacts and self._itself(guided):
            return rule_of(guided)
        if self._only_named(hits, i, before) or not gaps.reaches(rest):
            return None
        if self.speaker.enacts and (_AUTHORITY.search(rest) or gaps.pinpoints(rest)):
            return None
        if gaps.unnamed(before, papers=False) and not self._itself(hit):
            return None
        if self.speaker.concludes and self.in_title:
            return Rule("CONCLUDES_UNDER", Span(hit.start, hit.end))
        return rule_of(hit)

    def _only_named(self, hits: tuple[Hit, ...], i: int, before: str) -> bool:
        """Whether the carrying out is inspected, named as a noun, or of a plan that is itself being changed."""
        if i and hits[i - 1].relation in CHANGING and gaps.only_joins(self.low[hits[i - 1].end : hits[i].start]):
            return True  # "điều chỉnh kế hoạch triển khai Chương trình"
        return gaps.inspects(self.low[self.unit.span.start : hits[i].start]) or gaps.nominal(before)

    @property
    def in_title(self) -> bool:
        """Whether the sentence is the document's (or attachment's) title."""
        return self.speaker.titled or self.unit.paragraph.kind == "title"

    def _itself(self, hit: Hit) -> bool:
        """Whether the document is the subject: its title, "Quyết định này …", or an enacting clause's first word."""
        before = self.low[self.unit.span.start : hit.start]
        if _ITSELF.search(before):
            return True
        if not self.speaker.enacts and hit.relation != "CORRECTS":
            return False  # a letter corrects an instrument, it does not change one
        if self.in_title or (self.unit.heading and self.unit.level == 2 and len(before) < _HEADING_VERB):
            return True
        return bool(_CLAUSE_OPENS.search(before)) and (self.unit.level in _ARTICLE_LEVELS or hit.relation != "AMENDS")

    # -- the deed of a cited instrument --------------------------------------------------------------------------------

    def nested(self, hits: tuple[Hit, ...], start: int, end: int) -> Rule | None:
        """What the words between an instrument and the next (from ``start`` to ``end``) make of the pair."""
        for i in range(len(hits) - 1, -1, -1):
            hit, rest = hits[i], self.low[hits[i].end : end]
            if hit.kind == "passive":
                return rule_of(hit, reverse=True) if gaps.only_joins(rest) or gaps.changes(rest) else None
            if hit.kind == "enclosed" and i == 0:
                own = gaps.only_joins(rest) and not _FORMS.search(self.low, start, hit.start)
                return rule_of(hit) if own else None
            if hit.kind == "enclosed" and hits[0].relation == "GUIDES" and gaps.only_joins(rest):
                return rule_of(hits[0])  # "hướng dẫn Quy chế … ban hành kèm theo Quyết định B"
            if hit.kind == "enclosed" or (hit.kind == "mention" and i and hits[i - 1].relation in CHANGING):
                continue
            if hit.kind == "issue":
                return rule_of(hit) if gaps.only_joins(rest) else None
            return self._nested_verb(hits, i, start, rest) if hit.kind == "active" else None
        return None

    def _nested_verb(self, hits: tuple[Hit, ...], i: int, start: int, rest: str) -> Rule | None:
        hit, before = hits[i], self.low[start : hits[i].start]
        if hit.relation == "IMPLEMENTS":
            guide = next((h for h in hits[:i] if h.relation == "GUIDES"), None)
            if guide and not gaps.opens_title(self.low[guide.end : hit.start]):
                return rule_of(guide)
            return None if gaps.nominal(before) or not gaps.reaches(rest) else rule_of(hit)
        if gaps.unnamed(before, papers=True):
            return None
        if hit.relation in CHANGING:
            return _changed(hit, rest) if gaps.changes(rest) else None
        return rule_of(hit) if gaps.reaches(rest) or len(rest) < _OBJECT_REACH else None

    # -- words after the instruments -----------------------------------------------------------------------------------

    def ended(self, start: int, end: int) -> Hit | None:
        """The cue after an instrument that says that the document ends its force: "Quyết định số … hết hiệu lực"."""
        if not self.speaker.enacts:
            return None
        for hit in scan(self.low, start, end):
            between = self.low[start : hit.start]
            if (
                (hit.kind != "after" and hit.relation != "SUSPENDS")
                or _ENDED_NOUN.search(between)
                or _ITSELF.search(between)
            ):
                continue
            near = "hiệu lực" in self.low[hit.start : hit.end] or len(between) < _CLOSE
            if near and _ENDED_TAIL.match(self.low[hit.end : end]):
                return hit
        return None

    def lead(self, start: int, end: int, last: Citation | None) -> Lead | None:
        """What a heading, or a sentence that ends in a colon, leads into; ``last`` is the sentence's last citation."""
        words = self.low[start:end]
        colon = words.rstrip(' *“"').endswith(":")
        if not colon and not self.unit.heading and self.unit.level != 2:
            return None
        hits = scan(self.low, start, end)
        if last and hits and colon and hits[-1].kind == "passive":
            return Lead(rule_of(hits[-1], reverse=True), last)
        if last and not (colon and gaps.joins(words)):
            return None
        for hit in reversed(hits):
            if hit.kind == "after" and self.speaker.enacts and _BELOW.search(self.low, self.unit.span.start, hit.start):
                return Lead(rule_of(hit))
            if hit.kind in ("basis", "active", "request"):
                return self._verb_leads(hit, end, colon=colon)
        return None

    def _verb_leads(self, hit: Hit, end: int, *, colon: bool) -> Lead | None:
        rule = self.root(self.unit.span.start, end)
        if rule is None:
            return None
        if not colon and rule.type in CHANGING and hit.start - self.unit.span.start > _HEADING_VERB:
            return None
        return Lead(rule) if colon or rule.type in CHANGING or rule.type == "BASED_ON" else None
