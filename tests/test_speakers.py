"""Who speaks where several might: planted sentences, each with the one whom the text shows."""

from __future__ import annotations

import pytest

from newsbrief import summarise


def speakers(text: str) -> list[tuple[str, str | None]]:
    """The opening word of every quote in marks, with its speaker's name."""
    quotes = summarise(text, model="extractive").quotes
    return [(q.text.split()[0], q.speaker_name) for q in quotes if q.kind != "indirect"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The town needs leaders “who listen to the people in it,” Ann Lee said.", "Ann Lee"),
        ("The town wants a “clean and open harbour for all”, Ann Lee said.", "Ann Lee"),
        (
            "The mill fell in a “storm of the century” that hit the coast, Ann Lee said.",
            "Ann Lee",
        ),
        (
            "Tom Hill played down Ann Lee’s comments as “a storm in a very small teacup”.",
            "Tom Hill",
        ),
        (
            "Ann Lee on Monday stepped up her attacks on Tom Hill, saying he is “weak on ferries”.",
            "Ann Lee",
        ),
        (
            "In a note announcing the plan, Ann Lee described winning the vote “as a long road”.",
            "Ann Lee",
        ),
        (
            "With Tom Hill out, Ben Lee said he has one choice: Bo Day, whom he called “the best”.",
            "Ben Lee",
        ),
        (
            "The aides who rebuked Tom Hill include Ann Lee, who called it “a great pity for us”.",
            "Ann Lee",
        ),
        (
            "Ann Lee spoke in a hall where some fans had met, chanting “no toll, no peace”.",
            "some fans",
        ),
    ],
)
def test_the_speaker_is_whom_the_sentence_shows(text: str, speaker: str) -> None:
    assert [name for _, name in speakers(text)] == [speaker]


def test_a_verb_behind_a_modal_is_no_part_of_what_bears_the_words() -> None:
    text = "They will hold signs proclaiming: “Yes we can stop the toll!”"
    (quote,) = summarise(text, model="extractive").quotes
    assert quote.speaker_span is not None
    assert quote.speaker_span.text == "signs"


def test_whoever_says_how_it_was_described_says_the_rest() -> None:
    text = "Tom Hill, who puts the cost “at ten million,” described the plan as “a great risk”."
    assert {name for _, name in speakers(text)} == {"Tom Hill"}
