"""The summary: a few sentences, each with the sentences of the article that support it."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable

from pydantic import BaseModel, ConfigDict

from newsbrief.sections.alike import says_again
from newsbrief.sections.base import Section
from newsbrief.sections.ground import Ground
from newsbrief.sections.item import Item, unchecked
from newsbrief.sections.pages import of_the_story
from newsbrief.sections.ungrounded import Final
from newsbrief.span import Span
from newsbrief.wire import Prose, Sentences, WireItem


class SummaryWire(WireItem):
    evidence: Sentences
    text: Prose


class SummarySentence(Item):
    """One sentence of a summary, and what it rests on."""

    text: str
    evidence: tuple[Span, ...]


class Summary(BaseModel):
    """``str(summary)`` is its text."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    sentences: tuple[SummarySentence, ...] = ()

    def __str__(self) -> str:
        return " ".join(sentence.text for sentence in self.sentences)


class SummarySentences(Section[SummaryWire, SummarySentence]):
    """The sentences of the summary; every brief has this section."""

    name = "summary"
    wire = SummaryWire
    item = SummarySentence
    most = 3

    @classmethod
    def bind(cls, wire: SummaryWire, ground: Ground) -> SummarySentence:
        if ground.is_speech(wire.text):
            raise Final("it repeats what somebody said, and does not tell who")
        sentence = super().bind(wire, ground)
        told = of_the_story(sentence.text, sentence.evidence, ground.reading)
        return sentence if told == sentence.text else sentence.model_copy(update={"text": told})

    @classmethod
    def extract(cls, ground: Ground) -> Iterable[SummarySentence]:
        for number in ground.reading.summary:
            reading = ground.reading
            end = reading.sentences[number].span.end
            span = Span(reading.begins(number), end).of(ground.text)
            yield unchecked(SummarySentence)(text=" ".join(span.text.split()), evidence=(span,))

    @classmethod
    def settled(
        cls, items: Collection[SummarySentence], ground: Ground
    ) -> Iterable[SummarySentence]:
        """Without those that say only what a longer one says."""
        for item in items:
            longer = (other for other in items if len(other.text) > len(item.text))
            if any(says_again(item.text, other.text, other.evidence) for other in longer):
                ground.lose(cls.name, item.text, "another sentence of it says the same")
            else:
                yield item

    @classmethod
    def identity(cls, item: SummarySentence) -> Hashable:
        return item.text
