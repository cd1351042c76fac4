"""No text makes a pattern run away: 100 kB of what comes nearest to matching, in far less than a second a case."""

from __future__ import annotations

import time

import pytest

from extractors.citations import find_mentions
from extractors.dates import find_dates
from pipeline.text import find_citations

SIZE = 100_000
BRICKS = {
    "digits": "1",
    "digits and blanks": "1 ",
    "digits and slashes": "1/",
    "slashes": "/",
    "open numbers": "123/2020/",
    "signs without end": "1/QĐ-TTg-",
    "tokens": "-AB",
    "blanks": " ",
    "newlines": "\n",
    "cues": "Quyết định số ",
    "types": "Nghị quyết ",
    "dates left open": "ngày . . . tháng ",
    "dates": "ngày 1 tháng ",
    "laws": "Luật ",
    "amending laws": "Luật sửa đổi, bổ sung một số điều của ",
    "names of laws": "Luật Đất đai, ",
    "capital words": "Luật Abc Abc Abc ",
    "articles": "Điều 1, ",
    "pinpoints": "điểm a khoản 1 Điều 2, ",
    "congresses": "Nghị quyết Đại hội đại biểu ",
    "terms": "Nghị quyết Trung ương khóa ",
    "issuers": " của Ban Chấp hành Trung ương ",
    "places": " của UBND tỉnh Lai Châu",
    "titles": "số 1/QĐ-TTg về việc ",
    "brackets": "số 1/QĐ-TTg về (((",
    "blanks to fill": "Quyết định số ......",
    "marks": "à̀̀",
}


@pytest.mark.parametrize("name", BRICKS)
def test_100_kb_of_it(name: str) -> None:
    text = (BRICKS[name] * SIZE)[:SIZE]
    start = time.process_time()
    find_mentions(text)
    list(find_dates(text))
    assert time.process_time() - start < 4


@pytest.mark.parametrize("text", ["", " ", "\n", "Điều", "số", "/", "-", "\ufffe", "Luật", "Quyết định số"])
def test_fragments(text: str) -> None:
    assert find_citations(text) == ()
