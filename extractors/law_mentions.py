"""Laws, codes, ordinances and the Constitution named in a text: where, and which versions the name can mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from extractors.anchors import LAWS, anchors
from extractors.laws import CODES, Law, law_of_number, laws, longest_name
from extractors.mentions import Mention
from extractors.numbered import add_surroundings
from extractors.numbers import number_at
from extractors.pinpoints import pinpoint_before
from extractors.vocabulary import LOWER, UPPER

_KEYWORD = re.compile(
    r"(?<!\w)(?:(?P<code>B(?:ộ|Ộ)[ \n]{1,2}(?:[Ll]uật|LUẬT))|(?P<law>[Ll]uật|LUẬT)|"
    r"(?P<ordinance>Pháp[ \n]{1,2}[Ll]ệnh|PHÁP LỆNH)|(?P<constitution>Hiến[ \n]{1,2}pháp|HIẾN PHÁP))(?!\w)"
)
_BACK, _AHEAD = 5, 12  # how far around its anchor a keyword can reach: "Bộ luật", "Hiến  pháp"
_BEFORE_ANCHOR = frozenset("lLhH")  # the letter before it: "luật", not "thuật"
_KINDS = {"code": "Bộ luật", "law": "Luật", "ordinance": "Pháp lệnh", "constitution": "Hiến pháp"}
_LAST_OF_PHAP, _PHAP = frozenset("pP"), frozenset(("pháp ", "pháp\n"))
_GAP = re.compile(r"[ \n]{1,3}")
# số 45/2013/QH13 | (số 45/2013/QH13)
_NUMBER = re.compile(r"[ \n]{0,2}(?P<open>\()?,?[ \n]{0,2}(?:Luật[ \n]{1,2})?[Ss][ốôóé][ \n]?:?[ \n]{0,3}(?=\d)")
# The first sign of a number, of "số", of a second "Luật số", of "(đã sửa đổi)"
_NUMBER_FOLLOWS = re.compile(r"[ \n(,]*[\dSsLđ]")
_BEFORE_NUMBER = frozenset(" \n(,LSs")  # the first sign of what `_NUMBER` matches, behind a gap
_BARE_NUMBER = re.compile(r"[ \n]{1,2}(?=\d{1,3}/\d{4}/)")
_BARE_YEAR = re.compile(r"[ \n]{1,2}(?P<year>(?:19|20)\d\d)(?![\d/])(?![ \n]*[-–])")
_REVISED = re.compile(r"[ \n]{1,2}\((?:đã |được )?sửa đổi[^()\n]{0,40}\)")
# Luật sửa đổi, bổ sung một số điều của (các) | LUẬT SỬA ĐỔI, BỔ SUNG ĐIỀU 170 CỦA
_AMENDING = re.compile(
    r"(?:Luật|LUẬT|Pháp lệnh|PHÁP LỆNH)[ \n]{1,2}sửa[ \n]{1,2}đổi(?:[,;]?[ \n]{1,2}\S{1,3}[ \n]{1,2}sung)?"
    r"(?P<what>(?:[ \n]{1,2}(?!luật|bộ luật|pháp lệnh|nghị|thông)[^\s.;:()]{1,10}){0,16}?)[ \n]{1,2}(?:các[ \n]{1,2})?"
    r"(?=(?:bộ[ \n]{1,2}luật|luật|pháp[ \n]{1,2}lệnh)[ \n])",
    re.IGNORECASE,
)
_BEFORE_AMENDING = frozenset("sS \n")  # the sign after a blank with which "sửa đổi" begins
_NEXT_INNER = re.compile(
    r"[ \n]?[,;]?[ \n]{1,2}(?:và[ \n]{1,2})?(?:các[ \n]{1,2})?(?=(?:Bộ[ \n]luật|[Ll]uật|Pháp[ \n]lệnh)[ \n])"
)
_DRAFT = re.compile(
    r"(?:dự (?:án|thảo)|đề nghị xây dựng|xây dựng|soạn thảo|trình Quốc hội(?: thông qua)?)"
    r"[ \n]{1,2}(?:các[ \n]{1,2})?$",
    re.IGNORECASE,
)
_DRAFT_ENDS = ("án", "thảo", "dựng", "hội", "qua", "các")
_BEFORE_LAW = 32
_COMING = re.compile(r"(?:triển khai|tổ chức)[ \n]{1,2}thi hành[ \n]{1,2}$")
_BASIS = re.compile(r"[Cc]ăn cứ[ \n]{1,2}(?:các[ \n])?$")
_AFTER_ISSUE = re.compile(r"[Ss]au khi[ \n]{1,2}$")
_IS_ISSUED = re.compile(
    r"[ \n]{1,2}(?:\(sửa đổi\)[ \n]{1,2})?được[ \n]{1,2}(?:Quốc hội[ \n]{1,2})?(?:ban hành|thông qua)"
)
_LIST = re.compile(r"(?:\s*\([^()]{0,40}\))?\s*(?:,|;|và|,\s*và)\s+$")
_NO_NAME = re.compile(
    r"(?:này|nói|trên|khác|hiện|mới|tục|sư|gia|định|pháp|cũ|có|và|về|đã|được|nêu|thì|là|quy|sau|ban|do|của|liên|chuyên|"
    r"chung|riêng)\b"
)
# A name that the registry does not know: capital first, up to where a name can end.
_NAME_ENDS = (
    r"số|năm|ngày|được|quy|về|thì|có|do|của|tại|theo|để|trong|ban|và các|đã|là|hoặc|Luật|Bộ luật|Pháp lệnh|Nghị|Thông|"
    r"Quyết|Điều|các|với|khi|mà|đối|hiện|hướng|thực|này|nêu"
)
_LETTERS = f"[{LOWER}{UPPER}]"
_UNKNOWN = re.compile(rf"(?P<name>[{UPPER}]{_LETTERS}*(?:,?[ \n](?!(?:{_NAME_ENDS})\b){_LETTERS}+){{1,11}})")
_TRAILING = re.compile(r"(?:[ \n]+(?:và|hoặc|các))+$")
_DATED = re.compile(r"[ \n]{0,2}[,(]?[ \n]{0,2}(?:số|năm (?:19|20)|ngày)[ \n]?\d?")
_COUNTRY = re.compile(r"[ \n]nước[ \n](?:Cộng[ \n]hòa|CHXHCN|Cộng[ \n]hoà)[^,;.\n\d]{0,32}?Việt[ \n]Nam")
_ARTICLE_OF = re.compile(r"(?:Điều \w{1,4}|của|các|,|và)[ \n]{1,2}$")
_PLURAL = re.compile(r"[Cc]ác[ \n]{1,2}$")
_COLON = re.compile(r":[ \n]")
_STEP = re.compile(r"[ \n]?(?:[,;:]|,?[ \n]và)[ \n]{1,2}")
# A known name that goes on to a year or number is another law: "Luật Đầu tư" in "Luật Đầu tư công nghệ năm 2031".
_LONGER = re.compile(
    rf"(?:[ \n](?!(?:{_NAME_ENDS}|và|từ|trước|sau|trên|nếu|cho|vào|đến|hằng|như|trừ)\b)[{LOWER}]+){{1,6}}[ \n]"
    r"(?:số[ \n]\d{1,3}/\d{4}/|năm[ \n](?:19|20)\d\d(?![\d/]))"
)
_CITED = re.compile(
    r"(?:[Cc]ăn cứ|Điều \w{1,4}|khoản \w{1,3}|theo|của|thi hành|thực hiện|và|,)"
    r"[ \n]{1,2}(?:quy định[ \n](?:của|tại)[ \n])?$"
)


def law_mentions(text: str) -> list[Mention]:
    """All mentions of laws by name or by "Luật số …", in text order; laws inside an amending law's title are marked."""
    mentions: list[Mention] = []
    taken = draft_end = 0
    for keyword in _keywords(text):
        start = keyword.start()
        if start < taken or _part_of_phap_luat(text, start):
            continue
        if _is_draft(text, start, draft_end):
            draft_end = _name_end(text, keyword)
            continue
        found = _amending(text, keyword) or [*_single(text, keyword)] or [*_listed(text, keyword)]
        if not found:
            continue
        if not found[0].on and "c" in text[start - 3 : start - 1] and _PLURAL.search(text, max(0, start - 6), start):
            found += _further(text, keyword, found[-1].end)
        basis, coming = _basis_or_coming(text, start)
        for mention in found:
            mention.basis, mention.coming = basis, coming
            taken = max(taken, mention.end)
        mentions += found
    for mention in mentions:
        mention.pinpoint = None if mention.inside else pinpoint_before(text, mention.start)
    return mentions


