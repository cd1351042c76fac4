"""What is on the paper or the web page but not in the document: scanner, signature stamps, web forms, rule lines."""

from __future__ import annotations

import re

from extractors.document import Removed, Span
from pipeline.normalize.draft import DraftTable, Item

# rule -> the whole line
_LINES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("rule_line", re.compile(r"[\W_]*[-_=*~.…]{3,}[\W_]*|[-_=*~…—•]+|[\W_]{0,3}_{2,}[\W_]*")),
    (
        "scanner",
        re.compile(
            r"(?:Produced with ScanToPDF|Scanned (?:by|with) (?:CamScanner|TapScanner|\w{2,20})|(?:Generated|Created) (?:by|with) [\w .]{2,40})\.?",
            re.IGNORECASE,
        ),
    ),
)


def without_furniture(drafts: list[Item], source_format: str) -> tuple[list[Item], tuple[Removed, ...]]:
    """The drafts that belong to the document, and the rest with the rule that took it out."""
    kept: list[Item] = []
    removed: list[Removed] = []
    for draft in drafts:
        if isinstance(draft, DraftTable):
            kept.append(draft)
            continue
        rule = next((name for name, pattern in _LINES if pattern.fullmatch(draft.text.text)), None)
        if rule is None:
            kept.append(draft)
        else:
            text = draft.text
            removed.append(Removed(rule, text.text, Span(text.source(0), text.source(len(text) - 1) + 1)))
    return kept, tuple(removed)
