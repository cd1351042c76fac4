"""Groups of agencies: "các sở, ban, ngành tỉnh", "UBND các huyện, thành phố", "các cơ quan, đơn vị có liên quan".

A group is one agency (annotation rules, section 7): names joined by commas under one "các" belong together, a new "các"
or a proper name begins the next. A defining phrase stays in the name as printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from extractors.agencies.compact import Compact
from extractors.agencies.openings import matches, opening
from extractors.agencies.predicates import stops
from extractors.places import places
from extractors.unit_kinds import ALL_KINDS
from extractors.vocabulary import UPPER, table

_END = r"(?!\w)"
_STOP = rf"(?= (?:{stops()})(?!\w)|[,;.:()\n]|$)"
_LEVEL_UNIT = rf"(?:{'|'.join(ALL_KINDS)})"
_UNITS = rf"{_LEVEL_UNIT}{_END}(?:(?:, | và |/|-){_LEVEL_UNIT}{_END}){{0,5}}"
_LEVELS = r"cấp (?:tỉnh|huyện|xã|thành phố|cơ sở|trung ương)(?:(?:, | và |/)(?:cấp )?(?:tỉnh|huyện|xã|cơ sở))*"
# Stands for the names of provinces, put in when the pattern is built.
_PLACE = r"(?: (?:tỉnh|thành phố|tp\.?)(?!\w))?(?: (?:<PLACE>)(?!\w))?"

# The heads that take "các huyện, thành phố" or "cấp xã"; two councils may stand together: "HĐND, UBND cấp xã".
_COUNCILS = (
    "ủy ban nhân dân", "uỷ ban nhân dân", "ubnd", "hội đồng nhân dân", "hđnd", "đảng ủy", "đảng uỷ", "huyện ủy",
    "thường trực hđnd", r"tt\.? ?hđnd", "thường trực hội đồng nhân dân", "mttq", "ủy ban mttq", "ủy ban mttq việt nam",
    "ủy ban mặt trận tổ quốc việt nam", "ủy ban mặt trận tổ quốc",
)  # fmt: skip
# no word of a department's name: what it does to others, another body ("Sở Y tế | chỉ đạo các địa phương")
_PART_OF_NAME = (
    r"(?!và (?:ủy|uỷ|ubnd|các|sở|công an)(?!\w))(?!(?:với|cho|về|đến|cùng|ubnd|hđnd|ủy ban|uỷ ban|lãnh đạo|"
    rf"{stops('và')})(?!\w))"
)
_OFFICES = (
    "công an", "ban chỉ huy quân sự", "ban chỉ huy phòng thủ dân sự", "ban chỉ đạo", "hội nông dân", "hội phụ nữ",
    "trạm y tế", "phòng (?:nội vụ|kinh tế|văn hóa-xã hội|kinh tế, hạ tầng và đô thị)",
    "trung tâm phục vụ hành chính công", "thuế", "cục hải quan", "cục thuế", "tòa án nhân dân",
    "viện kiểm sát nhân dân", "ngân hàng nhà nước(?: việt nam)? chi nhánh", "chi nhánh ngân hàng chính sách xã hội",
    "ngân hàng chính sách xã hội", "kho bạc nhà nước", "bảo hiểm xã hội",
    rf"(?<!cơ )(?<!trụ )sở [\w-]+(?: {_PART_OF_NAME}[\w-]+){{0,8}}",
)  # fmt: skip
_COUNCIL, _OFFICE = rf"(?:{'|'.join(_COUNCILS)})", rf"(?:{'|'.join(_OFFICES)})"
_UNDER = (
    rf"(?: trực thuộc(?: trung ương| [\w ]{{2,30}}?{_STOP})?| trên địa bàn{_PLACE}| trong (?:toàn )?(?:tỉnh|"
    rf"thành phố)| trong cả nước| thuộc tỉnh|"
    rf" của tỉnh| (?:có )?liên quan(?: khác)?| nơi có [\w ]{{3,40}}?{_STOP})"
)
_LOCAL = (
    rf"(?<!\w)(?:các (?=trạm|thuế|kho bạc|cục|tòa án|viện kiểm|chi nhánh|bảo hiểm))?"
    rf"(?:{_COUNCIL}(?:(?:,| và| &|/|-| ) ?{_COUNCIL})?|{_OFFICE}) "
    rf"(?:(?P<many>(?:tại )?các {_UNITS}(?: và các {_UNITS})?)|(?P<units>{_LEVEL_UNIT}(?:(?:, | và |/|"
    rf"-){_LEVEL_UNIT}{_END}){{1,5}})|"
    rf"(?P<levels>(?:các )?{_LEVELS}|các cấp)|(?P<all>các địa phương)){_END}{_UNDER}{{0,2}}"
)


def _compiled(pattern: str) -> re.Pattern[str]:
    names = sorted(
        {re.escape(p.name.lower()).replace(r"\ ", " ").replace(r" \- ", "-") for p in places()}, key=len, reverse=True
    )
    return re.compile(pattern.replace("<PLACE>", "|".join(names)).replace("<FIELD>", _fields()))


@cache
def _fields() -> str:
    names = sorted((row["field"] for row in table("agency_fields")), key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, names)).replace(r"\ ", " ") + ")"


@cache
def _local() -> re.Pattern[str]:
    return _compiled(_LOCAL)


def local_openings() -> list[str]:
    """The words that `local_groups` begin with."""
    words = [opening(name) for name in (*_COUNCILS, *_OFFICES)]
    return [*words, *(f"các {name}" for name in words)]


# Administrative units: a group of them takes no other noun ("các xã, phường | và cơ quan, tổ chức").
_UNIT_NOUNS = frozenset(ALL_KINDS)


@cache
def _nouns(alone: bool = False) -> str:
    rows = [r for r in table("agency_nouns") if (r["alone"] or not alone) and r["name"] not in _UNIT_NOUNS]
    return "(?:" + "|".join(map(_noun, sorted(rows, key=lambda r: len(r["name"]), reverse=True))) + ")"


def _noun(row: dict[str, str]) -> str:
    """A noun where it is none of another word ("Hội" in "Hội đồng", "sở" in "trụ sở")."""
    whole = rf"(?! (?:{row['not_before']})(?!\w))" if row["not_before"] else ""
    before = "(?<!cơ )(?<!trụ )" if row["name"] == "sở" else ""
    return before + re.escape(row["name"]).replace(r"\ ", " ") + whole


_RELATED = (
    r" (?:(?:có|được) )?liên quan(?! (?:đến|tới)(?!\w))(?: khác)?| hữu quan|"
    r" chức năng(?: có liên quan| liên quan)?| khác(?: có liên quan)?"
)
_AREA = (
    rf" (?:của |thuộc |ở |tại |trong )?(?:cấp )?(?:tỉnh|thành phố|huyện|xã|trung ương|địa phương|cơ sở){_END}{_PLACE}|"
    rf"(?: đóng(?: quân| chân)?| đứng chân| hoạt động)? trên địa bàn{_PLACE}|"
    r" trực thuộc(?: (?:tỉnh|thành phố|trung ương|ubnd tỉnh|ủy ban nhân dân tỉnh|bộ))?|"
    rf" các cấp| tại các địa phương|"
    r" thuộc (?:ubnd|ủy ban nhân dân) (?:tỉnh|thành phố)| thuộc, trực thuộc| chuyên môn(?: cấp (?:tỉnh|huyện|xã))?"
)
_LEVELED = rf" {_LEVELS}"
# "được phân công chủ trì thực hiện nhiệm vụ theo Kế hoạch này", "trực tiếp quản lý", "chủ trì dự án …"
_DEFINED = (
    r" được (?:giao|phân công)(?: (?:chủ trì|phối hợp)(?: (?:thực hiện|triển khai))?)?(?: (?:các )?nhiệm vụ)?"
    r"(?: (?:theo|tại|trong) (?:kế hoạch|chương trình|đề án|quyết định|chỉ thị|phụ lục|nghị quyết)[\w ]{0,40}?)?"
    + _STOP
    + "|"
    r" trực tiếp quản lý| đang hoạt động (?:trong|tại|trên) [\w ]{3,40}?" + _STOP + "|"
    r" chủ trì(?:, quản lý)?(?:, tham gia)?(?: thực hiện)? (?:các )?(?:dự án|chương trình|tiểu dự án|"
    r"nội dung)[\w ,]{0,80}?(?=[;.:()\n]|$)|"
    r" quản lý trực tiếp"
    rf"| có chức năng (?!(?:{stops()})(?!\w))[\w ]{{3,40}}?(?:{_STOP}|(?= cấp (?:tỉnh|huyện|xã)))|"
    rf" (?:thụ hưởng|sử dụng|quản lý|tham gia) (?!(?:{stops()})(?!\w))[\w ]{{3,40}}?" + _STOP + r"(?! và hoạt động)"
)
# words that begin another body or its act: no part of what a body is competent for
_NEXT = rf"(?!(?:các|những|cơ quan|sở|bộ|ủy ban|uỷ ban|ubnd|đơn vị|tổ chức|phòng|ban|cá nhân|{stops()})(?!\w))"
# "phản ánh tới các cơ quan quản lý nhà nước | về nhu cầu của tổ chức": what is told, not what it is competent for
_TOLD = (
    r"(?!(?:nhu cầu|kết quả|tình hình|việc|nội dung|những|vấn đề|nguyện vọng|ý kiến|tiến độ|chủ trương|"
    r"thông tin)(?!\w))"
)
# "cơ quan quản lý nhà nước về quyền tác giả, quyền liên quan", "các đơn vị liên quan đến việc thực hiện sắp xếp"
_COMPETENT = (
    rf"(?<=quản lý nhà nước) về {_TOLD}(?:{_NEXT}[\w ]{{2,40}}?(?:(?:, | và ){_NEXT}[\w ]{{3,30}}?){{1,2}}"
    rf"(?= (?:có trách nhiệm|chịu trách nhiệm|phải|thuộc|trên địa bàn|{stops()})(?!\w))|{_NEXT}[\w ]{{2,40}}?{_STOP})|"
    r" liên quan (?:đến|tới) việc [\w ]{3,60}?"
    r"(?=[,;.:()\n]| (?:có|chịu) trách nhiệm| và (?:các|những|cơ quan|đơn vị)(?!\w)|$)|"
    r" có chức năng [\w ,]{3,80}?(?= (?:thuộc|trực thuộc|trên địa bàn) (?:tỉnh|thành phố|bộ|ubnd|ủy ban)(?!\w))"
)
_PARTNER = (
    r"(?<=cơ quan) phối hợp(?= có trách nhiệm| chịu trách nhiệm|[,;.:()\n]|$)|"
    r"(?<=đơn vị) phối hợp(?= có trách nhiệm|[;.:()\n]|$)"
)
# "viễn thông", "vận tải, du lịch": what the bodies work in; "sản xuất, kinh doanh xăng dầu": what they do for a living
_TRADE = r"(?:sản xuất|kinh doanh|hành nghề|cung cấp dịch vụ|cung ứng dịch vụ|phân phối|chế biến|xuất khẩu|nhập khẩu)"
_ON = r"(?= (?:được|có|của|trên|tại|ở|theo|trong|thuộc|đã|đang|sẽ|là|bị|cho|với|để|về)(?!\w))"
_FIELD = (
    r"(?:(?<=đơn vị)|(?<=cơ quan)|(?<=tổ chức)|(?<=doanh nghiệp)|(?<=hợp tác xã))"
    rf"(?: <FIELD>{_END}(?:(?:, | và |/)<FIELD>{_END}){{0,3}}|"
    rf" {_TRADE}(?:(?:, | và ){_TRADE}){{0,2}}(?: (?!(?:{stops()})(?!\w))[\w -]{{2,40}}?)?(?:{_STOP}|{_ON}))|"
    rf"(?:(?<=bưu chính)|(?<=viễn thông))(?:, | và |/)<FIELD>{_END}"
)
# "Từng sở, ngành", "mỗi xã, phường": all of them, one by one
_EACH = "(?:từng|mỗi)"
_MODIFIER = rf"(?:{_COMPETENT}|{_RELATED}|{_LEVELED}|{_AREA}|{_DEFINED}|{_PARTNER}|{_FIELD})"


@cache
def _general() -> re.Pattern[str]:
    noun = _nouns()
    more = rf"(?:(?:, | và |/|, và | hoặc |-| (?=ban{_END}|ngành{_END}|cá nhân{_END})){noun}{_END})"
    return _compiled(
        rf"(?<![\w])(?:(?P<many>(?:tất cả )?(?:các|những) |{_EACH} )(?P<first>{noun})|(?P<alone>{_nouns(alone=True)}|"
        rf"chính quyền(?= (?:các )?cấp))){_END}"
        rf"(?P<more>{more}{{0,8}})"
        rf"(?P<modifiers>(?:{_MODIFIER}){{0,3}})(?!\w)"
    )


def general_openings() -> list[str]:
    """The words that `general_groups` begin with, but for groups of units."""
    alone = [row["name"] for row in table("agency_nouns") if row["alone"]]
    return ["từng ", "mỗi ", "các ", "những ", "tất cả các ", "tất cả những ", "chính quyền", *alone]


def unit_openings() -> list[str]:
    """The words that groups of units begin with: "các huyện", "mỗi xã"."""
    return [f"{many} {unit}" for many in ("các", "từng", "mỗi") for unit in ALL_KINDS]


_UNIT_GROUP = rf"(?<!\w)(?:các|{_EACH}) {_LEVEL_UNIT}(?:(?:, | và |/|-){_LEVEL_UNIT}{_END}){{1,5}}(?!\w){_UNDER}{{0,2}}"


@cache
def _unit_groups() -> re.Pattern[str]:
    return _compiled(_UNIT_GROUP)


# After a noun that is also a branch of the economy or a common word: "các ngành kinh tế", "các đơn vị diện tích"; a
# scan's dot does not part a word: "các trường. hợp".
_NOT_BODY = re.compile(
    r" (?:kinh tế|công nghiệp|nghề|hàng|học|sản xuất|dịch vụ|khoa học|đào tạo|lĩnh vực|sản phẩm|diện tích|"
    r"đo lường|tính|tiền tệ|"
    r"hành chính (?:cấp|trên|mới|sau|được|liên)|mũi nhọn|then chốt|trọng điểm|ưu tiên|du lịch(?! )|nông nghiệp|"
    r"chế biến|chế tạo|bậc học|độ|hạng|hội|hợp)(?!\w)|\. ?hợp(?!\w)"
)


@cache
def _single() -> frozenset[str]:
    """Nouns that are a group by themselves: "cơ quan thông tấn báo chí"."""
    return frozenset(r["name"] for r in table("agency_nouns") if r["alone"] in ("single", "one")) | {"chính quyền"}


@cache
def _one() -> re.Pattern[str]:
    names = (re.escape(r["name"]) for r in table("agency_nouns") if r["alone"] == "one")
    return re.compile(rf"(?:{'|'.join(names)})(?!\w)(?!,| và )", re.IGNORECASE)


def is_one_body(name: str) -> bool:
    """Whether a name of common nouns is one body's, no group's: "Hội đồng quản lý"; not "các Hội đồng quản lý"."""
    return _one().match(name) is not None


# Nouns that "các" alone does not make a group: "các cấp", "các hội", "các xã".
_WEAK = frozenset({*ALL_KINDS, "cấp", "hội", "phòng", "ban", "vụ", "thành viên", "hộ gia đình", "hộ kinh doanh"})
_DEFINING = re.compile(r"liên quan|hữu quan|chức năng|được giao|được phân công|trực tiếp|chủ trì|chủ quản|phối hợp")


# "Bộ trưởng, Thủ trưởng cơ quan ngang bộ, cơ quan thuộc Chính phủ": the ministries and their equals as one group
_GOVERNMENT = re.compile(
    r"(?<!\w)(?:các )?bộ trưởng,(?: và)? (?:các )?thủ trưởng (?:các )?cơ quan ngang bộ(?:,|"
    r" và)? (?:thủ trưởng )?(?:các )?"
    r"(?:cơ quan )?(?:thuộc|trực thuộc) chính phủ(?!\w)"
)


def government_openings() -> list[str]:
    """The words that `government_bodies` begin with."""
    return ["bộ trưởng,", "các bộ trưởng,"]


def government_bodies(text: Compact, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The ministers and heads of the ministries' equals and of the Government's agencies, addressed together."""
    for match in matches(_GOVERNMENT, text.low, starts):
        yield match.start(), match.end()


