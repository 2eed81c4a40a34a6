"""Calendar arithmetic for news: which days "early May" or "last summer" covers.

Intervals are pairs of dates, both ends included. Weeks run from Monday to Sunday; seasons are
the meteorological ones of the northern hemisphere.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Literal

#: "near": a plan told in the past, "was to begin on Friday", of which the next one is meant, unless
#: it was yesterday: a morning paper's.
Direction = Literal["past", "future", "near"] | None
Interval = tuple[date, date]

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
WEEKDAYS = "mon tue wed thu fri sat sun".split()
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def day_of(moment: date | datetime) -> date:
    """The day of a date or of a time of day; a datetime is a date, too, but compares with none."""
    return moment.date() if isinstance(moment, datetime) else moment


def month_number(name: str) -> int:
    return MONTHS.index(name[:3].lower()) + 1


def year(number: int, years: int = 1) -> Interval:
    return date(number, 1, 1), date(number + years - 1, 12, 31)


def months(number: int, month: int, count: int = 1) -> Interval:
    """``count`` months from month ``month`` (any integer; 13 is the next January) of a year."""
    first = number * 12 + month - 1
    last = first + count
    until = date(last // 12, last % 12 + 1, 1) - timedelta(days=1)
    return date(first // 12, first % 12 + 1, 1), until


def week(day: date) -> Interval:
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def weekend(day: date) -> Interval:
    monday = day - timedelta(days=day.weekday())
    return monday + timedelta(days=5), monday + timedelta(days=6)


def season(name: str, number: int) -> Interval:
    """The season that begins in year ``number``."""
    return months(number, _SEASONS[name], 3)


def years_before(day: date, count: int) -> date:
    try:
        return day.replace(year=day.year - count)
    except ValueError:  # 29 February
        return day.replace(year=day.year - count, day=28)


def months_before(day: date, count: int) -> date:
    first, last = months(day.year, day.month - count)
    return first.replace(day=min(day.day, last.day))


def weekday(index: int, near: date, direction: Direction) -> date:
    """The latest such weekday up to ``near``; for the future, the first from ``near`` on."""
    ahead = (index - near.weekday()) % 7
    if direction == "future" or (direction == "near" and ahead < 6):
        return near + timedelta(days=ahead)
    return near - timedelta(days=(near.weekday() - index) % 7)


def nearest(days: Iterable[date], near: date, direction: Direction) -> date:
    """The day closest to publication, one on the wrong side of the tense counting as farther.

    News speaks of days that lie close. 120 days: "on Dec. 4" in July with a past verb is last
    December (236 days against 130 + 120), "the primary Feb. 9" in January is still to come. 200
    for one that should lie ahead: "ends Sept. 30" in January is not over (254 days against 112).
    """

    def distance(day: date) -> tuple[int, date]:
        gap = (day - near).days
        late, early = direction == "past" and gap > 1, direction == "future" and gap < -1
        return abs(gap) + (120 if late else 200 if early else 0), day

    return min(days, key=distance)


def choose_year(month: int, day: int, near: date, direction: Direction) -> int:
    """The year that a date without one belongs to."""
    options = []
    for candidate in range(max(1, near.year - 1), min(9999, near.year + 1) + 1):
        try:
            options.append(date(candidate, month, day))
        except ValueError:
            continue
    return nearest(options, near, direction).year if options else near.year


def nth_weekday(number: int, month: int, index: int, nth: int) -> date:
    """The nth such weekday of a month; -1 is the last."""
    first, last = months(number, month)
    if nth < 0:
        return last - timedelta(days=(last.weekday() - index) % 7)
    return first + timedelta(days=(index - first.weekday()) % 7 + 7 * (nth - 1))


def part(span: Interval, phase: str) -> Interval:
    """The early, middle or late third: of a month its days 1-10, 11-20 and 21 to the end."""
    start, end = span
    length = (end - start).days + 1
    if length <= 2:
        return span
    if length > 3600:
        return _part_of_years(start.year, end.year, phase)
    if 28 <= length <= 31 and start.day == 1:
        cuts = (10, 20)
    elif 365 <= length <= 366 and start.month == start.day == 1:
        cuts = (length - 245, length - 122)  # the ends of April and of August
    else:
        cuts = (round(length * 0.4), round(length * 0.7))
    first, second = (start + timedelta(days=n) for n in cuts)
    if phase in ("early", "beginning", "start"):
        return start, first - timedelta(days=1)
    if phase in ("late", "end"):
        return second, end
    return first, second - timedelta(days=1)


def _part_of_years(first: int, last: int, phase: str) -> Interval:
    """The early 1990s are 1990-1993, the mid-1990s 1994-1996."""
    count = last - first + 1
    cuts = first + round(count * 0.4), first + round(count * 0.7)
    if phase in ("early", "beginning", "start"):
        return year(first, cuts[0] - first)
    if phase in ("late", "end"):
        return year(cuts[1], last - cuts[1] + 1)
    return year(cuts[0], cuts[1] - cuts[0])
