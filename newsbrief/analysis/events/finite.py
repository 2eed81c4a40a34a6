"""The first finite verb of a clause: one that only reports words, one that acts, or a modal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from newsbrief.analysis.times.arranged import is_fixture
from newsbrief.analysis.times.tense import IRREGULAR_PAST

#: Verbs that report words.
SAYS = frozenset(
    "said says say told tells added adds wrote tweeted asked explained insisted argued "
    "noted claimed suggested believe believes think thinks warned admitted recalled joked "
    "replied continued described".split()
)
_ACTS = IRREGULAR_PAST | frozenset(
    "is are was were has have had will would could may might did does be been go goes "
    "opens begins starts meets travels visits hosts airs expires convenes launches arrives kicks "
    "resumes ends closes heads returns runs holds faces plays tours remains continues plans plan "
    "want wants hope hopes intend intends aim aims".split()
)
# What is proposed or foreseen: "Mr. Roe would cut taxes"; not "would be a shame", "may have won".
FORESEEN = frozenset("would could may might".split())
#: What only may or should be.
POSSIBLE = frozenset("may might can could should must cannot".split())
_SUBORDINATE = frozenset("that who which how whether what where when as if".split())
_WITHIN_FORESEEN = frozenset("also not never still now soon even well then only".split())
_NOT_FORESEEN = frozenset("have be like seem appear prefer love".split())


class _Verbs(dict[str, str]):
    """What each word may be: a verb that "says" or "acts", a form in "-s", or nothing of these. Of
    most words, the article before had them."""

    def __missing__(self, raw: str) -> str:
        if len(self) > 50_000:
            self.clear()
        word = raw.rstrip(",.;:!?")
        small = len(word) > 3 and word.islower()
        found = ""
        if word in SAYS:
            found = "says"
        elif word in _ACTS or (small and word[-2:] == "ed"):
            found = "acts"
        elif small and word[-1] == "s":
            found = "-s"
        self[raw] = found
        return found


_verb = _Verbs().__getitem__


def first_verb(words: list[str]) -> Literal["says", "acts"] | None:
    """Whether the first finite verb only reports words; ``None`` where there is no verb."""
    plural = False
    for kind in filter(None, map(_verb, words)):
        if kind != "-s":
            return "says" if kind == "says" else "acts"
        plural = True
    # A verb in the present, or only a noun in the plural? Captions are short and have no verb.
    if (plural and len(words) > 8) or is_fixture(words) or _acts_unmarked(words):
        return "acts"
    return None


# Verbs whose past is their infinitive, and mostly a noun, too.
_UNMARKED = frozenset(
    "beat bet bid burst cast cut hit hurt let put quit read rid set shed shut split spread thrust "
    "upset wed".split()
)
_OBJECTS = frozenset(
    "the a an his her its their this that these those him them it all both two three four five six "
    "seven eight nine ten dozens hundreds thousands off out down up back aside from across through "
    "to on after before when as".split()
)
_OPENS_NOUN = frozenset("the a an his her its their this that of in for by with to and or".split())


def _acts_unmarked(words: Sequence[str]) -> bool:
    """Whether such a verb has a subject before it and an object, a way or a time behind it: "Police
    shut the road"; not "the tax cut plan"."""
    for n, word in enumerate(words[1:-1], 1):
        if word in _UNMARKED and words[n - 1].lower() not in _OPENS_NOUN:
            behind = words[n + 1]
            if behind in _OBJECTS or behind[:1].isdigit() or behind.endswith("ern"):
                return True
            if behind[:1].isupper():
                return True
    return False


def tells(words: list[str]) -> bool:
    """Whether a verb stands among them that is no mere form in "-s"."""
    return any(kind in ("says", "acts") for kind in map(_verb, words))


def has_verb(clause: str) -> bool:
    """Whether a finite verb stands in it, be it only a form in "-s": not "a disputed vote"."""
    words = clause.split()
    acts = any(
        (_verb(word) in ("says", "acts") or word.endswith(_NOT))
        and not (word.endswith("ed") and _is_noun(words[:n]))
        for n, word in enumerate(words)
    )
    return acts or (first_verb(words) is not None and not any(w.endswith("ed") for w in words))


_NOT = ("n't", "n’t")


def _is_noun(before: list[str]) -> bool:
    """Whether a noun is opened there: "a", "the hotly"."""
    first = before[-2:-1] if before and before[-1].endswith("ly") else before[-1:]
    return bool(first) and first[0].lower() in _DETERMINERS


_DETERMINERS = frozenset("the a an his her its their this that".split())


def foresees(words: Sequence[str]) -> bool:
    """Whether the first finite verb tells of what is proposed or foreseen: "would cut"; "would not
    say" and "could not find" tell what was."""
    at = modal(words, FORESEEN)
    if at is None or (words[at] in ("would", "could") and words[at + 1 : at + 2] == ["not"]):
        return False
    following = [w for w in words[at + 1 : at + 5] if w not in _WITHIN_FORESEEN]
    if following[:1] == ["be"]:
        return len(following) > 1 and is_participle(following[1].rstrip(",.;:!?"))
    return bool(following) and following[0] not in _NOT_FORESEEN


def modal(words: Sequence[str], modals: frozenset[str]) -> int | None:
    """Where one of ``modals`` is the first finite verb of the main clause."""
    if modals.isdisjoint(words):  # three of four times
        return None
    for n, word in enumerate(words):
        if word in modals:
            return n
        if word in _SUBORDINATE or _verb(word) in ("says", "acts"):
            return None
    return None


def is_participle(word: str) -> bool:
    """Whether ``word`` behind "has" or "was" may tell what was done."""
    return (len(word) > 3 and word.endswith("ed") and word.islower()) or word in _PARTICIPLES


_PARTICIPLES = IRREGULAR_PAST | _UNMARKED | frozenset(("come", "won"))
