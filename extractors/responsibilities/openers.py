"""The words that an agency's name may open with: cheap tests before any name is looked up."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extractors.fold import fold
from extractors.responsibilities.first_words import may_open
from extractors.responsibilities.words import CONNECTIVE, CUES, DIRECTIVE, HANDLING, ORDERS, PREFIX
from extractors.vocabulary import table

_WORD = re.compile(r"\w+")
# where an addressee may stand in a sentence: at its head or past a comma or colon, joining words between
_JOIN = r"(?:và|đồng thời|ngoài ra|riêng|trong đó|bên cạnh đó|theo đó)(?!\w)[\s,:]*"
_HEAD = re.compile(rf"[\s,:;“\"–-]*(?:{_JOIN}){{0,4}}(\w+)")
_PLACE = re.compile(rf"[,:;)\n“\"]{_HEAD.pattern}")
# (its first sign stands in front, so that the search skips to the next of them)
_PLACE_OR_THEN = re.compile(rf"[,:;)\n“\"t](?:(?<!t)|(?<=\st)hì){_HEAD.pattern}")
_FOLLOWED = re.compile(
    rf"(?:^|[,:;)\n“\"–-])[\s,:;“\"–-]*(?:{_JOIN}){{0,4}}$|(?:^|(?<=\s))thì $|^(?:trong )?(?:trường hợp|nếu|khi) $",
    re.IGNORECASE,
)
# the same places, looked for from the left, behind a dash too; then the case of a duty, at the head of its sentence
_SUBJECT = re.compile(rf"[,:;)\n“\"t](?:(?<!t)|(?<=\st)hì)[\s,:;“\"–-]*(?:{_JOIN}){{0,4}}")
_ANYWHERE = re.compile(rf"[,:;)\n“\"–t-](?:(?<!t)|(?<=\st)hì)[\s,:;“\"–-]*(?:{_JOIN}){{0,4}}")
_FIRST = re.compile(rf"thì |(?:trong )?(?:trường hợp|nếu|khi) |[\s,:;“\"–-]*(?:{_JOIN}){{0,4}}")
# what lets an addressee stand after a comma in the middle of a sentence
_LATER = ("chủ trì", "phối hợp", "trách nhiệm", "giám sát", "các ông", "các bà", "các đồng chí")
# what lets a subject stand past the head of a sentence: words of a later clause, a plain cue behind the name
_INSIDE = (*_LATER, ";", "định kỳ", "sẽ", "phải")
_TOPICS = ("Về", "Liên quan")
# before a name that no mark parts from it: a title, the heading of an article that runs into its text
_TITLED = re.compile(
    r"[\s,:;“\"–-]*(?:các ông|các bà|ông|bà|\(|(?:các )?đồng chí|lãnh đạo|chánh|giám đốc|thủ trưởng|chủ tịch|bộ trưởng|"
    r"tổ chức (?:thực hiện|thi hành)|điều khoản|trách nhiệm|hiệu lực)(?!\w)",
    re.IGNORECASE,
)
_NEAR = 60  # code points before a subject that tell whether it may stand there
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
    """Whether the words at a position may open the name of somebody who is addressed."""
    return _may_begin(text, position) and may_open(text, position)


def _may_begin(text: str, position: int) -> bool:
    word = _WORD.match(text, position)
    return word is not None and _opens_name(word[0])


@lru_cache(maxsize=8192)
def _opens_name(word: str) -> bool:
    """Whether a word is the first of an agency's name; few words are asked about, and often."""
    return fold(word) in _words()


def may_address(words: str, low: str, *, strict: bool) -> bool:
    """Whether a sentence may name an addressee as its subject: a word that opens a name stands where one may stand.

    ``low`` are its words in small letters. In a regulation (``strict``) a cue of assignment must stand in it too; in a
    step of a procedure a plain one.
    """
    if strict and not (_MUST.search(low) if HANDLING.match(low) else any(map(low.__contains__, CUES))):
        return False
    head = _HEAD.match(low)
    if head and _opens_name(head[1]) and not (strict and _PRIVATE.match(low, head.start(1))):
        return True
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
    return any(_may_begin(words, _blank(words, order.end())) for order in DIRECTIVE.finditer(words))


def _blank(words: str, position: int) -> int:
    while position < len(words) and not words[position].isalnum():
        position += 1
    return position


def may_name_subject(words: str, low: str, *, anywhere: bool = False) -> bool:
    """Whether a name may begin in a sentence, given in small letters too, where it would be the subject of a duty.

    Past the head of the sentence it stands behind a condition or a topic, in a later clause, or before a plain cue;
    ``anywhere``: there is another reason for it.
    """
    if len(low) != len(words):
        return True
    first = _FIRST.match(low)
    if may_open(words, first.end() if first else 0):
        return True
    if not (anywhere or any(map(low.__contains__, _INSIDE)) or _opens_condition(words) or is_titled(words)):
        return False
    places = (_ANYWHERE if anywhere else _SUBJECT).finditer(low)
    return any(may_open(words, place.end()) for place in places)


def is_titled(words: str) -> bool:
    """Whether a sentence may open with words that no mark parts from the name behind them."""
    return _TITLED.match(words) is not None


def _opens_condition(words: str) -> bool:
    """Whether a sentence opens with a condition, a ground, a time or a topic."""
    opened = words.lstrip(" ,:\n-–")
    joined = CONNECTIVE.match(opened)
    return PREFIX.match(opened, joined.end() if joined else 0) is not None or opened.startswith(_TOPICS)


def may_follow(text: str, start: int, end: int) -> bool:
    """Whether the subject of a clause may stand at ``end``, after the words of its sentence from ``start`` on."""
    return _FOLLOWED.search(text[max(start, end - _NEAR) : end]) is not None
