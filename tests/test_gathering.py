"""Mentions brought together by what is written there, wherever the writings stand in the text."""

from __future__ import annotations

from itertools import islice, product
from string import ascii_lowercase

from linear import is_linear

from newsbrief import Article
from newsbrief.analysis.names.entities import Entity
from newsbrief.analysis.names.finding import mentions
from newsbrief.analysis.reading import Reading
from newsbrief.analysis.text.sentences import sentences


def of_kind(text: str, kind: str) -> list[Entity]:
    return [e for e in Reading(Article(text)).entities if e.kind == kind]


def test_a_ministry_without_a_country_is_the_one_named_last() -> None:
    text = (
        "Norway’s foreign ministry protested. Chile’s foreign ministry answered. The Foreign "
        "Ministry was calm. Norway’s foreign ministry waited, and the foreign ministry hoped."
    )
    norway, chile = of_kind(text, "organisation")
    assert [text[s.start : s.end] for s in norway.mentions] == [
        "Norway’s foreign ministry", "Norway’s foreign ministry", "foreign ministry",
    ]  # fmt: skip
    assert chile.aliases == ("Foreign Ministry",)


def test_a_ministry_before_any_country_is_one_however_written() -> None:
    text = "The foreign ministry protested. The Foreign Ministry said so again to Jane Roe."
    (ministry,) = of_kind(text, "organisation")
    assert (ministry.name, ministry.aliases) == ("foreign ministry", ("Foreign Ministry",))


def test_the_first_word_of_a_body_alone_is_the_body() -> None:
    text = "Marlow grew. Jane Roe left Marlow for Orrin. The profits of Marlow Inc. fell by half."
    (marlow,) = of_kind(text, "organisation")
    assert len(marlow.mentions) == 3
    assert marlow.aliases == ("Marlow",)


def test_names_come_with_plain_spaces() -> None:
    text = "Jane\xa0Roe met Karl Vask\nin South\xa0Korea."
    names = [m.name for m in mentions(text, sentences(text))]
    assert names == ["Jane Roe", "Karl Vask", "South Korea"]


def test_many_doubtful_openers_cost_no_more_each_than_a_few() -> None:
    # Each of these words may be a name or only begin its sentence: the text is asked for it in
    # small letters, one by one for the first few and all at once for the others.
    def text(size: int) -> str:
        pairs = product(ascii_lowercase, ascii_lowercase, range(10))
        words = (f"W{a}{b}{'x' * n}" for a, b, n in islice(pairs, size))
        return " ".join(f"{word}orn said that it was {word.lower()}ory." for word in words)

    assert len(mentions(text(600), sentences(text(600)))) == 600
    assert is_linear(lambda text: mentions(text, sentences(text)), text, 600)


def test_a_product_is_neither_its_maker_nor_a_person() -> None:
    text = (
        "Marlow unveils Echo speaker\n\nMarlow on Tuesday unveiled the Marlow Echo, a speaker. The "
        "Marlow Echo costs $99. Marlow has sold 30. Marlow said its shares rose."
    )
    assert of_kind(text, "person") == []
    assert [e.name for e in of_kind(text, "organisation")] == ["Marlow"]


def test_the_end_of_a_headline_is_no_office_of_the_name_below() -> None:
    text = "Town mourns speaker\n\nMarlow Foods grew. Marlow said its shares rose."
    assert of_kind(text, "person") == []


def test_developments_and_mining_are_bodies() -> None:
    text = "They warned the owner, Zorla Developments. Vask Mining left."
    assert {e.name for e in of_kind(text, "organisation")} == {"Zorla Developments", "Vask Mining"}
