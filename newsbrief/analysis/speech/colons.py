"""Who speaks by a colon: ``Roe: Q``, ``Roe on trade: Q``, ``Q: Ann Roe on trade``."""

from __future__ import annotations

from newsbrief.analysis.speech.sources import Grammar, Source
from newsbrief.analysis.speech.words import Unit


def signed(q: int, unit: Unit, grammar: Grammar) -> Source | None:
    """``Turnout is up - Jane Roe: Q`` and ``ROE: Q``: a name and a colon; Q at word ``q``."""
    letters, low = grammar.letters, grammar.words.low
    if q - 2 < unit.first or letters[q - 1] != ":" or letters[q - 2] not in "N":
        return None
    j = q - 2
    while j >= unit.first and letters[j] in "Nb&C":
        j -= 1
    if j >= unit.first and letters[j] not in "-." and low[unit.first] != "from":
        return None
    return Source(j + 1, q - 1)


def labelled(q: int, unit: Unit, grammar: Grammar) -> Source | None:
    """``Jane Roe: I had Q in mind.``: a turn of a transcript."""
    colon = grammar.line.find(":", unit.first, min(q, unit.first + 6))
    front = grammar.line[unit.first : max(colon, unit.first)]
    if not front or any(c not in "Nb&" for c in front):
        return None
    return Source(unit.first, colon)


def headed(j: int, unit: Unit, grammar: Grammar) -> Source | None:
    """``Q: Ann Lee on fame``, as headlines have it; the name at word ``j``."""
    source = grammar.after(j, unit.last)
    if source is None or grammar.letters[source.first] != "N":
        return None
    low = grammar.words.low
    about = low.index("on", j, source.last) if "on" in low[j : source.last] else 0
    if not about and source.last < unit.last:
        return None
    name = Source(source.first, about or source.last)
    return None if "I" in grammar.line[name.first : name.last] else name


def topical(q: int, unit: Unit, grammar: Grammar) -> Source | None:
    """``Trump: Q`` and ``Trump on trade: Q``."""
    if q - 1 <= unit.first or grammar.letters[q - 1] != ":":
        return None
    source = grammar.after(unit.first, q)
    if source is None:
        return None
    topic = grammar.line.find("I", source.first, source.last)
    return Source(source.first, topic) if topic > source.first else source
