"""Short forms of cited instruments, and the instrument that each stands for.

Four kinds: a form that the document defines ("(sau đây viết tắt là Nghị định)"), a reference back ("Quyết định trên"),
a number without its sign ("Nghị quyết số 57"), and a title without its number ("Nghị định quy định chi tiết một số điều
của Luật Phòng thủ dân sự"). One antecedent, or the mention stays open with its candidates; never a guess.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain

from extractors.anchors import BACK, DEFINED, anchors, type_names
from extractors.document import Document, Span
from extractors.findings import Citation, Evidence, Header, Instrument, text_order
from extractors.fold import norm
from extractors.folded_text import folded_text, places
from extractors.identity import instrument_id
from extractors.vocabulary import listed

# (gọi tắt là Quyết định số 687/QĐ-TTg) | (sau đây viết tắt là Nghị định) | (sau đây gọi là “Chương trình”)
_DEFINES = re.compile(
    r"\(\s*(?:sau đây\s+)?(?:được\s+)?(?:gọi tắt|viết tắt|gọi chung|gọi|viết)\s+là:?\s+"
    r"[“\"]?([A-ZĐ][^()“”\"\n]{1,80}?)[”\"]?\s*\)"
)
# "Quyết định nêu trên", "Kế hoạch trên"
_BACK = re.compile(r"\s+(?:nêu trên|nói trên|trên đây|trên|đã nêu)(?![\w-])")
_BACK_LEADS = ("nêu", "nói")
_BACK_REACH = 2500
_NAME_REACH = 40  # no type's name with the words after it is longer
_LONGEST = 600  # no citation is longer
_OPENING = 9  # by so many letters most types are told apart: "Quyết địn", "Nghị quyế"
# "Nghị quyết số 57", "Nghị định 123", not "Nghị quyết số 57-NQ/TW"
_SHORT_NUMBER = re.compile(r"\s+(?:số\s+)?(\d{1,5})(?![\w/-]|\s*[-/.]\s*\w|\s*(?:ngày|năm|tháng)\b)")
# the figure of a number, without leading zeros: 0130/KH-UBND
_FIGURE = re.compile(r"0*(\d+)")
# the title that follows a number: " của Chính phủ quy định chi tiết một số điều của Luật Phòng thủ dân sự ("
_TITLE = re.compile(
    r"\s*(?:,?\s*ngày[^,;.(\n]{0,40}?)?(?:của\s+[^,;.(\n]{3,70}?)?\s*"
    r"\b((?:quy định|hướng dẫn|sửa đổi|về|ban hành|phê duyệt)\s[^;.(\n“]{25,260})"
)
# what stands between, or the title's first word
_BEFORE_TITLE = re.compile(r"\s*(?:,?\s*ngày|của|quy|hướng|sửa|về|ban|phê)")
_TITLE_WORDS = 7
_NOT_ALIAS = re.compile(r"\s+(?:số|này|kèm|sửa đổi|mới|thay thế|\d|[A-ZĐ]{2,})")
_PLURAL = re.compile(r"\b(?:các|những|mọi|một|bản|dự thảo)\s+$", re.IGNORECASE)


def resolve_aliases(
    document: Document, headers: tuple[Header, ...], citations: tuple[Citation, ...]
) -> tuple[Citation, ...]:
    """The short forms in a document, in text order, each with the target of the instrument it stands for.

    ``citations`` are those found by name or number, in text order; a short form never overlaps one of them, but may
    hold one ("Nghị định quy định chi tiết … Luật Phòng thủ dân sự" holds the law).
    """
    found: list[Citation] = []
    finders = (
        _titled(document, headers, citations),
        _defined(document, citations),
        _short_numbers(document, headers, citations),
        _references(document, citations),
    )
    taken: list[tuple[int, int]] = []
    for mention in chain.from_iterable(finders):
        taken = taken or [(c.span.start, c.span.end) for c in citations]
        if not _collides(mention.span, taken):
            insort(taken, (mention.span.start, mention.span.end))
            found.append(mention)
    return tuple(sorted(found, key=text_order))


def _collides(mention: Span, taken: list[tuple[int, int]]) -> bool:
    """Whether a taken span (they are sorted) holds the mention, or cuts it; one that the mention holds does not."""
    after = bisect_left(taken, (mention.end, 0))
    for start, end in reversed(taken[:after]):
        if end <= mention.start and mention.start - start > _LONGEST:
            return False
        inside = mention.start <= start and end <= mention.end and end - start < len(mention)
        if end > mention.start and not inside:
            return True
    return False


@cache
def _codes() -> dict[str, tuple[str, ...]]:
    """Type name -> the codes that it may have: "Quyết định" -> QĐ …"""
    codes: dict[str, tuple[str, ...]] = {}
    for name, code, variants in type_names():
        codes[name] = (*codes.get(name, ()), code, *listed(variants))
    return codes


@cache
def _type_starts() -> dict[str, tuple[str, ...]]:
    """First two letters -> the types' names that begin with them, longest first."""
    starts: dict[str, list[str]] = {}
    for name in sorted(_codes(), key=len, reverse=True):
        starts.setdefault(name[:2], []).append(name)
    return {first: tuple(names) for first, names in starts.items()}


