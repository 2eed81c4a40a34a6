"""The status of an event: what a model says of it, held against what its sentences say.

A status may not make an event more certain than the model does: who is only said to have stolen
has not stolen. So "alleged" stays wherever somebody says it, and the words that bear a status out
are many more here than those by which a text alone is read.
"""

from __future__ import annotations

from typing import Literal

from newsbrief.analysis.events.status import status_of, supports
from newsbrief.analysis.facts.words import bare
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.patterns import Lazy
from newsbrief.sections.event import Event
from newsbrief.sections.ground import Ground

_Special = Literal["ongoing", "planned", "cancelled", "alleged"]  # what needs a word for it
_BEARING: dict[_Special, frozenset[str]] = {
    "alleged": word_set(
        "alleged allegedly accused accuses accusation accusations suspected suspect suspects "
        "suspicion reportedly apparently purportedly supposed supposedly believed thought claim "
        "claims claimed deny denies denied charge charged charges trial indicted indictment "
        "lawsuit sued blame blames blamed wanted investigated investigating investigation "
        "prosecutors according rumoured rumored disputed unconfirmed"
    ),
    "planned": word_set(
        "want wants hope hopes hoped consider considers considering mull mulls mulling threaten "
        "threatens threatened could may might agreed would seek seeks aim aims prepares next "
        "future upcoming tomorrow until proposed proposes"
    ),
    "cancelled": word_set(
        "withdraw withdrew withdrawn drop drops dropped avert averted abandon abandoned "
        "indefinitely ditch ditched scrap scrapped"
    ),
    "ongoing": word_set(
        "remain remained remains stay stays stayed strike without still under underway "
        "search searching continue continued continues"
    ),
}
_IS = word_set("is are")
_PUT_OFF = Lazy(r"\bput(?:s|ting)? (?:\w+ ){0,4}off\b|\b(?:will not|won['’]t|no longer)\b")


def borne_out(event: Event, ground: Ground) -> Event:
    """``event`` with a status that it, or what it rests on, bears out."""
    told, status = event.description, event.status
    if status != "happened" and _bears_out(status, event, ground):
        return event
    kept = status_of(told, None, open_ended=False)
    reason = "no verb says so"
    if status == "happened":
        if _is_to_come(event, ground):
            reason, kept = "its time was still to come", "planned"
        elif kept == "planned":
            reason = "its own verb says that it is to come"
        else:
            return event
    ground.lose("events.status", f"{status}: {told}", reason)
    return event.model_copy(update={"status": kept})


def _bears_out(status: _Special, event: Event, ground: Ground) -> bool:
    if status == "planned" and _is_to_come(event, ground):
        return True
    told = " ".join([event.description, *[span.text for span in event.evidence]])
    if supports(status, told):
        return True
    if status == "alleged" and ground.is_said(event.evidence):
        return True
    if status == "ongoing" and not _IS.isdisjoint(event.description.split()):
        return True
    if status == "cancelled" and _PUT_OFF.search(told):
        return True
    return any(bare(word) in _BEARING[status] for word in told.lower().split())


def _is_to_come(event: Event, ground: Ground) -> bool:
    """Whether it is told for a day after the article's: "polls open on Tuesday"."""
    published = ground.reading.article.published
    return bool(published and event.when and event.when.begins_after(published))
