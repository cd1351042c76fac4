"""Laws, codes, ordinances and the Constitution by name, and Party instruments by name."""

from __future__ import annotations

import pytest

from extractors.findings import Citation
from extractors.laws import law_of_number, laws, longest_name
from extractors.party import resolutions
from extractors.vocabulary import table
from pipeline.text import find_citations


def _laws(text: str, on: str | None = None) -> list[Citation]:
    return [c for c in find_citations(text, issued_on=on) if c.kind == "law"]


# (sentence, date of the text, mention, number)
NAMED = [
    ("Căn cứ Luật Bảo vệ Môi trường năm 2005;", "2012-11-30", "Luật Bảo vệ Môi trường năm 2005", "52/2005/QH11"),
    ("Căn cứ Luật Bảo vệ môi trường 2014;", "2016", "Luật Bảo vệ môi trường 2014", "55/2014/QH13"),
    (
        "Căn cứ Luật Tổ chức HĐND và UBND ngày 26 tháng 11 năm 2003;",
        "2012",
        "Luật Tổ chức HĐND và UBND ngày 26 tháng 11 năm 2003",
        "11/2003/QH11",
    ),
    ("theo Luật Ngân sách nhà nước.", "2022-07-18", "Luật Ngân sách nhà nước", "83/2015/QH13"),
    ("theo Luật Ngân sách nhà nước.", "2026-02-01", "Luật Ngân sách nhà nước", "89/2025/QH15"),
    ("theo Luật Đất đai.", "2024-08-01", "Luật Đất đai", "31/2024/QH15"),
    ("theo Luật Đất đai.", "2024-07-31", "Luật Đất đai", "45/2013/QH13"),
    ("Luật Đất đai số 45/2013/QH13", None, "Luật Đất đai số 45/2013/QH13", "45/2013/QH13"),
    ("Luật số 45/2013/QH13 ngày 29/11/2013", None, "Luật số 45/2013/QH13 ngày 29/11/2013", "45/2013/QH13"),
    ("Luật Đất đai (số 45/2013/QH13)", None, "Luật Đất đai (số 45/2013/QH13)", "45/2013/QH13"),
    ("Bộ luật Lao động năm 2019", "2020", "Bộ luật Lao động năm 2019", "45/2019/QH14"),
    (
        "Pháp lệnh Ưu đãi người có công với cách mạng số 02/2020/UBTVQH14",
        None,
        "Pháp lệnh Ưu đãi người có công với cách mạng số 02/2020/UBTVQH14",
        "02/2020/UBTVQH14",
    ),
    ("Luật Phòng chống tham nhũng", "2020", "Luật Phòng chống tham nhũng", "36/2018/QH14"),
    ("Luật Xử lý VPHC", "2020", "Luật Xử lý VPHC", "15/2012/QH13"),
    ("Luật Bảo vệ môi trường và Luật Đất đai", "2023", "Luật Bảo vệ môi trường", "72/2020/QH14"),
    (
        "Luật Quản lý, sử dụng tài, sản công năm 2017",
        "2025",
        "Luật Quản lý, sử dụng tài, sản công năm 2017",
        "15/2017/QH14",
    ),
    ("LUẬT VIỆC LÀM", "2025-11-18", "LUẬT VIỆC LÀM", "38/2013/QH13"),
    ("Kế hoạch triển khai thi hành Luật Việc làm", "2025-11-18", "Luật Việc làm", "74/2025/QH15"),
    ("khoản 2 Điều 5 luật thuế giá trị gia tăng", "2020", "luật thuế giá trị gia tăng", "13/2008/QH12"),
    ("Luật Quản lý thuê năm 2019", "2020", "Luật Quản lý thuê năm 2019", "38/2019/QH14"),
    ("Căn cứ Luật Đường sắt vũ trụ năm 2031;", "2032", "Luật Đường sắt vũ trụ năm 2031", None),
    ("Luật Thương mại ngày 14/6/2025", "2025-11-21", "Luật Thương mại ngày 14/6/2025", None),
]