def _basis_or_coming(text: str, start: int) -> tuple[bool, bool]:
    """Whether a law stands after "Căn cứ", and whether after "triển khai thi hành"."""
    near = text[max(0, start - 16) : start]
    if "cứ" not in near and "hành" not in near:
        return False, False
    before = text[max(0, start - _BEFORE_LAW) : start]
    return _BASIS.search(near) is not None, _COMING.search(before) is not None


def _listed(text: str, keyword: re.Match[str]) -> list[Mention]:
    """The laws of "các Luật: Đất đai, Nhà ở, Xây dựng"."""
    colon = _COLON.match(text, keyword.end())
    return _further(text, keyword, keyword.end()) if colon else []


def _further(text: str, keyword: re.Match[str], at: int) -> list[Mention]:
    """Names that go on after "các Luật" without the word: ", Nhà ở và Xây dựng"; each must be known."""
    found: list[Mention] = []
    kind = _KINDS[str(keyword.lastgroup)]
    while kind != "Hiến pháp" and (step := _STEP.match(text, at)) and text[step.end() : step.end() + 1].isupper():
        known = longest_name(kind, text, step.end())
        if not known:
            break
        at, versions = known
        found.append(Mention(step.end(), at, "law", type=versions[-1].code, name=versions[-1].title, versions=versions))
    return found


