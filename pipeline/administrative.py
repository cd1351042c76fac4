"""Whether a text is an administrative paper at all: traces that any such paper has and other texts lack."""

from __future__ import annotations

import re

from extractors.document import Document
from extractors.errors import ReadError
from extractors.fold import fold

# kind of trace -> pattern on the folded text (no marks, small letters; recognized text loses both)
_TRACES: tuple[re.Pattern[str], ...] = (
    re.compile(r"cong h[oa0]{1,2} xa hoi|doc lap\s*-\s*tu do|dang cong san viet nam"),
    re.compile(
        r"\b\d{1,5}\s?/\s?(?:\d{4}\s?/\s?)?[a-z]{2,6}\d{0,2}\s?-\s?[a-z]{2,}|"
        r"\b\d{1,4}\s?-\s?[a-z]{2,3}\s?/\s?[a-z]{2}\b"
    ),
    re.compile(
        r"\b(?:quyet dinh|nghi quyet|nghi dinh|thong tu|chi thi|ke hoach|cong van|to trinh|thong bao|ket luan|quy che|"
        r"chuong trinh hanh dong|phap lenh|bo luat|hien phap|bao cao|huong dan)\b"
    ),
    re.compile(
        r"\b(?:u?y ban nhan dan|ubnd|hoi dong nhan dan|hdnd|chinh phu|quoc hoi|thu tuong|bo truong|chu tich|tinh uy|"
        r"thanh uy|ban chap hanh|giam doc so|tong cuc|cuc thue|bo [a-z]{2,8} va|so [a-z]{2,8} va)\b"
    ),
    re.compile(r"\bcan cu\b|\btheo de nghi\b|\bxet de nghi\b|\bthuc hien (?:nghi|quyet|chi thi|ke hoach)"),
    re.compile(r"\bdieu \d{1,3}\b|\bkhoan \d{1,2}\b"),
    re.compile(r"\bnoi nhan\b|\b(?:tm|kt|tl|tuq)\s?\.|\bkinh gui\b|\bcac so, ban, nganh\b|\bchu tri\b"),
)  # fmt: skip
_LEAST = 2


def traces(text: str) -> int:
    """How many kinds of traces a text has, of seven."""
    folded = fold(text)
    return sum(pattern.search(folded) is not None for pattern in _TRACES)


def require_administrative(document: Document) -> None:
    """Refuses a document without two kinds of traces."""
    if traces(document.text) < _LEAST:
        raise ReadError(
            "Không thấy dấu hiệu của văn bản hành chính (tên loại, số ký hiệu, cơ quan ban hành, căn cứ)",
            where=document.source.path,
            mend="Hãy kiểm tra lại tệp; nếu đúng là văn bản hành chính thì lớp chữ có thể đã hỏng",
            code="not_administrative",
        )
