"""The quick scans find what the plain ones find: heads of numbers, composed text, names of laws."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.anchors import LAWS, anchors
from extractors.fold import coded, coded_in_part
from extractors.laws import laws, longest_name
from extractors.number_heads import HEAD, heads
from extractors.offsets import composed

# What heads are made of, and signs that the code of one byte a sign lacks.
_PRINTED = "0129 \n\u00a0/-–_.,:aNĐđSố"
_ODD = "٣∕⁄\u200b\ufffeÐ"


@given(st.text(_PRINTED, max_size=60) | st.text(_PRINTED + _ODD, max_size=60))
def test_heads_are_those_of_the_grammar(text: str) -> None:
    """Tried at likely separators only, the grammar finds the same."""
    found = [(head.span(), head.groups()) for head in heads(text)]
    assert found == [(head.span(), head.groups()) for head in HEAD.finditer(text)]


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
