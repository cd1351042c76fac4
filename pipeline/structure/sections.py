"""Labelled parts of a text as a tree: phần, chương, mục, điều, khoản, điểm; I, 1, a), -, +."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from extractors.document import Paragraph, Section, SectionKind, Span
from pipeline.normalize.labels import CAPITALS, Label

# Where a kind stands in the tree. A capital letter ("A.") stands above roman numerals; "1.1" below "1"; "+" below "-".
_RANK: dict[str, float] = {
    "appendix": 0, "signature": 0, "recipients": 0, "part": 1, "chapter": 2, "section": 3, "article": 4, "roman": 5,
    "number": 6, "letter": 8, "bullet": 10, "table": 20,
}  # fmt: skip
_CAPITAL_RANK = 4.5
_BRACKET_RANK = 9.0
# Words that make a labelled line a sentence: someone is told to do something.
_DUTY = re.compile(r"\b(?:chủ trì|phối hợp|có trách nhiệm|chịu trách nhiệm|căn cứ vào|có hiệu lực)\b", re.IGNORECASE)
_NEXT_SENTENCE = re.compile(rf"[.!?…]\s+[{CAPITALS}]")
_TITLE_LENGTH = 250
# The most words of a heading that ends in a full stop, by what stands below it.
_ITEM_WORDS = {"text": 14, "items": 40}

Below = Literal["text", "items"] | None


@dataclass(slots=True)
class _Open:
    id: str
    kind: SectionKind
    label: str
    title: str | None
    start: int
    heading: Span
    parent: str | None
    rank: float
    page: int | None
    end: int
    children: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a label stands: its kind in this tree and its rank."""

    kind: SectionKind
    rank: float


class Tree:
    """Sections in text order, built by opening and closing."""

    def __init__(self) -> None:
        self._done: list[_Open] = []
        self._stack: list[_Open] = []
        self._roots: dict[str, int] = {}

    def open(self, key: str, label: str, place: Place, paragraph: Paragraph, heading: Span, title: str | None) -> None:
        """A section that starts with a paragraph; those of the same or a lower rank end before it.

        ``key`` is the label's part of the id; "4.2" under "4" adds only its own figure.
        """
        while self._stack and self._stack[-1].rank >= place.rank:
            self._stack.pop()
        parent = self._stack[-1] if self._stack else None
        seen = parent.children if parent else self._roots
        if parent and key.startswith(f"{parent.label}.") and place.kind == parent.kind:
            key = key[len(parent.label) + 1 :]
        seen[key] = seen.get(key, 0) + 1
        name = key if seen[key] == 1 else f"{key}~{seen[key]}"
        joint = "/" if parent and "Điều " in parent.id else "."
        section = _Open(
            f"{parent.id}{joint}{name}" if parent else name, place.kind, label, title, paragraph.span.start, heading,
            parent.id if parent else None, place.rank, paragraph.page, paragraph.span.end,
        )  # fmt: skip
        self._done.append(section)
        self._stack.append(section)
        self.reach(paragraph.span.end)

    def note(self, mark: str, paragraph: Paragraph) -> str:
        """A footnote: a section of its own that opens and closes nothing."""
        self._roots[mark] = self._roots.get(mark, 0) + 1
        name = mark if self._roots[mark] == 1 else f"{mark}~{self._roots[mark]}"
        span = paragraph.span
        self._done.append(_Open(name, "footnote", mark, None, span.start, span, None, 99, paragraph.page, span.end))
        return name

    def entitle(self, span: Span, title: str) -> bool:
        """A line that follows "Chương I" or "PHỤ LỤC" is its title; says whether one waits for it."""
        last = self._stack[-1] if self._stack else None
        if last is None or last.title is not None or last.kind not in ("chapter", "section", "part", "appendix"):
            return False
        if last.heading.end + 1 != span.start or last is not self._done[-1]:
            return False
        last.title = title
        last.heading = Span(last.heading.start, span.end)
        self.reach(span.end)
        return True

    def reach(self, end: int) -> None:
        """All open sections go on at least to here."""
        for section in self._stack:
            section.end = max(section.end, end)

    def close(self, kind: SectionKind | None = None) -> None:
        """No section goes on; with a kind, only if the innermost is of it."""
        if kind is None:
            self._stack.clear()
        elif self._stack and self._stack[-1].kind == kind:
            self._stack.pop()

    @property
    def innermost(self) -> str | None:
        """The id of the section that is open now."""
        return self._stack[-1].id if self._stack else None

    def has(self, kind: SectionKind) -> bool:
        """Whether a section of a kind is open."""
        return any(section.kind == kind for section in self._stack)

    def place(self, label: Label) -> Place:
        """Where a label stands in this tree."""
        rank = _RANK[label.kind]
        dots = label.name.count(".")
        if label.kind == "part" and len(label.name) == 1:
            return Place("part", _CAPITAL_RANK)
        if label.kind == "number":
            if label.bracket:
                return Place("number", _BRACKET_RANK)
            clause = self.has("article") and not self.has("roman")
            return Place("clause" if clause else "number", rank + 0.3 * min(dots, 5))
        if label.kind == "letter":
            return Place("point" if self.has("article") else "letter", rank + 0.2 * min(dots, 4))
        if label.kind == "bullet":
            return Place("bullet", rank + (1 if label.name in "+*" else 0))
        return Place(label.kind, rank)

    def bullet_key(self, rank: float, sign: str) -> str:
        """ "-3": the third bullet of its sign under the section it will stand in."""
        stack = [section for section in self._stack if section.rank < rank]
        seen = stack[-1].children if stack else self._roots
        count = seen.get(f"count {sign}", 0) + 1
        seen[f"count {sign}"] = count
        return f"{sign}{count}"

    def sections(self) -> tuple[Section, ...]:
        """All sections in text order."""
        return tuple(
            Section(s.id, s.kind, s.label, s.title, Span(s.start, s.end), s.heading, s.parent, s.page)
            for s in self._done
        )


def open_label(tree: Tree, paragraph: Paragraph, words: str, label: Label, below: Below) -> bool:
    """Opens the section of a labelled paragraph; says whether the whole paragraph is its heading.

    ``below``: what follows under it. An item that ends in a full stop or colon is a heading only if something does.
    """
    place = tree.place(label)
    rest = words[label.end :].strip()
    title = _title(place.kind, rest, paragraph, below)
    start = paragraph.span.start
    whole = title is not None or not rest
    heading = paragraph.span if whole else Span(start, start + len(words[: label.end].rstrip()))
    key = tree.bullet_key(place.rank, label.name) if place.kind == "bullet" else label.name
    tree.open(key, label.name, place, paragraph, heading, title)
    return whole


def _title(kind: SectionKind, rest: str, paragraph: Paragraph, below: Below) -> str | None:
    """The heading's words; null when the label opens a sentence."""
    if not rest or kind == "bullet" or len(rest) > _TITLE_LENGTH:
        return None
    if paragraph.bold or kind in ("appendix", "chapter", "part", "section", "roman"):
        return rest
    if _DUTY.search(rest) or _NEXT_SENTENCE.search(rest) or rest.endswith((";", ",", "./.")):
        return None
    if rest.endswith("."):
        return rest if below and len(rest.split()) <= _ITEM_WORDS[below] else None
    if rest.endswith(":"):
        return rest if below else None
    return rest
