"""The name that a noun phrase gives, or that stands beside it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsbrief.analysis.lexicon.offices import HONORIFICS, ROLE_HEADS, is_role
from newsbrief.analysis.speech.ahead import STOPPED
from newsbrief.analysis.speech.people import People
from newsbrief.analysis.speech.sources import Grammar
from newsbrief.analysis.speech.unnamed import gender_of, unnamed_gender
from newsbrief.analysis.speech.wordclass import is_possessive
from newsbrief.span import Span

if TYPE_CHECKING:
    from newsbrief.analysis.names.finding import NameMention

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
_ONE_OF = frozenset({"one", "a", "an", "another", "some", "many", "two", "few", "several"})
_AFTER_NAME = frozenset({"of", "for", "from", "in", "at", "with", "and", "to", "on", "by", "who"})


class HeadNames:
    """Of a range of words: the name that heads it or is apposed to it, or that it ends with."""

    def __init__(
        self, text: str, grammar: Grammar, names: Sequence[NameMention], people: People
    ) -> None:
        self.text = text
        self.g = grammar
        self.names = names
        self.people = people
        self.name_starts = people.starts

    def head(self, first: int, last: int) -> Span | None:
        """The name that the words ``first`` to ``last`` give."""
        start, end = self.g.words.start[first], self.g.words.end(last - 1)
        named = self._named(start, end)
        if named is not None and self._is_member(named, first, end):
            named = None
        if named is None or self.g.letters[first] in "DH":  # "The opposition MLA, Ann Lee,"
            apposed = self.apposed(first, last)
            if apposed is not None and not self._serves(first, last):
                named = apposed
        if named is None and self._is_name(first, last):
            return Span(start, end)
        return named

    def last(self, first: int, last: int) -> Span | None:
        """Of "the mouth of Ann Lee, who" Ann Lee: no mouth is meant by "who"."""
        if unnamed_gender(first, last, self.g) is not None:
            return None
        end = self.g.words.end(last - 1)
        k = bisect_left(self.name_starts, end) - 1
        found = k >= 0 and self.names[k].kind == "person" and self.names[k].span.end == end
        return self.names[k].span if found else None

    def beside(self, first: int) -> Span | None:
        """Lee, where word ``first`` opens what is told of "Lee, a nurse", or "Lee of Ohio, a"."""
        words = self.g.words
        if first < 2 or self.g.letters[first] != "D" or self.g.line[first - 2 : first] != "N,":
            return None
        k = bisect_left(self.name_starts, words.start[first]) - 1
        if k > 0 and self.names[k].kind == "place":
            k -= 1
        if k < 0 or self.names[k].kind != "person":
            return None
        span = self.names[k].span
        return span if words.start[first] - span.end < _NEAR else None

    def _named(self, start: int, end: int) -> Span | None:
        """The name that heads the phrase: not "Smith" in "Smith's lawyer" or "aide to Smith"."""
        k = bisect_left(self.name_starts, start)
        while k < len(self.names) and self.name_starts[k] < end:
            span = self.names[k].span
            k += 1
            if span.end > end:
                continue
            if span.end + 2 < end and self.people.owns(span):
                if _BETWEEN.isdisjoint(self.text[start : span.start].lower().split()):
                    start = span.end + 2  # "the Port of Hale's | Ann Lee"
                continue
            if start < span.start:
                lead = self.text[start : span.start].lower().split()
                if not _BETWEEN.isdisjoint(lead):
                    ends = span.end == end
                    return span if ends and (_is_part(lead) or _is_office(lead)) else None
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

    def apposed(self, first: int, last: int) -> Span | None:
        """The name in "The mayor, Ann Lee, said", in "said his sister, Jane", and in "The head
        of the Marlow Bank (MB), Dr Ann Lee, said"."""
        end = self.g.words.end(last - 1)
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
        return self.g.words.end(comma - 1)


def _is_part(lead: list[str]) -> bool:
    """Whether the words in front make a part of what is named: "the Ohio chapter of the" ACLU."""
    return lead[-1:] == ["the"] and len(lead) > 2 and lead[-2] == "of" and lead[-3] in _PARTS


def _is_office(lead: list[str]) -> bool:
    """Whether the words in front are an office: "the head of communications", "the master of
    ceremonies", but not "an aide to the mayor" or "the mother of pupil"."""
    behind = next(k for k, word in enumerate(lead) if word in _BETWEEN) + 1
    if lead[behind - 1] != "of" or behind != len(lead) - 1:
        return False
    return is_role(lead[behind - 2]) and not (
        lead[behind] == "the" or gender_of(lead[behind]) is not None
    )


def _is_titles(text: str, start: int, name: int) -> bool:
    """Whether nothing but titles stands before the name: "Dr Ann Lee", "Professor Ann Lee"."""
    if start == name:
        return True
    words = text[start:name].split() if name - start < _TITLES else [""]
    return all(
        w.rstrip(".") in HONORIFICS or w.lower() in ROLE_HEADS or w.rstrip(".").lower() in _STYLES
        for w in words
    )
