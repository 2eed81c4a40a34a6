"""Tellings: each sentence taken apart into what it tells of, with its time and place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from newsbrief.analysis.events import clauses
from newsbrief.analysis.events.prose import Told, content_words
from newsbrief.analysis.events.status import first_verb
from newsbrief.analysis.names.entities import Entity
from newsbrief.analysis.names.places import Place
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.times.finding import TimeExpression
from newsbrief.span import Span


class Telling(NamedTuple):
    """A main clause, or a clause inside one that has a time of its own."""

    told: Told
    pieces: tuple[tuple[int, int], ...]  # offsets into the sentence, joined they read as one clause
    time: TimeExpression | None
    words: frozenset[str]
    weight: float  # how much less an inner clause counts than the sentence around it

    @property
    def masked(self) -> str:
        return "".join(self.told.masked[a:b] for a, b in self.pieces)

    @property
    def span(self) -> Span:
        start = self.told.span.start
        return Span(start + self.pieces[0][0], start + self.pieces[-1][1])

    def description(self, text: str) -> str:
        start = self.told.span.start
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
    ) -> None:
        self.text, self.told, self.times, self.places = text, told, times, places
        self.row_starts = [t.span.start for t in told]
        self.time_starts = [t.span.start for t in times]
        self.place_starts = [p.span.start for p in places]
        mentions = sorted((s.start, n) for n, e in enumerate(entities) for s in e.mentions)
        self.mention_starts = [m[0] for m in mentions]
        self.mentions = [m[1] for m in mentions]

    def tellings(self, t: Told) -> list[Telling]:
        """What one sentence tells of: its main clause, and clauses with a time of their own."""
        main, inner = self._timed(t)
        found = [] if (whole := _whole(t, main, [c for c, _ in inner])) is None else [whole]
        for clause, time in inner:
            masked = t.masked[clause.start : clause.end]
            if len(masked) >= _SHORTEST_INNER and first_verb(masked.split()) is not None:
                words = content_words(masked)
                span = (clause.start, clause.end)
                found.append(Telling(t, (span,), time, words, _INNER[clause.kind]))
        return found

    def _timed(
        self, t: Told
    ) -> tuple[list[TimeExpression], list[tuple[clauses.Clause, TimeExpression]]]:
        """The times of the main clause, and the inner clauses with theirs."""
        offset = t.span.start
        low = bisect_left(self.time_starts, offset)
        high = bisect_left(self.time_starts, t.span.end)
        main: list[TimeExpression] = []
        weak: list[TimeExpression] = []
        inner: list[tuple[clauses.Clause, TimeExpression]] = []
        joints = clauses.joints_of(t.masked) if low < high else []
        for time in self.times[low:high]:
            start, end = time.span.start - offset, time.span.end - offset
            if t.masked[start] == "\0":
                continue
            if _attributive(t.masked, start, end, time.granularity):
                if _DATES_CLAUSE.search(t.masked, max(0, start - 12), start):
                    weak.append(time)
                continue
            if _in_contact_clause(t.masked, start):
                continue
            clause = clauses.clause_of(t.masked, joints, start, end)
            if clause is None:
                main.append(time)
            elif not any(c.start < clause.end and clause.start < c.end for c, _ in inner):
                inner.append((clause, time))
        # "a landmark since 1884" describes; where a clause has another time, that one dates it.
        main.sort(key=lambda time: time.start is not None and time.end is None)
        if main and weak and main[0].granularity in _VAGUE:
            main = weak
        return main or weak, inner

    def counts(self, span: Span) -> tuple[int, int]:
        """How many places and mentions of entities lie in ``span``."""
        places, mentions = (
            bisect_left(starts, span.end) - bisect_left(starts, span.start)
            for starts in (self.place_starts, self.mention_starts)
        )
        return places, mentions

    def participants(self, telling: Telling) -> tuple[int, ...]:
        """Indexes of the entities it names, in order."""
        found: dict[int, None] = {}
        offset = telling.told.span.start
        for start, end in telling.pieces:
            low = bisect_left(self.mention_starts, offset + start)
            high = bisect_left(self.mention_starts, offset + end)
            found.update(dict.fromkeys(self.mentions[low:high]))
        return tuple(found)

    def _place(self, span: Span) -> Span | None:
        """The first place inside ``span`` that something is said to be in or at."""
        text, found = self.text, None
        at = bisect_left(self.place_starts, span.start)
        while at < len(self.places) and self.places[at].span in span:
            place = self.places[at].span
            located = _LOCATED.search(text, max(span.start, place.start - 40), place.start)
            if located and not _modifies(text, place.end):
                found = place
                break
            at += 1
        while found and at + 1 < len(self.places):
            after = self.places[at + 1].span
            if after not in span or not _WITHIN.fullmatch(text, found.end, after.start):
                break
            found, at = Span(found.start, after.end), at + 1
        return found

    def where(self, t: Told, span: Span) -> tuple[Span | None, tuple[Span, ...]]:
        """The first place of the sentence; of the one before, where this one goes on about it."""
        place = self._place(span)
        if place is None and t.index and _GOES_ON.match(t.masked):
            before = self._row_before(t)
            if before.usable and before.span.end + 3 > t.span.start:
                place = self._place(before.span)
                if place is not None:
                    return place, (before.span, t.span)
        return place, (t.span,)

    def _row_before(self, t: Told) -> Told:
        return self.told[bisect_left(self.row_starts, t.span.start) - 1]


def _whole(t: Told, times: list[TimeExpression], inner: list[clauses.Clause]) -> Telling | None:
    start, end = clauses.without_attribution(t.masked)
    pieces, at = [], start
    for cut in sorted(c.removable for c in inner if c.removable):
        if at < cut[0] and cut[1] < end:
            pieces.append((at, cut[0]))
            at = cut[1]
    pieces.append((at, end))
    if end - start < _SHORTEST or t.verb is None:
        return None
    words = t.words
    if len(pieces) > 1 or end - start < len(t.masked):
        words = content_words("".join(t.masked[a:b] for a, b in pieces))
    time = next((x for x in times if x.anchor != "unresolved"), times[0] if times else None)
    return Telling(t, tuple(pieces), time, words, 0.0)


_SHORTEST, _SHORTEST_INNER = 20, 12  # code points
_INNER = {"relative": 1.0, "reduced": 1.0, "adverbial": 0.6, "second": 0.6}
_GOES_ON = Lazy(r"(?:The|It|This|That|These|He|She|They)\b")
_IN = Lazy(r"\b(?:in|since|from|to|until|by|during|before|after|between|of) $", re.IGNORECASE)
_NEXT_WORD = Lazy(r" ([a-z]+)")
_AFTER_PLACE = frozenset(
    "on in at and or where when to with for after before was were is are has had have "
    "will would as by from that who which but while during over said says near since this "
    "last next late early because amid following about until also they he she it the a an "
    "of than killing leaving against between under through into not could can may today "
    "yesterday then so if ahead local".split()
)
_PLACE_NOUNS = frozenset(
    "province city suburb county town village district area region state capital island "
    "coast border airport station stop hospital hotel campus neighborhood neighbourhood "
    "track stadium".split()
)


def _modifies(text: str, end: int) -> bool:
    """Whether a noun follows that the place only describes: "the U.S. election"."""
    m = _NEXT_WORD.match(text, end)
    if m is None or m[1] in _AFTER_PLACE or m[1].removesuffix("s") in _PLACE_NOUNS:
        return False
    return not m[1].endswith(("ed", "ly", "ing"))


_DATES_CLAUSE = Lazy(r"\b(?:in|at|on|after|during|following) $", re.IGNORECASE)
_LOCATED = Lazy(
    r"\b(?:in|at|near|outside|inside|around|across|throughout|within|into|to|on|off|over|through|"
    r"toward|towards|from) (?:[\w’'-]+ ){0,3}$",
    re.IGNORECASE,
)
_WITHIN = Lazy(r"['’]s |, (?:in )?| in (?:the )?")
_OPENER = Lazy(
    r"(?i:(?:But|And|So|Yet|However|Meanwhile|Also|Still|Instead|Now|Then|Indeed|In fact|"
    r"In addition|Moreover|Separately|Earlier|Later)\b,? )+(?=\w)"
)
_BEFORE_NOUN = Lazy(r"(?:\b(?:the|a|an|his|her|its|their|this|that|every)|[’']s?) $", re.IGNORECASE)


def tidy(clause: str) -> str:
    """On one line, without an opening "But" and the closing point."""
    line = " ".join(clause.split()).strip(" ,;:–—-")
    opener = _OPENER.match(line)
    if opener and len(line) - opener.end() > 20:
        line = line[opener.end() :]
        line = line[:1].upper() + line[1:]
    return line.removesuffix(".").rstrip()


_CONTACT = Lazy(r"\b([a-z]+) (?:he|she|they|it|we|I) (?:\w+ ){1,3}(?:in |on |at )?$")
_OPENS_CLAUSE = frozenset(
    "said says and but that when if as because after before which who where while since "
    "though or than until once how why what whether announced believed thought claimed "
    "argued insisted".split()
)
_VAGUE = frozenset(("month", "season", "year", "decade", "century"))


def _in_contact_clause(masked: str, start: int) -> bool:
    """Whether the time sits in a clause that hangs on a noun: "a state she won last year"."""
    m = _CONTACT.search(masked, max(0, start - 48), start)
    return m is not None and m[1] not in _OPENS_CLAUSE and not m[1].endswith(("ed", "ing"))


def _attributive(masked: str, start: int, end: int, granularity: str) -> bool:
    """Whether the time only describes a noun: "Tuesday's vote", "the 2016 race"."""
    if masked[end : end + 2] in ("'s", "’s"):
        return True
    if masked[end : end + 1] != " " or not masked[end + 1 : end + 2].isalpha():
        return False
    if _BEFORE_NOUN.search(masked, max(0, start - 8), start):
        return True
    m = _NEXT_WORD.match(masked, end)
    if granularity not in ("month", "year", "decade") or m is None or m[1] in _AFTER_PLACE:
        return False
    return masked[start:end][:1].isdigit() and not _IN.search(masked, max(0, start - 9), start)
