"""Names that a town shares with a person or with a club: "Morgan Hill", "Kingsport City"."""

from __future__ import annotations

from newsbrief.analysis.lexicon import geography
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.names import naming
from newsbrief.analysis.names.drafts import Draft, words_before
from newsbrief.analysis.patterns import Lazy

_NEXT_WORD = Lazy(r"(?:['’]s)? ([a-z]+)")
# Towns and grounds by whose names clubs go.
_CLUB_ENDS = (" City", " Town", " County", " Park", " Forest", " Vale", " Palace")
_SIDES = word_set(
    "side club team leaders champions rivals hosts visitors strugglers holders finalists "
    "runners-up opponents neighbours neighbors minnows winners"
)
_PLAYS = word_set(
    "have are were sign lose win reached stunned stun sealed cruised crashed climbed slipped "
    "beat lost won drew thrashed defeated edged trounced hammered signed sacked equalised "
    "equalized scored conceded host play face"
)


def acts(text: str, d: Draft) -> bool:
    """Whether what goes by a town's name is no place there, but a club or a port."""
    return (d.name.endswith(_CLUB_ENDS) and _plays(text, d)) or (
        d.name.startswith("Port of ") and _runs(text, d.end)
    )


def _plays(text: str, d: Draft) -> bool:
    """Whether a club stands there: "leaders Kingsport City", "Kingsport City lost"."""
    before = words_before(text, d)
    if naming.known(d.name) or before[-1:] in _ABOUT_TOWNS:
        return False  # "roads to Marlow Park are closed"
    after = _NEXT_WORD.match(text, d.end, d.end + 24)
    return (bool(before) and before[-1] in _SIDES) or (after is not None and after[1] in _PLAYS)


_WILL = word_set("said says will has wants plans announced signed expects had")


def _runs(text: str, end: int) -> bool:
    """Whether a port acts: "The Port of Marlow will invest"."""
    after = _NEXT_WORD.match(text, end, end + 24)
    return after is not None and after[1] in _WILL


_IN = frozenset((" in ", "\nIn ", " In ", "In "))  # the last where the text begins
_POSSESSIVE = ("’s", "'s")


def settle(text: str, drafts: list[Draft]) -> None:
    """Two words that open with a given name are a town where people are only ever in it, from it
    or near it: "Morgan Hill". Nobody's whose surname stands alone."""
    found = {
        d.name
        for d in drafts
        if d.kind == "person"
        and " " in d.name
        and (text[max(0, d.start - 4) : d.start] in _IN or _is_ground(text, d))
        and _is_in(text, d)
    }
    if not found:
        return
    found -= {d.name for d in drafts if words_before(text, d)[-1:] not in _ABOUT_TOWNS}
    alone = {
        d.name
        for d in drafts
        if " " not in d.name
        and words_before(text, d)[-1:] not in (["in"], ["of"], ["at"], ["near"])
    }
    for d in drafts:
        if d.name in found and d.name.rpartition(" ")[2] not in alone:
            d.kind = "place"


def _is_ground(text: str, d: Draft) -> bool:
    """ "At Fern Park"."""
    return (
        text[max(0, d.start - 4) : d.start] == " at "
        and d.name.rpartition(" ")[2] in geography.PLACE_ENDS
    )


_ABOUT_TOWNS = (["at"], ["in"], ["In"], ["from"], ["near"], ["outside"], ["of"], ["to"])


def _is_in(text: str, d: Draft) -> bool:
    """Not "in Jane Roe’s view", and no trust in her."""
    before = words_before(text, d)
    owns = text.startswith(_POSSESSIVE, d.end)
    return not owns and not is_staked(before)


# What one has or puts in a body: "shares in Marlow" says nothing of where.
_STAKES = word_set(
    "shares share stake stakes stock interest interests invest invested investing investment "
    "investments investor investors confidence faith trust believe believes believed interested"
)


def is_staked(before: list[str]) -> bool:
    """Whether the words before a name say what one has or puts in it: "shares in"."""
    return len(before) > 1 and before[-2].lower() in _STAKES
