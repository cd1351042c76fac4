"""Duties of regulations, mandates and resolutions: real lines (rules.yaml) under their heads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.responsibilities.test_duties import duties, said
from tests.responsibilities.test_orders import HEADS as OTHERS

HEADS: dict[str, str] = OTHERS | {
    "mandate": """ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU
-------
Số: 12/2025/QĐ-UBND
Lai Châu, ngày 12 tháng 11 năm 2025

QUYẾT ĐỊNH
Về việc quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Sở Tư pháp tỉnh Lai Châu

Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;

QUYẾT ĐỊNH:

""",
    "decree": """CHÍNH PHỦ
-------
Số: 152/2020/NĐ-CP
Hà Nội, ngày 30 tháng 12 năm 2020

NGHỊ ĐỊNH
Quy định về người lao động nước ngoài làm việc tại Việt Nam

Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;

""",
    "rules": OTHERS["decision"]
    + """
QUY CHẾ
Quản lý, sử dụng hệ thống thư điện tử công vụ
(Ban hành kèm theo Quyết định số 26/2025/QĐ-UBND ngày 12 tháng 11 năm 2025 của Ủy ban nhân dân tỉnh)

""",
}
CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "rules.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['head']}: {case['name']}")
def test_duties_of_rules(case: dict[str, Any]) -> None:
    found = duties(case["text"], HEADS[case["head"]])
    expected = [{k: v for k, v in duty.items() if k != "starts"} for duty in case["duties"]]
    assert [said(duty) for duty in found] == expected
    for duty, wanted in zip(found, case["duties"], strict=True):
        assert duty.evidence.quote.startswith(wanted["starts"])
