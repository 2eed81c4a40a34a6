"""Events: how what a model tells of them is held against the article, and what the text tells."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Annotated

from newsbrief.analysis.events.status import status_of, supports
from newsbrief.sections.alike import once
from newsbrief.sections.base import Section
from newsbrief.sections.event import Event, Status
from newsbrief.sections.ground import Final, Ground
from newsbrief.sections.item import unchecked
from newsbrief.sections.when import When
from newsbrief.span import Span
from newsbrief.wire import ENTRIES, Party, Phrase, Prose, Sentences, Time, WireItem


class EventWire(WireItem):
    evidence: Sentences
    description: Prose
    status: Status
    when: Time | None
    where: Phrase | None
    participants: Annotated[list[Party], ENTRIES]


_event = unchecked(Event)


class Events(Section[EventWire, Event]):
    """The happenings that an article reports, the most newsworthy first."""

    name = "events"
    wire = EventWire
    item = Event
    most = 10
    listed = 8

    @classmethod
    def bind(cls, wire: EventWire, ground: Ground) -> Event:
        event = super().bind(wire, ground)
        if ground.is_speech(event.description):
            raise Final("it repeats what somebody said, and nothing that happened")
        told = " ".join([event.description, *[span.text for span in event.evidence]])
        if not supports(event.status, told):
            ground.lose("events.status", f"{event.status}: {event.description}", "no verb says so")
            event = event.model_copy(update={"status": status_of(told, None, open_ended=False)})
        if event.where and (reason := cls._nowhere(event.where, event.evidence, ground)):
            ground.lose("events.where", event.where, reason)
            return event.model_copy(update={"where": None})
        return event

    @staticmethod
    def _nowhere(where: str, evidence: tuple[Span, ...], ground: Ground) -> str:
        """Why the event cannot have been there; empty where it can."""
        kind = ground.parties.kind_of(where)
        if kind not in (None, "government"):
            return f"it is no place: {kind}"
        inside = ground.find_words(where, evidence)
        if any(inside in span for span in evidence):
            return ""
        return "the sentences that it rests on do not say so"

    @classmethod
    def extract(cls, ground: Ground) -> Iterable[Event]:
        for found in ground.reading.happenings:
            where, text = found.where, ground.text
            place = text[where.start : where.end] if where else None
            yield _event(
                description=found.description,
                status=found.status,
                when=When.of(found.when, text) if found.when else None,
                where=place,
                participants=tuple([ground.parties.of_entity(n).id for n in found.participants]),
                evidence=tuple([span.of(text) for span in found.evidence]),
            )

    @classmethod
    def identity(cls, item: Event) -> Hashable:
        return item.description.casefold().rstrip(".")

    @classmethod
    def merge(cls, first: Event, second: Event) -> Event:
        """With what the second knows and the first does not."""
        both = super().merge(first, second)
        return both.model_copy(
            update={
                "when": first.when or second.when,
                "where": first.where or second.where,
                "participants": tuple(dict.fromkeys((*first.participants, *second.participants))),
            }
        )

    @classmethod
    def combine(cls, items: tuple[Event, ...]) -> Iterable[Event]:
        return once(items, cls.merge)

    @classmethod
    def line(cls, item: Event) -> str:
        marks: list[str | None] = [item.status if item.status != "happened" else None]
        named = item.when and not item.when.by_tense
        marks += [item.when.text if item.when and named else None, item.where]
        told = "; ".join(mark for mark in marks if mark)
        return f"{item.description} ({told})" if told else item.description
