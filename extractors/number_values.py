"""The values of reading document numbers: the number, its repairs, the refusal, the mention in a text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from extractors.document import Span

Family = Literal["state", "party", "letter", "law"]

REASONS = {
    "empty": "không có chữ nào",
    "no_serial": "không mở đầu bằng số thứ tự",
    "blank": "số để trống, chưa điền",
    "no_sign": "không có ký hiệu",
    "no_issuer": "ký hiệu thiếu cơ quan ban hành",
    "unknown_type": "ký hiệu không mở đầu bằng loại văn bản hay cơ quan đã biết",
    "form": "là số của mẫu biểu, phụ lục",
    "standard": "là số hiệu tiêu chuẩn, quy chuẩn kỹ thuật",
    "date": "là ngày tháng",
    "trailing": "có chữ thừa sau ký hiệu",
    "not_a_number": "không có dạng số, ký hiệu văn bản",
}


@dataclass(frozen=True, slots=True)
class Repair:
    """One thing that was mended: the rule's name and what was printed."""

    rule: str
    original: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a text is no document number: ``reason`` is stable, ``message`` Vietnamese. False in a condition."""

    raw: str
    reason: str

    @property
    def message(self) -> str:
        """What is wrong, in Vietnamese."""
        return f"“{self.raw}” không phải số, ký hiệu văn bản: {REASONS[self.reason]}"

    def __bool__(self) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document's number. ``str()`` prints it, and ``numbers.parse_number`` reads that back to an equal value.

    ``type`` is the code of ``tables/types.csv``, ``CV`` for a letter that names no type, null for laws and resolutions
    of the National Assembly (``48/2014/QH13``); ``issuers`` are the tokens after the type; ``raw`` is what was printed.
    """

    serial: str
    year: str | None
    sign: str
    family: Family
    type: str | None
    issuers: tuple[str, ...]
    separator: str = "/"
    raw: str = field(default="", compare=False)
    repairs: tuple[Repair, ...] = field(default=(), compare=False)
    sure: bool = field(default=True, compare=False)

    def __str__(self) -> str:
        year = f"/{self.year}" if self.year else ""
        return f"{self.serial}{year}{self.separator}{self.sign}"


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A number in running text, or (``number`` null) what looked like one and the reason of the refusal."""

    span: Span
    number: DocumentNumber | None
    refusal: Refusal | None = None
