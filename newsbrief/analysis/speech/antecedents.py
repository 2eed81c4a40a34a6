"""Which named person a "she", a "who" or "the senator" stands for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from newsbrief.analysis.lexicon.offices import HONORIFICS, ROLE_HEADS
from newsbrief.analysis.lexicon.people import given_names
from newsbrief.analysis.speech.definites import Definites
from newsbrief.analysis.speech.sources import Grammar, Source
from newsbrief.analysis.speech.unnamed import unnamed_gender
from newsbrief.analysis.speech.wordclass import is_possessive
from newsbrief.analysis.text.passages import Passage
from newsbrief.span import Span

if TYPE_CHECKING:
    from newsbrief.analysis.names.finding import NameMention

_PERSONS = ("person", None)
_GENDER = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f", "hers": "f"}
_SHORT_ROLES = {
    "sen": "senator", "gov": "governor", "rep": "representative", "gen": "general",
    "pres": "president", "lt": "lieutenant", "sgt": "sergeant", "capt": "captain",
    "col": "colonel", "adm": "admiral", "prof": "professor", "dr": "doctor",
}  # fmt: skip
_SAME_ROLE = {"congressman": "representative", "congresswoman": "representative",
              "lawmaker": "representative", "spokesperson": "spokesman"}  # fmt: skip
# How many sentences back a pronoun may reach; beyond eight the guess was wrong as often as right.
_WINDOW = 8
_MOST = 30  # people kept for one sentence; a list of a thousand names has no "she" to offer


@dataclass(slots=True)
class Person:
    """One writing of a person's name outside quotation marks."""

    span: Span
    first: str
    last: str
    gender: str  # "m", "f" or "" where nothing tells
    role: str
    possessive: bool
    sure: bool  # known to be a person, not merely a name


