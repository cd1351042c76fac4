"""The issuer that follows a citation: "của Thủ tướng Chính phủ", "của Bộ trưởng Bộ Tài chính", "của UBND tỉnh Nghệ An".

Matched on folded text (its offsets hold), then checked against the source: a body's name begins with a capital.
"""

from __future__ import annotations

import re
from functools import cache

from extractors.fold import fold
from extractors.vocabulary import UPPER, table

_LEAD = re.compile(r",?[ \n]{1,3}(?:của|do)[ \n]{1,2}(?:các[ \n]|liên[ \n](?=Bộ|bộ))?")
_TAIL = re.compile(
    r"[ \n]{1,2}(?:ban hành|ký ban hành|ký|thông qua)(?![ \n]+(?:Quy|quy|Kế|kế|Chương|Đề|Danh|Bộ|Điều|kèm))\b"
)
_NAME = rf"[{UPPER}][\w'’]*(?:(?:[ \n]{{1,2}}|[ \n]?[-–][ \n]?)[{UPPER}][\w'’]*){{0,4}}"
_TERM = r"(?:,? (?:khoa|nhiem ky) [ivx\d][ivx\d\- –]{0,10})?"
# Bodies whose folded names are complete as they stand.
_FIXED = (
    rf"(?:pho )?thu tuong(?: chinh phu)?|chinh phu|quoc hoi{_TERM}|(?:uy ban thuong vu|ubtv) quoc hoi{_TERM}|ubtvqh|"
    rf"chu tich (?:quoc hoi|nuoc)|bo chinh tri{_TERM}|ban bi thu(?: trung uong(?: dang)?)?{_TERM}|"
    rf"(?:hoi nghi (?:lan thu )?[\w ]{{1,12}}? )?(?:ban chap hanh|bch) (?:trung uong|tw|tu)(?: dang)?(?: cong san viet nam)?{_TERM}|"
    rf"trung uong(?: dang)?{_TERM}|hoi dong bo truong|lien bo|(?:tong )?thanh tra chinh phu|"
    r"dai hoi (?:dai bieu )?(?:toan quoc|dang bo [\w ]{2,30}?) lan thu [ivx\d]+(?: cua dang)?|"
    r"thong doc ngan hang nha nuoc(?: viet nam)?|hoi dong tham phan(?: toa an nhan dan toi cao)?|"
    r"(?:chanh an )?toa an nhan dan toi cao|(?:vien truong )?vien kiem sat nhan dan toi cao|tong kiem toan nha nuoc"
)
# Local bodies: a level and a place may follow.
_LOCAL = (
    r"(?:(?:pho )?chu tich |thuong truc |van phong |tap the )?(?:uy ban nhan dan|ubnd|uy ban mttq(?: viet nam)?|uy ban mat tran to quoc"
    r"(?: viet nam)?|hoi dong nhan dan|hdnd)|"
    r"(?:(?:ban thuong vu|btv|ban chap hanh|bch|thuong truc|van phong|ban [\w ]{4,20}?) )?(?:tinh|thanh|huyen|quan|thi|dang) (?:uy|bo)"
)
_LEVEL = r"(?: (?:tinh|thanh pho|tp\.?|huyen|quan|thi xa|thi tran|xa|phuong|dac khu|cap [\w]+)(?!\w))?"
# Bodies with an open name: taken up to the words that begin the title.
_OPEN = (
    r"(?:ban|cuc|tong cuc|chi cuc|hoi dong|dang bo|van phong|tong lien doan|lien doan|hoi|vien|truong|trung tam|kho bac|so|bo|tap doan|"
    r"tong cong ty|cong ty|uy ban|doan|cong an|bo chi huy|bo tu lenh|thanh tra|toa an|vien kiem sat|hiep hoi|bao hiem|bi thu|giam doc|"
    r"truong ban|quan khu|hdqt)\b"
)
_STOP = re.compile(
    r"[,;:.()\n\"“”|\[]|[ ](?:ve|ban hanh|quy dinh|huong dan|phe duyet|sua doi|trien khai|thuc hien|ngay|nam|tai|da|duoc|de|gui|yeu cau|"
    r"de nghi|thong bao|cong bo|giao|kem|quyet dinh|phan cong|tang cuong|v/v|co|trong|cho|va (?:quyet|nghi|ke|thong|chi|cong|cac)|thi|"
    r"nham|do|theo|la|nhu|ky|bai bo|thay the|hop nhat|chap thuan|khong|phoi hop|doi voi|trinh|den|nay|o)\b"
)
_EXPAND = (
    ("UBND", "Ủy ban nhân dân"),
    ("HĐND", "Hội đồng nhân dân"),
    ("BTV", "Ban Thường vụ"),
    ("BCH", "Ban Chấp hành"),
)
_BLANKS = str.maketrans("\n\t\u00a0", "   ")


