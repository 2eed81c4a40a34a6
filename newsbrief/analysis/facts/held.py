"""An article as the witness of free text: which numbers, dates and names it does not hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Literal, NamedTuple

from newsbrief.analysis.facts import days, figures, names
from newsbrief.analysis.facts.figures import Figure
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.text.language import is_english
from newsbrief.analysis.times.finding import TimeExpression
from newsbrief.article import Article
from newsbrief.cached import cached_property

_ALWAYS = (1, 2)  # "one of them", "the two sides": what stands there is counted, not told
_FUNCTION = word_set(
    "a an the this that these those in on at by for with after before he she it they"
)


class Lack(NamedTuple):
    """What is not held, in the words of the prose. ``elsewhere``: the article does hold it, but not
    where it was looked for."""

    kind: Literal["number", "date", "name"]
    words: str
    elsewhere: bool


class Held:
    """The numbers, dates and names of an article, its title and its date among them. ``times``
    finds its time expressions; it is called only where a date is not found as it is written.
    ``lower`` is its text in small letters; ``english`` is whether that is its language."""

    def __init__(
        self,
        article: Article,
        lower: str,
        times: Callable[[], Sequence[TimeExpression]],
    ) -> None:
        self._title = len(
            article.text
        )  # where it begins; the places of the text stay what they are
        self._text = f"{article.text}\n{article.title}" if article.title else article.text
        self._published = article.published
        self._times = times
        self._names = names.Names(self._text)
        self.english = is_english(lower)

    def lack(self, prose: str, start: int = 0, end: int | None = None) -> Lack | None:
        """The first number, date or name in ``prose`` that the article does not hold in
        ``[start, end)`` of its text or in its title; None where it holds them all.

        Where the article is no English, only digits are looked at: other languages' capitals and
        words for numbers say something else.
        """
        whole = len(self._text)
        found = next(self._lacking(prose, start, whole if end is None else end), None)
        if found is None or end is None:
            return found
        everywhere = self._lacking(prose, 0, whole)
        return found._replace(elsewhere=all(lack.words != found.words for lack in everywhere))

    def _lacking(self, prose: str, start: int, end: int) -> Iterator[Lack]:
        places = [(start, end)]
        if end <= self._title < len(self._text) - 1:
            places.append((self._title, len(self._text)))
        digits = figures.has_digits(prose)
        dates = list(days.days(prose)) if digits and days.may_hold(prose) else []
        for day in dates:
            if not any(self._holds_day(day.month, day.day, *place) for place in places):
                yield Lack("date", prose[day.start : day.end], False)
        found = list(figures.in_digits(prose)) if digits else []
        rounded: Iterable[Figure] = ()
        if self.english and figures.has_words(prose):
            found += figures.in_words(prose)
            rounded = figures.in_round(prose)
        for figure in found:
            if any(day.start <= figure.start < day.end for day in dates):
                continue
            if not any(self._holds_figure(figure, prose, *place) for place in places):
                yield Lack("number", prose[figure.start : figure.end], False)
        for figure in rounded:
            if not any(self._holds_about(figure, prose, *place) for place in places):
                yield Lack("number", prose[figure.start : figure.end], False)
        if not self.english:
            return
        label: bool | None = None
        past = 0
        before, end_before = "", -1
        for capital in names.CAPITAL.finditer(prose):
            at = capital.start()
            if at < past:
                continue
            word = capital.group().removesuffix("'s").removesuffix("’s")
            if at == end_before + 1 and self._names.is_nobodys(before, word):
                yield Lack("name", f"{before} {word}", False)
            before, end_before = word, at + len(word)
            if self._names.stands(word, start, end) or word.lower() in _FUNCTION:
                continue
            if past := max(self._names.hold_run(prose, at, *p) for p in places):
                continue
            if label is None:
                label = names.is_label(prose)
            doubtful = label or names.opens(prose, at) or (len(word) > 3 and word.isupper())
            if not any(
                self._holds_word(word, doubtful, *place)
                or self._names.is_told_in_short(prose, at, *place)
                for place in places
            ):
                dated = days.weekday(word) is not None or days.month(word) is not None
                yield Lack("date" if dated else "name", word, False)

    def _holds_figure(self, figure: Figure, prose: str, start: int, end: int) -> bool:
        if figure.value in _ALWAYS:
            return True
        values = {figure.value, figure.bare}
        # Most stand there as they are told, and need no table of all numbers.
        at = self._text.find(prose[figure.start : figure.end], start, end)
        if at >= 0 and (same := figures.behind_blank(self._text, at)) and same.value in values:
            return True
        if figure.short:
            values |= {1900 + figure.value, 2000 + figure.value}
        tables = ("_digits", "_spoken") if prose[figure.start].isdigit() else ("_spoken", "_digits")
        for table in tables:
            known: dict[float, list[int]] = getattr(self, table)
            if any(start <= at < end for value in values for at in known.get(value, ())):
                return True
        return any(m.year in values for m in self._moments(start, end))

    def _holds_about(self, figure: Figure, prose: str, start: int, end: int) -> bool:
        """Whether a number stands there that may be told so, or the word itself does."""
        known = (*self._digits.items(), *self._spoken.items())
        if any(
            figure.value <= n < 1e3 * figure.value and _within(at, start, end) for n, at in known
        ):
            return True
        scale = prose[figure.start : figure.end - 1].lower()
        return self._names.low.find(scale, start, end) >= 0

    @cached_property
    def _digits(self) -> dict[float, list[int]]:
        return _values(figures.in_digits(self._text))

    @cached_property
    def _spoken(self) -> dict[float, list[int]]:
        return _values(figures.in_words(self._text))

    def _holds_day(self, month: int, day: int, start: int, end: int) -> bool:
        if any((d.month, d.day) == (month, day) and start <= d.start < end for d in self._days):
            return True
        return any((m.month, m.day) == (month, day) for m in self._moments(start, end))

    @cached_property
    def _days(self) -> list[days.Day]:
        return list(days.days(self._text))

    def _holds_word(self, word: str, doubtful: bool, start: int, end: int) -> bool:
        if (weekday := days.weekday(word)) is not None:
            named = (word[:3] + rest for rest in ("", days.FULL[weekday][3:]))
            return any(self._names.stands(name, start, end) for name in named) or any(
                t.start is not None and t.start.weekday() == weekday
                for t in self._times()
                if start <= t.span.start < end and t.granularity in ("day", "time")
            )
        if (month := days.month(word)) is not None and any(
            m.month == month for m in self._moments(start, end)
        ):
            return True
        return self._names.hold(word, doubtful, start, end)

    def _moments(self, start: int, end: int) -> Iterator[date | datetime]:
        """The days on which the times there begin and end, and the day of publication."""
        if self._published:
            yield self._published
        for time in self._times():
            if start <= time.span.start < end:
                yield from (moment for moment in (time.start, time.end) if moment)


def _within(places: list[int], start: int, end: int) -> bool:
    return any(start <= at < end for at in places)


def _values(found: Iterator[Figure]) -> dict[float, list[int]]:
    table: dict[float, list[int]] = {}
    for figure in found:
        for value in {figure.value, figure.bare}:
            table.setdefault(value, []).append(figure.start)
    return table
