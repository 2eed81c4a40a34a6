"""Numbers, dates and names in free text: what an article holds in another form, what it lacks."""

from __future__ import annotations

from typing import Any

import pytest
import story

from newsbrief import Brief, FakeBackend, Section, Settings, summarise
from newsbrief.analysis.facts import days, figures
from newsbrief.analysis.reading import Reading
from newsbrief.article import Article
from newsbrief.sections.item import Item
from newsbrief.wire import Prose, WireItem

TEXT = """\
Beijing, May 30 - China's Defence Minister Li Shangfu declined to meet U.S. Defense Secretary \
Lloyd Austin on Monday, the World Health Organization and the Republican governor of Iowa were told.

About 3,000 people, a fifth of them under 25, paid $1.2 million for twenty-one boats in 1998; some \
20 percent were sold again in the '60s spirit. He was the 44th to ask. The GDP of Peru fell by 4.5 \
points, said María-José O’Hanrahan, vice president of Brandt & Sohn.

Anti-Trump groups and Canadians met in North Carolina yesterday. "We will not wait another year," \
she said. Seventeen of the hundred and twenty villages were empty.
"""


def lack(prose: str, text: str = TEXT, published: str | None = "2023-05-31") -> str | None:
    found = Reading(Article(text, "Talks off", published)).held.lack(prose)
    return found and found.words


@pytest.mark.parametrize(
    "prose",
    [
        "Some 3000 people paid 1.2m dollars.",
        "Three thousand people paid $1,200,000.",
        "They bought 21 boats at 1.2 million.",
        "A share of 20% was sold.",
        "Both ministers, the two sides and one guest met a week later.",
        "He was the forty-fourth.",
        "In 1998 and in the 1960s.",
        "Of 120 villages, 17 were empty.",
        "Two reasons and five ways to ask.",  # the writer counts his own
        "China said on 30 May 2023 that it would not come.",  # published on 31 May
        "Chinese and American officials did not meet on Monday.",
        "The United States, the US and the U.S.A. were told.",
        "The Peruvian economy, Canada and an Iowan were named.",
        "The WHO and the GOP were told.",
        "The W.H.O. was told.",
        "On Tuesday groups met.",  # "yesterday"
        "In May, groups against Trump met in N.C.",
        "Li's guests met Austin’s.",
        "TALKS OFF, SAYS LI SHANGFU",
        "Chinese Minister Snubs Pentagon Chief As Talks Falter",
        "Vice President O'Hanrahan of Brandt and Sohn spoke.",
        "Mr. Li, Dr. Austin and Gov. Brandt: “Don’t wait,” I’m told.",
        "Rescuers waited. Villagers left; Nobody came.",
    ],
)
def test_what_the_article_holds_in_another_form(prose: str) -> None:
    assert lack(prose) is None


@pytest.mark.parametrize(
    ("prose", "words"),
    [
        ("Some 3,100 people paid.", "3,100"),
        ("They paid $1.2 billion.", "1.2 billion"),
        ("They paid 1.3m dollars.", "1.3m"),
        ("Forty boats were sold.", "Forty"),
        ("It was in 1999.", "1999"),
        ("The 45th to ask left.", "45th"),
        ("He left on May 24.", "May 24"),
        ("He left on 30 April.", "30 April"),
        ("He left on Thursday.", "Thursday"),
        ("He left in August.", "August"),
        ("The Japanese were told.", "Japanese"),
        ("They met in South Dakota.", "South"),
        ("Minister Zhang Shangfu declined.", "Zhang"),
        ("Kowalczyk declined to meet Austin.", "Kowalczyk"),
        ("China Snubs Kowalczyk As Talks Falter", "Kowalczyk"),
        ("The IMF was told.", "IMF"),
        ("CHINA SNUBS KOWALCZYK", "KOWALCZYK"),
        ("The vice president of Stone was told.", "Stone"),
        ("Only 1.75 percent were sold.", "1.75"),  # one and two are counted, not their fractions
        ("The -3 degrees of it hurt.", "3"),
        ("Millions paid, billions of them twice.", "billions"),  # 1.2 million is told
        ("Twenty‑six boats were sold.", "Twenty‑six"),  # by a hyphen that does not break
        ("They had 47 reasons; 46 boats sank.", "46"),
    ],
)
def test_what_the_article_lacks(prose: str, words: str) -> None:
    assert lack(prose) == words


