"""HTML pages: the document's own part of the page, tables with merged cells, notes."""

from __future__ import annotations

import re

from extractors.document import Source
from pipeline.readers.registry import Reader
from pipeline.readers.result import Reading

_TAGS = re.compile(rb"<!doctype\s+html|<html\b|<body\b|<head\b|<table\b|<div\b|<p[\s>]", re.IGNORECASE)

# <!DOCTYPE html> | a byte order mark or a comment, and <p>: how a page begins
_OPENING = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<!--.{0,2000}?-->\s*)?"
    rb"<(?:!doctype|html|head|body|\?xml|div|p|table|meta)\b",
    re.IGNORECASE | re.DOTALL,
)


def matches(data: bytes, name: str) -> bool:
    """Tags near the start; a name alone decides only for files that hold a tag at all."""
    head = data[:4096].replace(b"\x00", b"")
    if _OPENING.match(head):
        return True
    return (
        name.lower().endswith((".html", ".htm", ".xhtml"))
        and _TAGS.search(data[:65536].replace(b"\x00", b"")) is not None
    )


def read_html(data: bytes, source: Source) -> Reading:
    """One block a paragraph or table cell."""
    from pipeline.readers._html.page import read_page  # noqa: PLC0415 - the library is loaded by the first page

    return read_page(data, source)


READER = Reader("html", "html", 60, matches, read_html)
