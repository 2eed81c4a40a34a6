"""One letter for the part each word plays, enough grammar to find who stands by a cue.

N name or capitalised word   n noun or adjective   g word in -ing       e word in -ed
D determiner                 H possessive (his)    P subject pronoun    O object pronoun
I preposition                t "to"                C conjunction        S subordinator
W relative (who, which)      h "that"              V cue verb           v other common verb
X auxiliary                  M modal               A adverb             T day or time word
0 number                     b point of an abbreviation                 Q quoted passage
- a dash; other punctuation stands for itself
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from newsbrief.analysis.lexicon.cues import cue_verbs
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.speech.closedwords import closed
from newsbrief.analysis.speech.reportwords import REPORTS
from newsbrief.analysis.speech.verbornoun import insert, is_adjective, is_noun, is_title
from newsbrief.analysis.speech.words import Unit, Words
from newsbrief.analysis.speech.wordsigns import (
    BODIES,
    BODY,
    CAPITALS,
    HER,
    NO,
    NOUN_LIKE,
    OPEN,
    sign_of,
)

_NAMES = word_set(
    """
    kelly sally billy emily molly reilly connolly polly holly lilly dolly willy beverly
    kimberly o’reilly o'reilly donnelly italy july
    """
)
_POINTS = frozenset({"basis", "percentage", "index"})
_THESE = frozenset({"these", "those", "several"})
_BEHIND_OBJECTS = "thISWCP,.;:?!"  # "told her to", "asked her whether"
_UNSETTLED = bytes(code in b"Vv\1\2\3\4\5\6\7\x0e\x0f\x10\x11\x12" for code in range(256))


class Classes(NamedTuple):
    """One letter for each row, and the rows that may be a cue: verbs and words that report."""

    letters: list[str]  # a letter costs half of one in a string; a blank stands behind the last
    line: str  # the same, to be searched
    cues: list[int]


def classes(words: Words) -> Classes:
    """What part each row of ``words`` plays."""
    signs = "".join(map(sign_of, words.text)).replace("Ih", "ID")  # "of that report"
    signs = signs.replace("DS0", "DA0")  # "more than 40"
    letters = [*signs, " "]
    last = len(signs) - 1
    capitals: list[int] = []
    verbs: list[int] = []
    rows = _unsettled(signs)
    for i in rows:
        sign = letters[i]
        if sign in "Vv":
            verbs.append(i)
        elif sign == NO:
            letters[i] = "D"
            if i < last and words.low[i + 1] == "longer":
                letters[i] = letters[i + 1] = "A"
        elif sign == HER:
            behind = letters[i + 1] in _BEHIND_OBJECTS or words.low[i + 1 : i + 2] == ["said"]
            letters[i] = "O" if behind else "H"
        elif sign == BODY:
            letters[i] = closed()[words.low[i]] if _shouted(words, i) else "N"
        else:
            letters[i] = letter = OPEN[sign]
            if sign in CAPITALS:
                capitals.append(i)
                if letter in "Vv":
                    verbs.append(i)
    _capitals(words, letters, signs, capitals)
    _begins(words, letters)
    _points(words, letters, signs)
    _settle(words, letters, verbs)
    low = words.low
    cues = [i for i in rows if letters[i] == "V" or low[i] in REPORTS]
    line = "".join(letters)[:-1]
    return Classes(letters, line, cues)


def _unsettled(signs: str) -> list[int]:
    """The rows of verbs and signs: the lengths of the runs between them tell, in six
    tenths of the time that a match for each takes."""
    runs = signs.encode("ascii", "replace").translate(_UNSETTLED).split(b"\1")
    return [end + k for k, end in enumerate(accumulate(map(len, runs[:-1])))]


def _shouted(words: Words, i: int) -> bool:
    """Whether a word beside word ``i``, which is in capitals, is so only for loudness."""
    beside = words.text[max(i - 1, 0) : i] + words.text[i + 1 : i + 2]
    return any(w.isupper() and w not in BODIES and w.lower() in closed() for w in beside)


def _capitals(words: Words, letters: list[str], signs: str, rows: list[int]) -> None:
    """Inside a sentence a capitalised "Will", "May", "March" or "Says" belongs to a name."""
    units = iter(words.units)
    last = first = -1
    heading: bool | None = None
    for i in rows:
        while i >= last:
            unit = next(units)
            first, last, heading = unit.first, unit.last, None
        if i != first:
            if heading is None:
                held = signs[first:last]  # a small verb is told there at a tenth of the time
                heading = not ("V" in held or "v" in held) and is_heading(words, unit, letters)
            if not heading:
                letters[i] = "N"


def is_heading(words: Words, unit: Unit, letters: Sequence[str]) -> bool:
    """Whether the words are mostly capitalised and no verb is small, as in a headline."""
    small = large = 0
    for i in range(unit.first, unit.last):
        word = words.text[i]
        if word[0].isupper():
            large += 1
        elif letters[i] in "VvP":
            return False
        elif len(word) > 3 and word[0].islower():
            small += 1
    return large >= 3 and large >= 3 * small


def _settle(words: Words, letters: list[str], rows: list[int]) -> None:
    """Cue verbs told from nouns and participles by the words beside them."""
    verbs = cue_verbs()
    low = words.low
    last = len(low) - 1
    for i in rows:
        letter = letters[i]
        if letters[i + 1] == "n" and letters[i + 2] in "nN" and is_title(words, letters, i):
            letters[i] = "n"
            continue
        word = low[i]
        if word == "points" and i and (letters[i - 1] == "0" or low[i - 1] in _POINTS):
            letters[i] = "n"
            continue
        if letter == "v":
            cue = verbs.get(word)
            if cue is not None and i < last and low[i + 1] in cue.particles:
                letters[i] = letter = "V"
            elif word == "fire" and letters[i + 1] == "n" and letters[i - 1] not in "tMPXA":
                letters[i] = "n"  # "said fire crews would stay"
            elif i and (
                letters[i - 1] in "DH"  # "the talks", "said talks would go on"
                or is_possessive(low[i - 1])
                or (letters[i - 1] == "V" and letters[i + 1] in "XM")
            ):
                letters[i] = "n"
        if letter != "V" or not i:
            continue
        cue = verbs[word]
        before = letters[i - 1]
        if before in "ST" and i > 2:
            insert(i, letters, low)
        if letters[i + 1] in "nN" and word.endswith("ed") and is_adjective(i, letters):
            letters[i] = "e"
            continue
        owned = before == "'" and cue.noun and low[i - 2].endswith("s")  # "the inspectors' report"
        listed = before == "t" and cue.form == "s" and cue.noun  # "according to emails"
        if before in "DHI" or owned or listed or (before in "nNg" and is_possessive(low[i - 1])):
            if cue.form == "ing":
                noun = before != "I" and word in NOUN_LIKE
                letters[i] = "V" if before == "I" else ("n" if noun else "g")
            else:
                letters[i] = "e" if cue.form in ("past", "done") else "n"
        elif before == "O" and low[i - 1] == "those" and cue.form in ("past", "done"):
            letters[i] = "e"  # "those found guilty"
        elif before == "O" and low[i - 1] == "one" and cue.form == "base" and letters[i - 2] != "V":
            letters[i] = "n"  # "at least one slight stroke"
        elif not cue.noun:
            if before == "O" and cue.form == "ing" and letters[i + 1] in "nN":
                letters[i] = "g"
        elif (
            before == "V"  # "said details of the plan"
            or low[i - 1] in _THESE
            or (before == "e" and i > 1 and letters[i - 2] in "XPNA")  # "scrapped plans"
            or is_noun(i, cue, letters, low)
        ):
            letters[i] = "n"


def _points(words: Words, letters: list[str], signs: str) -> None:
    """Of an abbreviation is a point that stands by a word inside a sentence."""
    for unit in words.units:
        first, last = unit.first, unit.last - 1
        if "." in signs[first:last]:
            i = signs.find(".", first, last)
            while i >= 0:
                if i and words.start[i] == words.end(i - 1):
                    letters[i] = "b"
                i = signs.find(".", i + 1, last)


def _begins(words: Words, letters: list[str]) -> None:
    """The capital that opens a sentence makes no name of "Shortly"."""
    verbs = cue_verbs()
    for unit in words.units:
        i = unit.first
        letter = letters[i]
        if letter not in "NVh":
            continue
        low = words.low[i]
        after = letters[i + 1] if i + 1 < unit.last else "."
        if letter == "h":  # "That person said"
            if after in "nN":
                letters[i] = "D"
            continue
        if letter == "V":  # "Protest groups say", "Support for Lee grows"
            cue = verbs[low]
            if after == "N" and cue.form == "base":
                letters[i] = "N"
            elif after in "nVXMvIe" and cue.noun:
                letters[i] = "n"
            continue
        if low[-1] not in "ygd":
            continue
        if low.endswith("ly") and low not in _NAMES and len(low) > 4:
            letters[i] = "N" if after == "V" else "A"  # "Jolly said"
        elif low.endswith("ing") and after in "DHItnNOPhSA0" and low not in NOUN_LIKE:
            letters[i] = "g"
        elif low.endswith("ed") and after in "ItSPA" and low not in NOUN_LIKE:
            letters[i] = "e"


def is_possessive(low: str) -> bool:
    # Nearly all words are told by their lack of an apostrophe, at half the price of their end.
    return ("’" in low or "'" in low) and low.endswith(("’s", "'s", "s’", "s'"))
