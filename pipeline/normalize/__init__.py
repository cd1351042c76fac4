"""A reading to the normalized text: characters, furniture, flattened tables, hard wraps."""

from __future__ import annotations

from extractors.document import Removed
from pipeline.normalize.blocks import pieces
from pipeline.normalize.build import Body, build
from pipeline.normalize.draft import Draft, DraftTable, Item
from pipeline.normalize.flat_tables import restore
from pipeline.normalize.furniture import without_furniture
from pipeline.normalize.grid import merge_pages
from pipeline.normalize.letterhead import split_letterhead
from pipeline.normalize.runs import split_runs
from pipeline.readers.result import Reading


def normalize(reading: Reading) -> tuple[Body, tuple[Removed, ...]]:
    """The body of the document and what was taken out of it."""
    lines, removed = without_furniture(split_runs(pieces(reading)))
    if reading.source.format == "txt":
        lines = split_letterhead(lines)
    items: list[Item] = []
    run: list[Draft] = []
    for line in lines:
        if isinstance(line, DraftTable):
            items.extend(restore(run))
            run = []
            items.append(line)
        else:
            run.append(line)
    items.extend(restore(run))
    items, repeated = merge_pages(items)
    return build(items), (*reading.removed, *removed, *repeated)
