"""Places: where something may happen, told from the places that only belong to somebody."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief import Article, summarise
from newsbrief.analysis.names.finding import mentions
from newsbrief.analysis.names.places import places
from newsbrief.analysis.text.sentences import sentences


def where(text: str) -> list[str]:
    split = sentences(text)
    return [p.name for p in places(text, split, mentions(text, split))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The two met in Washington last week.", ["Washington"]),
        ("Crowds gathered at the Capitol and outside Marlow Tower.", ["Capitol", "Marlow Tower"]),
        ("PARIS (Reuters) — Crowds gathered.", ["PARIS"]),
        ("It struck the northern city of Mosul.", ["Mosul"]),
        ("The boat sank off the coast of Libya.", ["Libya"]),
        ("He spoke in Cleveland, Ohio, on Monday.", ["Cleveland, Ohio"]),
        ("A tram overturned in Croydon, south London.", ["Croydon, south London"]),
        ("In Croydon, the UK Defence Secretary, Ann Lee, left.", ["Croydon", "UK"]),
        ("They dined at the White House.", ["White House"]),
        ("The crash near Interlagos hurt two.", ["Interlagos"]),
        ("Two men were held in Marlow.", ["Marlow"]),
        ("They flew to Oslo and on to Lake Orrin.", ["Oslo", "Lake Orrin"]),
        ("The gate in Harwick’s harbour fell.", ["Harwick"]),
        ("A storm went through Harwick, Missouri, on Sunday.", ["Harwick, Missouri"]),
        ("They moved to Cedar Vale, Iowa.", ["Cedar Vale, Iowa"]),
    ],
)
def test_where_things_happen(text: str, names: list[str]) -> None:
    assert where(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Texas Gov. Ann Field resigned.",
        "The mayor of London resigned.",
        "She appeared at Vask’s rally.",
        "Ann Vask won. It was the first vote in Vask’s rise.",
        "Jane Roe from Ohio resigned.",
        "China declined the request.",
        "Jane Roe, a scientist at Marlow University, resigned.",
        "The team, writing in Nature, disagreed.",
        "The pupils are in Year 9 now.",
        "The study was published in Lancet on Monday.",
        "He works for the Pentagon, and in Congress nobody knew Jane Roe of Facebook.",
    ],
)
def test_places_that_belong_to_somebody_are_no_location(text: str) -> None:
    assert [name for name in where(text) if name != "Congress"] == []


def test_a_name_lies_in_no_country_that_owns_what_follows() -> None:
    assert "Vask" not in " ".join(where("It drew praise from Vask, France’s leader."))


TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(
        st.sampled_from(
            ["in", "at", "the", "Paris,", "Paris", "Ohio", "of", "city", "London", "north", "to",
             "Senate", "Jane", "Roe", ",", ".", "\n\n", "China’s", "PARIS", "Tower", "near", "-"]
        ),
        max_size=40,
    ).map(" ".join),
)  # fmt: skip


@given(TEXTS)
def test_places_lie_in_order_and_are_slices(text: str) -> None:
    split = sentences(text)
    found = places(text, split, mentions(text, split))
    for place in found:
        assert text[place.span.start : place.span.end] == place.name
    for before, after in pairwise(found):
        assert before.span.end <= after.span.start
    assert found == places(text, split, mentions(text, split))


@pytest.mark.parametrize(
    ("lead", "title", "where"),
    [
        ("in Norway", "Bomb hits bank in Bergen", "Bergen"),
        ("in Norway", "Bomb hits bank in Norway", "Norway"),
        ("in Norway", "Bomb hits bank in Tromsø", "Norway"),  # of which the text says nothing
        ("at the harbour in Oslo", "Bomb hits bank in Bergen", "Oslo"),
        (
            "at the Marlow Museum in the old town of Oslo",
            "Bomb hits Bergen",
            "Marlow Museum in the old town of Oslo",
        ),
    ],
)
def test_the_town_of_a_headline_tells_more_than_a_country(
    lead: str, title: str, where: str
) -> None:
    text = (
        f"A bomb went off on Tuesday {lead}, where it hit a bank with forty people in it who had "
        "waited there since the early morning. The police in Bergen closed the roads."
    )
    brief = summarise(Article(text, title=title), model="extractive")
    assert brief.events[0].where == where
