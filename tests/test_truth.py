"""What a model says of somebody, or of when and where, must stand by what it rests on."""

from __future__ import annotations

from typing import Any

import story

from newsbrief import Brief, FakeBackend, summarise


def brief_of(**other: Any) -> Brief:
    backend = FakeBackend([story.answer(**other), {"events": [], "stakeholders": []}])
    return summarise(story.TEXT, model=backend, published=story.PUBLISHED)


def party(**fields: Any) -> list[dict[str, Any]]:
    given = {"name": "Tom Becker", "kind": "person", "role": None, "affiliation": None}
    return [{**given, **fields}]


def event(**fields: Any) -> list[dict[str, Any]]:
    given = {
        "description": "Ana Ruiz resigned as mayor.", "status": "happened", "when": None,
        "where": None, "participants": ["Ana Ruiz"], "evidence": [1],
    }  # fmt: skip
    return [{**given, **fields}]


def lost(brief: Brief, section: str) -> list[str]:
    return [loss.reason for loss in brief.provenance.dropped if loss.section == section]


def test_a_role_is_the_partys_own() -> None:
    brief = brief_of(stakeholders=party(role="mayor"))  # Ana Ruiz is the mayor
    (becker,) = [p for p in brief.stakeholders if p.name == "Tom Becker"]
    assert becker.role != "mayor"
    assert lost(brief, "stakeholders.role") == ["the article does not say this of them"]


def test_a_person_is_no_government() -> None:
    brief = brief_of(stakeholders=party(kind="government"))
    (becker,) = [p for p in brief.stakeholders if p.name == "Tom Becker"]
    assert becker.kind == "person"


def test_a_time_stands_by_the_evidence() -> None:
    brief = brief_of(events=event(when="Thursday"))  # the council meets then
    assert brief.events[0].when is None
    assert lost(brief, "events.when") == ["the sentences that it rests on do not say so"]
    assert brief_of(events=event(when="Monday")).events[0].when is not None


def test_a_place_is_a_place() -> None:
    audit = "The audit was published last week."
    brief = brief_of(events=event(description=audit, where="Weller Partners", evidence=[7]))
    assert brief.events[0].where is None
    assert lost(brief, "events.where") == ["it is no place: organisation"]


def test_a_status_needs_a_verb() -> None:
    brief = brief_of(events=event(status="cancelled"))
    assert brief.events[0].status == "happened"
    assert lost(brief, "events.status") == ["no verb says so"]
    meeting = event(description="The council will meet.", status="planned", evidence=[4])
    assert brief_of(events=meeting).events[0].status == "planned"


def test_words_that_were_said_are_no_event() -> None:
    brief = brief_of(events=event(description="We need calm heads now", evidence=[5]))
    assert brief.events == ()
    assert lost(brief, "events") == ["it repeats what somebody said, and nothing that happened"]


def test_a_headline_that_repeats_the_prompt_gives_way() -> None:
    brief = brief_of(headline="The news of this article in one line of at most 12 words")
    assert "mayor" in brief.headline
    assert lost(brief, "headline") == ["hardly a word of it stands in the article"]
