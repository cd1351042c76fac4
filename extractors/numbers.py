"""Document numbers (số, ký hiệu): ``30/2020/NĐ-CP``, ``57-NQ/TW``, ``1234/BNV-CCVC``, ``48/2014/QH13``.

`find_numbers` reads them out of running text, `parse_number` one by one. What is damaged is mended and the repair
recorded; what cannot be a number is refused with a reason, never cut short.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from extractors.document import Span
from extractors.number_heads import HEAD, PLAIN, heads
from extractors.number_reading import number_from
from extractors.number_values import REASONS, DocumentNumber, Family, NumberMention, Refusal, Repair
from extractors.offsets import INVISIBLE, WIDTHS
from extractors.vocabulary import table

__all__ = [
    "REASONS",
    "DocumentNumber",
    "Family",
    "NumberMention",
    "Refusal",
    "Repair",
    "find_numbers",
    "number_at",
    "parse_number",
    "read_numbers",
]

# Mẫu số 01/ĐK-TCT | Biểu 02/BC | Phụ lục số 03/…: a form, no document
_FORM = re.compile(
    r"(?:[Mm]ẫu|MẪU|[Bb]iểu|BIỂU|[Bb]iểu mẫu|[Mm]ẫu biểu|[Pp]hụ lục|PHỤ LỤC|[Bb]ảng)(?:\s+(?:số|SỐ))?\s*:?\s*$"
)
_FORM_ENDS = ("ẫu", "ẪU", "iểu", "IỂU", "ục", "ỤC", "ảng")
_NUMBER_WORDS = ("số", "SỐ")
_MAY_BE_STANDARD = re.compile("TC|QC|QT|ĐL")
# QCVN 02-2019/BYT | TCVN 5502:2003 | QCVN 14-MT:2015/BTNMT
_STANDARD = re.compile(r"(?:QCVN|TCVN|TCCS|TCXD|TCXDVN|TCN|QCĐP|QCKTQG|QCVN/BXD|QTKĐ|ĐLVN)[\s:]{0,2}[\w\-.: /]{0,16}$")
# số | Số: | Công văn | Nghị định
_CUE = re.compile(
    r"(?:[Ss][ốôóé]|SỐ|văn bản|[Cc]ông văn|CV|[Nn]ghị định|[Qq]uyết định|[Tt]hông tư(?: liên tịch)?|[Cc]hỉ thị|"
    r"[Ss]ắc lệnh|[Ll]ệnh|[Ll]uật|[Tt]ờ trình|[Bb]áo cáo|[Kk]ế hoạch|[Nn]ghị quyết|[Kk]ết luận|[Hh]ướng dẫn|"
    r"[Tt]hông báo|[Cc]ông điện)"
    r"\s{0,3}[:.]?\s{0,3}$"
)
# Báo cáo số | Báo cáo thẩm tra số
_NAMED = re.compile(
    r"(?P<name>[Bb]áo cáo|[Tt]ờ trình|[Kk]ế hoạch|[Nn]ghị quyết|[Qq]uyết định|[Tt]hông báo|[Tt]hông tư|[Kk]ết luận|"
    r"[Hh]ướng dẫn|[Cc]hỉ thị|[Cc]hương trình|[Cc]ông điện|[Nn]ghị định)"
    r"(?P<kind>(?:[ \n][^\W\d_]{2,7}){0,2})[ \n]số[ \n]?:?[ \n]?$"
)
_GLUED = re.compile(r"[A-ZĐÐƯ][A-Za-zĐÐđƯ]{3,23}")
# "6 " before 87/QĐ-TTg
_DIGITS = re.compile(r"(?<![\w.,/-])(?:\d{1,4}[ \t\n\u00a0]{1,2}){1,3}$")


def find_numbers(text: str) -> Iterator[NumberMention]:
    """Every document number in ``text`` (NFC), in order, and what looked like one, with the reason of its refusal."""
    for start, end, found in read_numbers(text):
        number, refusal = (found, None) if isinstance(found, DocumentNumber) else (None, found)
        yield NumberMention(Span(start, end), number, refusal)


def read_numbers(text: str) -> Iterator[tuple[int, int, DocumentNumber | Refusal]]:
    """As `find_numbers`: where each begins and ends, and what it is."""
    taken, in_forms = 0, False
    for head in list(heads(text)):
        read = number_from(text, head) if head.start() >= taken else None
        if not read:
            continue
        built, end = read
        start = head.start()
        if isinstance(built, Refusal):
            if built.reason == "unknown_type":
                built = _with_named_type(text, start, (head, end), built)
        else:
            if start > 1 and text[start - 1].isspace() and _digit_before(text, start):
                start, built = _with_lost_digits(text, start, built)
            if not built.sure:
                built = _with_named_type(text, start, (head, end), built)
        before = text[max(0, start - 32) : start]
        near = taken > 0 and start - taken <= 6
        found = Refusal(built.raw, "form") if near and in_forms else _judge(built, before, after_number=near)
        if found is None:
            continue
        taken = end
        in_forms = isinstance(found, Refusal) and found.reason == "form"
        yield start, end, found


def _digit_before(text: str, start: int) -> bool:
    """Whether a digit stands one or two signs before ``start``, a blank between them."""
    return text[start - 2].isdecimal() or text[max(0, start - 3)].isdecimal()


def _with_lost_digits(text: str, start: int, built: DocumentNumber) -> tuple[int, DocumentNumber]:
    """A serial that a blank cut in two ("số 6 87/QĐ-TTg") made whole; only right after "số" or a type's name."""
    cut = _DIGITS.search(text, max(0, start - 8), start)
    if not cut or "." in built.serial:
        return start, built
    if not _CUE.search(text, max(0, cut.start() - 32), cut.start()):
        return start, built
    digits = re.sub(r"\s", "", cut.group())
    repair = Repair("blank", cut.group() + built.raw)
    whole = replace(built, serial=digits + built.serial, raw=cut.group() + built.raw, repairs=(*built.repairs, repair))
    return cut.start(), whole


