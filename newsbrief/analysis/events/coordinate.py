"""Two things that one subject does, of which the second is still to come: "Berg cancelled a trip
and will visit Oslo on Friday"."""

from __future__ import annotations

from typing import NamedTuple

from newsbrief.analysis.events.finite import SAYS
from newsbrief.analysis.events.joints import FINITE, has_verb
from newsbrief.analysis.events.status import without_asides
from newsbrief.analysis.patterns import Lazy


class Second(NamedTuple):
    """Where the first verb begins, the words that join the two, and the second verb."""

    first: int
    joint: int
    verb: int


_TO_COME = Lazy(
    r",? and (?=(?:also )?(?:will (?!be remembered)|plans to |intends to |(?:is|are|was|were) "
    r"(?:expected|due|scheduled|set|slated|planning|to )\b))"
)
_WORD = Lazy(r"[\w’'-]+")
# What such a clause hangs on may be the subject of the second verb, too: "said he left and will".
_OTHERS = SAYS | frozenset("who which that whose where when as he she they it we i".split())
_FRONTED = frozenset(
    "In On At After Before With By For From During As When While If Since Under Over Until "
    "Although Though Because Despite Among Amid Last This Earlier There Here".split()
)
_LONGEST = 14  # words of a subject


def second_to_come(masked: str, start: int) -> Second | None:
    """The second verb of ``masked`` that the time at ``start`` belongs to, where it is to come and
    shares its subject with the first."""
    joint = masked.rfind(" and ", 0, start)
    found = joint > 0 and _TO_COME.match(masked, joint - (masked[joint - 1] == ","))
    if not found or ", " in masked[found.end() : start]:
        return None
    first = None
    plain = without_asides(masked) if ", wh" in masked else masked
    for n, m in enumerate(_WORD.finditer(plain, 0, found.start())):
        word = m[0]
        if word in _OTHERS or (not n and word in _FRONTED):
            return None
        if first is None and _is_verb(word):
            if not n:
                return None
            first = m.start()
        elif first is None and n > _LONGEST:
            return None
    return None if first is None else Second(first, found.start(), found.end())


def _is_verb(word: str) -> bool:
    return word in FINITE or (word.islower() and has_verb([word]))
