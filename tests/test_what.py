"""What the events of an article are, in the words of newspapers of many kinds."""

from __future__ import annotations

import pytest

from newsbrief import Article, Event, summarise


def events(text: str, published: str = "2024-05-10") -> tuple[Event, ...]:
    return summarise(text, model="extractive", published=published).events


def told(text: str, published: str = "2024-05-10") -> set[str]:
    return {event.description for event in events(text, published)}


def named(text: str, description: str) -> list[str]:
    """Who takes part in the event of that description."""
    brief = summarise(text, model="extractive", published="2024-05-10")
    event = next(event for event in brief.events if event.description == description)
    return [party.name for party in brief.stakeholders if party.id in event.participants]


# ---- one event, told whole ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The men landed shortly before 11am and were greeted by the mayor of Marlow.",
            {"The men landed shortly before 11am and were greeted by the mayor of Marlow"},
        ),
        (
            "The mine will open next month, five weeks after a tunnel fell in and killed three.",
            {"The mine will open next month, five weeks after a tunnel fell in and killed three"},
        ),
        (
            "The remarks, made as voters prepared to go to the polls on Tuesday, lifted a shadow.",
            {"The remarks, made as voters prepared to go to the polls on Tuesday, lifted a shadow"},
        ),
        (
            "The bill, which the king signed in May, cuts the tax on beer by a third.",
            {"The bill, which the king signed in May, cuts the tax on beer by a third"},
        ),
        (
            "Ten men were killed in the town after a disputed vote in 2007.",
            {"Ten men were killed in the town after a disputed vote in 2007"},
        ),
        (
            "The mayor cancelled the festival of the town because a storm tore down its tents on "
            "Monday.",
            {
                "The mayor cancelled the festival of the town",
                "A storm tore down its tents on Monday",
            },
        ),
        (
            "The vote on the budget of the town came just two days after a storm tore down its "
            "tents on Monday.",
            {
                "The vote on the budget of the town came just two days after a storm tore down its "
                "tents on Monday",
                "A storm tore down its tents on Monday",
            },
        ),
        (
            "The firm has shut 12 mills since mid-2015 and was selling those that are left.",
            {"The firm has shut 12 mills since mid-2015 and was selling those that are left"},
        ),
        (
            "He was beaten by Ann Lee, who on Tuesday won the state of Ohio, and went home.",
            {
                "He was beaten by Ann Lee and went home",
                "Ann Lee on Tuesday won the state of Ohio",
            },
        ),
        (
            "The man fell near Oslo, where police had stopped a train on Monday, and was hurt.",
            {"The man fell near Oslo and was hurt", "Police had stopped a train on Monday"},
        ),
    ],
)
def test_a_piece_of_a_sentence_is_an_event_only_where_it_tells_of_one(
    text: str, expected: set[str]
) -> None:
    assert told(text) == expected


# ---- where --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("A quake struck a mountainous region of eastern Tajikistan on Monday.", "Tajikistan"),
        ("A quake was felt in the remote village of Navdi on Monday.", "Navdi"),
        ("A quake was felt in the volatile northern province of Kunduz on Monday.", "Kunduz"),
        ("Netflix bought the rights to the film outside France on Monday.", None),
        ("Harwick Town lost 2-0 at home to Leicester on Monday.", None),
        ("A planned trip to Fair Isle, Britain's most remote island, was dropped.", "Fair Isle"),
        (
            "Hillary Clinton spoke on Monday. Comey fed the doubts that were growing around "
            "Clinton on Tuesday.",
            None,
        ),
        (
            "Ann Lee studied in Uganda in 1944. She came home to teach in a mission school.",
            None,
        ),
        # As before.
        ("Two men were hurt outside Marlow Town Hall on Monday.", "Marlow Town Hall"),
        ("Ann Lee spoke in Oslo on Monday. She came with a guard.", "Oslo"),
    ],
)
def test_where_it_happened(text: str, where: str | None) -> None:
    assert events(text)[-1].where == where


def test_where_a_clause_tells_of_a_place_it_happened_there() -> None:
    text = "The man fell near Oslo, where police had stopped a train on Monday, and was hurt."
    assert {event.where for event in events(text)} == {"Oslo"}


def test_what_an_aside_names_is_not_where_the_sentence_happened() -> None:
    text = "Marlow Group, which was founded in Bangalore in 2014, sold 3m phones last year."
    found = {event.description: event.where for event in events(text)}
    assert found == {
        "Marlow Group sold 3m phones last year": None,
        "Marlow Group was founded in Bangalore in 2014": "Bangalore",
    }


