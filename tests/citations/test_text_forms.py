"""The forms of a text that everything is looked up in: folded, composed; offsets hold in both."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.citations import find_mentions
from extractors.fold import fold
from extractors.offsets import INVISIBLE, composed

VIETNAMESE = "Ủy ban nhân dân tỉnh Đắk Lắk: “KẾ HOẠCH”, số 12/KH-UBND – 50 % … • Nguyễn Thị Huỳnh"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Sở Kế hoạch và Đầu tư", "so ke hoach va dau tu"),
        ("QUYẾT ĐỊNH số 687/QĐ-TTg", "quyet dinh so 687/qd-ttg"),
        ("QÐ ð", "qd d"),
        ("“điểm a” – khoản 2…", "“diem a” – khoan 2…"),
        ("Ångström, çà", "angstrom, ca"),
        ("Постановление Đ", "Постановление d"),
        ("漢字 Ủ", "漢字 u"),
        ("", ""),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_each_sign_folds_alone_as_among_others() -> None:
    """A text of Vietnamese signs alone goes another way than one with a sign of another script."""
    for code in range(0x20, 0x3000):
        sign = chr(code)
        assert fold(sign) == fold(f"{sign}я")[:1] == fold(f"a{sign}漢")[1:2]


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_offsets_lead_back_to_decomposed_text() -> None:
    given_text = unicodedata.normalize("NFD", VIETNAMESE)
    text, offsets = composed(given_text)
    assert text == VIETNAMESE
    for at in range(len(text)):
        printed = given_text[offsets.source(at) : offsets.source(at + 1)]
        assert unicodedata.normalize("NFC", printed) == text[at]


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_offsets_of_any_text_stay_inside_it(text: str) -> None:
    normal, offsets = composed(text)
    sources = [offsets.source(at) for at in range(len(normal) + 1)]
    assert sources == sorted(sources)
    assert not INVISIBLE.sub("", text[: sources[0]])
    assert sources[-1] == len(text)


@pytest.mark.parametrize(
    ("given_text", "text", "printed"),
    [
        ("\ufeffLuật", "Luật", ["L", "u", "ậ", "t"]),
        ("N\u00adĐ\u200b\u200b-C", "NĐ-C", ["N\u00ad", "Đ\u200b\u200b", "-", "C"]),
        ("e\u0302\u200b１\u202fx", "ê1 x", ["e\u0302\u200b", "１", "\u202f", "x"]),
    ],
)
def test_offsets_where_invisible_signs_are_left_out(given_text: str, text: str, printed: list[str]) -> None:
    plain, offsets = composed(given_text)
    assert plain == text
    assert [given_text[offsets.source(at) : offsets.source(at + 1)] for at in range(len(text))] == printed


# (text, the refused number, or none where nothing is wrong)
REFUSED = [
    ("theo Nghị định số 65/2013/ND ngày 27/6/2013 của Chính phủ", "65/2013/ND"),
    ("theo Thông tư liên tịch số 07/2016/TTTLT-BYT-BTC", "07/2016/TTTLT-BYT-BTC"),
    ("nhà số 398 - Đường 3/2, phường Hưng Lợi", None),
    ("theo Mẫu số 01/ĐK-TCT", None),
    ("theo QCVN 02-2019/BYT", None),
]


@pytest.mark.parametrize(("text", "refused"), REFUSED)
def test_what_a_number_is_refused_for_is_told(text: str, refused: str | None) -> None:
    notices = [notice for notice in find_mentions(text)[1] if notice.code == "number_refused"]
    assert [notice.span.of(text) for notice in notices if notice.span] == ([refused] if refused else [])
    assert all(f"“{refused}”" in notice.message for notice in notices)
