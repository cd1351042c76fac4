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
from extractors.number_signs import Token, clean, is_word, split_glued, token

Family = Literal["state", "party", "letter", "law"]

_GAP = r"[ \t\n\u00a0\u200b]{0,3}"
_DASH = r"\-‐‑‒–—―−﹣－_\ufffe"
_SLASH = r"/∕⁄／"
# 687 | 0130 | 66.17 | 12a
_SERIAL = r"\d{1,3}\.\d{1,3}(?=[^\w.])|\d{1,8}[A-Za-zĐđ]?"
# 2020 | 20 20 | 98 (before 2000 two digits were usual)
_YEAR = r"(?:1 ?9|2 ?0) ?\d ?\d|[6-9]\d"
# "30/2020/" of 30/2020/NĐ-CP | "57-" of 57-NQ/TW | "22      /2025/" (a gap left for the stamp)
HEAD = re.compile(
    rf"(?:(?<![\w/])(?<!\d[.,])(?<!\w[-–])(?<!\d:)|(?<=[Ss]ố)|(?<=SỐ))"
    rf"(?P<serial>{_SERIAL})(?P<stamp>[ \t\n\u00a0]{{0,12}})(?P<sep>[{_SLASH}{_DASH}]){_GAP}"
    rf"(?:(?P<year>{_YEAR}){_GAP}(?P<sep2>[{_SLASH}{_DASH}]){_GAP})?(?=[^\W\d_])"
)
_TOKEN = re.compile(r"[^\W\d_][^\W_]{0,23}(?![^\W_])")
# "-CP" | " - TTg" | "/TW" | ".I" | "&BĐG"
_NEXT = re.compile(
    rf"(?P<before>{_GAP})(?P<sep>[{_DASH}][ ]?[{_DASH}]|[{_SLASH}{_DASH}.&])(?P<after>{_GAP})"
    rf"(?P<token>[^\W\d_][^\W_]{{0,23}}(?![^\W_])|\d{{1,3}}(?!\w))"
)
_PIECE = re.compile(r"[ \t\n\u00a0]{1,2}(?P<token>[^\W\d_][^\W_]{0,11}(?![^\W_]))")
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

    def take(self, separator: str, raw: str) -> None:
        text, rules = clean(raw)
        read, rule = token(text)
        self.lower_first |= not self.tokens and raw.islower()
        self.repairs += [Repair(r, raw) for r in (*rules, *((rule,) if rule else ()))]
        glued = None if read.known or self.tokens else split_glued(text)
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
    known = token(clean(raw)[0])[0].known
    piece = None if known and raw != "UB" else _PIECE.match(text, end)
    if piece and token(clean(raw + piece["token"])[0])[0].known and not is_word(piece["token"]):
        sign.repairs.append(Repair("blank", raw + piece.group()))
        sign.take(separator, raw + piece["token"])
        return piece.end()
    glued = None if known else _GLUED_WORD.match(raw)
    if glued and token(glued["sign"])[0].known:
        sign.repairs.append(Repair("blank", raw))
        sign.take(separator, glued["sign"])
        return end - len(glued["word"])
    sign.take(separator, raw)
    return end


def _goes_on(sign: _Sign, step: re.Match[str]) -> bool:
    """Whether the next token still belongs to the sign."""
    raw, separator = step["token"], step["sep"]
    read = token(clean(raw)[0])[0]
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
    if _GOES_ON.match(text, end) and not (sign.complete and all(t.known for t in sign.tokens)):
        return Refusal(found.raw, "trailing"), end
    return found, end


