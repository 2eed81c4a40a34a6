"""Happenings: what the article tells of, one item each, the most newsworthy first."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsbrief.analysis import clauses
from newsbrief.analysis.clauses import Status
from newsbrief.analysis.entities import Entity
from newsbrief.analysis.places import Place
from newsbrief.analysis.prose import Told, content_words, read_prose, title_line
from newsbrief.analysis.sentences import Sentence
from newsbrief.analysis.tense import direction
from newsbrief.analysis.times import TimeExpression
from newsbrief.span import Span

__all__ = ["Happening", "Status", "happenings"]


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened, goes on, is planned, was called off or is alleged.

    ``description`` is a clause or sentence of the text, datelines and trailing attributions left
    out; ``sentence`` the index of the sentence that tells it best; ``participants`` indexes into
    the entities; ``evidence`` the sentences that tell of it, in order.
    """

    description: str
    sentence: int
    status: Status
    when: TimeExpression | None
    where: Span | None
    participants: tuple[int, ...]
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Draft:
    happening: Happening
    words: frozenset[str]
    score: float
    weight: float = 0.0  # how much less an inner clause counts than the sentence around it


_MOST = 20  # events in a brief
_CONSIDERED = 80  # drafts compared pairwise; keeps long texts linear
_SAME_OF_LONGER = 0.25
_SUPPORT = 2  # further sentences that back the headline's happening
_TIED = 2  # content words that tie such a sentence to it
_FOREMOST = 3  # happenings that look for their day elsewhere in the article
_ECHO = 0.4  # share of the shorter one's content words that such a sentence repeats
_SAME = 0.5  # share of the shorter description's content words that two tellings have in common


def happenings(
    text: str,
    sentences: Sequence[Sentence],
    times: Sequence[TimeExpression],
    places: Sequence[Place],
    entities: Sequence[Entity],
    headline: Span | str | None,
) -> list[Happening]:
    """What the article tells of, each thing once, at most twenty, the most newsworthy first.

    The happening of the headline (or of the lead) comes first. Speech counts for little:
    what people say belongs to the quotes. Linear in the length of ``text``.
    """
    told = read_prose(text, sentences)
    ground = _Ground(text, told, times, places, entities)
    title = text[headline.start : headline.end] if isinstance(headline, Span) else headline or ""
    wanted = frozenset(content_words(title[:400]))
    skip = 0 if sentences and title_line(text, sentences) else -1
    drafts: list[_Draft] = []
    rank = 0
    for t in told:
        if t.index == skip or not t.usable or t.quoted > 0.6:
            continue
        for draft in ground.drafts(t):
            drafts.append(_scored(draft, t, rank, wanted))
        rank += 1
    drafts.sort(key=lambda d: (-d.score, d.happening.sentence))
    found = _supported(_merged(drafts[:_CONSIDERED]), wanted)
    return [d.happening for d in _dated(found)][:_MOST]


