"""Governments that texts call by their people's name: "the German government"."""

from __future__ import annotations

from newsbrief.analysis.lexicon.countries import countries
from newsbrief.analysis.names import forces
from newsbrief.analysis.names.finding import NameMention
from newsbrief.analysis.patterns import Lazy
from newsbrief.span import Span

_HEAD = " government"
_OWNER = Lazy(r"(?:[A-Z][\w.]+[ -]){0,2}[A-Z][\w.]+\Z")


def with_governments(text: str, items: list[NameMention]) -> list[NameMention]:
    """``items``, in order, with the governments that are named so, and their forces. Not the
    "federal" one, which the text ties to no country, nor "the US government", where the country is
    named itself."""
    found = list(forces.named(text))
    at = text.find(_HEAD)
    while at >= 0:
        end = at + len(_HEAD)
        start = None if text[end : end + 1].isalpha() else _owner(text, at)
        if start is not None:
            name = " ".join(text[start:end].split())
            found.append(NameMention(Span(start, end, text[start:end]), "government", name))
        at = text.find(_HEAD, end)
    if not found:
        return items
    kept: list[NameMention] = []
    for item in sorted([*found, *items], key=lambda item: item.span.start):
        if not kept or item.span.start >= kept[-1].span.end:
            kept.append(item)
    return kept


def _owner(text: str, end: int) -> int | None:
    """Where the adjective of a country begins that ends there."""
    low = max(0, end - 40)
    before = _OWNER.search(text, low, end)
    if before is None:
        return None
    start, words = before.start(), before.group()
    while words not in countries().adjectives:
        front, blank, words = words.partition(" ")
        if not blank:
            return None
        start += len(front) + 1
    return start
