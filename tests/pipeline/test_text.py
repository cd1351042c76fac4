"""Citations in any text: the spans quote the text as given."""

from __future__ import annotations

import unicodedata

import pytest

from pipeline.text import document_of, find_citations


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("theo Quyết định số 687/QĐ-TTg ngày 07/6/2022 của Thủ tướng Chính phủ", ["687/QĐ-TTg"]),
        ("các Nghị định số 24/2014/NĐ-CP, 37/2014/NĐ-CP", ["24/2014/NĐ-CP", "37/2014/NĐ-CP"]),
        ("không viện dẫn văn bản nào", []),
        ("", []),
        ("\n\n", []),
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_citations_of_a_text(text: str, numbers: list[str], form: str) -> None:
    given = unicodedata.normalize(form, text)  # type: ignore[arg-type]
    found = find_citations(given)
    assert [c.target.number for c in found] == numbers
    assert all(given[c.span.start : c.span.end] == c.text for c in found)


def test_place_decides_whose_committee_is_meant() -> None:
    text = "Kế hoạch số 1288/KH-UBND ngày 14/5/2021 của UBND tỉnh"
    [here] = find_citations(text, place="Lai Châu")
    [there] = find_citations(text, place="An Giang")
    assert here.target.id == "vn:lai-chau:2021:1288-kh-ubnd"
    assert there.target.id == "vn:an-giang:2021:1288-kh-ubnd"


def test_a_paragraph_a_line() -> None:
    document = document_of("một\n\nhai")
    assert [document.quote(p.span) for p in document] == ["một", "hai"]