class _Ground:
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

    def drafts(self, t: Told) -> list[_Draft]:
        """The happenings of one sentence: its main clause, and clauses with a time of their own."""
        offset = t.span.start
        joints: list[re.Match[str]] | None = None
        main: list[TimeExpression] = []
        weak: list[TimeExpression] = []
        inner: list[tuple[clauses.Clause, TimeExpression]] = []
        low = bisect_left(self.time_starts, offset)
        high = bisect_left(self.time_starts, t.span.end)
        for time in self.times[low:high]:
            start, end = time.span.start - offset, time.span.end - offset
            if t.masked[start] == "\0":
                continue
            if _attributive(t.masked, start, end, time.granularity):
                if _DATES_CLAUSE.search(t.masked, max(0, start - 12), start):
                    weak.append(time)
                continue
            if joints is None:
                joints = clauses.joints_of(t.masked)
            clause = clauses.clause_of(t.masked, joints, start, end)
            if clause is None:
                main.append(time)
            elif not any(c.start < clause.end and clause.start < c.end for c, _ in inner):
                inner.append((clause, time))
        found = [self._whole(t, main or weak, [c for c, _ in inner])]
        found += [self._inner(t, clause, time) for clause, time in inner]
        return [d for d in found if d is not None]

    def _whole(
        self, t: Told, times: list[TimeExpression], inner: list[clauses.Clause]
    ) -> _Draft | None:
        start, end = clauses.without_attribution(t.masked)
        pieces, at = [], start
        for cut in sorted(c.removable for c in inner if c.removable):
            if at < cut[0] and cut[1] < end:
                pieces.append((at, cut[0]))
                at = cut[1]
        pieces.append((at, end))
        offset = t.span.start
        description = tidy("".join(self.text[offset + a : offset + b] for a, b in pieces))
        masked = "".join(t.masked[a:b] for a, b in pieces)
        if len(description) < 20 or not clauses.has_verb(masked):
            return None
        time = next((x for x in times if x.anchor != "unresolved"), times[0] if times else None)
        where, evidence = self._where(t, Span(offset + start, offset + end))
        return self._draft(t, description, masked, time, where, evidence, pieces, 0.0)

    def _inner(self, t: Told, clause: clauses.Clause, time: TimeExpression) -> _Draft | None:
        span = clauses.span_in(t.span.start, clause)
        description = tidy(self.text[span.start : span.end])
        masked = t.masked[clause.start : clause.end]
        if len(description) < 12 or not clauses.has_verb(masked):
            return None
        place = self._place(span)
        pieces = [(clause.start, clause.end)]
        return self._draft(t, description, masked, time, place, (t.span,), pieces, _INNER[clause.kind])

    def _draft(
        self,
        t: Told,
        description: str,
        masked: str,
        time: TimeExpression | None,
        where: Span | None,
        evidence: tuple[Span, ...],
        pieces: list[tuple[int, int]],
        weight: float,
    ) -> _Draft:
        ahead = time is not None and (
            direction(self.text, time.span.start, time.span.end, t.span.start, t.span.end)
            == "future"
        )
        at = time.span.start - t.span.start - pieces[0][0] if time and ahead else None
        open_ended = time is not None and time.start is not None and time.end is None
        happening = Happening(
            description=description,
            sentence=t.index,
            status=clauses.status_of(masked, at, open_ended),
            when=time,
            where=where,
            participants=self._participants(t.span.start, pieces),
            evidence=evidence,
        )
        return _Draft(happening, frozenset(content_words(description)), 0.0, weight)

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

    def _where(self, t: Told, span: Span) -> tuple[Span | None, tuple[Span, ...]]:
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

    def _participants(self, offset: int, pieces: list[tuple[int, int]]) -> tuple[int, ...]:
        found: dict[int, None] = {}
        for start, end in pieces:
            low = bisect_left(self.mention_starts, offset + start)
            high = bisect_left(self.mention_starts, offset + end)
            found.update(dict.fromkeys(self.mentions[low:high]))
        return tuple(found)


_INNER = {"relative": 1.0, "reduced": 1.0, "adverbial": 0.6, "second": 0.6}
_GOES_ON = re.compile(r"(?:The|It|This|That|These|He|She|They)\b")
_IN = re.compile(
    r"\b(?:in|since|from|to|until|by|during|before|after|between|of) $", re.IGNORECASE
)
_NEXT_WORD = re.compile(r" ([a-z]+)")
_AFTER_PLACE = frozenset(
    "on in at and or where when to with for after before was were is are has had have will would as "
    "by from that who which but while during over said says near since this last next late early "
    "because amid following about until also they he she it the a an of than killing leaving against "
    "between under through into not could can may today yesterday then so if ahead local".split()
)
_PLACE_NOUNS = frozenset(
    "province city suburb county town village district area region state capital island coast border "
    "airport station stop hospital hotel campus neighborhood neighbourhood track stadium".split()
)


def _modifies(text: str, end: int) -> bool:
    """Whether a noun follows that the place only describes: "the U.S. election"."""
    m = _NEXT_WORD.match(text, end)
    if m is None or m[1] in _AFTER_PLACE or m[1].removesuffix("s") in _PLACE_NOUNS:
        return False
    return not m[1].endswith(("ed", "ly", "ing"))


_DATES_CLAUSE = re.compile(r"\b(?:in|at|on|after|during|following) $", re.IGNORECASE)
_LOCATED = re.compile(
    r"\b(?:in|at|near|outside|inside|around|across|throughout|within|into|to|on|off|over|through|"
    r"toward|towards|from) (?:[\w’'-]+ ){0,3}$",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"['’]s |, (?:in )?| in (?:the )?")
_OPENER = re.compile(
    r"(?:(?:But|And|So|Yet|However|Meanwhile|Also|Still|Instead|Now|Then|Indeed|In fact|"
    r"In addition|Moreover|Separately|Earlier|Later)\b,? )+(?=\w)"
)
_SPACES = re.compile(r"\s+")
_BEFORE_NOUN = re.compile(
    r"(?:\b(?:the|a|an|his|her|its|their|this|that|every)|[’']s?) $", re.IGNORECASE
)


def tidy(clause: str) -> str:
    """On one line, without an opening "But" and the closing point."""
    line = _SPACES.sub(" ", clause).strip(" ,;:–—-")
    opener = _OPENER.match(line)
    if opener and len(line) - opener.end() > 20:
        line = line[opener.end() :]
        line = line[:1].upper() + line[1:]
    return line.removesuffix(".").rstrip()


