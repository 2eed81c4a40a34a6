"""Who the stakeholders of an article are, in the words of newspapers of many kinds."""

from __future__ import annotations

import pytest

from newsbrief import Stakeholder, summarise


def parties(text: str) -> dict[str, Stakeholder]:
    return {party.name: party for party in summarise(text, model="extractive").stakeholders}


def stated(text: str, name: str) -> tuple[str | None, str | None]:
    """The role and the affiliation of the party of that name."""
    party = parties(text)[name]
    return party.role, party.affiliation


def kinds(text: str) -> dict[str, str]:
    return {name: party.kind for name, party in parties(text).items()}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "Her death was confirmed by her granddaughter Lillian Oduya, who said it was sudden.",
            "Lillian Oduya",
            "granddaughter",
        ),
        ("Mitsu Roe and her supervisor, Yoichi Yusada, sank it.", "Yoichi Yusada", "supervisor"),
        (
            "He lost to Rail Odongo, a veteran opposition leader who was in his fifth race.",
            "Rail Odongo",
            "veteran opposition leader",
        ),
        ("The film’s co-author Ann Lee said it was true.", "Ann Lee", "co-author"),
        (
            "The agency’s representative in the country, Charlotte Roe, said the risk was low.",
            "Charlotte Roe",
            "representative in the country",
        ),
        (
            "Marlow Group’s head of copper, Tom Hale, told a briefing that it would reopen.",
            "Tom Hale",
            "head of copper",
        ),
        (
            "“Yes,” said Paul Lee, director of the Institute for Fiscal Studies.",
            "Paul Lee",
            "director of the Institute for Fiscal Studies",
        ),
        (
            "The secretary of the Marlow Dockers Union (MDU), Ann Lee, said the strike went on.",
            "Ann Lee",
            "secretary of the Marlow Dockers Union",
        ),
        (
            "Their spokesman on Marine Affairs, Tom Hale, said it was late.",
            "Tom Hale",
            "spokesman on Marine Affairs",
        ),
        (
            "The former envoy of the United Nations in Chad, Tom Hale, left.",
            "Tom Hale",
            "former envoy of the United Nations in Chad",
        ),
        (
            "The much-praised transport minister, Ann Lee, left.",
            "Ann Lee",
            "transport minister",
        ),
        ("But Marlow Steel owner, Tom Hale, left.", "Tom Hale", "Marlow Steel owner"),
        ("The chief of the Army, General Tom Hale, left.", "Tom Hale", "chief of the Army"),
        ("Her rival, General Tom Hale, left.", "Tom Hale", "General"),
        (
            "They met Tom Hale, a philanthropist and former president of Marlow FC.",
            "Tom Hale",
            "former president of Marlow FC",
        ),
        ("They met our ex-president, Zorval Brimmers.", "Zorval Brimmers", "ex-president"),
        ("It rained on President General Tom Hale.", "Tom Hale", "President"),
        ("They saw dictator Zorval, who left.", "Zorval", "dictator"),
        ("Of all, Marlow Steel owner, Tom Hale, left.", "Tom Hale", "Marlow Steel owner"),
        # An office begins and ends with the name that it holds.
        ("Fens Fire Service Marshal Tom Hale left.", "Tom Hale", "Fens Fire Service Marshal"),
        ("It rained on Duke of the Fens director Tom Hale.", "Tom Hale", "director"),
        ("They saw Song of the Fens director Tom Hale.", "Tom Hale", "Song of the Fens director"),
        ("Speaker of the House Rep. Tom Hale left.", "Tom Hale", "Speaker of the House"),
        ("It rained on Second Brigade Chief Tom Hale.", "Tom Hale", "Second Brigade Chief"),
        # As before: who is met is not who speaks, and a relative clause is no office.
        ("After meeting the head of the town, Tom Hale said it was late.", "Tom Hale", None),
        (
            "The adviser to people whose agency, Tom Hale, said it was late.",
            "Tom Hale",
            None,
        ),
    ],
)
def test_a_role_is_told_whole(text: str, name: str, role: str | None) -> None:
    assert parties(text)[name].role == role


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Halvorsen Foods cut its forecast on Monday. Halvorsen, whose brands include Fjell, "
            "bought a mill.",
            {"Halvorsen Foods": "organisation"},
        ),
        (
            "The mine regulator, Sernageomin, approved the plan on Thursday evening.",
            {"Sernageomin": "organisation"},
        ),
        (
            "The RMT union at the port will strike. TSSA, which represents staff, has settled.",
            {"RMT": "organisation", "TSSA": "organisation"},
        ),
        ("The FNV trade union said it would fight.", {"FNV": "organisation"}),
        ("The Green Dawn party took seven seats.", {"Green Dawn": "organisation"}),
        ("Harwick Town have signed a striker.", {"Harwick Town": "organisation"}),
        ("Buckingham Palace said the King was ill.", {"Buckingham Palace": "organisation"}),
        ("Historic England said the wood was wet.", {"Historic England": "organisation"}),
        ("“It is late,” according to Norway.", {"Norway": "government"}),
        ("“It is late,” UKHospitality said.", {"UKHospitality": "organisation"}),
        ("“It is late,” according to ProPublica.", {"ProPublica": "organisation"}),
        ("“It is late,” the Daily Caller reported.", {"Daily Caller": "organisation"}),
        ("Ann Lee said his fellow Texan was ready.", {"Ann Lee": "person"}),
        (
            "The film by South Korea’s Ann Lee won. The Spaniard Antonio Vega was named best "
            "actor.",
            {"Ann Lee": "person", "Antonio Vega": "person"},
        ),
        (
            "The Shetland Museum in Lerwick was shut. Crowds came to Shetland on Monday.",
            {"Shetland Museum": "organisation"},
        ),
        (
            "Green Basket has recalled its dips. “We are sorry,” a Green Basket spokeswoman told "
            "shoppers. Green Basket said it was sorry.",
            {"Green Basket": "organisation", "a Green Basket spokeswoman": "person"},
        ),
        (
            "General Motors shut a plant. GM has offered its workers a fifth more.",
            {"General Motors": "organisation"},
        ),
        (
            "The captain, Ramon Delos Reyes, died at the scene. Captain Delos Reyes was 58.",
            {"Ramon Delos Reyes": "person"},
        ),
        (
            "He was taken to St Luke’s Hospital. Nara Women’s University said it was sorry.",
            {"St Luke’s Hospital": "organisation", "Nara Women’s University": "organisation"},
        ),
        (
            "He shot Trayvon Hale in May. The Trayvon Hale Foundation declined to comment. A "
            "witness named Trayvon Hale. Hale was 17.",
            {"Trayvon Hale": "person", "Trayvon Hale Foundation": "organisation"},
        ),
    ],
)
def test_a_party_is_what_the_words_around_its_name_say(text: str, expected: dict[str, str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Unbeaten centuries left Bangladesh in command on Saturday. New Zealand, who won the "
            "first Test by six wickets, dropped three catches. Bangladesh made two changes before "
            "the toss. Their coach praised the bowlers.",
            {"New Zealand": "organisation", "Bangladesh": "organisation"},
        ),
        (
            "Norway is looking to rest its opening bowler, says captain Jane Roe. She took three "
            "wickets on Friday. Sweden will begin its campaign after a 3-0 win. Rain hit a match.",
            {"Norway": "organisation", "Sweden": "organisation"},
        ),
        # As before: the words of a match do not make teams of those who rule.
        (
            "Norway boycotted the cricket match. The captain and the referee went home.",
            {"Norway": "government"},
        ),
        (
            "Norway accused Sweden of unfair play after the semi-final. The coach and the "
            "goalkeeper were booed in the stadium.",
            {"Norway": "government"},
        ),
        (
            "Norway, who won the vote, will face Sweden in talks on Monday.",
            {"Norway": "government"},
        ),
    ],
)
def test_a_country_that_only_plays_is_a_team(text: str, expected: dict[str, str]) -> None:
    found = kinds(text)
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chadian security forces have shot a man. He was buried by Malian troops.",
            {"Chadian security forces": "group", "Malian troops": "group"},
        ),
        (
            "He fled when South African police arrived.",
            {"South African police": "group"},
        ),
        ("They sued the US military.", {"US military": "organisation"}),
        ("He saw a Chadian army post with two Malian police officers.", {}),
        ("They met non-US forces.", {}),
    ],
)
def test_the_forces_of_a_state(text: str, expected: dict[str, str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia, Uzbekistan and China offered help.", {"Russia", "Uzbekistan", "China"}),
        ("Nurses in England, Wales and Northern Ireland will strike.", set()),
        ("The match between Madagascar and Sudan was called off.", set()),
        ("Talks between Madagascar and Sudan were called off.", {"Madagascar", "Sudan"}),
    ],
)
def test_of_a_list_of_countries_all_act_or_none(text: str, expected: set[str]) -> None:
    assert {name for name, kind in kinds(text).items() if kind == "government"} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor, Ann Lee, told the BBC that it was late.", {"Ann Lee"}),
        ("“It is late,” said Ann Lee in an interview with CNN.", {"Ann Lee"}),
        ("Ann Lee told Asia-Plus, a news agency, that it was late.", {"Ann Lee"}),
        ("Ann Lee wrote so in the journal Cell Biology Letters.", {"Ann Lee"}),
        ("Ann Lee, whose party has criticised the plan, said it was late.", {"Ann Lee"}),
        # As before: whoever acts is a party.
        ("Ann Lee told the BBC so. The BBC has sacked her.", {"Ann Lee", "BBC"}),
        ("Ann Lee told Marlow Group that it was late.", {"Ann Lee", "Marlow Group"}),
    ],
)
def test_whom_the_news_is_only_told_is_no_party(text: str, expected: set[str]) -> None:
    assert parties(text).keys() == expected


