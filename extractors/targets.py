"""Targets (chỉ tiêu): quantified aims with value, unit and year (annotation rules, section 5).

A quantity is a target where the section or the sentence states an aim; what is (statistics), what it costs (budget
lines) and when it is due are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.document import Document, Span
from extractors.findings import Evidence, Found, Header, Target
from extractors.responsibilities.lines import Line, body_lines
from extractors.responsibilities.sentences import sentences
from extractors.targets_quantities import Quantity, quantities

# types of documents that set rules and no aims
_RULES = {"LUAT", "BL", "HP", "PL", "ND", "NĐ", "TT", "TTLT", "VBHN", "CV"}
# headings and lead-ins of aims: "2. Mục tiêu cụ thể", "phấn đấu đạt một số mục tiêu cụ thể sau:"
_AIMS = re.compile(r"(?<!\w)(?:mục tiêu|chỉ tiêu)(?!\w)(?! quốc gia)", re.IGNORECASE)
# words that make a sentence an aim
_AIM = re.compile(
    r"(?<!\w)(?:phấn đấu|mục tiêu(?! quốc gia)|chỉ tiêu|(?:đảm bảo|bảo đảm)(?= [^.;]{3,80} đạt)|mỗi năm|"
    r"hướng tới)(?!\w)",
    re.IGNORECASE,
)
# what already is
_PRESENT = re.compile(
    r"(?<!\w)(?:đã|hiện nay|hiện tại|hiện có(?= \d)|tính đến|đến nay|năm trước|cùng kỳ|thực trạng|hiện trạng)(?!\w)",
    re.IGNORECASE,
)
_STATE = re.compile(r"hiện trạng|thực trạng|kết quả|tình hình|đánh giá|sự cần thiết", re.IGNORECASE)
# money that is spent, and things that are counted for other reasons
_SPENT = re.compile(
    r"(?<!\w)(?:kinh phí|mức chi|mức hỗ trợ|dự toán|hỗ trợ tối đa|mức phạt|phí|lệ phí|giá)(?!\w)", re.IGNORECASE
)
# "đến năm 2030", "vào năm 2050", "giai đoạn 2021-2025", "năm 2025"
_YEAR = re.compile(
    r"(?<!\w)(?:(?:giai đoạn|thời kỳ|từ năm)\s*(?:20\d\d)\s*(?:-|–|đến)\s*(?:năm )?(?P<last>20\d\d)|"
    r"(?P<versus>so với (?:cuối )?)?(?:(?:đến|vào|hết|cuối|trong|trước)(?: hết| cuối)? )?năm (?P<year>20\d\d))"
    r"(?!\w)",
    re.IGNORECASE,
)
# "phát thải ròng về “0”"
_ZERO = re.compile(r"(?:về|bằng)(?: mức)? [“\"](?P<low>0)[”\"]")
_VERB = re.compile(
    r"\s*(?:[-–+]|và|phấn đấu|đảm bảo|bảo đảm|mục tiêu|đến|hướng tới|nâng|tăng|duy trì|giữ(?: vững| ổn định)?|đạt|"
    r"hoàn thành|sử dụng|có|trong đó|với|mỗi năm|các)(?!\w)\s*",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?:\s*(?:đạt|chiếm|lên|còn|xuống|là|bằng|đến|tăng|giảm|phấn đấu|mức|ở|từ|cho)(?!\w)|\s*[:“\"(])+\s*$",
    re.IGNORECASE,
)
_LOWER = re.compile(r"(?<!\w)(?P<way>giảm(?: thiểu)?)(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Segment:
    """A quantity with the part of its sentence (from ``sentence`` on) that states it."""

    sentence: int
    span: Span
    quantity: Quantity
    scope: str | None


def extract_targets(document: Document, headers: tuple[Header, ...]) -> Found[Target]:
    """All targets of a document, in text order."""
    found: list[Target] = []
    for line in body_lines(document):
        header = headers[line.part] if line.part < len(headers) else None
        if header is not None and header.type in _RULES:
            continue
        found.extend(_line_targets(document, line, header))
    return Found(tuple(found))


def _line_targets(document: Document, line: Line, header: Header | None) -> Iterator[Target]:
    above = _above(document, line)
    if any(_STATE.search(heading) for heading in above):
        return
    aims = any(_AIMS.search(heading) for heading in above)
    planned = aims or any(
        _YEAR.search(heading) and re.search("kế hoạch|phấn đấu", heading, re.IGNORECASE) for heading in above
    )
    inherited = next((year for heading in reversed(above) if (year := _last_year(heading))), None)
    year = inherited
    for sentence in sentences(document.text, line.span.start, line.span.end):
        words = sentence.of(document.text)
        opening = _opening_year(words)
        year = opening or year
        if not _states_aim(words, aims=aims, planned=planned):
            continue
        for segment in _segments(document.text, sentence):
            yield _target(document, segment, _own_year(document.text, sentence, segment) or year or _title_year(header))


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


def _segments(text: str, sentence: Span) -> Iterator[_Segment]:
    """The quantities of a sentence, each with the words around it that state it."""
    found = list(quantities(text, sentence.start, sentence.end))
    zero = _ZERO.search(text, sentence.start, sentence.end)
    if zero and _YEAR.search(text, zero.end(), sentence.end):
        found.append(Quantity(zero.start("low"), zero.end(), zero.start("low"), "=", 0.0, None, ""))
    found.sort(key=lambda q: q.number)
    for index, quantity in enumerate(found):
        if _not_an_aim(text, sentence, quantity):
            continue
        first = found[index - 1].end if index else sentence.start
        last = found[index + 1].start if index + 1 < len(found) else sentence.end
        start, end = _bounds(text, first, last, quantity, sentence)
        yield _Segment(sentence.start, Span(start, end), quantity, _scope(text, start, quantity))


def _not_an_aim(text: str, sentence: Span, quantity: Quantity) -> bool:
    """Whether a quantity is money spent or a length of time."""
    money = "đồng" in quantity.unit or "USD" in quantity.unit
    return money and _SPENT.search(text[sentence.start : quantity.number]) is not None


def _bounds(text: str, first: int, last: int, quantity: Quantity, sentence: Span) -> tuple[int, int]:
    """From the last separator after the quantity before, to the first one before the quantity after."""
    before = [m.end() for m in re.finditer(r";|[,(:](?!\d)|(?<!\w)(?:và|trong đó)(?!\w)", text[first : quantity.start])]
    cut = [m.end() for m in re.finditer(r";", text[first : quantity.start])]
    start = first
    if first != sentence.start and before:
        start = first + before[0]
    if cut:
        start = first + cut[-1]
    last_comma = text.rfind(", ", start, quantity.start)
    if (
        last_comma > 0
        and len(text[start:last_comma].split()) > 8
        and len(text[last_comma : quantity.start].split()) <= 4
    ):
        start = last_comma + 1
    stop = re.search(r"[;)]|\s\((?=[^()]*$)" if last != sentence.end else r"[;)]", text[quantity.end : last])
    end = quantity.end + stop.start() if stop else last
    if last != sentence.end and not stop:
        comma = [m.start() for m in re.finditer(r",|(?<!\w)(?:và|trong đó)(?!\w)", text[quantity.end : last])]
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
    words = _LINK.sub("", text[start : quantity.start]).strip(" ,:;(")
    return re.sub(r"^(?:trong đó|gồm)\s*:?\s*", "", words, flags=re.IGNORECASE).strip() or None


def _target(document: Document, segment: _Segment, year: str | None) -> Target:
    quantity = segment.quantity
    words = segment.span.of(document.text)
    unit = quantity.unit
    sentence = document.text[segment.sentence : segment.span.end]
    yearly = re.search(r"(?<!\w)(?:mỗi năm|hằng năm|hàng năm|bình quân năm)(?!\w)", sentence, re.IGNORECASE)
    if yearly and unit not in {"%", ""} and "/năm" not in unit:
        unit += "/năm"
        year = year if _YEAR.search(words) else None
    return Target(
        evidence=Evidence.at(document, segment.span),
        indicator=_indicator(document.text, segment),
        comparator=quantity.comparator,
        value=quantity.value,
        unit=unit,
        by=year,
        value_max=quantity.value_max,
        scope=segment.scope,
    )


def _indicator(text: str, segment: _Segment) -> str:
    """What is measured: the words before "đạt 54%", else the words after "96%"; a decrease is said in brackets."""
    quantity, span = segment.quantity, segment.span
    before = text[span.start : max(span.start, quantity.start)]
    after = text[min(quantity.end, span.end) : span.end].strip(' ,:;”"')
    lower = _LOWER.search(before)
    name = _LINK.sub("", before)
    name = _YEAR.sub("", name).strip(' ,:;-–“"')
    previous = ""
    while name != previous:
        previous = name
        name = _VERB.sub("", name, count=1).strip(" ,:;") if _VERB.match(name) else name
    stripped = _LOWER.sub("", name).strip(" ,:;")
    indicator = stripped if len(stripped.split()) >= 2 and _LINK.search(before) else f"{stripped} {after}".strip()
    indicator = " ".join((indicator or after or before).split()).rstrip(" .;,/")
    return f"{indicator} (giảm)" if lower and indicator else indicator


def _last_year(words: str) -> str | None:
    """The last year that a heading names, past comparisons and visions left out."""
    found = None
    for match in _YEAR.finditer(re.split(r"tầm nhìn|định hướng", words)[0]):
        if not match["versus"]:
            found = match["last"] or match["year"]
    return found


def _opening_year(words: str) -> str | None:
    """The year that opens a sentence and holds for those after it: "Đến năm 2030: …"."""
    match = _YEAR.match(words)
    return (match["last"] or match["year"]) if match and not match["versus"] else None


def _own_year(text: str, sentence: Span, segment: _Segment) -> str | None:
    """The year nearest to the figure in its own words, else in the sentence before it."""
    return _last_year(segment.span.of(text)) or _last_year(text[sentence.start : segment.span.start])


def _title_year(header: Header | None) -> str | None:
    return _last_year(header.title or "") if header else None
