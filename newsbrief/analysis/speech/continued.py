"""Quotes that stand alone: speech that goes on, is introduced before, or is signed behind."""

from __future__ import annotations

from dataclasses import dataclass

from newsbrief.analysis.speech.answers import REPLY, answering, in_mood, is_asked
from newsbrief.analysis.speech.cuesources import CueSources
from newsbrief.analysis.speech.sources import Grammar, Source
from newsbrief.analysis.speech.words import Unit

_EXCHANGE = 4  # quotes, and paragraphs
_TOLD_BETWEEN = 2  # sentences
_MARKS = "\"“”‟'‘’»›"


@dataclass(slots=True)
class Owned:
    """One passage in its sentence, with what owns it."""

    row: int  # its word
    passage: int  # its number
    unit: int
    source: Source | None = None
    cue: tuple[int, int] | None = None  # words of the cue
    how: str = ""
    after: bool = False  # the cue comes behind it


def continue_speech(found: list[Owned], grammar: Grammar, cues: CueSources) -> None:
    """Give quotes without words of their own the speaker who was talking.

    ``found``: all quotes of the article in order; those whose ``how`` is "pure" get a source.
    """
    units = grammar.words.units
    exchanged: Owned | None = None  # the last quote that is a turn of an exchange
    for k, own in enumerate(found):
        if own.how == REPLY and own.source is None and own.unit:
            own.source = answering(units[own.unit - 1], grammar, cues)
        if own.how != "pure":
            continue
        before = found[k - 1] if k else None
        apart = units[own.unit].paragraph - units[before.unit].paragraph if before else 9
        if before is not None and before.unit == own.unit:
            own.source = before.source
            continue
        signature = _signature(own.unit + 1, grammar)
        told = _told_below(own, grammar, cues)
        if told is not None:
            own.source = told
            continue
        neighbour = units[own.unit - 1] if own.unit else None
        if signature is not None:
            own.source = signature
        elif before is not None and before.unit == own.unit - 1 and apart <= 1:
            other = _other(found, k, before is exchanged, grammar) if apart else None
            exchanged = own if other or (before is exchanged and not apart) else None
            own.source = other or before.source
        elif neighbour is not None and units[own.unit].paragraph - neighbour.paragraph <= 1:
            own.source = _introduced(neighbour, own, grammar, cues)
            if own.source is None and before is not None and _goes_on(before, own, grammar):
                own.source = before.source
        elif before is not None and apart <= 1:
            own.source = before.source
        if own.source is None and k + 1 < len(found):
            own.source = _told_next(own, found[k + 1], grammar)


def _told_next(own: Owned, after: Owned, grammar: Grammar) -> Source | None:
    """Who speaks in the quote ``after``, where this one goes on in it: its end is not marked, as
    where each sentence opens anew: `“It is late. “We wait,” she said`."""
    words = grammar.words
    near = after.unit - own.unit <= 1 and (
        words.units[own.unit].paragraph == words.units[after.unit].paragraph
    )
    unmarked = grammar.text[words.end(own.row) - 1] not in _MARKS
    return after.source if near and unmarked else None


def _goes_on(before: Owned, own: Owned, grammar: Grammar) -> bool:
    """Whether nothing but what is told of the speaker stands between two quotes: `“We won,” said
    Lee. She lives in Hale. “I saw it.”`"""
    between = grammar.words.units[before.unit + 1 : own.unit]
    if not 0 < len(between) <= _TOLD_BETWEEN:
        return False
    return all(_is_of_one(unit, grammar) for unit in between)


def _is_of_one(unit: Unit, grammar: Grammar) -> bool:
    """Whether the sentence is about a "she" or "the 37-year-old"."""
    low, subject = grammar.words.low, grammar.unit_subject(unit)
    if subject is None or low[subject.first] not in ("he", "she", "the"):
        return False
    second = low[min(subject.first + 1, subject.last - 1)]
    return low[subject.first] != "the" or second.endswith("-year-old")


def _told_below(own: Owned, grammar: Grammar, cues: CueSources) -> Source | None:
    """`“We won,”` and `said Ruiz.` in paragraphs of their own: who speaks there."""
    words, units = grammar.words, grammar.words.units
    end = words.end(own.row)
    tail = grammar.text[max(0, end - 4) : end].rstrip(_MARKS)
    if not tail.endswith(",") or own.unit + 1 >= len(units):
        return None
    if own.row != units[own.unit].last - 1:
        return None
    return cues.main(units[own.unit + 1])


def _introduced(unit: Unit, own: Owned, grammar: Grammar, cues: CueSources) -> Source | None:
    """Who speaks in the sentence before: by its cue, its mood, or its subject where a colon ends
    it; whoever was asked something there answers.

    The subject alone was right in 8 of 20 cases, so it does not count (PolNeAR, train).
    """
    if is_asked(unit, grammar) and not _asks(own, grammar):
        return answering(unit, grammar, cues)
    found = cues.main(unit)
    if found is None and grammar.letters[unit.last - 1] == ":":
        found = grammar.unit_subject(unit)
    if found is None and unit.paragraph == grammar.words.units[own.unit].paragraph:
        whole = own.row + 2 >= grammar.words.units[own.unit].last
        found = in_mood(unit, grammar) or (cues.thinks(unit) if whole else None)
    return found


def _asks(own: Owned, grammar: Grammar) -> bool:
    end = grammar.words.end(own.row)
    return grammar.text[max(0, end - 4) : end].rstrip(_MARKS).endswith("?")


def _other(found: list[Owned], k: int, turn: bool, grammar: Grammar) -> Source | None:
    """Who speaks where paragraphs of speech answer each other: `“Did you go?” he asked. / “I did,”
    she said. / “And then?” / “Nothing.”` ``turn``: whether the last one was such a turn.

    It takes a question and its answer before: to ask, and to go on, is the rule of one speaker.
    """
    own, before = found[k], found[k - 1]
    if grammar.text[grammar.words.end(before.row) - 1] not in _MARKS:
        return None  # the next paragraph goes on with the speech
    asks = _asks(own, grammar)
    if asks == _asks(before, grammar) and not turn:
        return None
    floor = grammar.words.units[own.unit].paragraph - _EXCHANGE
    for i in range(k - 2, max(-1, k - 2 - _EXCHANGE), -1):
        one = found[i]
        if grammar.words.units[one.unit].paragraph < floor:
            break
        if one.source is None or one.source == before.source:
            continue
        if turn or (_asks(one, grammar) if asks else i and _asks(found[i - 1], grammar)):
            return one.source
    return None


def _signature(number: int, grammar: Grammar) -> Source | None:
    """``- Jane Roe`` right behind the quote, on a line of its own."""
    units = grammar.words.units
    if number >= len(units):
        return None
    unit = units[number]
    if grammar.letters[unit.first] != "-" or unit.last - unit.first > 9:
        return None
    source = grammar.after(unit.first + 1, unit.last)
    if source is None or grammar.letters[source.first] != "N" or source.last < unit.last - 1:
        return None
    return source
