"""Clauses that tell of nothing that happened: appeals to readers, provisos, notes on the text."""

from __future__ import annotations

from newsbrief.analysis.events.finite import POSSIBLE, modal

_ANYBODY = frozenset("anyone anybody everyone everybody someone somebody".split())
_THIS = "this"
_FORECAST = frozenset("may might could".split())
_ADDRESSED = ("You ", "Your ")  # the reader, or who is interviewed
_LABEL = 40  # code points of a label in front: "Haddad: You lost"
_ITSELF = frozenset(
    "article interview story report piece transcript version post page column newsletter".split()
)
_SUBJECT = 4  # words in which the verb of such a clause stands


def tells_of_news(clause: str, named: bool, may: bool = True) -> bool:
    """Whether a clause without a time tells of something that happened or will. ``named``: whether
    it names a place or a party; ``may``: whether its sentence holds "may" or the like."""
    if clause.startswith(_ADDRESSED) or ": You" in clause[:_LABEL]:
        return False
    if may and _is_only_possible(clause.split()):
        return False
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
    return POSSIBLE.isdisjoint(low)


def _is_only_possible(words: list[str]) -> bool:
    """Whether it tells of what may or should be: "Mr. Roe may win". Who "could not" did not, and
    "gusts could reach 60 mph" is a forecast."""
    at = modal(words, POSSIBLE)
    if at is None or words[at : at + 2] == ["could", "not"]:
        return False
    forecast = words[at] in _FORECAST and any(w[:1].isdecimal() for w in words[at + 1 : at + 7])
    return not forecast