def test_a_name_that_another_kind_of_space_parts_is_no_whole_one() -> None:
    text = "Ann\r Lee came. A Ann Lee aide said so. “It was Ann Lee,” said Tom Hill of Ann Lee."
    for party in summarise(text, model="extractive").stakeholders:
        assert all(mention.text == text[mention.start : mention.end] for mention in party.mentions)
        assert party.name in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zorina Vaskov beat Ilka Orrinen on Tuesday. Orrinen’s knee hurt.", "Zorina Vaskov"),
        ("Zorina Vaskov beat Ilka Orrinen on Tuesday. Orrinen took a break.", "Ilka Orrinen"),
        ("Zorval Brimm scored twice on Sunday.", "Zorval Brimm"),
        ("Zorval Brimm had been arrested in May.", "Zorval Brimm"),
        ("At last the tide turned. Zorina Vaskov crossed the weir. She smiled.", "Zorina Vaskov"),
        ("The crowd mourned the death of Zorina Vaskov in Oslo.", "Zorina Vaskov"),
        ("It was Zorval Brimm’s widow who came.", "Zorval Brimm"),
        ("They read of Zorval Brimm, one of two attackers in the hall.", "Zorval Brimm"),
        ("The prize went to Zorina Vaskov of Marlow University.", "Zorina Vaskov"),
        ("She met Jane Roe and Zorina Vaskov in Oslo.", "Zorina Vaskov"),
        ("It let the mass shooter Zorval Brimm buy a gun.", "Zorval Brimm"),
        ("A demand by House Minority Leader Zorval Brimm was met.", "Zorval Brimm"),
        ("It rained on Zorval T. Brimm in Oslo.", "Zorval T. Brimm"),
        ("It rained on the candidates Zorval Brimm and Jane Roe.", "Zorval Brimm"),
        ("It rained on a Zorval Brimm aide.", "Zorval Brimm"),
        ("Zorval Brimm is the president of the club.", "Zorval Brimm"),
        ("Kim Ji-hoon, president of Marlow, left. Kim was tired.", "Kim Ji-hoon"),
    ],
)
def test_a_person_whose_given_name_no_list_has(text: str, expected: str) -> None:
    assert kinds(text).get(expected) == "person"


