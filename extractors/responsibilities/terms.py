"""The term of a duty in a sentence of its own after it: "Thời hạn chậm nhất 05 ngày làm việc kể từ …"."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from extractors.deadlines import find_deadlines
from extractors.findings import Deadline
from extractors.folded_text import places
from extractors.responsibilities.lines import Line
from extractors.responsibilities.values import Context, Draft

# "Thời hạn chậm nhất …", "Thời gian hoàn thành: trước ngày …"
_HEADS = ("Thời hạn", "Thời gian", "Hoàn thành")
_TERM = re.compile(rf"(?:(?<=[.;)] )|^)(?:{'|'.join(_HEADS)})(?!\w)[^.\n]{{3,200}}", re.MULTILINE)
_WORDS = re.compile(r"[\s,:.]*(?:(?:thời hạn|thời gian|hoàn thành|thực hiện|báo cáo|là|xong)[\s,:]*)*", re.IGNORECASE)
_GAP = re.compile(r"[\s.;,)/]*")


def with_terms(context: Context, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts; one without a deadline that a sentence of its term follows takes that."""
    terms = list(_terms(context))
    for draft in drafts:
        term = next((due for at, due in terms if _follows(context.text, draft.span.end, at)), None)
        yield replace(draft, deadline=term) if term and draft.deadline is None else draft


def _terms(context: Context) -> Iterator[tuple[int, Deadline]]:
    """Where each sentence that only names a term begins, and its term."""
    for line, said in _said(context):
        due = next(iter(find_deadlines(said[0], anchor=context.anchor(line.part), offset=said.start())), None)
        if due is None:
            continue
        rest = context.text[said.start() : due.span.start] + context.text[due.span.end : said.end()]
        if _WORDS.fullmatch(rest):
            yield said.start(), due


def _said(context: Context) -> Iterator[tuple[Line, re.Match[str]]]:
    """The sentences of all lines that a word for a term opens, in text order."""
    starts = [line.span.start for line in context.lines]
    past = 0
    for at in sorted(place for head in _HEADS for place in places(context.text, head)):
        index = bisect.bisect_right(starts, at) - 1
        if at < past or index < 0:
            continue
        said = _TERM.match(context.text, at, context.lines[index].span.end)
        if said:
            past = said.end()
            yield context.lines[index], said


def _follows(text: str, end: int, term: int) -> bool:
    """Whether nothing but marks stands between a duty and the sentence of its term."""
    return end <= term <= end + 8 and _GAP.fullmatch(text, end, term) is not None
