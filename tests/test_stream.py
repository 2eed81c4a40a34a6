"""Items told while the model is still writing: all that hold, none that do not, and the brief."""

from __future__ import annotations

import asyncio
import json
import textwrap
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import aclosing, closing
from itertools import pairwise
from typing import Any, ClassVar

import pytest
import story
from hypothesis import given
from hypothesis import strategies as st
from server import (
    DROP,
    Answer,
    Server,
    at,
    completion,
    counted,
    delta,
    event,
    failure,
    streamed,
    streaming,
)

from newsbrief import (
    AnswerError,
    BackendError,
    Brief,
    BudgetExceeded,
    Call,
    Event,
    FakeBackend,
    Ground,
    InputError,
    Item,
    NoModelWarning,
    Quote,
    Quotes,
    Refused,
    Reply,
    Section,
    Settings,
    Span,
    Stakeholder,
    Unreachable,
    Usage,
    astream,
    stream,
    summarise,
)
from newsbrief.backends.chunks import Thoughts
from newsbrief.sections.item import spans_of
from newsbrief.wire import Prose, Sentences, WireItem

Serve = Callable[..., Server]
Told = list[Item | Brief]
WORDS = json.dumps(story.answer())
HALF = WORDS[: WORDS.index('"quotes": [') + 70]  # amid the second quote
REST = completion({"quotes": story.answer()["quotes"]})
BAD_EVENT = {**story.answer()["events"][0], "description": "Nothing at all.", "evidence": [99]}


async def _blocking(text: str = story.TEXT, **arguments: Any) -> Told:
    return list(stream(text, published=story.PUBLISHED, **arguments))


async def _awaiting(text: str = story.TEXT, **arguments: Any) -> Told:
    return [told async for told in astream(text, published=story.PUBLISHED, **arguments)]


both = pytest.mark.parametrize("told_by", [_blocking, _awaiting])
Way = Callable[..., Any]


def ids(told: Told) -> list[str]:
    return [item.id for item in told if isinstance(item, Item)]


def brief_of(told: Told) -> Brief:
    brief = told[-1]
    assert isinstance(brief, Brief)
    return brief


def check(told: Told) -> Brief:
    """Every item once, as the brief has it, behind those that it refers to; then the brief."""
    brief = brief_of(told)
    own = {item.id: item for item in (*brief.stakeholders, *brief.events, *brief.quotes)}
    assert sorted(ids(told)) == sorted(own)
    before: set[str] = set()
    for item in told[:-1]:
        assert isinstance(item, Stakeholder | Event | Quote)
        if isinstance(item, Stakeholder):
            kept = own[item.id]
            assert isinstance(kept, Stakeholder)
            assert (item.name, item.mentions) == (kept.name, kept.mentions)
        else:
            assert item == own[item.id]
        if isinstance(item, Quote):
            assert item.speaker is None or item.speaker in before
        if isinstance(item, Event):
            assert before >= set(item.participants)
        before.add(item.id)
    return brief


def timeless(brief: Brief) -> dict[str, Any]:
    told = brief.model_dump()
    told["provenance"].pop("elapsed")
    return told


# --- what is told ---------------------------------------------------------------------------------


@both
async def test_each_item_and_then_the_brief(told_by: Way) -> None:
    told = await told_by(model=FakeBackend([story.answer()]))
    assert ids(told) == ["s1", "s2", "e1", "q1", "q2"]
    brief = check(told)
    alone = summarise(story.TEXT, model=FakeBackend([story.answer()]), published=story.PUBLISHED)
    assert timeless(brief) == timeless(alone)


@both
async def test_spans_keep_the_line_breaks_of_hard_wrapped_text(told_by: Way) -> None:
    text = "\n\n".join(textwrap.fill(block, 60) for block in story.TEXT.split("\n\n"))
    told = await told_by(text, model=FakeBackend([story.answer()]))
    brief = check(told)
    assert [party.name for party in brief.stakeholders] == ["Ana Ruiz", "Tom Becker"]
    spans = [span for item in told[:-1] for span in spans_of(item)]
    assert any("\n" in span.text for span in spans)
    assert all(text[span.start : span.end] == span.text for span in spans)
    assert Brief.model_validate_json(brief.model_dump_json()) == brief