@pytest.mark.parametrize(
    "text",
    [
        "Rain fell. A pier was lost, the mayor said.",
        "RAIN FELL ON MONDAY. THE MAYOR SAID THAT A PIER WAS LOST.",
    ],
)
def test_short_and_loud_articles_are_english_too(text: str) -> None:
    assert lack("Rain fell in Oslo.", text) == "Oslo"
    assert lack("Seven piers were lost.", text) == "Seven"
    assert lack("A pier was lost in the rain.", text) is None


@pytest.mark.parametrize(
    ("prose", "words"),
    [
        ("Susan Becker was there.", "Susan Becker"),
        ("Tom Hill’s speech was long.", "Tom Hill"),
        ("Tom Becker and Susan R. Hill met.", None),
        ("Thomas Becker was there.", None),
        ("Paula Hill was there.", None),  # her daughter, told without a surname
        ("Mayor Tom Becker was there.", None),
    ],
)
def test_a_name_is_not_made_of_two_peoples(prose: str, words: str | None) -> None:
    text = "Mayor Susan R. Hill and her daughter Paula were there, and Tom Becker gave a speech."
    assert lack(f"The mayor was there. {prose}", f"{text} It was long, Thomas was told.") == words


def test_a_day_needs_the_calendar_of_publication() -> None:
    assert lack("They met on Tuesday.", published=None) == "Tuesday"  # whose yesterday?
    assert lack("It was out on 31 May.", published=None) == "31 May"
    assert lack("It was out on 31 May.") is None


def test_the_title_is_part_of_the_article() -> None:
    article = Article("A minister was told of it.", "Okafor out after 14 years")
    assert Reading(article).held.lack("Okafor left after 14 years.") is None


def test_capitals_say_less_in_other_languages() -> None:
    german = "Der Bürgermeister ist am Montag nach 14 Jahren im Amt zurückgetreten. Er war müde."
    assert lack("Der Rücktritt folgte auf eine Prüfung", german) is None
    assert lack("Rücktritt nach 15 Jahren", german) == "15"


def test_a_script_without_spaces() -> None:
    text = "市长周一辞职。审计发现该市为桥梁维修支付了两次费用。费用为420万美元。"
    summary = [{"text": "审计之后市长辞职了，费用是420万。", "evidence": [1]}]
    answer = {"headline": "市长辞职，原因是一项审计", "summary": summary}
    brief = summarise(text, model=FakeBackend([answer]), sections=[])
    assert brief.headline == "市长辞职，原因是一项审计"
    assert "rest on the model alone" in brief.provenance.warnings[0]
    assert [sentence.text for sentence in brief.summary.sentences] == [
        one["text"] for one in summary
    ]


def test_a_number_of_two_digits_says_what_free_text_speaks_of() -> None:
    text = "The suspects were aged 34 and 51. " + "It rained for days in the north. " * 9
    told = "The men, 34 and 51, are in custody."  # no other word of it stands there
    answer = story.answer(summary=[{"text": told, "evidence": [1]}], events=[], quotes=[])
    brief = summarise(text, model=FakeBackend([answer, {}]))
    assert told in [sentence.text for sentence in brief.summary.sentences]


def test_where_a_fact_is_looked_for() -> None:
    reading = Reading(Article(story.TEXT))
    first = reading.sentences[0].span
    inside = reading.held.lack("Becker asked for calm.", first.start, first.end)
    assert inside is not None
    assert inside.elsewhere
    nowhere = reading.held.lack("Kowalczyk asked for calm.", first.start, first.end)
    assert nowhere is not None
    assert not nowhere.elsewhere


@pytest.mark.parametrize(
    ("prose", "lacks"),
    [
        ("Tamsin Vask resigned.", None),  # the only one of that surname
        ("On Monday Tamsin Vask resigned.", None),
        ("Tamsin Vask's resignation came on Monday.", None),
        ("Ivo Vask resigned.", "Ivo"),
        ("Becker resigned.", "Becker"),
        ("Ruth Lindqvist resigned.", "Ruth"),  # or Sven?
        ("Sven Lindqvist resigned.", "Sven"),
    ],
)
def test_a_full_name_for_whom_the_sentence_calls_by_surname(prose: str, lacks: str | None) -> None:
    first = "Tamsin Vask met Tom Becker, Sven Lindqvist and Ruth Lindqvist in May. "
    reading = Reading(Article(f"{first}Mayor Vask and Ms. Lindqvist resigned on Monday."))
    found = reading.held.lack(prose, len(first), len(reading.text))
    assert (found and found.words) == lacks
    assert found is None or found.elsewhere == ("Ivo" not in prose)


