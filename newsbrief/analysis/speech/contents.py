"""How far the content of a report reaches: where it begins behind its cue, where it stops."""

from __future__ import annotations

from newsbrief.analysis.lexicon.cues import Cue, cue_verbs, prepositions
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.speech.sources import Grammar, Source
from newsbrief.analysis.speech.words import Unit

# Verbs with somebody told in between: "told reporters that", "asked him whether".
_ADDRESSED = word_set(
    """
    tell ask remind assure inform warn advise urge convince notify show instruct caution
    promise encourage order press teach persuade implore beg beseech reassure counsel
    """
)

# Whatever noun stands behind these begins a clause, though its verb may look like a noun.
_ALWAYS = frozenset({"say", "argue", "insist", "contend", "believe"})
QUESTIONS = frozenset({"if", "whether", "how", "what", "why", "where", "when", "who", "which"})
_ASIDES = frozenset({"a", "an", "while", "though", "although", "whereas"})
_STOPS = Lazy("[;,C]")
REACH = 150  # words that a reported clause may hold


class Contents:
    """The clause, infinitive or noun phrase that a cue verb governs."""

    def __init__(self, grammar: Grammar) -> None:
        self.g = grammar
        self.letters = grammar.letters
        self.low = grammar.words.low
        self.verbs = cue_verbs()
        self.prepositions = prepositions()

    def start(self, v: int, cue: Cue, end: int) -> tuple[int, int, str] | None:
        """Where the content behind the cue begins, where the cue ends, and the frame."""
        letters, low = self.letters, self.low
        j = v + 1
        while j < end and low[j] != "there":
            dated = letters[j] == "I" and letters[j + 1 : j + 2] == "T"  # "said on Friday he"
            if letters[j] not in "AT" and not dated:
                break
            j += 1
        if j >= end:
            return None
        letter = letters[j]
        if low[j] == "there" and "s" in cue.frames:
            return j, v + 1, "clause"
        if low[j] in self.prepositions.get(cue.lemma, ()):
            return (j + 1, j + 1, "prep") if j + 1 < end and letters[j + 1] != "," else None
        if cue.lemma in _ADDRESSED:
            k = self._addressee(j, end)
            if k is not None:
                how = "that" if letters[k] == "h" else ("to" if letters[k] == "t" else "clause")
                return k, v + 1, how
        if letter == "h" and "s" in cue.frames:
            return j, v + 1, "that"
        if letter == "t":
            return (j, v + 1, "to") if "i" in cue.frames else None
        if low[j] in QUESTIONS and "s" in cue.frames:
            return j, v + 1, "wh"
        if letter in "XM" and low[j] not in ("having", "being"):  # "a rule which critics say is"
            return (j, v + 1, "gap") if cue.speech and "s" in cue.frames else None
        if letter in "PDHNnO0ge$" or (letter == "I" and "s" in cue.frames and cue.speech):
            if letter == "I":
                k = self._past_adjunct(j, end)
                return (k, v + 1, "that") if k is not None else None
            if "s" in cue.frames and (cue.lemma in _ALWAYS or self._clause_ahead(j, end)):
                return j, v + 1, "clause"
            if "o" in cue.frames and letter != "g":
                return j, v + 1, "object"
            if letter == "g":
                return j, v + 1, "ing"
        return None

    def _past_adjunct(self, j: int, end: int) -> int | None:
        """ "said in an interview that": the "that" behind a short phrase."""
        k = self.letters.find("h", j, min(end, j + 12))
        return k if k > 0 else None

    def _addressee(self, j: int, end: int) -> int | None:
        letters = self.letters
        k = j
        if letters[k] in "O":
            k += 1
        else:
            found = self.g.after(k, min(end, k + 14))
            if found is None:
                return None
            k = found.last
        while k < end and letters[k] in "ATI":
            k += 1
        if k < end and (letters[k] in "htP" or self.low[k] in QUESTIONS):
            return k
        return k if k < end and k > j and letters[k] in "DHNn" and letters[j] in "ON" else None

    def _clause_ahead(self, j: int, end: int) -> bool:
        """Whether a subject and a verb stand behind: "said the plan would fail"."""
        if self.letters[j] == "P":
            return True
        found = self.g.after(j, end)
        return found is not None and self.g.verb_follows(found.last, end)

    def clause_end(self, v: int, unit: Unit, source: Source | None, end: int) -> int:
        """Where a cue in a clause before the main one must stop: "While she said ..., he"."""
        letters = self.letters
        end = min(end, v + REACH)
        first = unit.first
        while first < min(v, unit.first + 3) and letters[first] in "AC":
            first += 1
        led = v - first < REACH and (letters[first] in "SIge" or first == v)
        relative = source is not None and (
            letters[source.first] == "W"
            or (source.first > unit.first and letters[source.first - 1] == "S")
        )
        if relative or (led and letters.find(",", first, v) < 0):
            comma = letters.find(",", v, end)
            if comma > 0:
                return comma
        return end

    def stop(self, start: int, end: int, how: str) -> int:
        """Where the content stops: a new clause of the reporter's own, or the sentence's end."""
        letters = self.letters
        noun = how in ("object", "prep", "ing")
        for m in _STOPS.finditer(letters, start + 1, end):
            i, letter = m.start(), m[0]
            if letter == ";":
                return i
            if letter == "," and i + 1 < end and self._comma_ends(i, end, noun):
                return i
            if letter == "C" and how != "to" and i + 1 < end and self._and_ends(i + 1, noun):
                return i
        return end

    def _and_ends(self, i: int, noun: bool) -> bool:
        """Whether the word behind "and" begins what the source does next: "and asked why"."""
        if noun:
            return self.letters[i] in "VvXMP"
        return self.letters[i] == "V" and self.verbs[self.low[i]].form in ("past", "s")

    def _lists(self, comma: int, end: int) -> bool:
        """Whether the comma stands in a list: "investment, trade and exports"."""
        j = comma + 1
        while j < min(end, comma + 6) and self.letters[j] in "nN0geDH":
            j += 1
        return comma + 1 < j < end and self.letters[j] in ",C"

    def _comma_ends(self, i: int, end: int, noun: bool) -> bool:
        letters, low = self.letters, self.low
        nxt = letters[i + 1]
        if low[i + 1] in ("according", "which") or (not noun and low[i + 1] in _ASIDES):
            return True
        if noun:
            return not self._lists(i, end)
        if nxt == "V" and self.verbs[low[i + 1]].form == "ing":
            return True
        return nxt == "C" and i + 2 < end and letters[i + 2] in "PNDHVX"
