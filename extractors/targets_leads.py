"""Lead-ins of aims without a number of their own: "Phấn đấu đến năm 2030 đạt một số chỉ tiêu sau:" over its list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.responsibilities.lines import Line

# "đạt một số chỉ tiêu chủ yếu sau:", none that goes on to what is done for an aim ("để đạt mục tiêu, nhiệm vụ là:")
_LEAD = re.compile(
    r"(?<!\w)(?:chỉ tiêu|mục tiêu(?! quốc gia))(?!\w)(?:(?!nhiệm vụ|giải pháp|nội dung|biện pháp)[^.;:]){0,80}:\s*$",
    re.IGNORECASE,
)
# Code points before a line's end that hold a lead-in's last words
_REACH = 120


@dataclass(frozen=True, slots=True)
class _List:
    """A lead-in with the form and the depth of its first entry, once that is known."""

    words: str
    part: int
    form: str | None = None
    depth: int = 0


def with_leads(text: str, lines: Sequence[Line]) -> Iterator[tuple[Line, str | None]]:
    """Each line with the words of the lead-in whose list it stands in, None where it stands in none."""
    here: _List | None = None
    for line in lines:
        if not line.label:
            here = _List(line.span.of(text), line.part) if _leads(text, line) else None
            yield line, None
            continue
        here = _entered(here, line)
        yield line, here.words if here else None


def _leads(text: str, line: Line) -> bool:
    end = line.span.end
    return text.endswith(":", line.span.start, end) and bool(
        _LEAD.search(text, max(line.span.start, end - _REACH), end)
    )


def _entered(here: _List | None, line: Line) -> _List | None:
    """The list that a line belongs to: as an entry like the first one, or as an entry below one."""
    if here is None or here.part != line.part:
        return None
    form, depth = _form(line.label), len(line.chain)
    if here.form is None:
        return _List(here.words, here.part, form, depth)
    return here if depth > here.depth or (form == here.form and depth == here.depth) else None


_LETTERS = re.compile(r"[A-Za-zĐđ]+")
_FIGURES = re.compile(r"\d+")


def _form(label: str) -> str:
    """What entries of one list have in common: the dash, or that they are counted by figures or letters."""
    mark = label.strip()
    return _LETTERS.sub("a", _FIGURES.sub("1", mark))