def test_an_adjective_before_a_village_is_no_place() -> None:
    text = "The couple will see the Neolithic village of Skara Brae on Thursday."
    assert events(text)[0].where != "Neolithic"


# ---- what is no event ---------------------------------------------------------------------

LEAD = "A magnitude 6.3 quake struck the town of Rasht on Monday, killing 40 people."


@pytest.mark.parametrize(
    "sentence",
    [
        "Earlier reports had put the death toll in Rasht at 12.",
        "After the quake, it will be even harder for Oslo to rebuild the old town.",
        "It is unlikely that Ann Lee will come back to Rasht.",
        "Mayor Ann Lee said the quake was “a test of all of us”.",
        "Ann Lee called the quake “a test of all of us”.",
        "Ann Lee, who came by car, is the mayor of Rasht.",
        "Marlow Group has six months to appeal to the court.",
        "The strikes are part of a wave of walkouts in Oslo.",
        "Quakes are common in Tajikistan.",
        "No tax cut for the rich, no new hit in Oslo.",
        "Ann Lee is mayor.",
        "She was 72.",
        "It worked.",
        "They did not elaborate.",
        "Ann Lee said the quake was bigger than feared.",
        "Ann Lee said that she was bitterly disappointed.",
        "The feat, described in a journal of Oslo, may be the first of its kind in Asia.",
    ],
)
def test_what_only_is_or_seems_is_no_event(sentence: str) -> None:
    assert told(f"{LEAD} {sentence}") == {LEAD.rstrip(".")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ann Lee is to visit the town.",
        "Ann Lee was found dead in Rasht.",
        "Ann Lee is missing in Rasht.",
        "Ann Lee said the road to the town was closed.",
        "Ann Lee is certain to be asked about it.",
        "Marlow Group has sent tents to the town.",
        "It is expected that Ann Lee will come to Rasht.",
        "Rasht is a small town, but 900 people have fled from it.",
        "Police shut the road to the town.",
        "A second quake hit Rasht and its harbour.",
        "Marlow Group put its chief on leave.",
        "Soldiers rode into the town from the north.",
        "The court in Rasht upheld the ban.",
        "Two men were arrested.",
        "The mill burned down.",
        "Schools reopened on Tuesday.",
        "A search is under way.",
        "She resigned on Tuesday.",
    ],
)
def test_what_has_happened_or_will_is_one(sentence: str) -> None:
    assert told(f"{LEAD} {sentence}") == {LEAD.rstrip("."), sentence.rstrip(".")}


# ---- status -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "An inquiry led by retired judge Hernan Roe will publish its report in August.",
            "planned",
        ),
        ("The phone has a hinge that the company says will last for years.", "happened"),
        (
            "Devendra Roe of the Marlow Party, who had been widely expected to take the post "
            "himself once the votes were counted, will serve as his deputy.",
            "planned",
        ),
        ("A plan to tax the owners of boats was dropped after a revolt.", "cancelled"),
        ("A trip by the king to the isle of Sark was dropped because of fog.", "cancelled"),
        # As before.
        ("The goalkeeper was dropped from the side after the match in Oslo.", "happened"),
        ("Charges against the mayor of Oslo were dropped on Monday.", "happened"),
    ],
)
def test_the_status_is_that_of_the_clause_itself(text: str, status: str) -> None:
    assert [event.status for event in events(text)] == [status]


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("Mayor Ann Lee calls for calm in Marlow after a night of riots", "happened"),
        ("Mayor Ann Lee to ask for calm in Marlow after a night of riots", "planned"),
        ("Mayor Ann Lee still calling for calm in Marlow after riots", "ongoing"),  # as before
    ],
)
def test_a_headline_has_a_status_of_its_own(title: str, status: str) -> None:
    lead = (
        "Mayor Ann Lee of Marlow is calling for calm on the streets of the town after a night of "
        "riots in which two shops and a school were burned to the ground by a crowd."
    )
    event = events(f"{title}\n\n{lead}")[0]
    assert (event.description, event.status) == (title, status)


# ---- when, and who ------------------------------------------------------------------------


