"""What somebody is said to feel: "is confident that talks will go on", "are wary of it"."""

from __future__ import annotations

from newsbrief.analysis.speech.contents import BE, Contents
from newsbrief.analysis.speech.hearers import QUESTIONS
from newsbrief.analysis.speech.sources import Grammar, Source
from newsbrief.analysis.speech.words import Unit


def attitude(
    v: int, unit: Unit, end: int, grammar: Grammar, contents: Contents
) -> tuple[int, int, Source] | None:
    """Content words and source of the adjective at word ``v``, where a form of "be" leads it."""
    low, letters = grammar.words.low, grammar.letters
    i = v - 1
    while i > unit.first and letters[i] == "A":
        i -= 1
    if i <= unit.first or low[i] not in BE or v + 2 >= end:
        return None
    tail, letter = low[v + 1], letters[v + 1]
    if letter in "hP" or tail in QUESTIONS:
        start, how = v + 1, "that"
    elif letter == "t":
        start, how = v + 1, "to"
    elif tail in ("about", "of", "with", "in"):
        start, how = v + 2, "prep"
    else:
        return None
    source = grammar.subject(i, unit.first)
    if source is None or source.first >= v:
        return None
    end = contents.clause_end(v, start, unit, source, end)
    return start, contents.stop(start, end, how), source
