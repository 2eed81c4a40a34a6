"""What a model says of somebody, or of when and where, must stand by what it rests on."""

from __future__ import annotations

from typing import Any

import pytest
import story

from newsbrief import Article, Brief, Events, FakeBackend, Quotes, Stakeholders, summarise


def brief_of(**other: Any) -> Brief:
    backend = FakeBackend([story.answer(**other), {"events": [], "stakeholders": []}])
    return summarise(story.TEXT, model=backend, published=story.PUBLISHED)


def party(**fields: Any) -> list[dict[str, Any]]:
    given = {"name": "Tom Becker", "kind": "person", "role": None, "affiliation": None}
    return [{**given, **fields}]


def event(**fields: Any) -> list[dict[str, Any]]:
    given = {
        "description": "Ana Ruiz resigned as mayor.", "status": "happened", "when": None,
        "where": None, "participants": ["Ana Ruiz"], "evidence": [1],
    }  # fmt: skip
    return [{**given, **fields}]


def lost(brief: Brief, section: str) -> list[str]:
    return [loss.reason for loss in brief.provenance.dropped if loss.section == section]


def test_a_role_is_the_partys_own() -> None:
    brief = brief_of(stakeholders=party(role="mayor"))  # Ana Ruiz is the mayor
    (becker,) = [p for p in brief.stakeholders if p.name == "Tom Becker"]
    assert becker.role != "mayor"
    assert lost(brief, "stakeholders.role") == ["the article does not say this of them"]


@pytest.mark.parametrize(
    ("text", "role", "body", "held"),
    [
        ("China's trade minister Wang Wentao came.", "trade minister", "China", True),
        ("Wang Wentao, the head of the Trade Bank, came.", "head", "Trade Bank", True),
        ("Wang Wentao, who leads the Trade Bank, came.", None, "Trade Bank", True),
        ("Trade Bank spokesman Wang Wentao came.", "spokesman", "Trade Bank", True),
        ("Wang Wentao met the head of the Trade Bank.", None, "Trade Bank", False),
        ("Wang Wentao told Reuters that China would come.", None, "China", False),
        ("Gina Raimondo and China's trade minister Wang Wentao came.", None, "China", False),
        ("They are from China. Wang Wentao is not.", None, "China", False),
    ],
)
def test_an_affiliation_is_stated_of_the_party(
    text: str, role: str | None, body: str, held: bool
) -> None:
    name = "Gina Raimondo" if "Gina" in text else "Wang Wentao"
    answer = {"stakeholders": party(name=name, role=role, affiliation=body)}
    backend = FakeBackend([{"headline": "", "summary": [], **answer}])
    brief = summarise(text, model=backend, sections=[Stakeholders])
    (told,) = [p for p in brief.stakeholders if p.name == name]
    assert (told.affiliation == body) is held
    assert lost(brief, "stakeholders.affiliation") == (
        [] if held else ["the article does not say this of them"]
    )


@pytest.mark.parametrize("behind", [", a 49-year-old", ", the 30-year-old", ", then a"])
def test_a_role_may_stand_behind_an_age(behind: str) -> None:
    answer = {"headline": "", "summary": [], "stakeholders": party(role="roofer")}
    text = f"Tom Becker{behind} roofer from Halden, came."
    brief = summarise(text, model=FakeBackend([answer]), sections=[Stakeholders])
    assert [p.role for p in brief.stakeholders] == ["roofer"]


@pytest.mark.parametrize(
    ("role", "held"), [("potential candidate for mayor", True), ("candidate for mayor", True),
                       ("mayor", False), ("mayor of Halden", False)],
)  # fmt: skip
def test_a_role_may_leave_words_out(role: str, held: bool) -> None:
    answer = {"headline": "", "summary": [], "stakeholders": party(role=role)}
    text = "Tom Becker, a perennial potential candidate for mayor of Halden, came."
    brief = summarise(text, model=FakeBackend([answer]), sections=[Stakeholders])
    assert (brief.stakeholders[0].role == role) is held


