"""Ids of instruments (``vn:lai-chau:2021:790-qdd-ubnd``), the scope of an issuer, and ``urn:lex`` (RFC 9676).

Ids are pure functions of what is printed, so that two runs, and two documents that cite the same instrument, agree.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache

from extractors.findings import Jurisdiction
from extractors.fold import fold, norm, slug
from extractors.number_signs import token
from extractors.places import find_place
from extractors.vocabulary import UPPER

CENTRAL = "trung-uong"
UNKNOWN = "unknown"
_NAME_LIMIT = 80

# 30/2020/NĐ-CP | 1211/2016/UBTVQH13 | 255/2025-NĐ-CP
_NUMBER_YEAR = re.compile(r"/((?:19|20)\d\d)(?=[/-]|$)")
# tỉnh Lai Châu | Thành phố Hồ Chí Minh | TP. Cần Thơ | Tỉnh ủy Lai Châu | Thành ủy Hà Nội
_NAME = rf"[{UPPER}]\w*(?:(?:\s+|\s*[-–]\s*)[{UPPER}]\w*){{0,4}}"
_PLACE = re.compile(
    rf"(?P<level>[Tt]ỉnh|TỈNH|[Tt]hành(?=\s+[ủuỦU])|[Tt]hành\s+phố|THÀNH\s+PHỐ|TP\.?)\s*(?:[ỦủUu][ỷỶyY]\s+)?"
    rf"(?P<name>{_NAME})"
)
_DISTRICT = re.compile(rf"(?:huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\s+(?P<name>{_NAME}|\d{{1,2}})")
_LOCAL_WORD = re.compile(
    r"\b(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|(?:tinh|thanh|huyen|quan|thi|dang) uy|so|chi cuc|dang bo|"
    r"cong an|ban chi huy quan su|bo chi huy quan su|tinh|thanh pho|huyen|xa|phuong)\b"
)
_CENTRAL_WORD = re.compile(
    r"^(?:chinh phu|(?:pho )?thu tuong|quoc hoi|uy ban thuong vu quoc hoi|chu tich nuoc|hoi dong bo truong|"
    r"bo chinh tri|hoi dong nha nuoc|ban bi thu|tong bi thu|ban chap hanh trung uong|trung uong|bo truong|thu truong|"
    r"bo (?!chi huy)|lien bo|lien tich|ngan hang nha nuoc|thong doc|(?:tong )?thanh tra chinh phu|tong thanh tra|"
    r"van phong (?:chinh phu|quoc hoi|trung uong|chu tich nuoc)|uy ban kiem tra trung uong|toa an nhan dan toi cao|"
    r"ban (?:to chuc|tuyen giao|dan van|noi chinh)\b.* trung uong|vien kiem sat nhan dan toi cao|hoi dong tham phan|"
    r"(?:tong )?kiem toan nha nuoc|tong cuc|tong lien doan|dai hoi dai bieu toan quoc|uy ban dan toc|"
    r"ban chi dao (?:trung uong|quoc gia)|doan chu tich|uy ban trung uong|uy ban quoc gia|hoi dong bau cu quoc gia)"
)


def scope_of_place(place: str) -> str:
    """The id's part of a place: ``scope_of_place("Lai Châu") == "lai-chau"``; ``TP.HCM`` is ``ho-chi-minh``."""
    known = find_place(place)
    return known.scope if known else slug(place)


@lru_cache(maxsize=4096)
def scope_of_issuer(issuer: str | None, jurisdiction: Jurisdiction | None = None) -> str | None:
    """The scope of a body named in words, or null when the words do not tell.

    Central bodies give ``trung-uong``; a local body gives its place, and without one the place that the text speaks
    from ("UBND tỉnh" in a document of Lai Châu is Lai Châu's). A district or commune is ``{province}.{name}``.
    """
    if not issuer:
        return None
    words = norm(issuer)
    if _CENTRAL_WORD.match(words):
        return CENTRAL
    if not _LOCAL_WORD.search(words):
        return None
    here = jurisdiction.scope if jurisdiction else None
    named = [(found, find_place(found["name"])) for found in _PLACE.finditer(issuer)]
    base = next((place.scope for found, place in named if place and _is_province(found["level"], place.kind)), here)
    town = next(
        (found["name"] for found, place in named if not place or not _is_province(found["level"], place.kind)), None
    )
    district = _DISTRICT.search(issuer)
    below = district["name"] if district else town
    if not below:
        return base
    name = slug(below)
    return base if base and base.endswith(f".{name}") else f"{base or UNKNOWN}.{name}"


