"""Reading a question: the words that tell what it is about, the places it names, and the role it asks for."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from extractors.fold import norm
from queries.places import Named, NamedUnit, named_places, named_units

Segment = Callable[[str], list[str]]  # a question -> its words, each of one or more syllables

# What a question says around its subject; folded, longest first.
_ASKING = (
    "co quan don vi nao", "co quan to chuc nao", "nhung co quan nao", "cac co quan nao", "nhung so nao", "cac so nao",
    "co quan nao", "don vi nao", "to chuc nao", "phong nao", "nganh nao", "cap nao", "so nao", "bo nao", "ban nao",
    "theo van ban nao", "den bao gio", "den khi nao", "han den ngay nao", "bao gio xong", "truoc ngay nao", "khi nao",
    "co trach nhiem", "chiu trach nhiem", "co nhiem vu", "duoc giao nhiem vu", "duoc giao", "la dau moi", "dau moi",
    "cua ai", "la ai", "ai la", "giao cho ai", "thuoc trach nhiem", "trach nhiem", "phai lam gi", "lam gi",
)  # fmt: skip
_ROLES = (
    ("coordinate", ("phoi hop voi", "phoi hop", "cung lam")),
    ("lead", ("chu tri", "dung dau", "phu trach chinh")),
    ("responsible", ("phu trach",)),
)
# Left out of a question as written: folded, many of them are also syllables of what is asked ("tư" in "đầu tư").
_STOP = frozenset({
    "ai", "nào", "gì", "và", "hoặc", "của", "cho", "về", "với", "các", "những", "một", "là", "thì", "mà", "ở", "tại",
    "trong", "trên", "dưới", "theo", "đến", "từ", "do", "bị", "được", "sẽ", "đã", "đang", "phải", "cần", "hay",
    "này", "đó", "kia", "như", "khi", "nếu", "để", "lo", "nao", "gi", "nhung", "cac",
})  # fmt: skip
# Left out of a question without marks: what no word of a subject looks like ("o" is "ở", but "ve" also "vệ").
_STOP_BARE = frozenset({"o", "cua", "voi", "duoc", "phai", "neu", "theo", "hoac"})
_WORD = re.compile(r"[^\W_]+(?:[&-][^\W_]+)*")
_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Question:
    """A question as the search uses it, folded. ``words`` are its syllables in order, with ``None`` where something
    stood that is not searched for; ``phrases`` are words of several syllables; ``role`` is the role it asks for;
    ``places`` are the districts and communes that it names ("ở huyện Than Uyên"), else its provinces ("ở Lai Châu")."""

    words: tuple[str | None, ...]
    phrases: tuple[str, ...]
    role: str | None = None
    places: tuple[str, ...] = ()

    @property
    def terms(self) -> tuple[str, ...]:
        """The different syllables, in order."""
        return tuple(dict.fromkeys(word for word in self.words if word))


def read_question(
    text: str, abbreviations: Iterable[tuple[str, str]] = (), *, segment: Segment | None = None
) -> Question:
    """The question with abbreviations written out (``(short, long)``, folded).

    Without a ``segment`` every two neighbouring syllables make a phrase.
    """
    tokens = tokens_of(text)
    plain = f" {' '.join(folded for _, folded in tokens)} "
    role = next((name for name, cues in _ROLES if any(f" {cue} " in plain for cue in cues)), None)
    asking = (*_ASKING, *(cue for name, cues in _ROLES if name == role for cue in cues))
    found = named_places(tokens)
    provinces = tuple(dict.fromkeys(one.place.name for one in found))
    units = named_units(tokens, provinces)
    kept = _without(tokens, asking, (*found, *units))
    plain = f" {' '.join(kept)} "
    for short, long in abbreviations:
        plain = plain.replace(f" {short} ", f" {long} ")
    words = tuple(None if word == "|" else word for word in plain.split())
    if not any(words):
        words = tuple(norm(text).split())
    phrases = _segmented(text, words, segment) if segment else _neighbours(words)
    return Question(words, phrases, role, tuple(dict.fromkeys(one.address for one in units)) or provinces)


def tokens_of(text: str) -> list[tuple[str, str]]:
    """A question's words as written and folded."""
    written = _WORD.findall(unicodedata.normalize("NFC", text))
    return [(word, norm(word)) for word in written]


def rewritten(text: str, changes: Mapping[str, str]) -> str:
    """A question with some words, named folded, put in another spelling."""
    composed = unicodedata.normalize("NFC", text)
    return _WORD.sub(lambda match: changes.get(norm(match.group()), match.group()), composed)


def expand(text: str, abbreviations: Iterable[tuple[str, str]]) -> str:
    """A folded text with abbreviations written out."""
    padded = f" {text} "
    for short, long in abbreviations:
        if f" {short} " in padded:
            padded = padded.replace(f" {short} ", f" {long} ")
    return _BLANK.sub(" ", padded).strip()


def _without(tokens: list[tuple[str, str]], phrases: tuple[str, ...], places: Iterable[Named | NamedUnit]) -> list[str]:
    """The folded words, ``|`` where a stop word, a place or one of the phrases stood."""
    folded = [word for _, word in tokens]
    bare = all(written.lower() == word for written, word in tokens)
    stop = _STOP | _STOP_BARE if bare else _STOP
    gone = {i for i, (written, _) in enumerate(tokens) if written.lower() in stop}
    for one in places:
        gone |= set(range(one.start, one.end))
    for phrase in phrases:
        syllables = phrase.split()
        for start in range(len(folded) - len(syllables) + 1):
            if folded[start : start + len(syllables)] == syllables:
                gone |= set(range(start, start + len(syllables)))
    return ["|" if i in gone else word for i, word in enumerate(folded)]


def _neighbours(words: tuple[str | None, ...]) -> tuple[str, ...]:
    pairs = itertools.pairwise(words)
    return tuple(dict.fromkeys(f"{first} {second}" for first, second in pairs if first and second))


def _segmented(text: str, words: tuple[str | None, ...], segment: Segment) -> tuple[str, ...]:
    kept = " ".join(word or "|" for word in words)
    found = (norm(word) for word in segment(text))
    return tuple(dict.fromkeys(phrase for phrase in found if " " in phrase and phrase in kept)) or _neighbours(words)
