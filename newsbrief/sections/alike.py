"""Events that different parts of a long article tell in different words, each once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from newsbrief.analysis.events.prose import content_words

if TYPE_CHECKING:
    from newsbrief.sections.events import Event
    from newsbrief.sections.when import When

LEAST_SHARED = 3  # content words; two names and a verb
_SHARE = 0.75  # of the shorter description's content words that the longer one has as well
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_NEGATION = re.compile(r"\b(?:not|no|never|nor|neither|without|nobody|none)\b|n['’]t\b", re.I)


def once(events: Iterable[Event], merge: Callable[[Event, Event], Event]) -> list[Event]:
    """``events`` in their order, each merged into the first that tells the same.

    Two tell the same where nothing that they say speaks against it (see `same`). To merge two that
    differ would hide one of them; to keep both costs a line. So in doubt both stay.
    """
    kept: list[Event] = []
    words: list[frozenset[str]] = []
    holding: dict[str, list[int]] = {}  # word -> kept events that have it
    for event in events:
        own = content_words(event.description)
        shared = Counter(n for word in own for n in holding.get(word, ()))
        twin = next(
            (
                n
                for n, count in sorted(shared.items())
                if count >= max(LEAST_SHARED, _SHARE * min(len(own), len(words[n])))
                and same(event, kept[n])
            ),
            None,
        )
        if twin is not None:
            kept[twin] = merge(kept[twin], event)
            continue
        for word in own:
            holding.setdefault(word, []).append(len(kept))
        kept.append(event)
        words.append(own)
    return kept


def same(a: Event, b: Event) -> bool:
    """Whether nothing speaks against it that ``a`` and ``b``, which share most of their words, are
    one event: neither status, negation, a number, the day, the place, nor those who take part."""
    if a.status != b.status or not _agree(_NEGATION, a.description, b.description):
        return False
    if not _agree(_NUMBER, a.description, b.description) or not _one_day(a.when, b.when):
        return False
    if a.where and b.where and a.where.casefold() != b.where.casefold():
        return False
    ours, theirs = set(a.participants), set(b.participants)
    return not ours or not theirs or ours <= theirs or theirs <= ours


def _agree(pattern: re.Pattern[str], a: str, b: str) -> bool:
    return set(pattern.findall(a.casefold())) == set(pattern.findall(b.casefold()))


def _one_day(a: When | None, b: When | None) -> bool:
    """Whether ``a`` and ``b`` may be one time: one lacks, they begin on one day or, where neither
    is resolved, they are worded alike."""
    if a is None or b is None:
        return True
    if a.start is None or b.start is None:
        return a.start is b.start and a.text.casefold() == b.text.casefold()
    return str(a.start)[:10] == str(b.start)[:10]