@pytest.mark.parametrize(
    ("given", "held"),
    [
        ("US forces", "US forces"),
        ("state weather service", "state weather service"),
        ("State weather service", "state weather service"),
        ("Harbour police", "harbour police"),
        ("Fishermen", "fishermen"),
        ("Grant", None),
        ("Bill", None),
        ("Told us", None),
        ("State nothing", None),
        ("State", None),
    ],
)
def test_bodies_without_a_name_of_their_own_are_somebody(given: str, held: str | None) -> None:
    answer = {"headline": "", "summary": [], "stakeholders": party(name=given, kind="group")}
    text = (
        "US forces left the town, and told us so. The state weather service had warned of rain. "
        "It said that harbour police would state nothing. A grant was paid to fishermen by a bill."
    )
    backend = FakeBackend([answer, {"stakeholders": []}])
    brief = summarise(text, model=backend, sections=[Stakeholders])
    assert (held in [p.name for p in brief.stakeholders]) == (held is not None)
    assert lost(brief, "stakeholders") == ([] if held else ["the article does not hold this name"])


@pytest.mark.parametrize(
    ("speaker", "held"),
    [
        ("Weller Partners", True),
        ("Ana Ruiz", False),  # no "they"
        ("Lake Trust", False),  # named behind the "they" alone
        ("Mill Company", False),  # no nearer than six sentences before
    ],
)
def test_a_pronoun_stands_for_somebody_named_before(speaker: str, held: bool) -> None:
    text = (
        "Mill Company was there. It rained. The hall was cold. People waited. Doors were shut. "
        "Weller Partners sent clerks. Ana Ruiz was ill. “It was late,” they said. "
        "Lake Trust sent nobody."
    )
    answer = {"headline": "", "summary": [], "quotes": {"q1_speaker": speaker}}
    brief = summarise(text, model=FakeBackend([answer]), sections=[Quotes])
    (quote,) = brief.quotes
    assert quote.speaker_name == (speaker if held else None)
    assert quote.speaker_span is not None
    assert quote.speaker_span.text == "they"
    assert bool(lost(brief, "quotes.speaker")) is not held


@pytest.mark.parametrize(
    ("speaker", "held"), [("Paul Hill", False), ("Susan Cole", True), ("Weller Partners", False)]
)
def test_a_pronoun_stands_for_its_own_kind(speaker: str, held: bool) -> None:
    text = "Paul Hill and Susan Cole of Weller Partners came. “It was late,” she said."
    answer = {"headline": "", "summary": [], "quotes": {"q1_speaker": speaker}}
    brief = summarise(text, model=FakeBackend([answer]), sections=[Quotes])
    assert (brief.quotes[0].speaker_name == speaker) is held


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("two council officials", True),
        ("police in the harbour", True),
        ("a man who asked not to be named", True),
        ("They", False),
        ("Monday", False),
        ("closed the harbour", False),
        ("returned on Tuesday", False),
        ("said so", False),
        ("nobody", False),
        ("in the harbour", False),
        ("None of the sailors", False),
        ("neither officer", False),
        ("45", False),
    ],
)
def test_a_party_is_a_noun_phrase(words: str, held: bool) -> None:
    text = (
        "They closed the harbour on Monday, two council officials and police in the harbour said. "
        "It was late, and nobody but a man who asked not to be named said so. "
        "None of the sailors, and neither officer, was among the 45; all returned on Tuesday. "
        "“It is deep.”"
    )
    answer = {
        "headline": "", "summary": [], "quotes": {"q1_speaker": words},
        "stakeholders": party(name=words),
    }  # fmt: skip
    backend = FakeBackend([answer, {"stakeholders": []}])
    brief = summarise(text, model=backend, sections=[Stakeholders, Quotes])
    assert (words in {p.name for p in brief.stakeholders}) is held
    assert bool(lost(brief, "stakeholders")) is not held


def test_a_title_is_no_speech_whoever_the_model_names() -> None:
    text = "Tom Hill wrote a book, “Big Fish,” with Susan Cole on Monday."
    answer = {"headline": "", "summary": [], "quotes": {"q1_speaker": "Susan Cole"}}
    brief = summarise(text, model=FakeBackend([answer]), sections=[Quotes])
    assert brief.quotes == ()
    assert "it is no speech: title of a work or name" in lost(brief, "quotes")


def test_who_says_it_is_told_to_be_unknown() -> None:
    brief = summarise("It rained on Monday. “We will win in the end.”", model="extractive")
    assert brief.quotes[0].speaker is None
    told = "quotes whose speaker the text does not name for certain: 1 (q1)"
    assert told in brief.provenance.warnings


def test_a_person_is_no_government() -> None:
    brief = brief_of(stakeholders=party(kind="government"))
    (becker,) = [p for p in brief.stakeholders if p.name == "Tom Becker"]
    assert becker.kind == "person"


