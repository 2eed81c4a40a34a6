"""What a model says of a sentence in other words must not turn it: figures, days, verdicts, how
many, how sure; and its times, places and roles must be some."""

from __future__ import annotations

from typing import Any

import pytest

from newsbrief import Article, Brief, Events, FakeBackend, Stakeholders, summarise

TEXT = """\
Halden Motors said on Tuesday that its net profit fell 18 percent to €1.3 billion last year. \
Shares in Halden fell 4.5 percent in Frankfurt, while those of Corvan gained 1.2 percent.

A jury in Leeds convicted Simon Aldridge, the former chief executive of Norvale Bank, of fraud on \
Wednesday. Rachel Dunmore, his finance director, was acquitted. Prosecutors say she took 300,000 \
pounds from the bank.

Drivers walked out for 48 hours. Some of them had not been paid since May. The walkout will be the \
second-largest of the year.

The museum reopens in May. It showed no emotion in its halls near the old harbour.
"""
PUBLISHED = "2024-03-15"  # a Friday


def told(description: str, evidence: int, **fields: Any) -> Brief:
    event = {
        "evidence": [evidence], "description": description, "status": "happened", "when": None,
        "where": None, "participants": [], **fields,
    }  # fmt: skip
    answer = {"headline": "", "summary": [], "events": [event]}
    again = {"events": [], "headline": [{"item": 1, "text": ""}]}
    article = Article(TEXT, published=PUBLISHED)
    return summarise(article, model=FakeBackend([answer, again]), sections=[Events])


def stands(brief: Brief, description: str) -> bool:
    return any(event.description == description for event in brief.events)


def lost(brief: Brief) -> list[tuple[str, str]]:
    return [(loss.section, loss.reason) for loss in brief.provenance.dropped]


@pytest.mark.parametrize(
    ("evidence", "right", "wrong"),
    [
        (1, "Net profit fell to 1.3 billion euros.", "Net profit fell to $1.3 billion."),
        (1, "Profit dropped 18% at Halden Motors.", "Profit rose 18% at Halden Motors."),
        (1, "On Tuesday, Halden reported its profit.", "On Monday, Halden reported its profit."),
        (2, "Halden shares slid 4.5 percent.", "Halden shares gained 4.5 percent."),
        (3, "Simon Aldridge was found guilty of fraud.", "Simon Aldridge was acquitted of fraud."),
        (4, "Rachel Dunmore was cleared.", "Rachel Dunmore was convicted."),
        (4, "Rachel Dunmore was found not guilty.", "Rachel Dunmore was found guilty."),
        (6, "Drivers were out for 48 hours.", "Drivers were out for 48 days."),
        (7, "Some drivers had not been paid.", "All drivers had not been paid."),
        (8, "It will be the second-biggest walkout.", "It will be the longest walkout."),
    ],
)
def test_free_text_does_not_turn_its_sentence(evidence: int, right: str, wrong: str) -> None:
    assert stands(told(right, evidence), right)
    brief = told(wrong, evidence)
    assert not stands(brief, wrong)
    assert any(wrong in loss.item for loss in brief.provenance.dropped)


def test_marks_that_stand_alone_are_no_verb() -> None:
    text = "Norvale plans to appeal in May ... or June. The town would ... sue, its mayor said."
    events = [
        {"evidence": [n], "description": told_as, "status": "happened", "when": None,
         "where": None, "participants": []}
        for n, told_as in ((1, "Norvale appealed in May."), (2, "The town sued."))
    ]  # fmt: skip
    answer = {"headline": "", "summary": [], "events": events}
    brief = summarise(text, model=FakeBackend([answer] * 2), sections=[Events])
    assert not stands(brief, "Norvale appealed in May.")


@pytest.mark.parametrize(
    ("evidence", "told_as", "status"),
    [
        (5, "She took 300,000 pounds from the bank.", "alleged"),
        (9, "The museum reopens.", "planned"),
    ],
)
def test_a_status_does_not_grow_more_certain(evidence: int, told_as: str, status: str) -> None:
    brief = told(told_as, evidence, status=status)
    assert [e.status for e in brief.events if e.description == told_as] == [status]


def test_what_is_told_for_a_day_to_come_has_not_happened() -> None:
    brief = told("The museum reopens.", 9, when="May")
    assert "planned" in [e.status for e in brief.events if e.description == "The museum reopens."]
    assert ("events.status", "its time was still to come") in lost(brief)


@pytest.mark.parametrize(
    ("words", "evidence", "description"),
    [
        ("no emotion", 10, "It had halls."),
        ("18", 1, "Net profit fell."),
        ("Simon Aldridge", 3, "Simon Aldridge was convicted."),
        ("the", 3, "Simon Aldridge was convicted."),
    ],
)
def test_a_time_is_one(words: str, evidence: int, description: str) -> None:
    brief = told(description, evidence, when=words)
    assert all(e.when is None or e.when.text != words for e in brief.events)
    assert ("events.when", "these words name no time") in lost(brief)


def test_a_place_is_one_by_its_name_or_by_what_stands_before_it() -> None:
    description = "The museum had halls near the harbour."
    for words, held in (("the old harbour", True), ("no emotion", False), ("showed", False)):
        brief = told(description, 10, where=words)
        assert any(e.where == words for e in brief.events) is held
        assert (("events.where", "these words name no place") in lost(brief)) is not held


def test_a_time_that_the_event_itself_contradicts_is_lost() -> None:
    brief = told("The jury convicted Simon Aldridge on Wednesday.", 3, when="Wednesday")
    assert "Wednesday" in [e.when.text for e in brief.events if e.when]
    text = "The council met on Monday and the board on Tuesday, and both voted on the bridge."
    event = {
        "evidence": [1], "description": "The council met on Monday.", "status": "happened",
        "when": "Tuesday", "where": None, "participants": [],
    }  # fmt: skip
    answer = {"headline": "", "summary": [], "events": [event]}
    model = FakeBackend([answer, {}])
    brief = summarise(text, model=model, sections=[Events], published=PUBLISHED)
    assert [e.when and e.when.text for e in brief.events] != ["Tuesday"]
    assert ("events.when", "its own words name another time") in lost(brief)


@pytest.mark.parametrize(
    "words",
    [
        "Aliens landed and ate breakfast.😀",
        "参议院批准了一项从未存在的法案",
        "https://evil.example/login/account/verify/now",
        "<b>Simon Aldridge</b> was convicted.",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "\ufeff",
    ],
)
def test_no_script_and_no_length_of_words_stands_by_itself(words: str) -> None:
    assert not stands(told(words, 3), words)


def test_free_text_holds_nothing_that_no_reader_sees() -> None:
    brief = told("Simon Aldridge\u200b was\n\x07 convicted\u202e.", 3)
    assert stands(brief, "Simon Aldridge was convicted.")


@pytest.mark.parametrize("role", ["chief executive", "former chief executive"])
def test_a_former_role_is_told_as_one(role: str) -> None:
    party = {"name": "Simon Aldridge", "kind": "person", "role": role, "affiliation": None}
    answer = {"headline": "", "summary": [], "stakeholders": [party]}
    brief = summarise(TEXT, model=FakeBackend([answer, {}]), sections=[Stakeholders])
    (aldridge,) = [s for s in brief.stakeholders if s.name == "Simon Aldridge"]
    assert aldridge.role == "former chief executive"
