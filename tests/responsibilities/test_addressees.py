"""Whom a rule makes responsible: real lines (addressees.yaml) of a decision's regulation or a circular."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from extractors.agencies import find_agencies
from tests.responsibilities.test_duties import duties, said
from tests.responsibilities.test_rules import HEADS

MINISTRY = """BỘ KHOA HỌC VÀ CÔNG NGHỆ
-------
Số: 40/2025/TT-BKHCN
Hà Nội, ngày 12 tháng 11 năm 2025

THÔNG TƯ
Quy định về mua sắm sản phẩm, dịch vụ công nghệ số

"""
CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "addressees.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_addressees(case: dict[str, Any]) -> None:
    head = MINISTRY if case.get("head") == "ministry" else HEADS["rules"]
    found = duties(f"Điều 2. Tổ chức thực hiện\n{case['text']}", head)
    expected = [{k: v for k, v in duty.items() if k != "task"} for duty in case["duties"]]
    assert [said(duty) for duty in found] == expected
    for duty, wanted in zip(found, case["duties"], strict=True):
        assert duty.task.startswith(wanted["task"])


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Hội đồng quản lý", False),
        ("các Hội đồng quản lý", True),
        ("Tổ Thư ký", False),
        ("Cơ quan thuế", True),
        ("Hội đồng giám khảo chấm thi", False),
    ],
)
def test_one_council_is_no_group(text: str, group: bool) -> None:
    assert [mention.is_group for mention in find_agencies(text)] == [group]
