"""Reading a number at a place of a text: its head ("30/2020/"), its sign token by token, and what they make."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from string import digits

from extractors.fold import fold
from extractors.number_heads import CLOSED, DASH, GAP, HEAD, PLAIN, SLASH
from extractors.number_signs import Token, clean, is_word, split_glued, split_letter, token
from extractors.number_values import DocumentNumber, Family, Refusal, Repair

_TOKEN = re.compile(r"[^\W\d_][^\W_]{0,23}(?![^\W_])")
# "-CP" | " - TTg" | "/TW" | ".I" | "&BĐG"
_NEXT = re.compile(
    rf"(?P<before>{GAP})(?P<sep>[{DASH}][ ]?[{DASH}]|[{SLASH}{DASH}.&])(?P<after>{GAP})"
    rf"(?P<token>[^\W\d_][^\W_]{{0,23}}(?![^\W_])|\d{{1,3}}(?!\w))"
)
_PIECE = re.compile(r"[ \t\n\u00a0]{1,2}(?P<token>[^\W\d_][^\W_]{0,11}(?![^\W_]))")
# What is printed behind a whole number: " ngày 05/6", " (ngày 05", ", ngày 05" | " của ", " về ", "\nV/v"
_DATED = re.compile(r"[ \t\n\u00a0]{0,2}[,(]?[ \t\n\u00a0]{0,2}(?:ngày|NGÀY)[ \t\n\u00a0]{1,2}\d")
_OF_WHOM = re.compile(r"[ \t\n\u00a0]{1,2}(?:của[ \n]|về[ \n]|V/v)")
# "5." that closes a sentence, where "A. Phạm vi" is a label
_FULL_STOP = re.compile(r"\.(?:[ ]?\n|[”\"]|[ ]?$)")
_SLASH_BEHIND = re.compile(r"[ \n]?/")
_CAPITALS = re.compile(r"[A-ZĐƯ]{2,8}\d{0,2}$")
# " VE AM-PC": the second half of a cut abbreviation, its unit behind it
_UNIT_BEHIND = re.compile(r"[-–][A-ZĐ]{2}")
# "CT r": no word and no list mark is one of these letters alone
_SMALL_ENDS = ("g", "r")
# "da": a small word, where "cr" is a misread sign
_SYLLABLE = re.compile(r"[a-z]*[aeiouy]")
# " CP" of "30/2020/NĐ CP": a blank where the hyphen belongs
_BLANKED = re.compile(r"[ \t\u00a0]{1,2}(?P<token>[^\W\d_][^\W_]{1,23}(?![^\W_]))")
_DASHED = re.compile(rf"[{DASH}]")
# 1025/PLYK/2025: the year stands last
_CLOSING_YEAR = re.compile(r"/(?P<year>(?:19|20)\d\d)(?![\w/-])")
_GOES_ON = re.compile(r"[-/–]\w")
_GLUED_WORD = re.compile(r"(?P<sign>[A-ZĐƯ][A-ZĐƯa-z]{0,9}?)(?P<word>ngày|của|năm|về)$")
# Bodies whose sign stands alone in old numbers: 24/CP - what follows a dash is no part of it.
_SOLO = ("CP", "TTg", "HĐBT")
# "QH1 5": since 1997 the terms of the National Assembly have two digits.
_CUT_TERM = re.compile(r"[ \t\n\u00a0]{1,2}(?P<digit>\d)(?![\w/-]|[.,]\d)")
# "QH 15", "UBTVQH 15", "UBPLTP 15"
_TERM_AFTER = re.compile(r"[ \t\n\u00a0]{1,2}(?P<term>\d{1,2})(?![\w/-]|[.,]\d)")
_EARLY_TERM = re.compile(r"\D\d$")
_TENTH_TERM = 1998
_LONGEST_TOKEN = 10
_BRACKET = 80


@dataclass(slots=True)
class Sign:
    """The tokens of a sign as they are read; ``separators[i]`` stands before ``tokens[i]``."""

    tokens: list[Token]
    separators: list[str]
    repairs: list[Repair]
    lower_first: bool = False

    @property
    def text(self) -> str:
        """The sign as it is printed."""
        return "".join(s + t.text for s, t in zip(self.separators, self.tokens, strict=True))

    @property
    def complete(self) -> bool:
        """Whether the sign could end here: a type alone still wants its issuer."""
        first = self.tokens[0]
        if first.code and "solo" not in first.families:
            return len(self.tokens) > 1
        return first.issuer is not None or first.assembly or len(self.tokens) > 1

    @property
    def open(self) -> bool:
        """Whether a type stands alone: then even a name may follow ("CV-Vinamilk")."""
        return len(self.tokens) == 1 and self.tokens[0].code is not None

    def read(self, raw: str) -> tuple[Token, str | None]:
        """A token as it reads at this place of the sign."""
        text = clean(raw)[0]
        if not self.tokens:
            return token(text)
        return token(text, "issuer" if self.tokens[0].code else "unit")

    def take(self, separator: str, raw: str) -> None:
        """Adds a token, mended; one that lost its hyphen becomes two."""
        text, rules = clean(raw)
        read, rule = self.read(raw)
        self.lower_first |= not self.tokens and raw.islower()
        self.repairs += [Repair(r, raw) for r in (*rules, *((rule,) if rule else ()))]
        glued = None if read.known or self.tokens else split_glued(text) or split_letter(text)
        if glued:
            self.repairs.append(Repair("hyphen", raw))
            self.tokens += glued
            self.separators += [separator, *"-" * (len(glued) - 1)]
        else:
            self.tokens.append(read)
            self.separators.append(separator)


def _plain(separator: str) -> str:
    return clean(separator)[0][:1]


def sign_at(text: str, start: int) -> tuple[Sign, int] | None:
    """The sign that begins at ``start`` and where it ends; the longest run that belongs together."""
    first = _TOKEN.match(text, start)
    if not first:
        return None
    sign = Sign([], [], [])
    end = _take(sign, "", first.group(), first.end(), text)
    while len(sign.tokens) < 12:
        step = _NEXT.match(text, end)
        if not step and sign.open:
            taken, end = end, _take_blanked(sign, text, start, end)
            step = _NEXT.match(text, end) if end > taken else None
        if not step or not _goes_on(sign, step):
            break
        if step["before"] or step["after"]:
            sign.repairs.append(Repair("blank", step.group()))
        separator = _plain(step["sep"])
        if separator != step["sep"]:
            sign.repairs.append(Repair("dash", step["sep"]))
        end = _take(sign, separator, step["token"], step.end(), text)
    return sign, end


def _take_blanked(sign: Sign, text: str, start: int, end: int) -> int:
    """Takes the issuer that a blank parts from its type, which alone is no sign ("NĐ CP"); returns the new end."""
    blanked = _BLANKED.match(text, end)
    if not blanked:
        return end
    read, rule = sign.read(blanked["token"])
    families = sign.tokens[0].families
    dashed = start > 0 and _DASHED.match(text, start - 1) is not None
    if rule or not (read.issuer or read.assembly) or "joint" in families or (dashed and families != {"state", "party"}):
        return end
    unit = _BLANKED.match(text, blanked.end())
    if unit and _CAPITALS.match(unit["token"]) and _cited(text, unit.end()):
        return end  # "QĐ BNN KHCN ngày": more than one blank stands for a hyphen
    sign.repairs.append(Repair("hyphen", blanked.group()))
    return _take(sign, "/" if dashed else "-", blanked["token"], blanked.end(), text)


def _take(sign: Sign, separator: str, raw: str, end: int, text: str) -> int:
    """Takes a token; joins it with the next piece where a blank cut a known token ("T Tg"); returns the new end."""
    read = sign.read(raw)[0]
    known = read.known and (not sign.tokens or read.issuer is not None or read.assembly)
    term = _TERM_AFTER.match(text, end) if read.termed and not raw[-1].isdigit() else None
    if term:
        sign.repairs.append(Repair("blank", raw + term.group()))
        sign.take(separator, raw + term["term"])
        return term.end()
    piece = _PIECE.match(text, end)
    if piece and not is_word(piece["token"]) and _one_token(sign, raw, piece, text, known=known):
        sign.repairs.append(Repair("blank", raw + piece.group()))
        sign.take(separator, raw + piece["token"])
        return piece.end()
    glued = None if known else _GLUED_WORD.match(raw)
    if glued and sign.read(glued["sign"])[0].known:
        sign.repairs.append(Repair("blank", raw))
        sign.take(separator, glued["sign"])
        return end - len(glued["word"])
    sign.take(separator, raw)
    return end


def _one_token(sign: Sign, raw: str, piece: re.Match[str], text: str, *, known: bool) -> bool:
    """Whether a blank cut a token: the whole is known, and what stands before the blank is not, or wants the rest."""
    rest, following = piece["token"], text[piece.end() : piece.end() + 1]
    whole, rule = sign.read(raw + rest)
    if _SLASH_BEHIND.match(text, piece.end()) and not (not sign.tokens and "party" in whole.families):
        return False  # only a Party paper's type has the slash behind it: "57-N Q/TW"
    if not whole.known:
        return not known and _is_cut(sign, raw, piece, text)
    if not known or raw == "UB":
        return True
    if rest in _SMALL_ENDS:  # "TT g", "CT r"
        return rule is None and following not in (".", ")")
    return rest.isupper() if len(rest) > 1 else following in ("-", "/")  # "BKH CN", "TT R-"


def _is_cut(sign: Sign, raw: str, piece: re.Match[str], text: str) -> bool:
    """Whether a blank cut an unknown abbreviation.

    One half is a single capital ("N C", "KT N") and no label ("A."); or both are capitals that name no body alone, and
    what follows a whole number follows ("GD NN ngày 05/6"), or a unit ("VE AM-PC").
    """
    rest = piece["token"]
    if min(len(raw), len(rest.rstrip(digits))) == 1:
        return (raw + rest).isupper() and not _is_label(piece, text)
    if not _CAPITALS.match(raw) or not _CAPITALS.match(rest) or token(rest, "issuer")[0].known:
        return False
    return _cited(text, piece.end()) or (not sign.tokens and _UNIT_BEHIND.match(text, piece.end()) is not None)


def _is_label(piece: re.Match[str], text: str) -> bool:
    """Whether a lone letter is the mark of what follows ("A.", "B)"), and no sign's end that closes its sentence."""
    mark = text[piece.end() : piece.end() + 1]
    if mark not in (".", ")"):
        return False
    if mark == ".":
        return "\n" in piece.group() or not _FULL_STOP.match(text, piece.end())
    start, end = max(0, piece.start() - _BRACKET), piece.start()
    return text.rfind("(", start, end) <= text.rfind(")", start, end)