def _attributive(masked: str, start: int, end: int, granularity: str) -> bool:
    """Whether the time only describes a noun: "Tuesday's vote", "the 2016 race", "a July letter"."""
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


def _scored(draft: _Draft, t: Told, rank: int, wanted: frozenset[str]) -> _Draft:
    h = draft.happening
    score = 3.0 / (1 + 0.3 * rank)
    if wanted:
        score += 4.0 * len(wanted & draft.words) / len(wanted)
    score += 0.8 if h.when is not None else 0.0
    score += 0.4 if h.where is not None else 0.0
    score += 0.2 * min(3, len(h.participants))
    score -= 2.0 * t.quoted
    score -= 1.5 if t.aside else 0.0
    score -= 0.7 if not draft.weight and clauses.is_saying(t.masked) else 0.0
    score -= draft.weight
    score -= 0.5 if h.when and h.when.granularity in ("year", "decade", "century") else 0.0
    score -= 1.0 if len(draft.words) < 4 else 0.0
    return replace(draft, score=score)


def _merged(drafts: Sequence[_Draft]) -> list[_Draft]:
    """Two tellings of one thing become one, with the evidence, time and place of both."""
    kept: list[_Draft] = []
    for draft in drafts:
        for n, other in enumerate(kept):
            if _same(draft, other):
                kept[n] = replace(other, happening=_joined(other.happening, draft.happening))
                break
        else:
            kept.append(draft)
    return kept


def _supported(drafts: list[_Draft], wanted: frozenset[str]) -> list[_Draft]:
    """The headline's happening gets the sentences that carry the rest of the headline's words."""
    if not drafts:
        return drafts
    first, rest = drafts[0], drafts[1:]
    missing = wanted - first.words
    added = 0
    for other in sorted(rest, key=lambda d: -len(d.words & missing)):
        new = other.words & missing
        if added == _SUPPORT or len(new) < 1 or len(other.words & first.words) < _TIED:
            continue
        missing -= new
        added += 1
        first = replace(first, happening=_joined(first.happening, other.happening))
    return [first, *rest]


def _dated(drafts: list[_Draft]) -> list[_Draft]:
    """The foremost happenings, told without a day, take it from the sentence nearest in words.

    A lead often leaves the day to a later paragraph. That sentence joins the evidence.
    """
    found = list(drafts)
    for n, draft in enumerate(drafts[:_FOREMOST]):
        if draft.happening.when is not None or draft.happening.status == "planned":
            continue
        echo = max(drafts, key=lambda d: _echo(draft, d))
        if _echo(draft, echo) >= _ECHO:
            h, other = draft.happening, echo.happening
            evidence = tuple(sorted({*h.evidence, *other.evidence}))
            found[n] = replace(draft, happening=replace(h, when=other.when, evidence=evidence))
    return found


def _echo(draft: _Draft, other: _Draft) -> float:
    when = other.happening.when
    if when is None or when.granularity not in ("day", "time") or other.weight:
        return 0.0
    if when.start is None or other.happening.status == "planned":
        return 0.0
    shared = len(draft.words & other.words)
    return shared / min(len(draft.words), len(other.words)) if shared >= 4 else 0.0


def _same(a: _Draft, b: _Draft) -> bool:
    if a.happening.sentence == b.happening.sentence:
        return False
    sizes = sorted((len(a.words), len(b.words)))
    shared = len(a.words & b.words)
    if shared < 4 or shared < _SAME * sizes[0]:
        return False
    if shared < sizes[0] and shared < _SAME_OF_LONGER * sizes[1]:
        return False
    return _compatible(a.happening.when, b.happening.when)


def _compatible(a: TimeExpression | None, b: TimeExpression | None) -> bool:
    if a is None or b is None or a.start is None or b.start is None:
        return True
    (s1, e1), (s2, e2) = (_days(a), _days(b))
    return (s1 <= s2 and e2 <= e1) or (s2 <= s1 and e1 <= e2)


def _days(t: TimeExpression) -> tuple[str, str]:
    start = str(t.start)[:10]
    return start, (str(t.end)[:10] if t.end is not None else "9999-12-31")


def _joined(first: Happening, second: Happening) -> Happening:
    evidence = tuple(sorted({*first.evidence, *second.evidence}))
    members = tuple(dict.fromkeys((*first.participants, *second.participants)))
    when = first.when if first.when and first.when.start else second.when or first.when
    return replace(
        first,
        when=when,
        where=first.where or second.where,
        participants=members,
        evidence=evidence,
    )
