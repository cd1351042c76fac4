"""Groups of Party committees: "cấp ủy, tổ chức đảng các cấp", "Ban Thường vụ các đảng ủy xã, phường"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.agencies.compact import Compact
from extractors.agencies.predicates import stops

_UY = "(?:ủy|uỷ)"
# whose committee: "tỉnh ủy", "cấp ủy"
_WHOSE = ("cấp", "tỉnh", "thành", "huyện", "thị", "quận", "đảng")
_NOUN = (
    rf"(?:cấp {_UY} đảng|(?:{'|'.join(_WHOSE)}) {_UY}|"
    r"đảng đoàn|ban cán sự đảng|đảng bộ|chi bộ|chi(?=(?:,| và) đảng bộ)|tổ chức (?:cơ sở )?đảng)(?!\w)"
)
_JOINT = r"(?:, và|,| và|/) ?"
_LIST = rf"{_NOUN}(?:{_JOINT}(?:các )?{_NOUN}){{0,5}}"
# các cấp | cấp xã | trực thuộc Tỉnh ủy | xã, phường, đặc khu | cơ sở
_LEVEL = "(?:tỉnh|huyện|xã|cơ sở|trên|dưới|trung ương|thành phố)"
_UNITS = "(?:xã|phường|đặc khu|thị trấn|huyện|thị xã|thành phố)"
_WHICH = (
    rf"(?: (?:các cấp|cấp {_LEVEL}(?:(?:,| và) (?:cấp )?{_LEVEL})*|"
    rf"(?:trực thuộc|thuộc) (?:trung ương|(?:tỉnh|thành|đảng|huyện) {_UY})|"
    rf"trực thuộc(?=[,;.:()\n]|$| (?:{stops()})(?!\w))|"
    rf"(?:các )?{_UNITS}(?:(?:,| và) {_UNITS}){{1,3}}|(?:ở )?cơ sở)(?!\w)"
    rf"(?: nơi có [\w ]{{3,40}}?(?= (?:trực tiếp|{stops()})(?!\w)|[,;.:()\n]|$))?)"
)
_ORGAN = rf"(?:ban thường vụ|ban chấp hành|thường trực|{_UY} ban kiểm tra)"
# các cơ quan chuyên trách tham mưu, giúp việc Tỉnh ủy | các ban tham mưu, giúp việc Thành ủy
_AIDES = (
    r"các (?:cơ quan|ban)(?: chuyên trách)?(?: tham mưu)?,? giúp việc"
    rf"(?: (?:của )?(?:(?:tỉnh|thành|đảng|huyện|cấp) {_UY}|trung ương(?: đảng)?))?(?!\w)"
)
_GROUP = re.compile(
    rf"(?<!\w)(?:{_ORGAN} )?các {_LIST}{_WHICH}?(?!\w)|"
    rf"(?<!\w)(?:{_ORGAN} )?{_LIST}{_WHICH}|"
    rf"(?<!\w){_ORGAN} (?:các )?cấp {_UY}(?: các cấp)?(?!\w)|"
    rf"(?<!\w){_UY} ban kiểm tra các cấp(?!\w)|"
    rf"(?<!\w)cấp {_UY},? (?:và )?(?:tổ chức đảng|ban cán sự đảng|đảng đoàn)(?!\w)|"
    rf"(?<!\w)đảng đoàn, ban cán sự đảng(?:, đảng {_UY})?(?!\w)|(?<!\w){_AIDES}"
)
# One of these stands in every match.
_WORDS = (
    *(f"{whose} {committee}" for whose in _WHOSE for committee in ("ủy", "uỷ")),
    "đảng bộ", "chi bộ", "sở đảng", "chức đảng", "đảng đoàn", "cán sự đảng", "kiểm tra các cấp", "giúp việc",
)  # fmt: skip


def party_words() -> tuple[str, ...]:
    """The words of which `party_groups` hold one."""
    return _WORDS


def party_groups(text: Compact, _: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where Party committees are named together."""
    for match in _GROUP.finditer(text.low):
        yield match.span()
