"""The structure of a normalized text: kinds of paragraphs, sections, footnotes, parts."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.document import Document, Paragraph, Removed, Section, Source, Span
from pipeline.normalize.build import Body
from pipeline.structure.footnotes import find_footnotes
from pipeline.structure.labels import label_of
from pipeline.structure.parts import find_parts
from pipeline.structure.sections import Tree, open_label

_RECIPIENTS = re.compile(r"(?:Nơi nhận|NƠI NHẬN|Noi nhận|Nơi nhân|Nai nhận)\s*:?")
_SIGNATURE = re.compile(
    r"(?:TM|KT|TL|TUQ|Q|T/M|T\.M|K\.T)\.\s?\S|(?:CHỦ TỊCH|PHÓ CHỦ TỊCH|BỘ TRƯỞNG|THỨ TRƯỞNG|GIÁM ĐỐC|PHÓ GIÁM ĐỐC|CHỦ TỊCH QUỐC HỘI|BÍ THƯ|PHÓ BÍ THƯ|CỤC TRƯỞNG|TỔNG CỤC TRƯỞNG)\s*$"
)


def structure(body: Body, source: Source, removed: tuple[Removed, ...]) -> Document:
    """The document of a body."""
    text = body.text
    paragraphs, sections = _walk(text, body)
    footnotes = find_footnotes(text, paragraphs, body.notes)
    return Document(
        text=text,
        source=source,
        paragraphs=paragraphs,
        sections=sections,
        tables=tuple(body.tables),
        footnotes=footnotes,
        parts=find_parts(text, paragraphs),
        removed=removed,
        offsets=body.offsets,
    )


def _walk(text: str, body: Body) -> tuple[tuple[Paragraph, ...], tuple[Section, ...]]:
    tree = Tree()
    found: list[Paragraph] = []
    for paragraph in body.paragraphs:
        words = text[paragraph.span.start : paragraph.span.end]
        label = label_of(words)
        kind = paragraph.kind
        if kind == "text" and label:
            kind = "heading" if open_label(tree, text, paragraph, label) else "text"
        elif kind == "text" and _RECIPIENTS.match(words):
            tree.open("Nơi nhận", "recipients", 0, paragraph.span, paragraph.span, None, paragraph.page)
            kind = "recipients"
        else:
            tree.reach(paragraph.span.end)
        found.append(replace(paragraph, kind=kind, section=tree.innermost))
    return tuple(found), tree.sections()


__all__ = ["Span", "structure"]
