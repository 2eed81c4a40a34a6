"""Turns of phrase of newspapers of several countries, each read in a brief."""

from __future__ import annotations

import pytest

from newsbrief import Article, Brief, summarise


def brief(text: str, title: str | None = None, published: str = "2024-05-10") -> Brief:
    return summarise(Article(text, title=title, published=published), model="extractive")


def said(text: str) -> list[tuple[str | None, str]]:
    return [(quote.speaker_name, quote.text) for quote in brief(text).quotes]


def parties(text: str) -> dict[str, str]:
    return {party.name: party.kind for party in brief(text).stakeholders}


# ---- summary and what stands in front of a story ----------------------------------------


def test_the_sentence_that_tells_the_main_news_is_in_the_summary() -> None:
    lead = "A carer who stole the savings of an old widow has been jailed for 17 years."
    rest = (
        "Deborah Haines of Marlow Road was convicted of the theft of money from Margaret Ellison "
        "after a trial at Marlow Crown Court. Haines had denied the theft of money, claiming that "
        "Ellison gave it to her. Rachel Brand told the court that Haines had used the money from "
        "Ellison to pay debts and to book a trip. Margaret Ellison was found in her home in May."
    )
    told = brief(f"{lead}\n\n{rest}", "Carer jailed for 17 years over stolen savings")
    assert told.summary.sentences[0].text.strip() == lead
    assert len(told.summary.sentences) == 3


@pytest.mark.parametrize(
    "front",
    ["RAJGARH: ", "RAJGARH/BAKU (Newswire) - ", "18:40 ", "6.15pm ", "- ", "• ", "09:05 GMT "],
)
def test_what_only_stands_in_front_of_a_story_is_no_part_of_it(front: str) -> None:
    told = brief(f"{front}The old bridge of the town fell into the river on Monday night.")
    assert told.events[0].description.startswith("The old bridge")
    assert told.summary.sentences[0].text.startswith("The old bridge")


def test_who_speaks_in_capitals_and_what_a_clock_tells_is_no_dateline() -> None:
    text = "HALE: We will not pay for the bridge.\n\nROE: You will pay for it, every cent."
    assert "HALE" in brief(text).summary.sentences[0].text
    text = "Trains left at 18:40. 20.30 Mass was held in the old church of the town on Monday."
    assert any("20.30 Mass" in sentence.text for sentence in brief(text).summary.sentences)