def _read(head: re.Match[str], sign: _Sign, raw: str) -> DocumentNumber | Refusal:
    first, rest = sign.tokens[0], sign.tokens[1:]
    separator, year = _plain(head["sep"]), head["year"]
    repairs = list(sign.repairs)
    if head["stamp"].strip(" ") or head["stamp"]:
        repairs.append(Repair("blank", raw[: head.end() - head.start()]))
    if year:
        year = year.replace(" ", "")
        separator = _plain(head["sep2"])
    family: Family
    kind: str | None
    issuers: tuple[str, ...]
    sure = True
    if first.assembly:
        family, kind, issuers = "law", None, (first.text,)
    elif first.code and (rest or "solo" in first.families):
        party = separator == "-" and len(sign.separators) > 1 and sign.separators[1] == "/"
        family, kind, issuers = "party" if party else "state", first.code, tuple(t.text for t in rest)
        sure = bool(rest) and (rest[0].known or year is not None or rest[0].text.isupper())
        if separator == "-" and not party:
            sure = False
    elif first.code and "alone" in first.families and separator == "-":
        family, kind, issuers, sure = "state", None, (first.text,), False
    elif first.code:
        return Refusal(raw, "no_issuer")
    elif first.issuer or (first.text.isupper() and len(first.text) >= 2 and not sign.lower_first):
        solo = len(sign.tokens) == 1 and first.level == "central"
        family, kind, issuers = (
            "state" if solo else "letter",
            None if solo else "CV",
            tuple(t.text for t in sign.tokens),
        )
        sure = first.issuer is not None and len(sign.tokens) > 1 and separator == "/"
        if year and not first.issuer:
            return Refusal(raw, "unknown_type")
    else:
        return Refusal(raw, "unknown_type")
    serial = head["serial"]
    return DocumentNumber(serial, year, sign.text, family, kind, issuers, separator, raw, tuple(repairs), sure)


def find_numbers(text: str) -> Iterator[NumberMention]:
    """Every document number in ``text`` (NFC), in order, and what looked like one, with the reason of its refusal."""
    taken, in_forms = 0, False
    for head in HEAD.finditer(text):
        read = _sign_at(text, head.end()) if head.start() >= taken else None
        if not read:
            continue
        built, end = _build(text, head, *read)
        before = text[max(0, head.start() - 32) : head.start()]
        near = taken > 0 and head.start() - taken <= 6
        found = Refusal(built.raw, "form") if near and in_forms else _judge(built, before, after_number=near)
        if found is None:
            continue
        taken, span = end, Span(head.start(), end)
        if isinstance(found, DocumentNumber):
            in_forms = False
            yield NumberMention(span, found)
        else:
            in_forms = found.reason == "form"
            yield NumberMention(span, None, found)


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
    cue = after_number or _CUE.search(before) is not None
    if isinstance(found, DocumentNumber):
        return found if found.sure or cue else None
    return found if cue else None


_PREFIX = re.compile(r"^(?:[Ss]ố|SỐ)\s*:?\s*")
_BLANK_NUMBER = re.compile(r"^[\s.…_]*[/-]\s*[^\W\d_]")
_DATE = re.compile(r"^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$")


def parse_number(text: str) -> DocumentNumber | Refusal:
    """The number that the whole of ``text`` is, with the repairs it took, or the refusal with its reason."""
    raw = text.strip()
    composed = unicodedata.normalize("NFC", raw)
    body = _PREFIX.sub("", composed)
    if not body:
        return Refusal(raw, "empty")
    if _BLANK_NUMBER.match(body):
        return Refusal(raw, "blank")
    if _DATE.match(body):
        return Refusal(raw, "date")
    head = HEAD.match(body)
    read = _sign_at(body, head.end()) if head else None
    if not head or not read:
        return Refusal(raw, "no_serial" if not body[0].isdigit() else "no_sign")
    sign, end = read
    found, end = _build(body, head, sign, end)
    if isinstance(found, DocumentNumber) and body[end:].strip(" .,;"):
        return Refusal(raw, "trailing")
    if isinstance(found, DocumentNumber) and composed != raw:
        found = replace(found, repairs=(Repair("nfd", raw), *found.repairs))
    return found
