"""The title that follows a citation ("… về việc phê duyệt Đề án …"), up to where the sentence goes on without it."""

from __future__ import annotations

import re
from functools import cache

from extractors.vocabulary import table, words


@cache
def _opens() -> re.Pattern[str]:
    """ " về việc phê duyệt" | ": “Về đổi mới", not "quy định tại", "quy định như sau", ", Kết luận số"."""
    verbs = "|".join(words("opener"))
    lead = r"[ \n]{0,2}[,:]?[ \n]{0,2}[“\"]?"
    return re.compile(rf"{lead}(?P<title>(?:{verbs})(?!\w)(?![ \n](?:tại|như|rõ|số)\b|[ \n]?:))", re.IGNORECASE)


@cache
def _ends() -> re.Pattern[str]:
    """Where the sentence goes on without the title: its end, a further citation, a body that does something."""
    names = "|".join(sorted({row["name"] for row in table("types")} | {"Văn bản"}, key=len, reverse=True))
    cited = rf"(?:{names})(?: hành động| liên tịch| thẩm tra| thẩm định)? số"
    # each alternative begins with a literal, so that the search skips to such a place
    body, verb = "|".join(words("clause_body")), "|".join(words("clause_verb"))
    further = rf"(?:và (?:các )?{cited}|(?:{body})\b[^,;.]{{0,40}} (?:{verb})\b|\((?:sau đây|gọi tắt|viết tắt))"
    return re.compile(
        rf"\n|;|\.(?=\s|$)|”|»|\||\*(?=\*)|\[(?=\d)|"
        rf",(?= (?:(?:và )?(?:các )?(?:{cited}|số \d)|{further}|(?:có hiệu lực|hiệu lực|được)\b))|"
        rf" (?={further}|Báo cáo[^,;]{{0,12}} số|nhằm |"
        r"(?:đã )?(?:được|bị) (?:sửa đổi|bổ sung|thay thế|đính chính|hợp nhất|bãi bỏ)\b)"
    )


_LONGEST = 420


def title_after(text: str, end: int) -> tuple[int, int] | None:
    """The range of the title that begins at ``end``, or null when the sentence does not give one."""
    opened = _opens().match(text, end)
    if not opened:
        return None
    start = opened.start("title")
    if text[start].isupper() and "\n" in text[end:start]:
        return None
    limit = min(len(text), start + _LONGEST)
    stop = _ends().search(text, opened.end(), limit)
    close = _unbalanced(text, start, stop.start() if stop else limit)
    while close > start and text[close - 1] in " ,.:*":
        close -= 1
    return (start, close) if close - start > 4 else None


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
