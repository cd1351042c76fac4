"""Bytes to text: BOM, UTF-8, UTF-16; anything else is refused with the name of what it looks like."""

from __future__ import annotations

import codecs
import re
import unicodedata

from extractors.errors import ReadError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MEND = "Hãy lưu lại tệp ở bảng mã UTF-8"

# "Céng hßa x· héi", "Uû ban nh©n d©n": TCVN3 (ABC) read as Latin-1; "Coäng hoøa xaõ hoäi": VNI.
_TCVN3 = re.compile("[a-zA-Z](?:[µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô­õøö÷ùúýûüþ])")
_VNI = re.compile("[aeouyAEOUY][øùûõïâáàåãéèúüëêäôòó]")
# Syllables that any Vietnamese official paper has, in cp1258 after composition.
_COMMON = re.compile(r"\b(?:của|và|các|theo|ngày|tỉnh|nhân dân|quyết định|thực hiện)\b", re.IGNORECASE)


def decode(data: bytes, where: str) -> tuple[str, str]:
    """The text without BOM, and the name of its encoding. Raises `ReadError` for what is not UTF-8 or UTF-16."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return data.decode(encoding).removeprefix("\ufeff"), encoding.removesuffix("-sig")
            except UnicodeDecodeError as error:
                raise _undecodable(encoding, error.start, where) from None
    if wide := _utf16_without_bom(data):
        return wide
    if _CONTROL.search(data[:65536]):
        raise ReadError("Tệp nhị phân, không phải văn bản", where=where, mend=_BINARY_MEND, code="binary")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if name := legacy_encoding(data):
            raise ReadError(
                f"Văn bản dùng bảng mã cũ {name}, chưa đọc được",
                where=where,
                mend=f"Hãy chuyển từ {name} sang Unicode (UTF-8)",
                code="legacy_encoding",
            ) from None
        raise _undecodable("UTF-8", error.start, where) from None


_BINARY_MEND = "Hãy đưa tệp văn bản, DOCX, HTML hoặc PDF có lớp chữ"


def _undecodable(encoding: str, at: int, where: str) -> ReadError:
    return ReadError(
        f"Tệp không phải {encoding.upper()} (byte thứ {at + 1} không đọc được)",
        where=where,
        mend=_MEND,
        code="encoding",
    )


def _utf16_without_bom(data: bytes) -> tuple[str, str] | None:
    """UTF-16 without BOM shows as a zero in every second byte of blanks and digits."""
    sample = data[:4096]
    if len(data) < 8 or len(data) % 2 or b"\x00" not in sample:
        return None
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if zeros.count(0) * 4 >= len(zeros):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if "\x00" not in text:
                return text, encoding
    return None


def legacy_encoding(data: bytes) -> str | None:
    """The name of the pre-Unicode Vietnamese encoding that the bytes look like."""

    sample = data[:65536]
    broken = sample.decode("utf-8", errors="replace")
    foreign = sum(not c.isascii() for c in broken)
    if broken.count("\ufffd") * 4 < foreign:
        return None
    latin = sample.decode("latin-1")
    letters = sum(c.isalpha() for c in latin) or 1
    try:
        windows = unicodedata.normalize("NFC", sample.decode("cp1258"))
        if len(_COMMON.findall(windows)) * 200 >= letters:
            return "Windows-1258"
    except UnicodeDecodeError:
        pass
    if len(_VNI.findall(latin)) * 12 >= letters:
        return "VNI"
    if len(_TCVN3.findall(latin)) * 12 >= letters:
        return "TCVN3 (ABC)"
    return None