# ---- who speaks ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"It burns," fire service spokesman Vassilis Roe said in a briefing.', "Vassilis Roe"),
        ('"It flies," ESA Administrator Bill Nelson said.', "Bill Nelson"),
        (
            "The returning officer of the Marlow Electoral Commission (MEC), Professor Ann Roe, "
            "said the vote was over.",
            "Ann Roe",
        ),
        (
            "The Centre for Hope sent observers. Its director, Ms Amina Bello, urged voters to "
            "stay calm.",
            "Amina Bello",
        ),
        (
            "The Ohio chapter of the American Civil Liberties Union praised the vote.",
            "American Civil Liberties Union",
        ),
        ("Sen. Ron Hale, D-Ore., has asked the agency to look into the glasses.", "Ron Hale"),
        (
            "Marlow Foods Inc. on Tuesday cut its forecast, saying shoppers are switching.",
            "Marlow Foods Inc",
        ),
        (
            "Marlow Energy has agreed to buy the Oslo plant, a maker of trucks, it said on May 2.",
            "Marlow Energy",
        ),
        (
            "Marlow Energy said it was sorry for the delay. It added that trains would run.",
            "Marlow Energy",
        ),
        (
            "Head coach Luc Roe was furious that referee Simon Hooper let Tom Hale stay.\n\n"
            '"All saw it," the Frenchman said.',
            "Luc Roe",
        ),
        (
            "Roe kept it after a panel of teachers, parents and pupils found it had merit.",
            "a panel of teachers, parents and pupils",
        ),
        (
            "Tom Hale beat Viktor Roe. Roe finished at 17-under. He earned $3.6 million.\n\n"
            '"I played well," the 25-year-old Norwegian said.',
            "Viktor Roe",
        ),
        (
            "Tom Hale lost to Alan Cole. Rory Kent (66) was fourth. The Northern Irishman said he "
            "planned to rest.",
            "Rory Kent",
        ),
        (
            "Ben Carson met Ted Cruz.\n\nThe Cruz campaign told voters that Carson was out.\n\n"
            '"Is this what we accept now?" he said.',
            "Ben Carson",
        ),
        (
            "Google and Samsung make glasses. Orchard Inc. showed its own, which beat those of "
            "Google. The device will go on sale in May, the company said.",
            "Orchard Inc",
        ),
        ("Civil society group Transparency Watch welcomed the charges.", "Transparency Watch"),
        ('Coach Tom Hale refused to quit. "It is a big win," the New Zealander said.', "Tom Hale"),
        ('Head coach Luc Roe was furious. "All saw it," the Frenchman said.', "Luc Roe"),
        (
            "Police went from door to door in Nea Penteli, where people were told to leave. The "
            'mayor of Penteli, Anna Kosma, wept. "It burns," she said.',
            "Anna Kosma",
        ),
    ],
)
def test_who_says_it(text: str, speaker: str) -> None:
    assert said(f"The town met on Sunday.\n\n{text}")[-1][0] == speaker


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ann Brand told the jury Haines had used the money.", "Haines had used the money"),
        (
            "Eddie Hoare said rejecting homes in a crisis was a disgrace.",
            "rejecting homes in a crisis was a disgrace",
        ),
        ("Ann Lee has asked the board to look into it.", "the board to look into it"),
    ],
)
def test_what_is_said(text: str, content: str) -> None:
    assert [words for _, words in said(text)] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "The outbreak claimed 202 lives.",
        "Rana claimed a career-best 6 for 43 as the visitors fell apart.",
        "The service had more than 700 calls for help by midday.",
        "A group calling itself RavenLock posted a sample of the data.",
        "Anyone with information should call 101, quoting reference 13240217.",
        "WikiLeaks released the DNC emails just before the vote, where Clinton was ahead.",
        'Ann Lee, who brought the motion to remove "Both Sides Now," left.',
        "Adebayo will be sworn in on February 24, 2025, when the tenure of the mayor ends.",
    ],
)
def test_what_was_won_or_sworn_is_not_said(text: str) -> None:
    assert said(text) == []


def test_what_was_claimed_in_words_is_said() -> None:
    assert said("The group claimed responsibility for the attack.") == [
        ("The group", "responsibility for the attack")
    ]


def test_a_title_that_opens_a_sentence_behind_a_quote_is_none() -> None:
    text = 'Ann Roe wept. "She is safe, but she is watched," she said.\n\n'
    assert said(f'{text}"The Well" will open in cinemas on Monday.') == [
        ("Ann Roe", "She is safe, but she is watched,")
    ]


# ---- parties --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The National Bus and Rail Union said it would strike.", "National Bus and Rail Union"),
        ("The Marlow College for Women said so.", "Marlow College for Women"),
        (
            "The Japan Society for the Promotion of Science said so.",
            "Japan Society for the Promotion of Science",
        ),
        ("The General Staff said its forces had left.", "General Staff"),
        ("The Centre for Democracy Watch said so.", "Centre for Democracy Watch"),
        (
            'Priorities Now, a pro-Hale super PAC, sent a link with one word: "NO."',
            "Priorities Now",
        ),
        ("The Kenya Red Cross has set up three centres.", "Kenya Red Cross"),
        ("The New York Red Cross has set up three centres.", "New York Red Cross"),
        ("It was late, according to Valley Metro.", "Valley Metro"),
        ("Rival Marlow Platforms has agreed to sell its plant.", "Marlow Platforms"),
        ("A spokeswoman for Corrib Quays said it was late. Corrib Quays lost.", "Corrib Quays"),
    ],
)
def test_a_body_has_its_whole_name(text: str, name: str) -> None:
    assert parties(text)[name] == "organisation"


