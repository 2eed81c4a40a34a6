"""Armies and police that texts call by their people's name: "Indian security forces"."""

from __future__ import annotations

from collections.abc import Iterator

from newsbrief.analysis.lexicon.countries import countries
from newsbrief.analysis.lexicon.geography import COMPASS
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.lexicon.words import closed
from newsbrief.analysis.names import clusters
from newsbrief.analysis.names.finding import NameMention
from newsbrief.analysis.names.naming import Kind
from newsbrief.analysis.patterns import Lazy
from newsbrief.span import Span

_HEADS: dict[str, Kind] = {
    " army": "organisation",
    " military": "organisation",
    " navy": "organisation",
    " air force": "organisation",
    " police": "group",
    " forces": "group",
    " troops": "group",
}
_GROUPS = tuple(head for head, kind in _HEADS.items() if kind == "group")
_OF = word_set(
    "security special armed ground air naval defence defense border riot military government "
    "paramilitary coalition"
)
_BY_NAME = word_set("US U.S. UK U.K.")
_NEXT = Lazy(r" +([a-z-]+)")


def named(text: str) -> Iterator[NameMention]:
    """Those that stand there for themselves, not in "Israeli army post"."""
    for head, kind in _HEADS.items():
        at = text.find(head)
        while at >= 0:
            end = at + len(head)
            start = None if text[end : end + 1].isalnum() else _owner(text, at)
            if start is not None and _stands_alone(text, end):
                name = " ".join(text[start:end].split())
                yield NameMention(Span(start, end, text[start:end]), kind, name)
            at = text.find(head, end)


def _owner(text: str, end: int) -> int | None:
    """Where the adjective of a country begins in front of a force whose noun begins there."""
    low = max(0, end - 48)
    last = text[text.rfind(" ", low, end) + 1 : end]  # most are "the" and the like
    if last.islower() and last not in _OF:
        return None
    words = text[low:end].split()
    if words and words[-1] in _OF:
        words.pop()
    if not words or not words[-1][0].isupper():
        return None
    for owner in (" ".join(words[-2:]), words[-1]):
        if owner in countries().adjectives or owner in _BY_NAME:
            part = "" if " " in owner or len(words) < 2 else words[-2]
            whole = f"{part} {owner}" if part in COMPASS and part[0].isupper() else owner
            start = text.rfind(whole, low, end)
            return None if start < 0 else start
    return None  # "non-US forces" too


def _stands_alone(text: str, end: int) -> bool:
    m = _NEXT.match(text, end, end + 24)
    return text[end : end + 1] != "-" and (
        m is None or m[1] in closed() or clusters.does(text, end)
    )


_BY = (" by ", " by the ")


def acts(text: str, span: Span) -> bool:
    """Whether forces do something there: "Indian troops fired", "held by Indian troops"."""
    if not text.endswith(_GROUPS, span.start, span.end):
        return False
    by = text.endswith(_BY, max(0, span.start - 8), span.start)
    return by or clusters.does(text, span.end)
