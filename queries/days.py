"""A day as a user types it: ``2025-12-31``, or as documents print it, ``31/12/2025``."""

from __future__ import annotations

import datetime
import re

from extractors.errors import UsageError

# 31/12/2025, 1-1-2026, 01.01.2026
_PRINTED = re.compile(r"(?P<day>\d{1,2})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4})")
# 2025-12, 2025
_COARSE = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?")
_YEARS = range(1900, 2100)
_MEND = "Viết dạng năm-tháng-ngày (2025-12-31) hoặc ngày/tháng/năm (31/12/2025)"


def iso_day(text: str) -> str:
    """The ISO form of a day. Raises `UsageError` for what is no day."""
    day = _day(text.strip())
    if day is None:
        raise UsageError(f"Ngày «{text}» không hợp lệ", mend=_MEND)
    return day.isoformat()


def day_or_today(text: str | None) -> str:
    """The ISO form of a day, today for null. Raises `UsageError`."""
    return datetime.date.today().isoformat() if text is None else iso_day(text)


def day_month_or_year(text: str | None) -> str | None:
    """The ISO form of a day, a month (``2025-12``) or a year (``2025``), null for null. Raises `UsageError`."""
    if text is None or _COARSE.fullmatch(text.strip()):
        return text and text.strip()
    return iso_day(text)


def _day(text: str) -> datetime.date | None:
    printed = _PRINTED.fullmatch(text)
    try:
        if printed:
            day = datetime.date(*(int(printed[part]) for part in ("year", "month", "day")))
        else:
            day = datetime.date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year in _YEARS else None
