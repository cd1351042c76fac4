"""What a table column or an attribute line holds, from its name: "Cơ quan chủ trì", "Thời gian hoàn thành:"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, cast

from extractors.document import Span
from extractors.fold import fold, norm
from extractors.vocabulary import table

ColumnKind = Literal[
    "order", "task", "lead", "coordinate", "shared", "responsible", "receive", "deadline", "product",
    "note", "person", "funding", "procedure",
]  # fmt: skip

# "Cơ quan thực hiện:", "(Thời gian hoàn thành:"; at most eight words before the colon
_KEY = re.compile(
    r"\s*[(*]?\s*(?P<key>[^\W\d](?:[^\s:;.()|]+)(?:[ /,]+[^\s:;.()|]+){0,8}(?: ?\([^):]{1,40}\))?)\s*:\s*"
)
_FIRST_WORD = re.compile(r"\s*[(*]?\s*([^\W_]+)")
# the words that an attribute's name may open with
_HEADS = (
    "co quan", "don vi", "chu tri", "phoi hop", "thoi gian", "thoi han", "tien do", "san pham", "noi dung", "nhiem vu",
    "kinh phi", "ket qua", "phan cong", "trach nhiem", "nguon", "hinh thuc", "hoan thanh", "lo trinh", "cap thuc hien",
    "trinh tu", "cach thuc", "thanh phan", "doi tuong", "dia diem", "phi le phi",
)  # fmt: skip
# a key that names the doer; "Cơ quan quản lý trực tiếp: là …" defines a term
_DOER = re.compile(
    r"thuc hien|phan cong|trach nhiem|tham muu|duoc giao|soan thao|trinh|^(?:co quan|don vi|co quan don vi)$"
)


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute at the head of a line; ``value`` runs to the line's end."""

    kind: ColumnKind
    key: Span
    value: Span


@cache
def _phrases() -> tuple[tuple[str, ColumnKind], ...]:
    return tuple((norm(row["phrase"]), cast(ColumnKind, row["kind"])) for row in table("duty_columns"))


@lru_cache(maxsize=4096)
def column_kind(name: str) -> ColumnKind | None:
    """The kind of a column by its name; the first phrase of the table that the name holds decides."""
    folded = f" {norm(name)} "
    if len(folded) > 90:
        return None
    return next((kind for phrase, kind in _phrases() if f" {phrase} " in folded), None)


@cache
def _head_words() -> tuple[str, ...]:
    """The first words of the heads, for a quick look."""
    return tuple({head.split()[0] for head in _HEADS})


def attribute(text: str, start: int, end: int) -> Attribute | None:
    """The attribute that ``text[start:end]`` opens with, or None."""
    first = _FIRST_WORD.match(text, start, end) if text.find(":", start, end) >= 0 else None
    match = _KEY.match(text, start, end) if first and fold(first[1]).startswith(_head_words()) else None
    if match is None or " của " in match["key"] or not norm(match["key"]).startswith(_HEADS):
        return None
    kind = column_kind(match["key"])
    if kind == "responsible" and not _DOER.search(norm(match["key"])):
        return None
    return Attribute(kind, Span(*match.span("key")), Span(match.end(), end)) if kind else None
