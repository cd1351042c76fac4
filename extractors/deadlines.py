"""Deadlines: when a duty is due (annotation rules, sections 4 and 7).

`find_deadlines` reads prose, where only adverbs of time count; `parse_deadline` reads what stands in a time column or
line, which is always a deadline.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from functools import lru_cache

from extractors import deadlines_readers as readers
from extractors.deadlines_context import is_condition, main_clause, may_stand
from extractors.deadlines_forms import FORMS, forms_in
from extractors.deadlines_lists import joined
from extractors.deadlines_patterns import EACH, Form
from extractors.deadlines_readers import Match, Reading, within
from extractors.document import Span
from extractors.findings import Deadline, Evidence

_RECURRENT = re.compile(
    rf"(?<!\w)(?:{EACH} năm|báo cáo định kỳ|định kỳ báo cáo|"
    r"(?:0?6|sáu) tháng (?:\([^)]{1,60}\))?,? ?(?:và |, )?(?:báo cáo )?(?:một |0?1 )?năm)(?!\w)(?! \d)",
    re.IGNORECASE,
)
# what makes several days without a year those of every year
_PERIODIC = re.compile(rf"(?<!\w)(?:{EACH} (?:năm|quý|tháng)|định kỳ|(?:0?[369]|sáu|ba|chín) tháng)(?!\w)", re.I)
# what stands between the days of one report in its periods: "6 tháng (trước ngày 10/6) và 01 năm (trước ngày 10/12)"
_BETWEEN_DAYS = re.compile(
    r"(?:[\s,;:()\-–]|(?:và|hoặc|đối với|báo cáo|định kỳ|gửi|trước|của|h[ằà]ng|cả|một|0?1|"
    r"(?:0?[369]|ba|sáu|chín) tháng|năm|quý|[IV]{1,3}|đầu|cuối|kỳ|đợt \d)(?!\w)){1,30}",
    re.IGNORECASE,
)
# "Đợt 1: trước 15/6/2025; đợt 2: trước 15/9/2025"
_BETWEEN_DATES = re.compile(r"(?:[\s,;:()\-–]|(?:và|hoặc|(?:đợt|lần) \d)(?!\w)){1,12}", re.IGNORECASE)
_TO = re.compile(r"đến(?!\w)", re.IGNORECASE)
# what every form holds one of: a unit of time or a word of recurrence or sequence, in small letters, or such figures
_TIME_WORDS = (
    "ngày", "giờ", "tuần", "năm", "tháng", "quý", "quí", "định kỳ", "hằng", "hàng", "mỗi", "từng", "thường xuyên",
    "lần", "ngay sau", "ngay khi", "kỳ họp", "tết",
)  # fmt: skip
_TIME_FIGURES = re.compile(r"\d(?: ?[/.\-–] ?\d|(?:(?<=1)9|(?<=2)0)\d\d|h)")
# Code points before a bracket that tell the period
_REACH = 40
_TRIM = " \t\n.;,:()*-–"
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# what a cell opens with that names an event
_EVENT = re.compile(r"(?:ngay )?(?:sau|khi|theo)(?!\w)", re.IGNORECASE)
# "Năm 2025 và hằng năm"
_AND_AFTER = re.compile(r"và (?:h[ằà]ng|các|những) năm", re.IGNORECASE)
_PARTS = re.compile(r"[,;:.]")
# the period whose day a bracket tells: "định kỳ 06 tháng (| trước ngày 30/6 |)"
_PERIOD_OF_DAY = re.compile(
    rf"(?<!\w)(?:định kỳ )?(?:{EACH} )?(?:(?:0?[369]|ba|sáu|chín) tháng|quý|tháng|năm)(?: đầu năm| [IV]{{1,3}})? ?\($",
    re.IGNORECASE,
)
# what no event's name holds: "kể từ khi nhận được công văn của địa phương | có trách nhiệm …", "sau khi được cấp | và"
_PAST_EVENT = re.compile(
    r",? (?:(?:có|chịu) trách nhiệm|chủ trì|phải)(?!\w).*| (?:và|hoặc|để|của|cho|(?<!tiếp )theo|với)$", re.IGNORECASE
)
_NOTHING = re.compile(r"[\s.\-–/…]*")


@lru_cache(maxsize=64)
def _anchor(anchor: str | None) -> datetime.date | None:
    """The document's date; one of month or year precision stands at the period's first day."""
    if not anchor or not re.fullmatch(r"\d{4}(-\d{2}){0,2}", anchor):
        return None
    parts = [int(part) for part in anchor.split("-")] + [1, 1]
    try:
        return datetime.date(parts[0], parts[1], parts[2])
    except ValueError:
        return None


def _deadline(reading: Reading, span: Span, quote: str) -> Deadline:
    return Deadline(
        Evidence(span, quote), reading.kind, reading.on, reading.month, reading.day, reading.from_, reading.to,
        reading.every, reading.days,
    )  # fmt: skip


@lru_cache(maxsize=512)
def _matches(text: str, *, prose: bool) -> tuple[tuple[int, int, Form, dict[str, str | None]], ...]:
    """Every form's matches, overlapping ones included: place, form, groups. A clause is asked about repeatedly."""
    low = text.lower()
    if not (any(map(low.__contains__, _TIME_WORDS)) or _TIME_FIGURES.search(low)):
        return ()
    return tuple(
        (*match.span(), form, match.groupdict())
        for form in forms_in(low, prose=prose)
        for match in form.pattern.finditer(text)
    )