def _keywords(text: str) -> list[re.Match[str]]:
    """Every place where "Luật", "Bộ luật", "Pháp lệnh" or "Hiến pháp" stands, not "pháp luật", in text order."""
    found: dict[int, re.Match[str]] = {}
    for at in anchors(text).places(*LAWS):
        if text[at - 1 : at] in _BEFORE_ANCHOR and not _part_of_phap_luat(text, at - 1):
            keyword = _KEYWORD.search(text, max(0, at - _BACK), at + _AHEAD)
            if keyword and keyword.start() < at:
                found.setdefault(keyword.start(), keyword)
    return [found[start] for start in sorted(found)]


def _part_of_phap_luat(text: str, start: int) -> bool:
    return text[start - 2 : start - 1] in _LAST_OF_PHAP and text[max(0, start - 5) : start].lower() in _PHAP


def _is_draft(text: str, start: int, draft_end: int) -> bool:
    """Whether a bill is named, also as a further one in a list of bills."""
    before = text[max(0, start - _BEFORE_LAW) : start].rstrip(" \n").lower()
    if before.endswith(_DRAFT_ENDS) and _DRAFT.search(text, max(0, start - _BEFORE_LAW), start):
        return True
    return 0 < draft_end <= start <= draft_end + 60 and _LIST.fullmatch(text[draft_end:start]) is not None


def _name_end(text: str, keyword: re.Match[str]) -> int:
    gap = _GAP.match(text, keyword.end())
    named = (
        longest_name(_KINDS[str(keyword.lastgroup)], text, gap.end())
        if gap and keyword.lastgroup != "constitution"
        else None
    )
    return named[0] if named else keyword.end()


def _single(text: str, keyword: re.Match[str]) -> Iterator[Mention]:
    kind = _KINDS[str(keyword.lastgroup)]
    mention = _constitution(text, keyword) if kind == "Hiến pháp" else _named(text, keyword, kind)
    if mention is None:
        return
    _add_number(text, mention)
    named = mention.end
    add_surroundings(text, mention)
    if mention.number is None and mention.end > named:
        _add_number(text, mention)
    if mention.on is None and (year := _BARE_YEAR.match(text, mention.end)):
        mention.on, mention.end = year["year"], year.end()
    if not (
        _IS_ISSUED.match(text, mention.end) and _AFTER_ISSUE.search(text, max(0, mention.start - 12), mention.start)
    ):
        yield mention


def _constitution(text: str, keyword: re.Match[str]) -> Mention:
    country = _COUNTRY.match(text, keyword.end())
    versions = tuple(law for law in laws() if law.kind == "Hiến pháp")
    end = country.end() if country else keyword.end()
    return Mention(keyword.start(), end, "law", type="HP", name="Hiến pháp", versions=versions)


def _named(text: str, keyword: re.Match[str], kind: str) -> Mention | None:
    """A law by its name, or by "Luật số …" alone."""
    gap = _GAP.match(text, keyword.end())
    if not gap:
        return None
    numbered = _NUMBER.match(text, keyword.end()) if text[gap.end() : gap.end() + 1] in _BEFORE_NUMBER else None
    if numbered and number_at(text, numbered.end()):
        return Mention(keyword.start(), keyword.end(), "law", type=CODES[kind])
    return _known(text, keyword, kind, gap.end()) or _unknown(text, keyword, kind, gap.end())


def _known(text: str, keyword: re.Match[str], kind: str, start: int) -> Mention | None:
    known = longest_name(kind, text, start) or (longest_name("Bộ luật", text, start) if kind == "Luật" else None)
    if not known or not _written_as_name(text, keyword.start(), keyword.group(), known[0]):
        return None
    if keyword.group()[0].isupper() and _LONGER.match(text, known[0]):
        return None
    end, versions = known
    return Mention(keyword.start(), end, "law", type=versions[-1].code, name=versions[-1].title, versions=versions)


