"""Whom "she", "they" and "it" stand for, by who spoke, and who was told of, before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from newsbrief.analysis.lexicon.cues import cue_verbs
from newsbrief.analysis.lexicon.english import is_common
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.speech.answers import ASKED
from newsbrief.analysis.speech.people import People, Person
from newsbrief.analysis.speech.sources import Grammar, Source
from newsbrief.analysis.speech.unnamed import is_stranger
from newsbrief.cached import cached_property
from newsbrief.span import Span

_GENDER = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f", "hers": "f"}
# How many sentences back a pronoun may reach; beyond eight the guess was wrong as often as right.
_WINDOW = 8
_NEAR = 4  # sentences back to what "she added" goes on with
_REACH = 40  # words of what somebody "told the paper in 1998"
_ASKING = 10  # words of "When a reader asked"
_LEAD = 12  # sentences; others' words may stand in front
_DIES = frozenset({"died", "dies"})
_LATELY = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday aged".split()
)
_GOES_ON = frozenset({"added", "adds", "continued", "continues", "went", "goes"})
_DOES = frozenset("XMVvPe")
_YEAR = Lazy(r"(?:19|20)\d\d")
_A = frozenset({"a", "an", "one", "another"})


class Pronouns:
    """Whoever was found speaking is told it, in reading order (``tell``); ``unnamed`` gives the
    person without a name whom words describe."""

    def __init__(
        self,
        grammar: Grammar,
        people: People,
        unnamed: Callable[[int, int], Person | None],
    ) -> None:
        self.g = grammar
        self.people = people
        self.text = people.text
        self._unnamed = unnamed
        # unit -> who was found speaking there, in order: by name, or whom a pronoun stands for,
        # or people without a name
        self.spoke: dict[int, list[Span | Person]] = {}
        self._crowds: dict[int, Span] = {}  # unit -> people without a name who spoke there
        self._strangers: dict[int, Person | None] = {}

    def tell(self, one: Span | Person | None, unit: int) -> None:
        spoke = self.spoke.setdefault(unit, [])
        if one is not None:
            spoke.append(one)

    def tell_crowd(self, crowd: Span, unit: int) -> None:
        self._crowds[unit] = crowd

    def bearer(self, row: int, unit: int) -> Person | None:
        """Whom the pronoun at word ``row`` stands for: "she", "she’s"."""
        words = self.g.words
        gender = _GENDER.get(words.low[row].replace("’", "'").partition("'")[0])
        return None if gender is None else self._pronoun(gender, row, unit)

    def crowd(self, unit: int) -> Span | None:
        """Whom "they" stands for: people without a name who spoke in the sentence before, where no
        one else did."""
        if self.spoke.get(unit) or self.spoke.get(unit - 1):
            return None
        found = self._crowds.get(unit) or self._crowds.get(unit - 1)
        if found is not None:
            self._crowds[unit] = found
        return found

    def spokesperson(self, unit: int) -> Person | None:
        """Whom "they" stands for, where somebody of whom no word tells whether it was a man spoke
        in the sentence before: "A spokesperson"."""
        before = unit - 1 if unit - 1 in self.spoke else unit - 2  # a quote may go on in between
        near = before >= 0 and self._is_near(before, unit)
        spoke = self.spoke.get(before) if near else None
        one = spoke[-1] if spoke and not self.spoke.get(unit) else None
        return one if isinstance(one, Person) and not one.last and not one.gender else None

    def _speaker(self, unit: int) -> Person | None:
        """Who was found speaking in the unit, the last of several."""
        for one in reversed(self.spoke.get(unit, ())):
            if isinstance(one, Person):
                return one
            here = one.start >= self.people.unit_starts[unit]
            person = self.people.named(one) if here else None
            if person is not None:
                return person
        return None

    def _pronoun(self, gender: str, row: int, unit: int) -> Person | None:
        genders = ("", gender)
        before = self.g.words.start[row]
        spoke = self._speaker(unit)
        if spoke is not None and (spoke.gender not in genders or spoke.span.end > before):
            spoke = None
        asked = self._asked(unit)
        if spoke is not None and spoke.span.start < asked:
            spoke = None
        if spoke is not None and spoke.last and spoke.span.start >= self.people.unit_starts[unit]:
            return spoke  # "With Hill gone, Lee said he had a plan"
        here = [p for p in self.people.known(unit, before) if p.gender in genders]
        here = [p for p in here if p.span.start >= asked]
        if here and not self._is_led(row, unit):
            return _foremost(here)
        if spoke is not None:
            return spoke
        subject = self._stranger(unit)
        if subject is not None and subject.gender in genders and subject.span.end <= before:
            return subject
        if not _GOES_ON.isdisjoint(self.g.words.low[row + 1 : row + 2]):
            backs = range(unit - 1, max(-1, unit - 1 - _NEAR), -1)
            spoke = self._speaker(next((back for back in backs if back in self.spoke), unit))
            if spoke is not None and spoke.last and spoke.gender in genders:
                return spoke
        late = self._late if self._late and self._late.gender in genders else None
        if late is not None and self._opens(unit, gender):
            return late
        described: Person | None = None  # "The nominee": somebody named before, or nobody
        for back in range(unit - 1, max(-1, unit - 1 - _WINDOW), -1):
            if late is not None and self._opens(back, gender):
                return late
            if (unheard := self._unheard(back)) is not None:
                return self._name_of(unheard) if self.g.letters[unheard.last] == "V" else None
            spoke = self._speaker(back)
            if spoke is not None and spoke.gender in genders and self._lasts(spoke, back, unit):
                start = spoke.span.start
                if spoke.last or self.text[start : start + 4].lower() != "the ":
                    return spoke
                if is_stranger(self.text[start : spoke.span.end]):
                    return spoke
                described = described or spoke
            if described is None:
                people = self.people.known(back)
                if people and self._is_about(gender, back):
                    continue
                fitting = [p for p in people if p.gender in genders]
                if fitting:
                    return _foremost(fitting)
                if not people and self._is_near(back, unit):
                    stranger = self._stranger(back)
                    if stranger is not None and stranger.gender in genders:
                        return stranger
        return described

    @cached_property
    def _late(self) -> Person | None:
        """Whose obituary the article is: who died in one of its first sentences."""
        words = self.g.words
        for number, unit in enumerate(words.units[:_LEAD]):
            for row in range(unit.first, unit.last):
                if words.low[row] not in _DIES:
                    continue
                now = words.low[row] == "dies" or words.low[row - 1] == "has"
                if not now and _LATELY.isdisjoint(words.low[row + 1 : row + 5]):
                    continue  # "whose father died in 2016"
                source = self.g.subject(row, unit.first)
                if source is not None and source.antecedent is None:
                    people = self.people.known(number, words.end(source.last - 1))
                    if len(people) == 1 and people[0].span.start >= words.start[source.first]:
                        return people[0]
                if self.g.letters[row - 1] == "," and (people := self.people.known(number)):
                    opener = people[0].span  # "Ann Lee, whose maps helped, and who fought, died"
                    apart = self.text[opener.end : opener.end + 1] == ","
                    if apart and opener.start == words.start[unit.first]:
                        return people[0]
        return None

    def _opens(self, unit: int, gender: str) -> bool:
        """Whether the unit opens a paragraph with what "he" did, or said in a year gone by: in an
        obituary both are of whom it is about."""
        units, words = self.g.words.units, self.g.words
        here = units[unit]
        if unit and units[unit - 1].paragraph == here.paragraph:
            return False
        if self._told_of(here.first) == gender:
            cue = cue_verbs().get("".join(words.low[here.first + 1 : here.first + 2]))
            return cue is None or not cue.speech  # "He said": whoever spoke before
        rows = range(here.first, min(here.last, here.first + _REACH))
        told = next((row for row in rows if self._told_of(row) == gender), here.last)
        born = words.low[here.first] == "born"  # "Born in 1935, she grew up in Leeds"
        return any(_YEAR.fullmatch(words.text[row]) for row in rows if born or row > told)

    def _asked(self, unit: int) -> int:
        """Where "When Lee asked" ends, or "Pressed by Lee": it is not Lee who answers."""
        first, words = self.g.words.units[unit].first, self.g.words
        if words.low[first] in ASKED and words.low[first + 1 : first + 2] == ["by"]:
            comma = self.g.line.find(",", first, first + _ASKING)
            return words.start[comma] if comma > 0 else 0
        if words.low[first] != "when":
            return 0
        v = self.g.line.find("V", first, first + _ASKING)
        asks = v > 0 and self.g.letters[v - 1] != "X" and cue_verbs()[words.low[v]].speech
        return words.start[v] if asks else 0

    def _is_led(self, row: int, unit: int) -> bool:
        """Whether no name in front of word ``row`` is the subject of anything: "In letters to Hill,
        she said"."""
        front = self.g.line[self.g.words.units[unit].first : row]
        return front[:1] == "I" and front[-1:] == "," and _DOES.isdisjoint(front)

    def _is_about(self, gender: str, unit: int) -> bool:
        """Whether the unit tells of a "he" or "she" already: "He praised Hill" is of no Hill."""
        source = self.g.unit_subject(self.g.words.units[unit])
        return source is not None and self._told_of(source.first) == gender

    def _told_of(self, row: int) -> str | None:
        return _GENDER.get(self.g.words.low[row]) if self.g.letters[row] == "P" else None

    def _stranger(self, unit: int) -> Person | None:
        """The subject of the unit, where it is somebody without a name: "One victim, a widow"."""
        if unit not in self._strangers:
            source = self.g.unit_subject(self.g.words.units[unit])
            found = None
            if source is not None and self._is_new(source.first):
                found = self._unnamed(source.first, source.last)
            self._strangers[unit] = found
        return self._strangers[unit]

    def _unheard(self, unit: int) -> Source | None:
        """The subject of the unit, where nothing else tells of whoever it is: "Modi disagreed", and
        he speaks; "Portside won", and nobody knows who does. In 840 articles of PolNeAR there are
        seven such, all persons."""
        words = self.g.words
        source = self.g.unit_subject(words.units[unit])
        if source is None or source.last - source.first != 1:
            return None
        word, start = words.text[source.first], words.start[source.first]
        if not word.isalpha() or not word.istitle() or is_common(word.lower()):
            return None
        starts = self.people.starts
        at = bisect_left(starts, start)
        return None if at < len(starts) and starts[at] == start else source

    def _name_of(self, source: Source) -> Person:
        word, start = self.g.words.text[source.first], self.g.words.start[source.first]
        span = Span(start, start + len(word), word)
        return Person(span, word, word, "", possessive=False, sure=False)

    def _is_new(self, first: int) -> bool:
        """Whether word ``first`` opens a phrase that means none of those named before."""
        return self.g.letters[first] == "H" or self.g.words.low[first] in _A

    def _lasts(self, spoke: Person, back: int, unit: int) -> bool:
        """Whether who spoke in unit ``back`` is still spoken of: people without a name only in the
        next sentence or paragraph."""
        return bool(spoke.last) or self._is_near(back, unit)

    def _is_near(self, back: int, unit: int) -> bool:
        units = self.g.words.units
        return unit - back == 1 or units[back].paragraph == units[unit].paragraph


def _foremost(people: list[Person]) -> Person:
    """The one most likely to be spoken of next: a person for sure, and no mere owner."""
    return min(people, key=lambda p: (not p.sure, p.first == p.last and not p.sure, p.possessive))
