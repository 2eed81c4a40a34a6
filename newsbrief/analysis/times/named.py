"""Days by their names: "Monday", "tomorrow night", "the following morning"."""

from __future__ import annotations

from datetime import date, timedelta

from newsbrief.analysis.times import dates
from newsbrief.analysis.times.atoms import Atom
from newsbrief.analysis.times.dates import Direction, Interval

_DAY_WORDS = {"before yesterday": -2, "yesterday": -1, "tomorrow": 1, "after tomorrow": 2}


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


def overnight(near: date, way: Direction) -> Interval:
    """Last night, both its days; the coming one of what is foreseen."""
    night = timedelta(days=1)
    return (near, near + night) if way == "future" else (near - night, near)
