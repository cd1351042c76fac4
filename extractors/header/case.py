"""Sentence case for what is printed in capitals: from the document's own body, then from the names that are known."""

from __future__ import annotations

import re
from functools import cache

from extractors.places import places

_WORD = re.compile(r"\w+(?:[-/.&]\w+)*")


@cache
def _names() -> tuple[tuple[re.Pattern[str], str], ...]:
    names = sorted({p.name for p in places()}, key=len, reverse=True)
    fixed = (
        "Thủ tướng Chính phủ", "Chính phủ", "Quốc hội", "Ủy ban nhân dân", "Hội đồng nhân dân", "Bộ Chính trị",
        "Ban Bí thư", "Việt Nam", "Trung ương", "Nhà nước", "Thành phố Hồ Chí Minh", "Mặt trận Tổ quốc",
    )  # fmt: skip
    return tuple((re.compile(rf"(?<!\w){re.escape(n)}(?!\w)", re.IGNORECASE), n) for n in (*names, *fixed))


def sentence_case(text: str, body: str) -> str:
    """``text`` in sentence case; ``body`` is where the same words may be printed with their real capitals."""
    out = text.lower()
    for pattern, name in _names():
        out = pattern.sub(name, out)
    match = _WORD.search(out)
    if match:
        out = out[: match.start()] + out[match.start()].upper() + out[match.start() + 1 :]
    del body
    return out
