"""Automatic numbers of Word paragraphs: "I.", "1.", "a)" are not in the text but counted by rules of the file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from pipeline.readers._docx.package import Package, W, attribute

_PLACEHOLDER = re.compile(r"%(\d)")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(slots=True)
class _Level:
    form: str = "decimal"
    text: str = ""
    start: int = 1


@dataclass(slots=True)
class _List:
    """One list (``w:num``): its levels and its abstract list, whose counters it shares."""

    abstract: str
    levels: dict[int, _Level] = field(default_factory=dict)
    restarts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts the labels of a document's paragraphs in order."""

    def __init__(self, package: Package) -> None:
        self._lists: dict[str, _List] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._started: set[str] = set()
        self._styles: dict[str, tuple[str | None, int | None, str | None]] = {}
        self._read_lists(package)
        self._read_styles(package)

    def _read_lists(self, package: Package) -> None:
        root = package.part("word/numbering.xml")
        if root is None:
            return
        abstracts = {}
        for abstract in root.iterfind(f"{W}abstractNum"):
            levels = {_number(attribute(level, "ilvl")): _level(level) for level in abstract.iterfind(f"{W}lvl")}
            abstracts[attribute(abstract, "abstractNumId") or ""] = levels
        for num in root.iterfind(f"{W}num"):
            name = attribute(num.find(f"{W}abstractNumId")) or ""
            item = _List(name, dict(abstracts.get(name, {})))
            for override in num.iterfind(f"{W}lvlOverride"):
                index = _number(attribute(override, "ilvl"))
                if (start := attribute(override.find(f"{W}startOverride"))) is not None:
                    item.restarts[index] = _number(start)
                if (level := override.find(f"{W}lvl")) is not None:
                    item.levels[index] = _level(level)
            self._lists[attribute(num, "numId") or ""] = item

    def _read_styles(self, package: Package) -> None:
        root = package.part("word/styles.xml")
        for style in root.iterfind(f"{W}style") if root is not None else ():
            properties = style.find(f"{W}pPr/{W}numPr")
            number, level = _numpr(properties)
            self._styles[attribute(style, "styleId") or ""] = (number, level, attribute(style.find(f"{W}basedOn")))

    def label(self, paragraph: etree._Element) -> str | None:
        """The label that Word prints before a paragraph, and counts one on; null for an unnumbered one."""
        number, level = self._of(paragraph)
        if number in (None, "0") or number not in self._lists:
            return None
        item = self._lists[number or ""]
        rule = item.levels.get(level)
        if rule is None or rule.form == "none":
            return None
        counters = self._counters.setdefault(item.abstract, {})
        key = f"{number}/{level}"
        if level in item.restarts and key not in self._started:
            counters[level] = item.restarts[level]
        else:
            counters[level] = counters.get(level, rule.start - 1) + 1
        self._started.add(key)
        for deeper in [index for index in counters if index > level]:
            del counters[deeper]
        if rule.form == "bullet":
            return "-"
        return (
            _PLACEHOLDER.sub(lambda m: self._figure(item, counters, int(m.group(1)) - 1, rule), rule.text).strip()
            or None
        )

    def _of(self, paragraph: etree._Element) -> tuple[str | None, int]:
        properties = paragraph.find(f"{W}pPr")
        number, level = _numpr(properties.find(f"{W}numPr") if properties is not None else None)
        style = attribute(properties.find(f"{W}pStyle")) if properties is not None else None
        for _ in range(10):
            if number is not None or style is None or style not in self._styles:
                break
            number, inherited, style = self._styles[style]
            level = inherited if level is None else level
        return number, level or 0

    @staticmethod
    def _figure(item: _List, counters: dict[int, int], level: int, rule: _Level) -> str:
        of = item.levels.get(level, rule)
        return figure(counters.get(level, of.start), of.form)


def figure(value: int, form: str) -> str:
    """A number in one of Word's forms."""
    if form in ("lowerRoman", "upperRoman"):
        text = _roman(value)
        return text.upper() if form == "upperRoman" else text
    if form in ("lowerLetter", "upperLetter"):
        latin = "abcdefghijklmnopqrstuvwxyz"
        text = latin[(value - 1) % 26] * ((value - 1) // 26 + 1) if value > 0 else str(value)
        return text.upper() if form == "upperLetter" else text
    if form == "decimalZero":
        return f"{value:02d}"
    return str(value)


def _roman(value: int) -> str:
    if not 0 < value < 4000:
        return str(value)
    parts = []
    for amount, sign in _ROMAN:
        parts.append(sign * (value // amount))
        value %= amount
    return "".join(parts)


def _level(element: etree._Element) -> _Level:
    return _Level(
        attribute(element.find(f"{W}numFmt")) or "decimal",
        attribute(element.find(f"{W}lvlText")) or "",
        _number(attribute(element.find(f"{W}start")), 1),
    )


def _numpr(properties: etree._Element | None) -> tuple[str | None, int | None]:
    if properties is None:
        return None, None
    level = attribute(properties.find(f"{W}ilvl"))
    return attribute(properties.find(f"{W}numId")), _number(level) if level is not None else None


def _number(text: str | None, default: int = 0) -> int:
    try:
        return int(text or default)
    except ValueError:
        return default
