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
        ("The coast guard said two ships had left.", "The coast guard", "organisation"),
        ("Sales fell by half last year, according to ZDC.", "ZDC", "organisation"),
        ("The corporation said prices would rise.", "The corporation", "organisation"),
        ("The government said taxes would fall.", "The government", "government"),
        ("The jury said it could not agree.", "The jury", "group"),
        ("The opposition said the vote was a farce.", "The opposition", "group"),
        ("The affidavit said the safe was empty.", "The affidavit", "organisation"),
        ("A poll published on Monday said voters were tired.", "A poll", "organisation"),
        ("A group of scientists said the lake was dying.", "A group of scientists", "group"),
        ("Suffolk Coast Watch said the lake was dying.", "Suffolk Coast Watch", "organisation"),
        ("The report said the lake was dying.", "The report", "organisation"),
        (
            "Analysts polled by Marlow said the lake was dying.",
            "Analysts polled by Marlow",
            "group",
        ),
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


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Taoiseach says report is due\n\nTaoiseach Sorcha Vask told members that it is due.",
         "Sorcha Vask"),
        ("Pier to be shut, minister says\n\nPort Minister Sorcha Vask said the pier was old.",
         "Sorcha Vask"),
        ("The plan is sound, said Tessa Black, who wrote it. “We will see,” said Black.",
         "Tessa Black"),
    ],
)  # fmt: skip
def test_who_is_called_by_an_office_or_a_surname_alone_is_nobody_new(
    text: str, speaker: str
) -> None:
    assert set(speakers(text)) == {speaker}


def test_what_a_sentence_opens_with_is_no_name() -> None:
    text = "Close to 50 interviews with voters in Marlow showed the party was losing ground."
    assert kinds(text) == {}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Update: The pier of Marlow is shut, an officer told reporters.", {"an officer"}),
        ("Hale said the pier was shut.", {"Hale"}),
    ],
)
def test_a_lone_word_with_a_capital_may_be_nobody(text: str, parties: set[str]) -> None:
    assert set(kinds(text)) == parties


def test_nobody_is_a_dateline() -> None:
    text = "NEW DELHI: The court on Monday stayed the order. Jane Roe said the order was wrong."
    assert speakers(text) == ["Jane Roe"]


def test_some_of_a_group_are_a_group() -> None:
    assert kinds("Some engineers said the bridge was safe.") == {"Some engineers": "group"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They called the National Fire and Rescue Agency.", "National Fire and Rescue Agency"),
        ("They called the Fraud and Major Enquiry Team.", "Fraud and Major Enquiry Team"),
        ("They called the Major Crimes Unit.", "Major Crimes Unit"),
        ("They shut the Martin Luther King Library.", "Martin Luther King Library"),
        ("St John Ambulance said it was busy.", "St John Ambulance"),
        ("St. Brigid Health System said it was busy.", "St. Brigid Health System"),
        ("Second Baptist Church said it was full.", "Second Baptist Church"),
        ("Leaders Kingsford City lost again.", "Kingsford City"),
        ("They met the Bakery Workers' Union.", "Bakery Workers' Union"),
    ],
)
def test_bodies_are_whole(text: str, name: str) -> None:
    assert kinds(text) == {name: "organisation"}


def test_a_company_and_a_service_are_two() -> None:
    text = "They called Marlow and the Fire Service. Norway and Rescue Service staff met."
    assert "Marlow and the Fire Service" not in kinds(text)
    assert "Norway and Rescue Service" not in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Karl Roe Space Telescope found water.",
        "She lives in Bishop Auckland.",
        "She lives in Morgan Hill.",
    ],
)
def test_instruments_and_towns_are_nobody(text: str) -> None:
    assert kinds(text) == {}


def test_whom_one_has_faith_in_is_a_person() -> None:
    text = "Voters have faith in Morgan Hill. Others agreed in Morgan Hill's office."
    assert kinds(text)["Morgan Hill"] == "person"


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Det Ch Insp Ann Roe waved. Det Ch Insp Roe left.", "Ann Roe", "Det Ch Insp"),
        ("Det Supt Ann Roe waved. “No,” Det Supt Roe said.", "Ann Roe", "Det Supt"),
        ("DCI Ann Roe waved. DCI Roe left.", "Ann Roe", "DCI"),
        ("Judge Ann Hill left.", "Ann Hill", "Judge"),
        ("Mr Justice Roe left.", "Roe", "Justice"),
        ("Solicitor-General Ann Roe left.", "Ann Roe", "Solicitor-General"),
        ("Amber Valley MP Jo Roe left.", "Jo Roe", "Amber Valley MP"),
        ("Friends of Vask chairwoman Jo Roe left.", "Jo Roe", "Friends of Vask chairwoman"),
        (
            "National Carers' Federation president Jo Roe left.",
            "Jo Roe",
            "National Carers' Federation president",
        ),
        ("The Democrats' Senate leader Jo Roe left.", "Jo Roe", "Senate leader"),
    ],
)
def test_ranks_and_offices_keep_their_front(text: str, name: str, role: str) -> None:
    party = next(party for party in brief(text).stakeholders if party.name == name)
    assert party.role == role


