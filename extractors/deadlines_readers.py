"""Readers of deadlines: from the named groups of a matched form to the fields of a deadline."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass, replace

from extractors.deadlines_working import after_working_days
from extractors.findings import DeadlineKind, Every

_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
_EVERY: dict[str, Every] = {"năm": "year", "quý": "quarter", "quí": "quarter", "tháng": "month", "tuần": "week"}
_MONTHS: dict[int, Every] = {1: "month", 3: "quarter", 6: "half-year", 12: "year"}
_ONES = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_TYPE = r"(?:kế hoạch|quyết định|chỉ thị|nghị quyết|công văn|thông báo|chương trình|văn bản|đề án|công điện)"
# "kể từ ngày ban hành", "từ ngày ký Quyết định này", "từ ngày Kế hoạch này được ký"; "ngày ký hợp đồng" is another's
_OWN_ISSUE = re.compile(
    rf"(?:ngày|khi) (?:ký(?:,? ban hành)?|ban hành)(?: {_TYPE}(?: này)?)?\s*$|"
    rf"{_TYPE} này (?:được )?(?:ký|ban hành|phê duyệt|có hiệu lực)",
    re.IGNORECASE,
)

# what makes a month or quarter without a year a time: "báo cáo quý IV" names a report
_CUED = re.compile(r"(?:ngay )?(?:trong|vào|hết|đến|hoàn thành|xong|trước|chậm nhất|muộn nhất)(?!\w)", re.IGNORECASE)


def _counts() -> dict[str, int]:
    """The written numbers from one to ninety-nine, and a hundred."""
    tens = ("mười", *(f"{one} mươi" for one in _ONES[1:]))
    words = dict(zip(_ONES, range(1, 10), strict=True)) | {"một trăm": 100}
    for ten, name in enumerate(tens, 1):
        words[name] = ten * 10
        for one, last in enumerate(_ONES, 1):
            variants = {last} | {1: {"mốt"}, 4: {"tư"}, 5: {"lăm"}}.get(one, set())
            words |= {f"{name} {variant}": ten * 10 + one for variant in variants}
    return words


COUNT_WORDS: dict[str, int] = {word: _counts()[word] for word in sorted(_counts(), key=lambda w: (-len(w), w))}
"""Written numbers, the longest first: "mười lăm" -> 15."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one match says. ``adverb``: in prose the words count only where an adverb of time may stand.

    ``days``: all days of one that names several, as `Deadline.days`.
    """

    kind: DeadlineKind
    on: str | None = None
    month: int | None = None
    day: int | None = None
    from_: str | None = None
    to: str | None = None
    every: Every | None = None
    adverb: bool = False
    days: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A match's words and named groups, the date of the document that they stand in, and the year that it is about."""

    text: str
    groups: dict[str, str | None]
    anchor: datetime.date | None = None
    about: int | None = None

    def number(self, name: str, default: int = 0) -> int:
        """A group as a number, also a written one; ``default`` where it did not take part."""
        value = self.groups.get(name)
        if not value:
            return default
        return COUNT_WORDS.get(value.lower()) or int(value.partition(",")[0])

    def year(self, name: str = "year") -> int:
        """A group as a year, else the year that the document is about, else its own, else 0."""
        return self.number(name, self.about or (self.anchor.year if self.anchor else 0))

    def year_of(self, last_month: int) -> int:
        """As `year`; a span without a year that was over at the document's date is the next year's."""
        year = self.year()
        told = self.groups.get("year") or self.about
        return year + 1 if not told and self.anchor and last_month < self.anchor.month else year


def _last(year: int, month: int) -> str:
    return f"{year:04d}-{month:02d}-{calendar.monthrange(year, month)[1]:02d}"


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def month_day(month: int | None, day: int | None) -> str:
    """A day without year (``--06-15``), a month (``--06``) or a day of every month (``---15``), as in ISO 8601."""
    if month is None:
        return f"---{day:02d}"
    return f"--{month:02d}" + (f"-{day:02d}" if day else "")


