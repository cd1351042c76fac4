"""A letterhead whose two halves stand on one line each ("BỘ TÀI CHÍNH  CỘNG HÒA XÃ HỘI …"): left half, then right."""

from __future__ import annotations

import re

from pipeline.normalize.draft import Draft, DraftTable, Item
from pipeline.readers.traced import Traced

# Where the right half begins, also as recognition spells it.
_RIGHT = re.compile(
    r"\s*[|_]?\s+(?=(?:CỘNG|CONG|CỌNG|CÔNG) H[OÒÔ0][AÀ] X|ĐẢNG CỘNG SẢN|(?:Độc|Doc|Đôc|Dộc) l[âậa]p\s*-|"
    r"[^\W\d_][\w.]*(?: [^\W\d_][\w.-]*){0,4}, ngày)"
)
# a place and date alone: "Lai Châu, ngày 29" has no left half
_DATE_ALONE = re.compile(r"\s*[^\W\d_][^\W\d_]*[a-zà-ỹ.](?: [^\W\d_][\w.-]*){0,4}, ngày")
_LINES = 14


def split_letterhead(items: list[Item]) -> list[Item]:
    """The items with the letterhead's lines in reading order."""
    head: list[Draft] = []
    for item in items[:_LINES]:
        if isinstance(item, DraftTable) or "|" in item.text.text[-1:]:
            break
        head.append(item)
    cuts = {i: match for i, draft in enumerate(head) if (match := _cut(draft.text.text))}
    if not cuts or min(cuts) > 6:
        return items
    first, last = min(cuts), max(cuts)
    left: list[Item] = []
    right: list[Item] = []
    for index in range(first, last + 1):
        draft = head[index]
        match = cuts.get(index)
        if match is None:
            (right if _RIGHT.match(f"  {draft.text.text}") else left).append(draft)
            continue
        left.append(_part(draft, draft.text.cut(0, match.start()).strip()))
        right.append(_part(draft, draft.text.cut(match.end()).strip()))
    return [*items[:first], *left, *right, *items[last + 1 :]]


def _cut(text: str) -> re.Match[str] | None:
    match = None if _DATE_ALONE.match(text) else _RIGHT.search(text)
    return match if match and 2 < match.start() < 90 else None


def _part(draft: Draft, text: Traced) -> Draft:
    return Draft(text, draft.page, draft.bold, draft.italic, gap=True)
