"""Tellings of one thing become one event; what lies at another time is another thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from newsbrief.analysis.events.tellings import Telling
from newsbrief.analysis.times.dates import day_of
from newsbrief.analysis.times.finding import TimeExpression
from newsbrief.span import Span


@dataclass(slots=True)
class Event:
    """One happening in the making: its best telling, and the others."""

    best: Telling
    when: TimeExpression | None = None
    others: tuple[Telling, ...] = ()
    backing: tuple[Telling, ...] = ()  # what carries more words of the headline
    named: tuple[int, ...] = ()  # whom these name, of those that the headline names
    title: str = ""  # the headline, where it tells this one best
    also: tuple[Span, ...] = ()  # further evidence: a headline, a day

    @property
    def words(self) -> frozenset[str]:
        return self.best.words

    @property
    def tellings(self) -> tuple[Telling, ...]:
        return self.best, *self.others, *self.backing

    def absorb(self, other: Telling) -> None:
        self.others += (other,)
        if self.when is None or self.when.start is None:
            self.when = other.time or self.when


_SHARED = 4  # content words that two tellings of one thing have in common at least
_SAME = 0.5  # share of the shorter one's content words that two tellings have in common,
_SAME_OF_LONGER = 0.25  # and of the longer one's
_NEWS = 14  # days from the article's own within which an undated telling may be of a dated thing


def merged(tellings: Sequence[Telling], about: date | None) -> list[Event]:
    """Two tellings of one thing become one, with the evidence, time and place of both.

    ``about`` is the day that the article is about, as far as it is known.
    """
    kept: list[Event] = []
    told: list[frozenset[str]] = []
    known: set[str] = set()
    for telling in tellings:
        again = telling.words & known  # half of its words: the pairs take two thirds of the time
        for event, words in zip(kept, told, strict=True) if len(again) >= _SHARED else ():
            shared = len(again & words)
            if shared >= _SHARED and _same(telling, event, shared, about):
                event.absorb(telling)
                break
        else:
            kept.append(Event(telling, telling.time))
            told.append(telling.words)
            known |= telling.words
    return kept


def _same(a: Telling, b: Event, shared: int, about: date | None) -> bool:
    if a.told.index == b.best.told.index:
        return False
    least, most = sorted((len(a.words), len(b.words)))
    if shared < _SAME * least or (shared < least and shared < _SAME_OF_LONGER * most):
        return False
    return compatible(a.time, b.when, about)


def compatible(a: TimeExpression | None, b: TimeExpression | None, about: date | None) -> bool:
    """Whether what is told of one time may be what is told of the other.

    What names no time is news: it goes with a day near that of the article, and with nothing
    longer or longer ago. "In 2019, two people were killed" is none of today's news.
    """
    if a is None or b is None:
        time = a or b
        return time is None or _unresolved(time) or _is_news(time, about)
    if _unresolved(a) or _unresolved(b):
        return about is None or (_unresolved(a) and _unresolved(b))
    (s1, e1), (s2, e2) = (_days(a), _days(b))
    return (s1 <= s2 and e2 <= e1) or (s2 <= s1 and e1 <= e2)


def _unresolved(time: TimeExpression) -> bool:
    return time.start is None and time.end is None


def _is_news(time: TimeExpression, about: date | None) -> bool:
    if about is None:
        return True
    moment = time.start or time.end
    if moment is None or time.granularity not in ("day", "time", "week"):
        return False
    return abs((day_of(moment) - about).days) <= _NEWS


def _days(t: TimeExpression) -> tuple[str, str]:
    start = str(t.start)[:10] if t.start is not None else "0001-01-01"
    return start, (str(t.end)[:10] if t.end is not None else "9999-12-31")
