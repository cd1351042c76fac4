"""Sentences with the relations that they state (``cases.yaml``)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from extractors.citations import extract_citations
from extractors.document import Footnote, Part, Span
from extractors.findings import Header, Jurisdiction, RelationType
from extractors.relations import extract_relations, with_relations
from pipeline.text import document_of

CASES = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text("utf-8"))


def said(text: str, doc_type: str, *, cites: bool = False) -> list[tuple[str, str, str]]:
    """(from, type, to) by number, or by name in lower case; without CITES, or (``cites``) CITES alone."""
    document = document_of(text.strip())
    place = Jurisdiction("lai-chau", "Lai Châu", "tỉnh", "2025-11-30")
    header = Header("SELF", None, doc_type, None, "2025-11-30", None, document.parts[0].head, jurisdiction=place)
    citations = extract_citations(document, (header,)).findings
    names = {c.target.id: c.target.number or (c.target.title or c.text).lower() for c in citations}
    relations = extract_relations(document, (header,), citations).findings
    for relation in relations:
        assert document.quote(relation.span) == relation.quote
    return [
        (names.get(r.from_id, r.from_id), r.type, names.get(r.to_id, r.to_id))
        for r in relations
        if (r.type == "CITES") == cites
    ]


@pytest.mark.parametrize("case", CASES, ids=[c["why"] for c in CASES])
def test_sentence_states_its_relations(case: dict[str, Any]) -> None:
    expected = sorted(tuple(row.split(" ", 2)) for row in case["says"])
    assert sorted(said(case["text"], case["type"])) == expected


@pytest.mark.parametrize("case", [c for c in CASES if "cites" in c], ids=lambda c: c["why"])
def test_sentence_mentions_the_rest(case: dict[str, Any]) -> None:
    expected = sorted((end[0], "CITES", end[1]) for end in (row.split(" CITES ") for row in case["cites"]))
    assert sorted(said(case["text"], case["type"], cites=True)) == expected


def test_every_relation_has_a_sentence() -> None:
    rows = [row for case in CASES for row in (*case["says"], *case.get("cites", ()))]
    assert {row.split(" ")[1] for row in rows} == set(get_args(RelationType))


def test_each_mention_has_its_own_relation() -> None:
    document = document_of(
        "Căn cứ Quyết định số 687/QĐ-TTg;\nTổ chức thực hiện Quyết định số 687/QĐ-TTg;\n"
        "Theo quy định của Quyết định số 687/QĐ-TTg."
    )
    header = Header("SELF", None, "KH", None, "2025-11-30", None, document.parts[0].head)
    citations = extract_citations(document, (header,)).findings
    (relation,) = extract_relations(document, (header,), citations).findings
    assert relation.type == "IMPLEMENTS"
    assert [c.relation for c in with_relations(citations, (relation,))] == ["BASED_ON", "IMPLEMENTS", "CITES"]


def test_attachment_is_issued_with_the_decision() -> None:
    text = (
        "Điều 1. Ban hành kèm theo Quyết định này Quy chế quản lý thư điện tử công vụ.\n"
        "QUY CHẾ\nQuản lý thư điện tử công vụ\n(Ban hành kèm theo Quyết định số 5/QĐ-UBND ngày 01/12/2025)\n"
        "Điều 1. Quy chế này căn cứ Luật số 20/2023/QH15."
    )
    document = document_of(text)
    start, body = text.index("QUY CHẾ"), text.index("Điều 1. Quy chế")
    parts = (
        Part(Span(0, start), Span(0, 0), "main"),
        Part(Span(start, len(text)), Span(start, body), "attachment"),
    )
    document = replace(document, parts=parts)
    main = Header("SELF", "5/QĐ-UBND", "QĐ", None, "2025-12-01", None, parts[0].head)
    rules = Header("SELF#att1", None, "QC", None, None, "Quản lý thư điện tử công vụ", parts[1].head)
    found = extract_relations(document, (main, rules), ()).findings
    assert [(r.from_id, r.type, r.to_id, r.quote) for r in found] == [
        ("SELF", "PROMULGATES", "SELF#att1", "Ban hành kèm theo Quyết định này"),
        ("SELF#att1", "ATTACHED_TO", "SELF", "(Ban hành kèm theo Quyết định số 5/QĐ-UBND ngày 01/12/2025)"),
    ]


def test_what_an_article_issues_by_its_title_is_what_is_attached_under_it() -> None:
    title = "Định mức kinh tế - kỹ thuật sản xuất giống cây trồng trên địa bàn tỉnh"
    text = f"Điều 1. Ban hành {title} gồm:\nĐịnh mức lao động.\nPHỤ LỤC\n{title}\nA. PHẠM VI"
    document = document_of(text)
    start, body = text.index("PHỤ LỤC"), text.index("A. PHẠM VI")
    parts = (
        Part(Span(0, start), Span(0, 0), "main"),
        Part(Span(start, len(text)), Span(start, body), "attachment"),
    )
    document = replace(document, parts=parts)
    main = Header("SELF", "5/QĐ-UBND", "QĐ", None, "2025-12-01", None, parts[0].head)
    norms = Header("SELF#att1", None, "PHỤ LỤC", None, None, title, parts[1].head)
    found = extract_relations(document, (main, norms), ()).findings
    assert ("SELF", "PROMULGATES", "SELF#att1") in {(r.from_id, r.type, r.to_id) for r in found}
    other = replace(norms, title="Quy trình nội bộ giải quyết thủ tục hành chính cấp tỉnh")
    assert {r.type for r in extract_relations(document, (main, other), ()).findings} == {"ATTACHED_TO"}


def test_a_note_printed_at_the_end_belongs_to_the_part_that_carries_its_mark() -> None:
    """The notes of a plan come after its last table: what they cite the plan cites, not the table."""
    text = (
        "Giảm thuế theo nghị quyết của Quốc hội[1].\nPHỤ LỤC\nBiểu thu\nA. Thu nội địa\n"
        "[1] Nghị quyết số 174/2024/QH15 ngày 30/11/2024 của Quốc hội."
    )
    document = document_of(text)
    start, body, note = text.index("PHỤ LỤC"), text.index("A. Thu"), text.index("[1] Nghị")
    mark = text.index("[1]")
    document = replace(
        document,
        parts=(
            Part(Span(0, start), Span(0, 0), "main"),
            Part(Span(start, len(text)), Span(start, body), "attachment"),
        ),
        paragraphs=tuple(replace(p, kind="footnote") if p.span.start == note else p for p in document.paragraphs),
        footnotes=(Footnote("[1]", Span(note + 4, len(text)), (Span(mark, mark + 3),)),),
    )
    main = Header("SELF", "5/KH-UBND", "KH", None, "2025-11-30", None, document.parts[0].head)
    table = Header("SELF#att1", None, "PHỤ LỤC", None, None, None, document.parts[1].head)
    citations = extract_citations(document, (main, table)).findings
    found = extract_relations(document, (main, table), citations).findings
    assert {(r.from_id, r.type) for r in found if r.to_id.endswith("174-2024-qh15")} == {("SELF", "CITES")}


@pytest.mark.parametrize(("main", "attached"), [(None, True), ("5/2025/TT-BTC", False)])
def test_a_blank_decision_in_a_head_is_the_documents_own_or_a_forms(main: str | None, attached: bool) -> None:
    """A plan may be all that is left of its decision; under a form the decision is still to be written."""
    head = "DANH SÁCH\n(Kèm theo Quyết định số …/QĐ-UBND ngày …/…/… của UBND tỉnh)\n"
    text = f"{'Điều 1. Kèm theo.' + chr(10) if main else ''}{head}1. Nguyễn Văn An"
    document = document_of(text)
    start, body = text.index("DANH"), text.index("1. Nguyễn")
    parts = (Part(Span(0, start), Span(0, 0), "main"), Part(Span(start, len(text)), Span(start, body), "attachment"))
    document = replace(document, parts=parts if main else (Part(Span(0, len(text)), Span(0, body), "main"),))
    headers = [Header("SELF", main, "TT" if main else "KH", None, "2025-12-01", None, document.parts[0].head)]
    if main:
        headers.append(Header("SELF#att1", None, "Danh sách", None, None, None, document.parts[1].head))
    citations = extract_citations(document, tuple(headers[:1])).findings
    found = extract_relations(document, tuple(headers), citations).findings
    blank = [r.type for r in found if "quyet-ddinh-so" in r.to_id]
    assert blank == (["ATTACHED_TO"] if attached else ["CITES"])
