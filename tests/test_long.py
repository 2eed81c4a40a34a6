"""Articles that are asked for in parts: what each part is shown, and how the parts become one."""

from __future__ import annotations

import asyncio
import json
import re
import threading
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
import story
from hypothesis import given
from hypothesis import strategies as st

from newsbrief import (
    AnswerError,
    AuthenticationFailed,
    Backend,
    BackendError,
    Brief,
    BudgetExceeded,
    Call,
    ConfigError,
    Event,
    Events,
    FakeBackend,
    Quotes,
    Refused,
    Reply,
    Settings,
    Span,
    TooLong,
    Unreachable,
    Unrepairable,
    Usage,
    astream,
    asummarise,
    stream,
    summarise,
)
from newsbrief.backends.fake import Scripted
from newsbrief.brief import Provenance
from newsbrief.chunks import before, chunks
from newsbrief.prompts import bundled
from newsbrief.sections.overlaps import Overlaps
from newsbrief.settings import DEFAULT_CONTEXT

NAMES = "Ana Ruiz, Tom Becker, Lena Ortiz, Karl Voss, Mina Okoye, Ravi Nair, Ida Holm, Paul Crane"
PEOPLE = NAMES.split(", ")
_SENTENCE = re.compile(r"^\[(\d+)\] (.*)$", re.M)
_PASSAGE = re.compile(r"^q(\d+) in \[\d+\]: (.*)$", re.M)
SMALL = Settings(context=4_096)  # parts of about 2,000 characters

Answering = Callable[[Call], Scripted]


def long_text(characters: int) -> str:
    """Paragraphs of one event and two quotes each, all of them different."""
    found: list[str] = []
    size = number = 0
    while size < characters:
        name, number = PEOPLE[number % len(PEOPLE)], number + 1
        found += [
            f"A budget of {number}000 dollars was approved by district {number} on Monday, and "
            f"{name} spoke for an hour about roads, schools and the old library.",
            f"“We will build road {number} before the winter comes,” said {name}, who has led "
            "the works office for years.",
            f"“Nobody believed in plan {number},” he added.",
        ]
        size += sum(len(words) + 2 for words in found[-3:])
    return "\n\n".join(found)


def user(call: Call) -> str:
    return call.messages[-1]["content"]


def shown(call: Call) -> list[tuple[int, str]]:
    """The numbered sentences that a question is about."""
    words = user(call)
    return [(int(n), w) for n, w in _SENTENCE.findall(words[words.index("<article") :])]


def truthful(call: Call) -> dict[str, Any]:
    """The answer of a model that reads what it is shown, and makes no mistake."""
    sentences = shown(call)
    told = " ".join(words for _, words in sentences)
    events = [(n, words) for n, words in sentences if "approved" in words]
    answer = {
        "headline": "Districts approve budgets for roads and schools",
        "summary": [{"evidence": [n], "text": words} for n, words in events[:3]],
        "stakeholders": [
            {"name": name, "kind": "person", "role": None, "affiliation": None}
            for name in PEOPLE
            if name in told
        ],
        "events": [
            {
                **{"evidence": [n], "description": words, "status": "happened"},
                **{"when": None, "where": None, "participants": []},
            }
            for n, words in events[:10]
        ],
        "quotes": [
            {"passage": int(n), "text": None, "speaker": None}
            for n, _ in _PASSAGE.findall(user(call))
        ],
    }
    return {key: answer[key] for key in call.answer.model_fields}


def is_part(call: Call) -> bool:
    return user(call).startswith("This is one part")


def is_closing(call: Call) -> bool:
    return user(call).startswith("The article is long")


def brief_of(text: str, backend: Backend, settings: Settings = SMALL, **named: Any) -> Brief:
    return summarise(text, model=backend, settings=settings, **named)


async def blocking(*arguments: Any, **named: Any) -> Brief:
    return summarise(*arguments, **named)


def failing(which: Callable[[Call], bool], error: Callable[[], Scripted]) -> Answering:
    return lambda call: error() if which(call) else truthful(call)


def timeless(brief: Brief) -> dict[str, Any]:
    told = brief.model_dump()
    told["provenance"].pop("elapsed")
    return told


# --- cutting -------------------------------------------------------------------------------------

TEXTS = st.lists(st.lists(st.integers(1, 400), min_size=1, max_size=6), min_size=1, max_size=12)


