"""Pinpoints: the provisions that stand before an instrument's name ("điểm a khoản 2 Điều 5 Luật …").

One mention has one pinpoint. A list of one kind is joined by commas (``article="5, 6, 7"``, a range stays one: "5-7").
Where further provisions follow ("khoản 1 Điều 5 và khoản 2 Điều 6"), they stand in words behind a semicolon in the
field of the highest kind that came before: ``clause="1", article="5; khoản 2 Điều 6"``, so that the fields read one
after the other are the provisions as printed. A reference to the document's own provisions ("Điều 3 Quyết định này")
is none: between it and an instrument's name stands more than a preposition.
"""

from __future__ import annotations

import re
from functools import lru_cache
from string import ascii_lowercase

from extractors.findings import Pinpoint
from extractors.vocabulary import LOWER

_BL = r"[ \n]{1,2}"
_JOIN = rf"(?:[ \n]?[,;]{_BL}(?:và{_BL})?|{_BL}(?:và|hoặc|đến){_BL}|[-–])"
_LETTER = r"[a-zđ](?:\.?\d{1,2}){0,3}"
_FIGURES = r"\d{1,2}(?:\.\d{1,2}){0,3}"
_NUM, _ROMAN = r"\d{1,3}[a-zđ]?", r"(?:[IVXLC]{1,6}|\d{1,2})"


def _several(name: str, word: str, value: str) -> str:
    """One kind of provision and what it lists: "khoản 1, 2 và 4"."""
    return rf"{word}{_BL}(?P<{name}>(?:{value})(?:{_JOIN}(?:{value})){{0,9}})(?!\w)"


# tiết b | điểm a, b | điểm d.3.2 | điểm 2.30 | khoản 1, 2 và 4 | Điều 5, 6 | Điều 18d
# Mục 2 Chương III | Chương IV | Phụ lục II ban hành kèm theo
_UNITS = (
    _several("item", "[Tt]iết", f"{_LETTER}|{_FIGURES}"),
    _several("point", "[Đđ]i[ểê]m", f"{_LETTER}|{_FIGURES}"),
    _several("clause", "[Kk]hoản", _NUM),
    _several("article", "[Đđ]i[ềê]u", _NUM),
    rf"(?P<chapter>(?<!anh )[Mm]ục{_BL}{_ROMAN}(?:,?{_BL}[Cc]hương{_BL}{_ROMAN})?|[Cc]hương{_BL}{_ROMAN})(?!\w)",
    rf"(?:[Pp]hụ{_BL}lục|PHỤ LỤC)(?:{_BL}(?:số{_BL})?(?P<appendix>{_ROMAN}|[A-Z]))?(?!\w)",
)
_UNIT = re.compile("|".join(_UNITS))
_ANY = re.sub(r"\?P<\w+>", "?:", "|".join(_UNITS))
# ", " | " và các " | " của ", between two provisions
_BETWEEN = rf"(?:[ \n]?[,;])?{_BL}(?:(?:và|hoặc|của|tại|thuộc|đến){_BL})?(?:các{_BL})?"
_ATTACHED = rf"(?:{_BL}(?:được{_BL})?(?:ban{_BL}hành{_BL})?kèm{_BL}theo)?"
_BEFORE = re.compile(
    rf"(?<!\w)(?:{_ANY})(?:{_BETWEEN}(?:{_ANY})){{0,24}}{_ATTACHED}(?:,?{_BL}(?:của|tại|thuộc|trong))?,?{_BL}"
)
# The word of a provision; its first letter by itself, so that the search skips to such letters.
_BEGINS = re.compile(
    r"[CcKkMmPpTtĐđ](?:(?<=[Đđ])i[ểềê]|(?<=[Kk])hoản|(?<=[Tt])iết|(?<=[Pp])hụ|(?<=P)HỤ|(?<=[Mm])ục|(?<=[Cc])hương)"
)
# ", " | "điểm b, " | " và các ": the list may have begun before the window
_MORE = re.compile(r"(?:[,;]|(?<!\w)(?:\w|\d+\w?|và|hoặc|của|các|đến|thuộc))$")
_WINDOW, _NEAR, _LONGEST_JOIN = 400, 60, 12
_LOOKED_BACK = 4  # so far the grammar looks at what stands before a run: "anh mục"
_GAPS = (" ", "\n")
# The small letters in which no word before an instrument's name ends, if provisions stand there: "Căn cứ", "theo quyết"
_NO_END = frozenset(filter(str.isalpha, LOWER[3:] + ascii_lowercase)) - frozenset("aicgo")
# Signs behind which no provision has ended: "| ", "- ", "; ".
_NO_SIGN = frozenset('|-–:;.()[]*+"“”…!?')
_SHORT_PREPOSITIONS = (" của", " tại")
_PREPOSITIONS, _LAST = ("của", "tại", "thuộc", "trong"), ("theo", "lục", "LỤC")
# A rare part of each kind's word.
_SEED = re.compile(r"i(?:ều|ểm|êu|êm)|hoản|ục|hương|ỤC")
_WORDS = {"point": "điểm", "clause": "khoản", "article": "Điều", "chapter": "", "appendix": "Phụ lục"}
_LEVELS = {name: level for level, name in enumerate(_WORDS)}
_Group = dict[str, str]


