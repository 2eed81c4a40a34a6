"""What is told of more than the sentences tell it of: of all, or as the most of its kind.

Beside the sentence that is most like each, 5 of 1,082 headlines and descriptions that people wrote
say "all" or "everyone" where it does not, and 6 "best", "worst" or "biggest".
"""

from __future__ import annotations

from newsbrief.analysis.facts.words import Words, bare
from newsbrief.analysis.lexicon.tables import word_set

_ALL = word_set("all every everyone everybody everything")
_BEARING_ALL = _ALL | word_set(
    "each whole entire entirely none no nobody both only any always never total overall "
    "unanimous unanimously full across nationwide throughout"
)
_SIGNS = frozenset(f"{word}{mark}" for word in (*_ALL, "worst") for mark in ("", *",.;:"))
_SHORTEST = 6  # letters; "best" and "worst" aside, shorter ones in "est" are "west" and "test"
_NO_SUPERLATIVES = word_set(
    "interest protest arrest request contest invest forest honest latest closest modest harvest "
    "suggest attest digest conquest southwest northwest midwest unrest manifest molest budapest "
    "reinvest priest dearest tempest inquest bequest divest detest earnest"
)
_BEST = word_set("best worst")
_ALIKE = (word_set("biggest largest greatest highest"), word_set("smallest lowest fewest"))


def widened(told: Words, near: Words) -> str:
    """The first word of ``told`` that says of all or of the most what ``near`` does not. Empty
    where there is none."""
    for raw in told.parts:
        if "est" not in raw and raw not in _SIGNS:
            continue
        word = bare(raw)
        if word in _ALL:
            if _BEARING_ALL.isdisjoint(near.bare):
                return word
        elif _is_superlative(word.rpartition("-")[2]) and not _holds(near.low, word):
            return word
    return ""


def _holds(near: str, superlative: str) -> bool:
    word = superlative.rpartition("-")[2]
    alike = next((words for words in _ALIKE if word in words), (word,))
    return any(map(near.__contains__, alike))


def _is_superlative(word: str) -> bool:
    if word in _BEST:
        return True
    return len(word) >= _SHORTEST and word.endswith("est") and word not in _NO_SUPERLATIVES
