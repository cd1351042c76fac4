"""The day from which an instrument says that it is in force."""

from __future__ import annotations

import re

from extractors.dates import match_date
from extractors.document import Span

# "Quyết định này có hiệu lực thi hành kể từ ngày 01 tháng 12 năm 2025", "Luật này có hiệu lực từ ngày ký"
_IN_FORCE = re.compile(
    r"này\s+(?:bắt đầu\s+)?có hiệu lực(?:\s+thi hành)?,?\s+(?:kể\s+)?từ\s+"
    r"(?P<on>ngày\s+(?P<signed>ký(?:\s+ban hành)?|ban hành)?)",
    re.IGNORECASE,
)


def effective_on(text: str, issued_on: str | None) -> str | None:
    """The ISO date stated for this instrument itself; "từ ngày ký" is the day of issue; null when none is stated."""
    clause = effect_clause(text, issued_on)
    return clause[0] if clause else None


def effect_clause(text: str, issued_on: str | None) -> tuple[str | None, Span] | None:
    """The date of `effective_on` and the words that state it: from the line's or sentence's begin to the date's end."""
    for match in _IN_FORCE.finditer(text):
        begin = max(text.rfind("\n", 0, match.start()), text.rfind(". ", 0, match.start()) + 1) + 1
        if match.group("signed"):
            return issued_on, Span(begin, match.end())
        date = match_date(text, match.start("on"))
        if date and date.on:
            return date.on, Span(begin, date.span.end)
    return None
