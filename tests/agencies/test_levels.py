"""Names that the centre and the provinces bear alike: whose a name alone is, by the text's own level and date."""

from __future__ import annotations

import pytest

from extractors.agencies import find_agencies
from extractors.findings import Jurisdiction


@pytest.mark.parametrize(
    ("text", "scope", "on", "agency"),
    [
        # Cục Thuế, Cục Hải quan, Cục Thống kê are the provinces' until 28/2/2025, the centre's since
        ("Cục Thuế", "lai-chau", "2021-05-14", "Cục Thuế tỉnh Lai Châu"),
        ("Cục Thuế", "lai-chau", "2024", "Cục Thuế tỉnh Lai Châu"),
        ("Cục Hải quan", "lai-chau", "2025-02-28", "Cục Hải quan tỉnh Lai Châu"),
        ("Cục Thống kê", "lai-chau", "2023-12", "Cục Thống kê tỉnh Lai Châu"),
        ("Cục Thuế", "lai-chau", "2025-03-01", "Cục Thuế"),
        ("Cục Thuế", "lai-chau", "2026-01-02", "Cục Thuế"),
        ("Cục Thuế", "trung-uong", "2025-11-24", "Cục Thuế"),
        # with its place it is the province's on any date
        ("Cục Thuế tỉnh", "lai-chau", "2025-11-20", "Cục Thuế tỉnh Lai Châu"),
        ("Cục Thuế TP Hà Nội", "trung-uong", "2025-11-20", "Cục Thuế thành phố Hà Nội"),
        # the armed force of the whole country, or its command in the province
        ("Bộ đội Biên phòng", "trung-uong", "2025-11-24", "Bộ đội Biên phòng"),
        ("Bộ đội Biên phòng", "lai-chau", "2025-05-29", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh Lai Châu"),
        ("Bộ đội Biên phòng tỉnh Khánh Hòa", "trung-uong", "2025-01-24", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh Khánh Hòa"),
        ("Bộ Tư lệnh BĐBP", "lai-chau", "2025-05-29", "Bộ Tư lệnh Bộ đội Biên phòng"),
        # the centre's where the province's needs its place
        ("Kho bạc Nhà nước", "lai-chau", "2024", "Kho bạc Nhà nước"),
        ("NHNN", "lai-chau", "2024", "Ngân hàng Nhà nước Việt Nam"),
    ],
)
def test_whose_a_name_alone_is(text: str, scope: str, on: str, agency: str) -> None:
    local = Jurisdiction("lai-chau", "Lai Châu", "tỉnh", on)
    (found,) = find_agencies(text, local if scope == "lai-chau" else Jurisdiction(scope, on=on))
    assert found.agency == agency
