"""The written forms of a deadline, one entry a form: a sample, a regex and the reader of its match.

A reader gives the fields of the deadline; None refuses the match (the thirty-first of February). ISO dates everywhere:
``on`` is the exact day; a span of time is ``from_``/``to`` with its first and last day, an open end is null.
"""

from __future__ import annotations

from functools import lru_cache

from extractors import deadlines_readers as read
from extractors.deadlines_events import EVENTS
from extractors.deadlines_lists import LISTS
from extractors.deadlines_patterns import (
    AND,
    BEFORE,
    BY,
    CENTURIES,
    COUNT,
    CUE_WORDS,
    DATE_SIGNS,
    DAY_MONTH,
    EACH,
    EACH_UNIT,
    EACH_WEEK,
    EACH_WORDS,
    HOUR,
    IN_YEAR,
    MONTH_WORDS,
    MONTHS,
    NEXT_YEAR,
    OF_YEAR,
    PART,
    QUARTER,
    QUARTER_WORDS,
    REGULAR_WORDS,
    SPAN_SIGNS,
    TIMES_WORDS,
    YEAR4,
    YEARLY,
    YEARLY_WORDS,
    Form,
    Q,
    form,
)  # fmt: skip
from extractors.deadlines_readers import Reading

_DATES = (
    form(
        "day of every month", "trước ngày 20 hằng tháng",
        rf"(?:định kỳ )?(?:{BEFORE} )?ngày {HOUR}(?P<day>\d{{1,2}}) {EACH} (?P<unit>tháng|quý|quí)",
        read.day_of_period,
        needs=EACH_UNIT,
    ),
    form(
        "day of the last month of every quarter", "trước ngày 15 của tháng cuối quý",
        rf"(?:{BEFORE} )?ngày (?P<day>\d{{1,2}})(?: của)? tháng cuối(?: của)? {EACH}? ?(?P<unit>quý|quí)",
        read.day_of_period,
        needs=("tháng cuối",),
    ),
    form(
        "day of a month that follows", "chậm nhất là ngày 30 tháng đầu tiên của quý sau liền kề",
        rf"(?:định kỳ )?(?:{BEFORE} )?ngày {HOUR}(?P<day>\d{{1,2}})(?: của)? (?P<unit>tháng)"
        r"(?: (?:sau|tiếp theo|kế tiếp|liền kề|báo cáo)(?: liền kề)?|"
        r" đầu(?: tiên)?(?: của)? (?:mỗi |h[ằà]ng )?(?P<quarter>quý)(?: (?:sau|tiếp theo|kế tiếp))?(?: liền kề)?)",
        read.day_of_period,
        needs=MONTH_WORDS,
        also=("sau", "tiếp theo", "kế tiếp", "liền kề", "báo cáo", "đầu"),
    ),
    form(
        "day of the month", "trước ngày 25 của tháng",
        rf"(?:định kỳ )?{BEFORE} ngày (?P<day>\d{{1,2}}) của (?P<unit>tháng|quý|quí)"
        r"(?! ?[\dIV]| (?:đầu|cuối|trước|liền|thứ))",
        read.day_of_period,
        needs=("của tháng", "của quý", "của quí"),
    ),
    form(
        "first days of every month", "trong thời hạn 10 ngày làm việc đầu tháng",
        rf"(?:(?:trong|chậm nhất|thời hạn|thời gian|vòng|là) ){{0,3}}{COUNT} ngày(?: làm việc)? "
        rf"(?:đầu|cuối)(?: tiên| cùng)?(?: của)?(?: {EACH})? (?P<unit>tháng|quý|quí|năm)(?! ?[\dIV])"
        r"(?: (?:tiếp theo|sau|kế tiếp)(?: của (?:tháng|quý|năm) báo cáo)?)?",
        read.fixed,
        needs=("ngày đầu", "ngày cuối", "việc đầu", "việc cuối"),
    ),
    form(
        "days of every month", "từ ngày 15 đến ngày 20 hằng tháng",
        rf"(?:từ )?ngày \d{{1,2}} ?(?:đến|-|–)(?: ngày)? ?(?P<day>\d{{1,2}}) {EACH} (?P<unit>tháng|quý|quí)",
        read.day_of_period,
        needs=EACH_UNIT,
    ),
    form(
        "date of the next year", "trước ngày 31 tháng 01 năm sau",
        rf"(?:{BEFORE} )?(?:{HOUR}ngày )?{DAY_MONTH},?{NEXT_YEAR}", read.annual,
        needs=("năm sau", "năm tiếp", "năm kế", "năm liền"),
    ),
    form(
        "date of every year", "Trước ngày 15/12 hàng năm",
        rf"(?:{BEFORE} )?(?:{HOUR}ngày )?{DAY_MONTH},? {YEARLY}(?! \d)",
        read.annual,
        needs=YEARLY_WORDS,
    ),
    form(
        "between dates", "từ ngày 01/7/2025 đến ngày 31/12/2025",
        r"(?:từ )?(?:ngày )?(?P<day1>\d{1,2})(?:/| tháng )(?P<month1>\d{1,2})(?:(?:/| năm )(?P<year1>\d{4}))?"
        r" ?(?:đến|-|–)(?: hết)?(?: ngày)? ?"
        r"(?P<day2>\d{1,2})(?:/| tháng )(?P<month2>\d{1,2})(?:/| năm )(?P<year2>\d{4})",
        read.between,
        needs=SPAN_SIGNS,
        also=("/", "tháng"),
    ),
    form(
        "between days of a month", "Từ ngày 01 đến ngày 15 tháng 6 năm 2025",
        r"(?:từ )?(?:ngày )?(?P<day1>\d{1,2}) ?(?:đến|-|–)(?: hết)?(?: ngày)? ?(?P<day2>\d{1,2})"
        r"(?:/| tháng )(?P<month2>\d{1,2})(?:/| năm )(?P<year2>\d{4})",
        read.between,
        needs=SPAN_SIGNS,
        also=("/", "tháng"),
    ),
    form(
        "date with a cue", "trước 17 giờ 00 phút ngày 30 tháng 11 năm 2025",
        rf"{BEFORE} {HOUR}(?:ngày )?{DAY_MONTH}{OF_YEAR}", read.date,
        needs=DATE_SIGNS,
        also=CUE_WORDS,
    ),
    form(
        "date after a day of the feast", "trước 14 giờ 00 phút ngày mùng 5 Tết (tức ngày 21/02/2026)",
        rf"{BEFORE} {HOUR}(?:ngày )?(?:m[ùồ]ng )?(?:\w+ ){{1,6}}\(tức(?: là)? (?:ngày )?{DAY_MONTH}{OF_YEAR}\)",
        read.date,
        needs=("(tức",),
    ),
    form(
        "date after the word for it", "thời hạn hoàn thành: 30/11/2025",
        r"(?:(?:thời hạn|thời gian|hạn cuối|hạn)(?: (?:hoàn thành|gửi|nộp|báo cáo|thực hiện|trình)){0,3}"
        rf"(?: là| vào)?:? |hoàn thành (?:vào )?){HOUR}(?:ngày )?{DAY_MONTH}"
        r"(?:(?: ?[/.\-] ?|,? năm )(?P<year>\d{4})(?!\d))",
        read.date,
        needs=("hạn", "thời gian", "hoàn thành"),
    ),
    form(
        "bare date", "Ngày 30/11/2025", rf"(?<!tuần ){HOUR}(?:ngày )?{DAY_MONTH}{OF_YEAR}", read.date, prose=False,
    ),
    form(
        "from a date on", "Từ ngày 01/7/2025",
        r"(?:bắt đầu |kể )?từ (?:ngày )?(?P<day1>\d{1,2})(?:/| tháng )(?P<month1>\d{1,2})(?:/| năm )(?P<year1>\d{4})"
        r"(?: trở đi)?",
        read.since, prose=False,
    ),
)  # fmt: skip

