"""A cluster of mentions, and what their neighbours say of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import attrgetter
from typing import Literal

from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.patterns import Lazy
from newsbrief.span import Span

START = attrgetter("start")  # spans compare by it too, at ten times the time
#: The mentions of one kind by what is written there, in order.
Named = dict[str, list[Span]]
GatheredKind = Literal["person", "organisation", "government", "group"]
_VOICES = word_set(
    "said says told tells added wrote argued claimed warned asked explained replied tweeted "
    "announced insisted noted declared acknowledged admitted recalled testified vowed pledged"
)
_ENDING_IN_VOICE = tuple(_VOICES)
_VOICE = Lazy(r" (?:also |later |has |had )?([a-z]+)\b")
# Four names of five have none of these beside them.
_VOICE_HEADS = frozenset(f" {word[:3]}" for word in (*_VOICES, "also", "later", "has", "had"))
_VOICE_TAILS = frozenset(f"{word[-3:]} " for word in _VOICES)
# What follows a body that does something, rather than an idea or a thing that is something.
_DEED = Lazy(r" ([a-z]+(?: [a-z]+){0,2})\b|['’]s? (\w+)\b")
_BEFORE_DEEDS = word_set(
    "has have had also now is are was were first would will could can"  # at most two of them
)
_DEEDS = word_set(
    "said says told made took won lost beat sold sells bought sent gave held began plans makes "
    "wants refuses runs wrote put kept built cut hit blew came got has have had "
    "shot fought struck drove fled"
)
_OWN = word_set(
    "fans owner owners players coach manager maker parent chief president website customers team "
    "roster founder decision statement leader members own"
)


@dataclass(slots=True)
class Cluster:
    """What :func:`gather` found out about one entity; ``forms`` are its writings, best first."""

    name: str
    kind: GatheredKind
    mentions: list[Span] = field(default_factory=list)
    forms: dict[str, int] = field(default_factory=dict)  # to where it is first written
    owner: Span | None = None
    voices: int = 0
    full: int = 0  # how often a person is named in full
    outlet: bool = False


def add(cluster: Cluster, name: str, mentions: list[Span]) -> None:
    """Adds the mentions, in order, that are written ``name``."""
    cluster.mentions += mentions
    start = mentions[0].start
    if start < cluster.forms.get(name, start + 1):
        cluster.forms[name] = start


def in_order(forms: dict[str, int]) -> dict[str, int]:
    """The forms as they come in the text."""
    return dict(sorted(forms.items(), key=lambda form: form[1])) if len(forms) > 1 else forms


def speaks(text: str, mention: Span) -> bool:
    start, end = mention.start, mention.end
    if text[end : end + 4] in _VOICE_HEADS:
        after = _VOICE.match(text, end, end + 24)
        if after and after[1] in _VOICES:
            return True
    if (
        text[start - 1] == " "
        and text[start - 4 : start] not in _VOICE_TAILS
        and not text[start - 2].isspace()
    ):
        return False
    return text[start - 13 if start > 13 else 0 : start].rstrip().endswith(_ENDING_IN_VOICE)


def does(text: str, end: int) -> bool:
    """Whether the body whose name ends at ``end`` does something there, or has what only one that
    acts has."""
    m = _DEED.match(text, end, end + 24)
    if m is None:
        return False
    if m[1] is None:
        return m[2] in _OWN or (m[2].startswith("spokes") and m[2] != "spokes")
    for word in m[1].split(" "):
        if word in _DEEDS or (len(word) > 3 and word.endswith("ed")):
            return True
        if len(word) > 4 and word.endswith("ing"):
            return True
        if word not in _BEFORE_DEEDS:
            return False
    return False
