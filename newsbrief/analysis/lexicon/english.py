"""Common words of English: those that a capital letter does not make a name.

``english.txt`` holds the words of SCOWL's levels 10 to 40, less those that `stems` leads back to
another; SCOWL's notice stands beside it, in ``english.LICENSE``.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from pathlib import Path

from newsbrief.analysis.lexicon.words import ordinary

_SUFFIXES = ("s es ed d ing er r ers rs ly est st ness ment ments able less ful y ish").split()
_ENDING_IN = {s[-1]: [other for other in _SUFFIXES if other[-1] == s[-1]] for s in _SUFFIXES}
_PREFIXES = tuple("un re non mis over out pre anti under ex pro".split())
_BEFORE_E = frozenset("ing ed er ers est able ly y".split())


def stems(word: str) -> Iterator[str]:
    """``word`` and what it may be a form of: "planned", "plan"; "taking", "tak", "take"."""
    yield word
    for suffix in _ENDING_IN.get(word[-1:], ()):
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            stem = word[: -len(suffix)]
            yield stem
            if len(stem) > 3 and stem[-1] == stem[-2]:
                yield stem[:-1]
            if suffix in _BEFORE_E:
                yield f"{stem}e"
            if stem[-1] == "i":
                yield f"{stem[:-1]}y"


@functools.cache
def _known() -> frozenset[str]:
    listed = Path(__file__).with_suffix(".txt").read_text(encoding="ascii").split()
    return ordinary().union(listed)


@functools.lru_cache(maxsize=4096)
def is_common(word: str) -> bool:
    """Whether the lower-case ``word`` is one of English, in any form of it."""
    known = _known()
    if not known.isdisjoint(stems(word)):
        return True
    return word.startswith(_PREFIXES) and any(
        word.startswith(prefix)
        and len(word) - len(prefix) > 3
        and not known.isdisjoint(stems(word[len(prefix) :]))
        for prefix in _PREFIXES
    )
