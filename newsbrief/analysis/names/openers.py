"""Words at the start of a run that only their place in the sentence gave a capital letter."""

from __future__ import annotations

from newsbrief.analysis.lexicon import offices, organisations, people, words
from newsbrief.analysis.lexicon.english import is_common
from newsbrief.analysis.lexicon.persons import is_person
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.names import fronts, naming
from newsbrief.analysis.names.naming import known
from newsbrief.analysis.names.runs import Word

_ONCE = word_set("former ex late")
_ORDINALS = word_set("first second third fourth fifth")


def without_ordinary(ws: list[Word], initial: bool) -> list[Word]:
    """The group without opening words that only their place in the sentence capitalised."""
    if len(ws) == 1 and ws[0][0] in people.EVERYDAY_SURNAMES:
        return ws  # "Price told reporters": whoever reads the whole text knows whether one is named
    given = people.given_names()
    opening = words.ordinary() if initial else words.closed()
    while ws:
        word = ws[0][0]
        low = word.lower()
        if low not in opening:
            if not (initial and len(ws) > 1 and low.endswith(("ing", "ly", "ed")) and len(low) > 4):
                return ws
            if word in given or ws[-1][0] in organisations.ORG_ENDS:
                return ws
        elif word == "US" or naming.known_at(ws, 0) > 1 or _is_nth(ws) or _is_of_a_body(ws):
            return ws
        elif (
            word in given
            and len(ws) > 1
            and (
                ws[1][0].lower() not in words.ordinary() or naming.is_everyday_name(word, ws[1][0])
            )
        ):
            if naming.known_at(ws, 1) != len(ws) - 1 and low not in ("will", "may", "mark", "art"):
                return ws
            if not initial:
                return ws
        elif low not in words.closed() and len(ws) > 1:
            ends = ws[-1][0] in organisations.ORG_ENDS and low not in _ONCE  # "Former Reds"
            if ends or low in offices.ROLE_HEADS:
                return ws
            if low in offices.ROLE_MODIFIERS and fronts.office(ws) > 1:
                return ws
        ws = ws[1:]
    return ws


def is_opener(ws: list[Word]) -> bool:
    """A word in front of a full name that only the sentence's start capitalised: "Substitute"."""
    first, given = ws[0][0], people.given_names()
    if len(ws) == 2 and ws[1][0] in given:  # "Roofer Wayne"
        return first not in given and is_common(first.lower()) and is_person(first.lower())
    return (
        len(ws) > 2
        and first not in given
        and first not in ("St", "St.")
        and ws[1][0] in given
        and known(first) is None
    )


def _is_nth(ws: list[Word]) -> bool:
    """ "First Baptist Church"."""
    return ws[0][0].lower() in _ORDINALS and len(ws) > 2 and ws[-1][0] in organisations.ORG_ENDS


def _is_of_a_body(ws: list[Word]) -> bool:
    """ "Bank of Canada Governor Ann Lee"."""
    body = fronts.body_at(ws, 0)
    return 0 < body < fronts.office(ws)
