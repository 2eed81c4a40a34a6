"""The brief: what the user gets, and where it came from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, Self, cast

from pydantic import BaseModel, ConfigDict, JsonValue, model_validator

from newsbrief.article import Article
from newsbrief.ledger import NO_USAGE, Attempt, Dropped, Usage
from newsbrief.sections.base import Section, W
from newsbrief.sections.event import Event
from newsbrief.sections.item import ItemT, spans_of
from newsbrief.sections.parties import Stakeholder
from newsbrief.sections.quotes import Quote
from newsbrief.sections.summary import Summary
from newsbrief.span import Span

Engine = Literal["openai", "local", "extractive", "fake"]


class Provenance(BaseModel):
    """How a brief came about, and what it leaves out.

    ``engine`` and ``model`` wrote it; ``prompt`` is the fingerprint of the templates and of the
    schema (None without an LLM); ``version`` is newsbrief's; ``elapsed`` is in seconds. ``dropped``
    names everything that the model or the article holds and the brief does not; ``uncovered`` are
    the parts of a long article that the model did not read. ``cost`` is in US
    dollars, by published prices, re-asks included; None where no price is known, or no model was
    asked.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    engine: Engine
    model: str | None
    prompt: str | None
    version: str
    usage: Usage = NO_USAGE
    cost: float | None = None
    attempts: tuple[Attempt, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    uncovered: tuple[Span, ...] = ()
    warnings: tuple[str, ...] = ()
    elapsed: float = 0.0


class Brief(BaseModel):
    """A brief of one article. Every span slices to its own text in ``article.text``, every quote
    has the text of its spans, and every speaker and participant is one of ``stakeholders``; loading
    a brief from JSON checks that again and raises ``pydantic.ValidationError`` where it fails.

    ``brief[Claims]`` gives the items of any section, also of one of your own; theirs are kept as
    plain JSON in ``more``. ``str(brief)`` is headline and summary, and how many items there are;
    `newsbrief.export` has the whole as a page.
    """

    # Built when a brief is first loaded or written as JSON; making one needs no validator.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    headline: str
    summary: Summary
    events: tuple[Event, ...] = ()
    quotes: tuple[Quote, ...] = ()
    stakeholders: tuple[Stakeholder, ...] = ()
    more: dict[str, tuple[dict[str, JsonValue], ...]] = {}
    article: Article
    provenance: Provenance

    def __getitem__(self, section: type[Section[W, ItemT]]) -> tuple[ItemT, ...]:
        """The items of ``section``; none where it was not asked for."""
        if not isinstance(section, type) or not issubclass(section, Section):
            raise TypeError(f"brief[{section!r}]: give a section, as in brief[Events]")
        if section.name in self.more:
            return tuple(
                cast(ItemT, section.item.model_validate(i)) for i in self.more[section.name]
            )
        if section.name == "summary":
            return cast(tuple[ItemT, ...], self.summary.sentences)
        if section.name in ("events", "quotes", "stakeholders"):
            return cast(tuple[ItemT, ...], getattr(self, section.name))
        return ()

    def __hash__(self) -> int:  # pydantic's takes in all fields, and ``more`` is a dict
        return hash((self.headline, self.article))

    def __str__(self) -> str:
        own = {"events": self.events, "quotes": self.quotes, "stakeholders": self.stakeholders}
        counts = ", ".join(f"{name}: {len(items)}" for name, items in (own | self.more).items())
        return "\n\n".join(filter(None, (self.headline, str(self.summary), counts)))

    def stakeholder(self, id: str | None) -> Stakeholder | None:
        """The stakeholder of this id, as in ``quote.speaker`` and ``event.participants``."""
        return next((party for party in self.stakeholders if party.id == id), None)

    @model_validator(mode="after")
    def _spans_hold(self) -> Self:
        text = self.article.text
        items = (self.summary.sentences, self.events, self.quotes, self.stakeholders)
        own = (*items, self.provenance.uncovered)
        for span in (*spans_of(own), *_plain_spans(self.more)):
            if text[span.start : span.end] != span.text:
                raise ValueError(
                    f"the span {span.start}-{span.end} does not hold the article's own text"
                )
        for quote in self.quotes:
            if quote.text.split() != " ".join([span.text for span in quote.spans]).split():
                raise ValueError(f"the text of quote {quote.id} is not that of its spans")
        return self

    @model_validator(mode="after")
    def _parties_are_there(self) -> Self:
        known = {party.id: {party.name, *party.aliases} for party in self.stakeholders}
        for quote in self.quotes:
            if quote.speaker is not None and quote.speaker_name not in known.get(quote.speaker, ()):
                raise ValueError(f"the speaker of quote {quote.id} is none of the stakeholders")
        for event in self.events:
            if not known.keys() >= set(event.participants):
                raise ValueError(f"a participant of event {event.id} is none of the stakeholders")
        return self


def costing(brief: Brief, cost: float | None) -> Brief:
    """``brief``, with what it has cost."""
    made = brief.provenance.model_copy(update={"cost": cost})
    return brief.model_copy(update={"provenance": made})


def _plain_spans(value: object) -> Iterator[Span]:
    """Every span within the plain JSON of a user's section."""
    match value:
        case {"start": int(start), "end": int(end), "text": str(text), **other} if not other:
            yield Span(start, end, text)
        case dict():
            yield from _plain_spans(tuple(value.values()))
        case list() | tuple():
            for part in value:
                yield from _plain_spans(part)
