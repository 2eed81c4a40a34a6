"""What the text itself knows of the events that a model tells: the day and the place of one, who
takes part, and what the headline says where none does."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from newsbrief.analysis.events.happenings import Happening
from newsbrief.analysis.events.prose import content_words
from newsbrief.grounding import locate
from newsbrief.sections.circumstances import is_of_another_place, is_of_another_time
from newsbrief.sections.event import Event, Status
from newsbrief.sections.ground import Ground
from newsbrief.sections.item import unchecked
from newsbrief.sections.when import When
from newsbrief.span import Span

_event = unchecked(Event)
_TIED = 2  # content words that tie an event to a happening of one of its sentences


def event_of(found: Happening, ground: Ground) -> Event:
    """The happening, as an event of the brief."""
    where, text = found.where, ground.text
    return _event(
        description=found.description,
        status=found.status,
        when=When.of(found.when, text) if found.when else None,
        where=text[where.start : where.end] if where else None,
        participants=tuple([ground.parties.of_entity(n).id for n in found.participants]),
        evidence=tuple([span.of(text) for span in found.evidence]),
    )


def completed(event: Event, ground: Ground) -> Event:
    """``event`` with the day, the place and those who take part, as the text has them, where the
    model gave none that hold."""
    if not event.participants and (named := _named_by(event, ground)):
        event = event.model_copy(update={"participants": named})
        ground.completed.add(("participants", event.description))
    return _dated(event, ground)


def _named_by(event: Event, ground: Ground) -> tuple[str, ...]:
    """The ids of the parties that the event names as its sentences do."""
    return tuple(
        dict.fromkeys(
            ground.parties.of_entity(entity).id
            for span in event.evidence
            for name, entity in ground.parties.named_in(span)
            if locate(event.description, name)
        )
    )


def _dated(event: Event, ground: Ground) -> Event:
    """``event`` with a day and a place: the day of its own sentences, where the model gives that of
    one beside them."""
    when = event.when
    beside = when is not None and not _stands_in(when.span, event)
    # To find what the text tells of takes as long as all else of the checks: not for nothing.
    if when and not beside and (event.where or not _names_a_place(event, ground)):
        return event
    found = _told_by(event, ground)
    if found is None:
        return event
    added: dict[str, object] = {}
    if when and beside and found.when is not None and _stands_in(found.when.span, event):
        own = found.when.span.of(ground.text).text
        told = f"{when.text}: {event.description}"
        ground.lose("events.when", told, f"its own sentence says “{own}”")
        when = None
    own_time = When.of(found.when, ground.text) if when is None and found.when else None
    if own_time and found.when and not is_of_another_time(event.description, own_time):
        added["when"] = own_time
        if not _stands_in(found.when.span, event):
            telling = (span for span in found.evidence if found.when.span in span)
            added["evidence"] = _in_order((*event.evidence, *telling), ground.text)
    if event.where is None and found.where is not None and _tells_most(event, found):
        where = found.where.of(ground.text).text
        if not is_of_another_place(event.description, where):
            added["where"] = where
    ground.completed.update((name, event.description) for name in added if name != "evidence")
    return event.model_copy(update=added) if added else event


def _stands_in(place: Span, event: Event) -> bool:
    return any(place in span for span in event.evidence)


def headlined(events: Collection[Event], ground: Ground) -> Sequence[Event]:
    """``events``, first of all the one that tells what the headline says: one of them or, where
    none does, the text's own.

    By the words of the headline, not by rank in the text, which a paragraph in front changes.
    """
    wanted = content_words(ground.reading.article.title or ground.headline)
    told = next((event for event in events if _is_told(wanted, event.description)), None)
    if told is None:
        happenings = ground.reading.happenings
        found = next((h for h in happenings if _is_told(wanted, h.description)), None)
        if found is None:
            return tuple(events)
        resting = [event for event in events if _rests_on(event, found, ground)]
        if not resting:
            return event_of(found, ground), *events
        told = max(resting, key=lambda event: _shared(wanted, event))
        others = [event for event in events if event is not told]
        return _with_evidence_of(told, found, ground), *others
    return told, *(event for event in events if event is not told)


def _with_evidence_of(event: Event, found: Happening, ground: Ground) -> Event:
    """``event`` with all the sentences in which the text tells the happening, which are one to
    three: a headline is seldom told by the one that a model points at."""
    evidence = _in_order((*event.evidence, *found.evidence), ground.text)
    if evidence == event.evidence:
        return event
    ground.completed.add(("evidence", event.description))
    return event.model_copy(update={"evidence": evidence})


def _is_told(wanted: frozenset[str], told: str) -> bool:
    return 2 * len(wanted & content_words(told)) >= max(len(wanted), 2 * _TIED)


def _rests_on(event: Event, found: Happening, ground: Ground) -> bool:
    """Whether ``event`` tells of the happening in words of its own: of its sentence, and with more
    than a third of the words that say what it is. Five briefs as a good model writes them shared 3
    of 7 and 3 of 8; what a weak one told of such a sentence, and was not it, 2 of 6."""
    if all(ground.reading.sentence_at(span) != found.sentence for span in event.evidence):
        return False
    own, other = content_words(event.description), content_words(found.description)
    return 3 * len(own & other) > max(3 * _TIED - 1, min(len(own), len(other)))


def _shared(wanted: frozenset[str], event: Event) -> int:
    return len(wanted & content_words(event.description))


def _names_a_place(event: Event, ground: Ground) -> bool:
    return any(map(ground.reading.places_in, event.evidence))


def _told_by(event: Event, ground: Ground) -> Happening | None:
    """The happening of one of the event's sentences that says most of what the event says. None
    that says much more: "the vote to leave" was not when and where Trump "hailed the vote to leave
    in Scotland on Friday"."""
    own = {ground.reading.sentence_at(span) for span in event.evidence}
    words = content_words(event.description)
    best, most = None, _TIED - 1
    for found in ground.reading.happenings:
        if found.sentence in own and _is_of_one_mode(found.status, event.status):
            told = content_words(found.description)
            shared = len(words & told)
            if shared > most and (4 * shared >= len(told) or 2 * shared < len(words)):
                best, most = found, shared
    return best


def _tells_most(event: Event, found: Happening) -> bool:
    """Whether the event says half of what the sentence says. Of its places 6 of 7 are the event's
    own then, and 3 of 7 where it says less."""
    told = content_words(found.description)
    return 2 * len(told & content_words(event.description)) >= len(told)


def _is_of_one_mode(a: Status, b: Status) -> bool:
    """Whether both are, are to be or are said to be: who alleges a thing on Monday does not allege
    that it was on Monday."""
    return a == b or not {a, b} & {"planned", "alleged"}


def _in_order(spans: Iterable[Span], text: str) -> tuple[Span, ...]:
    return tuple(sorted({span.of(text) for span in spans}))
