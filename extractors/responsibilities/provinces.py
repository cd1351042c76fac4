"""Bodies of several provinces named by a list of these: "Ủy ban nhân dân các tỉnh, thành phố: Hà Tĩnh, Huế"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from extractors.agencies import find_agencies
from extractors.document import Document, Span
from extractors.findings import AgencyMention, Evidence, Jurisdiction
from extractors.places import find_place, places

_UNITS = r"các (?:tỉnh|thành phố)(?:(?:,| và) (?:các )?(?:thành phố|tỉnh))?"
# "Ủy ban nhân dân | các tỉnh, thành phố", "Sở Y tế | các tỉnh": the body, before the provinces; a name of the list may
# already stand in the group's ("các tỉnh, thành phố Quảng Ninh")
_GROUP = re.compile(rf"(?P<body>.+?) (?:ở |tại )?{_UNITS}(?: [^,:;]+)?", re.IGNORECASE | re.DOTALL)
_HEAD = re.compile(rf".*?{_UNITS}", re.IGNORECASE | re.DOTALL)
# before the first name of the list, and before another
_FIRST = re.compile(r"\s*:?\s*")
_NEXT = re.compile(r"\s*(?:,|;| và(?!\w))(?: và(?!\w))?\s*(?:tỉnh |thành phố |TP\.? ?)?")


@cache
def _name() -> re.Pattern[str]:
    names = {name for place in places() for name in (place.name, *place.aliases) if name[:1].isupper()}
    return re.compile(rf"(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?!\w)")


def with_provinces(
    document: Document, found: tuple[AgencyMention, ...], here: Jurisdiction
) -> tuple[AgencyMention, ...]:
    """The mentions, a group of one body in several provinces as the body of each province that a list names."""
    if not any(_may_list(mention) for mention in found):
        return found
    return tuple(one for mention in found for one in _each(document, mention, here))


def _may_list(mention: AgencyMention) -> bool:
    return mention.is_group and (" các tỉnh" in mention.agency or " các thành phố" in mention.agency)


def _each(document: Document, mention: AgencyMention, here: Jurisdiction) -> tuple[AgencyMention, ...]:
    group = _GROUP.fullmatch(mention.agency) if _may_list(mention) else None
    head = _HEAD.match(document.text, mention.span.start, mention.span.end) if group else None
    if group is None or head is None:
        return (mention,)
    spans = tuple(_listed(document.text, head.end()))
    bodies = [_body(document, group["body"], span, here) for span in spans]
    if len(spans) < 2 or not all(bodies):
        return (mention,)
    first = Evidence.at(document, Span(mention.span.start, spans[0].end))
    named = [body for body in bodies if body is not None]
    return (replace(named[0], evidence=first), *named[1:])


def _listed(text: str, position: int) -> Iterator[Span]:
    """Where the provinces of a list stand that begins at a position."""
    gap = _FIRST
    while (joint := gap.match(text, position)) and (name := _name().match(text, joint.end())):
        yield Span(*name.span())
        position, gap = name.end(), _NEXT


def _body(document: Document, body: str, span: Span, here: Jurisdiction) -> AgencyMention | None:
    """The body of the province that stands in a range."""
    place = find_place(span.of(document.text), here.on)
    named = find_agencies(f"{body} {place.full}", here) if place else ()
    return replace(named[0], evidence=Evidence.at(document, span), office=None) if len(named) == 1 else None
