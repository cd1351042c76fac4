"""A day as a user types it: ``2025-12-31``, or as documents print it, ``31/12/2025``."""

from __future__ import annotations

import datetime
import re

from extractors.errors import UsageError

# 31/12/2025, 1-1-2026, 01.01.2026
_PRINTED = re.compile(r"(?P<day>\d{1,2})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4})")


def iso_day(text: str) -> str:
    """The ISO form of a day. Raises `UsageError` for what is no day."""
    printed = _PRINTED.fullmatch(text.strip())
    try:
        if printed:
            return datetime.date(*(int(printed[part]) for part in ("year", "month", "day"))).isoformat()
        return datetime.date.fromisoformat(text.strip()).isoformat()
    except ValueError:
        mend = "Viết dạng năm-tháng-ngày (2025-12-31) hoặc ngày/tháng/năm (31/12/2025)"
        raise UsageError(f"Ngày «{text}» không hợp lệ", mend=mend) from None
