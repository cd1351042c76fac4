"""Citations by number: the number, and around it the type's name, the date, the issuer, the title, the pinpoint."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from extractors.dates import date_at, match_date, plain_date
from extractors.document import Notice, Span
from extractors.fold import fold
from extractors.identity import CENTRAL, scope_of_number
from extractors.issuer_phrases import issuer_at, match_issuer
from extractors.mentions import Mention
from extractors.numbers import DocumentNumber, Refusal, read_numbers
from extractors.pinpoints import pinpoint_before
from extractors.titles import title_after, without_area
from extractors.vocabulary import table

# Names of a document that are no type of their own, and the short forms of types.
_EXTRA = {
    "văn bản": "CV",
    **{short.lower(): short for short in ("QĐ", "NĐ", "NQ", "TT", "CV", "CT", "KH", "TB", "TTr", "KL")},
}
_SUFFIX_LIMIT = 3
# The first letter of what may follow a mention: a date ("ngày", "(ngày", "ký ngày", "được ban hành ngày", "07/6/2022"),
# a year ("năm 2014"), an issuer ("của", "do").
_FOLLOWS = re.compile(r"[ \n,(]*(?:(?P<date>[Nnbkđ0-9])|(?P<issuer>[cdC]))")
# Signs that leave the type open: laws and resolutions of the Assembly, letters.
_WORD_DECIDES = (None, "CV")
# QĐ stands for Quyết định, and in Party papers for Quy định too.
_ALSO: dict[tuple[str | None, str | None], str] = {("QĐ", "QyĐ"): "QyĐ"}
# Refusals that are no defect of the text.
_EXPECTED = ("form", "standard")
_TYPE_WINDOW, _ISSUER_WINDOW, _PLAIN_WINDOW = 56, 110, 20
_NAME_WORDS = _OWN_WORDS = 4
_SHORT_NAME = 3
_PLAIN_SO = (" số ", "\nsố ", " số\n")
_WORD = re.compile(r"\w+")
_NUMBER_WORDS = ("số", "sô", "só", "so", "sé")
_PUNCTUATION = "(“\"'[*-–_|/,;:"
# ", " | " và số " | "; các Quyết định số ", between the numbers of a list
_LIST_GAP = 40
_LIST = re.compile(r"[ \n]?[,;]?[ \n]{0,2}(?:và[ \n])?(?:các[ \n])?(?:[sS]ố[ \n]?)?")
# 30/2020 of 30/2020/NĐ-CP
_SERIAL = re.compile(r"^[\d.]+\w?(?:/\d{4})?")
# ", ngày" | " (ngày" | " ban hành ngày" | " ký ngày"
_TO_DATE = re.compile(
    r"[ \n]{0,2}(?P<open>\()?,?[ \n]{0,2}(?:(?:đã )?(?:được )?(?:ban hành|ký|đề)[ \n]{1,2}(?:vào )?)?"
    r"(?=[Nn]g[àa]y|NGÀY|\d)"
)
_YEAR = re.compile(r"[ \n]{1,2}(?:[Nn]ăm|NĂM)[ \n]{1,2}(?P<year>(?:19|20)\d\d)(?![\d/])(?![ \n]*[-–][ \n]*20\d\d)")
# Ngày 22/12/2024, Bộ Chính trị (đã) ban hành Nghị quyết số … | Ngày 22/10/2025, tại Thông báo số …
_DATE_BEFORE = re.compile(
    r"[Nn]gày[ \n](?P<date>[\d/.\- thángnăm]{6,30}),[ \n]"
    r"(?:tại|(?P<who>[^,;.\n]{4,60}?)[ \n](?:đã[ \n])?(?:ban hành|ký|có))[ \n]$"
)
_ISSUED = tuple(f"{verb}{gap}" for verb in ("ban hành", "ký", "có", "tại") for gap in " \n")
# " và " between a proposal and what it submits: "Tờ trình số 394/TTr-CP và Đề án số 395/ĐA-CP ngày 09/5/2025"
_WITH = re.compile(r"[ \n](?:và|cùng|kèm theo)[ \n]")
# Quyết định số      /QĐ-UBND ngày     tháng     năm 2020
_BLANK = re.compile(r"ố[ \n]?:?[ \n.…_]{0,24}(?P<sign>[/-](?:20\d\d/)?[A-ZĐ][\w]{1,8}[-/][A-ZĐ][\w\-]{1,14})(?!\w)")


@cache
def _type_names() -> dict[str, str | None]:
    """Names in small letters, and without their marks as scans print them -> code."""
    rows = [*reversed(table("types"))]
    bare = ((fold(row["name"]), row["code"]) for row in rows)  # "thu" is no "thư"
    names: dict[str, str | None] = {name: code for name, code in bare if len(name) > _SHORT_NAME}
    return {**names, **{row["name"].lower(): row["code"] for row in rows}, **_EXTRA}


@cache
def _listed_names() -> list[str]:
    return sorted({row["name"] for row in table("types")} | {"Văn bản"}, key=len, reverse=True)


@cache
def _last_words() -> frozenset[str]:
    return frozenset(name.split()[-1].lower() for name in _listed_names())


@cache
def _before() -> re.Pattern[str]:
    names = "|".join(re.escape(n).replace(r"\ ", r"[ \n]{1,2}") for n in _listed_names())
    own = r"(?:,?[ \n]{1,2}(?!số|và|các|của|theo|tại)[^\W\d_]{2,12}){1,4}?"
    return re.compile(rf"(?<!\w)(?P<type>{names}){own}[ \n]{{1,2}}số[ \n]{{0,3}}[:.]?[ \n]{{0,3}}$", re.IGNORECASE)


@cache
def _with_issuer() -> re.Pattern[str]:
    names = "|".join(re.escape(n).replace(r"\ ", r"[ \n]") for n in _listed_names())
    return re.compile(
        rf"(?<!\w)(?P<type>{names})[ \n]của[ \n](?P<who>[^,;.:()\n]{{3,60}}?)[ \n]?:?[ \n][sS]ố[ \n]?:?[ \n]?$",
        re.IGNORECASE,
    )


def type_before(text: str, start: int) -> tuple[int, str | None] | None:
    """Where the type's name before a number begins, and the type's code."""
    return _plain_before(text, start) or _name_before(text, start) or _worded_before(text, start)


def _plain_before(text: str, start: int) -> tuple[int, str | None] | None:
    """The plainest case, a name of two words and perhaps a number word, as most are: " Nghị định số ", "Thông tư "."""
    end = start - 4 if text[start - 4 : start] in _PLAIN_SO else start - 1
    words = text[end - _PLAIN_WINDOW : end].rsplit(None, 2) if end > _PLAIN_WINDOW else ()
    if len(words) != 3:
        return None
    _, first, second = words
    name = f"{first} {second}"
    at = end - len(name)  # one blank between the words
    known = name in _plain_names() and text.startswith(first, at) and text[start - 1] in " \n"
    return (at, _plain_names()[name]) if known else None


@cache
def _plain_names() -> dict[str, str | None]:
    """Names of two words with which no longer one ends, capital or not -> code."""
    names = _type_names()
    plain = [name for name in names if name.count(" ") == 1 and not any(o.endswith(f" {name}") for o in names)]
    return {spelled: names[name] for name in plain for spelled in (name, name[0].upper() + name[1:])}


def _name_before(text: str, start: int) -> tuple[int, str | None] | None:
    """The plain case, "Quyết định số" or "Quyết định": the longest known name that ends before the number."""
    said = text[max(0, start - _TYPE_WINDOW) : start].rstrip(" \n:.")
    if said[-2:].lower() in _NUMBER_WORDS:
        said = said[:-2].rstrip()
    words = said.rsplit(None, _NAME_WORDS)[-_NAME_WORDS:]
    named = _longest_name(" ".join(words)) if words else None
    if named is None:
        return None
    count, skipped, code = named
    name = " ".join(words[-count:])
    at = len(said) - len(name)
    if not said.endswith(name):  # broken over lines
        at = len(said)
        for word in reversed(words[-count:]):
            at = said.rindex(word, 0, at)
    return max(0, start - _TYPE_WINDOW) + at + skipped, code


@lru_cache(maxsize=8192)
def _longest_name(said: str) -> tuple[int, int, str | None] | None:
    """The longest name with which words end: how many words, the signs before it in the first of them, its code."""
    names = _type_names()
    for spelled in (said.lower(), fold(said)):
        words = spelled.split(" ")
        for first, lead in enumerate(words):
            bare = lead.lstrip(_PUNCTUATION)
            name = " ".join((bare, *words[first + 1 :]))
            if name in names:
                return len(words) - first, len(lead) - len(bare), names[name]
    return None


def _worded_before(text: str, start: int) -> tuple[int, str | None] | None:
    """A name with words of its own before "số": "Công văn chỉ đạo số", "Văn bản thẩm định số"."""
    if text.find("số", max(0, start - 8), start) < 0:
        return None
    window = max(0, start - _TYPE_WINDOW)
    if _last_words().isdisjoint(_WORD.findall(text[window:start].lower())[-_OWN_WORDS - 2 : -2]):
        return None
    found = _before().search(text, window, start)
    return (found.start(), _code_of(found["type"])) if found else None


def _issued_before(text: str, start: int) -> tuple[int, str | None, str] | None:
    """The issuer between type and number: "Công văn của Bộ Tài chính số", "các Nghị định của Chính phủ: số"."""
    if text.find(" của ", max(0, start - _ISSUER_WINDOW), start) < 0:
        return None
    found = _with_issuer().search(text, max(0, start - _ISSUER_WINDOW), start)
    named = issuer_at(text, found.start("who")) if found else None
    if not found or not named or named[0] < found.end("who"):
        return None
    return found.start(), _code_of(found["type"]), named[1]


def _code_of(name: str) -> str | None:
    """The code of a listed name as it is printed, in small letters or capitals, broken over lines."""
    spelled = " ".join(name.split())
    return _type_names().get(spelled.lower()) or _type_names().get(fold(spelled))


def add_surroundings(text: str, mention: Mention) -> None:
    """Reads date, year and issuer after the mention, in any order, and moves its end behind them."""
    plain = plain_date(text, mention.end) if mention.on is None else None
    if plain:
        mention.end, mention.on = plain
    for _ in range(_SUFFIX_LIMIT - (plain is not None)):
        follows = _FOLLOWS.match(text, mention.end)
        if not follows or not (_add_date(text, mention) if follows["date"] else _add_issuer(text, mention)):
            break


def _add_date(text: str, mention: Mention) -> bool:
    lead = _TO_DATE.match(text, mention.end) if mention.on is None else None
    date = date_at(text, lead.end()) if lead else None
    if lead and date:
        end, on, problem = date
        if lead["open"] and text[end : end + 1] != ")":
            return False
        mention.end, mention.on = end + bool(lead["open"]), on
        if problem:
            said = Span(lead.end(), end)
            message = f"Ngày “{said.of(text)}” không có trong lịch; kiểm tra lại."
            mention.notices.append(Notice("citation_date_impossible", message, said))
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


def numbered_mentions(text: str) -> tuple[list[Mention], list[Notice]]:
    """All mentions by number, in text order, and a notice for what stands where a number should and is none.

    Each step is taken for all mentions before the next one: it runs twice as fast while the processor has it at hand.
    """
    numbers, refused = [], []
    for start, end, found in list(read_numbers(text)):
        if isinstance(found, DocumentNumber):
            numbers.append((start, end, found))
        elif _is_defect(found):
            refused.append(Notice("number_refused", f"{found.message}; kiểm tra chỗ này.", Span(start, end)))
    mentions = [_mention(text, *number) for number in numbers]
    for step in (add_surroundings, _add_date_before, _add_title, _add_pinpoint):
        for mention in mentions:
            step(text, mention)
    for mention, (start, end, number) in zip(mentions, numbers, strict=True):
        if number.repairs:
            mention.notices.append(_repaired(text, start, end, number))
    _share_issuers(text, mentions)
    _share_dates(text, mentions)
    return mentions, refused


def _is_defect(refusal: Refusal) -> bool:
    """Whether a number was meant: not of a form or standard, nor a house in a street ("số 398 - Đường 3/2")."""
    return refusal.reason not in _EXPECTED and not any(sign.isspace() for sign in refusal.raw)


def _share_issuers(text: str, mentions: list[Mention]) -> None:
    """In a list with one sign the issuer that stands last is everyone's: "số 12/QĐ-UBND và 13/QĐ-UBND của …"."""
    for before, after in reversed(list(pairwise(mentions))):
        if before.issuer or not after.issuer or after.start - before.end > _LIST_GAP:
            continue
        if _sign(before) == _sign(after) and _LIST.fullmatch(text[before.end : after.start]):
            before.issuer = after.issuer


