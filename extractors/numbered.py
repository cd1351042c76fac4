"""Citations by number: the number, and around it the type's name, the date, the issuer, the title, the pinpoint."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractors.dates import match_date
from extractors.document import Notice, Span
from extractors.issuer_phrases import match_issuer
from extractors.mentions import Mention
from extractors.numbers import NumberMention, find_numbers
from extractors.pinpoints import pinpoint_before
from extractors.titles import title_after
from extractors.vocabulary import table

# Names of a document that are no type of their own, and the short forms of types.
_EXTRA = {
    "văn bản": "CV",
    **{short.lower(): short for short in ("QĐ", "NĐ", "NQ", "TT", "CV", "CT", "KH", "TB", "TTr", "KL")},
}
_SUFFIX_LIMIT = 3
# ", ngày" | " (ngày" | " ban hành ngày" | " ký ngày"
_TO_DATE = re.compile(
    r"[ \n]{0,2}(?P<open>\()?,?[ \n]{0,2}(?:(?:đã )?(?:được )?(?:ban hành|ký|đề)[ \n]{1,2}(?:vào )?)?"
    r"(?=[Nn]g[àa]y|NGÀY|\d)"
)
_YEAR = re.compile(r"[ \n]{1,2}(?:[Nn]ăm|NĂM)[ \n]{1,2}(?P<year>(?:19|20)\d\d)(?![\d/])(?![ \n]*[-–][ \n]*20\d\d)")
# Ngày 22/12/2024, Bộ Chính trị (đã) ban hành Nghị quyết số …
_DATE_BEFORE = re.compile(
    r"[Nn]gày[ \n](?P<date>[\d/.\- thángnăm]{6,30}),[ \n](?P<who>[^,;.\n]{4,60}?)[ \n](?:đã[ \n])?(?:ban hành|ký)[ \n]$"
)
# Quyết định số      /QĐ-UBND ngày     tháng     năm 2020
_BLANK = re.compile(r"[Ss]ố[ \n]?:?[ \n.…_]{0,24}(?P<sign>[/-](?:20\d\d/)?[A-ZĐ][\w]{1,8}[-/][A-ZĐ][\w\-]{1,14})(?!\w)")


@cache
def _type_names() -> dict[str, str | None]:
    names: dict[str, str | None] = {row["name"].lower(): row["code"] for row in table("types")}
    return {**names, **_EXTRA}


@cache
def _before() -> re.Pattern[str]:
    """A type's name, up to three words of its own ("Công văn chỉ đạo"), "số" — right before a number."""
    names = "|".join(re.escape(n).replace(r"\ ", r"[ \n]{1,2}") for n in sorted(_type_names(), key=len, reverse=True))
    words = r"(?:[ \n]{1,2}(?!số|và|các|của|theo|tại)[^\W\d_]{2,12}){0,3}?"
    return re.compile(
        rf"(?<!\w)(?P<type>{names})(?:{words}[ \n]{{1,2}}s[ốôóo]|{words})?[ \n]{{0,3}}[:.]?[ \n]{{0,3}}$", re.IGNORECASE
    )


def type_before(text: str, start: int) -> tuple[int, str | None] | None:
    """Where the type's name before a number begins, and the type's code."""
    found = _before().search(text, max(0, start - 56), start)
    if not found:
        return None
    gap = text[found.end("type") : start]
    if "số" not in gap.lower() and len(gap.split()) > 1:
        return None
    return found.start(), _type_names()[" ".join(found["type"].lower().split())]


def add_surroundings(text: str, mention: Mention) -> None:
    """Reads date, year and issuer after the mention, in any order, and moves its end behind them."""
    for _ in range(_SUFFIX_LIMIT):
        if not (_add_date(text, mention) or _add_issuer(text, mention)):
            break


def _add_date(text: str, mention: Mention) -> bool:
    lead = _TO_DATE.match(text, mention.end) if mention.on is None else None
    date = match_date(text, lead.end()) if lead else None
    if lead and date:
        closed = text[date.span.end : date.span.end + 1] == ")"
        if lead["open"] and not closed:
            return False
        mention.end = date.span.end + bool(lead["open"])
        mention.on = date.on
        if date.problem:
            said = text[date.span.start : date.span.end]
            mention.notices.append(
                Notice("citation_date_impossible", f"Ngày “{said}” không có trong lịch; kiểm tra lại.", date.span)
            )
        return True
    year = _YEAR.match(text, mention.end) if mention.on is None else None
    if year:
        mention.on, mention.end = year["year"], year.end()
    return year is not None


def _add_issuer(text: str, mention: Mention) -> bool:
    found = match_issuer(text, mention.end) if mention.issuer is None else None
    if found:
        mention.end, mention.issuer = found
    return found is not None


def numbered_mentions(text: str) -> Iterator[Mention]:
    """All mentions by number, in text order; what looked like a number and was refused comes as a notice on none."""
    for found in find_numbers(text):
        if found.number:
            yield _mention(text, found)


def refusals(text: str) -> Iterator[Notice]:
    """A notice for everything that stands where a number should and cannot be read as one."""
    for found in find_numbers(text):
        if found.refusal and found.refusal.reason not in ("form", "standard"):
            yield Notice("number_refused", f"{found.refusal.message}; kiểm tra chỗ này.", found.span)


def _mention(text: str, found: NumberMention) -> Mention:
    number = found.number
    assert number is not None  # noqa: S101
    before = type_before(text, found.span.start)
    said = before[1] if before else None
    code = number.type if number.type not in (None, "CV") else said or number.type
    mention = Mention(before[0] if before else found.span.start, found.span.end, "numbered", str(number), code)
    add_surroundings(text, mention)
    if mention.on is None:
        _add_date_before(text, mention)
    title = title_after(text, mention.end)
    mention.title = " ".join(text[slice(*title)].split()) if title else None
    mention.pinpoint = pinpoint_before(text, mention.start)
    if number.repairs:
        rules = ", ".join(sorted({r.rule for r in number.repairs}))
        said_as = text[found.span.start : found.span.end]
        mention.notices.append(Notice("number_repaired", f"Đọc “{said_as}” là {number} ({rules}).", found.span))
    return mention


def _add_date_before(text: str, mention: Mention) -> None:
    """Reads "Ngày …, Bộ Chính trị ban hành" in front of a mention that has no date of its own."""
    found = _DATE_BEFORE.search(text, max(0, mention.start - 110), mention.start)
    date = match_date(text, found.start()) if found else None
    if date and date.on:
        mention.on = date.on


def blank_mentions(text: str) -> Iterator[Mention]:
    """Mentions whose number was left open: ``Quyết định số /QĐ-UBND ngày tháng năm 2020``."""
    for found in _BLANK.finditer(text):
        before = type_before(text, found.start())
        if not before:
            continue
        mention = Mention(before[0], found.end(), "numbered", None, before[1], blank=True)
        kind = " ".join(text[before[0] : found.start()].split())
        mention.name, mention.sign = f"{kind} số {found['sign']}", found["sign"]
        add_surroundings(text, mention)
        mention.notices.append(
            Notice(
                "citation_number_blank",
                f"“{mention.name}” để trống số; điền số khi văn bản đã ban hành.",
                Span(found.start(), found.end()),
            )
        )
        yield mention
