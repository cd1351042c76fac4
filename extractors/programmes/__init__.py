"""Programmes: strategies, master plans, schemes, national programmes named without a number of their own.

A name is a citation when it has a period or is a national programme's; "Kế hoạch … thực hiện Quyết định số …" when the
text orders that plan, which exists already, to be carried out. A plan still to be written is none, nor is the
document's own plan, nor the title of a decision that is cited with it (annotation rules, sections 2 and 7).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate

from extractors.document import Document, Span
from extractors.findings import Citation, Evidence, Header, Instrument, Jurisdiction, text_order
from extractors.fold import norm
from extractors.folded_text import folded_text
from extractors.identity import CENTRAL, instrument_id, scope_of_issuer
from extractors.programmes import words as say
from extractors.programmes.names import RANGE, Name, heads, key, may_be_name, name_at, subject
from extractors.programmes.titles import Title, titles, under

_LONG_TITLE = 10
_MOST_PROGRAMME = ("CL", "CTr", "QH")
_BEFORE = 60
_BLANKS = re.compile(r"\s+")
_DASH = re.compile(r"\s*[-–—]\s*")
# "Chiến lược … | của Bộ Công Thương"
_OWNED = re.compile(r"\s+của\s+([^,;.\n]{3,60})")
# "Quy hoạch … giai đoạn 2021-2030, | tầm nhìn đến năm 2050"
_OUTLOOK = re.compile(r"\s*,?\s*(?:và\s+)?(?:định hướng|tầm nhìn)\b")


def find_programmes(
    document: Document, headers: tuple[Header, ...], citations: tuple[Citation, ...]
) -> tuple[Citation, ...]:
    """The programmes named in a document, in text order.

    ``citations`` are the numbered, law and party ones, in text order. A programme whose number the document prints
    elsewhere gets that instrument's target; its kind stays "programme".
    """
    named = heads(document.text)
    return _Finder(document, headers, citations, named).all() if named else ()


class _Finder:
    """The search in one document: what is known of it, and the steps that build on each other."""

    def __init__(
        self, document: Document, headers: tuple[Header, ...], citations: tuple[Citation, ...], named: list[Span]
    ) -> None:
        self.document, self.text = document, document.text
        self.citations, self.heads = citations, named
        self.numbered = tuple(c for c in citations if c.target.number)
        spans = [c.evidence.span for c in citations]
        self.starts = [span.start for span in spans]
        self.reached = list(accumulate((span.end for span in spans), max))
        self.titles = titles(document, self.numbered, self.heads)
        self.where = headers[0].jurisdiction if headers else Jurisdiction()
        self.own = tuple(norm(h.title) for h in headers if h.title)
        self.skip = tuple(p.span for p in document.paragraphs if p.kind in ("recipients", "signature"))

    def all(self) -> tuple[Citation, ...]:
        """Plans that carry out a cited instrument last, so that a strategy inside their name is known."""
        names = self._names()
        found = self._citations(names) + self._title_mentions(names)
        found.sort(key=lambda c: c.span.start)
        plans = self._plans(found)
        return tuple(sorted([*found, *plans], key=text_order))

    # -- named with a period, or national ------------------------------------------------------------------------------

    def _names(self) -> list[Name]:
        names: list[Name] = []
        for head in self.heads:
            if self._near(head.start) or any(head.start in s for s in self.skip):
                continue
            if names and head.start in names[-1].span and not self._carried_by(names[-1], head):
                continue
            limit = self._limit(head)
            if not may_be_name(self.text, head, limit):
                continue
            name = name_at(self.text, head, limit)
            if self._is_programme(name):
                names.append(name)
        return names

    def _carried_by(self, plan: Name, head: Span) -> bool:
        """ "Kế hoạch thực hiện Chương trình quốc gia …": the programme inside the plan's name is a name of its own."""
        verb = say.carries(self.text, plan.span.start + len(plan.head))
        return verb is not None and verb.end() == head.start

    def _near(self, at: int) -> bool:
        """Whether a citation stands at an offset."""
        before = bisect_right(self.starts, at)
        return before > 0 and self.reached[before - 1] > at

    def _limit(self, head: Span) -> int:
        line = self.text.find("\n", head.end)
        line = len(self.text) if line < 0 else line
        after = bisect_left(self.starts, head.end)
        return min(line, self.starts[after]) if after < len(self.starts) else line

    def _is_programme(self, name: Name) -> bool:
        words = subject(name, self.text)
        before = self.text[max(0, name.span.start - _BEFORE) : name.span.start]
        if len(words.split()) < 3 or words[:1].isdigit() or say.begins_no_name(words) or say.to_write(before):
            return False
        if self._is_title(name.span) or self._is_own(name) or self._starts_heading(name):
            return False
        return self._has_a_name(name, words, before)

    def _has_a_name(self, name: Name, words: str, before: str) -> bool:
        """A period; a national programme's title; a long title that the text orders to be carried out."""
        if say.carries(self.text, name.span.start + len(name.head)) and not name.period:
            return False
        if name.head[0].islower():
            ranged = name.period and RANGE.search(self.text, name.period.start, name.period.end)
            return bool(ranged and say.national(words))
        if name.period or (name.code in _MOST_PROGRAMME and say.national_title(words)):
            return True
        return len(words.split()) >= _LONG_TITLE and say.ordered(before) and say.opens_title(words)

    def _starts_heading(self, name: Name) -> bool:
        return any(
            s.heading.start <= name.span.start < s.heading.end and name.span.start - s.heading.start <= len(s.label) + 3
            for s in self.document.sections
            if s.title and s.heading.start <= name.span.start < s.heading.end
        ) and not self.text[name.span.end : name.span.end + 200].split("\n")[0].strip(" .:")

    def _is_title(self, span: Span) -> bool:
        return any(t.span.start == span.start for t in self.titles)

    def _is_own(self, name: Name) -> bool:
        """The document's own plan: its title begins with the name, or says that it issues it."""
        if not self.own:
            return False
        full = norm(self.text[name.span.start : name.span.end])
        rest = norm(subject(name, self.text))
        for title in self.own:
            if title.startswith((full, rest)):
                return True
            if re.search(rf"\b(?:ban hanh|phe duyet|thong qua|dieu chinh) (?:\w+ )?{re.escape(full[:60])}", title):
                return True
        return False

    # -- a title named alone -------------------------------------------------------------------------------------------

    def _title_mentions(self, names: list[Name]) -> list[Citation]:
        """The titles of numbered instruments where they stand alone: the same words, in any case."""
        found: list[Citation] = []
        if not self.titles:
            return found
        taken = [n.span for n in names] + [t.span for t in self.titles] + [c.span for c in self.citations]
        for title in {t.key: t for t in self.titles}.values():
            for span in folded_text(self.text).find(title.key, title.head):
                if any(span.overlaps(t) for t in taken) or any(span.start in s for s in self.skip):
                    continue
                taken.append(span)
                found.append(Citation(Evidence.at(self.document, span), "programme", title.target))
        return found

    # -- plans that carry out an instrument ----------------------------------------------------------------------------

    def _plans(self, programmes: list[Citation]) -> list[Citation]:
        found: list[Citation] = []
        carrying = [(head, verb) for head in self.heads if (verb := self._carrying(head))]
        inner = sorted([*self.citations, *programmes], key=lambda c: c.span.start) if carrying else []
        for head, verb in carrying:
            if any(c.span.start <= head.start < c.span.end for c in inner):
                continue
            target = next((c for c in inner if c.span.start == verb.end()), None)
            before = self.text[max(0, head.start - _BEFORE) : head.start]
            if target is None or not say.carried(before) or say.to_write(before):
                continue
            name = name_at(self.text, head, target.span.end + 1)
            whole = Span(head.start, target.span.end)
            own = self._is_own(Name(whole, name.code, name.head, None)) or self._own_aim(target)
            if not own and not self._is_title(whole):
                found.append(self._plan(whole, target, name.code))
        return found

    def _carrying(self, head: Span) -> re.Match[str] | None:
        """The words after a plan's head, printed with a capital, that say what it carries out."""
        return None if self.text[head.start].islower() else say.carries(self.text, head.end)

    def _own_aim(self, target: Citation) -> bool:
        """Whether the document's own title carries out the instrument: the plan that does so is the document."""
        number, title = norm(target.target.number or ""), norm(target.target.title or "")
        return any((number and number in own) or (title and title in own) for own in self.own)

    def _plan(self, span: Span, target: Citation, code: str) -> Citation:
        same = next((t for t in self.titles if t.key == key(self.document.quote(span))), None)
        if same:
            return Citation(Evidence.at(self.document, span), "programme", same.target)
        words = self.document.quote(span)
        scope = scope_of_issuer(words, self.where) if "của" in words[:40] else None
        title = words if not target.target.number else f"{words[: target.span.start - span.start]}{_short(target)}"
        scope = scope or self.where.scope or CENTRAL
        return Citation(
            Evidence.at(self.document, span),
            "programme",
            Instrument(instrument_id(scope, name=title), None, code, title),
        )

    # -- targets -------------------------------------------------------------------------------------------------------

    def _citations(self, names: list[Name]) -> list[Citation]:
        """One target for all prints of a name; the longest print is its title."""
        keyed = [(key(self.document.quote(n.span)), n) for n in names]
        titled: dict[str, Name] = {}
        for words, name in keyed:
            if words not in titled or len(name.span) > len(titled[words].span):
                titled[words] = name
        targets = {words: self._instrument(words, name) for words, name in titled.items()}
        return [
            Citation(Evidence.at(self.document, n.span), "programme", self._known(n.span, words) or targets[words])
            for words, n in keyed
        ]

    def _instrument(self, words: str, name: Name) -> Instrument:
        known = self._known(name.span, words)
        if known:
            return known
        title = _BLANKS.sub(" ", self.document.quote(name.span))
        scope = self._scope(name, title)
        return Instrument(instrument_id(scope, name=_identity(title)), None, name.code, title)

    def _known(self, span: Span, words: str) -> Instrument | None:
        """The numbered instrument whose title the name is, or under which it stands."""
        beside = under(self.document, span, self.numbered)
        if beside:
            return beside.target
        years = RANGE.search(self.text, span.start, span.end)
        hits: list[Title] = [t for t in self.titles if t.key == words or _shortens(words, years, t, self.text)]
        ids = {t.target.id for t in hits}
        return hits[0].target if len(ids) == 1 else None

    def _scope(self, name: Name, words: str) -> str:
        issuer = _OWNED.match(self.text[name.span.end : name.span.end + 70])
        named = scope_of_issuer(issuer.group(1), self.where) if issuer else None
        if named:
            return named
        if say.national(words):
            return CENTRAL
        if say.local(words):
            return scope_of_issuer(f"UBND {words}", self.where) or CENTRAL
        return self.where.scope or CENTRAL


def _shortens(words: str, years: re.Match[str] | None, title: Title, text: str) -> bool:
    """Whether the words are a title with some words left out: same head word, same period, all its words in order."""
    said, whole = words.split(), title.key.split()
    if years is None or len(said) < 5 or said[:2] != whole[:2]:
        return False
    rest = iter(whole)
    full = RANGE.search(text, title.span.start, title.span.end) if all(word in rest for word in said) else None
    return full is not None and norm(years.group()) == norm(full.group())


def _short(target: Citation) -> str:
    """ "Quyết định số 889/QĐ-TTg" without date and issuer."""
    number = target.target.number or ""
    quote = target.quote
    at = quote.find(number)
    return quote[: at + len(number)] if at >= 0 else quote


def _identity(words: str) -> str:
    """A name for an id: without outlook, which documents print in many ways."""
    return _OUTLOOK.split(_DASH.sub("-", words))[0]