def test_a_death_is_of_the_day_that_the_next_sentence_gives_it() -> None:
    text = (
        "Ann Lee, who gave Oslo its libraries, dies at 94\n\n"
        "Ann Lee, the teacher turned campaigner who went on to found the libraries of Oslo, has "
        "died in Bergen at the age of 94.\n\n"
        "Her death, on May 2, was confirmed by her son."
    )
    event = events(text)[0]
    assert event.when is not None
    assert (event.when.text, str(event.when.start), event.where) == (
        "May 2",
        "2024-05-02",
        "Bergen",
    )


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (
            "Profit at Marlow Group fell to 412 million crowns from 523 million a year earlier.",
            None,
        ),
        ("Support for the plan rose from 11 percent in April to 19 percent in May.", "May"),
        ("Profit at Marlow Group fell from a high in April.", "April"),  # as before
    ],
)
def test_the_time_of_the_figure_before_is_not_that_of_the_change(
    text: str, when: str | None
) -> None:
    found = events(text)[0].when
    assert (found and found.text) == when


@pytest.mark.parametrize(
    "sentence",
    [
        "In 1971 she left the library of the town.",
        "On Tuesday she had left the library of the town.",
    ],
)
def test_who_she_is_that_a_time_stands_before(sentence: str) -> None:
    text = f"Ann Lee spoke in the town hall on Monday. {sentence}"
    assert named(text, sentence.rstrip(".")) == ["Ann Lee"]


def test_whom_somebody_asks_is_somebody_else() -> None:
    text = (
        "Ann Lee taught in the town. Jomo Roe asked her to draw up a plan for a library. She left "
        "the town in 1971."
    )
    assert named(text, "She left the town in 1971") == ["Ann Lee"]


def test_the_title_of_another_article_is_no_event() -> None:
    text = (
        "The council of Marlow voted on Monday to close the bridge of the town for good. Mayor's "
        "troubles just beginning after latest twist in Oslo bridge tale Read more Ann Lee left "
        "the town on Tuesday."
    )
    assert told(text) == {
        "The council of Marlow voted on Monday to close the bridge of the town for good",
        "Ann Lee left the town on Tuesday",
    }


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "A whale that strayed into the River Seine died on Wednesday as men tried to lift it.",
            "2024-05-08",
        ),
        (
            "The men lost again. They travel to leaders Kingsport City on Tuesday, and face them "
            "again in the final of the cup.",
            "2024-05-14",
        ),
        ("The union struck. Talks were to resume on Saturday in Oslo.", "2024-05-11"),
    ],
)
def test_the_day_is_that_of_the_verb_beside_it(text: str, day: str) -> None:
    dated = [event.when for event in events(text) if event.when]
    assert [str(when.start) for when in dated] == [day]


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Nordfjell said its boss was leaving in March.", "2025-03-01"),
        ("Ann Lee said that the train was leaving Oslo in March.", "2024-03-01"),
        ("A new ferry is coming to the port in April.", "2025-04-01"),
        ("The band plays Marlow on Tuesday and tours the north in June.", "2024-05-14"),
        ("The council has called a meeting, starting on Monday.", "2024-05-13"),
        ("The men met for two days, starting on Monday.", "2024-05-06"),
        ("The inquiry was expected to report on Tuesday.", "2024-05-14"),
        ("The inquiry was expected to report on Thursday.", "2024-05-09"),
        ("The hearing has been set for June 7.", "2024-06-07"),
        ("Marlow travel to Oslo on Sunday.", "2024-05-12"),
        ("The mayor flies to Oslo on Sunday for talks.", "2024-05-12"),
        ("The council voted for a ban starting in September.", "2024-09-01"),
    ],
)
def test_what_is_arranged_lies_ahead(sentence: str, day: str) -> None:
    (event,) = events(sentence)
    assert event.when is not None
    assert str(event.when.start) == day
    assert event.status == (
        "planned" if day > "2024-05-10" or "expected" in sentence else "happened"
    )


def test_what_is_to_come_of_a_party_does_not_date_what_it_did() -> None:
    (event,) = events("The American, who turns 22 on Monday, lost the final of the cup.")
    assert event.when is None or event.when.by_tense
    (event,) = events("The school, which had been due to open on Monday, will stay shut.")
    assert (event.when, event.status) == (None, "planned")


@pytest.mark.parametrize(
    "sentence",
    [
        "In Marlow, where Ann Lee was born in 1980, the mayor led the mourners.",
        "In Marlow, where Ann Lee was born in 1980, Tom Hale led the mourners.",
    ],
)
def test_the_comma_before_a_subject_stays(sentence: str) -> None:
    assert sentence.replace(", where Ann Lee was born in 1980", "").removesuffix(".") in told(
        sentence
    )


