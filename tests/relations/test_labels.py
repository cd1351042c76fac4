"""The table of labels covers all relations of the schema, both ways, and reads printed labels back."""

from __future__ import annotations

from typing import get_args

import pytest

from extractors.findings import RelationType
from extractors.relation_labels import SITES, labels_of, relations_of
from extractors.vocabulary import table


def test_every_relation_has_its_rows() -> None:
    rows = [(r["relation"], r["direction"], r["site"]) for r in table("relation_labels")]
    assert sorted(rows) == sorted((t, d, s) for t in get_args(RelationType) for d in ("out", "in") for s in SITES)
    for row in table("relation_labels"):
        assert row["fit"] in ("exact", "broader", "none")
        assert bool(row["label"]) == (row["fit"] != "none"), row
        assert row["example"]


@pytest.mark.parametrize(
    ("label", "site", "expected"),
    [
        ("Văn bản căn cứ", "vbpl", ("BASED_ON", "out")),
        ("Căn cứ ban hành", "vbpl", ("BASED_ON", "out")),
        ("Văn bản được căn cứ", "thuvienphapluat", ("BASED_ON", "out")),
        ("Văn bản được hướng dẫn", "thuvienphapluat", ("GUIDES", "out")),
        ("Văn bản hướng dẫn", "thuvienphapluat", ("GUIDES", "in")),
        ("Văn bản quy định chi tiết, hướng dẫn thi hành", "vbpl", ("GUIDES", "in")),
        ("Văn bản bị thay thế", None, ("REPLACES", "out")),
        ("Văn bản được thay thế", "vbpl", ("REPLACES", "out")),
        ("Văn bản bị sửa đổi, bổ sung", None, ("AMENDS", "out")),
        ("Văn bản sửa đổi bổ sung", None, ("AMENDS", "in")),
        ("Văn bản hợp nhất", None, ("CONSOLIDATES", "in")),
        ("Văn bản được hợp nhất", None, ("CONSOLIDATES", "out")),
        ("Văn bản dẫn chiếu", "vbpl", ("CITES", "in")),
        ("Văn bản được dẫn chiếu", None, ("CITES", "out")),
        ("Văn bản bị bãi bỏ", "vbpl", ("REPEALS", "out")),
        ("Văn bản bị đình chỉ thi hành", "vbpl", ("SUSPENDS", "out")),
        ("Văn bản đính chính", None, ("CORRECTS", "in")),
    ],
)
def test_a_printed_label_is_one_relation(label: str, site: str | None, expected: tuple[str, str]) -> None:
    assert relations_of(label, site) == (expected,)


def test_a_label_of_another_kind_is_none() -> None:
    assert relations_of("Văn bản liên quan cùng nội dung") == ()


def test_the_nearest_label_serves_where_there_is_none_of_its_own() -> None:
    assert labels_of("IMPLEMENTS", "out") == {
        "vbpl": "Văn bản được dẫn chiếu",
        "thuvienphapluat": "Văn bản được dẫn chiếu",
    }
    assert labels_of("ATTACHED_TO", "out") == {"vbpl": None, "thuvienphapluat": None}
