"""The party of a lead that names nobody: "A gunman", "At least seven people"."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.text.sentences import Sentence, first_line
from newsbrief.span import Span

# The lead stands in the first three sentences (a headline and a caption may come before it) and,
# where these have lost their full stops, in the first 600 code points.
_SENTENCES = 3
_WIDTH = 600
_ONE = (
    "man woman boy girl teenager teen toddler baby child infant student teacher pupil worker "
    "driver "
    "motorist cyclist pedestrian passenger pilot gunman bomber attacker suspect shooter robber "
    "thief "
    "burglar hacker kidnapper soldier trooper sailor marine policeman policewoman officer doctor "
    "nurse firefighter paramedic farmer fisherman miner hiker climber swimmer surfer tourist "
    "traveller traveler customer resident father mother grandmother grandfather couple family "
    "crowd "
    "judge jury coroner court mob gang crew team journalist reporter photographer scientist "
    "researcher astronaut inmate prisoner survivor victim whistleblower protester refugee migrant"
)
_MANY = (
    "people men women boys girls teenagers teens children babies students teachers pupils workers "
    "drivers motorists cyclists pedestrians passengers pilots gunmen bombers attackers suspects "
    "shooters robbers thieves hackers kidnappers soldiers troops sailors marines police policemen "
    "officers doctors nurses firefighters paramedics rescuers farmers fishermen miners hikers "
    "climbers swimmers tourists travellers travelers customers shoppers residents villagers "
    "families fans supporters voters scientists researchers astronomers economists astronauts "
    "inmates prisoners survivors victims protesters demonstrators activists campaigners refugees "
    "migrants militants insurgents rebels terrorists lawmakers investigators detectives "
    "prosecutors "
    "authorities officials"
)
_HEADS = word_set(f"{_ONE} {_MANY}")
_VERBS = word_set(
    "who was were is are has have had will may could went fell died shot stole won lost drove "
    "broke took held found opened"
)
# A noun with no blank in front: "(Police said".
_BEHIND_A_MARK = Lazy(r"[^\w\s’'\"“‘-](\w+)")
_WORD_BEFORE_WORD = Lazy(r"\w+(?= ([a-z]+))")


class Lead(NamedTuple):
    """Where the lead's unnamed party stands, first in full and then as "the gunman"."""

    spans: tuple[Span, ...]
    kind: Literal["person", "group"]


@functools.cache
def _pattern() -> re.Pattern[str]:
    one, many = _ONE.replace(" ", "|"), _MANY.replace(" ", "|")
    number = (
        r"(?:[Aa]t least |[Mm]ore than |[Nn]early |[Aa]bout |[Aa]round |[Uu]p to |[Ss]ome |"
        r"[Dd]ozens "
        r"of |[Hh]undreds of |[Tt]housands of |[Ss]everal |[Mm]any |[Tt]he )?"
        r"(?:(?:\d[\d,]*|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|"
        r"[Tt]en|[Ee]leven|[Tt]welve) )?"
    )
    inner = r"(?:said|says|told|asked|has|have|had|is|was|were|are|that|and|who|of|in|to|on|for) "
    verb = rf"(?= (?:{'|'.join(_VERBS)}|[a-z]+ed)\b)"
    return re.compile(
        rf"(?<![\w’'\"“‘-])(?=[A-Z])(?:(?P<one>(?:An?|One) (?:[\w-]+ ){{0,3}}?(?P<head>{one}))|"
        rf"(?P<many>{number}(?:(?!{inner})[a-z-]+ ){{0,2}}?(?i:{many}))){verb}"
    )


def _may_tell_of_one(text: str, start: int, stop: int) -> bool:
    """Whether one of the nouns stands before a verb at all: in nine leads of ten none does, and
    the pattern, which takes 2 ms to compile, is not even built."""
    window = text[start:stop].lower()
    if _HEADS.isdisjoint(window.split()) and _HEADS.isdisjoint(_BEHIND_A_MARK.findall(window)):
        return False
    return any(
        m[0].lower() in _HEADS and (m[1] in _VERBS or m[1].endswith("ed"))
        for m in _WORD_BEFORE_WORD.finditer(text, start, stop)
    )


def lead(text: str, sentences: Sequence[Sentence]) -> Lead | None:
    """The unnamed man, woman or people that the lead's first sentence is about.

    ``None`` where there is none. Only the first 600 code points are read, and in the rest of the
    text only the words "the ..." are looked for.
    """
    if not sentences:
        return None
    top = first_line(text, sentences)
    start = sentences[top].span.start
    last = sentences[min(top + _SENTENCES, len(sentences)) - 1].span.end
    stop = min(last, start + _WIDTH)
    m = _pattern().search(text, start, stop) if _may_tell_of_one(text, start, stop) else None
    if m is None:
        return None
    found = [Span(m.start(), m.end())]
    head = m.group("head")
    if head is None:
        return Lead(tuple(found), "group")
    for again in (f"the {head}", f"The {head}"):
        at = text.find(again, m.end())
        while at >= 0:
            end = at + len(again)
            if not text[end : end + 1].isalnum() and not text[at - 1 : at].isalnum():
                found.append(Span(at + 4, end))
            at = text.find(again, end)
    collective = head in (
        "couple",
        "family",
        "crowd",
        "mob",
        "gang",
        "crew",
        "team",
        "jury",
        "court",
    )
    return Lead(tuple(sorted(found)), "group" if collective else "person")