def test_the_day_of_what_is_called_off_is_no_event() -> None:
    text = "The concert, scheduled for Saturday, has been cancelled."
    assert told(text) == {"The concert has been cancelled"}


def test_what_is_to_come_is_told_apart_from_what_its_subject_did() -> None:
    text = "The mayor cancelled a trip to Oslo on Monday and will visit Marlow on Sunday."
    assert {
        (e.description, e.status, e.where, e.when and str(e.when.start)) for e in events(text)
    } == {
        ("The mayor cancelled a trip to Oslo on Monday", "cancelled", "Oslo", "2024-05-06"),
        ("The mayor will visit Marlow on Sunday", "planned", None, "2024-05-12"),
    }
    text = "The mayor said he had met Ann Lee and will visit Marlow on Sunday."
    assert told(text) == {text.removesuffix(".")}


def test_the_last_of_its_verbs_dates_what_took_years() -> None:
    (event,) = events(
        "The clerk was arrested in May 2022, charged in June 2023 and convicted on Tuesday."
    )
    assert event.when is not None
    assert event.when.text == "Tuesday"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Ann Lee, whose term was cut in March, said on Monday she had sold the mill.", "Monday"),
        ("Nordfjell announced a smaller profit for 2025 on Monday.", "Monday"),
        ("A body found in a lake in March was named on Monday as that of a clerk.", "Monday"),
        ("A study found in March rents had doubled in the north.", "March"),
        ("Born on Aug. 3, 1934, in Oslo, she was the third of five children.", "Aug. 3, 1934"),
        ("He said that summer water temperatures had been the warmest of all.", None),
        ("A man was tried for the murder of a girl whose death in 2000 shook the town.", None),
        ("He was ill that summer, and friends took him to the coast.", "that summer"),
        (
            "Marlow Group rejected a bid for the Christmas Eve sale early on Monday.",
            "early on Monday",
        ),
    ],
)
def test_the_day_is_that_of_the_main_clause(sentence: str, words: str | None) -> None:
    when = events(sentence)[0].when
    assert (when and when.text) == words


def test_an_hour_is_of_the_day_that_the_story_told_of() -> None:
    text = (
        "A man was held early on Wednesday after a chase, police said. Tom Hale was taken to a "
        "cell. The cell was cold. He was charged with theft. Nobody was hurt. An officer tried to "
        "stop his truck at 2:15 a.m. near the bridge."
    )
    assert "2024-05-08 02:15:00" in {str(e.when.start) for e in events(text) if e.when}
    (event,) = events("The board will meet at 6 p.m. Thursday, May 16, in the hall of the town.")
    assert event.when is not None
    assert str(event.when.start) == "2024-05-16 18:00:00"


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The firm will face an inquiry, with rivals accusing it of theft.", "planned"),
        ("The mayor left the board, accusing its head of theft.", "happened"),
        ("The agency said the rains, worsened by the wind, would go on until Sunday.", "planned"),
        ("No talks were scheduled as of Thursday night.", "happened"),
        ("The mayor is going to sell the old mill of the town.", "planned"),
        ("The firms are going in the wrong direction, a study has shown.", "ongoing"),
    ],
)
def test_the_status_is_that_of_the_main_clause(sentence: str, status: str) -> None:
    assert [event.status for event in events(sentence)] == [status]


@pytest.mark.parametrize(
    ("sentence", "is_news"),
    [
        ("The tax would have doubled the price of beer.", False),
        ("The mayor would have to double the price of beer.", True),
        ("Ann Lee said she was being careful rather than sad.", False),
        ("Ann Lee said the bridge was being mended at last.", True),
    ],
)
def test_what_did_not_happen_is_no_event(sentence: str, is_news: bool) -> None:
    found = told(f"The mayor of Marlow resigned on Monday. {sentence} She had been ill.")
    assert (sentence.rstrip(".") in found) == is_news


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee, a nurse whose songs helped to end the war, and who lived in Oslo for decades, "
        "died on Thursday at her home in Bergen.",
        "Tom Hale, who led the bank, and who sold it in March, was charged with theft on Monday.",
        "The board said the cost of looking after old people had risen by a third since 2019.",
    ],
)
def test_a_subject_is_not_torn_from_its_verb(text: str) -> None:
    assert told(text) == {text.removesuffix(".")}


