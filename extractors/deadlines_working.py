"""Working days: Monday to Friday, without the public holidays of ``tables/holidays.csv``.

The table covers whole years; a count that leaves them has no answer. The day that a count starts from is not counted
(Điều 147 Bộ luật Dân sự 2015).
"""

from __future__ import annotations

import datetime
from functools import cache

from extractors.vocabulary import table

_DAY = datetime.timedelta(days=1)
_SATURDAY = 5


@cache
def _exceptions() -> dict[datetime.date, bool]:
    """Day -> whether it is worked, for holidays, days off in lieu and Saturdays worked in exchange."""
    days: dict[datetime.date, bool] = {}
    for row in table("holidays"):
        day, last = datetime.date.fromisoformat(row["from"]), datetime.date.fromisoformat(row["to"])
        while day <= last:
            days[day] = row["works"] == "yes"
            day += _DAY
    return days


@cache
def covered_years() -> frozenset[int]:
    """The years whose holidays the table holds."""
    return frozenset(day.year for day in _exceptions())


def is_working_day(day: datetime.date) -> bool:
    """Whether public offices work on a day of a covered year."""
    return _exceptions().get(day, day.weekday() < _SATURDAY)


def after_working_days(start: datetime.date, count: int) -> datetime.date | None:
    """The last of ``count`` working days after a day; None where the table does not cover a year on the way."""
    day = start
    while count > 0:
        day += _DAY
        if day.year not in covered_years():
            return None
        count -= is_working_day(day)
    return day
