"""Happenings: what the article tells of, one item each, the most newsworthy first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from newsbrief.analysis.events.days import Days
from newsbrief.analysis.events.headline import tells
from newsbrief.analysis.events.merging import Event, compatible, merged
from newsbrief.analysis.events.newsless import ADDRESSED, tells_of_news
from newsbrief.analysis.events.placing import headed
from newsbrief.analysis.events.pronouns import meant
from newsbrief.analysis.events.prose import MOSTLY_SPEECH, Told, content_words, read_prose
from newsbrief.analysis.events.status import Status, acts_before, status_of
from newsbrief.analysis.events.tellings import Ground, Telling
from newsbrief.analysis.events.timing import to_come_of
from newsbrief.analysis.names.entities import Entity
from newsbrief.analysis.names.places import Place
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.text.sentences import Sentence
from newsbrief.analysis.times.dates import day_of
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


_BACKGROUND, _LONG_AGO = 0.7, 90  # what lies more than 90 days back is background
_MOST = 15  # events in a brief
_LINE = 100  # code points; 60 to 120 make no difference on Giveme5W1H, 140 costs 0.07 of `what`
_CONSIDERED = 32  # tellings compared pairwise; keeps long texts linear
_SUPPORT = 2  # further sentences that back the headline's happening
_TIED = 2  # content words that tie such a sentence to it
_TIGHTLY = 4  # the same where whoever else it names takes part: 22 of 46, below that 12 of 50
_WAS = (" was being ", " were being ")
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
    day = published and day_of(published)
    ground = Ground(text, told, times, places, entities, day)
    title = text[headline.start : headline.end] if isinstance(headline, Span) else headline or ""
    wanted = content_words(title[:400])
    tellings: list[Telling] = []
    scores: list[tuple[float, int]] = []
    about = day or _latest(times)
    own = None  # the text's own headline
    rank = 0
    for t in told:
        if t.title:
            own = sentences[t.index].span
        elif t.usable and t.quoted <= MOSTLY_SPEECH and not (t.quotes or (t.aside and t.asks)):
            for telling in ground.tellings(t):
                named = ground.counts(telling)
                if rank and not _is_news(telling, any(named)):
                    continue
                scores.append((-_score(telling, named, rank, wanted, about), len(tellings)))
                tellings.append(telling)
            rank += 1
    scores.sort()
    events = merged([tellings[n] for _, n in scores[:_CONSIDERED]], about)
    _support(events, wanted, ground)
    headed = own is not None or isinstance(headline, str)  # else one of the sentences is headline
    if events and headed:
        _head(events[0], " ".join(title.split()), text)
        if events[0].title and own is not None and isinstance(headline, Span):
            events[0].also += (own,)
    if any(event.when is None for event in events[:_FOREMOST]):
        _date(events, Days(ground, tellings, day, title if headed else ""))
    return [_happening(e, ground, day, about) for e in events[:_MOST]]


def _is_news(telling: Telling, named: bool) -> bool:
    """Whether it tells of something that happened. What the writer or a partner of a talk says as
    "I" or to "you" does not where it has no time: of 45 such events in PolNeAR 3 were news."""
    t = telling.told
    if t.aside and (telling.time is None or telling.masked.startswith(ADDRESSED)):
        # "told our correspondent that he had lost his wife", "the Our Oslo party"
        others = _TO_US.search(telling.masked)
        if others is None or not _SPEAKING.isdisjoint(telling.masked.split()):
            return False
    return telling.time is not None or tells_of_news(telling.masked, named, t.modal)


_TO_US = Lazy(r"\btold (?:me|us|our)\b|\bOur [A-Z]")
_SPEAKING = frozenset(
    "I we We you You I'm I’m I've I’ve we're we’re we've we’ve you're you’re We're We’re".split()
)


def _latest(times: Sequence[TimeExpression]) -> date | None:
    """The day that an article of unknown date is about, as far as its times tell: the last one."""
    days = (day_of(t.start) for t in times if t.granularity in ("day", "time", "week") and t.start)
    return max(days, default=None)


def _score(
    telling: Telling,
    named: tuple[int, int],
    rank: int,
    wanted: frozenset[str],
    about: date | None,
) -> float:
    """News value: near the top, near the headline, dated, placed, done by somebody, not said.
    ``named`` counts the places and the mentions of parties in it."""
    t, when, words = telling.told, telling.time, telling.words
    places, mentions = named
    score = 3.0 / (1 + 0.3 * rank)
    if wanted:
        score += 4.0 * len(wanted & words) / len(wanted)
    if when is not None:
        score += 0.3 if when.granularity in ("year", "decade", "century") else 0.8
        if when.start is not None and about is not None:
            score -= _BACKGROUND if (about - day_of(when.start)).days > _LONG_AGO else 0.0
    score += 0.4 if places else 0.0
    score += 0.2 * min(3, mentions)
    score -= 2.0 * t.quoted
    score -= 1.5 if t.aside else 0.0
    score -= 0.4 if not telling.weight and t.verb == "says" else 0.0
    score -= telling.weight
    return score - (1.0 if len(words) < 4 else 0.0)


def _support(events: Sequence[Event], wanted: frozenset[str], ground: Ground) -> None:
    """The headline's happening gets the sentences that carry the rest of the headline's words, and
    of those whom they name whom the headline names: who voted against a delay delayed nothing."""
    if not events or not wanted:
        return
    first, missing, added = events[0], wanted - events[0].words, 0
    carrying = [event for event in events[1:] if not missing.isdisjoint(event.words)]
    for other in sorted(carrying, key=lambda e: -len(e.words & missing)):
        new = other.words & missing
        if new and len(other.words & first.words) >= _TIED:
            missing -= new
            added += 1
            first.backing += other.tellings
            first.named += tuple(
                n
                for n in ground.participants(*other.tellings)
                if not wanted.isdisjoint(content_words(ground.entities[n].name))
                or len(other.words & first.words) >= _TIGHTLY
            )
            if added == _SUPPORT:
                break


def _head(event: Event, title: str, text: str) -> None:
    """The headline tells its happening where the lead takes more than a line to."""
    if len(event.best.description(text)) > _LINE:
        told = frozenset[str]().union(*(t.told.words for t in event.tellings))
        event.title = title.removesuffix(".") if tells(title, told) else ""


def _date(events: Sequence[Event], days: Days) -> None:
    """The foremost happenings, told without a day, take it from elsewhere in the article."""
    for event in events[:_FOREMOST]:
        day = days.of(event.best, content_words(event.title)) if event.when is None else None
        if day is not None:
            event.when = day.time
            event.also += (day.evidence,)


def _happening(
    event: Event, ground: Ground, published: date | None, about: date | None
) -> Happening:
    best, when = event.best, event.when
    status = _status(best, ground.text, published)
    if status == "ongoing" and when is not None and to_come_of(when, published):
        when = None  # "is raising money for a march in May"
    tellings = event.tellings
    where, evidence = None, [t.told.span for t in tellings]
    for telling in tellings:
        if telling is not best and not compatible(telling.time, when, about):
            continue
        where, before = ground.where(telling)
        if before is not None:
            evidence.append(before)
        if where is not None:
            break
    if event.title:
        where = headed(event.title, ground.text, ground.places, where)
    evidence += event.also
    return Happening(
        description=event.title or best.description(ground.text),
        sentence=best.told.index,
        status=_headlined(event.title, status),
        when=when,
        where=where,
        participants=_participants(ground, event),
        evidence=tuple(evidence) if len(evidence) == 1 else _in_order(evidence),
    )


def _headlined(title: str, status: Status) -> Status:
    """``status`` of what a headline tells: in the simple present of something done, whatever the
    lead goes on about ("Mayor calls for calm"), in the infinitive of a plan ("Mayor to resign")."""
    words = title.lower().split()
    if status != "ongoing" or not words or not _GOING_ON.isdisjoint(words):
        return status
    before = words[: words.index("to")] if "to" in words else ["plans"]
    if not any(len(word) > 3 and word.isalpha() and word.endswith(_OF_VERBS) for word in before):
        return "planned"
    return "ongoing" if any(word.endswith("ing") for word in words) else "happened"


_OF_VERBS = ("s", "ed")
_GOING_ON = frozenset(
    "is are still continue continues remain remains under amid keeps keep want wants prefer "
    "prefers hold holds lead leads need needs seek seeks face faces struggle struggles".split()
)


def _participants(ground: Ground, event: Event) -> tuple[int, ...]:
    """Those named, and first of all whom the "he" that opens the best telling stands for."""
    named = (*ground.participants(event.best, *event.others), *event.named)
    named = tuple(dict.fromkeys(named)) if event.named else named
    one = meant(ground, event.best)
    return named if one is None or one in named else (one, *named)


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
    if status == "ongoing" and to_come is False and any(map(telling.masked.__contains__, _WAS)):
        return "happened"  # "was being withdrawn on Monday"
    # What lies behind the day of publication has not happened, whatever the verb: "would adopt it".
    if status == "happened" and time.start is None and time.end is not None:
        to_come = (  # "have until 15 August to reply"
            published is not None
            and day_of(time.end) > published
            and not acts_before(telling.masked, len(telling.masked))
        )
    return "planned" if to_come and status == "happened" else status
