"""The agencies of a document by place: which stand in a range, and runs of them ("Sở A, Sở B và các sở C")."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from extractors.abbreviations import find_abbreviations
from extractors.agencies import agency_id, find_agencies
from extractors.document import Document, Span
from extractors.findings import AgencyMention, Citation, Header, Jurisdiction
from extractors.responsibilities import definitions
from extractors.responsibilities.names import localities, with_deputies, with_units, written_out
from extractors.responsibilities.offices import with_issuer, with_offices
from extractors.responsibilities.openers import may_begin
from extractors.responsibilities.organisations import partners_at, printed_at, responsible_at
from extractors.responsibilities.provinces import with_provinces
from extractors.responsibilities.words import QUALIFIER

# between two agencies of one list: ", ", "; ", " và ", " (Sở Nội vụ), ", " cùng "
_GAP = re.compile(
    r"\s*(?:\([^()]{0,200}\))?\s*(?:[,;/&+\n]|[-–]\s)*\s*(?:(?:và|hoặc|cùng với|cùng|với|kể cả|và các)(?!\w))?\s*"
    r"(?:(?:đồng chí|ông|bà|thủ trưởng|giám đốc|chủ tịch|chánh|lãnh đạo|người đứng đầu|trưởng)(?!\w)\s*)?",
    re.IGNORECASE,
)
# the head of a body's name: "Ban Chỉ đạo", "Văn phòng Ban Chỉ huy"
_HEAD = re.compile(
    r"(?:Văn phòng )?(?:Ban Chỉ (?:đạo|huy)|Ban chỉ (?:đạo|huy)|Tổ công tác|Tổ Công tác|Hội đồng|Ban Quản lý)"
)
# a list that names the members of the group before it: "(Viettel Nghệ An, VNPT Nghệ An)", ": Sở A, Sở B"
_MEMBERS = re.compile(r"\s*(?::|\((?:gồm|bao gồm)?:?)\s*", re.IGNORECASE)
# which bodies a group means, by another place of the text: "các cơ quan, đơn vị | quy định tại Điều 2 Quy chế này |"
_POINTED = re.compile(
    r"\s(?P<words>nêu trên|(?:(?:được|theo) )?(?:quy định|nêu) tại (?:(?:các )?(?:điểm|khoản|Điều|Mục|Phụ lục)"
    r"[^,;:.]{1,60}?(?: này| kèm theo)?))(?=\s*[,:;]|\s(?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|phải|cần|"
    r"chủ động|khẩn trương|căn cứ|theo|thực hiện|tổ chức|xây dựng|rà soát|báo cáo|gửi|chủ trì|phối hợp|"
    r"triển khai)(?!\w))"
)
# what an agency is besides, after its name: "Bộ Tài chính - Cơ quan thường trực Ban Chỉ đạo 751 |"
_BESIDES = re.compile(r"\s*(?:[-–(]\s*(?:là )?|,?\s*là )", re.IGNORECASE)
# "Giao Đảng ủy Ủy ban nhân dân tỉnh | lãnh đạo Ủy ban nhân dân tỉnh | xây dựng …": what the one before does
_LED = "lãnh đạo "
_CLOSE = re.compile(r"\s*\)")
_STANDING = re.compile(r"(?:cơ quan|đơn vị) (?:thường trực|đầu mối|chủ quản|chủ trì|tham mưu)(?!\w)", re.IGNORECASE)


_NOWHERE = Jurisdiction()


@dataclass(frozen=True, slots=True)
class Run:
    """Agencies named as one list; the span covers the list with the qualifier after it ("có liên quan")."""

    mentions: tuple[AgencyMention, ...]
    span: Span


# where a mention begins and ends, beside it
_Placed = tuple[int, int, AgencyMention]


class Mentions:
    """The agency mentions of a document, none inside another; a paragraph is read when somebody first asks for it.

    Each part is read from its own header's place and date. Who stands in a citation ("Quyết định số … của Thủ tướng
    Chính phủ") issued what is cited and has no duty here.
    """

    def __init__(
        self,
        document: Document,
        headers: tuple[Header, ...],
        citations: tuple[Citation, ...] = (),
        terms: tuple[str, ...] = (),
    ) -> None:
        """Nothing is looked up yet; ``terms`` are the document's own names of bodies."""
        self._terms = definitions.pattern(terms)
        self.text = document.text
        self._document = document
        self._starts = sorted({0, *(paragraph.span.start for paragraph in document.paragraphs)})
        self._ends = [*self._starts[1:], len(self.text)]
        here = [headers[i].jurisdiction if i < len(headers) else _NOWHERE for i in range(len(document.parts))]
        self._parts = [
            (part.span.start, part.span.end, place) for part, place in zip(document.parts, here, strict=True)
        ]
        first = headers[0].issuer if headers else None
        own = [headers[i].issuer if i < len(headers) else None for i in range(len(document.parts))]
        self._issuers = [issuer or first for issuer in own]
        self._cited = _Cited(citations)
        self._found: dict[int, tuple[AgencyMention, ...]] = {}
        self._named: dict[int, tuple[_Placed, ...]] = {}
        self._runs: dict[tuple[int, int], tuple[AgencyMention, tuple[AgencyMention, ...], int, int]] = {}
        self._asked = (-1, 0, 0, False)
        self._full: dict[str, dict[str, AgencyMention]] | None = None
        self._short = dict(find_abbreviations(document.text))

    def _of(self, index: int) -> tuple[_Placed, ...]:
        """The mentions of a paragraph with their ends, bodies called by their head alone under their full name."""
        known = self._named.get(index)
        if known is None:
            found = self._raw(index)
            if any(_HEAD.fullmatch(mention.quote) for mention in found):
                found = tuple(map(self._completed, found))
            if self._short:
                found = tuple(written_out(mention, self._short) for mention in found)
            known = tuple((mention.evidence.span.start, mention.evidence.span.end, mention) for mention in found)
            self._named[index] = known
        return known

    def _raw(self, index: int) -> tuple[AgencyMention, ...]:
        if index not in self._found:
            self._found[index] = self._read(self._starts[index], self._ends[index])
        return self._found[index]

    def _place(self, position: int) -> Jurisdiction | None:
        """Where the innermost part that holds a position speaks from; None outside all parts."""
        return next((place for start, end, place in reversed(self._parts) if start <= position < end), None)

    def _read(self, start: int, end: int) -> tuple[AgencyMention, ...]:
        here = self._place(start)
        if here is None:
            return ()
        span = Span(start, end)
        found = find_agencies(self.text[start:end], here, offset=start)
        told = tuple(localities(self._document, span, here))
        if told:
            found = tuple(sorted((*found, *told), key=lambda mention: mention.span.start))
        if self._terms:
            found = _with_defined(found, definitions.mentions(self._document, span, self._terms, here.scope))
        found = with_offices(self._document, span, found, self.issuer_at(start), here)
        found = with_issuer(self._document, span, found, self.issuer_at(start), here)
        if not found:
            return ()
        found = with_units(self._document, with_provinces(self._document, found, here))
        named = with_deputies(self._document, found)
        return tuple(mention for mention in named if not self._cited.covers(mention.span))

    def issuer_at(self, position: int) -> str | None:
        """Who issues the part of the document that holds a place."""
        owned = zip(self._parts, self._issuers, strict=True)
        inside = [issuer for (start, end, _), issuer in owned if start <= position < end]
        return inside[-1] if inside else None

    def is_defined(self, position: int) -> bool:
        """Whether a body that the document defines is named at a position."""
        return self._terms is not None and self._terms.match(self.text, position) is not None

    def defines(self, start: int, end: int) -> bool:
        """Whether a body that the document defines is named in a range."""
        return self._terms is not None and self._terms.search(self.text, start, end) is not None

    def printed(self, start: int, end: int) -> AgencyMention | None:
        """The organisation outside the registry whose name begins at a place and ends before its verb, or None."""
        named = printed_at(self._document, start, end, self._scope(start))
        return written_out(named, self._short) if named else None

    def made_responsible(self, start: int, end: int, *, local: bool) -> tuple[AgencyMention, ...]:
        """The bodies between a place and "có trách nhiệm", the first of them outside the registry; empty if none."""
        known = {mention.span: mention for mention in self.within(start, end)}
        names = tuple(mention.span for mention in known.values() if not mention.is_group)
        printed = responsible_at(self._document, start, end, self._scope(start), names, local=local)
        return tuple(known.get(named.span) or written_out(named, self._short) for named in printed)

    def partners(self, start: int, end: int) -> tuple[AgencyMention, ...]:
        """The partners outside the registry whose list begins at a place: "bên bán điện, bên mua điện"."""
        return partners_at(self._document, start, end, self._scope(start))

    def _scope(self, position: int) -> str | None:
        here = self._place(position)
        return here.scope if here else None

    def _completed(self, mention: AgencyMention) -> AgencyMention:
        """A body called by its head alone ("Ban Chỉ đạo") is the one that the document names in full, if only one."""
        if not _HEAD.fullmatch(mention.quote):
            return mention
        if self._full is None:
            self._full = self._in_full()
        known = self._full.get(mention.quote, {})
        only = next(iter(known.values())) if len(known) == 1 else None
        return replace(mention, agency=only.agency, id=only.id) if only else mention

    def _in_full(self) -> dict[str, dict[str, AgencyMention]]:
        """The bodies that the document names in full, by head and id."""
        full: dict[str, dict[str, AgencyMention]] = {}
        for index in sorted({self._index(head.start()) for head in _HEAD.finditer(self.text)}):
            for mention in self._raw(index):
                head = None if mention.is_group else _HEAD.match(mention.quote)
                if head and head.end() < len(mention.quote):
                    full.setdefault(head[0], {})[mention.id] = mention
        return full

    def _index(self, position: int) -> int:
        return max(bisect.bisect_right(self._starts, position) - 1, 0)

    def within(self, start: int, end: int) -> tuple[AgencyMention, ...]:
        """The mentions that lie in a range."""
        return tuple(self._from(start, end))

    def _from(self, start: int, end: int) -> Iterator[AgencyMention]:
        """As `within`, one by one: who stops early has looked at no others."""
        first = self._index(start)
        last = first + 1 if end <= self._ends[first] else max(bisect.bisect_left(self._starts, end), first + 1)
        for index in range(first, last):
            placed = self._of(index)
            for at in range(bisect.bisect_left(placed, (start,)), len(placed)):
                _, past, mention = placed[at]
                if past > end:
                    break
                yield mention

    def last(self, start: int, end: int) -> AgencyMention | None:
        """The last mention that lies in a range."""
        for index in range(self._index(end), self._index(start) - 1, -1):
            placed = self._of(index)
            for at in range(bisect.bisect_left(placed, (end,)) - 1, -1, -1):
                opened, past, mention = placed[at]
                if opened < start:
                    return None
                if past <= end:
                    return mention
        return None

    def at(self, position: int, end: int, slack: int = 3) -> AgencyMention | None:
        """The mention that begins at a position, after at most ``slack`` blanks or marks."""
        last = min(position + slack, len(self.text) - 1)
        while position < last and not self.text[position].isalnum():
            position += 1
        if position >= end or not (may_begin(self.text, position) or self.is_defined(position)):
            return None
        for start, past, mention in self._of(self._index(position)):
            if start == position and past <= end:
                return mention
        return None

    def run(self, first: AgencyMention, end: int) -> Run:
        """The list of agencies that begins with a mention, not past ``end``; every form asks for the same ones."""
        known = self._runs.get((first.evidence.span.start, end))
        if known is None or known[0] is not first:
            self._chain(first, end)
            known = self._runs[first.evidence.span.start, end]
        _, listed, at, past = known
        return Run(listed[at:] if at else listed, Span(first.span.start, past))

    def _chain(self, first: AgencyMention, end: int) -> None:
        """Keeps the list that begins with a mention, and with each one in it: all end alike."""
        chain = [first]
        while (following := next(self._from(chain[-1].span.end, end), None)) is not None:
            gap = self.text[chain[-1].span.end : following.span.start]
            if self._is_besides(following, gap, False) or not _follows(following, gap):
                break
            chain.append(following)
        last = self._run(chain[-1], end)
        listed = (*chain[:-1], *last.mentions)
        for at, mention in enumerate(chain):
            self._runs[mention.evidence.span.start, end] = mention, listed, at, last.span.end

    def _run(self, first: AgencyMention, end: int) -> Run:
        mentions = [first]
        past, besides = first.span.end, False
        for mention in self._from(first.span.end, end):
            gap = self.text[past : mention.span.start]
            if gap.strip() == "(" and not mentions[-1].is_group and _CLOSE.match(self.text, mention.span.end, end):
                continue
            besides = self._is_besides(mention, gap, besides)
            if not (besides or _follows(mention, gap)):
                break
            past = mention.span.end
            if not besides:
                mentions.append(mention)
        members = self._members(mentions[-1], end) if past == mentions[-1].span.end else ()
        if members:
            mentions = [*mentions[:-1], *members]
            past = members[-1].span.end
        pointed = _POINTED.match(self.text, past, end) if mentions[-1].is_group and not members else None
        if pointed:
            mentions[-1] = renamed(mentions[-1], f"{mentions[-1].agency} {' '.join(pointed['words'].split())}")
            past = pointed.end()
        return Run(tuple(mentions), Span(first.span.start, self._tail(past, end)))

    @staticmethod
    def _is_besides(mention: AgencyMention, gap: str, before: bool) -> bool:
        """Whether a mention only says what the one before it is: "- Cơ quan thường trực | Ban Chỉ đạo 751"."""
        return bool((_STANDING.match(mention.quote) and _BESIDES.fullmatch(gap)) or (before and not gap.strip()))

    def _members(self, group: AgencyMention, end: int) -> tuple[AgencyMention, ...]:
        """The agencies that a bracket or colon after a group names one by one; they stand for it."""
        opened = _MEMBERS.match(self.text, group.span.end, end) if group.is_group else None
        first = self.at(opened.end(), end) if opened else None
        if opened is None or first is None:
            return ()
        if opened[0].strip().startswith("("):
            close = self.text.find(")", opened.end(), end)
            return self.within(opened.end(), close) if close > 0 else ()
        return self.run(first, end).mentions

    def _tail(self, position: int, end: int) -> int:
        close = _CLOSE.match(self.text, position, end)
        qualifier = QUALIFIER.match(self.text, close.end() if close else position, end)
        return qualifier.end() if qualifier else (close.end() if close else position)

    def runs(self, start: int, end: int) -> Iterator[Run]:
        """The lists of agencies in a range, left to right."""
        position = start
        for mention in self.within(start, end):
            if mention.span.start >= position:
                run = self.run(mention, end)
                position = run.mentions[-1].span.end
                yield run

    def last_run(self, start: int, end: int) -> tuple[Run | None, bool]:
        """The last list of agencies in a range, and whether it is the only one.

        Asked again with the same start and a later end, it goes on from the list that was the last, unless a bracket is
        open there: what a bracket lists may belong to the list before it.
        """
        began, ended, position, several = self._asked
        if began != start or end < ended:
            position, several = start, False
        past, depth, reach, last = position, 0, position, None
        for mention in self._from(position, end):
            if mention.span.start < reach:
                continue
            opened = mention.span.start
            depth += self.text.count("(", past, opened) - self.text.count(")", past, opened)
            if depth == 0:
                position = opened
                self._asked = start, end, position, several or last is not None
            past, several, last = opened, several or last is not None, self.run(mention, end)
            reach = last.mentions[-1].span.end
        return last, not several


