"""Duties of telegrams, letters, conclusions, directives and regulations: real lines under their heads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.responsibilities.test_duties import document, duties, said

HEADS: dict[str, str] = {
    "telegram": """THỦ TƯỚNG CHÍNH PHỦ
-------
Số: 219/CĐ-TTg
Hà Nội, ngày 17 tháng 11 năm 2025

CÔNG ĐIỆN
Về việc tập trung ứng phó mưa lũ

""",
    "letter": """ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU
-------
Số: 512/UBND-KGVX
V/v tăng cường quản lý chi phí khám bệnh
Lai Châu, ngày 12 tháng 11 năm 2025

Kính gửi:
- Sở Y tế;
- Ủy ban nhân dân các xã, phường.

""",
    "conclusion": """VĂN PHÒNG CHÍNH PHỦ
-------
Số: 641/TB-VPCP
Hà Nội, ngày 25 tháng 11 năm 2025

THÔNG BÁO
Kết luận của Phó Thủ tướng Chính phủ Phạm Thị Thanh Trà tại buổi làm việc với thành phố Đà Nẵng

""",
    "decision": """ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU
-------
Số: 26/2025/QĐ-UBND
Lai Châu, ngày 12 tháng 11 năm 2025

QUYẾT ĐỊNH
Ban hành Quy chế phối hợp trong công tác quản lý nhà nước về tín ngưỡng, tôn giáo

Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Quy chế phối hợp.
""",
    "directive": """ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU
-------
Số: 12/CT-UBND
Lai Châu, ngày 12 tháng 3 năm 2025

CHỈ THỊ
Về việc tăng cường công tác phòng cháy, chữa cháy rừng trong mùa khô

""",
    "party": """TỈNH ỦY LAI CHÂU
*
Số 15-CT/TU
Lai Châu, ngày 10 tháng 9 năm 2025

CHỈ THỊ
CỦA BAN THƯỜNG VỤ TỈNH ỦY
về tăng cường sự lãnh đạo của Đảng đối với công tác bảo vệ môi trường

""",
    "government": """CHÍNH PHỦ
-------
Số: 86/NQ-CP
Hà Nội, ngày 08 tháng 7 năm 2025

NGHỊ QUYẾT
Phiên họp Chính phủ thường kỳ tháng 6 năm 2025

Căn cứ Luật Tổ chức Chính phủ số 63/2025/QH15;

""",
    "circular": """BỘ NỘI VỤ
-------
Số: 12/2025/TT-BNV
Hà Nội, ngày 12 tháng 11 năm 2025

THÔNG TƯ
Hướng dẫn thực hiện chế độ trợ cấp đối với thanh niên xung phong

Căn cứ Luật Tổ chức Chính phủ số 63/2025/QH15;

""",
    "circular directive": """BỘ NỘI VỤ
-------
Số: 12/CT-BNV
Hà Nội, ngày 12 tháng 11 năm 2025

CHỈ THỊ
Về việc tăng cường công tác rà soát văn bản

Bộ trưởng Bộ Nội vụ yêu cầu:
""",
    "outline": """BỘ NỘI VỤ
-------
Số: 529/BNV-BHXH
V/v tài liệu giới thiệu Luật Bảo hiểm xã hội
Hà Nội, ngày 12 tháng 11 năm 2025

Kính gửi: Bộ Tư pháp

""",
    "procedures": """ỦY BAN NHÂN DÂN
PHƯỜNG TÂN PHONG
-------
Số: 97/KH-UBND
Tân Phong, ngày 18 tháng 9 năm 2025

KẾ HOẠCH
Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính trên địa bàn phường

""",
    "notice": """ỦY BAN NHÂN DÂN TỈNH LAI CHÂU
VĂN PHÒNG
-------
Số: 356/TB-VPUBND
Lai Châu, ngày 21 tháng 10 năm 2025

THÔNG BÁO
Kết luận của Chủ tịch UBND tỉnh tại cuộc họp về giải ngân vốn đầu tư công

""",
    "commune party": """ĐẢNG BỘ TỈNH LAI CHÂU
ĐẢNG ỦY XÃ THAN UYÊN
*
Số 12-KH/ĐU
Than Uyên, ngày 06 tháng 10 năm 2025

KẾ HOẠCH
thực hiện Kết luận số 187-KL/TW ngày 29/8/2025 của Bộ Chính trị

""",
    "resolution": """HỘI ĐỒNG NHÂN DÂN
TỈNH LAI CHÂU
-------
Số: 07/NQ-HĐND
Lai Châu, ngày 12 tháng 7 năm 2025

NGHỊ QUYẾT
Về kết quả giám sát việc thực hiện chính sách đối với nhà giáo

""",
}
CASES: list[dict[str, Any]] = [
    case
    for name in ("orders", "assignments")
    for case in yaml.safe_load((Path(__file__).parent / f"{name}.yaml").read_text("utf-8"))
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['head']}: {case['name']}")
def test_duties_by_type_of_document(case: dict[str, Any]) -> None:
    found = duties(case["text"], HEADS[case["head"]])
    expected = [{k: v for k, v in duty.items() if k not in {"starts", "task"}} for duty in case["duties"]]
    assert [said(duty) for duty in found] == expected
    for duty, wanted in zip(found, case["duties"], strict=True):
        assert duty.quote.startswith(wanted["starts"])
        assert duty.task.startswith(wanted.get("task", ""))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['head']}: {case['name']}")
def test_evidence_is_the_text_at_the_span(case: dict[str, Any]) -> None:
    read = document(case["text"], HEADS[case["head"]])
    for duty in duties(case["text"], HEADS[case["head"]]):
        assert read.quote(duty.span) == duty.quote
