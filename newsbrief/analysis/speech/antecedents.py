"""Which named person a "she", a "who" or "the senator" stands for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsbrief.analysis.lexicon.cues import cue_verbs
from newsbrief.analysis.lexicon.offices import HONORIFICS, ROLE_HEADS
from newsbrief.analysis.speech.ahead import STOPPED
from newsbrief.analysis.speech.businesses import is_firm
from newsbrief.analysis.speech.definites import Definites, is_people
from newsbrief.analysis.speech.people import People, Person
from newsbrief.analysis.speech.sources import Grammar, Source
from newsbrief.analysis.speech.subjects import Subjects
from newsbrief.analysis.speech.unnamed import is_stranger, unnamed_gender
from newsbrief.analysis.speech.wordclass import is_possessive
from newsbrief.analysis.text.passages import Passage
from newsbrief.cached import cached_property
from newsbrief.span import Span

if TYPE_CHECKING:
    from newsbrief.analysis.names.finding import NameMention

_GENDER = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f", "hers": "f"}
# How many sentences back a pronoun may reach; beyond eight the guess was wrong as often as right.
_WINDOW = 8


class Antecedents:
    """Who speaks in one article, followed from sentence to sentence."""

    def __init__(
        self,
        text: str,
        grammar: Grammar,
        passages: Sequence[Passage],
        names: Sequence[NameMention],
    ) -> None:
        self.text = text
        self.g = grammar
        self.names = names
        self.unit_starts = [grammar.words.start[u.first] for u in grammar.words.units]
        self.people = People(text, names, passages, self.unit_starts)
        self.name_starts = self.people.starts
        # unit -> who was found speaking there, in order: by name, or whom a pronoun stands for,
        # or people without a name
        self.spoke: dict[int, list[Span | Person]] = {}
        self._strangers: dict[int, Person | None] = {}
        self._crowds: dict[int, Span | None] = {}  # unit -> people without a name who spoke there
        self._resolved: dict[
            tuple[int, int], tuple[Span | Person | None, Span | Person | None]
        ] = {}

    @cached_property
    def _subjects(self) -> Subjects:
        return Subjects(self.g, self.names, self.people, self._name)

    @cached_property
    def _definites(self) -> Definites:
        return Definites(self.text, self.names, self.people.quoted, self.unit_starts)

    def resolve(self, source: Source, unit: int) -> Span | None:
        """The mention that ``source``, in unit number ``unit``, goes back to; ``None``: unknown."""
        key = source.first, source.last
        if key not in self._resolved:  # "she" of a speech that goes on is who she was
            self._resolved[key] = self._resolve(source, unit)
        meant, speaker = self._resolved[key]
        if speaker is not None:
            self.spoke.setdefault(unit, []).append(speaker)
        return meant.span if isinstance(meant, Person) else meant

    def _resolve(
        self, source: Source, unit: int
    ) -> tuple[Span | Person | None, Span | Person | None]:
        """Whom the source means, by name, and who speaks: somebody without one, where nobody is."""
        first, last = source.antecedent or (source.first, source.last)
        pronoun = last - first == 1 and self.g.letters[first] in "PHW"
        pronoun = pronoun and not self.g.words.text[first].isupper()  # "WHO" may be a name
        meant: Span | Person | None = None if pronoun else self._name(first, last)
        if meant is None:
            if pronoun and self.g.words.low[first] == "it":
                meant = self._subjects.body(first, unit, self.spoke.get(unit - 1, ()))
            elif pronoun and self.g.words.low[first] == "they":
                meant = self._crowd(unit)
            else:
                meant = self._bearer(first, unit) if pronoun else self._party(first, last, unit)
        who = source.antecedent is not None and self.g.line[last : source.last] == ",W"
        if meant is None and who and not pronoun:
            meant = self._last_name(first, last)
        if source.antecedent and not pronoun:
            meant = self._antecedent(first, last, meant, source.first)
        if meant is None and not pronoun and self.g.words.low[last - 1].endswith("s"):
            words = self.g.words
            self._crowds[unit] = Span(words.start[first], words.end[last - 1])
        return meant, self._unnamed(first, last) if meant is None and not pronoun else meant

    def _crowd(self, unit: int) -> Span | None:
        """Whom "they" stands for: people without a name who spoke in the sentence before, where no
        one else did."""
        if unit in self.spoke or unit - 1 in self.spoke:
            return None
        found = self._crowds[unit] = self._crowds.get(unit) or self._crowds.get(unit - 1)
        return found

    def _name(self, first: int, last: int) -> Span | None:
        """The name that the words ``first`` to ``last`` give."""
        start, end = self.g.words.start[first], self.g.words.end[last - 1]
        named = self._named(start, end)
        if named is not None and self._is_member(named, first, end):
            named = None
        if named is None or self.g.letters[first] in "DH":  # "The opposition MLA, Ann Lee,"
            apposed = self._apposed(first, last)
            if apposed is not None and not self._serves(first, last):
                named = apposed
        if named is None and self._is_name(first, last):
            return Span(start, end)
        return named

    def _last_name(self, first: int, last: int) -> Span | None:
        """Of "the mouth of Ann Lee, who" Ann Lee: no mouth is meant by "who"."""
        if unnamed_gender(first, last, self.g) is not None:
            return None
        end = self.g.words.end[last - 1]
        k = bisect_left(self.name_starts, end) - 1
        found = k >= 0 and self.names[k].kind == "person" and self.names[k].span.end == end
        return self.names[k].span if found else None

    def _antecedent(
        self, first: int, last: int, meant: Span | Person | None, who: int
    ) -> Span | Person | None:
        """``meant``, but nobody is "which" (word ``who``); else Lee of "Ann Lee, a nurse who said",
        and "the officers" of "the officers, who said"."""
        words, letters = self.g.words, self.g.letters
        if meant is not None:
            k = bisect_left(self.name_starts, meant.start) if isinstance(meant, Span) else -1
            person = k < 0 or (k < len(self.names) and self.names[k].kind == "person")
            return None if person and words.low[who] == "which" else meant
        if first > 1 and letters[first] == "D" and self.g.line[first - 2 : first] == "N,":
            k = bisect_left(self.name_starts, words.start[first]) - 1
            if k > 0 and self.names[k].kind == "place":  # "Lee of Ohio, a Democrat, who said"
                k -= 1
            if k >= 0 and self.names[k].kind == "person" and words.start[first] - self.names[k].span.end < _NEAR:
                return self.names[k].span
        unnamed = self._unnamed(first, last)
        some = letters[first] in "DH0ON" or words.low[last - 1].endswith("s")
        listed = "C" in self.g.line[first:last] and "N" in self.g.line[first:last]
        if unnamed is None and some and not listed:
            return Span(words.start[first], words.end[last - 1])
        return unnamed

    def _bearer(self, row: int, unit: int) -> Person | None:
        """Whom the pronoun at word ``row`` stands for: "she", "she’s"."""
        words = self.g.words
        gender = _GENDER.get(words.low[row].replace("’", "'").partition("'")[0])
        return None if gender is None else self._pronoun(gender, words.start[row], unit)

    def _party(self, first: int, last: int, unit: int) -> Span | Person | None:
        """The named party that a phrase like "the senator" stands for."""
        words = self.g.words
        if last - first == 1:
            return self._bearer(first, unit)  # "him"
        if words.low[first] != "the":
            return None
        head = words.low[last - 1]
        holder = self.people.holder(head, unit) if head in ROLE_HEADS else None
        if holder is not None:
            return holder
        called = words.low[first + 1 : last]
        found = self._definites.named(called, words.start[first])
        if called and called[0].endswith("-year-old"):
            called = called[1:]
        if found is None and is_people(called):
            return self._subjects.person(unit, self._bearer)
        if found is None and len(called) == 1 and is_firm(called[0]):
            return self._subjects.firm(unit)
        return found

    def _unnamed(self, first: int, last: int) -> Person | None:
        """A single person whom the phrase describes: "a senior official of the port"."""
        gender = unnamed_gender(first, last, self.g)
        if gender is None:
            return None
        start, end = self.g.words.start[first], self.g.words.end[last - 1]
        return Person(Span(start, end, self.text[start:end]), "", "", gender, False, True)

    def _named(self, start: int, end: int) -> Span | None:
        """The name that heads the phrase: not "Smith" in "Smith's lawyer" or "aide to Smith"."""
        k = bisect_left(self.name_starts, start)
        while k < len(self.names) and self.name_starts[k] < end:
            span = self.names[k].span
            k += 1
            if span.end > end or (span.end + 2 < end and self.people.owns(span)):
                continue
            if start < span.start:
                lead = self.text[start : span.start].lower().split()
                if not _BETWEEN.isdisjoint(lead):
                    return span if _is_part(lead) and span.end == end else None
            stopped = span.end + 1 == end and span.text.rpartition(" ")[2].lower() in STOPPED
            if span.end < end and not stopped:
                rest = self.text[span.end : end].split()
                if rest and rest[0] not in _AFTER_NAME and rest[0][0] not in "(,":
                    continue
            return span
        return None

    def _is_name(self, first: int, last: int) -> bool:
        """Capitals alone, and not a plural that a sentence begins with ("Critics")."""
        words, line = self.g.words, self.g.line
        if line[first:last].strip("Nb") or is_possessive(words.low[last - 1]):
            return False
        return last - first > 1 or not (
            words.low[first].endswith("s") or words.low[first] in _COLLECTIVE
        )

    def _is_member(self, named: Span, first: int, end: int) -> bool:
        """Whether the name is but what one of many is called: "one senior Tory"."""
        if self.g.words.low[first] not in _ONE_OF or named.end != end or " " in named.text:
            return False
        k = bisect_left(self.name_starts, named.start)
        return self.names[k].kind != "person"

    def _serves(self, first: int, last: int) -> bool:
        """Whether a name behind the phrase is that of another one: "an aide to the mayor, Lee"."""
        if self.g.words.low[last - 1] not in ROLE_HEADS:
            return False
        return "I" in self.g.line[first:last] or "t" in self.g.line[first:last]

    def _apposed(self, first: int, last: int) -> Span | None:
        """The name in "The mayor, Ann Lee, said", in "said his sister, Jane", and in "The head
        of the Marlow Bank (MB), Dr Ann Lee, said"."""
        end = self.g.words.end[last - 1]
        if self.g.letters[last] == "W":
            end = self._modified(last, end)
        if self.text[end : end + 2] == " (":
            end = self.text.find(")", end, end + 16) + 1 or end
        if self.text[end : end + 2] != ", ":
            return None
        k = bisect_left(self.name_starts, end + 2)
        if k < len(self.names) and _is_titles(self.text, end + 2, self.name_starts[k]):
            span = self.names[k].span
            kind = self.names[k].kind
            person = kind == "person" or (
                kind is None and unnamed_gender(first, last, self.g) is not None
            )
            behind = self.text[span.end : span.end + 6]
            if person and (behind[:1] in ",.;:" or behind.startswith(_OF_A_BODY)):
                return span
        return None

    def _modified(self, who: int, end: int) -> int:
        """Where the clause of "who" ends that a name follows: "A priest who works with victims, Ann
        Lee, said"; ``end`` where the name may be that of whom the clause tells: "who met the
        mayor, Ann Lee"."""
        comma = self.g.line.find(",", who, who + _MODIFIES)
        if comma < 0 or self.g.letters[comma + 1] != "N":
            return end
        if unnamed_gender(who, comma, self.g) is not None:
            return end
        return self.g.words.end[comma - 1]

    def _speaker(self, unit: int) -> Person | None:
        """Who was found speaking in the unit, the last of several."""
        for one in reversed(self.spoke.get(unit, ())):
            if isinstance(one, Person):
                return one
            here = one.start >= self.unit_starts[unit]
            person = self.people.named(one) if here else None
            if person is not None:
                return person
        return None

    def _pronoun(self, gender: str, before: int, unit: int) -> Person | None:
        genders = ("", gender)
        spoke = self._speaker(unit)
        if spoke is not None and (spoke.gender not in genders or spoke.span.end > before):
            spoke = None
        asked = self._asked(unit)
        if spoke is not None and spoke.span.start < asked:
            spoke = None
        if spoke is not None and spoke.last and spoke.span.start >= self.unit_starts[unit]:
            return spoke  # "With Hill gone, Lee said he had a plan"
        here = [p for p in self.people.known(unit, before) if p.gender in genders]
        here = [p for p in here if p.span.start >= asked]
        if here:
            return _foremost(here)
        if spoke is not None:
            return spoke
        subject = self._stranger(unit)
        if subject is not None and subject.gender in genders and subject.span.end <= before:
            return subject
        described: Person | None = None  # "The nominee": somebody named before, or nobody
        for back in range(unit - 1, max(-1, unit - 1 - _WINDOW), -1):
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

    def _asked(self, unit: int) -> int:
        """Where the verb stands of "When Lee asked why, she": it is not Lee who answers."""
        first, words = self.g.words.units[unit].first, self.g.words
        if words.low[first] != "when":
            return 0
        v = self.g.line.find("V", first, first + _MODIFIES)
        asks = v > 0 and self.g.letters[v - 1] != "X" and cue_verbs()[words.low[v]].speech
        return words.start[v] if asks else 0

    def _is_about(self, gender: str, unit: int) -> bool:
        """Whether the unit tells of a "he" or "she" already: "He praised Hill" is of no Hill."""
        source = self.g.unit_subject(self.g.words.units[unit])
        return source is not None and _GENDER.get(self.g.words.low[source.first]) == gender and self.g.letters[source.first] == "P"

    def _stranger(self, unit: int) -> Person | None:
        """The subject of the unit, where it is somebody without a name: "One victim, a widow"."""
        if unit not in self._strangers:
            source = self.g.unit_subject(self.g.words.units[unit])
            found = None
            if source is not None and self._is_new(source.first):
                found = self._unnamed(source.first, source.last)
            self._strangers[unit] = found
        return self._strangers[unit]

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


