"""How far the content of a report reaches: where it begins behind its cue, where it stops."""

from __future__ import annotations

from newsbrief.analysis.lexicon.cues import cue_verbs
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.speech.clauses import (
    behind_relative,
    goes_on,
    goes_on_to,
    is_count,
    is_finite,
    is_participle,
    leads,
    past_apposition,
    says_anew,
)
from newsbrief.analysis.speech.frames import Frame
from newsbrief.analysis.speech.hearers import QUESTIONS, Hearers
from newsbrief.analysis.speech.reportwords import CLAIMS
from newsbrief.analysis.speech.sources import Grammar, Source
from newsbrief.analysis.speech.words import Unit
from newsbrief.analysis.times.tense import IRREGULAR_PAST

REQUESTS = word_set(
    "request requests inquiry inquiries enquiry enquiries message messages question questions "
    "email emails"
)
_ASIDES = frozenset({"a", "an", "while", "though", "although", "whereas"})
# Where a reported clause begins with one of its own: "said despite the rain it would".
_OPENERS = frozenset({"because", "although", "unless", "despite", "unlike", "without", "under"})
_STOPS = Lazy("[;,C]")
_NOUN_STOPS = Lazy("[-;,CSI]")
# What a noun phrase that is spoken of leaves to the reporter: when and why it was.
_BESIDE = word_set("after before during until because when while though although")
# Behind a comma they add to the noun phrase: "cited many reasons, including the cost".
_MORE = frozenset({"including", "like", "such", "especially", "particularly", "notably"})
# Of a verb that is no speech they bring in when or whence: "we know from history that".
_WHENCE = frozenset({"in", "at", "on", "from", "during"})
# Without "that" they tell of deeds: "maintained his lead"; 1 in 20 was annotated (PolNeAR, train).
_OF_DEEDS = frozenset({"maintain", "rule", "put", "comment", "document"})
_NO = frozenset({"no", "little", "scant"})
_FINDING = frozenset({"find", "see", "hear"})
# With a comma they lead a reported clause: "says while it is dry, it may burn".
_LEADING = frozenset({"while", "with", "as", "once", "since", "until", "when"})
_SHORT = 12  # words from "neither" to its verb
_LATELY = frozenset({"last", "this", "earlier"})
_WHILE = word_set(
    "week month year night weekend summer spring autumn winter fall quarter season term"
)
_NOTHING = ".;:)?!CQ"
_TENSED = word_set("is are was were has had does did will would can could")
_INNER = frozenset("WhSMPX")  # a clause within may hold an "and" of its own
BE = word_set("is are was were be been being isn’t aren’t wasn’t isn't aren't wasn't")
REACH = 150  # words that a reported clause may hold


