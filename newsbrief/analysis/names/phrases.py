"""Phrases that open a sentence: "Flanked by the mayor"."""

from __future__ import annotations

from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.patterns import Lazy

_OPENING = Lazy(r"[^\w\n]{0,3}([A-Za-z]+)\b[^,;:\n]*\Z")
_OPENERS = word_set(
    "after before since during despite amid at in on by with without from for to under alongside "
    "besides unlike like while when as if beside near about against seen shown met known given "
    "told written read taken driven born"
)


def opens(text: str, floor: int, end: int) -> bool:
    """Whether ``text[floor:end]`` is the front of an opening phrase: "Flanked by the mayor"."""
    m = _OPENING.match(text, floor, end) if end - floor < 160 else None
    if m is None:
        return False
    word = m[1].lower()
    return word in _OPENERS or (word[1:].endswith(("ing", "ed")) and word != "according")
