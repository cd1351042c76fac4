"""spaCy components: the same offsets as the core, whatever the tokenizer; a tokenizer that keeps the text."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.agencies import find_agencies
from extractors.document import Document, Span
from pipeline.extract import extract_document
from pipeline.read import read
from pipeline.text import extract_text

spacy = pytest.importorskip("spacy")

from vanban.spacy import blank, to_doc  # noqa: E402 - spaCy may be missing

ROOT = Path(__file__).parents[2]
TEXTS = sorted((ROOT / "corpus").glob("*/*.txt"))
COMPONENTS = ("vanban_citations", "vanban_agencies", "vanban_duties")
SENTENCE = (
    "Thực hiện Quyết định số 687/QĐ-TTg ngày 07/6/2022 của Thủ tướng Chính phủ. Sở Tài chính chủ trì, "
    "phối hợp với Sở KH&ĐT bố trí kinh phí trước ngày 30/6/2025."
)


@pytest.fixture(scope="module")
def nlp() -> Any:
    pipeline = blank()
    for name in COMPONENTS:
        pipeline.add_pipe(name)
    return pipeline


def spans_of_core(document: Document) -> dict[str, list[tuple[int, int]]]:
    extraction = extract_document(document)
    agencies = find_agencies(document.text, extraction.headers[0].jurisdiction)
    groups = {"citations": extraction.citations, "agencies": agencies, "duties": extraction.responsibilities}
    return {key: [stripped(document.text, f.span) for f in found] for key, found in groups.items()}


def stripped(text: str, span: Span) -> tuple[int, int]:
    """A span's ends; a blank at an end is no part of a token in spaCy."""
    inside = text[span.start : span.end]
    return span.end - len(inside.lstrip()), span.start + len(inside.rstrip())


def spans_of(doc: Any) -> dict[str, list[tuple[int, int]]]:
    return {key: [(span.start_char, span.end_char) for span in group] for key, group in doc.spans.items()}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_offsets_are_those_of_the_core(path: Path, nlp: Any) -> None:
    document = read(path)
    doc = nlp(to_doc(nlp, document))
    assert doc.text == document.text
    assert spans_of(doc) == spans_of_core(document)
    assert all(span._.finding for group in doc.spans.values() for span in group)


@pytest.mark.parametrize("path", TEXTS[:2], ids=lambda path: path.stem)
def test_a_raw_text_keeps_its_own_offsets(path: Path, nlp: Any) -> None:
    text = path.read_text("utf-8")
    doc = nlp(text)
    assert doc.text == text
    document = read(path)
    expected = spans_of_core(document)
    squeezed = {key: ["".join(document.text[a:b].split()) for a, b in spans] for key, spans in expected.items()}
    for key in ("citations", "agencies"):
        found = ["".join(span.text.split()) for span in doc.spans[key]]
        assert len(found) == len(squeezed[key])
        assert sum(a == b for a, b in zip(found, squeezed[key], strict=True)) >= 0.95 * len(found)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_sentence(form: str, nlp: Any) -> None:
    text = unicodedata.normalize(form, SENTENCE)
    doc = nlp(text)
    assert doc.text == text
    (citation,) = doc.spans["citations"]
    assert unicodedata.normalize("NFC", citation.text) == (
        "Quyết định số 687/QĐ-TTg ngày 07/6/2022 của Thủ tướng Chính phủ"
    )
    assert (citation.label_, citation.kb_id_) == ("numbered", "vn:trung-uong:2022:687-qdd-ttg")
    assert citation._.finding.target.issued_on == "2022-06-07"
    assert len(doc.spans["duties"]) == len(extract_text(SENTENCE).responsibilities) == 1


def test_tokens_of_another_tokenizer_are_split_where_a_finding_ends() -> None:
    pipeline = spacy.blank("xx")
    pipeline.add_pipe("vanban_citations")
    doc = pipeline("theo Quyết định số 687/QĐ-TTg,790/QĐ-UBND.")
    assert next(span.text for span in doc.spans["citations"]) == "Quyết định số 687/QĐ-TTg"


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("theo Quyết định số 687/QĐ-TTg của", "687/QĐ-TTg"),
        ("Kế hoạch số 27-KH/TU của", "27-KH/TU"),
        ("trước ngày 30/6/2025 và", "ngày 30/6/2025"),
        ("giao Sở Kế hoạch và Đầu tư làm", "Sở Kế hoạch và Đầu tư"),
        ("Sở KH&ĐT, Sở Y tế", "Sở KH&ĐT"),
    ],
)
def test_what_stays_whole(text: str, token: str) -> None:
    assert token in [t.text for t in blank().make_doc(text)]


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("aĐế 12/-.,\n\t&Sởqđ \u0301\u00a0"), max_size=60) | st.text(max_size=30))
def test_the_tokenizer_gives_the_text_back(text: str) -> None:
    assert blank_once().make_doc(text).text == text


def blank_once(made: list[Any] = []) -> Any:  # noqa: B006 - one pipeline for all examples
    if not made:
        made.append(blank())
    return made[0]


def test_a_pipeline_is_stored_and_loaded(nlp: Any, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "model")
    again = spacy.load(tmp_path / "model")
    assert again.pipe_names == list(COMPONENTS)
    assert spans_of(again(SENTENCE)) == spans_of(nlp(SENTENCE))


def test_invisible_signs_change_no_span(nlp: Any) -> None:
    given = SENTENCE.replace("QĐ-", "QĐ-\u200b").replace("chính", "chí\u00adnh")
    found, plain = nlp(given), nlp(SENTENCE)
    for key, group in plain.spans.items():
        texts = [span.text.replace("\u200b", "").replace("\u00ad", "") for span in found.spans[key]]
        assert texts == [span.text for span in group]
