"""The people whom an article names, asked for by sentence or by office."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from newsbrief.analysis.lexicon.offices import HONORIFICS, RELATIONS
from newsbrief.analysis.lexicon.people import given_names
from newsbrief.analysis.speech.callings import are_others
from newsbrief.analysis.speech.unnamed import gender_of
from newsbrief.analysis.text.passages import Passage
from newsbrief.cached import cached_property
from newsbrief.span import Span

if TYPE_CHECKING:
    from newsbrief.analysis.names.finding import NameMention

_PERSONS = ("person", None)
_AROUND = ".(“\"'"  # marks around a title
_SHORT_ROLES = {
    "sen": "senator", "gov": "governor", "rep": "representative", "gen": "general",
    "pres": "president", "lt": "lieutenant", "sgt": "sergeant", "capt": "captain",
    "col": "colonel", "adm": "admiral", "prof": "professor", "dr": "doctor",
}  # fmt: skip
_SAME_ROLE = {"congressman": "representative", "congresswoman": "representative",
              "lawmaker": "representative", "spokesperson": "spokesman"}  # fmt: skip
# Sentences that "the senator" reaches back, and names looked at in them.
_OFFICE_WINDOW = 61
_MOST_BEARERS = 300
_OF_SOMEBODY = (" campaign", " camp ", " administration", " team ", " aide", " supporters")
_SAINTS = ("St ", "St. ", "Saint ")  # a hall, a school or a hospital
_NO_PERSONS = ("the ", " in ", " at ")  # before an unknown name
_MOST = 30  # names of one sentence; a list of a thousand has no "she" to offer


@dataclass(slots=True)
class Person:
    """One writing of a person's name outside quotation marks."""

    span: Span
    first: str
    last: str
    gender: str  # "m", "f" or "" where nothing tells
    possessive: bool
    sure: bool  # known to be a person, not merely a name


