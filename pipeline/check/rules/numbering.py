"""Labels that are missing or repeated in a series of articles, clauses, points or headings.

A series counts only when it is regular but for one place: more than one break is a form, a quotation or a misread
page, not a slip of the author. Documents that amend or consolidate others quote provisions with their numbers.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from pipeline.check.known import Known
from pipeline.check.subject import Subject
from pipeline.check.values import Check, Issue, Json

_SERIES = ("article", "chapter", "roman", "number", "clause")
_SHORTEST = 4
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_NUMBER = re.compile(r"(?:Điều|Chương|ĐIỀU|CHƯƠNG)?\s*(?:(?P<digits>\d{1,3})|(?P<roman>[IVXLC]{1,7}))\W*")


def _run(subject: Subject, known: Known) -> Iterator[Issue]:
    del known
    if subject.amends or subject.consolidates or subject.extraction["source"].get("ocr"):
        return
    groups: dict[tuple[str | None, str], list[Json]] = defaultdict(list)
    for section in subject.extraction["sections"]:
        if section["kind"] in _SERIES:
            groups[(None if section["kind"] == "article" else section["parent"], section["kind"])].append(section)
    for sections in groups.values():
        yield from _breaks(subject, sections)


def _breaks(subject: Subject, sections: list[Json]) -> Iterator[Issue]:
    numbers = [_number(section["label"]) for section in sections]
    if len(numbers) < _SHORTEST or None in numbers or numbers[0] != 1:
        return
    known = [n for n in numbers if n is not None]
    breaks = [i for i in range(1, len(known)) if known[i] != known[i - 1] + 1]
    if len(breaks) != 1:
        return
    at = breaks[0]
    before, after = known[at - 1], known[at]
    if after not in (before, before + 2) or at == len(known) - 1:
        return
    if after != before and _printed(subject, sections[at - 1], sections[at], before + 1):
        return
    label, last = sections[at]["label"], sections[at - 1]["label"]
    words = (
        (f"«{label}» lặp lại số thứ tự", f"«{label}» is numbered twice")
        if after == before
        else (
            f"thiếu số {before + 1} giữa «{last}» và «{label}»",
            f"{before + 1} is missing between «{last}» and «{label}»",
        )
    )
    proof = subject.proof(_heading(subject, sections[at - 1]))
    yield subject.issue(CHECK.code, "editorial", _heading(subject, sections[at]), words, (proof,), _place(sections[at]))


def _printed(subject: Subject, before: Json, after: Json, number: int) -> bool:
    """Whether the missing label stands between two others after all, inside a paragraph or in another form."""
    between = subject.text[before["span"][0] : after["span"][0]]
    return re.search(rf"(?<![\w,./]){number}[.):]|\b{_roman(number)}\b", between) is not None


def _roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


def _place(section: Json) -> Json:
    return {"section": section["id"], "page": None}


def _heading(subject: Subject, section: Json) -> tuple[int, int]:
    """The first line of a section, cut to what can be read."""
    start, end = section["span"]
    line = subject.text.find("\n", start, end)
    return start, min(end if line < 0 else line, start + 120)


def _number(label: str) -> int | None:
    found = _NUMBER.fullmatch(label.strip())
    if not found:
        return None
    if found["digits"]:
        return int(found["digits"])
    values = [_VALUES[letter] for letter in found["roman"]]
    return sum(-v if any(v < w for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))


CHECK = Check("numbering", ("đánh số sai: thiếu hoặc lặp", "missing or repeated labels"), _run)
