"""Reported speech without quotation marks: source, cue and the clause that is the content."""

from __future__ import annotations

from typing import NamedTuple

from newsbrief.analysis.lexicon.cues import Cue, cue_verbs
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.speech.contents import QUESTIONS, REACH, Contents, is_finite
from newsbrief.analysis.speech.cuesources import CueSources
from newsbrief.analysis.speech.nouncues import AIMS, CLAIMS, OBJECTIONS, STANCES, WORRIES, noun_content
from newsbrief.analysis.speech.sources import Grammar, Source
from newsbrief.analysis.speech.turns import label_end, turns
from newsbrief.analysis.speech.wordclass import rows_of
from newsbrief.analysis.speech.words import Unit

_NOUNS = CLAIMS | STANCES | AIMS | WORRIES | OBJECTIONS
_VERB = frozenset("V")
# With a form of "be" before them they tell what somebody holds: "is confident that".
_ATTITUDES = word_set(
    """
    confident hopeful concerned skeptical sceptical optimistic pessimistic sure aware unaware
    adamant doubtful afraid glad proud unsure unclear wary critical opposed supportive eager
    willing unwilling reluctant happy unhappy grateful sorry surprised disappointed determined
    convinced worried interested angry upset frustrated excited thrilled nervous cautious
    """
)
_REPORTS = _NOUNS | _ATTITUDES | {"according"}
_BE = word_set(
    """
    is are was were be been being isn’t aren’t wasn’t isn't aren't wasn't
    """
)
# Without a source of their own: the subject belongs to the content.
_SEEMING = frozenset(
    {"seem", "appear", "expect", "say", "believe", "report", "allege", "rumor", "project"}
)

_BLAMED = {"accuse": "of", "suspect": "of", "see": "as"}
# Thought and showing that "as" brings in: "as a poll shows".
_SHOWING = frozenset({"show", "find", "believe", "think", "indicate"})

TURN = "turn of a transcript"


class Reported(NamedTuple):
    """Content words ``spans`` (half-open ranges of words) with their source and cue."""

    spans: tuple[tuple[int, int], ...]
    source: Source | None
    cue: tuple[int, int]
    unit: int
    how: str