@pytest.mark.parametrize(("text", "on", "mention", "number"), NAMED)
def test_a_law_by_name(text: str, on: str | None, mention: str, number: str | None) -> None:
    found = _laws(text, on)[0]
    assert (found.text, found.target.number) == (mention, number)
    assert text[found.span.start : found.span.end] == mention


NO_LAW = [
    "quy định của pháp luật bảo vệ bí mật nhà nước",
    "PHÁP LUẬT VỀ ĐẤT ĐAI",
    "theo Luật này và luật khác có liên quan",
    "dự án Luật Nhà ở (sửa đổi), Luật Đất đai (sửa đổi)",
    "VỀ DỰ ÁN LUẬT BẢO HIỂM TIỀN GỬI (SỬA ĐỔI)",
    "đề nghị xây dựng Luật Việc làm",
    "sau khi Luật Đất đai được Quốc hội thông qua",
    "Luật sư Nguyễn Thị Lan, Hội Luật gia",
    "các luật được Quốc hội thông qua",
    "kỷ luật lao động",
]


@pytest.mark.parametrize("text", NO_LAW)
def test_is_no_citation_of_a_law(text: str) -> None:
    assert _laws(text, "2024-01-01") == []


LISTS = [
    ("Căn cứ các Luật: Đất đai, Nhà ở và Xây dựng;", ["31/2024/QH15", "27/2023/QH15", "50/2014/QH13"]),
    ("các Luật Đất đai, Nhà ở, công khai", ["31/2024/QH15", "27/2023/QH15"]),
    ("Luật Đất đai, Nhà ở xã hội", ["31/2024/QH15"]),
]


@pytest.mark.parametrize(("text", "numbers"), LISTS)
def test_a_list_of_laws(text: str, numbers: list[str]) -> None:
    assert [c.target.number for c in _laws(text, "2025-06-01")] == numbers


def test_the_constitution() -> None:
    (bare,) = _laws("theo Hiến pháp và pháp luật", "2020")
    (dated,) = _laws("Hiến pháp năm 1992", "2020")
    (whole,) = _laws("Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;", "2020")
    assert [c.target.title for c in (bare, dated, whole)] == [
        "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013",
        "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 1992",
        "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013",
    ]
    assert whole.text == "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam"


def test_an_amending_law_is_an_instrument_of_its_own_and_names_what_it_amends() -> None:
    text = "Luật sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức và Luật Viên chức ngày 25 tháng 11 năm 2019"
    outer, first, second = _laws(text, "2021")
    assert (outer.text, outer.target.number) == (text, "52/2019/QH14")
    assert (first.text, first.target.number) == ("Luật Cán bộ, công chức", "22/2008/QH12")
    assert (second.text, second.target.number) == ("Luật Viên chức", "58/2010/QH12")


# (printed, number of the amending law, number of the amended one)
AMENDING = [
    (
        "Luật sửa đổi, bổ sung một số điều của Luật Ban hành văn bản quy phạm pháp luật số 87/2025/QH15",
        "87/2025/QH15",
        "64/2025/QH15",
    ),
    ("Luật Sửa đổi, bổ sung một số điều của Luật Quốc tịch Việt Nam số 24/2008/QH12", None, "24/2008/QH12"),
    ("Luật sửa đổi, bổ sung Luật Bảo vệ bí mật nhà nước", None, "29/2018/QH14"),
]


@pytest.mark.parametrize(("text", "outer", "inner"), AMENDING)
def test_whose_number_it_is(text: str, outer: str | None, inner: str) -> None:
    found = _laws(text, "2025-11-26")
    assert [c.target.number for c in found] == [outer, inner]