def _readings(
    text: str, anchor: datetime.date | None, about: int | None, *, prose: bool
) -> list[tuple[int, int, Reading]]:
    """What every form's matches say, overlapping ones included, with their place."""
    found: list[tuple[int, int, Reading]] = []
    impossible: list[tuple[int, int]] = []
    for start, end, form, groups in _matches(text, prose=prose):
        reading = form.read(Match(text[start:end], groups, anchor, about))
        if reading is not None:
            found.append((start, end, reading))
        elif groups.get("day"):
            impossible.append((start, end))
    return [m for m in found if not any(_inside(m, date) for date in impossible)] if impossible else found


def _inside(match: tuple[int, int, Reading], date: tuple[int, int]) -> bool:
    """Whether a match is a part of a date that does not exist: of "31/02/2025" the year alone says nothing."""
    return date[0] <= match[0] and match[1] <= date[1]


def _outermost(matches: list[tuple[int, int, Reading]]) -> list[tuple[int, int, Reading]]:
    """The longest match at each place, left to right; of equal ones the form that is listed first."""
    ordered = sorted(matches, key=lambda m: (m[0] - m[1], m[0]))
    taken: list[tuple[int, int, Reading]] = []
    covered = bytearray(max((match[1] for match in matches), default=0))
    for match in ordered:
        if not any(covered[match[0] : match[1]]):
            taken.append(match)
            covered[match[0] : match[1]] = b"\1" * (match[1] - match[0])
    return sorted(taken, key=lambda m: m[0])


def _periods(text: str, matches: list[tuple[int, int, Reading]]) -> list[tuple[int, int, Reading]]:
    """Without a bare "định kỳ" whose period the same part of the sentence tells: "định kỳ báo cáo hằng tháng"."""
    kept = matches[-1:]
    for match, after in zip(matches[-2::-1], matches[:0:-1], strict=True):
        between = text[match[1] : after[0]]
        told = after[2].kind == "recurring" and (between == " (" or (after[2].every and not _PARTS.search(between)))
        kept += [] if told and _is_bare(match[2]) else [match]
    return kept[::-1]


def _is_bare(reading: Reading) -> bool:
    return reading.kind == "recurring" and not (reading.every or reading.day or reading.to)


