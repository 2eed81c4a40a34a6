"""Days as news writes them: "May 30", "30 May", "Monday", "August"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newsbrief.analysis.lexicon.calendar import MONTHS, WEEKDAYS
from newsbrief.analysis.times.atoms import MONTH, WEEKDAY_NAMES
from newsbrief.analysis.times.dates import MONTHS as SHORT_MONTHS
from newsbrief.analysis.times.dates import month_number

_HEADS = tuple(month.capitalize() for month in SHORT_MONTHS)
_NUMBER = len("30th of ")
FULL = WEEKDAY_NAMES  # by their number, Monday first


class Day(NamedTuple):
    """A day of a month, without its year, at ``[start, end)`` of a text."""

    start: int
    end: int
    month: int
    day: int


@cache
def _day() -> re.Pattern[str]:
    number = r"(\d{1,2})(?:st|nd|rd|th)?"
    return re.compile(
        rf"\b(?:({MONTH})\s(?:the\s)?{number}(?!\d|[,.:%]\d)|{number}\s(?:of\s)?({MONTH}))"
    )


def may_hold(text: str) -> bool:
    """Whether ``text`` names a month, or a word like one: a tenth of the time of `days`."""
    return any(map(text.__contains__, _HEADS))


def days(text: str) -> Iterator[Day]:
    """The dates that name a month and a day of it, in order."""
    match, past = _day().match, 0
    for at in _beginnings(text):
        if at >= past and (m := match(text, at)):
            name, number = (m[1], m[2]) if m[1] else (m[4], m[3])
            past = m.end()
            yield Day(at, past, month_number(name), int(number))


def _beginnings(text: str) -> list[int]:
    """Where dates may begin, in order: with a month, or at most "30th of " before it. A search of
    the text for the pattern takes twenty times as long."""
    found: set[int] = set()
    for head in _HEADS:
        at = text.find(head)
        while at >= 0:
            found.update(range(max(0, at - _NUMBER), at + 1))
            at = text.find(head, at + 1)
    return sorted(found)


def weekdays(text: str) -> frozenset[str]:
    """The days of the week that ``text`` names: "Monday", also of "Mondays"."""
    return frozenset(filter(text.__contains__, FULL)) if "day" in text else frozenset()


def weekday(word: str) -> int | None:
    """0 for "Monday", "Mondays" and "Mon"; None for a word that is no day of the week."""
    if word not in WEEKDAYS:
        return None
    return next(n for n, name in enumerate(WEEKDAY_NAMES) if name.startswith(word[:3]))


def month(word: str) -> int | None:
    """1 for "January" and "Jan"; None for a word that is no month."""
    return month_number(word) if word in MONTHS else None
