"""When a duty falls due: its one day, or the first day and the rule of one that returns."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Any

from queries.duties import last_day

Json = dict[str, Any]
_MONTHS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}


def each_day(deadline: Json | None) -> tuple[Json, ...]:
    """A deadline as one of each of its days: itself where it names one, none of none.

    A day is an ISO date; a year or month that is not said is a hyphen: ``--06-15``, ``--06``, ``---15``.
    """
    if deadline is None:
        return ()
    days = deadline.get("days") or ()
    return tuple(deadline | _parts(day) | {"days": None} for day in days) or (deadline,)


def _parts(day: str) -> Json:
    if day.startswith("---"):
        return {"on": None, "month": None, "day": int(day[3:])}
    month, _, last = day.removeprefix("--").partition("-") if day.startswith("--") else day[5:].partition("-")
    return {"on": None if day.startswith("--") else day, "month": int(month), "day": int(last) if last else None}


def first_due(deadline: Json | None, since: str | None) -> date | None:
    """The day on which a duty of a document of a day (``since``, ISO) first falls due, null where no day is stated.

    A span of time is due on its last day, what returns every month, quarter or year without a day on the last day of
    each; of several days the first that is to come counts. "Định kỳ" and "thường xuyên" without a period, and what
    counts from an event, have no day.
    """
    return min(filter(None, (_first_due(each, since) for each in each_day(deadline))), default=None)


def _first_due(deadline: Json, since: str | None) -> date | None:
    fixed = last_day(deadline["on"] or (deadline["to"] if deadline["kind"] in ("period", "year") else "") or "")
    if fixed:
        return date.fromisoformat(fixed)
    start = date.fromisoformat(since) if since and len(since) == 10 else None
    if start is None:
        return None
    if deadline["kind"] == "annual" and deadline["month"]:
        this = _day(start.year, deadline["month"], deadline["day"])
        return this if this >= start else _day(start.year + 1, deadline["month"], deadline["day"])
    return _first_of_period(deadline, start) if deadline["kind"] == "recurring" else None


def is_due_before(deadline: Json | None, day: str, since: str | None = None) -> bool:
    """Whether a duty falls due before a day: its last day, or the first on which one that returns is due.

    ``since`` is the day of its document. Without it what returns yearly counts by its day of that year, and what
    recurs otherwise has no day, as what recurs without a period ("thường xuyên") and what counts from an event.
    """
    if deadline and deadline["kind"] == "annual" and deadline["month"] and not deadline["on"] and not since:
        since = f"{day[:4]}-01-01"
    first = first_due(deadline, since)
    return first is not None and first.isoformat() < day


def _first_of_period(deadline: Json, start: date) -> date | None:
    if deadline["every"] == "week":
        return start + timedelta(days=6 - start.weekday())
    months = _MONTHS.get(deadline["every"] or "")
    if months is None:
        return None
    year, month = start.year, -(-start.month // months) * months
    this = _day(year, month, deadline["day"])
    if this >= start:
        return this
    month += months
    return _day(year + (month - 1) // 12, (month - 1) % 12 + 1, deadline["day"])


def rules(deadline: Json | None) -> tuple[str, ...]:
    """The recurrence rules of a duty: one for each day on which it returns."""
    return tuple(found for each in each_day(deadline) if (found := rule(each)))


def rule(deadline: Json | None) -> str | None:
    """The recurrence rule of RFC 5545 for a duty that returns on one day, null for one that does not return."""
    if deadline is None or deadline["on"]:
        return None
    if deadline["kind"] == "annual" and deadline["month"]:
        return f"FREQ=YEARLY;BYMONTH={deadline['month']};{_by_day(deadline['day'], deadline['month'])}"
    if deadline["kind"] != "recurring" or not deadline["every"]:
        return None
    until = last_day(deadline["to"] or "")
    return _every(deadline["every"], deadline["day"]) + (f";UNTIL={until.replace('-', '')}" if until else "")


def _every(period: str, day: int | None) -> str:
    months = _MONTHS.get(period)
    if months is None:
        return "FREQ=WEEKLY"
    if months == 12:
        return f"FREQ=YEARLY;BYMONTH=12;{_by_day(day, 12)}"
    each = f";INTERVAL={months}" if months > 1 else ""
    return f"FREQ=MONTHLY{each};{_by_day(day)}"


def _by_day(day: int | None, month: int | None = None) -> str:
    """A day of a month, of every month without one; the 30th of a short month is its last day, as is no day at all."""
    if day is None:
        return "BYMONTHDAY=-1"
    shortest = calendar.monthrange(2001, month)[1] if month else 28
    if day <= shortest:
        return f"BYMONTHDAY={day}"
    return f"BYMONTHDAY={','.join(str(n) for n in range(shortest, day + 1))};BYSETPOS=-1"


def _day(year: int, month: int, day: int | None) -> date:
    last = calendar.monthrange(year, month)[1]
    return date(year, month, min(day or last, last))
