"""Content before its cue: "talks may fail, she said", "talks may fail, according to her"."""

from __future__ import annotations

from newsbrief.analysis.lexicon.cues import cue_verbs
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.speech.clauses import is_finite
from newsbrief.analysis.speech.contents import REACH
from newsbrief.analysis.speech.reported import BACK, TRAILING, Reported
from newsbrief.analysis.speech.sources import Grammar, Source
from newsbrief.analysis.speech.words import Unit

_SUBJECTS = ("nD", "nH", "ND", "NH", "TD", "TH", "nN")  # a phrase begins right behind another
_MEANWHILE = frozenset({"as", "while", "after", "when", "before"})
_LEADING = _MEANWHILE | {"although", "though", "because", "since", "until", "if", "unless"}
# Behind a comma they tell what is done next: 1 in 14 was annotated (PolNeAR, train).
_FRONT_ONLY = frozenset(
    "continue begin finish laugh cheer volunteer charge offer voice respond email".split()
)
TELLING = frozenset({"tell", "remind", "assure", "warn"})  # somebody
_INNER = Lazy("[SWh]")  # where a clause begins within a phrase
_SHORT = 11  # words of a source behind "and"
_OF_THE_SOURCE = frozenset(("who", "which", "whose"))


class Trailing:
    """Reads what stands before a cue of speech."""

    def __init__(self, grammar: Grammar) -> None:
        self.g = grammar
        self.letters, self.line = grammar.letters, grammar.line
        self.low = grammar.words.low
        self.verbs = cue_verbs()

    def behind(self, v: int, source: Source, unit: Unit, end: int, number: int) -> Reported | None:
        """``content, she said`` and ``content, said the senator``."""
        letters, line = self.letters, self.line
        if v - unit.first > REACH:
            return None
        comma = (source.first if source.first < v else v) - 1
        while comma > unit.first and letters[comma] == "A":
            comma -= 1
        if comma <= unit.first or letters[comma] not in ",-":
            return None
        right = source.last if source.last > v else v + 1
        end = end if end < v + REACH else v + REACH
        cue = self.verbs[self.low[v]]
        if letters[v - 1] == "t" or cue.form == "ing" or cue.particles or cue.lemma in _FRONT_ONLY:
            return None  # "refused to answer", "the lights came back on"
        if letters[source.first] == "W":  # "Then came Lee, who lamented it"
            return None
        if cue.lemma in TELLING and right < end and letters[right] != ",":
            told = self.g.after(right, end)
            right = told.last if told is not None else right
        while right < end and (letters[right] in "AT" or letters[right + 1] == "T"):
            right += 1  # "official data showed last week"
        if right < end and letters[right] not in ",I-(S;":
            return None
        start = max(unit.first, line.rfind(";", unit.first, comma) + 1)
        while start < comma and letters[start] in "C,":
            start += 1
        if self._is_aside(start, comma):
            return None
        goes_on = (
            right + 2 < end
            and letters[right] == ","
            and self._goes_on(start, comma, right + 1, source.first < v)
        )
        if goes_on:
            if comma - start < 1 or (letters[start] == "I" and comma - start <= 5):
                return Reported(right + 1, end, source, (v, v + 1), number, TRAILING)
        elif (
            comma - start < 3
            or (comma - start < 5 and not self._is_brief(start, comma, right))
            or line[right : right + 2] in (",Q", ":Q")
            or self._is_phrase(start, comma)
            or (source.first < v and self._is_led(start, comma))
        ):
            return None
        stop = end if goes_on else comma
        return Reported(start, stop, source, (v, v + 1), number, TRAILING)

    def _is_aside(self, start: int, comma: int) -> bool:
        """Whether what stands in front is told of the source: "Asked why it is late, she ran"."""
        letter = self.letters[start]
        if letter not in "Veg":
            return False
        front = self.line[start + 1 : comma]
        asked = letter == "V" and self.verbs[self.low[start]].form in ("past", "done")
        return asked or ("X" not in front and "M" not in front)

    def _is_brief(self, start: int, comma: int, right: int) -> bool:
        """Whether what stands in front is a sentence of its own: "No one was hurt, she said"."""
        front = self.line[start:comma]
        whole = front[0] in "DHNPnO" and ("X" in front or "M" in front)
        return whole and self.letters[right] != ","

    def _is_led(self, start: int, comma: int) -> bool:
        """Whether but a clause of when or why stands in front: "When she came, she said no"."""
        led = self.letters[start] == "t" or self.low[start] in _LEADING
        return led and "," not in self.line[start:comma]

    def _is_phrase(self, start: int, comma: int) -> bool:
        """Whether no clause stands in front: "In a row of emails, the Herald asked about it"."""
        front = self.line[start:comma]
        if front[0] != "I":
            return False
        inner = _INNER.search(front)  # "In the spring after the storm broke, she said"
        main = front if inner is None else front[: inner.start()]
        return not is_finite(main) and not any(two in main for two in _SUBJECTS)

    def _goes_on(self, start: int, comma: int, behind: int, subject_first: bool) -> bool:
        """Whether the content goes on behind its cue: "Talks, he said, may fail"."""
        front, letter = self.line[start:comma], self.letters[behind]
        if letter == "Q" or (letter == "V" and self.verbs[self.low[behind]].form == "ing"):
            return False
        if not subject_first:
            return letter in "MXv"
        if (
            letter in "MX" and self.letters[comma - 1] not in "Wh"
        ):  # "People who walk, she said, may live longer"
            return True
        if letter == "C" and self._told_by_others(behind + 1):
            return False
        if letter == "S" and self.low[behind] in _MEANWHILE and is_finite(front):
            return False
        return letter in "CSh" or front[:1] == "S" or not any(c in front for c in "XMVvP")

    def _told_by_others(self, i: int) -> bool:
        """Whether a report begins at word ``i``: "records show, and | experts say it is high"."""
        other = self.g.after(i, i + _SHORT)
        if other is None or self.letters[other.last] != "V":
            return False
        return self.verbs[self.low[other.last]].speech

    def according(self, v: int, unit: Unit, end: int, number: int) -> Reported | None:
        source = self.g.after(v + 2, end)
        if source is None or v - unit.first > REACH:
            return None
        end = min(end, v + REACH)
        cue = (v, v + 2)
        if not self.line[unit.first : v].strip("ACS,"):
            comma = self.line.find(",", source.last, min(end, source.last + 25))
            if 0 < comma < end - 1 and self.low[comma + 1] in _OF_THE_SOURCE:
                comma = self.line.find(",", comma + 1, min(end, comma + 25))
            if comma < 0:
                return None
            return Reported(comma + 1, end, source, cue, number, "according to")
        stop = v
        for marks in "A", ",-":  # "..., also according to", but "they were there, according to"
            while stop > unit.first and self.letters[stop - 1] in marks:
                stop -= 1
        behind = source.last
        if self.letters[behind] == "," and behind + 2 < end:
            letter = self.letters[behind + 1]
            if letter in "XMv" or (letter == "V" and not is_finite(self.line[unit.first : v])):
                stop = end
        return Reported(unit.first, stop, source, cue, number, BACK)
