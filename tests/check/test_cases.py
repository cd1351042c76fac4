"""Real wording -> findings; every finding quotes the document."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from extractors.serialize import to_json
from pipeline.check import GRADES, Issue, check, checks
from pipeline.extract import extract_document
from pipeline.read import read

CASES = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text("utf-8"))
HEAD = """ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU
Số: 1288/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lai Châu, ngày {day} tháng {month} năm {year}
KẾ HOẠCH
{title}
"""
TITLE = "Thực hiện một số nhiệm vụ trọng tâm trên địa bàn tỉnh"


def extraction(case: dict[str, Any], folder: Path) -> dict[str, Any]:
    """A plan of Lai Châu with the case's body."""
    year, month, day = str(case["date"]).split("-")
    head = HEAD.format(year=year, month=month, day=day, title=case.get("title", TITLE))
    path = folder / "van-ban.txt"
    path.write_text(head + case["text"], "utf-8")
    return to_json(extract_document(read(path)))


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_what_is_found(case: dict[str, Any], tmp_path: Path) -> None:
    subject = extraction(case, tmp_path)
    issues = check(subject)
    assert [(i.code, i.grade) for i in issues] == [(f[0], f[1]) for f in case["found"]], issues
    for issue, (_, _, quote, proof) in zip(issues, case["found"], strict=True):
        assert quote in issue.quote
        assert subject["text"][issue.span[0] : issue.span[1]] == issue.quote
        assert proof in " ".join(p.quote for p in issue.proofs)


def test_every_check_has_a_case_for_and_one_against() -> None:
    """A check without a case that it finds, or a document that it leaves alone, is not finished."""
    found = {each[0] for case in CASES for each in case["found"]}
    beside = {"identity_conflict"}  # asks the record: tests of its own
    assert {each.code for each in checks()} == found | beside
    assert sum(not case["found"] for case in CASES) >= 12


def test_checks_are_told_in_both_languages() -> None:
    for each in checks():
        assert all(each.about)
        assert each.code.isidentifier()


def test_findings_come_in_order_of_grade(tmp_path: Path) -> None:
    case = {
        "date": "2025-11-20",
        "text": "1. Giao Sở Công Thương định kỳ báo cáo Ủy ban nhân dân tỉnh kết quả thực hiện.\n"
        "2. Giao Sở Kế hoạch và Đầu tư chủ trì tham mưu bố trí vốn thực hiện Kế hoạch.\n",
    }
    grades = [GRADES.index(issue.grade) for issue in check(extraction(case, tmp_path))]
    assert grades == sorted(grades)
    assert len(grades) == 2


def test_a_scan_accuses_nobody(tmp_path: Path) -> None:
    """In a text read off a scan a wrong figure may be the reader's: to be looked at, not to be fixed."""
    case = next(c for c in CASES if c["case"] == "one resolution with two dates")
    clean = extraction(case, tmp_path)
    scanned = {**clean, "text": clean["text"].replace("CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "CỘNG HOA XA HỘI CHU NGHĨA")}

    def grades(issues: tuple[Issue, ...]) -> list[str]:
        return [issue.grade for issue in issues if issue.code == "two_dates"]

    assert grades(check(clean)) == ["must_fix"]
    assert grades(check(scanned)) == ["verify"]
