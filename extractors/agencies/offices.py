"""Office holders stand for their agency (annotation rules, section 7): "Giám đốc các Sở", "Chủ tịch UBND tỉnh"."""

from __future__ import annotations

import re

from extractors.agencies.compact import Compact

# What may stand before an agency's name and is the office, not the agency.
_OFFICE = (
    r"phó thủ trưởng|thủ trưởng|phó tổng giám đốc|tổng giám đốc|phó giám đốc|giám đốc|phó chủ tịch|chủ tịch|"
    r"phó chánh(?= văn phòng| thanh tra| án)|chánh(?= văn phòng| vp| thanh tra)|chánh án|chánh văn phòng|chánh thanh tra|"
    r"phó trưởng ban|trưởng ban|phó trưởng phòng|trưởng phòng|phó cục trưởng|cục trưởng|phó chi cục trưởng|chi cục trưởng|"
    r"tổng cục trưởng|vụ trưởng|phó vụ trưởng|viện trưởng|phó viện trưởng|hiệu trưởng|chỉ huy trưởng|tư lệnh|bộ trưởng|"
    r"thứ trưởng|thống đốc|phó thống đốc|tổng thanh tra|tổng kiểm toán(?: nhà nước)?|chủ nhiệm|phó bí thư|bí thư|"
    r"người đứng đầu(?: của)?|đứng đầu|ban lãnh đạo|lãnh đạo|tổng biên tập|hạt trưởng|trưởng(?= công an| thuế| đài| trạm)|"
    r"trưởng đoàn|đội trưởng|chi nhánh trưởng|phụ trách|kế toán trưởng|thường trực(?= ubnd| ủy ban nhân dân)"
)
_BEFORE = re.compile(rf"(?<!\w)((?:các )?(?:(?:{_OFFICE})(?:, | và |/| )?(?:các |của )?){{1,3}})$")


def office_before(text: Compact, start: int) -> tuple[int, str] | None:
    """Where the office before an agency's name begins, and its title; null when none stands there."""
    window = max(0, start - 60)
    before = text.low[window:start]
    match = _BEFORE.search(before)
    if not match:
        return None
    title = re.sub(r"^(?:các )|[\s,]+(?:các |của )?$", "", match.group(1)).strip(" ,")
    first = window + match.start(1)
    return first, text.raw[first : first + len(match.group(1))].strip(" ,").removesuffix(" các").removesuffix(" của") or title
