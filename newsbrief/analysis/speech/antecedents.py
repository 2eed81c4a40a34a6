"""Which named person a "she", a "who" or "the senator" stands for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsbrief.analysis.lexicon.offices import ROLE_HEADS
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.speech.businesses import is_firm
from newsbrief.analysis.speech.definites import Definites, is_one_of_people, is_people
from newsbrief.analysis.speech.headnames import HeadNames
from newsbrief.analysis.speech.people import People, Person
from newsbrief.analysis.speech.pronouns import Pronouns
from newsbrief.analysis.speech.sources import Grammar, Source
from newsbrief.analysis.speech.subjects import Subjects
from newsbrief.analysis.speech.unnamed import unnamed_gender
from newsbrief.analysis.text.passages import Passage
from newsbrief.cached import cached_property
from newsbrief.span import Span

if TYPE_CHECKING:
    from newsbrief.analysis.names.finding import NameMention


_LINKS = Lazy("[It]")
_ANY_OFFICE = frozenset({"leader", "politician", "star"})  # calls whoever has another one


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
        self._heads = HeadNames(text, grammar, names, self.people)
        self._pronouns = Pronouns(grammar, self.people, self._described)
        self._resolved: dict[
            tuple[int, int], tuple[Span | Person | None, Span | Person | None]
        ] = {}

    @cached_property
    def _subjects(self) -> Subjects:
        return Subjects(self.g, self.names, self.people, self._heads.head)

    @cached_property
    def _definites(self) -> Definites:
        return Definites(self.text, self.names, self.people.quoted, self.unit_starts)

    def resolve(self, source: Source, unit: int) -> Span | None:
        """The mention that ``source``, in unit number ``unit``, goes back to; ``None``: unknown."""
        key = source.first, source.last
        if key not in self._resolved:  # "she" of a speech that goes on is who she was
            self._resolved[key] = self._resolve(source, unit)
        meant, speaker = self._resolved[key]
        self._pronouns.tell(speaker, unit)
        return meant.span if isinstance(meant, Person) else meant

    def _resolve(
        self, source: Source, unit: int
    ) -> tuple[Span | Person | None, Span | Person | None]:
        """Whom the source means, by name, and who speaks: somebody without one, where nobody is."""
        first, last = source.antecedent or (source.first, source.last)
        pronoun = last - first == 1 and self.g.letters[first] in "PHW"
        pronoun = pronoun and not self.g.words.text[first].isupper()  # "WHO" may be a name
        meant: Span | Person | None = None if pronoun else self._heads.head(first, last)
        if meant is None:
            if pronoun and self.g.words.low[first] == "it":
                meant = self._subjects.body(first, unit, self._pronouns.spoke.get(unit - 1, ()))
            elif pronoun and self.g.words.low[first] == "they":
                meant = self._pronouns.crowd(unit) or self._pronouns.spokesperson(unit)
            else:
                meant = (
                    self._pronouns.bearer(first, unit)
                    if pronoun
                    else self._party(first, last, unit)
                )
        who = source.antecedent is not None and self.g.line[last : source.last] == ",W"
        if meant is None and who and not pronoun:
            meant = self._heads.last(first, last)
        if source.antecedent and not pronoun:
            meant = self._antecedent(first, last, meant, source.first)
        if meant is None and not pronoun and self._are_many(first, last):
            self._pronouns.tell_crowd(self._span(first, last), unit)
        return meant, self._unnamed(first, last) if meant is None and not pronoun else meant

    def _antecedent(
        self, first: int, last: int, meant: Span | Person | None, who: int
    ) -> Span | Person | None:
        """``meant``, but nobody is "which" (word ``who``); else Lee of "Ann Lee, a nurse who said",
        and "the officers" of "the officers, who said"."""
        which = self.g.words.low[who] == "which"
        if meant is not None:
            return (
                None if which and (isinstance(meant, Person) or self._is_person(meant)) else meant
            )
        beside = None if which else self._heads.beside(first)
        if beside is not None or self._may_be_its_end(first, last, which):
            return beside
        found = self._unnamed(first, last)
        some = self.g.letters[first] in "DH0ON" or self.g.words.low[last - 1].endswith("s")
        listed = "C" in self.g.line[first:last] and "N" in self.g.line[first:last]
        return self._span(first, last) if found is None and some and not listed else found

    def _may_be_its_end(self, first: int, last: int, which: bool) -> bool:
        """Whether "who" may as well be the name that a phrase ends with: "a friend of Lee, who"."""
        if self.g.line[last - 1 : last + 1] != "N," or not _LINKS.search(self.g.line, first, last):
            return False
        k = bisect_left(self.name_starts, self.g.words.end(last - 1)) - 1
        return which or (k >= 0 and self.names[k].kind == "person")

    def _is_person(self, name: Span) -> bool:
        k = bisect_left(self.name_starts, name.start)
        return k < len(self.names) and self.names[k].kind == "person"

    def _party(self, first: int, last: int, unit: int) -> Span | Person | None:
        """The named party that a phrase like "the senator" stands for."""
        words = self.g.words
        if last - first == 1:
            return self._pronouns.bearer(first, unit)  # "him"
        if words.low[first] != "the":
            return None
        head = words.low[last - 1]
        of = {word for word in words.text[first + 1 : last - 1] if word[0].isupper()}
        holder = self.people.holder(head, unit, of) if head in ROLE_HEADS else None
        if holder is not None:
            return holder
        called = words.low[first + 1 : last]
        found = self._definites.named(called, words.start[first], of)
        if called and called[0].endswith("-year-old"):
            called = called[1:]
        if found is None and is_people(called):
            return self._subjects.person(unit, self._pronouns.bearer)
        if found is None and is_one_of_people(called):
            found = self._subjects.person(unit, self._pronouns.bearer)
            other = found and head not in _ANY_OFFICE and self._definites.has_office(found)
            return None if other else found
        if found is None and len(called) == 1 and is_firm(called[0]):
            return self._subjects.firm(unit)
        return found

    def _unnamed(self, first: int, last: int) -> Person | None:
        """A single person whom the phrase describes: "a senior official of the port"."""
        gender = unnamed_gender(first, last, self.g)
        if gender is None:
            return None
        span = self._span(first, last)
        return Person(span.of(self.text), "", "", gender, False, True)

    def _described(self, first: int, last: int) -> Person | None:
        """The same, by the name that stands beside: Jane of "His wife, Jane, was there"."""
        person = self._unnamed(first, last)
        name = None if person is None else self._heads.apposed(first, last)
        if person is None or name is None:
            return person
        known = self.people.named(name)
        gender = person.gender if known is None else known.gender or person.gender
        return Person(name, "", "", gender, False, True)

    def _are_many(self, first: int, last: int) -> bool:
        """ "Six papers in Hale", "a number of aides"; not "the head of the papers"."""
        low = self.g.words.low
        link = _LINKS.search(self.g.line, first + 1, last)
        if link is None or low[link.start() - 1].endswith("s"):
            return low[(link.start() if link else last) - 1].endswith("s")
        return low[first] != "the" and low[link.start()] == "of" and low[last - 1].endswith("s")

    def _span(self, first: int, last: int) -> Span:
        return Span(self.g.words.start[first], self.g.words.end(last - 1))
