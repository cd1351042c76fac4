"""The name of a document's type as a title block prints it (Nghị định 30/2020/NĐ-CP, Phụ lục III, and older ones)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractors.fold import norm
from extractors.header.segments import Segment
from extractors.numbers import DocumentNumber
from extractors.vocabulary import table


@dataclass(frozen=True, slots=True)
class Kind:
    """A type: its printed name, its code ("KH", or the name itself where the law gives none), may it be attached."""

    name: str
    code: str
    attachment: bool


@cache
def _kinds() -> dict[str, Kind]:
    kinds = (Kind(r["name"], r["code"], r["attachment"] == "yes") for r in table("header_types"))
    return {norm(k.name): k for k in kinds}


def kind_of_code(code: str) -> Kind | None:
    """The type of a code ("CV", "KH"); the shortest name of several."""
    return min((k for k in _kinds().values() if k.code == code), key=lambda k: len(k.name), default=None)


def kind_of_number(number: DocumentNumber | None) -> Kind | None:
    """The type that a number's sign names: ``473/KH-UBND`` is a Kế hoạch, ``5253/CT-CS`` a letter."""
    return kind_of_code(number.type) if number and number.type else None


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_kinds(), key=len, reverse=True)
    alternation = "|".join(re.escape(n).replace(r"\ ", r"[\s,–-]{1,4}") for n in names)
    return re.compile(rf"({alternation})(?!\w)")


# "PHỤ LỤC", "PHỤ LỤC SỐ 01", "Phụ lục I:", "BIỂU SỐ 2", "PHỤ LỤC 1A", "PHỤ LỤC II.1"
_NUMBERED = re.compile(
    r"(?:phu luc|bieu|bieu mau)(?: so)?(?: (?:[ivx]{1,5}|\d{1,2})(?:[a-z]|[.-]?(?:\d{1,2}|[a-z]))?)?(?!\w)(?:\s*[:.])?"
)


# "QUY ĐỊNH CHUNG", "QUY ĐỊNH CỤ THỂ": headings of chapters
_CHAPTER = re.compile(
    r"quy dinh (?:chung|cu the|chuyen tiep|khac|ve noi dung)\b|huong dan (?:chung|thuc hien)$|ke hoach va\b"
)


@dataclass(frozen=True, slots=True)
class TypeLine:
    """A type found at the start of a segment; ``length`` is how much of the segment it takes, label included."""

    kind: Kind
    length: int

    def rest(self, segment: Segment) -> str:
        """What follows the type in the same segment: the title, when the print has both on one line."""
        return segment.text[self.length :].strip(" :.")


def type_line(segment: Segment) -> TypeLine | None:
    """The type that a segment states, alone or in capitals before its title; null for running text.

    "KẾ HOẠCH" and "KẾ HOẠCH TRIỂN KHAI …" are type lines; "Kế hoạch này …" and "QUYẾT ĐỊNH:" (which opens the
    provisions) are not.
    """
    match = _pattern().match(segment.folded)
    if match and _CHAPTER.match(segment.folded):
        return None
    if not match or (segment.text.endswith(":") and not segment.folded.startswith("phu luc")):
        return None
    kind = _kinds()[norm(match.group(1))]
    numbered = _NUMBERED.match(segment.folded)
    end = max(match.end(), numbered.end() if numbered else 0)
    name = segment.text[: match.end()]
    alone = end >= len(segment.text.rstrip(" :.;"))
    capitals = sum(c.isupper() for c in name) >= sum(c.isalpha() for c in name) - 1
    before_title = capitals and segment.text[end : end + 1] in (" ", ":", ".", "-")
    if (alone and (capitals or name[:1].isupper())) or before_title:
        return TypeLine(kind, end)
    return None
