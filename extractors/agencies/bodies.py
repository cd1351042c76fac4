"""Proper names of bodies that no registry lists: a head word with a capital and the name that follows it.

"Ban Chỉ huy Phòng thủ dân sự cấp tỉnh", "Trung tâm Khuyến nông tỉnh", "Văn phòng Ban Chỉ huy", "Công ty Điện lực Lai Châu".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractors.agencies.compact import Compact
from extractors.agencies.suffix import Suffix, read_suffix
from extractors.vocabulary import table

_UPPER = "A-ZĐÀ-ÖÙ-ÝĂĨŨƠƯẠ-Ỹ"
_WORD = re.compile(r"[ -]?([\w&]+(?:\.(?=\w))?[\w&]*)")
# Words that end a name: what the body does or is told, and what links it to the rest of the sentence.
_END_WORDS = frozenset(
    """chủ phối có chịu là được đã sẽ phải để trong theo tại trên từ khi nếu cùng với về do của cho đến bằng như căn
    thực triển tham hướng báo xây rà tiếp tăng đẩy tổng đôn kiểm chỉ định kịp bố cung tuyên ban gửi nghiên thường chủ
    lập phê thẩm trình ban_hành yêu đề nghị thông_báo không hoặc nhằm đảm bảo này đó nêu sau trước ngày năm tháng số
    vận duy huy tạo nâng khẩn nghiêm phân giao cấp mở tiến hoàn cập trả tiếp nhận xem tổ chức thống khảo đánh xử ký""".split()
)
# End words that also occur inside names; two syllables decide.
_INSIDE = frozenset(
    """kiểm_soát kiểm_lâm kiểm_định kiểm_toán kiểm_tra kiểm_nghiệm kiểm_sát tổng_hợp tổ_chức cấp_nước cấp_thoát xây_dựng
    tuyên_giáo tuyên_truyền cung_cấp chức_vụ thông_tin định_giá định_canh năm_châu số_hóa số_việt bảo_hiểm bảo_vệ bảo_tàng
    bảo_tồn bảo_trợ bảo_đảm tiếp_dân tiếp_công hướng_nghiệp phân_tích phân_bón chỉ_huy chỉ_đạo chủ_tịch giao_thông giao_dịch
    giao_lưu đề_án nghị_sự trong_nước trước_bạ thẩm_định thẩm_phán vận_tải vận_hành quản_lý cấp_cứu thực_phẩm thực_vật
    lập_pháp đẩy_lùi thống_kê thống_nhất nghiên_cứu triển_lãm triển_khai thường_trực thường_vụ trình_diễn huy_động xử_lý
    đánh_giá phê_bình hoàn_thiện phối_giống tiến_bộ nâng_cao đến_từ tham_mưu ký_sinh về_nguồn của_tỉnh cấp_tỉnh
    đề_xuất khảo_sát khảo_cổ khảo_thí tăng_trưởng thông_tấn phân_phối đề_tài mở_rộng tạo_nguồn hoàn_thành tiếp_cận
    tiếp_thị số_1 số_2 số_3""".split()
)


@dataclass(frozen=True, slots=True)
class Body:
    """A body found by grammar: ``[start, name_end)`` is its name, ``suffix`` the place after it; ``level`` of its head."""

    start: int
    name_end: int
    suffix: Suffix
    level: str


@cache
def _heads() -> re.Pattern[str]:
    names = sorted((r["head"] for r in table("agency_heads")), key=len, reverse=True)
    alternation = "|".join(re.escape(n).replace(r"\ ", "[ ]") for n in names)
    return re.compile(rf"(?<![\w-])({alternation})(?!\w)", re.IGNORECASE)


@cache
def _levels() -> dict[str, str]:
    return {r["head"].lower(): r["level"] for r in table("agency_heads")}


def bodies(text: Compact, on: str | None) -> Iterator[Body]:
    """The bodies that begin at a capital head word; a body inside another's name is not given again by itself."""
    past = 0
    for match in _heads().finditer(text.raw):
        if match.start() < past or not match.group()[0].isupper():
            continue
        body = _read(text, match, on)
        if body:
            past = body.suffix.end
            yield body


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
        if words == 0 and not (found.group(1)[0].isupper() or found.group(1).isdigit() or len(head.group().split()) > 1):
            return None
        capitals += found.group(1)[0].isupper()
        words += 1
        at = found.end()
    else:
        return None
    if words == 0 and suffix.empty or not capitals and len(head.group().split()) == 1:
        return None
    return Body(head.start(), at, suffix, _levels()[head.group().lower()])


def _ends(text: Compact, found: re.Match[str]) -> bool:
    word = found.group(1)
    low = word.lower()
    following = _WORD.match(text.raw, found.end())
    pair = f"{low}_{following.group(1).lower()}" if following else low
    if low == "và":
        after = following.group(1) if following else ""
        return not after[:1].isupper() and f"{low}_{after}" not in ("và_trả",) or bool(_heads().match(text.raw, found.end() + 1))
    return word[0].islower() and low in _END_WORDS and pair not in _INSIDE


# "Sở Văn hóa, Thể thao và Du lịch", "Cục Kiểm soát ô nhiễm, …": a comma inside a name has "và" and a capital close behind it.
_OVER = re.compile(rf", (?=[{_UPPER}][\w]+(?: [\w]+){{0,3}} và [{_UPPER}])")


def _over_comma(text: Compact, at: int) -> int:
    match = _OVER.match(text.raw, at)
    return match.end() - 1 if match and not _heads().match(text.raw, match.end()) else 0
