"""Labelled parts of a text as a tree: phần, chương, mục, điều, khoản, điểm; I, 1, a), -, +."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractors.document import Paragraph, Section, SectionKind, Span
from pipeline.structure.labels import Label, label_of

# Ranks of the kinds whose place in the tree never changes; "number", "letter", "bullet" nest by what is open.
_RANK: dict[str, int] = {
    "appendix": 0, "signature": 0, "recipients": 0, "part": 1, "chapter": 2, "section": 3, "article": 4, "roman": 5,
    "number": 6, "clause": 6, "letter": 8, "point": 8, "bullet": 10,
}  # fmt: skip
_SENTENCE = re.compile(
    r"[.;:]\s+\S|;\s*$|\bchủ trì\b|\bphối hợp với\b|\bcó trách nhiệm\b|\bchịu trách nhiệm\b", re.IGNORECASE
)
_TITLE_LENGTH = 250


@dataclass(slots=True)
class _Open:
    """A section still open while the text goes by."""

    id: str
    kind: SectionKind
    label: str
    title: str | None
    start: int
    heading: Span
    parent: str | None
    rank: float
    page: int | None
    end: int = 0
    children: dict[str, int] = field(default_factory=dict)
    sign: str = ""


class Tree:
    """Sections in text order, built by opening and closing."""

    def __init__(self) -> None:
        self.done: list[_Open] = []
        self.stack: list[_Open] = []
        self.roots: dict[str, int] = {}

    def open(
        self,
        label: str,
        kind: SectionKind,
        rank: float,
        span: Span,
        heading: Span,
        title: str | None,
        page: int | None,
        sign: str = "",
    ) -> str:
        """A section that starts here; those of the same or a lower rank end before it."""
        while self.stack and self.stack[-1].rank >= rank:
            self.stack.pop()
        parent = self.stack[-1] if self.stack else None
        seen = parent.children if parent else self.roots
        count = seen.get(label, 0) + 1
        seen[label] = count
        name = label if count == 1 else f"{label}~{count}"
        joint = "/" if parent and self._article(parent) else "."
        section = _Open(
            f"{parent.id}{joint}{name}" if parent else name, kind, label, title, span.start, heading,
            parent.id if parent else None, rank, page, span.end, sign=sign,
        )  # fmt: skip
        self.done.append(section)
        self.stack.append(section)
        self.reach(span.end)
        return section.id

    @staticmethod
    def _article(section: _Open) -> bool:
        return "Điều " in section.id

    def reach(self, end: int) -> None:
        """All open sections go on at least to here."""
        for section in self.stack:
            section.end = max(section.end, end)

    def close(self) -> None:
        """No section goes on."""
        self.stack.clear()

    @property
    def innermost(self) -> str | None:
        """The id of the section that is open now."""
        return self.stack[-1].id if self.stack else None

    def has(self, kind: SectionKind) -> bool:
        """Whether a section of a kind is open."""
        return any(section.kind == kind for section in self.stack)

    def sections(self) -> tuple[Section, ...]:
        """All sections in text order."""
        return tuple(
            Section(s.id, s.kind, s.label, s.title, Span(s.start, s.end), s.heading, s.parent, s.page)
            for s in self.done
        )


def open_label(tree: Tree, text: str, paragraph: Paragraph, label: Label) -> bool:
    """Opens the section that a labelled paragraph starts; says whether the paragraph is a heading alone."""
    rest = text[paragraph.span.start + label.end : paragraph.span.end].strip()
    kind, rank = _place(tree, label)
    title = _title(kind, rest, paragraph)
    start = paragraph.span.start
    heading = paragraph.span if title is not None or not rest else Span(start, start + label.end)
    name = label.name
    if kind == "bullet":
        name = f"{label.name}{_bullet_number(tree, rank, label.name)}"
    tree.open(name, kind, rank, paragraph.span, heading, title, paragraph.page, sign=label.name)
    return title is not None or not rest


def _bullet_number(tree: Tree, rank: float, sign: str) -> int:
    stack = [s for s in tree.stack if s.rank < rank]
    seen = stack[-1].children if stack else tree.roots
    return 1 + sum(1 for name in seen if name.startswith(sign) and name[len(sign) :].isdigit())


def _place(tree: Tree, label: Label) -> tuple[SectionKind, float]:
    kind: SectionKind = label.kind
    rank: float = _RANK[kind]
    if kind == "part" and len(label.name) == 1:
        rank = 4.5
    if kind == "number":
        dots = label.name.count(".")
        rank = 6 + min(dots, 4) * 0.3
        if label.name.isalpha() or (tree.stack and tree.stack[-1].kind in ("letter", "point") and dots == 0 and False):
            rank = 9
        if tree.has("article") and dots == 0:
            kind = "clause"
    elif kind == "letter" and tree.has("article"):
        kind = "point"
    if kind == "letter" or kind == "point":
        rank = 8 + min(label.name.count("."), 3) * 0.3
    if kind == "bullet":
        rank = 11 if label.name == "+" else 10
    return kind, rank


def _title(kind: SectionKind, rest: str, paragraph: Paragraph) -> str | None:
    """The heading's words; null when the label opens a sentence."""
    if not rest or kind == "bullet" or len(rest) > _TITLE_LENGTH:
        return None
    if paragraph.bold or kind in ("appendix", "chapter", "part", "section", "roman"):
        return rest
    bare = rest.rstrip(" .:")
    if rest.endswith((";", ",")) or _SENTENCE.search(bare):
        return None
    if rest.endswith(".") and len(bare.split()) > 12:
        return None
    return rest


__all__ = ["Tree", "label_of", "open_label"]
