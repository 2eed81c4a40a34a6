"""Free text of a model, held against the article: what it states, where, and of whom."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from newsbrief.analysis.facts import amounts, days, negation, opposites, scope
from newsbrief.analysis.facts.words import Words, bare
from newsbrief.analysis.reading import Reading
from newsbrief.sections import deeds
from newsbrief.sections.certainty import overstated
from newsbrief.sections.evidence import Evidence
from newsbrief.sections.parties import Parties
from newsbrief.sections.tellers import teller
from newsbrief.sections.told import is_said, quoted, shares
from newsbrief.sections.ungrounded import Misplaced, Ungrounded
from newsbrief.span import Span
from newsbrief.wire import LONGEST

_LEAD = 3  # sentences at the top: they tell what the headline tells
_ADDRESSES = ("://", "www.", "<")
_ELSEWHERE = "the sentences that it points at do not say so"


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
        told = Words(words)
        self._check_copied(words)
        if not near:
            self._check_by_article(told)
        else:
            evidence = Evidence(self._reading, near)
            self._check_by_sentences(evidence, told)
            if number := self._teller(told, evidence.own, shown):
                raise Misplaced(_ELSEWHERE, words, number)
        if given := self._given_to_another(words, near):
            if near:
                raise Misplaced(f"{_ELSEWHERE}: {given}", words)
            raise Ungrounded(f"the article says it of somebody else: {given}", words)

    def _check_copied(self, words: str) -> None:
        """Web addresses, tags and what stands in quotation marks."""
        reading = self._reading
        for sign in _ADDRESSES:
            for chunk in words.split() if sign in words else ():
                if sign in chunk and bare(chunk) not in reading.text:
                    raise Ungrounded(f"the article does not hold this: {chunk}", words)
        for said in quoted(words):
            if not is_said(reading.text, said) and not is_said(reading.article.title or "", said):
                reason = f"the article does not hold the words in quotation marks: {said}"
                raise Ungrounded(reason, words)

    def _check_by_article(self, told: Words) -> None:
        """By the whole article: numbers, dates, names, amounts and negations."""
        reading, words = self._reading, told.text
        if lack := reading.held.lack(words):
            raise Ungrounded(f"the article does not hold this {lack.kind}: {lack.words}", words)
        if not reading.held.english:
            return
        if other := amounts.turned(words, reading.text, 0, len(reading.text)):
            raise Ungrounded(f"the article does not hold this amount: {other}", words)
        title = (reading.article.title or "").lower()
        denied = negation.denied(told.low, reading.lower, 0, len(reading.lower))
        if denied and (not title or negation.denied(told.low, title, 0, len(title))):
            raise Ungrounded(f"the article does not deny this: {denied}", words)

    def _check_by_sentences(self, evidence: Evidence, told: Words) -> None:
        """By the sentences of ``evidence`` and those around them: numbers, dates and names, whether
        they speak of the same thing at all, and whether they say something else of it."""
        reading, words = self._reading, told.text
        if lack := reading.held.lack(words, evidence.start, evidence.end):
            if lack.elsewhere:
                raise Misplaced(f"{_ELSEWHERE}: {lack.words}", words)
            raise Ungrounded(f"the article does not hold this {lack.kind}: {lack.words}", words)
        if not shares(told, reading.lower, evidence.beside, evidence.end):
            raise Misplaced(_ELSEWHERE, words)
        if reading.held.english and (other := _twist(told, evidence, reading)):
            raise Misplaced(f"{_ELSEWHERE}: {other}", words)

    def _teller(self, told: Words, own: Words, shown: Collection[int]) -> int | None:
        """The number of the sentence that bears ``told`` out, where ``own`` hardly do."""
        number = teller(self._reading, told, own, shown)
        if number is None:
            return None
        # Without its characters: what it says otherwise is seen when the item is bound to it.
        span = self._reading.sentences[number - 1].span
        try:
            self._check_by_sentences(Evidence(self._reading, (span,)), told)
        except Ungrounded:
            return None
        return number

    def _given_to_another(self, words: str, near: tuple[Span, ...]) -> str:
        """What ``words`` give to one party, where their sentences give it to another."""
        if not self._reading.held.english:
            return ""
        witnesses = [span.text for span in near] if near else list(self._heads())
        return deeds.swapped(words, witnesses, self._reading.text, self._parties.known_as)

    def _heads(self) -> Iterator[str]:
        """The title and the first sentences."""
        reading = self._reading
        if title := reading.article.title:
            yield title
        for sentence in reading.sentences[:_LEAD]:
            yield reading.text[sentence.span.start : sentence.span.end]


def _twist(told: Words, evidence: Evidence, reading: Reading) -> str:
    """What ``told`` counts in other units, puts on another weekday, tells as done where it is to
    come, turns the other way round, says of more or denies, where its sentences or those next to
    them do not. Empty where it does nothing of the kind."""
    own, near, start, end = evidence.own, evidence.near, evidence.beside, evidence.end
    if other := amounts.turned(told.text, reading.text, start, end):
        return other
    named, known = days.weekdays(told.text), days.weekdays(own.text)
    if named and known and not named & known:
        return min(named)
    title = (reading.article.title or "").lower()
    return (
        overstated(told, own, near)
        or opposites.opposite(told, own, near)
        or scope.widened(told, Words(f"{title} {near.text}"))
        or negation.turned(told.low, reading.lower, start, end, evidence.pointed)
    )
