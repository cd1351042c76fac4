"""DOCX files, read from their XML: automatic numbers, notes and merged cells are kept."""

from __future__ import annotations

from extractors.document import Source
from extractors.errors import ReadError
from pipeline.readers.registry import Reader
from pipeline.readers.result import Reading

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def matches(data: bytes, name: str) -> bool:
    """A zip archive that holds a Word document, or one that is encrypted (then it is no zip archive)."""
    if data.startswith(b"PK") and (b"word/" in data or name.lower().endswith((".docx", ".docm"))):
        return True
    return data.startswith(b"\xd0\xcf\x11\xe0") and _ENCRYPTED in data


def read_docx(data: bytes, source: Source) -> Reading:
    """One block a paragraph or table cell."""
    if not data.startswith(b"PK"):
        raise ReadError("DOCX có mật khẩu", where=source.path, mend="Hãy bỏ mật khẩu rồi đưa lại tệp", code="encrypted")
    from pipeline.readers._docx.body import read_package  # noqa: PLC0415 - the library is loaded by the first DOCX

    return read_package(data, source)


READER = Reader("docx", "docx", 20, matches, read_docx)
