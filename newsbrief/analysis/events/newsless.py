"""Clauses that tell of nothing that happened: appeals to readers, provisos, notes on the text."""

from __future__ import annotations

from newsbrief.analysis.events.tellings import Ground, Telling

_ANYBODY = frozenset("anyone anybody everyone everybody someone somebody".split())
_POSSIBLE = frozenset("may might can could should must cannot".split())
_ITSELF = frozenset(
    "article interview story report piece transcript version post page column newsletter".split()
)
_SUBJECT = 4  # words in which the verb of such a clause stands


def tells_of_news(telling: Telling, ground: Ground) -> bool:
    """Whether a clause without a time tells of something that happened or will."""
    first, *words = telling.masked.lower().split(None, _SUBJECT)[:_SUBJECT]
    if first == "this" and words and words[0] in _ITSELF:
        return False
    places, mentions = ground.counts(telling.start, telling.end)
    if places or mentions:
        return True
    if first in _ANYBODY or (first == "not" and not _ANYBODY.isdisjoint(words)):
        return False
    return _POSSIBLE.isdisjoint(words)
