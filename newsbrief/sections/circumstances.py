"""Whether words that a model gives for a time or a place can be one at all.

A model that has none to give copies any words of the sentence: 396 of 404 such times ("no emotion")
and 348 of 354 such places ("accept forced redundancies") reached a brief before this was asked.
"""

from __future__ import annotations

from datetime import date, timedelta

from newsbrief.analysis.facts.days import FULL, may_hold, weekdays
from newsbrief.analysis.facts.figures import has_digits
from newsbrief.analysis.facts.words import bare
from newsbrief.analysis.lexicon.calendar import CALENDAR
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.times.atoms import MONTH
from newsbrief.analysis.times.dates import day_of, month_number
from newsbrief.sections.when import When
from newsbrief.span import Span

_TIME_WORDS = """
    overnight dawn dusk sunrise sunset recent recently earlier later soon now immediately moment
    moments currently today tonight during before after since until once while when following amid
    ahead season seasons term ago daily weekly monthly yearly annual annually decade decades century
    centuries hour hours minute minutes second seconds day days week weeks month months quarter
    quarters year years spring summer autumn fall winter half round lap innings period periods stage
    stages weekend weekends morning mornings afternoon afternoons evening evenings night nights noon
    midday midnight time era
"""
_TIME = Lazy(
    rf"\b(?:(?i:{'|'.join(_TIME_WORDS.split())}|1[5-9]\d\d|20\d\d|\d\d?[:.]\d\d|\d\d? ?[ap]\.?m)|"
    rf"(?:{'|'.join(sorted(CALENDAR))})(?:[’']s)?)\b"
)
_YEAR = Lazy(r"\b(?:in|since|by|during) ((?:19|20)\d\d)\b")
_MONTH = Lazy(rf"\b(?:in|since|by|on|of|early|late) ({MONTH})\b")
_PLACED = Lazy(r"\b(?:in|at|near) (?:the )?([A-Z][\w’'-]+)")
_LEADING = word_set(
    "in at near on outside inside off across around along over under between beside throughout"
)
_TOWARDS = word_set("to from of through via towards toward")
_DETERMINERS = word_set("the a an his her its their this that")
_TITLES = frozenset("Dr Mr Mrs Ms Prof Sen Rep Gov".split())
_A_MONTH = 31  # days
_LEAST = 3  # letters of a word that may name a place


def may_be_a_time(words: str) -> bool:
    return _TIME.search(words) is not None


def is_of_another_time(prose: str, when: When) -> bool:
    """Whether ``prose`` names a weekday, a month or a year, and none that ``when`` lies in."""
    start, end = when.start, when.end
    if start is None or end is None:
        return False
    first, last = day_of(start), day_of(end)
    days_told = weekdays(prose) if (last - first).days < len(FULL) - 1 else frozenset[str]()
    told = [FULL.index(day) in _weekdays_of(first, last) for day in days_told]
    if has_digits(prose):
        told += [first.year <= int(year) <= last.year for year in _YEAR.findall(prose)]
    if (last - first).days < _A_MONTH and may_hold(prose):
        told += [month_number(name) in (first.month, last.month) for name in _MONTH.findall(prose)]
    return bool(told) and not any(told)


def _weekdays_of(first: date, last: date) -> set[int]:
    return {(first + timedelta(days=n)).weekday() for n in range((last - first).days + 1)}


def is_of_another_place(prose: str, where: str) -> bool:
    """Whether ``prose`` tells by an "in" or "at" where it was, and does not say ``where``."""
    places = [name for name in _PLACED.findall(prose) if not _names_no_place(name)]
    return bool(places) and not any(name in prose for name in where.split(", "))


def may_be_a_place(text: str, place: Span) -> bool:
    """Whether the words at ``place`` of ``text`` stand as those of a place do: behind an "in" or
    "at", or a "to" with a name or an article."""
    words = [*map(bare, text[place.start : place.end].split())]
    first = words[0].lower()
    telling = [word for word in words if not _names_no_place(word)]
    if not any(word[:1].isalpha() and len(word) >= _LEAST for word in telling):
        return False
    if first in _LEADING:
        return True
    before = text[max(0, place.start - 24) : place.start].lower().split()[-2:]
    determined = first in _DETERMINERS or telling[0][0].isupper()
    if before and before[-1] in _DETERMINERS:
        before, determined = before[:-1], True
    return bool(before) and (before[-1] in _LEADING or (determined and before[-1] in _TOWARDS))


def _names_no_place(word: str) -> bool:
    return word in CALENDAR or word in _TITLES or word.lower() in _DETERMINERS | _LEADING