def test_a_time_stands_by_the_evidence() -> None:
    brief = brief_of(events=event(when="Thursday"))  # the council meets then
    assert str(brief.events[0].when and brief.events[0].when.text) == "Monday"  # the text's own
    assert lost(brief, "events.when") == ["the sentences that it rests on do not say so"]
    assert brief_of(events=event(when="Monday")).events[0].when is not None


def test_a_place_is_a_place() -> None:
    audit = "The audit was published last week."
    brief = brief_of(events=event(description=audit, where="Weller Partners", evidence=[7]))
    assert brief.events[0].where is None
    assert lost(brief, "events.where") == ["it is no place: organisation"]


def test_a_status_needs_a_verb() -> None:
    brief = brief_of(events=event(status="cancelled"))
    assert brief.events[0].status == "happened"
    assert lost(brief, "events.status") == ["no verb says so"]
    meeting = event(description="The council will meet.", status="planned", evidence=[4])
    assert brief_of(events=meeting).events[-1].status == "planned"


def test_what_is_to_come_has_not_happened() -> None:
    brief = brief_of(events=event(description="The council will meet.", evidence=[4]))
    assert brief.events[-1].status == "planned"
    assert lost(brief, "events.status") == ["its own verb says that it is to come"]


@pytest.mark.parametrize(
    ("told", "when", "status"),
    [
        ("Voters in Halden go to the polls on Friday.", "Friday", "planned"),
        ("Polls opened in Halden on Monday.", "Monday", "happened"),
        ("The ministry announced that it would lift the ban.", None, "planned"),
    ],
)
def test_what_lies_ahead_is_planned_whatever_the_verb(
    told: str, when: str | None, status: str
) -> None:
    polls = event(description=told, status="planned", when=when, participants=[])
    answer = {"headline": told, "summary": [], "events": polls}
    backend = FakeBackend([answer])
    brief = summarise(told, model=backend, sections=[Events], published=story.PUBLISHED)
    assert [e.status for e in brief.events] == [status]
    assert lost(brief, "events.status") == ([] if status == "planned" else ["no verb says so"])


def test_words_that_were_said_are_no_event() -> None:
    brief = brief_of(events=event(description="We need calm heads now", evidence=[5]))
    assert story.tells_its_own_events(brief)
    assert lost(brief, "events") == ["it repeats what somebody said, and nothing that happened"]


def test_a_headline_that_repeats_the_prompt_gives_way() -> None:
    brief = brief_of(headline="The news of this article in one line of at most 12 words")
    assert "mayor" in brief.headline
    assert lost(brief, "headline") == ["hardly a word of it stands in the article"]


@pytest.mark.parametrize(
    ("text", "name", "held"),
    [
        ("The mayor closed the bridge. Tom Hill was in Paris.", "Tom Hill", False),
        ("Tom Hill is mayor. The mayor closed the bridge.", "Tom Hill", True),
        ("Tom Hill is mayor. It rained as the bridge closed.", "Tom Hill", False),
        ("Tom Hill is mayor. He closed the bridge.", "Tom Hill", True),
        ("Hill Bank Ltd rose. He closed the bridge.", "Hill Bank Ltd", False),
        ("Hill Bank Ltd rose. It closed the bridge.", "Hill Bank Ltd", True),
    ],
)
def test_what_stands_for_a_name_stands_behind_it(text: str, name: str, held: bool) -> None:
    number = 1 if text.startswith("The mayor") else 2
    given = event(description="The bridge closed.", participants=[name], evidence=[number])
    answer = {"headline": "", "summary": [], "events": given}
    brief = summarise(text, model=FakeBackend([answer, {"events": []}]), sections=[Events])
    told = next(event for event in brief.events if "bridge" in event.description)
    assert bool(told.participants) is held


def test_who_takes_part_is_named_where_it_is_told() -> None:
    brief = brief_of(events=event(participants=["Ana Ruiz", "Tom Becker"]))
    names = {party.id: party.name for party in brief.stakeholders}
    assert [names[id] for id in brief.events[0].participants] == ["Ana Ruiz"]
    assert lost(brief, "events.participants") == ["the sentences that it rests on do not name them"]


