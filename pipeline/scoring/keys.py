"""What two facts are compared by: folded texts and the keys of numbers, agencies and units."""

from __future__ import annotations

import difflib
import re
import unicodedata
from pathlib import PurePath

_BLANKS = re.compile(r"\s+")
_NOT_WORD = re.compile(r"[^\w]+")
_EDGE = " .,;:-–'\"“”()"
_AGENCY_EDGE = " .,;:"
# "Sở Tài chính tỉnh Lai Châu", "UBND Thành phố Hà Nội": the province that a text may leave unsaid
_PROVINCE_AT_END = re.compile(r"\s+(?:[Tt]ỉnh|[Tt]hành phố|[Tt][Pp]\.?)\s+[A-ZĐ][\w\s\-–]*$")
# "uy ban nhan dan tinh": the bare word left over once the province's name is gone
_LEVEL_AT_END = re.compile(r"\s+(?:tinh|thanh pho)$")
_ABBREVIATIONS = {"ubnd": "uy ban nhan dan", "hdnd": "hoi dong nhan dan", "mttq": "mat tran to quoc", "&": "va"}
# "004_60f96e2d7162b456.txt" is the document that its gold file calls "seed-004"
_SEED_FILE = re.compile(r"(\d{3})_[0-9a-f]{16}\.")
_SUFFIX = re.compile(r"\.(?:txt|md|pdf|docx|doc|html?)$")
# From this length on, one text inside the other means the same thing: "Sở Tài chính" inside a longer name
_TELLING_LENGTH = 12


def folded(text: str | None) -> str:
    """Lower case without marks or đ, single blanks, no punctuation at the edges: ``"Sở Y tế;"`` -> ``"so y te"``."""
    lower = (text or "").lower().replace("đ", "d").replace("ð", "d")
    bare = "".join(c for c in unicodedata.normalize("NFD", lower) if unicodedata.category(c) != "Mn")
    return _BLANKS.sub(" ", bare).strip(_EDGE)


def number_key(number: str | None) -> str | None:
    """The key of a document number: ``"687 /QĐ–TTg"`` -> ``"687/qd-ttg"``; null for none."""
    if not number:
        return None
    return _BLANKS.sub("", folded(number)).replace("–", "-").replace("—", "-")


def agency_key(name: str | None) -> str:
    """The key of an agency, abbreviations written out and its province left out."""
    bare = _PROVINCE_AT_END.sub("", _BLANKS.sub(" ", name or "").strip(_AGENCY_EDGE))
    key = folded(bare)
    for short, full in _ABBREVIATIONS.items():
        key = key.replace(short, full)
    return _LEVEL_AT_END.sub("", _NOT_WORD.sub(" ", key)).strip()


def unit_key(unit: str | None) -> str:
    """The key of a unit; what stands after a per cent sign belongs to the indicator."""
    key = folded(unit)
    return "%" if key.startswith("%") else key


def likeness(one: str | None, other: str | None, least: float = 0.0) -> float:
    """How alike two texts are, 0 to 1; a value known to be under ``least`` may come back as 0."""
    a, b = folded(one), folded(other)
    if not a or not b:
        return 0.0
    if a in b or b in a:
        return 1.0 if a == b or min(len(a), len(b)) >= _TELLING_LENGTH else 0.5
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    if least and (matcher.real_quick_ratio() < least or matcher.quick_ratio() < least):
        return 0.0
    return matcher.ratio()


def document_key(path: str) -> str:
    """The id of the gold file that belongs to a source path."""
    name = PurePath(path).name
    seed = _SEED_FILE.match(name)
    return f"seed-{seed.group(1)}" if seed else _SUFFIX.sub("", name)