def pinpoint_before(text: str, start: int) -> Pinpoint | None:
    """The provisions named right before ``start``, or null."""
    if _is_none(text, start):
        return None
    near = text[max(0, start - _NEAR) : start]
    if not (_ends_in_provision(near) and _SEED.search(near)):
        return None
    said = _said(near)
    if said and (len(said) == len(near) or _may_go_on(near[: -len(said)].rstrip(" \n"))):
        said = _said(text[max(0, start - _WINDOW) : start])
    return _read(said) if said else None


def _is_none(text: str, start: int) -> bool:
    """Whether the last signs before ``start`` tell that no provision ends there: "| ", "cứ ", "theo ", "nêu tại "."""
    if _closes(text, start):
        return True
    if start < len("kèm theo "):
        return False
    if text.startswith(" theo", start - 6):  # but "kèm theo"
        return text[start - 7] not in "m \n"
    return text.startswith(_SHORT_PREPOSITIONS, start - 5) and _closes(text, start - 4)


def _closes(text: str, end: int) -> bool:
    """Whether a blank before ``end`` follows no figure, letter or comma that could end a provision."""
    last = text[max(0, end - 3) : end]
    before = last[-2:-1]
    return last[-1:] not in _GAPS or before in _NO_SIGN or (before in _NO_END and last[:1].isalpha())


def _may_go_on(before: str) -> bool:
    """Whether the list of provisions may have begun before these words."""
    return _MORE.search(before, max(0, len(before) - _LONGEST_JOIN)) is not None


@lru_cache(maxsize=8192)
def _read(said: str) -> Pinpoint | None:
    """The pinpoint of a run of provisions; a text names "khoản 2 Điều 5 " again and again."""
    parts = _joined(_groups(said))
    return Pinpoint(**parts) if parts else None


def _said(window: str) -> str | None:
    """The longest run of provisions that reaches to the end of the window; from each of its provisions runs another."""
    longest = None
    for at in reversed([found.start() for found in _BEGINS.finditer(window)]):
        said = _run(window[max(0, at - _LOOKED_BACK) :], min(at, _LOOKED_BACK))
        if not said:
            break
        longest = said
    return longest


@lru_cache(maxsize=8192)
def _run(words: str, start: int) -> str | None:
    """The provisions that the words are from ``start`` to their end."""
    found = _BEFORE.fullmatch(words, start)
    return found.group() if found else None


def _ends_in_provision(near: str) -> bool:
    """A quick look at the last word: a figure, a letter, a Roman number, "Phụ lục", "kèm theo"."""
    words = near.rsplit(None, 3)
    last = words[-1].rstrip(",") if words else ""
    if last in _PREPOSITIONS and len(words) > 1:
        last = words[-2].rstrip(",")
    return last[-1:].isdigit() or last[:1].isdigit() or len(last) == 1 or last in _LAST or last.isupper()


def _groups(said: str) -> list[_Group]:
    """The provisions that belong together, from the smallest up: "điểm a khoản 2 Điều 5" is one group."""
    groups: list[_Group] = []
    item, last, end = "", -1, 0
    for unit in _UNIT.finditer(said):
        name = unit.lastgroup
        if name is None:
            continue
        value = _listed(unit[name])
        if name == "item":
            item = value
            continue
        level = _LEVELS[name]
        if item and name != "point":
            groups.append({"point": f"tiết {item}"})
            last = _LEVELS["point"]
        elif item:
            value += f" (tiết {item})"
        item = ""
        if groups and level == last and len(groups[-1]) == 1:
            groups[-1][name] += ("-" if "đến" in said[end : unit.start()] else ", ") + value
        elif groups and level > last:
            groups[-1][name] = value
        else:
            groups.append({name: value})
        last, end = level, unit.end()
    return groups or ([{"point": f"tiết {item}"}] if item else [])


def _joined(groups: list[_Group]) -> _Group:
    """The fields of all groups; see the module's words."""
    if not groups:
        return {}
    fields = dict(groups[0])
    top = max(fields, key=_LEVELS.__getitem__)
    for group in groups[1:]:
        if fields.keys().isdisjoint(group) and max(map(_LEVELS.__getitem__, group)) < _LEVELS[top]:
            fields.update(group)  # "Điều 5, khoản 2, điểm a"
            continue
        low = {name: value for name, value in group.items() if _LEVELS[name] <= _LEVELS[top]}
        fields[top] += "; " + " ".join(f"{_WORDS[name]} {value}".strip() for name, value in low.items())
        fields |= {name: value for name, value in group.items() if name not in low}
        top = max(top, *group, key=_LEVELS.__getitem__)
    return fields


# "5 đến 7", "5-7"
_TO = re.compile(r"\s*(?:\bđến\b|[-–])\s*")
# "5, 6 và 7"
_AND = re.compile(r"\s*(?:[,;](?: và\b)?|\bvà\b|\bhoặc\b)\s*")


def _listed(value: str) -> str:
    """ "5, 6 và 7" -> "5, 6, 7"; a range stays one: "5 đến 7" -> "5-7"."""
    value = _TO.sub("-", " ".join(value.split()))
    return ", ".join(part for part in _AND.split(value) if part)