def date(match: Match) -> Reading | None:
    """A day and month. Without a year it is the next such day after the document's date, or annual when undated."""
    month, day, year = match.number("month"), match.number("day"), match.year()
    if not year:
        return annual(match)
    on = _day(year, month, day)
    if on and not match.groups.get("year") and match.anchor and on < match.anchor:
        on = _day(year + 1, month, day)
    return Reading("date", on=on.isoformat(), month=month, day=day) if on else None


def annual(match: Match) -> Reading | None:
    """A day and month of every year (29 February counts)."""
    month, day = match.number("month"), match.number("day")
    return Reading("annual", month=month, day=day, every="year") if _day(2000, month, day) else None


def month_of_year(match: Match) -> Reading | None:
    """A month of every year, or several: annual, with the month alone."""
    return _months_of_year([int(number) for number in re.findall(r"\d{1,2}", match.text)])


def quarter_of_year(match: Match) -> Reading | None:
    """A quarter of every year, or several: annual, with its last month."""
    marks = re.findall(r"(?<!\w)(?:IV|I{1,3}|[1-4])(?!\w)", re.sub(r"qu[ýí]", "", match.text), re.IGNORECASE)
    return _months_of_year([_quarter(mark) * 3 for mark in marks])


def _months_of_year(months: list[int]) -> Reading | None:
    if not months or not all(1 <= month <= 12 for month in months):
        return None
    days = tuple(month_day(month, None) for month in dict.fromkeys(months))
    return Reading("annual", month=months[0], every="year", days=days if len(days) > 1 else ())


def day_of_period(match: Match) -> Reading | None:
    """A day of every month or quarter."""
    day = match.number("day")
    unit = (match.groups.get("quarter") or match.groups["unit"] or "").lower()
    return Reading("recurring", day=day, every=_EVERY.get(unit)) if 1 <= day <= 31 else None


def recurring(match: Match) -> Reading | None:
    """Every year, quarter, month or week, perhaps until a year. A day has no entry: "hằng ngày" is null."""
    end = match.groups.get("year")
    bare = not end and not match.text.lower().startswith("định kỳ") and "lần" not in match.text.lower()
    every = _EVERY.get((match.groups["unit"] or "").lower())
    return Reading("recurring", every=every, to=f"{end}-12-31" if end else None, adverb=bare)


def fixed(match: Match) -> Reading | None:
    """Every month, quarter or week, wherever it stands ("trước 13 giờ hằng ngày")."""
    return Reading("recurring", every=_EVERY.get((match.groups["unit"] or "").lower()))


def months(match: Match) -> Reading | None:
    """Every so many months."""
    return Reading("recurring", every=_MONTHS.get(match.number("count")))


def units(match: Match) -> Reading | None:
    """Every so many years, quarters, weeks or days; the schema names single ones alone."""
    single = match.number("count") == 1
    return Reading("recurring", every=_EVERY.get((match.groups["unit"] or "").lower()) if single else None)


def periodic(match: Match) -> Reading | None:
    """At intervals that the text does not name ("định kỳ", "thường xuyên")."""
    return Reading("recurring", adverb=bool(match.text))


def half_yearly(match: Match) -> Reading | None:
    """Every six months and every year: the shorter one counts."""
    del match
    return Reading("recurring", every="half-year")


def _quarter(mark: str) -> int:
    return _ROMAN.get(mark.upper()) or int(mark)


def quarter(match: Match) -> Reading | None:
    """A quarter, or from one to another, of a year (or of the document's)."""
    first = _quarter(match.groups["first"] or "1")
    last = _quarter(match.groups.get("last") or str(first))
    return _months_of(match, first * 3 - 2, last * 3)


def month(match: Match) -> Reading | None:
    """A month, or from one to another, of a year (or of the document's)."""
    first = match.number("first")
    last = match.number("last", first)
    return _months_of(match, first, last) if 1 <= first <= 12 and 1 <= last <= 12 else None


def _months_of(match: Match, first: int, last: int) -> Reading:
    """From a month to another; ``ahead`` ends before the first, ``until`` has no begin, ``since`` no end."""
    adverb = not re.search(r"\d{4}", match.text) and not _CUED.match(match.text)
    year = match.year_of(last)
    if not year:
        return Reading("period", adverb=adverb)
    start: str | None = f"{match.number('year1', year):04d}-{first:02d}-01"
    end: str | None = _last(year, last)
    if match.groups.get("ahead"):
        start, end = None, _last(year - (first == 1), 12 if first == 1 else first - 1)
    elif match.groups.get("until"):
        start = None
    elif match.groups.get("since"):
        end = None
    return Reading("period", from_=start, to=end, adverb=adverb)


