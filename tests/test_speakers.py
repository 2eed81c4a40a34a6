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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Ann Lee described the vote as a “mess”, Tom Hill said the “town will weep”, Bo Day "
            "branded it a “sad day” while an angry Joe Roe deemed it “utterly wrong”.",
            ["Ann Lee", "Tom Hill", "Bo Day", "Joe Roe"],
        ),
        (
            "Ann Lee called the plan “dire”, Tom Hill said it was a “joke” and Bo Day called it “a "
            "gift to the rich”.",
            ["Ann Lee", "Tom Hill", "Bo Day"],
        ),
        ("Tom Hill said the “vote is void” and called it “a sad joke”.", ["Tom Hill", "Tom Hill"]),
    ],
)
def test_each_clause_of_a_sentence_has_its_speaker(text: str, names: list[str]) -> None:
    assert [name for _, name in speakers(text)] == names


def test_a_verb_behind_a_modal_is_no_part_of_what_bears_the_words() -> None:
    text = "They will hold signs proclaiming: “Yes we can stop the toll!”"
    (quote,) = summarise(text, model="extractive").quotes
    assert quote.speaker_span is not None
    assert quote.speaker_span.text == "signs"


def test_whoever_says_how_it_was_described_says_the_rest() -> None:
    text = "Tom Hill, who puts the cost “at ten million,” described the plan as “a great risk”."
    assert {name for _, name in speakers(text)} == {"Tom Hill"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Asked by Ann Lee whether he would go, Tom Hill smiled. “Never,” came the reply.", "Hill"),
        ("Ann Lee asked Tom Hill if he would go. “Not today,” came the reply.", "Hill"),
        ("Ann Lee asked Tom Hill if he would go. “Not today.”", "Hill"),
        ("Ann Lee asked the staff if he would go. “Will he go today?”", "Lee"),
        ("Ann Lee saw the bill. “Not today,” came the answer from Tom Hill.", "Hill"),
        ("Ann Lee wrote to the bank on Monday. “We are closed,” came the reply.", None),
        ("The harbour boss Ann Lee was delighted. “The crew was magnificent.”", "Lee"),
        ("Ann Lee sat on the bench. “The crew was magnificent.”", None),
        ("Ann Lee left. “No comment,” was all Tom Hill would say.", "Hill"),
        ("Ann Lee left. “A disgrace” is how Tom Hill described it.", "Hill"),
        ("Ann Lee, who led the town, and who called it “cruel to the poor”, has died.", "Lee"),
        (
            "Tom Hill, who said his wife had finished a puzzle “the day she went”, left.",
            "Hill",
        ),
        ("“We won the cup,” Ann Lee averred.", "Lee"),
        ("“We won the cup!” beamed Ann Lee.", "Lee"),
        ("Ann Lee, 34, was asleep. The mum-of-three told the paper: “I ran.”", "Lee"),
        ("Ann Lee, 34, was asleep. The mother of two told the paper: “I ran.”", "Lee"),
        ("“It sank,” said a source close to the club. They added: “We ran.”", "club"),
        ("Ann Lee, 84, was asleep. The great-gran-of-six told the paper: “I ran.”", "Lee"),
        ("Tom Hill died on Friday. “We miss him,” said his sister, Jane.", "Jane"),
        ("Ann Lee is late. One senior Tory said: “She is toast.”", "One senior Tory"),
    ],
)
def test_whoever_answers_or_is_described_speaks(text: str, speaker: str | None) -> None:
    name = speakers(text)[-1][1]
    assert name == speaker if name is None or speaker is None else name.endswith(speaker)


def test_a_given_name_beside_a_relation_is_a_stakeholder_with_that_role() -> None:
    text = "Tom Hill died on Friday. “We miss him,” said his sister, Jane."
    told = {one.name: one.role for one in summarise(text, model="extractive").stakeholders}
    assert told["Jane"] == "sister"


def test_she_who_was_told_of_as_the_driver_is_no_chief() -> None:
    text = (
        "“It was close,” police chief Ann Lee said.\n\nThe bus driver said she “just floored it "
        "and ran”. “I thought of the kids,” she said."
    )
    assert [name for _, name in speakers(text)] == ["Ann Lee", "The bus driver", "The bus driver"]


def test_a_clause_behind_a_semicolon_has_a_speaker_of_its_own() -> None:
    text = "Critics called it “the longest two hours of the year”; her mother, Ann Lee says, left."
    assert speakers(text) == [("the", "Critics")]


def test_who_did_not_want_to_be_named_speaks_all_the_same() -> None:
    text = "“Nobody has asked us,” one worker, who did not want to be named, told the Herald."
    quote, *_ = summarise(text, model="extractive").quotes
    assert quote.speaker_name == "one worker"
    assert quote.cue_span is not None
    assert quote.cue_span.text == "told"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("It was a blow for Ann Lee, who called it “a very bad day for us”.", "Ann Lee"),
        ("The word came from the mouth of Ann Lee, who called it “a very bad day”.", "Ann Lee"),
        ("It came from an aide to Ann Lee, who called it “a very bad day”.", None),
    ],
)
def test_who_means_the_name_before_it_where_no_other_person_is(
    text: str, speaker: str | None
) -> None:
    assert speakers(text)[-1][1] == speaker


def test_whom_a_verb_of_telling_names_behind_a_title_is_told() -> None:
    text = "Noah Lee, the boss of the show “Today,” reminded his staff about the tapes."
    assert all(name != "his staff about the tapes" for _, name in speakers(text))


def test_a_pronoun_may_mean_somebody_without_a_name() -> None:
    text = (
        "Prosecuting, Ann Lee said Tom Hill had woven “a web of lies and debts”.\n\n"
        "One victim, a widow of 83, wept as she told the court of it. “I cannot sleep,” she said."
    )
    assert [name for _, name in speakers(text)] == ["Ann Lee", "One victim"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Marshal President General Tom Roe spoke in Hale.\n\n"
            "The President said he had the “support of all the parties in it”.",
            "Tom Roe",
        ),
        (
            "Ann Lee is not keen on it. “I do not want to read too much into it. “It is nice "
            "for the family,” she said.",
            "Ann Lee",
        ),
        (
            "Ann Lee expressed her belief in the town. “So many of us need it more than ever.”",
            "Ann Lee",
        ),
        (
            "Ann Lee said she was glad. “We would like anybody to play a part in it.” The board of "
            "the port, the union and the town have all called on her to wait.",
            "Ann Lee",
        ),
    ],
)
def test_who_goes_on_is_who_the_words_around_show(text: str, speaker: str) -> None:
    assert {name for _, name in speakers(text)} == {speaker}


def test_the_person_behind_the_body_that_owns_her_speaks() -> None:
    text = "The Port of Hale’s Ann Lee says the bridge is shut."
    (quote,) = summarise(text, model="extractive").quotes
    assert quote.speaker_name == "Ann Lee"


def test_what_a_boat_is_called_nobody_says() -> None:
    assert speakers("“Sea Star”, moored at Hale, sank at noon.") == []
