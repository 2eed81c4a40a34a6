"""Where an event without a day of its own takes it from, and where it must stay without."""

from __future__ import annotations

import re
from datetime import date

import pytest

from newsbrief.analysis.events.happenings import Happening, happenings
from newsbrief.analysis.events.verbs import tense_of
from newsbrief.analysis.names.entities import Entity
from newsbrief.analysis.text.sentences import sentences
from newsbrief.analysis.times.finding import times
from newsbrief.span import Span

WEDNESDAY = date(2016, 11, 9)


def first_told(
    text: str, published: date | None = WEDNESDAY, title: str | None = None
) -> Happening:
    """What the first sentence of ``text`` tells of."""
    split = sentences(text)
    named = (("Anna Berg", r"(?:Anna )?Berg"), ("Tom Hale", r"(?:Tom )?Hale"))
    people = [
        Entity(name, "person", (), tuple(Span(*m.span()) for m in re.finditer(form, text)))
        for name, form in named
    ]
    found = happenings(
        text, split, times(text, split, published), [], people, title, published=published
    )
    return next(h for h in found if h.sentence == 0)


TAKEN = {
    "its noun": (
        "The two ministers met in the old palace of the city. They did not agree. A treaty is far "
        "off. After Monday's meeting in the palace the ministers left by different doors.",
        "Monday",
    ),
    "another noun for its verb": (
        "The visitors won the final of the cup by three goals. Nobody had thought it likely. They "
        "had lost all year. Fans of the cup sang of Sunday's victory in the final all night.",
        "Sunday",
    ),
    "a dateline": (
        "OSLO, Nov 7 (Reuters) - The council closed two of the seven bridges.",
        "Nov 7",
    ),
    "the sentence after a lead": (
        "Police have arrested a driver after the crash of a tram. The driver was taken from the "
        "tram to a police station on Tuesday.",
        "Tuesday",
    ),
    "what was said after a lead": (
        "Anna Berg has blamed the bank for the loss of the fund. “It was the bank, and nobody but "
        "the bank, and we all know it by now,” she told members on Tuesday.",
        "Tuesday",
    ),
    "the day on which the same party speaks": (
        "Anna Berg has blamed the bank for the loss of the fund. The bank keeps silent. The fund "
        "is empty. Members want their money. Lawyers are at work. Berg said on Tuesday she was "
        "sorry.",
        "Tuesday",
    ),
    "the same told again": (
        "Anna Berg, who built the bridge, has died at the age of 91. She had been ill. Her family "
        "said she died at home on Sunday.",
        "Sunday",
    ),
    "what the deaths came after": (
        "At least two people died and nine were missing after a ferry sank off Oslo early Monday.",
        "early Monday",
    ),
    "posts about it": (
        "Fans of the bar have reacted with anger to its new shape. It looks like a fence. -- Ann "
        "Poe (@annpoe) November 8, 2016 The company gives no reason.",
        "November 8, 2016",
    ),
    "the day of most of them": (
        "Fans of the bar have reacted with anger to its new shape. It looks like a fence. -- Tim "
        "Roe (@timroe) November 8, 2016 The gap is too wide. -- Ann Poe (@annpoe) November 9, "
        "2016 Who wants that? -- Ed Coe (@edcoe) November 9, 2016 The company gives no reason.",
        "November 9, 2016",
    ),
    "a post of its party": (
        "Anna Berg stood in front of the tower with a sign in her hand. It read: no. A "
        "photograph posted by Anna (@annaberg) on Nov 9, 2016 The guards did not mind her.",
        "Nov 9, 2016",
    ),
}


@pytest.mark.parametrize(("text", "words"), TAKEN.values(), ids=TAKEN)
def test_the_day_comes_from_elsewhere_with_its_words(text: str, words: str) -> None:
    found = first_told(text)
    assert found.when is not None
    assert text[found.when.span.start : found.when.span.end] == words
    assert any(found.when.span in span for span in found.evidence)


