"""What stands at the end and belongs to the header: the authentication of a consolidated text, the day of adoption."""

from __future__ import annotations

import re

from extractors.dates import match_date
from extractors.header.letterhead import Letterhead, read_letterhead
from extractors.header.segments import Segment

# "XÁC THỰC VĂN BẢN HỢP NHẤT" after "Số: 469/VBHN-BLĐTBXH" and before "Hà Nội, ngày 10 tháng 02 năm 2025"
_AUTHENTICATION = re.compile(r"xac thuc van ban hop nhat")
# "Nghị quyết này đã được Hội đồng nhân dân tỉnh … khóa VII, kỳ họp thứ 4 thông qua ngày 14 tháng 7 năm 2017"
_ADOPTED = re.compile(
    r"(?:[Ll]uật|[Nn]ghị quyết|[Pp]háp lệnh|[Hh]iến pháp)\s+này\s+(?:đã\s+)?được\s+(?:Quốc hội|Ủy ban|Uỷ ban|"
    r"Hội đồng|HĐND)[^.;]{0,220}?thông qua\s+(?=ngày\s)"
)


def read_authentication(text: str, segments: list[Segment]) -> Letterhead | None:
    """Number, place and date of a consolidated text, which prints them with its authentication at the end."""
    for at, segment in enumerate(segments):
        if _AUTHENTICATION.search(segment.folded):
            around = segments[max(0, at - 3) : at] + segments[at + 1 : at + 3]
            return read_letterhead(text, [s for s in around if len(s.text) < 70])
    return None


def adopted_on(text: str) -> str | None:
    """The day on which an assembly adopted this very instrument, as its last sentence says."""
    found = None
    for match in _ADOPTED.finditer(text):
        date = match_date(text, match.end())
        found = date.on if date and date.on else found
    return found
