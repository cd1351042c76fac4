"""What the words between two citations do: end a clause, join two instruments, or only fill in a description.

All functions look at lower-case text of the same length as the document's, so that offsets hold. The words are in
``tables/gap_words.csv``.
"""

from __future__ import annotations

import re
from functools import cache

from extractors.vocabulary import table

_REACH = 240
_CHANGE_REACH = 400
_LOOK_BACK = 200
# khoản 2 Điều 5 | các điểm a, b và c | Phụ lục I
_PIN = (
    r"(?:(?:các )?(?:điều|khoản|điểm|mục|chương|phần|tiết|phụ lục|gạch đầu dòng)(?: số| thứ)? "
    r"(?:[ivxlc]+|\d+[a-zđ]?|[a-zđ]\d?)(?:(?:,| và|, và|;| đến) (?:[ivxlc]+|\d+[a-zđ]?|[a-zđ]\d?)(?![\w/]))*)"
)
# ". " or ";" or "… " or "” - " or a new line ends a clause
_CLAUSE = re.compile(r";|[.!?]\s+(?=[^\s\d])|…\s|[”\"]\s*[-–]\s|\n")
# "(sau đây gọi tắt là" | "(gọi tắt là"
_DEFINES = re.compile(r"\(\s*(?:sau đây )?(?:được )?(?:gọi tắt|viết tắt|gọi chung|gọi|viết)(?: là)?:?\s*[“\"]?$")
_SENTENCE_INSIDE = re.compile(r";|\.\s(?!\d)")
_UNDER_A_RULE = re.compile(r"(?<!kèm )(?<!hành )\btheo\b")
# what keeps a verb from its object: "thực hiện … theo quy định của Luật", "Quyết định này"
_OBSTACLE = re.compile(r"\b(?:theo (?:đúng )?quy định|quy định (?:tại|trong)|trừ|không|này)\b|;|\.\s")
_ACCORDING = re.compile(r"\s*(?:đúng )?(?:theo|tại|trên cơ sở)\b")
_CLOSES_TITLE = re.compile(r"\btrên địa bàn\b")
# " theo " | " ban hành kèm theo " | " đã được Thủ tướng Chính phủ phê duyệt tại "
_LINK = re.compile(
    r"\W*(?:đã )?(?:được )?(?:(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|thủ tướng chính phủ|chính phủ)"
    r"(?: tỉnh| thành phố)? )?(?:ban hành |phê duyệt )?(?:đính )?(?:kèm )?(?:theo|tại)\s*(?:các\s*)?"
)


@cache
def _any(*groups: str) -> str:
    """An alternation of the words of some groups, longest first."""
    words = {row["word"] for row in table("gap_words") if row["group"] in groups}
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)).replace(r"\ ", " ") + ")"


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_SOURCES[name](), re.DOTALL)


def _many() -> str:
    return rf"(?:{_any('many')}|\d{{1,3}})"


def _instruments() -> str:
    return _any("normative", "scheme", "paper")


def _list_after() -> str:
    return rf"\b[\s:\"“]*(?:{_many()}\s*|{_PIN}[\s,]*|của\s*|{_any('normative')}\s*|văn bản\s*|số\s*)*"


