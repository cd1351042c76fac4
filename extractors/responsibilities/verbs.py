"""The verbs that a duty may open with (``tables/duty_verbs.csv``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractors.vocabulary import UPPER, by_first_letter, table

# bodies, not what is organised: "…, tổ chức kinh tế, cá nhân nước ngoài, | xác định giá đất"
_NO_VERB = (
    r"(?!tổ chức (?:kinh tế|chính trị|xã hội|tín dụng|quốc tế|nước ngoài|trong nước|phi chính phủ|hành nghề|tôn giáo|"
    r"cá nhân)(?!\w))"
)


@cache
def _pattern() -> re.Pattern[str]:
    verbs = sorted((row["verb"] for row in table("duty_verbs")), key=len, reverse=True)
    return re.compile(
        rf"\s*(?:và |kịp thời |chủ động |tích cực )?{_NO_VERB}"
        rf"(?:{by_first_letter(map(re.escape, verbs))})(?!\w)(?! bởi)",
        re.IGNORECASE,
    )


def opens_with_verb(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` opens with a verb of duty."""
    return _pattern().match(text, start, end) is not None


@cache
def _later() -> re.Pattern[str]:
    verbs = sorted((row["verb"] for row in table("duty_verbs")), key=len, reverse=True)
    return re.compile(rf"(?<=\s)(?:{by_first_letter(map(re.escape, verbs))})(?!\w)", re.IGNORECASE)


def goes_on_to_a_verb(words: str) -> bool:
    """Whether a verb of duty stands in words past the third ("căn cứ nội dung Kế hoạch | xây dựng …")."""
    return any(words.count(" ", 0, verb.start()) > 2 for verb in _later().finditer(words))


# words that a ground may open with, as `words.PREFIX` lists them
_GROUNDS = (
    "Căn", "Trên", "Theo", "Trong", "Hằng", "Hàng", "Định", "Để", "Nhằm", "Nếu", "Khi", "Sau", "Trước", "Từ", "Đối",
    "Trường", "Ngoài", "Bên", "Thực", "Đến", "Quý", "Quí", "Tháng", "Năm", "Chậm", "Ngay", "Quá", "Với", "Tùy", "Tuỳ",
    "Qua", "Quyết", "Kế", "Nghị", "Chỉ", "Thông", "Giai", "Nhận", "Vào", "Ngày", "Và", "Kịp", "Chủ", "Tích",
)  # fmt: skip


_CAPITAL = re.compile(rf"[{UPPER}]\w*")


@cache
def _openers() -> frozenset[str]:
    return frozenset(row["verb"].split()[0].rstrip(",").capitalize() for row in table("duty_verbs")).union(_GROUNDS)


def capitals(text: str, start: int, end: int) -> Iterator[int]:
    """Where a capital word that a duty may open with stands inside ``text[start:end]``, after a blank or a mark."""
    for found in _CAPITAL.finditer(text, start, end):
        at = found.start()
        if found[0] in _openers() and at > start and (text[at - 1].isspace() or text[at - 1] in ":–-"):
            yield at
