"""Events: how what a model tells of them is held against the article, and what the text tells."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable
from typing import Annotated

from newsbrief.sections import witness
from newsbrief.sections.alike import once
from newsbrief.sections.base import Section
from newsbrief.sections.circumstances import is_of_another_time, may_be_a_place
from newsbrief.sections.event import Event, Status
from newsbrief.sections.ground import Ground
from newsbrief.sections.pages import of_the_story
from newsbrief.sections.statuses import borne_out
from newsbrief.sections.ungrounded import Final
from newsbrief.span import Span
from newsbrief.wire import ENTRIES, Party, Phrase, Prose, Sentences, Time, WireItem


class EventWire(WireItem):
    evidence: Sentences
    description: Prose
    status: Status
    when: Time | None
    where: Phrase | None
    participants: Annotated[list[Party], ENTRIES]


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
        told = of_the_story(event.description, event.evidence, ground.reading)
        if told != event.description:
            event = event.model_copy(update={"description": told})
        event = borne_out(event, ground)
        if event.where and (reason := cls._nowhere(event.where, event.evidence, ground)):
            ground.lose("events.where", event.where, reason)
            event = event.model_copy(update={"where": None})
        if event.when and is_of_another_time(event.description, event.when):
            ground.lose("events.when", event.when.text, "its own words name another time")
            event = event.model_copy(update={"when": None})
        return witness.completed(event, ground)

    @staticmethod
    def _nowhere(where: str, evidence: tuple[Span, ...], ground: Ground) -> str:
        """Why the event cannot have been there; empty where it can."""
        inside = ground.find_words(where, evidence)
        telling = [span for span in evidence if inside in span]
        if not telling:
            return "the sentences that it rests on do not say so"
        places = (p.span for span in telling for p in ground.reading.places_in(span))
        if any(map(inside.overlaps, places)):
            return ""  # where somebody is, a body may be a place: "at the White House"
        kind = ground.parties.kind_of(where)
        if kind not in (None, "government"):
            return f"it is no place: {kind}"
        if ground.reading.held.english and not may_be_a_place(ground.text, inside):
            return "these words name no place"
        return ""

    @classmethod
    def extract(cls, ground: Ground) -> Iterable[Event]:
        for found in ground.reading.happenings:
            yield witness.event_of(found, ground)

    @classmethod
    def settled(cls, items: Collection[Event], ground: Ground) -> Iterable[Event]:
        """What the headline says first, of the text's own where no event that the model tells is
        that; all that the text tells of, where none holds."""
        if not items:
            return cls.extract(ground) if ground.has_lost(cls.name) else ()
        return witness.headlined(items, ground)

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
