"""What is told twice in different words: events of different parts of a long article, sentences of
a summary."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from newsbrief.analysis.events.prose import content_words
from newsbrief.analysis.patterns import Lazy

if TYPE_CHECKING:
    from newsbrief.sections.event import Event
    from newsbrief.sections.when import When
    from newsbrief.span import Span

LEAST_SHARED = 3  # content words; two names and a verb
_SHARE = 0.75  # of the shorter description's content words that the longer one has as well
_NUMBER = Lazy(
    r"\d+(?:[.,:]\d+)*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|first|"
    r"second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf)th|last|\w+teen(?:th)?|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty|dozen|hundred|thousand|million|billion)s?\b"
)
_NEGATION = Lazy(r"\b(?:not|no|never|nor|neither|without|nobody|none)\b|n['’]t\b", re.I)


def once(events: Iterable[Event], merge: Callable[[Event, Event], Event]) -> list[Event]:
    """``events`` in their order, each merged into the first that tells the same.

    Two tell the same where they share most of their words and nothing speaks against it: neither
    status, numbers, negation, day, place, nor those who take part. To merge two that differ would
    hide one of them; to keep both costs a line. So in doubt both stay.
    """
    kept: list[Event] = []
    words: list[frozenset[str]] = []
    stated: list[tuple[object, ...]] = []
    holding: dict[str, list[int]] = {}  # word -> kept events that have it
    for event in events:
        own, states = content_words(event.description), _states(event)
        shared = Counter(n for word in own for n in holding.get(word, ()))
        twin = next(
            (
                n
                for n, count in sorted(shared.items())
                if count >= max(LEAST_SHARED, _SHARE * min(len(own), len(words[n])))
                and states == stated[n]
                and _agree(event, kept[n])
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
        stated.append(states)
    return kept


def says_again(told: str, before: str, evidence: Iterable[Span]) -> bool:
    """Whether ``told`` says what ``before`` says, with most of its words and the same numbers and
    negations, and has no word that what ``before`` rests on does not have: the council that "opened
    the iron bridge" did something else than open the stone one."""
    own, words = content_words(told), content_words(before)
    least = max(2 * LEAST_SHARED, _SHARE * len(own))  # "old" and "new" are no such words
    if len(own & words) < least or _stated(told) != _stated(before):
        return False
    return own <= words.union(*(content_words(span.text) for span in evidence))


def _states(event: Event) -> tuple[object, ...]:
    """What two tellings of one event have alike: its status, numbers and negations."""
    return event.status, *_stated(event.description)


def _stated(told: str) -> list[frozenset[str]]:
    return [frozenset(p.findall(told.casefold())) for p in (_NUMBER, _NEGATION)]


def _agree(a: Event, b: Event) -> bool:
    """Whether day, place and those who take part may be the same."""
    if not _one_day(a.when, b.when):
        return False
    if a.where and b.where and a.where.casefold() != b.where.casefold():
        return False
    ours, theirs = set(a.participants), set(b.participants)
    return not ours or not theirs or ours <= theirs or theirs <= ours


def _one_day(a: When | None, b: When | None) -> bool:
    """Whether ``a`` and ``b`` may be one time: one lacks, they begin on one day or, where neither
    is resolved, they are worded alike."""
    if a is None or b is None:
        return True
    if a.start is None or b.start is None:
        return a.start is b.start and a.text.casefold() == b.text.casefold()
    return str(a.start)[:10] == str(b.start)[:10]
