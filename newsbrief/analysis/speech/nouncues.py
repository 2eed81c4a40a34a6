"""Nouns that report: "her claim that ...", "his criticism of ...", "the plan to ..."."""

from __future__ import annotations

from newsbrief.analysis.lexicon.cues import cue_verbs
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.speech.contents import REACH, Contents
from newsbrief.analysis.speech.reportwords import AIMS, CLAIMS, OBJECTIONS, STANCES, WORRIES
from newsbrief.analysis.speech.sources import Grammar, Source
from newsbrief.analysis.speech.wordclass import is_possessive
from newsbrief.analysis.speech.words import Unit

# Nouns that stand for what somebody said: "her remark that Q", "Smith's phrase, Q".
SAYINGS = word_set(
    """
    claim claims remark remarks statement statements comment comments assertion warning
    promise pledge call vow argument suggestion admission declaration description accusation
    allegation contention insistence belief view tweet post message slogan phrase words word
    line quip joke response reply reference question plea motto observation conclusion
    complaint answer answers speech letter email memo theory idea notion opinion assessment
    prediction quote insult explanation boast concession testimony account version mantra cry
    cries chant chants signature label nickname term verdict advice apology defense defence
    criticism
    """
)
_HOLDS = word_set(
    "have has had having made make makes making raised raise raises raising voiced voice voices "
    "expressed express expresses held hold holds shared share shares issued issue issues repeated "
    "repeat repeats reiterated reiterate gave give gives offered offer offers evinced evince"
)
_INNER = frozenset("WhS")
_VERBAL = frozenset("XMVve")
_SHORT = 9  # words of a clause that tells which claim is meant
# Without an owner these were content in a third of their uses or less (PolNeAR, train).
_OWNED = word_set("attack attacks opposition decision description remarks defense defence praise")


def noun_content(
    v: int, unit: Unit, end: int, grammar: Grammar, contents: Contents
) -> tuple[int, int, Source | None] | None:
    """Content words and owner of the reporting noun at word ``v``, if it is one."""
    low, letters, line = grammar.words.low, grammar.letters, grammar.line
    noun = low[v]
    if v + 2 >= end:
        return None
    tail = low[v + 1]
    clause = tail == "that" or (tail == "to" and noun in AIMS)
    fits = (
        (tail == "that" and noun in CLAIMS)
        or (tail == "to" and (noun in AIMS or noun in OBJECTIONS))
        or (tail in ("about", "over") and noun in WORRIES)
        or (tail in ("of", "on", "about", "against") and noun in STANCES)
    )
    if not fits:
        return None
    if tail == "that" and letters[v + 2] in _VERBAL:
        return None  # "a claim that is false"
    source = _owner(v, unit, grammar) or _holder(v, unit, grammar)
    if source is None and noun in _OWNED:
        return None
    start = v + 1 if clause else v + 2
    end = min(end, v + REACH)
    opens = v - unit.first < REACH and letters[unit.first] in "SI"
    if opens and line.find(",", unit.first, v) < 0:
        comma = line.find(",", v, end)  # "Despite complaints that it is late, she"
        end = comma if comma > 0 else end
    stop = contents.stop(v + 2, end, "that" if clause else "prep")
    if clause and tail == "to":
        verbs = (k for k in range(v + 3, stop) if letters[k] in "XM" and letters[k - 1] != "t")
        verb = next(verbs, stop)
        held = line[v + 2 : verb]
        if _INNER.isdisjoint(held) or (verb < stop and _is_count(low, v + 2, verb, held)):
            stop = verb - (letters[verb - 1] in "C-")
    if not clause:
        verbs = (k for k in range(start + 1, stop) if letters[k] in "XMVv" and low[k - 1] != "in")
        stop = next(verbs, stop)
        stop -= low[stop - 1] == "by"  # "opened his remarks on guns by recalling"
    if tail == "that" and source is None and _lacks_object(start, stop, grammar):
        return None
    return start, stop, source


def _is_count(low: list[str], first: int, last: int, held: str) -> bool:
    """Whether the only "as" among the words counts: "to as many as 5,000 troops"."""
    return _INNER.intersection(held) == {"S"} and low[first:last].count("as") == held.count("S")


def _lacks_object(start: int, stop: int, grammar: Grammar) -> bool:
    """Whether "that" is the object of the clause: "a claim that Lee denies"."""
    v = stop - 1
    letters = grammar.letters
    if v - start < 2 or letters[v] != "V" or letters[v - 1] == "t" or stop - start > _SHORT:
        return False
    return "o" in cue_verbs()[grammar.words.low[v]].frames


def _holder(v: int, unit: Unit, grammar: Grammar) -> Source | None:
    """Who "raised concern that", "has no doubt that" or "made claims about"."""
    letters, low = grammar.letters, grammar.words.low
    j = v - 1
    while j > unit.first and j > v - 6 and letters[j] in "ngeA0DO":
        j -= 1
    if j <= unit.first or low[j] not in _HOLDS:
        return None
    if letters[j] == "X" and (letters[j + 1] == "e" or low[v] in STANCES):
        return None  # "has fielded criticism of", "has the endorsement of"
    if letters[j - 1] == "t" and letters[j - 2] in "nN":
        k = j - 2
        while k > unit.first and letters[k - 1] in "nN":
            k -= 1
        if letters[k - 1] == "e":  # "The storm forced | authorities to make a decision to"
            return Source(k, j - 1)
    return grammar.subject(j, unit.first)


def _owner(v: int, unit: Unit, grammar: Grammar) -> Source | None:
    """Whose claim it is: "her latest claim", "Smith’s claim"."""
    letters, low = grammar.letters, grammar.words.low
    j = v - 1
    while j >= max(unit.first, v - 6) and letters[j] in "ngeA0" and not is_possessive(low[j]):
        j -= 1
    if j < unit.first:
        return None
    if letters[j] == "H":
        return Source(j, j + 1)
    if letters[j] == "'" and low[j - 1].endswith("s"):  # "the inspectors' claim"
        j -= 1
    elif letters[j] not in "Nn" or not is_possessive(low[j]):
        return None
    k = j
    while k - 1 >= max(unit.first, j - 8) and letters[k - 1] in "NDHnb0":
        k -= 1
    return Source(k, j + 1)
