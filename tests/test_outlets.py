"""Papers that report, whoever they quote, and what only looks like a report."""

from __future__ import annotations

import pytest

from newsbrief import Brief, FakeBackend, summarise


def brief(text: str) -> Brief:
    return summarise(text, model="extractive", published="2016-11-13")


def reported(text: str) -> list[tuple[str | None, str]]:
    return [(q.speaker_name, q.text) for q in brief(text).quotes if q.kind == "indirect"]


@pytest.mark.parametrize("paper", ["Telegraph", "Mirror", "Sun", "Scotsman", "Times", "Star"])
def test_a_lone_name_with_a_capital_article_is_a_paper(paper: str) -> None:
    told = brief(f"The town will sell the pier, The {paper} reported. The {paper} saw a letter.")
    kinds = {party.name.removeprefix("The "): party.kind for party in told.stakeholders}
    assert kinds == {paper: "organisation"}


@pytest.mark.parametrize("office", ["Pope", "Taoiseach", "Dean", "Archbishop", "Frenchman"])
def test_an_office_is_no_paper(office: str) -> None:
    (party,) = brief(f"The {office} said that it was over.").stakeholders
    assert party.kind == "person"


def test_whom_a_paper_reports_to_have_said_it_says_it() -> None:
    told = brief("Ann Lee said that they had come “to burn down the mill,” Reuters reported.")
    assert [q.speaker_name for q in told.quotes if q.kind != "indirect"] == ["Ann Lee"]


@pytest.mark.parametrize("owned", ["Ann Lee’s response was", "Ann Lee's first reply was"])
def test_whose_answer_it_is_says_it(owned: str) -> None:
    told = brief(f"The town asked for help. {owned}: “Is the mill in Harwick or Marlow?”")
    assert [q.speaker_name for q in told.quotes if q.kind == "direct"] == ["Ann Lee"]


@pytest.mark.parametrize(
    "text",
    [
        "In the spring after the mill burned down, Ann Lee calmly proclaimed at an inquest, “I "
        "left the door open.”",
        "Ann Lee told the mayors who met in Harwick, “No one should be afraid.”",
        "Even the numbers are good, considering what they are up against.",
        "The race was won by three-time series champion Hill, forcing a showdown with Tom Lee in "
        "Marlow.",
        "One of the crew called her husband from the train that had left the rails.",
    ],
)
def test_what_is_no_report(text: str) -> None:
    assert reported(text) == []


def test_an_aside_ends_at_its_dash() -> None:
    told = reported("Ann Lee - who came to urge the town to vote - called for a strike.")
    assert told == [("Ann Lee", "the town to vote"), ("Ann Lee", "a strike")]


def test_fans_who_came_are_told_something_all_the_same() -> None:
    told = reported("Ann Lee told the fans who had come that the match was off.")
    assert told == [("Ann Lee", "that the match was off")]


@pytest.mark.parametrize(
    ("day", "start"), [("the Sunday before the vote", None), ("Sunday", "2016-11-13")]
)
def test_a_day_that_another_day_tells_is_unknown(day: str, start: str | None) -> None:
    event = {
        "description": "Ann Lee resigned as mayor.", "status": "happened", "when": day,
        "where": None, "participants": [], "evidence": [1],
    }  # fmt: skip
    answer = {"headline": "", "summary": [], "stakeholders": [], "events": [event], "quotes": {}}
    text = f"Ann Lee resigned as mayor on {day}."
    told = summarise(text, model=FakeBackend([answer, {}]), published="2016-11-13")
    assert [e.when and e.when.start and str(e.when.start) for e in told.events] == [start]


def test_a_surname_behind_letters_is_the_persons() -> None:
    told = brief("Ben Hale scored twice for Marlow. MVP Hale said: “It is a dream.”")
    assert [q.speaker_name for q in told.quotes] == ["Ben Hale"]


@pytest.mark.parametrize(
    "line",
    [
        "Watch the video above for a preview of the bridge that the town opened in Harwick.",
        "Story by Scott Vale. Video produced by Jon Hale in Harwick on Monday.",
    ],
)
def test_what_is_said_of_the_piece_itself_is_no_news(line: str) -> None:
    news = "Ann Lee opened the bridge of Harwick on Monday. A crowd of 400 people came to see it."
    told, alone = brief(f"{news}\n\n{line}"), brief(news)
    assert [s.text for s in told.summary.sentences] == [s.text for s in alone.summary.sentences]
    assert [e.description for e in told.events] == [e.description for e in alone.events]
    assert {p.name for p in told.stakeholders} == {p.name for p in alone.stakeholders}


def test_who_enters_is_no_office() -> None:
    (party,) = brief("The vote was lost. Enter President Lee, who said it was over.").stakeholders
    assert party.role == "President"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "BOSTON, March 10, 2026 /PRNewswire/ -- Acme Vask, a maker of anvils, announced that "
            "it will close.",
            {"Acme Vask"},
        ),
        (
            'OSLO, March 10, 2026 /CNW/ - Vask Energy A/S ("Vask") (NYSE: VSK) announced that it '
            "will close.",
            {"Vask Energy A/S"},
        ),
    ],
)
def test_a_press_release_has_no_dateline_nor_exchange_among_its_bodies(
    text: str, expected: set[str]
) -> None:
    assert {party.name for party in brief(text).stakeholders} == expected
