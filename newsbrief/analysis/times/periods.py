"""Periods told by a day of theirs: "the three months to June", "the week of 6 May"."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.times import dates
from newsbrief.analysis.times.atoms import NUMBER, count_of
from newsbrief.analysis.times.dates import Interval
from newsbrief.analysis.times.joining import Found
from newsbrief.analysis.times.resolve import Granularity, Resolved

_OPENERS = (" to ", " of ", " ended ", " ending ", " beginning ", " starting ", " on ", " in ")
_BEFORE = 40  # code points
_ENDED = Lazy(
    rf"\b(?:(?P<unit>year|quarter|half|week)|(?P<n>{NUMBER})\s(?P<units>month|week)s)"
    r"\s(?:to|ended|ending)\s(?:(?:on|in)\s)?(?:the\send\sof\s)?$"
)
_WEEK_OF = Lazy(r"(?:\b(?P<nth>first|second|third|fourth|last|final)\s)?\bweek\s"
                r"(?:of|beginning|starting)\s(?:on\s)?$")  # fmt: skip
_NTH = ("first", "second", "third", "fourth")
_MONTHS = {"year": 12, "half": 6, "quarter": 3, "month": 1}
_SIZES: dict[str, Granularity] = {
    "year": "year", "half": "month", "quarter": "quarter", "month": "month", "week": "week",
}  # fmt: skip


def widened(text: str, item: Found) -> Found:
    """The period, where the words before a weekday, a date or a month make one of it."""
    last = item.value.end
    if last is None or isinstance(last, datetime) or not text.endswith(_OPENERS, 0, item.start):
        return item
    low = max(0, item.start - _BEFORE)
    m = _ENDED.search(text, low, item.start)
    try:
        if m:
            unit, count = m["unit"] or m["units"], count_of(m["n"] or "one")
            if not count:
                return item
            value = Resolved(_first(last, unit, count), last, _SIZES[unit], item.value.anchor)
        else:
            m = _WEEK_OF.search(text, low, item.start)
            if m is None or (item.atom.kind == "month") != bool(m["nth"]):
                return item
            span = _week_in(last, m["nth"]) if m["nth"] else dates.week(last)
            value = Resolved(*span, "week", item.value.anchor)
    except (OverflowError, ValueError):  # before or behind the calendar
        return item
    return item._replace(start=m.start(), value=value)


def _first(last: date, unit: str, count: int) -> date:
    """The day on which so many units begin that end with ``last``."""
    after = last + timedelta(days=1)
    if unit == "week":
        return after - timedelta(days=7 * count)
    return dates.months_before(after, count * _MONTHS[unit])


def _week_in(last: date, nth: str) -> Interval:
    """The first, second ... or last seven days of the month that ends with ``last``."""
    if nth not in _NTH:
        return last - timedelta(days=6), last
    first = last.replace(day=7 * _NTH.index(nth) + 1)
    return first, first + timedelta(days=6)
