"""Where the words of an item stand in the article, capitals and typography aside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newsbrief.analysis.reading import Reading
from newsbrief.cached import cached_property
from newsbrief.grounding import occurrences, verbatim
from newsbrief.sections import standing
from newsbrief.span import Span


class Places:
    """Each place is looked for when it is asked for: nearly always, the first will do."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._text = reading.text

    def within(self, near: Iterable[Span], words: str) -> Span | None:
        """The first place of these very ``words`` in ``near``, with its characters."""
        for span in near:
            for place in verbatim(self._text, words, span.start, span.end):
                return place
        return None

    def everywhere(self, words: str) -> Iterator[Span]:
        """All places of ``words``, the verbatim ones first, then those with other capitals or
        typography."""
        lower = self._lower
        if not lower:
            yield from (match.span for match in occurrences(self._text, words))
            return
        given: set[int] = set()
        for place in verbatim(self._text, words):
            given.add(place.start)
            yield place
        for match in occurrences(lower, words.strip().lower()):
            if match.start not in given:
                yield match.span

    def beside(self, mentions: Sequence[Span], words: str) -> Iterator[Span]:
        """The places of ``words`` near ``mentions``, in the same order. To go through all of a
        country's in the article takes five times as long."""
        near = standing.beside(mentions, words)
        given: set[int] = set()
        for start, end in near:
            for place in verbatim(self._text, words, start, end):
                given.add(place.start)
                yield place
        text, sought = self._lower or self._text, words.strip().lower() if self._lower else words
        for start, end in near:
            for match in occurrences(text, sought, within=Span(start, end)):
                if match.start not in given:
                    yield match.span

    @cached_property
    def _lower(self) -> str:
        """The text in small letters; empty in the rare case that this moves the offsets."""
        lower = self._reading.lower
        return lower if len(lower) == len(self._text) else ""
