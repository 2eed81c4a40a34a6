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
_REQUESTS = frozenset({"request", "requests", "inquiry", "inquiries", "message", "messages"})
_ASPECT = frozenset({"begin", "continue", "mean"})
_ASIDES = frozenset({"a", "an", "while", "though", "although", "whereas"})
# Where a reported clause begins with one of its own: "said despite the rain it would".
_OPENERS = frozenset({"because", "although", "unless", "despite", "unlike", "without", "under"})
_STOPS = Lazy("[;,C]")
_NOUN_STOPS = Lazy("[-;,CSI]")
# What a noun phrase that is spoken of leaves to the reporter: when and why it was.
_BESIDE = frozenset({"after", "before", "during", "until", "because", "when", "while", "though", "although"})
_FINITE = frozenset("XMVveP")
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
        if letter in ",-" and cue.speech and "s" in cue.frames:
            k = self._past_aside(j, end)
            return (k, v + 1, "that") if k is not None else None
        if low[j] == "there" and "s" in cue.frames:
            return j, v + 1, "clause"
        if low[j] in self.prepositions.get(cue.lemma, ()):
            if j + 1 >= end or letters[j + 1] == "," or self._asked_for(j + 1, cue):
                return None
            return j + 1, j + 1, "prep"
        if cue.lemma in _ADDRESSED:
            k = self._addressee(j, end)
            if k is not None:
                if letters[k] == "t":  # "urged voters to stay": what voters are to do
                    return j, v + 1, "to"
                return k, v + 1, "that" if letters[k] == "h" else "clause"
        if letter == "h" and "s" in cue.frames:
            return j, v + 1, "that"
        if letter == "t":
            if cue.speech and "s" in cue.frames and "i" not in cue.frames:  # "said to us that"
                k = self._past_adjunct(j, end)
                return (k, v + 1, "that") if k is not None else None
            return (j, v + 1, "to") if "i" in cue.frames else None
        if low[j] in QUESTIONS and "s" in cue.frames:
            return j, v + 1, "wh"
        if letter in "XM" and low[j] not in ("having", "being"):  # "a rule which critics say is"
            return (j, v + 1, "gap") if cue.speech and "s" in cue.frames else None
        if cue.lemma in _ALWAYS and letter in "gv" and low[j].endswith("ing"):
            return j, v + 1, "clause"
        if low[j] in _OPENERS and cue.speech and "s" in cue.frames:
            return j, v + 1, "clause"
        timed = letter == "I" or low[j] in ("after", "before")
        if letter in "PDHNnO0ge$" or (timed and "s" in cue.frames and cue.speech):
            if timed:
                k = self._past_adjunct(j, end)
                return (k, v + 1, "that") if k is not None else None
            if "s" in cue.frames and (cue.lemma in _ALWAYS or self._clause_ahead(j, end)):
                return j, v + 1, "clause"
            if "o" in cue.frames and letter != "g":
                return j, v + 1, "object"
            if letter == "g" and cue.lemma not in _ASPECT:
                return j, v + 1, "ing"
        return None

    def _asked_for(self, j: int, cue: Cue) -> bool:
        """ "did not respond to a request for comment": nothing was said."""
        answers = cue.lemma in ("respond", "reply")
        return answers and not _REQUESTS.isdisjoint(self.low[j : j + 4])

    def _past_adjunct(self, j: int, end: int) -> int | None:
        """ "said in an interview that": the "that" behind a short phrase, or "they" there."""
        letters = self.letters
        for k in range(j + 1, min(end - 1, j + 14)):
            letter = letters[k]
            if letter == "h" or self.low[k] in QUESTIONS:
                return k if letters[k + 1] not in "XMVv" else None
            if letter == "P":
                return k if letters[k - 1] in "nNT0" and letters[k + 1] in "XMVveA" else None
            if letter in "XMVvWC;:Q":
                return None
        return None

    def _past_aside(self, j: int, end: int) -> int | None:
        """ "said, with some regret, that": the "that" behind commas or dashes."""
        letters = self.letters
        k = letters.find(letters[j] + "h", j + 1, min(end - 1, j + 16))
        return k + 1 if k > 0 else None

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
        if k < end and letters[k] in ",-":  # "told reporters, however, that"
            return self._past_aside(k, end)
        if k < end and (letters[k] in "htP" or self.low[k] in QUESTIONS):
            return k
        return k if k < end and k > j and letters[k] in "DHNn" and letters[j] in "ON" else None

    def _clause_ahead(self, j: int, end: int) -> bool:
        """Whether a subject and a verb stand behind: "said the plan would fail"."""
        if self.letters[j] == "P":
            return True
        found = self.g.after(j, end)
        return found is not None and self.g.verb_follows(found.last, end)

    def clause_end(
        self, v: int, start: int, unit: Unit, source: Source | None, end: int
    ) -> int:
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
            if comma > 0 and letters[start] in "hS" and letters[start + 1] in ",SI":
                comma = letters.find(",", comma + 1, end)  # "that, even if it rains, they"
            if comma > 0:
                return comma
        return end

    def stop(self, start: int, end: int, how: str) -> int:
        """Where the content stops: a new clause of the reporter's own, or the sentence's end."""
        letters, low = self.letters, self.low
        noun = how in ("object", "prep", "ing")
        for m in (_NOUN_STOPS if noun else _STOPS).finditer(letters, start + 1, end):
            i, letter = m.start(), m[0]
            if letter in ";-":
                return i
            if letter in "SI":
                if low[i] in _BESIDE or letters[i + 1 : i + 2] == "T":
                    return i
                continue
            if letter == "," and i + 1 < end and self._comma_ends(i, end, noun):
                which = low[i + 1] == "which" or low[i + 1] in _ASIDES
                if noun or how == "to" or not which or is_finite(letters[start:i]):
                    return i
                continue  # "said the plan, which she wrote, would fail"
            if letter != "C" or i + 1 >= end:
                continue
            if how == "to":
                if letters[i + 1] in "PDHN" and self._clause_ahead(i + 1, end):
                    return i
            elif self._and_ends(i + 1, noun):
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
        while j < min(end, comma + 8) and self.letters[j] in "nN0geDHb&":
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


def is_finite(letters: str) -> bool:
    """Whether a clause has its verb."""
    return not _FINITE.isdisjoint(letters)