def half(match: Match) -> Reading | None:
    """The first or last six months of a year."""
    year = match.year()
    if not year:
        return Reading("period")
    first = (match.groups["half"] or "").lower() == "đầu"
    return Reading("period", from_=f"{year}-{'01' if first else '07'}-01", to=_last(year, 6 if first else 12))


def years(match: Match) -> Reading | None:
    """From one year to another; in prose the years often belong to a plan's name, hence ``adverb``."""
    first, last = match.number("first"), match.number("last")
    return Reading("period", from_=f"{first}-01-01", to=f"{last}-12-31", adverb=True) if first <= last else None


def from_year(match: Match) -> Reading | None:
    """A year and those that follow."""
    return Reading("period", from_=f"{match.year()}-01-01")


def since(match: Match) -> Reading | None:
    """From a date on."""
    first = _day(match.number("year1"), match.number("month1"), match.number("day1"))
    return Reading("period", from_=first.isoformat()) if first else None


def between(match: Match) -> Reading | None:
    """From one date to another; the first one may lack its year and month."""
    year2, month2 = match.number("year2"), match.number("month2")
    first = _day(match.number("year1", year2), match.number("month1", month2), match.number("day1"))
    last = _day(year2, month2, match.number("day2"))
    if first is None or last is None or last < first:
        return None
    return Reading("period", from_=first.isoformat(), to=last.isoformat())


def year(match: Match) -> Reading | None:
    """In, by or before one year; "trước năm 2030" ends with 2029. "Vào năm" that has passed tells what was so."""
    words, number = match.text.lower(), match.year()
    if not number:
        return Reading("year")
    if words.startswith("vào") and match.anchor and number < match.anchor.year:
        return None
    open_begin = re.search(r"trước|đến|hết|tới", words) is not None
    last = number - 1 if re.search(r"trước (?:năm )?\d", words) else number
    adverb = words.startswith(("đến", "đầu", "giữa"))
    return Reading("year", from_=None if open_begin else f"{number}-01-01", to=f"{last}-12-31", adverb=adverb)


def opening_year(match: Match) -> Reading | None:
    """The year that opens a sentence, or the one from which on it holds."""
    first = f"{match.year()}-01-01"
    ongoing = match.groups.get("since") or match.groups.get("on")
    return Reading("period", from_=first) if ongoing else Reading("year", from_=first, to=f"{match.year()}-12-31")


def lacks_holidays(match: Match) -> bool:
    """Whether working days from the document's own issue cannot be counted: a year's holidays are not known."""
    own = _OWN_ISSUE.search(match.groups.get("event") or "")
    working = "ngày làm việc" in match.text.lower()
    counted = match.anchor and after_working_days(match.anchor, match.number("count"))
    return bool(own and working and match.anchor and counted is None)


def within(match: Match) -> Reading | None:
    """A length of time from an event; from the document's own issue it gives a day, where holidays are known."""
    reading = Reading("relative")
    own = _OWN_ISSUE.search(match.groups["event"] or "")
    if match.anchor is None or not own:
        return reading
    count, unit = match.number("count"), (match.groups["unit"] or "").lower()
    if "làm việc" in match.text.lower():
        on = after_working_days(match.anchor, count) if unit == "ngày" else None
        return replace(reading, on=on.isoformat()) if on else reading
    if unit in {"ngày", "tuần"}:
        days = count * 7 if unit == "tuần" else count
        return replace(reading, on=(match.anchor + datetime.timedelta(days=days)).isoformat())
    if unit == "tháng":
        year, month = divmod(match.anchor.year * 12 + match.anchor.month - 1 + count, 12)
        day = min(match.anchor.day, calendar.monthrange(year, month + 1)[1])
        return replace(reading, on=datetime.date(year, month + 1, day).isoformat())
    return reading
