"""What holds for every text: quotes, ends, one relation a pair, and the same answer twice."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.citations import extract_citations
from extractors.findings import Header, Jurisdiction
from extractors.relations import extract_relations, with_relations
from pipeline.text import document_of

_NUMBERS = ("687/QĐ-TTg", "50/NQ-CP", "27-KH/TU", "23-NQ/TW", "64/2025/QH15", "10/2022/TT-BLĐTBXH", "81-KL/TW")
_TYPES = ("Quyết định", "Nghị quyết", "Kế hoạch", "Nghị quyết", "Luật", "Thông tư", "Kết luận")
_INSTRUMENTS = [f"{kind} số {number}" for kind, number in zip(_TYPES, _NUMBERS, strict=True)]
_VERBS = ["Căn cứ", "thực hiện", "sửa đổi, bổ sung", "thay thế", "bãi bỏ", "hết hiệu lực", "hướng dẫn", "ban hành"]
_LINKS = ["một số điều của", "bởi", "được", "kể từ ngày", "và", "của Chính phủ", "về việc", "theo quy định tại"]
_MARKS = [",", ";", ".", "(", ")", ":", "\n", "Điều 1.", "a)", "- "]
_NAMES = ["kèm theo", "Quyết định này", "Chương trình mục tiêu quốc gia giảm nghèo bền vững"]
_WORDS = (*_VERBS, *_LINKS, *_MARKS, *_NAMES)
TEXTS = st.lists(st.sampled_from((*_WORDS, *_INSTRUMENTS)), max_size=40).map(" ".join)


def _read(text: str, doc_type: str | None) -> tuple[object, ...]:
    document = document_of(text)
    header = Header(
        "SELF", None, doc_type, None, "2025-11-01", None, document.parts[0].head, jurisdiction=Jurisdiction("hue")
    )
    citations = extract_citations(document, (header,)).findings
    return document, header, citations, extract_relations(document, (header,), citations).findings


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(("QĐ", "KH", "VBHN", "CV", None)))
def test_relations_of_any_text(text: str, doc_type: str | None) -> None:
    document, _, citations, relations = _read(text, doc_type)
    ends = {"SELF", *(c.target.id for c in citations)}
    assert all(document.quote(r.span) == r.quote and r.quote for r in relations)
    assert all({r.from_id, r.to_id} <= ends and r.from_id != r.to_id for r in relations)
    pairs = [(r.from_id, r.to_id) for r in relations]
    assert len(pairs) == len(set(pairs))
    assert _read(text, doc_type)[3] == relations


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_every_instrument_has_a_relation(text: str) -> None:
    _, _, citations, relations = _read(text, "KH")
    related = {end for r in relations for end in (r.from_id, r.to_id)}
    assert {c.target.id for c in citations} <= related
    marked = with_relations(citations, relations)
    assert [c.span for c in marked] == [c.span for c in citations]
    stated = {kind for r in relations for _, kind in r.mentions}
    assert {c.relation for c in marked} <= stated | {"CITES"}


def test_long_sentence_is_read_in_time() -> None:
    text = "Thực hiện " + ", ".join(f"Quyết định số {n}/QĐ-TTg sửa đổi, bổ sung một số điều của" for n in range(1, 900))
    start = time.process_time()
    _read(text, "QĐ")
    _read("thực hiện các nhiệm vụ, " * 4000 + "Quyết định số 687/QĐ-TTg", "QĐ")
    assert time.process_time() - start < 20
