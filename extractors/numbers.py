"""Document numbers (số, ký hiệu): ``30/2020/NĐ-CP``, ``57-NQ/TW``, ``1234/BNV-CCVC``, ``48/2014/QH13``.

`find_numbers` reads them out of running text, `parse_number` one by one. What is damaged is mended and the repair
recorded; what cannot be a number is refused with a reason, never cut short.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from extractors.document import Span
from extractors.number_signs import Token, clean, is_word, split_glued, split_letter, token

Family = Literal["state", "party", "letter", "law"]

_GAP = r"[ \t\n\u00a0\u200b]{0,3}"
_DASH = r"\-‐‑‒–—―−﹣－_\ufffe"
_SLASH = r"/∕⁄／"
# 687 | 0130 | 66.17 | 12a, from its second character on
_SERIAL_REST = r"\d{0,2}\.\d{1,3}(?=[^\w.])|\d{0,7}[A-Za-zĐđ]?"
# 2020 | 20 20 | 98 (before 2000 two digits were usual)
_YEAR = r"(?:1 ?9|2 ?0) ?\d ?\d|[6-9]\d"
# What may not stand before a number, looked back at from its first digit: "a1", "/1", "1.1", "a-1", "2009:1"
_ALONE = r"(?<![\w/]\d)(?<!\d[.,:]\d)(?<!\w[-–]\d)|(?<=[Ss]ố\d)|(?<=SỐ\d)"
_STAMP = r"[ \t\n\u00a0]{0,12}"
# "30/2020/" of 30/2020/NĐ-CP | "57-" of 57-NQ/TW | "22      /2025/" (a gap left for the stamp) | "57" of 57NQ/TW
HEAD = re.compile(
    rf"(?P<serial>\d(?:{_ALONE})(?:{_SERIAL_REST}))(?:(?P<stamp>{_STAMP})(?P<sep>[{_SLASH}{_DASH}]){_GAP}"
    rf"(?:(?P<year>{_YEAR}){_GAP}(?P<sep2>[{_SLASH}{_DASH}]){_GAP})?(?=[^\W\d_])|"
    rf"(?<=\d)(?=[A-ZĐÐ][A-Za-zĐÐđ]{{1,4}}/[^\W\d_]{{2}}))"
)
_TOKEN = re.compile(r"[^\W\d_][^\W_]{0,23}(?![^\W_])")
# "-CP" | " - TTg" | "/TW" | ".I" | "&BĐG"
_NEXT = re.compile(
    rf"(?P<before>{_GAP})(?P<sep>[{_DASH}][ ]?[{_DASH}]|[{_SLASH}{_DASH}.&])(?P<after>{_GAP})"
    rf"(?P<token>[^\W\d_][^\W_]{{0,23}}(?![^\W_])|\d{{1,3}}(?!\w))"
)
_PIECE = re.compile(r"[ \t\n\u00a0]{1,2}(?P<token>[^\W\d_][^\W_]{0,11}(?![^\W_]|[ \n]?[/.)]))")
# Mẫu số 01/ĐK-TCT | Biểu 02/BC | Phụ lục số 03/…: a form, no document
_FORM = re.compile(
    r"(?:[Mm]ẫu|MẪU|[Bb]iểu|BIỂU|[Bb]iểu mẫu|[Mm]ẫu biểu|[Pp]hụ lục|PHỤ LỤC|[Bb]ảng)(?:\s+(?:số|SỐ))?\s*:?\s*$"
)
# QCVN 02-2019/BYT | TCVN 5502:2003 | QCVN 14-MT:2015/BTNMT
_STANDARD = re.compile(r"(?:QCVN|TCVN|TCCS|TCXD|TCXDVN|TCN|QCĐP|QCKTQG|QCVN/BXD)[\s:]{0,2}[\w\-.: /]{0,16}$")
# số | Số: | Công văn | Nghị định
_CUE = re.compile(
    r"(?:[Ss]ố|SỐ|văn bản|[Cc]ông văn|CV|[Nn]ghị định|[Qq]uyết định|[Tt]hông tư|[Cc]hỉ thị|[Ss]ắc lệnh|[Ll]ệnh|[Ll]uật|"
    r"[Tt]ờ trình|[Bb]áo cáo|[Kk]ế hoạch|[Nn]ghị quyết|[Kk]ết luận|[Hh]ướng dẫn|[Tt]hông báo|[Cc]ông điện)"
    r"\s{0,3}[:.]?\s{0,3}$"
)
# "6 " before 87/QĐ-TTg
_DIGITS = re.compile(r"(?<![\w.,/-])(?:\d{1,3}[ \n]){1,3}$")
# 1025/PLYK/2025: the year stands last
_CLOSING_YEAR = re.compile(r"/(?P<year>(?:19|20)\d\d)(?![\w/-])")
_GOES_ON = re.compile(r"[-/–]\w")
_GLUED_WORD = re.compile(r"(?P<sign>[A-ZĐƯ][A-ZĐƯa-z]{0,9}?)(?P<word>ngày|của|năm|về)$")

REASONS = {
    "empty": "không có chữ nào",
    "no_serial": "không mở đầu bằng số thứ tự",
    "blank": "số để trống, chưa điền",
    "no_sign": "không có ký hiệu",
    "no_issuer": "ký hiệu thiếu cơ quan ban hành",
    "unknown_type": "ký hiệu không mở đầu bằng loại văn bản hay cơ quan đã biết",
    "form": "là số của mẫu biểu, phụ lục",
    "standard": "là số hiệu tiêu chuẩn, quy chuẩn kỹ thuật",
    "date": "là ngày tháng",
    "trailing": "có chữ thừa sau ký hiệu",
    "not_a_number": "không có dạng số, ký hiệu văn bản",
}


@dataclass(frozen=True, slots=True)
class Repair:
    """One thing that was mended: the rule's name and what was printed."""

    rule: str
    original: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a text is no document number: ``reason`` is stable, ``message`` Vietnamese. False in a condition."""

    raw: str
    reason: str

    @property
    def message(self) -> str:
        """What is wrong, in Vietnamese."""
        return f"“{self.raw}” không phải số, ký hiệu văn bản: {REASONS[self.reason]}"

    def __bool__(self) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document's number. ``str()`` prints it, and `parse_number` reads that back to an equal value.

    ``type`` is the code of ``tables/types.csv``, ``CV`` for a letter that names no type, null for laws and resolutions
    of the National Assembly (``48/2014/QH13``); ``issuers`` are the tokens after the type; ``raw`` is what was printed.
    """

    serial: str
    year: str | None
    sign: str
    family: Family
    type: str | None
    issuers: tuple[str, ...]
    separator: str = "/"
    raw: str = field(default="", compare=False)
    repairs: tuple[Repair, ...] = field(default=(), compare=False)
    sure: bool = field(default=True, compare=False)

    def __str__(self) -> str:
        year = f"/{self.year}" if self.year else ""
        return f"{self.serial}{year}{self.separator}{self.sign}"


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A number in running text, or (``number`` null) what looked like one and the reason of the refusal."""

    span: Span
    number: DocumentNumber | None
    refusal: Refusal | None = None


@dataclass(slots=True)
class _Sign:
    """The tokens of a sign as they are read; ``separators[i]`` stands before ``tokens[i]``."""

    tokens: list[Token]
    separators: list[str]
    repairs: list[Repair]
    lower_first: bool = False

    @property
    def text(self) -> str:
        return "".join(s + t.text for s, t in zip(self.separators, self.tokens, strict=True))

    @property
    def complete(self) -> bool:
        """Whether the sign could end here: a type alone still wants its issuer."""
        first = self.tokens[0]
        if first.code and "solo" not in first.families:
            return len(self.tokens) > 1
        return first.issuer is not None or first.assembly or len(self.tokens) > 1

    @property
    def open(self) -> bool:
        """Whether a type stands alone: then even a name may follow ("CV-Vinamilk")."""
        return len(self.tokens) == 1 and self.tokens[0].code is not None

    def read(self, raw: str) -> tuple[Token, str | None]:
        """A token as it reads at this place of the sign."""
        text = clean(raw)[0]
        if not self.tokens:
            return token(text)
        return token(text, "issuer" if self.tokens[0].code else "unit")

    def take(self, separator: str, raw: str) -> None:
        text, rules = clean(raw)
        read, rule = self.read(raw)
        self.lower_first |= not self.tokens and raw.islower()
        self.repairs += [Repair(r, raw) for r in (*rules, *((rule,) if rule else ()))]
        glued = None if read.known or self.tokens else split_glued(text) or split_letter(text)
        if glued:
            self.repairs.append(Repair("hyphen", raw))
            self.tokens += glued
            self.separators += [separator, "-"]
        else:
            self.tokens.append(read)
            self.separators.append(separator)


def _plain(separator: str) -> str:
    return clean(separator)[0][:1]


def _sign_at(text: str, start: int) -> tuple[_Sign, int] | None:
    """The sign that begins at ``start`` and where it ends; the longest run that belongs together."""
    first = _TOKEN.match(text, start)
    if not first:
        return None
    sign = _Sign([], [], [])
    end = _take(sign, "", first.group(), first.end(), text)
    while len(sign.tokens) < 12:
        step = _NEXT.match(text, end)
        if not step or not _goes_on(sign, step):
            break
        if step["before"] or step["after"]:
            sign.repairs.append(Repair("blank", step.group()))
        separator = _plain(step["sep"])
        if separator != step["sep"]:
            sign.repairs.append(Repair("dash", step["sep"]))
        end = _take(sign, separator, step["token"], step.end(), text)
    return sign, end


def _take(sign: _Sign, separator: str, raw: str, end: int, text: str) -> int:
    """Takes a token; joins it with the next piece where a blank cut a known token ("T Tg"); returns the new end."""
    known = sign.read(raw)[0].known
    piece = None if known and raw != "UB" else _PIECE.match(text, end)
    if (
        piece
        and not is_word(piece["token"])
        and (sign.read(raw + piece["token"])[0].known or _is_cut(raw, piece["token"]))
    ):
        sign.repairs.append(Repair("blank", raw + piece.group()))
        sign.take(separator, raw + piece["token"])
        return piece.end()
    glued = None if known else _GLUED_WORD.match(raw)
    if glued and sign.read(glued["sign"])[0].known:
        sign.repairs.append(Repair("blank", raw))
        sign.take(separator, glued["sign"])
        return end - len(glued["word"])
    sign.take(separator, raw)
    return end


def _is_cut(raw: str, piece: str) -> bool:
    """Whether a blank cut an unknown abbreviation: one of the halves is a single capital ("N C", "KT N")."""
    return min(len(raw), len(piece)) == 1 and (raw + piece).isupper()


def _goes_on(sign: _Sign, step: re.Match[str]) -> bool:
    """Whether the next token still belongs to the sign."""
    raw, separator = step["token"], step["sep"]
    read = sign.read(raw)[0]
    blank = step["before"] or step["after"]
    if separator == "." and (blank or raw.islower() or not (raw.isupper() or raw[0].isdigit())):
        return False
    if is_word(clean(raw)[0]) and not _GLUED_WORD.match(raw) and not (sign.open and raw[0].isupper() and raw.isascii()):
        return False
    if not blank or not sign.complete:
        return not blank or "\n" not in step["before"]
    if "\n" in step["before"]:
        return False
    first = sign.tokens[0]
    if "joint" in first.families:
        return read.issuer is not None and raw.isupper()
    letter = first.code is None and len(sign.tokens) == 1 and not first.assembly
    return letter and raw.isupper() and len(raw) <= 6 and first.level != "central"


def _build(text: str, head: re.Match[str], sign: _Sign, end: int) -> tuple[DocumentNumber | Refusal, int]:
    """The number of a read head and sign and where it ends, or the reason why it is none."""
    found = _read(head, sign, text[head.start() : end])
    if not isinstance(found, DocumentNumber):
        return found, end
    closing = _CLOSING_YEAR.match(text, end) if not found.year else None
    if closing:
        whole = text[head.start() : closing.end()]
        return replace(found, sign=f"{found.sign}/{closing['year']}", raw=whole, sure=False), closing.end()
    further = _NEXT.match(text, end) if _GOES_ON.match(text, end) else None
    if further and not (is_word(clean(further["token"])[0]) and all(t.known for t in sign.tokens)):
        return Refusal(found.raw, "trailing"), end
    return found, end


def _read(head: re.Match[str], sign: _Sign, raw: str) -> DocumentNumber | Refusal:
    first = sign.tokens[0]
    if head["sep"] is None and ("party" not in first.families or len(sign.tokens) == 1):
        return Refusal(raw, "no_sign")
    year = head["year"].replace(" ", "") if head["year"] else None
    separator = _plain(head["sep2"] if year else head["sep"] or "-")
    read = _kind(sign, separator, year)
    if isinstance(read, str):
        return Refusal(raw, read)
    repairs = list(sign.repairs)
    if head["sep"] is None:
        repairs.append(Repair("hyphen", raw))
    elif head["stamp"]:
        repairs.append(Repair("blank", raw[: head.end() - head.start()]))
    family, kind, issuers, sure = read
    return DocumentNumber(head["serial"], year, sign.text, family, kind, issuers, separator, raw, tuple(repairs), sure)


def _kind(sign: _Sign, separator: str, year: str | None) -> tuple[Family, str | None, tuple[str, ...], bool] | str:
    """Family, type, issuers, and whether the sign is sure without a cue before it; or the reason of a refusal."""
    first, rest = sign.tokens[0], sign.tokens[1:]
    if first.assembly:
        return "law", None, (first.text,), True
    if first.code and (rest or "solo" in first.families):
        dashed = separator == "-" and bool(rest) and sign.separators[1] == "/"
        family: Family = "party" if dashed and "party" in first.families else "state"
        plain = bool(rest) and (rest[0].known or year is not None or rest[0].text.isupper())
        return family, first.code, tuple(t.text for t in rest), plain and (separator == "/" or dashed)
    if first.code:
        alone = "alone" in first.families and separator == "-"
        return ("state", None, (first.text,), False) if alone else "no_issuer"
    if not first.issuer and (sign.lower_first or not first.text.isupper() or len(first.text) < 2 or year):
        return "unknown_type"
    solo = len(sign.tokens) == 1 and first.level == "central"
    sure = first.issuer is not None and len(sign.tokens) > 1 and separator == "/"
    return "state" if solo else "letter", None if solo else "CV", tuple(t.text for t in sign.tokens), sure


def find_numbers(text: str) -> Iterator[NumberMention]:
    """Every document number in ``text`` (NFC), in order, and what looked like one, with the reason of its refusal."""
    taken, in_forms = 0, False
    for head in HEAD.finditer(text):
        read = _sign_at(text, head.end()) if head.start() >= taken else None
        if not read:
            continue
        built, end = _build(text, head, *read)
        start, built = _with_lost_digits(text, head.start(), built)
        before = text[max(0, start - 32) : start]
        near = taken > 0 and start - taken <= 6
        found = Refusal(built.raw, "form") if near and in_forms else _judge(built, before, after_number=near)
        if found is None:
            continue
        taken, span = end, Span(start, end)
        if isinstance(found, DocumentNumber):
            in_forms = False
            yield NumberMention(span, found)
        else:
            in_forms = found.reason == "form"
            yield NumberMention(span, None, found)


def _with_lost_digits(text: str, start: int, built: DocumentNumber | Refusal) -> tuple[int, DocumentNumber | Refusal]:
    """A serial that a blank cut in two ("số 6 87/QĐ-TTg") made whole; only right after "số" or a type's name."""
    if not text[max(0, start - 2) : start - 1].isdigit() or not isinstance(built, DocumentNumber):
        return start, built
    cut = _DIGITS.search(text, max(0, start - 8), start)
    if not cut or "." in built.serial:
        return start, built
    if not _CUE.search(text, max(0, cut.start() - 32), cut.start()):
        return start, built
    digits = re.sub(r"\s", "", cut.group())
    repair = Repair("blank", cut.group() + built.raw)
    whole = replace(built, serial=digits + built.serial, raw=cut.group() + built.raw, repairs=(*built.repairs, repair))
    return cut.start(), whole


