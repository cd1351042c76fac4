"""Proper names of bodies that no registry lists: a head word with a capital and the name that follows it.

"Ban Chỉ huy Phòng thủ dân sự cấp tỉnh", "Trung tâm Khuyến nông tỉnh", "Văn phòng Ban Chỉ huy".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from extractors.agencies.compact import Compact
from extractors.agencies.openings import matches
from extractors.agencies.predicates import words_of
from extractors.agencies.suffix import Suffix, read_suffix
from extractors.vocabulary import UPPER, by_first_letter, table

_WORD = re.compile(r"[ -]?([\w&]+(?:\.(?=\w))?[\w&]*)")
# After "và" these begin another body.
_OTHER = frozenset(
    {"Bộ", "Sở", "UBND", "HĐND", "Ủy", "Uỷ", "Thủ", "Giám", "Chủ", "Công", "Các", "Tỉnh", "Thành", "Báo"}
)


class Body(NamedTuple):
    """A body found by grammar: ``[start, name_end)`` is its name, ``suffix`` the place after it."""

    start: int
    name_end: int
    suffix: Suffix
    level: str


@cache
def _heads() -> re.Pattern[str]:
    names = sorted((r["head"] for r in table("agency_heads")), key=len, reverse=True)
    alternation = by_first_letter(re.escape(n).replace(r"\ ", "[ ]") for n in names)
    return re.compile(rf"(?=(?-i:[{UPPER}]))(?<![\w-])({alternation})(?!\w)", re.IGNORECASE)


@cache
def _levels() -> dict[str, str]:
    return {r["head"].lower(): r["level"] for r in table("agency_heads")}


def body_openings() -> list[str]:
    """The words that `bodies` begin with."""
    return list(_levels())


def bodies(text: Compact, on: str | None, starts: Sequence[int], closed: Mapping[int, int]) -> Iterator[Body]:
    """The bodies that begin at a capital head word; a body inside another's name is not given again by itself.

    ``closed``: where names of the registry begin and end to which no word can be added: they are not read again.
    """
    past = 0
    capitals = [start for start in starts if text.raw[start].isupper()]
    for match in matches(_heads(), text.raw, capitals):
        if match.start() < past or not _begins(text, match):
            continue
        if match.start() in closed:
            past = closed[match.start()]
            continue
        body = _read(text, match, on)
        if body:
            past = body.suffix.end
            yield body


# Common words that begin like a head: "SỞ HỮU", "BÁO CÁO", "PHÒNG, CHỐNG", "HỘI NGHỊ", "VỤ VIỆC", "TRƯỜNG HỢP"
_NOT_HEAD = re.compile(
    r"sở hữu|vụ (?:việc|án|phát|trong|của|trưởng|mùa)|báo (?:cáo|chí|giá|hiệu|động)|phòng,? (?:thủ|chống|cháy|"
    r"ngừa|bệnh|dịch|trưởng)|"
    r"hội (?:chợ|nghị|thảo|thi|trường|họp|viên|nhập|chủ nghĩa|an\b)|"
    r"(?:đội|(?:tổng |chi )?cục|viện|trạm|đoàn|hội) trưởng|"
    r"đoàn (?:kết|viên|thể|công tác|kiểm tra|giám sát|thanh tra)|quỹ (?:đất|thời gian|lương|nhà)|trường (?:hợp|"
    r"thi\b|sơn\b|sa\b|giang\b)|"
    r"viện (?:dẫn|phí|trợ|trưởng)|ban (?:hành|đầu|ngày)|đài tưởng|văn phòng (?:đại diện|phẩm)|"
    r"công ty (?:mẹ|con|cổ phần(?: được)?$|hợp danh|đại chúng|tài chính|trách nhiệm hữu hạn(?! \w+ \w+ [A-ZĐ]))"
)
# "phường Trường Vinh", "đường Trường Chinh": the name of a place, not of a school; "Luật Thanh tra": of a law
_PLACE_BEFORE = (
    "cơ ", "luật ", "phường ", "xã ", "đường ", "phố ", "huyện ", "quận ", "thị trấn ", "thị xã ", "thôn ", "bản ",
    "ông ", "bà ", "đồng chí ",
)  # fmt: skip


def _begins(text: Compact, head: re.Match[str]) -> bool:
    """Whether a head word can open a name here: in a line of capitals only at its beginning."""
    start = head.start()
    if _NOT_HEAD.match(text.low, start) or text.low.endswith(_PLACE_BEFORE, 0, start):
        return False
    capitals = len(head.group()) > 2 and head.group().isupper()
    return not (capitals and start > 1 and text.raw[start - 1] == " " and text.raw[start - 2].isupper())


# A name of so many words is a sentence.
_MOST = 14


def _read(text: Compact, head: re.Match[str], on: str | None) -> Body | None:
    """The body that a head word opens; null where what follows is neither a name with a capital nor a place.

    A head of one word ("Phòng") is followed by a capital or a number, and no place stands directly after it.
    """
    start, at, alone = head.start(), head.end(), " " not in head.group()
    first = _WORD.match(text.raw, at)
    if alone and not (first and (first.group(1)[0].isupper() or first.group(1).isdigit())):
        return None
    level, words, capitals = _levels()[head.group().lower()], 0, 0
    while words < _MOST:
        suffix = read_suffix(text, at, on) if words or not alone else None
        if suffix and not suffix.empty:
            return Body(start, at, suffix, level)
        found = _WORD.match(text.raw, at)
        if found is None or _ends(text, found):
            comma = _over_comma(text, at) if capitals else 0
            if not comma:
                return Body(start, at, Suffix(at), level) if capitals else None
            at = comma
        else:
            words, capitals, at = words + 1, capitals + (not found.group(1)[0].islower()), found.end()
    return None


# "Văn phòng Ban chỉ đạo": what a committee does belongs to its name
_COMMITTEE = frozenset({"chỉ đạo", "chỉ huy", "điều hành", "điều phối", "quản lý", "tổ chức"})


@cache
def _stop_syllables() -> frozenset[str]:
    """The first syllables of the words that end a name."""
    return frozenset(words.split(" ")[0] for words in words_of("link") | words_of("predicate"))


def _ends(text: Compact, found: re.Match[str]) -> bool:
    """Whether a word is no part of the name that goes before it."""
    low = text.low[found.start(1) : found.end()]
    if low == "và":
        return _ends_before_and(text, found.end())
    if low == "các":
        after = _word(text, found.end())
        return not (after[:1].isupper() or after in ("khu", "cụm", "tổ", "dự", "công", "chương", "hội"))
    if low not in _stop_syllables() or text.raw[found.start(1)].isupper():
        return False
    pair = f"{low} {_word(text, found.end()).lower()}"
    if pair in words_of("inside") or (pair in _COMMITTEE and text.low.endswith("ban", 0, found.start())):
        return False
    return low in words_of("link") or low in words_of("predicate") or pair in words_of("predicate")


def _ends_before_and(text: Compact, at: int) -> bool:
    """Whether "và", which ends at a position, joins a name to something else."""
    if text.low.startswith(" hợp tác xã", at):
        return True
    after = _word(text, at)
    return after in _OTHER or not after[:1].isupper() or _heads().match(text.raw, at + 1) is not None


def _word(text: Compact, at: int) -> str:
    found = _WORD.match(text.raw, at)
    return found.group(1) if found else ""


# "Sở Văn hóa, Thể thao và Du lịch": a comma inside a name has "và" and a capital close behind it.
_OVER = re.compile(rf", (?=[{UPPER}][\w]+(?: [\w]+){{0,3}} và [{UPPER}])")


def _over_comma(text: Compact, at: int) -> int:
    match = _OVER.match(text.raw, at)
    if match is None or _heads().match(text.raw, match.end()):
        return 0
    return 0 if _word(text, match.end()) in _OTHER else match.end() - 1
