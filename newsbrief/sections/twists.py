"""Free text that speaks of the same as its sentences, and says something else of it."""

from __future__ import annotations

from newsbrief.analysis.facts import amounts, days, opposites, scope
from newsbrief.analysis.facts.words import words_of
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.reading import Reading
from newsbrief.sections.certainty import overstated
from newsbrief.span import Span

_NAME = Lazy(r"(?<= )[A-Z]\w+")


def twisted(reading: Reading, words: str, near: tuple[Span, ...], beside: tuple[int, int]) -> str:
    """What ``words`` count in other units, put on another weekday, tell as done where it is to
    come, turn the other way round or say of more than the sentences of ``near`` and, in the range
    ``beside``, those next to them. Empty where they do nothing of the kind."""
    start, end = beside
    if other := amounts.turned(words, reading.text, start, end):
        return other
    own = " ".join([span.text for span in near])
    if (named := days.weekdays(words)) and (known := days.weekdays(own)) and not named & known:
        return min(named)

    def around() -> str:
        return reading.lower[start:end]

    low, low_own = words.lower(), own.lower()
    if other := overstated(low, low_own, around):
        return other
    given = words_of(low)
    if opposites.takes_sides(given):
        # Who is acquitted in the next sentence is another, where this one names all.
        said = low_own if all(map(own.__contains__, _NAME.findall(words))) else around()
        if other := opposites.opposite(given, low_own, said):
            return other
    return scope.widened(given, lambda: f"{(reading.article.title or '').lower()} {around()}")
