"""Times in the text, resolved against the day of publication.

An own grammar, since no library reads news prose. Tried on the nine times of a Reuters-based
article of 2,000 characters, published on a Tuesday, and on 54 other articles for speed (per
2,000 characters, one core; this grammar: 9 of 9 intervals, well under 0.2 ms):

- dateparser 1.5.0 ``search_dates``: 1 of 9, imports in 148 ms, takes 12.6 ms. Points instead of
  intervals, "last week" read as a day next week ("in months, last week"), tense ignored.
- parsedatetime 2.6 ``nlp``: 1 of 9, 20 ms, 15.6 ms. "May" and "March" are always the next
  ones, "2018" is the clock time 20:18.
- python-dateutil 4.0.0 ``parse(fuzzy=True)``: 3 of 9, 24 ms, 2.0 ms. One date a sentence, no
  offsets, no relative times.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.text.sentences import Sentence
from newsbrief.analysis.text.tokens import Tokens
from newsbrief.analysis.text.tokens import tokens as read_tokens
from newsbrief.analysis.times import dates
from newsbrief.analysis.times.atoms import Atom, word_before
from newsbrief.analysis.times.dates import Direction, day_of, years_before
from newsbrief.analysis.times.grammar import scan
from newsbrief.analysis.times.joining import Found, joined, week_on
from newsbrief.analysis.times.numbers import in_order, is_ambiguous, order_of
from newsbrief.analysis.times.periods import widened
from newsbrief.analysis.times.resolve import Anchor, Granularity, Resolved, resolve
from newsbrief.analysis.times.tense import direction, done_on
from newsbrief.span import Span


class TimeExpression(NamedTuple):
    """A time phrase and the interval it names, both ends included.

    ``since 2018`` has no ``end``, ``until Friday`` no ``start``; an unresolved one has neither.
    """

    span: Span
    start: date | datetime | None
    end: date | datetime | None
    granularity: Granularity
    anchor: Anchor


_LEAD = Lazy(  # the look ahead spares all places but where words begin
    r"(?<!\w)(?=[A-Za-z])(?:(?:[Uu]ntil|[Tt]ill)\sat\sleast\s)?(?:(?:[Ss]ince|[Uu]ntil|[Tt]ill|[Ff]rom|[Bb]etween|[Bb]y)\s)?(?:at\s)?"
    r"(?:(?:[Aa]bout|[Aa]round|[Aa]pproximately|(?:[Jj]ust|[Ss]hortly)\s(?:after|before))\s)?"
    r"(?:[Tt]he\s)?$"
)
_LEADS = tuple(
    "since until till from between by at least about around approximately after before the".split()
)
_SPAN_AHEAD = Lazy(r"\b(?:over|for|in|within|during|of)\sthe\s$")
_BY_NIGHT = ("overnight", "midnight")
_FROM_NOW = ("in", "within")
_IN_A_PERIOD = frozenset(("weekday", "date", "month"))
_WEEK = len(" week from ")
_WITH_THE = frozenset(("decade", "century", "quarter", "unit", "season"))
_LONG = frozenset(("month", "quarter", "year", "decade", "century"))
_OPEN = frozenset(("weekday", "date", "month", "season", "quarter", "holiday"))
_STORY = 8  # the same, where the verb tells of what was: a report of one night
_HEADING = 40  # code points; what is no longer may be the hour over an entry of a live blog
_CLAUSE_WITH_DAY = 2  # sentences back in which a day still serves "at 6am" or "two days later"


def times(
    text: str,
    sentences: Sequence[Sentence],
    published: date | datetime | None,
    tokens: Tokens | None = None,
) -> list[TimeExpression]:
    """The time expressions of ``text``, in order, none overlapping.

    Tense and neighbours decide between the last Friday and the next. Nothing is ever read
    from today's date: without ``published`` a relative time stays unresolved. Never raises.
    """
    return resolved(text, sentences, published, scan(text, tokens or read_tokens(text)))


def resolved(
    text: str,
    sentences: Sequence[Sentence],
    published: date | datetime | None,
    atoms: Iterable[Atom],
) -> list[TimeExpression]:
    """The time expressions that ``atoms``, all of those in ``sentences``, make."""
    near = published and day_of(published)
    starts = [s.span.start for s in sentences]
    found: list[Found] = []
    mentioned: tuple[int, date] | None = None  # sentence and day
    spoken_of: tuple[int, date] | None = None  # the same for a time of any size
    for atom in atoms:
        at = max(0, bisect_right(starts, atom.start) - 1)
        left, right = (
            (sentences[at].span.start, sentences[at].span.end) if sentences else (0, len(text))
        )
        way = direction(text, atom.start, atom.end, left, right) if _open(text, atom) else None
        if way == "near" and atom.kind != "weekday":
            way = "past"
        if atom.rel in _FROM_NOW and not _lies_ahead(text, atom, way, left):
            continue
        context = mentioned[1] if mentioned and at - mentioned[0] <= _CLAUSE_WITH_DAY else None
        if (
            atom.kind == "clock"
            and context is None
            and mentioned is not None
            and (near is None or mentioned[1] <= near)
            and at - mentioned[0] <= _STORY
            and right - left > _HEADING
            and direction(text, atom.start, atom.end, left, right) == "past"
        ):
            context = mentioned[1]  # an hour in prose is one of the day that it told of last
        if atom.rel == "that" or (atom.kind in ("ago", "unit") and atom.name in _LONG):
            context = spoken_of[1] if spoken_of and at - spoken_of[0] <= _CLAUSE_WITH_DAY else None
        value = resolve(atom, near, way, context)
        late = way == "past" and near is not None and _is_far_ahead(value, near)
        if late and near and near.year > 1 and done_on(text, atom.start, atom.end, left, right):
            value = resolve(atom, years_before(near, 1), way, context)
        item = Found(atom, atom.start, atom.end, value, at)
        if atom.kind == "weekday" and text.find(" week", atom.start - _WEEK, atom.end + _WEEK) >= 0:
            item = week_on(text, item)
        elif atom.kind in _IN_A_PERIOD:
            item = widened(text, item)
        one = found and found[-1].sentence == at and joined(text, found[-1], item)
        if one:
            found[-1] = item = one
        else:
            found.append(item)
        first = item.value.end if atom.name == "overnight" else item.value.start
        if first is not None:
            spoken_of = at, day_of(first)
            mentioned = spoken_of if item.value.granularity in ("day", "time") else mentioned
    if near is None:
        found = _by_its_own_dates(found)
    if any(is_ambiguous(item.atom) for item in found):
        found = _in_its_order(text, found)
    return [_expression(text, item, found[i - 1].end if i else 0) for i, item in enumerate(found)]


def _by_its_own_dates(found: list[Found]) -> list[Found]:
    """ "Nov. 2" is in the year that the text gives it elsewhere: "Nov. 2, 2016"."""
    years: dict[tuple[int, int], set[int]] = {}
    for item in found:
        start = item.value.start
        if start is not None and item.value.anchor == "absolute" and item.atom.kind == "date":
            years.setdefault((start.month, start.day), set()).add(start.year)
    return [_in_its_year(item, years) if years else item for item in found]


def _in_its_order(text: str, found: list[Found]) -> list[Found]:
    """ "03/04/2024" has its day and its month in the order of the article's other dates."""
    orders = {item.atom: order_of(text, item.atom) for item in found}
    known = {order for order in orders.values() if order}
    if len(known) != 1:
        return found
    month_first = known == {"month"}
    return [_ordered(item, month_first) for item in found]


