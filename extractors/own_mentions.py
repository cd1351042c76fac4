"""Mentions that are the document itself: its number, its number line, its blank number, its own name.

A text names itself in its head ("Số: 473/KH-UBND"), in what is attached ("Kèm theo Quyết định số 1498/QĐ-UBND") and,
when it is a law, by its title.
"""

from __future__ import annotations

import re

from extractors.document import Document
from extractors.findings import Header
from extractors.fold import fold
from extractors.mentions import Mention

# "Số: " | "Số $": a number line, also as a scan reads it
_LINE = re.compile(r"(?:^|\n)[\s*_]*S[ốÔôỐóo6][\s*_]*(?::|[^\w\s]{1,3})[\s*_]*$", re.IGNORECASE)
_NUMBERED = re.compile(r"\s+số\s+\S+$")


def is_own(mention: Mention, document: Document, headers: tuple[Header, ...]) -> bool:
    """Whether a mention is the document itself, or an attachment of it, and so no citation."""
    if mention.blank:
        return _own_blank(mention, document, headers)
    if mention.number:
        return _own_number(mention, headers) or _number_line(mention, document)
    if mention.kind == "law" and not mention.on:
        return any(h.title and h.type == mention.type and _named(mention, h) for h in headers)
    return False


def _own_number(mention: Mention, headers: tuple[Header, ...]) -> bool:
    own = [h.number for h in headers if h.number]
    return bool(own) and fold(str(mention.number)) in map(fold, own)


def _number_line(mention: Mention, document: Document) -> bool:
    """ "Số: 473/KH-UBND" in a head, whether or not the header could be read."""
    at = mention.start
    if mention.kind != "numbered" or not [p for p in document.parts if p.head.start <= at < p.head.end]:
        return False
    return _LINE.search(document.text, max(0, mention.start - 12), mention.start) is not None


def _own_blank(mention: Mention, document: Document, headers: tuple[Header, ...]) -> bool:
    """A number left open in an attachment's head, or the own number before it was filled in."""
    main = headers[0] if headers else None
    if main is None or mention.type != main.type:
        return False
    if main.number:
        return bool(mention.sign) and fold(main.number).endswith(fold(str(mention.sign)))
    return any(mention.start in part.head for part in document.parts[1:])


def _named(mention: Mention, header: Header) -> bool:
    """Whether a law's name is the header's title; the number of the law that it amends may follow."""
    if not (mention.name and header.title):
        return False
    name, title = (fold(_NUMBERED.sub("", words)) for words in (mention.name, header.title))
    return name == title or name in {f"{kind} {title}" for kind in ("luat", "bo luat", "phap lenh")}
