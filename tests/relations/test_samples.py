"""The chains that the sample documents state, each with its words."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from extractors.findings import Extraction
from pipeline.extract import extract_document
from pipeline.read import read

SAMPLES = Path(__file__).parents[2] / "corpus" / "samples"


@cache
def extraction(stem: str) -> Extraction:
    return extract_document(read(next(SAMPLES.glob(f"{stem}*"))))


@pytest.mark.parametrize(
    ("sample", "source", "relation", "target", "words"),
    [
        ("000_", "790/QĐ-UBND", "IMPLEMENTS", "50/NQ-CP", "ban hành chương trình hành động thực hiện Nghị quyết"),
        ("000_", "1288/KH-UBND", "IMPLEMENTS", "124/NQ-CP", "của UBND tỉnh thực hiện Nghị quyết số 124/NQ-CP"),
        ("000_", "1288/KH-UBND", "IMPLEMENTS", "27-KH/TU", "của Chính phủ và Kế hoạch số 27-KH/TU"),
        ("000_", "27-KH/TU", "IMPLEMENTS", "23-NQ/TW", "thực hiện Nghị quyết số 23-NQ/TW ngày 22/3/2018"),
        ("000_", "688/KH-UBND", "IMPLEMENTS", "40-CTr/TU", "thực hiện Chương trình hành động số 40-CTr/TU"),
        ("000_", "40-CTr/TU", "IMPLEMENTS", "52-NQ/TW", "về thực hiện Nghị quyết số 52-NQ/TW"),
        ("000_", "SELF", "IMPLEMENTS", "687/QĐ-TTg", "HIỆN QUYẾT ĐỊNH SỐ 687/QĐ-TTG"),
        ("001_", "SELF", "IMPLEMENTS", "687/QĐ-TTg", "Quyết định số 687/QĐ-TTg"),
        ("003_", "SELF", "AT_REQUEST_OF", "832/KHĐT-KTN", "Theo đề nghị của Sở Kế hoạch và Đầu tư tại Công văn"),
        ("003_", "ATT1", "BASED_ON", "1393/QĐ-TTg", "Quyết định số 1393/QĐ-TTg"),
        ("003_", "SELF", "PROMULGATES", "ATT1", "Ban hành kèm theo Quyết định này"),
        ("004_", "5213/KH-UBND", "IMPLEMENTS", "1422/QĐ-TTg", "triển khai thực hiện Quyết định số 1422/QĐ-TTg"),
        ("004_", "81-KL/TW", "CONCLUDES_UNDER", "24-NQ/TW", "tiếp tục thực hiện Nghị quyết Trung ương 7"),
    ],
)
def test_chain(sample: str, source: str, relation: str, target: str, words: str) -> None:
    found = extraction(sample)
    names = {c.target.id: c.target.number for c in found.citations if c.target.number}
    names |= {header.id: f"ATT{i}" if i else "SELF" for i, header in enumerate(found.headers)}
    quotes = [
        r.quote.casefold()
        for r in found.relations
        if (names.get(r.from_id), r.type, names.get(r.to_id)) == (source, relation, target)
    ]
    assert len(quotes) == 1
    assert words.casefold() in quotes[0].replace("\n", " ")