def _ordered(item: Found, month_first: bool) -> Found:
    if not is_ambiguous(item.atom):
        return item
    atom = in_order(item.atom, month_first)
    return item._replace(atom=atom, value=resolve(atom, None, None, None))


def _in_its_year(item: Found, years: dict[tuple[int, int], set[int]]) -> Found:
    atom = item.atom
    if atom.kind != "date" or item.value.start is not None or not (atom.name and atom.day):
        return item
    known = years.get((dates.month_number(atom.name), atom.day), set())
    if len(known) != 1:
        return item
    atom = atom._replace(year=next(iter(known)))
    return item._replace(atom=atom, value=resolve(atom, None, None, None))


def _is_far_ahead(value: Resolved, near: date) -> bool:
    """Whether it lies ahead by more than what may be of this year, whatever the verb."""
    return value.start is not None and day_of(value.start) - near > _SOON


_SOON = timedelta(days=30)


def _lies_ahead(text: str, atom: Atom, way: Direction, left: int) -> bool:
    """Whether "in two weeks" is when something will be, not how long it takes or a count: "the
    worst defeat in two weeks", "has not lost in six months". Of 27 that the tense left in PolNeAR
    train 13 were so."""
    if atom.rel == "in" and atom.name not in _NEAR_UNITS:
        return False
    if way != "future" and not text.endswith((" is ", " are "), left, atom.start):
        return False
    return _COUNTING.search(text, max(left, atom.start - _CLAUSE), atom.start) is None


_NEAR_UNITS = frozenset(("day", "week", "fortnight", "month"))
_CLAUSE = 60  # code points
_COUNTING = Lazy(
    r"\b(?:first|second|third|fourth|fifth|only|worst|best|most|least|last|[a-z]{3,}est|times|twice"
    r"|not|never|no|[a-z]+n['’]t)\b"
)


def _open(text: str, atom: Atom) -> bool:
    """Whether the words leave it to the tense which way the time lies."""
    if atom.kind == "unit":
        if atom.rel in ("next", "coming"):  # "She spent the next two years in Leeds"
            return word_before(text, atom.start).lower() == "the" and not _SPAN_AHEAD.search(
                text, max(0, atom.start - 12), atom.start
            )
        return atom.name == "weekend"
    if atom.rel in _FROM_NOW or atom.name in _BY_NIGHT:
        return True
    return atom.year is None and atom.rel in ("", "this", "weekend") and atom.kind in _OPEN


def _expression(text: str, item: Found, floor: int) -> TimeExpression:
    start = item.start
    before = text[max(floor, start - 32) : start]
    led = before[-1:].isspace() and before[:-1].lower().endswith(_LEADS)
    lead = _LEAD.search(before) if led else None
    if lead is None:  # seven of nine
        return TimeExpression(Span(start, item.end), *item.value)
    words = lead.group().lower().split()
    value, opener = item.value, (words[0] if words else "")
    begin = None if opener in ("until", "till") else value.start
    finish = None if opener == "since" else value.end
    keep = words[1:] if opener == "at" else words
    if words[-1:] == ["the"] and item.atom.kind not in _WITH_THE:
        keep = []  # "since the 2016 election": the article belongs to the election
    if keep:
        start -= len(lead.group()) - (3 if opener == "at" else 0)
    return TimeExpression(Span(start, item.end), begin, finish, value.granularity, value.anchor)
