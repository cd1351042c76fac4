"""The quick scans find what the plain ones find: heads of numbers, composed text, names of laws."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.anchors import LAWS, anchors
from extractors.fold import coded, coded_in_part
from extractors.issuer_phrases import body_in, issuer_at
from extractors.laws import laws, longest_name
from extractors.number_heads import HEAD, WORDS_BEHIND, heads
from extractors.number_reading import number_from, read_on
from extractors.offsets import composed
from extractors.vocabulary import table

# What heads are made of, and signs that the code of one byte a sign lacks.
_PRINTED = "0129 \n\u00a0/-–_.,:aNĐđSố"
_ODD = "٣∕⁄\u200b\ufffeÐ"


# Pieces of numbers, and what stands around them.
_PIECES = [
    "12",
    "5",
    "/2020",
    "/98",
    "/",
    "-",
    "NĐ",
    "CP",
    "QĐ-TTg",
    "HĐND",
    "TT",
    " ",
    "\n",
    ";",
    ".",
    "Số ",
    " ngày ",
    "a",
]
_TEXTS = (
    st.text(_PRINTED, max_size=60)
    | st.text(_PRINTED + _ODD, max_size=60)
    | st.lists(st.sampled_from(_PIECES), max_size=16).map("".join)
)


def _of_grammar(text: str, head: re.Match[str]) -> re.Match[str]:
    """The grammar's own match where the scan found a head."""
    found = HEAD.match(text, head.start())
    assert found
    return found


@given(_TEXTS)
def test_heads_are_those_of_the_grammar(text: str) -> None:
    """Tried at likely separators only, the grammar finds the same."""
    found = [_of_grammar(text, head) for head in heads(text)]
    assert [(h.span(), h.groups()) for h in found] == [(h.span(), h.groups()) for h in HEAD.finditer(text)]


@given(_TEXTS)
def test_plain_numbers_are_those_that_are_read_token_by_token(text: str) -> None:
    """What is read at one go, or known from another place, is what its tokens make."""
    for head in heads(text):
        assert repr(number_from(text, head)) == repr(read_on(text, _of_grammar(text, head)))


@pytest.mark.parametrize("sign", ["NĐ-CP", "QĐ-UB", "NQ-HĐND", "BNV", "CP", "NĐ", "QH1"])
def test_no_sign_goes_on_with_a_word_behind(sign: str) -> None:
    """So the words close whatever sign stands before them."""
    alone = read_on(f"12/{sign}", _of_grammar(f"12/{sign}", next(heads(f"12/{sign} ngày"))))
    for word in WORDS_BEHIND.split():
        text = f"12/{sign} {word} Bộ"
        assert read_on(text, _of_grammar(text, next(heads(text)))) == alone


# What may stand behind a body's name
_BEHIND = [
    ".",
    ";",
    "; Căn cứ",
    ";\nBộ Y tế",
    ")",
    " về",
    " ngày",
    " ban hành quy định",
    " ban hành về",
    "\nvề",
    ", Bộ Y tế",
]


@pytest.mark.parametrize("behind", _BEHIND)
def test_bodies_whose_names_are_closed(behind: str) -> None:
    """A name that is read up to its end only is the one that is read in all that follows."""
    places = ("tỉnh Bắc Ninh", "thành phố Hà Nội", "tỉnh", "TP. Huế", "huyện Phong Thổ, tỉnh Lai Châu")
    local = [f"{body} {place}" for body in ("UBND", "Chủ tịch Ủy ban nhân dân") for place in places]
    for name in (*local, *(row["name"] for row in table("issuers"))):
        text = f"{name}{behind} việc thực hiện Nghị định của Chính phủ, Bộ Tài chính"
        if not name.startswith(("Chính phủ", "Bộ Tài chính", "Bộ Chính trị")):  # one body, also before ";"
            assert issuer_at(text, 0) == body_in(text)


@given(st.text("Luật ấầộ\n–“x\u0301\u0302Ω", max_size=20))
def test_a_coded_text_is_composed_and_keeps_its_offsets(text: str) -> None:
    """One byte a sign; what the code holds whole needs no normalization."""
    code = coded(text)
    assert len(coded_in_part(text)) == len(text)
    assert code is None or unicodedata.is_normalized("NFC", text)


@given(st.text("aeouâêôơưăd \n\u0301\u0302\u0309\u0323", max_size=30))
def test_offsets_of_composed_text(text: str) -> None:
    """Each composed prefix is the composed form of the prefix that the map gives."""
    normal, offsets = composed(text)
    assert normal == unicodedata.normalize("NFC", text)
    ends = [at for at in range(len(normal) + 1) if not unicodedata.combining(normal[at : at + 1] or " ")]
    assert all(unicodedata.normalize("NFC", text[: offsets.source(at)]) == normal[:at] for at in ends)


@pytest.mark.parametrize("text", ["Luật Đất đai", "LUẬT Đất đai", "luật Đất đai"])
def test_anchors_in_whatever_case(text: str) -> None:
    """The letters of a keyword in capitals or small."""
    assert anchors(text).places(*LAWS) == [1]


def test_names_of_the_registry_are_found_whole() -> None:
    """A name as the registry prints it, and the same with a line's end in it, is the same law."""
    read = 0
    for law in laws():
        found = longest_name(law.kind, f"{law.name}.", 0) if law.kind != "Hiến pháp" else None
        if found and law in found[1]:
            assert longest_name(law.kind, law.name.replace(" ", "\n", 1), 0) == found
            read += 1
    assert read > len(laws()) // 2