# (printed, date of the text, numbers): without a year it is the version in force on the text's date, in titles too
VERSIONS = [
    (
        "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ số 47/2019/QH14",
        "2026-01-10",
        ["47/2019/QH14", "63/2025/QH15"],
    ),
    (
        "Nghị định số 43/2014/NĐ-CP ngày 15 tháng 5 năm 2014 quy định chi tiết một số điều của Luật Đất đai",
        "2026-01-10",
        ["31/2024/QH15"],
    ),
    ("Nghị định số 43/2014/NĐ-CP quy định chi tiết Luật Đất đai năm 2003", "2026-01-10", ["13/2003/QH11"]),
    ("Luật Đất đai, theo Nghị định số 43/2014/NĐ-CP", "2026-01-10", ["31/2024/QH15"]),
    # what the bases name in full a bare name means, unless it has expired
    (
        (
            "Căn cứ Luật Bảo hiểm xã hội ngày 29 tháng 6 năm 2024; hướng dẫn Luật Bảo hiểm xã hội; người hưởng theo "
            "Luật Bảo hiểm xã hội năm 2014; bãi bỏ Nghị định số 115/2015/NĐ-CP quy định chi tiết Luật Bảo hiểm xã hội"
        ),
        "2025-06-25",
        ["41/2024/QH15", "41/2024/QH15", "58/2014/QH13", "58/2014/QH13"],
    ),
    (
        "Căn cứ Luật Du lịch ngày 14 tháng 6 năm 2005; thực hiện theo Luật Du lịch",
        "2025-11-24",
        ["44/2005/QH11", "09/2017/QH14"],
    ),
    (
        (
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Luật sửa đổi, bổ sung một số điều "
            "của Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019"
        ),
        "2025",
        ["77/2015/QH13", "47/2019/QH14", "77/2015/QH13"],
    ),
    # of the laws that amend one law, the only one in force
    (
        "quy định chi tiết Luật sửa đổi, bổ sung một số điều của Luật Thuế tiêu thụ đặc biệt",
        "2019-05-06",
        ["70/2014/QH13", "27/2008/QH12"],
    ),
]


@pytest.mark.parametrize(("text", "on", "numbers"), VERSIONS)
def test_the_version_that_a_name_without_year_means(text: str, on: str, numbers: list[str]) -> None:
    assert [c.target.number for c in _laws(text, on)] == numbers


def test_several_versions_without_a_date_stay_open_with_their_candidates() -> None:
    (found,) = _laws("theo Luật Đất đai")
    assert found.target.number is None
    assert len(found.target.candidates) == 5


def test_a_name_takes_the_number_that_the_text_gives_it() -> None:
    found = _laws("Luật Việc làm số 74/2025/QH15. Tổ chức thực hiện Luật Việc làm", "2025-11-18")
    assert {c.target.number for c in found} == {"74/2025/QH15"}


@pytest.mark.parametrize("row", table("laws"), ids=lambda row: row["example"][:60])
def test_every_law_is_found_by_its_example(row: dict[str, str]) -> None:
    found = _laws(f"Căn cứ {row['example']};", "2027-12-31")
    assert found
    if row["number"]:
        assert found[0].target.number == row["number"]
    assert found[0].target.title is not None


def test_numbers_are_unique_and_replacements_exist() -> None:
    numbers = [law.number for law in laws() if law.number]
    assert len(numbers) == len(set(numbers))
    for law in laws():
        assert all(law_of_number(n) for n in (*law.replaced_by, *law.amends))


# Laws that stand in the registry without their first day in force: no page or text that could be read states it.
NO_FIRST_DAY = frozenset(
    {
        "102-SL/L-004",
        "30/2001/QH10",
        "31/2001/QH10",
        "32/2001/QH10",
        "05/2003/QH11",
        "12/2003/QH11",
        "47/2005/QH11",
        "83/2007/QH11",
        "84/2007/QH11",
        "01/2007/QH12",
        "12/2008/QH12",
        "62/2025/QH15",
        "119/2025/QH15",
        "136/2025/QH15",
        "137/2025/QH15",
        "138/2025/QH15",
        "139/2025/QH15",
        "140/2025/QH15",
        "141/2025/QH15",
        "144/2025/QH15",
        "145/2025/QH15",
        "147/2025/QH15",
        "01/2026/QH16",
        "02/2026/QH16",
        "07/2026/QH16",
        "12/2026/QH16",
        "16/2026/QH16",
        "31-L/CTN",
        "23/2000/PL-UBTVQH10",
        "32/2007/PL-UBTVQH11",
    }
)
# Out of force, replaced by what is no law: a resolution of the Standing Committee.
NO_SUCCESSOR = frozenset({"10/2009/PL-UBTVQH12"})