@both
async def test_ids_stay_whatever_the_order_of_the_answer(told_by: Way) -> None:
    quotes = [{"passage": 2, "text": None, "speaker": "Tom Becker"},
              {"passage": 1, "text": None, "speaker": "Ana Ruiz"}]  # fmt: skip
    told = await told_by(model=FakeBackend([story.answer(stakeholders=[], quotes=quotes)]))
    brief = check(told)
    assert [quote.id for quote in brief.quotes] == ["q2", "q1"]  # in the order of the article
    assert ids(told) == ["s1", "e1", "s2", "q1", "q2"]


@both
async def test_nothing_unverified_is_told(told_by: Way) -> None:
    lies = story.answer(
        stakeholders=[{"name": "Max Power", "kind": "person", "role": None, "affiliation": None}],
        events=[BAD_EVENT, {"description": "No form."}, *story.answer()["events"], 7],
        quotes=[
            {"passage": 99, "text": None, "speaker": None},
            {"passage": None, "text": "I take no responsibility", "speaker": "Ana Ruiz"},
            {"passage": 2, "text": None, "speaker": "Max Power"},
            {"passage": 1, "text": None, "speaker": "Tom Becker"},
        ],
    )
    told = await told_by(model=FakeBackend([lies, lies]))
    brief = check(told)
    assert "Max Power" not in {party.name for party in brief.stakeholders}
    assert [e.description for e in told if isinstance(e, Event)] == ["Ana Ruiz resigned as mayor."]
    speakers = {q.text: q.speaker_name for q in told if isinstance(q, Quote)}
    assert speakers["I take full responsibility for what happened,"] == "Ana Ruiz"
    for item in told:
        if isinstance(item, Quote):
            assert item.text == " ".join(story.TEXT[s.start : s.end] for s in item.spans)
    alone = summarise(story.TEXT, model=FakeBackend([lies, lies]), published=story.PUBLISHED)
    assert timeless(alone)["provenance"] == timeless(brief)["provenance"]


@both
async def test_what_repair_and_the_text_add_is_told_too(told_by: Way) -> None:
    mended = {**story.answer()["events"][0], "description": "Becker spoke.", "evidence": [5]}
    replies = [story.answer(events=[BAD_EVENT], quotes=[]), {"events": [{**mended, "item": 1}]}]
    told = await told_by(model=FakeBackend(replies))
    brief = check(told)
    assert len(brief.quotes) == 2
    assert [e.id for e in brief.events] == ["e2", "e1"]  # what the headline says, then Becker's
    assert sorted(ids(told)) == ["e1", "e2", "q1", "q2", "s1", "s2"]
    assert any("taken from the text itself" in warning for warning in brief.provenance.warnings)


class ClaimWire(WireItem):
    claim: Prose
    evidence: Sentences


class Claim(Item):
    claim: str
    evidence: tuple[Span, ...]


class Claims(Section[ClaimWire, Claim]):
    name = "claims"
    wire = ClaimWire
    item = Claim
    bound: ClassVar[list[str]] = []

    @classmethod
    def bind(cls, wire: ClaimWire, ground: Ground) -> Claim:
        cls.bound.append(wire.claim)
        return super().bind(wire, ground)

    @classmethod
    def identity(cls, item: Claim) -> str:
        return item.claim

    @classmethod
    def merge(cls, first: Claim, second: Claim) -> Claim:
        return second

    @classmethod
    def arrange(cls, items: Iterable[Claim]) -> Iterable[Claim]:
        return reversed([*items])


@both
async def test_sections_of_ones_own(told_by: Way, tmp_path: Any) -> None:
    (tmp_path / "claims.j2").write_text("claims: what is claimed.\n")
    Claims.bound.clear()
    claims = [{"claim": "It cost 4.2 million.", "evidence": [6]},
              {"claim": "Wrong.", "evidence": [99]},
              {"claim": "The council meets.", "evidence": [4]},
              {"claim": "It cost 4.2 million.", "evidence": [6, 7]}]  # fmt: skip
    answer = {**story.answer(), "claims": claims}
    told = await told_by(
        model=FakeBackend([answer, {"claims": []}]),
        sections=[Quotes, Claims],
        settings=Settings(prompts=tmp_path),
    )
    assert ids(told) == ["s1", "q1", "s2", "q2", "c1", "c2"]
    brief = brief_of(told)
    assert [c.id for c in brief[Claims]] == ["c2", "c1"]
    assert len(brief[Claims][1].evidence) == 2  # merged, and still the same
    assert Claims.bound == [one["claim"] for one in claims]  # each once


