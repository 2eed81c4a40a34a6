"""Three sentences that cover the article without saying the same thing twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import sqrt

from newsbrief.analysis.prose import Told, read_prose, title_line
from newsbrief.analysis.sentences import Sentence

_LENGTH = 3
_REPEAT = 0.45  # share of its words that a sentence may have in common with a chosen one


def summary(
    text: str, sentences: Sequence[Sentence], told: Sequence[Told] | None = None
) -> tuple[int, ...]:
    """Indexes of up to three sentences in the order of the text; fewer where it has fewer.

    Never a headline, heading, byline, caption or page furniture.
    """
    told = read_prose(text, sentences) if told is None else told
    if title_line(text, sentences):
        told = told[1:]
    order = ranked(told)
    by_index = {t.index: t for t in told}
    chosen: list[int] = []
    for index in order:
        words = by_index[index].words
        if all(_shared(words, by_index[c].words) <= _REPEAT for c in chosen):
            chosen.append(index)
        if len(chosen) == _LENGTH:
            break
    for index in order:  # an article that repeats itself still gets its three
        if len(chosen) == _LENGTH:
            break
        if index not in chosen and by_index[index].words:
            chosen.append(index)
    return tuple(sorted(chosen))


def _shared(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / max(1, min(len(a), len(b)))


def ranked(told: Sequence[Told]) -> list[int]:
    """Indexes of the sentences that may stand for the article, the most central first."""
    usable = [t for t in told if t.usable and not t.aside and t.quoted < 0.6]
    usable = usable or [t for t in told if t.usable] or [t for t in told if not t.heading]
    count = Counter(w for t in usable for w in t.words)
    scores = []
    for place, t in enumerate(usable):
        weight = sum(min(count[w], 6) for w in t.words if count[w] > 1)
        centre = weight / sqrt(len(t.words) + 8)
        lead = 1 + 1.5 / (1 + place)
        size = 1.0 if 8 <= len(t.words) <= 32 else 0.7
        scores.append((-centre * lead * size * (1 - 0.5 * t.quoted), t.index))
    return [index for _, index in sorted(scores)]
