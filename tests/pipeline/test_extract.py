"""The extraction of a document: an extractor is one file, and its findings and notices arrive."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractors import facts
from pipeline.extract import extract_document
from pipeline.read import read_bytes

PLAN = """ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU

Số: 12/KH-UBND

KẾ HOẠCH
Trồng cây năm 2025

I. MỤC TIÊU

Đến năm 2025, tỷ lệ che phủ rừng đạt 54%; mỗi xã trồng một vườn ươm.

II. TỔ CHỨC THỰC HIỆN

1. Sở Y tế chủ trì trồng cây trong các bệnh viện.
"""

NEW = '''
"""A forest has a nursery."""

from extractors.document import Notice, Span
from extractors.findings import Evidence, Found, Target


def find(document, headers, citations):
    start = document.text.index("một vườn ươm")
    span = Span(start, start + len("một vườn ươm"))
    target = Target(Evidence.at(document, span), indicator="vườn ươm", comparator="=", value=1.0, unit="vườn")
    return Found((target,), (Notice("nursery", "Có vườn ươm", span),))


EXTRACTOR = find
'''


@pytest.fixture
def nurseries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """One more file beside the extractors."""
    (tmp_path / "nurseries.py").write_text(NEW, "utf-8")
    monkeypatch.setattr(facts, "__path__", [*facts.__path__, str(tmp_path)])
    importlib.invalidate_caches()
    facts.extractors.cache_clear()
    yield
    facts.extractors.cache_clear()


def test_what_is_there_is_run() -> None:
    extraction = extract_document(read_bytes(PLAN.encode(), "plan.txt"))
    assert [duty.actors[0].text for duty in extraction.responsibilities] == ["Sở Y tế"]
    assert [target.value for target in extraction.targets] == [54.0]


@pytest.mark.usefixtures("nurseries")
def test_a_new_extractor_is_one_file() -> None:
    extraction = extract_document(read_bytes(PLAN.encode(), "plan.txt"))
    assert [target.quote for target in extraction.targets][-1] == "một vườn ươm"
    assert "nursery" in {notice.code for notice in extraction.warnings}