def _cited(text: str, end: int) -> bool:
    """Whether what is printed behind a whole number begins here: its date, its issuer, its subject."""
    return (_DATED.match(text, end) or _OF_WHOM.match(text, end)) is not None


def _goes_on(sign: Sign, step: re.Match[str]) -> bool:
    """Whether the next token still belongs to the sign."""
    raw, separator = step["token"], step["sep"]
    read = sign.read(raw)[0]
    blank = step["before"] or step["after"]
    if separator == "." and (blank or raw.islower() or not (raw.isupper() or raw[0].isdigit())):
        return False
    if is_word(clean(raw)[0]) and not _GLUED_WORD.match(raw) and not (sign.open and raw[0].isupper() and raw.isascii()):
        return False
    return not blank or _goes_on_behind_blank(sign, step, read)


def _goes_on_behind_blank(sign: Sign, step: re.Match[str], read: Token) -> bool:
    """Whether a token that a blank or a line's end parts from the sign still belongs to it."""
    raw, separator = step["token"], step["sep"]
    first = sign.tokens[0]
    joint = "joint" in first.families and len(sign.tokens) > 1
    capitals = raw.isupper() and 2 <= len(raw) <= _LONGEST_TOKEN
    if "\n" in step["before"]:  # "QĐ\n-TTg", "TTLT\n/BTC"; with a blank behind it the dash opens a list
        return not step["after"] and _goes_on_in_line(sign, step, read, capitals=capitals)
    if joint:
        return read.issuer is not None and raw.isupper()
    if not sign.complete:
        return read.known or not _SYLLABLE.match(fold(raw) if raw.islower() else "")  # "12/QĐ- đã ký"
    if separator == "&" or (separator == "-" and not (step["before"] and step["after"])):
        return capitals  # "BNN- KHCN", "SGD &ĐT": the sign clings to one side
    if separator == "-" and capitals and _DATED.match(step.string, step.end()):
        return True  # "QĐ-BNN - KHCN ngày 04/12"
    letter = first.code is None and len(sign.tokens) == 1 and not first.assembly
    return letter and raw.isupper() and len(raw) <= 6 and first.text not in _SOLO