_SOURCES = {
    # "nghiêm túc, hiệu quả các nội dung của" | ""
    "plain": lambda: rf"[\s\"“:(,]*(?:(?:{_any('manner', 'normative')}|{_many()}|{_PIN}|của|nội dung|số)[\s,:\"“]*)*",
    # "đầy đủ các nhiệm vụ, giải pháp lĩnh vực nông nghiệp tại" | "các văn bản của Trung ương, nhất là:"
    "object": lambda: (
        rf"\s*(?:(?:{_any('manner')}|,)\s*)*(?:{_many()}\s*)?"
        rf"(?:(?:{_any('aim', 'scheme')})\b.*\b(?:{_any('within')}|theo)|"
        rf"{_any('rules', 'normative')}\b.*\b{_any('within')}){_list_after()}"
    ),
    "named": lambda: rf"\b{_any('lists')}\s*:[\s\"“-]*$",
    "partial": lambda: rf"\b{_any('part')}\b",
    "normative": lambda: rf"\b{_any('normative')}\b",
    "provision": lambda: _PIN,
    # ", và các " | "; " | " hoặc ": what joins an instrument to the one before
    "joint": lambda: (
        rf"(?:,|;|\bvà|\bhoặc|\bcùng với|\bcùng|\bđến)\s*"
        rf"(?:(?:{_many()}|{_PIN}|của|nội dung|{_instruments()}|số|tại|[\"“(])[\s,]*)*$"
    ),
    "only joint": lambda: (
        r"[\s,;:\"”“()\[\]\d-]*"
        rf"(?:(?:và|hoặc|cùng|với|đồng thời|{_many()}|{_PIN}|của|nội dung|{_instruments()}|số|[-+•*])[\s,:\"“(]*)*"
    ),
    # ", Ủy ban nhân dân tỉnh ban hành" | ". Bộ Nội vụ đề nghị": the sentence's main clause begins
    "main": lambda: rf"(?:,|\.|\))\s*(?:thì\s+)?(?={_any('body')}\b(?:[^,;:.]{{0,120}}?\b)?{_any('act')}\b)",
    # " và đề nghị của Giám đốc Sở Nội vụ tại ": a further body asks
    "another asks": lambda: (
        r"[\s,;]*(?:và |cùng )(?:theo )?(?:(?:đề nghị|ý kiến|đề xuất) )?(?:của )?"
        rf"{_any('body')}\b[^;.()]{{0,80}}? tại\s*(?:(?:{_many()}|{_instruments()}|số)\s*)*"
    ),
    "title": lambda: rf"\b{_any('title')}\b",
    "verb after": lambda: (
        rf"(?:,|\bvà|\bđồng thời|\bgắn với|\bkết hợp(?: với)?|\bsong song với)\s*(?:{_any('again')}\s*)*$"
    ),
    # "kiểm tra, đánh giá việc", "kết quả": the words make a noun of the carrying out
    "nominal": lambda: (
        rf"(?:(?<!về )\bviệc|\b{_any('nominal')}|\bquy chế(?:\s+\w+){{0,6}})"
        r"(?:\s+(?:chỉ đạo|tổ chức|triển khai|quán triệt|và|,|tổng kết|\d+ năm|\w+ năm))*\s*$"
    ),
    "control": lambda: (
        rf"\b{_any('control')}\b(?:(?!\b(?:để|nhằm|xây dựng|tham mưu)\b)[^;:]){{0,90}}"
        r"\b(?:việc|kết quả|tình hình|tiến độ|công tác)\s+(?:\w+\s+){0,4}$"
    ),
    # "Theo dõi, kiểm tra …: xây dựng văn bản, tổ chức thực hiện": what the clause inspects
    "inspection": lambda: rf"\W*{_any('inspection')}\b",
    "ordered": lambda: rf"\b{_any('order')}\s+(?:tốt |hiệu quả )?việc\s+(?:\w+\s+){{0,2}}$",
    "unnamed": lambda: rf"\b{_any('normative')}\s*$",
    "unnamed paper": lambda: rf"\b(?:văn bản|tài liệu|dự thảo|{_any('normative')})\s*$",
}


