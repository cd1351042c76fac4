"""Documents of districts and communes: whose they are, in which province, and what their bodies are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.agencies import find_agencies
from extractors.header import extract_headers
from pipeline.read import read

LETTER = """ỦY BAN NHÂN DÂN
{unit}
-------

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------

Số: 125/KH-UBND

{place}, ngày {day}

KẾ HOẠCH

Chuyển đổi số
"""
THEN, NOW = "12 tháng 3 năm 2024", "12 tháng 3 năm 2026"


@pytest.mark.parametrize(
    ("unit", "place", "day", "issuer", "identity"),
    [
        ("HUYỆN THAN UYÊN", "Than Uyên", THEN, "Ủy ban nhân dân huyện Than Uyên",
         "vn:lai-chau.than-uyen:2024:125-kh-ubnd"),
        ("QUẬN BA ĐÌNH", "Ba Đình", THEN, "Ủy ban nhân dân quận Ba Đình", "vn:ha-noi.ba-ddinh:2024:125-kh-ubnd"),
        ("THÀNH PHỐ VINH", "Vinh", THEN, "Ủy ban nhân dân thành phố Vinh", "vn:nghe-an.vinh:2024:125-kh-ubnd"),
        ("THÀNH PHỐ LAI CHÂU", "Lai Châu", THEN, "Ủy ban nhân dân thành phố Lai Châu",
         "vn:lai-chau.lai-chau:2024:125-kh-ubnd"),
        ("XÃ KHOEN ON", "Khoen On", NOW, "Ủy ban nhân dân xã Khoen On", "vn:lai-chau.khoen-on:2026:125-kh-ubnd"),
        # ten provinces had a district of that name: which one it is, the letter does not say
        ("HUYỆN CHÂU THÀNH", "Châu Thành", THEN, "Ủy ban nhân dân huyện Châu Thành",
         "vn:unknown.chau-thanh:2024:125-kh-ubnd"),
    ],
)  # fmt: skip
def test_a_letter_of_a_district_or_commune(
    tmp_path: Path, unit: str, place: str, day: str, issuer: str, identity: str
) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(LETTER.format(unit=unit, place=place, day=day), "utf-8")
    [header] = extract_headers(read(path)).findings
    assert (header.issuer, header.id) == (issuer, identity)


def test_the_bodies_of_a_districts_letter_are_the_districts(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(LETTER.format(unit="HUYỆN THAN UYÊN", place="Than Uyên", day=THEN), "utf-8")
    [header] = extract_headers(read(path)).findings
    found = find_agencies("Phòng Tư pháp, Công an huyện, UBND tỉnh", header.jurisdiction)
    assert [mention.agency for mention in found] == [
        "Phòng Tư pháp huyện Than Uyên",
        "Công an huyện Than Uyên",
        "Ủy ban nhân dân tỉnh Lai Châu",
    ]
