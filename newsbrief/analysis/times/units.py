"""Times counted in units from a day: "last week", "two days earlier", "the past decade"."""

from __future__ import annotations

from datetime import date, timedelta

from newsbrief.analysis.times import dates
from newsbrief.analysis.times.atoms import Atom
from newsbrief.analysis.times.dates import Direction, Interval


def one(day: date | None) -> Interval | None:
    return (day, day) if day else None


_IN_A_DAY = {"minute": 1440, "hour": 24}
_DAYS = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3}
_YEARS = {"year": 1, "decade": 10, "century": 100}


def _shift(day: date, unit: str, count: int) -> date:
    if unit in _IN_A_DAY:
        return day + timedelta(days=int(count / _IN_A_DAY[unit]))
    if unit in _DAYS:
        return day + timedelta(days=_DAYS[unit] * count)
    if unit in _MONTHS:
        return dates.months_before(day, -count * _MONTHS[unit])
    return dates.years_before(day, -count * _YEARS[unit])


def around(day: date, unit: str) -> Interval:
    """The whole week, month, quarter, year ... that holds ``day``."""
    if unit in ("week", "fortnight"):
        return dates.week(day)
    if unit == "weekend":
        return dates.weekend(day)
    if unit == "month":
        return dates.months(day.year, day.month)
    if unit == "quarter":
        return dates.months(day.year, (day.month - 1) // 3 * 3 + 1, 3)
    if unit == "year":
        return dates.year(day.year)
    if unit in ("decade", "century"):
        length = 10 if unit == "decade" else 100
        return dates.year(day.year - day.year % length + (length == 100), length)
    return day, day


def ago(atom: Atom, near: date, context: date | None) -> Interval | None:
    if atom.rel in ("before", "after", "prior") or atom.number is None:
        return None  # "two days before the vote" counts from the vote, "several days" from nothing
    if atom.rel in ("later", "after-that") and context is None:
        return None  # "a month later" than what?
    if atom.rel == "within":
        return near, _shift(near, atom.name, atom.number)
    base = near if atom.rel in ("ago", "from", "in") else context or near
    back = atom.rel in ("ago", "earlier", "before-that")
    return around(_shift(base, atom.name, -atom.number if back else atom.number), atom.name)


def ago_from(day: date, unit: str, count: int, size: str) -> Interval:
    """So many units before ``day``, to its ``size``: "a year ago today" is a day."""
    return around(_shift(day, unit, -count), size)


def unit(atom: Atom, near: date, way: Direction, context: date | None) -> Interval | None:
    rel, unit = atom.rel, atom.name
    if rel == "new":  # "in the new year": of January and February, this one
        return dates.year(near.year + (near.month > 2))
    if unit == "weekend" and rel in ("the", "this"):
        here = dates.weekend(near)
        # "this weekend" is still to come, but where its verb tells of what has been done on it
        if way == "future" or near >= here[0] or (rel == "this" and way is None):
            return here
        return dates.weekend(near - timedelta(days=7))
    if rel in ("the", "this", "current", "same"):
        if rel == "same":
            return around(context, unit) if context else None
        return around(near, unit) if atom.number in (None, 1) else None
    if rel in ("past", "coming") or atom.number is not None or (rel == "last" and unit == "decade"):
        return _stretch(atom, near, way, context)
    if unit in ("day", "night") and rel in ("next", "previous", "following", "last"):
        base = near if (unit, rel) == ("night", "last") else context or near
        if context is None and (rel == "following" or (rel == "next" and way == "past")):
            return None  # the day after what?
        return one(_shift(base, unit, 1 if rel in ("next", "following") else -1))
    if rel == "following" and context is None:
        return None
    base = context or near if rel in ("following", "previous") else near
    return around(_shift(base, unit, 1 if rel in ("next", "following") else -1), unit)


def _stretch(atom: Atom, near: date, way: Direction, context: date | None) -> Interval | None:
    """ "the past two weeks": so many units up to the day of publication, or on from it; in a story
    of what was, on from the time that it spoke of last."""
    if atom.rel == "following" or (way == "past" and atom.rel in ("next", "coming")):
        if context is None:
            return None
        if atom.rel != "following" and atom.number == 1:  # "The next year she left"
            return around(_shift(context, atom.name, 1), atom.name)
        near = context
    count = 1 if atom.number is None and atom.rel in ("past", "coming", "last") else atom.number
    if not count:
        return None  # "the past several months"
    if atom.rel in ("next", "coming", "following"):
        return near, _shift(near, atom.name, count)
    if atom.rel in ("past", "last", "previous"):
        return _shift(near, atom.name, -count), near
    return None
