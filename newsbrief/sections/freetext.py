"""Free text of a model, held against the article: what it states, where, and of whom."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from newsbrief.analysis.reading import Reading
from newsbrief.sections import deeds, told
from newsbrief.sections.parties import Parties
from newsbrief.sections.tellers import teller
from newsbrief.sections.ungrounded import Misplaced, Ungrounded
from newsbrief.span import Span
from newsbrief.wire import LONGEST

_LEAD = 3  # sentences at the top: they tell what the headline tells


class FreeText:
    """Headlines, summaries and descriptions, with the article as their witness."""

    def __init__(self, reading: Reading, parties: Parties) -> None:
        self._reading = reading
        self._parties = parties

    def check(self, words: str, near: tuple[Span, ...], shown: Collection[int]) -> None:
        """Raises `Ungrounded` where the article does not say what ``words`` state, `Misplaced`
        where ``near``, of the sentences ``shown``, do not. Without ``near`` the whole article is
        asked."""
        if len(words) >= LONGEST:  # cut off, or no end in sight
            raise Ungrounded(f"it has {LONGEST} characters or more", words)
        if reason := told.flaw(self._reading, words, near):
            raise (Misplaced if reason.startswith(told.ELSEWHERE) else Ungrounded)(reason, words)
        if near and (number := self._teller(words, near, shown)):
            raise Misplaced(told.ELSEWHERE, words, number)
        if given := self._given_to_another(words, near):
            if near:
                raise Misplaced(f"{told.ELSEWHERE}: {given}", words)
            raise Ungrounded(f"the article says it of somebody else: {given}", words)

    def _teller(self, words: str, near: tuple[Span, ...], shown: Collection[int]) -> int | None:
        """The number of the sentence that bears ``words`` out, where ``near`` hardly does."""
        number = teller(self._reading, words, near, shown)
        if number is None:
            return None
        span = self._reading.sentences[number - 1].span
        return None if told.flaw(self._reading, words, (span,)) else number

    def _given_to_another(self, words: str, near: tuple[Span, ...]) -> str:
        """What ``words`` give to one party, where their sentences give it to another."""
        reading = self._reading
        if not reading.held.english:
            return ""
        witnesses = [span.text for span in near] if near else list(self._heads())
        return deeds.swapped(words, witnesses, reading.text, self._parties.known_as)

    def _heads(self) -> Iterator[str]:
        """The title and the first sentences."""
        reading = self._reading
        if title := reading.article.title:
            yield title
        for sentence in reading.sentences[:_LEAD]:
            yield reading.text[sentence.span.start : sentence.span.end]