def test_what_may_be_a_common_word_is_one_elsewhere_too() -> None:
    reading = Reading(Article("Voters go to the polls on Friday. It will rain."))
    found = reading.held.lack("It was planned by Marches.", 0, 30)
    assert found is not None
    assert (found.words, found.elsewhere) == ("Marches", False)


def test_numbers_and_their_values() -> None:
    def values(text: str) -> list[float]:
        return [f.value for f in (*figures.in_digits(text), *figures.in_words(text))]

    assert values("1,250 and 3.5m, 2 billion, 1 hundred") == [1250, 3.5e6, 2e9, 100]
    assert values("the G20, COVID-19, v2.0 and 10-20") == [19, 10, 20]
    assert values("two hundred and fifty thousand, ninety-nine, fortieth") == [250_000, 99, 40]
    assert [(d.month, d.day) for d in days.days("May 30, 2 June, the 3rd of July, May 1,000")] == [
        (5, 30), (6, 2), (7, 3),
    ]  # fmt: skip


# --- in a brief ----------------------------------------------------------------------------------


def brief_of(*repairs: dict[str, Any], **other: Any) -> tuple[Brief, FakeBackend]:
    backend = FakeBackend([story.answer(**other), *repairs])
    return summarise(story.TEXT, model=backend, published=story.PUBLISHED), backend


def lost(brief: Brief, section: str) -> list[str]:
    return [loss.reason for loss in brief.provenance.dropped if loss.section == section]


def test_a_headline_is_asked_for_again() -> None:
    right = {"headline": [{"item": 1, "text": "Springfield mayor resigns over bridge"}]}
    brief, backend = brief_of(right, headline="Shelbyville mayor resigns over bridge audit")
    assert brief.headline == "Springfield mayor resigns over bridge"
    told = backend.calls[1].messages[-1]["content"]
    assert "the article does not hold this name: Shelbyville" in told
    assert brief.provenance.dropped == ()
    assert [attempt.kind for attempt in brief.provenance.attempts] == ["grounding"]


def test_a_headline_that_fails_again_gives_way() -> None:
    wrong = {"headline": [{"item": 1, "text": "Mayor of Shelbyville resigns over bridge audit"}]}
    brief, _ = brief_of(wrong, headline="Shelbyville mayor resigns over bridge audit")
    assert "Springfield" in brief.headline
    assert lost(brief, "headline") == ["the article does not hold this name: Shelbyville"]


def assert_its_own(brief: Brief) -> None:
    """The summary is made of the article's own sentences, and the brief says so."""
    assert brief.summary.sentences
    for sentence in brief.summary.sentences:
        (evidence,) = sentence.evidence
        assert sentence.text == evidence.text
    assert any("no sentence of a summary that holds" in w for w in brief.provenance.warnings)


def test_a_sentence_that_fails_again_is_dropped() -> None:
    wrong = {"text": "Mayor Ana Ruiz resigned after 12 years.", "evidence": [1]}
    brief, _ = brief_of({"summary": [{**wrong, "item": 1}]}, summary=[wrong])
    assert_its_own(brief)
    assert lost(brief, "summary") == ["the article does not hold this number: 12"]


def test_words_that_were_said_are_no_summary() -> None:
    said = {"text": "We need calm heads now.", "evidence": [5]}
    brief, _ = brief_of(summary=[said])
    assert_its_own(brief)
    assert lost(brief, "summary") == ["it repeats what somebody said, and does not tell who"]


def test_words_in_marks_are_the_articles() -> None:
    wrong = {"text": "Ana Ruiz, the mayor, said: “I take no responsibility.”", "evidence": [2]}
    right = {"text": "Ana Ruiz, the mayor, said: “I take full responsibility.”", "evidence": [2]}
    brief, _ = brief_of({}, summary=[wrong, right])
    assert [sentence.text for sentence in brief.summary.sentences] == [right["text"]]
    assert lost(brief, "summary") == [
        "the article does not hold the words in quotation marks: I take no responsibility"
    ]


def test_words_of_another_sentence_rest_on_that() -> None:
    sentence = "The repairs cost 4.2 million dollars in 2021."
    brief, backend = brief_of(summary=[{"text": sentence, "evidence": [1]}])
    (found,) = brief.summary.sentences
    assert [span.text for span in found.evidence] == [sentence]
    assert lost(brief, "summary.evidence") == [
        "the sentences that it points at do not say so: 4.2 million"
    ]
    assert len(backend.calls) == 1