@pytest.mark.parametrize(
    ("text", "name", "role", "affiliation"),
    [
        (
            "Minister for Transport Eamon Ryan said so.",
            "Eamon Ryan",
            "Minister for Transport",
            None,
        ),
        (
            "Leader of the Opposition Jai Ram Thakur said it was late.",
            "Jai Ram Thakur",
            "Leader of the Opposition",
            None,
        ),
        (
            "Suresh Sunar, the district's chief administrative officer, said so.",
            "Suresh Sunar",
            "chief administrative officer",
            None,
        ),
        (
            "Ann Crook, a neuroscientist at San Francisco State University who took no part, said "
            "it was late.",
            "Ann Crook",
            "neuroscientist",
            "San Francisco State University",
        ),
        (
            "Minister for Manpower Tan See Leng said it was late.",
            "Tan See Leng",
            "Minister for Manpower",
            None,
        ),
        (
            "Emergency Management Minister Ann Watt said it was late.",
            "Ann Watt",
            "Emergency Management Minister",
            None,
        ),
        (
            "Paul Dales, chief UK economist at Marlow Economics, said it was late.",
            "Paul Dales",
            "chief UK economist",
            "Marlow Economics",
        ),
        (
            "He is to meet the policing minister, Chris Philp, next week.",
            "Chris Philp",
            "policing minister",
            None,
        ),
        (
            "Tom Hale, head football coach at Marlow College, said it was late.",
            "Tom Hale",
            "head football coach",
            "Marlow College",
        ),
        ("Third seed Coco Gauff said it was late.", "Coco Gauff", "seed", None),
    ],
)
def test_what_somebody_is(text: str, name: str, role: str, affiliation: str | None) -> None:
    (party,) = (p for p in brief(text).stakeholders if p.name == name)
    assert (party.role, party.affiliation) == (role, affiliation)


def test_a_suburb_with_the_headquarters_of_a_company_is_no_party() -> None:
    assert "Jurong" not in parties("She said so at the company's Jurong headquarters.")


# ---- events -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The accident took place near Chidgaon around 7.15am on Monday.", "Chidgaon"),
        ("The candidate won the election in Ondo State on Monday.", "Ondo State"),
        ("The mayors met on Monday on the coast near Oslo.", "Oslo"),
        ("Human Rights Watch called on Tehran on Monday to lift the ban.", None),
        ("Moradi was barred on Monday from leaving Iran.", None),
        ("The prize went on Monday to France's Vincent Lindon.", None),
        ("Oslo dropped its objection to Baku hosting the summit on Monday.", None),
        ("Roe, who was a pupil at Marlow Grange School, sat his exams on Monday.", None),
        ("Lee spoke on Monday of her tenure at the State Department.", None),
        ("Emma Tran, a senior at Marlow University, fell ill on Monday.", None),
        ("Emma Tran, a neuroscientist at Marlow University, fell ill on Monday.", None),
        ("Ministers agreed on Monday to help rebuild Norway.", None),
        ("Two late goals were enough on Monday to give Norway the lead.", None),
        ("Ministers flew on Monday to war-torn Kenya.", "Kenya"),
        ("Two swimmers tried on Monday to reach Norway.", "Norway"),
        ("Two ministers made their case to voters in Norway on Monday.", "Norway"),
        ("In southern Oslo, Marlow Road was closed on Monday.", "Oslo"),
        ("Police raided homes in Oslo, Bergen and Harwick on Monday.", "Oslo"),
        ("A bomb went off in Kuta, Bali, Indonesia on Monday.", "Kuta, Bali, Indonesia"),
        ("Kharkiv was shelled on Monday.", "Kharkiv"),
        ("Rebels attacked the village of Kibumba on Monday.", "Kibumba"),
        ("Soldiers shot a man in the West Bank city of Jenin on Monday.", "Jenin"),
    ],
)
def test_where_it_happened(text: str, place: str | None) -> None:
    assert brief(text).events[0].where == place


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("An earthquake struck Nepal just before midnight on Saturday.", "2024-05-04"),
        ("The flight landed at midnight.", "2024-05-10T00:00:00"),
        ("The firm earned $412 million, compared with $468 million in 2022.", None),
        ("The firm sold fewer cars than for the same period last year.", None),
        ("The firm earned 5 per cent less than in the same quarter of 2022.", None),
        ("The firm will begin contacting affected customers on Monday.", "2024-05-13"),
        ("She won her first title since Ann Roe in 1999.", None),
        ("A meeting planned for November was called off by the mayor.", "2023-11-01"),
        ("A march planned for Saturday was called off by the mayor.", "2024-05-11"),
        ("Revenue rose 5% from a year earlier to $4 million in the first quarter.", "2024-01-01"),
    ],
)
def test_when_it_happened(text: str, start: str | None) -> None:
    when = brief(text).events[0].when
    assert (when and when.start and when.start.isoformat()) == start


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The $699 device, called Lumen, will go on sale in Oslo in June.", "planned"),
        ("The $699 device, called Lumen, went on sale in Oslo on Monday.", "happened"),
        ("The train was being withdrawn when it broke down on Monday.", "happened"),
        ("An inquiry led by a magistrate will submit its report within 15 days.", "planned"),
        ("The company expects to have most homes reconnected by Sunday night.", "planned"),
        ("On Monday the people of Oslo did not expect to see them on a stage.", "happened"),
    ],
)
def test_whether_it_has_happened(text: str, status: str) -> None:
    assert brief(text).events[0].status == status