def _is_part(lead: list[str]) -> bool:
    """Whether the words in front make a part of what is named: "the Ohio chapter of the" ACLU."""
    return lead[-1:] == ["the"] and len(lead) > 2 and lead[-2] == "of" and lead[-3] in _PARTS


def _is_titles(text: str, start: int, name: int) -> bool:
    """Whether nothing but titles stands before the name: "Dr Ann Lee", "Professor Ann Lee"."""
    if start == name:
        return True
    words = text[start:name].split() if name - start < _TITLES else [""]
    return all(
        w.rstrip(".") in HONORIFICS or w.lower() in ROLE_HEADS or w.rstrip(".").lower() in _STYLES
        for w in words
    )


_STYLES = frozenset("the rt right hon honourable most very rev revd reverend ven fr".split())
_NEAR = 24  # code points from a name to what is told of it: "Lee of New Hampshire, a nurse"
_MODIFIES = 10  # words of a clause behind whoever it tells of
_OF_A_BODY = (" of ", " from ", " at ")  # "said the author, Ann Lee of Marlow University"
_TITLES = 32  # code points
_COLLECTIVE = frozenset({"police", "staff", "people", "nobody", "everyone", "management", "q", "a"})
_PARTS = frozenset({"chapter", "branch", "affiliate"})
_BETWEEN = frozenset(
    "of for to with from at in by on near outside inside behind against about over after".split()
)
_A = frozenset({"a", "an", "one", "another"})
_ONE_OF = frozenset({"one", "a", "an", "another", "some", "many", "two", "few", "several"})
_AFTER_NAME = frozenset({"of", "for", "from", "in", "at", "with", "and", "to", "on", "by", "who"})
