"""Groups named by membership: "các Ban của Hội đồng nhân dân", "các Tổ đại biểu", "các thành viên Ban Chỉ đạo".

And the words of a body's name that name none: an election, the insurance that a body of the same name runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extractors.agencies.compact import Compact
from extractors.places import places

_COUNCIL = r"(?:hội đồng nhân dân|hđnd)"
_WHOSE = r"(?: (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|các cấp|cấp (?:tỉnh|huyện|xã)|hai cấp)<PLACE>)?(?!\w)"
# các Ban của Hội đồng nhân dân Thành phố | các Ban HĐND tỉnh
_COMMITTEES = rf"(?:các )ban(?: (?:của )?{_COUNCIL}{_WHOSE}|(?=(?:,| và|, và) các tổ đại biểu(?!\w)))"
# các Ủy ban của Quốc hội | các Ủy ban khác của Quốc hội | các Đoàn đại biểu Quốc hội
_OF_ASSEMBLY = r"các (?:(?:ủy|uỷ) ban(?: khác)?(?: của)?|đoàn đại biểu) quốc hội(?!\w)"
# các Tổ đại biểu và đại biểu Hội đồng nhân dân tỉnh | đại biểu HĐND tỉnh | đại biểu Quốc hội
_DEPUTIES = (
    rf"(?:các |những )?tổ đại biểu(?:(?: và|,) đại biểu)?(?: {_COUNCIL}{_WHOSE})?(?!\w)|"
    r"(?<!đoàn )(?:các |những )?(?:(?:vị )?đại biểu "
    rf"(?:quốc hội(?: (?:tỉnh|thành phố)<PLACE>)?|{_COUNCIL}{_WHOSE}))(?!\w)"
)
# các thành viên Ủy ban nhân dân tỉnh | các Thành viên Chính phủ | thành viên Ban Chỉ đạo
_OF_COMMITTEE = (
    r"hội đồng(?! nhân)(?: (?:quản lý|quản trị|thành viên|giám khảo|giám định|trường|thi đua(?:, |-| )khen thưởng))?"
)
_MEMBERS = (
    r"(?:các |những )?(?:ủy viên|uỷ viên|thành viên) (?:của )?(?:chính phủ|ban chỉ đạo|ban chỉ huy|tổ công tác|"
    rf"{_OF_COMMITTEE}|(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd|{_COUNCIL}){_WHOSE})(?!\w)"
)
# các tỉnh ủy, thành ủy trực thuộc Trung ương | ban tuyên giáo và dân vận tỉnh ủy, thành ủy
_PARTY = (
    r"(?:các )?(?:(?:ban (?:tuyên giáo và dân vận|tuyên giáo|dân vận|tổ chức|nội chính)|(?:ủy|uỷ) ban kiểm tra|"
    r"văn phòng) )?(?:các )?tỉnh (?:ủy|uỷ)(?:,| và|, và) thành (?:ủy|uỷ)(?: trực thuộc trung ương)?(?!\w)"
)
_GROUPS = rf"(?<!\w)(?:{_COMMITTEES}|{_OF_ASSEMBLY}|{_DEPUTIES}|{_MEMBERS}|{_PARTY})"
# Giao … bầu cử đại biểu Quốc hội khóa XVI và đại biểu Hội đồng nhân dân các cấp
_ELECTION = (
    rf"(?<!\w)(?:bầu cử|bầu|ứng cử|cuộc bầu cử)(?: (?:bổ sung )?đại biểu)? (?:đại biểu )?(?:quốc hội|{_COUNCIL})"
    rf"(?: (?:khóa|khoá) [ivx]+)?(?:(?:,| và) (?:bầu cử )?đại biểu {_COUNCIL})?{_WHOSE}"
)
_FUND = r"(?:bảo hiểm xã hội|bhxh)"
_OFFICE_OF_FUND = r"(?! (?:việt nam|tỉnh|thành phố|tp|huyện|quận|thị xã|xã|phường|cấp|các|khu vực|cơ sở|có trách))"
# đóng bảo hiểm xã hội | chế độ BHXH | bảo hiểm xã hội tự nguyện
_INSURANCE = (
    rf"(?<!\w)(?:đóng|hưởng|tham gia|chế độ|chính sách|pháp luật(?: về)?|luật|quỹ|sổ|thẻ|mức|tiền|trợ cấp|dịch vụ|"
    rf"nợ(?: đọng)?|nộp|thu|chi trả|hoạt động|đối tượng|thời gian|lĩnh vực|tính) {_FUND}{_OFFICE_OF_FUND}(?!\w)|"
    rf"(?<!\w){_FUND} (?:tự nguyện|bắt buộc|một lần|bổ sung|hằng tháng|hàng tháng|toàn dân|đa tầng)(?!\w)"
)
# Khung kiến trúc Chính phủ số | xây dựng Chính phủ điện tử
_E_GOVERNMENT = r"(?<!\w)chính phủ (?:số|điện tử)(?!\w)"
_NONE = rf"{_ELECTION}|{_INSURANCE}|{_E_GOVERNMENT}"
# One of these stands in every match.
_GROUP_WORDS = (
    "đại biểu",
    "thành viên",
    "ủy viên",
    "uỷ viên",
    "các ban ",
    "thành ủy",
    "thành uỷ",
    "các ủy ban",
    "các uỷ ban",
)
_NONE_WORDS = ("bầu", "ứng cử", "bảo hiểm xã hội", "bhxh", "chính phủ số", "chính phủ điện")


@cache
def _placed(pattern: str) -> re.Pattern[str]:
    """The pattern with the names of provinces, which may follow "tỉnh" or "thành phố"."""
    names = sorted((re.escape(place.name.lower()) for place in places()), key=len, reverse=True)
    return re.compile(pattern.replace("<PLACE>", rf"(?: (?:{'|'.join(names)})(?!\w))?"))


def member_words() -> tuple[str, ...]:
    """The words of which `member_groups` hold one."""
    return _GROUP_WORDS


def member_groups(text: Compact, _: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where groups are named by what they are members or committees of."""
    for match in _placed(_GROUPS).finditer(text.low):
        yield match.span()


def no_body_words() -> tuple[str, ...]:
    """The words of which `no_bodies` hold one."""
    return _NONE_WORDS


def no_bodies(text: Compact) -> tuple[tuple[int, int], ...]:
    """The ranges whose words hold a body's name and name none."""
    return tuple(match.span() for match in _placed(_NONE).finditer(text.low))
