"""The sign (ký hiệu) of a document number: its tokens, spelled as the vocabulary spells them.

Types are a closed list (``tables/types.csv``), issuers an open one (``tables/issuers.csv`` knows the common ones).
``QD``, ``qđ`` and ``QÐ`` are ``QĐ``; ``TTG`` is ``TTg``; ``NĐCP`` has lost its hyphen.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from extractors.fold import fold
from extractors.vocabulary import LOWER, UPPER, listed, table

Place = Literal["first", "issuer", "unit"]
# Cyrillic and Greek capitals and small letters that print like Latin ones.
_LOOK_ALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТХУавеѕіјкмнорстхуΑΒΕΖΗΙΚΜΝΟΡΤΥΧαονρτυχ",
    "ABESIJKMHOPCTXYabesijkmhopctxyABEZHIKMNOPTYXaovptux",
)
_STROKE = str.maketrans("ÐðĎď", "ĐđĐđ")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−﹣－\ufffe_", "-") | dict.fromkeys("∕⁄／", "/"))
TONES = frozenset((0x300, 0x301, 0x303, 0x309, 0x323))
_WORD = re.compile(rf"[{UPPER}{LOWER}][{LOWER}]{{2,}}$")
_VOWEL = re.compile("[aeiouyăâêôơư]")
# HĐND8 | HĐNDK7 | HĐND15 | NHNN1: a body and its term
_TERM = re.compile(r"(?P<body>\D+?)(?P<term>[Kk]?\d{1,2})$")
_SHORT_ISSUER = 3
# What scans make of the commonest sign: the tail of the Q is lost.
_SCANNED = {"OD": "QĐ", "OĐ": "QĐ"}
# QH13 | UBTVQH15 | QHK8
_ASSEMBLY = re.compile(r"(?:UBTV)?QHK?\d{1,2}$", re.IGNORECASE)


# "GLA", "QNI": the tax office of a province; "***" in the table
_PROVINCE = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Token:
    """A token of a sign: canonical ``text``, the type's ``code`` if it can be one, the ``issuer`` if it is known.

    ``termed`` bodies are always printed with the term of the National Assembly: ``QH15``, ``UBPLTP15``.
    """

    text: str
    code: str | None = None
    families: frozenset[str] = frozenset()
    issuer: str | None = None
    level: str | None = None
    assembly: bool = False
    termed: bool = False

    @property
    def known(self) -> bool:
        """Whether the vocabulary has it."""
        return self.code is not None or self.issuer is not None or self.assembly


@cache
def _known() -> dict[str, Token]:
    """Exact spelling -> token; a spelling that is both type and issuer has both."""
    tokens: dict[str, Token] = {}
    for row in table("types"):
        for symbol in (row["symbol"], *listed(row["variants"])):
            if symbol:
                tokens[symbol] = Token(symbol, row["code"], frozenset(row["families"].split()))
    for row in table("issuers"):
        for symbol in (row["code"], *listed(row["variants"])):
            old = tokens.get(symbol, Token(symbol))
            tokens[symbol] = Token(
                symbol, old.code, old.families, row["name"], row["level"], termed=bool(row["termed"])
            )
    return tokens


@cache
def _issuers() -> dict[str, Token]:
    return {symbol: known for symbol, known in _known().items() if known.issuer}


@cache
def _spellings(issuers: bool) -> tuple[dict[str, str], dict[str, str]]:
    """Spelling without its case, and without its marks -> symbol; the first row of a table wins."""
    symbols = list(reversed(_issuers() if issuers else _known()))
    return {symbol.casefold(): symbol for symbol in symbols}, {fold(symbol): symbol for symbol in symbols}


@lru_cache(maxsize=8192)
def clean(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with plain dashes, slashes and Latin letters, and the names of the repairs that it took."""
    rules = []
    for name, mapping in (("dash", _DASHES), ("stroke_d", _STROKE), ("look_alike", _LOOK_ALIKES)):
        mended = text.translate(mapping)
        if mended != text:
            rules.append(name)
            text = mended
    return text, tuple(rules)


