"""Whose words a noun of saying brings in: "her remark that Q", "rejected Lee's claim that Q"."""

from __future__ import annotations

from itertools import pairwise

from newsbrief.analysis.speech.nouncues import SAYINGS
from newsbrief.analysis.speech.sources import Grammar, Source
from newsbrief.analysis.speech.wordclass import is_possessive
from newsbrief.analysis.speech.words import Unit

Claim = tuple[Source, tuple[int, int]]  # with the words of its cue

_NEAR = 25  # words between such a noun and its quote


def claim_before(q: int, unit: Unit, grammar: Grammar) -> Claim | None:
    """``her remark that Q``, ``the suggestion by Smith that Q``: Q at word ``q``."""
    letters, low = grammar.letters, grammar.words.low
    if low[q - 1] == "as":  # "played down her comments as Q"
        return None
    for i in range(q - 1, max(unit.first, q - _NEAR) - 1, -1):
        if letters[i] not in "nVg" or low[i] not in SAYINGS:
            continue
        if i + 1 < q and low[i + 1] in ("by", "from"):
            source = grammar.after(i + 2, q)
            if source is not None:
                return source, (i, i + 1)
        j = i - 1
        while j >= unit.first and letters[j] in "nge0NA" and not is_possessive(low[j]):
            j -= 1
        if j < unit.first:
            continue
        if letters[j] == "H" and low[j] != "whose":
            return Source(j, j + 1), (i, i + 1)
        if letters[j] in "nN":
            return Source(_phrase(j, unit.first, letters), j + 1), (i, i + 1)
    return None


def claim_behind(v: int, q: int, grammar: Grammar) -> Claim | None:
    """Whose claim the cue at word ``v`` is about: "rejected Lee's claim that it was Q", "rejected
    claims by Lee that it was Q"."""
    letters, low = grammar.letters, grammar.words.low
    for i in range(v, q - 1):
        if letters[i] not in "nVg" or low[i] not in SAYINGS:
            continue
        if low[i + 1] in ("by", "from"):
            source = grammar.after(i + 2, q)
            if source is not None and _holds(source.last, q, grammar):
                return source, (i, i + 1)
        elif is_possessive(low[i - 1]) and letters[i - 1] in "nN" and _holds(i + 1, q, grammar):
            return Source(_phrase(i - 1, v + 1, letters), i), (i, i + 1)
    return None


def _phrase(last: int, floor: int, letters: list[str]) -> int:
    """Where the noun phrase begins that ends with word ``last``."""
    while last - 1 >= floor and letters[last - 1] in "NDHnb0":
        last -= 1
    return last


def _holds(that: int, q: int, grammar: Grammar) -> bool:
    """Whether the clause of "that" holds the quote, not what is said of it: "Lee's claim that it
    was late is Q"."""
    verbs = [k for k in range(that, q) if grammar.letters[k] in "XM"]
    apart = sum(b - a > 1 for a, b in pairwise(verbs))
    return grammar.words.low[that] == "that" and not apart
