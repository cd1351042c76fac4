"""Word segmentation of a question, where underthesea is installed."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytest.importorskip("underthesea")

from vanban.segment import segmenter


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Sở nào tuyên truyền kinh tế tuần hoàn", ["Sở", "nào", "tuyên truyền", "kinh tế", "tuần hoàn"]),
        ("đào tạo nguồn nhân lực", ["đào tạo", "nguồn", "nhân lực"]),
        ("", []),
    ],
)
def test_words_of_a_question(question: str, words: list[str]) -> None:
    segment = segmenter()
    assert segment is not None
    assert segment(question) == words


def test_characters_stay_as_written() -> None:
    segment = segmenter()
    assert segment is not None
    assert "".join(segment("Thuỷ sản, hoá chất")).replace(" ", "") == "Thuỷsản,hoáchất"


def test_the_library_waits_for_the_first_question() -> None:
    code = "import sys, vanban.segment; vanban.segment.segmenter(); sys.exit('underthesea' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
