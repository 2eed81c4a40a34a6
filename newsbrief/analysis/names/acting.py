"""Whether a country or its capital acts in a sentence, or only lies there."""

from __future__ import annotations

import functools
from typing import Literal

from newsbrief.analysis.lexicon.countries import countries
from newsbrief.analysis.lexicon.geography import states
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.patterns import Lazy

AGAINST = word_set(
    "by between with against on told urged accused blamed asked warned pressed sued invaded "
    "attacked criticized criticised condemned threatened from"
)
PLACED = word_set(
    "in at near across throughout outside inside around into through over within from to of off "
    "visiting leaving entering"
)


# What follows a government that acts: a finite verb, or something only a government has. The words
# are sets: a pattern of them all takes 1 ms to compile.
_FOLLOWING = Lazy(
    r"(?:, wh(?:ich|o))?(?: on [A-Z][a-z]+day)?"
    r" (?:(?:also|now|again|still|already|never|long|and [A-Z][a-z]+) )?([a-z]+)\b"
    r"|['’]s? ([a-z]+)\b"
)
_ACTS = word_set(
    "has have had is was are were will would must should may might can could did does do say "
    "says want wants insist insists see sees hope hopes fear fears accuse accuses deny denies "
    "claim claims demand demands call calls reject rejects agree agrees decline declines refuse "
    "refuses seek seeks back backs support supports warn warns urge urges need needs plan plans "
    "threaten threatens remain remains keep keeps face faces blame blames impose imposes oppose "
    "opposes offer offers send sends sign signs ban bans expel expels launch launches vote "
    "votes join joins pull pulls said told began fought won lost left made took put sent held "
    "kept saw met gave cut withdrew"
)
_NO_ACTS = word_set("based united related")
_OWN = word_set(
    "decision government foreign position policy military army ambassador president prime leader "
    "ruling sanctions response refusal embassy intelligence ministry claim parliament defence "
    "defense interior finance trade state central demand stance commerce request proposal offer "
    "threat invasion support commitment nuclear supreme top chief"
)


def _acts(text: str, end: int) -> bool:
    m = _FOLLOWING.match(text, end, end + 24)
    if m is None:
        return False
    verb: str | None = m[1]
    if verb is None:
        return m[2] in _OWN
    return (
        verb in _ACTS
        or verb == "government"
        or (len(verb) > 3 and verb.endswith("ed") and verb not in _NO_ACTS)
    )


@functools.cache
def _acting() -> dict[str, bool]:
    """Whether a name that may act is a country's, or only its capital's."""
    table = countries()
    return dict.fromkeys(table.capitals, False) | dict.fromkeys(table.names, True)


def kind_in_place(text: str, start: int, end: int) -> Literal["government", "place"]:
    """A country or its capital where it acts is its government."""
    country = _acting().get(text[start:end])
    if country is None:
        return "place"
    before = ["", *text[start - 20 if start > 20 else 0 : start].lower().split()]
    if before[-1] == "the":
        before.pop()
    what, last = before[-2:] if len(before) > 1 else ("", "")
    if last == "and" or last[-1:] == ",":
        # "in England, Wales and Northern Ireland"
        m = _LISTED.search(text, max(0, start - _LIST), start)
        what, last = (m[1] or "", m[2]) if m else (what, last)
    if last in PLACED and not (last == "from" and country and "request" in before):
        return "place"
    if last in _BESIDE and what in _PLAYED:
        return "place"  # "a match against Sudan"
    name = text[start:end]
    m = None if last in AGAINST or name in states() else _AND_OTHERS.match(text, end, end + _LIST)
    if _acts(text, m.end() if m else end):
        return "government"
    if _OWNS_NAME.match(text, end, end + 5):
        return "place"  # "a film by South Korea's Han Roe"
    return "government" if country and last in AGAINST else "place"


_LIST = 80  # code points
_LISTED = Lazy(
    r"(?:\b(\w+) )?\b(in|at|near|across|from|to|by|between|with|against) (?:the )?"
    r"(?:[A-Z][a-z]+(?: [A-Z][a-z]+)*, )*[A-Z][a-z]+(?: [A-Z][a-z]+)*(?:,|,? and) (?:the )?$"
)
# "Russia, Iran and China offered help"
_AND_OTHERS = Lazy(
    r"(?:, [A-Z][a-z]+(?: [A-Z][a-z]+)?){0,4},? and (?:the )?[A-Z][a-z]+(?: [A-Z][a-z]+)?(?= [a-z])"
)
_BESIDE = ("between", "against", "with")
_PLAYED = word_set("match game test final tie friendly fixture series clash win draw victory")
_OWNS_NAME = Lazy(r"['’]s? [A-Z]")
