"""Formats that are known but cannot be read yet: each is refused with its name and the mend."""

from __future__ import annotations

from extractors.document import Source
from extractors.errors import ReadError
from pipeline.readers.registry import Reader
from pipeline.readers.result import Reading

_DOC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# first bytes -> name
_IMAGES = (
    (b"\xff\xd8\xff", "JPEG"), (b"\x89PNG\r\n\x1a\n", "PNG"), (b"II*\x00", "TIFF"), (b"MM\x00*", "TIFF"),
    (b"GIF8", "GIF"), (b"BM", "BMP"),
)  # fmt: skip
_OTHERS = (
    (b"PK\x03\x04", "tệp nén ZIP (hoặc XLSX, PPTX, ODT)"), (b"PK\x05\x06", "tệp nén ZIP rỗng"),
    (b"Rar!", "tệp nén RAR"), (b"7z\xbc\xaf\x27\x1c", "tệp nén 7z"), (b"\x1f\x8b", "tệp nén GZIP"),
    (b"{\\rtf", "RTF"), (b"SQLite format 3", "SQLite"), (b"\x7fELF", "chương trình"), (b"MZ\x90", "chương trình"),
)  # fmt: skip
_IMAGE_SUFFIXES = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".gif", ".bmp", ".webp", ".heic")


def is_image(data: bytes, name: str) -> bool:
    """A picture, by its first bytes or its name."""
    if _image_name(data):
        return True
    return name.lower().endswith(_IMAGE_SUFFIXES)


def _image_name(data: bytes) -> str | None:
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "WEBP"
    found = next((label for sign, label in _IMAGES if data.startswith(sign)), None)
    # "BM" alone may begin a text: a bitmap has its size and zeros after it.
    return None if found == "BMP" and data[6:10] != b"\x00\x00\x00\x00" else found


def refuse_image(data: bytes, source: Source) -> Reading:
    """Pictures need recognition of text."""
    raise ReadError(
        f"Đây là ảnh {_image_name(data) or ''}".rstrip() + ", chưa đọc được chữ trong ảnh",
        where=source.path,
        mend="Ảnh sẽ đọc được khi có OCR; hãy chuyển sang DOCX hoặc PDF có lớp chữ",
        code="image",
    )


def is_doc(data: bytes, name: str) -> bool:
    """A Word 97-2003 file (or another of that family)."""
    return data.startswith(_DOC) or (name.lower().endswith(".doc") and data[:2] not in (b"PK", b"{\\"))


def refuse_doc(data: bytes, source: Source) -> Reading:  # noqa: ARG001
    """The old Word format is not read yet."""
    raise ReadError(
        "Đây là DOC (Word 97-2003), chưa đọc được",
        where=source.path,
        mend="Hãy mở bằng Word hoặc LibreOffice và lưu lại thành DOCX",
        code="doc",
    )


def is_other(data: bytes, name: str) -> bool:  # noqa: ARG001
    """An archive, a program, or another format that holds no single paper."""
    return any(data.startswith(sign) for sign, _ in _OTHERS)


def refuse_other(data: bytes, source: Source) -> Reading:
    """The format is named."""
    name = next(label for sign, label in _OTHERS if data.startswith(sign))
    raise ReadError(
        f"Đây là {name}, không phải văn bản đọc được",
        where=source.path,
        mend="Hãy đưa tệp văn bản, DOCX, HTML hoặc PDF có lớp chữ",
        code="format",
    )


READERS = (
    Reader("image", "image", 30, is_image, refuse_image),
    Reader("doc", "doc", 40, is_doc, refuse_doc),
    Reader("other", "txt", 50, is_other, refuse_other),
)
