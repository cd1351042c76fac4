"""Reading a question: the words that tell what it is about, the place, and the role it asks for."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from extractors.fold import norm

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
    "trong", "trên", "dưới", "theo", "đến", "từ", "do", "bị", "được", "sẽ", "đã", "đang", "phải", "cần", "hay", "việc",
    "này", "đó", "kia", "như", "khi", "nếu", "để", "nao", "gi", "nhung", "cac",
})  # fmt: skip
_WORD = re.compile(r"[^\W_]+(?:[&-][^\W_]+)*")
_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Question:
    """A question as the search uses it, folded. ``words`` are its syllables in order, with ``None`` where something
    stood that is not searched for; ``phrases`` are words of several syllables; ``role`` is the role it asks for."""

    words: tuple[str | None, ...]
    phrases: tuple[str, ...]
    role: str | None = None

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
    tokens = [(word.lower(), norm(word)) for word in _WORD.findall(unicodedata.normalize("NFC", text))]
    plain = f" {' '.join(folded for _, folded in tokens)} "
    role = next((name for name, cues in _ROLES if any(f" {cue} " in plain for cue in cues)), None)
    asking = (*_ASKING, *(cue for name, cues in _ROLES if name == role for cue in cues))
    kept = _without(tokens, asking)
    plain = f" {' '.join(kept)} "
    for short, long in abbreviations:
        plain = plain.replace(f" {short} ", f" {long} ")
    words = tuple(None if word == "|" else word for word in plain.split())
    if not any(words):
        words = tuple(norm(text).split())
    phrases = _segmented(text, words, segment) if segment else _neighbours(words)
    return Question(words, phrases, role)


def expand(text: str, abbreviations: Iterable[tuple[str, str]]) -> str:
    """A folded text with abbreviations written out."""
    padded = f" {text} "
    for short, long in abbreviations:
        if f" {short} " in padded:
            padded = padded.replace(f" {short} ", f" {long} ")
    return _BLANK.sub(" ", padded).strip()


def _without(tokens: list[tuple[str, str]], phrases: tuple[str, ...]) -> list[str]:
    """The folded words, ``|`` where a stop word or one of the phrases stood."""
    folded = [word for _, word in tokens]
    gone = {i for i, (written, _) in enumerate(tokens) if written in _STOP}
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
