"""The sentences that an item rests on, and those around them."""

from __future__ import annotations

from newsbrief.analysis.facts.words import Words
from newsbrief.analysis.reading import Reading
from newsbrief.cached import cached_property
from newsbrief.span import Span

# A pronoun's name stands at most four sentences before it in 97 % of 967 cases in PolNeAR.
_BEFORE, _BEHIND = 4, 1


class Evidence:
    """``pointed`` is the range of the sentences ``spans``, ``[beside, end)`` that of them and those
    next to them, and ``[start, end)`` that in which their pronouns find names."""

    def __init__(self, reading: Reading, spans: tuple[Span, ...]) -> None:
        first = reading.sentence_at(spans[0]) or 0
        last = first if len(spans) == 1 else reading.sentence_at(spans[-1]) or 0
        self._lower, self._spans = reading.lower, spans
        self.start, self.end = around(reading, first, last)
        self.beside = reading.sentences[max(0, first - 1)].span.start
        self.pointed = spans[0].start, spans[-1].end

    @cached_property
    def own(self) -> Words:
        return Words(" ".join([span.text for span in self._spans]))

    @cached_property
    def near(self) -> Words:
        """Those and the ones next to them."""
        return Words(self._lower[self.beside : self.end])


def around(reading: Reading, first: int, last: int, behind: int = _BEHIND) -> tuple[int, int]:
    """The range of sentences ``first`` to ``last`` and those in which their pronouns find names, as
    far as there are any."""
    sentences = reading.sentences
    last = min(last + behind, len(sentences) - 1)
    return sentences[max(0, first - _BEFORE)].span.start, sentences[last].span.end
