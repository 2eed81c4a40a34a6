"""The plan, without a driver or a network: what is asked, when, and what becomes of the replies."""

from __future__ import annotations

import json
import subprocess
import sys
import warnings
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from typing import Any

import pytest
import story

from newsbrief import (
    Article,
    Attempt,
    AuthenticationFailed,
    Brief,
    Call,
    ConfigError,
    Event,
    Events,
    FakeBackend,
    NoModelWarning,
    Quotes,
    RateLimited,
    Refused,
    Reply,
    Section,
    Settings,
    Stakeholders,
    SummarySentences,
    Unreachable,
    asummarise,
    stream,
    summarise,
)
from newsbrief.jobs import Job
from newsbrief.plan.rounds import Plan
from newsbrief.wire import WireItem

BAD_EVENT = {
    **story.answer()["events"][0],
    "description": "The council will meet.",
    "evidence": [99],
}


def plan_of(text: str = story.TEXT, **settings: Any) -> Plan[Brief]:
    backend = FakeBackend([])
    job = Job.of(text, backend, None, story.PUBLISHED, Settings(**settings))
    return job.plan(backend)


def reply(content: Mapping[str, Any], call: Call) -> Reply:
    words = json.dumps(content)
    return Reply(words, value=call.answer.model_validate_json(words))


# --- rounds --------------------------------------------------------------------------------------


def test_a_plan_asks_and_never_waits() -> None:
    plan = plan_of()
    (call,) = next(plan)
    assert [m["role"] for m in call.messages] == ["system", "user", "assistant", "user"]
    with pytest.raises(StopIteration) as end:
        plan.send((reply(story.answer(), call),))
    brief = end.value.value
    assert isinstance(brief, Brief)
    assert brief.provenance.engine == "fake"


@pytest.mark.parametrize(("sentences", "most"), [(1, 5), (30, 5), (31, 8), (300, 8)])
def test_a_short_article_has_room_for_few_events(sentences: int, most: int) -> None:
    text = " ".join(f"Road {n} was closed on Monday." for n in range(sentences))
    empty: dict[str, Any] = {"summary": [], "stakeholders": [], "events": []}
    backend = FakeBackend([{"headline": "Road closed on Monday", **empty}])
    summarise(text, model=backend, sections=[Stakeholders, Events])
    schema = backend.calls[0].answer.model_json_schema()
    assert schema["properties"]["events"]["maxItems"] == most
    assert schema["properties"]["stakeholders"]["maxItems"] == 12


def test_items_that_are_too_many_are_named() -> None:
    event = story.answer()["events"][0]
    ends = ("resigned", "resigned as mayor", "resigned on Monday")
    many = [{**event, "description": f"Ana Ruiz {ends[n % 3]}{'.' * (n // 3)}"} for n in range(40)]
    brief = summarise(story.TEXT, model=FakeBackend([story.answer(events=many)]))
    lost = [x.item for x in brief.provenance.dropped if "10 items are taken" in x.reason]
    assert len(lost) == 21
    assert lost[0].startswith(many[10]["description"])
    assert lost[-1] == "the rest"


@pytest.mark.parametrize(
    "reply", ['{"headline": "a \ud83d b", "summary": [,', '{"headline": "\ud83d']
)
def test_half_a_character_in_a_broken_answer(reply: str) -> None:
    brief = summarise(story.TEXT, model=FakeBackend([reply, story.answer()]))
    assert brief.headline == story.answer()["headline"]


def test_a_headline_that_is_corrected_to_nothing_gives_way() -> None:
    answers = (
        story.answer(headline="Xylophone zebra quartz"),
        {"headline": [{"item": 1, "text": " "}]},
    )
    brief = summarise(story.TEXT, model=FakeBackend(answers))
    assert "mayor" in brief.headline
    assert "headline" in {loss.section for loss in brief.provenance.dropped}


