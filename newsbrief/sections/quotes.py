"""Quotes: who said what, in the article's own characters."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable
from textwrap import shorten
from typing import ClassVar, Literal, cast

from pydantic import ConfigDict, model_validator
from pydantic.config import JsonDict

from newsbrief.analysis.speech import unspoken
from newsbrief.analysis.speech.attribution import Attribution
from newsbrief.ledger import Dropped
from newsbrief.sections.base import Section
from newsbrief.sections.ground import Ground
from newsbrief.sections.item import Item, changed, unchecked
from newsbrief.sections.overlaps import Overlaps
from newsbrief.sections.parties import Stakeholder
from newsbrief.sections.ungrounded import Final, Untold
from newsbrief.span import Span
from newsbrief.wire import LONGEST_COPY, Copied, Party, Passage, WireItem

QuoteKind = Literal["direct", "partial", "indirect"]
MAX_NAMED = 10  # quotes without a speaker that a warning names
_NEVER_SPEECH = (unspoken.TITLE, unspoken.NICKNAME, unspoken.MARKUP, unspoken.STRAY)


def _copied(schema: JsonDict) -> None:
    """The form of a correction: what is listed is gone through by its keys, and never corrected.
    With a number and words in one object, small models copied words for each passage."""
    fields = cast(JsonDict, schema["properties"])
    del fields["passage"]
    fields["text"] = {"type": "string", "maxLength": LONGEST_COPY}
    schema["required"] = [*fields]
    schema["additionalProperties"] = False


class QuoteWire(WireItem):
    model_config = ConfigDict(json_schema_extra=_copied)

    passage: Passage | None
    text: Copied | None
    speaker: Party | None

    @model_validator(mode="before")
    @classmethod
    def _either(cls, given: object) -> object:
        return {"passage": None, "text": None, **given} if isinstance(given, dict) else given


class Quote(Item):
    """What somebody said. ``text`` is cut from the article, never copied from a model.

    A quote split by its cue has two spans, and ``text`` joins them by a space; ``str(quote)`` is
    for print, and shows the break. ``speaker`` is a stakeholder's id; ``speaker_span`` is the
    mention of the source by the cue ("she"), and ``cue_span`` the words that say that something was
    said ("told reporters"), or was not ("never said").
    """

    text: str
    spans: tuple[Span, ...]
    kind: QuoteKind
    speaker: str | None = None
    speaker_name: str | None = None
    speaker_span: Span | None = None
    cue_span: Span | None = None

    def __str__(self) -> str:
        """What was said, in marks where it is quoted: “We must act,” … “and soon.”"""
        parts = [span.text for span in self.spans] if len(self.spans) > 1 else [self.text]
        marked = parts if self.kind == "indirect" else [f"“{part}”" for part in parts]
        return " … ".join(marked)


_quote = unchecked(Quote)


class Quotes(Section[QuoteWire, Quote]):
    """What is said in an article, in its order; all direct speech, whatever the model left out."""

    name = "quotes"
    wire = QuoteWire
    item = Quote
    each_passage: ClassVar[str | None] = "speaker"

    @classmethod
    def bind(cls, wire: QuoteWire, ground: Ground) -> Quote:
        span = cls._pointed_at(wire, ground)
        claimed = cls._claimed(wire.speaker, span, ground) if wire.speaker else None
        attribution = ground.attribution_of(span)
        if attribution is None:
            return cls._unattributed(span, wire, claimed, ground)
        quote = cls._of(attribution, ground)
        if claimed is None or claimed.id == quote.speaker:
            return quote
        if quote.speaker is None:
            if ground.may_speak(claimed, attribution):
                return cls._spoken_by(claimed, quote)
            ground.lose(
                "quotes.speaker", claimed.name, "the text by the words does not bear it out", span
            )
            return quote
        ground.warnings.append(
            f"the model gives “{shorten(quote.text, 40, placeholder='…')}” ({span.start}) to "
            f"{claimed.name}; its cue gives it to {quote.speaker_name}, and the cue stands"
        )
        return quote

    @staticmethod
    def _claimed(name: str, span: Span, ground: Ground) -> Stakeholder | None:
        """Who the model says speaks. Small ones give the words that are said, or others' words."""
        claimed = ground.parties.named(name)
        if claimed is None:
            ground.lose("quotes.speaker", name, "the article does not hold this name", span)
        elif all(map(ground.is_quoted, claimed.mentions)):
            ground.lose("quotes.speaker", name, "nothing but quoted speech holds this name", span)
            return None
        return claimed

    @staticmethod
    def _pointed_at(wire: QuoteWire, ground: Ground) -> Span:
        """The passage of that number; where there is none, where the article holds the words."""
        if wire.text and wire.text.strip() and not ground.has_passage(wire.passage):
            return ground.find(wire.text)
        if wire.passage is None:
            raise Final("it gives neither a passage nor a text")
        return ground.passage(wire.passage)

    @classmethod
    def _unattributed(
        cls, span: Span, wire: QuoteWire, claimed: Stakeholder | None, ground: Ground
    ) -> Quote:
        """Words in marks that no cue reports: a quote if the speaker stands in the sentence."""
        marked = next((p.span for p in ground.reading.passages if p.span.overlaps(span)), None)
        if marked is None:
            raise Final("it is not in quotation marks, and no cue reports it")
        for passage in ground.reading.unspoken:
            if passage.span == marked and passage.reason in _NEVER_SPEECH:
                raise (Final if wire.speaker else Untold)(f"it is no speech: {passage.reason}")
        sentence = ground.reading.sentence_at(marked)
        if claimed is None or not any(
            ground.reading.sentence_at(mention) == sentence for mention in claimed.mentions
        ):
            reason = "nothing in its sentence says that somebody said it"
            raise (Final if wire.speaker else Untold)(reason)
        words = marked.of(ground.text)
        return cls._spoken_by(claimed, _quote(text=words.text, spans=(words,), kind="partial"))

    @staticmethod
    def _spoken_by(party: Stakeholder, quote: Quote) -> Quote:
        nearest = min(party.mentions, key=lambda m: abs(m.start - quote.spans[0].start))
        return changed(
            quote,
            speaker=party.id,
            speaker_name=party.name,
            speaker_span=quote.speaker_span or nearest,
        )

    @staticmethod
    def _of(found: Attribution, ground: Ground) -> Quote:
        source = found.source(ground.text)
        party = None if source is None else ground.parties.at(source)
        spans = tuple([span.of(ground.text) for span in found.spans])
        return _quote(
            text=" ".join([span.text for span in spans]),
            spans=spans,
            kind=found.kind,
            speaker=party.id if party else None,
            speaker_name=party.name if party else None,
            speaker_span=None if found.speaker is None else found.speaker.of(ground.text),
            cue_span=None if found.cue is None else found.cue.of(ground.text),
        )

    @classmethod
    def extract(cls, ground: Ground) -> Iterable[Quote]:
        for attribution in ground.reading.attributions:
            yield cls._of(attribution, ground)

    @classmethod
    def settled(cls, items: Collection[Quote], ground: Ground) -> Iterable[Quote]:
        """With all that the analysis finds said, so that no model makes the quotes fewer than those
        of the text itself."""
        held = {quote.spans for quote in items}
        for attribution in ground.reading.attributions:
            if attribution.spans not in held:
                yield cls._of(attribution, ground)
        yield from items

    @classmethod
    def left_out(cls, items: tuple[Quote, ...], ground: Ground) -> Iterable[Dropped]:
        """Passages that are no speech; and a warning of quotes that nobody is named for."""
        if nobodys := [q.id for q in items if q.speaker is None and q.kind != "indirect"]:
            named = ", ".join(nobodys[:MAX_NAMED]) + ", ..." * (len(nobodys) > MAX_NAMED)
            ground.warnings.append(
                f"quotes whose speaker the text does not name for certain: {len(nobodys)} ({named})"
            )
        for words in ground.said_in_title():
            yield Dropped(cls.name, words[:200], "it stands in the title, and not in the text")
        if not ground.reading.unspoken:
            return
        held = Overlaps(quote.spans for quote in items)
        for passage in ground.reading.unspoken:
            if held.first(passage.span) is None:
                span = passage.span.of(ground.text)
                yield Dropped(cls.name, span.text[:200], passage.reason, span)

    @classmethod
    def identity(cls, item: Quote) -> Hashable:
        return tuple([(span.start, span.end) for span in item.spans])  # a span's hash takes longer

    @classmethod
    def arrange(cls, items: Iterable[Quote]) -> Iterable[Quote]:
        """In the order of the article."""
        # By numbers: two spans take 15 times as long to compare.
        return sorted(items, key=lambda quote: [(span.start, span.end) for span in quote.spans])

    @classmethod
    def line(cls, item: Quote) -> str:
        return f"{item} — {item.speaker_name or 'speaker not named'}"