@pytest.mark.parametrize(
    ("second", "held"),
    [
        ("She left at noon.", True),
        ("The mayor left at noon.", True),
        ("Nobody left before noon.", False),
    ],
)
def test_what_stands_for_a_name_counts(second: str, held: bool) -> None:
    told = event(description="They left at noon.", evidence=[2])
    answer = {"headline": "", "summary": [], "stakeholders": [], "events": told}
    backend = FakeBackend([answer, {"events": []}])
    brief = summarise(f"Ana Ruiz was the mayor. {second}", model=backend, sections=[Events])
    assert [len(e.participants) for e in brief.events] == [int(held)]


def test_free_text_without_end_is_none() -> None:
    endless = "Ana Ruiz resigned as mayor " * 30
    brief = brief_of(events=event(description=endless))
    assert story.tells_its_own_events(brief)
    assert lost(brief, "events") == ["it has 600 characters or more"]


def test_the_text_gives_the_day_and_the_place_that_the_model_leaves_out() -> None:
    brief = brief_of(events=event(when=None))
    (found,) = brief.events
    assert found.when is not None
    assert (found.when.text, str(found.when.start)) == ("Monday", "2023-05-29")
    assert any(found.when.span in span for span in found.evidence)
    assert "the text itself, in the events: when of 1" in " ".join(brief.provenance.warnings)
    own = brief_of(events=event(when="Monday"))
    assert own.events[0].when == found.when
    assert "in the events" not in " ".join(own.provenance.warnings)


def test_a_part_of_a_sentence_has_not_its_day_nor_its_place() -> None:
    text = (
        "The old mayor hailed the vote to leave the union as a great day for his town, speaking to "
        "reporters at a fish market in Dover on Friday."
    )
    told = event(description="A vote was held to leave the union.", participants=[])
    nothing: dict[str, Any] = {"headline": "", "summary": [], "stakeholders": [], "quotes": {}}
    brief = summarise(text, model=FakeBackend([{**nothing, "events": told}, {}]))
    first, *_ = (found for found in brief.events if "held" in found.description)
    assert (first.when, first.where) == (None, None)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("The protests of the bakers went on through the night.", True),
        ("The protests of the bakers were spreading to the north.", True),
        ("The protests of the bakers have lasted since Monday.", True),
        ("The protests of the bakers ended on Monday.", False),
    ],
)
def test_what_goes_on_is_ongoing_where_a_model_says_so(text: str, held: bool) -> None:
    told = event(description="The bakers had protests.", status="ongoing", participants=[])
    nothing: dict[str, Any] = {"headline": "", "summary": [], "stakeholders": [], "quotes": {}}
    brief = summarise(text, model=FakeBackend([{**nothing, "events": told}, {}]))
    (found,) = (found for found in brief.events if found.description == "The bakers had protests.")
    assert found.status == ("ongoing" if held else "happened")


def test_where_the_rest_of_the_sentence_is_going_the_event_is_not() -> None:
    text = (
        "Ana Ruiz won the race on Sunday, forcing a showdown for the season title with her old "
        "rival Tom Becker in Abu Dhabi."
    )
    told = event(description="Ana Ruiz won the race.")
    nothing: dict[str, Any] = {"headline": "", "summary": [], "stakeholders": [], "quotes": {}}
    brief = summarise(text, model=FakeBackend([{**nothing, "events": told}, {}]))
    assert [(e.when and e.when.text, e.where) for e in brief.events] == [("Sunday", None)]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Ana Ruiz met Tom Becker at the White House.", True),
        ("Ana Ruiz met Tom Becker, and the White House was glad.", False),
    ],
)
def test_a_body_is_a_place_where_somebody_is_there(text: str, held: bool) -> None:
    told = event(description="Ana Ruiz met Tom Becker.", where="White House", participants=[])
    nothing: dict[str, Any] = {"headline": "", "summary": [], "stakeholders": [], "quotes": {}}
    brief = summarise(text, model=FakeBackend([{**nothing, "events": told}, {}]))
    assert [found.where for found in brief.events] == ["White House" if held else None]


def of_parties(text: str, *parties: list[dict[str, Any]]) -> Brief:
    told = [one for given in parties for one in given]
    nothing: dict[str, Any] = {"headline": "", "summary": [], "events": [], "quotes": {}}
    return summarise(text, model=FakeBackend([{**nothing, "stakeholders": told}, {}]))


