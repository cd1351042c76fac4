"""The words that an agency's name may open with: cheap tests before any name is looked up."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extractors.fold import fold
from extractors.responsibilities.words import CUES, DIRECTIVE, HANDLING, ORDERS, PREFIX
from extractors.vocabulary import table

_WORD = re.compile(r"\w+")
_WORDS = re.compile(r"\w+(?: \w+)?")
# where an addressee may stand in a sentence: at its head or past a comma or colon, joining words between
_JOIN = r"(?:và|đồng thời|ngoài ra|riêng|trong đó|bên cạnh đó|theo đó)(?!\w)[\s,:]*"
_NAME = r"(?=(\w+(?: \w+)?))\w+"  # the two words that may open it
_HEAD = re.compile(rf"[\s,:;“\"–-]*(?:{_JOIN}){{0,4}}{_NAME}")
_PLACE = re.compile(rf"[,:;)\n“\"]{_HEAD.pattern}")
# (its first sign stands in front, so that the search skips to the next of them)
_PLACE_OR_THEN = re.compile(rf"[,:;)\n“\"t](?:(?<!t)|(?<=\st)hì){_HEAD.pattern}")
_FOLLOWED = re.compile(
    rf"(?:^|[,:;)\n“\"–-])[\s,:;“\"–-]*(?:{_JOIN}){{0,4}}$|(?:^|(?<=\s))thì $|^(?:trong )?(?:trường hợp|nếu|khi) $",
    re.IGNORECASE,
)
# what is no name, though its first word opens some ("Trường Đại học", "Bộ", "Hiệu trưởng"), nor a verb of duty
_NO_NAMES = (
    "trường hợp", "đối với", "đối tượng", "hiệu lực", "quy định", "quy trình", "quy chế", "bổ sung", "hợp nhất",
    "hợp đồng", "thông tư", "thông báo", "thông tin", "thu nhập", "thu hồi", "thu thập", "văn bản", "tập trung",
    "bảo đảm", "bảo vệ", "báo cáo", "kiểm tra", "ban hành", "quản lý", "chủ động", "thủ tục", "công bố", "công khai",
    "công suất", "địa chỉ", "cơ sở", "cơ bản", "thường xuyên", "công chức", "viên chức", "thành phần", "hiệu quả",
    "công tác", "phương tiện",
)  # fmt: skip
_NO_ORGANISATION = re.compile(r"tổ chức (?:thực hiện|triển khai|thi hành|lại)(?!\w)")
# every place behind that where an addressee may follow all the same
_NEXT_PLACE = re.compile(
    rf"(?:[,:;\n“\"–-][\s,:;“\"–-]*(?:{_JOIN}){{0,4}}|(?<!\w)thì |^(?:trong )?(?:trường hợp|nếu|khi) ){_NAME}"
)
_NEAR = 60  # code points before a subject that tell whether it may stand there
# what lets an addressee stand after a comma in the middle of a sentence
_LATER = ("chủ trì", "phối hợp", "trách nhiệm", "giám sát", "các ông", "các bà", "các đồng chí")
# what stands in a clause whose doer comes last or after a title
_LAST = ("chủ trì", "các ông", "các bà", "các đồng chí")
_MUST = re.compile(r"trách nhiệm|(?<!\w)phải(?!\w)")
# whom a regulation binds without giving it a duty: not bodies of the state, the Party or the Front
_PRIVATE = re.compile(r"(?:người (?!đứng)|cá nhân|tổ chức(?! chính trị)|doanh nghiệp|thành viên|hội viên)")
# groups, councils, offices and bodies named by their part: their forms stand in patterns, not in a table
_FORMS = (
    "các những tất cơ đơn chính chủ cấp cá nhà ủy uỷ ubnd hội hđnd đảng huyện tỉnh thành thường tt mttq công ban trạm "
    "phòng trung thuế cục tòa toà viện kho bảo sở bộ phó tổng chi thủ giám trưởng vụ thống bí chỉ hiệu chánh thứ tư "
    "người lãnh hạt đội phụ văn thanh đài"
)


@cache
def _names() -> list[str]:
    columns = (("agencies", "name"), ("agencies", "aliases"), ("agency_heads", "head"), ("agency_nouns", "name"))
    return [name for file, column in columns for row in table(file) for name in row[column].split("|")]


@cache
def _words() -> frozenset[str]:
    firsts = (_WORD.search(name) for name in (*_names(), *_FORMS.split()))
    return frozenset(fold(first[0]) for first in firsts if first)


@cache
def _no_names() -> frozenset[str]:
    """Two words, in small letters, that open no name; none that opens one of the registry, nor "tổ chức"."""
    verbs = (_WORDS.match(row["verb"]) for row in table("duty_verbs"))
    said = {*_NO_NAMES, *(verb[0].lower() for verb in verbs if verb and " " in verb[0])}
    names = {pair[0].lower() for name in _names() if (pair := _WORDS.match(name))}
    return frozenset(said - names - {"tổ chức"})


def may_begin(text: str, position: int) -> bool:
    """Whether the words at a position may open an agency's name."""
    words = _WORDS.match(text, position)
    return words is not None and _opens_name(words[0])


@lru_cache(maxsize=16384)
def _opens_name(words: str) -> bool:
    """Whether a word, with the one behind it, opens an agency's name; few words are asked about, and often."""
    return _opens_some(words.partition(" ")[0]) and words.lower() not in _no_names()


@lru_cache(maxsize=8192)
def _opens_some(word: str) -> bool:
    """Whether a word is the first of an agency's name, whatever stands behind it."""
    return fold(word) in _words()


def may_address(words: str, low: str, *, strict: bool) -> bool:
    """Whether a sentence may name an addressee as its subject: a word that opens a name stands where one may stand.

    ``low`` are its words in small letters. In a regulation (``strict``) a cue of assignment must stand in it too; in a
    step of a procedure a plain one.
    """
    if strict and not (_MUST.search(low) if HANDLING.match(low) else any(map(low.__contains__, CUES))):
        return False
    head = _HEAD.match(low)
    if head and _opens_some(head[1].partition(" ")[0]) and not (strict and _PRIVATE.match(low, head.start(1))):
        named = head.start(1) > 0 or (_opens_name(head[1]) and not _NO_ORGANISATION.match(low))
        return named or any(_opens_name(place[1]) for place in _NEXT_PLACE.finditer(low))
    listed: bool | None = None
    places = _PLACE_OR_THEN if "thì" in low else _PLACE
    for place in places.finditer(low, head.end() if head else 0):
        if not _opens_name(place[1]) or (strict and _PRIVATE.match(low, place.start(1))):
            continue
        if place[0][0] != ",":
            return True
        if listed is None:
            listed = any(map(low.__contains__, _LATER)) or PREFIX.match(words) is not None
        if listed:
            return True
    return False


def orders(words: str, low: str) -> bool:
    """Whether a sentence, given in small letters too, gives an order to somebody or names the doer last."""
    if any(map(low.__contains__, _LAST)):
        return True
    if not any(map(low.__contains__, ORDERS)):
        return False
    return any(may_begin(words, _blank(words, order.end())) for order in DIRECTIVE.finditer(words))


def _blank(words: str, position: int) -> int:
    while position < len(words) and not words[position].isalnum():
        position += 1
    return position


def may_follow(text: str, start: int, end: int) -> bool:
    """Whether the subject of a clause may stand at ``end``, after the words of its sentence from ``start`` on."""
    return _FOLLOWED.search(text[max(start, end - _NEAR) : end]) is not None
