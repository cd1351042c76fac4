"""The registry of laws (``tables/laws.csv``): names, versions, and the version in force on a day.

A name has several versions ("Luật Đất đai" of 1987, 1993, 2003, 2013, 2024). A name that no row has stays a law
without a number: nothing is guessed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from extractors.fold import fold
from extractors.vocabulary import listed, table

CODES = {"Luật": "LUAT", "Bộ luật": "BL", "Pháp lệnh": "PL", "Hiến pháp": "HP"}
_AMENDING = re.compile(r"^Sửa đổi\b")
_INNER = re.compile(r"(?:Bộ luật|Luật|Pháp lệnh) (?=[^\W\d_])")
_TOKEN = re.compile(r"[^\W_]+|[,&]")
_LONGEST = 260
_SURE = 12
_OPENINGS = (6, 2)  # the first letters by which printed names are looked up
_GAPS = ' \n\t\u00a0-–(/;"“”'  # what may stand between the words of a name
_TONES = dict.fromkeys((0x300, 0x301, 0x303, 0x309, 0x323))
# What offices write for parts of a name.
_SHORT = (
    ("Hội đồng nhân dân", "HĐND"),
    ("Ủy ban nhân dân", "UBND"),
    ("văn bản quy phạm pháp luật", "VBQPPL"),
    ("quy phạm pháp luật", "QPPL"),
    ("Bảo hiểm xã hội", "BHXH"),
    ("Bảo hiểm y tế", "BHYT"),
    ("Bảo vệ môi trường", "BVMT"),
    ("vi phạm hành chính", "VPHC"),
    ("giá trị gia tăng", "GTGT"),
    ("thu nhập doanh nghiệp", "TNDN"),
    ("thu nhập cá nhân", "TNCN"),
    ("tiêu thụ đặc biệt", "TTĐB"),
    ("chữa cháy", "CC"),
    ("chính quyền địa phương", "CQĐP"),
)


@dataclass(frozen=True, slots=True, eq=False)
class Law:
    """A version of a law, code, ordinance or of the Constitution; dates are ISO. Each row is one, equal to itself only.

    ``expired_on`` is the first day out of force; ``amends`` holds the numbers of the laws that an amending law changes.
    ``title`` is kind and name (``Luật Bảo vệ môi trường``; a constitution's name begins with its kind), ``amending``
    says whether it changes other laws only.
    """

    kind: str
    name: str
    aliases: tuple[str, ...]
    number: str | None
    passed_on: str | None
    effective_on: str | None
    expired_on: str | None
    replaced_by: tuple[str, ...]
    amends: tuple[str, ...]
    confidence: str
    title: str = field(init=False, repr=False, compare=False)
    amending: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Keeps what every mention of a law asks for."""
        object.__setattr__(self, "amending", _AMENDING.match(self.name) is not None)
        name = f"{self.kind} {self.name[0].lower() + self.name[1:] if self.amending else self.name}"
        object.__setattr__(self, "title", self.name if self.kind == "Hiến pháp" else name)

    @property
    def code(self) -> str:
        """The type's code: LUAT, BL, PL, HP."""
        return CODES[self.kind]

    @property
    def year(self) -> str | None:
        """The year by which it is cited."""
        return self.passed_on[:4] if self.passed_on else self.number.split("/")[1] if self.number else None

    def in_force(self, on: str) -> bool:
        """Whether it is in force on an ISO date; a law without an entered first day is from the day it was passed."""
        since = self.effective_on or self.passed_on or "9999"
        return since <= on and (not self.expired_on or on < self.expired_on)


@cache
def laws() -> tuple[Law, ...]:
    """All rows, by kind and date."""
    return tuple(
        Law(
            row["kind"],
            row["name"],
            listed(row["aliases"]),
            row["number"] or None,
            row["passed_on"] or None,
            row["effective_on"] or None,
            row["expired_on"] or None,
            listed(row["replaced_by"]),
            listed(row["amends"]),
            row["confidence"],
        )
        for row in table("laws")
    )


@cache
def _by_number() -> dict[str, Law]:
    return {fold(law.number): law for law in laws() if law.number}


def law_of_number(number: str) -> Law | None:
    """The law that has a number: ``45/2013/QH13``."""
    return _by_number().get(fold(number))


@lru_cache(maxsize=8192)
def spelled(word: str) -> tuple[str, frozenset[int]]:
    """A word's letters without the tone, and the tones: "hoà" and "hòa", "Ủy" and "Uỷ" are the same word."""
    marks = unicodedata.normalize("NFD", word.casefold())
    return marks.translate(_TONES), frozenset(ord(c) for c in marks if ord(c) in _TONES)


def _spellings(name: str) -> frozenset[str]:
    """A name as offices shorten it, with and without its commas."""
    found = {name}
    for full, short in _SHORT:
        found |= {re.sub(re.escape(full), short, each, flags=re.IGNORECASE) for each in found}
    return frozenset(found | {each.replace(",", "") for each in found})


@dataclass(slots=True)
class _Node:
    """A word of the trie; ``versions`` is filled where a name ends."""

    then: dict[str, _Node] = field(default_factory=dict)
    versions: list[Law] = field(default_factory=list)
    words: tuple[tuple[str, frozenset[int]], ...] = ()


@lru_cache(maxsize=8192)
def _key(word: str) -> str:
    return "va" if word == "&" else fold(word)


@cache
def _names() -> dict[str, _Node]:
    """Kind -> trie of the folded words of all names; amending laws that name what they amend are not in it."""
    roots: dict[str, _Node] = {}
    for law in laws():
        if law.kind == "Hiến pháp" or (law.amending and _INNER.search(law.name)):
            continue
        for name in chain.from_iterable(map(_spellings, (law.name, *law.aliases))):
            node = roots.setdefault(law.kind, _Node())
            words = _TOKEN.findall(name)
            for word in words:
                node = node.then.setdefault(_key(word), _Node())
            node.words = tuple(map(spelled, words))
            if law not in node.versions:
                node.versions.append(law)
    return roots


def longest_name(kind: str, text: str, start: int) -> tuple[int, tuple[Law, ...]] | None:
    """Where the longest known name that begins at ``start`` ends, and its versions; null where none begins.

    Marks may be wrong in a long name (a scan's "Luật Quản lý thuê"), not in a short one: "Luật Dược", "Luật được".
    """
    root = _names()[kind]
    node, end, seen = root, start, list[str]()
    found = None
    printed = _printed_name(kind, text, start)
    if printed:
        node, end, seen = printed.behind, start + len(printed.name), [*printed.words]
        found = (end + _closes(text, start, end), printed.versions)
        if not node.then:
            return found
    for token in _TOKEN.finditer(text, end, min(len(text), start + _LONGEST)):
        word, (begins, ends) = token.group(), token.span()
        gap = text[end:begins]
        if gap != " " and gap.strip(_GAPS):
            break
        following = node.then.get(_key(word))
        if following is None and word == "," and node is not root:
            end = ends  # a stray comma: "Luật Quản lý, sử dụng tài, sản công"
            continue
        if following is None:
            break
        node, end = following, ends
        seen.append(word)
        if node.versions and (end - start >= _SURE or tuple(map(spelled, seen)) == node.words):
            found = (end + _closes(text, start, end), tuple(node.versions))
    return found


def _closes(text: str, start: int, end: int) -> bool:
    """Whether a bracket behind a name belongs to it."""
    return text.startswith(")", end) and text.find("(", start, end) >= 0


class _Printed(NamedTuple):
    """A name as offices print it, its words, the trie's node behind it, and the laws that bear it."""

    name: str
    words: tuple[str, ...]
    behind: _Node
    versions: tuple[Law, ...]


def _printed_name(kind: str, text: str, start: int) -> _Printed | None:
    """The longest name that stands at ``start`` letter for letter: the way through the trie is short from there.

    A line may end between its words.
    """
    names, said = _printed_names(kind), text[start : start + _LONGEST].replace("\n", " ")
    for size in _OPENINGS:
        for printed in names.get(said[:size], ()):
            if said.startswith(printed.name) and not said[len(printed.name) : len(printed.name) + 1].isalnum():
                return printed
    return None


@cache
def _printed_names(kind: str) -> dict[str, tuple[_Printed, ...]]:
    """First letters -> the names that begin with them, longest first; short ones by fewer letters.

    Each name also with a small first letter: "Luật thuế giá trị gia tăng".
    """
    names: dict[str, dict[str, _Printed]] = {}
    known = {name for law in laws() if law.kind == kind for name in (law.name, *law.aliases)}
    for name in known | {name[0].lower() + name[1:] for name in known}:
        words = tuple(_TOKEN.findall(name))
        node: _Node | None = _names()[kind]
        for word in words:
            node = node.then.get(_key(word)) if node else None
        plain = name[-1].isalnum() and not _TOKEN.sub("", name).strip(_GAPS)
        if node and node.versions and plain and (len(name) >= _SURE or tuple(map(spelled, words)) == node.words):
            opening = name[: next(size for size in _OPENINGS if size <= len(name))]
            names.setdefault(opening, {})[name] = _Printed(name, words, node, tuple(node.versions))
    return {
        opening: tuple(sorted(found.values(), key=lambda printed: len(printed.name), reverse=True))
        for opening, found in names.items()
    }


@lru_cache(maxsize=4096)
def version(versions: tuple[Law, ...], *, on: str | None, coming: bool = False) -> tuple[Law | None, tuple[Law, ...]]:
    """The version meant by a name without a year, and all that fit when it cannot be told.

    ``on`` is the date of the text that names it; ``coming`` says that the text prepares for a law that was passed and
    is not yet in force ("triển khai thi hành Luật …").
    """
    if on is None:
        newest = [law for law in versions if not law.expired_on]
        return (newest[0], ()) if len(newest) == 1 and len(versions) == 1 else (None, versions)
    day = (on + "-12-31"[len(on) - 4 :])[:10]
    passed = [law for law in versions if (law.passed_on or law.effective_on or "9999") <= day]
    ahead = [law for law in passed if (law.effective_on or "") > day]
    if coming and ahead:
        return ahead[-1], ()
    valid = [law for law in passed if law.in_force(day)]
    if valid:
        return valid[-1], ()
    return (passed[-1], ()) if passed else (versions[0], ()) if len(versions) == 1 else (None, versions)


def version_of_year(versions: tuple[Law, ...], year: str) -> Law | None:
    """The version that was passed in a year, or that its number gives to the year."""
    return next((law for law in versions if year == law.year or (law.number and f"/{year}/" in law.number)), None)
