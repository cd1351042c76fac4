"""Mentions that are the document itself: its number, its number line, its blank number, its own name.

A text names itself in its head ("Số: 473/KH-UBND"), in what is attached ("Kèm theo Quyết định số 1498/QĐ-UBND") and,
when it is a law, by its title.
"""

from __future__ import annotations

import re

from extractors.document import Document, Span
from extractors.findings import Header
from extractors.fold import fold
from extractors.mentions import Mention

# "Số: " | "Số $": a number line, also as a scan reads it
_LINE = re.compile(r"(?:^|\n)[\s*_]*S[ốÔôỐóo6][\s*_]*(?::|[^\w\s]{1,3})[\s*_]*$", re.IGNORECASE)
_NUMBERED = re.compile(r"\s+số\s+\S+$")


def without_own(mentions: list[Mention], document: Document, headers: tuple[Header, ...]) -> list[Mention]:
    """The mentions that are not the document itself, or an attachment of it, and so citations."""
    numbers = frozenset(fold(h.number) for h in headers if h.number)
    heads = [part.head for part in document.parts if len(part.head)]

    def own_number(mention: Mention) -> bool:
        named = bool(numbers) and fold(str(mention.number)) in numbers
        return named or (bool(heads) and _number_line(mention, document, heads))

    return [m for m in mentions if not (own_number(m) if m.number and not m.blank else _is_own(m, document, headers))]


def _is_own(mention: Mention, document: Document, headers: tuple[Header, ...]) -> bool:
    if mention.blank:
        return _own_blank(mention, document, headers)
    if mention.kind == "law" and not mention.on:
        return any(h.title and h.type == mention.type and _named(mention, h) for h in headers)
    return False


def _number_line(mention: Mention, document: Document, heads: list[Span]) -> bool:
    """ "Số: 473/KH-UBND" in a head, whether or not the header could be read."""
    if mention.kind != "numbered" or not any(mention.start in head for head in heads):
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