def test_more_events_than_the_model_was_let_write_are_taken_all_the_same() -> None:
    ends = (".", " as mayor.", " on Monday.", " as mayor on Monday.", " after an audit.")
    event = story.answer()["events"][0]
    told = [{**event, "description": f"Ana Ruiz resigned{end}"} for end in ends]
    brief = summarise(story.TEXT, model=FakeBackend([story.answer(events=told)]))
    given = {one["description"] for one in told}
    assert len(brief.events) == len(told)
    assert {event.description for event in brief.events} == given


BRIDGES = "old new long high low iron stone wooden narrow broad red green".split()
OPENED = "\n\n".join(f"The council of Harwick opened its {kind} bridge." for kind in BRIDGES)


def opened(number: int, end: str = "") -> dict[str, Any]:
    """That one of the bridges was opened, as an item of events or of the summary."""
    said = f"The council of Harwick opened its {BRIDGES[number]} bridge{end}."
    other: dict[str, Any] = {"status": "happened", "when": None, "where": None}
    evidence = [number + 1]
    return {"evidence": evidence, "description": said, "text": said, "participants": [], **other}


@pytest.mark.parametrize("streamed", [False, True])
def test_what_is_told_anew_behind_an_answer_that_broke_off_is_told_once(streamed: bool) -> None:
    """And is no more than a brief takes: a list is asked for as a whole."""
    begun = story.answer(headline="Harwick opened bridges", summary=[], stakeholders=[], quotes={})
    del begun["events"]
    begun["events"] = [opened(n) for n in range(8)]  # last, for it is cut off there
    rest = {"events": [opened(n, " in the town of Harwick") for n in range(12)]}
    model = FakeBackend([json.dumps(begun)[:-3], rest])
    told: list[object] = [summarise(OPENED, model=model)] if not streamed else []
    told += stream(OPENED, model=model) if streamed else ()
    brief = told[-1]
    assert isinstance(brief, Brief)
    assert [event.evidence[0].text.split()[-2] for event in brief.events] == BRIDGES[:10]
    assert not any(event.description.endswith("town of Harwick.") for event in brief.events[:8])
    assert sum("10 items are taken" in lost.reason for lost in brief.provenance.dropped) == 2
    if streamed:
        assert [item for item in told if isinstance(item, Event)] == [*brief.events]


def test_the_item_that_an_answer_breaks_off_in_is_not_asked_for_by_itself() -> None:
    """Nor recorded as lost: its whole list is told anew."""
    begun = story.answer(
        events=[*story.answer()["events"], {"evidence": [1], "description": "Ana"}]
    )
    begun["events"] = begun.pop("events")  # last, for it is cut off there
    model = FakeBackend([json.dumps(begun).removesuffix('"}]}'), {"events": begun["events"][:1]}])
    brief = summarise(story.TEXT, model=model)
    assert len(model.calls) == 2
    assert not any(lost.section == "events" for lost in brief.provenance.dropped)


def test_a_summary_told_anew_has_no_more_sentences_than_a_brief_takes() -> None:
    begun = {"headline": "Harwick opened bridges", "summary": [opened(0), opened(1)]}
    rest = {"summary": [opened(n) for n in (2, 3, 4)], "stakeholders": [], "events": []}
    model = FakeBackend([json.dumps(begun)[:-2], {**rest, "quotes": {}}])
    brief = summarise(OPENED, model=model)
    assert len(brief.summary.sentences) == 3
    assert sum(lost.section == "summary" for lost in brief.provenance.dropped) == 2


def test_items_that_are_the_same_are_asked_for_again_once() -> None:
    bad, other = ({**story.answer()["events"][0], "evidence": [n]} for n in (98, 99))
    good = {**bad, "evidence": [1]}
    backend = FakeBackend(
        [story.answer(events=[bad, other, bad, bad]), {"events": [{"item": 1, **good}]}]
    )
    brief = summarise(story.TEXT, model=backend)
    question = backend.calls[1].messages[-1]["content"]
    assert "item 2 (events)" in question
    assert "item 3" not in question
    assert [event.description for event in brief.events] == [good["description"]]
    (lost,) = [loss for loss in brief.provenance.dropped if loss.section == "events"]
    assert "99" in lost.item


