"""Clauses beside a cue: what leads one, what is set into it, who is its subject."""

from __future__ import annotations

from newsbrief.analysis.lexicon.cues import cue_verbs
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.speech.sources import Grammar, Source
from newsbrief.analysis.speech.words import Unit
from newsbrief.analysis.times.tense import IRREGULAR_PAST

_LED = 20  # words of what leads a clause
_SOON = 12  # words from there to its verb
_PARTED = 40  # words of a subject with a comma behind it
_DEED = Lazy("[nNA]e[nNDH0]")  # "The board hid facts, admitted it knew"
_TO_DO = Lazy("t[VvXn]")
_FINITE = frozenset("XMVveP")


def is_finite(letters: str) -> bool:
    """Whether a clause has its verb."""
    return not _FINITE.isdisjoint(letters)


def is_participle(v: int, grammar: Grammar) -> bool:
    """Whether the cue stands for a clause of its own: "If charged under the act, she"."""
    form = cue_verbs()[grammar.words.low[v]].form
    return form in ("past", "done") and grammar.letters[v - 1] == "S"


def is_count(j: int, grammar: Grammar) -> bool:
    """Whether the preposition at word ``j`` opens a number: "about 40 people", "at least six"."""
    if grammar.letters[j + 1] not in "0nO":
        return False
    word = grammar.words.low[j + 1]
    few = grammar.letters[j + 1] == "0" or word.startswith(
        ("least", "most", "half", "one-", "two-")
    )
    return few and grammar.counts(j)


def leads(j: int, end: int, grammar: Grammar) -> bool:
    """Whether what begins at word ``j`` leads the clause behind its comma: "says while it is dry,
    the fire may spread", "said with rain ahead, they would wait"."""
    line = grammar.line
    comma = line.find(",", j, min(end, j + _LED))
    if comma < 0 or comma + 2 >= end or line[comma + 1] not in "PDHNn0":
        return False
    return is_finite(line[comma + 2 : min(end, comma + _SOON)].partition(",")[0])


def past_apposition(comma: int, end: int, grammar: Grammar) -> int:
    """The comma that ends a clause, where the one at word ``comma`` but opens an apposition:
    "After saying that the mayor, Ann Lee, would quit, the board"."""
    line = grammar.line
    behind = line.find(",", comma + 1, end)
    if behind < 0 or behind + 1 >= end or line[behind + 1] not in "XM":
        return comma
    if line[comma + 1 : behind].strip("DNnHI0"):
        return comma
    comma = line.find(",", behind + 1, end)
    return comma if comma > 0 else end


def behind_relative(v: int, end: int, grammar: Grammar) -> int:
    """Where the clause ends of "which critics say will fail, | was passed"."""
    line = grammar.line
    comma = line.find(",", v, end)
    while 0 <= comma < end - 1:
        verb = line[comma + 1]
        if verb in "XMv" or (
            verb == "V" and cue_verbs()[grammar.words.low[comma + 1]].form != "ing"
        ):
            return comma
        comma = line.find(",", comma + 1, end)
    return end


def goes_on(start: int, comma: int, end: int, grammar: Grammar) -> bool:
    """Whether the clause behind "and" is told, too, by its modal: "fear that roads will bring
    cars, and cars will bring smoke"."""
    letters, low = grammar.letters, grammar.words.low
    if letters[comma + 1] != "C" or "M" not in grammar.line[start:comma]:
        return False
    found = grammar.after(comma + 2, end)
    modal = found is not None and found.last < end and letters[found.last] == "M"
    return found is not None and modal and low[found.last] in low[start:comma]


def goes_on_to(start: int, i: int, grammar: Grammar) -> bool:
    """Whether the verb at word ``i`` stands behind the same "to" as one before "and": "called on
    Lee to stay and fight"."""
    word = grammar.words.low[i]
    if word in IRREGULAR_PAST or word.endswith("s") or not _TO_DO.search(grammar.line, start, i):
        return False
    cue = cue_verbs().get(word)
    if cue is None:
        return grammar.letters[i] == "v"
    return cue.form == "base" and not (cue.speech and grammar.letters[i + 1] in "hP")


def says_anew(i: int, end: int, grammar: Grammar) -> bool:
    """Whether somebody speaks in a clause of its own at word ``i``: "said it was late, and the
    mayor says it may rain"."""
    letters, low = grammar.letters, grammar.words.low
    if letters[i] not in "PDHN0O" or grammar.line[i - 2 : i + 1] == "NCN":
        return False
    found = grammar.after(i, end)
    if found is None or found.last + 1 >= end or letters[found.last] != "V":
        return False
    cue = cue_verbs()[low[found.last]]
    told = letters[found.last + 1] in "hPDHNnO0" or low[found.last + 1] == "there"
    return told and cue.speech and cue.form in ("past", "s") and "s" in cue.frames


def parted_subject(v: int, comma: int, unit: Unit, grammar: Grammar) -> Source | None:
    """The subject that a comma parts from its verb: "The head of the port in Hale, says it"."""
    letters, line, low = grammar.letters, grammar.line, grammar.words.low
    if v + 1 >= unit.last:
        return None
    if letters[v + 1] not in "hPIS" and low[v + 1] != "there":
        inverted = grammar.after(v + 1, unit.last)
        told = inverted is not None and letters[inverted.last] in "VvXMe"
        if not told or not cue_verbs()[low[v]].speech:
            return None  # "Talks, said Lee, who led them, may fail"
    found = grammar.ending(comma - 1, max(unit.first, v - _PARTED))
    if found is None or line[unit.first : found.first].strip("AC"):
        first = unit.first
        while letters[first] in "AC":
            first += 1
        head = grammar.after(first, comma)
        told = head is not None and letters[head.last] == "W" and cue_verbs()[low[v]].speech
        return head if told else None
    return None if _DEED.search(line, found.first, found.last) else found


def main_subject(v: int, unit: Unit, grammar: Grammar) -> Source | None:
    """Who speaks in "After announcing that the hall would close, the mayor left": its subject."""
    line = grammar.line
    end = min(unit.last, v + _PARTED)
    comma = line.find(",", v, end)
    while comma > 0:
        found = grammar.after(comma + 1, end)
        if found is not None and grammar.letters[found.last] in "XMVv":
            return found
        comma = line.find(",", comma + 1, end)
    return None


def without_tail(start: int, stop: int, grammar: Grammar) -> int:
    """Where the content stops before a report of its own end: "..., the court heard"."""
    line = grammar.line
    if "," not in line[start + 3 : stop]:
        return stop
    comma = line.rfind(",", start + 3, stop)
    tail = line[comma + 1 : stop].rstrip("ATI")
    if not 2 <= len(tail) <= 6 or tail[-1] != "V":
        return stop
    cue = cue_verbs()[grammar.words.low[comma + len(tail)]]
    told = cue.form in ("past", "s") and "s" in cue.frames
    return comma if told and not tail[:-1].strip("DHNnPgbe0C") else stop