class Antecedents:
    """The people of one article in the order of their mentions, sentence by sentence."""

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
        self.name_starts = [n.span.start for n in names]
        self.passages = passages
        self.unit_starts = [grammar.words.start[u.first] for u in grammar.words.units]
        # unit -> who was found speaking there, in order: by name, or whom a pronoun stands for,
        # or people without a name
        self.spoke: dict[int, list[Span | Person]] = {}
        self._seen: dict[str, tuple[str, str, str]] = {}
        self._there: dict[int, list[Person]] = {}
        self._told: dict[str, tuple[list[int], list[str]]] = {}

    def people(self, unit: int) -> list[Person]:
        """The people whom the unit names. Few are asked for: one in three has a pronoun near."""
        found = self._there.get(unit)
        if found is None:
            found = self._there[unit] = self._read(unit)
        return found

    def _read(self, unit: int) -> list[Person]:
        starts = self.unit_starts
        first = bisect_left(self.name_starts, starts[unit])
        last = len(self.names)
        if unit + 1 < len(starts):
            last = bisect_left(self.name_starts, starts[unit + 1], first)
        found: list[Person] = []
        for k in range(first, last):
            n = self.names[k]
            if n.kind not in _PERSONS or self._is_quoted(n.span.start):
                continue
            person = self._person(k, n)
            start = n.span.start
            if not person.sure and self.text[max(0, start - 4) : start].lower() == "the ":
                continue
            found.append(person)
            if len(found) == _MOST:
                break
        return found

    def _is_quoted(self, start: int) -> bool:
        k = bisect_right(self._passage_starts, start) - 1
        return k >= 0 and start < self.passages[k].outer.end

    @cached_property
    def _definites(self) -> Definites:
        told = [n for n in self.names if not self._is_quoted(n.span.start)]
        return Definites(self.text, told, self.unit_starts)

    @cached_property
    def _passage_starts(self) -> list[int]:
        return [p.outer.start for p in self.passages]

    @cached_property
    def _by_surname(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for k, mention in enumerate(self.names):
            if mention.kind in _PERSONS:
                found.setdefault(self._parts(mention.name)[1], []).append(k)
        return found

    def _genders(self, last: str) -> tuple[list[int], list[str]]:
        """The names of that surname whose title or given name tells the gender, and which."""
        found = self._told.get(last)
        if found is None:
            told = [(k, self._gender(self.names[k].span)) for k in self._by_surname.get(last, ())]
            told = [(k, gender) for k, gender in told if gender]
            found = self._told[last] = [k for k, _ in told], [gender for _, gender in told]
        return found

    def _gender(self, span: Span) -> str:
        return HONORIFICS.get(self._title(span), "") or self._parts(self._name(span))[2]

    def _name(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def _title(self, span: Span) -> str:
        before = self.text[max(0, span.start - 40) : span.start].rsplit(None, 1)
        return before[-1].strip(".(“\"'") if before else ""

    def _person(self, k: int, name: NameMention) -> Person:
        span = name.span
        first, last, _ = self._parts(self._name(span))
        role = self._title(span).lower()
        rows, told = self._genders(last)
        at = bisect_right(rows, k)
        known = told[at - 1] if at else ""  # by this writing of the name or one before it
        return Person(
            span,
            first,
            last,
            known or (told[-1] if told else ""),
            _SHORT_ROLES.get(role, role) if role in ROLE_HEADS or role in _SHORT_ROLES else "",
            self.text[span.end : span.end + 2] in ("’s", "'s"),
            name.kind == "person" or bool(known),
        )

    def _parts(self, name: str) -> tuple[str, str, str]:
        """First word, surname, and the gender of the given name."""
        found = self._seen.get(name)
        if found is None:
            words = name.split()
            given = given_names().get(words[0].strip(".,"), "") if len(words) > 1 else ""
            found = self._seen[name] = words[0], words[-1].strip(".,"), given
        return found

    def resolve(self, source: Source, unit: int) -> Span | None:
        """The mention that ``source``, in unit number ``unit``, goes back to; ``None``: unknown."""
        first, last = source.antecedent or (source.first, source.last)
        words = self.g.words
        end = words.end[last - 1]
        named = self._named(words.start[first], end)
        if named is None or self.g.letters[first] in "DH":  # "The opposition MLA, Ann Lee,"
            named = (None if self._serves(first, last) else self._apposed(end)) or named
        if named is None and self._is_name(first, last):
            named = Span(words.start[first], words.end[last - 1])
        if named is not None:
            self.spoke.setdefault(unit, []).append(named)
            return named
        low = words.low[first].replace("’", "'").split("'")[0]
        person: Person | None = None
        if last - first == 1 and low in _GENDER:
            person = self._pronoun(_GENDER[low], words.start[first], unit)
        elif low == "the":
            person = self._role(first, last, unit)
        if person is None and low == "the":
            found = self._definites.named(words.low[first + 1 : last], words.start[first])
            if found is not None:
                self.spoke.setdefault(unit, []).append(found)
                return found
        if person is None:
            if (unnamed := self._unnamed(first, last)) is not None:
                self.spoke.setdefault(unit, []).append(unnamed)
            return None
        self.spoke.setdefault(unit, []).append(person)
        return person.span

    def _unnamed(self, first: int, last: int) -> Person | None:
        """A single person whom the phrase describes: "a senior official of the port"."""
        gender = unnamed_gender(first, last, self.g)
        if gender is None:
            return None
        start, end = self.g.words.start[first], self.g.words.end[last - 1]
        return Person(Span(start, end, self.text[start:end]), "", "", gender, "", False, True)

    def _named(self, start: int, end: int) -> Span | None:
        """The name that heads the phrase: not "Smith" in "Smith's lawyer" or "aide to Smith"."""
        k = bisect_right(self.name_starts, start - 1)
        while k < len(self.names) and self.names[k].span.start < end:
            span = self.names[k].span
            k += 1
            if span.end > end or (span.end + 2 < end and self._owns(span)):
                continue
            lead = self.text[start : span.start].lower().split()
            if not _BETWEEN.isdisjoint(lead):
                return None
            rest = self.text[span.end : end].split()
            if rest and rest[0] not in _AFTER_NAME and rest[0][0] not in "(,":
                continue
            return span
        return None

    def _is_name(self, first: int, last: int) -> bool:
        """Capitals alone, and not a plural that a sentence begins with ("Critics")."""
        words, letters = self.g.words, self.g.letters
        if letters[first:last].strip("Nb") or is_possessive(words.low[last - 1]):
            return False
        return last - first > 1 or not (
            words.low[first].endswith("s") or words.low[first] in _COLLECTIVE
        )

    def _owns(self, span: Span) -> bool:
        return self.text[span.end : span.end + 2] in ("’s", "'s")

    def _serves(self, first: int, last: int) -> bool:
        """Whether a name behind the phrase is that of another one: "an aide to the mayor, Lee"."""
        inside = "I" in self.g.letters[first:last] or "t" in self.g.letters[first:last]
        return inside and self.g.words.low[last - 1] in ROLE_HEADS

    def _apposed(self, end: int) -> Span | None:
        """The name in "The mayor, Ann Lee, said"."""
        if self.text[end : end + 2] != ", ":
            return None
        k = bisect_right(self.name_starts, end + 1)
        if k < len(self.names) and self.names[k].span.start == end + 2:
            span = self.names[k].span
            if self.names[k].kind == "person" and self.text[span.end : span.end + 1] in ",.;:":
                return span
        return None

    def _speaker(self, unit: int) -> Person | None:
        """Who was found speaking in the unit, the last of several."""
        for one in reversed(self.spoke.get(unit, ())):
            if isinstance(one, Person):
                return one
            person = next((p for p in self.people(unit) if p.span == one), None)
            if person is not None:
                return person
        return None

    def _pronoun(self, gender: str, before: int, unit: int) -> Person | None:
        genders = ("", gender)
        here = [p for p in self._known(unit) if p.gender in genders and p.span.end <= before]
        if here:
            return self._foremost(here)
        spoke = self._speaker(unit)
        if spoke is not None and spoke.gender in genders and spoke.span.end <= before:
            return spoke
        described: Person | None = None  # "The nominee": somebody named before, or nobody
        for back in range(unit - 1, max(-1, unit - 1 - _WINDOW), -1):
            spoke = self._speaker(back)
            if spoke is not None and spoke.gender in genders and self._lasts(spoke, back, unit):
                if spoke.last or not self._name(spoke.span).lower().startswith("the "):
                    return spoke
                described = described or spoke
            people = [p for p in self._known(back) if p.gender in genders]
            if people and described is None:
                return self._foremost(people)
        return described

    def _known(self, unit: int) -> list[Person]:
        """Those whom the unit names that are surely people, or bear two names."""
        return [p for p in self.people(unit) if p.sure or p.first != p.last]

    def _lasts(self, spoke: Person, back: int, unit: int) -> bool:
        """Whether who spoke in unit ``back`` is still spoken of: people without a name only in the
        next sentence or paragraph."""
        units = self.g.words.units
        near = unit - back == 1 or units[back].paragraph == units[unit].paragraph
        return near or bool(spoke.last)

    def _foremost(self, people: list[Person]) -> Person:
        """The one most likely to be spoken of next: a person for sure, and no mere owner."""
        return min(
            people, key=lambda p: (not p.sure, p.first == p.last and not p.sure, p.possessive)
        )

    def _role(self, first: int, last: int, unit: int) -> Person | None:
        head = self.g.words.low[last - 1]
        head = _SAME_ROLE.get(head, head)
        if head not in ROLE_HEADS:
            return None
        for back in range(unit, -1, -1):
            for person in reversed(self.people(back)):
                if person.role and _SAME_ROLE.get(person.role, person.role) == head:
                    return person
            if unit - back > 60:
                return None
        return None


_COLLECTIVE = frozenset({"police", "staff", "people", "nobody", "everyone", "management", "q", "a"})
_BETWEEN = frozenset({"of", "for", "to", "with", "from", "at", "in", "by"})
_AFTER_NAME = frozenset({"of", "for", "from", "in", "at", "with", "and", "to", "on", "by", "who"})
