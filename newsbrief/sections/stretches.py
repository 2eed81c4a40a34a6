"""The words of a sentence by what they do in it, as far as their letters tell: names, function
words, auxiliaries, and what tells something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsbrief.analysis.events.prose import stem
from newsbrief.analysis.lexicon.tables import word_set

_OPENING, _CLOSING = "\"'“‘([", "\"'”’)],.;:!?…"
MARKS = _OPENING + _CLOSING
_DOTTED = word_set("Mr. Mrs. Ms. Dr. Sen. Rep. Gov. Gen. Prof. Lt. Col. Sgt. Rev. St.")
_AUXILIARY = word_set(
    "has have had will would could may might can did does do also then later now again still just "
    "once first already"
)
_BE = word_set("is are was were been be being")
_FUNCTION = word_set(
    "a an the this that these those his her its their our my your of to in on at by for with from "
    "as and or but nor not no than who whom whose which what when where while after before because "
    "since until unless if though although into onto over under about against near off out up down "
    "it they we you i him them us so too only even both all some any other another more most"
)
#: What stands for somebody named as a subject; their names are no parties of an article.
PRONOUNS = word_set("he she")


class Stretch(NamedTuple):
    """What stands between two blanks: n(ame), f(unction word), a(uxiliary or adverb), w(ord that
    tells something) or x. ``core`` is it without marks, of a "w" its stem."""

    kind: str
    core: str
    opens: bool  # behind a mark
    ends: bool  # before one


class _Stretches(dict[str, Stretch]):
    """Of most of what stands between two blanks, the article before had the same."""

    def __missing__(self, raw: str) -> Stretch:
        if len(self) > 50_000:
            self.clear()
        word = raw.strip(MARKS)
        ends = raw[-1] in _CLOSING and raw.lstrip(_OPENING) not in _DOTTED
        found = self[raw] = Stretch(*_classed(word, word.lower()), raw[0] in _OPENING, ends)
        return found


def _classed(word: str, low: str) -> tuple[str, str]:
    if low in _FUNCTION:
        return "f", low
    if low in _BE:
        return "f", "be"
    if low in PRONOUNS:
        return "n", low
    if word[:1].isupper():
        return "n", word
    if low in _AUXILIARY or low.endswith("ly"):
        return "a", low
    return ("w", stem(low)) if low.replace("-", "").isalpha() else ("x", word)


STRETCHES = _Stretches()


def joined(words: Sequence[Stretch]) -> str:
    return " ".join([word.core for word in words])


def names(words: Sequence[Stretch], start: int = 0) -> Iterator[tuple[int, int]]:
    """The range of each run of capitalised words."""
    last = start
    for first in [n for n in range(start, len(words)) if words[n].kind == "n"]:
        if first < last:
            continue
        last = first + 1
        while last < len(words) and words[last].kind == "n" and not words[last].opens:
            if words[last - 1].ends:
                break
            last += 1
        yield first, last