def lowered(text: str) -> str:
    """Lower case of the same length as ``text``."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def clause_start(low: str, start: int, end: int) -> int | None:
    """Where the last clause that begins in ``low[start:end]`` begins, or null; what stands in brackets is skipped."""
    cut = None
    for pattern in (_CLAUSE, _pattern("main")):
        for match in pattern.finditer(low, start, end):
            inside = low.count("(", start, match.start()) - low.count(")", start, match.start())
            if inside <= 0 or ")" not in low[match.start() : end]:
                cut = max(cut or 0, match.end())
    return cut


def only_joins(words: str) -> bool:
    """Whether nothing but conjunctions, list marks and names of kinds stands there: " và các Nghị định số "."""
    return _pattern("only joint").fullmatch(words) is not None


def joins(words: str) -> str | None:
    """The conjunction by which the words end (",", "và", "hoặc" …), or null when they do not join."""
    match = _pattern("joint").search(words, max(0, len(words) - _LOOK_BACK))
    return match.group(0).split()[0].rstrip(",") or "," if match else None


def defines(before: str) -> bool:
    """Whether the words before an instrument open a definition: "(sau đây gọi tắt là "."""
    return _DEFINES.search(before, max(0, len(before) - _LOOK_BACK)) is not None


def another_asks(words: str) -> bool:
    """Whether a further body makes the request: " và Giám đốc Sở Nội vụ tại "."""
    return _pattern("another asks").fullmatch(words) is not None


def links(words: str) -> bool:
    """Whether the words only say where the thing named before stands: " theo", " ban hành kèm theo", " tại"."""
    return _LINK.fullmatch(words) is not None


def reaches(words: str) -> bool:
    """Whether a verb before these words has the instrument after them as object: " đầy đủ các nhiệm vụ tại "."""
    if len(words) > _REACH or _OBSTACLE.search(words) or _ACCORDING.match(words):
        return False
    if _pattern("plain").fullmatch(words) or _pattern("named").search(words):
        return True
    return _pattern("object").fullmatch(words) is not None


def changes(words: str) -> bool:
    """Whether a changing verb before these words changes the instrument after them ("một số điều của")."""
    if len(words) > _CHANGE_REACH or _ACCORDING.match(words):
        return False
    return not (_SENTENCE_INSIDE.search(words) or _UNDER_A_RULE.search(words))


def reaches_title(words: str, *, changing: bool) -> bool:
    """Whether a verb in a title reaches what follows the words, which end in a conjunction.

    "… sửa đổi một số điều của các Nghị định liên quan đến kiểm soát thủ tục và Nghị định số 92": the verb has its
    object, instruments without numbers, before the conjunction.
    """
    joint = _pattern("joint").search(words, max(0, len(words) - _LOOK_BACK))
    if joint and _pattern("normative").search(words, 0, joint.start()):
        return False
    return changes(words) if changing else reaches(words)


def partial(words: str) -> bool:
    """Whether only a part of the instrument is meant: " khoản 2 Điều 5 của"."""
    return _pattern("partial").search(words) is not None


def pinpoints(words: str) -> bool:
    """Whether the words name a provision: " nhiệm vụ nêu tại khoản 2 Điều 55"."""
    return _pattern("provision").search(words) is not None


def nominal(before: str) -> bool:
    """Whether the words before a carrying-out verb make it a mere mention: "đánh giá việc", "kết quả"."""
    before = before[-_LOOK_BACK:]
    if _pattern("ordered").search(before):
        return False
    return bool(_pattern("nominal").search(before) or _pattern("control").search(before))


def inspects(before: str) -> bool:
    """Whether the clause before a verb opens with an inspection: "Theo dõi, kiểm tra …: xây dựng văn bản, "."""
    clause = before[before.rfind(";") + 1 :]
    return len(clause) <= _LOOK_BACK and _pattern("inspection").match(clause) is not None


def unnamed(before: str, *, papers: bool) -> bool:
    """Whether the verb's subject is an instrument without a number ("Nghị định sửa đổi …"); ``papers``: any kind."""
    return _pattern("unnamed paper" if papers else "unnamed").search(before[-_LOOK_BACK:]) is not None


def opens_title(words: str) -> bool:
    """Whether a title of the instrument before has begun in the words."""
    return _pattern("title").search(words) is not None


def closes_title(words: str) -> bool:
    """Whether the words end the title of the instrument that governs: " trên địa bàn tỉnh Lai Châu, "."""
    return _CLOSES_TITLE.search(words) is not None


def verb_joins(words: str) -> bool:
    """Whether a verb after these words is joined to the sentence's own: ", tiếp tục "."""
    return _pattern("verb after").search(words[-_LOOK_BACK:]) is not None
