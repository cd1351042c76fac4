"""Party instruments by name: resolutions of congresses, and of the Central Committee's sessions (``tables/party.csv``).

"Nghị quyết Trung ương 7 khóa XI" names a session that issued several resolutions: the topic that the text gives
decides; without one the mention keeps all candidates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractors.anchors import MEETINGS, TERMS, anchors
from extractors.fold import fold
from extractors.mentions import Mention
from extractors.titles import title_after
from extractors.vocabulary import LOWER, UPPER, listed, table

_BL = r"[ \n]{1,3}"
_ROMAN = r"[IVX]{1,5}|\d{1,2}"
_WORDS = {
    "nhất": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
}
_DIGITS = {"I": 1, "V": 5, "X": 10}
# Nghị quyết Trung ương 7 khóa XI | Nghị quyết TW 5 (khóa XIII)
# Nghị quyết Hội nghị lần thứ bảy Ban Chấp hành Trung ương Đảng khóa XI
_SESSION = re.compile(
    rf"[Nn]ghị{_BL}quyết{_BL}(?:của{_BL})?(?:[Hh]ội{_BL}nghị{_BL})?"
    rf"(?:(?:[Tt]rung{_BL}ương|TW|TƯ|T\.Ư){_BL}(?:lần{_BL}thứ{_BL})?(?P<a>{_ROMAN}|{'|'.join(_WORDS)})"
    rf"|lần{_BL}thứ{_BL}(?P<b>{_ROMAN}|{'|'.join(_WORDS)}){_BL}(?:Ban{_BL}Chấp{_BL}hành|BCH|BCHTW)(?:{_BL}(?:Trung{_BL}ương|TW|TƯ))?"
    rf"(?:{_BL}Đảng)?(?:{_BL}[Cc]ộng{_BL}sản{_BL}Việt{_BL}Nam)?)"
    rf",?{_BL}\(?[Kk]h(?:óa|oá)?\.?{_BL}(?P<congress>[IVX]{{1,5}})(?![\w-])\)?",
)
_HEAD = re.compile(r"[Nn]ghị[ \n]|NGHỊ|[Vv]ăn[ \n]kiện")
_REACH = 120
_PLACE = rf"(?:tỉnh|thành{_BL}phố|huyện|quận|thị{_BL}xã|xã|phường|Khối|các)(?:{_BL}[{UPPER}][{LOWER}{UPPER}]*){{0,5}}"
# Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng | Nghị quyết Đại hội Đảng bộ tỉnh Lai Châu lần thứ XIV
# Nghị quyết Đại hội XIII của Đảng | Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XX, nhiệm kỳ 2025-2030
_CONGRESS = re.compile(
    rf"(?P<what>[Nn]ghị{_BL}quyết|NGHỊ{_BL}QUYẾT|[Vv]ăn{_BL}kiện){_BL}(?:của{_BL})?(?P<who>(?:Đại|đại|ĐẠI){_BL}(?:hội|HỘI)"
    rf"(?:{_BL}(?:đại|Đại){_BL}biểu)?(?:{_BL}(?P<whole>toàn{_BL}quốc)|{_BL}(?:lần{_BL}thứ{_BL}[IVX]{{1,6}}{_BL}(?:của{_BL})?)?"
    rf"(?:Đảng{_BL}bộ|đảng{_BL}bộ|Đảng{_BL}ủy)(?:{_BL}(?P<place>{_PLACE}))?)?"
    rf"(?:,?{_BL}(?:[Ll]ần{_BL}thứ{_BL})?(?P<number>[IVX]{{1,6}}|\d{{1,2}}(?=,|{_BL}của))(?!\w))?"
    rf"(?:{_BL}(?:của{_BL})?(?:Đảng(?:{_BL}[Cc]ộng{_BL}sản{_BL}Việt{_BL}Nam)?)(?![\w])(?!{_BL}bộ))?"
    rf"(?:{_BL}(?:Đảng{_BL}bộ{_BL}(?P<place2>{_PLACE})))?"
    rf"(?:,?{_BL}nhiệm{_BL}kỳ{_BL}\d{{4}}[ ]?[-–][ ]?\d{{4}})?)"
)


@dataclass(frozen=True, slots=True)
class Resolution:
    """A resolution of the Central Committee: Roman ``congress``, ``session``, and ``topics``, words of its title."""

    congress: str
    session: int
    number: str
    issued_on: str
    topics: tuple[str, ...]


@cache
def resolutions() -> tuple[Resolution, ...]:
    """All rows of the table."""
    return tuple(
        Resolution(row["congress"], int(row["session"]), row["number"], row["issued_on"], listed(row["topics"]))
        for row in table("party")
    )


def _session(text: str) -> int:
    if text.isdigit():
        return int(text)
    if text.lower() in _WORDS:
        return _WORDS[text.lower()]
    values = [_DIGITS[c] for c in text]
    return sum(-v if v < max(values[i + 1 :], default=0) else v for i, v in enumerate(values))


def party_mentions(text: str) -> Iterator[Mention]:
    """All mentions of Party instruments by name, in text order."""
    sessions = [_of_session(text, found) for found in _near(text, _SESSION, TERMS)]
    congresses = [mention for found in _near(text, _CONGRESS, MEETINGS) if (mention := _of_congress(found))]
    yield from sorted([*sessions, *congresses], key=lambda m: m.start)


def _near(text: str, pattern: re.Pattern[str], seeds: tuple[str, ...]) -> Iterator[re.Match[str]]:
    """The matches that begin at a "Nghị quyết" or "Văn kiện" a little before an anchor."""
    starts: set[int] = set()
    for at in anchors(text).places(*seeds):
        starts.update(found.start() for found in _HEAD.finditer(text, max(0, at - _REACH), at))
    taken = 0
    for start in sorted(starts):
        found = pattern.match(text, start) if start >= taken else None
        if found:
            taken = found.end()
            yield found


def _of_session(text: str, found: re.Match[str]) -> Mention:
    session = _session(found["a"] or found["b"])
    fit = [r for r in resolutions() if r.congress == found["congress"] and r.session == session]
    name = f"Nghị quyết Trung ương {session} khóa {found['congress']}"
    mention = Mention(found.start(), found.end(), "party", type="NQ", name=name, issuer="Ban Chấp hành Trung ương")
    title = title_after(text, found.end())
    said = fold(text[slice(*title)]) if title else ""
    mention.title = " ".join(text[slice(*title)].split()) if title else None
    meant = [r for r in fit if any(fold(topic) in said for topic in r.topics)] or fit
    mention.numbers = tuple(r.number for r in meant)
    if len(meant) == 1:
        mention.number, mention.on = meant[0].number, meant[0].issued_on
    return mention


def _of_congress(found: re.Match[str]) -> Mention | None:
    """A congress's resolution; one with neither number nor place ("Nghị quyết Đại hội Đảng các cấp") is none."""
    place = found["place"] or found["place2"]
    if not found["number"] and not (place and place[-1:].isalpha() and any(w[:1].isupper() for w in place.split())):
        return None
    name = " ".join(found.group().split())
    issuer = " ".join(found["who"].split())
    return Mention(found.start(), found.end(), "party", type="NQ", name=name, issuer=issuer)
