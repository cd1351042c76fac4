"""Pinpoints: the provision that stands before an instrument's name ("điểm a khoản 2 Điều 5 Luật …")."""

from __future__ import annotations

import re

from extractors.findings import Pinpoint

_BL = r"[ \n]{1,2}"
_JOIN = rf"(?:[ \n]?[,;]{_BL}|{_BL}và{_BL}|{_BL}hoặc{_BL}|{_BL}đến{_BL}|[-–])"
_POINT = r"[a-zđ](?:\.?\d{1,2})?"
_NUM = r"\d{1,3}[a-zđ]?"
_POINTS = rf"(?:các{_BL})?(?:[Đđ]iểm|tiết){_BL}(?P<point>{_POINT}(?:{_JOIN}(?:điểm{_BL})?{_POINT}){{0,9}})(?![\w])"
_CLAUSES = rf"(?:các{_BL})?[Kk]hoản{_BL}(?P<clause>{_NUM}(?:{_JOIN}(?:khoản{_BL})?{_NUM}){{0,9}})(?![\w])"
_ARTICLES = rf"(?:các{_BL})?[Đđ]iều{_BL}(?P<article>{_NUM}(?:{_JOIN}(?:[Đđ]iều{_BL})?{_NUM}){{0,9}})(?![\w])"
_APPENDIX = (
    rf"(?:[Pp]hụ{_BL}lục|PHỤ LỤC)(?:{_BL}(?:số{_BL})?(?P<appendix>[IVXLC]{{1,6}}|\d{{1,2}}|[A-Z]))?"
    rf"(?:{_BL}(?:được{_BL})?(?:ban{_BL}hành{_BL})?kèm{_BL}theo)?"
)
_OF = rf"(?:,?{_BL}(?:của|tại|thuộc|Chương{_BL}[IVXLC]{{1,6}}(?:{_BL}của)?|Mục{_BL}\d{{1,2}}))?,?"
# điểm a khoản 2 Điều 5 | khoản 1, 2 Điều 3 và Điều 4 | Điều 5, 6 và 7 | khoản 3 | Phụ lục II ban hành kèm theo
_PLACE = rf"(?:{_POINTS}[ \n,]{{1,3}})?(?:{_CLAUSES}(?=[ \n,]))?[ \n,]{{0,3}}(?:{_ARTICLES})?"
_BEFORE = re.compile(rf"(?<!\w)(?:{_PLACE}|{_APPENDIX}){_OF}{_BL}$")
_BEGINS = re.compile(r"(?:các[ \n]|[Đđ]i[ểề]|[Kk]hoản|tiết|[Pp]hụ|PHỤ)")
_REPEATED = re.compile(r"(?:[Đđ]iều|khoản|điểm)\s+")
_WINDOW, _NEAR = 140, 36


def pinpoint_before(text: str, start: int) -> Pinpoint | None:
    """The provision named right before ``start``, or null; a list is joined by commas: ``article="5, 6, 7"``."""
    lo = max(0, start - _WINDOW)
    near = text[max(0, start - _NEAR) : start]
    if not ("iều" in near or "hoản" in near or "ục" in near):
        return None
    begins = (at.start() for at in _BEGINS.finditer(text, lo, start))
    found = next((found for at in begins if (found := _BEFORE.match(text, at, start))), None)
    if not found:
        return None
    parts = {name: _listed(value) for name, value in found.groupdict().items() if value}
    return Pinpoint(**parts) if parts else None


def _listed(value: str) -> str:
    """ "5, Điều 6 và Điều 7" -> "5, 6, 7"; a range stays one: "5 đến 7" -> "5-7"."""
    value = _REPEATED.sub("", " ".join(value.split()))
    value = re.sub(r"\s*(?:đến|[-–])\s*", "-", value)
    return ", ".join(part for part in re.split(r"\s*(?:,|;|\bvà\b|\bhoặc\b)\s*", value) if part)