@pytest.mark.parametrize(
    "text",
    [
        "The Zorva Vaskov won the vote.",
        "Vaskov Orrinen beat Marlow Brimm 2-1. Vaskov Orrinen have won again.",
        "Zorvo Vaskil cut its forecast, and Zorvo Vaskil gave no reason.",
        "Vaskil Plan left many poor. They read the Vaskil Plan.",
        "The Zorval-backed candidate lost. Kim Seoul-based aides left.",
        "They went to Zorva Brimm after dark.",
        "Zorva Brimm is a winner in the market.",
    ],
)
def test_a_name_that_nothing_calls_a_person(text: str) -> None:
    assert "person" not in kinds(text).values()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bank of Canada Governor Zor Vask said it.", {"Zor Vask", "Bank of Canada"}),
        (
            "Bank of New Zealand Chief Economist Ann Lee said it.",
            {"Ann Lee", "Bank of New Zealand"},
        ),
        (
            "A spokesman for Bank of Canada Governor Zor Vask came.",
            {"Zor Vask", "Bank of Canada"},
        ),
        ("The Wilberson’s Association said no.", {"Wilberson’s Association"}),
        ("The Bakers’ Union of Norway said no.", {"Bakers’ Union of Norway"}),
        (
            "The International Cargohand and Warehouse Union Canada said no.",
            {"International Cargohand and Warehouse Union Canada"},
        ),
        (
            "The United Cotton, Paper and Forestry Union said no.",
            {"United Cotton, Paper and Forestry Union"},
        ),
        (
            "The Ministry of Housing, Communities and Local Government said no.",
            {"Ministry of Housing, Communities and Local Government"},
        ),
        (
            "The Marlow Society for the Prevention of Cruelty to Animals said no.",
            {"Marlow Society for the Prevention of Cruelty to Animals"},
        ),
        (
            "The Department of Energy, Exxon and Shell said no.",
            {"Department of Energy", "Exxon", "Shell"},
        ),
        (
            "The United Nations and the African Union said no.",
            {"United Nations", "African Union"},
        ),
    ],
)
def test_the_whole_name_of_a_body_and_who_has_an_office_in_it(
    text: str, expected: set[str]
) -> None:
    assert parties(text).keys() == expected