def _is_province(level: str, kind: str) -> bool:
    """Whether "tỉnh X" or "thành phố X" is the province-level X: a "thành phố Lai Châu" lies in tỉnh Lai Châu."""
    return fold(level).startswith("tinh") or kind == "thành phố"


def scope_of_number(number: str, jurisdiction: Jurisdiction | None = None) -> str | None:
    """The scope that a number's sign tells: ``QĐ-TTg`` is central, ``KH-UBND``, ``KH/TU`` are the text's own place.

    Null where a central text cites a local sign without saying whose it is.
    """
    central, local = _levels(number)
    here = jurisdiction.scope if jurisdiction else None
    return CENTRAL if central else None if here == CENTRAL and local else here


@lru_cache(maxsize=4096)
def _levels(number: str) -> tuple[bool, bool]:
    """Whether a number's sign names a central body, and whether a local one."""
    tokens = [token(part, "issuer")[0] for part in re.split(r"[/.&-]", number) if part and not part[0].isdigit()]
    return any(t.assembly or t.level == "central" for t in tokens), any(t.level == "local" for t in tokens)


def year_of(number: str | None, issued_on: str | None = None) -> str:
    """The year in an id: the number's, else the date's, else ``unknown``."""
    printed = _NUMBER_YEAR.search(number) if number else None
    return printed.group(1) if printed else issued_on[:4] if issued_on else UNKNOWN


@lru_cache(maxsize=8192)
def instrument_id(
    scope: str | None, number: str | None = None, issued_on: str | None = None, name: str | None = None
) -> str:
    """The id of a cited instrument: by its number, else by its name (law, Party instrument, programme)."""
    local = slug(number) if number else slug(name or "")[:_NAME_LIMIT].strip("-") or "untitled"
    return f"vn:{scope or UNKNOWN}:{year_of(number, issued_on)}:{local}"


def document_id(scope: str | None, number: str | None, issued_on: str | None, text: str) -> str:
    """The id of a document that was read; without a number the hash of its text names it."""
    if number:
        return instrument_id(scope, number, issued_on)
    digest = hashlib.sha256(text.encode()).hexdigest()[:12]
    return f"vn:{scope or UNKNOWN}:{year_of(None, issued_on)}:untitled-{digest}"


def attachment_id(main: str, position: int) -> str:
    """The id of the ``position``-th attachment (from 1) of a document."""
    return f"{main}#att{position}"


def _dotted(words: str) -> str:
    return ".".join(norm(words).split())


def urn_lex(
    *, number: str | None, type_name: str | None, issuer: str | None, issued_on: str | None, scope: str | None = None
) -> str | None:
    """The ``urn:lex`` name, or null where authority, type or date (RFC 9676 asks for all three) is not known.

    ``urn:lex:vn:thu.tuong.chinh.phu:quyet.dinh:2022-06-07;687-qd-ttg``; a local body names its place as the unit of
    the jurisdiction: ``urn:lex:vn;lai.chau:uy.ban.nhan.dan:ke.hoach:2021-05-14;1288-kh-ubnd``.
    """
    if not (type_name and issuer and issued_on):
        return None
    unit = "" if scope in (None, CENTRAL, UNKNOWN) else ";" + str(scope).replace("-", ".")
    authority = _dotted(_PLACE.sub(" ", issuer)) if unit else _dotted(issuer)
    details = issued_on + (f";{norm(number).replace(' ', '-')}" if number else "")
    return f"urn:lex:vn{unit}:{authority}:{_dotted(type_name)}:{details}"