def test_every_law_has_its_validity() -> None:
    """From when, until when, and what came after; what is missing is known, and listed."""
    numbered = [law for law in laws() if law.number]
    assert {law.number for law in numbered if not law.effective_on} == NO_FIRST_DAY
    ended = [law for law in numbered if law.expired_on and not law.amending]
    assert {law.number for law in ended if not law.replaced_by} == NO_SUCCESSOR
    for law in numbered:
        if law.replaced_by and not law.expired_on:  # its end follows from the first day of the law that replaces it
            assert all(n in NO_FIRST_DAY for n in law.replaced_by), law


def test_a_law_ends_on_the_day_on_which_its_last_successor_begins() -> None:
    for law in laws():
        begins = [
            str(after.effective_on) for n in law.replaced_by if (after := law_of_number(n)) and after.effective_on
        ]
        if law.expired_on and len(begins) == len(law.replaced_by) > 0:
            assert law.expired_on == max(begins), law


def test_no_version_ends_before_it_begins() -> None:
    assert all(not law.expired_on or (law.effective_on or law.passed_on or "") < law.expired_on for law in laws())


def test_marks_may_be_wrong_in_a_long_name_only() -> None:
    assert longest_name("Luật", "Quản lý thuê", 0) is not None
    assert longest_name("Luật", "được ban hành", 0) is None


PARTY = [
    (
        "Nghị quyết Trung ương 7 khóa XI về chủ động ứng phó với biến đổi khí hậu",
        "Nghị quyết Trung ương 7 khóa XI",
        "24-NQ/TW",
    ),
    ("Nghị quyết TW 5 (khóa XII) về phát triển kinh tế tư nhân", "Nghị quyết TW 5 (khóa XII)", "10-NQ/TW"),
    (
        "Nghị quyết Hội nghị lần thứ tám Ban Chấp hành Trung ương Đảng khóa XI về đổi mới giáo dục và đào tạo",
        "Nghị quyết Hội nghị lần thứ tám Ban Chấp hành Trung ương Đảng khóa XI",
        "29-NQ/TW",
    ),
    ("Nghị quyết Trung ương 7 khóa XI", "Nghị quyết Trung ương 7 khóa XI", None),
    (
        "gắn với Nghị quyết Đại hội Đảng bộ tỉnh Lai Châu lần thứ XIV; các",
        "Nghị quyết Đại hội Đảng bộ tỉnh Lai Châu lần thứ XIV",
        None,
    ),
    (
        "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng.",
        "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
        None,
    ),
    ("Nghị quyết Đại hội XIII của Đảng", "Nghị quyết Đại hội XIII của Đảng", None),
]


@pytest.mark.parametrize(("text", "mention", "number"), PARTY)
def test_a_party_instrument_by_name(text: str, mention: str, number: str | None) -> None:
    (found,) = [c for c in find_citations(text, place="Lai Châu") if c.kind == "party"]
    assert (found.text, found.target.number) == (mention, number)


def test_a_session_with_several_resolutions_keeps_its_candidates() -> None:
    (found,) = find_citations("Nghị quyết Trung ương 7 khóa XI")
    assert len(found.target.candidates) == 2


@pytest.mark.parametrize("text", ["Nghị quyết Đại hội Đảng các cấp", "Nghị quyết của Đảng", "văn kiện Đại hội"])
def test_generic_words_are_no_party_instrument(text: str) -> None:
    assert [c for c in find_citations(text) if c.kind == "party"] == []


@pytest.mark.parametrize("resolution", resolutions(), ids=lambda r: f"{r.number} {r.issued_on}")
def test_every_resolution_is_found_by_its_example(resolution: object) -> None:
    row = next(r for r in table("party") if r["number"] == resolution.number and r["issued_on"] == resolution.issued_on)  # type: ignore[attr-defined]
    (found,) = [c for c in find_citations(row["example"]) if c.kind == "party"]
    assert (found.target.number, found.target.issued_on) == (row["number"], row["issued_on"])
