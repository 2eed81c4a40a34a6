"""Sentences and paragraphs: every character in one of each, abbreviations and quotes respected."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linear import is_linear, repeated

from newsbrief.analysis.text.sentences import paragraphs, sentences


def split(text: str) -> list[str]:
    return [text[s.span.start : s.span.end] for s in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Smith met Dr. Jones.",
        "Sen. Ann Lee, R-Ohio, spoke to then-Sen. Bo Day.",
        "The U.S. Senate met.",
        "It rose 3.5 percent, to $2.1 million.",
        "J. K. Rowling wrote it.",
        "John F. Kennedy spoke at 6 p.m. on Monday.",
        "Acme Inc. said so.",
        "He lives in Springfield, Ill. with his dog.",
        "It happened on Nov. 8.",
        "“Why?” she asked.",
        "“Why?” Ann Lee asked.",
        "“No.” Ann Lee said.",
        "“Stop!” said the guard.",
        "He said … nothing at all.",
        "See No. 5 on the list.",
        "It was (so they say. well) done.",
        "&quot;Why?&quot; Ann Lee asked.",
        "“Why?”\nasked Ann Lee, a teacher at the school of the next town.",
        '" Why ? " she asked .',
        "She bought it at “Nile.com” and left.",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. It stopped.", ["It rained.", "It stopped."]),
        ("It rained! Did it stop? Yes.", ["It rained!", "Did it stop?", "Yes."]),
        ("He left the U.S. The rest stayed.", ["He left the U.S.", "The rest stayed."]),
        ("It opened at 6 p.m. He was late.", ["It opened at 6 p.m.", "He was late."]),
        ("“It rained. It stopped.”", ["“It rained.", "It stopped.”"]),
        ("“We won.” The crowd left.", ["“We won.”", "The crowd left."]),
        ("“We won.” Ann Lee left the hall.", ["“We won.”", "Ann Lee left the hall."]),
        ("He said no. “Why?” she asked.", ["He said no.", "“Why?” she asked."]),
        ("The answer was no. So we left.", ["The answer was no.", "So we left."]),
        ("雨だ。晴れだ。", ["雨だ。", "晴れだ。"]),
        ("A heading\n\nIt rained.", ["A heading", "It rained."]),
        ("“We won.”Ann Lee left.", ["“We won.”", "Ann Lee left."]),
        ("“We won,” she said.“We did.”", ["“We won,” she said.", "“We did.”"]),
        ("“We won.”“We did,” she said.", ["“We won.”", "“We did,” she said."]),
        ("‘We won.’Ann Lee left.", ["‘We won.’", "Ann Lee left."]),
        ("«We won.»Ann Lee left.", ["«We won.»", "Ann Lee left."]),
        ("Ann Lee left.«We won.»", ["Ann Lee left.", "«We won.»"]),
        ('" We won . " Ann Lee left .', ['" We won . "', "Ann Lee left ."]),
        ('Ann Lee left . " We won , " she said .', ["Ann Lee left .", '" We won , " she said .']),
        ("&quot;We won.&quot; Ann Lee left.", ["&quot;We won.&quot;", "Ann Lee left."]),
        ("&quot;We won.&quot;Ann Lee left.", ["&quot;We won.&quot;", "Ann Lee left."]),
        ("Ann left.&ldquo;We won.&rdquo;", ["Ann left.", "&ldquo;We won.&rdquo;"]),
        ("“We won,”\nsaid Ann Lee.\nShe left.", ["“We won,”\nsaid Ann Lee.", "She left."]),
    ],
)
def test_two_sentences_come_apart(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_a_hard_wrapped_paragraph_is_not_cut_at_its_line_ends() -> None:
    text = (
        "The council met on Monday to talk about the\n"
        "mill, which had stood empty for ten years and\n"
        "was to be sold. Nobody came to the meeting."
    )
    assert len(split(text)) == 2


def test_list_items_and_short_lines_stand_alone() -> None:
    text = "The council voted on three things at its meeting\n- the mill\n- the bridge\n- the dog"
    assert split(text)[1:] == ["- the mill", "- the bridge", "- the dog"]


def test_paragraphs_are_numbered_from_zero() -> None:
    text = "One. Two.\n \nThree."
    assert [s.paragraph for s in sentences(text)] == [0, 0, 1]
    assert [text[p.start : p.end] for p in paragraphs(text)] == ["One. Two.", "Three."]


_TEXT = st.text(st.one_of(st.sampled_from("aB .?!…\n\t“”\"’'。-"), st.characters()), max_size=80)


@given(_TEXT)
def test_every_character_that_shows_lies_in_exactly_one(text: str) -> None:
    for found in ([s.span for s in sentences(text)], paragraphs(text)):
        assert found == sorted(found)
        covered = [i for span in found for i in range(span.start, span.end)]
        assert len(covered) == len(set(covered))
        assert set(covered) >= {i for i, c in enumerate(text) if not c.isspace()}
        for span in found:
            assert not text[span.start].isspace()
            assert not text[span.end - 1].isspace()


@given(_TEXT)
def test_no_sentence_crosses_a_blank_line(text: str) -> None:
    blocks = paragraphs(text)
    for s in sentences(text):
        assert s.span in blocks[s.paragraph]


@given(_TEXT)
def test_a_paragraph_in_front_only_shifts(text: str) -> None:
    front = "It rained.\n\n"
    moved = [
        (s.span.start - len(front), s.span.end - len(front), s.paragraph - 1)
        for s in sentences(front + text)[1:]
    ]
    assert moved == [(s.span.start, s.span.end, s.paragraph) for s in sentences(text)]


@pytest.mark.parametrize(
    "piece", [".", ". ", "a.", "\n ", "A.", "“a.” ", "a\n", "Mr. ", "“a.”A", '. " A', "&quot;"]
)
def test_growth_is_linear(piece: str) -> None:
    assert is_linear(sentences, repeated(piece), 10_000)


@pytest.mark.parametrize("sum_", ["£41.2m", "£512m", "$3.5bn", "12.5", "1.4km"])
def test_a_figure_may_end_a_sentence(sum_: str) -> None:
    assert len(split(f"Acme made a loss of {sum_}. Halden closed a mill.")) == 2


def test_a_line_with_its_author_is_no_part_of_the_line_above() -> None:
    assert split("Why the parks are full of litter\nAna Ruiz\n\nThey are.")[1] == "Ana Ruiz"
    wrapped = "The parks of the town are full of litter now\nand Ana Ruiz knows why\n\nThey are."
    assert split(wrapped)[0].endswith("knows why")
