"""Bodies by what stands behind their name, as it does behind no person's: "Marlow, which owns"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newsbrief.analysis.lexicon.english import is_common
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.names.drafts import Draft
from newsbrief.analysis.patterns import Lazy

# "which", of things too, needs what only bodies do. In 840 articles of PolNeAR "said it would" is
# of no person, but of what happens: "said it would rain".
_WHICH = Lazy(
    r", which (?:(?:also|now) )?(?:owns|makes|runs|sells|operates|employs|manages|produces|"
    r"supplies|represents|publishes|specialises|specializes|organised|organized|bought|acquired|declined|"
    r"(?:is|was) (?:owned|founded|headquartered|run|led|listed|based)\b)"
)
_SAID_IT = Lazy(
    r" (?:has |had )?(?:said|says|announced|confirmed) (?:on \w+ )?(?:that )?"
    r"(?:its |it (?:would|will|had|has|plans|planned|expects|expected|intends|intended) "
    r"(?!be\b|been\b|take\b|taken\b|mean|ma[dk]e\b|help|cost|require|rain|happen|seem|c[ao]me\b|"
    r"become\b|not be\b|never\b|all\b))"
)
_ITS = Lazy(r" (?:has |had )?(?:also |again )?([a-z]+) its\b")
_DID_TO_ITS_OWN = word_set("cut made sold held took built closed has had moved runs cuts opened")


def is_body(text: str, start: int, end: int) -> bool:
    """Whether the name ``text[start:end]``, whose kind nothing tells, is a body's."""
    if text[end : end + 1] == ",":
        return _WHICH.match(text, end, end + 50) is not None
    if _SAID_IT.match(text, end, end + 70) is not None:
        return True
    m = _ITS.match(text, end, end + 40)
    if m is None or text.endswith(("The ", "the "), 0, start):
        return False
    return m[1].endswith("ed") or m[1] in _DID_TO_ITS_OWN


_OWNING = ("'s ", "’s ", "s' ", "s’ ")


def call(text: str, drafts: Sequence[Draft]) -> None:
    """Make bodies of the names that own a person: "Sauber's Marcus Ericsson", and 24 of 27 such in
    894 articles. What a lone common word names is more than bodies: "Hollywood's Jane Roe"."""
    for owner, d in pairwise(drafts):
        if owner.kind is not None or d.kind != "person" or " " not in d.name:
            continue
        if (
            text[d.start - 3 : d.start] in _OWNING
            and d.start - owner.end < 4
            and owns_persons(owner.name)
        ):
            owner.kind = "organisation"


def owns_persons(name: str) -> bool:
    """Whether whoever owns a person by that name is a body, where no list knows it."""
    return not name.isupper() and (" " in name or not is_common(name.lower()))
