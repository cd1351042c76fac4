"""The title that follows a citation ("… về việc phê duyệt Đề án …"), up to where the sentence goes on without it."""

from __future__ import annotations

import re
from functools import cache

from extractors.vocabulary import UPPER, table, words


@cache
def _opens() -> re.Pattern[str]:
    """ " về việc phê duyệt" | ": “Về đổi mới", not "quy định tại", "quy định như sau", ", Kết luận số"."""
    verbs = "|".join(words("opener"))
    lead = rf"[ \n]{{0,2}}[,:]?[ \n]{{0,2}}[“\"]?(?=[{''.join(sorted({verb[0] for verb in words('opener')}))}])"
    return re.compile(rf"{lead}(?P<title>(?:{verbs})(?!\w)(?![ \n](?:tại|như|rõ|số)\b|[ \n]?:))", re.IGNORECASE)


# A title whose lists of provisions are its own: "sửa đổi, bổ sung khoản 2 Điều 3 và Điều 5 Nghị định số …"
_CHANGES = re.compile(r"(?:về việc |về |quy định )?(?:sửa đổi|bổ sung|bãi bỏ|thay thế|đính chính|ngưng)", re.IGNORECASE)
# What can close no title: "… và", "… như sau:"
_TRAILING = (" và", " của", " hướng dẫn như sau", " như sau", " cụ thể")
# The area of a province, which no title of the nation's has: " trên địa bàn tỉnh", " trên địa bàn tỉnh An Giang"
_AREA = re.compile(rf",? trên địa bàn (?:(?:tỉnh|thành phố|thành phố trực thuộc)\b|TP\.)(?P<named> ?[{UPPER}])?")
_NATIONAL = re.compile(r"\b(?:quốc gia|Việt Nam|cả nước|toàn quốc)\b")


@cache
def _ends(changes: bool) -> re.Pattern[str]:
    """Where the sentence goes on without the title: its end, a further citation, a body that does something.

    ``changes`` says that the title changes other instruments: then provisions that follow are the title's own.
    """
    names = "|".join(sorted({row["name"] for row in table("types")} | {"Văn bản"}, key=len, reverse=True))
    cited = rf"(?:{names})(?: hành động| liên tịch| thẩm tra| thẩm định)? số"
    # each alternative begins with a literal, so that the search skips to such a place
    body, verb = "|".join(words("clause_body")), "|".join(words("clause_verb"))
    short = rf"\((?:sau đây|gọi tắt|viết tắt|(?:{names}) (?:số )?\d[\d/]*[/-][^\W\d])"
    further = rf"(?:và (?:các )?{cited}|(?:{body})\b[^,;.]{{0,40}} (?:{verb})\b|{short})"
    if not changes:
        provision = r"(?:[Đđ]iều|khoản|điểm|Mục|Chương|Phụ lục) (?:\d{1,3}[a-zđ]?|[a-zđ]|[IVX]{1,5})\b"
        further = rf"(?:{further}|(?:và )?(?:tại )?(?:các )?{provision}[^,;.\n]{{0,40}}? (?:{names}) số)"
    return re.compile(
        rf"\n|;|\.(?=\s|$)|…(?=\s)|”|»|\||\*(?=\*)|\[(?=\d)|"
        rf",(?= (?:(?:và )?(?:các )?(?:{cited}|số \d)|{further}|(?:có hiệu lực|hiệu lực|được)\b))|"
        rf" (?={further}|Báo cáo[^,;]{{0,12}} số|nhằm |"
        r"(?:đã )?(?:được|bị) (?:sửa đổi|bổ sung|thay thế|đính chính|hợp nhất|bãi bỏ)\b|hết hiệu lực\b)"
    )


_LONGEST, _USUAL = 1200, 420


def title_after(text: str, end: int) -> tuple[int, int] | None:
    """The range of the title that begins at ``end``, or null when the sentence does not give one."""
    opened = _opens().match(text, end)
    if not opened:
        return None
    start = opened.start("title")
    if text[start].isupper() and "\n" in text[end:start]:
        return None
    limit = min(len(text), start + _LONGEST)
    stop = _ends(_CHANGES.match(text, start) is not None).search(text, opened.end(), limit)
    close = _unbalanced(text, start, stop.start() if stop else _last_word(text, start, limit))
    close = _trimmed(text, start, close)
    return (start, close) if close - start > 4 else None


def _last_word(text: str, start: int, limit: int) -> int:
    """Where a title that does not end by itself is cut: behind a word."""
    if limit - start < _LONGEST:
        return limit
    blank = text.rfind(" ", start, start + _USUAL)
    return blank if blank > start else start + _USUAL


def _trimmed(text: str, start: int, end: int) -> int:
    """``end`` without signs and words that can close no title."""
    title = text[start:end].rstrip(" ,.:*")
    while title.endswith(_TRAILING):
        tail = next(words for words in _TRAILING if title.endswith(words))
        title = title[: -len(tail)].rstrip(" ,.:*")
    return start + len(title)


def without_area(text: str, title: tuple[int, int]) -> tuple[int, int]:
    """A central instrument's title without the area in which the sentence has it carried out.

    "thực hiện Quyết định số 687/QĐ-TTg … phê duyệt Đề án phát triển kinh tế tuần hoàn ở Việt Nam trên địa bàn tỉnh An
    Giang": the scheme is the nation's, the area the sentence's. An area that the title may well name ("thí điểm … trên
    địa bàn thành phố Đà Nẵng") stays.
    """
    for area in _AREA.finditer(text, *title):
        if not area["named"] or _NATIONAL.search(text, title[0], area.start()):
            return title[0], area.start()
    return title


def _unbalanced(text: str, start: int, end: int) -> int:
    """``end``, or the bracket before it that closes one opened before the title."""
    if text.find(")", start, end) < 0:
        return end
    depth = 0
    for at in range(start, end):
        depth += (text[at] == "(") - (text[at] == ")")
        if depth < 0:
            return at
    return end
