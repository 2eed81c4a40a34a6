"""One office in front of several names: "Sens. Ann Lee and Tom Hale"."""

from __future__ import annotations

from newsbrief.analysis.lexicon import offices
from newsbrief.analysis.names import fronts, naming
from newsbrief.analysis.names.runs import Word, join


def is_plural(title: str) -> bool:
    """Whether a word is the title of several: "Sens.", "Justices"."""
    word = title.rstrip(".")
    return word[-1:] == "s" and (
        word[:-1] in offices.OFFICE_ABBREVIATIONS
        or (word[:1].isupper() and word[:-1].lower() in offices.TITLES)
    )


def is_shared(ws: list[Word]) -> bool:
    """Whether a name has an office in front that is that of all who follow."""
    end = fronts.office(ws)
    return 0 < end < len(ws) and is_plural(ws[end - 1][0])


def may_share(ws: list[Word]) -> bool:
    """Whether it may be one more of them, and is no body: not "Sens. Lee and Hale and the FBI"."""
    if fronts.office(ws) or naming.known(ws[0][0]) or naming.is_acronym(ws[0][0]):
        return False
    if naming.known(join(ws)) is not None:
        return False
    return len(ws) < 4 and naming.classify(ws, False)[0] in (None, "person")
