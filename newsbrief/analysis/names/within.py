"""Whether a name lies in the state or country that stands behind it."""

from __future__ import annotations

from newsbrief.analysis.lexicon.countries import countries
from newsbrief.analysis.lexicon.geography import states
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.patterns import Lazy

_WAYS = word_set("through into from of to over across toward towards via")
_WIDER = Lazy(r", ((?:[A-Z][a-z]+ ){0,2}[A-Z][a-z]+)(?=[,.;:)]|$)")


def is_within(text: str, end: int, before: str) -> bool:
    """ "A tornado ripped through Joplin, Missouri, on Sunday"; ``before`` is the word in front of
    the name that ends at ``end``."""
    if before not in _WAYS or (m := _WIDER.match(text, end, end + 40)) is None:
        return False
    return m[1] in states() or m[1] in countries().names
