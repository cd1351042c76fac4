"""Citations: every mention of one specific instrument (annotation rules, section 2).

The finders (`numbered`, `law_mentions`, `party`) say where an instrument is named; here the mentions of a text are
brought together: overlaps are settled, the document's own number is left out, versions of laws are chosen by the
text's date, and all mentions of one instrument get one id.
"""

from __future__ import annotations

from collections.abc import Iterable

from extractors.aliases import resolve_aliases
from extractors.citation_targets import Targets
from extractors.document import Document, Notice, Span
from extractors.findings import Citation, Evidence, Found, Header, Jurisdiction, text_order
from extractors.law_mentions import law_mentions
from extractors.mentions import Mention
from extractors.numbered import blank_mentions, numbered_mentions
from extractors.outside_letters import outside_mentions
from extractors.own_mentions import without_own
from extractors.party import party_mentions
from extractors.programmes import find_programmes


def extract_citations(document: Document, headers: tuple[Header, ...]) -> Found[Citation]:
    """All citations of a document, in text order.

    Spans nest in two cases only: a law in the title of the law that amends it, and an instrument in a programme's or a
    short form's name.
    """
    where = headers[0].jurisdiction if headers else Jurisdiction()
    mentions, refused = find_mentions(document.text)
    mentions = without_own(mentions, document, headers)
    found = _with_names(document, headers, _resolved(document, mentions, where))
    return Found(found, (*refused, *(notice for m in mentions for notice in m.notices)))


def _resolved(document: Document, mentions: list[Mention], where: Jurisdiction) -> tuple[Citation, ...]:
    targets = Targets(mentions, where)
    meant = [targets.of(m) for m in mentions]
    stated = [Evidence.at(document, Span(m.start, m.end)) for m in mentions]
    told = zip(stated, mentions, meant, strict=True)
    return tuple(Citation(evidence, m.kind, target, pinpoint=m.pinpoint) for evidence, m, target in told)


def _with_names(document: Document, headers: tuple[Header, ...], found: tuple[Citation, ...]) -> tuple[Citation, ...]:
    """The citations with the programmes that are named and the short forms that stand for one of them."""
    found = _in_order(found, find_programmes(document, headers, found))
    return _in_order(found, resolve_aliases(document, headers, found))


def _in_order(found: tuple[Citation, ...], more: tuple[Citation, ...]) -> tuple[Citation, ...]:
    """The citations, which are in text order, with further ones among them."""
    return tuple(sorted((*found, *more), key=text_order)) if more else found


def find_mentions(text: str) -> tuple[list[Mention], list[Notice]]:
    """The mentions of a text, in order, and what was refused; no overlaps but a law in an amending law's title."""
    numbered, refused = numbered_mentions(text)
    others = (*outside_mentions(text), *blank_mentions(text))
    settled = _settled([*law_mentions(text), *party_mentions(text), *numbered, *others])
    return settled, [notice for notice in refused if not any(_holds(mention, notice) for mention in settled)]


def _holds(mention: Mention, notice: Notice) -> bool:
    return notice.span is not None and mention.start <= notice.span.start < mention.end


def _settled(found: Iterable[Mention]) -> list[Mention]:
    """Longer and earlier mentions win; a mention marked ``inside`` stays with the one that holds it."""
    kept: list[Mention] = []
    last = 0  # the end of the last one that is inside no other
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if mention.start < last and not (mention.inside and mention.end <= last):
            continue
        kept.append(mention)
        if not mention.inside:
            last = mention.end
    return kept
