"""Clauses that tell of nothing that happened: appeals to readers, provisos, notes on the text."""

from __future__ import annotations

_ANYBODY = frozenset("anyone anybody everyone everybody someone somebody".split())
_THIS = "this"
_POSSIBLE = frozenset("may might can could should must cannot".split())
_ITSELF = frozenset(
    "article interview story report piece transcript version post page column newsletter".split()
)
_SUBJECT = 4  # words in which the verb of such a clause stands


def tells_of_news(clause: str, named: bool) -> bool:
    """Whether a clause without a time tells of something that happened or will. ``named``: whether
    it names a place or a party."""
    if named and clause.lstrip()[: len(_THIS)].lower() != _THIS:  # two of three
        return True
    first, *words = clause.split(None, _SUBJECT)[:_SUBJECT]
    first = first.lower()
    if first == _THIS and words and words[0].lower() in _ITSELF:
        return False
    if named:
        return True
    low = frozenset(map(str.lower, words))
    if first in _ANYBODY or (first == "not" and not _ANYBODY.isdisjoint(low)):
        return False
    return _POSSIBLE.isdisjoint(low)
