"""Three sentences that cover the article without saying the same thing twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain, repeat
from math import sqrt

from newsbrief.analysis.events.prose import Told, read_prose
from newsbrief.analysis.events.short import is_short
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.text.sentences import Sentence

_LENGTH = 3
_CLEAN = 0.7  # share of a sentence that must be left of it once furniture is cut
_FOREMOST = 0.85  # the same of the one that tells the main news, a dateline allowed for
_BACKGROUND = 0.5  # what "In 2015, ..." opens tells seldom of the news
_LONG_AGO = Lazy(r"(?:In|Since|Back in) (?:\w+ )?(?:19|20)\d\d\b")
_POINTING_BACK = 0.75  # of "It goes on to", apart from the sentence before, nobody knows what does
_PRONOUNS = ("He ", "She ", "It ", "They ", "This ", "That ", "These ")
_POINTING = (
    *_PRONOUNS,
    *(f"{link} {word.lower()}" for link in ("But", "And", "Yet") for word in _PRONOUNS),
)
_LINKED = 0.9  # what opens with "But" takes up a sentence that the summary may not hold
_LINKING = (
    "But ",
    "But, ",
    "And ",
    "And, ",
    "Yet ",
    "Yet, ",
    "Or ",
    "Nor ",
    "However, ",
    "Still, ",
)
_YEARS = ("In ", "Since ", "Back in ")
_OPENINGS = frozenset(opening[:3] for opening in (*_YEARS, *_POINTING, *_LINKING))
_REPEATS = 0.2  # a sentence with no more than this share of new words says nothing new


def summary(
    text: str,
    sentences: Sequence[Sentence],
    told: Sequence[Told] | None = None,
    main: int | None = None,
) -> tuple[int, ...]:
    """Indexes of up to three sentences in the order of the text; fewer where it has fewer.

    Never a headline, heading, byline, caption or page furniture. ``told`` is
    ``read_prose(text, sentences)`` where the caller has it already; ``main`` the index of the
    sentence that tells the main news, which is among the three where it may stand there at all.
    """
    rows = read_prose(text, sentences) if told is None else told
    rows = [t for t in rows if not t.title]
    # A sentence that captions run into reads badly as a whole.
    whole = [
        t
        for t in rows
        if t.span is (own := sentences[t.index].span) or len(t.span) >= _CLEAN * len(own)
    ]
    scores = {t: score for t, score in central(whole or rows).items() if not t.torn}
    ranked = sorted(scores, key=scores.__getitem__, reverse=True)
    best = [
        t
        for t in ranked
        if t.index == main and len(t.span) >= _FOREMOST * len(sentences[t.index].span)
    ][:1]
    while len(best) < _LENGTH and (further := _next(ranked, scores, best)) is not None:
        best.append(further)
    chosen = [t.index for t in best]
    if len(chosen) < _LENGTH:
        plain = [t for t in rows if not t.furniture and t.index not in chosen]
        for group in _whole_speech(plain):
            indexes = {t.index for t in group}
            if len(chosen) + len(indexes) <= _LENGTH and (len(group) > 1 or not group[0].torn):
                chosen += sorted(indexes.difference(chosen))
        chosen = chosen or sorted({t.index for t in plain})[:_LENGTH]
    return tuple(sorted(chosen))


def _whole_speech(rows: Sequence[Told]) -> list[list[Told]]:
    """The sentences one by one, but those together that share a passage in quotation marks."""
    groups: list[list[Told]] = []
    for t in rows:
        if groups and t.torn and groups[-1][-1].torn:
            groups[-1].append(t)
        else:
            groups.append([t])
    return groups


def _next(ranked: Sequence[Told], scores: dict[Told, float], chosen: Sequence[Told]) -> Told | None:
    """The one that says most that is new, by its score and by the share of its words that no
    chosen sentence has; the first of equals. None that says all of a chosen one again, at length.
    """
    best, most = None, 0.0
    covered = frozenset[str]().union(*(t.words for t in chosen))
    for t in ranked:
        if scores[t] < most:  # nor can those below it be better
            break
        if t in chosen:
            continue
        new = len(t.words - covered) / len(t.words)
        value = scores[t] * new
        if (
            new > _REPEATS
            and (best is None or value > most or (value == most and t.index < best.index))
            and all(len(c.words - t.words) > _REPEATS * len(c.words) for c in chosen)
        ):
            best, most = t, value
    return best


def central(told: Sequence[Told]) -> dict[Told, float]:
    """The sentences that may stand for the article, each with how well it does."""
    telling = [t for t in told if t.words and not is_short(t.masked)]
    usable = [t for t in telling if t.verb and not t.aside and not t.torn] or telling
    count = Counter(chain.from_iterable([t.words for t in usable]))
    worths = (0, 0, 2, 3, 4, 5, *repeat(6, len(usable)))  # by the sentences that hold a word
    worth = dict(zip(count, map(worths.__getitem__, count.values()), strict=True))
    scores = {}
    for place, t in enumerate(usable):
        weight = sum(map(worth.__getitem__, t.words))
        centre = (1 + weight) / sqrt(len(t.words) + 8)
        lead = 1 + 1.5 / (1 + place)
        size = 1.0 if 8 <= len(t.words) <= 32 else 0.7
        if t.masked[:3] not in _OPENINGS:  # two of three
            pass
        elif t.masked.startswith(_YEARS) and place and _LONG_AGO.match(t.masked):
            size *= _BACKGROUND
        elif t.masked.startswith(_POINTING):
            size *= _POINTING_BACK
        elif place and t.masked.startswith(_LINKING):
            size *= _LINKED
        scores[t] = centre * lead * size * (1 - 0.5 * t.quoted)
    return scores