@pytest.mark.parametrize(
    ("told", "pointed", "rests_on"),
    [
        ("An interim mayor will be chosen by the city council.", [3], 4),
        ("An interim mayor will be chosen by the city council.", [2, 3, 5], 4),
        ("The council is to meet and choose who leads for now.", [5], 5),  # shares few with any
        ("City politics: the mayor has resigned after the audit.", [1], 1),
    ],
)
def test_evidence_is_the_sentence_that_tells_it(
    told: str, pointed: list[int], rests_on: int
) -> None:
    """The sentences beside the right one speak of the same thing, and bear it out all the same."""
    brief, backend = brief_of(summary=[{"text": told, "evidence": pointed}])
    (found,) = brief.summary.sentences
    reading = Reading(brief.article)
    assert [reading.sentence_at(span) for span in found.evidence] == [rests_on - 1]
    moved = ["the sentences that it points at do not say so"] * (pointed != [rests_on])
    assert lost(brief, "summary.evidence") == moved
    assert len(backend.calls) == 1


def test_who_points_at_half_the_article_points_at_what_tells_it() -> None:
    told = "Ana Ruiz, the mayor, resigned after the audit."
    event = {**story.answer()["events"][0], "description": told, "evidence": [1, 2, 3, 4, 5]}
    brief, backend = brief_of(events=[{**event, "when": "on Thursday"}])
    reading, found = Reading(brief.article), brief.events[0]
    # The third and the fifth have no word of it.
    assert [reading.sentence_at(span) for span in found.evidence] == [0, 1, 3]
    losses = [d for d in brief.provenance.dropped if d.section == "events.evidence"]
    assert [reading.sentence_at(loss.span) for loss in losses if loss.span] == [2, 4]
    assert len(backend.calls) == 1


@pytest.mark.parametrize("section", ["summary", "events"])
def test_what_a_page_has_around_a_story_is_no_part_of_it(section: str) -> None:
    front = "Photo SPRINGFIELD, Ohio -- "
    text = f"{front}The city council opened the new bridge on Monday, to much applause.\n\n"
    text += "Share Tweet Click to share on Facebook (Opens in new window)\n\n"
    text += "Ana Ruiz, the mayor, thanked all those who had built it in two years."
    opened = "The city council opened the new bridge on Monday."
    items: list[dict[str, Any]] = [
        {"text": f"{front}{opened}", "evidence": [1]},
        {"text": "Click to share on Facebook.", "evidence": [2]},
    ]
    other: dict[str, Any] = {"status": "happened", "when": None, "where": None, "participants": []}
    if section == "events":
        items = [{"description": item.pop("text"), **item, **other} for item in items]
    answer = story.answer(quotes=[], stakeholders=[]) | {
        "events": [],
        "summary": [],
        section: items,
    }
    brief = summarise(text, model=FakeBackend([answer, {}]))
    told = [event.description for event in brief.events]
    told += [sentence.text for sentence in brief.summary.sentences]
    assert opened in told
    assert not any("Facebook" in one or "Photo" in one for one in told)
    assert "it rests on a part of the page, not on the story" in lost(brief, section)


def test_of_two_sentences_that_tell_it_the_evidence_is_the_one_that_tells_little_else() -> None:
    told = "Ana Ruiz opened the Calder bridge."
    photo = "Photo of the day: Ana Ruiz, who opened the Calder bridge, Tom Becker and Lia Weller"
    text = f"{photo} of the city council at a fair, with ice and cake.\n\nIt rained.\n\n{told}"
    answer = story.answer(summary=[{"text": told, "evidence": [2]}], events=[], quotes=[])
    brief = summarise(text, model=FakeBackend([answer, {}, {}]))
    (found,) = brief.summary.sentences
    assert [span.text for span in found.evidence] == [told]


def test_evidence_speaks_of_what_it_bears_out() -> None:
    brief, _ = brief_of({}, summary=[{"text": "Books were checked by Weller.", "evidence": [1]}])
    assert_its_own(brief)
    (reason,) = lost(brief, "summary")
    assert reason == "the sentences that it points at do not say so: Weller"


