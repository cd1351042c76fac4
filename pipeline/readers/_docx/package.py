"""A DOCX file as its XML parts. The file is not trusted: sizes are bounded, entities are not expanded."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from extractors.errors import ReadError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST_BYTES = 300 * 1024 * 1024
_MEND = "Hãy mở bằng Word và lưu lại thành DOCX"


class Package:
    """The parts of a DOCX file."""

    def __init__(self, data: bytes, where: str) -> None:
        self._where = where
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._sizes = {info.filename: info.file_size for info in self._zip.infolist()}
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, OSError) as error:
            raise self._damaged() from error
        if sum(self._sizes.values()) > _MOST_BYTES:
            raise ReadError(
                "DOCX bung ra quá lớn", where=where, mend="Hãy tách tài liệu thành nhiều tệp", code="too_large"
            )

    def _damaged(self) -> ReadError:
        return ReadError("DOCX bị hỏng, không mở được", where=self._where, mend=_MEND, code="damaged")

    def part(self, name: str) -> etree._Element | None:
        """The root element of a part; null when the file has no such part."""
        if name not in self._sizes:
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return etree.fromstring(self._zip.read(name), parser)
        except Exception as error:  # zipfile and zlib raise a dozen kinds for damaged members
            raise self._damaged() from error

    def main(self) -> etree._Element:
        """The document's root element."""
        root = self.part("word/document.xml")
        if root is None:
            raise self._damaged()
        return root


def attribute(element: etree._Element | None, name: str = "val") -> str | None:
    """A ``w:`` attribute of an element."""
    return element.get(W + name) if element is not None else None
