"""Reported speech without marks: how far it reaches, and what is none."""

from __future__ import annotations

import pytest

from newsbrief.analysis.speech.readers import attributions
from newsbrief.analysis.text.sentences import sentences


def told(text: str) -> list[tuple[str | None, str | None, str]]:
    """Every reported statement: its speaker, its cue and what was said."""
    return [
        (
            a.speaker.text if a.speaker else None,
            a.cue.text if a.cue else None,
            a.spans[0].text,
        )
        for a in attributions(text, sentences(text))[0]
        if a.kind == "indirect"
    ]


@pytest.mark.parametrize(
    ("text", "report"),
    [
        (
            "The ferry was insured for two million, records show.",
            ("records", "show", "The ferry was insured for two million"),
        ),
        (
            "Half of the town wants a bridge, a new poll found.",
            ("a new poll", "found", "Half of the town wants a bridge"),
        ),
        (
            "Such a toll, most drivers believe, will never come.",
            ("most drivers", "believe", "Such a toll, most drivers believe, will never come"),
        ),
        (
            "The old mill burned twice in May, records show, and historians say it was arson.",
            ("records", "show", "The old mill burned twice in May"),
        ),
        (
            "No one was hurt, Ann Lee said on Monday.",
            ("Ann Lee", "said", "No one was hurt"),
        ),
        (
            "The old ferry sank off the cape, Ann Lee said, as crews left the harbour.",
            ("Ann Lee", "said", "The old ferry sank off the cape"),
        ),
        (
            "The coast guard, quoting survivors, said the ferry had been overloaded.",
            ("The coast guard", "said", "the ferry had been overloaded"),
        ),
        (
            "Mr Lee believes, for example, that ferries should be free.",
            ("Mr Lee", "believes", "that ferries should be free"),
        ),
        (
            "A study published in 2025 found no evidence that such bans help.",
            ("A study", "found", "no evidence that such bans help"),
        ),
        (
            "The bank said sales rose.",
            ("The bank", "said", "sales rose"),
        ),
        (
            "Doctors found little evidence that naps help.",
            ("Doctors", "found", "little evidence that naps help"),
        ),
        (
            "The town has no plans to close the pier.",
            ("The town", "no plans", "no plans to close the pier"),
        ),
        (
            "Two people died near Oyo, Oyo State, witnesses and officials said.",
            ("witnesses and officials", "said", "Two people died near Oyo, Oyo State"),
        ),
        (
            "Inflation stood at 31.5% in May, official data showed last week.",
            ("official data", "showed", "Inflation stood at 31.5% in May"),
        ),
        (
            "A study of more than 3,000 adults found that naps help.",
            ("A study of more than 3,000 adults", "found", "that naps help"),
        ),
        (
            "Her map, drawn with the help of a student, Bo Day, showed a deep rift.",
            ("Her map", "showed", "a deep rift"),
        ),
        (
            "A neighbour close to her said that the port was shut.",
            ("A neighbour close to her", "said", "that the port was shut"),
        ),
        (
            "Marlow Bank said last quarter that it had lost customers.",
            ("Marlow Bank", "said", "that it had lost customers"),
        ),
        (
            "The desk asked several times whether the bridge was safe.",
            ("The desk", "asked", "whether the bridge was safe"),
        ),
        (
            "She told cheering supporters that the bridge would open.",
            ("She", "told", "that the bridge would open"),
        ),
        (
            "Engineers know from long experience that piers rot.",
            ("Engineers", "know", "that piers rot"),
        ),
        (
            "Asked during a January debate why the bridge was late, she laughed.",
            (None, "Asked", "why the bridge was late"),
        ),
        (
            "Ann Lee of Hale just north of York, says the bridge is shut.",
            ("Ann Lee of Hale just north of York", "says", "the bridge is shut"),
        ),
        (
            "The head of the inquiry, has indicated she will call the mayor.",
            ("The head of the inquiry", "indicated", "she will call the mayor"),
        ),
        (
            "A man who cried when he was swept into the River Aire, in Leeds, says it rained.",
            ("A man", "says", "it rained"),
        ),
        (
            "Ann Lee says while the roads are dry, the bridge is still wet.",
            ("Ann Lee", "says", "while the roads are dry, the bridge is still wet"),
        ),
        (
            "The port says that following a review of the crash, a third pilot was moved.",
            ("The port", "says", "that following a review of the crash, a third pilot was moved"),
        ),
        (
            "After saying that the mayor, Ann Lee, would go, the council named her deputy.",
            ("the council", "saying", "that the mayor, Ann Lee, would go"),
        ),
        (
            "Noting that the bridge was old, Ann Lee left the room.",
            ("Ann Lee", "Noting", "that the bridge was old"),
        ),
        (
            "Hale, York and Leeds have all urged the port to wait.",
            ("Hale, York and Leeds", "urged", "the port to wait"),
        ),
        (
            "Ann Lee was quoted by local radio on Friday as saying the bridge was shut.",
            ("Ann Lee", "saying", "the bridge was shut"),
        ),
        (
            "Ann Lee admits about 35 jobs at the port will go.",
            ("Ann Lee", "admits", "about 35 jobs at the port will go"),
        ),
        (
            "Ann Lee told Radio Hale, the bridge is not going to open.",
            ("Ann Lee", "told", "the bridge is not going to open"),
        ),
        (
            "The port said fire crews would stay all night.",
            ("The port", "said", "fire crews would stay all night"),
        ),
        (
            "At Hale, fire officials say the mill is lost.",
            ("fire officials", "say", "the mill is lost"),
        ),
        (
            "In York, Bo Day, chair of the board to be elected on Monday, announced the deal.",
            ("Bo Day", "announced", "the deal"),
        ),
        (
            "The flood forced officials to make a decision to close the bridge.",
            ("officials", "decision", "to close the bridge"),
        ),
    ],
)
def test_what_is_told_may_stand_around_its_cue(
    text: str, report: tuple[str | None, str, str]
) -> None:
    assert report in told(text)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The town vowed to fight the toll and has hired three lawyers.",
            "to fight the toll",
        ),
        (
            "The town declined to name the buyer but said it was a bank.",
            "to name the buyer",
        ),
        (
            "The town vowed to ask who wanted the toll and who paid for it.",
            "to ask who wanted the toll and who paid for it",
        ),
        (
            "She cited several reasons for the delay, including a strike at the yard.",
            "several reasons for the delay, including a strike at the yard",
        ),
        (
            "She criticised the toll, especially because it was new.",
            "the toll",
        ),
        (
            "Drivers who support the toll are few in the town.",
            "the toll",
        ),
        (
            "The town, whose mayor claims to have had the idea first, seldom mentions it.",
            "to have had the idea first",
        ),
        (
            "Scientists found that year that rain had made the toll worse.",
            "that rain had made the toll worse",
        ),
        (
            "The toll, which critics say will fail, was passed on Monday.",
            "will fail",
        ),
        (
            "The town said the toll was cheap – “the cheapest of all,” it said.",
            "the toll was cheap",
        ),
        (
            "The town said that while talks had stalled, a toll was still possible.",
            "that while talks had stalled, a toll was still possible",
        ),
        (
            "The town insisted the toll was fair, but residents were not convinced.",
            "the toll was fair",
        ),
        (
            "The town said it was “shocked” by the toll, and that it would appeal.",
            "that it would appeal",
        ),
        (
            "Drivers fear that the toll will bring cameras, and the cameras will bring fines.",
            "that the toll will bring cameras, and the cameras will bring fines",
        ),
        (
            "The town said it could not name the buyer but that “the toll comes first”.",
            "it could not name the buyer",
        ),
        (
            "But proposals to raise the force to as many as 500 guards have been criticised.",
            "to raise the force to as many as 500 guards",
        ),
        (
            "While the rain is expected to ease today, the port says the bridge is shut.",
            "the rain is expected to ease today",
        ),
        (
            "It is understood two men have been held and the port says it is open again.",
            "two men have been held",
        ),
        (
            "Ann Lee refused to grant a stay for the ferry, but left the door open.",
            "to grant a stay for the ferry",
        ),
        (
            "Ann Lee called on the mayor to resign or explain how the bridge fell.",
            "the mayor to resign or explain how the bridge fell",
        ),
        (
            "Ann Lee announced a 3,000-strong guard for the bridge.",
            "a 3,000-strong guard for the bridge",
        ),
    ],
)
def test_where_what_is_told_ends(text: str, content: str) -> None:
    assert content in [words for _, _, words in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "In a long exchange of emails, the Herald asked about it.",
        "The payment broke new rules that ban gifts at banks.",
        "Those found guilty can be forced to hand the money back.",
        "Then, one morning in May, the lights came back on.",
        "The lamps are made with steel in Leeds, weigh 43 grams, and promise light.",
        "The town buys almost all of its fuel, and each rise adds about a tenth to its costs.",
        "Anyone with a boat is asked to ring the harbour.",
        "Do you support the mayor?",
        "We tried covering it with tape.",
        "There are no plans to close the pier.",
        "When the turn of the town came, the mayor said in a video on Monday.",
        "Then there was the radio host Bo Day, who lamented in May.",
        "As in the other towns of the coast, the shift begins at six and finishes at four, too.",
        "The town won in states that vote in May.",
        "He spoke on Monday because he was not authorised to discuss the case.",
        "A man known for his theories about bridges was there.",
        "They were greeted by the mayor.",
        "“Art is no cure,” Lee likes to say.",
        "“It sank before,” Lee said, walking to a boat from Leeds, Maine, that held 68.",
    ],
)
def test_what_tells_of_no_words_is_no_report(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee said in a statement that the bridge was safe.",
        "Ann Lee said the bridge appears to be safe.",
        "Ann Lee expressed concern that the bridge was late.",
        "The film shows him in a hall, possibly in Hale, Ann Lee said in showing the film.",
    ],
)
def test_nothing_is_told_twice(text: str) -> None:
    ((speaker, _, _),) = told(text)
    assert speaker == "Ann Lee"