_RECURRING = (
    form(
        "month of every year", "Tháng 12 hằng năm",
        rf"(?:{BEFORE} )?{PART}tháng (?P<month>\d{{1,2}})(?:{AND} (?:tháng )?\d{{1,2}}){{0,11}},? {YEARLY}",
        read.month_of_year,
        needs=YEARLY_WORDS,
    ),
    form(
        "quarter of every year", "Quý IV hằng năm",
        rf"(?:{BEFORE} )?{PART}{QUARTER}(?P<first>{Q})(?:{AND} (?:quý )?{Q}){{0,3}},? {YEARLY}", read.quarter_of_year,
        needs=YEARLY_WORDS,
    ),
    form(
        "hour of every day or week", "trước 13 giờ hằng ngày",
        rf"(?:trước|vào|lúc|chậm nhất|muộn nhất)(?: là| vào| lúc)? {COUNT} ?(?:h|g|giờ)(?: ?\d{{2}}(?: phút)?)?"
        r"(?:(?:,| và) \d{1,2} ?(?:h|g|giờ)(?: ?\d{2}(?: phút)?)?){0,3},? "
        rf"(?:(?:ngày )?thứ \w{{1,4}} |chủ nhật |sáng |chiều |tối )?(?:{EACH}) (?P<unit>ngày|tuần)",
        read.fixed,
        needs=EACH_WORDS,
    ),
    form(
        "weekday", "thứ Sáu hằng tuần", rf"(?:{BEFORE} )?(?:ngày )?(?:thứ \w{{1,4}}|chủ nhật) {EACH} (?P<unit>tuần)",
        read.fixed,
        needs=EACH_WEEK,
    ),
    form(
        "every so many months", "định kỳ 6 tháng",
        rf"định kỳ(?: báo cáo)?(?: (?:tối đa|tối thiểu|ít nhất))? {MONTHS}"
        r"(?:(?: |/ ?)(?:(?:0?1|một) )?lần)?",
        read.months,
        needs=REGULAR_WORDS,
    ),
    form(
        "every so many years", "định kỳ 03 năm", rf"định kỳ {COUNT} (?P<unit>năm|quý|quí|tuần|ngày)(?! \d)", read.units,
        needs=REGULAR_WORDS,
    ),
    form("months a time", "06 tháng/lần", rf"{MONTHS}(?:/ ?| )(?:(?:0?1|một) )?lần", read.months, needs=TIMES_WORDS),
    form(
        "units a time", "02 năm một lần",
        rf"(?:định kỳ )?{COUNT} ?(?P<unit>năm|quý|tuần|ngày)(?:/ ?| )(?:(?:0?1|một) )?lần", read.units,
        needs=TIMES_WORDS,
    ),
    form(
        "recurring until a year", "hằng năm đến năm 2025",
        rf"(?:định kỳ )?{EACH} (?P<unit>năm|quý|tháng) (?:cho )?(?:đến|tới) (?:hết )?(?:năm )?(?P<year>{YEAR4})",
        read.recurring,
        needs=EACH_WORDS,
        also=CENTURIES,
    ),
    form(
        "recurring", "định kỳ hằng năm",
        rf"(?:định kỳ,? )?(?:vào |cuối |đầu )?{EACH} (?P<unit>năm|quý|quí|tháng|tuần|ngày)"
        r"(?: (?:\d{1,2}|một|hai) lần)?"
        rf"(?:{AND} ?(?:{EACH} )?(?:quý|(?:0?6|sáu|0?9) tháng|năm)(?! \d)){{0,3}}",
        read.recurring,
        needs=EACH_WORDS,
    ),
    form(
        "times a period", "01 lần/năm",
        r"(?:(?:ít nhất|tối thiểu|không quá|không dưới) )?"
        r"(?:\d{1,2}|một|hai) lần ?(?:/ ?|mỗi |trong |một )?(?:01 )?(?P<unit>năm|quý|tháng|tuần|ngày)", read.recurring,
        needs=TIMES_WORDS,
    ),
    form(
        "times in a unit", "một năm hai lần",
        r"(?:một|01) (?P<unit>năm|quý|tháng|tuần) (?:(?:ít nhất|tối thiểu) )?(?:\d{1,2}|một|hai|ba|bốn) lần",
        read.recurring,
        needs=TIMES_WORDS,
    ),
    form(
        "times a term", "mỗi nhiệm kỳ ít nhất 01 lần",
        r"(?:mỗi|trong|một) nhiệm kỳ,? (?:(?:ít nhất|tối thiểu) )?(?:\d{1,2}|một|hai) lần",
        lambda _: Reading("recurring"),
        needs=TIMES_WORDS,
    ),
    form(
        "half-yearly and yearly", "định kỳ 6 tháng, hằng năm",
        rf"(?:định kỳ )?(?:{EACH} )?(?:0?6|sáu) tháng(?:, ?(?:0?9|chín) tháng)?(?:,| và|, và) "
        rf"(?:{EACH} |một )?(?:0?1 )?năm(?! \d)",
        read.half_yearly,
        needs=("6 tháng", "sáu tháng"),
    ),
    form(
        "periodic by unit", "định kỳ quý", r"định kỳ (?P<unit>tháng|quý|quí|tuần|năm)(?! \d)", read.recurring,
        needs=REGULAR_WORDS,
    ),
    form("periodic", "định kỳ", "định kỳ", read.periodic, needs=REGULAR_WORDS),
    form(
        "as units go by", "Theo quý", r"theo (?:từng )?(?P<unit>quý|quí|tháng|tuần)(?! \d| [IV])", read.fixed,
        prose=False,
    ),
    form(
        "end of every unit", "Cuối quý",
        rf"(?:vào |trước )?(?:ngày )?cuối (?:{EACH} )?(?P<unit>quý|quí|tháng|tuần)(?! ?\d| ?[IV])", read.fixed,
        prose=False,
    ),
    form("continuous", "Thường xuyên", "thường xuyên(?:,? liên tục)?", read.periodic, prose=False),
)  # fmt: skip

