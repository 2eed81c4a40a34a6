"""Businesses among the bodies, and what each of them may be called: "the company"."""

from __future__ import annotations

from newsbrief.analysis.lexicon import organisations
from newsbrief.analysis.lexicon.tables import word_set

_BUSINESS = word_set(
    "company firm business corporation conglomerate giant maker manufacturer retailer "
    "supplier operator developer producer startup start-up"
)
# The last words of bodies that are none.
_PUBLIC = organisations.AND_ENDS - {"Services"} | word_set(
    "Party Police Court Courts University College School Parliament Congress Senate House Union "
    "Unions Army Navy Guard Hospital Church Federation League Agency Ministry Press News Times "
    "Post Journal Herald Foundation Trust Fund Embassy Treasury Reserve Cabinet"
)


def is_business(name: str) -> bool:
    """Whether the body of this name may be a business."""
    known = name in organisations.KNOWN_ORGANISATIONS or name.isupper()
    return name in organisations.BUSINESSES or (
        not known and name.rpartition(" ")[2] not in _PUBLIC
    )


def is_firm(noun: str) -> bool:
    """Whether any business may be called by this noun."""
    return noun in _BUSINESS
