"""Who says what in turns of phrase of newspapers, each read in a brief."""

from __future__ import annotations

import pytest

from newsbrief import summarise


def speakers(text: str, words: str) -> set[str | None]:
    """Whom the brief has say the words."""
    quotes = summarise(text, model="extractive").quotes
    return {quote.speaker_name for quote in quotes if words in quote.text}


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        # ---- words of two classes
        ("Ann Lee was ill. Her doctor told her to rest.", "to rest", "Her doctor"),
        ("Ann Lee came late. According to her, fuel is dear.", "fuel is dear", "Ann Lee"),
        ("Ann Lee has since said the bridge is safe.", "the bridge is safe", "Ann Lee"),
        ("Ann Lee had last week assured fans that it was safe.", "that it was safe", "Ann Lee"),
        (
            "Supporters of the scheme claim that it will pay.",
            "that it will pay",
            "Supporters of the scheme",
        ),
        (
            "In her report, planning manager Ann Lee said refusal would cost money.",
            "refusal would cost money",
            "Ann Lee",
        ),
        ("Barry Grice wondered aloud whether it would rain.", "it would rain", "Barry Grice"),
        (
            'The inspectors\' report found "serious failings" in the kitchen of the school.',
            "serious failings",
            "The inspectors' report",
        ),
        (
            "There was doubt over the inspectors' claim that the kitchen was dirty.",
            "that the kitchen was dirty",
            "the inspectors",
        ),
        ("But the same polling suggests that Lee will win.", "that Lee", "the same polling"),
        ("Joseph Hale Jr. said the bridge was late.", "the bridge was late", "Joseph Hale Jr."),
        # ---- "who" and "which"
        ("The vote was taken by officers, who said the tax was late.", "the tax", "officers"),
        ("He met Ann Lee, a nurse who said the ward was cold.", "the ward was cold", "Ann Lee"),
        (
            "It is for Ann Lee of Ohio, the chief Democrat, who said it was late.",
            "it was late",
            "Ann Lee",
        ),
        (
            "An inquiry led by retired judge Ann Lee, which found that the ward was cold, ended.",
            "that the ward was cold",
            None,
        ),
        # ---- names beside a phrase
        (
            "A priest who works with victims, Fr Tom Dube, said it was late.",
            "it was late",
            "Tom Dube",
        ),
        (
            '"It counts," said the study\'s author, Prof. Ann Lee of Yonsei University.',
            "It counts",
            "Ann Lee",
        ),
        ("The bishop, the Rt Rev Ann Lee, said it was late.", "it was late", "Rt Rev Ann Lee"),
        ("A caller on Elm Street said it was late.", "it was late", "A caller on Elm Street"),
        # ---- what stands between a subject and its verb
        ("A carer accused of killing the owner told a jury she ran.", "she ran", "A carer"),
        (
            "Ann Lee, who lost a son in a crash in Aurora, Ohio, in July 2012, said it was late.",
            "it was late",
            "Ann Lee",
        ),
        (
            "Ann Lee, who is a pastor at the Church of Aurora, Ohio, slammed the Scouts for "
            "promoting “bad books” on Monday.",
            "bad books",
            "Ann Lee",
        ),
        # ---- whose clause it is
        (
            'Farmers say they are tired, with one grower calling it "a kick in the guts".',
            "a kick in the guts",
            "one grower",
        ),
        (
            "Shares of Hale Foods fell after the grocer cut its outlook, citing weak demand.",
            "weak demand",
            "the grocer",
        ),
        ("The mayor gave $10 to a group backing Tom Hill.", "Tom Hill", "a group"),
        ("The delay led some fans to say that it was late.", "that it was late", "some fans"),
        ("Multiple aides raised concern that it was late.", "that it was late", "Multiple aides"),
        ("It was claimed by the defence that Lee lied.", "that Lee lied", "the defence"),
        ("Villagers were warned by police not to return.", "not to return", "police"),
        (
            "After Tom Lee asked about it, the town grew “agitated” for a day, an aide said.",
            "agitated",
            "an aide",
        ),
        (
            "Ann Lee said that once the Senate goes on recess, “I will do all I can.”",
            "I will do all I can",
            "Ann Lee",
        ),
        # ---- what goes around the cue
        (
            "People who take the stairs, doctors said, may live longer.",
            "People who take the stairs, doctors said, may live longer",
            "doctors",
        ),
        (
            "The stone is a symbol of the church, Ann Lee reminded the town on Sunday.",
            "The stone is a symbol",
            "Ann Lee",
        ),
        (
            "As Ann Lee of Keele University has pointed out, burning waste is no bargain.",
            "burning waste is no bargain",
            "Ann Lee",
        ),
        (
            'Ann Lee said the plan was "mad" and that she would fight it.',
            "that she would fight it",
            "Ann Lee",
        ),
        (
            "‘I never wanted to be the voice of a generation’: Ann Lee on fame and failure\n\n"
            "Five years after she left, the singer Ann Lee is back.",
            "I never wanted to be the voice",
            "Ann Lee",
        ),
        ("Residents described hours of shelling.", "hours of shelling", "Residents"),
        ("“France will be France,” an angry Ann Lee retaliated.", "France will be", "Ann Lee"),
    ],
)
def test_the_speaker_is_whom_the_sentence_shows(text: str, words: str, speaker: str | None) -> None:
    assert speakers(text, words) == {speaker}


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Ann Lee said it was late. She met Jane Hill on Monday. “It is over,” she said.",
            "It is over",
            "Ann Lee",
        ),
        (
            "Harold Quist drew a crow. When a network executive suggested that it smile, he "
            "replied that it would not.",
            "that it would not",
            "Harold Quist",
        ),
        (
            "Ann Lee, a nurse, came late. When a mother of two asked her whether she would go, "
            "she said: “I'd want to see it first.”",
            "I'd want to see it first",
            "Ann Lee",
        ),
        (
            "Tom Hale told the court that he slept. Pressed by Michael Fitz, he conceded that it "
            "was late.",
            "that it was late",
            "Tom Hale",
        ),
        (
            "The designer Hal Ferris, who gave her work, remembers a girl with a mind of her own. "
            "“I said to her: no zips.”",
            "I said to her",
            "Hal Ferris",
        ),
        (
            "Ann Lee told the inquiry that it was late.\n\nHer manager, Jane Hill, was away that "
            "week.\n\n“I wrote it down,” she added.",
            "I wrote it down",
            "Ann Lee",
        ),
        (
            "“I met them,” said Ann Lee, 44. She has a shop in Hale. “They were kind.”",
            "They were kind",
            "Ann Lee",
        ),
        (
            "“The water came,” said Ann Lee. The 37-year-old mother of four spent a day on a "
            "roof. “We had no food.”",
            "We had no food",
            "Ann Lee",
        ),
        (
            "Ann Kaur came late. At a meeting in St Luke's hall she said that it was cold.",
            "that it was cold",
            "Ann Kaur",
        ),
        (
            "“I heard it,” said Dale Purdy. His wife, Connie, was in the kitchen. “I screamed,” "
            "she said.",
            "I screamed",
            "Connie",
        ),
        (
            "Tom Hill kept it. His wife Laura said it was late. He noted that it rained.",
            "that it rained",
            "Tom Hill",
        ),
        (
            "Tom Vask came with Jane Vask. Bob Hill was there. Vask told aides that it was late. "
            "He noted that it rained.",
            "that it rained",
            "Tom Vask",
        ),
        (
            "Scientists said the ice was thin. They warned that it would melt.",
            "that it would melt",
            "Scientists",
        ),
        (
            "Six papers in New Jersey said it was late. They called Tom Hill a fool.",
            "Tom Hill a fool",
            "Six papers in New Jersey",
        ),
        (
            "The World Health Organization recommends long walks. A quarter of adults take none, "
            "it says.",
            "A quarter of adults",
            "World Health Organization",
        ),
        (
            "The Marlow Fire Authority insists that all is well. “We have a plan,” it said.",
            "We have a plan",
            "Marlow Fire Authority",
        ),
        (
            "Harold Quist, a puppeteer from Duluth, died on Tuesday.\n\nFred Astley, his producer, "
            "said that the crow was a genius.\n\n“I could but whittle,” he told The Sentinel in "
            "1998.",
            "I could but whittle",
            "Harold Quist",
        ),
        (
            "Harold Quist, a puppeteer from Duluth, died on Tuesday.\n\nFred Astley, his producer, "
            "said that the crow was a genius.\n\nHe never owned a car. “I would only crash it,” he "
            "said.",
            "I would only crash it",
            "Harold Quist",
        ),
        (
            "Ann Holt, a poet whose verse won prizes, and who fought for the poor, died on Monday."
            "\n\n“She was a giant,” said Jane Roe, a critic.\n\nBorn in 1935 in Leeds, she was the "
            "child of Fred Holt. “I was difficult,” she said.",
            "I was difficult",
            "Ann Holt",
        ),
        (
            "Inga Holt, a poet, died on Monday.\n\n“She was a giant,” said Jane Roe, a critic.\n\n"
            "She was the child of Fred Holt, a miner. “I was difficult,” she said.",
            "I was difficult",
            "Inga Holt",
        ),
        (
            "A Home Office spokesperson said it was wrong. “We do not know them,” they added.",
            "We do not know them",
            "A Home Office spokesperson",
        ),
        (
            "Tom Hill headed a winner as Leeds beat York. “That is why I came,” said the German "
            "striker.",
            "That is why I came",
            "Tom Hill",
        ),
        (
            "Adidas forecast slow growth on Monday. The German shoe maker said profit would rise.",
            "profit would rise",
            "Adidas",
        ),
    ],
)
def test_a_pronoun_is_whoever_was_told_of(text: str, words: str, speaker: str) -> None:
    assert speakers(text, words) == {speaker}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Tom Hill, the India captain, won. The England captain said it hurt.", None),
        ("India captain Tom Hill won. The England captain said it hurt.", None),
        ("India captain Tom Hill won. The India captain said it hurt.", "Tom Hill"),
        ("York coach Bob Roe met Leeds coach Tom Hill. The York coach said it hurt.", "Bob Roe"),
        ("India captain Tom Hill won. The Indian captain said it hurt.", "Tom Hill"),
        ("Leeds coach Tom Hill won. The Dutch coach said it hurt.", "Tom Hill"),
        ("British Prime Minister Tom Hill left. The French prime minister said it hurt.", None),
        ("Chancellor Tom Hill was angry. The French minister said it hurt.", None),
    ],
)
def test_the_captain_of_another_team_is_another_one(text: str, speaker: str | None) -> None:
    said = speakers(text, "it hurt")
    assert said == {speaker} if speaker else not said & {"Tom Hill", "Bob Roe"}


