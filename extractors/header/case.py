"""Sentence case for what is printed in capitals: from the document's own body, then from the names that are known."""

from __future__ import annotations

import re
from functools import cache

from extractors.agencies.compact import compact
from extractors.agencies.registry import by_key, occurrences
from extractors.numbers import find_numbers
from extractors.places import places
from extractors.vocabulary import table

_BODY = 24_000
_RUN = 14
_WORD = re.compile(r"\w")
_BLANKS = re.compile(r"[^\S\n]+")
_FIXED = (
    "Việt Nam", "Trung ương", "Hồ Chí Minh", "Mặt trận Tổ quốc", "Đảng", "Đảng bộ", "Quốc hội", "Chính phủ",
    "Thủ tướng",
    "Internet", "Thủ đô", "Tết Nguyên đán", "UBND", "HĐND", "BHXH", "BHYT", "Covid-19", "Phó Thủ tướng",
)  # fmt: skip
# Names of the registry that are common words in lower case as often as not.
_NAMING = (
    "so ", "bo ", "uy ban ", "hoi dong nhan dan", "chinh phu", "thu tuong", "quoc hoi", "ban bi thu",
    "ban chap hanh", "ngan hang nha nuoc", "van phong ", "tong cuc", "cuc ", "toa an nhan dan", "vien kiem sat",
    "tinh uy", "thanh uy", "ban thuong vu", "ban tuyen giao", "ban to chuc", "ban noi chinh", "chu tich nuoc",
    "kiem toan nha nuoc", "thanh tra chinh phu", "tap doan", "tong cong ty", "ban quan ly",
)  # fmt: skip
_SENTENCE = re.compile(r"(?:^|[.;:!?\n|“\"(\-–•+]\s*)$")


@cache
def _names() -> tuple[tuple[re.Pattern[str], str], ...]:
    names = sorted({p.name for p in places()} | set(_FIXED), key=len, reverse=True)
    return tuple((re.compile(rf"(?<!\w){re.escape(n)}(?!\w)", re.IGNORECASE), n) for n in names)


@cache
def _types() -> re.Pattern[str]:
    names = sorted((r["name"].lower() for r in table("header_types")), key=len, reverse=True)
    return re.compile(rf"(?<!\w)({'|'.join(names)})(?=(?: số)? \d+(?:/|-\w))")


def sentence_case(text: str, body: str) -> str:
    """``text`` in sentence case; ``body`` is where the same words may stand with their real capitals.

    Longest runs of words that the body prints take its capitals; then numbers, agencies, places and the names of
    types before a number take theirs from the vocabularies.
    """
    text = " ".join(text.split())
    out = _by_body(text.lower(), body)
    out = _known_agencies(out)
    for pattern, name in _names():
        out = pattern.sub(name, out)
    out = _types().sub(lambda m: m.group(1)[0].upper() + m.group(1)[1:], out)
    out = _numbers(text, out)
    first = _WORD.search(out)
    return out[: first.start()] + out[first.start()].upper() + out[first.start() + 1 :] if first else out


def _numbers(text: str, out: str) -> str:
    """Document numbers with the capitals of the vocabulary, where the length tells that nothing was mended."""
    for mention in find_numbers(text.upper()):
        if mention.number:
            printed = text[mention.span.start : mention.span.end]
            if len(printed) == len(str(mention.number)):
                out = out[: mention.span.start] + str(mention.number) + out[mention.span.end :]
    return out


def _known_agencies(low: str) -> str:
    form = compact(low)
    out = list(low)
    for start, end, found in occurrences(form):
        name = next((a.name for a in by_key()[found] if a.bare), None)
        at, to = form.source(start), form.end(end)
        if name and found.startswith(_NAMING) and len(name) == to - at and name.lower() == "".join(out[at:to]).lower():
            out[at:to] = name
    return "".join(out)


def _by_body(low: str, body: str) -> str:
    """The words of ``low`` with the capitals that ``body`` prints for the longest runs of them."""
    plain = _BLANKS.sub(" ", body[:_BODY])
    searched = plain.lower()
    if not plain or len(searched) != len(plain):
        return low
    words = low.split(" ")
    out: list[str] = []
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + _RUN), at, -1):
            found = _printed(" ".join(words[at:end]), plain, searched)
            if found:
                out.append(found)
                at = end
                break
        else:
            out.append(words[at])
            at += 1
    return " ".join(out)


def _printed(run: str, plain: str, searched: str) -> str | None:
    """The run as the body prints it, outside capitals; a capital that opens a sentence does not count."""
    at = searched.find(run)
    tries = 0
    while at >= 0 and tries < 6:
        end = at + len(run)
        found = plain[at:end]
        whole = not (at and plain[at - 1].isalnum()) and not plain[end : end + 1].isalnum()
        if whole and " " not in run and not found.isupper() and sum(c.isupper() for c in found) >= 2:
            return found
        if whole and " " in run and not found.isupper() and _mixed(plain, at, end):
            opens = bool(_SENTENCE.search(plain[max(0, at - 3) : at])) and found[1:2].islower()
            return found[0].lower() + found[1:] if opens else found
        if whole and " " not in run and found.isupper() and 2 <= len(found) <= 6 and _abbreviation(plain, at, end):
            return found
        at = searched.find(run, at + 1)
        tries += 1
    return None


def _mixed(plain: str, start: int, end: int) -> bool:
    """Whether a run stands in running text, not in a line of capitals with a stray lower-case letter."""
    found = [c for c in plain[start:end] if c.isalpha()]
    return sum(c.isupper() for c in found) < 0.6 * len(found)


def _abbreviation(plain: str, start: int, end: int) -> bool:
    """Whether a word in capitals stands among words that are not: "phát triển KTTH ở"."""
    before, after = plain[:start].rstrip()[-2:], plain[end : end + 3].lstrip(" ")[:2]
    if before.isupper() or after.isupper():
        return False
    around = plain[max(0, start - 20) : start] + plain[end : end + 20]
    letters = [c for c in around if c.isalpha()]
    return bool(letters) and sum(c.islower() for c in letters) >= 0.7 * len(letters)
