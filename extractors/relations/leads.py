"""What a list, a table's column, a footnote takes over from the words that lead into it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from extractors.document import Document, Footnote, Span
from extractors.findings import Citation
from extractors.relations.gaps import only_joins
from extractors.relations.grammar import Reading
from extractors.relations.rules import Lead, Rule, Speaker
from extractors.relations.units import PLAIN, Unit

_BASIS_COLUMN = re.compile(r"\b(?:can cu|co so) (?:phap ly|phap luat)\b")
_BASIS = Lead(Rule("BASED_ON", Span(0, 0)))
_HEADING = 2
_CUT = ("căn cứ", "căn cứ vào")
_GOES_ON = (";", ",", ":")


@dataclass(slots=True)
class Leads:
    """The open lead-ins while the units of a document pass by in text order."""

    document: Document
    low: str
    speaker: Callable[[int], Speaker]
    units: tuple[Unit, ...]
    _open: list[tuple[int, Lead]] = field(default_factory=list)
    _before: tuple[int, str, Rule | None] = (PLAIN, "", None)
    _subjects: list[Citation] = field(default_factory=list)
    _who: str = ""

    def speaks(self, unit: Unit) -> Speaker:
        """Who speaks in a unit: in a footnote the part that carries its mark, wherever the file prints the note."""
        here = self.speaker(unit.span.start)
        note = self._note(unit)
        if note is None or not note.references:
            return here
        there = self.speaker(note.references[0].start)
        return here if there.id == here.id else replace(there, consolidates=False, titled=False)

    def into(self, unit: Unit) -> Lead | None:
        """The lead that the first instrument of the unit may take over."""
        who = self.speaker(unit.span.start).id
        if who != self._who:
            self._open, self._before, self._who = [], (PLAIN, "", None), who
        if unit.paragraph.kind == "footnote":
            return self._mark(unit)
        if _BASIS_COLUMN.search(unit.column):
            return _BASIS
        if not unit.first:
            return None
        self._close(unit)
        level, end, rule = self._before
        if rule and level == unit.level and end in (";", ",") and self._starts_bare(unit):
            return Lead(rule)
        return self._open[-1][1] if self._open else None

    def clause(self, unit: Unit) -> list[Citation]:
        """The instruments of the items before that a verb at this one's end has as subjects too."""
        goes_on = unit.first and self._before[1] in (";", ",") and self._starts_bare(unit)
        return list(self._subjects) if goes_on else []

    def after(self, unit: Unit, lead: Lead | None, reading: Reading) -> None:
        """Takes note of what the unit leads into."""
        root = reading.root if unit.citations else None
        self._subjects = reading.clause if root is None else []
        if unit.paragraph.kind in ("footnote", "cell"):
            return
        if lead and unit.last:
            self._open.append((_HEADING if unit.heading and unit.level == PLAIN else unit.level, lead))
        if unit.last:
            words = self.low[unit.span.start : unit.span.end].rstrip(' *"”')
            cut = words.strip() in _CUT  # "Căn cứ" that a line's end has torn from its instrument
            self._before = (unit.level, ",", Rule("BASED_ON", unit.span)) if cut else (unit.level, words[-1:], root)

    def _close(self, unit: Unit) -> None:
        """A paragraph of the same or a higher level closes a lead; one without a mark closes a lead without a mark."""
        while self._open:
            level = self._open[-1][0]
            if level == PLAIN:
                done = unit.level <= _HEADING or (unit.level == PLAIN and self._before[1] not in _GOES_ON)
            else:
                done = unit.level <= level or (unit.heading and unit.level == PLAIN)
            if not done:
                return
            self._open.pop()

    def _starts_bare(self, unit: Unit) -> bool:
        return bool(unit.citations) and only_joins(self.low[unit.span.start : unit.citations[0].span.start])

    def _mark(self, unit: Unit) -> Lead | None:
        """The words that carry a footnote's mark govern the instruments printed in the note."""
        note = self._note(unit)
        if note is None or not note.references:
            return None
        at = note.references[0].start
        host = next((u for u in self.units if at in u.span and u.paragraph.kind != "footnote"), None)
        if host is None:
            return None
        before = tuple(c for c in host.citations if c.span.end <= at)
        cut = replace(host, span=Span(host.span.start, at), citations=before)
        reading = Reading(self.low, cut, self.speaker(at), self._column(host))
        rule = reading.rule_at_end()
        return Lead(rule) if rule else None

    def _note(self, unit: Unit) -> Footnote | None:
        if unit.paragraph.kind != "footnote":
            return None
        within = unit.span  # the unit may begin with the mark, the note's span begins after it
        return next(
            (n for n in self.document.footnotes if n.span.start < within.end and within.start < n.span.end), None
        )

    def _column(self, host: Unit) -> Lead | None:
        return _BASIS if _BASIS_COLUMN.search(host.column) else None