def test_a_story_in_the_past_goes_on_on_the_same_day() -> None:
    text = "A gunman opened fire in the market on Monday night. Five people fell to the ground."
    split = sentences(text)
    found = happenings(text, split, times(text, split, WEDNESDAY), [], [], None)
    assert {h.when and h.when.start for h in found} == {date(2016, 11, 7)}


def test_a_story_of_last_year_does_not_go_on_today() -> None:
    text = "A clerk stole a painting on 3 May last year. Jurors took an hour to find him guilty."
    split = sentences(text)
    found = happenings(
        text, split, times(text, split, WEDNESDAY), [], [], None, published=WEDNESDAY
    )
    assert {h.sentence: h.when and h.when.start for h in found} == {0: date(2015, 5, 3), 1: None}


# The headline, then what follows it; the words that carry the tense in brackets.
BY_TENSE = {
    "perfect": "Quarry bridge gives way | The quarry bridge [has given] way under a lorry.",
    "passive": "Two held over quarry fire | Two men [have been held] over a fire in a quarry.",
    "past": "Mayor resigns over quarry deal | The mayor [resigned] over a deal for a quarry.",
    "a result": "Five dead as bridge falls | Five men [are dead] under the bridge in Hill.",
    "behind an aside": "Mayor resigns over deal | The mayor, who is 71, [has resigned] over it.",
    "behind who it is": "Clerk jailed for theft | A clerk who stole a van [has been jailed].",
    "for some years": "Clerk jailed for theft | A clerk [was jailed] for four years for theft.",
    "behind a state": "Hill win the final | Hill were two down but [came] back to win the final.",
    "behind a participle": "Lorry stuck at bridge | A lorry stuck in mud [has blocked] a bridge.",
    "behind what hangs on a noun": "Bread in shops recalled | Bread sold in shops [was recalled].",
    "behind an -ing clause": "Fire dies in Hill | After burning all night a fire [died] in Hill.",
    "once again": "Mayor accuses quarry boss | The mayor [has accused] the quarry boss once again.",
}


def headed(case: str, published: date | None = WEDNESDAY) -> tuple[str, Happening]:
    title, text = case.replace("[", "").replace("]", "").split(" | ")
    return text, first_told(text, published, title)


@pytest.mark.parametrize("case", BY_TENSE.values(), ids=BY_TENSE)
def test_news_without_a_time_is_of_today_or_yesterday(case: str) -> None:
    text, found = headed(case)
    when = found.when
    assert when is not None
    assert text[when.span.start : when.span.end] == case.partition("[")[2].partition("]")[0]
    assert (when.start, when.end) == (date(2016, 11, 8), WEDNESDAY)
    assert (when.granularity, when.anchor) == ("day", "published")
    assert headed(case, None)[1].when is None


NO_NEWS = {
    "another headline": "Why bread tastes of salt | The quarry bridge has given way in Hill.",
    "to come": "Quarry bridge to be closed | The quarry bridge will be closed by its owner.",
    "called off": "Opening of bridge called off | The opening of the bridge was called off.",
    "a state": "Quarry bridge in poor shape | The quarry bridge was in poor shape and dark.",
    "what lasts": "Quarry bridge a landmark | The quarry bridge has become a landmark in Hill.",
    "what is a habit": "Lorries damage quarry bridge | Lorries have often damaged a quarry bridge.",
    "what has not been": "Hill has no new mayor | The council has not named a new mayor of Hill.",
    "what did not happen": "Hill has no new mayor | The council hasn't found a mayor for Hill.",
    "what had been": "Lorry damages quarry bridge | The lorry had damaged the quarry bridge.",
    "in a clause inside": "Man built quarry bridge | The man who built the quarry bridge is ill.",
    "in the present": "Bridge divides the town | A bridge divides the men and women of the town.",
    "alleged": "Lorry damages quarry bridge | The lorry allegedly damaged the quarry bridge.",
    "long past": "Lorries damage quarry bridge | Years of lorries have damaged the quarry bridge.",
    "of the writer": "Lorry damages quarry bridge | A lorry has damaged my quarry bridge.",
}