def number_at(text: str, start: int) -> NumberMention | None:
    """The number that begins exactly at ``start``, or null."""
    head = HEAD.match(text, start)
    read = _sign_at(text, head.end()) if head else None
    if not head or not read:
        return None
    found, end = _build(text, head, *read)
    return NumberMention(Span(start, end), found) if isinstance(found, DocumentNumber) else None


def _judge(found: DocumentNumber | Refusal, before: str, *, after_number: bool) -> DocumentNumber | Refusal | None:
    """What the words before say: a form or a standard is refused, a doubtful sign needs a cue ("số", "Công văn")."""
    if _FORM.search(before):
        return Refusal(found.raw, "form")
    if _STANDARD.search(before):
        return Refusal(found.raw, "standard")
    if isinstance(found, DocumentNumber) and found.sure:
        return found
    return found if after_number or _CUE.search(before) else None


_PREFIX = re.compile(r"^(?:[Ss]ố|SỐ)\s*:?\s*")
_CUT_SERIAL = re.compile(r"^\d{1,3}(?:[ \n]\d{1,3}){1,3}(?=[ \n]{0,3}[/-])")
_BLANK_NUMBER = re.compile(r"^[\s.…_]*[/-]\s*[^\W\d_]")
_EMPTY = re.compile(r"$")
_DATE = re.compile(r"^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$")