def test_who_only_shares_words_with_a_headline_takes_no_part() -> None:
    brief = summarise(
        Article(
            "The council of Marlow voted on Monday to delay the sale of the old Harwick mill to a "
            "firm from the north, after dozens of angry neighbours had packed the hall.\n\n"
            "Ann Lee and Tom Hale voted against the delay.\n\n"
            "Karl Berg, whose firm would get the Harwick mill, left the hall before the delay.",
            title="Marlow council delays sale of Harwick mill to Berg",
        ),
        model="extractive",
        published="2024-05-10",
    )
    names = {party.id: party.name for party in brief.stakeholders}
    assert {names[n] for n in brief.events[0].participants}.isdisjoint({"Ann Lee", "Tom Hale"})


# ---- the page around the story --------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "is_news"),
    [
        ("Shares in Nordfjell fell 4.2 percent in Oslo on Monday.", True),
        ("Share prices fell sharply in Oslo on Monday afternoon.", True),
        ("Following the vote, the council closed the bridge.", True),
        ("Emails released on Monday showed that the minister knew.", True),
        ("Photos taken from the air showed that the dam had burst.", True),
        ("Contact between the two armies was resumed on Monday.", True),
        ("By Friday night the water had reached the town.", True),
        ("By Ann Poe, Senior political correspondent in Oslo", False),
        ("Share this story with your friends on all the networks.", False),
        ("Share and comment on what has happened here below.", False),
        ("Follow Ann Poe on Twitter, who covered the vote on Monday.", False),
        ("Email me your tips on what happened on Monday in Oslo.", False),
        ("Contact Ann Poe, who covered the vote in Oslo on Monday.", False),
    ],
)
def test_a_link_is_no_news(sentence: str, is_news: bool) -> None:
    text = f"The mayor of Marlow resigned on Monday.\n\n{sentence}\n\nShe had been ill."
    assert (sentence.rstrip(".") in told(text)) == is_news


def test_a_heading_in_marks_is_no_event_and_a_point_that_tells_of_something_is() -> None:
    text = (
        "• Red warning for most parts of the coast until noon\n"
        "• A man has died after a tree fell on his van near Marlow\n\n"
        "14:15\n\n'The roof came off like a lid'\n\nThe storm tore the roof off a hotel in Oslo.\n"
    )
    assert told(text) == {
        "A man has died after a tree fell on his van near Marlow",
        "The storm tore the roof off a hotel in Oslo",
    }


@pytest.mark.parametrize(
    ("sentence", "is_news"),
    [
        ("I have taken more phones than I have had hot dinners.", False),
        ("Last week I met Ann Lee at the mill of the town.", True),
        ("Tom Hale told our reporter that he had lost his home.", True),
        ("You started behind the till of the mill in 1999.", False),
        ("The boat of the ferryman does not have a name.", False),
        ("The interview has been edited for length.", False),
        ("The firm did not sell the old mill of the town.", True),
    ],
)
def test_what_a_writer_says_of_himself_is_no_event(sentence: str, is_news: bool) -> None:
    found = told(f"The mayor of Marlow resigned on Monday. {sentence} She had been ill.")
    assert (sentence.rstrip(".") in found) == is_news


@pytest.mark.parametrize(
    ("sentence", "is_news"),
    [
        ("Ann Lee said the council should sell the old mill.", False),
        ("Ann Lee believes the old mill may help the town.", False),
        ("Ann Lee said the sale “slashed” the value of the mill.", False),
        ("Ann Lee told the board of the town that the mill is a ruin.", False),
        ("Ann Lee said she knew the way to the old mill.", False),
        ("Ann Lee said the talks on the mill had been hard.", False),
        ("Ann Lee said: “We will sell the mill.”", False),
        ("Ann Lee said the council had sold the old mill.", True),
        ("Ann Lee said the council would sell the old mill.", True),
        ("Ann Lee said the old mill was sold to a bank.", True),
        ("At a rally in Oslo, Ann Lee said the council should sell the old mill.", True),
    ],
)
def test_what_somebody_only_says_is_no_event_unless_it_is_news(
    sentence: str, is_news: bool
) -> None:
    found = told(f"The mayor of Marlow resigned on Monday. {sentence} She had been ill.")
    assert (sentence.rstrip(".") in found) == is_news
