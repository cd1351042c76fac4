"""Every letter of the normalized text stands where the offset map says, whatever the source looks like."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.fold import dashes
from pipeline.normalize.chars import clean
from pipeline.read import read_bytes
from pipeline.readers.traced import Traced, join, nfc

_ALIKE = str.maketrans({"Ð": "Đ", "ð": "đ", "\u00a0": " ", "\t": " "})
_PIECES = st.sampled_from(
    [
        "1. Sở Tài chính chủ trì,",
        "phối hợp với Sở Nội vụ",
        "- Lưu: VT",
        "**II. NỘI DUNG",
        "TRỌNG TÂM**",
        "|",
        "STT",
        "1",
        "687/QĐ-",
        "TTg ngày 07/6/2022",
        "",
        "  ",
        "Ðiều 3\u00a0của",
        "số\u200b 5/KH\u2011UBND",
        "-----",
        "a) Đến năm 2025:",
        "*(kèm theo)*",
        "\\- Báo cáo",
        "thu\u0309y sa\u0309n",
        "đạt 54%[1].",
        "[1] Quyết định.",
        "--- PAGE BREAK ---",
        "Nơi nhận:",
    ]
)


@given(st.lists(_PIECES, min_size=1, max_size=30), st.sampled_from(["\n", "\r\n", "\n\n"]))
@settings(max_examples=300, deadline=None)
def test_letters_and_blanks_map_to_themselves(pieces, end):
    text = "KẾ HOẠCH\nCăn cứ Nghị quyết số 57-NQ/TW:\n" + end.join(pieces)
    raw = text.replace("\r\n", "\n")
    document = read_bytes(text.encode(), "a.txt")
    last = -1
    for offset, letter in enumerate(document.text):
        source = document.offsets.source(offset)
        if not letter.isalnum():
            continue
        there = dashes(raw[source : source + 1].translate(_ALIKE))
        base = unicodedata.normalize("NFD", letter)[0]
        assert unicodedata.normalize("NFD", there)[:1] == base
        assert source != last
        last = source


@given(st.text(alphabet=st.sampled_from("aăâeêoôơuưđĐÐ \t\u00a0\u0301\u0300\u0309\u0323\u200b-–.1"), max_size=60))
def test_cleaning_is_normal_form_and_stable(text):
    once = clean(Traced.at(text, 0))
    assert unicodedata.is_normalized("NFC", once.text)
    assert clean(Traced.at(once.text, 0)).text == once.text
    assert "  " not in once.text
    assert once.text == once.text.strip()


@given(st.text(max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_cuts_keep_the_map(text, start, end):
    piece = Traced.at(text, 100)
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    cut = piece.cut(start, end)
    assert cut.text == text[start:end]
    assert all(cut.source(i) == 100 + start + i for i in range(len(cut)))


@pytest.mark.parametrize(
    ("parts", "text", "sources"),
    [
        ([Traced.at("ab", 0), Traced.at("cd", 2)], "abcd", [0, 1, 2, 3]),
        ([Traced.at("ab", 0), Traced.at("cd", 7)], "abcd", [0, 1, 7, 8]),
        ([Traced.at("abc", 4).without([(1, 2)])], "ac", [4, 6]),
        ([nfc(Traced.at("ha\u0309i", 0))], "hải", [0, 1, 3]),
    ],
)
def test_joining(parts, text, sources):
    joined = join(parts)
    assert joined.text == text
    assert [joined.source(i) for i in range(len(joined))] == sources


@pytest.mark.parametrize(
    ("printed", "text"),
    [("số １２／QĐ－UBND", "số 12/QĐ-UBND"), ("NĐ\u00ad-\u200bCP", "NĐ-CP"), ("ngày\u202f05\u3000/6", "ngày 05 /6")],
)
def test_signs_of_all_widths_are_one_and_invisible_ones_none(printed, text):
    assert clean(Traced.at(printed, 0)).text == text
