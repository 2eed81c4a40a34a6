"""Days by their names: "Monday", "tomorrow night", "the following morning", "Boxing Day"."""

from __future__ import annotations

from datetime import date, timedelta

from newsbrief.analysis.times import dates
from newsbrief.analysis.times.atoms import Atom
from newsbrief.analysis.times.dates import Direction

_DAY_WORDS = {"yesterday": -1, "tomorrow": 1}
_FIXED = {
    "Christmas Eve": (12, 24), "Christmas Day": (12, 25), "Christmas": (12, 25),
    "New Year’s Eve": (12, 31), "New Year’s Day": (1, 1), "New Year’s": (1, 1),
    "Halloween": (10, 31), "Independence Day": (7, 4), "Boxing Day": (12, 26),
    "Valentine’s Day": (2, 14), "Veterans Day": (11, 11),
}  # fmt: skip
_MOVABLE = {
    "Thanksgiving": (11, 3, 4),
    "Labor Day": (9, 0, 1),
    "Memorial Day": (5, 0, -1),
}


def weekday(atom: Atom, near: date, way: Direction, context: date | None) -> date | None:
    index = dates.WEEKDAYS.index(atom.name)
    if atom.rel in ("every", "by another"):
        return None
    if atom.rel == "following":
        return context and dates.weekday(index, context + timedelta(days=1), "future")
    if atom.rel in ("next", "coming"):
        # Nobody calls tomorrow "next Friday".
        first = 2 if atom.rel == "next" else 1
        return dates.weekday(index, near + timedelta(days=first), "future")
    if atom.rel in ("last", "past", "previous"):
        return dates.weekday(index, near - timedelta(days=1), "past")
    if atom.rel == "this" and way is None:
        way = "future"
    return dates.weekday(index, near, way)


def named_day(atom: Atom, near: date, way: Direction, context: date | None) -> date | None:
    if atom.rel == "same":
        return context
    if atom.rel == "following" or (atom.rel == "next" and (context or way == "past")):
        return context and context + timedelta(days=1)
    if atom.rel == "next":
        return near + timedelta(days=1)
    if atom.rel in ("last", "previous") and atom.name in ("night", "evening"):
        return near - timedelta(days=1)
    return near + timedelta(days=_DAY_WORDS.get(atom.name, 0))


def holiday(name: str, near: date, way: Direction) -> date:
    days = [holiday_in(name, near.year + n) for n in (-1, 0, 1)]
    return dates.nearest(days, near, way)


def holiday_in(name: str, year: int) -> date:
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name == "Election Day":
        return dates.nth_weekday(year, 11, 0, 1) + timedelta(days=1)
    return dates.nth_weekday(year, *_MOVABLE[name])