def test_an_office_of_ranks_names_no_body() -> None:
    found = brief("Chief Financial Officer Jo Roe left.").stakeholders
    assert [(p.name, p.role, p.affiliation) for p in found] == [
        ("Jo Roe", "Chief Financial Officer", None)
    ]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Joined by the mayor, Jo Roe said the pier was safe.", None),
        ("After meeting the president, Jo Roe urged calm.", None),
        ("In a note read by her lawyer, Ms Roe said the pier was safe.", None),
        ("In a letter to Jo Roe, the senator said the pier was safe.", None),
        ("Asked about Jo Roe, a spokesman for the club said it was sad.", None),
        ("After meeting the president, Jo Roe, the coach, left.", "coach"),
        # Appositions, as before.
        ("The mayor, Jo Roe, said the pier was safe.", "mayor"),
        ("She thanked the mayor, Jo Roe and her son.", "mayor"),
        ("According to the mayor, Jo Roe, who left, the pier was safe.", "mayor"),
        ("Jo Roe, a professor based in Leeds, said the pier was safe.", "professor"),
        ("Jo Roe, the senator elected in May, left.", "senator"),
    ],
)
def test_an_office_in_an_opening_phrase_is_somebody_elses(text: str, role: str | None) -> None:
    assert [p.role for p in brief(text).stakeholders if p.name.endswith("Roe")] == [role]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The mayor, Jo Roe, left. “It is over,” the mayor said.", "Jo Roe"),
        ("Jo Roe, chief executive of Vask, left. “No,” the chief executive said.", "Jo Roe"),
        ("Mr Justice Roe freed Karl Vask. “Go,” the judge said.", "Roe"),
        ("Jo Roe, a farmer, lost it all. “It is gone,” the 39-year-old said.", "Jo Roe"),
        ("Jo Roe, 26, met Al Vask, 31. “No,” the 31-year-old said.", "Al Vask"),
        ("Coach Jo Roe was glad. “They were brave,” the Italian said.", "Jo Roe"),
        ("Vask Energy was sold. “It is over,” the Munich-based company said.", "Vask Energy"),
        ("Amber Valley Council met. “No,” the council said.", "Amber Valley Council"),
        ("Al Vask rose.\n\nJo Roe lost. “It is gone,” the 39-year-old said.", "Jo Roe"),
        ("The Fire and Rescue Agency came. “No,” the agency said.", "Fire and Rescue Agency"),
        # Nobody, or more than one, fits.
        ("It was late. “Jo Roe is a fool,” the 39-year-old said.", "the 39-year-old"),
        ("The deputy mayor, Jo Roe, left. “It is over,” the mayor said.", "the mayor"),
        ("Jo Roe, 26, met Al Vask, 31. “No,” the 44-year-old said.", "the 44-year-old"),
        ("Jo Roe met Al Vask. “No,” the Italian said.", "the Italian"),
        ("Vask Energy bought Roe Foods. “No,” the company said.", "the company"),
        ("Vask Energy was sold. “No,” the rival company said.", "the rival company"),
        ("Vask Energy was sold. “No,” the cement company said.", "the cement company"),
        ("Amber Valley Police came. “No,” the company said.", "the company"),
        ("Jo Roe, a lawyer, left. “No,” the lawyer for Vask said.", "the lawyer for Vask"),
    ],
)
def test_a_definite_description_is_the_only_party_that_fits(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


def mentions(text: str) -> dict[str, int]:
    return {party.name: len(party.mentions) for party in brief(text).stakeholders}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Jo Roe died on Friday. Besides Ms. Roe, they mourn Ann Maria Roe. Ms. Roe sang.",
            {"Jo Roe": 3, "Ann Maria Roe": 1},
        ),
        ("Jo Vask Dole died. Born Jo Ann Vask in Ohio, she left early.", {"Jo Vask Dole": 2}),
        ("Jo Roe met the British-born Jo Vask.", {"Jo Roe": 1, "Jo Vask": 1}),
        (
            "The Centre for Harbour Safety and Training said so. The CHS has asked again.",
            {"Centre for Harbour Safety and Training": 2},
        ),
        (
            "The Vaskland High Court said the ban was legal. Vaskland said it would appeal.",
            {"Vaskland High Court": 1, "Vaskland": 1},
        ),
        (
            "Zorla said it was glad. Zorla Storage LLC was sold. Zorla Storage has lost money.",
            {"Zorla Storage LLC": 3},
        ),
        ("Zorla Energy grew. Zorla has sold a mill.", {"Zorla Energy": 2}),
        (
            "Halden Foods grew. Halden, which the brothers Walter and George Halden founded, "
            "said it was glad. Halden has sold a mill.",
            {"Halden Foods": 3, "George Halden": 1},
        ),
        (
            "Halden, the biscuit maker, grew. George Halden, its founder, died. Halden sold it.",
            {"Halden": 2, "George Halden": 1},
        ),
        ("Jordan Pike died. “Jordan was our world.”", {"Jordan Pike": 2}),
        # A surname stays its bearer's where the person comes first.
        (
            "George Halden left Halden Foods. Halden said he was glad.",
            {"George Halden": 2, "Halden Foods": 1},
        ),
    ],
)
def test_nobody_stands_there_twice(text: str, found: dict[str, int]) -> None:
    assert mentions(text) == found


