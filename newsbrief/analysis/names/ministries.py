"""Ministries and courts that texts write small, and the countries that own them."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from newsbrief.analysis.lexicon import offices
from newsbrief.analysis.lexicon.countries import countries
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.names.finding import NameMention
from newsbrief.analysis.patterns import Lazy
from newsbrief.span import Span

_PORTFOLIOS = word_set(
    "foreign defense defence interior finance health justice education energy trade commerce "
    "labor labour agriculture transport home economy culture environment oil information treasury "
    "state police fire sheriff's sheriff’s"
)
MINISTRIES = frozenset(
    f"{of} {head}" for of in _PORTFOLIOS for head in ("ministry", "department", "office")
) | {"central bank", "supreme court"}


def _small_ministries(text: str) -> Iterator[Span]:
    """Ministries and courts written small, found by their head noun."""
    for head in (" ministry", " department", " office", " bank", " court"):
        at = text.find(head)
        while at >= 0:
            end = at + len(head)
            start = (
                max(text.rfind(" ", max(0, at - 12), at), text.rfind("\n", max(0, at - 12), at)) + 1
            )
            if text[start:end] in MINISTRIES and not text[end : end + 1].isalpha():
                yield Span(start, end)
            at = text.find(head, end)


_OWNER_BEFORE = Lazy(
    r"(?:((?:[A-Z][\w.]+ ){0,2}[A-Z][\w.]+)['’]s?|([A-Z][a-z]+(?: [A-Z][a-z]+)?)) $"
)


def with_ministries(
    text: str, items: list[NameMention]
) -> tuple[list[NameMention], dict[int, Span]]:
    """Ministries written small, and small or capital ones joined to the country that owns them.

    The second of the pair holds the possessive owners, by the start of what they own.
    """
    small = list(_small_ministries(text))
    capital = [i for i in items if i.kind == "organisation" and _generic(i.name)]
    owners: dict[int, Span] = {}
    if not small and not capital:
        return items, owners
    taken = {i.span.start for i in items}
    heads = [
        NameMention(span, "organisation", text[span.start : span.end])
        for span in small
        if span.start not in taken
    ]
    joined: dict[int, NameMention] = {}
    swallowed: set[int] = set()
    for item in (*heads, *capital):
        owner, possessive = _owner(text, item.span.start)
        if owner is None:
            continue
        if possessive:
            owners[owner.start] = owner
        swallowed.add(owner.start)
        span = Span(owner.start, item.span.end)
        name = " ".join(text[span.start : span.end].split())
        joined[item.span.start] = NameMention(span, item.kind, name)
    kept = {i.span.start for i in capital}
    found = [
        joined.get(i.span.start, i)
        for i in items
        if i.span.start not in swallowed or i.span.start in kept
    ]
    for item in heads:
        whole = joined.get(item.span.start, item)
        if whole.span.start in swallowed or _is_ministry(whole.name):
            found.append(whole)
    if heads:
        found.sort(key=lambda i: i.span.start)
    return found, owners


def _owner(text: str, start: int) -> tuple[Span | None, bool]:
    """The country named right before ``start``, and whether as a possessive ("China's")."""
    low = max(0, start - 40)
    before = text[low:start]
    # The search takes 5 µs and needs a capital in the last word.
    if before[-1:] != " " or before[:-1].rpartition(" ")[2].islower():
        return None, False
    m = _OWNER_BEFORE.search(before)
    if m is None:
        return None, False
    table = countries()
    possessive = m[1] is not None
    known = table.names if possessive else table.adjectives
    words = (m[1] or m[2]).split()
    for first in range(len(words)):
        owner = " ".join(words[first:])
        if owner in known:
            at = low + m.end(m.lastindex or 1) - len(owner)
            return Span(at, at + len(owner)), possessive
    return None, False


def _is_ministry(name: str) -> bool:
    return name.endswith("ministry") or name == "central bank"


@functools.lru_cache(maxsize=4096)
def _generic(name: str) -> bool:
    """A ministry that every government has: "Foreign Ministry", "Ministry of Defense"."""
    words = name.split()
    return all(
        w in offices.PORTFOLIOS or w in ("Ministry", "Department", "of", "and") for w in words
    ) and ("Ministry" in words)


@functools.lru_cache(maxsize=4096)
def ministry(name: str) -> tuple[str, str]:
    """The ministry that ``name`` is without an owner and the one that it ends with, or ""."""
    bare = name.rpartition("’s ")[2].rpartition("'s ")[2].casefold()
    tail = " ".join(bare.split()[-2:])
    whole = bare if bare in MINISTRIES and bare == name.casefold() else ""
    return whole, tail if tail in MINISTRIES else ""
