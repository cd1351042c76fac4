"""Tables that an export flattened to one cell a line, "|" after each: rows and columns again."""

from __future__ import annotations

from pipeline.normalize.draft import Draft, Item
from pipeline.normalize.wraps import unwrap


def restore(drafts: list[Draft]) -> list[Item]:
    """Paragraphs and tables in text order."""
    groups: list[list[Draft]] = [[]]
    for draft in drafts:
        text = draft.text.text
        if text.endswith("|"):
            rest = draft.text.cut(0, len(text) - 1).strip()
            if rest:
                draft.text = rest
                groups[-1].append(draft)
            groups.append([])
        else:
            groups[-1].append(draft)
    return [paragraph for group in groups for paragraph in unwrap(group)]