def _yearly(text: str, matches: list[tuple[int, int, Reading]]) -> list[tuple[int, int, Reading]]:
    """A date without a year is annual where the sentence says so; "định kỳ hằng năm" is then a part of it."""
    yearless = [m for m in matches if _yearless(text, m)]
    if not yearless:
        return matches
    recurrent, periodic = _RECURRENT.search(text), _PERIODIC.search(text)
    told = {m for m in yearless if recurrent or (m[2].days and periodic)}
    if not told:
        return matches
    kept = [m for m in matches if m not in told and m[2].kind != "recurring"]
    return sorted(kept + [(a, b, _every_year(r)) for a, b, r in told], key=lambda m: m[0])


def _every_year(reading: Reading) -> Reading:
    """A date, or several, without the year that the document's date gave it."""
    if reading.kind == "annual":
        return reading
    days = tuple(f"--{day[-5:]}" for day in reading.days)
    month, day = (int(part) for part in days[0][2:].split("-")) if days else (reading.month, reading.day)
    return Reading("annual", month=month, day=day, every="year", days=days)


def _joined(text: str, matches: list[tuple[int, int, Reading]]) -> list[tuple[int, int, Reading]]:
    """The days that one act has, or one report in its periods, are one deadline with several days."""
    result: list[tuple[int, int, Reading]] = []
    for match in matches:
        place = _last_exact(result) if _is_exact(match[2]) else None
        if place is not None and _is_next(text, result[place], match):
            before = result[place]
            together = _together(before[2], match[2], to=_TO.match(text, match[0]) is not None)
            result[place:] = [(before[0], match[1], together)]
        else:
            result.append(match)
    return result


def _last_exact(matches: list[tuple[int, int, Reading]]) -> int | None:
    """Where the last day stands, if no more than a period follows it: "(trước 15/6), hằng năm (trước 15/12)"."""
    last = len(matches) - 1
    if last > 0 and matches[last][2].kind == "recurring":
        last -= 1
    return last if last >= 0 and _is_exact(matches[last][2]) else None


def _is_next(text: str, before: tuple[int, int, Reading], after: tuple[int, int, Reading]) -> bool:
    """Whether a day is another one of the same act: nothing but separators, or a report's periods, stands between."""
    yearless = _yearless(text, before) and _yearless(text, after)
    between = _BETWEEN_DAYS if yearless else _BETWEEN_DATES
    alike = yearless or before[2].kind == after[2].kind
    return alike and between.fullmatch(text[before[1] : after[0]]) is not None


def _together(before: Reading, after: Reading, *, to: bool) -> Reading:
    """Two days as one deadline; of a span of time ("từ ngày 01/6 đến ngày 15/6 hằng năm") the last one counts."""
    each = [before, after] if before.kind == after.kind else [_every_year(before), _every_year(after)]
    return each[1] if to else joined(each) or after


def _is_exact(reading: Reading) -> bool:
    return reading.kind in {"date", "annual"}


def _yearless(text: str, match: tuple[int, int, Reading]) -> bool:
    """Whether a match is a day, or several, without a year: one of every year where the sentence says so."""
    start, end, reading = match
    return _is_exact(reading) and not _YEAR.search(text[start:end])


def find_deadlines(text: str, *, anchor: str | None = None, offset: int = 0) -> tuple[Deadline, ...]:
    """The deadlines of a sentence or clause of prose, in text order.

    ``anchor`` is the ISO date of the document (any precision); ``offset`` is where the text stands in the document.
    """
    day = _anchor(anchor)
    readings = _readings(text, day, None, prose=True)
    if not readings:
        return ()
    matches = _outermost(readings)
    begins = main_clause(text)
    matches = [m for m in matches if m[0] >= begins and may_stand(text, *m) and not is_condition(text, m, day)]
    found = []
    for start, end, reading in _yearly(text, _joined(text, _periods(text, matches))):
        words = _words(text, start, start + len(text[start:end].rstrip(_TRIM)), reading)
        found.append(_deadline(reading, Span(words.start + offset, words.end + offset), words.of(text)))
    return tuple(found)


