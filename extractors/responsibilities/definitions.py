"""Bodies that a regulation defines: "Thuê bao: là cơ quan, tổ chức, cá nhân được cấp Chứng thư chữ ký số …"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extractors.agencies import agency_id
from extractors.document import Document, Span
from extractors.findings import AgencyMention, Evidence
from extractors.responsibilities.lines import Line
from extractors.vocabulary import UPPER

# the title of the article that defines words
DEFINES = re.compile(r"giải thích (?:từ ngữ|thuật ngữ)", re.IGNORECASE)
# "Thuê bao: là cơ quan, tổ chức", "Đơn vị sử dụng là các đơn vị", "Bên giao thầu (sau đây gọi là …) là tổ chức"
_TERM = re.compile(
    rf"[“\"]?(?P<term>[{UPPER}]\w+(?: [\w/]+){{0,6}}?)[”\"]?\s*(?:\([^()]{{1,120}}\))?\s*:?\s+"
    r"(?:là|được hiểu là|bao gồm|gồm)(?: các| những)?(?: một)? (?:cơ quan|tổ chức|đơn vị|doanh nghiệp)(?!\w)"
)
_PERSONS = re.compile(r"(?:người|bên|cá nhân|cán bộ|việc|hoạt động|công tác)(?!\w)", re.IGNORECASE)


def defined_terms(text: str, lines: Iterable[Line], defining: frozenset[str]) -> tuple[str, ...]:
    """The terms that stand for bodies, from the lines of the sections ``defining`` that explain words."""
    found = (_TERM.match(text, line.span.start, line.span.end) for line in lines if not defining.isdisjoint(line.chain))
    return tuple(dict.fromkeys(term["term"] for term in found if term and not _PERSONS.match(term["term"])))


def pattern(terms: tuple[str, ...]) -> re.Pattern[str] | None:
    """Where one of the terms stands, with a capital or not; None without terms."""
    if not terms:
        return None
    longest = sorted(terms, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", re.IGNORECASE)


def mentions(document: Document, span: Span, terms: re.Pattern[str], scope: str | None) -> Iterator[AgencyMention]:
    """The mentions of defined bodies in a range, as groups under their printed name."""
    for found in terms.finditer(document.text, span.start, span.end):
        name = found[0]
        place = Evidence.at(document, Span(*found.span()))
        yield AgencyMention(place, name, agency_id(scope or "unknown", name), is_group=True)