@pytest.mark.parametrize(
    ("text", "name", "role", "affiliation"),
    [
        ("It was late, said Dennis Jul Orrin.", "Dennis Jul Orrin", None, None),
        ("Marlow VP Zorval Brimm said it was late.", "Zorval Brimm", "Marlow VP", None),
        ("Marlow Prof Jane Roe wrote it.", "Jane Roe", None, None),
        ("SP Zorval Brimm-Vask said it was late.", "Zorval Brimm-Vask", "SP", None),
        ("“It is late,” CTO Jane Roe wrote.", "Jane Roe", "CTO", None),
        (
            "Marlow Fire & Rescue Deputy Chief Jane Roe said it was late.",
            "Jane Roe",
            "Marlow Fire & Rescue Deputy Chief",
            "Marlow Fire & Rescue",
        ),
    ],
)
def test_a_name_without_its_title_and_with_all_its_parts(
    text: str, name: str, role: str | None, affiliation: str | None
) -> None:
    assert stated(text, name) == (role, affiliation)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Marlow Orrin, which owns the mine, said it would appeal.", {"Marlow Orrin"}),
        ("Orrinvask, which is owned by Shell, said so in May.", {"Orrinvask", "Shell"}),
        ("Orrinvask cut its price target.", {"Orrinvask"}),
        ("The law was challenged by ORVASCO. ORVASCO filed a petition.", {"ORVASCO"}),
        ("The National Institutes of Marlow cut its budget.", {"National Institutes of Marlow"}),
        ("The Port of Orrin will invest in quays.", {"Port of Orrin"}),
        ("They sailed to the Port of Orrin, which has quays.", set()),
        (
            "Newcastle beat Liverpool. The striker, the goalkeeper and the penalty won it. "
            "Liverpool have lost four games.",
            {"Newcastle", "Liverpool"},
        ),
        ("A man from Liverpool lost his way in Newcastle.", set()),
    ],
)
def test_a_body_that_only_what_it_does_tells(text: str, expected: set[str]) -> None:
    assert {name for name, kind in kinds(text).items() if kind == "organisation"} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was late, said Ansgar Roda Poe. Mr Roda Poe left.", {"Ansgar Roda Poe": "person"}),
        ("They met Mr Fox on Monday.", {"Fox": "person"}),
        ("All roads to Zorval Park are shut.", {}),
        ("The Chadian Cabinet Minister, Tom Hale, left.", {"Tom Hale": "person"}),
        ("They met American Zorval Brimm, who left.", {"Zorval Brimm": "person"}),
        (
            "It was late, said Major-General Tom Hale. Major-General Hale left.",
            {"Tom Hale": "person"},
        ),
        ("They left the Don Hale Care Centre.", {"Don Hale Care Centre": "organisation"}),
        (
            "They met the Irish Mining and Port Union.",
            {"Irish Mining and Port Union": "organisation"},
        ),
        ("It was done by Sipah-e-Marlow.", {"Sipah-e-Marlow": "organisation"}),
        ("They fled to Marlow-e-Sharif.", {}),
        ("It stands in the centre of Marlow-e-Sharif.", {}),
        ("It was late, said Tom Hill. Senator Hill left.", {"Tom Hill": "person"}),
        (
            "It was late, said Marlow Weather Bureau Ann Lee.",
            {"Ann Lee": "person", "Marlow Weather Bureau": "organisation"},
        ),
        ("The member for Brightmere says it is late.", {"The member for Brightmere": "person"}),
        ("The Queensland Premier says it is late.", {"The Queensland Premier": "person"}),
        ("It was late, said Akbar Jan. Mr Jan left.", {"Akbar Jan": "person"}),
        ("They left at 5am (AEDT) on Christmas Eve for the Adelaide Oval.", {}),
        (
            "Zorval Brimm from the Marlow Fire Service says it is late.",
            {"Zorval Brimm": "person", "Marlow Fire Service": "organisation"},
        ),
    ],
)
def test_names_that_look_like_others(text: str, expected: dict[str, str]) -> None:
    assert kinds(text) == expected