def _type_of(words: str) -> str | None:
    """The type's name with which the words begin."""
    for name in _type_starts().get(words[:2], ()):
        if words.startswith(name) and not _is_word(words[len(name) : len(name) + 1]):
            return name
    return None


def _is_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


@lru_cache(maxsize=1024)
def _names(code: str | None) -> frozenset[str]:
    """The type's names that an instrument of a type fits."""
    return frozenset(name for name, codes in _codes().items() if code in codes)


def _fitting_names(cited: list[Citation]) -> set[str]:
    """The types' names that any of the instruments may fit, by its type or by its first printed letters."""
    found = set().union(*(_names(code) for code in {c.target.type for c in cited}))
    return found.union(*map(_begun, {c.evidence.quote[:_OPENING] for c in cited}))


@lru_cache(maxsize=4096)
def _begun(opening: str) -> frozenset[str]:
    """The types' names with which words may begin, of which the first letters are given."""
    names = _type_starts().get(opening[:2], ())
    return frozenset(name for name in names if opening.startswith(name[:_OPENING]))


def _fits(citation: Citation, name: str) -> bool:
    codes = _codes()[name]
    return citation.target.type in codes or bool(citation.quote.startswith(name))


def _alias(document: Document, span: Span, target: Instrument) -> Citation:
    return Citation(Evidence.at(document, span), "alias", target)


# -- forms that the document defines -----------------------------------------------------------------------------------


def _defined(document: Document, citations: tuple[Citation, ...]) -> Iterator[Citation]:
    text = document.text
    for match in _DEFINES.finditer(text) if anchors(text).places(*DEFINED) else ():
        form = match.group(1).strip(" .,")
        name = _type_of(form)
        antecedent = _antecedent(text, match.start(), name, citations) if name else None
        if antecedent is None:
            continue
        for at in places(text, form, match.end()):
            use = Span(at, at + len(form))
            if not _inside_word(text, use) and not (form == name and _is_other(text, use)):
                yield _alias(document, use, antecedent.target)


def _inside_word(text: str, span: Span) -> bool:
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    return before.isalnum() or after.isalnum() or "_" in (before, after)


def _is_other(text: str, bare: Span) -> bool:
    """Whether a bare "Nghị định" is one with a number or name of its own, or several."""
    if _NOT_ALIAS.match(text, bare.end):
        return True
    return _PLURAL.search(text, max(0, bare.start - 12), bare.start) is not None


def _antecedent(text: str, at: int, name: str, citations: tuple[Citation, ...]) -> Citation | None:
    """The instrument before a definition that it names: the nearest of its type, or whose title has such a word."""
    start = max(text.rfind("\n", 0, at), text.rfind(". ", 0, at), text.rfind(";", 0, at), 0)
    near = [c for c in citations if start <= c.span.start and c.span.end <= at]
    for citation in reversed(near):
        if _fits(citation, name):
            return citation
    for citation in reversed(near):
        if re.search(rf"(?<!\w){name}(?!\w)", text[citation.span.end : at], re.IGNORECASE):
            return citation
    return None


# -- references back ---------------------------------------------------------------------------------------------------


def _references(document: Document, citations: tuple[Citation, ...]) -> Iterator[Citation]:
    named = _named_back(document.text) if citations else []
    starts = [c.span.start for c in citations] if named else []
    for span, name in named:
        if _PLURAL.search(document.text, max(0, span.start - 12), span.start):
            continue
        near = citations[bisect_left(starts, span.start - _BACK_REACH) : bisect_left(starts, span.start)]
        antecedent = next((c for c in reversed(near) if _fits(c, name)), None)
        if antecedent:
            yield _alias(document, span, antecedent.target)


