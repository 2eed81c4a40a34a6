"""The stakeholders of a brief: what they are, and that nobody stands there twice."""

from __future__ import annotations

import pytest

from newsbrief import Brief, summarise


def brief(text: str) -> Brief:
    return summarise(text, model="extractive")


def kinds(text: str) -> dict[str, str]:
    return {party.name: party.kind for party in brief(text).stakeholders}


def speakers(text: str) -> list[str | None]:
    return [quote.speaker_name for quote in brief(text).quotes]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The navy said two of its ships had left.", "The navy", "organisation"),
        ("The harbour authority said the pier was shut.", "The harbour authority", "organisation"),
        ("The corporation said prices would rise.", "The corporation", "organisation"),
        ("The government said taxes would fall.", "The government", "government"),
        ("The jury said it could not agree.", "The jury", "group"),
        ("The opposition said the vote was a farce.", "The opposition", "group"),
        ("The affidavit said the safe was empty.", "The affidavit", "organisation"),
        ("A poll published on Monday said voters were tired.", "A poll", "organisation"),
        ("A group of scientists said the lake was dying.", "A group of scientists", "group"),
        # As before.
        ("The lawyer said the safe was empty.", "The lawyer", "person"),
        ("A celebrity said the lake was dying.", "A celebrity", "person"),
        ("The government spokeswoman said taxes would fall.", "government spokeswoman", "person"),
        ("Two farmers said the lake was dying.", "Two farmers", "group"),
    ],
)
def test_an_unnamed_source_is_what_its_noun_says(text: str, name: str, kind: str) -> None:
    found = kinds(text)
    assert [found[party] for party in found if name in party] == [kind]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Zorblat said it would close its mill in Ohio.", "Zorblat", "organisation"),
        ("Zorblat said sales had risen at its mills.", "Zorblat", "organisation"),
        ("VaskoBank said sales had risen.", "VaskoBank", "organisation"),
        ("Ryanair said fares would rise.", "Ryanair", "organisation"),
        ("Human Rights Watch said the law was cruel.", "Human Rights Watch", "organisation"),
        ("Real Madrid opened talks with the striker.", "Real Madrid", "organisation"),
        ("Liverpool said they would appeal.", "Liverpool", "organisation"),
        ("California said it would sue.", "California", "government"),
        # A surname, whatever it is that rains.
        ("Brannock said it was raining. He had no coat.", "Brannock", "person"),
        ("“It is over,” Brannock said.", "Brannock", "person"),
        ("McKay said the sales had risen.", "McKay", "person"),
    ],
)
def test_a_lone_name_is_what_the_text_calls_it_again_by(text: str, name: str, kind: str) -> None:
    assert kinds(text)[name] == kind


@pytest.mark.parametrize(
    "text",
    [
        "Nobody said the bridge was safe.",
        "None of the engineers said the bridge was safe.",
        "Neither engineer said the bridge was safe.",
        "Most said the bridge was safe.",
    ],
)
def test_negations_and_quantifiers_are_nobody(text: str) -> None:
    found = brief(text)
    assert found.stakeholders == ()
    assert all(quote.speaker is None for quote in found.quotes)


def test_some_of_a_group_are_a_group() -> None:
    assert kinds("Some engineers said the bridge was safe.") == {"Some engineers": "group"}
