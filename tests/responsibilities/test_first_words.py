"""A paragraph is read for names only where one may open; every name that is found opens so."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.agencies import find_agencies
from extractors.findings import Jurisdiction
from extractors.responsibilities.first_words import may_open
from extractors.responsibilities.openers import may_name_subject

CORPUS = Path(__file__).parents[2] / "corpus"
TEXTS = sorted(path for folder in ("gold-texts", "samples", "unseen") for path in (CORPUS / folder).glob("*.txt"))
HERE = Jurisdiction("lai-chau", "Lai Châu", "tỉnh", "2025-11-12")


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_no_name_opens_in_another_way(path: Path) -> None:
    text = path.read_text("utf-8")
    found = {mention for here in (Jurisdiction(), HERE) for mention in find_agencies(text, here)}
    assert [mention.quote for mention in found if not may_open(text, mention.span.start)] == []


@pytest.mark.parametrize(
    "name",
    [
        "Sở Y tế", "SỞ Y TẾ", "sở, ngành", "UBND", "Các ban của Hội đồng nhân dân", "Từng địa phương", "Phó Giám đốc",
        "Tổng Giám đốc", "chi và đảng bộ", "Uỷ ban nhân dân", "Tài chính", "Cà Mau", "Trường Trung học", "Tỉnh cần",
    ],
)  # fmt: skip
def test_what_may_open_a_name(name: str) -> None:
    assert may_open(name, 0)


@pytest.mark.parametrize(
    "words",
    ["Bổ sung", "Trường hợp", "Các khoản", "Quy trình", "đối với", "hội thảo", "quản lý", "Hợp nhất", "tổng mức", ""],
)
def test_what_opens_none(words: str) -> None:
    assert not may_open(words, 0)


@pytest.mark.parametrize(
    ("sentence", "may"),
    [
        ("Sở Y tế rà soát.", True),
        ("Đồng thời, Sở Y tế rà soát.", True),
        ("Căn cứ Luật Đất đai, Sở Y tế rà soát.", True),
        ("Trong đó, khi xong thì Sở Y tế rà soát.", True),
        ("Hồ sơ đã nộp, Sở Y tế phải rà soát.", True),
        ("Kiểm tra hồ sơ: Sở Y tế chủ trì.", True),
        ("Hồ sơ đã nộp, Sở Y tế rà soát.", False),
        ("Căn cứ Luật Đất đai, hồ sơ gửi Sở Y tế.", False),
        ("Các khoản chi được trừ khi nộp tại Sở Y tế.", False),
    ],
)
def test_where_a_name_would_be_the_subject(sentence: str, may: bool) -> None:
    assert may_name_subject(sentence, sentence.lower()) is may
