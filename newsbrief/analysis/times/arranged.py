"""What is arranged for a day to come, and told as if it were now: "is leaving in May", "has called
a strike, starting on Monday", "Northwind host Marlow on Sunday"."""

from __future__ import annotations

from itertools import pairwise

# Verbs of coming, going and beginning: with a time, their progressive is a timetable. That of the
# others tells what goes on: "is investigating a fire on Friday".
_INTRANSITIVE = frozenset(
    "coming leaving arriving returning starting beginning opening closing launching retiring "
    "resigning quitting joining debuting ending expiring departing reopening".split()
)
_COMING = _INTRANSITIVE | frozenset(
    "going moving travelling traveling heading visiting flying playing touring hosting meeting "
    "holding airing appearing releasing publishing shipping turning voting stepping".split()
)
_NOW, _THEN = ("is", "are"), ("was", "were")
_SAID = frozenset("said says say told tells announced confirmed added insisted".split())
_BETWEEN = frozenset("now also not soon finally then".split())
# "is coming off a defeat on Friday", "is leaving after a defeat on Friday": that lies behind.
_BEHIND = frozenset("off after from since following amid".split())
_NEAR = 7  # words from such a verb to its time, at most
_BESIDE = 2  # of a verb in the past: "out in"
_BEGINNING = frozenset(("beginning", "starting"))
_DECLARED = frozenset("announced declared imposed approved agreed voted decided".split())
_BEGINNINGS = frozenset(
    (verb + ending, noun)
    for verb, noun in (("take", "effect"), ("take", "place"), ("come", "into"))
    for ending in ("", "s")
)
_FIXTURES = frozenset("travel host face play visit meet".split())


def is_arranged(words: list[str], at: int) -> bool:
    """Whether the form of "be" at ``at`` opens such a progressive, whose time stands behind the
    last of ``words``: "is leaving", and of what somebody said, "was leaving"."""
    n = at + 1
    while n < len(words) and words[n] in _BETWEEN:
        n += 1
    if n >= len(words):
        return False
    behind = words[n + 1 :]
    if words[at] in _NOW:
        return words[n] in _COMING and len(behind) <= _NEAR and _BEHIND.isdisjoint(behind)
    return (
        words[at] in _THEN
        and words[n] in _INTRANSITIVE
        and len(behind) <= _BESIDE
        and all(map(str.islower, behind))  # "was leaving Oslo in May": by train
        and words[at - 1] not in ("who", "which", "that")
        and not _SAID.isdisjoint(words[:at])
    )


def begins_later(words: list[str], at: int) -> bool:
    """Whether what the verb at ``at`` calls or declares begins only at the time behind ``words``:
    "has called a strike, starting on Monday"; "met for three days, starting on Monday" does not."""
    if _BEGINNING.isdisjoint(words[-_BESIDE:]):
        return False
    return words[at] in _DECLARED or (at > 0 and words[at - 1] in ("has", "have"))


def is_fixture(words: list[str]) -> bool:
    """Whether a clause without any other verb tells of a match, "Northwind host Marlow on", or of
    what begins by law or by the calendar: "The ban takes effect on"."""
    if not _BEGINNINGS.isdisjoint(pairwise(words)):
        return True
    at = next((n for n, word in enumerate(words) if word in _FIXTURES), 0)
    if not at or at + 1 >= len(words):
        return False
    rival = words[at + 1]
    return all(w[:1].isupper() for w in words[:at]) and (rival[:1].isupper() or rival == "to")
