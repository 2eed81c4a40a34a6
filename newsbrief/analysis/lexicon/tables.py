"""How word lists are written down: as running text, one string a list."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words of a list written as running text."""
    return frozenset(words.split())
