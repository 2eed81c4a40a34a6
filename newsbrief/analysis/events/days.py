"""The day of a happening whose own sentence names none, by the conventions of news writing.

Every day comes from words of the article; of news for which no rule finds any, the tense tells
(`newsbrief.analysis.events.undated`). Of the three foremost happenings of each of 840 articles
of PolNeAR, 130 get theirs so; of the 98 looked at, 81 did happen on it. Two rules that were right
in half of the cases are not here: "the only day named in the article" and "the last one before
publication".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from newsbrief.analysis.events.merging import compatible
from newsbrief.analysis.events.prose import MOSTLY_SPEECH, Told, content_words
from newsbrief.analysis.events.tellings import Ground, Telling
from newsbrief.analysis.events.undated import of_these_days, says_again
from newsbrief.analysis.events.verbs import deeds, deeds_named, reports, tense_of
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.times.finding import TimeExpression
from newsbrief.analysis.times.tense import direction
from newsbrief.span import Span


class Day(NamedTuple):
    """A time that names a day, and the words that tell of it."""

    time: TimeExpression
    evidence: Span


_LEAD = 2  # usable sentences that may be the lead
_NEAR = 3  # usable sentences after a lead that still tell of its day
_TIED = 2  # content words that tie two sentences to one happening
_AGAIN = 5  # usable sentences after a lead that may give the day of what it tells
_ONCE = frozenset("die shoot derail resign arrest".split())
_RESULTS = frozenset("dead missing injured wounded hurt homeless trapped stranded".split())
_DATELINE = 40  # code points between the day in a dateline and the sentence behind it
_BESIDE = 60  # code points between a verb of speech and the name of the speaker
_SIGNATURE = 90  # code points
_NAME = 4  # letters of a word that make it a party's name within a handle

_ELSEWHEN_WORDS = "recent previous earlier once ago year month week decade".split()
_ELSEWHEN = Lazy(
    r"\b(?:recently|previously|earlier|once(?! again)|ago|years?|months?|weeks?|decades?)\b"
)
# "Jailed for four years" says for how long, and not when.
_SENTENCE = Lazy(
    r"\b(?:jailed|sentenced|imprisoned|banned|suspended|disqualified)\b[^,.;]{0,50}?"
    r"\b(?:years?|months?|weeks?)\b"
)
_DESCRIBED = Lazy(
    r"(['’]s?)?((?: (?!(?:in|on|at|of|for|to|with|by|and|or|that|which|who|was|were|is|are|has|had|"
    r"how|when|where|as|after|before)\b)[\w’'-]+){1,4})"
)
_DETERMINED = Lazy(r"\b(?:[Tt]he|an?|[Tt]his|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|\w['’]s) $")
_SIGNED = Lazy(r"[\w.’' -]{0,40}\(@(\w{1,30})\)(?: on)? $")
_SAID = Lazy(r"\b(?:said|told|added|wrote|tweeted|argued|insisted|claimed|warned)\b")
_PRONOUN = Lazy(r"\b(?:he|she|they|it)\b")
_REACTION = content_words(
    "react anger angry outrage fury furious backlash blame controversy criticise criticize "
    "criticism mock slam blast fan fans twitter tweet social celebrate tribute mourn praise "
    "complain upset joke disappoint"
)


def is_day(time: TimeExpression | None) -> bool:
    """Whether ``time`` is resolved to a day, or to some days in a row."""
    return (
        time is not None
        and time.start is not None
        and time.end is not None
        and time.granularity in ("day", "time")
    )


class Days:
    """Where an article names the days of what it tells."""

    def __init__(
        self, ground: Ground, tellings: Sequence[Telling], published: date | None, title: str = ""
    ) -> None:
        self.ground, self.published, self.title = ground, published, title
        self.text = ground.text
        self.dated = [t for t in tellings if not t.weight and is_day(t.time)]
        self.named = [time for time in ground.times if is_day(time)]
        self.fresh = [time for time in self.named if self._is_fresh(time)]
        self.rows = [t for t in ground.told if t.usable]

    def of(self, telling: Telling, headline: frozenset[str]) -> Day | None:
        """The day on which ``telling`` happened, from words elsewhere in the article.

        ``headline`` are the content words of the headline, where it tells the same. ``None``
        where its own sentence speaks of a time, where its verb tells of what is to come or had
        been before, and where no rule holds.
        """
        if self._has_a_time(telling):
            return next(self._cause(telling), None)
        return next(self._days(telling, headline), None)

    def _days(self, telling: Telling, headline: frozenset[str]) -> Iterator[Day]:
        tense = tense_of(telling.masked)
        lead = next((n for n, t in enumerate(self.rows[:_LEAD]) if t is telling.told), None)
        # "has resigned" is news in a lead; further down "has" mostly tells of a state.
        if tense == "past" or (tense == "perfect" and lead is not None):
            yield from self._noun(telling)
            yield from self._dateline(telling)
            if tense == "past":
                yield from self._narrative(telling)
            if lead is not None:
                yield from self._after_the_lead(telling, self.rows[lead + 1 : lead + 1 + _NEAR])
                yield from self._told_again(telling, self.rows[lead + 1 : lead + 1 + _AGAIN])
            yield from self._speech(telling)
        yield from self._post(telling, headline)
        if lead is not None:
            yield from self._these_days(telling)

    def _has_a_time(self, telling: Telling) -> bool:
        """Whether the sentence has a time that was not taken for its day, or hints at one."""
        return _is_elsewhen(telling.masked) or any(
            time.granularity not in ("year", "decade", "century")
            and not telling.told.hides(time.span.start)
            for time in self.ground.times_of(telling.told)
        )

    def _noun(self, telling: Telling) -> Iterator[Day]:
        """ "After Thursday's meeting": the happening, by its noun."""
        done: frozenset[str] | None = None
        for time in self.named:
            start = time.span.start
            m = _DESCRIBED.match(self.text, time.span.end)
            if m and (m[1] or _DETERMINED.search(self.text, max(0, start - 8), start)):
                done = deeds(telling.masked) if done is None else done
                told = None if done.isdisjoint(deeds_named(m[2])) else self.ground.row_at(start)
                if told and told.usable and _shared(told, telling) >= _TIED:
                    yield from self._day(time, told)

    def _dateline(self, telling: Telling) -> Iterator[Day]:
        """ "LONDON, March 3 (Reuters) -": what the sentence behind it tells is that day's."""
        at, low = telling.told.span.start, self.ground.end_before(telling.told)
        for time in self.named:
            start, end = time.span.start, time.span.end
            if not low <= start < end <= at < end + _DATELINE:
                continue
            if not _SIGNED.search(self.text, max(0, start - _SIGNATURE), start):
                yield Day(time, time.span)

    def _narrative(self, telling: Telling) -> Iterator[Day]:
        """The sentence before is dated, and both are in the simple past: the story goes on."""
        for t in self.dated:
            if t.told.index == telling.told.index - 1 and tense_of(t.masked) == "past":
                if not compatible(t.time, None, self.published):
                    continue  # "He killed her last November. Jurors took two hours."
                yield from self._day(t.time, t.told)

    def _after_the_lead(self, telling: Telling, near: Sequence[Told]) -> Iterator[Day]:
        """The lead leaves the day of publication, or the one before, to the next sentences."""
        for told in near:
            spoken = told.quoted > MOSTLY_SPEECH  # "...," she told donors on Saturday
            if spoken:
                times = [t for t in self.ground.times_of(told) if not told.hides(t.span.start)]
            else:
                times = [t.time for t in self.dated if t.told is told and t.time is not None]
            if not times or times[0] not in self.fresh:
                continue
            tied = len(told.words & telling.words) >= _TIED
            if spoken:
                tied = bool(_PRONOUN.search(told.masked) or _shared(told, telling))
            if tied:
                yield from self._day(times[0], told)

    def _told_again(self, telling: Telling, near: Sequence[Told]) -> Iterator[Day]:
        """A lead of what is done but once, and the day that the story gives it: "has died", "he
        died at home on Sunday"."""
        done = deeds(telling.masked) & _ONCE
        for t in self.dated if done else ():
            again = t.told in near and not done.isdisjoint(deeds(t.masked) | _death(t.masked))
            if again and compatible(t.time, None, self.published):
                yield from self._day(t.time, t.told)

    def _cause(self, telling: Telling) -> Iterator[Day]:
        """Deaths on the day of what they came after: "Two died after a ferry sank on Friday"."""
        masked, offset = telling.told.masked, telling.told.span.start
        after = masked.find(" after ")
        before = masked[:after] if after > 0 else ""
        if "die" in deeds(before) or not _RESULTS.isdisjoint(before.split()):
            for time in self.ground.times_of(telling.told):
                late = time.span.start > offset + after and not telling.told.hides(time.span.start)
                if late and is_day(time) and compatible(time, None, self.published):
                    yield from self._day(time, telling.told)

    def _speech(self, telling: Telling) -> Iterator[Day]:
        """A lead of what somebody says: the one recent day on which the same party speaks."""
        speaker = next(iter(self.ground.participants(telling)), None)
        if speaker is None or not self.fresh or not reports(telling.masked):
            return
        found: list[Day] = []
        for time in self.fresh:
            told = self.ground.row_at(time.span.start)
            if told is None or not told.usable or told.hides(time.span.start):
                continue
            cue = _SAID.search(told.masked)
            at = told.span.start + cue.start() if cue else 0
            if cue and speaker in self.ground.named_in(max(0, at - _BESIDE), at + _BESIDE):
                found += self._day(time, told)
        if len({str(day.time.start)[:10] for day in found}) == 1:
            yield found[0]

    def _post(self, telling: Telling, headline: frozenset[str]) -> Iterator[Day]:
        """How people reacted, or what somebody did who posted it: the day of most such posts.

        A post of the police or of a city tells of others' deeds, and after them.
        """
        if "@" not in self.text:
            return
        reacted = not _REACTION.isdisjoint(telling.words | headline)
        people = self.ground.people_in(telling)
        found: dict[str, list[Day]] = {}
        for time in self.fresh:
            start = time.span.start
            m = _SIGNED.search(self.text, max(0, start - _SIGNATURE), start)
            if m and (reacted or any(len(w) >= _NAME and w in m[1].lower() for w in people)):
                day = Day(time, Span(m.start(), time.span.end))
                found.setdefault(str(time.start)[:10], []).append(day)
        if found:
            yield max(found.values(), key=len)[0]

    def _these_days(self, telling: Telling) -> Iterator[Day]:
        """A lead that says what the headline says: today or yesterday, by its tense."""
        if self.published is None or not self.title or telling.told.aside:
            return
        told, (start, end) = telling.told, (telling.pieces[0][0], telling.pieces[-1][1])
        if says_again(self.title, told.words):
            masked = told.masked[start:end]
            time = of_these_days(masked, told.span.start + start, self.published)
            if time is not None:
                yield Day(time, told.span)

    def _is_fresh(self, time: TimeExpression) -> bool:
        """Whether it is the day of publication or the one before."""
        if self.published is None or time.start is None:
            return False
        day = date(time.start.year, time.start.month, time.start.day)
        return (self.published - day).days in (0, 1)

    def _day(self, time: TimeExpression | None, told: Told) -> Iterator[Day]:
        """That day, unless the verbs around it speak of what is to come."""
        if time is not None:
            start, end = time.span.start, time.span.end
            way = direction(self.text, start, end, told.span.start, told.span.end)
            if way != "future":
                yield Day(time, told.span)


def _death(masked: str) -> frozenset[str]:
    """That somebody died, as the subject tells: "Her death, on Friday, was confirmed"."""
    return _DIED & deeds_named(" ".join(masked.split(None, 2)[:2]).strip(","))


_DIED = frozenset(("die",))


def _is_elsewhen(masked: str) -> bool:
    low = masked.lower()
    if not any(map(low.__contains__, _ELSEWHEN_WORDS)):
        return False
    return _ELSEWHEN.search(_SENTENCE.sub("", low)) is not None


def _shared(told: Told, telling: Telling) -> int:
    """How many content words a sentence has outside quotation marks that ``telling`` has too."""
    return len(content_words(told.masked) & telling.words)
