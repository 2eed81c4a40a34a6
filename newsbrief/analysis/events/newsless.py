"""Clauses that tell of nothing that happened: appeals to readers, provisos, notes on the text."""

from __future__ import annotations

_ANYBODY = frozenset("anyone anybody everyone everybody someone somebody".split())
_POSSIBLE = frozenset("may might can could should must cannot".split())
_ITSELF = frozenset(
    "article interview story report piece transcript version post page column newsletter".split()
)
_SUBJECT = 4  # words in which the verb of such a clause stands


def tells_of_news(clause: str, named: bool) -> bool:
    """Whether a clause without a time tells of something that happened or will. ``named``: whether
    it names a place or a party."""
    first, *words = map(str.lower, clause.split(None, _SUBJECT)[:_SUBJECT])
    if first == "this" and words and words[0] in _ITSELF:
        return False
    if named:
        return True
    if first in _ANYBODY or (first == "not" and not _ANYBODY.isdisjoint(words)):
        return False
    return _POSSIBLE.isdisjoint(words)
