"""Reading a question: the words that tell what it is about, the places it names, and the role it asks for."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from extractors.fold import norm
from queries.places import Named, NamedUnit, named_places, named_units

Pairs = tuple[tuple[str, str], ...]  # abbreviations with what they stand for, folded
Segment = Callable[[str], list[str]]  # a question -> its words, each of one or more syllables
COUNCILS = (("ubnd", "uy ban nhan dan"), ("hdnd", "hoi dong nhan dan"))  # how each place's own are written, folded

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
# What kind of body is asked for: how the folded names begin. A province that is asked for is none of those named.
_PROVINCES = (
    "uy ban nhan dan tinh", "uy ban nhan dan thanh pho", "uy ban nhan dan cac tinh", "tinh ", "cac tinh",
)  # fmt: skip
_KINDS = (
    ("so nao", ("so ", "cac so")),
    ("bo nao", ("bo ", "cac bo")),
    ("tinh nao", _PROVINCES),
    ("xa nao", ("uy ban nhan dan xa", "uy ban nhan dan cac xa", "uy ban nhan dan cap xa")),
)
# "quy chế phối hợp" is what is asked about, not who takes part.
_NAMED_SO = ("quy che", "co che", "cong tac", "noi dung", "chuong trinh", "ke hoach")
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
_DASH = re.compile(r"\s*[-–—]\s*")


@dataclass(frozen=True, slots=True)
class Question:
    """A question as the search uses it, folded. ``words`` are its syllables in order, with ``None`` where something
    stood that is not searched for; ``phrases`` are words of several syllables; ``role`` is the role it asks for;
    ``places`` are the districts and communes that it names ("ở huyện Than Uyên"), else its provinces ("ở Lai Châu").
    ``kinds`` are how the names of the bodies begin that it asks for ("sở nào"); ``folded`` is all of it, folded."""

    words: tuple[str | None, ...]
    phrases: tuple[str, ...]
    role: str | None = None
    places: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    folded: str = ""

    @property
    def terms(self) -> tuple[str, ...]:
        """The different syllables, in order."""
        return tuple(dict.fromkeys(word for word in self.words if word))

    def without_first(self, count: int) -> Question:
        """The same without its first words."""
        words = (*(None for _ in self.words[:count]), *self.words[count:])
        left = f" {' '.join(word or '|' for word in words)} "
        return replace(self, words=words, phrases=tuple(p for p in self.phrases if f" {p} " in left))


def read_question(
    text: str, abbreviations: Iterable[tuple[str, str]] = (), *, segment: Segment | None = None
) -> Question:
    """The question with abbreviations written out (``(short, long)``, folded).

    Without a ``segment`` every two neighbouring syllables make a phrase.
    """
    tokens = tokens_of(text)
    folded = " ".join(word for _, word in tokens)
    role = _role(f" {folded} ")
    asking = (*_ASKING, *(cue for name, cues in _ROLES if name == role for cue in cues))
    kinds = _kinds(folded)
    found = () if kinds == _PROVINCES else _without_routes(named_places(tokens), text)
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
    where = tuple(dict.fromkeys(one.address for one in units)) or provinces
    return Question(words, phrases, role, where, kinds, folded)


def _without_routes(found: tuple[Named, ...], text: str) -> tuple[Named, ...]:
    """Places but those that are the ends of a road or a line: "cao tốc Ninh Bình - Hải Phòng"."""
    composed = unicodedata.normalize("NFC", text)
    marks = list(_WORD.finditer(composed))
    joined = {
        i + 1
        for i, (one, two) in enumerate(itertools.pairwise(marks))
        if _DASH.fullmatch(composed[one.end() : two.start()])
    }
    ends = {one.end for one in found} & {one.start for one in found} & joined
    return tuple(one for one in found if not {one.start, one.end} & ends)


def _role(plain: str) -> str | None:
    for noun in _NAMED_SO:
        plain = plain.replace(f" {noun} phoi hop ", f" {noun} ")
    return next((name for name, cues in _ROLES if any(f" {cue} " in plain for cue in cues)), None)


def _kinds(folded: str) -> tuple[str, ...]:
    return next((heads for asking, heads in _KINDS if f" {asking} " in f" {folded} "), ())


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