class Contents(Hearers):
    """The clause, infinitive or noun phrase that a cue verb governs."""

    def __init__(self, grammar: Grammar) -> None:
        super().__init__(grammar)
        self.verbs = cue_verbs()

    def start(self, v: int, frame: Frame, end: int) -> tuple[int, int, str] | None:
        """Where the content behind the cue begins, where the cue ends, and the frame."""
        letters, low = self.letters, self.low
        j = v + 1
        while j < end and low[j] != "there":
            letter = letters[j]
            if low[j] in _LATELY and j + 1 < end and low[j + 1] in _WHILE:
                j += 2  # "said last week he"
                continue
            if letter == "h" and letters[j + 1 : j + 3] == ["T", "h"]:
                j += 2  # "found that year that"
                continue
            if letter in "O0" and j + 1 < end and low[j + 1] == "times":
                j += 2  # "asked several times whether"
                continue
            if letter == "T" and low[j + 1 : j + 2] == ["of"] and low[j].endswith("s"):
                break  # "described hours of shelling"
            if letter not in "AT" and not (
                letter == "I" and letters[j + 1] == "T"  # "said on Friday he"
            ):
                break
            j += 1
        if j >= end:
            return None
        letter, word = letters[j], low[j]
        if word == "by" and frame.cue.form in ("past", "done"):
            return self._behind_agent(j + 1, frame, end)
        if letter in _NOTHING or frame.inert:
            return None
        if letter in ",-":
            k = self._past_aside(j, end) if frame.clause else None
            return (k, v + 1, "that") if k is not None else None
        if word in frame.prepositions:
            if j + 1 >= end or letters[j + 1] == "," or self._asked_for(j + 1, frame):
                return None
            if (low[j + 1] in _WHENCE and word == "for") or low[j + 1] in _BESIDE:
                return None  # "elections called for in the accord", "spoke out after a row"
            k = j + 1
            while (
                letters[k] == "I" and k + 3 < end and (letters[k + 1] == "T" or low[k + 1] == "may")
            ):
                k += 2 + (letters[k + 2] == "0")  # "pleaded guilty in May to theft"
            return k, j + 1, "prep"
        if frame.addressed:
            k = self._addressee(j, end, frame.cue.lemma == "ask")
            if k is not None:
                if letters[k] == "t":  # "urged voters to stay": what voters are to do
                    return j, v + 1, "to"
                return k, v + 1, "that" if letters[k] == "h" else "clause"
        if letter == "t":
            if frame.says and not frame.infinitive:  # "said to us that"
                k = self._past_adjunct(j, end)
                return (k, v + 1, "that") if k is not None else None
            return (j, v + 1, "to") if frame.infinitive else None
        if frame.clause and word == "when" and frame.cue.form == "ing":
            return None  # "was praying when it fell"
        if letter == "h" and frame.cue.noun and self._is_of_noun(j + 1, frame):
            return None
        if frame.clause and (letter == "h" or word in QUESTIONS):
            return j, v + 1, "that" if letter == "h" else "wh"
        if letter in "XM" and word not in ("having", "being"):  # "a rule which critics say is"
            return (j, v + 1, "gap") if frame.says else None
        return self._phrase(v, j, frame, end)

    def _is_of_noun(self, i: int, frame: Frame) -> bool:
        """Whether "that" before word ``i`` is the subject, and the cue a noun: "in states that vote
        in May". Of verbs 7 in 26 were annotated (PolNeAR, train)."""
        verb = self.letters[i] in "XMve" or (
            self.letters[i] == "V" and self.verbs[self.low[i]].form != "ing"
        )
        return verb and frame.cue.form in ("base", "s") and frame.cue.lemma != "show"

    def _phrase(self, v: int, j: int, frame: Frame, end: int) -> tuple[int, int, str] | None:
        """A clause without "that", an object or an activity at word ``j``."""
        low = self.low
        letter, word = self.letters[j], low[j]
        if frame.clause and (
            word == "there"
            # "admits about 40 jobs will go"
            or (letter == "I" and is_count(j, self.g) and self._clause_ahead(j + 1, end))
        ):
            return j, v + 1, "clause"
        if frame.always and letter in "gvV" and word.endswith("ing"):
            return j, v + 1, "clause"
        if frame.says:
            if word in _OPENERS and not is_participle(v, self.g):
                return j, v + 1, "clause"
            if letter == "I" or word in ("after", "before"):
                k = self._past_adjunct(j, end)
                if k is not None:
                    return k, v + 1, "that"
            if word in _LEADING and frame.always and leads(j, end, self.g):
                return j, v + 1, "clause"
        elif frame.clause and word in _WHENCE:
            k = self._past_adjunct(j, end)
            if k is not None and self.letters[k] == "h":
                return k, v + 1, "that"
        if letter not in "PDHNnO0ge$T":
            return None
        if frame.clause and (frame.always or self._clause_ahead(j, end)):
            lemma = frame.cue.lemma
            plain = letter != "P" and (
                lemma in _OF_DEEDS or (lemma == "tell" and self._is_hearer(j, end))
            )
            return None if plain else (j, v + 1, "clause")
        if word in _NO and frame.cue.lemma in _FINDING:  # "found no evidence that it works"
            return None if CLAIMS.isdisjoint(low[j + 1 : j + 4]) else (j, v + 1, "clause")
        if letter != "g":
            return (j, v + 1, "object") if frame.object and letter != "e" else None
        return (j, v + 1, "ing") if frame.activity else None

    def _asked_for(self, j: int, frame: Frame) -> bool:
        """ "did not respond to a request for comment", "to any attack": nothing was said."""
        answers = frame.cue.lemma in ("respond", "reply")
        asked = not REQUESTS.isdisjoint(self.low[j : j + 4]) or self.low[j] == "any"
        return answers and asked

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

    def clause_end(self, v: int, start: int, unit: Unit, source: Source | None, end: int) -> int:
        """Where a cue in a clause before the main one must stop: "While she said ..., he"."""
        letters, line, low = self.letters, self.line, self.low
        end = end if end < v + REACH else v + REACH
        first = unit.first
        while first < v and first < unit.first + 3 and letters[first] in "AC":
            first += 1
        led = v - first < REACH and (letters[first] in "SIge" or first == v)
        relative = source is not None and (
            letters[source.first] == "W"
            or low[source.first] == "whose"
            or (source.first > unit.first and letters[source.first - 1] == "S")
        )
        if relative or (led and "," not in line[first:v]):
            comma = line.find(",", v, end)
            if comma > 0 and letters[start] in "hS" and letters[start + 1] in ",SI":
                comma = line.find(",", comma + 1, end)  # "that, even if it rains, they"
            if comma > 0:
                return past_apposition(comma, end, self.g)
        if (
            source is not None
            and unit.first < source.first < v
            and letters[source.first - 1] == "W"
        ):
            return behind_relative(v, end, self.g)
        return end

    def stop(self, start: int, end: int, how: str) -> int:
        """Where the content stops: a new clause of the reporter's own, or the sentence's end."""
        letters, line, low = self.letters, self.line, self.low
        noun = how in ("object", "prep", "ing")
        stops = _NOUN_STOPS if noun else _STOPS
        if how == "object":  # "Democrats backing Lee | have pointed to"
            held = self.g.after(start, end)
            if held is not None and letters[held.last] in "XM":
                return held.last
        led = letters[start] == "h" and (
            letters[start + 1] in "SI" or low[start + 1 : start + 2] == ["following"]
        )
        i = start
        while m := stops.search(line, i + 1, end):
            i = m.start()
            letter = letters[i]
            if low[i] == "-" and self.g.words.start[i] == self.g.words.end(i - 1):
                continue  # "a 3,000-strong force"
            if letter in ";-":
                return i
            if letter in "SI":
                if low[i] in _BESIDE or letters[i + 1] == "T":
                    return i
                continue
            if led and letter == ",":  # "that while talks had stalled, a deal was near"
                led = False
                if letters[i + 1] in "DHPNnO":
                    continue
            if letter == "," and i + 1 < end and self._comma_ends(i, end, noun):
                if how in ("that", "clause") and goes_on(start, i, end, self.g):
                    continue
                which = low[i + 1] == "which" or low[i + 1] in _ASIDES
                if noun or how == "to" or not which or is_finite(line[start:i].replace("De", "D")):
                    return i
                continue  # "said the plan, which she wrote, would fail"
            if letter != "C" or i + 1 >= end:
                continue
            if how == "to":
                k = i + 1 + (letters[i + 1] == "A")  # "but very few were"
                clause = letters[k] in "PDHNO" and self._clause_ahead(k, end)
                ends = clause or self._ends_deed(start, i + 1)
            else:
                ends = self._and_ends(i + 1, noun, start)
            if ends or (not noun and says_anew(i + 1, end, self.g)):
                return i - (letters[i - 1] == ",")
        return end

    def _ends_deed(self, start: int, i: int) -> bool:
        """Whether the word ``i`` behind "and" tells of the source again, not of what it wants:
        "vowed to fight and has hired lawyers"."""
        if not _INNER.isdisjoint(self.line[start:i]):
            return False
        while self.letters[i] == "A":
            i += 1
        if self.letters[i] == "V":
            return self.verbs[self.low[i]].form in ("past", "s")
        if self.letters[i] == "v":
            return self.low[i] in IRREGULAR_PAST
        return self.letters[i] in "XM" and self.low[i] in _TENSED

    def _and_ends(self, i: int, noun: bool, start: int) -> bool:
        """Whether the word behind "and" begins what the source does next: "and asked why"."""
        if self.low[i] == "neither" and "X" in self.line[i : i + _SHORT]:
            return True
        if noun:
            while self.letters[i] == "A":
                i += 1
            return self.letters[i] in "VvXMP" and not goes_on_to(start, i, self.g)
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
            more = low[i + 1] in _MORE and not (i + 2 < end and low[i + 2] in _BESIDE)
            return not more and not self._lists(i, end)
        if nxt == "V" and self.verbs[low[i + 1]].form == "ing":
            return True
        if nxt != "C" or i + 2 >= end:
            return False
        if low[i + 1] in ("but", "yet") and letters[i + 2] in "nO0g":
            return self._clause_ahead(i + 2, end)  # "said it was safe, but residents doubt it"
        return letters[i + 2] in "PNDHVX"