def test_what_somebody_is_understood_to_have_told_is_told_by_him() -> None:
    text = "The mayor is understood to have told aides that the bridge should be shelved."
    assert ("The mayor", "told", "that the bridge should be shelved") in told(text)


def test_studies_behind_earlier_are_no_verb() -> None:
    text = "Earlier studies had found that eels sleep by day."
    assert told(text) == [("studies", "found", "that eels sleep by day")]


def test_how_it_is_said_reports_nothing_without_a_quote() -> None:
    assert told("In towns such as Leeds and York, murals of the poet beam down.") == []


@pytest.mark.parametrize(
    "text",
    [
        "She leads by 400 pledged delegates from the north.",
        "A band called Blue Tram played on the pier.",
        "Half of the town had cast their ballots by noon.",
        "The town issued a statement on Monday.",
        "The town has offered the company two million from the fund.",
        "The town approved the project last August.",
        "Ann Lee called his mother, Jane.",
        "The town called a meeting.",
        "The bank is to publish its first results in May.",
        "It is a claim that is false.",
        "It is a claim that the mayor denies.",
        "A widely praised novel lay there.",
        "Jets blasted security targets in the city.",
        "The army has shot three rebels who attacked one of its convoys.",
        "Ann Lee is ready to respond to any attack.",
        "They held elections called for in May.",
        "If charged under the act, she may go to jail.",
        "A man calling himself Tom Roe left the hall.",
        "Ann Lee is due in court to answer the charges.",
        "Hale claimed second place in the race.",
        "They met aides backing embattled President Lee.",
    ],
)
def test_a_deed_a_name_or_a_figure_is_no_report(text: str) -> None:
    assert told(text) == []


def test_what_a_word_of_deeds_and_of_speech_reports_stays() -> None:
    assert ("Lee", "cast", "the vote as a farce") in told("Lee cast the vote as a farce.")
    assert ("Lee", "called", "Hill a fool") in told("Lee called Hill a fool.")
    assert ("Lee", "offered", "praise for the plan") in told("Lee offered praise for the plan.")
    assert ("Lee", "challenged", "Hill to a debate") in told("Lee challenged Hill to a debate.")


def test_whoever_is_told_on_the_air_is_no_statement() -> None:
    assert told("“It is over,” Lee told CNN in an interview taped in May.") == []
    assert ("Lee", "told", "the bridge is late") in told("Lee told CNN the bridge is late.")


def test_how_a_source_is_called_is_no_report() -> None:
    text = "One leader, who asked not to be named, said the town was broke."
    assert told(text) == [("One leader", "said", "the town was broke")]


def test_a_clause_without_its_verb_gives_way_to_the_quote() -> None:
    text = "The town said that the toll, which comes in May, will be “fair”."
    assert told(text) == []


def test_results_by_name_are_no_interview() -> None:
    assert told("Ruiz: 1,501.\n\nOkafor: 1,200.\n\nRuiz: 46.\n\nOkafor: 12.") == []
