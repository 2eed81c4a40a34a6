"""The words of free text, which one check after the other asks for."""

from __future__ import annotations

from functools import lru_cache

MARKS = " .,:;!?()[]'\"“”‘’"


@lru_cache(maxsize=4)  # a few threads
def words_of(low: str) -> tuple[str, ...]:
    """What stands between the spaces of ``low``. Parted once for all checks, and so is hashed once
    what they look up: these are the same strings."""
    return tuple(low.split())


def bare(word: str) -> str:
    """``word`` without the marks around it."""
    return word.strip(MARKS)
