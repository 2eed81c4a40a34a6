"""From a time phrase to the interval it names, against the day of publication."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Literal, NamedTuple, cast

from newsbrief.analysis.times import dates
from newsbrief.analysis.times.atoms import Atom
from newsbrief.analysis.times.dates import Direction, Interval
from newsbrief.analysis.times.feasts import day_in, days_of
from newsbrief.analysis.times.named import named_day, overnight, weekday
from newsbrief.analysis.times.units import ago, around, one, unit

Moment = date | datetime
Granularity = Literal[
    "time",
    "day",
    "week",
    "month",
    "quarter",
    "season",
    "year",
    "decade",
    "century",
    "unknown",
]
Anchor = Literal["absolute", "published", "unresolved"]
_GRANULARITY = {"minute": "day", "hour": "day", "night": "day", "weekend": "week",
                "fortnight": "week"}  # fmt: skip
_OF_A_YEAR: dict[str, Granularity] = {"half": "year", "months": "month"}
_SOON = timedelta(days=30)


class Resolved(NamedTuple):
    """An interval, both ends included, and how it was found; both ``None`` when it was not."""

    start: Moment | None
    end: Moment | None
    granularity: Granularity
    anchor: Anchor

    def at(self, hour: int, minute: int) -> Resolved:
        """The same day, at that time of the day."""
        start = self.start
        if start is None or isinstance(start, datetime):
            return self._replace(granularity="time")
        moment = datetime.combine(start, time(hour, minute))
        return Resolved(moment, moment, "time", self.anchor)

    def weekday(self, index: int) -> Resolved:
        """That weekday (Monday is 0) of this week."""
        start = self.start
        if start is None:
            return self._replace(granularity="day")
        try:
            day = start + timedelta(days=index - start.weekday())
        except OverflowError:
            return self._replace(granularity="day")
        return Resolved(day, day, "day", self.anchor)

    def through(self, last: Resolved) -> Resolved | None:
        """From the start of this one to the end of ``last``; ``None`` where it runs backwards."""
        if self.start is None or last.end is None:
            return None if (self.start is None) != (last.end is None) else self
        end = last.end
        if isinstance(self.start, datetime) != isinstance(end, datetime):
            return None
        if end < self.start and self.granularity in ("day", "time") and last.anchor == "published":
            end += timedelta(days=7 if self.granularity == "day" else 1)
        if end < self.start:
            return None
        return Resolved(self.start, end, self.granularity, self.anchor)


def resolve(atom: Atom, near: date | None, way: Direction, context: date | None) -> Resolved:
    """The interval of one atom.

    ``near`` is the day of publication, ``way`` what the tense says, ``context`` the day that
    the text spoke of just before. Never raises: what lies outside the calendar is unresolved.
    """
    granularity = _granularity(atom)
    try:
        fixed = _absolute(atom)
        if fixed is not None:
            value = Resolved(*fixed, granularity, "absolute")
            return value.at(*atom.clock) if atom.clock else value
        if near is None and not (context and _from_context(atom)):
            return Resolved(None, None, granularity, "unresolved")
        span = _relative(atom, near or context or date.min, way, context)
    except (OverflowError, ValueError):
        span = None
    if span is None or span[0] > span[1]:
        return Resolved(None, None, granularity, "unresolved")
    if atom.phase in ("earlier", "later"):
        now = context if atom.rel == "that" else near
        span = _so_far(span, now, atom.phase) if now else span
    elif atom.phase:
        span = dates.part(span, atom.phase)
    value = Resolved(*span, granularity, "published")
    return value.at(*atom.clock) if atom.clock else value


def heeds_context(atom: Atom) -> bool:
    """Whether `resolve` may ask for the day that the text spoke of before."""
    if atom.year is not None:
        return False
    if atom.kind == "clock" or atom.rel not in _BY_ITSELF:
        return True
    return atom.rel == "last" and atom.name in ("day", "night")


_BY_ITSELF = frozenset(
    ("", *"ago from in within new weekend past last the this current every".split())
)


def _from_context(atom: Atom) -> bool:
    return atom.kind == "clock" or atom.rel in _BY_CONTEXT


_BY_CONTEXT = frozenset(
    ("that", "following", "same", "earlier", "later", "before-that", "after-that")
)


def _so_far(span: Interval, near: date, phase: str) -> Interval:
    start, end = span
    if not start <= near <= end:
        return span
    return (start, near) if phase == "earlier" else (near, end)


def _granularity(atom: Atom) -> Granularity:
    if atom.kind in ("weekday", "date", "day", "holiday"):
        return "day"
    if atom.kind == "clock":
        return "time"
    if atom.kind in ("unit", "ago"):
        return cast(Granularity, _GRANULARITY.get(atom.name, atom.name))
    if atom.kind == "quarter":
        return _OF_A_YEAR.get(atom.name, "quarter")
    return cast(Granularity, atom.kind)


def _absolute(atom: Atom) -> Interval | None:
    if atom.year is None and atom.kind != "century":
        return None
    if atom.kind == "date" and not (atom.month or atom.name):
        raise ValueError("03/04: which of them is the month?")
    span: Interval
    if atom.kind == "century" and atom.number:
        span = dates.year(atom.number * 100 - 99, 100)
    elif atom.year is None:
        return None
    elif atom.kind == "date":
        month = atom.month or dates.month_number(atom.name)
        first = date(atom.year, month, atom.day or 1)
        span = first, date(atom.year, month, atom.last_day) if atom.last_day else first
    elif atom.kind == "month":
        span = dates.months(atom.year, dates.month_number(atom.name))
    elif atom.kind == "year":
        span = dates.year(atom.year)[0], dates.year(atom.last_day or atom.year)[1]
    elif atom.kind == "decade":
        span = dates.year(atom.year, 10)
    elif atom.kind == "season":
        span = dates.season(atom.name, atom.year)
    elif atom.kind == "quarter":
        span = _quarter_of(atom, atom.year)
    elif atom.kind == "holiday":
        day = day_in(atom.name, atom.year)
        span = day, day
    else:
        return None
    if span[0] > span[1]:
        raise ValueError("an interval that runs backwards")
    return dates.part(span, atom.phase) if atom.phase else span


def _quarter_of(atom: Atom, year: int) -> Interval:
    if atom.name == "months":  # the first or the last so many
        count = abs(atom.number or 0)
        return dates.months(year, 1 if atom.number == count else 13 - count, count)
    length = 3 if atom.name == "quarter" else 6
    number = atom.number or 1
    if number < 0:
        number = 12 // length
    return dates.months(year, length * (number - 1) + 1, length)


def _relative(atom: Atom, near: date, way: Direction, context: date | None) -> Interval | None:
    if atom.rel == "that":
        return _of_context(atom, context)
    if atom.kind == "weekday":
        return one(weekday(atom, near, way, context))
    if atom.kind == "day":
        if atom.name == "overnight":
            return overnight(near, way)
        return one(named_day(atom, near, way, context))
    if atom.kind == "clock":
        ends = atom.name == "midnight" and way == "future"  # the day, and begins the next
        return one(context or near + timedelta(days=ends))
    if atom.kind == "date":
        month = dates.month_number(atom.name)
        year = dates.choose_year(month, atom.day or 1, near, way)
        first = date(year, month, atom.day or 1)
        return first, date(year, month, atom.last_day) if atom.last_day else first
    if atom.kind == "holiday":
        return days_of(atom, near, way)
    if atom.kind == "month":
        return _month(atom, near, way)
    if atom.kind == "season":
        return _season(atom, near, way)
    if atom.kind == "quarter":
        return _quarter(atom, near, way)
    if atom.kind == "ago":
        return ago(atom, near, context)
    return unit(atom, near, way, context) if atom.kind == "unit" else None


def _of_context(atom: Atom, context: date | None) -> Interval | None:
    """ "that week": the one that the text spoke of last."""
    if context is None:
        return None
    if atom.kind == "season":
        return min(
            (dates.season(atom.name, context.year + n) for n in (-1, 0)),
            key=lambda s: (not s[0] <= context <= s[1], -s[0].toordinal()),
        )
    return around(context, atom.name) if atom.kind == "unit" else one(context)


def _month(atom: Atom, near: date, way: Direction) -> Interval:
    number = dates.month_number(atom.name)
    if atom.rel in ("next", "coming"):
        year = near.year + (number <= near.month)
    elif atom.rel in ("last", "past", "previous"):
        year = near.year - (number >= near.month)
    elif atom.rel == "this":
        year = near.year
    else:
        year = _year_of_month(number, near, way)
    return dates.months(year, number)


def _year_of_month(number: int, near: date, way: Direction) -> int:
    """By the tense; with none to tell, the near one, the past by preference."""
    ahead = (number - near.month) % 12
    if way == "future":
        return near.year + (number < near.month)
    if way is None and ahead and ahead + 2 < 12 - ahead:
        return near.year + (number < near.month)
    return near.year - (number > near.month)


def _season(atom: Atom, near: date, way: Direction) -> Interval:
    options = [dates.season(atom.name, near.year + n) for n in (-2, -1, 0, 1)]
    if atom.rel in ("last", "past", "previous"):
        return max(s for s in options if s[1] < near)
    if atom.rel in ("next", "coming", "following") or (way == "future" and atom.rel != "this"):
        # Whoever plans for "the spring" in its last weeks means the next one.
        ahead = timedelta(0) if atom.rel else _SOON
        return min(
            s for s in options if s[1] - near >= ahead and (atom.rel != "next" or s[0] > near)
        )
    if atom.rel == "this":
        return min(options, key=lambda s: (not s[0] <= near <= s[1], abs((s[0] - near).days)))
    return max(s for s in options if s[0] <= near)


def _quarter(atom: Atom, near: date, way: Direction) -> Interval | None:
    if atom.rel in ("last", "next"):
        return _quarter_of(atom, near.year + (1 if atom.rel == "next" else -1))
    if atom.number == -1 and atom.rel == "" and atom.name == "quarter":  # "the last quarter"
        quarter = (near.month - 1) // 3
        return dates.months(near.year, 3 * quarter - 2, 3)
    span = _quarter_of(atom, near.year)
    ahead = span[1] if atom.name == "months" else span[0]
    if ahead > near and way == "past" and not atom.rel:
        return _quarter_of(atom, near.year - 1)
    if way == "past" and not atom.rel and span[1] > near:
        return None  # "fell in the second quarter", which is not over: that of a year of its own
    return span
