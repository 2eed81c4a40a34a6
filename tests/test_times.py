"""Times: spans by the words, intervals by grammar, tense and the day of publication."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linear import is_linear, repeated

from newsbrief.analysis.text.sentences import sentences
from newsbrief.analysis.text.tokens import tokens
from newsbrief.analysis.times.at import times_at
from newsbrief.analysis.times.finding import TimeExpression, times
from newsbrief.span import Span

WEDNESDAY = date(2016, 11, 9)


def read(text: str, published: date | datetime | None = WEDNESDAY) -> list[TimeExpression]:
    return times(text, sentences(text), published)


def shown(text: str, published: date | datetime | None = WEDNESDAY) -> list[tuple[str, str]]:
    """What each expression says and its interval, as "start/end"."""
    return [(text[t.span.start : t.span.end], interval(t)) for t in read(text, published)]


def interval(t: TimeExpression) -> str:
    start, end = (x.isoformat() if x else "" for x in (t.start, t.end))
    return start if start == end and start else f"{start}/{end}"


PHRASES = [
    ("The court sat on Tuesday.", "Tuesday", "2016-11-08"),
    ("The court sat on Wednesday.", "Wednesday", "2016-11-09"),
    ("It is due on Thursday week.", "Thursday week", "2016-11-17"),
    ("The port cancelled 20 sailings for Friday.", "Friday", "2016-11-11"),
    ("A show of will, or so they say, has grown since December.", "since December", "2015-12-01/"),
    ("It fell on Monday morning.", "Monday morning", "2016-11-07"),
    ("It will open on Friday.", "Friday", "2016-11-11"),
    ("The talks open the fair, which opens on Friday.", "Friday", "2016-11-11"),
    ("She said on Friday that it would rain.", "Friday", "2016-11-04"),
    ("She said it would rain on Friday.", "Friday", "2016-11-11"),
    ("On Friday, the judge will rule.", "Friday", "2016-11-11"),
    ("On Friday, the judge ruled.", "Friday", "2016-11-04"),
    ("The shop stays closed until Friday.", "until Friday", "/2016-11-11"),
    ("They met last Friday.", "last Friday", "2016-11-04"),
    ("They left last Wednesday.", "last Wednesday", "2016-11-02"),
    ("They meet next Friday.", "next Friday", "2016-11-11"),
    ("They meet next Thursday.", "next Thursday", "2016-11-17"),
    ("The names were unknown until Tuesday.", "until Tuesday", "/2016-11-08"),
    ("The names will be unknown until Tuesday.", "until Tuesday", "/2016-11-15"),
    ("Roads will be shut until at least Friday.", "until at least Friday", "/2016-11-11"),
    ("Talks were to resume on Friday.", "Friday", "2016-11-11"),
    ("It was scheduled to leave on Thursday.", "Thursday", "2016-11-10"),
    ("It was due to leave on Tuesday.", "Tuesday", "2016-11-08"),
    ("It was due to leave on Monday.", "Monday", "2016-11-14"),
    ("It will be clear at midnight Sunday.", "midnight Sunday", "2016-11-13"),
    ("The year of the firm ends on July 30.", "July 30", "2017-07-30"),
    ("It had been due to end on Friday evening.", "Friday evening", "2016-11-04"),
    ("It has been due to end on Friday evening.", "Friday evening", "2016-11-11"),
    ("A game that was to be played on Friday has been called off.", "Friday", "2016-11-11"),
    ("She plans to shoot it in the autumn.", "the autumn", "2017-09-01/2017-11-30"),
    ("They met Tuesday last week.", "Tuesday last week", "2016-11-01"),
    ("He resigned last week.", "last week", "2016-10-31/2016-11-06"),
    ("A vote comes early next week.", "early next week", "2016-11-14/2016-11-16"),
    ("It rained over the weekend.", "the weekend", "2016-11-05/2016-11-06"),
    ("It began in early May.", "early May", "2016-05-01/2016-05-10"),
    ("It began in mid-May.", "mid-May", "2016-05-11/2016-05-20"),
    ("It began in March.", "March", "2016-03-01/2016-03-31"),
    ("It began in December.", "December", "2015-12-01/2015-12-31"),
    ("It will begin in March.", "March", "2017-03-01/2017-03-31"),
    ("Next month's summit is in doubt.", "Next month", "2016-12-01/2016-12-31"),
    ("A march planned for Friday was called off.", "Friday", "2016-11-11"),
    ("The polls on Sunday, before the news broke, were level.", "Sunday", "2016-11-06"),
    ("Following Monday's debate she led.", "Monday", "2016-11-07"),
    ("He has led it since 2018.", "since 2018", "2018-01-01/"),
    ("He has led it since the 2012 election.", "2012", "2012-01-01/"),
    ("He led it from 2009 to 2011.", "from 2009 to 2011", "2009-01-01/2011-12-31"),
    ("He led it between 2009 and 2011.", "between 2009 and 2011", "2009-01-01/2011-12-31"),
    ("The war of 1939-45 ended.", "1939-45", "1939-01-01/1945-12-31"),
    ("He voted on Nov. 8.", "Nov. 8", "2016-11-08"),
    ("He voted on 8 November 2016.", "8 November 2016", "2016-11-08"),
    ("He voted on November 8th, 2012, at home.", "November 8th, 2012", "2012-11-08"),
    ("Posted 2016-11-08 by staff.", "2016-11-08", "2016-11-08"),
    ("He voted on Tuesday, Nov. 8.", "Tuesday, Nov. 8", "2016-11-08"),
    ("The fair ran Sept. 16-19.", "Sept. 16-19", "2016-09-16/2016-09-19"),
    ("The fair ran June 2-5, 2014.", "June 2-5, 2014", "2014-06-02/2014-06-05"),
    ("He will be sworn in Jan. 20.", "Jan. 20", "2017-01-20"),
    ("It changed after 9/11.", "9/11", "2001-09-11"),
    ("It broke at around 6am.", "around 6am", "2016-11-09T06:00:00"),
    ("It broke at 6.10am on Tuesday.", "6.10am on Tuesday", "2016-11-08T06:10:00"),
    ("It broke at 10:30 p.m. Tuesday.", "10:30 p.m. Tuesday", "2016-11-08T22:30:00"),
    ("He sold shares in the third quarter.", "the third quarter", "2016-07-01/2016-09-30"),
    ("It was the first half of 2015.", "the first half of 2015", "2015-01-01/2015-06-30"),
    ("Rents fell a year ago.", "a year ago", "2015-01-01/2015-12-31"),
    ("Rents fell three months ago.", "three months ago", "2016-08-01/2016-08-31"),
    ("The play airs tonight.", "tonight", "2016-11-09"),
    ("It rained yesterday evening.", "yesterday evening", "2016-11-08"),
    ("It rained last night.", "last night", "2016-11-08"),
    ("It rained this morning.", "this morning", "2016-11-09"),
    ("It was the 1990s.", "the 1990s", "1990-01-01/1999-12-31"),
    ("It was the mid-1990s.", "the mid-1990s", "1994-01-01/1996-12-31"),
    ("It was the 19th century.", "the 19th century", "1801-01-01/1900-12-31"),
    ("It is due later this year.", "later this year", "2016-11-09/2016-12-31"),
    ("It came earlier this month.", "earlier this month", "2016-11-01/2016-11-09"),
    ("It grew over the past decade.", "the past decade", "2006-11-09/2016-11-09"),
    ("It grew in the past two weeks.", "the past two weeks", "2016-10-26/2016-11-09"),
    ("It was the summer of 2012.", "the summer of 2012", "2012-06-01/2012-08-31"),
    ("They wed last summer.", "last summer", "2016-06-01/2016-08-31"),
    ("It is due by the end of the month.", "by the end of the month", "2016-11-21/2016-11-30"),
    ("He will move in May next year.", "May next year", "2017-05-01/2017-05-31"),
    ("He resigned in May last year.", "May last year", "2015-05-01/2015-05-31"),
    ("It is unclear what follows if he won on Nov. 20.", "Nov. 20", "2016-11-20"),
    ("He was scheduled to leave late Tuesday.", "late Tuesday", "2016-11-08"),
    ("It will open in the next week.", "the next week", "2016-11-09/2016-11-16"),
    ("They shop on Christmas Eve and will cook.", "Christmas Eve", "2016-12-24"),
    ("A hearing will be held on Friday in Hull.", "Friday", "2016-11-11"),
    ("The names will now be publicly announced on Friday.", "Friday", "2016-11-11"),
    ("The budget is set to be passed on Friday.", "Friday", "2016-11-11"),
    ("The widow hopes for a hearing to be held on Friday.", "Friday", "2016-11-11"),
    ("The clerk would be sentenced on Friday.", "Friday", "2016-11-11"),
    ("An inquest could be opened on Friday.", "Friday", "2016-11-11"),
    ("An inquest could have been opened on Friday.", "Friday", "2016-11-04"),
    ("The clerk could not be reached on Friday.", "Friday", "2016-11-04"),
    ("The ministers are to meet on Friday.", "Friday", "2016-11-11"),
    ("Voters go to the polls on Friday.", "Friday", "2016-11-11"),
    ("Snow is forecast for Friday in the hills.", "Friday", "2016-11-11"),
    ("Delays are likely Friday on the line.", "Friday", "2016-11-11"),
    ("The album is released on Friday.", "Friday", "2016-11-11"),
    ("The court on Friday agreed to hear the case.", "Friday", "2016-11-04"),
    ("The court agreed to hear the case on Friday.", "Friday", "2016-11-11"),
    ("A probe would begin as soon as the ship had docked, on Friday.", "Friday", "2016-11-11"),
    ("It began as soon as the ship had docked on Friday.", "Friday", "2016-11-04"),
    ("The town is airing an ad, which paints him red, as soon as Friday in Hull.", "Friday",
     "2016-11-11"),
    ("The schools will stay closed on Friday.", "Friday", "2016-11-11"),
    ("A hearing was set for 14 December.", "14 December", "2016-12-14"),
    ("On Friday the album is released.", "Friday", "2016-11-11"),
    ("The clerk, who is pictured on Friday, wept.", "Friday", "2016-11-04"),
    ("He is accused of theft on Friday.", "Friday", "2016-11-04"),
    ("Tenants were told to leave by Friday.", "by Friday", "2016-11-11"),
    ("The toll rose to 40 by Friday.", "by Friday", "2016-11-04"),
    ("She will open the restored mill on Friday.", "Friday", "2016-11-11"),
    ("It snowed on Christmas Day 2010.", "Christmas Day 2010", "2010-12-25"),
    ("It snowed on New Year's Day, 2010.", "New Year's Day, 2010", "2010-01-01"),
    ("It burned on 25/02/2016.", "25/02/2016", "2016-02-25"),
    ("It burned on 02/25/2016.", "02/25/2016", "2016-02-25"),
    ("It burned on 04/04/2016.", "04/04/2016", "2016-04-04"),
    ("It burned on 03/04/2016.", "03/04/2016", "/"),
    ("It ran from 3 to 5 October.", "from 3 to 5 October", "2016-10-03/2016-10-05"),
    ("It ran between 3rd and 5th May 2012.", "between 3rd and 5th May 2012",
     "2012-05-03/2012-05-05"),
    ("It rained on 1 and 2 October.", "1 and 2 October", "2016-10-01/2016-10-02"),
    ("It rained on Oct. 1 and 2 in Hull.", "Oct. 1 and 2", "2016-10-01/2016-10-02"),
    ("Fires killed 3 and 5 October began dry.", "5 October", "2016-10-05"),
    ("The talks took place on 5 February.", "5 February", "2016-02-05"),
    ("She vowed to fight the vote on 5 February.", "5 February", "2017-02-05"),
    ("Snow will fall in the coming days.", "the coming days", "/"),
    ("They rehearse every Saturday in a barn.", "Saturday", "/"),
    ("They rehearse on Saturday nights.", "Saturday", "/"),
    ("They rehearsed on Saturday night.", "Saturday night", "2016-11-05"),
    ("The following year she left.", "The following year", "/"),
    ("She will spend the next two years in Hull.", "the next two years", "2016-11-09/2018-11-09"),
    ("Profit fell in the fourth quarter.", "the fourth quarter", "/"),
    ("Profit will fall in the fourth quarter.", "the fourth quarter", "2016-10-01/2016-12-31"),
    ("This weekend it rained.", "This weekend", "2016-11-05/2016-11-06"),
    ("This weekend it will rain.", "This weekend", "2016-11-12/2016-11-13"),
    ("The bridge fell overnight.", "overnight", "2016-11-08/2016-11-09"),
    ("Snow will fall overnight.", "overnight", "2016-11-09/2016-11-10"),
    ("They will meet the day after tomorrow.", "day after tomorrow", "2016-11-11"),
    ("They met the day before yesterday.", "day before yesterday", "2016-11-07"),
    ("The vote is in a fortnight.", "in a fortnight", "2016-11-21/2016-11-27"),
    ("She will decide in three days.", "in three days", "2016-11-12"),
    ("She will decide within 48 hours.", "within 48 hours", "2016-11-09/2016-11-11"),
    ("It ends in six months' time.", "in six months' time", "2017-05-01/2017-05-31"),
    ("Sales begin in the new year.", "the new year", "2017-01-01/2017-04-30"),
    ("The shop closed over the Easter weekend.", "Easter weekend", "2016-03-26/2016-03-27"),
    ("The shop closed on Good Friday.", "Good Friday", "2016-03-25"),
    ("The shop closed on Easter Monday 2024.", "Easter Monday 2024", "2024-04-01"),
    ("It closed over the Thanksgiving weekend.", "Thanksgiving weekend", "2016-11-24/2016-11-27"),
    ("It closed on Labor Day weekend.", "Labor Day weekend", "2016-09-03/2016-09-05"),
    ("It broke around 10 o'clock on Monday night.", "around 10 o'clock on Monday night",
     "2016-11-07T22:00:00"),
    ("It broke at 15.30 on Monday.", "15.30 on Monday", "2016-11-07T15:30:00"),
    ("It will open from 6 p.m. to 8 p.m. on Friday.", "from 6 p.m. to 8 p.m. on Friday",
     "2016-11-11T18:00:00/2016-11-11T20:00:00"),
    ("The ban will begin at midnight.", "midnight", "2016-11-10T00:00:00"),
    ("They met last week on Tuesday.", "last week on Tuesday", "2016-11-01"),
    ("The trial opens a week on Monday.", "a week on Monday", "2016-11-21"),
    ("The trial opens a week from Monday.", "a week from Monday", "2016-11-21"),
    ("They wed a year ago today.", "a year ago today", "2015-11-09"),
    ("They wed two weeks ago Monday.", "two weeks ago Monday", "2016-10-24"),
    ("It opened 40 years ago this month.", "40 years ago this month", "1976-11-01/1976-11-30"),
    ("It fell in the first three months of the year.", "the first three months of the year",
     "2016-01-01/2016-03-31"),
    ("It fell in the last three months of 2015.", "the last three months of 2015",
     "2015-10-01/2015-12-31"),
    ("It fell in the year to March.", "year to March", "2015-04-01/2016-03-31"),
    ("It fell in the three months to June.", "three months to June", "2016-04-01/2016-06-30"),
    ("It fell in the quarter ended June 30.", "quarter ended June 30", "2016-04-01/2016-06-30"),
    ("It fell in Q3.", "Q3", "2016-07-01/2016-09-30"),
    ("It fell in Q3 2014.", "Q3 2014", "2014-07-01/2014-09-30"),
    ("He called in the week of Oct. 12.", "week of Oct. 12", "2016-10-10/2016-10-16"),
    ("He called in the first week of October.", "first week of October",
     "2016-10-01/2016-10-07"),
    ("He called in the last week of October.", "last week of October", "2016-10-25/2016-10-31"),
    ("He called in the week ending Oct. 15.", "week ending Oct. 15", "2016-10-09/2016-10-15"),
    ("The strike enters its third week on Monday.", "Monday", "2016-11-14"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "expected"), PHRASES, ids=[p[0] for p in PHRASES])
def test_news_forms(text: str, words: str, expected: str) -> None:
    assert shown(text) == [(words, expected)]


@pytest.mark.parametrize(
    "text",
    [
        "May I come in?",
        "Mrs May said she may resign.",
        "Theresa May met April Ryan.",
        "They march on; the March on Washington passed.",
        "Sales drew 2,000 people and 1000 dogs.",
        "He drove on US 101 for a second.",
        "Shops open early on Black Friday.",
        "The Sun and the Sunday Times fall silent.",
        "Prices fall in spring water.",
        "He paid $2016 for a 4-year-old horse.",
        "Halloween masks and a Christmas tree.",
        "A night at the opera, an hour, two weeks.",
        "They scored in the last minute, and in the next hour nobody did.",
        "He read it in USA Today, she in the Today show.",
        "It opened twenty-two years ago.",
        "The deal would last four years.",
        "She left following a week of talks.",
        "They won the relay with a record of 3:29.69.",
        "He ran it in 2:09, ahead of a time of 2:10.",
        "Jan-Erik Berg and Jan Lee met Anna May-Britt.",
        "The flight from Christmas Island to Easter Island was late.",
        "They took an overnight train; it will not change overnight.",
        "It was built in two days. It will be the worst defeat in two weeks.",
        "They toasted the Chinese New Year.",
    ],
)
def test_lookalikes_are_no_times(text: str) -> None:
    assert shown(text) == []


def test_without_a_day_of_publication_nothing_relative_is_resolved() -> None:
    text = (
        "On Tuesday and last week it was so, and in March; on Nov. 8, 2016 and in 2015 it was not."
    )
    found = {text[t.span.start : t.span.end]: t for t in read(text, None)}
    for words in ("Tuesday", "last week", "March"):
        assert (found[words].start, found[words].end) == (None, None)
        assert found[words].anchor == "unresolved"
    assert found["Nov. 8, 2016"].start == date(2016, 11, 8)
    assert found["Nov. 8, 2016"].anchor == found["2015"].anchor == "absolute"


def test_without_one_a_date_is_in_the_year_that_the_text_gives_it() -> None:
    text = "They won on Nov. 2. The photograph was taken on Nov. 2, 2016. They met on Nov. 3."
    assert [interval(t) for t in read(text, None)] == ["2016-11-02", "2016-11-02", "/"]
    twice = "They won on Nov. 2. It snowed on Nov. 2, 2016 and on Nov. 2, 2015."
    assert interval(read(twice, None)[0]) == "/"


def test_a_day_spoken_of_serves_the_next_sentences() -> None:
    text = "He fled on Monday. Two days later he was caught. It was at 6am."
    assert [i for _, i in shown(text)][1:] == ["2016-11-09", "2016-11-09T06:00:00"]


def test_two_days_earlier_counts_from_the_day_spoken_of() -> None:
    text = "He was caught on Monday. Two days earlier he had fled."
    assert shown(text)[1] == ("Two days earlier", "2016-11-05")


FOLLOWING = [
    ("She joined in 2010. The following year she was made head.", "2011-01-01/2011-12-31"),
    ("She joined in 2010. The next year she was made head.", "2011-01-01/2011-12-31"),
    ("The shop opened in June 2012. The following month it burned.", "2012-07-01/2012-07-31"),
    ("He was hurt on Saturday. He died the following morning.", "2016-11-06"),
    ("He was hurt on Saturday. She left the next evening.", "2016-11-06"),
    ("He was hurt on Saturday. He died the same night.", "2016-11-05"),
    ("He was hurt on Saturday. He died the following Monday.", "2016-11-07"),
    ("She fled in 1943. She spent the next two years in Hull.", "1943-01-01/1945-01-01"),
]


@pytest.mark.parametrize(("text", "expected"), FOLLOWING, ids=[f[0] for f in FOLLOWING])
def test_what_follows_counts_from_the_time_spoken_of(text: str, expected: str) -> None:
    assert [i for _, i in shown(text)][1] == expected


SLASHED = [
    ("It was on 03/04/2016. It was on 25/02/2016.", "2016-04-03"),
    ("It was on 03/04/2016. It was on 02/25/2016.", "2016-03-04"),
    ("It was on 03/04/2016. It was on 1 May 2016.", "2016-04-03"),
    ("It was on 03/04/2016. It was on May 1, 2016.", "2016-03-04"),
    ("It was on 03/04/2016. It was on 02/25/2016 and on 1 May 2016.", "/"),
]


@pytest.mark.parametrize(("text", "expected"), SLASHED, ids=[s[0] for s in SLASHED])
def test_a_date_in_figures_has_the_order_of_the_other_dates(text: str, expected: str) -> None:
    assert interval(read(text)[0]) == expected


def test_that_week_is_the_one_spoken_of() -> None:
    text = "He fled on Oct. 5, 2011. That week it rained. Later that year he was caught."
    assert [i for _, i in shown(text, None)][1:] == [
        "2011-10-03/2011-10-09",
        "2011-10-03/2011-12-31",
    ]


def test_an_impossible_date_is_found_but_not_resolved() -> None:
    (t,) = read("It was Feb. 30, 2015.")
    assert (t.start, t.end, t.anchor) == (None, None, "unresolved")


def test_granularity_and_anchor() -> None:
    text = (
        "In 2015, last week, in March, on Friday, then at 6am and in the third quarter it rained."
    )
    assert [(t.granularity, t.anchor) for t in read(text)] == [
        ("year", "absolute"),
        ("week", "published"),
        ("month", "published"),
        ("day", "published"),
        ("time", "published"),
        ("quarter", "published"),
    ]


_WORDS = st.sampled_from(
    "the in on at since until from to between and last next this early late mid-May Monday "
    "Friday, May March Nov. 8 8th 2016 2016-11-08 6am 6:10 9/11 1990s '90s second third quarter "
    "two a days weeks ago earlier later year . ; said will opens week weekend summer of end "
    "Christmas Eve tonight 31 Feb. 0 9999 1000 GMT \n\n - – past decade century 19th".split(" ")
)
_PROSE = st.lists(_WORDS, max_size=30).map(" ".join)


def _told_in_a_row(phrases: list[tuple[str, str, str]]) -> str:
    return " ".join(text for text, _, _ in phrases)


_TEXTS = _PROSE | st.text(max_size=80)
_DAYS = st.none() | st.dates() | st.datetimes()


@given(_TEXTS, _DAYS)
def test_spans_lie_in_the_text_in_order_and_intervals_run_forwards(
    text: str, published: date | datetime | None
) -> None:
    found = read(text, published)
    assert found == read(text, published)
    at = 0
    for t in found:
        assert at <= t.span.start < t.span.end <= len(text)
        at = t.span.end
        assert type(t.start) is type(t.end) or None in (t.start, t.end)
        if t.start is not None and t.end is not None:
            assert t.start <= t.end
        if t.anchor == "unresolved":
            assert t.start is None
            assert t.end is None


@given(_PROSE | st.lists(st.sampled_from(PHRASES), max_size=6).map(_told_in_a_row), _DAYS)
def test_a_time_read_by_itself_says_what_it_says_in_the_whole(
    text: str, published: date | datetime | None
) -> None:
    split, words, whole = sentences(text), tokens(text), read(text, published)
    for sentence in split:
        for m in re.finditer(r"\S+", sentence.span.of(text).text):
            place = Span(sentence.span.start + m.start(), sentence.span.start + m.end())
            found = times_at(text, split, published, words, place)
            if found is not None:
                at_place = [t for t in found if t.span.overlaps(place)]
                assert at_place == [t for t in whole if t.span.overlaps(place)]


def test_the_second_word_of_a_time_is_part_of_it() -> None:
    text = "It is due on Thursday week."
    found = times_at(text, sentences(text), WEDNESDAY, tokens(text), Span(22, 26)) or []
    assert [time.span.of(text).text for time in found] == ["Thursday week"]


def test_most_times_can_be_read_by_themselves() -> None:
    told = [(text, WEDNESDAY, Span(text.index(words), len(text))) for text, words, _ in PHRASES]
    alone = [times_at(t, sentences(t), day, tokens(t), place) is not None for t, day, place in told]
    assert sum(alone) > 0.8 * len(told)


@given(_PROSE, st.dates(date(1950, 1, 1), date(2100, 1, 1)))
def test_a_paragraph_in_front_shifts_offsets_only(text: str, published: date) -> None:
    front = "Nobody spoke of it again.\n\n"
    moved = [
        (t.span.start - len(front), t.span.end - len(front), t.start, t.end, t.anchor)
        for t in read(front + text, published)
    ]
    assert moved == [
        (t.span.start, t.span.end, t.start, t.end, t.anchor) for t in read(text, published)
    ]


@given(
    st.sampled_from(
        [
            "She spoke on {}.",
            "She will speak on {}.",
            "On {} she left, last week.",
            "She left last {}.",
            "She speaks next {} at 6am.",
            "Early {} morning it rained, two days ago.",
        ]
    ),
    st.sampled_from("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()),
    st.dates(date(1950, 1, 1), date(2100, 1, 1)),
)
def test_a_week_later_the_same_words_mean_a_week_later(
    form: str, day: str, published: date
) -> None:
    text, week = form.format(day), timedelta(days=7)
    for a, b in zip(read(text, published), read(text, published + week), strict=True):
        assert a.start is not None
        assert a.end is not None
        assert (a.start + week, a.end + week) == (b.start, b.end)


@pytest.mark.parametrize(
    "unit", ["7", "2016 ", "May ", "in March ", "Monday ", "since 2018 ", "6:10am ", "early ", "1-"]
)
def test_cost_grows_with_the_length_of_the_text(unit: str) -> None:
    assert is_linear(lambda text: times(text, sentences(text), WEDNESDAY), repeated(unit))


class _NoToday(datetime):
    @classmethod
    def today(cls) -> _NoToday:
        raise AssertionError("today's date was asked for")

    @classmethod
    def now(cls, tz: object = None) -> _NoToday:
        raise AssertionError("the present time was asked for")


class _NoDateToday(date):
    @classmethod
    def today(cls) -> _NoDateToday:
        raise AssertionError("today's date was asked for")


def test_today_is_never_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    text = " ".join(p[0] for p in PHRASES)
    expected = shown(text)
    for module in ("times.finding", "times.resolve"):
        monkeypatch.setattr(f"newsbrief.analysis.{module}.datetime", _NoToday)
    for module in ("times.resolve", "times.dates", "times.units", "times.named"):
        monkeypatch.setattr(f"newsbrief.analysis.{module}.date", _NoDateToday)
    assert shown(text) == expected
    assert len(expected) >= len(PHRASES)
    assert all(t.start is None or t.anchor == "absolute" for t in read(text, None)[:20])


@pytest.mark.parametrize("published", ["0001-01-01", "2016-10-10", "9999-12-31"])
def test_every_phrase_may_be_read_on_every_day(published: str) -> None:
    for text in (*(p[0] for p in PHRASES), "It won on 1 May.", "It closed over Christmas."):
        for found in read(text, date.fromisoformat(published)):
            assert found.start is None or found.end is None or found.start <= found.end


@pytest.mark.parametrize("published", ["0001-01-01", "2016-10-10", "9999-12-31"])
def test_every_unit_may_be_counted_from_every_day(published: str) -> None:
    relatives = "last next this past coming previous following current same the".split()
    units = "minute hour day night week weekend fortnight month quarter year decade century".split()
    for relative, number, unit in product(relatives, ("", "30 ", "999 ", "several "), units):
        counted = f"{number}{unit}"
        text = f"It rained in the {relative} {counted}, {counted} ago, {counted} later."
        for found in read(text, date.fromisoformat(published)):
            assert found.start is None or found.end is None or found.start <= found.end
