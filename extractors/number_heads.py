"""Where a document number may begin: its head ("30/2020/"), looked for around the rare sign that it cannot lack."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_letters

from extractors.fold import coded, coded_in_part, decoded

GAP = r"[ \t\n\u00a0\u200b]{0,3}"
DASH = r"\-‐‑‒–—―−﹣－_\ufffe"
SLASH = r"/∕⁄／"
# 687 | 0130 | 66.17 | 12a, from its second character on
_SERIAL_REST = r"\d{0,2}\.\d{1,3}(?=[^\w.])|\d{0,7}[A-Za-zĐđ]?"
# 2020 | 20 20 | 202\n0 | 98 (before 2000 two digits were usual)
_CUT = r"[ \t\n\u00a0]{0,2}"
_YEAR = rf"(?:1{_CUT}9|2{_CUT}0){_CUT}\d{_CUT}\d|[6-9]\d"
# What may not stand before a number, looked back at from its first digit: "a1", "/1", "1.1", "a-1", "2009:1"
_ALONE = r"(?<![\w/]\d)(?<!\d[.,:]\d)(?<!\w[-–]\d)|(?<=[Ss]ố\d)|(?<=SỐ\d)"
_STAMP = r"[ \t\n\u00a0]{0,12}"
# "30/2020/" of 30/2020/NĐ-CP | "57-" of 57-NQ/TW | "22      /2025/" (a gap left for the stamp) | "57" of 57NQ/TW
HEAD = re.compile(
    rf"(?P<serial>[0-9](?:{_ALONE})(?:{_SERIAL_REST}))(?:(?P<stamp>{_STAMP})(?P<sep>[{SLASH}{DASH}]){GAP}"
    rf"(?:(?P<year>{_YEAR}){GAP}(?P<sep2>[{SLASH}{DASH}]){GAP})?(?=[^\W\d_])|"
    rf"(?<=\d)(?=[A-ZĐÐ][A-Za-zĐÐđ]{{1,4}}/[^\W\d_]{{2}}))"
)
# "QĐ-TTg" | "QĐ- UBND" | "NQ-\nHĐND"
_SIGN = r"[^\W\d_][^\W_]{0,23}(?:[-/][ \n]?[^\W\d_][^\W_]{0,23}){0,5}"
# Words that no sign goes on with
WORDS_BEHIND = (
    "ngày của về năm và quy sửa phê được do có là để theo tại trên đã thì NGÀY Quy Về hướng ban hoặc thay thực "
    "gửi trước không cho vào như này với đến mà nêu thuộc gồm bị nếu phải trong khi Hà"
)
# "QĐ-TTg" of "QĐ-TTg ngày", "NĐ-CP" of "NĐ-CP;": what follows cannot belong to the sign, whatever the sign is
CLOSED = re.compile(
    rf"{_SIGN}(?=[,;:)”\"\]|*]|\.[ \n]|[ \n\u00a0]{{1,2}}(?:[(|*]|(?:{WORDS_BEHIND.replace(' ', '|')})\b))"
)
# "30/2020/NĐ-CP", as most are printed: a head without blanks and a closed sign, read at one go
PLAIN = re.compile(rf"(?P<head>(?P<serial>[0-9]{{1,5}})(?:/(?:19|20)[0-9]{{2}})?[/-]){CLOSED.pattern}")
# A scan for one sign is quick, so the grammar is tried only where a separator stands as in a head. For that scan the
# signs are told by their kind: digits, Latin letters, all other letters, blanks, separators.
# Of the digits those that begin a year have kinds of their own.
_KINDS = {"0": "0345", "1": "12", "6": "6789", "a": f"{ascii_letters}Đđ", " ": " \t\n\u00a0", "/": "/-–—_"}


def _by_kind() -> bytes:
    kinds = {coded_in_part(sign)[0]: kind for kind, signs in _KINDS.items() for sign in signs}
    return "".join(kinds.get(code, "b" if decoded(code).isalpha() else ".") for code in range(256)).encode()


_BY_KIND = _by_kind()
# "30/" | "12a/" | "22   /" | "57NQ/", seen from the separator
_BEFORE = ("0", "0a", "0 ", "0a ", "0  ", "0a  ", "   ", "0aa", "0aaa", "0aaaa", "0aaaaa")


def _separator(classes: dict[str, str]) -> str:
    """A separator as it stands in a head, its signs told by kind: "1" begins a year, "6" one as "/98/", "b" any letter.

    A serial behind a blank (" 30/") begins where the one group that matches does.
    """
    digit, blank, slash = classes["0"], classes[" "], classes["/"]
    plain = (f"(?<={blank}({digit * count}){slash})" for count in (2, 3, 4, 1, 5))
    behind = (f"(?<={''.join(map(classes.__getitem__, kinds))}{slash})" for kinds in _BEFORE)
    year = f"{classes['1']}{f'{blank}{{0,2}}{digit}' * 3}|{classes['6']}{digit}"
    return (
        f"{slash}(?={blank}{{0,3}}(?:{classes['b']}|(?:{year}){blank}{{0,3}}{slash}))(?:{'|'.join((*plain, *behind))})"
    )


_BY_KINDS = re.compile(
    _separator({"0": "[016]", "1": "1", "6": "6", "a": "a", "b": "[ab]", " ": "[ ]", "/": "/"}).encode()
)
# The same for texts with signs that the code lacks: one of them may be a separator or a digit.
_SIGNS = {"1": "[12]", "6": "[6-9]", "a": "[A-Za-zĐÐđ]", "b": r"[^\W\d_]", " ": "[ \t\n\u00a0\u200b]"}
_BY_SIGNS = re.compile(_separator({"0": r"\d", **_SIGNS, "/": f"[{SLASH}{DASH}]"}))
# No head begins farther before its separator or ends farther behind it.
_REACH = 24


def heads(text: str) -> Iterator[re.Match[str]]:
    """The heads in a text, as ``HEAD.finditer(text)`` finds them; where the number is plain, the match of ``PLAIN``."""
    code = coded(text)
    taken = 0
    for separator in _BY_SIGNS.finditer(text) if code is None else _BY_KINDS.finditer(code.translate(_BY_KIND)):
        at = separator.start()
        if at < taken:
            continue
        start = separator.start(separator.lastindex) if separator.lastindex else None
        plain = PLAIN.match(text, start) if start is not None else None
        if plain:
            taken = plain.end("head")
            yield plain
            continue
        head = HEAD.search(text, max(taken, at - _REACH), at + _REACH)
        if head and head.start() < at:
            taken = head.end()
            yield head
