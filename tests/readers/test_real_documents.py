"""Every real document reads, keeps its words, and has a structure that holds together."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest

from extractors.document import Document
from tests.readers.sources import PDFS, TEXTS, document_in

_WORD = re.compile(r"[^\W_]+")
_ESCAPE = re.compile(r"\\(?=[-.()\[\]*_#+!`~>|{}\"'<$^\\])")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_ALIKE = str.maketrans("Ðð", "Đđ")
# Words that an export glued and the reader parts again.
_GLUED = {"NAMĐộc", "PHỦKT", "TƯỚNGPHÓ", "HỘICHỦ"}


def _raw(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def _with_removed(document: Document) -> str:
    return "\n".join([document.text, *(removed.text for removed in document.removed)])


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.stem)
def test_no_word_of_a_text_is_lost(path):
    raw = unicodedata.normalize("NFC", _raw(path)).translate(_ALIKE)
    expected = Counter(_WORD.findall(_INVISIBLE.sub("", _ESCAPE.sub("", raw).replace("*", ""))))
    found = Counter(_WORD.findall(_with_removed(document_in(path)).replace("*", "")))
    assert set(expected - found) <= _GLUED
    assert not {word for word in found - expected if not any(word in glued for glued in _GLUED)}


@pytest.mark.parametrize("path", PDFS, ids=lambda p: p.stem)
def test_no_letter_of_a_pdf_is_lost(path):
    pdf = pypdfium2.PdfDocument(path)
    printed = "\n".join(page.get_textpage().get_text_range() for page in pdf)
    pdf.close()

    def letters(text: str) -> Counter[str]:
        return Counter(c for c in unicodedata.normalize("NFC", text).translate(_ALIKE) if c.isalnum())

    expected, found = letters(printed), letters(_with_removed(document_in(path)))
    assert not expected - found
    assert sum((found - expected).values()) <= 0.002 * sum(expected.values()) + 1


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.stem)
def test_letters_of_a_text_map_to_their_source(path):
    raw = _raw(path)
    document = document_in(path)
    for offset, letter in enumerate(document.text):
        if letter.isalnum():
            at = document.offsets.source(offset)
            there = unicodedata.normalize("NFC", raw[at : at + 1]).translate(_ALIKE)
            base = unicodedata.normalize("NFD", letter)[0]
            assert letter == there or unicodedata.normalize("NFD", there)[:1] == base, (offset, letter, there)


@pytest.mark.parametrize("path", [*TEXTS, *PDFS], ids=lambda p: p.stem)
def test_structure_holds_together(path):
    document = document_in(path)
    text = document.text
    assert unicodedata.is_normalized("NFC", text)
    at = 0
    for paragraph in document.paragraphs:
        assert at <= paragraph.span.start < paragraph.span.end <= len(text)
        assert text[paragraph.span.start : paragraph.span.end].strip() == document.quote(paragraph.span)
        at = paragraph.span.end
    ids = {section.id: section for section in document.sections}
    assert len(ids) == len(document.sections)
    for section in document.sections:
        assert section.heading in section.span
        assert section.parent is None or section.span in ids[section.parent].span
    for table in document.tables:
        for row in table.rows:
            assert row.span in table.span
            assert all(cell.span in row.span for cell in row.cells)
            assert [cell.column for cell in row.cells] == sorted({cell.column for cell in row.cells})
            assert all(cell.column + cell.columns <= table.columns for cell in row.cells)
    assert document.parts[0].kind == "main"
    assert all(reference.of(text) == note.mark for note in document.footnotes for reference in note.references)
    for paragraph in document.paragraphs[:: max(1, len(document.paragraphs) // 50)]:
        section = document.section_at(paragraph.span.start)
        holding = [s for s in document.sections if paragraph.span.start in s.span]
        assert section == min(holding, key=lambda s: (len(s.span), -s.span.start), default=None)
