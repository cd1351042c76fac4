"""Decisions on a body's functions: "Nhiệm vụ và quyền hạn" lists what the body that the title names has to do."""

from __future__ import annotations

import re

from extractors.findings import AgencyMention
from extractors.responsibilities.lines import Line
from extractors.responsibilities.scopes import Scope
from extractors.responsibilities.values import Context

# the head of the article, no body in it: "Nhiệm vụ và quyền hạn", "Chức năng, nhiệm vụ, quyền hạn chung:"
_ARTICLE = re.compile(
    r"(?:vị trí, )?(?:chức năng,? (?:và )?)?(?:nhiệm vụ|trách nhiệm)(?:,| và|, chức năng,?) quyền hạn"
    r"(?: (?:chung|cụ thể|chủ yếu))?\s*[.:]?|nhiệm vụ\s*[.:]?",
    re.IGNORECASE,
)
# "quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của | Sở Tư pháp thành phố Hà Nội"
_TITLE = re.compile(r"chức năng, nhiệm vụ[^.;:]{0,80} của (?P<body>.+)", re.IGNORECASE | re.DOTALL)


def article(context: Context, line: Line, following: Line | None) -> Scope | None:
    """The scope of the article that lists the tasks of the body of the title, or None."""
    if not line.opens or following is None or line.opens not in following.chain:
        return None
    if _ARTICLE.fullmatch(context.text, line.span.start, line.span.end) is None:
        return None
    body = _body(context, line.part)
    return Scope(((body, "responsible"),), line.opens, line.parent, said=True) if body else None


def _body(context: Context, part: int) -> AgencyMention | None:
    """The first mention of the body whose functions the title of a part says that it defines."""
    header = context.header_at(part)
    said = _TITLE.search(header.title or "") if header else None
    if said is None:
        return None
    name = said["body"].casefold()
    for line in context.lines:
        if line.part != part or not line.chain:
            continue
        for mention in context.mentions.within(line.span.start, line.span.end):
            if mention.level is not None and name.startswith(mention.quote.casefold()):
                return mention
    return None