_ONE_TOWN = re.compile(r"(?:thành phố|thị xã)$")
_TOWN = re.compile(rf" [{UPPER}]\w+(?: [{UPPER}]\w+)?(?! ?[{UPPER}])")


def local_groups(text: Compact, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Groups of local bodies with one head: "UBND các huyện, thành phố", "UBND cấp xã", "Công an các cấp"."""
    for match in matches(_local(), text.low, starts):
        yield match.start(), _town(text, match)


def _town(text: Compact, match: re.Match[str]) -> int:
    """The end of a group whose last unit is named: "UBND các huyện, thị xã, thành phố | Huế"."""
    named = _TOWN.match(text.raw, match.end()) if match.group("many") and _ONE_TOWN.search(match.group()) else None
    return named.end() if named else match.end()


def unit_groups(text: Compact, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Several kinds of units together: "các huyện, thị xã, thành phố"."""
    for match in matches(_unit_groups(), text.low, starts):
        yield match.start(), match.end()


def general_groups(text: Compact, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Groups named by common nouns: with "các", or several nouns, or a phrase that says which."""
    for match in matches(_general(), text.low, starts):
        if _is_group(text, match):
            yield match.start(), match.end()


_OF_STUDY = re.compile(r"đào tạo $")  # "chương trình đào tạo các ngành": what is taught
# "từng ngành", "mỗi tổ chức", "mỗi đơn vị tính": no bodies of the state, as "từng sở", "từng địa phương" are
_EACH_OF_WHAT = re.compile(rf"{_EACH} (?!(?:sở|bộ|địa phương|cơ quan)(?!\w)|đơn vị{_STOP})")
_ALL_LEVELS = re.compile(r"ngành|chính quyền|hội|đoàn thể|địa phương|đơn vị")


def _is_group(text: Compact, match: re.Match[str]) -> bool:
    first, more, modifiers = match.group("first"), match.group("more"), match.group("modifiers")
    if _NOT_BODY.match(text.low, match.end()) and not modifiers:
        return False
    if first == "cấp" and not _ALL_LEVELS.search(more):
        return False
    if not more and not modifiers and _EACH_OF_WHAT.match(text.low, match.start()):
        return False
    if first == "ngành" and _OF_STUDY.search(text.low, max(0, match.start() - 9), match.start()):
        return False
    if match.group("many"):
        return first not in _WEAK or bool(more) or bool(modifiers)
    return match.group("alone") in _single() or bool(more or _DEFINING.search(modifiers))


# Bodies named by their part in a programme or project: "cơ quan chủ quản Chương trình", "chủ đầu tư hạ tầng KCN"
_PART = (
    r"(?:chủ quản|chủ trì|thường trực|đầu mối|chủ công|soạn thảo|chủ rừng)"
    r"(?: (?:chương trình|dự án thành phần|dự án|đề án|kế hoạch|quản lý tài sản)(?! này))?"
)
# "Đơn vị chủ trì, phối hợp thực hiện dịch vụ": whoever has a part in it
_JOINT_PART = (
    r"chủ trì(?:,| và) phối hợp thực hiện (?:các )?(?:nhiệm vụ|dịch vụ|dự án|đề án|đề tài)(?= (?:phải|có trách nhiệm))"
)
_ROLE_NAMES = (
    "chủ chương trình",
    "chủ dự án(?: thành phần)?",
    (
        r"chủ đầu tư(?: xây dựng)?(?:(?: và)? kinh doanh)?(?: kết cấu)?(?: hạ tầng)?"
        r"(?: (?:khu|cụm) công nghiệp| kcn| ccn)?"
    ),
    f"cơ quan {_JOINT_PART}",
    f"đơn vị {_JOINT_PART}",
    f"cơ quan {_PART}",
    f"đơn vị {_PART}",
)
_ROLE_BODY = re.compile(
    rf"(?<!\w)(?P<many>(?:các|những) )?(?:{'|'.join(_ROLE_NAMES)})(?!\w)(?! (?:, )?phối hợp|, phối hợp)"
)


def role_openings() -> list[str]:
    """The words that `role_bodies` begin with."""
    names = [opening(name) for name in _ROLE_NAMES]
    return [*names, *(f"{many} {name}" for many in ("các", "những") for name in names)]


def role_bodies(text: Compact, starts: Sequence[int]) -> Iterator[tuple[int, int, bool]]:
    """Bodies named by their role alone: (start, end, whether "các" makes them a group)."""
    for match in matches(_ROLE_BODY, text.low, starts):
        yield match.start(), match.end(), bool(match.group("many"))


# Abbreviations in a group's name are written out.
_EXPAND = (
    (re.compile(r"(?<!\w)UBND(?!\w)|(?<!\w)Uỷ ban nhân dân", re.IGNORECASE), "Ủy ban nhân dân"),
    (re.compile(r"(?<!\w)HĐND(?!\w)", re.IGNORECASE), "Hội đồng nhân dân"),
    (re.compile(r"(?<!\w)TT\.? ?(?=Hội đồng nhân dân)"), "Thường trực "),
    (re.compile(r"(?<!\w)(?:UBMTTQ|Ủy ban MTTQ)(?: ?VN| Việt Nam)?(?!\w)"), "Ủy ban Mặt trận Tổ quốc Việt Nam"),
    (re.compile(r"(?<!\w)MTTQ(?: ?VN)?(?!\w)"), "Mặt trận Tổ quốc"),
    (re.compile(r"(?<!\w)CT-XH(?!\w)"), "chính trị - xã hội"),
    (re.compile(r"(?<=\w)-(?=xã hội|nghề nghiệp)"), " - "),
    (re.compile(r"(?<!\w)BCH(?!\w)"), "Ban Chỉ huy"),
    (re.compile(r"(?<!\w)BCĐ(?!\w)"), "Ban Chỉ đạo"),
    (re.compile(r"(?<!\w)TW(?!\w)"), "trung ương"),
    (re.compile(r"(?<!\w)KCN(?!\w)"), "Khu công nghiệp"),
    (re.compile(r"(?<!\w)KKT(?!\w)"), "Khu kinh tế"),
    (re.compile(r"(?<!\w)KCB(?!\w)"), "khám chữa bệnh"),
    (re.compile(r"(?<!\w)BHYT(?!\w)"), "bảo hiểm y tế"),
)


def _in_sentence_case(name: str) -> str:
    low = re.sub(r"(?<!\w)(?:ubnd|hđnd|mttq|kcn)(?!\w)", lambda m: m.group().upper(), name.lower())
    for place in places():
        low = re.sub(rf"(?<!\w){re.escape(place.name.lower())}(?!\w)", place.name, low)
    return low.replace("ủy ban nhân dân", "Ủy ban nhân dân")


@lru_cache(maxsize=4096)
def group_name(words: str) -> str:
    """The canonical name of a group: abbreviations written out, "các" in lower case, else as printed."""
    name = " ".join(words.split())
    letters = [c for c in name if c.isalpha()]
    if sum(c.isupper() for c in letters) > 0.8 * len(letters):
        name = _in_sentence_case(name)
    for pattern, full in _EXPAND:
        name = pattern.sub(full, name)
    name = re.sub(r"^(?:Tất cả |tất cả )", "", name)
    return re.sub(r"^(?:Các|Những|CÁC|Từng|Mỗi)\b", lambda m: m.group().lower(), name)
