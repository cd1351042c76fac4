"""The title that follows a citation ("… về việc phê duyệt Đề án …"), up to where the sentence goes on without it."""

from __future__ import annotations

import re

_OPENS = re.compile(
    r"[ \n]{0,2}[,:]?[ \n]{0,2}(?P<title>(?:V/v|v/v|[Vv]ề(?: việc)?|[Bb]an hành|[Pp]hê duyệt|[Qq]uy định|[Hh]ướng dẫn|[Ss]ửa đổi|"
    r"[Bb]ãi bỏ|[Cc]ông bố|[Tt]hành lập|[Gg]iao|[Tt]hay thế|[Đđ]ính chính|[Hh]ợp nhất|[Tt]riển khai|[Đđ]iều chỉnh|[Tt]ăng cường|"
    r"[Đđ]ẩy mạnh|[Tt]hông qua|[Pp]hân cấp|[Cc]hấp thuận|[Kk]ết luận)(?!\w))"
)
# where the list of citations, or the sentence, goes on
_ENDS = re.compile(
    r"\n|;|\.(?=\s|$)|[”»]|\*\*|\[\d|"
    r",? (?=(?:và |, )?(?:các )?(?:Quyết định|Nghị định|Nghị quyết|Thông tư|Chỉ thị|Kế hoạch|Công văn|Kết luận|Chương trình|Thông báo|"
    r"Luật|Bộ luật|Pháp lệnh|Tờ trình|Báo cáo|Công điện|Hướng dẫn)(?: hành động| liên tịch)? số)(?<=, )|"
    r" (?=và (?:các )?(?:Quyết định|Nghị định|Nghị quyết|Thông tư|Chỉ thị|Công văn|Kết luận|Thông báo|Tờ trình)(?: liên tịch)? số)|"
    r",? (?=(?:Ủy ban nhân dân|UBND|Hội đồng nhân dân|HĐND) (?:tỉnh|thành phố|huyện)[^,;.]{0,30} (?:ban hành|xây dựng|yêu cầu|đề nghị|"
    r"giao|thông báo|triển khai|quyết nghị)\b)|"
    r",? \((?:sau đây|gọi tắt|viết tắt)"
)
_LONGEST = 420


def title_after(text: str, end: int) -> tuple[int, int] | None:
    """The range of the title that begins at ``end``, or null when the sentence does not give one."""
    opened = _OPENS.match(text, end)
    if not opened:
        return None
    start = opened.start("title")
    limit = min(len(text), start + _LONGEST)
    stop = _ENDS.search(text, opened.end(), limit)
    close = _unbalanced(text, start, stop.start() if stop else limit)
    while close > start and text[close - 1] in " ,.:*":
        close -= 1
    return (start, close) if close - start > 4 else None


def _unbalanced(text: str, start: int, end: int) -> int:
    """``end``, or the bracket before it that closes one opened before the title."""
    depth = 0
    for at in range(start, end):
        depth += (text[at] == "(") - (text[at] == ")")
        if depth < 0:
            return at
    return end
