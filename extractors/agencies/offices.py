"""Office holders stand for their agency (annotation rules, section 7): "Giám đốc các Sở", "Chủ tịch UBND tỉnh"."""

from __future__ import annotations

import re

from extractors.agencies.compact import Compact

# What may stand before an agency's name and is the office, not the agency.
_OFFICE = (
    r"(?:phó )?(?:tổng |chi )?(?:thủ trưởng|giám đốc|chủ tịch|trưởng ban|trưởng phòng|cục trưởng|chi cục trưởng|"
    r"tổng cục trưởng|"
    r"vụ trưởng|viện trưởng|"
    r"tổng thanh tra|thống đốc|chủ nhiệm|bí thư|chỉ huy trưởng|hiệu trưởng|chánh văn phòng|chánh thanh tra|"
    r"chánh án)|bộ trưởng|thứ trưởng|"
    r"tư lệnh|tổng kiểm toán(?: nhà nước)?|người đứng đầu|lãnh đạo|tổng biên tập|hạt trưởng|trưởng đoàn|"
    r"đội trưởng|phụ trách"
)
# The last syllable of an office, or of the word that joins it to the name, and what may stand between it and the name:
# to look for them is quicker than for the office.
_LAST = frozenset(
    ("trưởng", "đốc", "tịch", "ban", "phòng", "nhiệm", "thư", "tra", "án", "lệnh", "toán", "nước", "đầu", "đạo",
     "tập", "đoàn", "trách", "các", "của")
)  # fmt: skip
_JOINTS = " ,/\n"
_BEFORE = re.compile(rf"(?<!\w)((?:các )?(?:(?:{_OFFICE})(?:, | và |/| )?(?:các |của )?){{1,3}})$")
# "Chánh Văn phòng UBND tỉnh", "Trưởng Công an xã": the office is one word and the rest of the title is the agency.
_SPLIT_TITLE = re.compile(r"(?<!\w)((?:phó )?(?:chánh|trưởng)) $")
_SPLIT_TITLES = ("chánh ", "trưởng ")
_SPLIT_AGENCY = re.compile(r"(?:văn phòng|vp|thanh tra|công an|thuế|đài|trạm|ban |phòng |tòa án)")
_NO_TITLE = re.compile(r"^[Cc]ác | (?:các|của)$")


def office_before(text: Compact, start: int) -> tuple[int, str] | None:
    """Where the office before an agency's name begins, and its title; null when none stands there."""
    window = max(0, start - 60)
    before = text.low[window:start]
    match = _BEFORE.search(before) if _may_hold_office(before) else None
    if match is None and before.endswith(_SPLIT_TITLES) and _SPLIT_AGENCY.match(text.low, start):
        match = _SPLIT_TITLE.search(before)
    if not match:
        return None
    first = window + match.start(1)
    title = text.raw[first : window + match.end(1)].strip(" ,")
    return first, _NO_TITLE.sub("", title)


def _may_hold_office(before: str) -> bool:
    words = before.rstrip(_JOINTS).removesuffix(" và").rstrip(_JOINTS).replace("/", " ")
    return words[words.rfind(" ") + 1 :] in _LAST
