"""Who stands by a cue: noun phrases to its left and right, as ranges of words.

All walks are bounded (`_REACH` words), so a cue costs the same in any text.
"""

from __future__ import annotations

from typing import NamedTuple

from newsbrief.analysis.speech.wordclass import Classes, is_heading, is_possessive
from newsbrief.analysis.speech.words import Unit, Words

_REACH = 60
_ALONE = frozenset({"other", "this", "each", "more", "much", "either", "neither"})
_VERBAL = "VvXMe"


class Source(NamedTuple):
    """Words ``first`` to ``last`` (half-open) name who speaks; ``antecedent`` where "who" does."""

    first: int
    last: int
    antecedent: tuple[int, int] | None = None


class Grammar:
    """The words of one article with their classes, and the walks over them."""

    def __init__(self, text: str, words: Words, read: Classes) -> None:
        self.text = text
        self.words = words
        self.letters, self.cues = read
        self._headings: dict[int, bool] = {}
        self._depth = 0

    def is_heading(self, unit: Unit) -> bool:
        """Whether the unit is set like a headline."""
        known = self._headings.get(unit.first)
        if known is None:
            known = self._headings[unit.first] = is_heading(self.words, unit, self.letters)
        return known

    # ---- to the left -------------------------------------------------------------------

    def subject(self, verb: int, low: int) -> Source | None:
        """The subject that ends right before ``verb``, not reaching below word ``low``."""
        letters = self.letters
        i = verb - 1
        low = max(low, verb - _REACH)
        while i >= low and letters[i] in "AXMTt":
            i -= 1
        if i < low:
            return None
        if i < verb - 1 and letters[i] == "I" and "T" in letters[i + 1 : verb]:
            i -= 1
        if letters[i] in "Ve" and i < verb - 1 and i > low and letters[i - 1] in "nN":
            i -= 1  # "a report published Wednesday said"
        if self._depth > 2:  # asides within asides: no news sentence goes deeper
            return None
        self._depth += 1
        try:
            return self._ending(i, low)
        finally:
            self._depth -= 1

    def _ending(self, i: int, low: int) -> Source | None:
        letters = self.letters
        while i >= low and letters[i] in "AT":
            i -= 1
        if i < low:
            return None
        letter = letters[i]
        if letter == "P":
            return Source(i, i + 1)
        if letter in "Wh":
            return self._relative(i, low)
        if letter == ")":
            return self._before_bracket(i, low)
        if letter in ",-":
            return self._before_aside(i, low)
        if letter == "Q":  # "Fox, who called it “odd,” said": the comma is inside the marks
            return self._before_aside(i, low)
        if letter in "NngO0eDH%":
            return self._phrase(i, low)
        return None

    def _relative(self, i: int, low: int) -> Source | None:
        """ "..., who said": the pronoun, with the phrase before it as its antecedent."""
        j = i - 1
        while j >= low and self.letters[j] in ",-":
            j -= 1
        if j >= low and self.letters[j] == ")":
            found = self._before_bracket(j, low)
        elif j >= low and self.letters[j] in "NnO0":
            found = self._phrase(j, low)
        else:
            found = None
        if found is None:
            return Source(i, i + 1) if self.letters[i] == "W" else None
        return Source(i, i + 1, (found.first, found.last))

    def _before_bracket(self, i: int, low: int) -> Source | None:
        j = self.letters.rfind("(", max(low, i - 14), i)
        return self._ending(j - 1, low) if j > low else None

    def _before_aside(self, i: int, low: int) -> Source | None:
        """The phrase before ", a former candidate, told" or " — a friend — said"."""
        letters = self.letters
        mark = "," if letters[i] == "Q" else letters[i]
        best: Source | None = None
        j = i
        for _ in range(4):
            j = letters.rfind(mark, low, j)
            if j <= low:
                break
            k = j - 1
            if letters[k] == ")":
                k = letters.rfind("(", max(low, k - 14), k) - 1
            if k < low or letters[k] not in "NnPO0":
                continue
            found = self._ending(k, low)
            if found is None:
                continue
            opener = letters[j + 1]
            starts = self.starts_clause(found.first, low)
            if starts and letters[found.first] in "NDHPnO0" and opener not in "PX":
                return found
            if best is None and letters[found.last - 1] in "NP" and opener in "DWIgenN0HAO":
                best = found
        return best

    def starts_clause(self, i: int, low: int) -> bool:
        while i > low and self.letters[i - 1] == "A":
            i -= 1
        return i <= low or self.letters[i - 1] in ",;:-CShQ"

    def _phrase(self, i: int, low: int) -> Source | None:
        """The noun phrase that ends with word ``i``, its prepositional phrases included."""
        letters = self.letters
        last = i + 1
        j = i
        if is_possessive(self.words.low[i]) or (
            letters[i] == "g" and not (i > low and letters[i - 1] in "DON")
        ):
            return None
        while j >= low:
            while j >= low and letters[j] in "NngO0eb'&$QA%/":
                if letters[j] == "Q" and letters[j + 1] == "N":
                    break  # the “plan” Mr. Lee presented: Mr. Lee
                j -= 1
            if j >= low and letters[j] in "DH":
                j -= 1
                while j >= low and letters[j] in "DH":
                    j -= 1
            if j + 1 >= last:
                return None
            if j < low:
                break
            letter = letters[j]
            if letter in "It":
                if j - 1 >= low and letters[j - 1] in "XM" and letter == "I":
                    return self.subject(j, low)
                if j - 1 < low or letters[j - 1] in "C,;:-":
                    if self.counts(j):
                        j -= self.words.low[j] == "at"
                        break
                    return None
                if letters[j - 1] in "NngO0e":
                    if letters[j - 1] == "e" and letters[j - 2 : j - 1] not in ("n", "N"):
                        break
                    j -= 1
                    continue
                break
            if letter == "C" and j - 1 >= low and letters[j - 1] in "NnO" and j + 1 <= i:
                if (letters[j - 1] == "N" and letters[j + 1] in "ND") or letters[j + 1] == "n":
                    j -= 1
                    continue
                break
            if letter in "VvXM":
                k = max(
                    letters.rfind("W", max(low, j - 8), j), letters.rfind("h", max(low, j - 4), j)
                )
                if k > low and letters[k - 1] in "NnO":
                    found = self._phrase(k - 1, low)
                    if found is not None:
                        return found
            break
        first = j + 1
        first, last = self._trim(first, last)
        return Source(first, last) if first < last else None

    def counts(self, j: int) -> bool:
        """ "about 40 people", "at least one in five"."""
        word, after = self.words.low[j], self.words.low[j + 1]
        if word == "at":
            return after in ("least", "most")
        few = self.letters[j + 1] in "0nO" or after in ("a", "half")
        return few and word in ("about", "around", "over", "under")

    def _trim(self, first: int, last: int) -> tuple[int, int]:
        """Without adverbs in front and time phrases behind."""
        letters = self.letters
        while first < last and letters[first] in "Ab'&/%":
            first += 1
        while last > first and letters[last - 1] in "TAIt":
            last -= 1
        return first, last

    # ---- to the right ------------------------------------------------------------------

    def after(self, i: int, high: int) -> Source | None:
        """The noun phrase that begins at word ``i``, not reaching word ``high``."""
        letters = self.letters
        high = min(high, i + _REACH)
        first = i
        if i < high and letters[i] == "P":
            return Source(i, i + 1)
        j = i
        nouns = False
        while j < high:
            letter = letters[j]
            if letter in "Nn0O" or (letter == "g" and j > first and letters[j - 1] in "DH"):
                nouns = True
                j += 1
            elif (
                letter in "DHgb&$'/%A"
                or (letter == "e" and not nouns)
                or (letter == "T" and not nouns)
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
        first, last = self._trim(first, j)
        return Source(first, last) if first < last else None

    def unit_subject(self, unit: Unit, high: int | None = None) -> Source | None:
        """The subject of the sentence: the first phrase that a verb follows."""
        letters = self.letters
        high = min(unit.last if high is None else high + 1, unit.first + _REACH)
        i = unit.first
        while i < high and letters[i] in "AC,-":
            i += 1
        if (i < high and letters[i] in "SIge") or (i < high and self.words.low[i].endswith("ing")):
            # "When asked, ...", "In Iowa, ...": the main clause comes behind the comma.
            comma = letters.find(",", i, high)
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
        letters = self.letters
        if i < high and letters[i] == "(":
            i = letters.find(")", i, min(high, i + 14)) + 1 or high
        while i < high and letters[i] in "AT":
            i += 1
        if i + 1 < high and letters[i] == "," and letters[i + 1] in "VX":
            return True
        if i < high and letters[i] in ",-":
            j = letters.find(letters[i], i + 1, min(high, i + 40))
            if j > 0 and letters[i + 1] in "DWIgenNH0OA":
                i = j + 1
                while i < high and letters[i] in "AT":
                    i += 1
        return i < high and letters[i] in _VERBAL