class IndirectReader:
    """Reads the reported statements of an article, unit by unit."""

    def __init__(self, grammar: Grammar, cues: CueSources, names: set[int]) -> None:
        self.g = grammar
        self.names = names  # where the names of the article begin
        self.letters = grammar.letters
        self.low = grammar.words.low
        self.cues = cues
        self.contents = Contents(grammar)
        self.verbs = cue_verbs()

    def read(self) -> list[Reported]:
        found: list[Reported] = []
        taken: set[int] = set()
        for number, start, end, source in turns(self.g, self.names):
            cue = (start - 1, start)
            found.append(Reported(((start, end),), source, cue, number, TURN))
            taken.add(self.g.words.units[number].paragraph)
        rows = self._rows()
        k = 0
        for number, unit in enumerate(self.g.words.units):
            first = k
            while k < len(rows) and rows[k] < unit.last:
                k += 1
            if unit.paragraph not in taken:
                self._unit(number, unit, rows[first:k], found)
        return found

    def _rows(self) -> list[int]:
        """The words that may be a cue: verbs by their letter, others by what they are."""
        return sorted({*rows_of(_VERB, self.letters), *rows_of(_REPORTS, self.low)})

    def _unit(self, number: int, unit: Unit, rows: list[int], found: list[Reported]) -> None:
        letters, low = self.letters, self.low
        end = self._sentence_end(unit)
        items: list[Reported] = []
        label = self._labelled(unit, end, number)
        if label is not None:
            items.append(label)
        for v in rows:
            if v >= end:
                break
            if letters[v] == "V":
                item = self._verb(v, unit, end, number)
                if item is None and low[v] in _ATTITUDES:
                    item = self._attitude(v, unit, end, number)
            elif low[v] in _ATTITUDES:
                item = self._attitude(v, unit, end, number)
            elif letters[v] == "n" and low[v] in _NOUNS:
                item = self._noun(v, unit, end, number)
            elif low[v] == "according" and v + 1 < end and low[v + 1] == "to":
                item = self._according(v, unit, end, number)
            else:
                continue
            if item is not None and all(a < b for a, b in item.spans):
                items.append(item)
        found += _outermost(items) if len(items) > 1 else items

    def _labelled(self, unit: Unit, end: int, number: int) -> Reported | None:
        """ "Lee: Port could close in May", as headlines have it."""
        colon = label_end(unit, self.g, self.names)
        if colon is None or colon + 4 >= end or "Q" in self.letters[colon:end]:
            return None
        source = Source(unit.first, colon)
        return Reported(((colon + 1, end),), source, (colon, colon + 1), number, "colon label")

    def _noun(self, v: int, unit: Unit, end: int, number: int) -> Reported | None:
        found = noun_content(v, unit, end, self.g, self.contents)
        if found is None:
            return None
        start, stop, source = found
        return Reported(((start, stop),), source, (v, v + 1), number, self.low[v] + " noun")

    def _attitude(self, v: int, unit: Unit, end: int, number: int) -> Reported | None:
        low, letters = self.low, self.letters
        i = v - 1
        while i > unit.first and letters[i] == "A":
            i -= 1
        if i <= unit.first or low[i] not in _BE or v + 2 >= end:
            return None
        tail, letter = low[v + 1], letters[v + 1]
        if letter == "h" or tail in QUESTIONS:
            start, how = v + 1, "that"
        elif letter == "t" :
            start, how = v + 1, "to"
        elif tail in ("about", "of", "with", "in"):
            start, how = v + 2, "prep"
        elif letter == "P":
            start, how = v + 1, "that"
        else:
            return None
        source = self.g.subject(i, unit.first)
        if source is None or source.first >= v:
            return None
        stop = self.contents.stop(start, self.contents.clause_end(v, start, unit, source, end), how)
        return Reported(((start, stop),), source, (v, v + 1), number, f"{low[v]} {tail} attitude")

    def _sentence_end(self, unit: Unit) -> int:
        end = unit.last
        while end > unit.first and self.letters[end - 1] in ".?!…":
            end -= 1
        return end

    def _verb(self, v: int, unit: Unit, end: int, number: int) -> Reported | None:
        cue = self.verbs[self.low[v]]
        if cue.form in ("past", "done", "s", "base") and (
            cue.lemma in _SEEMING or cue.lemma in _BLAMED
        ):
            return self._seeming(v, cue, unit, end, number)
        if cue.lemma == "ask" and cue.form == "past" and self._passive(v, unit):
            return self._asked(v, unit, end, number)
        return self._plain(v, cue, unit, end, number)

    def _plain(self, v: int, cue: Cue, unit: Unit, end: int, number: int) -> Reported | None:
        behind = self.contents.start(v, cue, end)
        if cue.speech and "s" in cue.frames and self.letters[v + 1 : v + 2] in ("e", "v", "V"):
            gone = self.cues.source(v, unit)
            if gone is not None and unit.first < gone.first < v and self._relative(gone):
                behind = v + 1, v + 1, "gap"
        if cue.speech or cue.lemma in _SHOWING:
            item = self._as(v, cue, unit, end, number)
            if item is not None:
                return item
        if behind is None:
            if cue.speech and "s" in cue.frames:
                return self._trailing(v, unit, end, number)
            return None
        start, cue_end, how = behind
        source = self.cues.source(v, unit)
        if source is None and how not in ("that", "clause"):
            return None
        if source is not None and source.first >= v:
            return self._trailing(v, unit, end, number)
        if how == "gap":
            if source is None or source.first == unit.first or not self._relative(source):
                return self._trailing(v, unit, end, number)
        elif source is not None and self.letters[source.first] == "h":
            return None  # "remarks that portray them as thieves"
        stop = self.contents.stop(start, self.contents.clause_end(v, start, unit, source, end), how)
        quote = self.letters.find("Q", start, stop)
        if quote >= 0:
            comma = self.letters.rfind(",", start, quote)
            stop = comma if comma - start >= 4 and self._is_whole(start, comma) else start
        if stop <= start or self._is_fragment(start, stop, how):
            return None
        return Reported(((start, stop),), source, (v, cue_end), number, cue.lemma + " " + how)

    def _as(self, v: int, cue: Cue, unit: Unit, end: int, number: int) -> Reported | None:
        """ "As she noted, talks may fail", "talks may fail, as she noted"."""
        low, letters = self.low, self.letters
        first = max(unit.first, v - 20)
        if "as" not in low[first:v]:
            return None
        source = self.cues.source(v, unit)
        if source is None or not unit.first <= source.first - 1 < v:
            return None
        as_ = source.first - 1
        if low[as_] != "as":
            return None
        if not letters[unit.first : as_].strip("AC"):
            comma = letters.find(",", v, min(end, v + 6))
            span = (comma + 1, min(end, comma + REACH))
            if comma < 0 or comma + 3 >= end:
                return None
        elif letters[as_ - 1] == "," and as_ - unit.first > 5 and v + 6 > end:
            span = (max(unit.first, as_ - REACH), as_ - 1)
        else:
            return None
        return Reported((span,), source, (v, v + 1), number, cue.lemma + " as")

    def _is_whole(self, start: int, comma: int) -> bool:
        """Whether what stands before the comma says something without the quote behind it."""
        first = start + (self.letters[start] == "h")
        return self.letters[first] not in "SI" and is_finite(self.letters[start:comma])

    def _is_fragment(self, start: int, stop: int, how: str) -> bool:
        """One word tells what was said only if it is a name, two if they are no clause."""
        if stop - start == 1:
            return self.letters[start] not in "NS"
        if how in ("that", "clause") and stop - start < 3 and not is_finite(self.letters[start:stop]):
            return True
        return how == "clause" and stop - start == 2 and self.letters[start] not in "NP"

    def _relative(self, source: Source) -> bool:
        """Whether "which", "that" or "what" stands for what is missing behind the cue."""
        before = source.first - 1
        return self.letters[before] in "Wh" or self.low[before] == "what"

    def _passive(self, v: int, unit: Unit) -> bool:
        """ "was asked", "when asked", "Asked about"."""
        i = v - 1
        while i >= unit.first and self.letters[i] == "A":
            i -= 1
        return i < unit.first or self.letters[i] in "SXC,"

    def _asked(self, v: int, unit: Unit, end: int, number: int) -> Reported | None:
        letters, low = self.letters, self.low
        j = v + 1
        source = None
        if j < end and low[j] == "by":
            source = self.g.after(j + 1, end)
            j = source.last if source else j
        for k in range(j, min(end, j + 8)):
            if low[k] == "about" or low[k] in QUESTIONS or letters[k] == "t":
                start = k + (low[k] == "about")
                stop = min(end, start + REACH)
                comma = letters.find(",", start, stop)
                stop = comma if comma > 0 else stop
                return Reported(((start, stop),), source, (v, v + 1), number, "ask passive")
            if letters[k] in ",VX":
                break
        return None

    def _seeming(self, v: int, cue: Cue, unit: Unit, end: int, number: int) -> Reported | None:
        """ "The plan seems doomed", "talks are expected to resume": content around the cue."""
        i = v - 1
        while i > unit.first and self.letters[i] == "A":
            i -= 1
        passive = i >= unit.first and self.low[i] in _BE
        if cue.lemma in ("seem", "appear"):
            if v + 1 >= end or self.letters[v + 1] in "IC,":
                return None
        elif cue.lemma in _BLAMED:
            if not passive or self.low[v + 1 : v + 2] != [_BLAMED[cue.lemma]]:
                return None if passive else self._plain(v, cue, unit, end, number)
        elif not passive or v + 1 >= end or self.letters[v + 1] != "t":
            if passive and self.letters[v + 1 : v + 2] != "h":
                return None
            return self._plain(v, cue, unit, end, number)
        source = self.g.subject(i if passive else v, unit.first)
        if source is None or self.letters[source.first] in "hW":
            return None
        stop = self.contents.stop(v + 1, min(end, v + REACH), "to")
        return Reported(((source.first, stop),), None, (v, v + 1), number, cue.lemma + " seeming")

    def _trailing(self, v: int, unit: Unit, end: int, number: int) -> Reported | None:
        """``content, she said`` and ``content, said the senator``."""
        letters = self.letters
        if v - unit.first > REACH:
            return None
        end = min(end, v + REACH)
        source = self.cues.source(v, unit)
        if source is None:
            return None
        left = source.first if source.first < v else v
        right = max(v + 1, source.last)
        lemma = self.verbs[self.low[v]].lemma
        if lemma == "tell" and right < end:
            told = self.g.after(right, end)
            right = told.last if told is not None else right
        while right < end and letters[right] in "AT":
            right += 1
        if right < end and letters[right] not in ",I-(S;":
            return None
        comma = left - 1
        while comma > unit.first and letters[comma] in "AC":
            comma -= 1
        if comma <= unit.first or letters[comma] not in ",-":
            return None
        start = max(unit.first, letters.rfind(";", unit.first, comma) + 1)
        while start < comma and letters[start] in "C,":
            start += 1
        if letters[start] in "Veg" and not any(c in letters[start + 1 : comma] for c in "XM"):
            return None  # "Asked about it, she laughed"
        goes_on = (
            right + 2 < end
            and letters[right] == ","
            and self._goes_on(start, comma, right + 1, source.first < v)
        )
        if goes_on:
            if comma - start < 1 or (letters[start] == "I" and comma - start <= 5):
                return Reported(((right + 1, end),), source, (v, v + 1), number, "middle trailing")
            spans = ((start, end),)
        elif comma - start < 5 or letters[right : right + 2] in (",Q", ":Q"):
            return None
        else:
            spans = ((start, comma),)
        return Reported(spans, source, (v, v + 1), number, lemma + " trailing")

    def _goes_on(self, start: int, comma: int, behind: int, subject_first: bool) -> bool:
        """Whether the content goes on behind its cue: "Talks, he said, may fail"."""
        front, letter = self.letters[start:comma], self.letters[behind]
        if letter == "Q" or (letter == "V" and self.verbs[self.low[behind]].form == "ing"):
            return False
        if not subject_first:
            return letter in "MXv"
        return letter in "CSh" or front[:1] == "S" or not any(c in front for c in "XMVvP")

    def _according(self, v: int, unit: Unit, end: int, number: int) -> Reported | None:
        source = self.g.after(v + 2, end)
        if source is None or v - unit.first > REACH:
            return None
        end = min(end, v + REACH)
        cue = (v, v + 2)
        if not self.letters[unit.first : v].strip("ACS"):
            comma = self.letters.find(",", source.last, min(end, source.last + 25))
            if comma < 0:
                return None
            return Reported(((comma + 1, end),), source, cue, number, "according front")
        stop = v
        while stop > unit.first and self.letters[stop - 1] in ",-A":
            stop -= 1
        behind = source.last
        if self.letters[behind : behind + 1] == "," and behind + 2 < end:
            letter = self.letters[behind + 1]
            if letter in "XMv" or (letter == "V" and not is_finite(self.letters[unit.first : v])):
                stop = end
        return Reported(((unit.first, stop),), source, cue, number, "according back")


def _outermost(items: list[Reported]) -> list[Reported]:
    """Without the reports that stand inside the content of another one.

    Inner ones were annotated 15 times in a hundred, outer ones 66 times (PolNeAR, train).
    """
    holders = sorted((item.spans[0][0], _reach(item)) for item in items)
    kept: list[Reported] = []
    k, reach = 0, -1
    for item in sorted(items, key=lambda i: i.cue):
        while k < len(holders) and holders[k][0] <= item.cue[0]:
            reach = max(reach, holders[k][1])
            k += 1
        behind = item.spans[0][0] > item.cue[0]
        if not behind or item.spans[-1][1] > reach:
            kept.append(item)
    return kept


def _reach(item: Reported) -> int:
    """How far the item holds others; "Lee plans to quit, she said" leaves nothing to "plans"."""
    end = item.spans[-1][1]
    return max(end, item.cue[1] + 1) if item.how.endswith(("trailing", "back")) else end