_PERIODS = (
    form(
        "quarters", "Từ quý II/2025 đến quý IV/2026",
        rf"(?:từ )?{QUARTER}(?P<first>{Q})(?:(?:/|,? năm )(?P<year1>{YEAR4}))?(?:, ?(?:{QUARTER})?{Q}){{0,2}}"
        rf" ?(?:đến|-|–|và|,) ?(?:hết )?(?:{QUARTER})?(?P<last>{Q})(?:{IN_YEAR})?",
        read.quarter,
        needs=QUARTER_WORDS,
    ),
    form(
        "quarter", "trong quý IV năm 2025", rf"{BY}{PART}{QUARTER}(?P<first>{Q})(?:{IN_YEAR})?", read.quarter,
        needs=QUARTER_WORDS,
    ),
    form("short quarter", "Q.III/2025", rf"Q\.? ?(?P<first>{Q}){IN_YEAR}", read.quarter, prose=False),
    form(
        "months", "Từ tháng 6 đến tháng 9/2025",
        rf"(?:từ )?tháng (?P<first>\d{{1,2}})(?:(?:/| năm )(?P<year1>{YEAR4}))?(?:, ?(?:tháng )?\d{{1,2}}){{0,8}}"
        rf" ?(?:đến|-|–|và|,)(?: hết)? ?(?:tháng )?(?P<last>\d{{1,2}}){IN_YEAR}",
        read.month,
        needs=MONTH_WORDS,
        also=CENTURIES,
    ),
    form(
        "month", "trong tháng 7/2025", rf"(?<!\d ){BY}{PART}tháng (?P<first>\d{{1,2}}){IN_YEAR}", read.month,
        needs=MONTH_WORDS,
        also=CENTURIES,
    ),
    form(
        "month with a cue", "hoàn thành trong tháng 8",
        r"(?:(?:hoàn thành|xong) )?(?:(?:ngay )?trong|(?P<ahead>(?:hoàn thành|xong) trước)) tháng (?P<first>\d{1,2})"
        r"(?! ?[\d/]|\.\d|,? năm)",
        read.month,
        needs=("trong tháng", "trước tháng"),
    ),
    form(
        "month alone", "Tháng 8",
        rf"(?<!\d ){BY}{PART}tháng (?P<first>\d{{1,2}})(?:(?: đến|-|–| -|{AND}) ?(?:tháng )?(?P<last>\d{{1,2}}))?",
        read.month, prose=False,
    ),
    form(
        "week of a month", "Tuần thứ 2 tháng 7/2025",
        rf"{BY}tuần (?:thứ )?(?:\d|nhất|hai|ba|tư|đầu|cuối)(?: tiên| cùng)?(?: của)? "
        rf"tháng (?P<first>\d{{1,2}})(?:{IN_YEAR})?",
        read.month,
        needs=("tuần",),
    ),
    form(
        "months as figures", "06/2025 - 12/2026",
        rf"(?<![\d/])T?(?P<first>\d{{1,2}})/(?P<year1>{YEAR4}) ?(?:-|–|đến) ?T?(?P<last>\d{{1,2}})/(?P<year>{YEAR4})",
        read.month, prose=False,
    ),
    form(
        "month as figures", "12/2025", rf"(?<![\d/]){BY}T?(?P<first>\d{{1,2}})/(?P<year>{YEAR4})", read.month,
        prose=False,
    ),
    form(
        "half-year", "6 tháng đầu năm 2026",
        rf"(?:trong )?(?:(?:0?6|sáu) tháng|nửa) (?P<half>đầu|cuối) năm(?: (?P<year>{YEAR4}))?", read.half,
        needs=("đầu năm", "cuối năm"),
    ),
    form(
        "year and those after", "Năm 2025 và các năm tiếp theo",
        rf"(?:từ |trong |bắt đầu từ )?(?:năm )?(?P<year>{YEAR4})"
        r"(?:(?: và|,)(?: những| các)? năm (?:tiếp theo|sau|kế tiếp)| trở đi)",
        read.from_year,
        needs=("năm tiếp theo", "năm sau", "năm kế tiếp", "trở đi"),
    ),
    form(
        "years", "giai đoạn 2026 - 2030",
        rf"(?:(?:trong |từ )?(?:giai đoạn|thời kỳ|nhiệm kỳ|năm học|các năm|năm) |từ )?(?:năm )?(?P<first>{YEAR4})"
        rf"(?:, ?(?:năm )?{YEAR4}){{0,4}} ?(?:-|–|đến|và|,) ?(?:hết )?(?:năm )?(?P<last>{YEAR4})",
        read.years,
        needs=CENTURIES,
    ),
    form(
        "year with a cue", "hết năm 2025",
        r"(?:(?:hoàn thành|xong) )?(?:ngay |từ nay )?"
        r"(?:trong|vào(?: đầu| giữa)?|đến hết|đến cuối|đến|hết|cuối|đầu|giữa|trước)(?: hết| cuối)? "
        rf"năm (?P<year>{YEAR4})",
        read.year,
        needs=("năm 19", "năm 20"),
    ),
    form(
        "year that opens", "Năm 2026",
        rf"\A(?:(?P<since>(?:bắt đầu )?từ) )?năm (?P<year>{YEAR4})(?P<on> trở đi)?(?=[,:]|$)", read.opening_year,
        needs=("năm 19", "năm 20"),
    ),
    form(
        "year with a bare cue", "Đến 2030", rf"(?:đến|tới|trước|hết|từ nay đến)(?: hết| cuối)? (?P<year>{YEAR4})",
        read.year, prose=False,
    ),
    form(
        "from a year on", "Từ năm 2026", rf"(?:bắt đầu |kể )?từ (?:năm )?(?P<year>{YEAR4})", read.from_year,
        prose=False,
    ),
    form(
        "the year of the plan", "Trong năm",
        r"(?:trong|cả|suốt|hết|cuối|đầu|giữa)(?: cả)? năm(?! \d| học| sau| tới| trước)(?: nay)?", read.year,
        prose=False,
    ),
    form("bare year", "Năm 2025", rf"(?:năm )?(?P<year>{YEAR4})", read.year, prose=False),
)  # fmt: skip

FORMS: tuple[Form, ...] = LISTS + _DATES + _RECURRING + _PERIODS + EVENTS
PROSE_FORMS: tuple[Form, ...] = tuple(form for form in FORMS if form.prose)
_NEEDED = tuple(dict.fromkeys(word for form in FORMS for word in (*form.needs, *form.also)))


def forms_in(low: str, *, prose: bool) -> tuple[Form, ...]:
    """The forms that a text, in small letters, may hold, by the words that it has."""
    return _with(frozenset([word for word in _NEEDED if word in low]), prose=prose)


@lru_cache(maxsize=1024)
def _with(words: frozenset[str], *, prose: bool) -> tuple[Form, ...]:
    """The forms that may stand in a text with these words; texts have few sets of them."""
    return tuple(form for form in (PROSE_FORMS if prose else FORMS) if form.may_stand_with(words))