def test_a_surname_keeps_its_small_words() -> None:
    text = "They met Ursa van der Poe. It was late, said van der Poe. Men of van der Poe left."
    assert parties(text)["Ursa van der Poe"].aliases == ("van der Poe",)


def test_whoever_says_that_something_would_happen_is_no_body() -> None:
    assert kinds("Zorval Brimm said it would rain.") == {"Zorval Brimm": "person"}


@pytest.mark.parametrize(
    ("text", "name", "role", "affiliation"),
    [
        (
            "Jane Roe, a former accident investigator for the Marlow Safety Board, left.",
            "Jane Roe",
            "former accident investigator",
            "Marlow Safety Board",
        ),
        ("Jane Roe, a 34-year-old fruit seller, left.", "Jane Roe", "fruit seller", None),
        ("Crane operator Jane Roe, 38, was in the yard.", "Jane Roe", "Crane operator", None),
        ("It rained on the fruit seller Jane Roe.", "Jane Roe", "fruit seller", None),
        ("Thirty-year-old Jane Roe left.", "Jane Roe", None, None),
        ("The town’s best goal kicker, Jane Roe, left.", "Jane Roe", "best goal kicker", None),
        ("They beat the best goal kicker. Jane Roe, left.", "Jane Roe", None, None),
        ("A court freed Chadian warlord Tom Roe.", "Tom Roe", "Chadian warlord", None),
        ("It freed Greenpeace stalwart Ann Roe.", "Ann Roe", "Greenpeace stalwart", "Greenpeace"),
        ("It rained on US President Tom Roe.", "Tom Roe", "US President", "US"),
        ("It was the elder Jane Roe. A celebrity Roe campaign began.", "Jane Roe", None, None),
        (
            "“Yes,” said Jane Roe, senior emerging markets economist at Marlow Bank in Oslo.",
            "Jane Roe",
            "senior emerging markets economist",
            "Marlow Bank",
        ),
        (
            "“Yes,” said Jane Roe, its vice president of medical and scientific relations.",
            "Jane Roe",
            "vice president of medical and scientific relations",
            None,
        ),
        ("Jane Roe, of West Marlow Police, left.", "Jane Roe", None, "West Marlow Police"),
        ("Reuters’s Jane Roe said it was late.", "Jane Roe", None, "Reuters"),
        ("The Bank of Marlow’s Jane Roe left.", "Jane Roe", None, "Bank of Marlow"),
        ("It was found by Jane Roe at Marlow University.", "Jane Roe", None, "Marlow University"),
        ("They met Jane Roe at the Marlow Gallery.", "Jane Roe", None, None),
        ("It was found by Jes Vask at Marlow University.", "Jes Vask", None, "Marlow University"),
    ],
)
def test_what_a_person_does_and_where(
    text: str, name: str, role: str | None, affiliation: str | None
) -> None:
    assert stated(text, name) == (role, affiliation)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It’s a joke,” Van Orrin said. Virgil van Orrin left.", {"Virgil van Orrin"}),
        ("Ursula von der Vask left. Von der Vask said it was time.", {"Ursula von der Vask"}),
        ("Neighbour Wayne Orrin, 33, came. Roofer Wayne said he was late.", {"Wayne Orrin"}),
        (
            "The BC Maritime Carters Association said no. The BCMCA called it late.",
            {"BC Maritime Carters Association"},
        ),
    ],
)
def test_who_is_called_by_another_part_of_the_name_is_one_party(
    text: str, expected: set[str]
) -> None:
    assert parties(text).keys() == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry gave XKK 390 million.", set()),
        ("The Bank of Canada held the Bank Rate in May.", {"Bank of Canada"}),
        ("Former Reds defender Jane Roe said no.", {"Jane Roe"}),
        ("The glasses, called Zorva Vask, cost $799.", set()),
        ("It rained on a man called Zorva Vask in May.", {"Zorva Vask"}),
        ("It was a firm called Zorva Vask.", {"Zorva Vask"}),
        ("They want her to chair Orvask after the flood.", set()),
    ],
)
def test_what_is_no_party(text: str, expected: set[str]) -> None:
    assert parties(text).keys() == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She spoke to CNN’s Zorva Vaskil about it.", {"Zorva Vaskil": "person"}),
        ("They read of the rebel leader Zorva Vaskil.", {"Zorva Vaskil": "person"}),
        ("They read of the market leader Zorva Vaskil.", {}),
        ("She met her counterpart Han Zor-vu in May.", {"Han Zor-vu": "person"}),
        ("Nobody won. — Zorva Vaskil (@zorva) May 1, 2016", {"Zorva Vaskil": "person"}),
        ("It rained on Orvaskil’s Jane Roe.", {"Orvaskil": "organisation", "Jane Roe": "person"}),
        ("It rained on Tennis’s Jane Roe.", {"Jane Roe": "person"}),
        ("It sued two companies, Zorva Vaskil and Marlow.", {"Zorva Vaskil": "organisation"}),
    ],
)
def test_who_is_told_by_the_words_before_and_behind(text: str, expected: dict[str, str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained on the founder of Rock the Barge.", {"Rock the Barge"}),
        ("It rained on the president of Bakers for Peace.", {"Bakers for Peace"}),
        ("An analyst at Orvaskil said it was late.", {"Orvaskil"}),
        ("It was sold by the founder of Orvaskil to Shell.", {"Orvaskil", "Shell"}),
        ("It rained on the president of Orvaskil.", set()),
        ("Jane Roe left. It rained on the chairman of Roe’s campaign.", set()),
        ("It rained on the director of the Bakery Programs at the mill.", set()),
    ],
)
def test_a_body_that_an_office_tells(text: str, expected: set[str]) -> None:
    assert {name for name, kind in kinds(text).items() if kind == "organisation"} == expected
