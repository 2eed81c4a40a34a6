"""Who stands by a cue: noun phrases to its left and right, as ranges of words.

All walks are bounded (`REACH` words), so a cue costs the same in any text.
"""

from __future__ import annotations

from newsbrief.analysis.speech.ahead import REACH, STOPPED, Ahead, Source
from newsbrief.analysis.speech.modifiers import OBJECTS, head_end, unknown_verb, verb_ends_modifier
from newsbrief.analysis.speech.wordclass import is_possessive

_LAST = frozenset({"last", "this", "next", "late", "earlier"})
__all__ = ["Grammar", "Source"]

_FLOATING = frozenset({"all", "both"})
_TIMES = frozenset(
    {"day", "days", "time", "moment", "spring", "summer", "autumn", "fall", "winter"}
)
# What a modifier may hold right before its last noun phrase.
_IN_MODIFIERS = "VvXMegnItAWh"


class Grammar(Ahead):
    """The walks to the left of a verb, to its subject."""

    def subject(self, verb: int, low: int, plain: bool = False) -> Source | None:
        """The subject that ends right before ``verb``, not reaching below word ``low``; a
        ``plain`` one stands there itself."""
        letters, line = self.letters, self.line
        i = verb - 1
        low = low if low > verb - REACH else verb - REACH
        if letters[i] == "O" and letters[i - 1] == "X" and self.words.low[i] in _FLOATING:
            i -= 1  # "Lee, Hill and Roe have all said"
        while i >= low and letters[i] in "AXMTt":
            i -= 1
        if i < low:
            return None
        if i < verb - 1 and "T" in line[i + 1 : verb]:  # "on Monday", "during a Sunday"
            i -= (letters[i] == "D" or self.words.low[i] in _LAST) and i > low
            i -= letters[i] == "I"
        if letters[i] in "Ve" and i < verb - 1 and i > low and letters[i - 1] in "nN":
            i -= 1  # "a report published Wednesday said"
        if self._depth > 2:  # asides within asides: no news sentence goes deeper
            return None
        self._depth += 1
        try:
            found = self.ending(i, low, plain)
            inserted = letters[verb + 1] == ","  # "Talks, aides and allies say, failed"
            return found if inserted else self._listed(found, low)
        finally:
            self._depth -= 1

    def ending(self, i: int, low: int, plain: bool = False) -> Source | None:
        letters = self.letters
        while i >= low and letters[i] in "AT":
            i -= 1
        if i > low and letters[i] == "b" and self.words.low[i - 1] in STOPPED:
            i -= 1  # "Joseph Biden Jr. said"
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
        if (
            letter == "O"
            and self.words.low[i] in OBJECTS
            and i > low
            and letters[i - 1] not in "It"
        ):
            # "who know him"
            i, letter = i - 1, "V"
        if letter in "NngO0eDH%":
            return self._phrase(i, low, plain)
        head = verb_ends_modifier(i, low, letters, self.words.low) if letter in "Vv" else None
        return None if head is None else self._phrase(head, low)

    def _relative(self, i: int, low: int) -> Source | None:
        """ "..., who said": the pronoun, with the phrase before it as its antecedent."""
        j = i - 1
        if j > low + 2 and self.letters[j] == "," and self.line[j - 2 : j] == "IT":
            j -= 2  # "her records in May, which showed"
        while j >= low and self.letters[j] in ",-C":
            if self.letters[j] == "C":  # "Lee, who led the town, and who said"
                j = self.line.rfind("W", low, j)
                if j < 0:
                    break
            j -= 1
        if j >= low and self.letters[j] == ")":
            found = self._before_bracket(j, low)
        elif j >= low and self.letters[j] in "NnO0":
            found = self._phrase(j, low, plain=True)
        else:
            found = None
        if found is None:
            return Source(i, i + 1) if self.letters[i] == "W" else None
        return Source(i, i + 1, (found.first, found.last))

    def _before_bracket(self, i: int, low: int) -> Source | None:
        j = self.line.rfind("(", max(low, i - 14), i)
        return self.ending(j - 1, low) if j > low else None

    def _before_aside(self, i: int, low: int) -> Source | None:
        """The phrase before ", a former candidate, told" or " — a friend — said"."""
        letters, line = self.letters, self.line
        mark = "," if letters[i] == "Q" else letters[i]
        best: Source | None = None
        j = i
        for _ in range(6):
            j = line.rfind(mark, low, j)
            if j <= low:
                break
            k = j - 1
            if letters[k] == ")":
                k = line.rfind("(", max(low, k - 14), k) - 1
            if k < low or letters[k] not in "NnPO0":
                continue
            found = self.ending(k, low, plain=True)
            if found is None or not line[found.first : found.last].strip("0"):
                continue  # "Lopez, 45, of Leeds"
            opener = "e" if self.words.low[j + 1] == "being" else letters[j + 1]
            if opener == "I" and self._is_where(found.first, low):
                continue
            starts = self.starts_clause(found.first, low)
            if starts and letters[found.first] in "NDHPnO0" and opener not in "PX":
                return self._apposed_to(found, low) or found
            amid = opener in "IN" and letters[found.first - 1] in "It"
            if (
                best is None
                and letters[found.last - 1] in "NP"
                and opener in "DWIgenN0HAO"
                and not amid  # "A man who fell into the River Aire, in Leeds, says"
            ):
                best = found
        return best

    def _is_where(self, first: int, low: int) -> bool:
        """Whether the name at word ``first`` says where a town is: "died in Aurora, | Ohio"."""
        k = first - 2
        if k <= low or self.letters[first - 1] != ",":
            return False
        while k > low and self.letters[k] == "N":
            k -= 1
        return low < k < first - 2 and self.letters[k] == "I" and self.letters[k - 1] in "nN0vV"

    def _apposed_to(self, aside: Source, low: int) -> Source | None:
        """Whom an aside between commas tells of: of "Hill, the mayor, who won, said" Hill."""
        letters = self.letters
        i = aside.first - 2
        if i < low or letters[i + 1] != "," or letters[i] not in "Nn":
            return None
        found = self.ending(i, low, plain=True)
        if found is None or letters[found.first] not in "NDHnO" or self._is_time(i):
            return None
        if found.first == low or letters[found.first - 1] in ":;Ch":
            return found
        if letters[found.first - 1] != ",":
            return None
        if letters[found.first] == "N" and letters[aside.first] != "N":
            return self._apposed_to(found, low) or found  # "In Oslo, Lee, a pilot, who"
        return self._apposed_to(found, low)

    def _listed(self, found: Source | None, low: int) -> Source | None:
        """The whole of "Leaders of France, Germany and Italy", of which the end was ``found``."""
        if found is None or found.first - 1 <= low or self.letters[found.first - 1] != ",":
            return found
        if "C" not in self.line[found.first : found.last]:
            return found
        front = self._apposed_to(found, low) or self._of_list(found, low)
        if front is None or self._is_told(front.first, found.first, low):
            return found
        return Source(front.first, found.last)

    def _is_told(self, first: int, end: int, low: int) -> bool:
        """Whether the name at word ``first`` belongs to what the phrase at word ``end`` tells:
        "died near Oyo, | Oyo State, | witnesses and officials said"."""
        letters = self.letters
        if letters[first - 1] != "," or letters[first] != "N" or letters[end] == "N":
            return False
        return letters[low] not in "IS"  # "In Oslo, Lee, aides and officials said"

    def _of_list(self, end: Source, low: int) -> Source | None:
        """ "A panel" of "A panel of teachers, parents and pupils", whose ``end`` is known."""
        i = end.first - 2
        while i > low and self.letters[i] in "nNeg,":
            i -= 1
        return self.ending(i - 1, low, plain=True) if self.words.low[i] == "of" else None

    def _is_time(self, i: int) -> bool:
        return self.words.low[i] in _TIMES

    def starts_clause(self, i: int, low: int) -> bool:
        while i > low and self.letters[i - 1] == "A":
            i -= 1
        return i <= low or self.letters[i - 1] in ",;:-CShQ"

    def _phrase(self, i: int, low: int, plain: bool = False) -> Source | None:
        """The noun phrase that ends with word ``i``, its prepositional phrases included; but for
        a ``plain`` one, the phrase that it only modifies: "A report seen by Reuters"."""
        letters = self.letters
        last = i + 1
        j = i
        if is_possessive(self.words.low[i]) or (
            letters[i] == "g"
            and not (i > low and (letters[i - 1] in "DON" or letters[i - 2 : i] == ["D", "n"]))
        ):
            return None
        while j >= low:
            while j >= low and letters[j] in "NngO0eb'&$QA%/":
                if letters[j] == "Q" and letters[j + 1] == "N":
                    break  # the “plan” Mr. Lee presented: Mr. Lee
                if letters[j] == "e" and letters[j - 1] in "XW" and low < j < last - 1:
                    break  # "has killed | three men who"
                j -= 1
            if j >= low and letters[j] == "M" and letters[j + 1] == "n" and j + 2 < last:
                return Source(j + 2, last) if plain else None  # "they will hold | signs saying"
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
                if letters[j - 1] in "NngO0e" and self.words.low[j - 1] != "according":
                    if letters[j - 1] == "e" and letters[j - 2] not in "nN":
                        break
                    j -= 1
                    continue
                break
            if letter == "C" and j - 1 >= low and letters[j - 1] in "NnO" and j + 1 <= i:
                if (letters[j - 1] == "N" and letters[j + 1] in "ND") or letters[j + 1] == "n":
                    j -= 1
                    continue
                break
            break
        if j > low and letters[j] in _IN_MODIFIERS:
            head = head_end(j, low, letters, self.words.low, plain)
            if head is None and unknown_verb(j + 1, last, letters, self.words.low):
                head = j - 1  # "A woman who lives nearby"
            found = None if head is None else self._phrase(head, low)
            if found is not None:
                return found
        if letters[i] in "DH" and self.lacks_head(i):
            return None  # "some of the | detailed maps"
        first = j + 1
        first, last = self.trimmed(first, last)
        return Source(first, last) if first < last else None

    def counts(self, j: int) -> bool:
        """ "about 40 people", "at least one in five"."""
        word, after = self.words.low[j], self.words.low[j + 1]
        if word == "at":
            return after in ("least", "most")
        few = self.letters[j + 1] in "0nO" or after in ("a", "half")
        return few and word in ("about", "around", "over", "under")
