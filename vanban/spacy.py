"""spaCy components over the same extractors (extra ``spacy``): ``nlp.add_pipe("vanban_citations")`` and so on.

Each sets one group of ``doc.spans`` (``citations``, ``agencies``, ``duties``) whose character offsets are those of the
finding; ``span.kb_id_`` is the id of the document or agency, ``span._.finding`` the finding itself. A text is read as
a file would be; a `Document` that has been read already comes in through `to_doc`.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan
from spacy.vocab import Vocab

from extractors.agencies import find_agencies
from extractors.dates import find_dates
from extractors.document import Document, OffsetMap, Span
from extractors.findings import Extraction, Finding
from extractors.numbers import find_numbers
from pipeline.extract import extract_document
from pipeline.read import read_bytes
from pipeline.text import extract_text

_KEY = "vanban"
# "Hạ" | "2050" | "KH&ĐT" | "," : a word with its joined parts, or one sign
_WORD = re.compile(r"\w+(?:[&.'’]\w+)*|[^\w\s]")
_TOKENIZER = "vanban.Tokenizer.v1"


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding as a span to be set: its label, and the id of the document or agency that it means."""

    finding: Finding
    label: str
    identity: str = ""


def blank() -> Language:
    """An empty Vietnamese pipeline with the tokenizer of this module (spaCy's own would ask for another package)."""
    return spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": _TOKENIZER}}})


def to_doc(nlp: Language, document: Document) -> Doc:
    """A read document as a ``Doc`` that the components take as it is: ``nlp(to_doc(nlp, read(path)))``."""
    doc = nlp.make_doc(document.text)
    doc.user_data[_KEY] = (document, OffsetMap())
    return doc


class Tokenizer:
    """Words and signs; document numbers, dates and agencies' names stay whole: "687/QĐ-TTg", "07/6/2022", "Sở Y tế".

    ``doc.text`` is the text. A component splits a token again where a finding begins or ends inside it.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """The tokens of a text; runs of white space beyond one blank are tokens, as spaCy has it."""
        words: list[str] = []
        spaces: list[bool] = []
        end = 0
        for start, stop in _pieces(text):
            _blanks(text[end:start], words, spaces)
            words.append(text[start:stop])
            spaces.append(False)
            end = stop
        _blanks(text[end:], words, spaces)
        return Doc(self.vocab, words=words, spaces=spaces)

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing to store: the tokenizer has no state."""
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> Tokenizer:
        """The tokenizer itself."""
        return self

    def to_disk(self, _path: str | Path, **_: Any) -> None:
        """Nothing to store."""

    def from_disk(self, _path: str | Path, **_: Any) -> Tokenizer:
        """The tokenizer itself."""
        return self


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """The tokens' ranges: what stays whole, and the words and signs between."""
    whole = [m.span for m in find_numbers(text) if m.number]
    whole += [m.span for m in find_dates(text)]
    whole += [m.span for m in find_agencies(text) if not m.is_group]
    position = 0
    for span in sorted(whole, key=lambda span: (span.start, -span.end)):
        if span.start >= position:
            yield from (m.span() for m in _WORD.finditer(text, position, span.start))
            yield span.start, span.end
            position = span.end
    yield from (m.span() for m in _WORD.finditer(text, position))


def _blanks(gap: str, words: list[str], spaces: list[bool]) -> None:
    if gap.startswith(" ") and words:
        spaces[-1] = True
        gap = gap[1:]
    if gap:
        words.append(gap)
        spaces.append(False)


def create_tokenizer() -> Callable[[Language], Tokenizer]:
    """The factory that spaCy's configuration names ``vanban.Tokenizer.v1``."""

    def make(nlp: Language) -> Tokenizer:
        return Tokenizer(nlp.vocab)

    return make


class Component:
    """Sets ``doc.spans[key]`` from the marks of an extraction."""

    def __init__(self, key: str, marks: Callable[[Extraction], Iterable[Mark]]) -> None:
        self.key = key
        self._marks = marks
        if not DocSpan.has_extension("finding"):
            DocSpan.set_extension("finding", default=None)

    def __call__(self, doc: Doc) -> Doc:
        """The same ``Doc``, with its spans."""
        extraction, offsets = _extraction(doc)
        marks = [(mark, _in_source(mark.finding.span, offsets, doc.text)) for mark in self._marks(extraction)]
        _split_tokens(doc, {edge for _, span in marks for edge in (span.start, span.end)})
        doc.spans[self.key] = [made for mark, span in marks if (made := _set(doc, mark, span)) is not None]
        return doc