EXAMINED = """Her barrister, Piers Hollow, asked Donna Prewett: “Did you go into the study?”

“I did,” she replied. “The safe was open.”

“And what did you do?”

“I shut it. I don't know why.”

“Why did you do that?”

“It looked wrong.”
"""


def test_whoever_tells_of_a_death_goes_on_telling() -> None:
    text = (
        "Tom Vask, a poet, has died.\n\nHis son, Bob Vask, said that it was sudden.\n\nHe said the "
        "family was in shock."
    )
    assert speakers(text, "the family was in shock") == {"Bob Vask"}


def test_paragraphs_that_answer_each_other_have_two_speakers() -> None:
    said = [
        "Did you go into the study?",
        "I did",
        "The safe was open",
        "And what did you do?",
        "I shut it",
        "Why did you do that?",
        "It looked wrong",
    ]
    told = [speakers(EXAMINED, words) for words in said]
    judge, carer = {"Piers Hollow"}, {"Donna Prewett"}
    assert told == [judge, carer, carer, judge, carer, judge, carer]


def test_who_asks_a_question_and_goes_on_is_one_speaker() -> None:
    text = "“It is over,” said Tom Hale.\n\n“Who would have thought?” said Ann Lee.\n\n“I am glad.”"
    assert speakers(text, "I am glad") == {"Ann Lee"}


def test_one_word_and_its_full_stop_in_marks_are_said() -> None:
    text = "Ann Lee asked Tom Hill if he had gone.\n\n“No.”\n\nThe trial goes on."
    assert speakers(text, "No.") == {"Tom Hill"}


def test_according_to_emails_is_a_source_and_no_deed() -> None:
    text = "Two aides of the mayor were there, according to emails seen by Lee."
    (quote,) = summarise(text, model="extractive").quotes
    assert quote.text == "Two aides of the mayor were there"
    assert quote.speaker_span is not None
    assert quote.speaker_span.text == "emails"


@pytest.mark.parametrize(
    "text",
    [
        "Wailing sirens greeted rescue teams from the south.",
        "Cleveland greeted the delegates with a parade.",
        "Insurgents often exaggerate claims of victories.",
        "Hill met people who study claims about exercise.",
        "The phone weighs 39 grams and fits a pocket.",
        "Asked about it, Ann Lee left.",
        "The senator told CBS' Face the Nation on Sunday.",
        "The town did not respond to several questions about the bridge.",
    ],
)
def test_where_nobody_says_anything_nothing_is_told(text: str) -> None:
    assert summarise(text, model="extractive").quotes == ()
