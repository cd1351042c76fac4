"""Targets (chỉ tiêu): quantified aims with value, unit and year (annotation rules, section 5).

A quantity is a target where the section or the sentence states an aim; what is (statistics), what it costs (budget
lines) and when it is due are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.document import Document, Span
from extractors.findings import Evidence, Found, Header, Target
from extractors.responsibilities.lines import Line, body_lines
from extractors.responsibilities.sentences import sentences
from extractors.targets_leads import with_leads
from extractors.targets_names import LINK, YEAR, Stated, indicators, last_year, opening_year
from extractors.targets_quantities import COMPARING, Quantity, compared, number, quantities
from extractors.targets_tables import table_targets

# types of documents that set rules and no aims
_RULES = {"LUAT", "BL", "HP", "PL", "ND", "NĐ", "TT", "TTLT", "VBHN"}
# a letter sets an aim only by its own words
_LETTERS = {"CV", "CĐ", "TB"}
# a heading that a year makes one of aims: "Kế hoạch năm 2025"
_PLANNED = re.compile(r"kế hoạch|phấn đấu", re.IGNORECASE)
_RESOLVE = re.compile(r"(?<!\w)(?:phấn đấu|quyết tâm)(?!\w)", re.IGNORECASE)
# headings and lead-ins of aims: "2. Mục tiêu cụ thể", "phấn đấu đạt một số mục tiêu cụ thể sau:"
_AIMS = re.compile(r"(?<!\w)(?:mục tiêu|chỉ tiêu)(?!\w)(?! quốc gia)", re.IGNORECASE)
# "Nhiệm vụ, giải pháp thực hiện mục tiêu": what is done for aims
_FOR_AIMS = re.compile(
    r"(?:nhiệm vụ|giải pháp|biện pháp)(?!\w).*(?:thực hiện|để đạt|nhằm|hoàn thành).*(?:mục tiêu|chỉ tiêu)",
    re.IGNORECASE,
)
# words that make a sentence an aim
_AIM = re.compile(
    r"(?<!\w)(?:phấn đấu|mục tiêu(?! quốc gia)|chỉ tiêu|"
    r"(?:đảm bảo|bảo đảm)(?= [^.;]{3,80} (?:đạt(?!\w)|(?:giảm|tăng)(?: [^.;,\d]{1,30})? \d))|mỗi năm|"
    r"hướng tới|quyết tâm)(?!\w)",
    re.IGNORECASE,
)
# what already is
_NOW_WORDS = r"(?<!so với )hiện (?:nay|tại)|tính đến|đến nay"
_NOW = re.compile(rf"(?<!\w)(?:{_NOW_WORDS})(?!\w)", re.IGNORECASE)
_PRESENT = re.compile(
    rf"(?<!\w)(?:đã|{_NOW_WORDS}|hiện có(?= \d)|(?<!so với )năm trước|cùng kỳ|thực trạng|hiện trạng)(?!\w)",
    re.IGNORECASE,
)
_STATE = re.compile(r"hiện trạng|thực trạng|kết quả|tình hình|đánh giá|sự cần thiết", re.IGNORECASE)
# money that is spent, and things that are counted for other reasons
_SPENT = re.compile(
    r"(?<!\w)(?:kinh phí|mức chi|mức hỗ trợ|dự toán|hỗ trợ tối đa|mức phạt|phí|lệ phí|"
    r"(?<!đánh )giá(?! trị| so sánh| hiện hành| cố định))(?!\w)",
    re.IGNORECASE,
)
# "phát thải ròng về “0”"
_ZERO = re.compile(r"(?:về|bằng)(?: mức)? [“\"](?P<low>0)[”\"]")
# "Chỉ số phát triển con người (HDI) đạt trên | 0,75", "tăng gấp | 1,5 | lần": figures without a unit of the table
_INDEX = re.compile(
    rf"(?<!\w)(?:chỉ số|hệ số)(?!\w)[^,;.:]{{2,90}}? (?:đạt|còn|là|{COMPARING}) "
    r"(?P<low>\d{1,2},\d{1,3})(?![\w%‰]| ?(?:%|‰|bậc|điểm|lần))|"
    rf"(?<!\w)gấp (?:(?:{COMPARING}) )?(?P<times>\d{{1,2}}(?:,\d)?) (?P<unit>lần)(?!\w)",
    re.IGNORECASE,
)
# "trẻ em dưới 5 tuổi", "nữ từ 15 tuổi": an age that tells who is meant
_AGE = re.compile(r"tuổi thọ|tuổi (?:nghỉ hưu|kết hôn|trung bình)|độ tuổi", re.IGNORECASE)
# "trên cả 3 tiêu chí": counts what there is
_ALL_OF = re.compile(r"(?<!\w)(?:cả|toàn bộ|trong số) $", re.IGNORECASE)
# "1.000 ha rừng/năm": a yearly quantity whose thing stands between the unit and "a year"
_A_YEAR = re.compile(r"[^,;.:()\d/]{1,30}\s?/\s?năm(?!\w)", re.IGNORECASE)
# Code points before a figure that tell what it is about
_REACH = 1500
# words before a comma that begins a new measure, at least
_LONG = 8
# after a comma a new measure begins
_MEASURE = re.compile(
    r",\s*(?:tỷ lệ|tỉ lệ|số|tổng|giá trị|mức|thu nhập|tốc độ|năng suất|sản lượng|diện tích|kim ngạch|quy mô|độ|"
    r"chỉ số|tỷ trọng|phấn đấu|có|giảm|tăng|nâng|đạt|thu|khách|GRDP)(?!\w)",
    re.IGNORECASE,
)


def extract_targets(document: Document, headers: tuple[Header, ...]) -> Found[Target]:
    """All targets of a document, in text order."""
    found: list[Target] = []
    for line, lead in with_leads(document.text, body_lines(document)):
        header = headers[line.part] if line.part < len(headers) else None
        if header is not None and header.type in _RULES:
            continue
        found.extend(_line_targets(document, line, lead, header))
    for table in document.tables:
        header = _header_of(document, table.span.start, headers)
        if header is None or header.type not in _RULES:
            found.extend(table_targets(document, table, header))
    return Found(tuple(sorted(found, key=lambda target: target.span.start)))


def _header_of(document: Document, at: int, headers: tuple[Header, ...]) -> Header | None:
    """The header of the innermost part that holds a position."""
    inside = [i for i, part in enumerate(document.parts) if at in part.span]
    return headers[inside[-1]] if inside and inside[-1] < len(headers) else None


def _line_targets(document: Document, line: Line, lead: str | None, header: Header | None) -> Iterator[Target]:
    above = [*_above(document, line), *([lead] if lead else ())]
    if any(_STATE.search(heading) for heading in above):
        return
    letter = header is not None and header.type in _LETTERS
    aims = not letter and any(_AIMS.search(heading) and not _FOR_AIMS.search(heading) for heading in above)
    planned = aims or any(YEAR.search(heading) and _PLANNED.search(heading) for heading in above)
    inherited = next((year for heading in reversed(above) if (year := last_year(heading))), None)
    year = inherited
    for sentence in sentences(document.text, line.span.start, line.span.end):
        words = sentence.of(document.text)
        opening = opening_year(words)
        year = opening or year
        if not _states_aim(words, aims=aims, planned=planned) or (letter and not _RESOLVE.search(words)):
            continue
        stated = list(_segments(document.text, sentence))
        for each, name in zip(stated, indicators(document.text, sentence, stated), strict=True):
            own = _own_year(document.text, sentence, each)
            if _is_past(document.text, each, header):
                continue
            yield _target(document, sentence, each, name, own or year or _title_year(header))


def _above(document: Document, line: Line) -> list[str]:
    """The heading lines of the sections around a line, outermost first."""
    by_id = {section.id: section for section in document.sections}
    headings = []
    for section in line.chain:
        if section == line.opens or section not in by_id:
            continue
        paragraph = document.paragraph_at(by_id[section].heading.start)
        headings.append(document.quote(paragraph.span) if paragraph else by_id[section].title or "")
    return headings


def _states_aim(words: str, *, aims: bool, planned: bool) -> bool:
    """Whether a sentence states an aim: by its section, or by its own words."""
    stated = list(_AIM.finditer(words))
    aim = stated[-1] if stated else None
    if _PRESENT.search(words, aim.start() if aim else 0):
        return False
    if aims or aim:
        return True
    return planned and ":" in words


def _segments(text: str, sentence: Span) -> Iterator[Stated]:
    """The quantities of a sentence, each with the words around it that state it."""
    found = list(quantities(text, sentence.start, sentence.end))
    zero = _ZERO.search(text, sentence.start, sentence.end)
    if zero and YEAR.search(text, zero.end(), sentence.end):
        found.append(Quantity(zero.start("low"), zero.end(), zero.start("low"), "=", 0.0, None, ""))
    found += _without_unit(text, sentence)
    found = sorted((q for q in found if not _not_an_aim(text, sentence, q)), key=lambda q: q.number)
    for index, quantity in enumerate(found):
        first = found[index - 1].end if index else sentence.start
        last = found[index + 1].start if index + 1 < len(found) else sentence.end
        start, end = _bounds(text, first, last, quantity, sentence)
        yield Stated(Span(start, end), quantity, _scope(text, start, quantity))


def _without_unit(text: str, sentence: Span) -> Iterator[Quantity]:
    """The figures of indexes and coefficients, and of what grows so many times."""
    for found in _INDEX.finditer(text, sentence.start, sentence.end):
        at = found.start("low" if found["low"] else "times")
        begins, sign = compared(text, sentence.start, at)
        value = number(found["low"] or found["times"])
        yield Quantity(begins, found.end(), at, sign, value, None, found["unit"] or "")


def _not_an_aim(text: str, sentence: Span, quantity: Quantity) -> bool:
    """Whether a quantity is money spent, an age that tells who is meant, or all of a number ("trên cả 3 tiêu chí")."""
    before = text[max(sentence.start, quantity.number - _REACH) : quantity.number]
    if _ALL_OF.search(before):
        return True
    if quantity.unit == "tuổi" and not _AGE.search(before):
        return True
    money = "đồng" in quantity.unit or "USD" in quantity.unit
    return money and _SPENT.search(before) is not None


# between two quantities of a sentence: "đạt 95%, | tỷ lệ …", "2.500 doanh nghiệp và | 300 hợp tác xã"
_SEPARATOR = re.compile(r";|[,(:](?!\d)|(?<!\w)(?:và|trong đó)(?!\w)")
_COMMA = re.compile(r",|(?<!\w)(?:và|trong đó)(?!\w)")
# what separates whatever stands before: ";" or a count in brackets, "(2)"
_CUT = re.compile(r";|(?<=\s)\(\d{1,2}\)(?=\s)")
# what ends a quantity's words; before another quantity also a bracket that it stands in
_STOP_AT_END = re.compile(r"[;)]")
_STOP = re.compile(r"[;)]|\s\((?=[^()]*$)")
# "(trong đó: nữ 30%)"
_OF_WHICH = re.compile(r"^(?:trong đó|gồm)\s*:?\s*", re.IGNORECASE)
# "mỗi năm giảm 2%"
_EACH_YEAR = re.compile(r"(?<!\w)(?:mỗi năm|hằng năm|hàng năm|bình quân năm)(?!\w)", re.IGNORECASE)


def _bounds(text: str, first: int, last: int, quantity: Quantity, sentence: Span) -> tuple[int, int]:
    """From the last separator after the quantity before, to the first one before the quantity after."""
    before = [m.end() for m in _SEPARATOR.finditer(text[first : quantity.start])]
    cut = [m.end() for m in _CUT.finditer(text[first : quantity.start])]
    start = first
    if first != sentence.start and before:
        start = first + before[0]
    if cut:
        start = first + cut[-1]
    measures = [m.start() + 1 for m in _MEASURE.finditer(text, start, quantity.start)]
    if measures and len(text[start : measures[-1]].split()) > _LONG:
        start = measures[-1]
    stop = (_STOP if last != sentence.end else _STOP_AT_END).search(text[quantity.end : last])
    end = quantity.end + stop.start() if stop else last
    if last != sentence.end and not stop:
        comma = [m.start() for m in _COMMA.finditer(text[quantity.end : last])]
        end = quantity.end + comma[-1] if comma else last
    return _trim(text, start, max(end, quantity.end))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " ,;:(-–\n.":
        start += 1
    while end > start and text[end - 1] in " ,;:(\n./":
        end -= 1
    return start, end


def _scope(text: str, start: int, quantity: Quantity) -> str | None:
    """The part of the whole that a figure in brackets is about: "(VNPT: 25 trạm", "khu vực thành thị đạt 95%"."""
    opened = text.rfind("(", max(0, quantity.number - 250), quantity.number)
    if opened < 0 or ")" in text[opened : quantity.number]:
        return None
    words = LINK.sub("", text[start : quantity.start]).strip(" ,:;(")
    return _OF_WHICH.sub("", words).strip() or None


def _target(document: Document, sentence: Span, stated: Stated, indicator: str, year: str | None) -> Target:
    quantity = stated.quantity
    unit = quantity.unit
    words = document.text[max(sentence.start, stated.span.start - _REACH) : stated.span.end]
    yearly = _EACH_YEAR.search(words)
    if "/" not in unit and _A_YEAR.match(document.text, quantity.end, sentence.end):
        unit += "/năm"
    elif yearly and unit not in {"%", ""} and "/năm" not in unit:
        unit += "/năm"
        year = year if YEAR.search(stated.span.of(document.text)) else None
    return Target(
        evidence=Evidence.at(document, stated.span),
        indicator=indicator,
        comparator=quantity.comparator,
        value=quantity.value,
        unit=unit,
        by=year,
        value_max=quantity.value_max,
        scope=stated.scope,
    )


def _is_past(text: str, stated: Stated, header: Header | None) -> bool:
    """Whether a figure tells what is or was: by its own words, or by a year before the document's."""
    before = text[stated.span.start : stated.quantity.start]
    if _NOW.search(before) and not _AIM.search(before):
        return True
    year = last_year(stated.span.of(text))
    return year is not None and year < ((header and header.issued_on) or "")[:4]


def _own_year(text: str, sentence: Span, segment: Stated) -> str | None:
    """The year nearest to the figure in its own words, else in the sentence before it."""
    return last_year(segment.span.of(text)) or last_year(
        text[max(sentence.start, segment.span.start - _REACH) : segment.span.start]
    )


def _title_year(header: Header | None) -> str | None:
    return last_year(header.title or "") if header else None
