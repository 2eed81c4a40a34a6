"""Models and servers that differ from OpenAI's: how they end, what they count, what they add."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
import story
from server import Answer, Server, at, completion, failure

from newsbrief import (
    BackendError,
    Brief,
    RateLimited,
    Refused,
    TooLong,
    Unreachable,
    Unrepairable,
    Usage,
    asummarise,
    summarise,
)

Serve = Callable[..., Server]
Way = Callable[..., Any]
QUOTES = {"I take full responsibility for what happened,", "We need calm heads now,"}
WORDS = json.dumps(story.answer())
modes = pytest.mark.parametrize("mode", ["json_schema", "tools", "json"])


async def _blocking(**arguments: Any) -> Brief:
    return summarise(story.TEXT, published=story.PUBLISHED, **arguments)


async def _awaiting(**arguments: Any) -> Brief:
    return await asummarise(story.TEXT, published=story.PUBLISHED, **arguments)


both = pytest.mark.parametrize("brief_of", [_blocking, _awaiting])


def made(answer: Answer, **changes: Any) -> Answer:
    """``answer``, with some of its fields changed, or left out where the change is `...`."""
    assert isinstance(answer.body, dict)
    body = {**answer.body, **changes}
    return replace(answer, body={k: v for k, v in body.items() if v is not ...})


def choice(answer: Answer, **changes: Any) -> Answer:
    """``answer``, with some fields of its choice changed."""
    assert isinstance(answer.body, dict)
    one = {**answer.body["choices"][0], **changes}
    return made(answer, choices=[{k: v for k, v in one.items() if v is not ...}])


def said(brief: Brief) -> set[str]:
    return {quote.text for quote in brief.quotes if quote.kind == "direct"}


# --- how an answer ends --------------------------------------------------------------------------


@modes
@pytest.mark.parametrize(
    "finish", ["eos", "end_turn", "tool_calls", "function_call", "", None, 7, ...]
)
async def test_an_odd_end_of_a_whole_answer_does_no_harm(
    serve: Serve, mode: str, finish: Any
) -> None:
    answer = choice(completion(story.answer(), tool=mode == "tools"), finish_reason=finish)
    brief = await _blocking(settings=at(serve(answer), mode=mode))
    assert said(brief) == QUOTES
    assert brief.provenance.attempts == ()


@both
@modes
@pytest.mark.parametrize("finish", ["length", "model_length", "MAX_TOKENS", "max_output_tokens"])
async def test_an_answer_that_was_cut_off_is_one_by_any_name(
    brief_of: Way, serve: Serve, mode: str, finish: str
) -> None:
    tool = mode == "tools"
    cut = WORDS[: WORDS.index('"quotes"') + 30]
    server = serve(
        completion(cut, finish=finish, tool=tool),
        completion({"quotes": story.answer()["quotes"]}, tool=tool),
    )
    brief = await brief_of(settings=at(server, mode=mode))
    assert [attempt.reason for attempt in brief.provenance.attempts] == ["it was cut off"]
    assert said(brief) == QUOTES
    assert len(brief.events) == 1


@both
@pytest.mark.parametrize("finish", ["content_filter", "SAFETY", "RECITATION", "refusal"])
async def test_a_filter_is_a_refusal_by_any_name(brief_of: Way, serve: Serve, finish: str) -> None:
    server = serve(completion(WORDS[:40], finish=finish))
    with pytest.raises(Refused, match="declined"):
        await brief_of(settings=at(server))
    assert len(server.requests) == 1


@both
async def test_an_answer_that_broke_off_is_tried_again(
    brief_of: Way, serve: Serve, quick: None
) -> None:
    """OpenRouter answers 200 before the model has done, and tells of trouble in the choice."""
    server = serve(
        completion(WORDS[:40], finish="error"),
        choice(completion(WORDS[:40], finish="error"), error={"code": 502, "message": "lost"}),
        completion(story.answer()),
    )
    brief = await brief_of(settings=at(server))
    assert [attempt.kind for attempt in brief.provenance.attempts] == ["transport"] * 2
    assert said(brief) == QUOTES


@both
@pytest.mark.parametrize(
    ("error", "kind"),
    [
        ({"code": 502, "message": "upstream"}, Unreachable),
        ({"message": "no code"}, Unreachable),
        ("a word", Unreachable),
        ({"code": 429, "message": "slow down"}, RateLimited),
        ({"code": 403, "message": "your input was flagged"}, Refused),
        ({"code": 400, "message": "maximum context length is 4096"}, TooLong),
    ],
    ids=["502", "no code", "word", "429", "flagged", "context"],
)
async def test_an_error_in_place_of_an_answer(
    brief_of: Way, serve: Serve, quick: None, error: Any, kind: type[BackendError]
) -> None:
    server = serve(by=lambda request: Answer({"error": error}))
    with pytest.raises(kind) as raised:
        await brief_of(settings=at(server, retries=1))
    assert type(raised.value) is kind
    assert len(server.requests) == 1 + raised.value.transient


@both
@pytest.mark.parametrize("cut", [0, 1, 40, -5])
async def test_an_answer_in_pieces_that_drops_half_way_is_tried_again(
    brief_of: Way, serve: Serve, quick: None, cut: int
) -> None:
    """Sent in chunks: no length is told beforehand, and its end alone tells that it is whole."""
    half = completion(story.answer(), chunked=True, cut=cut % len(WORDS))
    server = serve(half, completion(story.answer(), chunked=True))
    brief = await brief_of(settings=at(server))
    assert len(server.requests) == 2
    (attempt,) = brief.provenance.attempts
    assert attempt.kind == "transport"
    assert said(brief) == QUOTES


# --- what it costs -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "counted"),
    [
        (..., Usage(unreported=1)),
        (None, Usage(unreported=1)),
        ({}, Usage(unreported=1)),
        ({"prompt_tokens": "many"}, Usage(unreported=1)),
        ({"prompt_tokens": 0, "completion_tokens": 0}, Usage(unreported=1)),
        ({"prompt_tokens": 10, "completion_tokens": -3}, Usage(unreported=1)),
        ({"prompt_tokens": 10}, Usage(unreported=1)),
        ({"completion_tokens": 5}, Usage(unreported=1)),
        ({"prompt_tokens": 10, "completion_tokens": 0, "total_tokens": 10}, Usage(10)),
        ({"prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 15}, Usage(10, 0, 5)),
        ({"prompt_tokens": 10, "completion_tokens": 5}, Usage(10, 0, 5)),
        ({"prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 0}, Usage(10, 0, 5)),
        (
            {
                "prompt_tokens": 10,
                "completion_tokens": 500,
                "total_tokens": 510,
                "prompt_tokens_details": {"cached_tokens": 8},
                "completion_tokens_details": {"reasoning_tokens": 450},
            },
            Usage(10, 8, 500, reasoning=450),
        ),
        (  # xAI: what was thought is in the total alone
            {
                "prompt_tokens": 32,
                "completion_tokens": 9,
                "total_tokens": 135,
                "completion_tokens_details": {"reasoning_tokens": 94},
            },
            Usage(32, 0, 103, reasoning=94),
        ),
        (  # Gemini: and nothing says so
            {"prompt_tokens": 21, "completion_tokens": 0, "total_tokens": 81},
            Usage(21, 0, 60, reasoning=60),
        ),
    ],
)
def test_tokens_are_counted_as_they_are_told(serve: Serve, told: Any, counted: Usage) -> None:
    server = serve(made(completion(story.answer()), usage=told))
    brief = summarise(story.TEXT, settings=at(server))
    assert brief.provenance.usage == counted
    assert brief.provenance.cost is None


@both
async def test_a_model_that_thinks_until_it_is_cut_off_says_so(brief_of: Way, serve: Serve) -> None:
    usage = {
        "prompt_tokens": 10,
        "completion_tokens": 4096,
        "total_tokens": 4106,
        "completion_tokens_details": {"reasoning_tokens": 4096},
    }
    server = serve(by=lambda request: made(completion("", finish="length"), usage=usage))
    with pytest.raises(Unrepairable, match=r"4,096 tokens of reasoning.*max_output_tokens"):
        await brief_of(settings=at(server))


# --- what is around the words --------------------------------------------------------------------


@modes
@pytest.mark.parametrize(
    "content",
    [
        f"<think>\nThe mayor {{Ruiz}} [1] resigned.\n</think>\n\n{WORDS}",
        f"\n<think></think>{WORDS}",
        f"The mayor {{Ruiz}} [1] resigned.\n</think>\n\n{WORDS}",
        f"\ufeff{WORDS}",
        f"```json\n{WORDS}\n```\n",
        f"<think>hm</think>\n```\n{WORDS}```",
        [{"type": "text", "text": WORDS}],
        [{"type": "thinking", "thinking": [{"text": "{hm}"}]}, {"type": "text", "text": WORDS}],
        [{"type": "text", "text": WORDS[:50]}, {"type": "text", "text": WORDS[50:]}],
        [{"type": "reasoning", "text": "{hm}"}, {"type": "output_text", "text": WORDS}, "x", None],
    ],
    ids=[
        "thought",
        "nothing thought",
        "begun for it",
        "mark",
        "fence",
        "both",
        "part",
        "thought in a part",
        "two parts",
        "odd parts",
    ],
)
async def test_what_was_thought_aloud_is_no_answer(serve: Serve, mode: str, content: Any) -> None:
    message = {"role": "assistant", "content": content}
    server = serve(choice(completion(""), message=message))
    brief = await _blocking(settings=at(server, mode=mode))
    assert said(brief) == QUOTES
    assert brief.headline == story.answer()["headline"]
    assert brief.provenance.attempts == ()


@pytest.mark.parametrize(
    "content",
    ["<think>The mayor {", [{"type": "thinking", "text": "x"}], [], [None]],
    ids=["thinks still", "thought alone", "no part", "null"],
)
async def test_nothing_but_thoughts_is_an_empty_answer(serve: Serve, content: Any) -> None:
    answer = choice(completion(""), message={"role": "assistant", "content": content})
    with pytest.raises(Unrepairable, match="it is empty"):
        await _blocking(settings=at(serve(*[answer] * 3)))


@pytest.mark.parametrize("message", [{"role": "assistant"}, {"role": "assistant", "content": None}])
async def test_a_message_without_words_is_an_empty_answer(serve: Serve, message: Any) -> None:
    answer = choice(completion(""), message=message)
    with pytest.raises(Unrepairable, match="it is empty"):
        await _blocking(settings=at(serve(*[answer] * 3)))


@both
@pytest.mark.parametrize("body", [{}, {"status": "ok"}, {"choices": 7}, {"choices": {"0": {}}}])
async def test_json_that_is_no_completion(brief_of: Way, serve: Serve, body: Any) -> None:
    server = serve(Answer(body))
    with pytest.raises(BackendError, match="no completion"):
        await brief_of(settings=at(server))
    assert len(server.requests) == 1


@modes
async def test_an_empty_refusal_is_none(serve: Serve, mode: str) -> None:
    answer = completion(story.answer(), refusal="", tool=mode == "tools")
    assert said(await _blocking(settings=at(serve(answer), mode=mode))) == QUOTES


@both
@pytest.mark.parametrize(
    "called",
    [
        {"tool_calls": [{"function": {"name": "Brief", "arguments": story.answer()}}]},
        {"function_call": {"name": "Brief", "arguments": WORDS}},
        {"function_call": {}, "content": WORDS},
    ],
    ids=["with an object", "as a function", "not at all"],
)
async def test_a_tool_is_called_in_other_ways(brief_of: Way, serve: Serve, called: Any) -> None:
    answer = choice(completion(""), message={"role": "assistant", "content": None, **called})
    brief = await brief_of(settings=at(serve(answer), mode="tools"))
    assert said(brief) == QUOTES
    assert brief.provenance.attempts == ()


@both
@pytest.mark.parametrize(
    "calls", [[True], [{}], [{"function": None}], [{"function": {"arguments": 7}}], {"0": {}}, "x"]
)
async def test_tool_calls_that_are_none(brief_of: Way, serve: Serve, calls: Any) -> None:
    answer = choice(completion(""), message={"role": "assistant", "tool_calls": calls})
    with pytest.raises(BackendError, match="no completion"):
        await brief_of(settings=at(serve(answer), mode="tools"))


async def test_fields_beyond_the_standard_do_no_harm(serve: Serve) -> None:
    answer = made(completion(story.answer()), timings={"ms": 3}, system_fingerprint=None, id=None)
    brief = await _blocking(settings=at(serve(made(answer, model=..., created=..., object=...))))
    assert said(brief) == QUOTES


@pytest.mark.parametrize(
    "answer",
    [
        completion(""),
        completion(None),
        completion(WORDS[:100]),
        completion(WORDS[:100], finish="length"),
        completion("", finish="length"),
        completion("{", finish="eos"),
        completion("I will not.", refusal="no"),
        completion("", finish="content_filter"),
        made(completion(""), choices=[]),
        made(completion(""), choices=...),
        Answer(""),
        Answer("{"),
        Answer(completion(WORDS).raw[:200]),
        failure(400, "json_validate_failed"),
    ],
)
@modes
async def test_no_error_speaks_of_the_end_of_a_file(
    serve: Serve, quick: None, mode: str, answer: Answer
) -> None:
    """ "EOF while parsing" is what a parser says; what happened is something else."""
    server = serve(by=lambda request: answer)
    try:
        brief = await _blocking(settings=at(server, mode=mode, retries=1))
    except (BackendError, Unrepairable) as error:
        told = [str(error), *(attempt.reason for attempt in error.attempts)]
    else:
        made = brief.provenance
        told = [*made.warnings, *(attempt.reason for attempt in made.attempts)]
        assert made.attempts
    assert all(told)
    assert not any("EOF" in words or "parsing" in words for words in told)
