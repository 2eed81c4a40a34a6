"""Sentences of a few words, as wires write them: which tell of something that happened."""

from __future__ import annotations

from itertools import pairwise

from newsbrief.analysis.events.finite import first_verb, is_participle

_LONG, _WORDS = 26, 5  # code points and words; what is shorter may be anything
_NO_NEWS = frozenset(
    "It That This There What Who Why How I We You Yes No So And But Not Never Let Things Something "
    "Don't Don’t Enough".split()
)
_PRONOUNS = frozenset("He She They".split())
_BE = frozenset("is was are were".split())
_AUXILIARIES = _BE | frozenset("has had have did does do got".split())
_DENIED = frozenset("not never".split())
_STATES = frozenset("to under over out back dead".split())  # "is under way", "is to resign"


def is_short(masked: str) -> bool:
    """Whether it has four words at most: what is told so sums up no article."""
    return len(masked) < _LONG or masked.count(" ") < _WORDS - 1


def tells_by_itself(masked: str) -> bool:
    """Whether so few words tell what happened to somebody or something: "Two men died.", "He was
    arrested."; not "It worked.", "She was 92.", "Roe is mayor."."""
    if masked[-1] not in ".!" or not masked[0].isupper():
        return False
    first, *others = masked[:-1].split()
    if first.rstrip(",") in _NO_NEWS or len(others) < 2 or not _DENIED.isdisjoint(others):
        return False
    if first in _PRONOUNS and not is_participle(others[others[0] in _AUXILIARIES]):
        return False
    for verb, behind in pairwise(others):
        if verb in _BE:
            becomes = is_participle(behind) or behind.endswith("ing")
            return becomes or behind in _STATES
    return first_verb([first, *others]) == "acts"
