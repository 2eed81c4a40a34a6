"""Tellings: each sentence taken apart into what it tells of, with its time and place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from newsbrief.analysis.events import clauses
from newsbrief.analysis.events.attributed import without_attribution
from newsbrief.analysis.events.finite import has_verb
from newsbrief.analysis.events.placing import place_in
from newsbrief.analysis.events.prose import Told, content_words
from newsbrief.analysis.events.status import status_of
from newsbrief.analysis.events.tidying import tidy, without_label
from newsbrief.analysis.events.timing import choose, timed
from newsbrief.analysis.events.undated import ASIDE
from newsbrief.analysis.events.verbs import is_happening, tense_of
from newsbrief.analysis.names.entities import Entity
from newsbrief.analysis.names.places import Place
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.times.finding import TimeExpression
from newsbrief.span import Span

Pieces = tuple[tuple[int, int], ...]


@dataclass(slots=True, eq=False)  # read in 0.3 of a named tuple's instructions, 600 times
class Telling:
    """A main clause, or a clause inside one that has a time of its own."""

    told: Told
    pieces: Pieces  # offsets into the sentence, joined they read as one clause
    masked: str  # so joined, quoted passages blanked
    time: TimeExpression | None
    words: frozenset[str]
    weight: float  # how much less an inner clause counts than the sentence around it

    @property
    def start(self) -> int:
        return self.told.span.start + self.pieces[0][0]

    @property
    def end(self) -> int:
        return self.told.span.start + self.pieces[-1][1]

    def description(self, text: str) -> str:
        start = self.told.span.start
        if len(self.pieces) == 1:
            return tidy(text[without_label(text, self.start) : self.end])
        return tidy("".join(text[start + a : start + b] for a, b in self.pieces))


class Ground:
    """Times, places and entities of an article, to be had by sentence."""

    def __init__(
        self,
        text: str,
        told: Sequence[Told],
        times: Sequence[TimeExpression],
        places: Sequence[Place],
        entities: Sequence[Entity],
        published: date | None = None,
    ) -> None:
        self.published = published
        self.text, self.told, self.times, self.places = text, told, times, places
        self.entities = entities
        self.row_starts = [t.span.start for t in told]
        self.times_in: dict[int, list[TimeExpression]] = {}  # by where their rows begin
        for time in times:
            row = self.row_at(time.span.start)
            if row is not None:
                self.times_in.setdefault(row.span.start, []).append(time)
        self.place_starts = [p.span.start for p in places]
        mentions = [(s.start, n) for n, e in enumerate(entities) for s in e.mentions]
        mentions.sort()
        self.mention_starts = [m[0] for m in mentions]
        self.mentions = [m[1] for m in mentions]

    def tellings(self, t: Told) -> list[Telling]:
        """What one sentence tells of: its main clause, and clauses with a time of their own."""
        times = self.times_of(t)
        if not times:
            whole = _whole(t, None, ())
            return [] if whole is None else [whole]
        main, inner = timed(t, times)
        time = choose(t.masked, t.span.start, main, self.published)
        inner = [one for one in inner if _is_told(t, *one)]
        whole = _whole(t, time, [c for c, _ in inner])
        found = [] if whole is None else [whole]
        for clause, at in inner:
            masked = t.masked[clause.start : clause.end]
            if (t.torn and "\0" in masked) or _is_whole(whole, clause) or _OPENS.match(masked):
                continue
            if clause.kind == "reduced" and whole is not None and _is_off(whole):
                continue  # "The concert, set for Saturday, has been cancelled"
            if len(masked) >= _SHORTEST_INNER and has_verb(masked):
                pieces = self._pieces(t, clause)
                told = _joined(t, pieces)
                words = content_words(told)
                found.append(Telling(t, pieces, told, at, words, _INNER[clause.kind]))
        return found

    def _pieces(self, t: Told, clause: clauses.Clause) -> Pieces:
        start, end = clause.start, clause.end
        if clause.pronoun is None:
            return ((start, end),)
        cut, on = clause.pronoun
        if clause.kind != "where":
            return (start, cut), (on, end)
        # "Oslo, where two men died": the place is told by itself.
        return ((on if self._antecedent(t.span.start + on) else start, end),)

    def counts(self, telling: Telling) -> tuple[int, int]:
        """How many places and mentions of entities lie in it."""
        offset, pieces = telling.told.span.start, telling.pieces
        start, end = offset + pieces[0][0], offset + pieces[-1][1]
        places, mentions = self.place_starts, self.mention_starts
        first, one = bisect_left(places, start), bisect_left(mentions, start)
        return bisect_left(places, end, first) - first, bisect_left(mentions, end, one) - one

    def participants(self, *tellings: Telling) -> tuple[int, ...]:
        """Indexes of the entities that they name, in order."""
        named: list[int] = []
        for telling in tellings:
            offset = telling.told.span.start
            for start, end in telling.pieces:
                named += self.named_in(offset + start, offset + end)
        return tuple(dict.fromkeys(named))

    def people_in(self, telling: Telling) -> frozenset[str]:
        """The small-letter names, word by word, of the persons it names."""
        named = map(self.entities.__getitem__, self.participants(telling))
        people = (entity.name.lower().split() for entity in named if entity.kind == "person")
        return frozenset(chain.from_iterable(people))

    def named_in(self, start: int, end: int) -> Sequence[int]:
        """Indexes of the entities mentioned in ``[start, end)``, one for each mention."""
        low = bisect_left(self.mention_starts, start)
        return self.mentions[low : bisect_left(self.mention_starts, end, low)]

    def mentions_in(self, start: int, end: int) -> list[tuple[int, int]]:
        """Where an entity is mentioned in ``[start, end)``, and its index."""
        low = bisect_left(self.mention_starts, start)
        high = bisect_left(self.mention_starts, end, low)
        return list(zip(self.mention_starts[low:high], self.mentions[low:high], strict=True))

    def _place(self, start: int, end: int) -> Span | None:
        return place_in(self.text, self.places, self.place_starts, self._is_said, start, end)

    def where(self, telling: Telling) -> tuple[Span | None, Span | None]:
        """The first place of the telling; of the sentence before, where this one goes on about
        it, with that sentence."""
        t = telling.told
        offset, parts = t.span.start, _without_asides(t.masked, telling.pieces)
        found = (self._place(offset + start, offset + end) for start, end in parts)
        place = next(filter(None, found), None) or self._antecedent(telling.start)
        if place is None and t.index and self._goes_on(t):
            before = self._row_before(t)
            near = before.usable and before.span.end + 3 > t.span.start
            if near and not any(time.granularity in _LONG_AGO for time in self.times_of(before)):
                place = self._place(before.span.start, before.span.end)
                return place, before.span if place else None
        return place, None

    def _antecedent(self, start: int) -> Span | None:
        """The place that a clause at ``start`` tells of: "in Oslo, where two men died"."""
        end = start - len(_WHERE)
        if end < 0 or not self.text.startswith(_WHERE, end):
            return None
        at = bisect_left(self.place_starts, end) - 1
        return self.places[at].span if at >= 0 and self.places[at].span.end == end else None

    def _is_said(self, at: int) -> bool:
        row = self.row_at(at)
        return row is not None and row.hides(at)

    def _goes_on(self, t: Told) -> bool:
        """Whether it tells on of what the sentence before told: "It happened", "The meeting ended",
        "He died"; not what a party did elsewhere: "The group reported a loss", "She has left"."""
        if not t.masked.lstrip().startswith(_GOING_ON):  # three of four
            return False
        first, *words = t.masked.split(None, _SUBJECT)[:_SUBJECT]
        if first in _POINTING:
            return any(map(is_happening, (word.rstrip(",.;:") for word in words)))
        if first == "It":
            return not _OCCURS.isdisjoint(words)
        return first in _PERSONS and tense_of(t.masked) == "past"

    def times_of(self, t: Told) -> Sequence[TimeExpression]:
        """The times that begin in a row."""
        return self.times_in.get(t.span.start, ())

    def row_at(self, at: int) -> Told | None:
        """The row in which ``at`` lies."""
        n = bisect_right(self.row_starts, at) - 1
        return self.told[n] if n >= 0 and at < self.told[n].span.end else None

    def end_before(self, t: Told) -> int:
        """Where the row before ends; 0 for the first."""
        at = bisect_left(self.row_starts, t.span.start)
        return self.told[at - 1].span.end if at else 0

    def number_of(self, t: Told) -> int:
        """Which of the rows it is."""
        return bisect_left(self.row_starts, t.span.start)

    def _row_before(self, t: Told) -> Told:
        return self.told[self.number_of(t) - 1]


def _without_asides(masked: str, pieces: Pieces) -> Sequence[tuple[int, int]]:
    """The pieces without what only says who somebody is; then all of them."""
    if ", " not in masked:
        return pieces
    found = []
    for start, end in pieces:
        at = start
        for aside in ASIDE.finditer(masked, start, end):
            found.append((at, aside.start()))
            at = aside.end()
        found.append((at, end))
    return pieces if len(found) == len(pieces) else (*found, *pieces)


def _is_told(t: Told, clause: clauses.Clause, at: TimeExpression) -> bool:
    """Whether a clause tells of something by itself: not "the laws, which he signed in May"; "a
    poll released on Monday" (27 of 30 tell of nothing) only between commas, its day right behind
    the participle: "the gates, ordered in 2022,"."""
    if clause.kind == "relative":
        due = " had been " in t.masked and _WAS_TO_BE.search(t.masked, clause.start, clause.end)
        return clause.pronoun is not None and not due
    if clause.kind != "reduced":
        return True
    if clause.removable is None:
        return False
    words = t.masked[clause.removable[0] : at.span.start - t.span.start].split()
    return len(words) <= _BESIDE


_WAS_TO_BE = Lazy(r" had been (?:due|expected|scheduled|set|slated|supposed|meant) to\b")


def _is_off(whole: Telling) -> bool:
    return status_of(whole.masked, None, open_ended=False) == "cancelled"


_OPENS = Lazy(r"[Bb]eing\b|[Hh]aving\b")  # "after being elected in 2012"


def _is_whole(whole: Telling | None, clause: clauses.Clause) -> bool:
    """Whether the main clause, which says nothing without the other, is told with it."""
    cut = clause.removable if clause.kind == "relative" else None
    return cut is not None and any(
        start <= cut[0] and cut[1] <= end for start, end in (whole.pieces if whole else ())
    )


def _whole(t: Told, time: TimeExpression | None, inner: Sequence[clauses.Clause]) -> Telling | None:
    if t.verb is None:
        return None
    start, end = without_attribution(t.masked)
    if t.torn:  # "She knows it." The mayor resigned: the tail of a passage, then a sentence
        tail = _TAIL.match(t.masked)
        if tail is None or t.masked.endswith("\0"):
            return None
        start = tail.end()
    if start == 0 and end == len(t.masked) and not inner:
        return Telling(t, ((0, end),), t.masked, time, t.words, 0.0)
    pieces, at = [], start
    for cut in sorted(c.removable for c in inner if c.removable):
        if at + _SHORTEST < cut[0] < end <= cut[1] + 1:  # the second half, to the closing point
            end = cut[0]
        elif at < cut[0] and cut[1] < end:
            pieces.append((at, cut[0]))
            at = cut[1]
    pieces.append((at, end))
    if end - start < _SHORTEST:
        return None
    told = _joined(t, pieces)
    if len(pieces) > 1 and not has_verb(told):
        pieces, told = [(start, end)], t.masked[start:end]
    words = t.words if len(told) == len(t.masked) else content_words(told)
    return Telling(t, tuple(pieces), told, time, words, 0.0)


def _joined(t: Told, pieces: Sequence[tuple[int, int]]) -> str:
    return "".join([t.masked[start:end] for start, end in pieces])


_BESIDE = 3  # the comma, "ordered" and "in"
_TAIL = Lazy(r"\0+ (?=[A-Z])")
_SHORTEST, _SHORTEST_INNER = 20, 12  # code points
_INNER = {"relative": 1.0, "where": 1.0, "reduced": 1.0, "adverbial": 0.6, "second": 0.6}
_LONG_AGO = frozenset(("year", "decade", "century"))  # a life told, which goes on elsewhere
_WHERE = ", where "
_POINTING = ("The", "This", "That", "These")
_PERSONS = ("He", "She", "They")
_GOING_ON = (*_POINTING, "It", *_PERSONS)
_SUBJECT = 4  # words in which the noun of a subject stands
_OCCURS = frozenset("happened occurred began started ended came took lasted followed was".split())