def _named_back(text: str) -> list[tuple[Span, str]]:
    """Every "Quyết định nêu trên" with the name of its type, in text order."""
    found: dict[int, tuple[Span, str]] = {}
    for at in anchors(text).places(*BACK):
        said = text[max(0, at - _NAME_REACH) : at].rstrip()
        if said.endswith(_BACK_LEADS):
            said = said[:-3].rstrip()
        name = _type_at_end(said)
        start = text.rfind(name, 0, at) if name else -1
        back = _BACK.match(text, start + len(name)) if name else None
        if name and back:
            found.setdefault(start, (Span(start, back.end()), name))
    return [found[start] for start in sorted(found)]


@cache
def _type_ends() -> dict[str, tuple[str, ...]]:
    """Last word -> the types' names that end in it, longest first."""
    ends: dict[str, list[str]] = {}
    for name in sorted(_codes(), key=len, reverse=True):
        ends.setdefault(name.split()[-1], []).append(name)
    return {last: tuple(names) for last, names in ends.items()}


def _type_at_end(said: str) -> str | None:
    """The longest name of a type with which the words end."""
    for name in _type_ends().get(said[said.rfind(" ") + 1 :].lstrip('(“"'), ()):
        if said.endswith(name) and not said[: -len(name)][-1:].isalnum():
            return name
    return None


# -- numbers without sign ----------------------------------------------------------------------------------------------


def _short_numbers(
    document: Document, headers: tuple[Header, ...], citations: tuple[Citation, ...]
) -> Iterator[Citation]:
    own = {_figure(h.number) for h in headers if h.number}
    for span, name, figure in _figures_named(document.text, citations):
        cited = (c for c in citations if c.target.number and _figure(c.target.number) == figure)
        fitting = {c.target.id: c.target for c in cited if _fits(c, name)}
        if not fitting or figure in own:
            continue
        if len(fitting) == 1:
            yield _alias(document, span, next(iter(fitting.values())))
        else:
            words = document.quote(span)
            scope = headers[0].jurisdiction.scope if headers else None
            open_target = Instrument(
                instrument_id(scope, name=words), None, _codes()[name][0], words, candidates=tuple(sorted(fitting))
            )
            yield _alias(document, span, open_target)


def _figure(number: str) -> str | None:
    """The figure of a number, without leading zeros."""
    printed = _FIGURE.match(number)
    return printed[1] if printed else None


def _figures_named(text: str, citations: tuple[Citation, ...]) -> list[tuple[Span, str, str]]:
    """Every "Nghị quyết số 57" with a type that the cited instruments have, in text order: span, name, figure.

    Where a citation begins stands the number that it was found by.
    """
    found: dict[int, tuple[Span, str, str]] = {}
    starts, begun = anchors(text), {c.evidence.span.start for c in citations}
    for name in _fitting_names([c for c in citations if c.target.number]):
        for at in starts.places(name):
            if at in begun or not text.startswith(name, at):
                continue
            number = _SHORT_NUMBER.match(text, at + len(name))
            if number and not _inside_word(text, Span(at, at + len(name))):
                found[at] = Span(at, number.end()), name, number[1].lstrip("0")
    return [found[start] for start in sorted(found)]


# -- titles without number ---------------------------------------------------------------------------------------------


def _titles(text: str, citations: tuple[Citation, ...]) -> Iterator[tuple[Citation, str, str]]:
    """The titles that follow numbers and may stand alone too: citation, name of the type, title."""
    folded = folded_text(text)
    for citation in citations:
        end = citation.evidence.span.end
        if not citation.target.number or not _BEFORE_TITLE.match(text, end):
            continue
        title = _TITLE.match(text, end)
        name = _type_of(citation.evidence.quote) if title else None
        if title and name and title[1][0] in folded.following(name):
            yield citation, name, title[1]


def _titled(document: Document, headers: tuple[Header, ...], citations: tuple[Citation, ...]) -> Iterator[Citation]:
    text, seen = document.text, set()
    own = {(h.type, norm(h.title)) for h in headers if h.title}
    for citation, name, title in _titles(text, citations):
        words = norm(f"{name} {title}")
        if len(words.split()) < _TITLE_WORDS or words in seen:
            continue
        seen.add(words)
        if any(kind == citation.target.type and norm(title) in mine for kind, mine in own):
            continue
        for span in folded_text(text).find(words, name):
            if _PLURAL.search(text, max(0, span.start - 12), span.start):
                continue
            yield _alias(document, span, citation.target)
