"""Mentions of agencies in clauses: what is found, in full, and what is not an agency."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.agencies import find_agencies, similar_agency
from extractors.agencies.compact import compact
from extractors.findings import Jurisdiction
from extractors.vocabulary import table

LAI_CHAU = Jurisdiction("lai-chau", "Lai Châu", "tỉnh", "2022-07-18")
HCM = Jurisdiction("ho-chi-minh", "Hồ Chí Minh", "thành phố", "2025-11-18")


def _named(text: str, here: Jurisdiction = LAI_CHAU) -> list[str]:
    return [m.agency for m in find_agencies(text, here)]


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("Sở KH&ĐT", ["Sở Kế hoạch và Đầu tư tỉnh Lai Châu"]),
        ("Sở Nông nghiệp và PTNT", ["Sở Nông nghiệp và Phát triển nông thôn tỉnh Lai Châu"]),
        ("Sở Tài nguyên Môi trường", ["Sở Tài nguyên và Môi trường tỉnh Lai Châu"]),
        ("Sở Kế hoạch\nvà Đầu tư", ["Sở Kế hoạch và Đầu tư tỉnh Lai Châu"]),
        ("Sở Lao động – Thương binh và Xã hội", ["Sở Lao động - Thương binh và Xã hội tỉnh Lai Châu"]),
        ("UBND tỉnh", ["Ủy ban nhân dân tỉnh Lai Châu"]),
        ("Uỷ ban nhân dân tỉnh An Giang", ["Ủy ban nhân dân tỉnh An Giang"]),
        ("UBND xã Mường Kim", ["Ủy ban nhân dân xã Mường Kim"]),
        ("TT. HĐND tỉnh", ["Thường trực Hội đồng nhân dân tỉnh Lai Châu"]),
        ("BTV Tỉnh ủy", ["Ban Thường vụ Tỉnh ủy Lai Châu"]),
        ("Kho bạc nhà nước khu vực XI", ["Kho bạc Nhà nước Khu vực XI"]),
        ("Thuế tỉnh", ["Thuế tỉnh Lai Châu"]),
        ("VNPT Nghệ An", ["VNPT Nghệ An"]),
        ("Bộ NN&MT", ["Bộ Nông nghiệp và Môi trường"]),
        ("Ban Chỉ đạo các Chương trình mục tiêu quốc gia tỉnh",
         ["Ban Chỉ đạo các Chương trình mục tiêu quốc gia tỉnh Lai Châu"]),
        ("Trung tâm Khuyến nông tỉnh tiếp nhận hồ sơ", ["Trung tâm Khuyến nông tỉnh Lai Châu"]),
        ("Văn phòng Ban Chỉ huy và các đơn vị", ["Văn phòng Ban Chỉ huy tỉnh Lai Châu", "các đơn vị"]),
        # what a committee does belongs to its name
        ("Văn phòng Ban chỉ đạo phòng thủ dân sự quốc gia để tổng hợp",
         ["Văn phòng Ban chỉ đạo phòng thủ dân sự quốc gia"]),
        # what follows a complete name is no part of it
        ("Ngân hàng Nhà nước Việt Nam giải ngân từng lần", ["Ngân hàng Nhà nước Việt Nam"]),
        ("Văn phòng Chính phủ xin trân trọng thông báo", ["Văn phòng Chính phủ"]),
        ("Ủy ban Thường vụ Quốc hội liên quan đến", ["Ủy ban Thường vụ Quốc hội"]),
        ("Ủy ban Thường vụ Quốc hội trình Quốc hội thông qua", ["Ủy ban Thường vụ Quốc hội", "Quốc hội"]),
        ("Cục Lãnh sự giải quyết các trường hợp", ["Cục Lãnh sự"]),
        ("Văn phòng Chính phủ, Bộ Nông nghiệp và Môi trường", ["Văn phòng Chính phủ", "Bộ Nông nghiệp và Môi trường"]),
        ("trụ sở Ủy ban nhân dân xã/phường", ["Ủy ban nhân dân xã/phường"]),
        ("cơ quan, tổ chức ban hành", ["cơ quan, tổ chức"]),
        ("các cơ quan, đơn vị có liên quan phối hợp, hỗ trợ", ["các cơ quan, đơn vị có liên quan"]),
        ("gửi Bảo hiểm xã hội tỉnh", ["Bảo hiểm xã hội tỉnh Lai Châu"]),
        ("Trường Đại học Công nghiệp Hà Nội", ["Trường Đại học Công nghiệp Hà Nội"]),
        ("Công ty TNHH Nippon Việt Nam và Hợp tác xã", ["Công ty TNHH Nippon Việt Nam"]),
        ("Giám đốc các Sở, ban, ngành: Nông nghiệp và Môi trường, Tài chính, Kho bạc Nhà nước tỉnh",
         ["Sở Nông nghiệp và Môi trường tỉnh Lai Châu", "Sở Tài chính tỉnh Lai Châu",
          "Kho bạc Nhà nước tỉnh Lai Châu"]),
        # two councils with one place after both
        ("Hội đồng nhân dân, Ủy ban nhân dân thành phố Hải Phòng",
         ["Hội đồng nhân dân thành phố Hải Phòng", "Ủy ban nhân dân thành phố Hải Phòng"]),
        ("HĐND và UBND tỉnh", ["Hội đồng nhân dân tỉnh Lai Châu", "Ủy ban nhân dân tỉnh Lai Châu"]),
        ("các cơ sở KCB BHYT", ["các cơ sở khám chữa bệnh bảo hiểm y tế"]),
        ("Cổng thông tin điện tử Bộ Lao động - Thương binh và Xã hội",
         ["Cổng thông tin điện tử Bộ Lao động - Thương binh và Xã hội"]),
    ],
)  # fmt: skip
def test_a_body_is_named_in_full(text: str, agencies: list[str]) -> None:
    assert _named(text) == agencies


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("các Sở: Tài chính, Nội vụ, Y tế", ["Sở Tài chính", "Sở Nội vụ", "Sở Y tế"]),
        ("các Sở Tài chính và Công Thương", ["Sở Tài chính", "Sở Công Thương"]),
        ("Sở: NN&MT, TC, VH,TT&DL, GD&ĐT, YT, Nội vụ",
         ["Sở Nông nghiệp và Môi trường", "Sở Tài chính", "Sở Văn hóa, Thể thao và Du lịch",
          "Sở Giáo dục và Đào tạo", "Sở Y tế", "Sở Nội vụ"]),
        ("các Sở: Công Thương, Kế hoạch và Đầu tư, Tài chính và các ngành liên quan",
         ["Sở Công Thương", "Sở Kế hoạch và Đầu tư", "Sở Tài chính", "các ngành liên quan"]),
        ("các Bộ: Tài chính, Công an, Tư pháp", ["Bộ Tài chính", "Bộ Công an", "Bộ Tư pháp"]),
    ],
)  # fmt: skip
def test_an_enumeration_shares_its_head(text: str, agencies: list[str]) -> None:
    assert [a.removesuffix(" tỉnh Lai Châu") for a in _named(text)] == agencies


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("các sở, ban, ngành tỉnh", None),
        ("UBND các huyện, thành phố", "Ủy ban nhân dân các huyện, thành phố"),
        ("Ủy ban nhân dân cấp xã", None),
        ("Ủy ban nhân dân xã, phường, đặc khu", None),
        ("các tổ chức chính trị - xã hội, tổ chức xã hội - nghề nghiệp", None),
        ("các cơ quan, đơn vị có liên quan", None),
        ("Cơ quan, địa phương liên quan", None),
        ("chính quyền cấp cơ sở", None),
        ("các phòng chuyên môn thuộc Ủy ban nhân dân tỉnh", None),
        ("Bộ, ngành trực tiếp quản lý", None),
        ("các cơ quan được phân công chủ trì thực hiện nhiệm vụ theo Kế hoạch này", None),
        ("các đơn vị điện lực trên địa bàn tỉnh", None),
        ("Ban Chỉ huy Phòng thủ dân sự cấp tỉnh, cấp xã", None),
        ("Thường trực HĐND, UBND cấp xã", "Thường trực Hội đồng nhân dân, Ủy ban nhân dân cấp xã"),
        # all of them, one by one
        ("Từng sở, ngành", None),
        ("Mỗi xã, phường", None),
        ("từng địa phương", None),
        ("từng cơ quan, đơn vị", None),
        # what they work in or do for a living says which are meant
        ("các đơn vị viễn thông", None),
        ("các doanh nghiệp bưu chính, viễn thông trên địa bàn tỉnh", None),
        ("các doanh nghiệp kinh doanh xăng dầu", None),
        # whose the group is stays in its name
        ("các đơn vị thuộc, trực thuộc Bộ Nội vụ", None),
        (
            "các đơn vị thuộc Bộ Lao động – Thương binh và Xã hội",
            "các đơn vị thuộc Bộ Lao động - Thương binh và Xã hội",
        ),
        ("các cơ quan của Quốc hội", None),
        ("các phòng, đơn vị trực thuộc Sở", None),
        ("cơ quan có chức năng quản lý đất đai cấp xã", None),
        ("các đơn vị sử dụng lao động trên địa bàn", None),
        ("các trạm y tế xã, phường", None),
        # the last unit of a list may have a name
        ("UBND các huyện, thị xã, thành phố Huế", "Ủy ban nhân dân các huyện, thị xã, thành phố Huế"),
        ("Hội đồng nhân dân, Ủy ban nhân dân các huyện, thành phố trực thuộc tỉnh", None),
        ("Ngân hàng Nhà nước chi nhánh tỉnh, thành phố trực thuộc Trung ương", None),
        ("Sở Lao động - Thương binh và Xã hội các tỉnh, thành phố trực thuộc Trung ương", None),
        # committees and members of a council or a government
        ("các Ban của Hội đồng nhân dân Thành phố", None),
        ("các Tổ đại biểu và đại biểu Hội đồng nhân dân tỉnh", None),
        ("các thành viên Ủy ban nhân dân tỉnh", None),
        ("các Ủy ban của Quốc hội", None),
        ("các Đoàn đại biểu Quốc hội", None),
        ("đại biểu Quốc hội tỉnh Cà Mau", None),
        ("thành viên Chính phủ", None),
        ("Ban tuyên giáo và dân vận tỉnh ủy, thành ủy", None),
        ("các tỉnh ủy, thành ủy trực thuộc Trung ương", None),
        ("các thị ủy, quận uỷ", None),
        ("Ban Thường vụ các tỉnh ủy", None),
        ("các tổ chức chính trị, xã hội", None),
        ("Phòng Văn hóa - Xã hội xã/phường", None),
        ("các thành viên Hội đồng quản lý", None),
        # all bodies of one name
        ("Giám đốc các Chi nhánh Văn phòng đăng ký đất đai", "các Chi nhánh Văn phòng đăng ký đất đai"),
        ("các Thuế tỉnh, thành phố", None),
        ("Cục trưởng các Cục Hải quan tỉnh, thành phố", "các Cục Hải quan tỉnh, thành phố"),
    ],
)
def test_a_group_is_one_agency(text: str, group: str | None) -> None:
    (found,) = find_agencies(text, LAI_CHAU)
    assert found.is_group
    assert found.quote == text
    assert found.agency.lower() == (group or text).lower()


@pytest.mark.parametrize("row", table("agency_fields"), ids=lambda row: row["field"])
def test_a_field_belongs_to_the_name_of_a_group(row: dict[str, str]) -> None:
    (found,) = find_agencies(row["example"] + " có trách nhiệm báo cáo", LAI_CHAU)
    assert found.quote == row["example"]
    assert row["field"] in found.agency.lower()


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("các sở, ban, ngành tỉnh; UBND các huyện, thành phố", 2),
        ("Ủy ban nhân dân các xã, phường và cơ quan, tổ chức có liên quan", 2),
        ("Sở Tài chính và Ủy ban nhân dân các xã, phường", 2),
        ("Giám đốc các Sở, Thủ trưởng các ngành, cơ quan cấp tỉnh, UBND các xã, phường", 3),
        ("Thường trực HĐND tỉnh, các Ban HĐND tỉnh, các Tổ đại biểu và các đại biểu HĐND tỉnh", 4),
        ("các Sở, ban, ngành, Hội đồng nhân dân, Ủy ban nhân dân các huyện, thành phố", 2),
        ("Sở Xây dựng chỉ đạo các xã, phường", 2),
        ("Sở Y tế phối hợp với các địa phương", 2),
        ("Hội đồng Dân tộc, các Ủy ban của Quốc hội, Đoàn đại biểu Quốc hội và đại biểu Quốc hội tỉnh Cà Mau", 4),
    ],
)
def test_a_new_group_begins_at_a_new_determiner_or_name(text: str, groups: int) -> None:
    assert len(find_agencies(text, LAI_CHAU)) == groups


@pytest.mark.parametrize(
    ("text", "office", "agency"),
    [
        ("Giám đốc Sở Tài chính", "Giám đốc", "Sở Tài chính tỉnh Lai Châu"),
        ("Chánh Văn phòng UBND tỉnh", "Chánh", "Văn phòng Ủy ban nhân dân tỉnh Lai Châu"),
        ("Chủ tịch UBND tỉnh", "Chủ tịch", "Ủy ban nhân dân tỉnh Lai Châu"),
        ("Thủ trưởng các sở, ban, ngành", "Thủ trưởng", "các sở, ban, ngành"),
        ("Người đứng đầu cơ quan, tổ chức được giao nhiệm vụ", "Người đứng đầu", "cơ quan, tổ chức được giao nhiệm vụ"),
        ("Bộ trưởng Bộ Tài chính", "Bộ trưởng", "Bộ Tài chính"),
        ("Tổng cục trưởng Tổng cục Thuế", "Tổng cục trưởng", "Tổng cục Thuế"),
        ("Bộ trưởng, Thủ trưởng cơ quan ngang bộ, cơ quan thuộc Chính phủ", None,
         "các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ"),
    ],
)  # fmt: skip
def test_an_office_holder_stands_for_the_agency(text: str, office: str | None, agency: str) -> None:
    (found,) = find_agencies(text, LAI_CHAU)
    assert (found.quote, found.office, found.agency) == (text, office, agency)


@pytest.mark.parametrize("joint", [" ", ", ", " và ", "/", " các ", "/các ", " của ", " của các ", "\n"])
def test_an_office_is_joined_to_the_name(joint: str) -> None:
    (found,) = find_agencies(f"Giám đốc{joint}Sở Y tế", LAI_CHAU)
    assert found.quote == f"Giám đốc{joint}Sở Y tế"


@pytest.mark.parametrize(
    "text",
    [
        "cơ sở khoa học và công nghệ",
        "tổ chức phi chính phủ",
        "Độc lập - Tự do - Hạnh phúc",
        "công tác quân sự địa phương liên quan đến tín ngưỡng",
        "bổ sung chương trình đào tạo các ngành, phương thức đào tạo",
        "các trường hợp đặc biệt",
        "Đăng ký đất đai đối với các trường. hợp chưa thực hiện",
        "các ngành kinh tế mũi nhọn",
        "phường Trường Vinh",
        "quyền SỞ HỮU trí tuệ",
        "ĐỐI VỚI CƠ SỞ GIÁO DỤC",
        "10/2022/TT-BLĐTBXH",
        # one of a kind that is no body of the state
        "từng ngành, nghề đào tạo",
        "từng cấp, từng ngành",
        "mỗi xã một sản phẩm",
        "Mỗi đơn vị tính tối đa 01 lần",
        # a law's name, a book, an office that a scan damaged
        "Căn cứ Luật Thanh tra số 56/2010/QH12",
        "Căn cứ Luật Ngân hàng Nhà nước Việt Nam số 46/2010/QH12",
        "ghi vào Sổ địa chính",
        "Téng cục Thuế",
        "92/2009/TT- BTC",
        "phòng, chống thiên tai",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        # the insurance, the election, the e-government: a body's name that names none
        "bảo hiểm xã hội tự nguyện",
        "thời gian đóng bảo hiểm xã hội",
        "chế độ BHXH, BHYT",
        "Luật Bảo hiểm xã hội",
        "bầu cử đại biểu Quốc hội khóa XVI và đại biểu Hội đồng nhân dân các cấp",
        "kiến trúc Chính phủ điện tử",
        "trụ sở làm việc và cơ sở, ngành nghề",
        "các cấp và người dân",
        "các thành viên trên tàu",
    ],
)
def test_what_only_looks_like_an_agency_is_none(text: str) -> None:
    assert find_agencies(text, LAI_CHAU) == ()


def test_a_province_and_the_body_after_a_comma_are_two_things() -> None:
    assert _named("trên địa bàn tỉnh, Ủy ban nhân dân tỉnh") == ["Ủy ban nhân dân tỉnh Lai Châu"]


def test_the_same_words_in_another_province_are_another_agency() -> None:
    here, there = find_agencies("Sở Y tế", LAI_CHAU)[0], find_agencies("Sở Y tế", HCM)[0]
    assert (here.id, there.id) == ("agency:lai-chau:so-y-te", "agency:ho-chi-minh:so-y-te")
    assert there.agency == "Sở Y tế Thành phố Hồ Chí Minh"


def test_the_city_in_a_province_is_below_it() -> None:
    (found,) = find_agencies("UBND thành phố", LAI_CHAU)
    assert (found.level, found.agency) == ("huyện", "Ủy ban nhân dân thành phố")


THAN_UYEN = Jurisdiction("lai-chau.than-uyen", "Lai Châu", "tỉnh", "2022-07-18")


@pytest.mark.parametrize(
    ("text", "here", "agency", "identity"),
    [
        ("UBND huyện Than Uyên", LAI_CHAU, "Ủy ban nhân dân huyện Than Uyên",
         "lai-chau.than-uyen:uy-ban-nhan-dan-huyen"),
        # the commune of the same name is another body
        ("UBND xã Than Uyên", LAI_CHAU, "Ủy ban nhân dân xã Than Uyên", "lai-chau.than-uyen:uy-ban-nhan-dan-xa"),
        # the city that has the province's name lies in it
        ("UBND thành phố Lai Châu", LAI_CHAU, "Ủy ban nhân dân thành phố Lai Châu",
         "lai-chau.lai-chau:uy-ban-nhan-dan-thanh-pho"),
        ("Huyện ủy Than Uyên", LAI_CHAU, "Huyện ủy Than Uyên", "lai-chau.than-uyen:huyen-uy-huyen"),
        ("Ban Thường vụ Thị ủy Mường Lay", LAI_CHAU, "Ban Thường vụ Thị ủy Mường Lay",
         "lai-chau.muong-lay:ban-thuong-vu-thi-uy-thi-xa"),
        # which district it is, the text does not say
        ("Huyện ủy", LAI_CHAU, "Huyện ủy", "lai-chau:huyen-uy"),
        ("Phòng Tài chính - Kế hoạch", LAI_CHAU, "Phòng Tài chính - Kế hoạch", "lai-chau:phong-tai-chinh-ke-hoach"),
        # a district's own document means its own bodies
        ("UBND huyện", THAN_UYEN, "Ủy ban nhân dân huyện Than Uyên", "lai-chau.than-uyen:uy-ban-nhan-dan-huyen"),
        ("Huyện ủy", THAN_UYEN, "Huyện ủy Than Uyên", "lai-chau.than-uyen:huyen-uy-huyen"),
        ("Phòng Tài chính - Kế hoạch", THAN_UYEN, "Phòng Tài chính - Kế hoạch huyện Than Uyên",
         "lai-chau.than-uyen:phong-tai-chinh-ke-hoach-huyen"),
        ("UBND tỉnh", THAN_UYEN, "Ủy ban nhân dân tỉnh Lai Châu", "lai-chau:uy-ban-nhan-dan"),
        # offices that each province numbers anew
        ("Tòa án nhân dân khu vực 3 - Nghệ An", LAI_CHAU, "Tòa án nhân dân khu vực 3 - Nghệ An",
         "nghe-an:toa-an-nhan-dan-khu-vuc-3"),
        ("TAND khu vực 2", LAI_CHAU, "Tòa án nhân dân khu vực 2 - Lai Châu", "lai-chau:toa-an-nhan-dan-khu-vuc-2"),
        ("Thuế cơ sở 3 tỉnh Nghệ An", LAI_CHAU, "Thuế cơ sở 3 - Nghệ An", "nghe-an:thue-co-so-3"),
        ("Kho bạc Nhà nước khu vực X", LAI_CHAU, "Kho bạc Nhà nước Khu vực X", "trung-uong:kho-bac-nha-nuoc-khu-vuc-x"),
        ("UBND xã Mường Kim", THAN_UYEN, "Ủy ban nhân dân xã Mường Kim", "lai-chau.muong-kim:uy-ban-nhan-dan-xa"),
    ],
)  # fmt: skip
def test_bodies_of_districts_and_communes(text: str, here: Jurisdiction, agency: str, identity: str) -> None:
    [found] = find_agencies(text, here)
    assert (found.agency, found.id) == (agency, f"agency:{identity}")


_PIECES = st.sampled_from(
    ["Sở Tài chính", "các sở, ban, ngành", "UBND tỉnh", "chủ trì,", "phối hợp với", "và", "; ",
     "\n", "Giám đốc", " - ", "&", "Bộ Y tế", "TP.", "xã"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=14), st.integers(0, 50))
def test_spans_quote_the_text_and_do_not_overlap(pieces: list[str], offset: int) -> None:
    text = " ".join(pieces)
    past = offset
    for mention in find_agencies(text, LAI_CHAU, offset):
        assert text[mention.span.start - offset : mention.span.end - offset] == mention.quote
        assert past <= mention.span.start < mention.span.end
        past = mention.span.end


@given(st.text(alphabet="Aaă -–&\n\t.,", max_size=60))
def test_compact_positions_lead_back_to_the_source(text: str) -> None:
    form = compact(text)
    assert len(form.raw) == len(form.low) == len(form.folded)
    for n, sign in enumerate(form.raw):
        if sign.isalpha():
            assert text[form.source(n)] == sign
            assert form.end(n + 1) == form.source(n) + 1


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("CUC THU TP HA NỘI", "Cục Thuế thành phố Hà Nội"),
        ("BẢO HIẾM XÃ HỌI TP HO CHÍ MINH", "Bảo hiểm xã hội Thành phố Hồ Chí Minh"),
        ("Sở Tài nguvên và Môi trưòng", "Sở Tài nguyên và Môi trường tỉnh Lai Châu"),
        ("Sở Hoàn toàn Khác biệt", None),
        ("Bộ phận tiếp khách", None),
    ],
)
def test_a_damaged_name_is_read_only_when_one_agency_fits(text: str, agency: str | None) -> None:
    found = similar_agency(text, LAI_CHAU)
    assert (found.agency if found else None) == agency
    assert found is None or 0.86 <= found.score <= 1.0