@pytest.mark.parametrize(
    ("text", "descriptions"),
    [
        (
            "Minister Alan Roe, who took office on Friday after his predecessor resigned, sat in "
            "the front row.",
            {
                "Minister Alan Roe sat in the front row",
                "Minister Alan Roe took office on Friday after his predecessor resigned",
            },
        ),
        (
            "A boy of 15, who was held on Monday night, has been released on bail.",
            {
                "A boy of 15 was held on Monday night",
                "A boy of 15 has been released on bail",
            },
        ),
        ("(The tower fell into the river on Monday.", {"The tower fell into the river on Monday"}),
        (
            "A service will be held on Saturday at the University of Marlow, where she was a "
            "writer from 1985 to 2001.",
            {
                "A service will be held on Saturday at the University of Marlow",
                "The University of Marlow, where she was a writer from 1985 to 2001",
            },
        ),
    ],
)
def test_no_clause_is_cut_apart(text: str, descriptions: set[str]) -> None:
    told = {event.description for event in brief(text).events}
    assert {words.removeprefix("The town met on Sunday. ") for words in told} == descriptions


def test_what_is_told_of_long_ago_is_seldom_in_the_summary() -> None:
    news = (
        "A quake killed 31 people and flattened homes in villages of Nepal on Saturday. "
        "Rescuers dug through homes in the villages on Sunday. "
        "In 2015, two quakes killed 9,000 people and flattened homes in Nepal. "
        "Helicopters took people from the villages to a clinic on Sunday."
    )
    assert not any("2015" in sentence.text for sentence in brief(news).summary.sentences)


def test_he_is_whose_office_the_sentence_before_has_for_its_subject() -> None:
    told = brief(
        "Magistrate Thomas Nzioki freed the man. Lawyer John Kent accused the board of a "
        "vendetta.\n\nThe magistrate ordered the man not to leave. He also warned the man on "
        "Monday against a move."
    )
    (event,) = (event for event in told.events if "warned" in event.description)
    names = {party.id: party.name for party in told.stakeholders}
    assert [names[who] for who in event.participants] == ["Thomas Nzioki"]


def test_no_sentence_of_the_summary_opens_with_a_pronoun_where_others_say_as_much() -> None:
    text = (
        "Lawyers of the city sued the harbour company over the oil spill on Monday. "
        "The harbour company, which owns the tanker, denied that the oil spill was its fault. "
        "It blamed the crew of the tanker for the spill. "
        "Divers of the navy will search the tanker for a leak later this week. "
        "Fishermen marched to the port with banners against the company."
    )
    told = [sentence.text for sentence in brief(text).summary.sentences]
    assert len(told) == 3
    assert not any(words.startswith("It ") for words in told)
