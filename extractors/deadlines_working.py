"""Working days: Monday to Friday, without the public holidays of ``tables/holidays.csv``.

The table covers whole years, and marks days on which no notice is known (``works`` = ``open``); a count that leaves the
years or meets such a day has no answer. The day that a count starts from is not counted (Điều 147 Bộ luật Dân sự 2015).
"""

from __future__ import annotations

import datetime
from functools import cache

from extractors.vocabulary import table

_DAY = datetime.timedelta(days=1)
_SATURDAY = 5


@cache
def _exceptions() -> dict[datetime.date, bool | None]:
    """Day -> whether it is worked, null where that is open, for holidays, days in lieu and Saturdays worked."""
    days: dict[datetime.date, bool | None] = {}
    for row in table("holidays"):
        day, last = datetime.date.fromisoformat(row["from"]), datetime.date.fromisoformat(row["to"])
        while day <= last:
            days[day] = {"yes": True, "no": False, "open": None}[row["works"]]
            day += _DAY
    return days


@cache
def covered_years() -> frozenset[int]:
    """The years whose holidays the table holds."""
    return frozenset(day.year for day in _exceptions())


def is_working_day(day: datetime.date) -> bool | None:
    """Whether public offices work on a day of a covered year; null where no notice is known."""
    return _exceptions().get(day, day.weekday() < _SATURDAY)


def after_working_days(start: datetime.date, count: int) -> datetime.date | None:
    """The last of ``count`` working days after a day; None where the table does not know a day on the way."""
    day = start
    while count > 0:
        day += _DAY
        works = is_working_day(day) if day.year in covered_years() else None
        if works is None:
            return None
        count -= works
    return day
