"""The gold texts with every number damaged one way at a time: what scans, typists and exports do to numbers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import pytest

from extractors.findings import Citation
from extractors.numbers import find_numbers
from extractors.offsets import composed
from pipeline.read import read
from pipeline.text import find_citations

CORPUS = Path(__file__).parents[2] / "corpus"
_CYRILLIC = str.maketrans("ABEKMHOPCTX", "АВЕКМНОРСТХ")
_GREEK = str.maketrans("ABEZHIKMNOPTYX", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ")

DAMAGES: dict[str, Callable[[str], str]] = {
    "blank before the slash": lambda n: n.replace("/", " /"),
    "blank after the slash": lambda n: n.replace("/", "/ "),
    "blanks around the slash": lambda n: n.replace("/", " / "),
    "line break before the slash": lambda n: n.replace("/", "\n/"),
    "line break before the hyphen": lambda n: n.replace("-", "\n-"),
    "blanks around the hyphen": lambda n: n.replace("-", " - "),
    "blank before the hyphen": lambda n: n.replace("-", " -"),
    "blank after the hyphen": lambda n: n.replace("-", "- "),
    "blank in the sign": lambda n: f"{n[:-1]} {n[-1:]}",
    "blank in the serial": lambda n: re.sub(r"^(\d)(\d)", r"\1 \2", n),
    "blank in the year": lambda n: re.sub(r"/(\d\d)(\d\d)/", r"/\1 \2/", n),
    "line break after the slash": lambda n: n.replace("/", "/\n"),
    "line break after the hyphen": lambda n: n.replace("-", "-\n"),
    "line break in the sign": lambda n: f"{n[:-1]}\n{n[-1:]}",
    "en dash": lambda n: n.replace("-", "–"),
    "em dash": lambda n: n.replace("-", "—"),
    "non-breaking hyphen": lambda n: n.replace("-", "\u2011"),
    "minus sign": lambda n: n.replace("-", "\u2212"),
    "horizontal bar": lambda n: n.replace("-", "\u2015"),
    "fraction slash": lambda n: n.replace("/", "\u2044"),
    "no-break space after the slash": lambda n: n.replace("/", "/\u00a0"),
    "eth for Đ": lambda n: n.replace("Đ", "Ð"),
    "D for Đ": lambda n: n.replace("Đ", "D"),
    "Cyrillic look-alikes": lambda n: n.translate(_CYRILLIC),
    "Greek look-alikes": lambda n: n.translate(_GREEK),
    "decomposed": lambda n: unicodedata.normalize("NFD", n),
    "lost hyphen": lambda n: n.replace("-", ""),
    "blank for the hyphen of a type": lambda n: re.sub(r"(?<=QĐ|NĐ|NQ|TT|KH|BC|TB|CT)-(?=[A-ZĐ])", " ", n),
    "underscore for the hyphen": lambda n: n.replace("-", "_"),
    "soft hyphen for the hyphen": lambda n: n.replace("-", "\u00ad"),
    "soft hyphen behind the hyphen": lambda n: n.replace("-", "-\u00ad"),
    "narrow no-break space before the hyphen": lambda n: n.replace("-", "\u202f-"),
    "division slash": lambda n: n.replace("/", "\u2215"),
    "full width": lambda n: "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in n),
    "all capitals": str.upper,
    "all small": str.lower,
}
# What a scan or an export puts into a number, at each place of it in turn.
INTRUDERS = {
    "blank": " ",
    "two blanks": "  ",
    "line break": "\n",
    "no-break space": "\u00a0",
    "soft hyphen": "\u00ad",
    "zero-width blank": "\u200b",
    "byte order mark": "\ufeff",
}
BOUND = 0.98
# How much of the text around a number is read with it.
_AROUND = 70


@cache
def _paths(kind: str) -> tuple[Path, ...]:
    """The files of the ten labelled documents, or of those labelled by citations only, scans apart."""
    if kind == "ten":
        return (*sorted((CORPUS / "samples").glob("*.txt")), *sorted((CORPUS / "gold-texts").glob("*.txt")))
    labelled = {path.stem for path in (CORPUS / "gold" / "citations").glob("*.json")}
    return tuple(sorted(path for path in (CORPUS / "unseen").iterdir() if path.stem in labelled))


def _key(number: str) -> str:
    return number.lower().replace("đ", "d")


def _numbers(citations: Iterable[Citation]) -> set[str]:
    return {_key(c.target.number) for c in citations if c.kind == "numbered" and c.target.number}


@cache
def _texts(kind: str) -> tuple[tuple[str, tuple[Citation, ...]], ...]:
    texts = [read(path).text for path in _paths(kind)]
    return tuple((text, find_citations(text)) for text in texts)


def _printed(text: str, citations: tuple[Citation, ...]) -> list[tuple[int, str]]:
    """Where the numbers stand that are printed plainly, and the numbers as the grammar prints them."""
    found, end = [], 0
    for citation in sorted((c for c in citations if c.kind == "numbered"), key=lambda c: c.span.start):
        number = citation.target.number
        start = text.find(number, citation.span.start, citation.span.end) if number else -1
        if number and start >= end:
            found.append((start, number))
            end = start + len(number)
    return found


def _damaged(text: str, citations: tuple[Citation, ...], damage: Callable[[str], str]) -> str:
    """The text with every number that is printed plainly in a citation damaged."""
    pieces, at = [], 0
    for start, number in _printed(text, citations):
        pieces += [text[at:start], damage(number)]
        at = start + len(number)
    return "".join([*pieces, text[at:]])


@pytest.mark.parametrize(("kind", "least"), [("ten", 60), ("unseen", 380)])
@pytest.mark.parametrize("way", DAMAGES)
def test_damaged_numbers_are_read(way: str, kind: str, least: int) -> None:
    hit = gold = found = 0
    for text, citations in _texts(kind):
        numbers, read_again = _numbers(citations), _numbers(find_citations(_damaged(text, citations, DAMAGES[way])))
        hit, gold, found = hit + len(numbers & read_again), gold + len(numbers), found + len(read_again)
    assert gold > least
    assert 2 * hit / (gold + found) >= BOUND


@pytest.mark.parametrize(("kind", "least"), [("ten", 500), ("unseen", 4000)])
@pytest.mark.parametrize("intruder", INTRUDERS.values(), ids=INTRUDERS)
def test_a_number_is_read_with_an_intruder_at_any_place(intruder: str, kind: str, least: int) -> None:
    """Each number where it first stands, damaged at every place in turn; none is cut to another number of the texts."""
    printed = {n: (text, at) for text, citations in _texts(kind) for at, n in reversed(_printed(text, citations))}
    hit = gold = found = 0
    for number, (text, at) in printed.items():
        before, after = text[max(0, at - _AROUND) : at], text[at + len(number) :][:_AROUND]
        plain = _read(before + number + after)
        for cut in range(1, len(number)):
            again = _read(f"{before}{number[:cut]}{intruder}{number[cut:]}{after}")
            assert not again & printed.keys() - plain
            hit, gold, found = hit + len(plain & again), gold + len(plain), found + len(again)
    assert gold > least
    assert 2 * hit / (gold + found) >= BOUND


def _read(text: str) -> set[str]:
    return {str(mention.number) for mention in find_numbers(composed(text)[0]) if mention.number}