def _words(text: str, start: int, last: int, reading: Reading) -> Span:
    """The words of a deadline: without what follows an event, with the other half of a bracket that is opened or closed
    in them ("… Quyết định (từng đợt)", "định kỳ 06 tháng (trước ngày 30/6), năm (trước ngày 25/12)").
    """
    if reading.kind == "relative":
        past = _PAST_EVENT.search(text, start, last)
        last = past.start() if past else last
    close = text.find(")", start, last)
    if close >= 0 and text.find("(", start, close) < 0:
        period = _PERIOD_OF_DAY.search(text, max(0, start - _REACH), start)
        start = period.start() if period else start
    opened = text.count("(", start, last) > text.count(")", start, last)
    return Span(start, last + 1 if opened and text[last : last + 1] == ")" else last)


def lacks_holidays(text: str, anchor: str | None) -> bool:
    """Whether a deadline has no date only because the holidays of a year that it reaches are not in the table."""
    day = _anchor(anchor)
    matches = (form.pattern.search(text) for form in FORMS if form.read is within)
    return any(readers.lacks_holidays(Match(found[0], found.groupdict(), day)) for found in matches if found)


def parse_deadline(
    text: str, anchor: str | None = None, *, offset: int = 0, about: int | None = None
) -> Deadline | None:
    """What stands in a time column or line, as one deadline; None for an empty cell.

    ``about`` is the year that the table or plan is about, for "Quý II" and "Tháng 8" without one. Words that name no
    time ("theo lộ trình của Bộ") are ``relative``.
    """
    if _NOTHING.fullmatch(text):
        return None
    start = len(text) - len(text.lstrip(_TRIM))
    quote = text.strip(_TRIM)
    years = set(_YEAR.findall(quote))
    about = int(years.pop()) if len(years) == 1 else about
    matches = _yearly(quote, _joined(quote, _outermost(_readings(quote, _anchor(anchor), about, prose=False))))
    reading = _principal(quote, matches)
    return _deadline(reading, Span(offset + start, offset + start + len(quote)), quote)


def _principal(quote: str, matches: list[tuple[int, int, Reading]]) -> Reading:
    """The reading of a whole cell: an event's ("sau khi có Quy chế") is relative, else the one that names most."""
    readings = [m[2] for m in matches]
    if not matches or (_EVENT.match(quote) and not (matches[0][0] == 0 and readings[0].kind == "recurring")):
        return next((r for r in readings if r.kind == "relative"), Reading("relative"))
    exact = next((r for r in readings if _is_exact(r)), None)
    if exact:
        return exact
    recurring = [r for r in readings if r.kind == "recurring"]
    spans = [r for r in readings if r.kind in {"period", "year"}]
    if recurring and all(_is_years(r) for r in spans):
        return _bounded(quote, next((r for r in recurring if r.every), recurring[0]), spans)
    inside = [r for r in spans if r.kind == "period" and _within(r, spans[0])]
    return inside[0] if inside and spans[0].kind == "year" and readings[0].kind == "year" else readings[0]


def _is_years(reading: Reading) -> bool:
    """Whether a span of time is one of whole years."""
    begins, ends = reading.from_ or "0000-01-01", reading.to or "9999-12-31"
    return begins.endswith("-01-01") and ends.endswith("-12-31")


def _bounded(quote: str, reading: Reading, spans: list[Reading]) -> Reading:
    """What recurs, in the years that the cell names beside it ("Hằng năm, giai đoạn 2026-2030")."""
    if not spans or reading.to:
        return reading
    end = None if _AND_AFTER.search(quote) else spans[0].to
    return replace(reading, from_=spans[0].from_, to=end)


def _within(inner: Reading, outer: Reading) -> bool:
    """Whether a span of time lies inside another."""
    return (outer.from_ or "") <= (inner.from_ or "") and (inner.to or "9999") <= (outer.to or "9999")