class People:
    """The people of one article in the order of their mentions.

    Each is read when it is first asked for: one name in six is.
    """

    def __init__(
        self,
        text: str,
        names: Sequence[NameMention],
        passages: Sequence[Passage],
        unit_starts: Sequence[int],
    ) -> None:
        self.text = text
        self.names = names
        self.starts = [name.span.start for name in names]
        self.passages = passages
        self.unit_starts = unit_starts
        self._read: dict[int, Person | None] = {}
        # surname -> the first names to tell each gender; those not yet looked at, last first
        self._told: dict[str, tuple[dict[str, int], list[int]]] = {}

    def known(self, unit: int, before: int | None = None) -> list[Person]:
        """Those whom the unit names that are surely people, or bear two names; only those named
        before code point ``before``, where it is given."""
        first, last = self._names_of(unit, unit)
        if before is not None:
            last = bisect_left(self.starts, before, first, last)
        found = []
        for k in range(first, min(last, first + _MOST)):
            person = self._person(k)
            if person is not None and (person.sure or person.first != person.last):
                found.append(person)
        return found

    def named(self, span: Span) -> Person | None:
        """Whom the name at ``span`` means."""
        k = bisect_left(self.starts, span.start)
        return self._person(k) if k < len(self.names) and self.names[k].span == span else None

    def holder(self, office: str, unit: int, of: Set[str] = frozenset()) -> Person | None:
        """The last one with the office before the name: "senator", and "Sen. Lee"; ``of`` what he
        holds it: of "the Leeds coach" no "York coach Ann Lee"."""
        titles, ends = _titles(office)
        first, last = self._names_of(max(0, unit - _OFFICE_WINDOW), unit)
        for k in range(last - 1, max(first, last - _MOST_BEARERS) - 1, -1):
            start = self.starts[k]
            if self.text[start - 1] == " " and self.text[start - 2] not in ends:
                continue  # three names of four, at a sixth of the time of their title
            titled = self.names[k].kind in _PERSONS and self._title(k).lower() in titles
            if titled and (person := self._person(k)) and not (of and self._is_of_another(k, of)):
                return person
        return None

    @cached_property
    def quoted(self) -> set[int]:
        """The numbers of the names inside quotation marks."""
        found: set[int] = set()
        outer = iter([passage.outer for passage in self.passages])
        opens = closes = -1
        for k, start in enumerate(self.starts):
            while closes <= start:
                reached = next(outer, None)
                if reached is None:
                    return found
                opens, closes = reached.start, reached.end
            if opens <= start:
                found.add(k)
        return found

    def owns(self, span: Span) -> bool:
        """Whether the name at ``span`` is a possessive."""
        return self.text[span.end : span.end + 2] in ("’s", "'s")

    def _names_of(self, first: int, last: int) -> tuple[int, int]:
        """The numbers (half-open) of the names in the units ``first`` to ``last``."""
        begin = bisect_left(self.starts, self.unit_starts[first])
        if last + 1 == len(self.unit_starts):
            return begin, len(self.names)
        return begin, bisect_left(self.starts, self.unit_starts[last + 1], begin)

    def _person(self, k: int) -> Person | None:
        """Whom name number ``k`` means, if it may be a person's and nobody quotes it."""
        if k not in self._read:
            self._read[k] = None if k in self.quoted else self._of(k)
        return self._read[k]

    def _of(self, k: int) -> Person | None:
        span, kind, name = self.names[k]
        if kind not in _PERSONS or name.startswith(_SAINTS):
            return None
        last = _surname(name)
        gender = self._gender(k)
        known = gender or self._gender_by(k, last)
        sure = kind == "person" or bool(known)
        before = self.text[max(0, span.start - 4) : span.start].lower()
        if not sure and before.endswith(_NO_PERSONS):
            return None
        alone = last == name or kind is None or not self._has_namesakes(name, last)
        if not gender and alone:
            gender = known or self._gender_by(len(self.names), last)
        owns = self.owns(span) or self.text.startswith(_OF_SOMEBODY, span.end)
        return Person(span, name.partition(" ")[0], last, gender, owns, sure)

    def _gender_by(self, k: int, last: str) -> str:
        """The gender that titles and given names tell, up to name number ``k``, of those with that
        surname; "" of a couple, of whom either may be called by it alone."""
        if last not in self._told:
            self._told[last] = {}, self._by_surname.get(last, [])[::-1]
        first, waiting = self._told[last]
        while waiting and waiting[-1] <= k:
            row = waiting.pop()
            if gender := self._gender(row):
                first.setdefault(gender, row)
        told = [gender for gender, row in first.items() if row <= k]
        return told[0] if len(told) == 1 else ""

    def _has_namesakes(self, name: str, last: str) -> bool:
        """Whether others of that surname have given names of their own: "Arne Holt" tells nothing
        of "Margit Holt"."""
        every = self._by_surname.get(last, [])[:_MOST]
        return any(" " in (other := self.names[k].name) and other != name for k in every)

    @cached_property
    def _by_surname(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for k, name in enumerate(self.names):
            if name.kind in _PERSONS:
                found.setdefault(_surname(name.name), []).append(k)
        return found

    def _gender(self, k: int) -> str:
        first, _, others = self.names[k].name.partition(" ")
        given = given_names().get(first.strip(".,"), "") if others else ""
        title = self._title(k)
        relation = gender_of(title) if title in RELATIONS else ""  # "his wife Laura"
        return HONORIFICS.get(title, "") or given or relation or ""

    def _is_of_another(self, k: int, of: Set[str]) -> bool:
        """Whether the name in front of the title is none of those in ``of``."""
        start = self.starts[k]
        front = self.text[start - 40 if start > 40 else 0 : start].split()[-4:-1]
        named = takewhile(lambda word: word.isalpha() and word.istitle(), reversed(front))
        return are_others(of, set(named))

    def _title(self, k: int) -> str:
        """The word before name number ``k``."""
        start = self.starts[k]
        before = self.text[start - 40 if start > 40 else 0 : start].rsplit(None, 1)
        return before[-1].strip(_AROUND) if before else ""


@cache
def _titles(office: str) -> tuple[frozenset[str], frozenset[str]]:
    """What stands before a name for the office, in small letters, and the characters it ends with
    in any."""
    office = _SAME_ROLE.get(office, office)
    words = {office, *_SHORT_ROLES, *_SAME_ROLE}
    roles = {word: _SHORT_ROLES.get(word, word) for word in words}
    titles = frozenset(w for w, role in roles.items() if _SAME_ROLE.get(role, role) == office)
    lasts = "".join(title[-1] for title in titles)
    return titles, frozenset(lasts + lasts.upper() + _AROUND)


def _surname(name: str) -> str:
    return name.rpartition(" ")[2].strip(".,")