def test_a_plan_needs_neither_openai_nor_tenacity() -> None:
    code = f"""
import sys
from newsbrief import FakeBackend, Settings
from newsbrief.jobs import Job
backend = FakeBackend([])
plan = Job.of({story.TEXT!r}, backend, None, None, Settings()).plan(backend)
next(plan)
loaded = {{"openai", "instructor", "httpx2", "tenacity"}} & set(sys.modules)
assert not loaded, loaded
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_static_words_first_and_the_article_last() -> None:
    backend = FakeBackend(lambda call: story.answer(headline="Mayor resigns over bridge audit"))
    for text in (story.TEXT, story.TEXT.replace("Springfield", "Shelbyville")):
        summarise(text, model=backend)
    first, second = (call.messages for call in backend.calls)
    assert first[:-1] == second[:-1]  # so that a provider's prompt cache holds them
    assert first[-1] != second[-1]
    assert "Springfield" not in str(first[:-1])


def test_the_same_article_makes_the_same_prompt_in_every_process() -> None:
    code = f"""
import hashlib
from newsbrief import FakeBackend, summarise
b = FakeBackend([{story.answer()!r}])
brief = summarise({story.TEXT!r}, model=b, published="2023-05-31")
print(hashlib.sha256(repr(b.calls[0].messages).encode()).hexdigest(), brief.provenance.prompt)
"""
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            text=True,
            env={"PYTHONHASHSEED": seed, "LANG": locale},
        ).stdout
        for seed, locale in (("1", "C"), ("2", "C.UTF-8"))
    }
    assert len(told) == 1


def test_the_date_and_the_title_are_told_only_where_known() -> None:
    def user(article: Article) -> str:
        backend = FakeBackend([story.answer()])
        summarise(article, model=backend)
        return backend.calls[0].messages[-1]["content"]

    plain = user(Article(story.TEXT))
    assert "Published" not in plain
    assert "<title" not in plain
    told = user(Article(story.TEXT, title="Mayor out", published="2023-05-31"))
    assert told.startswith("Published: 2023-05-31\n<title ")
    assert ">Mayor out</title " in told


# --- repairs -------------------------------------------------------------------------------------


def test_a_repair_asks_for_what_failed_and_nothing_else() -> None:
    quote = {"passage": None, "text": "I took full responsibility", "speaker": "Ana Ruiz"}
    backend = FakeBackend(
        [
            story.answer(quotes=[*story.answer()["quotes"], quote], events=[BAD_EVENT]),
            {
                "events": [{**BAD_EVENT, "evidence": [4], "item": 1}],
                "quotes": [{"passage": 1, "text": None, "speaker": "Ana Ruiz", "item": 2}],
            },
        ]
    )
    brief = summarise(story.TEXT, model=backend)
    assert len(backend.calls) == 2
    question = backend.calls[1].messages[-1]["content"]
    assert "The council will meet." in question
    assert "I took full responsibility" in question
    assert "Tom Becker" not in question.split("<article")[0]
    assert len(question) < len(backend.calls[0].messages[-1]["content"]) + 1_000
    assert set(backend.calls[1].answer.model_fields) == {"events", "quotes"}
    assert [event.description for event in brief.events[1:]] == ["The council will meet."]
    (attempt,) = brief.provenance.attempts
    assert attempt.kind == "grounding"
    assert "events: it points at no sentence" in attempt.reason
    assert "quotes: the article does not hold these words" in attempt.reason
    assert [d for d in brief.provenance.dropped if d.section in ("events", "quotes")] == [
        d for d in brief.provenance.dropped if d.span is not None
    ]


def test_a_repair_settles_an_item_once() -> None:
    again = {**BAD_EVENT, "evidence": [4], "item": 1}
    backend = FakeBackend(
        [
            story.answer(events=[BAD_EVENT]),
            {
                "events": [
                    {**again, "description": "The council meets."},
                    {**again, "description": "They meet."},
                ]
            },
        ]
    )
    brief = summarise(story.TEXT, model=backend)
    assert [event.description for event in brief.events[1:]] == ["The council meets."]


def test_a_repair_cannot_bring_an_item_of_another_section() -> None:
    """Item 1 is an event; a quote under its number corrects nothing."""
    bad_quote = {"passage": 99, "text": None, "speaker": None}
    backend = FakeBackend(
        [
            story.answer(events=[BAD_EVENT], quotes=[bad_quote]),
            {"events": [], "quotes": [{**bad_quote, "passage": 1, "item": 1}]},
        ]
    )
    brief = summarise(story.TEXT, model=backend)
    sections = [loss.section for loss in brief.provenance.dropped if loss.span is None]
    assert sections.count("events") == 1
    assert sections.count("quotes") == 1


def test_many_problems_are_asked_in_part_and_all_told() -> None:
    from newsbrief.draft.answers import MAX_REPAIRED

    events = [{**BAD_EVENT, "description": f"Bad {n}."} for n in range(10)]
    quotes = [{"passage": None, "text": f"Never said {n}", "speaker": None} for n in range(30)]
    backend = FakeBackend(
        [story.answer(events=events, quotes=quotes), {"events": [], "quotes": []}]
    )
    brief = summarise(story.TEXT, model=backend)
    question = backend.calls[1].messages[-1]["content"]
    assert f"item {MAX_REPAIRED} " in question
    assert f"item {MAX_REPAIRED + 1} " not in question
    lost = [loss for loss in brief.provenance.dropped if loss.section in ("events", "quotes")]
    assert len({loss.item for loss in lost if loss.span is None}) == 40


def test_what_no_answer_could_mend_is_not_asked_for_again() -> None:
    backend = FakeBackend([story.answer(quotes=[{"passage": 9, "speaker": "Tom Becker"}])])
    brief = summarise(story.TEXT, model=backend)
    assert len(backend.calls) == 1
    (loss,) = [d for d in brief.provenance.dropped if d.section == "quotes"]
    assert '"passage": 9' in loss.item
    assert "no passage 9" in loss.reason
    assert len(brief.quotes) >= 2  # from the text itself


def test_what_the_repair_round_costs_is_counted() -> None:
    backend = FakeBackend([story.answer(events=[BAD_EVENT]), {"events": []}])
    sent = [json.dumps(story.answer(events=[BAD_EVENT])), json.dumps({"events": []})]
    used = summarise(story.TEXT, model=backend).provenance.usage
    assert used.output == sum(len(words) // 4 for words in sent)


def test_transport_trouble_in_a_repair_loses_the_item_alone() -> None:
    backend = FakeBackend([story.answer(events=[BAD_EVENT]), AuthenticationFailed("no")])
    brief = summarise(story.TEXT, model=backend)
    assert story.tells_its_own_events(brief)
    assert len(brief.quotes) >= 2
    assert [attempt.kind for attempt in brief.provenance.attempts] == ["grounding", "transport"]
    assert any(loss.section == "events" for loss in brief.provenance.dropped)


def test_transport_trouble_amid_the_rest_keeps_what_came_before() -> None:
    partial = {k: v for k, v in story.answer().items() if k != "events"}
    brief = summarise(story.TEXT, model=FakeBackend([partial, AuthenticationFailed("no")]))
    assert brief.events == ()
    assert len(brief.quotes) >= 2
    assert [attempt.kind for attempt in brief.provenance.attempts] == ["schema", "transport"]
    assert any("may lack events" in warning for warning in brief.provenance.warnings)


# --- the drivers ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "script",
    [
        lambda: [story.answer()],
        lambda: [story.answer(events=[BAD_EVENT]), {"events": []}],
        lambda: ["prose", story.answer()],
        lambda: [Unreachable("x", retry_after=0), RateLimited("y", retry_after=0), story.answer()],
        lambda: [story.answer(events=[BAD_EVENT]), Unreachable("x", retry_after=0), {"events": []}],
    ],
    ids=["good", "repair", "prose", "transport", "transport in repair"],
)
async def test_both_drivers_give_the_same_brief(
    script: Callable[[], list[Any]], quick: None
) -> None:
    one, two = FakeBackend(script()), FakeBackend(script())
    first = summarise(story.TEXT, model=one)
    second = await asummarise(story.TEXT, model=two)
    assert one.calls == two.calls
    assert _timeless(first) == _timeless(second)
    assert first.provenance.elapsed > 0


async def test_both_drivers_raise_the_same() -> None:
    for error in (AuthenticationFailed("no"), AssertionError("a test's own"), KeyError("bug")):
        with pytest.raises(type(error)):
            summarise(story.TEXT, model=FakeBackend([error]))
        with pytest.raises(type(error)):
            await asummarise(story.TEXT, model=FakeBackend([error]))


async def test_a_wide_round_keeps_its_order_and_tells_each_outcome() -> None:
    from newsbrief.run.drivers import MAX_WIDTH, arun, run

    width = 3 * MAX_WIDTH
    call = Call((), Events.wire)

    def wide() -> Plan[list[str]]:
        outcomes = yield (call,) * width
        return [o.content if isinstance(o, Reply) else str(o) for o in outcomes]

    def scripted(fail: int | None = None) -> FakeBackend:
        numbers = iter(range(width))

        def one(call: Call) -> Reply | Exception:
            number = next(numbers)
            return Refused("no") if number == fail else Reply("r")

        return FakeBackend(one)

    settings = Settings()
    assert run(wide(), scripted(), settings) == ["r"] * width
    assert await arun(wide(), scripted(), settings) == ["r"] * width
    assert sorted(run(wide(), scripted(5), settings)) == ["no", *["r"] * (width - 1)]
    assert (await arun(wide(), scripted(5), settings))[5] == "no"


async def test_after_a_hopeless_error_nothing_more_goes_out() -> None:
    from newsbrief.run.drivers import MAX_WIDTH, arun, run

    call = Call((), Events.wire)

    def wide() -> Plan[list[type]]:
        outcomes = yield (call,) * 100
        return [type(outcome) for outcome in outcomes]

    for blocking in (True, False):
        backend = FakeBackend(lambda call: AuthenticationFailed("no"))
        settings = Settings()
        found = (
            run(wide(), backend, settings) if blocking else await arun(wide(), backend, settings)
        )
        assert found == [AuthenticationFailed] * 100
        assert len(backend.calls) <= MAX_WIDTH


async def test_the_calls_of_a_wide_round_know_the_callers_context() -> None:
    """By which a service tells in its logs what request a record is of."""
    from newsbrief.run.drivers import arun, run

    request: ContextVar[str] = ContextVar("request")
    request.set("no. 7")

    def wide() -> Plan[set[str]]:
        outcomes = yield (Call((), Events.wire),) * 20
        return {reply.content for reply in outcomes if isinstance(reply, Reply)}

    backend = FakeBackend(lambda call: Reply(request.get("none")))
    assert run(wide(), backend, Settings()) == {"no. 7"}
    assert await arun(wide(), backend, Settings()) == {"no. 7"}


async def test_a_fault_of_a_backend_is_raised_bare_from_a_wide_round() -> None:
    from newsbrief.run.drivers import arun, run

    def wide() -> Plan[None]:
        yield (Call((), Events.wire),) * 3

    backend = FakeBackend(lambda call: ZeroDivisionError("mine"))
    with pytest.raises(ZeroDivisionError, match="mine"):
        run(wide(), backend, Settings())
    with pytest.raises(ZeroDivisionError, match="mine"):
        await arun(wide(), backend, Settings())


def test_an_empty_script_says_so() -> None:
    with pytest.raises(AssertionError, match=r"call \d.*script that reply"):
        summarise(story.TEXT, model=FakeBackend([]))


def test_a_script_of_another_form_says_so() -> None:
    answer = story.answer()
    answer["qoutes"] = answer.pop("quotes")
    with pytest.raises(AssertionError, match="form asked for: quotes: Field required"):
        summarise(story.TEXT, model=FakeBackend([answer]))
    with pytest.raises(AssertionError, match="form asked for: it is empty"):
        summarise(story.TEXT, model=FakeBackend([""]))


def _timeless(brief: Brief) -> dict[str, Any]:
    told = brief.model_dump()
    told["provenance"].pop("elapsed")
    return told


# --- which engine --------------------------------------------------------------------------------


def test_no_model_warns_once_and_names_the_way_out() -> None:
    with pytest.warns(NoModelWarning) as told:
        brief = summarise(story.TEXT)
    assert len(told) == 1
    assert "OPENAI_API_KEY" in str(told[0].message)
    assert told[0].filename == __file__  # the caller's line, not ours
    assert brief.provenance.engine == "extractive"
    assert brief.provenance.warnings == (str(told[0].message),)


async def test_no_model_warns_once_when_awaited() -> None:
    with pytest.warns(NoModelWarning) as told:
        brief = await asummarise(story.TEXT)
    assert len(told) == 1
    assert told[0].filename == __file__
    assert brief.provenance.engine == "extractive"


@pytest.mark.parametrize("how", ["argument", "settings", "environment"])
def test_the_extractive_engine_is_silent_when_asked_for(
    how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-x")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        if how == "argument":
            brief = summarise(story.TEXT, model="extractive")
        elif how == "settings":
            brief = summarise(story.TEXT, settings=Settings(model="extractive"))
        else:
            monkeypatch.setenv("NEWSBRIEF_MODEL", "extractive")
            brief = summarise(story.TEXT)
    provenance = brief.provenance
    assert (provenance.engine, provenance.model, provenance.prompt) == ("extractive", None, None)
    assert provenance.warnings == ()


@pytest.mark.parametrize("name", ["extractiv", "Extractive", "extactive", "extratcive"])
@pytest.mark.parametrize("key", [None, "sk-x"])
def test_a_slip_in_extractive_is_named_and_sends_nothing(name: str, key: str | None) -> None:
    with pytest.raises(ConfigError, match="did you mean 'extractive'"):
        summarise(story.TEXT, model=name, settings=Settings(api_key=key))


@pytest.mark.parametrize("left_out", [1, 2])
def test_what_the_model_left_out_is_counted(left_out: int) -> None:
    answer = story.answer(quotes=story.answer()["quotes"][left_out:])
    brief = summarise(story.TEXT, model=FakeBackend([answer]))
    told = f"left out by the model and taken from the text itself: {left_out} of the quotes"
    assert told in brief.provenance.warnings


def test_a_model_that_nothing_serves() -> None:
    with pytest.raises(ConfigError, match="OPENAI_BASE_URL") as raised:
        summarise(story.TEXT, model="gpt-9")
    assert "did you mean" not in str(raised.value)


def test_a_server_without_a_model() -> None:
    with pytest.raises(ConfigError, match="NEWSBRIEF_MODEL"):
        summarise(story.TEXT, settings=Settings(base_url="http://127.0.0.1:1/v1"))


# --- arguments of another type -------------------------------------------------------------------


class _Foreign(FakeBackend):
    """A brief that names such an engine could be written as JSON, and not be read again."""

    engine = "anthropic"  # type: ignore[assignment]  # what must fail


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"model": 5}, "model= takes a name or a Backend, not int"),
        ({"model": FakeBackend}, "model=FakeBackend is a class"),
        ({"model": _Foreign([])}, "_Foreign.engine is 'anthropic'; it must be one of openai, "),
        ({"settings": {"model": "extractive"}}, "settings= takes Settings"),
        ({"settings": {}}, "settings= takes Settings"),
        ({"settings": "extractive"}, "not str"),
    ],
)
def test_an_argument_of_another_type_is_named(arguments: Any, words: str) -> None:
    for call in (summarise, stream):
        with pytest.raises(ConfigError, match=words):
            call(story.TEXT, **arguments)


@pytest.mark.parametrize("replies", [{"headline": "x"}, "{}", Reply("{}"), ValueError("no"), 5])
def test_a_fake_backend_takes_a_list(replies: Any) -> None:
    with pytest.raises(TypeError, match="takes a list of replies"):
        FakeBackend(replies)


def test_a_fake_backend_takes_but_replies() -> None:
    with pytest.raises(TypeError, match="int is no reply"):
        FakeBackend([story.answer(), 5])  # type: ignore[list-item]  # what must fail
    backend = FakeBackend(lambda call: 5)  # type: ignore[arg-type, return-value]  # likewise
    with pytest.raises(TypeError, match="int is no reply"):
        summarise(story.TEXT, model=backend)


def test_items_are_asked_for_by_section() -> None:
    brief = summarise(story.TEXT, model="extractive")
    assert brief[Events] == brief.events
    for name in ("events", 0, Event):
        with pytest.raises(TypeError, match=r"brief\[Events\]"):
            brief[name]  # type: ignore[index]  # what must fail


def test_a_brief_is_hashable_as_whatever_is_frozen() -> None:
    brief = summarise(story.TEXT, model="extractive", published=story.PUBLISHED)
    again = Brief.model_validate_json(brief.model_dump_json())
    other = summarise(f"{story.TEXT} It rained.", model="extractive")
    assert {brief, again, other} == {brief, other}
    assert hash(brief) != hash(other)


# --- which sections ------------------------------------------------------------------------------


def test_only_the_sections_asked_for() -> None:
    backend = FakeBackend([{k: v for k, v in story.answer().items() if k != "quotes"}])
    brief = summarise(story.TEXT, model=backend, sections=[Events, Stakeholders])
    assert list(backend.calls[0].answer.model_fields) == [
        *("headline", "summary", "stakeholders", "events"),
    ]
    assert "quotes:" not in backend.calls[0].messages[0]["content"]
    assert brief.quotes == ()
    assert brief[Quotes] == ()
    assert len(brief[Events]) == 1
    none = FakeBackend([{"headline": "Mayor resigns", "summary": []}])
    brief = summarise(story.TEXT, model=none, sections=[])
    assert (brief.events, brief.stakeholders) == ((), ())


def test_the_summary_may_be_named_too() -> None:
    backend = FakeBackend([story.answer(events=[])])
    brief = summarise(story.TEXT, model=backend, sections=[SummarySentences, Events])
    assert list(backend.calls[0].answer.model_fields) == ["headline", "summary", "events"]
    assert str(brief.summary) == "Mayor Ana Ruiz resigned after an audit."


class _Named(Events):
    name = "headline"


class _Spaced(Events):
    name = "my events"


class _Nameless(Section[WireItem, Event]):
    wire = WireItem
    item = Event


class _Itemless(Events):
    item = str  # type: ignore[assignment]  # what must be refused


@pytest.mark.parametrize(
    ("sections", "words"),
    [
        ([Events, Events], "two sections"),
        (["claims"], "'claims' is no Section"),
        (["events"], "write Events, not 'events'"),
        ([Event], "write Events, not Event"),
        ([Events()], "write Events, not <"),
        ("events", "list of Section"),
        (Events, "list of Section"),
        ([_Named], "identifier"),
        ([_Spaced], "identifier"),
        ([_Nameless], "identifier"),
        ([_Itemless], "subclass of Item"),
    ],
)
def test_sections_that_are_none(sections: Any, words: str) -> None:
    with pytest.raises(ConfigError, match=words):
        summarise(story.TEXT, model="extractive", sections=sections)


def test_attempts_are_told_in_order(quick: None) -> None:
    backend = FakeBackend(
        [
            Unreachable("down", retry_after=0.0),
            story.answer(events=[BAD_EVENT]),
            RateLimited("busy", retry_after=0.0),
            {"events": []},
        ]
    )
    brief = summarise(story.TEXT, model=backend)
    assert [(a.kind, a.reason) for a in brief.provenance.attempts if a.kind == "transport"] == [
        ("transport", "down"),
        ("transport", "busy"),
    ]
    assert brief.provenance.attempts[0] == Attempt("transport", "down", 0.0)
