"""The issuer that follows a citation: "của Thủ tướng Chính phủ", "của Bộ trưởng Bộ Tài chính", "của UBND tỉnh Nghệ An".

Matched on folded text (its offsets hold), then checked against the source: a body's name begins with a capital, the
words that begin a title do not belong to it.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extractors.fold import fold
from extractors.number_signs import token
from extractors.places import find_place, place_in
from extractors.vocabulary import UPPER, table, words

_LEAD = re.compile(
    r",?[ \n]{1,3}(?:c[ủu]a|do|CỦA)[ \n]{1,2}(?:của[ \n]{1,2})?(?:các[ \n]|liên[ \n](?=Bộ|bộ)|Liên[ \n](?=Bộ trưởng))?"
)
_TAIL = re.compile(r"[ \n]{1,2}(?:ban hành|ký ban hành|ký|thông qua)(?=[ \n]*[,;.)\n]|[ \n](?:về|ngày|quy định)\b)")
_PARTY = r"(?: dang)?(?: cong san viet nam)?(?: lan thu \w+)?(?:,? (?:khoa|nhiem ky) [ivx\d][ivx\d\- –]{0,10})?"
_TERM = r"(?:,? (?:khoa|nhiem ky) [ivx\d][ivx\d\- –]{0,10})?"
# Bodies whose names are complete as they stand.
_FIXED = (
    r"(?:pho )?thu tuong(?: chinh phu)?|chinh phu",
    rf"(?:uy ban thuong vu |ubtv ?)?quoc hoi{_TERM}|ubtvqh|chu tich (?:quoc hoi|nuoc)",
    rf"bo chinh tri{_TERM}|ban bi thu(?: trung uong(?: dang)?)?{_TERM}",
    rf"(?:hoi nghi (?:lan thu )?[\w ]{{1,12}}? )?(?:ban chap hanh|bch) (?:trung uong|tw|tu){_PARTY}",
    rf"trung uong(?: dang)?{_TERM}|(?:chu tich )?hoi dong bo truong|hoi dong nha nuoc|(?:tong )?thanh tra chinh phu",
    r"dai hoi (?:dai bieu )?(?:toan quoc|dang bo [\w ]{2,30}?) lan thu [ivx\d]+(?: cua dang)?",
    r"thong doc ngan hang nha nuoc(?: viet nam)?|hoi dong tham phan(?: toa an nhan dan toi cao)?",
    r"(?:chanh an )?toa an nhan dan toi cao|(?:vien truong )?vien kiem sat nhan dan toi cao|tong kiem toan nha nuoc",
)
_PARTY_BODY = "ban thuong vu|btv|ban chap hanh|bch|thuong truc|van phong"
# Local bodies: a level and a place may follow.
_FRONT = r"(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|uy ban (?:mttq|mat tran to quoc)(?: viet nam)?)"
_LOCAL = (
    rf"(?:(?:pho )?chu tich |thuong truc |(?:chanh )?van phong |tap the )?{_FRONT}",
    rf"(?:(?:{_PARTY_BODY}|ban [\w ]{{4,20}}?) )?(?:tinh|thanh|huyen|quan|thi|dang) (?:uy|bo)",
)
_LEVEL = r"(?: (?:tinh|thanh pho|tp\.?|huyen|quan|thi xa|thi tran|xa|phuong|dac khu|cap \w+)(?!\w))?"
# Words that open a title in capitals end a name although they look like a part of it.
_CAPITALS = "|".join(f"{w[0].upper()}{w[1:]}|{w.upper()}" for w in (*words("opener"), *words("capital")))
_STOP = re.compile(
    rf"[,;:.()\n\"“”|\[*]|[ ](?:{_CAPITALS}|{'|'.join((*words('opener'), *words('issuer_stop')))})(?!\w)"
)
_WORD = re.compile(rf"(?P<gap>[ \n]{{1,2}}|[ \n]?[-–][ \n]?)(?P<word>(?!(?:{_CAPITALS})(?!\w))[{UPPER}][\w'’]*)")
_PLACE_LEVEL = re.compile(r",?[ \n](?:tỉnh|thành phố|Thành phố|TỈNH|THÀNH PHỐ|TP\.?|huyện|quận)(?!\w)")
_PLACED = re.compile(r"[ \n](?:tỉnh|thành phố|Thành phố)(?=[ \n])")
_EXPAND = (
    ("UBND", "Ủy ban nhân dân"),
    ("HĐND", "Hội đồng nhân dân"),
    ("BTV", "Ban Thường vụ"),
    ("BCH", "Ban Chấp hành"),
)
# The commonest bodies, as they are usually written: no need to fold.
_PLAIN = re.compile(
    r"(?:Thủ tướng Chính phủ|Chính phủ|Bộ Chính trị|Bộ Tài chính|Bộ trưởng Bộ Tài chính)"
    r"(?=[ ]?[.;)\n]|[ ](?:quy định|về|ban hành|phê duyệt|sửa đổi|ngày|năm|hướng dẫn)\b)"
)
# Bodies that no other words can be taken for, also written without a capital.
_SMALL = (
    "chính phủ",
    "thủ tướng",
    "ủy ban nhân dân",
    "uỷ ban nhân dân",
    "hội đồng nhân dân",
    "bộ trưởng bộ",
    "bộ chính trị",
)
_WINDOW, _LONGEST = 180, 120
# Where a name has come to its end whatever stands behind, so that the name is read once for all places that bear it:
# ")" | "." (not of "TP.") | "; Căn" | " về" | " ngày". No body's name holds such a sign or word.
_CLOSES = re.compile(
    r"[ \n.;:()*|\"“”\[](?:(?<=[:()*|\"“”\[])|(?<=[^Pp]\.)|"
    r"(?<=;)[ \n]{0,2}(?:Căn|căn|Theo|theo|Nghị|Quyết|Thông|Luật|Báo)\b|"
    r"(?<=[ \n])(?:về|ngày|năm|quy[ \n]định|phê|sửa|hướng|Quy|Về|được|tại|công bố|xác định|v/v)\b)"
)
_CLOSED_WINDOW = 90
# Bodies whose names hold words of any kind: "Hội nghị …", "Đại hội …", "Ban … Tỉnh ủy".
_WORDED = ("ban ", "hoi nghi ", "dai hoi ")


# between two words of a name, however it is printed: "Bộ Văn hóa, Thể thao", "Bộ Lao động - Thương binh"
_BETWEEN_WORDS = re.compile(r"[\s,\-–]+")


def _flexible(name: str) -> str:
    return r"[ ,\-–]{1,3}".join(map(re.escape, _BETWEEN_WORDS.split(fold(name))))


@cache
def _grammar() -> re.Pattern[str]:
    rows = (row["name"] for row in table("issuers"))
    names = {
        n
        for n in rows
        if " " in n and not n.startswith(("Ủy ban nhân", "Hội đồng nhân", "Tỉnh ủy", "Thị ủy", "Đảng ủy"))
    }
    known = "|".join(_flexible(n) for n in sorted(names, key=len, reverse=True))
    offices = "|".join(map(_flexible, words("office")))
    office = rf"(?:(?:pho )?(?:{offices}) )?"
    joint = rf"(?P<known>{office}(?:{known})(?:(?:,| va| -|-) {office}(?:{known})){{0,7}})"
    fixed, heads = "|".join(_FIXED), "|".join(map(fold, words("issuer_head")))
    return re.compile(
        rf"(?:(?P<fixed>{fixed})|{joint}|(?P<local>(?:{'|'.join(_LOCAL)}){_LEVEL})|(?P<open>{office}(?:{heads})\b))(?!\w)"
    )


def match_issuer(text: str, start: int) -> tuple[int, str] | None:
    """The issuer phrase that begins at ``start`` ("… của Chính phủ"): where it ends, and the body's full name."""
    lead = _LEAD.match(text, start)
    return issuer_at(text, lead.end()) if lead else None


