"""The written forms of a deadline, one entry a form: a sample, a regex and the reader of its match.

A reader gives the fields of the deadline; None refuses the match (the thirty-first of February). ISO dates everywhere:
``on`` is the exact day; a span of time is ``from_``/``to`` with its first and last day, an open end is null.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from extractors import deadlines_readers as read
from extractors.deadlines_readers import Match, Reading


@dataclass(frozen=True, slots=True)
class Form:
    """A written form; ``example`` is a real sample that the pattern matches whole.

    ``prose`` is false for what is a deadline in a time column alone ("2025").
    """

    name: str
    example: str
    pattern: re.Pattern[str]
    read: Callable[[Match], Reading | None]
    prose: bool = True


# "chậm nhất là trước", "hoàn thành trước", "đến hết"
BEFORE = (
    r"(?:(?:hoàn thành|xong|chậm nhất|muộn nhất|không muộn hơn|không quá|kết thúc|thời hạn)(?: là)? )?"
    r"(?:trước|đến hết|đến|hết|vào|trong|chậm nhất(?: là)?|muộn nhất(?: là)?)(?: (?:hết|thời điểm))?"
)
# "17 giờ 00 phút ", "16h00, "
HOUR = r"(?:\d{1,2} ?(?:h|g|giờ)(?: ?\d{2}(?: phút)?)?,? (?:tối |sáng |chiều )?)?"
# "30/11/2025", "30 tháng 11 năm 2025", "30.11.2025"
DAY_MONTH = r"(?P<day>\d{1,2})(?: ?[/.\-] ?|,? tháng )(?P<month>\d{1,2})"
OF_YEAR = r"(?:(?: ?[/.\-] ?|,? năm )(?P<year>\d{4})(?!\d))?"
YEARLY = r"(?:h[ằà]ng năm|mỗi năm|từng năm|của năm)"
EACH = r"(?:h[ằà]ng|mỗi|từng)"
MONTHS = r"(?P<count>\d{1,2}|một|ba|sáu) tháng"
PART = r"(?:đầu |giữa |cuối )?"
BY = r"(?:trong |vào |(?P<before>hoàn thành trước |xong trước |trước |đến hết |hết ))?"
IN_YEAR = r"(?:/| ?- ?| |,? năm )(?P<year>(?:19|20)\d{2})"
Q = r"(?:IV|I{1,3}|[1-4])"
YEAR4 = r"(?:19|20)\d{2}"


def _form(
    name: str, example: str, pattern: str, reader: Callable[[Match], Reading | None], *, prose: bool = True
) -> Form:
    return Form(name, example, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE), reader, prose)


_DATES = (
    _form(
        "day of every month", "trước ngày 20 hằng tháng",
        rf"(?:định kỳ )?(?:{BEFORE} )?ngày {HOUR}(?P<day>\d{{1,2}}) {EACH} (?P<unit>tháng|quý|quí)",
        read.day_of_period,
    ),
    _form(
        "day of the last month of every quarter", "trước ngày 15 của tháng cuối quý",
        rf"(?:{BEFORE} )?ngày (?P<day>\d{{1,2}})(?: của)? tháng cuối(?: của)? {EACH}? ?(?P<unit>quý|quí)",
        read.day_of_period,
    ),
    _form(
        "two dates a year", "trước ngày 01/6 và 15/11 hằng năm",
        rf"(?:{BEFORE} )?(?:{HOUR}ngày )?{DAY_MONTH}(?: và| hoặc|,|;)(?: trước| ngày){{0,2}} "
        rf"\d{{1,2}}(?:/| tháng )\d{{1,2}},? {YEARLY}",
        read.annual,
    ),
    _form(
        "date of every year", "Trước ngày 15/12 hàng năm",
        rf"(?:{BEFORE} )?(?:{HOUR}ngày )?{DAY_MONTH},? {YEARLY}(?! \d)",
        read.annual,
    ),
    _form(
        "between dates", "từ ngày 01/7/2025 đến ngày 31/12/2025",
        r"(?:từ )?(?:ngày )?(?P<day1>\d{1,2})(?:/| tháng )(?P<month1>\d{1,2})(?:(?:/| năm )(?P<year1>\d{4}))?"
        r" ?(?:đến|-|–)(?: hết)?(?: ngày)? ?"
        r"(?P<day2>\d{1,2})(?:/| tháng )(?P<month2>\d{1,2})(?:/| năm )(?P<year2>\d{4})",
        read.between,
    ),
    _form(
        "date with a cue", "trước 17 giờ 00 phút ngày 30 tháng 11 năm 2025",
        rf"{BEFORE} {HOUR}(?:ngày )?{DAY_MONTH}{OF_YEAR}", read.date,
    ),
    _form("bare date", "Ngày 30/11/2025", rf"{HOUR}(?:ngày )?{DAY_MONTH}{OF_YEAR}", read.date, prose=False),
)  # fmt: skip

_RECURRING = (
    _form(
        "month of every year", "Tháng 12 hằng năm",
        rf"(?:{BEFORE} )?{PART}tháng (?P<month>\d{{1,2}}),? {YEARLY}", read.month_of_year,
    ),
    _form(
        "every so many months", "định kỳ 6 tháng",
        rf"định kỳ(?: báo cáo)? {MONTHS}(?:(?: |/ ?)(?:(?:0?1|một) )?lần)?", read.months,
    ),
    _form("months a time", "06 tháng/lần", rf"{MONTHS}(?:/ ?| )(?:(?:0?1|một) )?lần", read.months),
    _form(
        "recurring until a year", "hằng năm đến năm 2025",
        rf"(?:định kỳ )?{EACH} (?P<unit>năm|quý|tháng) (?:cho )?(?:đến|tới) (?:hết )?năm (?P<year>\d{{4}})",
        read.recurring,
    ),
    _form(
        "recurring", "định kỳ hằng năm",
        rf"(?:định kỳ,? )?(?:vào )?{EACH} (?P<unit>năm|quý|quí|tháng|tuần|ngày)", read.recurring,
    ),
    _form(
        "times a period", "01 lần/năm",
        r"(?:\d{1,2}|một|hai) lần ?(?:/ ?|mỗi |trong |một )?(?:01 )?(?P<unit>năm|quý|tháng|tuần)", read.recurring,
    ),
    _form(
        "half-yearly and yearly", "định kỳ 6 tháng, hằng năm",
        rf"(?:định kỳ )?(?:{EACH} )?(?:0?6|sáu) tháng(?:,| và|, và) (?:{EACH} |một )?(?:01 )?năm(?! \d)",
        read.half_yearly,
    ),
    _form("periodic by unit", "định kỳ quý", r"định kỳ (?P<unit>tháng|quý|quí|tuần|năm)(?! \d)", read.recurring),
    _form("periodic", "định kỳ", "định kỳ", read.periodic),
    _form("continuous", "Thường xuyên", "thường xuyên(?:,? liên tục)?", read.periodic, prose=False),
)  # fmt: skip

_PERIODS = (
    _form(
        "quarters", "Từ quý II/2025 đến quý IV/2026",
        rf"(?:từ )?qu[ýí] ?(?P<first>{Q})(?:(?:/|,? năm )(?P<year1>{YEAR4}))?"
        rf" ?(?:đến|-|–|và|,) ?(?:hết )?(?:qu[ýí] ?)?(?P<last>{Q}){IN_YEAR}",
        read.quarter,
    ),
    _form("quarter", "trong quý IV năm 2025", rf"{BY}{PART}qu[ýí] ?(?P<first>{Q})(?:{IN_YEAR})?", read.quarter),
    _form(
        "months", "Từ tháng 6 đến tháng 9/2025",
        rf"(?:từ )?tháng (?P<first>\d{{1,2}})(?:(?:/| năm )(?P<year1>{YEAR4}))?"
        rf" ?(?:đến|-|–)(?: hết)? ?(?:tháng )?(?P<last>\d{{1,2}}){IN_YEAR}",
        read.month,
    ),
    _form("month", "trong tháng 7/2025", rf"(?<!\d ){BY}{PART}tháng (?P<first>\d{{1,2}}){IN_YEAR}", read.month),
    _form(
        "half-year", "6 tháng đầu năm 2026",
        rf"(?:trong )?(?:0?6|sáu) tháng (?P<half>đầu|cuối) năm(?: (?P<year>{YEAR4}))?", read.half,
    ),
    _form(
        "year and those after", "Năm 2025 và các năm tiếp theo",
        rf"(?:từ |trong |bắt đầu từ )?(?:năm )?(?P<year>{YEAR4})"
        r"(?:(?: và|,)(?: những| các)? năm (?:tiếp theo|sau|kế tiếp)| trở đi)",
        read.from_year,
    ),
    _form(
        "years", "giai đoạn 2026 - 2030",
        rf"(?:(?:trong |từ )?(?:giai đoạn|thời kỳ|các năm|năm) |từ )?(?:năm )?(?P<first>{YEAR4})"
        rf" ?(?:-|–|đến|và|,) ?(?:năm )?(?P<last>{YEAR4})",
        read.years,
    ),
    _form(
        "year with a cue", "hết năm 2025",
        r"(?:(?:hoàn thành|xong) )?(?:trong|đến hết|đến cuối|đến|hết|cuối|trước)(?: hết| cuối)? "
        rf"năm (?P<year>{YEAR4})",
        read.year,
    ),
    _form("bare year", "Năm 2025", rf"(?:năm )?(?P<year>{YEAR4})", read.year, prose=False),
)  # fmt: skip

_RELATIVE = (
    _form(
        "within a time from an event", "trong thời hạn 15 ngày làm việc kể từ ngày ban hành Kế hoạch",
        r"(?:(?:trong|sau|chậm nhất|muộn nhất|không quá|tối đa|thời hạn|thời gian|là|vòng) ){0,4}"
        r"(?P<count>\d{1,3})(?: \([^)]{1,20}\))? (?P<unit>ngày|giờ|tháng|tuần|năm)(?: làm việc)?,? "
        r"(?:kể từ|tính từ|từ|sau) (?P<event>(?:ngày|khi|thời điểm|lúc)[^,;.]{0,120})",
        read.within,
    ),
    _form(
        "before an event", "ít nhất 05 ngày làm việc trước ngày khai mạc",
        r"(?:ít nhất|tối thiểu|chậm nhất)(?: là)? \d{1,3} (?:ngày|giờ|tháng)(?: làm việc)?,? trước [^,;.]{1,80}",
        lambda _: Reading("relative"),
    ),
    _form(
        "within a time", "trong thời hạn 05 ngày làm việc",
        r"(?:trong|chậm nhất|không quá)(?: là)?(?: thời hạn| vòng| thời gian)(?: là)?(?: không quá| tối đa)? "
        r"\d{1,3}(?: \([^)]{1,20}\))? (?:ngày|giờ|tháng|tuần)(?: làm việc)?",
        lambda _: Reading("relative"),
    ),
    _form(
        "within so many days", "trong 05 ngày làm việc",
        r"(?:trong|chậm nhất(?: sau)?) (?:tối đa |không quá )?"
        r"\d{1,3}(?: \([^)]{1,20}\))? (?:(?:ngày|giờ) làm việc|(?:ngày|giờ)(?=,))",
        lambda _: Reading("relative"),
    ),
    _form(
        "right after", "ngay sau khi Kế hoạch được ban hành", r"ngay sau khi [^,;.]{1,100}",
        lambda _: Reading("relative"),
    ),
)  # fmt: skip

FORMS: tuple[Form, ...] = _DATES + _RECURRING + _PERIODS + _RELATIVE
