"""Sentences with the relations that they state (``cases.yaml``)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from extractors.citations import extract_citations
from extractors.findings import Header, Jurisdiction
from extractors.relations import extract_relations
from pipeline.text import document_of

CASES = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text("utf-8"))


def said(text: str, doc_type: str) -> list[tuple[str, str, str]]:
    """(from, type, to) by number, or by name in lower case; CITES left out."""
    document = document_of(text.strip())
    place = Jurisdiction("lai-chau", "Lai Châu", "tỉnh", "2025-11-30")
    header = Header("SELF", None, doc_type, None, "2025-11-30", None, document.parts[0].head, jurisdiction=place)
    citations = extract_citations(document, (header,)).findings
    names = {c.target.id: c.target.number or (c.target.title or c.text).lower() for c in citations}
    relations = extract_relations(document, (header,), citations).findings
    for relation in relations:
        assert document.quote(relation.span) == relation.quote
    return [
        (names.get(r.from_id, r.from_id), r.type, names.get(r.to_id, r.to_id)) for r in relations if r.type != "CITES"
    ]


@pytest.mark.parametrize("case", CASES, ids=[c["why"] for c in CASES])
def test_sentence_states_its_relations(case: dict[str, Any]) -> None:
    expected = sorted(tuple(row.split(" ", 2)) for row in case["says"])
    assert sorted(said(case["text"], case["type"])) == expected