def _set(doc: Doc, mark: Mark, span: Span) -> DocSpan | None:
    """The span of a mark; null when it covers no character."""
    made = doc.char_span(span.start, span.end, label=mark.label, kb_id=mark.identity)
    if made is not None:
        made._.finding = mark.finding
    return made


def _extraction(doc: Doc) -> tuple[Extraction, OffsetMap]:
    """The extraction of a doc's text (made once for all components) and the map from it to the doc's offsets."""
    held, offsets = doc.user_data.get(_KEY) or _read(doc.text)
    extraction = extract_document(held) if isinstance(held, Document) else held
    doc.user_data[_KEY] = (extraction, offsets)
    return extraction, offsets


def _read(text: str) -> tuple[Document | Extraction, OffsetMap]:
    """A text of several lines as a file's, a single line as a fragment without a letterhead."""
    if "\n" not in text.strip():
        extraction = extract_text(text)
        return extraction, extraction.document.offsets
    document = read_bytes(text.encode("utf-8"), "-.txt")
    return document, document.offsets


def _in_source(span: Span, offsets: OffsetMap, text: str) -> Span:
    """The span in the doc's text, without blanks at its ends: no token of spaCy could end there."""
    start, end = offsets.source(span.start), offsets.source(span.end - 1) + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    inside = text[start:end]
    return Span(end - len(inside.lstrip()), start + len(inside.rstrip()))


def _split_tokens(doc: Doc, edges: set[int]) -> None:
    """Split the tokens that a finding begins or ends in, so that no span has to be moved to fit.

    Groups of spans that are set already count tokens and would slip: they are set again.
    """
    cuts = {t: sorted(e - t.idx for e in edges if t.idx < e < t.idx + len(t)) for t in doc}
    if not any(cuts.values()):
        return
    groups = {
        key: [(s.start_char, s.end_char, s.label_, s.kb_id_, s.id_) for s in group] for key, group in doc.spans.items()
    }
    with doc.retokenize() as retokenizer:
        for token, inside in cuts.items():
            if inside:
                parts = [token.text[a:b] for a, b in itertools.pairwise([0, *inside, len(token)])]
                retokenizer.split(token, parts, heads=[(token, n) for n in range(len(parts))])
    for key, spans in groups.items():
        again = (doc.char_span(a, b, label, kb_id=kb, span_id=name) for a, b, label, kb, name in spans)
        doc.spans[key] = [span for span in again if span is not None]


def _citations(extraction: Extraction) -> Iterator[Mark]:
    return (Mark(c, c.kind, c.target.id) for c in extraction.citations)


def _agencies(extraction: Extraction) -> Iterator[Mark]:
    mentions = find_agencies(extraction.document.text, extraction.headers[0].jurisdiction)
    return (Mark(m, m.level or "agency", m.id) for m in mentions)


def _duties(extraction: Extraction) -> Iterator[Mark]:
    return (Mark(d, "duty") for d in extraction.responsibilities)


@Language.factory("vanban_citations", default_config={"spans_key": "citations"})
def create_citations(nlp: Language, name: str, spans_key: str) -> Component:
    """``doc.spans["citations"]``: label is the citation's kind, ``kb_id_`` the cited document's id."""
    del nlp, name
    return Component(spans_key, _citations)


@Language.factory("vanban_agencies", default_config={"spans_key": "agencies"})
def create_agencies(nlp: Language, name: str, spans_key: str) -> Component:
    """``doc.spans["agencies"]``: label is the agency's level, ``kb_id_`` its id."""
    del nlp, name
    return Component(spans_key, _agencies)


@Language.factory("vanban_duties", default_config={"spans_key": "duties"})
def create_duties(nlp: Language, name: str, spans_key: str) -> Component:
    """``doc.spans["duties"]``: one span a duty; its actors and deadline are in ``span._.finding``."""
    del nlp, name
    return Component(spans_key, _duties)