def _unknown(text: str, keyword: re.Match[str], kind: str, start: int) -> Mention | None:
    """A name that the registry does not have: with a number, year or date, or cited as laws are."""
    said = keyword.group()
    if not said[0].isupper() or said.isupper() or _NO_NAME.match(text, start):
        return None
    unknown = _UNKNOWN.match(text, start)
    if not unknown or not (
        _DATED.match(text, unknown.end()) or _CITED.search(text, max(0, keyword.start() - 40), keyword.start())
    ):
        return None
    said_name = _TRAILING.sub("", unknown["name"])
    name = f"{kind} {' '.join(said_name.split())}"
    return Mention(keyword.start(), start + len(said_name), "law", type=CODES[kind], name=name)


def _written_as_name(text: str, start: int, said: str, end: int) -> bool:
    """A name counts with a capital keyword ("Luật"), all in capitals, or in small letters where an article is cited."""
    if said.isupper():
        return text[start:end].isupper()
    if said[0].isupper():
        return True
    return _ARTICLE_OF.search(text, max(0, start - 12), start) is not None


def _add_number(text: str, mention: Mention) -> None:
    """Reads "số 45/2013/QH13" after a law's name."""
    if not _NUMBER_FOLLOWS.match(text, mention.end):
        return
    revised = _REVISED.match(text, mention.end)
    lead = _NUMBER.match(text, revised.end() if revised else mention.end) or _BARE_NUMBER.match(text, mention.end)
    found = number_at(text, lead.end()) if lead else None
    if not lead or not found or not found.number:
        return
    closed = "open" in lead.groupdict() and lead["open"] and text[found.span.end : found.span.end + 1] == ")"
    mention.number = str(found.number)
    mention.end = found.span.end + bool(closed)
    mention.law = law_of_number(mention.number)


def _amending(text: str, keyword: re.Match[str]) -> list[Mention] | None:
    """A law that amends others and the laws in its title; null when none begins here."""
    if text[keyword.end() + 1 : keyword.end() + 2] not in _BEFORE_AMENDING:
        return None
    if keyword.lastgroup not in ("law", "ordinance") or not keyword.group()[0].isupper():
        return None
    head = _AMENDING.match(text, keyword.start())
    if not head:
        return None
    inner = _inner_laws(text, head.end())
    if not inner:
        return None
    kind = _KINDS[str(keyword.lastgroup)]
    outer = Mention(keyword.start(), inner[-1].end, "law", type=CODES[kind])
    last = inner[-1]
    outer.name = " ".join(text[outer.start : last.end].split())
    if last.number and not (last.law and not last.law.amending) and sum(m.number is not None for m in inner) == 1:
        outer.number, outer.law, last.number, last.law = last.number, last.law, None, None
        outer.name = " ".join(text[outer.start : last.end].split()).split(" số ")[0]
        last.end = text.rfind(" số", last.start, last.end) if " số" in text[last.start : last.end] else last.end
    _add_number(text, outer)
    add_surroundings(text, outer)
    if outer.on is None and (year := _BARE_YEAR.match(text, outer.end)):
        outer.on, outer.end = year["year"], year.end()
    outer.versions = _amendments(kind, inner, outer.on)
    return [outer, *inner]


def _inner_laws(text: str, start: int) -> list[Mention]:
    found: list[Mention] = []
    at = start
    while len(found) < 40:
        keyword = _KEYWORD.match(text, at)
        if not keyword or keyword.lastgroup == "constitution":
            break
        gap = _GAP.match(text, keyword.end())
        kind = _KINDS[str(keyword.lastgroup)]
        known = longest_name(kind, text, gap.end()) if gap else None
        if not known:
            break
        mention = Mention(
            keyword.start(), known[0], "law", type=CODES[kind], name=known[1][-1].title, versions=known[1], inside=True
        )
        _add_number(text, mention)
        found.append(mention)
        step = _NEXT_INNER.match(text, mention.end)
        if not step:
            break
        at = step.end()
    return found


def _amendments(kind: str, inner: list[Mention], on: str | None) -> tuple[Law, ...]:
    """The amending laws whose title names just these laws; on a printed day also one that names others besides."""
    return _amendments_of(kind, frozenset(m.name for m in inner), on)


@lru_cache(maxsize=1024)
def _amendments_of(kind: str, wanted: frozenset[str | None], on: str | None) -> tuple[Law, ...]:
    amending = [law for law in laws() if law.kind == kind and law.amending]
    exact = tuple(law for law in amending if _titled(law) == wanted)
    if on is None or any(law.passed_on == on for law in exact):
        return exact
    return exact + tuple(law for law in amending if law.passed_on == on and _titled(law) & wanted)


@cache
def _titled(law: Law) -> frozenset[str | None]:
    """The names of the laws in an amending law's title."""
    start = re.search(r"(?:Bộ luật|Luật|Pháp lệnh) ", law.name)
    return frozenset(m.name for m in _inner_laws(law.name, start.start())) if start else frozenset()
