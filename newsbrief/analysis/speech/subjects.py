"""Whom the sentences before were about: "it", "the company" and "the Frenchman" go back to them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from newsbrief.analysis.speech.businesses import is_business
from newsbrief.analysis.speech.people import People, Person
from newsbrief.analysis.speech.sources import Grammar, Source
from newsbrief.analysis.speech.words import Unit
from newsbrief.span import Span

if TYPE_CHECKING:
    from newsbrief.analysis.names.finding import NameMention

_WINDOW = 3  # sentences that "the company" reaches back
_SHORT = 5  # words from "it" to the end of a sentence that "it said" ends
_BODIES = ("organisation", "government", None)  # of an unknown name "it" makes a body


class Subjects:
    """Asked only where nothing else tells; ``name`` gives the name that words of a unit hold."""

    def __init__(
        self,
        grammar: Grammar,
        names: Sequence[NameMention],
        people: People,
        name: Callable[[int, int], Span | None],
    ) -> None:
        self._g = grammar
        self._names = names
        self._people = people
        self._name = name

    def person(self, unit: int, bearer: Callable[[int, int], Person | None]) -> Span | None:
        """The person who is the subject of the sentence before ``unit``, where its main clause
        names nobody else: "the Frenchman" behind "Lee was furious that Hale had left", not "Lee met
        Hale". ``bearer`` tells whom a pronoun means."""
        before = self._g.words.units[unit - 1]
        source = self._g.unit_subject(before) if unit else None
        if source is None:
            return None
        if self._g.letters[source.first] == "P":
            one = bearer(source.first, unit - 1)
            return one.span if one is not None and one.sure else None
        named = self._name(source.first, source.last)
        if named is None or self._kind(named) != "person":
            return None
        known = self._people.known(unit - 1, self._main_end(source, before))
        return named if [one.span for one in known] == [named] else None

    def firm(self, unit: int) -> Span | None:
        """The business that is the subject of one of the last sentences, whose main clause names no
        other body: "the company" of an article that names several."""
        for back in range(unit - 1, max(-1, unit - 1 - _WINDOW), -1):
            before = self._g.words.units[back]
            source = self._g.unit_subject(before)
            named = None if source is None else self._name(source.first, source.last)
            if source is None or named is None:
                continue
            starts = self._people.starts
            first = bisect_left(starts, named.start)
            last = bisect_left(starts, self._main_end(source, before))
            bodies = [n for n in self._names[first:last] if n.kind == "organisation"]
            if bodies:
                alone = len({n.name for n in bodies}) == 1 and is_business(bodies[0].name)
                return bodies[0].span if alone else None
        return None

    def body(self, row: int, unit: int, told: Sequence[Span | Person]) -> Span | None:
        """The body that "it" at word ``row`` stands for: the subject of what it said ("The firm has
        sold it, it said"), or who spoke in the sentence before (``told``), in one paragraph; that
        sentence's subject where "it said" ends this one."""
        units = self._g.words.units
        named: Span | Person | None = None
        behind = row > units[unit].first
        if behind:
            named = self._subject(units[unit], row)
        if named is None and unit and units[unit - 1].paragraph == units[unit].paragraph:
            ends = behind and self._g.letters[row - 1] in ",Q" and units[unit].last - row < _SHORT
            if told and (ends or not behind):
                named = told[-1]
            elif ends:
                named = self._subject(units[unit - 1])
        return named if isinstance(named, Span) and self._kind(named) in _BODIES else None

    def _subject(self, unit: Unit, high: int | None = None) -> Span | None:
        source = self._g.unit_subject(unit, high)
        inside = source is not None and (high is None or source.last < high)
        return self._name(source.first, source.last) if source is not None and inside else None

    def _kind(self, named: Span) -> str | None:
        k = bisect_left(self._people.starts, named.start)
        return self._names[k].kind if k < len(self._names) else None

    def _main_end(self, source: Source, unit: Unit) -> int:
        """Where the main clause of the unit ends that ``source`` is the subject of."""
        for k in range(source.last, unit.last):
            if self._g.letters[k] in "hSW":
                return self._g.words.start[k]
        return self._g.words.end(unit.last - 1)
