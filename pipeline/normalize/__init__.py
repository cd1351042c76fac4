"""A reading to the normalized text: characters, furniture, flattened tables, hard wraps."""

from __future__ import annotations

from extractors.document import Removed
from pipeline.normalize.build import Body, build
from pipeline.normalize.chars import clean
from pipeline.normalize.draft import Draft, Item
from pipeline.normalize.flat_tables import restore
from pipeline.normalize.furniture import without_furniture
from pipeline.readers.result import Block, Reading


def normalize(reading: Reading) -> tuple[Body, tuple[Removed, ...]]:
    """The body of the document and what was taken out of it."""
    drafts = [draft for block in reading.blocks if block.cell is None and (draft := draft_of(block)).text]
    drafts, removed = without_furniture(drafts, reading.source.format)
    items: list[Item] = restore(drafts)
    return build(items), reading.removed + removed


def draft_of(block: Block) -> Draft:
    """A block with its characters in one form."""
    style = block.style
    return Draft(
        clean(block.traced()), block.page, style.bold, style.italic, style.centered, style.size, block.gap,
        block.continues, block.fill, whole=block.kind != "line", heading=block.heading,
        kind="footnote" if block.kind == "footnote" else None, mark=block.mark,
    )  # fmt: skip