def _with_defined(found: tuple[AgencyMention, ...], defined: Iterator[AgencyMention]) -> tuple[AgencyMention, ...]:
    """The mentions with those of defined bodies, where no other stands."""
    ends = [(m.span.start, m.span.end) for m in found]
    new = [m for m in defined if not any(start < m.span.end and m.span.start < end for start, end in ends)]
    return tuple(sorted((*found, *new), key=lambda mention: mention.span.start)) if new else found


def renamed(mention: AgencyMention, name: str) -> AgencyMention:
    """A group under the name that more of its words give."""
    return replace(mention, agency=name, id=agency_id(mention.id.split(":")[1], name))


class _Cited:
    """The ranges of the citations."""

    def __init__(self, citations: tuple[Citation, ...]) -> None:
        """Ranges may overlap."""
        spans = sorted({(citation.span.start, citation.span.end) for citation in citations})
        self._starts = [start for start, _ in spans]
        self._ends = list(accumulate((end for _, end in spans), max))

    def covers(self, span: Span) -> bool:
        """Whether a range lies in a citation."""
        before = bisect.bisect_right(self._starts, span.start)
        return before > 0 and span.end <= self._ends[before - 1]


def _follows(mention: AgencyMention, gap: str) -> bool:
    """Whether a mention goes on with the list before it, from which a gap parts it."""
    return _joined(gap) and (gap.strip() != "" or not mention.quote.startswith(_LED))


def _joined(gap: str) -> bool:
    """Whether what stands between two agencies only joins them, qualifiers of the first allowed."""
    if _GAP.fullmatch(gap) is not None:
        return True
    qualifier = QUALIFIER.match(gap)
    return qualifier is not None and _GAP.fullmatch(gap, qualifier.end()) is not None