def _share_dates(text: str, mentions: list[Mention]) -> None:
    """A proposal and the scheme that it submits bear one date, printed behind both."""
    for before, after in pairwise(mentions):
        if before.type != "TTr" or before.on or not _WITH.fullmatch(text[before.end : after.start]):
            continue
        if _sign(before).rpartition("-")[2] == _sign(after).rpartition("-")[2]:
            before.on = after.on


def _sign(mention: Mention) -> str:
    return _SERIAL.sub("", mention.number or "")


def _mention(text: str, first: int, last: int, number: DocumentNumber) -> Mention:
    """The mention around the number that stands at ``[first, last)``."""
    before, issuer = type_before(text, first), None
    if before is None and (issued := _issued_before(text, first)):
        before, issuer = issued[:2], issued[2]
    start, said = before or (first, None)
    code = said or number.type if number.type in _WORD_DECIDES else _ALSO.get((number.type, said), number.type)
    return Mention(start, last, "numbered", str(number), code, issuer=issuer)


def _add_title(text: str, mention: Mention) -> None:
    title = title_after(text, mention.end)
    if title:
        placed = text.find(" trên địa bàn ", *title) >= 0 and scope_of_number(mention.number or "") == CENTRAL
        title = without_area(text, title) if placed else title
        mention.title, mention.titled = " ".join(text[slice(*title)].split()), title


