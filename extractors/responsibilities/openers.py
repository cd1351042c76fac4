"""The words that an agency's name may open with: cheap tests before any name is looked up."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extractors.fold import fold
from extractors.responsibilities.words import CUES, DIRECTIVE, HANDLING, ORDERS, PREFIX
from extractors.vocabulary import table

_WORD = re.compile(r"\w+")
# where an addressee may stand in a sentence: at its head or past a comma or colon, joining words between
_JOIN = r"(?:và|đồng thời|ngoài ra|riêng|trong đó|bên cạnh đó|theo đó)(?!\w)[\s,:]*"
_PLACE = re.compile(rf"(?:^|[,:;)\n“\"]|(?<=\s)thì)[\s,:;“\"–-]*(?:{_JOIN}){{0,4}}(\w+)")
_FOLLOWED = re.compile(
    rf"(?:^|[,:;)\n“\"–-])[\s,:;“\"–-]*(?:{_JOIN}){{0,4}}$|(?:^|(?<=\s))thì $|^(?:trong )?(?:trường hợp|nếu|khi) $",
    re.IGNORECASE,
)
# what a sentence opens with that is no name, though its first word opens some ("Trường Đại học", "Bộ", "Hiệu trưởng")
_NO_NAME = re.compile(
    r"(?:trường hợp|đối (?:với|tượng)|hiệu lực|quy (?:định|trình|chế)|bổ sung|hợp (?:nhất|đồng)|thông (?:tư|báo|tin)|"
    r"thu (?:nhập|hồi|thập)|văn bản|tập trung|bảo (?:đảm|vệ)|báo cáo|kiểm tra|ban hành|quản lý|chủ động|thủ tục|"
    r"công (?:bố|khai|suất)|tổ chức (?:thực hiện|triển khai|thi hành|lại)|địa chỉ|cơ (?:sở|bản)|thường xuyên)(?!\w)"
)
# every place behind that where an addressee may follow all the same
_NEXT_PLACE = re.compile(
    rf"(?:[,:;\n“\"–-][\s,:;“\"–-]*(?:{_JOIN}){{0,4}}|(?<!\w)thì |^(?:trong )?(?:trường hợp|nếu|khi) )(\w+)"
)
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
def _words() -> frozenset[str]:
    columns = (("agencies", "name"), ("agencies", "aliases"), ("agency_heads", "head"), ("agency_nouns", "name"))
    names = [name for file, column in columns for row in table(file) for name in row[column].split("|")]
    firsts = (_WORD.search(name) for name in (*names, *_FORMS.split()))
    return frozenset(fold(first[0]) for first in firsts if first)


def may_begin(text: str, position: int) -> bool:
    """Whether the word at a position may open an agency's name."""
    word = _WORD.match(text, position)
    return word is not None and _opens_name(word[0])


@lru_cache(maxsize=8192)
def _opens_name(word: str) -> bool:
    """Whether a word is the first of an agency's name; few words are asked about, and often."""
    return fold(word) in _words()


def may_assign(words: str, *, strict: bool) -> bool:
    """Whether a sentence without an inherited addressee may lay a duty on somebody: an order, or a place for a subject.

    In a regulation (``strict``) a cue of assignment must stand in it too; in a step of a procedure a plain one.
    """
    if orders(words):
        return True
    low = words.lower()
    if strict and not (_MUST.search(low) if HANDLING.match(low) else any(cue in low for cue in CUES)):
        return False
    return _may_address(words, low, strict=strict)


def _may_address(words: str, low: str, *, strict: bool) -> bool:
    """Whether a word that opens a name stands where an addressee may stand."""
    later: bool | None = None
    for place in _PLACE.finditer(low):
        if place[0][0] == ",":
            if later is None:
                later = PREFIX.match(words) is not None or any(cue in low for cue in _LATER)
            if not later:
                continue
        at = place.start(1)
        if not _opens_name(place[1]) or (strict and _PRIVATE.match(low, at)):
            continue
        return at > 0 or not _NO_NAME.match(low) or any(_opens_name(later[1]) for later in _NEXT_PLACE.finditer(low))
    return False


@lru_cache(maxsize=64)
def orders(words: str) -> bool:
    """Whether a sentence gives an order to somebody or names the doer last; a sentence is asked about repeatedly."""
    low = words.lower()
    for cue in _LAST:
        if cue in low:
            return True
    for order in ORDERS:
        if order in low:
            break
    else:
        return False
    return any(may_begin(words, _blank(words, order.end())) for order in DIRECTIVE.finditer(words))


def _blank(words: str, position: int) -> int:
    while position < len(words) and not words[position].isalnum():
        position += 1
    return position


def may_follow(before: str) -> bool:
    """Whether the subject of a clause may stand after these words of its sentence."""
    return _FOLLOWED.search(before[-60:]) is not None
