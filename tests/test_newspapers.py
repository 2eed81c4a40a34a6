"""Turns of phrase of newspapers of several countries, each read in a brief."""

from __future__ import annotations

import pytest

from newsbrief import Article, Brief, summarise


def brief(text: str, title: str | None = None, published: str = "2024-05-10") -> Brief:
    return summarise(Article(text, title=title, published=published), model="extractive")


def said(text: str) -> list[tuple[str | None, str]]:
    return [(quote.speaker_name, quote.text) for quote in brief(text).quotes]


def parties(text: str) -> dict[str, str]:
    return {party.name: party.kind for party in brief(text).stakeholders}


# ---- summary and what stands in front of a story ----------------------------------------


def test_the_sentence_that_tells_the_main_news_is_in_the_summary() -> None:
    lead = "A carer who stole the savings of an old widow has been jailed for 17 years."
    rest = (
        "Deborah Haines of Marlow Road was convicted of the theft of money from Margaret Ellison "
        "after a trial at Marlow Crown Court. Haines had denied the theft of money, claiming that "
        "Ellison gave it to her. Rachel Brand told the court that Haines had used the money from "
        "Ellison to pay debts and to book a trip. Margaret Ellison was found in her home in May."
    )
    told = brief(f"{lead}\n\n{rest}", "Carer jailed for 17 years over stolen savings")
    assert told.summary.sentences[0].text.strip() == lead
    assert len(told.summary.sentences) == 3


@pytest.mark.parametrize(
    "front",
    ["RAJGARH: ", "RAJGARH/BAKU (Newswire) - ", "18:40 ", "6.15pm ", "- ", "• ", "09:05 GMT "],
)
def test_what_only_stands_in_front_of_a_story_is_no_part_of_it(front: str) -> None:
    told = brief(f"{front}The old bridge of the town fell into the river on Monday night.")
    assert told.events[0].description.startswith("The old bridge")
    assert told.summary.sentences[0].text.startswith("The old bridge")


def test_who_speaks_in_capitals_and_what_a_clock_tells_is_no_dateline() -> None:
    text = "HALE: We will not pay for the bridge.\n\nROE: You will pay for it, every cent."
    assert "HALE" in brief(text).summary.sentences[0].text
    text = "Trains left at 18:40. 20.30 Mass was held in the old church of the town on Monday."
    assert any("20.30 Mass" in sentence.text for sentence in brief(text).summary.sentences)


# ---- who speaks ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"It burns," fire service spokesman Vassilis Roe said in a briefing.', "Vassilis Roe"),
        ('"It flies," ESA Administrator Bill Nelson said.', "Bill Nelson"),
        (
            "The returning officer of the Marlow Electoral Commission (MEC), Professor Ann Roe, "
            "said the vote was over.",
            "Ann Roe",
        ),
        (
            "The Centre for Hope sent observers. Its director, Ms Amina Bello, urged voters to "
            "stay calm.",
            "Amina Bello",
        ),
        (
            "The Ohio chapter of the American Civil Liberties Union praised the vote.",
            "American Civil Liberties Union",
        ),
        ("Sen. Ron Hale, D-Ore., has asked the agency to look into the glasses.", "Ron Hale"),
        (
            "Marlow Foods Inc. on Tuesday cut its forecast, saying shoppers are switching.",
            "Marlow Foods Inc",
        ),
        ('Coach Tom Hale refused to quit. "It is a big win," the New Zealander said.', "Tom Hale"),
        ('Head coach Luc Roe was furious. "All saw it," the Frenchman said.', "Luc Roe"),
        (
            "Police went from door to door in Nea Penteli, where people were told to leave. The "
            'mayor of Penteli, Anna Kosma, wept. "It burns," she said.',
            "Anna Kosma",
        ),
    ],
)
def test_who_says_it(text: str, speaker: str) -> None:
    assert said(f"The town met on Sunday.\n\n{text}")[-1][0] == speaker


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ann Brand told the jury Haines had used the money.", "Haines had used the money"),
        (
            "Eddie Hoare said rejecting homes in a crisis was a disgrace.",
            "rejecting homes in a crisis was a disgrace",
        ),
        ("Ann Lee has asked the board to look into it.", "the board to look into it"),
    ],
)
def test_what_is_said(text: str, content: str) -> None:
    assert [words for _, words in said(text)] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "The outbreak claimed 202 lives.",
        "Rana claimed a career-best 6 for 43 as the visitors fell apart.",
        "Adebayo will be sworn in on February 24, 2025, when the tenure of the mayor ends.",
    ],
)
def test_what_was_won_or_sworn_is_not_said(text: str) -> None:
    assert said(text) == []


def test_what_was_claimed_in_words_is_said() -> None:
    assert said("The group claimed responsibility for the attack.") == [
        ("The group", "responsibility for the attack")
    ]


# ---- parties --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The National Bus and Rail Union said it would strike.", "National Bus and Rail Union"),
        ("The Marlow College for Women said so.", "Marlow College for Women"),
        (
            "The Japan Society for the Promotion of Science said so.",
            "Japan Society for the Promotion of Science",
        ),
        ("The General Staff said its forces had left.", "General Staff"),
        ("The Kenya Red Cross has set up three centres.", "Kenya Red Cross"),
        ("It was late, according to Valley Metro.", "Valley Metro"),
        ("Rival Marlow Platforms has agreed to sell its plant.", "Marlow Platforms"),
        ("A spokeswoman for Corrib Quays said it was late. Corrib Quays lost.", "Corrib Quays"),
    ],
)
def test_a_body_has_its_whole_name(text: str, name: str) -> None:
    assert parties(text)[name] == "organisation"


@pytest.mark.parametrize(
    ("text", "name", "role", "affiliation"),
    [
        (
            "Minister for Transport Eamon Ryan said so.",
            "Eamon Ryan",
            "Minister for Transport",
            None,
        ),
        (
            "Leader of the Opposition Jai Ram Thakur said it was late.",
            "Jai Ram Thakur",
            "Leader of the Opposition",
            None,
        ),
        (
            "Suresh Sunar, the district's chief administrative officer, said so.",
            "Suresh Sunar",
            "chief administrative officer",
            None,
        ),
        (
            "Ann Crook, a neuroscientist at San Francisco State University who took no part, said "
            "it was late.",
            "Ann Crook",
            "neuroscientist",
            "San Francisco State University",
        ),
        ("Third seed Coco Gauff said it was late.", "Coco Gauff", "seed", None),
    ],
)
def test_what_somebody_is(text: str, name: str, role: str, affiliation: str | None) -> None:
    (party,) = (p for p in brief(text).stakeholders if p.name == name)
    assert (party.role, party.affiliation) == (role, affiliation)