def _add_pinpoint(text: str, mention: Mention) -> None:
    mention.pinpoint = pinpoint_before(text, mention.start)


def _repaired(text: str, first: int, last: int, number: DocumentNumber) -> Notice:
    rules = ", ".join(sorted({repair.rule for repair in number.repairs}))
    return Notice("number_repaired", f"Đọc “{text[first:last]}” là {number} ({rules}).", Span(first, last))


def _add_date_before(text: str, mention: Mention) -> None:
    """Reads "Ngày …, Bộ Chính trị ban hành" in front of a mention that has no date of its own."""
    if mention.on is not None or not text.endswith(_ISSUED, max(0, mention.start - 9), mention.start):
        return
    found = _DATE_BEFORE.search(text, max(0, mention.start - 110), mention.start)
    date = match_date(text, found.start()) if found else None
    if date and date.on:
        mention.on = date.on


def blank_mentions(text: str) -> Iterator[Mention]:
    """Mentions whose number was left open: ``Quyết định số /QĐ-UBND ngày tháng năm 2020``."""
    for found in _BLANK.finditer(text):
        before = type_before(text, found.start() - 1)
        if not before:
            continue
        mention = Mention(before[0], found.end(), "numbered", None, before[1], blank=True)
        kind = " ".join(text[before[0] : found.start() - 1].split())
        mention.name, mention.sign = f"{kind} số {found['sign']}", found["sign"]
        add_surroundings(text, mention)
        mention.end = mention.start + len(text[mention.start : mention.end].rstrip())
        mention.notices.append(
            Notice(
                "citation_number_blank",
                f"“{mention.name}” để trống số; điền số khi văn bản đã ban hành.",
                Span(found.start(), found.end()),
            )
        )
        yield mention
