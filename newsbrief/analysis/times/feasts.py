"""Feasts and holidays: "Boxing Day", "over the Easter weekend", "New Year’s Eve 2016"."""

from __future__ import annotations

from datetime import date, timedelta

from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.times import dates
from newsbrief.analysis.times.atoms import HOLIDAYS, MONTH_BEFORE, YEAR, Atom, word_before
from newsbrief.analysis.times.dates import Direction, Interval

_FEASTS = Lazy("|".join(name + r"\b" for name in HOLIDAYS).replace("’", "['’]"))
_FOLLOWING = Lazy(r"\s(weekend\b)?(\w*)")
_OF_YEAR = Lazy(rf",?\s(?:of\s|in\s)?({YEAR})")
_BEFORE = MONTH_BEFORE - {"the", "for", "of"} | {"at", "over"}
_ONLY_BEHIND = frozenset(("Christmas", "Easter", "New Year"))  # such a word they are days
# What a feast only describes: "a Christmas tree".
_DESCRIBED = frozenset(
    "tree trees party parties dinner carol carols card cards mask masks costume costumes gift "
    "gifts present presents shopping market markets parade turkey turkeys sale sales special "
    "break holiday holidays song songs album albums lights egg eggs bunny honours honors".split()
)
_FIXED = {
    "Christmas Eve": (12, 24), "Christmas Day": (12, 25), "Christmas": (12, 25),
    "New Year’s Eve": (12, 31), "New Year’s Day": (1, 1), "New Year’s": (1, 1),
    "New Year": (1, 1), "Halloween": (10, 31), "Independence Day": (7, 4), "Boxing Day": (12, 26),
    "Valentine’s Day": (2, 14), "Veterans Day": (11, 11),
}  # fmt: skip
_NTH_WEEKDAY = {
    "Thanksgiving": (11, 3, 4),
    "Labor Day": (9, 0, 1),
    "Memorial Day": (5, 0, -1),
}
_FROM_EASTER = {
    "Ash Wednesday": -46, "Palm Sunday": -7, "Good Friday": -2, "Easter Sunday": 0, "Easter": 0,
    "Easter Monday": 1,
}  # fmt: skip
_WEEKEND = "weekend"


def feast(text: str, at: int) -> Atom | None:
    """The feast that stands here as a time: no "Christmas tree"."""
    m = _FEASTS.match(text, at)
    if m is None:
        return None
    name = m.group().replace("'", "’")
    before = word_before(text, at)
    if name.startswith("New Year") and before[:1].isupper() and before.lower() not in _BEFORE:
        return None  # "the Chinese New Year"
    following = _FOLLOWING.match(text, m.end())
    if following and following[1]:
        return Atom(at, following.end(1), "holiday", name, _WEEKEND)
    if following and following[2] in _DESCRIBED:
        return None
    if name in _ONLY_BEHIND and following and following[2][:1].isupper():
        return None  # "Easter Island"
    year = _OF_YEAR.match(text, m.end())
    if year:
        return Atom(at, year.end(), "holiday", name, year=int(year[1]))
    if name in _ONLY_BEHIND and before.lower() not in _BEFORE:
        return None
    return Atom(at, m.end(), "holiday", name)


def days_of(atom: Atom, near: date, way: Direction) -> Interval:
    """The day, or the weekend around it, of the feast closest to ``near`` by the tense."""
    days = [day_in(atom.name, near.year + n) for n in (-1, 0, 1)]
    day = dates.nearest(days, near, way)
    return _weekend_of(day) if atom.rel == _WEEKEND else (day, day)


def _weekend_of(day: date) -> Interval:
    """The weekend next to a feast, with the days that make it longer: a bridge from a Thursday or
    to a Tuesday."""
    back = day - timedelta(days=7) if day.weekday() < 3 else day
    first, last = dates.weekend(back)
    return min(first, day), max(last, day)


def day_in(name: str, year: int) -> date:
    """The day of a feast in ``year``; raises `ValueError` outside the calendar."""
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _FROM_EASTER:
        return _easter(year) + timedelta(days=_FROM_EASTER[name])
    if name == "Election Day":
        return dates.nth_weekday(year, 11, 0, 1) + timedelta(days=1)
    return dates.nth_weekday(year, *_NTH_WEEKDAY[name])


def _easter(year: int) -> date:
    """Easter Sunday of the western churches, by the anonymous Gregorian computus (Nature, 1876;
    J. Meeus, Astronomical Algorithms, 1991)."""
    a, (b, c) = year % 19, divmod(year, 100)
    moon = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (b % 4) + 2 * (c // 4) - moon - c % 4) % 7
    late = (a + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
