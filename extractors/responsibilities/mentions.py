"""The agencies of a document by place: which stand in a range, and runs of them ("Sở A, Sở B và các sở C")."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from extractors.agencies import find_agencies
from extractors.document import Document, Span
from extractors.findings import AgencyMention, Citation, Header, Jurisdiction
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


@dataclass(frozen=True, slots=True)
class Run:
    """Agencies named as one list; the span covers the list with the qualifier after it ("có liên quan")."""

    mentions: tuple[AgencyMention, ...]
    span: Span


class Mentions:
    """All agency mentions of a text in order, none inside another."""

    def __init__(self, text: str, mentions: tuple[AgencyMention, ...]) -> None:
        """Mentions that lie inside a longer one are left out."""
        self.text = text
        kept: list[AgencyMention] = []
        for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):
            if not kept or mention.span.start >= kept[-1].span.end:
                kept.append(mention)
        self.all = tuple(kept)
        self._starts = [mention.span.start for mention in kept]

    @classmethod
    def of(cls, document: Document, headers: tuple[Header, ...], citations: tuple[Citation, ...] = ()) -> Mentions:
        """The mentions of a document, each part read from its own header's place and date.

        Who stands in a citation ("Quyết định số … của Thủ tướng Chính phủ") issued what is cited and has no duty here.
        """
        found: list[AgencyMention] = []
        for index, part in enumerate(document.parts):
            jurisdiction = headers[index].jurisdiction if index < len(headers) else Jurisdiction()
            found.extend(find_agencies(document.quote(part.span), jurisdiction, offset=part.span.start))
        return cls(document.text, _completed(_outside(found, citations)))

    def within(self, start: int, end: int) -> tuple[AgencyMention, ...]:
        """The mentions that lie in a range."""
        first = bisect.bisect_left(self._starts, start)
        last = bisect.bisect_left(self._starts, end)
        return tuple(m for m in self.all[first:last] if m.span.end <= end)

    def at(self, position: int, end: int, slack: int = 3) -> AgencyMention | None:
        """The mention that begins at a position, after at most ``slack`` blanks or marks."""
        index = bisect.bisect_left(self._starts, position)
        if index == len(self.all):
            return None
        mention = self.all[index]
        between = self.text[position : mention.span.start]
        near = len(between) <= slack and not any(c.isalnum() for c in between)
        return mention if near and mention.span.end <= end else None

    def run(self, first: AgencyMention, end: int) -> Run:
        """The list of agencies that begins with a mention, not past ``end``."""
        mentions = [first]
        for mention in self.within(first.span.end, end):
            gap = self.text[mentions[-1].span.end : mention.span.start]
            if not _joined(gap):
                break
            mentions.append(mention)
        members = self._members(mentions[-1], end)
        if members:
            mentions = [*mentions[:-1], *members]
        return Run(tuple(mentions), Span(first.span.start, self._tail(mentions[-1].span.end, end)))

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
        close = re.compile(r"\s*\)").match(self.text, position, end)
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


def _outside(mentions: list[AgencyMention], citations: tuple[Citation, ...]) -> list[AgencyMention]:
    """The mentions that lie in no citation."""
    cited = sorted({(citation.span.start, citation.span.end) for citation in citations})
    ends = list(accumulate((end for _, end in cited), max))
    starts = [start for start, _ in cited]

    def is_cited(span: Span) -> bool:
        before = bisect.bisect_right(starts, span.start)
        return before > 0 and span.end <= ends[before - 1]

    return [mention for mention in mentions if not is_cited(mention.span)]


def _completed(mentions: list[AgencyMention]) -> tuple[AgencyMention, ...]:
    """A body called by its head alone ("Ban Chỉ đạo") is the one that the document names in full, if it names one."""
    full: dict[str, dict[str, AgencyMention]] = {}
    for mention in mentions:
        head = None if mention.is_group else _HEAD.match(mention.quote)
        if head and head.end() < len(mention.quote):
            full.setdefault(head[0], {})[mention.id] = mention
    done = []
    for mention in mentions:
        known = full.get(mention.quote, {}) if _HEAD.fullmatch(mention.quote) else {}
        only = next(iter(known.values())) if len(known) == 1 else None
        done.append(replace(mention, agency=only.agency, id=only.id) if only else mention)
    return tuple(done)


def _joined(gap: str) -> bool:
    """Whether what stands between two agencies only joins them, qualifiers of the first allowed."""
    qualifier = QUALIFIER.match(gap)
    rest = gap[qualifier.end() :] if qualifier else gap
    return _GAP.fullmatch(gap) is not None or _GAP.fullmatch(rest) is not None
