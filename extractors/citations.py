"""Citations: every mention of one specific instrument (annotation rules, section 2).

The finders (`numbered`, `law_mentions`, `party`) say where an instrument is named; here the mentions of a text are
brought together: overlaps are settled, the document's own number is left out, versions of laws are chosen by the
text's date, and all mentions of one instrument get one id.
"""

from __future__ import annotations

from collections.abc import Iterable

from extractors.citation_targets import Targets
from extractors.document import Document, Source, Span
from extractors.findings import Citation, Evidence, Found, Header, Jurisdiction
from extractors.identity import scope_of_place
from extractors.law_mentions import law_mentions
from extractors.mentions import Mention
from extractors.numbered import blank_mentions, numbered_mentions
from extractors.offsets import composed
from extractors.party import party_mentions


def extract_citations(document: Document, headers: tuple[Header, ...]) -> Found[Citation]:
    """All citations of a document, in text order; a law in an amending law's title stands inside that law's span."""
    where = headers[0].jurisdiction if headers else Jurisdiction()
    mentions = [m for m in find_mentions(document.text) if not _own(m, document, headers)]
    targets = Targets(mentions, where)
    found = tuple(
        Citation(Evidence.at(document, Span(m.start, m.end)), m.kind, targets.of(m), pinpoint=m.pinpoint)
        for m in mentions
    )
    notices = tuple(notice for m in mentions for notice in m.notices)
    return Found(found, notices)


def find_mentions(text: str) -> list[Mention]:
    """The mentions of a text, in order, without overlaps except a law inside an amending law's title."""
    found = [*law_mentions(text), *party_mentions(text), *numbered_mentions(text), *blank_mentions(text)]
    return _settled(found)


def _settled(found: Iterable[Mention]) -> list[Mention]:
    """Longer and earlier mentions win; a mention marked ``inside`` stays with the one that holds it."""
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        last = next((m for m in reversed(kept) if not m.inside), None)
        if last and mention.start < last.end and not (mention.inside and mention.end <= last.end):
            continue
        kept.append(mention)
    return kept


def _own(mention: Mention, document: Document, headers: tuple[Header, ...]) -> bool:
    """Whether the mention is the document itself: its number, or the number line of its head."""
    numbers = {h.number for h in headers if h.number}
    if mention.number in numbers:
        return True
    if mention.kind == "law" and mention.law is None and mention.number is None:
        return any(h.title and h.type == mention.type and _same_name(h, mention) for h in headers)
    before = document.text[max(0, mention.start - 8) : mention.start]
    in_head = any(mention.start in part.head for part in document.parts)
    return in_head and mention.kind == "numbered" and before.lstrip("\n *").lower().startswith("số") and ":" in before


def _same_name(header: Header, mention: Mention) -> bool:
    return mention.name is not None and header.title is not None and mention.name.lower().endswith(header.title.lower())


def find_citations(text: str, *, issued_on: str | None = None, place: str | None = None) -> tuple[Citation, ...]:
    """The citations in any text, also one sentence; spans index into ``text`` as given.

    ``issued_on`` (ISO) decides which version of a law is meant, ``place`` ("Lai Châu") whose "UBND tỉnh" is.
    """
    normal, offsets = composed(text)
    document = Document(normal, Source("", "", "txt"))
    scope = scope_of_place(place) if place else None
    where = Jurisdiction(scope=scope, place=place, on=issued_on)
    mentions = find_mentions(normal)
    targets = Targets(mentions, where)
    found = []
    for mention in mentions:
        span = Span(offsets.source(mention.start), offsets.source(mention.end))
        evidence = Evidence(span, text[span.start : span.end])
        found.append(Citation(evidence, mention.kind, targets.of(mention), pinpoint=mention.pinpoint))
    return tuple(found)
