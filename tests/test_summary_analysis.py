"""Headline and summary: the article's own title and sentences, well chosen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linear import is_linear, repeated

from newsbrief.analysis.events.headline import headline
from newsbrief.analysis.events.summary import summary
from newsbrief.analysis.text.sentences import sentences
from newsbrief.span import Span

ARTICLE = "\n\n".join(
    (
        "Council Votes to Close Harbour School",
        "By Anna Berg",
        "HARWICK (AP) -- The city council voted on Tuesday to close the harbour school after "
        "years of falling numbers.",
        "Getty Images",
        "Parents of the harbour school said they would sue the city council over the vote to "
        "close it.",
        "The council voted to close the harbour school after years of falling pupil numbers, it "
        "said.",
        "“We are sad, we are angry, and we will fight this all the way,” said one.",
        "Teachers will move to a new building in the old town, where classes begin in August.",
        "The weather was mild.",
    )
)


def chosen(text: str) -> list[str]:
    split = sentences(text)
    return [text[split[i].span.start : split[i].span.end] for i in summary(text, split)]


def test_three_sentences_that_cover_the_article_without_repeating_it() -> None:
    first, second, third = chosen(ARTICLE)
    assert "voted on Tuesday to close" in first
    assert second.startswith("Parents")
    assert third.startswith("Teachers")


def test_an_abstract_that_the_lead_says_again_stands_there_once() -> None:
    abstract = "The council of Harwick voted on Tuesday to close the old harbour school for good."
    lead = abstract.replace("for good.", "for good after a long debate about its roof and costs.")
    rest = "Parents marched to the town hall. Teachers said that pupils would be sent to Halden."
    told = chosen(f"{abstract}\n\n{lead}\n\n{rest}")
    assert [words.startswith("The council") for words in told] == [True, False, False]


def test_of_two_as_good_the_one_that_takes_up_no_other_is_chosen() -> None:
    text = (
        "The council of Harwick voted on Tuesday to close the harbour school. "
        "The pupils of the school painted dozens of flowers upon its garden walls. "
        "{} the teachers of the school packed hundreds of books into wooden crates. "
        "The parents of the school marched from the station into the market."
    )
    assert "teachers" in chosen(text.format("So"))[2]
    assert "parents" in chosen(text.format("But"))[2]


def test_no_heading_byline_caption_or_furniture_is_chosen() -> None:
    text = (
        "Storm Hits Coast\n\nBy Tom Hale\n\nPhoto: A tree lies across a road.\n\n"
        "What We Know So Far\n\n"
        "A storm felled hundreds of trees along the coast on Monday night.\n\n"
        "Read more: The ten worst storms in the history of the coast."
    )
    assert chosen(text) == ["A storm felled hundreds of trees along the coast on Monday night."]


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("One line only", 1), ("A dog bit a man in town today. It ran off fast.", 2)],
)
def test_a_short_article_gives_what_it_has(text: str, count: int) -> None:
    assert len(chosen(text)) == count


def test_no_sentence_is_cut_out_of_the_middle_of_what_was_said() -> None:
    text = (
        "The council voted to close the harbour school of Harwick on Tuesday. Nobody spoke for "
        "it.\n\n"
        "Anna Berg told the council of the school: “You cannot wish away a vote. The council "
        "voted to close the harbour school, and we all know why it voted. That is all.”\n\n"
        "Pupils of the harbour school will move to the old town in August, the council said."
    )
    picked = chosen(text)
    assert len(picked) == 3
    assert all("“" not in sentence and "”" not in sentence for sentence in picked)


def test_speech_of_two_sentences_is_chosen_whole_where_there_is_little_else() -> None:
    text = "The school closed.\n\nAnna Berg said: “We are sad. We will fight it all the way.”"
    assert "".join(chosen(text)).endswith("all the way.”")


def read(text: str, title: str | None = None) -> Span | str:
    return headline(text, sentences(text), title)


def test_the_given_title_is_the_headline() -> None:
    assert read("Some text. More text.", " A title ") == "A title"


def test_a_given_title_that_opens_the_text_is_a_span_of_it() -> None:
    assert read(ARTICLE, "Council Votes to Close Harbour School") == Span(0, 37)


def test_the_first_line_is_the_headline_where_it_reads_like_one() -> None:
    assert read(ARTICLE) == Span(0, 37)


@pytest.mark.parametrize("above", ["* * *\n\n", "2021\n\n---\n\n"])
def test_what_holds_no_letter_is_no_headline(above: str) -> None:
    plain = "Port to close\n\nThe port of Grimsby will close in May, the council said."
    span = read(above + plain)
    assert isinstance(span, Span)
    assert (above + plain)[span.start : span.end] == "Port to close"
    alone = "The port of Grimsby will close in May."
    assert read(above + alone) == Span(len(above), len(above + alone))


@pytest.mark.parametrize("byline", ["Nadia Rahman", "By Nadia Rahman, Harwick"])
def test_the_author_may_stand_right_below_the_headline(byline: str) -> None:
    title = "Stop blaming teenagers for the state of our parks"
    text = f"{title}\n{byline}\n\nEvery summer the letters come. The parks are full of litter."
    assert read(text) == Span(0, len(title))
    assert all(title not in sentence for sentence in chosen(text))


def test_two_lines_of_one_sentence_are_no_headline_and_author() -> None:
    text = "The storm moved on to the coast of Kent where it was\nseen at Deal\n\nA road closed."
    assert read(text) == Span(0, text.index("\n\n"))


def test_a_headline_that_closes_with_a_point_is_known_by_its_lead() -> None:
    text = (
        "Harbour school to close after council vote.\n\nThe city council voted on Tuesday to close "
        "the harbour school. Parents will sue."
    )
    assert read(text) == Span(0, 43)


def test_without_a_title_line_the_best_sentence_serves() -> None:
    text = (
        "It was late. The city council voted to close the harbour school in the old town. "
        "The school in the old town has stood by the harbour for a century."
    )
    found = read(text)
    assert isinstance(found, Span)
    assert text[found.start : found.end].startswith("The city council voted")


@pytest.mark.parametrize(
    "unit", ["The man died on Monday in Oslo. ", '"', "Ab. ", "7", "\n\nA b c. "]
)
def test_cost_grows_with_the_length_of_the_text(unit: str) -> None:
    def tell(text: str) -> None:
        split = sentences(text)
        summary(text, split)
        headline(text, split, None)

    assert is_linear(tell, repeated(unit))


@given(st.text(max_size=200) | st.text(alphabet='Aa. \n“”"-', max_size=200))
def test_any_text_gives_sentences_of_its_own_in_order(text: str) -> None:
    split = sentences(text)
    found = summary(text, split)
    assert found == summary(text, split)
    assert list(found) == sorted(set(found))
    assert len(found) <= 3
    assert all(0 <= i < len(split) for i in found)
    title = headline(text, split, None)
    assert title == "" if not split else isinstance(title, Span)
    if isinstance(title, Span):
        assert text[title.start : title.end].strip()