def parse_number(text: str) -> DocumentNumber | Refusal:
    """The number that the whole of ``text`` is, with the repairs it took, or the refusal with its reason."""
    raw = text.strip()
    composed = unicodedata.normalize("NFC", raw)
    body = _CUT_SERIAL.sub(lambda m: re.sub(r"\s", "", m.group()), _PREFIX.sub("", composed))
    found = _whole(body)
    if not isinstance(found, DocumentNumber):
        return Refusal(raw, found)
    repairs = [Repair("nfd", raw)] if composed != raw else []
    repairs += [Repair("blank", composed)] if body not in composed else []
    return replace(found, repairs=(*repairs, *found.repairs))


def _whole(body: str) -> DocumentNumber | str:
    """The number that ``body`` is, or the reason why it is none."""
    for reason, pattern in (("empty", _EMPTY), ("blank", _BLANK_NUMBER), ("date", _DATE)):
        if pattern.match(body):
            return reason
    head = HEAD.match(body)
    read = _sign_at(body, head.end()) if head else None
    if not head or not read:
        return "no_sign" if body[0].isdigit() else "no_serial"
    found, end = _build(body, head, *read)
    if not isinstance(found, DocumentNumber):
        return found.reason
    return "trailing" if body[end:].strip(" .,;") else found