def issuer_at(text: str, start: int) -> tuple[int, str] | None:
    """The body that is named at ``start``: where its name (and "ban hành" after it) ends, and its full name."""
    plain = _PLAIN.match(text, start)
    if plain:
        tail = _TAIL.match(text, plain.end())
        return tail.end() if tail else plain.end(), plain.group()
    closes = _CLOSES.search(text, start, start + _CLOSED_WINDOW)
    closed = _closed(text[start : closes.end()], closes.start() - start) if closes else None
    body = closed or body_in(text[start : start + _WINDOW])
    return (start + body[0], body[1]) if body else None


@lru_cache(maxsize=8192)
def _closed(words: str, length: int) -> tuple[int, str] | None:
    """The body that words name whose first ``length`` signs hold its name; null where the window must tell."""
    body = None if fold(words).startswith(_WORDED) else body_in(words)
    return body if body and body[0] <= length else None


def body_in(window: str) -> tuple[int, str] | None:
    """The body that is named at the beginning of a window: where its name and "ban hành" end, and its full name."""
    if not (window[:1].isupper() or window.startswith(_SMALL)):
        return None
    found = _grammar().match(fold(window).replace("\n", " ").replace("\t", " ").replace("\u00a0", " "))
    if not found:
        return None
    end = found.end()
    if found["open"]:
        end = _open_end(window, end)
    elif found["local"] or (found["known"] and _PLACE_LEVEL.match(window, end)):
        end = _with_place(window, end)
    if end == found.end() and found["open"]:
        return None
    tail = _TAIL.match(window, end)
    return tail.end() if tail else end, full_name(window[0].upper() + " ".join(window[:end].split())[1:])


