"""Happenings: what the article tells of, one item each, the most newsworthy first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import chain, count
from typing import NamedTuple

from newsbrief.analysis.events.days import Days
from newsbrief.analysis.events.headline import tells
from newsbrief.analysis.events.prose import (
    MOSTLY_SPEECH,
    Told,
    content_words,
    read_prose,
    title_line,
)
from newsbrief.analysis.events.status import Status, status_of
from newsbrief.analysis.events.tellings import Ground, Telling
from newsbrief.analysis.events.timing import to_come_of
from newsbrief.analysis.names.entities import Entity
from newsbrief.analysis.names.places import Place
from newsbrief.analysis.text.sentences import Sentence
from newsbrief.analysis.times.finding import TimeExpression
from newsbrief.analysis.times.tense import direction
from newsbrief.span import Span

__all__ = ["Happening", "Status", "happenings"]


class Happening(NamedTuple):
    """One thing that happened, goes on, is planned, was called off or is alleged.

    ``description`` is a clause or sentence of the text, datelines and trailing attributions left
    out, or the headline where it says the same in a line; ``sentence`` the index of the sentence
    that tells it best; ``participants`` indexes into the entities; ``evidence`` the sentences
    that tell of it, in order, and those that give its day where these do not.
    """

    description: str
    sentence: int
    status: Status
    when: TimeExpression | None
    where: Span | None
    participants: tuple[int, ...]
    evidence: tuple[Span, ...]


@dataclass(slots=True)
class _Event:
    """One happening in the making: its best telling, and the others."""

    best: Telling
    others: list[Telling] = field(default_factory=list)
    when: TimeExpression | None = None
    title: str = ""  # the headline, where it tells this one best
    also: set[Span] = field(default_factory=set)  # further evidence: a headline, a day

    @property
    def words(self) -> frozenset[str]:
        return self.best.words

    @property
    def tellings(self) -> list[Telling]:
        return [self.best, *self.others]

    def absorb(self, other: Telling) -> None:
        self.others.append(other)
        if self.when is None or self.when.start is None:
            self.when = other.time or self.when


_BACKGROUND, _LONG_AGO = 0.7, 90  # what lies more than 90 days back is background
_MOST = 15  # events in a brief
_LINE = 100  # code points; 60 to 120 make no difference on Giveme5W1H, 140 costs 0.07 of `what`
_CONSIDERED = 32  # tellings compared pairwise; keeps long texts linear
_SHARED = 4  # content words that two tellings of one thing have in common at least
_SAME = 0.5  # share of the shorter one's content words that two tellings have in common,
_SAME_OF_LONGER = 0.25  # and of the longer one's
_SUPPORT = 2  # further sentences that back the headline's happening
_TIED = 2  # content words that tie such a sentence to it
_FOREMOST = 3  # happenings that look for their day elsewhere in the article


def happenings(
    text: str,
    sentences: Sequence[Sentence],
    times: Sequence[TimeExpression],
    places: Sequence[Place],
    entities: Sequence[Entity],
    headline: Span | str | None,
    told: Sequence[Told] | None = None,
    published: date | datetime | None = None,
) -> list[Happening]:
    """What the article tells of, each thing once, at most fifteen, the most newsworthy first.

    The happening of the headline (or of the lead) comes first. Speech counts for little:
    what people say belongs to the quotes. ``told`` is ``read_prose(text, sentences)`` where the
    caller has it already. Linear in the length of ``text``.
    """
    told = read_prose(text, sentences) if told is None else told
    day = published and _day(published)
    ground = Ground(text, told, times, places, entities, day)
    title = text[headline.start : headline.end] if isinstance(headline, Span) else headline or ""
    wanted = content_words(title[:400])
    skip = title_line(text, sentences)
    tellings: list[Telling] = []
    scores: list[tuple[float, int]] = []
    recent = _latest(times, day)
    rank = 0
    for t in told:
        if t.index != skip and t.usable and t.quoted <= MOSTLY_SPEECH and not t.quotes:
            for telling in ground.tellings(t):
                scores.append((-_score(telling, ground, rank, wanted, recent), len(tellings)))
                tellings.append(telling)
            rank += 1
    scores.sort()
    events = _merged([tellings[n] for _, n in scores[:_CONSIDERED]])
    _support(events, wanted)
    own = skip is not None or isinstance(headline, str)  # else the headline is one of the sentences
    if events and own:
        _head(events[0], " ".join(title.split()), text)
        if events[0].title and isinstance(headline, Span):
            events[0].also.add(sentences[skip or 0].span)
    if any(event.when is None for event in events[:_FOREMOST]):
        _date(events, Days(ground, tellings, day, title if own else ""))
    return [_happening(e, ground, day) for e in events[:_MOST]]


def _latest(times: Sequence[TimeExpression], published: date | None) -> date | None:
    """The day that the article is about, as far as its own times tell: the last past one."""
    days = (_day(t.start) for t in times if t.granularity in ("day", "time", "week") and t.start)
    return max((day for day in days if published is None or day <= published), default=None)


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _score(
    telling: Telling, ground: Ground, rank: int, wanted: frozenset[str], recent: date | None
) -> float:
    """News value: near the top, near the headline, dated, placed, done by somebody, not said."""
    t, pieces, when, words, weight = telling
    start = t.span.start
    places, mentions = ground.counts(start + pieces[0][0], start + pieces[-1][1])
    score = 3.0 / (1 + 0.3 * rank)
    if wanted:
        score += 4.0 * len(wanted & words) / len(wanted)
    if when is not None:
        score += 0.3 if when.granularity in ("year", "decade", "century") else 0.8
        if when.start is not None and recent is not None:
            score -= _BACKGROUND if (recent - _day(when.start)).days > _LONG_AGO else 0.0
    score += 0.4 if places else 0.0
    score += 0.2 * min(3, mentions)
    score -= 2.0 * t.quoted
    score -= 1.5 if t.aside else 0.0
    score -= 0.4 if not weight and t.verb == "says" else 0.0
    score -= weight
    return score - (1.0 if len(words) < 4 else 0.0)


def _merged(tellings: Sequence[Telling]) -> list[_Event]:
    """Two tellings of one thing become one, with the evidence, time and place of both."""
    kept: list[_Event] = []
    masks: list[int] = []
    # A bit for each word makes numbers of sets of words, whose common ones are counted at once.
    words = frozenset[str]().union(*(telling.words for telling in tellings))
    bits = dict(zip(words, map((1).__lshift__, count()), strict=False))
    for telling in tellings:
        mask = sum(map(bits.__getitem__, telling.words))
        for n, other in enumerate(masks):
            shared = (mask & other).bit_count()
            if shared >= _SHARED and _same(telling, kept[n], shared):
                kept[n].absorb(telling)
                break
        else:
            kept.append(_Event(telling, when=telling.time))
            masks.append(mask)
    return kept


def _same(a: Telling, b: _Event, shared: int) -> bool:
    if a.told.index == b.best.told.index:
        return False
    least, most = sorted((len(a.words), len(b.words)))
    if shared < _SAME * least or (shared < least and shared < _SAME_OF_LONGER * most):
        return False
    return _compatible(a.time, b.when)


def _compatible(a: TimeExpression | None, b: TimeExpression | None) -> bool:
    if a is None or b is None or a.start is None or b.start is None:
        return True
    (s1, e1), (s2, e2) = (_days(a), _days(b))
    return (s1 <= s2 and e2 <= e1) or (s2 <= s1 and e1 <= e2)


def _days(t: TimeExpression) -> tuple[str, str]:
    start = str(t.start)[:10]
    return start, (str(t.end)[:10] if t.end is not None else "9999-12-31")


def _support(events: Sequence[_Event], wanted: frozenset[str]) -> None:
    """The headline's happening gets the sentences that carry the rest of the headline's words."""
    if not events or not wanted:
        return
    first, missing, added = events[0], wanted - events[0].words, 0
    carrying = [event for event in events[1:] if not missing.isdisjoint(event.words)]
    for other in sorted(carrying, key=lambda e: -len(e.words & missing)):
        new = other.words & missing
        if new and len(other.words & first.words) >= _TIED:
            missing -= new
            added += 1
            first.others += other.tellings
            if added == _SUPPORT:
                break


def _head(event: _Event, title: str, text: str) -> None:
    """The headline tells its happening where the lead takes more than a line to."""
    if len(event.best.description(text)) > _LINE:
        told = frozenset[str]().union(*(t.told.words for t in event.tellings))
        event.title = title.removesuffix(".") if tells(title, told) else ""


def _date(events: Sequence[_Event], days: Days) -> None:
    """The foremost happenings, told without a day, take it from elsewhere in the article."""
    for event in events[:_FOREMOST]:
        day = days.of(event.best, content_words(event.title)) if event.when is None else None
        if day is not None:
            event.when = day.time
            event.also.add(day.evidence)


def _happening(event: _Event, ground: Ground, published: date | None) -> Happening:
    best, when = event.best, event.when
    tellings = event.tellings
    where, evidence = None, [t.told.span for t in tellings]
    for telling in tellings:
        where, before = ground.where(telling)
        if before is not None:
            evidence.append(before)
        if where is not None:
            break
    evidence += event.also
    members = dict.fromkeys(chain.from_iterable(map(ground.participants, tellings)))
    return Happening(
        description=event.title or best.description(ground.text),
        sentence=best.told.index,
        status=_status(best, ground.text, published),
        when=when,
        where=where,
        participants=tuple(members),
        evidence=tuple(evidence) if len(evidence) == 1 else _in_order(evidence),
    )


def _in_order(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Each but once, in order: by pairs of numbers, which compare at a fifth of the cost."""
    known = {(span.start, span.end): span for span in spans}
    return tuple(known[place] for place in sorted(known))


def _status(telling: Telling, text: str, published: date | None) -> Status:
    time, told = telling.time, telling.told.span
    if time is None:
        return status_of(telling.masked, None, open_ended=False)
    start, end = time.span.start, time.span.end
    to_come = to_come_of(time, published)
    status = status_of(
        telling.masked,
        max(0, start - telling.start),
        open_ended=time.start is not None and time.end is None,
        ahead=lambda: (
            to_come is not False and direction(text, start, end, told.start, told.end) == "future"
        ),
    )
    # What lies behind the day of publication has not happened, whatever the verb: "would adopt it".
    return "planned" if to_come and status == "happened" else status
