"""Noun phrases read from left to right: what follows a cue, and what a sentence begins with."""

from __future__ import annotations

from dataclasses import dataclass

from newsbrief.analysis.speech.wordclass import Classes, is_heading
from newsbrief.analysis.speech.words import Unit, Words

# What ends a name with a point: "Marlow Inc. has".
STOPPED = frozenset({"inc", "corp", "co", "ltd", "bros", "jr", "sr"})
_NO_HEADS = frozenset({"the", "a", "an", "every", "such", "my", "our", "your", "whose", "its"})
_SELF = frozenset({"himself", "herself", "itself", "themselves"})
REACH = 60
_ALONE = frozenset({"other", "this", "each", "more", "much", "either", "neither"})
_VERBAL = "VvXMe"


@dataclass(slots=True)
class Source:
    """Words ``first`` to ``last`` (half-open) name who speaks; ``antecedent`` where "who" does."""

    first: int
    last: int
    antecedent: tuple[int, int] | None = None


class Ahead:
    """The words of one article with their classes, and the walks over them to the right."""

    def __init__(self, text: str, words: Words, read: Classes) -> None:
        self.text = text
        self.words = words
        self.letters, self.line, self.cues = read
        self._headings: dict[int, bool] = {}
        self._depth = 0

    def is_heading(self, unit: Unit) -> bool:
        """Whether the unit is set like a headline."""
        known = self._headings.get(unit.first)
        if known is None:
            known = self._headings[unit.first] = is_heading(self.words, unit, self.letters)
        return known

    def is_term(self, q: int) -> bool:
        """Whether the passage at word ``q`` is but a word that tells which one is meant: "a “light”
        version"."""
        letters, words = self.letters, self.words
        beside = q > 0 and letters[q - 1] in "DH" and letters[q + 1] in "nNhW"
        return beside and " " not in self.text[words.start[q] : words.end(q)]

    def has_quote(self, first: int, last: int) -> bool:
        """Whether a passage that is more than a term stands among the words."""
        q = self.line.find("Q", first, last)
        while q >= 0 and self.is_term(q):
            q = self.line.find("Q", q + 1, last)
        return q >= 0

    def after(self, i: int, high: int) -> Source | None:
        """The noun phrase that begins at word ``i``, not reaching word ``high``."""
        letters = self.letters
        high = high if high < i + REACH else i + REACH
        first = i
        if i < high and letters[i] == "P":
            return Source(i, i + 1)
        j = i
        nouns = False
        while j < high:
            letter = letters[j]
            if letter in "DH" and nouns and letters[j - 1] in "nN":
                break  # "told reporters | the bridge was safe"
            if letter in "Nn0O" or (letter == "g" and j > first and letters[j - 1] in "DH"):
                nouns = True
                j += 1
            elif (
                letter in "DHgb&$'/%A"
                or (letter == "e" and not nouns)
                or (letter == "T" and not nouns)
                or (letter == "t" and nouns and self.words.low[j - 1] == "close")
                or (letter == "I" and nouns and j + 1 < high and letters[j + 1] in "NnDHg0")
                or (
                    letter == "C"
                    and nouns
                    and j + 1 < high
                    and (
                        (letters[j + 1] in "ND" and letters[j - 1] == "N")
                        or (letters[j + 1] == "N" and letters[j - 1] == "n")
                    )
                )
            ):
                j += 1
            else:
                break
        if not nouns and not (j > first and self.words.low[j - 1] in _ALONE):
            return None
        first, last = self.trimmed(first, j)
        return Source(first, last) if first < last else None

    def unit_subject(self, unit: Unit, high: int | None = None) -> Source | None:
        """The subject of the sentence: the first phrase that a verb follows."""
        letters, line = self.letters, self.line
        high = min(unit.last if high is None else high + 1, unit.first + REACH)
        i = unit.first
        while i < high and letters[i] in "AC,-":
            i += 1
        if (i < high and letters[i] in "SIge") or (i < high and self.words.low[i].endswith("ing")):
            # "When asked, ...", "In Iowa, ...": the main clause comes behind the comma.
            comma = line.find(",", i, high)
            if comma > 0:
                found = self._first_subject(comma + 1, high)
                if found is not None:
                    return found
        return self._first_subject(i, high)

    def _first_subject(self, begin: int, high: int) -> Source | None:
        letters = self.letters
        i = begin
        while i < high:
            letter = letters[i]
            if letter in "NnDHP0O" and (i == begin or letters[i - 1] not in "It"):
                found = self.after(i, high)
                if found is not None:
                    if self.verb_follows(found.last, high):
                        return found
                    i = max(found.last, i + 1)
                    continue
            i += 1
        return None

    def verb_follows(self, i: int, high: int) -> bool:
        letters, line = self.letters, self.line
        if i < high and letters[i] == "(":
            i = line.find(")", i, min(high, i + 14)) + 1 or high
        if i < high and letters[i] == "b" and self.words.low[i - 1] in STOPPED:
            i += 1
        while i < high and letters[i] in "AT":
            i += 1
        if i + 1 < high and letters[i] == "I" and letters[i + 1] == "T":  # "Lee on Monday led"
            i += 2
        if i + 1 < high and letters[i] == "," and letters[i + 1] in "VX":
            return True
        if i < high and letters[i] in ",-":
            j = line.find(letters[i], i + 1, min(high, i + 40))
            if j > 0 and letters[i + 1] in "DWIgenNH0OA":
                where = j + 1
                while where < high and letters[where] == "N":
                    where += 1
                named = where > j + 1 and where < high and letters[where] == letters[j]
                i = where + 1 if named else j + 1  # "who is a priest in Aurora, Ohio, said"
                while i < high and letters[i] in "AT":
                    i += 1
        return i < high and letters[i] in _VERBAL

    def trimmed(self, first: int, last: int) -> tuple[int, int]:
        """Without adverbs in front and time phrases behind."""
        letters = self.letters
        while first < last and letters[first] in "Ab'&/%":
            first += 1
        while last > first and letters[last - 1] in "TAItDH":
            if letters[last - 1] in "DH" and not self.lacks_head(last - 1):
                break
            last -= 1
        if last - first > 1 and self.words.low[last - 1] in _SELF:  # "Lee himself"
            last -= 1
        return first, last

    def lacks_head(self, i: int) -> bool:
        """Whether a noun must stand behind word ``i``."""
        return self.letters[i] in "DH" and self.words.low[i] in _NO_HEADS
