"""The labels that open a part of an official paper, in the order of the drafting rules (Nghị định 30/2020/NĐ-CP)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.document import SectionKind

CAPITALS = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"


def _rule(pattern: str) -> re.Pattern[str]:
    """A pattern in which ``<UP>`` stands for the capital letters, inside a class."""
    return re.compile(pattern.replace("<UP>", CAPITALS))


# "PHẦN THỨ NHẤT", "Phần I", "Phần II:"
_PART = _rule(
    r"(?:PHẦN|Phần)\s+(?:(?:THỨ|thứ|Thứ)\s+\w{2,5}(?:\s+\w{2,5})?|[IVXLC]{1,6}|\d{1,2}|[A-H])(?=[\s.:,-]|$)[.:]?"
)
# "Chương I", "CHƯƠNG II:"
_CHAPTER = _rule(r"(?:CHƯƠNG|Chương)\s+(?:[IVXLC]{1,7}|\d{1,2})(?=[\s.:,-]|$)[.:]?")
# "Mục 1.", "MỤC 2", "Tiểu mục 1"
_SECTION = _rule(r"(?:TIỂU MỤC|Tiểu mục|MỤC|Mục)\s+(?:\d{1,2}|[IVXLC]{1,6}|[A-H])(?=[\s.:,-]|$)[.:]?")
# "Điều 1.", "Điều 12:", "ĐIỀU 3", "Điều 1a."
_ARTICLE = _rule(r"(?:ĐIỀU|Điều)\s+\d{1,3}[a-zđ]?(?:\s?[.:]|(?=\s+[<UP>\"“])|$)")
# "PHỤ LỤC", "Phụ lục I", "PHỤ LỤC 02", "Phụ lục số 1", "Biểu mẫu 1", "Mẫu số 01"
_APPENDIX = _rule(
    r"(?:PHỤ LỤC|Phụ lục)(?:\s+(?:SỐ|số|Số)\s*:?)?(?:\s+(?:[IVXLC]{1,6}|\d{1,2}|[A-H])(?=[\s.:,-]|$))?[.:]?(?=\s|$)"
)
# "I.", "IV.", "XII -": roman numerals; "I)" too.
_ROMAN = _rule(r"(?=[IVX])(?:X{0,3})(?:IX|IV|V?I{0,3})(?:\s?[.)]|\s?-(?=\s))(?=[\s\"“<UP>]|$)")
# "A.", "B)": capital letters, as above roman numerals.
_CAPITAL = _rule(r"[A-HĐ](?:\s?[.)]|\s-)(?=\s|$)")
# "1.", "12.", "3.1.", "1.2.3", "1)", "1/", "2 -", "1.Nội dung" (no blank before a capital)
_NUMBER = _rule(
    r"\d{1,3}(?:\.\d{1,2}){0,4}"
    r"(?:\s?[.)](?!\d)|\s?/(?=\s)|(?<=\d\.\d)(?=\s[<UP>])|(?<=\.\d\d)(?=\s[<UP>])|\s?-(?=\s[<UP>]))"
    r"(?=[\s\"“<UP>]|$)"
)
# "a)", "đ)", "a.", "b/", "(a)", "a.1)", "aa)"
_LETTER = _rule(r"\(?[a-zđ]{1,2}(?:\.?\d{1,2}(?:\.\d{1,2})*)?\s?(?:\)\.?|/(?=\s)|\.(?=\s[<UP>]))(?!\w{0,3}\))")
# "(1)", "(ii)"
_BRACKET = _rule(r"\((?:\d{1,2}|[ivx]{1,4})\)(?=\s)")
# "-", "+", "*", "•", "–" before a blank or a capital
_BULLET = _rule(r"[-+*•▪●○◦■□♦➢✓·](?=\s|[<UP>0-9\"“(])\s?")


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the start of a paragraph: its kind, its bare name ("IV", "2", "a", "Điều 5", "-") and its end."""

    kind: SectionKind
    name: str
    end: int
    bracket: bool = False


_RULES: tuple[tuple[SectionKind, re.Pattern[str]], ...] = (
    ("article", _ARTICLE),
    ("chapter", _CHAPTER),
    ("section", _SECTION),
    ("part", _PART),
    ("appendix", _APPENDIX),
    ("roman", _ROMAN),
    ("part", _CAPITAL),
    ("number", _NUMBER),
    ("letter", _LETTER),
    ("number", _BRACKET),
    ("bullet", _BULLET),
)
_FIRST = frozenset("PCTMĐBIVXABCDEFGH0123456789(-+*•▪●○◦■□♦➢✓·abcdefghijklmnopqrstuvwxyzđ")
_TRIM = " .:)/-,("


def label_of(text: str) -> Label | None:
    """The label that the text starts with."""
    if not text or text[0] not in _FIRST:
        return None
    for kind, pattern in _RULES:
        if (match := pattern.match(text)) and match.end():
            return Label(kind, _name(kind, match.group()), match.end(), pattern is _BRACKET)
    return None


def _name(kind: SectionKind, printed: str) -> str:
    if kind == "bullet":
        return printed.strip()
    bare = " ".join(printed.split()).strip(_TRIM)
    words = bare.split(" ")
    if kind == "appendix" or words[0].lower() == "tiểu":
        words = [words[0].capitalize(), words[1].lower(), *words[2:]]
    elif kind in ("article", "chapter", "section", "part") and len(words) > 1:
        words = [words[0].capitalize(), *words[1:]]
    return " ".join(words)