@lru_cache(maxsize=8192)
def token(text: str, place: Place = "first") -> tuple[Token, str | None]:
    """The token of a cleaned spelling, and the repair that it took ("case", "stroke_d") or null.

    ``place`` is where it stands: the ``first`` of a sign, an ``issuer`` after a type, or a ``unit`` after a letter's
    issuer, whose spelling nothing can correct.
    """
    known = _issuers() if place == "issuer" else _known()
    if text in known:
        return known[text], None
    if _ASSEMBLY.match(text):
        upper = text.upper()
        return Token(upper, assembly=True, termed=True), None if upper == text else "case"
    if place != "unit":
        by_case, by_fold = _spellings(place == "issuer")
        for rule, spelled in (("case", by_case.get(text.casefold())), ("stroke_d", by_fold.get(fold(text)))):
            if spelled:
                return known[spelled], rule
    if place == "first" and text in _SCANNED:
        return known[_SCANNED[text]], "look_alike"
    return _with_term(text) or _unknown(text)


def _with_term(text: str) -> tuple[Token, str | None] | None:
    found = _TERM.match(text)
    if not found:
        return None
    body, rule = token(found["body"], "issuer")
    if not body.issuer:
        return None
    spelled = body.text + found["term"].upper()
    return Token(spelled, issuer=body.issuer, level=body.level, termed=body.termed), rule


def _unknown(text: str) -> tuple[Token, str | None]:
    if text.islower():
        return Token(text.upper()), "case"
    return Token(text), None


@lru_cache(maxsize=8192)
def is_word(text: str) -> bool:
    """Whether a spelling is a word and no abbreviation: it bears a tone, or is capitalised, or has vowels in small."""
    if token(text)[0].known:
        return False
    if any(ord(c) in TONES for c in unicodedata.normalize("NFD", text)):
        return True
    return (bool(_VOWEL.search(text)) and text.isalpha()) if text.islower() else _WORD.match(text) is not None


@lru_cache(maxsize=1024)
def split_glued(text: str) -> tuple[Token, ...] | None:
    """Type and issuers of a token that lost its hyphens: ``NĐCP`` -> ``NĐ``, ``CP``; null when it is not one."""
    for cut in range(2, min(len(text) - 1, 6)):
        head, tail = token(text[:cut])[0], token(text[cut:], "issuer")[0]
        if not head.code or head.issuer:
            continue
        if (tail.issuer or tail.assembly) and len(tail.text) >= 2:
            return head, tail
        bodies = split_bodies(text[cut:]) if "joint" in head.families else None
        if bodies:
            return head, *bodies
    return None


@lru_cache(maxsize=1024)
def split_bodies(text: str) -> tuple[Token, ...] | None:
    """The central bodies of a joint paper whose sign lost its hyphens: ``BGDĐTBNVBTC`` -> ``BGDĐT``, ``BNV``, ``BTC``.

    Null where the letters can be told apart in no way, or in more than one.
    """
    ways = _ways(text)
    return ways[0] if len(ways) == 1 and len(ways[0]) > 1 else None


def _ways(text: str) -> list[tuple[Token, ...]]:
    """All ways to read letters as central bodies, each spelled as the vocabulary spells it."""
    if not text:
        return [()]
    firsts = (_issuers().get(text[:cut]) for cut in range(2, len(text) + 1))
    central = [body for body in firsts if body and body.level == "central"]
    return [(body, *rest) for body in central for rest in _ways(text[len(body.text) :])]


@lru_cache(maxsize=1024)
def split_letter(text: str) -> tuple[Token, Token] | None:
    """Issuer and unit of a letter's sign that lost its hyphen: ``UBNDNC`` -> ``UBND``, ``NC``."""
    told = _split_before_unit(text)
    if told:
        return told
    for cut in range(len(text) - 2, 2, -1):
        head = token(text[:cut], "issuer")[0]
        sure = cut > _SHORT_ISSUER or head.level == "central"  # BTC, BNV
        if head.issuer and sure and head.text == text[:cut]:
            return head, token(text[cut:], "unit")[0]
    return _split_before_unit(text, province=True)


def _split_before_unit(text: str, *, province: bool = False) -> tuple[Token, Token] | None:
    """Issuer and unit that the vocabulary prints together: ``CTCS`` -> ``CT``, ``CS`` (Cục Thuế, chính sách).

    For ``province`` the issuer is the tax office of one, under three letters of its name: ``GLACNTK`` (Gia Lai).
    """
    for unit, issuers in _units():
        found = unit.search(text)
        issuer = text[: found.start()] if found else ""
        named = "***" in issuers and _PROVINCE.fullmatch(issuer) if province else issuer in issuers
        if found and named:
            return token(issuer, "unit")[0], token(found.group(), "unit")[0]
    return None


@cache
def _units() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    """The units of letters, each with the number that some have (QLDN2), and the issuers that they stand behind."""
    return tuple((re.compile(rf"{row['code']}\d{{0,2}}$"), listed(row["issuers"])) for row in table("sign_units"))
