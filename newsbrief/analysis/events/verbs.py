"""What a clause does, by its verbs: its tense, its deeds, whether it reports words."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

from newsbrief.analysis.events.prose import stem
from newsbrief.analysis.lexicon.cues import cue_verbs
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.times.tense import IRREGULAR_PAST

_NO_PAST = frozenset(
    "known given taken seen done gone been shown slain beaten driven written spoken broken chosen "
    "withdrawn had".split()
)
NOT_PAST = frozenset(
    "is are isn't isn’t aren't aren’t says will would can could may might must should".split()
)
PAST = IRREGULAR_PAST - _NO_PAST
#: Verbs without an object, whose past form is no participle that hangs on a noun.
ENDS_BY_ITSELF = frozenset(
    "died resigned voted arrived collapsed crashed exploded erupted clashed retired emerged "
    "surrendered stepped turned walked fell rose came went began happened occurred struck hit "
    "appeared returned fled ran flew sank spoke met won lost".split()
)
_DETERMINERS = frozenset("the a an his her its their this that".split())
_INTRODUCED = Lazy(r"\b(?:an?|two|three|several) (?:[\w’'-]+ ){0,2}?([a-z]{4,})\b")
_KINDS = """
win won beat victory triumph | die died death deaths kill killed killing | lose lost loss defeat
announce announced announcement | decide decided decision rule ruled ruling | meet met meeting
strike struck attack attacked bombing | shoot shot shooting | derail derailed derailment crash
collision | resign quit resigned resignation | arrest arrested detained
"""
#: A common form of verbs and of their nouns: "win" for "won" and "victory".
DEEDS = {word: kind.split()[0] for kind in _KINDS.split("|") for word in kind.split()}


_HAPPENINGS = word_set(
    """
    attack attacks bombing shooting shootings stabbing killing killings murder murders explosion
    explosions blast fire fires blaze flood floods flooding storm hurricane tornado earthquake
    quake landslide avalanche eruption drought crash collision derailment collapse accident
    incident incidents outbreak raid raids siege riot riots clash clashes fighting battle ambush
    robbery theft arrest arrests protest protests rally march demonstration strike walkout vote
    ballot election referendum debate hearing trial inquest talks negotiations meeting summit
    conference gathering ceremony funeral wedding event festival concert show match game race
    final fixture tournament launch landing rescue search evacuation operation visit speech
    announcement victory defeat death deaths
    """
)


def is_happening(noun: str) -> bool:
    """Whether a common noun names what happens, and no party or thing: "the meeting"."""
    return noun in _HAPPENINGS


def tense_of(masked: str) -> Literal["past", "perfect"] | None:
    """The tense of the first finite verb; ``None`` for the present and for "had done"."""
    before = ""
    for raw in masked.split():
        word = raw.rstrip(",.;:!?")
        if before == "had":
            return None if word.endswith("ed") or word in IRREGULAR_PAST else "past"
        if word in ("has", "have"):
            return "perfect"
        if word in NOT_PAST:
            return None
        if word in PAST or (word.endswith("ed") and is_regular_past(word, before)):
            return "past"
        before = word
    return None


def is_regular_past(word: str, before: str) -> bool:
    """A form in -ed that is no adjective."""
    if len(word) < 4 or not word.endswith("ed") or not word.islower() or "-" in word:
        return False
    return before.lower() not in _DETERMINERS and not before.endswith(("'s", "’s"))


def reports(masked: str) -> bool:
    """Whether the first verb in the past is one of speech, or of judging somebody."""
    for raw in masked.split():
        word = raw.rstrip(",.;:")
        if word in IRREGULAR_PAST or (word.endswith("ed") and word.islower()):
            cue = cue_verbs().get(word)
            return cue is not None and (cue.speech or "o" in cue.frames)
    return False


def deeds(masked: str) -> frozenset[str]:
    """What a clause tells of: its verbs, and the things that it newly introduces."""
    words = masked.split()
    verbs = [word for word in words if word.endswith("ed") or word in IRREGULAR_PAST]
    verbs += [word for to, word in pairwise(words) if to == "to" and len(word) > 3]
    found = (*verbs, *_INTRODUCED.findall(masked))
    return frozenset(_deed(word.strip(",.;:").lower()) for word in found)


def deeds_named(words: str) -> frozenset[str]:
    """The same of the nouns in a noun phrase: "victory" is that of "won"."""
    nouns = (w for w in words.lower().split() if w not in IRREGULAR_PAST and not w.endswith("ed"))
    return frozenset(map(_deed, nouns))


def _deed(word: str) -> str:
    return DEEDS.get(word) or stem(word)
