"""Times as people write them: "Mon 29 May 2023", "May 2023", "since 2018"."""

from __future__ import annotations

import calendar
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsbrief.sections.when import When

# Own names: those of strftime change with the user's locale, a brief's language does not.
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def moment(at: date | datetime) -> str:
    """``at`` as "Mon 29 May 2023", a datetime with ", 06:00" and its zone behind."""
    told = f"{_DAYS[at.weekday()]} {_day(at)} {at.year}"
    return f"{told}, {_clock(at)}" if isinstance(at, datetime) else told


def interval(when: When) -> str:
    """What the calendar knows of ``when``; empty where it is unresolved."""
    if when.start is None and when.end is None:
        return ""
    if when.start is None or when.end is None:
        word, at = ("since", when.start) if when.end is None else ("until", when.end)
        assert at is not None
        return f"{word} {_as_worded(at, when.granularity)}"
    if isinstance(when.start, datetime) or isinstance(when.end, datetime):
        return _hours(when.start, when.end)
    return _days(when.start, when.end)


def between(when: When) -> str:
    """An interval of two days as "8 or 9 Nov 2016"."""
    return interval(when).replace(" – ", "–").replace("–", " or ")


def _as_worded(at: date, granularity: str) -> str:
    if granularity in ("year", "decade", "century"):
        return str(at.year)
    return _month(at) if granularity in ("month", "quarter", "season") else moment(at)


def _hours(start: date | datetime, end: date | datetime) -> str:
    if start == end:
        return moment(start)
    if isinstance(start, datetime) and isinstance(end, datetime) and start.date() == end.date():
        return f"{moment(start)}–{_clock(end)}"
    return f"{moment(start)} – {moment(end)}"


def _days(start: date, end: date) -> str:
    same_year = start.year == end.year
    if start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]:
        if (start.month, end.month) == (1, 12):
            return str(start.year) if same_year else f"{start.year}–{end.year}"
        if not same_year:
            return f"{_month(start)} – {_month(end)}"
        if start.month == end.month:
            return _month(start)
        return f"{_MONTHS[start.month - 1]}–{_month(end)}"
    if start == end:
        return moment(start)
    if not same_year:
        return f"{_day(start)} {start.year} – {_day(end)} {end.year}"
    if start.month == end.month:
        return f"{start.day}–{_day(end)} {end.year}"
    return f"{_day(start)} – {_day(end)} {end.year}"


def _month(at: date) -> str:
    return f"{_MONTHS[at.month - 1]} {at.year}"


def _day(at: date) -> str:
    return f"{at.day} {_MONTHS[at.month - 1][:3]}"


def _clock(at: datetime) -> str:
    zone = at.tzname()
    return f"{at:%H:%M} {zone}" if zone else f"{at:%H:%M}"
