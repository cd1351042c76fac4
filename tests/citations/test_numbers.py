"""Document numbers: what is read, what is mended, what is refused."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.numbers import REASONS, DocumentNumber, Refusal, find_numbers, parse_number
from extractors.vocabulary import listed, table

# (printed, family, type)
READ = [
    ("30/2020/NĐ-CP", "state", "NĐ"),
    ("749/QĐ-TTg", "state", "QĐ"),
    ("66.17/2026/NQ-CP", "state", "NQ"),
    ("0130/KH-UBND", "state", "KH"),
    ("52/2025/QĐ-CTUBND", "state", "QĐ"),
    ("17/VBHN-VPQH", "state", "VBHN"),
    ("930e/QĐ-UBND", "state", "QĐ"),
    ("12/2017/NQ-HĐND9", "state", "NQ"),
    ("57-NQ/TW", "party", "NQ"),
    ("58-KH/TU", "party", "KH"),
    ("219-CV/ĐU", "party", "CV"),
    ("459-KHHĐ/TU", "party", "KHHĐ"),
    ("40-CTr/TU", "party", "CTr"),
    ("02-KH/BCĐTW", "party", "KH"),
    ("1234/BNV-CCVC", "letter", "CV"),
    ("11554/VPCP-V.I", "letter", "CV"),
    ("9123/BCT.PC", "letter", "CV"),
    ("8935/BNV-CTTN&BĐG", "letter", "CV"),
    ("832/KHĐT-KTN", "letter", "CV"),
    ("3637/UBND-VX", "letter", "CV"),
    ("4814/CCTKV.05-TTKT3", "letter", "CV"),
    ("183/2010/TTLT/BTC-BNN", "state", "TTLT"),
    ("03/2008/TTLT-BTNMT-BNV", "state", "TTLT"),
    ("01/2013/TTLT-BCA-BTP-BNG-VKSNDTC-TANDTC", "state", "TTLT"),
    ("25/2008/NQLT/CP-UBTƯMTTQVN", "state", "NQLT"),
    ("09/2004/NQ.HĐNDK7", "state", "NQ"),
    ("24/CP", "state", None),
    ("43-CP", "state", None),
    ("87-CT", "state", None),
    ("18/SL", "state", "SL"),
    ("17-LCT/HĐNN7", "state", "LCT"),
    ("24-L/CTN", "state", "L"),
    ("05/1998/PL-UBTVQH10", "state", "PL"),
    ("48/2014/QH13", "law", None),
    ("1211/2016/UBTVQH13", "law", None),
    ("1025/PLYK/2025", "letter", "CV"),
]


@pytest.mark.parametrize(("printed", "family", "code"), READ)
def test_reads(printed: str, family: str, code: str | None) -> None:
    number = parse_number(printed)
    assert isinstance(number, DocumentNumber)
    assert (str(number), number.family, number.type, number.repairs) == (printed, family, code, ())


# (damaged, meant, the rules that mended it)
MENDED = [
    ("687 /QĐ-TTg", "687/QĐ-TTg", {"blank"}),
    ("687/ QĐ - TTg", "687/QĐ-TTg", {"blank"}),
    ("687/QĐ -TTg", "687/QĐ-TTg", {"blank"}),
    ("4007/KH-\nUBND", "4007/KH-UBND", {"blank"}),
    ("22      /2025/QĐ-UBND", "22/2025/QĐ-UBND", {"blank"}),
    ("30/20 20/NĐ-CP", "30/2020/NĐ-CP", set()),
    ("6 87/QĐ-TTg", "687/QĐ-TTg", {"blank"}),
    ("687/QĐ-T Tg", "687/QĐ-TTg", {"blank"}),
    ("30/2020/N Đ-CP", "30/2020/NĐ-CP", {"blank"}),
    ("574/UBND-N C", "574/UBND-NC", {"blank"}),
    ("11654/VPCP - CN", "11654/VPCP-CN", {"blank"}),
    ("202/2025/QH1 5", "202/2025/QH15", {"blank"}),
    ("1665/NQ-UBTVQH1 5", "1665/NQ-UBTVQH15", {"blank"}),
    ("687/QĐ–TTg", "687/QĐ-TTg", {"dash"}),
    ("57—NQ/TW", "57-NQ/TW", set()),
    ("662/QĐ- -BTC", "662/QĐ-BTC", {"dash"}),
    ("687/QÐ-TTg", "687/QĐ-TTg", {"stroke_d"}),
    ("687/QD-TTg", "687/QĐ-TTg", {"stroke_d"}),
    ("12/2018/TT-BLDTBXH", "12/2018/TT-BLĐTBXH", {"stroke_d"}),
    ("30/2020/NĐ-СР", "30/2020/NĐ-CP", {"look_alike"}),
    ("57-ΝQ/ΤW", "57-NQ/TW", {"look_alike"}),
    ("30/2020/NĐ-CP".replace("Đ", "Đ"), "30/2020/NĐ-CP", set()),
    ("17/2024/QĐ-KTNN".lower(), "17/2024/QĐ-KTNN", {"case"}),
    ("79/2025/NĐCP", "79/2025/NĐ-CP", {"hyphen"}),
    ("06/2024/TTBLĐTBXH", "06/2024/TT-BLĐTBXH", {"hyphen"}),
    ("662/OD-BTC", "662/QĐ-BTC", {"look_alike"}),
    ("574/UBNDNC", "574/UBND-NC", {"hyphen"}),
    ("11344/BNVCCVC", "11344/BNV-CCVC", {"hyphen"}),
    ("57NQ/TW", "57-NQ/TW", {"hyphen"}),
    ("11CTr/TU", "11-CTr/TU", {"hyphen"}),
    ("23/2017/QĐ-TTG", "23/2017/QĐ-TTg", {"case"}),
    ("57-nq/tw", "57-NQ/TW", {"case"}),
    ("832/khđt-ktn", "832/KHĐT-KTN", {"case"}),
    ("Số: 687/QĐ-TTg", "687/QĐ-TTg", set()),
    ("137/2  024/NĐ-CP", "137/2024/NĐ-CP", set()),
    ("23/202\n3/TT-BTC", "23/2023/TT-BTC", set()),
    ("4\u00a05/2020/NĐ-CP", "45/2020/NĐ-CP", {"blank"}),
    ("1638 4/TTr-UBND", "16384/TTr-UBND", {"blank"}),
    ("203/2025/QH 15", "203/2025/QH15", {"blank"}),
    ("157/2008/QĐ\n-TTg", "157/2008/QĐ-TTg", {"blank"}),
    ("88/2016/TTLT\n/BTC-BTNMT", "88/2016/TTLT/BTC-BTNMT", {"blank"}),
    ("516/TT r-SNNMT", "516/TTr-SNNMT", {"blank"}),
    ("14/2023/TT-BKH CN", "14/2023/TT-BKHCN", {"blank"}),
    ("4255/QĐ-BNN- KHCN", "4255/QĐ-BNN-KHCN", {"blank"}),
    ("3250/TTr-SGD &ĐT", "3250/TTr-SGD&ĐT", {"blank"}),
    ("57-N Q/TW", "57-NQ/TW", {"blank"}),
    ("40-CT r/TU", "40-CTr/TU", {"blank"}),
    ("769/TT g", "769/TTg", {"blank"}),
    ("414/BC-UBPLTP 15", "414/BC-UBPLTP15", {"blank"}),
    ("414/BC-UBPLTP1 5", "414/BC-UBPLTP15", {"blank"}),
    ("486/VE AM-PC", "486/VEAM-PC", {"blank"}),
    ("113/BC\n-BPC", "113/BC-BPC", {"blank"}),
    ("01/2012/TTLT-BQP\n-BTC", "01/2012/TTLT-BQP-BTC", {"blank"}),
    ("07/2013/TTLTBGDĐTBNVBTC", "07/2013/TTLT-BGDĐT-BNV-BTC", {"hyphen"}),
    ("30/2020/NĐ CP", "30/2020/NĐ-CP", {"hyphen"}),
    ("687/QĐ TTg", "687/QĐ-TTg", {"hyphen"}),
    ("1655/NQ UBTVQH15", "1655/NQ-UBTVQH15", {"hyphen"}),
    ("57-NQ TW", "57-NQ/TW", {"hyphen"}),
    ("12/TT BLĐTBXH", "12/TT-BLĐTBXH", {"hyphen"}),
    ("5467/CTCS", "5467/CT-CS", {"hyphen"}),
    ("1108/QNIQLDN2", "1108/QNI-QLDN2", {"hyphen"}),
    ("30/2020/NĐ\u00adCP", "30/2020/NĐ-CP", {"invisible", "hyphen"}),
    ("3\u200b0/2020/NĐ-CP", "30/2020/NĐ-CP", {"invisible"}),
    ("３０／２０２０／NĐ－CP", "30/2020/NĐ-CP", {"width"}),
]


@pytest.mark.parametrize(("damaged", "meant", "rules"), MENDED)
def test_mends_and_says_so(damaged: str, meant: str, rules: set[str]) -> None:
    number = parse_number(damaged)
    assert isinstance(number, DocumentNumber)
    assert str(number) == meant
    assert rules <= {repair.rule for repair in number.repairs}
    assert parse_number(meant) == number


REFUSED = [
    ("", "empty"),
    ("/KH-UBND", "blank"),
    ("......../QĐ-UBND", "blank"),
    ("12/06/2020", "date"),
    ("7.6.2022", "date"),
    ("1/2", "no_sign"),
    ("0912 345 678", "no_sign"),
    ("QĐ-TTg", "no_serial"),
    ("01/2022/QĐ", "no_issuer"),
    ("89/2015/N", "unknown_type"),
    ("07/2016/TTTLT-BYT-BTC", "unknown_type"),
    ("3/ngày", "unknown_type"),
    ("30/2020/NĐ-CP và Nghị định", "trailing"),
]


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_refuses_with_a_reason(text: str, reason: str) -> None:
    refusal = parse_number(text)
    assert isinstance(refusal, Refusal)
    assert not refusal
    assert refusal.reason == reason
    assert REASONS[reason] in refusal.message


# (sentence, the numbers in it)
IN_TEXT = [
    (
        "các Nghị định số 24/2014/NĐ-CP, 37/2014/NĐ-CP và 08/2015/NĐ-CP",
        ["24/2014/NĐ-CP", "37/2014/NĐ-CP", "08/2015/NĐ-CP"],
    ),
    ("Quyết định 150/QĐ-TTg của Thủ tướng", ["150/QĐ-TTg"]),
    ("theo QCVN 02-2019/BYT và QCVN 01:2009/BYT", []),
    ("TCVN 5502:2003, TCVN 7957/2008", []),
    ("quy trình kiểm định QTKĐ:06-2021/BLĐTBXH", []),
    ("Mẫu số 01/ĐK-TCT, 02/ĐK-TCT và biểu số 03/BC-UBND", []),
    ("điện thoại 0213.3876.337, tài khoản 3713.0.1234567", []),
    ("giảm 1/2 số hộ; 2/3 đại biểu; ngày 05/11/2020; 100 km/h; 3/ngày", []),
    ("Quyết định số     /QĐ-UBND ngày   tháng   năm 2020", []),
    ("Trả lời Công văn số 5662/CT-CS\nV/v chính sách thuế", ["5662/CT-CS"]),
    ("Nghị quyết số 122/NQ-CP - Kế hoạch thực hiện", ["122/NQ-CP"]),
    ("Kế hoạch năm 2020\n- UBND tỉnh", []),
    ("Quyết định số 12/QĐ-UBND\n- Sở Tài chính", ["12/QĐ-UBND"]),
    ("Căn cứ Quyết định sé 20 72/QD- TTg ngày 10 tháng 12", ["2072/QĐ-TTg"]),
    ("Nghị quyết số 203/2025/QH15 15 điều", ["203/2025/QH15"]),
    ("Đề án số 381/ĐA-CPngày 09 tháng 5 năm 2025", ["381/ĐA-CP"]),
    ("dự thảo thông tư 3/thành viên", []),
    ("Công văn số 11/QB-Sea của công ty", []),
    ("công văn số 27/CV-Vinamilk ngày 6/11/2019", ["27/CV-Vinamilk"]),
    ("số 71/2024/NĐ-CP; Số:22/2025/QĐ-UBND", ["71/2024/NĐ-CP", "22/2025/QĐ-UBND"]),
    ("Nghị định 24/CP và Nghị định số 43-CP", ["24/CP", "43-CP"]),
    ("đường 24/CP", []),
    ("Nghị định 24/CP - Quy định chung", ["24/CP"]),
    ("Báo cáo thẩm tra số 118/BCBPC ngày 5/6/2020", ["118/BC-BPC"]),
    ("Nghị định số 74/2018/NĐ-C P).", ["74/2018/NĐ-CP"]),
    ("Công văn số 574/UBND-VX A. Nội dung", ["574/UBND-VX"]),
    ("Thông tư liên tịch 8 8/2016/TTLT/BTC-BTNMT", ["88/2016/TTLT/BTC-BTNMT"]),
    ("http://congbao.vn/so-5/2020/QĐ-UBND", []),
    ("Công văn số 4187/SLĐTBXH-GD NN ngày 5/6/2025", ["4187/SLĐTBXH-GDNN"]),
    ("Công văn số 3820/BVHTTDL-KHCN ĐTMT của Bộ", ["3820/BVHTTDL-KHCNĐTMT"]),
    ("Công văn số 832/KHĐT\n-KTN ngày 12/11/2010", ["832/KHĐT-KTN"]),
    ("Quyết định số 5280/QĐ-BNN - KHCN ngày 04/12/2024", ["5280/QĐ-BNN-KHCN"]),
    ("(kèm theo Quyết định số 466/QĐ-CTHAD S) đến", ["466/QĐ-CTHADS"]),
    ("theo Quyết định số 466/QĐ-CTHAD S.\nĐiều 2", ["466/QĐ-CTHADS"]),
    ("Thông tư số 26/2016/TTBLĐTBX; Điều 20", ["26/2016/TT-BLĐTBX"]),
    ("Công điện số 102/CĐCT về việc triển khai", ["102/CĐ-CT"]),
    ("Báo cáo số 12/BC-STP UBND tỉnh", ["12/BC-STP"]),
    ("Công văn số 12/SXD-QLN UBND ngày 5/6/2025 họp", ["12/SXD-QLN"]),
    ("Công văn số 574/UBND-VX\nA) Nội dung", ["574/UBND-VX"]),
    ("Công văn số 574/UBND-VX B. Phạm vi", ["574/UBND-VX"]),
    ("Quyết định số 12/QĐ-UBND\n-HĐND tỉnh giám sát", ["12/QĐ-UBND"]),
    ("Quyết định số 12/QĐ-UBND - HĐND tỉnh giám sát", ["12/QĐ-UBND"]),
    ("Thông tư liên tịch số 07/2013/TTLTBXYZ", []),
    ("Số: 12/QĐ\nUBND TỈNH", []),
    ("Công văn số 87-CT STC gửi", ["87-CT"]),
    ("Thông tư liên tịch số 23/2005/TTLT BLĐTBXH BTC ngày 5/6/2005", []),
    ("Quyết định số 5280/QĐ BNN KHCN ngày 04/12/2024", []),
    ("Quyết định số 5280/QĐ BNN-KHCN", ["5280/QĐ-BNN-KHCN"]),
    ("Kế hoạch số 12/KH xã An Phú", []),
    ("Công văn số 12/CTHADS ngày 5/6/2025", ["12/CTHADS"]),
    ("Quyết định số 12/QĐ- đã được ký", []),
    ("Quyết định số 12/QĐ- đề nghị xem xét; Nghị quyết số 5/NQ- có hiệu lực", []),
    ("Quyết định số 12/QĐ- ubnd ngày 05/6/2025", ["12/QĐ-UBND"]),
]


@pytest.mark.parametrize(("text", "numbers"), IN_TEXT)
def test_finds_in_running_text(text: str, numbers: list[str]) -> None:
    assert [str(m.number) for m in find_numbers(text) if m.number] == numbers


def test_a_refusal_after_a_cue_is_reported() -> None:
    (mention,) = find_numbers("Nghị quyết số 12/NQ ngày 5/6/2020")
    assert mention.number is None
    assert mention.refusal == Refusal("12/NQ", "no_issuer")


@pytest.mark.parametrize("row", table("types"), ids=lambda row: row["code"])
def test_every_type_reads_its_example(row: dict[str, str]) -> None:
    found = [m.number for m in find_numbers(row["example"]) if m.number]
    assert bool(found) == bool(row["symbol"] or "số" in row["example"])
    for number in found:
        assert number.family == "law" or row["symbol"] in re.split(r"[/.&-]", number.sign)


@pytest.mark.parametrize("row", table("issuers"), ids=lambda row: row["code"])
def test_every_issuer_reads_its_example(row: dict[str, str]) -> None:
    (number,) = [m.number for m in find_numbers(f"số {row['example']}".replace("số Nghị", "Nghị")) if m.number]
    assert any(issuer.startswith(row["code"]) for issuer in number.issuers)


@pytest.mark.parametrize("row", table("sign_units"), ids=lambda row: row["code"])
def test_every_unit_of_a_letter_is_told_from_its_issuer(row: dict[str, str]) -> None:
    for issuer in (known.replace("***", "LCA") for known in listed(row["issuers"])):
        assert str(parse_number(f"12/{issuer}{row['code']}")) == f"12/{issuer}-{row['code']}"
    assert parse_number(row["example"]) == parse_number(row["example"].replace("-", ""))


_types = st.sampled_from([row["symbol"] for row in table("types") if "state" in row["families"]])
_party_types = st.sampled_from([row["symbol"] for row in table("types") if "party" in row["families"]])
_issuers = st.sampled_from([row["code"] for row in table("issuers")])
_units = st.text("ABCDĐEGHIKLMNOPQRSTUVXY", min_size=2, max_size=6)
_serials = st.integers(1, 99999).map(str)
_years = st.one_of(st.none(), st.integers(1945, 2035).map(str))


@given(_serials, _years, _types, _issuers)
def test_state_numbers_round_trip(serial: str, year: str | None, kind: str, issuer: str) -> None:
    printed = f"{serial}{f'/{year}' if year else ''}/{kind}-{issuer}"
    number = parse_number(printed)
    assert str(number) == printed
    assert parse_number(str(number)) == number


@given(_serials, _party_types, _issuers)
def test_party_numbers_round_trip(serial: str, kind: str, issuer: str) -> None:
    printed = f"{serial}-{kind}/{issuer}"
    assert str(parse_number(printed)) == printed


@given(_serials, st.sampled_from(["BNV", "UBND", "VPCP", "STC", "BTC", "TCT"]), _units)
def test_letters_round_trip(serial: str, issuer: str, unit: str) -> None:
    printed = f"{serial}/{issuer}-{unit}"
    assert str(parse_number(printed)) == printed


@given(st.text(max_size=40))
def test_any_text_is_a_number_or_a_refusal_with_a_reason(text: str) -> None:
    result = parse_number(text)
    assert isinstance(result, DocumentNumber) or result.reason in REASONS


@given(st.text("0123456789/-–. \nNQĐTgCPUBDtwnqđ", max_size=60))
def test_what_is_printed_of_a_found_number_is_read_again(text: str) -> None:
    for mention in find_numbers(text):
        if mention.number:
            assert parse_number(str(mention.number)) == mention.number
            assert text[mention.span.start : mention.span.end].strip() == text[mention.span.start : mention.span.end]