def _flexible(name: str) -> str:
    words = re.split(r"[\s,\-–]+", fold(name))
    return r"[ ,\-–]{1,3}".join(map(re.escape, words))


@cache
def _known() -> str:
    names = {
        row["name"]
        for row in table("issuers")
        if " " in row["name"] and not row["name"].startswith(("Ủy ban nhân", "Hội đồng nhân"))
    }
    return "|".join(_flexible(n) for n in sorted(names, key=len, reverse=True))


@cache
def _grammar() -> re.Pattern[str]:
    office = r"(?:(?:pho )?(?:bo truong|thu truong|giam doc|chu nhiem|tong cuc truong|cuc truong|chanh thanh tra|truong ban|chanh van phong)(?: va)? )?"
    joint = rf"(?P<known>{office}(?:{_known()})(?:(?:,| va|;|,? lien bo)? (?:{_known()})){{0,7}})"
    return re.compile(rf"(?:(?P<fixed>{_FIXED})|{joint}|(?P<local>(?:{_LOCAL}){_LEVEL})|(?P<open>{_OPEN}))(?!\w)")


_PLACE_TAIL = re.compile(rf"(?:,?[ \n](?:tỉnh|thành phố|Thành phố|TP\.?|huyện|quận))?[ \n]{_NAME}")
_LEVELED = re.compile(rf",[ \n](?:tỉnh|thành phố|Thành phố|huyện|TP\.?)[ \n]{_NAME}")


def match_issuer(text: str, start: int) -> tuple[int, str] | None:
    """The issuer phrase that begins at ``start`` ("… của Chính phủ"): where it ends, and the body's full name."""
    lead = _LEAD.match(text, start)
    return issuer_at(text, lead.end()) if lead else None


def issuer_at(text: str, start: int) -> tuple[int, str] | None:
    """The body that is named at ``start``: where its name (and "ban hành" after it) ends, and its full name."""
    window = text[start : start + 220].translate(_BLANKS)
    folded = fold(window)
    found = _grammar().match(folded)
    if not found or not window[:1].isupper():
        return None
    end = found.end()
    if found["open"]:
        stop = _STOP.search(folded, end)
        end = len(window[: stop.start() if stop else min(len(window), 120)].rstrip())
        if end == found.end() and found["open"] not in ("hdqt",):
            return None
    elif found["local"] or found["known"]:
        end = _with_place(window, end)
    name = " ".join(window[:end].split())
    tail = _TAIL.match(window, end)
    return start + (tail.end() if tail else end), full_name(name)


def _with_place(window: str, end: int) -> int:
    """The end of the place name after a local body, and of the province after a district."""
    place = _PLACE_TAIL.match(window, end)
    end = place.end() if place else end
    above = _LEVELED.match(window, end)
    return above.end() if above else end


def full_name(name: str) -> str:
    """The body's name with the usual short forms written out: ``UBND tỉnh`` -> ``Ủy ban nhân dân tỉnh``."""
    for short, full in _EXPAND:
        name = re.sub(rf"\b{short}\b", full, name)
    return name
