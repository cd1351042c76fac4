"""The tables of cues, of words between citations and of programme heads: every row is proved by its example."""

from __future__ import annotations

import pytest

from extractors.programmes.names import heads
from extractors.relations import gaps
from extractors.relations.cues import Cue, cues, scan
from extractors.vocabulary import table


@pytest.mark.parametrize("cue", cues(), ids=lambda cue: cue.id)
def test_cue_is_found_in_its_example(cue: Cue) -> None:
    low = gaps.lowered(cue.example)
    found = [(hit.cue.id, low[hit.start : hit.end]) for hit in scan(low, 0, len(low))]
    assert (cue.id, cue.finds) in found


def test_cue_ids_are_unique() -> None:
    ids = [cue.id for cue in cues()]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    "row", [*table("gap_words"), *table("programme_words")], ids=lambda row: f"{row['group']}-{row['word']}"
)
def test_word_stands_in_its_example(row: dict[str, str]) -> None:
    assert gaps.lowered(row["word"]) in gaps.lowered(row["example"])


@pytest.mark.parametrize("row", table("programme_heads"), ids=lambda row: row["head"])
def test_head_is_found_in_its_example(row: dict[str, str]) -> None:
    first = heads(row["example"])[0]
    assert row["example"][first.start : first.end] == row["head"]


@pytest.mark.parametrize(
    ("words", "reached"),
    [
        (" ", True),
        (" có hiệu quả ", True),
        (" nghiêm túc, hiệu quả các nội dung của ", True),
        (" đầy đủ, kịp thời, hiệu quả các nhiệm vụ, giải pháp lĩnh vực nông nghiệp tại ", True),
        (" nhiệm vụ được phân công tại ", True),
        (" có hiệu quả các quy định của pháp luật và các văn bản của Chính phủ, nhất là: ", True),
        (" đề án tái cơ cấu ngành nông nghiệp tỉnh lai châu đến năm 2020 theo ", True),
        (" theo ", False),
        (" theo quy định tại khoản 1 điều 5 ", False),
        (" trách nhiệm của ubnd tỉnh theo quy định của ", False),
        (" báo cáo công tác với cấp trên theo ", False),
        (" quyết định này theo ", False),
    ],
)
def test_verb_reaches_its_object(words: str, *, reached: bool) -> None:
    assert gaps.reaches(words.lower()) is reached


@pytest.mark.parametrize(
    ("before", "named"),
    [
        ("đánh giá việc ", True),
        ("báo cáo kết quả ", True),
        ("các hoạt động ", True),
        ("kiểm tra, đôn đốc các đơn vị trong việc tổ chức ", True),
        ("kinh phí ", True),
        ("ủy ban nhân dân tỉnh đã ", True),
        (" về việc ", False),
        ("đẩy mạnh việc ", False),
        ("tiếp tục ", False),
        ("", False),
    ],
)
def test_carrying_out_is_named_or_ordered(before: str, *, named: bool) -> None:
    assert gaps.nominal(before) is named


@pytest.mark.parametrize(
    ("words", "conjunction"),
    [
        (" và ", "và"),
        (", ", ","),
        ("; các nghị định số ", ";"),
        (" về phát triển nông nghiệp và ", "và"),
        (" hoặc khoản 2 điều 5 ", "hoặc"),
        (" của ủy ban nhân dân tỉnh quy định mức thu tại ", None),
        (" theo ", None),
    ],
)
def test_conjunction_at_the_end(words: str, conjunction: str | None) -> None:
    assert gaps.joins(words) == conjunction
