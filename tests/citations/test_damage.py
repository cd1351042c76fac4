"""The gold texts with every number damaged one way at a time: what scans, typists and exports do to numbers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from extractors.numbers import find_numbers
from pipeline.read import read
from pipeline.text import find_citations

CORPUS = Path(__file__).parents[2] / "corpus"
_CYRILLIC = str.maketrans("ABEKMHOPCTX", "АВЕКМНОРСТХ")
_GREEK = str.maketrans("ABEZHIKMNOPTYX", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ")

DAMAGES: dict[str, Callable[[str], str]] = {
    "blank before the slash": lambda n: n.replace("/", " /"),
    "blank after the slash": lambda n: n.replace("/", "/ "),
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
    "all capitals": str.upper,
    "all small": str.lower,
}
# What a scan or an export puts into a number, at each place of it in turn.
INTRUDERS = {"blank": " ", "two blanks": "  ", "line break": "\n", "no-break space": "\u00a0"}


def _key(number: str) -> str:
    return number.lower().replace("đ", "d")


def _found(text: str) -> set[str]:
    return {_key(c.target.number) for c in find_citations(text) if c.kind == "numbered" and c.target.number}


@cache
def _printed() -> tuple[tuple[str, frozenset[str]], ...]:
    """The texts with their numbers as the grammar prints them."""
    return tuple(
        (text, frozenset(c.target.number for c in find_citations(text) if c.kind == "numbered" and c.target.number))
        for text, _ in _texts()
    )


@cache
def _texts() -> tuple[tuple[str, frozenset[str]], ...]:
    paths = [*sorted((CORPUS / "samples").glob("*.txt")), *sorted((CORPUS / "gold-texts").glob("*.txt"))]
    assert paths
    texts = [read(path).text for path in paths]
    return tuple((text, frozenset(_found(text))) for text in texts)


def _damaged(text: str, damage: Callable[[str], str]) -> str:
    """The text with every number that is printed plainly in a citation damaged."""
    pieces, at = [], 0
    for citation in sorted((c for c in find_citations(text) if c.kind == "numbered"), key=lambda c: c.span.start):
        number = citation.target.number
        start = text.find(number, citation.span.start, citation.span.end) if number else -1
        if number and start >= at:
            pieces += [text[at:start], damage(number)]
            at = start + len(number)
    return "".join([*pieces, text[at:]])


@pytest.mark.parametrize("way", DAMAGES)
def test_damaged_numbers_are_read(way: str) -> None:
    hit = gold = found = 0
    for text, numbers in _texts():
        read_again = _found(_damaged(text, DAMAGES[way]))
        hit, gold, found = hit + len(numbers & read_again), gold + len(numbers), found + len(read_again)
    assert gold > 60
    assert 2 * hit / (gold + found) >= 0.98


@pytest.mark.parametrize("intruder", INTRUDERS.values(), ids=INTRUDERS)
def test_a_number_is_read_with_an_intruder_at_any_place(intruder: str) -> None:
    """Of all numbers of the gold texts, damaged at every place in turn; none is cut to another number of the texts."""
    numbers = sorted({n for _, found in _printed() for n in found})
    read = places = 0
    for number in numbers:
        for at in range(1, len(number)):
            text = f"theo Quyết định số {number[:at]}{intruder}{number[at:]} ngày 05/6/2020 của"
            found = [str(m.number) for m in find_numbers(text) if m.number]
            assert not set(found) & set(numbers) - {number}
            places, read = places + 1, read + (found == [number])
    assert places > 500
    assert read / places >= 0.97
