"""Proper names of bodies that no registry lists: a head word with a capital and the name that follows it.

"Ban Chỉ huy Phòng thủ dân sự cấp tỉnh", "Trung tâm Khuyến nông tỉnh", "Văn phòng Ban Chỉ huy".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

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


@dataclass(frozen=True, slots=True)
class Body:
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


def bodies(text: Compact, on: str | None, starts: Sequence[int]) -> Iterator[Body]:
    """The bodies that begin at a capital head word; a body inside another's name is not given again by itself."""
    past = 0
    capitals = [start for start in starts if text.raw[start].isupper()]
    for match in matches(_heads(), text.raw, capitals):
        if match.start() < past or not _begins(text, match):
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
_PLACE_BEFORE = re.compile(r"(?:cơ|luật|phường|xã|đường|phố|huyện|quận|thị trấn|thị xã|thôn|bản|ông|bà|đồng chí) $")


def _begins(text: Compact, head: re.Match[str]) -> bool:
    """Whether a head word can open a name here: with its capital, and in a line of capitals only at its beginning."""
    if not head.group()[0].isupper() or _NOT_HEAD.match(text.low, head.start()):
        return False
    if _PLACE_BEFORE.search(text.low[max(0, head.start() - 12) : head.start()]):
        return False
    capitals = head.group().isupper() and len(head.group()) > 2
    before = text.raw[max(0, head.start() - 2) : head.start()]
    return not (capitals and before[-1:] == " " and before[:-1].isupper())


def _read(text: Compact, head: re.Match[str], on: str | None) -> Body | None:
    at, words, capitals = head.end(), 0, 0
    suffix = Suffix(at)
    while words < 14:
        suffix = read_suffix(text, at, on)
        if not suffix.empty and words + len(head.group().split()) >= 2:
            break
        suffix = Suffix(at)
        found = _WORD.match(text.raw, at)
        if not found or _ends(text, found):
            comma = _over_comma(text, at) if capitals else 0
            if not comma:
                break
            at = comma
            continue
        if words == 0 and not (
            found.group(1)[0].isupper() or found.group(1).isdigit() or len(head.group().split()) > 1
        ):
            return None
        capitals += not found.group(1)[0].islower()
        words += 1
        at = found.end()
    else:
        return None
    if not capitals and suffix.empty:
        return None
    return Body(head.start(), at, suffix, _levels()[head.group().lower()])


# "Văn phòng Ban chỉ đạo": what a committee does belongs to its name
_COMMITTEE = frozenset({"chỉ đạo", "chỉ huy", "điều hành", "điều phối", "quản lý", "tổ chức"})


def _ends(text: Compact, found: re.Match[str]) -> bool:
    word = found.group(1)
    low = word.lower()
    following = _WORD.match(text.raw, found.end())
    after = following.group(1) if following else ""
    if low == "và":
        if text.low.startswith(" hợp tác xã", found.end()):
            return True
        return after in _OTHER or not after[:1].isupper() or bool(_heads().match(text.raw, found.end() + 1))
    if low == "các":
        return not (after[:1].isupper() or after in ("khu", "cụm", "tổ", "dự", "công", "chương", "hội"))
    pair = f"{low} {after.lower()}"
    if pair in _COMMITTEE and text.low.endswith("ban", 0, found.start()):
        return False
    if word[0].isupper() or pair in words_of("inside"):
        return False
    return low in words_of("link") or low in words_of("predicate") or pair in words_of("predicate")


# "Sở Văn hóa, Thể thao và Du lịch": a comma inside a name has "và" and a capital close behind it.
_OVER = re.compile(rf", (?=[{UPPER}][\w]+(?: [\w]+){{0,3}} và [{UPPER}])")


def _over_comma(text: Compact, at: int) -> int:
    match = _OVER.match(text.raw, at)
    if match is None or _heads().match(text.raw, match.end()):
        return 0
    first = _WORD.match(text.raw, match.end())
    return 0 if first and first.group(1) in _OTHER else match.end() - 1