def _goes_on_in_line(sign: Sign, step: re.Match[str], read: Token, *, capitals: bool) -> bool:
    """Whether a line that begins with a separator goes on with the sign, and lists nothing."""
    if not sign.complete:
        goes_on = capitals and (sign.open or _cited(step.string, step.end()))  # "BC\n-BPC", "GLA\n-CNTK ngày 23/07"
        return step["sep"] == "/" or read.known or goes_on
    if "joint" in sign.tokens[0].families and read.issuer is not None and capitals:
        return True  # "TTLT-BTC\n-BNV"
    return step["sep"] == "-" and capitals and _cited(step.string, step.end())  # "UBND\n-NC ngày 23/9"


def number_from(text: str, head: re.Match[str]) -> tuple[DocumentNumber | Refusal, int] | None:
    """What stands at a head, read to its end: the number, or why it is none; null where no sign follows."""
    if head.re is PLAIN:
        start, last = head.span()
        whole = _whole(head.group(), head.end("serial") - start)
        if whole is not None:
            return whole, last
        opened = HEAD.match(text, start)
        return read_on(text, opened) if opened else None
    closed = CLOSED.match(text, head.end()) if head["sep"] and not head["stamp"] else None
    if closed:
        start, last = head.start(), closed.end()
        whole = _whole(text[start:last], head.end("serial") - start)
        if whole is not None:
            return whole, last
    return read_on(text, head)


