"""Answers written by hand, as a good model might give them: all of them stays but what the article
does not say, or says elsewhere."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newsbrief import Article, Brief, Call, FakeBackend, summarise

HERE = Path(__file__).parent
LOST = {
    "comet": [],
    "final": [
        "stakeholders.affiliation: Amina Castellane: Portmere Ravens",
        "stakeholders.affiliation: Ruth Solberg: Portmere Ravens",
        "stakeholders.affiliation: Kate Lindqvist: Dunmore Athletic",
    ],
    "flood": [
        "stakeholders.affiliation: Pavel Hruska: state weather service",  # "its director"
        "events.where: Sorrel valley",
    ],
    "merger": [
        "stakeholders.role: Dev Patel: analyst",
        'summary: {"evidence": [2], "text": "Norway\'s',
        'stakeholders: {"name": "European regulators"',
    ],
    "verdict": [
        "stakeholders.role: Victor Hale: former head",
        "stakeholders.affiliation: Victor Hale: harbour authority",
        "stakeholders.role: Blackwater Dredging: dredging company",
        "stakeholders.role: Laura Pike: official",
        "stakeholders.affiliation: Laura Pike: harbour authority",
        'stakeholders: {"name": "City of Port Elwen"',
    ],
}


def answered(name: str) -> tuple[dict[str, Any], Brief]:
    answer: dict[str, Any] = json.loads((HERE / "answers" / f"{name}.json").read_text("utf-8"))
    asked: list[Call] = []

    def reply(call: Call) -> dict[str, Any]:
        asked.append(call)
        return answer if len(asked) == 1 else {}

    text = (HERE / "articles" / f"{name}.txt").read_text("utf-8")
    return answer, summarise(Article(text, published="2024-03-15"), model=FakeBackend(reply))


@pytest.mark.parametrize("name", LOST)
def test_nothing_is_lost_but_what_the_article_does_not_say(name: str) -> None:
    _, brief = answered(name)
    lost = [f"{loss.section}: {loss.item}" for loss in brief.provenance.dropped]
    assert [words[: len(known)] for words, known in zip(lost, LOST[name], strict=True)] == LOST[
        name
    ]


@pytest.mark.parametrize("name", LOST)
def test_events_stay_as_they_are_told(name: str) -> None:
    answer, brief = answered(name)
    told = [(one["description"], one["status"], one["when"]) for one in answer["events"]]
    held = [(e.description, e.status, e.when and e.when.text) for e in brief.events]
    assert held == told


@pytest.mark.parametrize("name", LOST)
def test_quotes_have_the_speakers_that_are_told(name: str) -> None:
    answer, brief = answered(name)
    given = list(dict.fromkeys(answer["quotes"].values()))
    direct = [quote.speaker_name for quote in brief.quotes if quote.kind != "indirect"]
    # Its cue says "The company"; that this is Blackwater Dredging is nothing but likely.
    assert list(dict.fromkeys(direct)) == [
        "The company" if name == "Blackwater Dredging" else name for name in given
    ]
