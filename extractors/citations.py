"""Citations: every mention of one specific instrument (annotation rules, section 2)."""

from __future__ import annotations

import re

from extractors.dates import match_date
from extractors.document import Document, Span
from extractors.findings import Citation, Evidence, Found, Header, Instrument, Jurisdiction
from extractors.identity import CENTRAL, instrument_id, scope_of_issuer, scope_of_number
from extractors.numbers import find_numbers
from extractors.vocabulary import table

_TYPES = "|".join(sorted({row["name"] for row in table("types")}, key=len, reverse=True))
_BEFORE = re.compile(rf"({_TYPES})(?:\s+số)?\s*:?\s*$", re.IGNORECASE)
_DATE_GAP = re.compile(r",?\s{0,2}")
_ISSUER = re.compile(
    r"\s{1,2}(?:của|do)\s+((?:Thủ tướng Chính phủ|Chính phủ|Bộ Chính trị|Ban Bí thư|Quốc hội|Ban Thường vụ Tỉnh ủy|"
    r"Tỉnh ủy|"
    r"UBND tỉnh|Ủy ban nhân dân tỉnh|HĐND tỉnh)(?:(?: [A-ZĐ]\w+){1,3})?)"
)


def extract_citations(document: Document, headers: tuple[Header, ...]) -> Found[Citation]:
    """All citations of a document, in text order."""
    where = headers[0].jurisdiction if headers else Jurisdiction()
    own = {h.number for h in headers if h.number}
    text, found = document.text, []
    for mention in find_numbers(text):
        if mention.number is None or str(mention.number) in own:
            continue
        start, end = mention.span.start, mention.span.end
        before = _BEFORE.search(text, max(0, start - 40), start)
        gap = _DATE_GAP.match(text, end)
        date = match_date(text, gap.end()) if gap else None
        end = date.span.end if date else end
        issuer = _ISSUER.match(text, end)
        end = issuer.end() if issuer else end
        number = str(mention.number)
        on = date.on if date else None
        scope = scope_of_issuer(issuer.group(1) if issuer else None, where) or scope_of_number(number, where)
        target = Instrument(
            instrument_id(scope or CENTRAL, number, on),
            number,
            mention.number.type,
            None,
            issuer.group(1) if issuer else None,
            on,
        )
        span = Span(before.start(1) if before else start, end)
        found.append(Citation(Evidence.at(document, span), "numbered", target))
    return Found(tuple(found))
