"""Organisations outside the registry of agencies: recognised by their first words, kept as printed."""

from __future__ import annotations

import re
from functools import cache

from extractors.document import Span
from extractors.findings import AgencyMention, Evidence
from extractors.fold import slug
from extractors.responsibilities.values import Context
from extractors.vocabulary import table


@cache
def _heads() -> re.Pattern[str]:
    heads = sorted((row["head"] for row in table("organisations")), key=len, reverse=True)
    return re.compile(rf"(?:các |những )?(?:{'|'.join(map(re.escape, heads))})(?!\w)", re.IGNORECASE)


# "Tổ chức thực hiện" is work, "Trường hợp …" a condition: no body
_WORK = re.compile(r"(?:tổ chức (?:thực hiện|triển khai|thi hành)|trường hợp)(?!\w)", re.IGNORECASE)


def names_organisation(words: str) -> bool:
    """Whether words open as the name of an organisation: "Các doanh nghiệp viễn thông"."""
    return words[:1].isupper() and _heads().match(words) is not None and not _WORK.match(words)


def as_printed(context: Context, span: Span, part: int) -> AgencyMention | None:
    """An organisation by its printed name; None where the words name none. ``score`` 0 marks it as unresolved."""
    words = span.of(context.text)
    head = _heads().match(words)
    if head is None or head.end() == len(words) or _WORK.match(words):
        return None
    header = context.header_at(part)
    scope = (header and header.jurisdiction.scope) or "unknown"
    group = words.lower().startswith(("các ", "những "))
    name = words[0].lower() + words[1:] if group else words
    evidence = Evidence.at(context.document, span)
    return AgencyMention(evidence, name, f"agency:{scope}:{slug(name)}", is_group=group, score=0.0)
