"""Text files: decoding, and the light markup (front matter, emphasis, escapes, headings) that exports leave in them."""

from __future__ import annotations

import re

from extractors.document import OffsetMap, Removed, Source, Span
from pipeline.readers.decoding import decode
from pipeline.readers.markdown import Line, is_markdown, unmark_lines
from pipeline.readers.pandoc import flatten
from pipeline.readers.pipes import find_tables, is_row, table_blocks
from pipeline.readers.registry import Reader
from pipeline.readers.result import Block, Reading, Style
from pipeline.readers.traced import Traced

# "---\ntitle: …\n---\n" at the very start: an export's catalogue card, not the document.
_FRONT_MATTER = re.compile(r"\A\s*---[ \t]*\n(?:[^\n]*\n){0,40}?---[ \t]*(?:\n|\Z)")
# "--- PAGE BREAK ---" and the form feed, as converters mark the end of a page.
_PAGE_BREAK = re.compile(r"^[ \t]*(?:-{2,}[ \t]*PAGE BREAK[ \t]*-{2,})[ \t]*$|\f", re.MULTILINE | re.IGNORECASE)
# "<jsontable name="bang_0"> </jsontable>", "<br/>": tags that an export left behind.
_TAG = re.compile(
    r"</?(?:jsontable|br|p|div|span|table|tr|td|th|b|i|u|strong|em|sup|sub)\b[^<>\n]{0,200}>", re.IGNORECASE
)
_LINE = re.compile(r"[^\n]*\n?")


def read_text(data: bytes, source: Source) -> Reading:
    """One block a line; ``raw`` is the decoded file with ``\\n`` as line end."""
    raw, encoding = decode(data, source.path)
    raw = raw.replace("\r\n", "\n").replace("\r", "\n")
    removed: list[Removed] = []
    start = 0
    if front := _FRONT_MATTER.match(raw):
        removed.append(Removed("front_matter", front.group(), Span(0, front.end())))
        start = front.end()
    blocks = _blocks(_lines(raw, start, removed), marked=is_markdown(raw))
    kept = Source(source.path, source.sha256, source.format, source.pages, source.ocr, encoding)
    return Reading(kept, raw, tuple(blocks), tuple(removed))


def _blocks(lines: list[Line], *, marked: bool) -> list[Block]:
    """The blocks of all lines; tables of Markdown as cells."""
    blocks: list[Block] = []
    at = 0
    for number, (first, last) in enumerate(find_tables(lines)):
        blocks += _running(lines[at:first], marked=marked)
        blocks += table_blocks(lines[first:last], number)
        at = last
    return blocks + _running(lines[at:], marked=marked)


def _running(lines: list[Line], *, marked: bool) -> list[Block]:
    drawn = flatten(lines)
    return unmark_lines(drawn) if marked else [_block(line, page, gap) for line, page, gap in drawn]


def _lines(raw: str, start: int, removed: list[Removed]) -> list[Line]:
    """The lines that have words: text, page (where the file marks pages) and whether an empty line stands before."""
    paged = _PAGE_BREAK.search(raw) is not None
    page = 1 if paged else None
    gap = False
    lines: list[Line] = []
    for match in _LINE.finditer(raw, start):
        line = Traced.at(match.group().rstrip("\n"), match.start())
        if paged and page is not None and (mark := _PAGE_BREAK.search(line.text)):
            removed.append(Removed("page_break", line.text, Span(match.start(), match.start() + len(line))))
            page += 1
            gap = True
            if "\f" not in line.text:
                continue
            line = line.cut(mark.end())
        if "<" in line.text and not is_row(line.text):
            for tag in _TAG.finditer(line.text):
                span = Span(line.source(tag.start()), line.source(tag.end() - 1) + 1)
                removed.append(Removed("markup", tag.group(), span))
            line = line.without_matches(_TAG)
        if not line.text.strip():
            gap = True
            continue
        lines.append((line, page, gap))
        gap = False
    return lines


def _block(line: Traced, page: int | None, gap: bool) -> Block:
    span = Span(line.source(0), line.source(len(line) - 1) + 1)
    return Block(
        line.text, "line", page, style=Style(), source=span, offsets=OffsetMap(line.starts, line.sources), gap=gap
    )


READER = Reader("text", "txt", 90, lambda data, name: True, read_text)  # noqa: ARG005 - what no other reader takes
