"""One file a format. A module here with a `READER` (or several `READERS`) is asked; a new format is a new file.

A reader turns bytes into a `pipeline.readers.result.Reading` or raises `extractors.errors.ReadError`.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
from types import ModuleType

from extractors.errors import ReadError
from pipeline.readers.registry import Reader


@functools.cache
def readers() -> tuple[Reader, ...]:
    """All readers, in the order in which they are asked."""
    modules = (
        importlib.import_module(f"{__name__}.{m.name}") for m in pkgutil.iter_modules(__path__) if m.name[0] != "_"
    )
    found = [reader for module in modules for reader in _declared(module)]
    return tuple(sorted(found, key=lambda reader: (reader.order, reader.name)))


def _declared(module: ModuleType) -> tuple[Reader, ...]:
    one = getattr(module, "READER", None)
    return (one,) if isinstance(one, Reader) else getattr(module, "READERS", ())


def reader_for(data: bytes, name: str) -> Reader:
    """The reader of a file: by its first bytes, then by its name."""
    for reader in readers():
        if reader.matches(data, name):
            return reader
    raise ReadError(
        "Không nhận ra định dạng tệp",
        where=name,
        mend="Hãy đưa tệp văn bản, DOCX, HTML hoặc PDF có lớp chữ",
        code="format",
    )