@both
async def test_the_extractive_engine_tells_the_same_way(told_by: Way) -> None:
    assert check(await told_by(model="extractive")).provenance.engine == "extractive"
    with pytest.warns(NoModelWarning):
        check(await told_by())


def test_wrong_arguments_are_told_at_once() -> None:
    with pytest.raises(InputError):
        stream("")
    with pytest.raises(InputError):
        astream("")


class Whole:
    """A backend that does not stream."""

    engine = "local"
    model = "mine"

    def send(self, call: Call, timeout: float) -> Reply:
        return FakeBackend([story.answer()]).send(call, timeout)

    async def asend(self, call: Call, timeout: float) -> Reply:
        return self.send(call, timeout)


@both
async def test_a_backend_that_does_not_stream_will_do(told_by: Way) -> None:
    assert ids(await told_by(model=Whole())) == ["s1", "s2", "e1", "q1", "q2"]


# --- however the answer is cut --------------------------------------------------------------------


class Cut(FakeBackend):
    """Sends its first answer in pieces of these bounds."""

    def __init__(self, *replies: Any, cuts: list[int]) -> None:
        super().__init__(replies)
        self.cuts = cuts

    def stream(self, call: Call, timeout: float) -> Generator[str | Reply, None, None]:
        reply = self.send(call, timeout)
        size = len(reply.content)
        for start, end in pairwise([0, *sorted(min(cut, size) for cut in self.cuts), size]):
            yield reply.content[start:end]
        yield reply


ANSWERS = (
    json.dumps(story.answer(events=[BAD_EVENT, *story.answer()["events"]])),
    "```json\n" + json.dumps(story.answer(), indent=1) + "\n```",
    HALF,
    WORDS.replace('"quotes"', '"events": [], "quotes"'),  # twice the same name
    WORDS.replace(
        '"events"', '"quotes": [{"passage": 2, "text": null, "speaker": null}], "events"'
    ),
    WORDS.replace("Monday", "\\ud83d"),
    WORDS[:-30] + "nonsense",
)


def _plain(told: Told) -> list[Any]:
    return [*(item.model_dump() for item in told[:-1]), timeless(brief_of(told))]


@given(st.sampled_from(ANSWERS), st.lists(st.integers(0, len(WORDS)), max_size=12))
def test_the_same_items_for_every_cutting(answer: str, cuts: list[int]) -> None:
    def told(cuts: list[int]) -> Told:
        backend = Cut(answer, {"events": [], "quotes": []}, {"events": []}, cuts=cuts)
        return list(stream(story.TEXT, model=backend, published=story.PUBLISHED))

    reference = told([])
    check(reference)
    assert _plain(told(cuts)) == _plain(reference)


@both
async def test_an_answer_that_turns_into_nonsense_is_kept_as_far_as_it_came(told_by: Way) -> None:
    broken = WORDS[: WORDS.index('"quotes"')] + "} and so on"
    backend = FakeBackend([broken, "nothing of use", "nor is this"])
    told = await told_by(model=backend)
    assert ids(told) == ["s1", "s2", "e1", "q1", "q2"]  # the quotes from the text itself
    assert check(told).provenance.engine == "fake"
    assert [*backend.calls[1].answer.model_fields] == ["summary", "events", "quotes"]


@both
async def test_no_more_items_are_told_than_a_section_takes(told_by: Way) -> None:
    many = [
        {**BAD_EVENT, "description": f"Ruiz resigned by way {way}.", "evidence": [1]}
        for way in "abcdefghijkl"
    ]
    told = await told_by(model=FakeBackend([story.answer(events=many)]))
    assert len(check(told).events) == 10


# --- while the server is writing ------------------------------------------------------------------


def halves(waited: threading.Event) -> Iterator[bytes]:
    """An answer whose second half is sent only when ``waited`` is set."""
    yield delta(WORDS[: WORDS.index('"events"')])
    if waited.wait(60):
        yield delta(WORDS[WORDS.index('"events"') :])
        yield delta(finish_reason="stop")
        yield counted()
        yield event("[DONE]")