@given(TEXTS, st.integers(50, 1_500))
def test_chunks_hold_each_sentence_once_and_no_more_than_the_limit(
    text: list[list[int]], limit: int
) -> None:
    sizes = [size for paragraph in text for size in paragraph]
    paragraphs = [n for n, paragraph in enumerate(text) for _ in paragraph]
    found = chunks(paragraphs, sizes, limit)
    assert [n for chunk in found for n in chunk] == list(range(len(sizes)))
    for chunk in found:
        assert len(chunk) == 1 or sum(sizes[n] for n in chunk) <= limit
        inside = chunk.stop < len(sizes) and paragraphs[chunk.stop] == paragraphs[chunk.stop - 1]
        assert not inside or sum(text[paragraphs[chunk.stop]]) > limit
    middle = range(len(sizes) // 3, len(sizes))
    assert [n for c in chunks(paragraphs, sizes, limit, middle) for n in c] == list(middle)


@given(TEXTS, st.integers(0, 1_000), st.data())
def test_what_stands_before_a_chunk(text: list[list[int]], limit: int, data: st.DataObject) -> None:
    sizes = [size for paragraph in text for size in paragraph]
    paragraphs = [n for n, paragraph in enumerate(text) for _ in paragraph]
    start = data.draw(st.integers(0, len(sizes) - 1))
    found = before(range(start, len(sizes)), paragraphs, sizes, limit)
    assert found.stop == start
    assert sum(sizes[n] for n in found) <= limit
    assert len({paragraphs[n] for n in found}) <= 2
    assert found or not start or sizes[start - 1] > limit


def test_chunks_are_of_about_one_size() -> None:
    found = chunks([n // 2 for n in range(110)], [10] * 110, 1_000)
    assert [len(chunk) for chunk in found] == [56, 54]


SPANS = st.lists(
    st.lists(st.builds(lambda a, n: Span(a, a + n), st.integers(0, 5_000), st.integers(0, 2_500)))
)


@given(SPANS, st.integers(0, 5_000), st.integers(0, 2_500))
def test_overlaps_finds_the_first(things: list[list[Span]], start: int, length: int) -> None:
    span = Span(start, start + length)
    overlapping = (n for n, spans in enumerate(things) if any(s.overlaps(span) for s in spans))
    assert Overlaps(things).first(span) == next(overlapping, None)


# --- what is asked -------------------------------------------------------------------------------


@pytest.mark.parametrize("context", [3_400, DEFAULT_CONTEXT, 1_000_000])
def test_a_short_article_is_asked_for_at_once_and_in_the_same_words(context: int) -> None:
    backend = FakeBackend([story.answer()])
    usual = FakeBackend([story.answer()])
    brief_of(story.TEXT, backend, Settings(context=context))
    summarise(story.TEXT, model=usual)
    assert backend.calls == usual.calls
    assert [n for n, _ in shown(usual.calls[0])] == list(range(1, story.SENTENCES + 1))


def test_the_parts_hold_every_sentence_once_and_under_its_own_number() -> None:
    text = long_text(20_000)
    backend = FakeBackend(truthful)
    brief_of(text, backend)
    parts = [shown(call) for call in backend.calls if is_part(call)]
    numbers = sorted(n for part in parts for n, _ in part)
    assert len(parts) > 5
    assert numbers == list(range(1, len(numbers) + 1))
    said = [words for part in sorted(parts) for _, words in part]
    assert "\n\n".join(said) == text
    assert all(user(call).count("q1 in") <= 1 for call in backend.calls)
    (closing,) = [call for call in backend.calls if is_closing(call)]
    assert backend.calls[-1] is closing
    assert list(closing.answer.model_fields) == ["headline", "summary"]
    assert {tuple(c.answer.model_fields) for c in backend.calls[:-1]} == {
        ("stakeholders", "events", "quotes")
    }
    assert len({call.messages[0]["content"] for call in backend.calls}) == 1  # one cached prefix


def test_no_question_takes_more_than_half_of_the_context() -> None:
    for context in (4_096, 8_192, DEFAULT_CONTEXT):
        backend = FakeBackend(truthful)
        brief_of(long_text(60_000), backend, Settings(context=context))
        asked = [sum(len(m["content"].encode()) for m in call.messages) for call in backend.calls]
        assert max(asked) <= context // 2 * 3
        assert max(asked) > context // 2 * 3 * 0.7


def test_a_part_is_told_who_was_named_before() -> None:
    filler = [f"The road to valley {n} was closed for most of the day." for n in range(120)]
    text = "\n\n".join(
        [
            "Ana Ruiz, the mayor of Springfield, resigned on Monday.",
            *filler,
            "Ruiz left the hall by a side door.",
            "“I have nothing to hide,” she said.",
        ]
    )
    backend = FakeBackend(truthful)
    brief = brief_of(text, backend)
    (last,) = [c for c in backend.calls if is_part(c) and "nothing to hide" in user(c)]
    assert "Ana Ruiz" not in " ".join(words for _, words in shown(last))
    assert "Ana Ruiz" in user(last).split("<article")[0]
    (quote,) = brief.quotes
    assert quote.speaker_name == "Ana Ruiz"


def boundary_text() -> str:
    """Every quote's speaker is named in the paragraph before it alone."""
    found = []
    for number in range(60):
        name = PEOPLE[number % len(PEOPLE)]
        found += [
            f"{name} opened road {number} and walked along it for a while with the council.",
            f"“This is road {number} of many,” "
            f"{'she' if name.split()[0] in ('Ana', 'Lena', 'Mina', 'Ida') else 'he'} said.",
        ]
    return "\n\n".join(found)


def test_a_pronoun_across_a_boundary_finds_its_speaker() -> None:
    """The sentences before a part are shown to the model; the analysis reads the whole text."""
    opened = 0
    for context in range(SMALL.context, SMALL.context + 1_000, 100):
        backend = FakeBackend(truthful)
        brief = brief_of(boundary_text(), backend, SMALL.model_copy(update={"context": context}))
        for call in filter(is_part, backend.calls):
            number, words = shown(call)[0]
            if not words.startswith("“This"):
                continue
            opened += 1
            road = re.search(r"road (\d+)", words)
            assert road
            speaker = PEOPLE[int(road[1]) % len(PEOPLE)]
            assert re.search(rf"^\[{number - 1}\] {speaker} opened", user(call), re.M)
        assert len(brief.quotes) == 60
        assert [quote.speaker_name for quote in brief.quotes] == (PEOPLE * 8)[:60]
    assert opened, "no part begins with a quote whose speaker stands before it"


def test_a_pointer_at_what_was_not_shown_holds_nothing() -> None:
    """A model that counts from 1 in every part points at other sentences of the article."""

    def miscounting(call: Call) -> dict[str, Any]:
        answer = truthful(call)
        if is_part(call) and shown(call)[0][0] > 1:
            for event in answer.get("events", ()):
                event["evidence"] = [1]
            answer["quotes"] = [{"passage": 1, "text": None, "speaker": "Ana Ruiz"}]
        return answer

    text = long_text(6_000)
    backend = FakeBackend(miscounting)
    brief = brief_of(text, backend, Settings(context=4_096, repairs=0))
    reasons = {loss.reason for loss in brief.provenance.dropped if loss.section == "events"}
    assert "it points at no sentence that was shown" in reasons
    for event in brief.events:
        assert " ".join(event.description.split()) == event.evidence[0].text


def test_the_sentences_before_a_part_may_be_pointed_at() -> None:
    def backward(call: Call) -> dict[str, Any]:
        answer = truthful(call)
        for event in answer.get("events", ()):
            event["evidence"] = [shown(call)[0][0] - 1, *event["evidence"]]
        return answer

    brief = brief_of(long_text(6_000), FakeBackend(backward))
    assert any(len(event.evidence) == 2 for event in brief.events)


# --- told as they come ---------------------------------------------------------------------------


async def told_by(awaited: bool, text: str, backend: FakeBackend, **named: Any) -> list[Any]:
    """What is told, with the number of calls made by then."""
    settings = named.pop("settings", SMALL)
    if awaited:
        items = astream(text, model=backend, settings=settings, **named)
        return [(len(backend.calls), item) async for item in items]
    told = stream(text, model=backend, settings=settings, **named)
    return [(len(backend.calls), item) for item in told]


@pytest.mark.parametrize("awaited", [False, True])
async def test_a_stream_tells_the_first_part_while_it_is_written(awaited: bool) -> None:
    text = long_text(20_000)
    backend = FakeBackend(truthful)
    told = await told_by(awaited, text, backend)
    brief = told[-1][1]
    assert isinstance(brief, Brief)
    parts = sum(map(is_part, backend.calls))
    assert parts > 3
    # Quotes of the first part come before any other part is asked for, the others' before the
    # closing question; events, of which a brief has the most newsworthy, when they are chosen.
    asked = {item.id: calls for calls, item in told[:-1]}
    own = [asked[q.id] for q in brief.quotes]
    assert own == sorted(own)
    assert own.count(1) == len(_PASSAGE.findall(user(backend.calls[0]))) > 1
    assert set(own) == {1, parts}
    assert {asked[event.id] for event in brief.events} == {len(backend.calls)}
    # What is told is what the brief has, each once, and the brief is the one of `summarise`.
    items = {item.id: item for _, item in told[:-1]}
    assert len(items) == len(told) - 1
    assert [*brief.quotes, *brief.events] == [items[i.id] for i in (*brief.quotes, *brief.events)]
    assert timeless(brief) == timeless(brief_of(text, FakeBackend(truthful)))


@pytest.mark.parametrize("awaited", [False, True])
@pytest.mark.parametrize("trouble", [Refused("no"), TooLong("long"), "prose", '{"quotes": ['])
async def test_a_stream_whose_first_part_fails(awaited: bool, trouble: Scripted) -> None:
    def stumbling(call: Call) -> Scripted:
        begins = is_part(call) and 1 in {n for n, _ in shown(call)}
        return trouble if begins and (len(user(call)) > 1_500) else truthful(call)

    text = long_text(12_000)
    told = [item for _, item in await told_by(awaited, text, FakeBackend(stumbling))]
    brief = told[-1]
    assert isinstance(brief, Brief)
    ids = [item.id for item in told[:-1]]
    own = [item.id for item in (*brief.stakeholders, *brief.events, *brief.quotes)]
    assert sorted(ids) == sorted(own)
    assert len(set(own)) == len(own)
    said = [span.text for quote in brief.quotes for span in quote.spans]
    assert said == re.findall(r"“(.*?)”", text)


@pytest.mark.parametrize("awaited", [False, True])
async def test_a_stream_of_what_turns_out_too_long(awaited: bool) -> None:
    text = long_text(5_000)
    whole = failing(lambda call: not (is_part(call) or is_closing(call)), lambda: TooLong("long"))
    backend = FakeBackend(whole)
    told = [item for _, item in await told_by(awaited, text, backend, settings=Settings())]
    brief = told[-1]
    assert isinstance(brief, Brief)
    own = [item.id for item in (*brief.stakeholders, *brief.events, *brief.quotes)]
    assert sorted(item.id for item in told[:-1]) == sorted(own)
    assert [attempt.reason for attempt in brief.provenance.attempts] == ["long"]


@pytest.mark.parametrize("awaited", [False, True])
async def test_what_was_told_stands_though_no_other_part_can_be_read(awaited: bool) -> None:
    """The key is withdrawn behind the first part; a fallback would have other items."""
    text = long_text(12_000)
    answers = 0

    def stumbling(call: Call) -> Scripted:
        nonlocal answers
        answers += 1
        return truthful(call) if answers == 1 else AuthenticationFailed("withdrawn")

    settings = Settings(context=4_096, fallback="extractive")
    told = await told_by(awaited, text, FakeBackend(stumbling), settings=settings)
    brief = told[-1][1]
    assert brief.provenance.engine == "fake"
    assert {item.id for calls, item in told if calls == 1} >= {"s1", "q1", "q2"}
    own = (*brief.stakeholders, *brief.events, *brief.quotes)
    assert sorted(item.id for _, item in told[:-1]) == sorted(item.id for item in own)
    first, *_, last = brief.provenance.uncovered
    assert 0 < first.start < 3_000
    assert last.end == len(text)
    assert [attempt.reason for attempt in brief.provenance.attempts].count("withdrawn") == 2


# --- merging -------------------------------------------------------------------------------------


@pytest.mark.parametrize("awaited", [False, True])
async def test_300_000_characters(awaited: bool) -> None:
    text = long_text(300_000)
    backend = FakeBackend(truthful)
    brief = await asummarise(text, model=backend) if awaited else summarise(text, model=backend)
    said = [span.text for quote in brief.quotes for span in quote.spans]
    assert said == re.findall(r"“(.*?)”", text)
    names = [quote.speaker_name for quote in brief.quotes[::2]]
    assert names == (PEOPLE * len(names))[: len(names)]
    assert [party.name for party in brief.stakeholders] == PEOPLE
    assert len(brief.events) == Events.most
    assert brief.headline == "Districts approve budgets for roads and schools"
    assert len(brief.summary.sentences) == 3
    assert brief.provenance.uncovered == ()
    assert brief.provenance.usage.output > 0
    assert Brief.model_validate_json(brief.model_dump_json()) == brief  # every span holds


async def test_both_drivers_give_the_same_brief_of_a_long_article() -> None:
    text = long_text(20_000)

    def stumbling(call: Call) -> Scripted:
        numbers = [n for n, _ in shown(call)]
        if is_part(call) and 50 in numbers:
            return Refused("declined")
        if is_part(call) and 90 in numbers:
            return "prose"
        return truthful(call)

    one, two = FakeBackend(stumbling), FakeBackend(stumbling)
    first, second = brief_of(text, one), await asummarise(text, model=two, settings=SMALL)
    assert timeless(first) == timeless(second)
    key = str
    assert sorted(map(key, one.calls)) == sorted(map(key, two.calls))
    assert len(first.provenance.uncovered) == 2


def told_twice(second: dict[str, Any], **earlier: Any) -> tuple[Event, ...]:
    """The events of an article whose first and last sentence tell one each; ``earlier`` of the
    first."""
    text = "\n\n".join(
        [
            "Mayor Ana Ruiz resigned over the bridge audit on May 3, 2023, in Springfield.",
            *(f"The road to valley {n} was closed for most of the day." for n in range(120)),
            "On May 3, 2023 and not on May 4, 2023, Ana Ruiz resigned as mayor in Springfield, "
            "or in Shelbyville, with 3 aides and Tom Becker, too.",
        ]
    )
    plain = {
        **{"status": "happened", "when": "May 3, 2023", "where": None},
        **{"participants": ["Ana Ruiz"]},
    }
    first = {**plain, "description": "Mayor Ana Ruiz resigned over the bridge audit.", **earlier}
    other = {**plain, "description": "Ana Ruiz resigned as mayor.", **second}

    def telling(call: Call) -> dict[str, Any]:
        answer = truthful(call)
        numbers = [n for n, _ in shown(call)]
        if "events" in answer:
            answer["events"] = [{**first, "evidence": [1]}] if 1 in numbers else []
            answer["events"] += [{**other, "evidence": [122]}] if 122 in numbers else []
        return answer

    brief = brief_of(text, FakeBackend(telling))
    return tuple(e for e in brief.events if "valley" not in e.description)  # the text's headline


def test_an_event_told_in_two_parts_is_one_with_all_evidence() -> None:
    (event,) = told_twice({"where": "Springfield"})
    assert event.description == "Mayor Ana Ruiz resigned over the bridge audit."
    assert [span.text[:8] for span in event.evidence] == ["Mayor An", "On May 3"]
    assert event.where == "Springfield"
    assert event.when is not None
    (event,) = told_twice({"description": "Mayor Ana Ruiz resigned over the bridge audit"})
    assert len(event.evidence) == 2


@pytest.mark.parametrize(
    "other",
    [
        {"when": "May 4, 2023"},
        {"description": "Ana Ruiz resigned as mayor with 3 aides."},
        {"description": "Mayor Ana Ruiz resigned over the second bridge audit."},
        {"description": "Ana Ruiz has not resigned as mayor."},
        {"status": "alleged", "description": "Ana Ruiz allegedly resigned as mayor."},
        {"participants": ["Tom Becker"]},
        {"description": "Ana Ruiz heard Tom Becker in Shelbyville."},
    ],
    ids=["day", "number", "number in words", "negation", "status", "participants", "words"],
)
def test_events_that_differ_stay_two(other: dict[str, Any]) -> None:
    assert len(told_twice(other)) == 2


def test_events_at_two_places_are_two() -> None:
    assert len(told_twice({"where": "Shelbyville"}, where="Springfield")) == 2
    assert len(told_twice({"where": "Springfield"}, where="Springfield")) == 1


def test_the_most_newsworthy_events_are_kept_and_the_others_recorded() -> None:
    """Those of the summary first, then the first of each part. No quote is ever cut."""
    text = long_text(30_000)
    summed_up: list[str] = []

    def summing_up(call: Call) -> dict[str, Any]:
        answer = truthful(call)
        if is_closing(call):
            n, words = [(n, w) for n, w in shown(call) if "approved" in w][-1]
            answer["summary"] = [{"evidence": [n], "text": words}]
            summed_up.append(words)
        return answer

    backend = FakeBackend(summing_up)
    brief = brief_of(text, backend)
    parts = sorted(filter(is_part, backend.calls), key=shown)
    firsts = [next(w for _, w in shown(call) if "approved" in w) for call in parts]
    kept = [event.description for event in brief.events]
    assert len(firsts) > Events.most
    assert summed_up[0] not in firsts[: Events.most]
    assert kept == [*summed_up, *firsts[: Events.most - 1]]
    lost = [loss.item for loss in brief.provenance.dropped if "newsworthy" in loss.reason]
    assert len({*kept, *lost}) == text.count("approved")
    assert len(brief.quotes) == text.count("“")


# --- what fails ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "error",
    [
        lambda: Refused("declined"),
        lambda: Unreachable("gone", retry_after=1e9),
        lambda: TooLong("too long"),
        lambda: "prose",
        lambda: AssertionError,
    ],
    ids=["refused", "unreachable", "too long", "unreadable", "bug"],
)
def test_a_part_that_fails_is_recorded_and_sinks_nothing(error: Callable[[], Any]) -> None:
    text = long_text(20_000)
    lost = "plan 30,"
    if error() is AssertionError:  # a bug is no failed part
        with pytest.raises(AssertionError):
            brief_of(text, FakeBackend(failing(lambda c: lost in user(c), AssertionError)))
        return
    brief = brief_of(text, FakeBackend(failing(lambda c: lost in user(c), error)))
    provenance = brief.provenance
    assert provenance.uncovered
    assert any(lost in span.text for span in provenance.uncovered)
    for span in provenance.uncovered:
        assert text[span.start : span.end] == span.text
        assert any(f"{span.start:,} to {span.end:,}" in w for w in provenance.warnings)
    assert sum(map(len, provenance.uncovered)) < len(text) / 4
    assert len(brief.quotes) == text.count("“")  # by the text itself, and said so
    assert any("left out by the model and taken" in warning for warning in provenance.warnings)
    assert provenance.attempts
    assert len(brief.events) == Events.most
    assert str(brief.summary)
    assert Brief.model_validate_json(brief.model_dump_json()) == brief


def test_an_uncovered_span_that_was_changed_is_found_out() -> None:
    brief = brief_of(
        long_text(6_000), FakeBackend(failing(lambda c: "plan 9," in user(c), lambda: Refused("")))
    )
    told = json.loads(brief.model_dump_json())
    told["provenance"]["uncovered"][0]["text"] = "x"
    with pytest.raises(ValueError, match="own text"):
        Brief.model_validate(told)


def test_what_every_part_suffers_is_raised() -> None:
    for error, kind in (
        (lambda: Refused("declined"), Refused),
        (lambda: Unreachable("gone", retry_after=1e9), Unreachable),
        (lambda: "prose", Unrepairable),
    ):
        backend = FakeBackend(failing(lambda call: True, error))
        with pytest.raises((BackendError, AnswerError)) as raised:
            brief_of(long_text(10_000), backend)
        assert type(raised.value) is kind
        assert len(raised.value.attempts) == len(backend.calls)
        extracted = brief_of(
            long_text(10_000),
            FakeBackend(failing(lambda call: True, error)),
            Settings(context=4_096, fallback="extractive"),
        )
        assert extracted.provenance.engine == "extractive"


async def test_a_wrong_key_fails_at_once() -> None:
    from newsbrief.run.drivers import MAX_WIDTH

    for awaited in (False, True):
        backend = FakeBackend(lambda call: AuthenticationFailed("no"))
        way = asummarise if awaited else blocking
        with pytest.raises(AuthenticationFailed):
            await way(long_text(60_000), model=backend, settings=SMALL)
        assert len(backend.calls) <= MAX_WIDTH


@pytest.mark.parametrize("context", [4_096, 200_000])
def test_what_is_too_long_for_the_model_is_asked_for_in_smaller_parts(context: int) -> None:
    """Also where the article was thought to fit at once."""
    text = long_text(20_000)
    backend = FakeBackend(failing(lambda call: len(user(call)) > 2_500, lambda: TooLong("long")))
    brief = brief_of(text, backend, Settings(context=context))
    assert brief.provenance.uncovered == ()
    answered = [call for call in backend.calls if len(user(call)) <= 2_500 and is_part(call)]
    assert sorted(n for call in answered for n, _ in shown(call)) == list(
        range(1, text.count("\n\n") + 2)
    )
    assert brief.headline == "Districts approve budgets for roads and schools"
    assert len(brief.quotes) == text.count("“")
    assert not any("of the quotes" in warning for warning in brief.provenance.warnings)
    assert [
        attempt.reason for attempt in brief.provenance.attempts if attempt.reason != "long"
    ] == []


def test_one_sentence_without_an_end_is_too_long_and_says_so() -> None:
    text = "word " * 10_000
    backend = FakeBackend(lambda call: TooLong("too long"))
    with pytest.raises(TooLong):
        brief_of(text, backend)
    assert len(backend.calls) == 1


@pytest.mark.parametrize(
    "error", [lambda: Refused("declined"), lambda: "prose"], ids=["refused", "unreadable"]
)
def test_without_a_last_answer_the_text_itself_sums_up(error: Callable[[], Any]) -> None:
    text = long_text(10_000)
    brief = brief_of(text, FakeBackend(failing(is_closing, error)))
    assert brief.summary.sentences
    assert all(s.text in text for s in brief.summary.sentences)
    assert brief.headline
    assert any("sentences of the article" in w for w in brief.provenance.warnings)
    assert len(brief.events) == Events.most
    assert brief.provenance.uncovered == ()


def test_a_context_without_room_for_a_paragraph_is_named() -> None:
    backend = FakeBackend(truthful)
    with pytest.raises(ConfigError, match=r"Settings\(context=2048\) must be at least (\d+)") as no:
        brief_of(long_text(10_000), backend, Settings(context=2_048))
    assert backend.calls == []
    least = int(str(no.value).rsplit(" ", 1)[1])
    with pytest.raises(ConfigError):
        brief_of(long_text(10_000), backend, Settings(context=least - 4))
    assert len(brief_of(long_text(10_000), backend, Settings(context=least)).quotes) > 20


# --- repairs -------------------------------------------------------------------------------------


def test_each_part_is_repaired_for_itself() -> None:
    bad = [
        {"passage": None, "text": f"Nobody ever said {n} words", "speaker": None}
        for n in range(9_000, 9_030)
    ]

    def lying(call: Call) -> dict[str, Any]:
        if "wrong because" in user(call):
            return {"quotes": []}
        answer = truthful(call)
        if is_part(call):
            answer["quotes"] = bad
        return answer

    text = long_text(20_000)
    backend = FakeBackend(lying)
    brief = brief_of(text, backend)
    parts = sum(map(is_part, backend.calls))
    repairs = [call for call in backend.calls if "wrong because" in user(call)]
    assert len(repairs) == parts
    assert len(backend.calls) == 2 * parts + 1
    assert all("item 20 " in user(call) and "item 21 " not in user(call) for call in repairs)
    assert len(brief.quotes) == text.count("“")  # filled in from the text
    assert sum("Nobody ever said 90" in loss.item for loss in brief.provenance.dropped) == 30


def test_a_repair_is_shown_sentences_of_its_own_part_alone() -> None:
    def misquoting(call: Call) -> dict[str, Any]:
        if "wrong because" in user(call):
            return {"quotes": []}
        answer = truthful(call)
        if is_part(call):
            said = {"passage": None, "text": "We will build the road before the winter comes"}
            answer["quotes"] = [{**said, "speaker": None}]
        return answer

    backend = FakeBackend(misquoting)
    brief_of(long_text(10_000), backend)
    repairs = [shown(call) for call in backend.calls if "wrong because" in user(call)]
    assert len(repairs) > 3
    assert len({tuple(one) for one in repairs}) == len(repairs)


# --- sections ------------------------------------------------------------------------------------


def test_sections_without_evidence_have_the_parts_summed_up_too() -> None:
    text = long_text(10_000)
    for sections, fields in (([Quotes], ("summary", "quotes")), ([], ("summary",))):
        backend = FakeBackend(truthful)
        brief = brief_of(text, backend, sections=sections)
        parts = [call for call in backend.calls if is_part(call)]
        assert {tuple(call.answer.model_fields) for call in parts} == {fields}
        told = {words for call in parts for _, words in shown(call) if "approved" in words}
        (closing,) = [call for call in backend.calls if is_closing(call)]
        assert len({words for _, words in shown(closing)} & told) > len(parts)
        assert len(brief.summary.sentences) == 3
        assert len(brief.quotes) == (text.count("“") if sections else 0)


def test_the_fingerprint_tells_the_templates_of_parts(tmp_path: Path) -> None:
    def of(text: str, **template: str) -> str | None:
        folder = tmp_path / "_".join((str(len(text)), *template))
        folder.mkdir()
        for name, words in template.items():
            (folder / f"{name}.j2").write_text(words, encoding="utf-8")
        settings = Settings(context=4_096, prompts=folder)
        return brief_of(text, FakeBackend(truthful), settings).provenance.prompt

    text = long_text(6_000)
    packaged = {n: (bundled() / f"{n}.j2").read_text("utf-8") for n in ("part", "closing")}
    prints = [of(text), *(of(text, **{n: f"{words}\n"}) for n, words in packaged.items())]
    assert len({of(story.TEXT), *prints}) == 4
    assert of(story.TEXT, part="x", closing="y") == of(story.TEXT + "\n")


# --- cost ----------------------------------------------------------------------------------------


def test_what_is_sent_grows_as_the_text_does() -> None:
    sent = []
    for characters in (75_000, 150_000, 300_000):
        backend = FakeBackend(truthful)
        summarise(long_text(characters), model=backend)
        sent.append(sum(len(m["content"]) for call in backend.calls for m in call.messages))
    assert 1.8 < sent[1] / sent[0] < 2.2
    assert 1.8 < sent[2] / sent[1] < 2.2
    assert sent[2] < 2.5 * 300_000  # the passages are shown twice, and here are half of the text


class Obeying(FakeBackend):
    """Writes no more than it may."""

    def send(self, call: Call, timeout: float) -> Reply:
        reply, most = super().send(call, timeout), call.max_output_tokens
        if most is None or reply.usage.output <= most:
            return reply
        cut = reply.content[: 4 * most]
        return Reply(cut, flaw="truncated", detail="it was cut off", usage=Usage(output=most))


def test_a_limit_midway_returns_what_was_accepted() -> None:
    text = long_text(20_000)
    free = FakeBackend(truthful)
    whole = brief_of(text, free).provenance.usage.output
    backend = Obeying(truthful)
    limit = whole // 2
    brief = brief_of(text, backend, Settings(context=4_096, max_output_tokens=limit))
    provenance = brief.provenance
    assert 2 < len(backend.calls) < len(free.calls)
    assert provenance.usage.output <= limit
    assert provenance.uncovered
    assert provenance.uncovered[-1].end == len(text)  # the first parts are asked first
    assert provenance.uncovered[0].start > 0
    assert any("max_output_tokens" in warning for warning in provenance.warnings)
    assert brief.events
    assert len(brief.quotes) == text.count("“")
    assert brief.summary.sentences
    with pytest.raises(BudgetExceeded):
        brief_of(text, backend, Settings(context=4_096, max_output_tokens=10))


async def test_eight_calls_are_under_way_at_once_and_no_more() -> None:
    from newsbrief.run.drivers import MAX_WIDTH

    text = long_text(40_000)
    under_way, most, lock = 0, 0, threading.Lock()
    full = threading.Barrier(MAX_WIDTH, timeout=60)  # opens only where as many are under way
    first = [True] * MAX_WIDTH

    def counted(change: int) -> None:
        nonlocal under_way, most
        with lock:
            under_way += change
            most = max(most, under_way)

    class Counting(FakeBackend):
        def send(self, call: Call, timeout: float) -> Reply:
            counted(1)
            with lock:
                waits = bool(first) and first.pop()
            if waits:
                full.wait()
            reply = super().send(call, timeout)
            counted(-1)
            return reply

        async def asend(self, call: Call, timeout: float) -> Reply:
            counted(1)
            await asyncio.sleep(0)
            reply = super().send(call, timeout)
            counted(-1)
            return reply

    backend = Counting(truthful)
    brief_of(text, backend)
    assert len(backend.calls) > 2 * MAX_WIDTH
    assert most == MAX_WIDTH
    most = 0
    await asummarise(text, model=Counting(truthful), settings=SMALL)
    assert most == MAX_WIDTH


def test_an_interrupt_waits_for_no_call_under_way_and_sends_no_other() -> None:
    from newsbrief.run.drivers import MAX_WIDTH

    answered = threading.Event()
    asked = iter(range(1_000))

    def interrupted(call: Call) -> Scripted:
        if next(asked) == MAX_WIDTH - 1:
            raise KeyboardInterrupt
        answered.wait(60)
        return Unreachable("tried again, if anybody waits for it", retry_after=0)

    backend = FakeBackend(interrupted)
    before = set(threading.enumerate())
    started = monotonic()
    with pytest.raises(KeyboardInterrupt):
        brief_of(long_text(40_000), backend)
    assert monotonic() - started < 30
    answered.set()
    for thread in set(threading.enumerate()) - before:
        assert thread.daemon
        thread.join(60)
        assert not thread.is_alive()
    assert len(backend.calls) == MAX_WIDTH


def test_a_record_without_uncovered_spans_still_loads() -> None:
    made = {"engine": "fake", "model": None, "prompt": None, "version": "0.1.0"}
    assert Provenance.model_validate(made).uncovered == ()