def test_who_speaks_for_somebody_is_not_they() -> None:
    text = "A spokesman for Ana Ruiz said: “It is a joke to us all.”"
    brief = of_parties(
        text, party(name="spokesman for Ana Ruiz", role="spokesman", affiliation="Ana Ruiz")
    )
    (found,) = (told for told in brief.stakeholders if told.name != "Ana Ruiz")
    assert (found.name, found.role) == ("spokesman for Ana Ruiz", "spokesman")
    assert found.affiliation == "Ana Ruiz"
    assert [quote.speaker for quote in brief.quotes] == [found.id]
    assert not brief.provenance.dropped


@pytest.mark.parametrize(
    ("text", "name", "role", "held"),
    [
        ("A federal judge told the court to wait.", "federal judge", "judge", True),
        ("Bill Bishop told the court to wait.", "Bill Bishop", "Bishop", False),
    ],
)
def test_a_name_is_no_role_but_the_words_for_somebody_without_one_are(
    text: str, name: str, role: str, held: bool
) -> None:
    (found,) = of_parties(text, party(name=name, role=role)).stakeholders
    assert (found.name, found.role) == (name, role if held else None)


def test_the_spokesman_without_a_name_is_one_and_speaks_for_his_body() -> None:
    text = "A Trade Bank spokesman came. “It is a joke to us all,” the Trade Bank spokesman said."
    brief = of_parties(
        text, party(name="Trade Bank spokesman", role="spokesman", affiliation="Trade Bank")
    )
    (found,) = (told for told in brief.stakeholders if told.kind == "person")
    assert (found.role, found.affiliation) == ("spokesman", "Trade Bank")
    assert [quote.speaker for quote in brief.quotes] == [found.id]
    assert [mention.text for mention in found.mentions] == [
        "Trade Bank spokesman",
        "the Trade Bank spokesman",
    ]


def test_words_that_begin_a_sentence_are_known_in_small_letters() -> None:
    brief = of_parties("Cyber experts met. They left.", party(name="cyber experts", kind="group"))
    assert [found.name for found in brief.stakeholders] == ["Cyber experts"]


def test_the_day_of_its_own_sentence_stands_before_that_of_the_next() -> None:
    text = "The death toll of the fire rose to six on Friday. It began late on Thursday."
    told = event(
        description="The death toll of the fire rose to six.", when="late on Thursday",
        evidence=[1], participants=[],
    )  # fmt: skip
    nothing: dict[str, Any] = {"headline": "", "summary": [], "stakeholders": [], "quotes": {}}
    brief = summarise(text, model=FakeBackend([{**nothing, "events": told}, {}]))
    assert [found.when and found.when.text for found in brief.events] == ["Friday"]
    assert lost(brief, "events.when") == ["its own sentence says “Friday”"]


@pytest.mark.parametrize("given", [[], ["Tom Becker"]])  # he is not in that sentence
def test_the_text_gives_who_takes_part_where_the_model_names_nobody_who_does(
    given: list[str],
) -> None:
    brief = brief_of(events=event(participants=given))
    (id,) = brief.events[0].participants
    party = brief.stakeholder(id)
    assert party is not None
    assert party.name == "Ana Ruiz"
    assert "participants of 1" in " ".join(brief.provenance.warnings)


@pytest.mark.parametrize(
    ("first", "second", "stands"),
    [
        (
            "China declined the talks in Singapore that Austin offered Li in May.",
            "The Pentagon said on Monday that China declined the talks in Singapore that Austin "
            "offered Li in May.",
            [False, True],
        ),
        (
            "The Pentagon said on Monday that China declined the talks in Singapore that Austin "
            "offered Li in May.",
            "China declined the talks in Singapore that Austin offered.",
            [True, False],
        ),
        (
            "The Pentagon said on Monday that China declined the talks in Singapore that Austin "
            "offered Li in May.",
            "China did not decline the talks in Geneva that Austin offered Li in June.",
            [True, True],
        ),
    ],
)
def test_no_sentence_of_a_summary_says_only_what_another_says(
    first: str, second: str, stands: list[bool]
) -> None:
    told = [first, second]
    summary = [{"text": text, "evidence": [n]} for n, text in enumerate(told, 1)]
    nothing: dict[str, Any] = {"headline": "", "events": [], "stakeholders": []}
    backend = FakeBackend([{**nothing, "quotes": {}, "summary": summary}, {}])
    brief = summarise(f"{first} {second}", model=backend)
    kept = [sentence.text for sentence in brief.summary.sentences]
    assert kept == [text for text, stood in zip(told, stands, strict=True) if stood]
    gone = ["another sentence of it says the same"] * stands.count(False)
    assert lost(brief, "summary") == gone