def test_the_first_item_is_there_before_the_last_is_written(serve: Serve) -> None:
    waited = threading.Event()
    server = serve(streaming(halves(waited)))
    told: Told = []
    for item in stream(story.TEXT, published=story.PUBLISHED, settings=at(server)):
        told.append(item)
        if len(told) == 2:
            assert ids(told) == ["s1", "s2"]
            waited.set()
    assert ids(told) == ["s1", "s2", "e1", "q1", "q2"]
    assert check(told).provenance.usage == Usage(input=100, output=20)
    assert len(server.requests) == 1


async def test_so_it_is_where_it_is_awaited(serve: Serve) -> None:
    waited = threading.Event()
    server = serve(streaming(halves(waited)))
    told: Told = []
    async for item in astream(story.TEXT, published=story.PUBLISHED, settings=at(server)):
        told.append(item)
        if len(told) == 2:
            waited.set()
    assert check(told).provenance.usage == Usage(input=100, output=20)
    assert len(server.requests) == 1


def endless(gone: threading.Event) -> Iterator[bytes]:
    """An answer that never ends, and tells when nobody listens any more."""
    try:
        yield delta(WORDS[: WORDS.index('"events"')])
        while True:
            yield delta(" " * 10_000)
    finally:
        gone.set()


def test_closing_early_closes_the_connection(serve: Serve) -> None:
    gone = threading.Event()
    server = serve(by=lambda request: streaming(endless(gone)))
    with closing(stream(story.TEXT, settings=at(server))) as items:
        assert isinstance(next(items), Stakeholder)
        assert not gone.is_set()
    assert gone.wait(60)
    assert next(items, None) is None


async def test_closing_early_closes_the_awaited_connection(serve: Serve) -> None:
    gone = threading.Event()
    server = serve(by=lambda request: streaming(endless(gone)))
    async with aclosing(astream(story.TEXT, settings=at(server))) as items:
        assert isinstance(await anext(items), Stakeholder)
        assert not gone.is_set()
    assert await asyncio.to_thread(gone.wait, 60)


async def test_so_does_cancelling(serve: Serve) -> None:
    gone, first = threading.Event(), asyncio.Event()
    server = serve(by=lambda request: streaming(endless(gone)))

    async def listen() -> None:
        async for _ in astream(story.TEXT, settings=at(server)):
            first.set()

    task = asyncio.create_task(listen())
    await first.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await asyncio.to_thread(gone.wait, 60)


@both
async def test_the_deadline_ends_an_answer_that_does_not_end(told_by: Way, serve: Serve) -> None:
    def blanks() -> Iterator[bytes]:
        yield delta(WORDS[: WORDS.index('"events"')])
        while not server._closing.wait(0.05):
            yield delta(" ")

    server = serve(by=lambda request: streaming(blanks()))
    told = await told_by(settings=at(server, deadline=3))
    assert ids(told)[:2] == ["s1", "s2"]
    brief = check(told)
    assert "deadline of 3 s" in brief.provenance.attempts[0].reason
    assert any("may lack stakeholders, events, quotes" in w for w in brief.provenance.warnings)
    assert len(server.requests) == 1


