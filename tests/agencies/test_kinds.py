"""One body of each kind that documents name: found whole, at its level, in its place."""

from __future__ import annotations

import pytest

from extractors.agencies import find_agencies
from extractors.findings import Jurisdiction

HERE = Jurisdiction("lai-chau", "Lai Châu", "tỉnh", "2026-01-02")


@pytest.mark.parametrize(
    ("text", "scope", "level"),
    [
        # the National Assembly and its bodies, before and since 2025
        ("Ủy ban Thường vụ Quốc hội", "trung-uong", "trung ương"),
        ("Ủy ban Tư pháp của Quốc hội", "trung-uong", "trung ương"),
        ("Ủy ban Văn hóa, Giáo dục của Quốc hội", "trung-uong", "trung ương"),
        ("Ủy ban Pháp luật và Tư pháp", "trung-uong", "trung ương"),
        ("Tổng Thư ký Quốc hội", "trung-uong", "trung ương"),
        # the Government, ministries, agencies under it, their departments
        ("Văn phòng Chính phủ", "trung-uong", "trung ương"),
        ("Bộ NN&MT", "trung-uong", "trung ương"),
        ("Cục Phòng, chống tệ nạn xã hội", "trung-uong", "trung ương"),
        ("Cục Phát triển doanh nghiệp tư nhân và kinh tế tập thể", "trung-uong", "trung ương"),
        ("Vụ Pháp chế Bộ Tư pháp", "trung-uong", "trung ương"),
        ("Thanh tra Bộ Y tế", "trung-uong", "trung ương"),
        ("Bảo hiểm xã hội Việt Nam", "trung-uong", "trung ương"),
        # the Party, from the centre to a commune
        ("Ban Tuyên giáo và Dân vận Trung ương", "trung-uong", "trung ương"),
        ("Ban Thường vụ Tỉnh ủy", "lai-chau", "đảng"),
        ("Thường trực Huyện ủy Than Uyên", "lai-chau.than-uyen", "huyện"),
        ("Đảng ủy xã Mường Kim", "lai-chau.muong-kim", "xã"),
        ("Ủy ban Kiểm tra Đảng ủy phường Tân Phong", "lai-chau.tan-phong", "xã"),
        # the Front and mass organisations
        ("Ủy ban MTTQ Việt Nam tỉnh", "lai-chau", "tỉnh"),
        ("Tổng Liên đoàn Lao động Việt Nam", "trung-uong", "trung ương"),
        ("Liên hiệp các tổ chức hữu nghị Việt Nam", "trung-uong", "trung ương"),
        ("Hội Nạn nhân chất độc da cam/dioxin", "lai-chau", "tỉnh"),
        ("Hội Liên hiệp Phụ nữ xã Mường Kim", "lai-chau.muong-kim", "xã"),
        # courts and procuracies, before and since 2025
        ("Tòa án nhân dân cấp cao tại Hà Nội", "trung-uong", "trung ương"),
        ("Tòa Phúc thẩm Tòa án nhân dân tối cao tại Đà Nẵng", "trung-uong", "trung ương"),
        ("Tòa án nhân dân khu vực 1 - Lai Châu", "lai-chau", "khu vực"),
        ("VKSND khu vực 2", "lai-chau", "khu vực"),
        ("Tòa án quân sự Quân khu 4", "trung-uong", "trung ương"),
        # provincial departments and equals, those of the two big cities
        ("Sở Dân tộc và Tôn giáo", "lai-chau", "tỉnh"),
        ("Sở An toàn thực phẩm Thành phố Hồ Chí Minh", "ho-chi-minh", "tỉnh"),
        ("Sở Du lịch thành phố Hà Nội", "ha-noi", "tỉnh"),
        ("Ban Quản lý đường sắt đô thị thành phố Hà Nội", "ha-noi", "tỉnh"),
        ("Ban Quản lý các khu chế xuất và công nghiệp TP. Hồ Chí Minh", "ho-chi-minh", "tỉnh"),
        ("Ban Đô thị Hội đồng nhân dân thành phố Hà Nội", "ha-noi", "tỉnh"),
        # districts and communes
        ("Phòng Kinh tế và Hạ tầng huyện Than Uyên", "lai-chau.than-uyen", "huyện"),
        ("Phòng Kinh tế, Hạ tầng và Đô thị phường Tân Phong", "lai-chau.tan-phong", "xã"),
        ("Trung tâm Phục vụ hành chính công xã Mường Kim", "lai-chau.muong-kim", "xã"),
        # armed forces
        ("Bộ Tổng Tham mưu", "trung-uong", "trung ương"),
        ("Quân khu 2", "trung-uong", "trung ương"),
        ("Bộ CHQS tỉnh", "lai-chau", "tỉnh"),
        ("Ban Chỉ huy Phòng thủ khu vực 1", "lai-chau", "khu vực"),
        ("Công an xã Mường Kim", "lai-chau.muong-kim", "xã"),
        # bank, treasury, tax, customs, insurance
        ("Ngân hàng Nhà nước Khu vực 4", "trung-uong", "khu vực"),
        ("Ngân hàng Nhà nước Việt Nam chi nhánh tỉnh Lai Châu", "lai-chau", "tỉnh"),
        ("Kho bạc Nhà nước Khu vực X", "trung-uong", "khu vực"),
        ("Chi cục Thuế khu vực VII", "trung-uong", "khu vực"),
        ("Thuế cơ sở 3", "lai-chau", "khu vực"),
        ("Chi cục Hải quan khu vực VII", "trung-uong", "khu vực"),
        ("Bảo hiểm xã hội cơ sở Than Uyên", "lai-chau", "tỉnh"),
        # schools and hospitals
        ("Trường THPT chuyên Lê Quý Đôn", "lai-chau", "tỉnh"),
        ("Bệnh viện Đa khoa tỉnh", "lai-chau", "tỉnh"),
        # enterprises
        ("Tổng công ty Cảng hàng không Việt Nam", "trung-uong", "trung ương"),
        ("VNPT Lai Châu", "lai-chau", "doanh nghiệp"),
        ("Hợp tác xã Nông nghiệp Mường Kim", "trung-uong", "doanh nghiệp"),
    ],
)
def test_a_body_of_each_kind(text: str, scope: str, level: str) -> None:
    [found, other] = find_agencies(f"Giao {text}, Sở Y tế thực hiện", HERE)
    assert (found.quote, found.id.split(":")[1], found.level, found.is_group) == (text, scope, level, False)
    assert other.agency == "Sở Y tế tỉnh Lai Châu"
