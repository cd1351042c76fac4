"""The command's own words, Vietnamese first, English with ``--lang en``. One catalogue; keys name the place of use."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Say = Callable[..., str]

MESSAGES: dict[str, tuple[str, str]] = {
    "app.about": (
        "Văn bản hành chính Việt Nam thành đồ thị quyết định, viện dẫn và trách nhiệm.",
        "Vietnamese administrative documents as a graph of decisions, citations and responsibilities.",
    ),
    "help.paths": ("tệp hoặc thư mục", "files or folders"),
    "help.cite.file": ("tệp văn bản, hoặc - để đọc từ đầu vào chuẩn", "a document, or - for standard input"),
    "help.cite.issued_on": ("ngày ban hành của đoạn chữ (2022-07-18)", "the text's own date (2022-07-18)"),
    "help.cite.place": ("tỉnh, thành phố của đoạn chữ", "the text's province or city"),
    "help.eval.gold": ("thư mục nhãn chuẩn (*.json)", "folder of gold labels (*.json)"),
    "help.eval.predictions": ("tệp do vanban extract ghi (JSONL)", "what vanban extract wrote (JSONL)"),
    "help.eval.json": ("in một đối tượng JSON thay cho bảng", "one JSON object instead of a table"),
    "help.eval.errors": ("liệt kê từng chỗ khác nhau", "list every disagreement"),
}


def speaker(lang: str) -> Say:
    """``say(key, **values)`` in a language."""
    column = 1 if lang == "en" else 0

    def say(key: str, **values: Any) -> str:
        text = MESSAGES[key][column]
        return text.format(**values) if values else text

    return say