VOTE = (
    "Dana Lee beat Omar Ruiz in the vote on Monday. Ruiz was fined by Carla Stone in May. Lee met "
    "with Stone in Springfield. Stone, who had left, praised her. Ruiz thanked the city. Of Lee, "
    "whom she had praised before the vote, Ruiz said that she will rule."
)


@pytest.mark.parametrize(
    ("told", "pointed", "reason"),
    [
        ("Omar Ruiz beat Dana Lee in the vote.", 1, "Omar Ruiz: beat"),
        ("Carla Stone beat Omar Ruiz in the vote.", 1, "Carla Stone: beat"),
        ("In the vote Ruiz has clearly beat Lee.", 1, "Ruiz: beat"),
        ("Ruiz was fined by Dana Lee in May.", 2, "Dana Lee: fined"),
        ("Dana Lee was fined by Carla Stone in May.", 2, "Dana Lee: fined"),
        ("Dana Lee beat Ruiz in the vote.", 1, None),
        ("Stone met Lee in the vote.", 3, None),  # who meets is met
        ("Ruiz was beaten by Lee in the vote.", 1, None),  # another form is not compared
        ("Stone met with Dana Lee in Springfield.", 3, None),  # and she with her
        ("Dana Lee had praised her, and left.", 4, None),  # who left, no name tells
        ("Stone thanked the city.", 5, "Stone: thanked"),
        ("The brother of Stone thanked the city.", 5, None),  # his name the text may not tell
        ("Lee, whom he had praised, won: he will rule, Ruiz said.", 6, "he: praised"),
        ("Ruiz said that she will rule after the vote.", 6, None),
    ],
)
def test_what_one_does_another_has_not_done(told: str, pointed: int, reason: str | None) -> None:
    answer = story.answer(summary=[{"text": told, "evidence": [pointed]}], events=[], quotes=[])
    brief = summarise(VOTE, model=FakeBackend([answer, {}]))
    kept = [sentence.text for sentence in brief.summary.sentences]
    assert (told in kept) == (reason is None)
    told_of = f"the sentences that it points at do not say so: {reason}"
    assert lost(brief, "summary") == ([] if reason is None else [told_of])


@pytest.mark.parametrize("title", [None, "Vote: Lee beat Ruiz"])
def test_a_headline_gives_to_nobody_what_another_does(title: str | None) -> None:
    answer = story.answer(headline="Omar Ruiz beat Dana Lee", summary=[], events=[], quotes=[])
    brief = summarise(Article(VOTE, title), model=FakeBackend([answer, {}]))
    assert lost(brief, "headline") == ["the article says it of somebody else: Omar Ruiz: beat"]
    assert brief.headline == (title or "Dana Lee beat Omar Ruiz in the vote on Monday.")


def test_a_body_may_do_what_its_head_does() -> None:
    text = "The Harwick Union has a new head. Lia Weller said that wages had fallen in May."
    told = {"text": "The Harwick Union said that wages had fallen in May.", "evidence": [2]}
    answer = story.answer(summary=[told], events=[], quotes=[])
    brief = summarise(text, model=FakeBackend([answer, {}]))
    assert [sentence.text for sentence in brief.summary.sentences] == [told["text"]]


def test_what_the_article_says_of_both_may_be_told_of_either() -> None:
    text = f"{VOTE} Carla Stone beat Omar Ruiz in the year before."
    told = {"text": "Carla Stone beat Omar Ruiz.", "evidence": [1]}
    answer = story.answer(summary=[told], events=[], quotes=[])
    brief = summarise(text, model=FakeBackend([answer, {}]))
    assert [sentence.text for sentence in brief.summary.sentences] == [told["text"]]


class NoteWire(WireItem):
    note: Prose


class Note(Item):
    note: str


class Notes(Section[NoteWire, Note]):
    name, wire, item = "notes", NoteWire, Note


def test_a_users_own_section_has_it_for_free(tmp_path: Any) -> None:
    (tmp_path / "notes.j2").write_text("notes: remarks.")
    answer = {
        "headline": "Mayor resigns",
        "summary": [],
        "notes": [{"note": "It cost 5 million."}, {"note": "It cost 4.2m."}],
    }
    backend = FakeBackend([answer, {}])
    settings = Settings(prompts=tmp_path)
    brief = summarise(story.TEXT, model=backend, sections=[Notes], settings=settings)
    assert [note.note for note in brief[Notes]] == ["It cost 4.2m."]
    assert lost(brief, "notes") == ["the article does not hold this number: 5 million"]