@cache
def _symbols() -> dict[str, str]:
    """Type name in small letters -> the symbol that its numbers bear."""
    return {row["name"].lower(): row["symbol"] for row in reversed(table("types")) if row["symbol"]}


def _with_named_type(
    text: str, start: int, printed: tuple[re.Match[str], int], built: DocumentNumber | Refusal
) -> DocumentNumber | Refusal:
    """A sign that lost its hyphen before an unknown issuer, where the type is named: "Báo cáo số 118/BCBPC".

    ``printed`` is the head of the number and where its sign ends.
    """
    head, end = printed
    sign = head.end("head") if head.re is PLAIN else head.end()
    if not _GLUED.fullmatch(text, sign, end):
        return built
    said = _NAMED.search(text, max(0, start - 40), start)
    symbol = _symbols().get(" ".join(said["name"].lower().split())) if said and "liên" not in said["kind"] else None
    cut = sign + len(symbol or "")
    if not symbol or not text.startswith(symbol, sign) or end < cut + 2:
        return built
    mended = f"{text[head.start() : cut]}-{text[cut:end]}"
    again = HEAD.match(mended)
    found, to = (again and number_from(mended, again)) or (built, 0)
    if not isinstance(found, DocumentNumber) or to < len(mended):
        return built
    old = built if isinstance(built, DocumentNumber) else replace(found, raw=built.raw)
    repairs = (*old.repairs, Repair("hyphen", text[sign:end]))
    return replace(found, serial=old.serial, raw=old.raw, repairs=repairs, sure=True)


def number_at(text: str, start: int) -> NumberMention | None:
    """The number that begins exactly at ``start``, or null."""
    head = HEAD.match(text, start)
    read = number_from(text, head) if head else None
    if not read:
        return None
    found, end = read
    return NumberMention(Span(start, end), found) if isinstance(found, DocumentNumber) else None


def _judge(found: DocumentNumber | Refusal, before: str, *, after_number: bool) -> DocumentNumber | Refusal | None:
    """What the words before say: a form or a standard is refused, a doubtful sign needs a cue ("số", "Công văn")."""
    said = before.rstrip(" \n:")
    said = said[:-2].rstrip() if said.endswith(_NUMBER_WORDS) else said
    if said.endswith(_FORM_ENDS) and _FORM.search(before):
        return Refusal(found.raw, "form")
    if _MAY_BE_STANDARD.search(before) and _STANDARD.search(before):
        return Refusal(found.raw, "standard")
    if isinstance(found, DocumentNumber) and found.sure:
        return found
    return found if after_number or _CUE.search(before) else None


_PREFIX = re.compile(r"^(?:[Ss]ố|SỐ)\s*:?\s*")
_CUT_SERIAL = re.compile(r"^\d{1,4}(?:[ \t\n\u00a0]{1,2}\d{1,4}){1,3}(?=[ \n]{0,3}[/-])")
_BLANK_NUMBER = re.compile(r"^[\s.…_]*[/-]\s*[^\W\d_]")
_EMPTY = re.compile(r"$")
_DATE = re.compile(r"^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$")


def parse_number(text: str) -> DocumentNumber | Refusal:
    """The number that the whole of ``text`` is, with the repairs it took, or the refusal with its reason."""
    raw = text.strip()
    composed = unicodedata.normalize("NFC", raw)
    shown = INVISIBLE.sub("", composed)
    plain = shown.translate(WIDTHS)
    body = _CUT_SERIAL.sub(lambda m: re.sub(r"\s", "", m.group()), _PREFIX.sub("", plain))
    found = _whole(body)
    if not isinstance(found, DocumentNumber):
        return Refusal(raw, found)
    forms = (("nfd", raw, composed), ("invisible", composed, shown), ("width", shown, plain))
    repairs = [Repair(rule, before) for rule, before, after in forms if before != after]
    repairs += [Repair("blank", plain)] if body not in plain else []
    return replace(found, repairs=(*repairs, *found.repairs))


def _whole(body: str) -> DocumentNumber | str:
    """The number that ``body`` is, or the reason why it is none."""
    for reason, pattern in (("empty", _EMPTY), ("blank", _BLANK_NUMBER), ("date", _DATE)):
        if pattern.match(body):
            return reason
    head = HEAD.match(body)
    read = number_from(body, head) if head else None
    if not read:
        return "no_sign" if body[0].isdigit() else "no_serial"
    found, end = read
    if not isinstance(found, DocumentNumber):
        return found.reason
    return "trailing" if body[end:].strip(" .,;") else found
