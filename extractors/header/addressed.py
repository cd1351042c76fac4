"""The one province that a central document is about: whose "UBND tỉnh" and "Sở Tài chính" it then means.

A letter to Thuế tỉnh Gia Lai that asks it to report to "UBND tỉnh" means Gia Lai's. The addressees say it first, then
the title, then a text that names a body of one province and no other; two provinces are never chosen between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.agencies import find_agencies
from extractors.document import Document, Part
from extractors.findings import Jurisdiction
from extractors.fold import fold
from extractors.header.kinds import Kind
from extractors.places import Place, find_place, names_pattern

_ADDRESSED = re.compile(r"Kính gửi\s*:?")
_HEAD = 1500
_LONGEST_LIST = 40
_ENTRY = re.compile(r"[-–+•*]\s*")
# "UBND các tỉnh, thành phố", "Các Thuế tỉnh, thành phố": every province is addressed
_ALL = re.compile(r"(?:các tỉnh|tỉnh, (?:thành phố|TP))(?!\w)", re.IGNORECASE)
# "tỉnh Gia Lai", "thành phố Đà Nẵng", "TP. Hải Phòng"
_KIND = re.compile(r"(?<!\w)(?:(?P<province>tinh)|thanh pho|tp\.?)\s+")
# Papers about one matter; a rule for the whole country speaks of every province alike.
_SINGLE = frozenset({"CV", "CĐ", "TB", "QĐ", "BC", "TTr", "KL", "GM"})
_NORMATIVE = re.compile(r"/(?:19|20)\d\d/")
_RECIPIENTS = re.compile(r"\n\s*(?:Nơi|NƠI) (?:nhận|NHẬN)")


def addressed_province(
    document: Document, part: Part, kind: Kind | None, number: str | None, title: str | None, on: str | None
) -> Place | None:
    """The province that a document of the centre addresses, or null."""
    main = document.quote(part.span)
    addressees = _addressees(main[: part.head.end - part.span.start + _HEAD])
    if _ALL.search(addressees):
        return None
    named = {m.place for m in find_agencies(addressees, Jurisdiction(on=on)) if m.place and m.level != "doanh nghiệp"}
    if named:
        return find_place(named.pop() or "", on) if len(named) == 1 else None
    named = {place.name for place in _with_kind(title or "", on)}
    if named:
        return find_place(named.pop(), on) if len(named) == 1 else None
    if kind is None or kind.code not in _SINGLE or _NORMATIVE.search(number or ""):
        return None
    return _only_one(_body(main, part), on)


def _addressees(head: str) -> str:
    """The lines after "Kính gửi": the first, the entries of a list, what a comma or semicolon leaves open."""
    found = _ADDRESSED.search(head)
    if found is None:
        return ""
    lines = head[found.end() :].split("\n")[:_LONGEST_LIST]
    taken = [lines[0].strip()]
    for line in lines[1:]:
        open_end = not taken[-1] or taken[-1].endswith((":", ";", ",")) or " " not in taken[-1]
        if not (open_end or _ENTRY.match(line)):
            break
        taken.append(line.strip())
    return "\n".join(taken)


def _body(main: str, part: Part) -> str:
    """The text between head and recipients."""
    start = part.head.end - part.span.start
    closing = _RECIPIENTS.search(main, start)
    return main[start : closing.start() if closing else None]


def _with_kind(text: str, on: str | None) -> Iterator[Place]:
    """The provinces named with their kind ("tỉnh Gia Lai")."""
    folded = fold(text)
    for kind in _KIND.finditer(folded):
        name = names_pattern().match(folded, kind.end())
        place = find_place(name.group(), on) if name and text[kind.end()].isupper() else None
        if place and (kind.group("province") or place.kind == "thành phố"):
            yield place


def _only_one(text: str, on: str | None) -> Place | None:
    """The province whose body a text names, where it names no other province and never all of them."""
    named = {place.name: place for place in _with_kind(text, on)}
    if len(named) != 1 or _ALL.search(text):
        return None
    others = {find_place(m.group(), on) for m in names_pattern().finditer(fold(text)) if text[m.start()].isupper()}
    (name, place), *_ = named.items()
    if any(other and other.name != name for other in others):
        return None
    return (
        place if any(m.place == name and m.level == "tỉnh" for m in find_agencies(text, Jurisdiction(on=on))) else None
    )
