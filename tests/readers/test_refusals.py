"""What cannot be read is refused in one sentence: what, where, the mend."""

from __future__ import annotations

import random
import zipfile
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.errors import ReadError, VanbanError
from pipeline.read import read, read_bytes
from tests.readers.builders import docx_bytes, html_bytes, pdf_bytes
from tests.readers.sources import SAMPLES

PLAN = (
    "ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\nSố: 5/KH-UBND\nKẾ HOẠCH\nThực hiện Nghị quyết số 57-NQ/TW\n"
    "Căn cứ Nghị quyết số 57-NQ/TW, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n"
    "1. Sở Tài chính\nBố trí kinh phí.\n"
)


_TCVN3 = "Céng hßa x· héi chñ nghÜa ViÖt Nam - §éc lËp - Tù do - H¹nh phóc. ".encode("latin-1") * 9
_VNI = "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp - Töï do - Haïnh phuùc. ".encode("latin-1") * 9
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = _OLE + "EncryptedPackage".encode("utf-16-le")
_SHOPPING = b"Hello, this is my shopping list: milk, bread, eggs and a newspaper."
_WALK = "Hôm nay trời đẹp, tôi đi chợ mua rau và cá về nấu canh chua.".encode()


def _zip(name: str) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(name, "x")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "code", "words"),
    [
        (b"", "a.txt", "empty", "rỗng"),
        (b" \n\t ", "a.txt", "empty", "rỗng"),
        (bytes(range(256)) * 20, "a.bin", "binary", "nhị phân"),
        (PLAN.encode("utf-16-le")[1:], "a.txt", "binary", "nhị phân"),
        (PLAN.encode()[:40] + b"\xff\xfe\xfa" + PLAN.encode()[40:], "a.txt", "encoding", "UTF-8"),
        (_TCVN3, "a.txt", "legacy_encoding", "TCVN3"),
        (_VNI, "a.txt", "legacy_encoding", "VNI"),
        (_OLE + b"\0" * 600, "cu.doc", "doc", "DOC"),
        (_ENCRYPTED, "a.docx", "encrypted", "mật khẩu"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "quet.png", "image", "OCR"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 50, "quet.txt", "image", "JPEG"),
        (_zip("a.txt"), "a.zip", "format", "ZIP"),
        (_zip("word/document.xml"), "a.docx", "damaged", "DOCX"),
        (b"{\\rtf1 abc}", "a.rtf", "format", "RTF"),
        (b"%PDF-1.7\n garbage", "a.pdf", "damaged", "PDF"),
        (_SHOPPING, "a.txt", "not_administrative", "hành chính"),
        (_WALK, "a.txt", "not_administrative", "hành chính"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_refused(data, name, code, words):
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name)
    assert caught.value.code == code
    assert words in str(caught.value)
    assert caught.value.where == name
    assert caught.value.mend


def test_missing_and_folder(tmp_path):
    with pytest.raises(ReadError) as caught:
        read(tmp_path / "khong-co.txt")
    assert caught.value.code == "missing"
    with pytest.raises(ReadError) as caught:
        read(tmp_path)
    assert caught.value.code == "directory"


def test_scanned_pdf_is_refused_with_its_pages():
    with pytest.raises(ReadError) as caught:
        read_bytes(pdf_bytes([[], []]), "quet.pdf")
    assert caught.value.code == "scan"
    assert "2 trang" in str(caught.value)
    assert "OCR" in str(caught.value)


def test_pdf_with_password_is_refused():
    with pytest.raises(ReadError) as caught:
        read_bytes(pdf_bytes([["Ke hoach 5/KH-UBND"]], password="mat khau"), "kin.pdf")
    assert caught.value.code == "encrypted"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings_of_one_text(encoding):
    document = read_bytes(PLAN.encode(encoding), "a.txt")
    assert document.text == read_bytes(PLAN.encode(), "a.txt").text
    assert document.source.encoding == encoding.removesuffix("-sig")


@given(st.binary(max_size=3000), st.sampled_from(["a.txt", "a.pdf", "a.docx", "a.html", "a.doc", "a.png", "a"]))
@settings(max_examples=150, deadline=None)
def test_any_bytes_give_a_document_or_a_refusal(data, name):
    _read_or_refuse(data, name)


@pytest.mark.parametrize("start", [b"%PDF-1.4\n", b"PK\x03\x04", b"<html><body><table>", b"\xff\xfe", b"---\n"])
@given(st.binary(max_size=1500))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_after_a_known_start(start, data):
    _read_or_refuse(start + data, "a")


@pytest.mark.parametrize("source", ["docx", "pdf", "html", "text"])
def test_cut_and_damaged_files(source):
    data = {
        "docx": docx_bytes(),
        "pdf": next(p for p in SAMPLES if p.suffix == ".pdf").read_bytes(),
        "html": html_bytes(),
        "text": SAMPLES[0].read_bytes(),
    }[source]
    chance = random.Random(7)
    for _ in range(25):
        cut = chance.randrange(len(data))
        _read_or_refuse(data[:cut], f"a.{source}")
        damaged = bytearray(data)
        for _ in range(20):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        _read_or_refuse(bytes(damaged), f"a.{source}")


def _read_or_refuse(data: bytes, name: str) -> None:
    refusal = _refusal(data, name)
    assert refusal is None or (refusal.code and refusal.where == name)


def _refusal(data: bytes, name: str) -> VanbanError | None:
    try:
        read_bytes(data, name)
    except VanbanError as refusal:
        return refusal
    return None
