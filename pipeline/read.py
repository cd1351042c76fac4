"""A file as a `Document`: read by its format's reader, normalized, structured."""

from __future__ import annotations

import hashlib
from pathlib import Path

from extractors.document import Document, Source
from extractors.errors import ReadError
from pipeline.administrative import require_administrative
from pipeline.normalize import normalize
from pipeline.readers import reader_for
from pipeline.structure import structure

MAX_BYTES = 200 * 1024 * 1024
MAX_CHARACTERS = 5_000_000  # ten times the longest law: more is no document but many in one file


def read(path: str | Path) -> Document:
    """The document in a file. Raises `ReadError` for what is missing, empty, damaged or not such a paper."""
    file = Path(path)
    try:
        if file.stat().st_size > MAX_BYTES:
            raise ReadError("Tệp quá lớn", where=str(path), mend="Hãy tách thành các tệp dưới 200 MB", code="too_large")
        data = file.read_bytes()
    except FileNotFoundError:
        raise ReadError(
            "Không có tệp này", where=str(path), mend="Hãy kiểm tra lại đường dẫn", code="missing"
        ) from None
    except IsADirectoryError:
        raise ReadError("Đây là thư mục", where=str(path), mend="Hãy đưa đường dẫn tới tệp", code="directory") from None
    except OSError as error:
        raise ReadError(
            f"Không mở được tệp: {error.strerror}",
            where=str(path),
            mend="Hãy kiểm tra quyền đọc tệp",
            code="unreadable",
        ) from None
    return read_bytes(data, str(path))


def read_bytes(data: bytes, name: str) -> Document:
    """The document in a file's bytes; ``name`` is shown in messages and its suffix helps to tell the format."""
    if not data.strip():
        raise ReadError("Tệp rỗng", where=name, mend="Hãy đưa tệp có nội dung", code="empty")
    reader = reader_for(data, name)
    source = Source(name, hashlib.sha256(data).hexdigest(), reader.format)
    reading = reader.read(data, source)
    if len(reading.raw) > MAX_CHARACTERS:
        what = f"Văn bản dài bất thường: {len(reading.raw) / 1e6:.0f} triệu ký tự"
        raise ReadError(what, where=name, mend="Hãy tách thành từng văn bản", code="too_large")
    body, removed = normalize(reading)
    document = structure(body, reading.source, removed, reading.warnings)
    require_administrative(document)
    return document