@pytest.mark.parametrize("case", NO_NEWS.values(), ids=NO_NEWS)
def test_tense_alone_dates_nothing_else(case: str) -> None:
    assert headed(case)[1].when is None


def test_without_a_headline_tense_dates_nothing() -> None:
    assert first_told("The quarry bridge has given way under a lorry.").when is None


def test_only_the_lead_is_dated_by_its_tense() -> None:
    text = (
        "A storm is over the town of Hill. Nobody is out in the streets. Shops are closed for now. "
        "The quarry bridge has given way under a lorry."
    )
    split = sentences(text)
    found = happenings(text, split, [], [], [], "Quarry bridge gives way", published=WEDNESDAY)
    assert [h.when for h in found] == [None] * len(found)


def test_on_the_first_day_of_the_calendar_there_is_no_day_before() -> None:
    assert headed(BY_TENSE["perfect"], date.min)[1].when is None


LEFT = {
    "its own sentence has a time": (
        "Police arrested a driver late last month after the crash of a tram. The driver was taken "
        "from the tram to a police station on Tuesday."
    ),
    "it says that it was earlier": (
        "Police recently arrested a driver after the crash of a tram. The driver was taken from "
        "the tram to a police station on Tuesday."
    ),
    "it had happened before": (
        "Police had arrested a driver after the crash of a tram. The driver was taken from the "
        "tram to a police station on Tuesday."
    ),
    "it is still to come": (
        "Police will question the driver of the tram after the crash. The driver was taken from "
        "the tram to a police station on Tuesday."
    ),
    "the other day is still to come": (
        "Police have arrested a driver after the crash of a tram. The driver of the tram will "
        "appear in court on Thursday."
    ),
    "the other day is long past": (
        "Police have arrested a driver after the crash of a tram. The driver was taken from the "
        "tram to a police station on Friday."
    ),
    "the next sentence is about something else": (
        "Police have arrested a driver after the crash of a tram. The opera opened its season "
        "with a gala on Tuesday."
    ),
    "the noun is of another deed": (
        "The two ministers quarrelled in the old palace of the city. They did not agree. A treaty "
        "is far off. After Monday's concert in the palace the ministers left by different doors."
    ),
    "somebody else speaks": (
        "Anna Berg has blamed the bank for the loss of the fund. The bank keeps silent. The fund "
        "is empty. Members want their money. Lawyers are at work. Hale said on Tuesday he was "
        "sorry."
    ),
    "she speaks on two days": (
        "Anna Berg has blamed the bank for the loss of the fund. The bank keeps silent. The fund "
        "is empty. Members want their money. Lawyers are at work. Berg said on Tuesday she was "
        "sorry. Nothing more is known. Berg said on Wednesday she was not."
    ),
    "the posts are of no reaction": (
        "The company has changed the shape of its bar in two sizes. It looks like a fence. -- Ann "
        "Poe (@annpoe) November 8, 2016 The company gives no reason."
    ),
}


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT)
def test_no_day_is_taken_on_weak_evidence(text: str) -> None:
    when = first_told(text).when
    assert when is None or when.span.start < text.index(". ")


def test_without_a_day_of_publication_none_is_recent() -> None:
    text = TAKEN["the sentence after a lead"][0].replace("Tuesday", "8 November 2016")
    assert first_told(text, published=None).when is None
    assert first_told(text).when is not None


TENSES = [
    ("The mayor resigned in anger", "past"),
    ("The mayor has resigned", "perfect"),
    ("The mayor had resigned", None),
    ("The mayor had a plan", "past"),
    ("The wounded mayor is in hospital", None),
    ("The mayor isn't sure, who resigned", None),
    ("The mayor resigns", None),
]


@pytest.mark.parametrize(("clause", "tense"), TENSES, ids=[t[0] for t in TENSES])
def test_the_first_finite_verb_gives_the_tense(clause: str, tense: str | None) -> None:
    assert tense_of(clause) == tense
