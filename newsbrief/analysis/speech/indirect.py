"""Reported speech without quotation marks: source, cue and the clause that is the content."""

from __future__ import annotations

from newsbrief.analysis.speech.attitudes import attitude
from newsbrief.analysis.speech.contents import Contents
from newsbrief.analysis.speech.cuesources import CueSources
from newsbrief.analysis.speech.negation import disclaimed, is_undone
from newsbrief.analysis.speech.nouncues import noun_content
from newsbrief.analysis.speech.reported import BACK, TRAILING, TURN, Reported, outermost
from newsbrief.analysis.speech.reportwords import ATTITUDES, NOUNS, REPORTS
from newsbrief.analysis.speech.sources import Grammar, Source
from newsbrief.analysis.speech.trailing import Trailing
from newsbrief.analysis.speech.turns import held, label_end, opened, turns
from newsbrief.analysis.speech.verbcues import VerbCues
from newsbrief.analysis.speech.words import Unit

_LABELLED = 4  # words that a label's content has at least: "Cruz: Just hang on" is none
_ENDS = ".?!…:”\"’'\0"
_IN_TITLES = frozenset({"that", "clause", "wh", "label", "as", "according to", TRAILING, BACK})
_DATELINE = 4  # letters; a speaker in capitals comes back, and is a turn


class IndirectReader:
    """Reads the reported statements of an article, unit by unit."""

    def __init__(self, grammar: Grammar, cues: CueSources, names: set[int]) -> None:
        self.g = grammar
        self.names = names  # where the names of the article begin
        self.letters, self.line = grammar.letters, grammar.line
        self.low = grammar.words.low
        self.contents = Contents(grammar)
        self.trailing = Trailing(grammar)
        self.verbs = VerbCues(grammar, cues, self.contents, self.trailing)

    def read(self) -> list[Reported]:
        found: list[Reported] = []
        taken: set[int] = set()
        openings = opened(self.g)
        for number, start, end, source in turns(self.g, self.names, openings):
            cue = (start - 1, start)
            turn = Reported(start, end, source, cue, number, TURN)
            found.append(turn)
            taken.update(held(turn, self.g))
        rows = [*self.g.cues, len(self.letters)]  # the last is behind every unit
        k = 0
        labels = set(openings)
        for number, unit in enumerate(self.g.words.units):
            first = k
            while rows[k] < unit.last:
                k += 1
            labelled = number in labels
            if (first < k or labelled) and number not in taken:
                self._unit(number, unit, rows[first:k], labelled, found)
        return found

    def _unit(
        self, number: int, unit: Unit, rows: list[int], labelled: bool, found: list[Reported]
    ) -> None:
        letters, low = self.letters, self.low
        end = unit.last
        while end > unit.first and letters[end - 1] in ".?!…":
            end -= 1
        items: list[Reported] = []
        if labelled:
            label = self._labelled(unit, end, number)
            if label is not None:
                items.append(label)
        for v in rows:
            if v >= end:
                break
            item = self.verbs.read(v, unit, end, number) if letters[v] == "V" else None
            if item is None and low[v] in REPORTS:
                item = self._word(v, unit, end, number)
            if item is not None and item.first < item.last:
                items.append(item)
        if items and self._is_title(number, unit):
            items = [item for item in items if item.how in _IN_TITLES]
        found += outermost(items, low) if len(items) > 1 else items

    def _is_title(self, number: int, unit: Unit) -> bool:
        """Whether the unit is a paragraph that no mark ends: headlines tell of deeds by words
        that report speech elsewhere ("Opposition rejects result")."""
        units, words = self.g.words.units, self.g.words
        if words.text[unit.last - 1][-1] in _ENDS:
            return False
        beside = units[max(0, number - 1) : number + 2]
        return sum(one.paragraph == unit.paragraph for one in beside) == 1

    def _word(self, v: int, unit: Unit, end: int, number: int) -> Reported | None:
        """What the word ``v`` reports that is no verb there: a claim, a feeling, "according to"."""
        word = self.low[v]
        held: tuple[int, int, Source | None] | None = None
        if word in ATTITUDES:
            held = attitude(v, unit, end, self.g, self.contents)
        elif self.letters[v] == "n" and word in NOUNS:
            held = noun_content(v, unit, end, self.g, self.contents)
            if held is not None and is_undone(v, self.g):
                return None
            first = None if held is None else disclaimed(v, self.g)
            if held is not None and first is not None:
                if held[2] is None:
                    return None
                return Reported(first, held[1], held[2], (first, v + 1), number, word)
        elif word == "according" and v + 1 < end and self.low[v + 1] == "to":
            return self.trailing.according(v, unit, end, number)
        if held is None:
            return None
        return Reported(held[0], held[1], held[2], (v, v + 1), number, word)

    def _labelled(self, unit: Unit, end: int, number: int) -> Reported | None:
        """ "Lee: Port could close in May", as headlines have it."""
        colon = label_end(unit, self.g, self.names)
        if colon is None or colon + _LABELLED >= end or "Q" in self.line[colon:end]:
            return None
        label = self.g.words.text[unit.first : colon]
        if all(word.isupper() and len(word) >= _DATELINE for word in label):
            return None  # "THRISSUR: The district administration ordered an inquiry"
        source = Source(unit.first, colon)
        return Reported(colon + 1, end, source, (colon, colon + 1), number, "label")
