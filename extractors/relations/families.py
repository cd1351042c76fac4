"""Families of instruments: which are amended, listed and guided together, and which are the Party's."""

from __future__ import annotations

import re

from extractors.findings import Citation
from extractors.identity import year_of

_LAWS = ("LUAT", "BL", "PL", "HP")
_LETTERS = ("CV", "TTr", "BC", "CĐ", "TB")
_CIRCULARS = ("TT", "TTLT", "TTLB")
# "Luật số 42/2019/QH14": a law of which no name is said
_NUMBERED_LAW = re.compile(r"(?:Bộ luật|Luật|Pháp lệnh)?\s*(?:số\s*)?\d")
_PARLIAMENT = re.compile(r"/(?:UBTV)?QH\d")


def concludes(atom: Citation) -> bool:
    """Whether an instrument is a Party conclusion."""
    return atom.target.type == "KL" or "-KL/" in (atom.target.number or "")


def of_the_party(atom: Citation) -> bool:
    """Whether an instrument is of the Party's central bodies."""
    return atom.kind == "party" or (atom.target.number or "").endswith("/TW")


def family(atom: Citation) -> str:
    """The family of an instrument: those of one family are amended, and listed, together."""
    kind = atom.target.type or ""
    if atom.kind == "law" or kind in _LAWS or _PARLIAMENT.search(atom.target.number or ""):
        return "law"
    if kind in _LETTERS:
        return "paper"
    if kind in _CIRCULARS:
        return "TT"
    return kind or ("party" if atom.kind == "party" else "programme")


def by_number_alone(atom: Citation) -> bool:
    """Whether a law is cited without its name: "Luật số 42/2019/QH14"."""
    return family(atom) == "law" and _NUMBERED_LAW.match(atom.quote) is not None


def passed_after(law: Citation, act: Citation) -> bool:
    """Whether a law was passed after an act: it can then be neither changed nor guided by the act.

    A name without a year means the version in force on the text's date (annotation rules, section 7), also in the
    title of an older act: "Nghị định số 43/2014/NĐ-CP quy định chi tiết Luật Đất đai", cited in 2025.
    """
    said = act.target.issued_on or year_of(act.target.number, None)
    passed = law.target.issued_on or ""
    known = law.kind == "law" and said[:4].isdigit() and passed
    return bool(known) and passed[: len(said)] > said
