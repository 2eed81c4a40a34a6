"""Neighbouring times that are one: "6am" and "Wednesday", "2019" to "2021"."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import NamedTuple

from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.times import dates
from newsbrief.analysis.times.atoms import Atom
from newsbrief.analysis.times.resolve import Resolved, resolve
from newsbrief.analysis.times.units import ago_from


class Found(NamedTuple):
    """A time phrase, the characters that tell it, its interval, and the index of its sentence."""

    atom: Atom
    start: int
    end: int
    value: Resolved
    sentence: int


_FAR = 24  # code points between two times that are no longer one
_JOIN_CLOCK = Lazy(
    r",?\s(?:on\s|at\s|of\s)?(?:(?:about|around|approximately|just\safter|just\sbefore)\s)?(?:the\s)?"
)
_JOIN_DATE = Lazy(r",?\s(?:of\s|the\s)?\(?")
_JOIN_WEEK = Lazy(r",?\s(?:of\s|the\s|on\s)?\(?")
_RANGE = Lazy(r"\s?[-–—]\s?|\s(?:to|through|until|till|and)\s(?:the\s)?")
_IN_THE_EVENING = ("afternoon", "evening", "night")
_SAYS_WHICH = ("m.", "m", "M.", "M", "T", "time")  # "10 p.m.", "10pm", "10:30 GMT", "local time"


def joined(text: str, left: Found, right: Found) -> Found | None:
    """One expression made of two neighbours, where they make one."""
    if right.start - left.end > _FAR:
        return None
    gap = text[left.end : right.start]
    a, b = left.atom, right.atom
    if "clock" in (a.kind, b.kind) and a.kind != b.kind and _JOIN_CLOCK.fullmatch(gap):
        clock, day = (left, right) if a.kind == "clock" else (right, left)
        if day.value.granularity == "day" and clock.atom.clock:
            value = _at(text, clock, day)
            return day._replace(start=left.start, end=right.end, value=value)
    if a.kind == "ago" and a.rel == "ago" and gap == " ":
        return _counted_from(left, right)
    dateless = a.kind in ("date", "month") and a.year is None and not a.rel
    if dateless and b.kind == "unit" and b.name == "year" and gap in (" ", " of "):
        return _in_year(left, right)
    if a.kind == "weekday" and b.kind == "date" and not a.rel and _JOIN_DATE.fullmatch(gap):
        hour, value = left.value.start, right.value
        if isinstance(hour, datetime) and value.granularity == "day":
            value = value.at(hour.hour, hour.minute)  # "at 6 p.m. Thursday, May 5"
        return right._replace(start=left.start, value=value)
    if "week" in (a.name, b.name) and _JOIN_WEEK.fullmatch(gap):
        week, day = (left, right) if a.name == "week" else (right, left)
        if week.atom.kind == "unit" and day.atom.kind == "weekday" and not day.atom.rel:
            value = week.value.weekday(dates.WEEKDAYS.index(day.atom.name))
            return day._replace(start=left.start, end=right.end, value=value)
    return _through(text, left, right, gap)


def _at(text: str, clock: Found, day: Found) -> Resolved:
    """The day at that hour, or from one hour to another: "6 p.m. to 8 p.m. on Friday"."""
    hour, minute = clock.atom.clock or (0, 0)
    part = text[day.start : day.end]
    says_which = text.endswith(_SAYS_WHICH, clock.start, clock.end)
    if 1 <= hour < 12 and not says_which and part.endswith(_IN_THE_EVENING):
        hour += 12  # "10 o'clock on Monday night"
    value = day.value.at(hour, minute)
    first, last, start = clock.value.start, clock.value.end, value.start
    if isinstance(first, datetime) and isinstance(last, datetime) and isinstance(start, datetime):
        return value._replace(end=start + (last - first))
    return value


def _counted_from(left: Found, right: Found) -> Found | None:
    """ "A year ago today", "two weeks ago Monday", "40 years ago this month"."""
    base, count = right.value.start, left.atom.number
    if base is None or isinstance(base, datetime) or not count:
        return None
    if right.atom.kind not in ("day", "weekday") and right.atom.rel != "this":
        return None
    try:
        span = ago_from(base, left.atom.name, count, right.value.granularity)
    except (OverflowError, ValueError):
        return None
    return left._replace(end=right.end, value=Resolved(*span, *right.value[2:]))


def _in_year(left: Found, right: Found) -> Found | None:
    """ "January 20 next year"."""
    if right.value.start is None:
        return None
    atom = left.atom._replace(year=right.value.start.year)
    value = resolve(atom, None, None, None)._replace(anchor=right.value.anchor)
    return left._replace(atom=atom, end=right.end, value=value) if value.start else None


def _through(text: str, left: Found, right: Found, gap: str) -> Found | None:
    """ "From 2019 to 2021", "Monday-Wednesday", "between 3 March and 9 March"."""
    if left.atom.kind != right.atom.kind or left.value.granularity != right.value.granularity:
        return None
    if not _RANGE.fullmatch(gap):
        return None
    opening = text[max(0, left.start - 8) : left.start].lower().rstrip()
    word = gap.strip().removesuffix(" the")
    if word == "and" and not opening.endswith("between"):
        return None
    if word in ("until", "till") and not opening.endswith("from"):
        return None
    first, last = _of_one_year(left, right)
    value = first.through(last)
    return left._replace(end=right.end, value=value) if value else None


def _of_one_year(left: Found, right: Found) -> tuple[Resolved, Resolved]:
    """Both ends of a range, the one without a year in that of the other, or nearest to it: "from
    March 3 to March 9, 2019", "between 28 December and 3 January"."""
    a, b = left.atom, right.atom
    if a.kind not in ("date", "month") or a.year is not None or a.rel or b.rel:
        return left.value, right.value
    if b.year is not None:
        return resolve(a._replace(year=b.year), None, None, None), right.value
    begin = left.value.start
    if begin is None or isinstance(begin, datetime):
        return left.value, right.value
    return left.value, resolve(b, begin, "future" if b.kind == "month" else None, None)


_WEEK_ON = Lazy(r" week(?!['’\w-]| [a-z]*(?:end|night)\b)")
_WEEK_FROM = Lazy(r"\b(?:a|one) week (?:on|from) $", re.IGNORECASE)


def week_on(text: str, item: Found) -> Found:
    """ "On Thursday week", "a week on Thursday": a week after Thursday."""
    start, end = item.start, item.end
    if m := _WEEK_ON.match(text, end):
        if not text.endswith((" on ", "On "), 0, start):
            return item
        end = m.end()
    elif m := _WEEK_FROM.search(text, max(0, start - 16), start):
        start = m.start()
    first, last = item.value.start, item.value.end
    if m is None or first is None or last is None:
        return item
    week = timedelta(days=7)
    try:
        value = item.value._replace(start=first + week, end=last + week)
    except OverflowError:  # in the last week of the calendar
        return item
    return item._replace(start=start, end=end, value=value)
