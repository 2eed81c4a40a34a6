"""People whom an article does not name: "a senior official", "the former actress"."""

from __future__ import annotations

from newsbrief.analysis.lexicon.offices import is_role
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.speech.sources import Grammar

_MEN = word_set(
    """
    man boy father husband brother son uncle grandfather king prince duke nephew boyfriend widower
    dad lad gentleman waiter stepfather grandson groom monk lord
    """
)
_WOMEN = word_set(
    """
    woman girl mother wife sister daughter aunt grandmother queen princess duchess niece girlfriend
    widow mum mom lady waitress actress heiress hostess stepmother granddaughter bride nun midwife
    """
)
_OTHERS = word_set(
    """
    source person insider guard passer-by bystander onlooker teenager pensioner baby child relative
    parent worker employee caller user fan patient suspect defendant claimant complainant driver
    neighbor neighbour pal friend shopper commuter tourist passenger survivor victim juror resident
    customer shopkeeper motorist pedestrian cyclist rider hiker tenant villager local pupil
    """
)
_BEHIND = frozenset({"close", "familiar"})
_COMPLEMENT = Lazy("[It,]")


def unnamed_gender(first: int, last: int, grammar: Grammar) -> str | None:
    """The gender of the single person whom the words ``first`` to ``last`` describe: "m", "f", or
    "" where nothing tells; ``None``: they describe none."""
    line, low = grammar.line, grammar.words.low
    if first and low[first - 1] == "by":  # "Asked by a reporter, she said"
        return None
    complement = _COMPLEMENT.search(line, first, last)
    head = (complement.start() if complement else last) - 1
    if low[head] in _BEHIND or grammar.letters[head] == "e":
        head -= 1  # "a source close to the club", "a person briefed on it"
    return gender_of(low[head]) if head >= first else None


def is_stranger(words: str) -> bool:
    """Whether the phrase calls somebody what no office does: "The bus driver", "the neighbour"."""
    return words.rpartition(" ")[2].lower() in _OTHERS


def gender_of(noun: str) -> str | None:
    """The gender of the single person whom the noun, in small letters, calls; ``None``: no one."""
    if noun in _WOMEN or noun.endswith("woman"):
        return "f"
    if noun in _MEN or noun.endswith("man"):
        return "m"
    return "" if noun in _OTHERS or is_role(noun) else None
