"""No text makes the whole path run away: a plan whose one paragraph repeats what the rules look for."""

from __future__ import annotations

import time

import pytest

from pipeline.extract import extract_document
from pipeline.read import read_bytes

SIZE = 6_000
HEAD = """ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 2443/KH-UBND
Lai Châu, ngày 29 tháng 5 năm 2025
KẾ HOẠCH
Thực hiện việc thử
I. NHIỆM VỤ
1. Sở Tài chính: """
BRICKS = (
    "ỦY BAN NHÂN DÂN ", "ỦY BAN NHÂN DÂN\n", "A. B. ", "KẾ HOẠCH ", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n", "Nguyễn Văn An\n",
    "Số:      /KH-UBND\n", "Nơi nhận:\n- Như trên;\n", "Kính gửi: Sở Y tế; ", "Căn cứ Luật Đất đai;\n",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n", "theo đề nghị của Giám đốc Sở Y tế tại ",
    "sửa đổi, bổ sung một số điều của ", "Điều 1. Sở Y tế\n", "1. Sở Y tế:\n", "- Sở Y tế:\n", "Giao Sở Tài chính ",
    "Giao các Sở: Tài chính, Nội vụ, ", "chủ trì, phối hợp với ", " do Sở Y tế chủ trì, ", "Sở Y tế có trách nhiệm ",
    "các sở, ban, ngành và ", "UBND các xã, phường, thị trấn, ", "tỉnh Lai Châu, ", "tổ chức thực hiện ", "Trường hợp ",
    "báo cáo UBND tỉnh qua Sở Y tế ", "trước ngày 15/12/2025, ", "quý I/2025, ", "hằng năm ", "10% và 20%, ",
    "đạt ít nhất 10%, ", "phấn đấu trên 1.234,5 ha, ", "(", "“", " | ", "1 | Sở Y tế | x\n", "...... ", "___ ", "- ",
    "\n", "; ", ", ", " và ", "1 ", "x ", "Abc Abc ",
)  # fmt: skip


# A sentence that names hundreds of agencies costs so many times what a quarter of it does, not sixteen times.
LISTS = (
    "Sở Y tế, Sở Nội vụ, Công an tỉnh, ", "phối hợp với Sở Y tế, Sở Nội vụ, ", "các Sở: Y tế, Nội vụ, Tài chính, ",
    "UBND xã Nậm Cha, UBND các xã, ", "Sở Y tế chủ trì, Sở Nội vụ phối hợp, ",
)  # fmt: skip


@pytest.mark.parametrize("brick", BRICKS)
def test_a_plan_of_one_brick(brick: str) -> None:
    text = HEAD + (brick * SIZE)[:SIZE]
    start = time.process_time()
    extraction = extract_document(read_bytes(text.encode(), "plan.txt"))
    assert time.process_time() - start < 4
    assert extraction.document.text


@pytest.mark.parametrize("brick", LISTS)
def test_a_sentence_of_hundreds_of_agencies(brick: str) -> None:
    def cost(size: int) -> float:
        document = read_bytes((HEAD + (brick * size)[:size]).encode(), "plan.txt")
        start = time.process_time()
        extract_document(document)
        return time.process_time() - start

    cost(SIZE)
    assert cost(4 * SIZE) < 12 * max(cost(SIZE), 0.05)
