"""What the other documents of the record say against a document."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.check import Issue, Known, check
from tests.graph.documents import Record, document, instrument

OLD = instrument("05/2020/QĐ-UBND", "lai-chau", "2020")
LATER = document("7/2024/QĐ-UBND", on="2024-05-01", title="Quy định mới", relations=[(None, "REPLACES", OLD)])


def whole(extraction: dict[str, Any]) -> dict[str, Any]:
    """The same without a provision named."""
    return {**extraction, "citations": [{**c, "pinpoint": None} for c in extraction["citations"]]}


def dated(number: str, on: str, day: str, words: str) -> dict[str, Any]:
    """A plan that cites the decree 29/2025/NĐ-CP with a date."""
    decree = instrument("29/2025/NĐ-CP", year="2025", issued_on=day)
    plan = document(number, on=on, title=f"Kế hoạch {number}")
    span = [len(plan["text"]), len(plan["text"]) + len(words)]
    citation = {"text": words, "span": span, "kind": "numbered", "target": decree, "pinpoint": None,
                "relation": "CITES", "section": None, "page": None}  # fmt: skip
    return {**plan, "text": plan["text"] + words + "\n", "citations": [citation]}


RIGHT = "Nghị định số 29/2025/NĐ-CP ngày 24 tháng 02 năm 2025"
WRONG = "Nghị định số 29/2025/NĐ-CP ngày 26 tháng 02 năm 2025"


def found(subject: dict[str, Any], *others: dict[str, Any], as_of: str | None = None) -> list[Issue]:
    return [i for i in check(subject, Known(as_of, Record(*others))) if i.code != "blank_number"]


@pytest.mark.parametrize(
    ("on", "as_of", "codes"),
    [
        ("2023-01-01", None, []),
        ("2024-06-01", None, ["dead_reference"]),
        ("2023-01-01", "2025-01-01", ["dead_reference"]),
    ],
)
def test_a_decision_that_another_document_replaces(on: str, as_of: str | None, codes: list[str]) -> None:
    issues = found(document("2/KH-UBND", on=on, cites=[("IMPLEMENTS", OLD)]), whole(LATER), as_of=as_of)
    assert [i.code for i in issues] == codes
    for issue in issues:
        assert (issue.proofs[0].source, issue.proofs[0].quote) == (
            LATER["document"]["id"],
            "None REPLACES 05/2020/QĐ-UBND",
        )
        assert issue.grade == "verify"


def test_a_part_of_it_is_no_dead_reference() -> None:
    assert found(document("2/KH-UBND", on="2024-06-01", cites=[("IMPLEMENTS", OLD)]), LATER) == []


def test_the_one_that_stands_alone_is_told() -> None:
    """Three documents agree on a date; only the fourth is asked to look."""
    others = [dated(f"{n}/KH-UBND", "2025-05-01", "2025-02-24", RIGHT) for n in (1, 2, 3)]
    odd = dated("4/KH-UBND", "2025-05-01", "2025-02-26", WRONG)
    (issue,) = found(odd, *others)
    assert (issue.code, issue.grade, issue.quote) == ("identity_conflict", "verify", WRONG)
    assert issue.proofs[0].quote == RIGHT
    assert found(others[0], *others[1:], odd) == []


def test_the_document_itself_is_the_best_witness() -> None:
    decision = document("790/QĐ-UBND", on="2021-07-02", title="Tên thật")
    target = instrument("790/QĐ-UBND", "lai-chau", "2021", issued_on="2021-07-12")
    words = "Quyết định số 790/QĐ-UBND ngày 12/7/2021"
    plan = document("5/KH-UBND", on="2022-01-01")
    span = [len(plan["text"]), len(plan["text"]) + len(words)]
    citation = {"text": words, "span": span, "kind": "numbered", "target": target, "pinpoint": None,
                "relation": "CITES", "section": None, "page": None}  # fmt: skip
    (issue,) = found({**plan, "text": plan["text"] + words, "citations": [citation]}, decision)
    assert (issue.code, issue.grade, issue.proofs[0].source) == (
        "identity_conflict",
        "must_fix",
        decision["document"]["id"],
    )