@pytest.mark.parametrize(
    "credit",
    [
        "Jo Roe contributed reporting from Oslo, and Al Vask from Bergen.",
        "Associated Press writer Jo Roe in Oslo contributed to this report.",
        "Additional reporting by Jo Roe.",
        "Jo Roe will be back with you tomorrow.",
        "Media contact:\nJo Roe, Zorla Energy\n555-1234",
    ],
)
def test_who_made_the_piece_is_nobody_in_it(credit: str) -> None:
    found = brief(f"The mayor, Karl Frane, resigned on Monday.\n\n{credit}")
    assert [party.name for party in found.stakeholders] == ["Karl Frane"]
    assert len(found.events) == 1


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("Jo Roe", False),
        ("Jo Roe in Oslo", False),
        ("Jo Roe, Political editor", False),
        ("Jo Roe and Al Vask", False),
        ("Jo Roe, a lawyer from Oslo, has left.", True),
        ("Jo Roe, mayor of Oslo", True),
    ],
)
def test_a_line_of_its_own_under_the_headline_is_a_byline(line: str, counts: bool) -> None:
    text = f"Storm hits the coast\n\n{line}\n\nKarl Frane said the storm was over on Monday."
    names = [party.name for party in brief(text).stakeholders]
    assert ("Jo Roe" in names) is counts
    assert "Karl Frane" in names


def test_a_line_with_a_name_that_comes_back_is_no_byline() -> None:
    text = "Champion dies at 74\n\nJo Roe\n\nRoe died on Monday, the family said."
    assert "Jo Roe" in [party.name for party in brief(text).stakeholders]


def test_an_offer_of_information_is_no_press_contact() -> None:
    text = (
        "For more information, readers may turn to the council, which has set up a line for all "
        "those who lost their homes in the flood and do not know where to go, Jo Roe said on "
        "Monday.\n\nKarl Frane said the storm was over."
    )
    assert {"Jo Roe", "Karl Frane"} <= mentions(text).keys()


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("A 46-year-old said the lake was dying.", "A 46-year-old", "person"),
        ("The retired neurosurgeon said it was late.", "The retired neurosurgeon", "person"),
        ("Her mother-in-law said it was late.", "Her mother-in-law", "person"),
        ("Four fishermen said the lake was dying.", "Four fishermen", "group"),
        ("Six in 10 Harwick voters said they were tired.", "Six in 10 Harwick voters", "group"),
        ("A source familiar with the talks said it was late.", "A source familiar", "person"),
        ("A mix of farmers and anglers said the lake was dying.", "A mix of farmers", "group"),
        ("A protester wearing clothes of tin said it was late.", "A protester wearing", "person"),
        ("An average of polls showed that Lee would lose.", "An average of polls", "organisation"),
    ],
)
def test_a_source_may_be_anybody(text: str, name: str, kind: str) -> None:
    assert [kind for party, kind in kinds(text).items() if party.startswith(name)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "The economy shows that the town is poor.",
        "Its tone suggested that the talks would fail.",
        "The lopsided spending shows that the race is dear.",
        "The results showed that voters were tired.",
        "The discovery of the old posts suggests that nobody looked.",
    ],
)
def test_what_is_neither_people_nor_a_body_nor_a_paper_is_no_party(text: str) -> None:
    assert kinds(text) == {}


def test_the_poll_is_the_poll_told_of_before() -> None:
    (poll,) = brief(
        "A new poll of 400 voters showed that Harwick was tired. The new poll said that rents were "
        "too high. The poll found that the lake was dying."
    ).stakeholders
    assert poll.name == "A new poll of 400 voters"
    assert [mention.text for mention in poll.mentions] == [
        "A new poll of 400 voters", "The new poll", "The poll"
    ]  # fmt: skip


def test_of_two_polls_neither_is_the_poll() -> None:
    assert set(kinds(
        "A Marlow poll showed that Harwick was tired. A Halden poll said that rents were high. The "
        "poll found that the lake was dying. The Halden poll said that it rained."
    )) == {"A Marlow poll", "A Halden poll", "The poll"}  # fmt: skip
