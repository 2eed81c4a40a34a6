"""The ground of a brief: the article as a witness, asked where and whether it says something."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from copy import copy
from functools import partial

from newsbrief.analysis.facts.words import Words
from newsbrief.analysis.lexicon.people import given_names
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.reading import Reading
from newsbrief.analysis.speech.attribution import Attribution
from newsbrief.cached import cached_property
from newsbrief.grounding import locate, verbatim
from newsbrief.ledger import Dropped
from newsbrief.sections import standing, told
from newsbrief.sections.circumstances import may_be_a_time
from newsbrief.sections.evidence import around
from newsbrief.sections.freetext import FreeText
from newsbrief.sections.item import unchecked
from newsbrief.sections.overlaps import Overlaps
from newsbrief.sections.parties import Parties, Stakeholder
from newsbrief.sections.places import Places
from newsbrief.sections.ungrounded import Final, Ungrounded
from newsbrief.sections.when import When
from newsbrief.span import Span

_WORD = Lazy(r"\w{3,}")
_PERSONAL = {"he": True, "she": True, "they": False, "we": False}  # stands for a person
_OTHER_SEX = {"he": "f", "she": "m"}
_ONE_PERSON = frozenset("he she him his her hers".split())
_NO_PERSON = frozenset(("it", "its"))
_STANDS_FOR = Lazy(
    r"\b(?=[BHISTbhist])(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Hh]im|[Tt]hem|[Hh]is|[Hh]ers?|[Tt]heirs?|[Ii]ts|[Bb]oth|"
    r"(?:The|This|That|These|Those) [a-z]+)\b"
)
_NOT_HELD = "the article does not hold these words"


class Ground:
    """The article as a witness: numbers become spans, names stakeholders, words what stands there.

    ``losses`` and ``warnings`` collect what could not be kept of items that otherwise hold,
    ``completed`` what the text itself added to them: the field, and the item in words. ``headline``
    is that of the brief, once there is one.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.text
        self.parties = Parties(reading)
        self._places = Places(reading)
        self.losses: list[Dropped] = []
        self.warnings: list[str] = []
        self.completed: set[tuple[str, str]] = set()
        self.headline = ""
        self._free_text = FreeText(reading, self.parties)
        self._shown: tuple[Collection[int], Sequence[int]] | None = None

    def showing(self, sentences: Collection[int], passages: Sequence[int]) -> Ground:
        """The same ground with the same records, where only what a model was shown can be pointed
        at: the sentences of these numbers (from 1), and the passages of these indexes, which are
        numbered from 1 in this order."""
        _ = self._quoted, self._reported, self._sentence_words  # made once, for all
        part = copy(self)
        part._shown = (sentences, passages)
        return part

    def told(self, words: str, near: tuple[Span, ...] = ()) -> str:
        """Free text, if the article says what it states, and ``near`` speaks of it."""
        self._free_text.check(words, near, self._numbers)
        return words

    @property
    def _numbers(self) -> Collection[int]:
        """Those of the sentences that can be pointed at."""
        if self._shown is None:
            return range(1, len(self.reading.sentences) + 1)
        return self._shown[0]

    def sentences(self, numbers: list[int]) -> tuple[Span, ...]:
        """The spans of the sentences of these numbers (from 1), without repetition, in order."""
        known = self.reading.sentences
        shown = self._numbers
        held = sorted({n for n in numbers if n in shown})
        if not held:
            if not numbers:
                raise Ungrounded("it points at no sentence")
            raise Ungrounded(
                f"it points at no sentence of the article, which has {len(known)}"
                if self._shown is None
                else "it points at no sentence that was shown"
            )
        return tuple([known[n - 1].span.of(self.text) for n in held])

    def has_sentence(self, sentence: int) -> bool:
        return sentence in self._numbers

    def passage(self, number: int) -> Span:
        """The span of the listed passage ``number`` (from 1), without its marks."""
        known = self.reading.statements
        if not self.has_passage(number):
            raise Final(f"there is no passage {number} in the list, which has {len(known)}")
        at = number - 1 if self._shown is None else self._shown[1][number - 1]
        return known[at].span.of(self.text)

    def has_passage(self, number: int | None) -> bool:
        shown = self.reading.statements if self._shown is None else self._shown[1]
        return number is not None and 1 <= number <= len(shown)

    def find(self, words: str) -> Span:
        """Where the article holds ``words``, typography aside."""
        if match := locate(self.text, words):
            return match.span.of(self.text)
        raise Ungrounded(_NOT_HELD, words)

    def around(self, words: str, evidence: tuple[Span, ...]) -> Span:
        """Where ``words`` stand in the evidence or in the sentence before or behind it; anywhere,
        where an item has no evidence."""
        if not evidence:
            return self.find_words(words)
        if place := self._places.within(evidence, words):
            return place
        own = {n for span in evidence if (n := self.reading.sentence_at(span)) is not None}
        nearby: Span | None = None
        held = False
        for place in self._places.everywhere(words):
            held = True
            number = self.reading.sentence_at(place)
            if number in own:
                return place.of(self.text)
            if nearby is None and number is not None and {number - 1, number + 1} & own:
                nearby = place
        if nearby:
            return nearby.of(self.text)
        reason = "the sentences that it rests on do not say so"
        raise Ungrounded(reason if held else _NOT_HELD, words)

    def find_words(self, words: str, near: tuple[Span, ...] = ()) -> Span:
        """`find`, capitals aside: "security analyst" for the "Security analyst" that opens a
        sentence; in ``near``, where they stand there too. For roles, places and times; never for
        what somebody said."""
        if place := self._places.within(near, words):
            return place
        first: Span | None = None
        for place in self._places.everywhere(words):
            if not near or any(place in span for span in near):
                return place.of(self.text)
            first = first or place
        if first:
            return first.of(self.text)
        raise Ungrounded(_NOT_HELD, words)

    def role_of(self, party: Stakeholder, words: str) -> str:
        """``words`` as the article says them right before or behind a mention of ``party``."""
        places = self._places.beside(party.mentions, words)
        known = partial(self.parties.role_of, party)
        return self._stated(standing.role(self.text, places, party.mentions, known), words)

    def affiliation_of(self, party: Stakeholder, words: str, role: str | None) -> str:
        """``words`` as the article gives them for the body that ``party`` belongs to, ``role``
        being what they are there."""
        stated = role or self.parties.role_of(party) or ""
        places = self._places.beside(party.mentions, words)
        return self._stated(standing.body(self.text, places, party.mentions, stated), words)

    def _stated(self, found: Span | None, words: str) -> str:
        if found is not None:
            return self.text[found.start : found.end]
        held = next(self._places.everywhere(words), None)
        raise Ungrounded("the article does not say this of them" if held else _NOT_HELD, words)

    def may_speak(self, party: Stakeholder, said: Attribution) -> bool:
        """Whether ``party`` is mentioned as near to what is ``said`` as a pronoun's name is and,
        where a pronoun says it, before that, and as one that it may stand for."""
        at = self.reading.sentence_at(said.spans[0])
        if at is None:
            return False
        start, end = around(self.reading, at, at)
        if said.speaker:
            pronoun = self.text[said.speaker.start : said.speaker.end].lower()
            if _PERSONAL.get(pronoun, party.kind == "person") != (party.kind == "person"):
                return False
            if given_names().get(party.name.split()[0]) == _OTHER_SEX.get(pronoun, "none"):
                return False
            end = said.speaker.start
        return any(start <= mention.start < end for mention in party.mentions)

    def when(self, words: str, near: tuple[Span, ...] = ()) -> When:
        """The time that the article words so."""
        span = self.around(words, near)
        start, end = span.start, span.end
        for time in self.reading.times_at(span):
            if time.span.start < end and start < time.span.end:
                return When.of(time, self.text)
        if self.reading.held.english and not may_be_a_time(words):
            raise Ungrounded("these words name no time", words)
        return unchecked(When)(text=span.text, span=span)

    def party(self, name: str, near: tuple[Span, ...] = (), prose: str = "") -> str:
        """The id of the stakeholder called ``name``, whom the sentences of ``near`` speak of, or
        the free text that they bear out."""
        party = self.parties.named(name)
        if party is None:
            raise Ungrounded("the article does not hold this name", name)
        held = not near or self._speak_of(party, near) or _names(prose, party)
        if not held and not self._places.within(near, name):  # "told the BBC", of BBC News
            raise Ungrounded("the sentences that it rests on do not name them", name)
        return party.id

    def _speak_of(self, party: Stakeholder, near: tuple[Span, ...]) -> bool:
        """Whether ``near`` names ``party``, or the sentences in which its pronouns and "The
        company" find their names do."""
        for span in near:
            start, end = span.start, span.end
            for mention in party.mentions:
                if mention.start < end and start < mention.end:
                    return True
        others = _NO_PERSON if party.kind == "person" else _ONE_PERSON
        words = (word for span in near for word in _STANDS_FOR.findall(span.text))
        if all(word.lower() in others for word in words):
            return False
        first, last = (self.reading.sentence_at(span) or 0 for span in (near[0], near[-1]))
        start, end = around(self.reading, first, last, behind=0)
        return any(start <= mention.start < end for mention in party.mentions)

    def said_in_title(self) -> list[str]:
        """What stands in quotation marks in the title, and nowhere in the text."""
        title = self.reading.article.title or ""
        return [said for said in told.quoted(title) if not told.is_said(self.reading.text, said)]

    def is_speech(self, prose: str) -> bool:
        """Whether ``prose`` is nothing but words that stand in quotation marks."""
        words = prose.strip(" .“”\"'")
        if not words or words not in self.text:  # hardly any stands there word for word
            return False
        spans = (passage.span for passage in self.reading.passages)
        return any(words in self.text[span.start : span.end] for span in spans)

    def is_quoted(self, span: Span) -> bool:
        """Whether ``span`` is part of what somebody says, in quotation marks."""
        return self._quoted.first(span) is not None

    def is_said(self, evidence: tuple[Span, ...]) -> bool:
        """Whether any of ``evidence`` tells, in part, what somebody says."""
        return any(self._reported.first(span) is not None for span in evidence)

    def attribution_of(self, span: Span) -> Attribution | None:
        """The attribution whose content overlaps ``span``; quoted content before reported."""
        if (number := self._quoted.first(span)) is not None:
            return self.reading.quotations[number]
        number = self._reported.first(span)
        return None if number is None else self.reading.attributions[number]

    @cached_property
    def _quoted(self) -> Overlaps:
        return Overlaps(a.spans for a in self.reading.quotations)

    @cached_property
    def _reported(self) -> Overlaps:
        return Overlaps(a.spans for a in self.reading.attributions)

    def nearest(self, words: str, most: int = 3) -> tuple[int, ...]:
        """Numbers of the sentences that share most words with ``words``: a hint, never a match."""
        wanted = _words(words)
        best = sorted([(-len(wanted & self._sentence_words[n - 1]), n) for n in self._numbers])[
            :most
        ]
        return tuple(sorted(n for shared, n in best if shared))

    @cached_property
    def _sentence_words(self) -> list[set[str]]:
        """The words of each sentence."""
        spans = [sentence.span for sentence in self.reading.sentences]
        return [_words(self.text[span.start : span.end]) for span in spans]

    def shares_words(self, prose: str) -> bool:
        """Whether a quarter of the words of ``prose`` stand in the article. Paraphrase does that; a
        prompt's own words, or another story's, do not."""
        title = (self.reading.article.title or "").lower()
        return told.shares(Words(prose), f"{title} {self.reading.lower}")

    def has_lost(self, section: str) -> bool:
        """Whether an item of ``section`` did not hold."""
        return any(loss.section == section for loss in self.losses)

    def lose(self, section: str, item: str, reason: str, span: Span | None = None) -> None:
        self.losses.append(Dropped(section, item[:200], reason, span))


def _names(prose: str, party: Stakeholder) -> bool:
    return any(next(verbatim(prose, name), None) for name in (party.name, *party.aliases))


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
