"""Citations in any text: the spans quote the text as given."""

from __future__ import annotations

import unicodedata

import pytest

from pipeline.text import document_of, extract_text, find_citations


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


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\ufeff", "\u2060"])
def test_invisible_signs_change_no_fact(sign: str) -> None:
    bare = "Giao Sở Tài chính chủ trì thực hiện Quyết định số 687/QĐ-TTg trước ngày 30/6/2025."
    given = "".join(f"{letter}{sign}" if letter in "iQn6" else letter for letter in bare)
    plain, found = extract_text(bare), extract_text(given)
    assert found.document.text == bare
    assert [duty.task for duty in found.responsibilities] == [duty.task for duty in plain.responsibilities] != []
    assert [citation.target.number for citation in found.citations] == ["687/QĐ-TTg"]
    for finding in (*found.citations, *found.responsibilities):
        start, end = map(found.document.offsets.source, (finding.span.start, finding.span.end))
        assert given[start:end].replace(sign, "") == finding.quote