def read_on(text: str, head: re.Match[str]) -> tuple[DocumentNumber | Refusal, int] | None:
    """The number at a head, its sign read token by token."""
    read = sign_at(text, head.end())
    return build(text, head, *read) if read else None


@lru_cache(maxsize=8192)
def _whole(raw: str, after: int) -> DocumentNumber | Refusal | None:
    """The number that "30/2020/NĐ-CP" is, nothing behind it, its serial ending at ``after``: texts repeat numbers."""
    told = _closed(raw[after:])
    if told is None:
        return None
    if isinstance(told, Refusal):
        return Refusal(raw, told.reason)
    return replace(told, serial=raw[:after], raw=raw)


@lru_cache(maxsize=8192)
def _closed(printed: str) -> DocumentNumber | Refusal | None:
    """What "/2020/NĐ-CP" makes of any serial, nothing behind it; null where it is not read to its end."""
    text = "1" + printed
    head = HEAD.match(text)
    read = sign_at(text, head.end()) if head else None
    found, end = build(text, head, *read) if head and read else (None, 0)
    return found if end == len(text) else None


def build(text: str, head: re.Match[str], sign: Sign, end: int) -> tuple[DocumentNumber | Refusal, int]:
    """The number of a read head and sign and where it ends, or the reason why it is none."""
    found = _read(head, sign, text[head.start() : end])
    if not isinstance(found, DocumentNumber):
        return found, end
    last = sign.tokens[-1]
    term = _CUT_TERM.match(text, end) if last.termed and _EARLY_TERM.search(found.sign) else None
    if term and int(found.year or _TENTH_TERM) >= _TENTH_TERM:
        return _with_term(found, text[head.start() : term.end()], term["digit"]), term.end()
    closing = _CLOSING_YEAR.match(text, end) if not found.year else None
    if closing:
        whole = text[head.start() : closing.end()]
        return replace(found, sign=f"{found.sign}/{closing['year']}", raw=whole, sure=False), closing.end()
    further = _NEXT.match(text, end) if _GOES_ON.match(text, end) else None
    if further and not (is_word(clean(further["token"])[0]) and all(t.known for t in sign.tokens)):
        return Refusal(found.raw, "trailing"), end
    return found, end


def _with_term(found: DocumentNumber, printed: str, digit: str) -> DocumentNumber:
    """The number whose last token, the Assembly and its term, a blank cut: "QH1 5"."""
    issuers = (*found.issuers[:-1], found.issuers[-1] + digit)
    repairs = (*found.repairs, Repair("blank", printed))
    return replace(found, sign=found.sign + digit, issuers=issuers, raw=printed, repairs=repairs)


def _read(head: re.Match[str], sign: Sign, raw: str) -> DocumentNumber | Refusal:
    first = sign.tokens[0]
    if head["sep"] is None and ("party" not in first.families or len(sign.tokens) == 1):
        return Refusal(raw, "no_sign")
    year = "".join(head["year"].split()) if head["year"] else None
    separator = _plain(head["sep2"] if year else head["sep"] or "-")
    read = _kind(sign, separator, year)
    if isinstance(read, str):
        return Refusal(raw, read)
    repairs = list(sign.repairs)
    if head["sep"] is None:
        repairs.append(Repair("hyphen", raw))
    elif head["stamp"]:
        repairs.append(Repair("blank", raw[: head.end() - head.start()]))
    family, kind, issuers, sure = read
    return DocumentNumber(head["serial"], year, sign.text, family, kind, issuers, separator, raw, tuple(repairs), sure)


def _kind(sign: Sign, separator: str, year: str | None) -> tuple[Family, str | None, tuple[str, ...], bool] | str:
    """Family, type, issuers, and whether the sign is sure without a cue before it; or the reason of a refusal."""
    first, rest = sign.tokens[0], sign.tokens[1:]
    if first.assembly:
        return "law", None, (first.text,), True
    if first.code and (rest or "solo" in first.families):
        dashed = separator == "-" and bool(rest) and sign.separators[1] == "/"
        family: Family = "party" if dashed and "party" in first.families else "state"
        plain = bool(rest) and (rest[0].known or year is not None or rest[0].text.isupper())
        return family, first.code, tuple(t.text for t in rest), plain and (separator == "/" or dashed)
    if first.code:
        alone = "alone" in first.families and separator == "-"
        return ("state", None, (first.text,), False) if alone else "no_issuer"
    if not first.issuer and (sign.lower_first or not first.text.isupper() or len(first.text) < 2 or year):
        return "unknown_type"
    solo = len(sign.tokens) == 1 and first.level == "central"
    sure = first.issuer is not None and len(sign.tokens) > 1 and separator == "/"
    return "state" if solo else "letter", None if solo else "CV", tuple(t.text for t in sign.tokens), sure
