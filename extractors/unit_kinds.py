"""What administrative units are called (Hiến pháp 2013 Điều 110; Luật Tổ chức chính quyền địa phương 72/2025/QH15)."""

from __future__ import annotations

DISTRICT_KINDS = ("huyện", "quận", "thị xã", "thành phố")  # until 30/6/2025; a thành phố of a province
COMMUNE_KINDS = ("xã", "phường", "thị trấn", "đặc khu")
LOCAL_KINDS = (*DISTRICT_KINDS, *COMMUNE_KINDS)
PROVINCE_KINDS = ("tỉnh", "thành phố")
ALL_KINDS = tuple(dict.fromkeys((*PROVINCE_KINDS, *LOCAL_KINDS)))