@both
async def test_an_answer_too_long_is_not_heard_to_its_end(
    told_by: Way, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsbrief.backends.openai.MAX_CONTENT", 100_000)
    gone = threading.Event()
    answers = iter([streaming(endless(gone))])
    server = serve(by=lambda request: next(answers, completion(story.answer())))
    brief = check(await told_by(settings=at(server)))
    assert gone.wait(60)
    assert brief.provenance.attempts[0].reason == "it is longer than 100,000 characters"


# --- answers that break off -----------------------------------------------------------------------

BREAKS = {
    "dropped": (streaming([delta(HALF), DROP]), "transport", "broke off its answer"),
    "ended without a word": (streaming([delta(HALF)]), "transport", "broke off its answer"),
    "an error": (
        streaming([delta(HALF), event({"error": {"message": "no", "code": 429}})]),
        "transport", "too many requests",
    ),
    "an error in the choice": (
        streaming([delta(HALF), delta(finish_reason="error", error={"code": 503})]),
        "transport", "answered 503",
    ),
    "no chunk": (streaming([delta(HALF), event("[1]")]), "transport", "no completion"),
    "no json": (streaming([delta(HALF), event("{")]), "transport", "no completion"),
    "filtered": (streamed(HALF, finish="content_filter"), "transport", "declined"),
    "cut off": (streamed(HALF, finish="length"), "schema", "it was cut off"),
    "cut off, and not told so": (streamed(HALF), "schema", "it is JSON that breaks off"),
}  # fmt: skip


@both
@pytest.mark.parametrize(("answer", "kind", "reason"), BREAKS.values(), ids=BREAKS)
async def test_what_came_before_the_break_is_kept_and_the_rest_asked_for(
    told_by: Way, serve: Serve, answer: Answer, kind: str, reason: str
) -> None:
    server = serve(answer, REST)
    told = await told_by(settings=at(server))
    assert ids(told) == ["s1", "s2", "e1", "q1", "q2"]
    brief = check(told)
    (attempt,) = brief.provenance.attempts
    assert attempt.kind == kind
    assert reason in attempt.reason
    assert brief.provenance.usage.unreported == (kind == "transport")
    asked = server.requests[1].body["response_format"]["json_schema"]["schema"]["properties"]
    assert [*asked] == ["quotes"]
    assert len(server.requests) == 2


@both
@pytest.mark.parametrize(
    "trouble",
    [
        failure(503, retry_after="0"),
        Answer(cut=0),
        streaming([DROP]),
        streaming([]),
        streaming([delta(WORDS[:60]), DROP]),
        streaming([delta(WORDS[: WORDS.index('"stakeholders": [')]), DROP]),
        streaming([delta(WORDS[:60]), event({"error": {"message": "no", "code": 503}})]),
    ],
    ids=[
        "503",
        "no status",
        "no chunk",
        "nothing",
        "before an item",
        "behind the summary",
        "an error before an item",
    ],
)
async def test_trouble_before_the_first_item_is_tried_again(
    told_by: Way, serve: Serve, trouble: Answer, quick: None
) -> None:
    server = serve(trouble, streamed(story.answer()))
    told = await told_by(settings=at(server))
    assert ids(told) == ["s1", "s2", "e1", "q1", "q2"]
    assert [a.kind for a in check(told).provenance.attempts] == ["transport"]
    assert [request.body["stream"] for request in server.requests] == [True, True]
    assert server.requests[0].body == server.requests[1].body


@both
async def test_what_cannot_succeed_is_raised(told_by: Way, serve: Serve) -> None:
    with pytest.raises(Refused):
        await told_by(settings=at(serve(streamed("", finish="content_filter"))))
    declined = event({"choices": [{"delta": {"refusal": "I cannot."}}]})
    with pytest.raises(Refused):
        await told_by(settings=at(serve(streaming([declined, delta(finish_reason="stop")]))))
    with pytest.raises(Unreachable) as raised:
        await told_by(settings=at(serve(streaming([DROP])), retries=0))
    assert [a.kind for a in raised.value.attempts] == ["transport"]
    with pytest.raises(AnswerError):
        await told_by(settings=at(serve(*[streamed("no json")] * 3)))


@both
async def test_the_rest_may_fail_and_what_came_is_kept(told_by: Way, serve: Serve) -> None:
    server = serve(streaming([delta(HALF), DROP]), failure(401, "invalid_api_key"))
    told = await told_by(settings=at(server, fallback="extractive"))
    assert ids(told)[:3] == ["s1", "s2", "e1"]
    brief = check(told)
    assert brief.provenance.engine == "openai"
    assert any("may lack quotes" in warning for warning in brief.provenance.warnings)


@both
async def test_the_fallback_tells_its_own_items_and_no_others(told_by: Way) -> None:
    for failed in (Unreachable("gone"), BackendError("no")):
        backend = FakeBackend([failed])
        told = await told_by(model=backend, settings=Settings(fallback="extractive", retries=0))
        assert check(told).provenance.engine == "extractive"


class Slow(FakeBackend):
    """Each call takes 50 seconds, by a clock of its own."""

    now = 0.0

    def send(self, call: Call, timeout: float) -> Reply:
        self.timeouts = [*getattr(self, "timeouts", []), timeout]
        self.now += 50
        return super().send(call, timeout)


@both
async def test_one_deadline_holds_for_all_rounds(
    told_by: Way, monkeypatch: pytest.MonkeyPatch
) -> None:
    backend = Slow([story.answer(events=[BAD_EVENT]), {"events": []}])
    monkeypatch.setattr("newsbrief.run.retry.monotonic", lambda: backend.now)
    await told_by(model=backend, settings=Settings(deadline=120, timeout=1_000))
    assert backend.timeouts == [120, 70]


@both
async def test_limits_hold(told_by: Way, serve: Serve) -> None:
    lies = story.answer(events=[BAD_EVENT])
    server = serve(streamed(lies), completion({"events": []}))
    told = await told_by(settings=at(server, max_output_tokens=80))
    assert server.requests[0].body["max_tokens"] == 80
    brief = check(told)  # of the 80 tokens, 20 are spent: 60 are too few to ask again
    assert len(server.requests) == 1
    assert any("not asked for again" in warning for warning in brief.provenance.warnings)
    with pytest.raises(BudgetExceeded):
        await told_by(settings=at(serve(), max_output_tokens=10))


# --- servers differ -------------------------------------------------------------------------------


@both
async def test_the_request_is_that_of_a_brief_but_for_the_stream(
    told_by: Way, serve: Serve
) -> None:
    server = serve(streamed(story.answer()), completion(story.answer()))
    brief = check(await told_by(settings=at(server)))
    summarise(story.TEXT, published=story.PUBLISHED, settings=at(server))
    first, second = (dict(request.body) for request in server.requests)
    assert first.pop("stream") is True
    assert first.pop("stream_options") == {"include_usage": True}
    assert first == second
    assert brief.provenance.usage == Usage(input=100, output=20)


@both
async def test_usage_that_is_not_told_is_told_to_be_lacking(told_by: Way, serve: Serve) -> None:
    server = serve(streamed(story.answer(), usage=False))
    brief = check(await told_by(settings=at(server)))
    assert brief.provenance.usage == Usage(unreported=1)
    assert brief.provenance.cost is None


@both
@pytest.mark.parametrize(
    "says",
    [
        "Unrecognized request argument supplied: stream_options",
        '[{"type": "extra_forbidden", "loc": ["body", "stream_options"], "msg": "not permitted"}]',
    ],
    ids=["azure", "mistral"],
)
async def test_without_stream_options_it_streams_all_the_same(
    told_by: Way, serve: Serve, says: str
) -> None:
    answer = streamed(story.answer(), usage=False)
    server = serve(failure(400, None, says), answer, answer)
    brief = check(await told_by(settings=at(server, retries=0)))
    assert [attempt.kind for attempt in brief.provenance.attempts] == ["request"]
    check(await told_by(settings=at(server, retries=0)))
    assert ["stream_options" in request.body for request in server.requests] == [True, False, False]
    assert all(request.body["stream"] for request in server.requests)


@both
@pytest.mark.parametrize(
    "says",
    [
        "response_format `json_schema` does not support streaming",
        "streaming is not supported for this model",
        "Streaming and tool use are not currently supported with Structured Outputs",
        "This endpoint doesn't support stream=true",
    ],
)
async def test_where_it_does_not_stream_it_answers_in_one(
    told_by: Way, serve: Serve, says: str
) -> None:
    good = completion(story.answer())
    server = serve(failure(400, None, says), good, good)
    brief = check(await told_by(settings=at(server, retries=0)))
    assert [attempt.kind for attempt in brief.provenance.attempts] == ["request"]
    check(await told_by(settings=at(server, retries=0)))
    assert ["stream" in request.body for request in server.requests] == [True, False, False]
    assert all("json_schema" in str(r.body["response_format"]) for r in server.requests)


@both
async def test_a_server_that_passes_over_the_wish_answers_in_one(
    told_by: Way, serve: Serve
) -> None:
    check(await told_by(settings=at(serve(completion(story.answer())))))
    page = Answer("<html>", headers={"Content-Type": "text/html"})
    with pytest.raises(BackendError, match="no completion"):
        await told_by(settings=at(serve(page)))
    with pytest.raises(BackendError, match="no completion"):
        await told_by(settings=at(serve(Answer("[1]"))))


THOUGHT = WORDS.replace("Ana Ruiz", "Weller Partners").replace("Tom Becker", "Grand River")
ODD = {
    "thoughts": (streamed(f"\n<think>{THOUGHT}</think>{WORDS}", piece=3), {}),
    "a tool call": (streamed(story.answer(), tool=True), {"mode": "tools"}),
    "content where a tool was asked for": (streamed(story.answer()), {"mode": "tools"}),
    "all in one chunk": (streamed(story.answer(), piece=10_000), {}),
    "no end told": (streaming([delta(WORDS)]), {}),
    "dropped behind the end": (streaming([delta(WORDS), delta(finish_reason="stop")]), {}),
    "parts": (
        streaming([
            delta([{"type": "thinking", "thinking": [{"type": "text", "text": "{hm"}]}]),
            delta([{"type": "text", "text": WORDS}]),
            delta(finish_reason="stop"),
        ]), {},
    ),
    "a thought that the template began": (streamed(f"[1] {{hm}}</think>{WORDS}", piece=3), {}),
    "a function call": (
        streaming([
            *(event({"choices": [{"delta": {"function_call": {"arguments": WORDS[at : at + 60]}}}]})
              for at in range(0, len(WORDS), 60)),
            delta(finish_reason="function_call"),
        ]), {},
    ),
    "events without data": (
        streaming([
            b"retry: 100\nid: 5\n\n", b"data:\n\n", delta(WORDS[:300]), b"event: ping\ndata: \n\n",
            delta(WORDS[300:]), b"data:\n\n", delta(finish_reason="stop"),
        ]), {},
    ),
    "odd chunks": (
        streaming([
            b": comment\n\n", event({}), event({"choices": None}), event({"choices": [None]}),
            event({"choices": [{"delta": None}]}), delta(WORDS), delta(finish_reason="stop"),
        ]), {},
    ),
}  # fmt: skip


@both
@pytest.mark.parametrize(("answer", "settings"), ODD.values(), ids=ODD)
async def test_odd_streams(
    told_by: Way, serve: Serve, answer: Answer, settings: dict[str, Any]
) -> None:
    server = serve(answer)
    told = await told_by(settings=at(server, **settings))
    assert ids(told) == ["s1", "s2", "e1", "q1", "q2"]
    assert check(told).provenance.attempts == ()
    assert len(server.requests) == 1


@both
@pytest.mark.parametrize("amid", [False, True])
async def test_a_generation_that_failed_is_an_answer_of_another_form(
    told_by: Way, serve: Serve, amid: bool
) -> None:
    """Groq tells of it in place of the stream, or at its end."""
    partial = {k: v for k, v in story.answer().items() if k != "quotes"}
    told = {"code": "json_validate_failed", "failed_generation": json.dumps(partial)}
    failed = streaming([delta(json.dumps(partial)), event({"error": told})])
    first = failed if amid else Answer({"error": told}, 400)
    server = serve(first, completion({"quotes": story.answer()["quotes"]}))
    brief = check(await told_by(settings=at(server)))
    assert [attempt.kind for attempt in brief.provenance.attempts] == ["schema"]
    assert len(server.requests) == 2


async def test_no_error_of_a_stream_shows_the_key_or_the_article(serve: Serve) -> None:
    import traceback

    from server import KEY

    told = event({"error": {"message": f"{KEY} {story.TEXT}", "code": KEY, "type": KEY}})
    for answer in (streaming([told]), streaming([DROP]), streaming([event(f"{KEY} {{")])):
        for way in (_blocking, _awaiting):
            with pytest.raises(BackendError) as raised:
                await way(settings=at(serve(answer), retries=0))
            shown = "".join(traceback.format_exception(raised.value)) + repr(raised.value.__cause__)
            assert KEY not in shown
            assert "Springfield" not in shown
            cause = raised.value.__cause__
            while cause is not None:
                request = getattr(cause, "request", None)
                assert request is None or "authorization" not in request.headers
                cause = cause.__cause__ or cause.__context__


@given(
    st.text("<think>/ a", max_size=30)
    | st.builds("<think>{}</think>{}".format, st.text(), st.text()),
    st.lists(st.integers(0, 40), max_size=8),
)
def test_thoughts_are_taken_out_however_they_are_cut(words: str, cuts: list[int]) -> None:
    thoughts = Thoughts()
    pieces = [words[start:end] for start, end in pairwise([0, *sorted(cuts), None])]
    told = "".join(thoughts.without(piece) for piece in pieces)
    words = words.lstrip()
    thinks, begun = words.startswith("<think>"), "<think>".startswith(words)
    assert told == ("" if begun else words.partition("</think>")[2] if thinks else words)
