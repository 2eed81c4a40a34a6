"""A cluster of mentions, and what their neighbours say of it."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field
from typing import Literal

from newsbrief.analysis.names.naming import Kind
from newsbrief.span import Span

GatheredKind = Literal["person", "organisation", "government", "group"]
_VOICE = (
    "said|says|told|tells|added|wrote|argued|claimed|warned|asked|explained|replied|tweeted|"
    "announced|insisted|noted|declared|acknowledged|admitted|recalled|testified|vowed|pledged"
)

_VOICES = tuple(_VOICE.split("|"))


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


@dataclass(slots=True)
class Item:
    span: Span
    name: str
    kind: Kind | None
    owner: Span | None = None


def add(cluster: Cluster, item: Item) -> None:
    cluster.mentions.append(item.span)
    at = cluster.forms.get(item.name)
    if at is None or item.span.start < at:
        cluster.forms[item.name] = item.span.start
    if item.owner and not cluster.owner:
        cluster.owner = item.owner


@functools.cache
def _voice_after() -> re.Pattern[str]:
    return re.compile(rf" (?:also |later |has |had )?(?:{_VOICE})\b")


def speaks(text: str, span: Span) -> bool:
    if _voice_after().match(text, span.end, span.end + 24):
        return True
    return text[max(0, span.start - 13) : span.start].rstrip().endswith(_VOICES)


@functools.cache
def deeds() -> re.Pattern[str]:
    """What follows a body that does something, rather than an idea or a thing that is something."""
    return re.compile(
        r" (?:(?:has|have|had|also|now|is|are|was|were|first|would|will|could|"
        r"can) ){0,2}(?:[a-z]{2,}(?:ed|ing)|said|says|told|made|"
        r"took|won|lost|beat|sold|sells|bought|sent|gave|held|began|plans|makes|wants|refuses|runs|"
        r"wrote|put|kept|built|cut|hit|blew|came|got|has|have|had)\b"
        r"|['’]s? (?:fans|owner|owners|players|coach|manager|maker|parent|chief|president|"
        r"spokes\w+|"
        r"website|customers|parent|team|roster|founder|decision|statement|leader|members|own)\b"
    )
