"""What a brief costs, and the limits that it does not cross."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

import pytest
import story
from hypothesis import given
from hypothesis import strategies as st
from server import Server, at, completion, failure

from newsbrief import (
    AuthenticationFailed,
    Brief,
    BudgetExceeded,
    Call,
    ConfigError,
    FakeBackend,
    Reply,
    Settings,
    Unrepairable,
    Usage,
    asummarise,
    summarise,
)
from newsbrief.backends.fake import Scripted
from newsbrief.jobs import Job
from newsbrief.plan.budget import LEAST_OUTPUT, MOST_OUTPUT, metered
from newsbrief.plan.rounds import Plan

Serve = Callable[..., Server]
BAD_EVENT = {
    **story.answer()["events"][0],
    "description": "The mayor resigned badly.",
    "evidence": [99],
}
REPAIR = {"events": [{**BAD_EVENT, "evidence": [1], "item": 1}]}
IN, OUT = 1e-6, 4e-6  # dollars a token


class Paid(FakeBackend):
    """A scripted model with a price. Each of its answers takes ``input`` and ``output`` tokens."""

    def __init__(
        self,
        replies: Iterable[Scripted] | Callable[[Call], Scripted],
        input: int = 1_000,
        output: int = 500,
    ) -> None:
        super().__init__(replies)
        self.used = Usage(input=input, output=output)

    def send(self, call: Call, timeout: float) -> Reply:
        reply = super().send(call, timeout)
        usage = reply.usage if reply.usage.unreported else self.used
        return Reply(reply.content, reply.value, reply.flaw, reply.detail, usage, model="served")

    def price(self, usage: Usage, model: str = "") -> float | None:
        return None if usage.unreported else usage.input * IN + usage.output * OUT


ONE = 1_000 * IN + 500 * OUT


def brief_of(backend: FakeBackend, **limits: Any) -> Brief:
    return summarise(story.TEXT, model=backend, settings=Settings(**limits))


# --- what it has cost ----------------------------------------------------------------------------


def test_a_brief_tells_its_cost() -> None:
    assert brief_of(Paid([story.answer()])).provenance.cost == pytest.approx(ONE)


def test_with_what_was_asked_again() -> None:
    brief = brief_of(Paid(["prose", story.answer(events=[BAD_EVENT]), REPAIR]))
    assert brief.provenance.cost == pytest.approx(3 * ONE)
    assert brief.provenance.usage == Usage(input=3_000, output=1_500)
    assert Brief.model_validate_json(brief.model_dump_json()) == brief


async def test_awaited_as_well() -> None:
    brief = await asummarise(story.TEXT, model=Paid(["prose", story.answer()]))
    assert brief.provenance.cost == pytest.approx(2 * ONE)


def test_a_cost_that_is_not_known_is_none() -> None:
    assert brief_of(FakeBackend([story.answer()])).provenance.cost is None
    assert summarise(story.TEXT, model="extractive").provenance.cost is None


def test_one_answer_of_unknown_cost_makes_the_sum_unknown() -> None:
    silent = Reply("prose", flaw="malformed", detail="it is not JSON", usage=Usage(unreported=1))
    brief = brief_of(Paid([silent, story.answer()]))
    assert brief.provenance.cost is None
    assert brief.provenance.usage == Usage(input=1_000, output=500, unreported=1)


def test_an_error_tells_its_cost() -> None:
    with pytest.raises(Unrepairable) as unread:
        brief_of(Paid(["prose", "more prose", "prose again"]))
    with pytest.raises(AuthenticationFailed) as refused:
        brief_of(Paid(["prose", AuthenticationFailed("no")]))
    assert unread.value.cost == pytest.approx(3 * ONE)
    assert refused.value.cost == pytest.approx(ONE)
    assert (unread.value.usage.input, refused.value.usage.input) == (3_000, 1_000)


def test_so_does_the_brief_of_the_fallback() -> None:
    brief = brief_of(Paid(["prose", "more prose", "prose again"]), fallback="extractive")
    assert brief.provenance.engine == "extractive"
    assert brief.provenance.cost == pytest.approx(3 * ONE)
    assert brief.provenance.usage.output == 1_500


# --- limits --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        ({"max_cost_usd": 1e-4}, r"max_cost_usd"),
        ({"max_output_tokens": LEAST_OUTPUT - 1}, "max_output_tokens"),
    ],
)
async def test_a_first_call_that_might_cross_it_is_not_made(
    limits: dict[str, Any], words: str
) -> None:
    for way in (_blocking, asummarise):
        backend = Paid([story.answer()])
        with pytest.raises(BudgetExceeded, match=words) as raised:
            await way(story.TEXT, model=backend, settings=Settings(**limits))
        assert backend.calls == []
        assert raised.value.attempts == ()
        assert (raised.value.usage, raised.value.cost) == (Usage(), None)


async def _blocking(*arguments: Any, **named: Any) -> Brief:
    return summarise(*arguments, **named)


def test_after_an_answer_of_no_use_the_error_tells_what_was_spent() -> None:
    backend = Paid(["prose", story.answer()])
    with pytest.raises(BudgetExceeded) as raised:
        brief_of(backend, max_output_tokens=500 + LEAST_OUTPUT - 1)
    assert len(backend.calls) == 1
    assert [attempt.kind for attempt in raised.value.attempts] == ["schema"]
    assert raised.value.usage.output == 500
    assert raised.value.cost == pytest.approx(ONE)


@pytest.mark.parametrize(
    "limits",
    [{"max_output_tokens": 500 + LEAST_OUTPUT - 1}, {"max_cost_usd": 0.015}],
    ids=["tokens", "money"],
)
def test_a_repair_that_might_cross_it_is_not_asked(limits: dict[str, Any]) -> None:
    """What holds is returned; what was to be asked again is dropped, and a warning says why."""
    backend = Paid([story.answer(events=[BAD_EVENT]), REPAIR], input=10_000)
    brief = brief_of(backend, **limits)
    assert len(backend.calls) == 1
    assert len(brief.quotes) >= 2
    (loss,) = [d for d in brief.provenance.dropped if d.section == "events" and not d.span]
    assert "The mayor resigned badly." in loss.item
    (warning,) = [w for w in brief.provenance.warnings if "not asked for again" in w]
    assert next(iter(limits)) in warning
    assert "events" in warning
    assert brief.provenance.cost == pytest.approx(10_000 * IN + 500 * OUT)


def test_where_there_is_room_it_is_asked() -> None:
    backend = Paid([story.answer(events=[BAD_EVENT]), REPAIR])
    brief = brief_of(backend, max_output_tokens=500 + LEAST_OUTPUT, max_cost_usd=1.0)
    assert [call.max_output_tokens for call in backend.calls] == [500 + LEAST_OUTPUT, LEAST_OUTPUT]
    assert [event.description for event in brief.events] == ["The mayor resigned badly."]
    assert brief.provenance.warnings == ()


def test_an_answer_that_its_limit_cut_off_is_kept_as_far_as_it_goes() -> None:
    whole = json.dumps(story.answer())
    cut = Reply(whole[: whole.index('"quotes"')], flaw="truncated", detail="it was cut off")
    brief = brief_of(Paid([cut, {"quotes": []}]), max_output_tokens=500)
    assert len(brief.events) == 1
    assert any("may lack" in w and "max_output_tokens" in w for w in brief.provenance.warnings)
    assert [attempt.kind for attempt in brief.provenance.attempts] == ["schema"]


@pytest.mark.parametrize("limits", [{"max_output_tokens": 2_000}, {"max_cost_usd": 0.02}])
def test_what_is_not_told_counts_as_much_as_it_may_be(limits: dict[str, Any]) -> None:
    silent = Reply("prose", flaw="malformed", detail="it is not JSON", usage=Usage(unreported=1))
    backend = Paid([silent, story.answer()])
    with pytest.raises(BudgetExceeded):
        brief_of(backend, **limits)
    assert len(backend.calls) == 1


def test_money_alone_limits_the_tokens_too() -> None:
    backend = Paid([story.answer()])
    brief_of(backend, max_cost_usd=1.0)
    assert backend.calls[0].max_output_tokens == MOST_OUTPUT
    backend = Paid([story.answer()], output=100)
    brief = brief_of(backend, max_cost_usd=0.015)
    (call,) = backend.calls
    assert call.max_output_tokens is not None
    assert LEAST_OUTPUT < call.max_output_tokens < MOST_OUTPUT
    assert brief.provenance.cost is not None


def test_without_limits_nothing_is_limited() -> None:
    backend = Paid([story.answer()])
    brief_of(backend)
    assert backend.calls[0].max_output_tokens is None


def test_money_cannot_be_limited_where_no_price_is_known(serve: Serve) -> None:
    backend = FakeBackend([story.answer()])
    with pytest.raises(ConfigError, match="max_cost_usd"):
        brief_of(backend, max_cost_usd=1.0, fallback="extractive")
    assert backend.calls == []
    server = serve(completion(story.answer()))
    with pytest.raises(ConfigError, match="'test-model'"):
        summarise(story.TEXT, settings=at(server, max_cost_usd=1.0))
    assert server.requests == []


@given(
    limits=st.fixed_dictionaries(
        {},
        optional={
            "max_cost_usd": st.floats(0.005, 0.05),
            "max_output_tokens": st.integers(1, 4_000),
        },
    ),
    shares=st.lists(st.floats(0, 1), min_size=8, max_size=8),
    kinds=st.lists(st.sampled_from(["good", "bad", "prose", "cut", "silent"]), min_size=4),
)
def test_no_limit_is_crossed_whatever_comes(
    limits: dict[str, Any], shares: list[float], kinds: list[str]
) -> None:
    """A model that writes as much as it may or less, of questions as long as they may be or
    shorter, and tells it or not."""
    spent = {"usd": 0.0, "output": 0}
    left, kind = iter(shares * 2), iter(kinds * 2)

    def answer(call: Call) -> Reply:
        asked = sum(len(message["content"].encode()) for message in call.messages)
        most = 3_000 if call.max_output_tokens is None else call.max_output_tokens
        told = Usage(input=int(asked * next(left)), output=int(most * next(left)))
        spent["usd"] += told.input * IN + told.output * OUT
        spent["output"] += told.output
        words = json.dumps(story.answer(events=[BAD_EVENT]))
        match next(kind, "good"):
            case "prose":
                return Reply("prose", flaw="malformed", detail="it is not JSON", usage=told)
            case "cut":
                return Reply(words[:-60], flaw="truncated", detail="it was cut off", usage=told)
            case "silent":
                return Reply("", flaw="empty", detail="it is empty", usage=Usage(unreported=1))
            case "bad":
                return Reply(words, flaw="malformed", detail="it is of another form", usage=told)
        words = json.dumps(story.answer())
        try:
            return Reply(words, value=call.answer.model_validate_json(words), usage=told)
        except ValueError:
            return Reply(words, flaw="malformed", detail="it is of another form", usage=told)

    class Free(Paid):
        def send(self, call: Call, timeout: float) -> Reply:
            return FakeBackend.send(self, call, timeout)

    backend = Free(answer)
    try:
        brief = brief_of(backend, repairs=3, **limits)
    except (BudgetExceeded, Unrepairable) as error:
        used = error.usage
    else:
        used = brief.provenance.usage
        assert len(brief.quotes) >= 2
    assert spent["usd"] <= limits.get("max_cost_usd", 1.0) + 1e-12
    assert spent["output"] <= limits.get("max_output_tokens", 10**9)
    assert used.unreported or used.output == spent["output"]


def test_a_wide_round_goes_out_as_far_as_each_answer_has_room() -> None:
    backend = Paid([story.answer()])
    (call,) = next(Job.of(story.TEXT, backend, None, None, None).plan(backend))

    def wide(width: int) -> Plan[Brief]:
        yield (call,) * width
        raise AssertionError

    def caps(width: int, **limits: Any) -> list[int]:
        calls = next(metered(wide(width), backend, Settings(**limits)))
        return [one.max_output_tokens or 0 for one in calls]

    assert caps(3, max_output_tokens=1_000) == [1_000]
    assert caps(3, max_output_tokens=4 * MOST_OUTPUT) == [4 * MOST_OUTPUT // 3] * 3
    asked = sum(len(message["content"].encode()) for message in call.messages)
    assert LEAST_OUTPUT < caps(3, max_cost_usd=0.02)[0] < MOST_OUTPUT
    for width, dollars in ((1, 0.02), (3, 0.02), (3, 0.04), (3, 0.1)):
        sent = caps(width, max_cost_usd=dollars)
        assert len(set(sent)) == 1
        assert len(sent) * (asked * IN + sent[0] * OUT) <= dollars
    assert caps(3, max_cost_usd=0.1) == [MOST_OUTPUT] * 3


# --- over the wire, and in time ------------------------------------------------------------------


def test_each_request_carries_what_is_left(serve: Serve) -> None:
    server = serve(
        completion(story.answer(events=[BAD_EVENT])), completion(REPAIR)
    )  # each tells 20 tokens
    brief = summarise(story.TEXT, settings=at(server, max_output_tokens=500))
    assert [request.body["max_tokens"] for request in server.requests] == [500, 480]
    assert len(brief.events) == 1


def test_tries_without_an_answer_cost_nothing_that_is_known(serve: Serve, quick: None) -> None:
    server = serve(failure(503, retry_after="0"), completion(story.answer()))
    brief = summarise(story.TEXT, settings=at(server, max_output_tokens=500))
    assert [request.body["max_tokens"] for request in server.requests] == [500, 500]
    assert brief.provenance.usage.output == 20


def test_a_repair_past_the_deadline_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr("newsbrief.run.retry.monotonic", lambda: now[0])

    def slowly(call: Call) -> dict[str, Any]:
        now[0] += 61
        return story.answer(events=[BAD_EVENT])

    backend = FakeBackend(slowly)
    brief = brief_of(backend, deadline=60)
    assert len(backend.calls) == 1
    assert len(brief.quotes) >= 2
    assert any("deadline of 60 s" in warning for warning in brief.provenance.warnings)
    assert any("The mayor resigned badly." in loss.item for loss in brief.provenance.dropped)
