"""Ids, scopes and urn:lex."""

from __future__ import annotations

import pytest

from extractors.findings import Jurisdiction
from extractors.identity import (
    attachment_id,
    document_id,
    instrument_id,
    scope_of_issuer,
    scope_of_number,
    urn_lex,
)

LAI_CHAU = Jurisdiction(scope="lai-chau", place="Lai Châu", kind="tỉnh")

SCOPES = [
    ("Thủ tướng Chính phủ", "trung-uong"),
    ("Bộ trưởng Bộ Tài chính", "trung-uong"),
    ("Ban Chấp hành Trung ương Đảng khóa XI", "trung-uong"),
    ("Ban Tuyên giáo và Dân vận Trung ương", "trung-uong"),
    ("UBND tỉnh", "lai-chau"),
    ("Ban Thường vụ Tỉnh ủy", "lai-chau"),
    ("Sở Nội vụ", "lai-chau"),
    ("Ủy ban nhân dân tỉnh Nghệ An", "nghe-an"),
    ("ỦY BAN NHÂN DÂN TỈNH AN GIANG", "an-giang"),
    ("Ban Chấp hành Đảng bộ tỉnh Nghệ An", "nghe-an"),
    ("Tỉnh uỷ Đắk Lắk", "ddak-lak"),
    ("Thành ủy Hà Nội", "ha-noi"),
    ("UBND TP.HCM", "ho-chi-minh"),
    ("Tỉnh ủy Bà Rịa - Vũng Tàu", "ba-ria-vung-tau"),
    ("UBND huyện Tam Đường", "lai-chau.tam-dduong"),
    ("UBND thành phố Vinh, tỉnh Nghệ An", "nghe-an.vinh"),
    ("UBND thành phố Lai Châu", "lai-chau.lai-chau"),
    ("UBND thành phố Cần Thơ", "can-tho"),
    ("Công ty TNHH Minh Anh", None),
    (None, None),
]


@pytest.mark.parametrize(("issuer", "scope"), SCOPES)
def test_scope_of_the_issuer(issuer: str | None, scope: str | None) -> None:
    assert scope_of_issuer(issuer, LAI_CHAU) == scope


@pytest.mark.parametrize(
    ("number", "scope"),
    [
        ("687/QĐ-TTg", "trung-uong"),
        ("48/2014/QH13", "trung-uong"),
        ("57-NQ/TW", "trung-uong"),
        ("58-KH/TU", "lai-chau"),
        ("790/QĐ-UBND", "lai-chau"),
    ],
)
def test_scope_of_the_sign(number: str, scope: str) -> None:
    assert scope_of_number(number, LAI_CHAU) == scope


def test_a_central_text_does_not_own_what_provinces_issue() -> None:
    centre = Jurisdiction(scope="trung-uong")
    assert scope_of_number("790/QĐ-UBND", centre) is None
    assert scope_of_number("1234/BNV-CCVC", centre) == "trung-uong"


def test_ids() -> None:
    assert instrument_id("trung-uong", "687/QĐ-TTg", "2022-06-07") == "vn:trung-uong:2022:687-qdd-ttg"
    assert instrument_id("trung-uong", "30/2020/NĐ-CP") == "vn:trung-uong:2020:30-2020-ndd-cp"
    assert instrument_id("lai-chau", "27-KH/TU") == "vn:lai-chau:unknown:27-kh-tu"
    assert instrument_id(None, None, "2020", "Luật Đất đai") == "vn:unknown:2020:luat-ddat-ddai"
    assert len(instrument_id("x", None, None, "a b " * 60).split(":")[-1]) <= 80
    assert attachment_id("vn:lai-chau:2012:1498-qdd-ubnd", 1) == "vn:lai-chau:2012:1498-qdd-ubnd#att1"
    assert document_id("lai-chau", None, "2020", "văn bản") == document_id("lai-chau", None, "2020", "văn bản")
    assert document_id("lai-chau", None, None, "a") != document_id("lai-chau", None, None, "b")


def test_d_and_dd_cannot_meet() -> None:
    assert instrument_id("x", "1/QD-UBND") != instrument_id("x", "1/QĐ-UBND")


def test_urn_lex() -> None:
    central = urn_lex(
        number="687/QĐ-TTg",
        type_name="Quyết định",
        issuer="Thủ tướng Chính phủ",
        issued_on="2022-06-07",
        scope="trung-uong",
    )
    assert central == "urn:lex:vn:thu.tuong.chinh.phu:quyet.dinh:2022-06-07;687-qd-ttg"
    local = urn_lex(
        number="1288/KH-UBND",
        type_name="Kế hoạch",
        issuer="Ủy ban nhân dân tỉnh Lai Châu",
        issued_on="2021-05-14",
        scope="lai-chau",
    )
    assert local == "urn:lex:vn;lai.chau:uy.ban.nhan.dan:ke.hoach:2021-05-14;1288-kh-ubnd"
    assert urn_lex(number="1/QĐ-UBND", type_name="Quyết định", issuer=None, issued_on="2021") is None