def _open_end(window: str, start: int) -> int:
    """The end of an open name: before the words of the title, or behind the province that it names."""
    stop = _STOP.search(window, start)
    end = len(window[: stop.start() if stop else _LONGEST].rstrip())
    placed = _PLACED.search(window, start, end)
    return max(_place_end(window, placed.end()), placed.end()) if placed else end


def _with_place(window: str, end: int) -> int:
    """The end of the place name after a local body, and of the province after a district."""
    level = _PLACE_LEVEL.match(window, end)
    end = level.end() if level else end
    named = _place_end(window, end)
    if named == end:
        return end
    above = _PLACE_LEVEL.match(window, named)
    return _place_end(window, above.end()) if above else named


def _place_end(window: str, start: int) -> int:
    """The end of the place's name that begins after ``start``: the longest known one, else all words in capitals."""
    words: list[tuple[str, int]] = []
    at = start
    while len(words) < 5 and (word := _WORD.match(window, at)):
        words.append((word["gap"] + word["word"], word.end()))
        at = word.end()
    for count in range(len(words), 0, -1):
        if _is_place("".join(w for w, _ in words[:count])):
            return words[count - 1][1]
    for printed, end in words:
        if "\n" in printed:
            break
        start = end
    return start


@lru_cache(maxsize=4096)
def _is_place(name: str) -> bool:
    return find_place(" ".join(name.split())) is not None


# "Bộ GD&ĐT", "Sở TN&MT"
_SHORT_NAME = re.compile(rf"\b(Bộ|Sở) ([{UPPER}&]{{2,9}})$")


@lru_cache(maxsize=4096)
def full_name(name: str) -> str:
    """The body's name with the usual short forms written out: ``UBND tỉnh`` -> ``Ủy ban nhân dân tỉnh``."""
    capitals = name.isupper() and " " in name
    for short, full in _EXPAND:
        name = re.sub(rf"\b{short}\b", full.upper() if capitals else full, name)
    if capitals:
        name = _sentence_case(name)
    return _SHORT_NAME.sub(_spelled, name)


def _sentence_case(name: str) -> str:
    """A name in capitals as it is written in a sentence: ``ỦY BAN NHÂN DÂN TỈNH AN GIANG`` -> ``… tỉnh An Giang``."""
    known = {fold(body): body for body in (*words("body"), *(row["name"] for row in table("issuers")))}
    if fold(name) in known:
        return known[fold(name)]
    small = name.lower()
    place = place_in(small)
    if place:
        at = fold(small).rfind(fold(place.name))
        small = small[:at] + place.name + small[at + len(place.name) :] if at >= 0 else small
    return small[0].upper() + small[1:]


def _spelled(found: re.Match[str]) -> str:
    return token(found[1][0] + found[2])[0].issuer or found.group()