def test_a_plan_is_not_given_the_day_of_what_was_done() -> None:
    brief = brief_of(events=event(description="Ruiz resigned as mayor", status="planned"))
    assert brief.events[0].status == "happened"  # no verb says so
    text = "The council sacked Ana Ruiz on Monday and will choose a mayor."
    told = {"description": "The council will choose a mayor", "evidence": [1]}
    answer = story.answer(events=event(status="planned", when=None, participants=[], **told))
    brief = summarise(text, model=FakeBackend([answer, {}]), published="2023-05-30")
    assert [found.when for found in brief.events] == [None]


def test_the_most_prominent_party_comes_first() -> None:
    brief = brief_of(stakeholders=[*party(name="Tom Becker"), *party(name="Ana Ruiz")])
    assert [p.name for p in brief.stakeholders][:2] == ["Ana Ruiz", "Tom Becker"]


def test_what_the_headline_says_is_among_the_events() -> None:
    meeting = event(description="The council will meet.", status="planned", evidence=[4])
    brief = brief_of(events=meeting)
    assert ["resigned" in found.description for found in brief.events] == [True, False]
    assert "text itself: 1 of the events" in " ".join(brief.provenance.warnings)
    in_other_words = event(description="The mayor of Springfield resigned over an audit.")
    assert len(brief_of(events=in_other_words).events) == 1
    of_the_meeting = brief_of(events=meeting, headline="Springfield council to meet on Thursday")
    assert len(of_the_meeting.events) == 1


def headed(title: str | None, *events: list[dict[str, Any]]) -> Brief:
    told = [one for given in events for one in given]
    backend = FakeBackend([story.answer(events=told, headline="Council to meet")])
    return summarise(Article(story.TEXT, title), model=backend, published=story.PUBLISHED)


def test_the_article_s_own_headline_tells_what_comes_first() -> None:
    title = "Springfield mayor Ana Ruiz resigns after audit"
    meeting = event(description="The council will meet.", status="planned", evidence=[4])
    repairs = event(description="The repairs cost 4.2 million dollars.", evidence=[6])
    brief = headed(title, meeting, event(description="Mayor Ana Ruiz resigned."))
    assert [e.description for e in brief.events] == [
        "Mayor Ana Ruiz resigned.",
        "The council will meet.",
    ]
    assert "of the events" not in " ".join(brief.provenance.warnings)
    brief = headed(title, meeting, repairs)
    assert ["resign" in e.description for e in brief.events] == [True, False, False]
    assert brief.events[0].evidence[0].start == 0
    assert "text itself: 1 of the events" in " ".join(brief.provenance.warnings)


def test_of_two_events_of_its_sentence_the_headline_tells_the_one_that_says_more_of_it() -> None:
    audit = event(description="An audit looked at the repairs to the bridge in Springfield.")
    resigned = event(description="Ruiz, the mayor, gave up after an audit of the repairs.")
    brief = headed("Springfield's mayor, Ana Ruiz, resigned on Monday", audit, resigned)
    assert [e.description[:4] for e in brief.events] == ["Ruiz", "An a"]


def test_what_the_headline_tells_rests_on_all_sentences_that_tell_it() -> None:
    text = (
        "Harwick council closed the old iron bridge on Monday. It rained in the valley. The "
        "council of Harwick closed the old iron bridge on Monday after a crack was found."
    )
    told = event(description="The iron bridge was shut by the council.", evidence=[1])
    reply = story.answer(events=told, summary=[], stakeholders=[], quotes=[])
    brief = summarise(
        Article(text, "Old bridge: Harwick council closed it on Monday"),
        model=FakeBackend([reply, {}]),
        published=story.PUBLISHED,
    )
    (found,) = [e for e in brief.events if "shut" in e.description]
    assert len(found.evidence) == 2
    assert "in the events: evidence of 1" in " ".join(brief.provenance.warnings)


def test_a_headline_that_tells_nothing_of_the_text_changes_nothing() -> None:
    meeting = event(description="The council will meet.", status="planned", evidence=[4])
    for title in ("Your letters", "Harbour fire kills two in Halden"):
        assert len(headed(title, meeting).events) == 1


def test_one_sentence_may_tell_of_two_things() -> None:
    paid = event(description="The city had paid twice for repairs to the bridge.")
    brief = headed("Springfield mayor Ana Ruiz resigns after audit", paid)
    assert [("resign" in e.description) for e in brief.events] == [True, False]
