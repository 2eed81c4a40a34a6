"""What a server does not take is left out, found out once, and told; other trouble is not."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

import pytest
import story
from server import Answer, Request, Server, at, completion, failure

from newsbrief import (
    AuthenticationFailed,
    BackendError,
    Brief,
    QuotaExhausted,
    Refused,
    RequestRefused,
    TooLong,
    UnknownModel,
    Unreachable,
    asummarise,
    summarise,
)
from newsbrief.backends.dialect import MODES, memory, refused_part

Serve = Callable[..., Server]
Way = Callable[..., Any]
GOOD = completion(story.answer())
TOOL = completion(story.answer(), tool=True)


async def _blocking(**arguments: Any) -> Brief:
    return summarise(story.TEXT, published=story.PUBLISHED, **arguments)


async def _awaiting(**arguments: Any) -> Brief:
    return await asummarise(story.TEXT, published=story.PUBLISHED, **arguments)


both = pytest.mark.parametrize("brief_of", [_blocking, _awaiting])


def mode_of(request: Request) -> str:
    if "tools" in request.body:
        return "tools"
    return "json_schema" if "json_schema" in str(request.body["response_format"]) else "json"


def told(brief: Brief) -> list[tuple[str, float]]:
    return [(attempt.kind, attempt.wait) for attempt in brief.provenance.attempts]


def plain(status: int, message: str, **fields: Any) -> Answer:
    """An error as others than OpenAI word it."""
    return Answer({"error": {"message": message, **fields}}, status)


NO_SCHEMA = {
    "openai": failure(
        400,
        None,
        "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this "
        "model. Learn more about supported models.",
    ),
    "azure": failure(
        400,
        "BadRequest",
        "response_format value as json_schema is enabled only for api versions 2024-08-01-preview "
        "and later",
    ),
    "deepseek": failure(400, "invalid_request_error", "This response_format type is unavailable"),
    "groq": failure(
        400,
        "invalid_request_error",
        "This model does not support response format `json_schema`. See supported models.",
    ),
    "groq, older": plain(
        400, "'response_format.type' : value is not one of the allowed values ['text']"
    ),
    "xai": Answer(
        {"code": "Client specified an invalid argument", "error": "The response_format parameter "
         "is unsupported at the moment. Leave it unset."}, 400,
    ),
    "vllm": Answer({"object": "error", "message": "Failed to compile the grammar"}, 400),
    "fastapi": Answer(
        {"detail": [{"type": "extra_forbidden", "loc": ["body", "response_format"],
                     "msg": "Extra inputs are not permitted", "input": {}}]}, 422,
    ),
    "openrouter": plain(
        404, "No endpoints found that can handle the requested parameters.", code=404
    ),
    "gemini": plain(400, "The specified schema produces a constraint that has too many states"),
}  # fmt: skip


@both
@pytest.mark.parametrize("server_says", NO_SCHEMA.values(), ids=NO_SCHEMA)
async def test_without_a_schema_tools_are_taken(
    brief_of: Way, serve: Serve, server_says: Answer
) -> None:
    server = serve(server_says, TOOL, TOOL)
    brief = await brief_of(settings=at(server, retries=0))
    assert [mode_of(request) for request in server.requests] == ["json_schema", "tools"]
    assert told(brief) == [("request", 0.0)]
    assert "form of answer" in brief.provenance.attempts[0].reason
    assert str(server_says.status) in brief.provenance.attempts[0].reason
    assert len(brief.quotes) >= 2
    again = await brief_of(settings=at(server, retries=0))
    assert mode_of(server.requests[2]) == "tools"
    assert told(again) == []


NO_TOOLS = {
    "openrouter": plain(404, "No endpoints found that support tool use.", code=404),
    "groq": failure(400, None, "`tool calling` is not supported with this model"),
    "ollama": plain(400, "registry.ollama.ai/library/x does not support tools"),
    "llama.cpp": plain(500, "tools param requires --jinja flag", code=500, type="server_error"),
    "deepseek": failure(400, None, "deepseek-reasoner does not support this tool_choice"),
}


@both
@pytest.mark.parametrize("server_says", NO_TOOLS.values(), ids=NO_TOOLS)
async def test_without_tools_json_mode_is_taken(
    brief_of: Way, serve: Serve, server_says: Answer
) -> None:
    server = serve(NO_SCHEMA["deepseek"], server_says, GOOD, GOOD)
    brief = await brief_of(settings=at(server, retries=0))
    assert [mode_of(request) for request in server.requests] == list(MODES)
    assert told(brief) == [("request", 0.0)] * 2
    assert '"additionalProperties": false' in server.requests[2].system
    await brief_of(settings=at(server, retries=0))
    assert mode_of(server.requests[3]) == "json"


@both
async def test_where_nothing_is_taken_the_error_says_so(brief_of: Way, serve: Serve) -> None:
    server = serve(by=lambda request: NO_SCHEMA["fastapi"])
    with pytest.raises(RequestRefused, match="form of answer") as raised:
        await brief_of(settings=at(server))
    assert raised.value.part == "mode"
    assert [attempt.kind for attempt in raised.value.attempts] == ["request"] * 3
    assert [mode_of(request) for request in server.requests] == list(MODES)
    # Nothing was proven: the trouble may have been this article's alone.
    with pytest.raises(RequestRefused):
        await brief_of(settings=at(server))
    assert mode_of(server.requests[3]) == "json_schema"


async def test_a_mode_that_was_chosen_is_kept(serve: Serve) -> None:
    server = serve(by=lambda request: NO_SCHEMA["openai"])
    with pytest.raises(RequestRefused, match=r"Settings\(mode=\)") as raised:
        await _blocking(settings=at(server, mode="json_schema"))
    assert len(server.requests) == 1
    assert not raised.value.transient


async def test_each_model_at_each_server_is_found_out_for_itself(serve: Serve) -> None:
    def only_tools(request: Request) -> Answer:
        return TOOL if "tools" in request.body else NO_SCHEMA["openai"]

    first, second = serve(by=only_tools), serve(by=only_tools)
    await _blocking(settings=at(first))
    await _blocking(settings=at(first, timeout=5, api_key="another"))  # another client
    assert [mode_of(request) for request in first.requests] == ["json_schema", "tools", "tools"]
    await _blocking(settings=at(first, model="other-model"))
    assert mode_of(first.requests[3]) == "json_schema"
    await _blocking(settings=at(second))
    assert mode_of(second.requests[0]) == "json_schema"


async def test_many_at_once_learn_one_step(serve: Serve) -> None:
    def only_tools(request: Request) -> Answer:
        return TOOL if "tools" in request.body else NO_SCHEMA["openai"]

    server = serve(by=only_tools)
    settings = at(server, retries=0)
    briefs = await asyncio.gather(*(asummarise(story.TEXT, settings=settings) for _ in range(16)))
    assert {mode_of(request) for request in server.requests} == {"json_schema", "tools"}
    assert all(len(brief.provenance.attempts) <= 1 for brief in briefs)
    assert memory(server.url, "test-model", MODES).dialect.modes == ("tools", "json")


# --- what else a model may not take --------------------------------------------------------------

NO_TEMPERATURE = failure(
    400,
    "unsupported_value",
    "Unsupported value: 'temperature' does not support 0 with this model. Only the default (1) "
    "value is supported.",
)
NO_SYSTEM = {
    "openai": failure(
        400,
        "unsupported_value",
        "Unsupported value: 'messages[0].role' does not support 'system' with this model.",
    ),
    "gemma on vllm": Answer(
        {"object": "error", "message": "System role not supported", "code": 400}, 400
    ),
    "gemma on sglang": plain(500, "jinja2.exceptions.TemplateError: System role not supported"),
    "gemma at google": plain(400, "Developer instruction is not enabled for models/gemma-3-27b-it"),
    "mistral": plain(400, "Conversation roles must alternate user/assistant/user/assistant/..."),
}


@both
async def test_a_model_without_temperature(brief_of: Way, serve: Serve) -> None:
    server = serve(NO_TEMPERATURE, GOOD, GOOD)
    brief = await brief_of(settings=at(server, retries=0))
    assert told(brief) == [("request", 0.0)]
    await brief_of(settings=at(server))
    assert [request.body.get("temperature") for request in server.requests] == [0.0, None, None]


@both
async def test_a_temperature_that_was_chosen_is_kept(brief_of: Way, serve: Serve) -> None:
    """Else two users' briefs would differ, and neither could say why."""
    server = serve(NO_TEMPERATURE, GOOD)
    with pytest.raises(RequestRefused, match=r"Settings\(temperature=None\)"):
        await brief_of(settings=at(server, temperature=0.7))
    assert len(server.requests) == 1


@both
@pytest.mark.parametrize("server_says", NO_SYSTEM.values(), ids=NO_SYSTEM)
async def test_a_model_without_a_system_message(
    brief_of: Way, serve: Serve, server_says: Answer
) -> None:
    server = serve(server_says, GOOD, GOOD)
    brief = await brief_of(settings=at(server, retries=0))
    assert told(brief) == [("request", 0.0)]
    assert len(brief.quotes) >= 2
    first, second = server.requests
    system, example, *rest = first.body["messages"]
    opening = {**example, "content": f"{system['content']}\n\n{example['content']}"}
    assert second.body["messages"] == [opening, *rest]
    assert [m["role"] for m in second.body["messages"]] == ["user", "assistant", "user"]
    await brief_of(settings=at(server))
    assert server.requests[2].body["messages"] == second.body["messages"]


async def test_json_mode_without_a_system_message_still_tells_the_schema(serve: Serve) -> None:
    server = serve(NO_SYSTEM["openai"], GOOD)
    await _blocking(settings=at(server, mode="json"))
    assert '"additionalProperties": false' in server.requests[1].system  # the first message
    assert "<article " in server.requests[1].user


@both
@pytest.mark.parametrize(
    "server_says",
    [
        failure(
            400,
            "unsupported_parameter",
            "Unsupported parameter: 'max_tokens' is not supported with this model. Use "
            "'max_completion_tokens' instead.",
        ),
        Answer(
            {
                "detail": [
                    {"type": "extra_forbidden", "loc": ["body", "max_tokens"], "msg": "Extra"}
                ]
            },
            422,
        ),
    ],
    ids=["openai", "fastapi"],
)
async def test_the_other_name_of_the_limit(
    brief_of: Way, serve: Serve, server_says: Answer
) -> None:
    server = serve(server_says, GOOD)
    brief = await brief_of(settings=at(server, max_output_tokens=500, retries=0))
    assert told(brief) == [("request", 0.0)]
    first, second = (request.body for request in server.requests)
    assert (first["max_tokens"], second["max_completion_tokens"]) == (500, 500)
    assert "max_tokens" not in second


@pytest.mark.parametrize(
    ("url", "name"),
    [
        (None, "max_completion_tokens"),
        ("https://api.openai.com/v1", "max_completion_tokens"),
        ("https://me.openai.azure.com/openai/v1/", "max_completion_tokens"),
        ("https://notopenai.com/v1", "max_tokens"),
        ("https://openrouter.ai/api/v1", "max_tokens"),
        ("http://localhost:11434/v1", "max_tokens"),
    ],
)
def test_the_name_that_is_tried_first(url: str | None, name: str) -> None:
    """A server that does not know the name may pass the limit over in silence."""
    assert memory(url, "m", MODES).dialect.caps[0] == name


@both
async def test_a_model_that_takes_hardly_anything(brief_of: Way, serve: Serve, quick: None) -> None:
    """As OpenAI's first reasoning models; a server that is down in between costs its one retry."""

    def first_reasoning(request: Request) -> Answer:
        body = request.body
        if "response_format" in body and "json_schema" in str(body["response_format"]):
            return NO_SCHEMA["openai"]
        if "tools" in body:
            return NO_TOOLS["groq"]
        if body["messages"][0]["role"] == "system":
            return NO_SYSTEM["openai"]
        if "temperature" in body:
            return NO_TEMPERATURE
        return failure(503, retry_after="0") if len(server.requests) == 5 else GOOD

    server = serve(by=first_reasoning)
    brief = await brief_of(settings=at(server, retries=1))
    assert told(brief) == [("request", 0.0)] * 4 + [("transport", 0.0)]
    assert len(server.requests) == 6
    await brief_of(settings=at(server))
    assert len(server.requests) == 7


async def test_an_error_that_repeats_the_article_teaches_nothing(serve: Serve) -> None:
    """Its words are about tools and temperatures; the server is in order."""
    text = f"The temperature of the tools is strict.\n\n{story.TEXT}"
    echo = failure(400, "bad_request", f"cannot read: {text}; the tools are 'strict'")
    server = serve(by=lambda request: echo if "temperature" in request.user else GOOD)
    with pytest.raises(RequestRefused):
        summarise(text, settings=at(server))
    asked = len(server.requests)
    assert asked <= 1 + len(MODES)
    brief = await _blocking(settings=at(server))
    assert told(brief) == []
    assert server.requests[asked].body["temperature"] == 0.0
    assert mode_of(server.requests[asked]) == "json_schema"


# --- other trouble -------------------------------------------------------------------------------


@both
@pytest.mark.parametrize(
    ("answer", "error", "words"),
    [
        (
            failure(
                400,
                "context_length_exceeded",
                "This model's maximum context length is 128000 tokens. However, you requested "
                "130000 tokens (129000 in the messages, 1000 in the functions).",
            ),
            TooLong,
            "too long",
        ),
        (
            plain(
                400,
                "'max_tokens' or 'max_completion_tokens' is too large: 5000. This model's maximum "
                "context length is 4096 tokens and your request has 900 input tokens",
            ),
            TooLong,
            "too long",
        ),
        (
            failure(
                400,
                "invalid_value",
                "max_tokens is too large: 20000. This model supports at most 16384 completion "
                "tokens, whereas you provided 20000.",
            ),
            BackendError,
            r"max_output_tokens",
        ),
        (plain(400, "test-model is not a valid model ID", code=400), UnknownModel, "test-model"),
        (plain(400, "Model Not Exist"), UnknownModel, "test-model"),
        (plain(400, "Invalid model: test-model"), UnknownModel, "test-model"),
        (plain(404, 'model "test-model" not found, try pulling it first'), UnknownModel, "model"),
        (plain(404, "The model `gpt-tools` does not exist"), UnknownModel, "model"),
        (
            Answer("<html>404: a page on tools, temperature and the system message</html>", 404),
            UnknownModel,
            "/v1",
        ),
        (plain(402, "This request requires more credits", code=402), QuotaExhausted, "quota"),
        (
            plain(403, "Your chosen model requires moderation and your input was flagged"),
            Refused,
            "declined",
        ),
        (plain(403, "Country not supported"), AuthenticationFailed, "403|key"),
        (
            failure(400, "content_filter", "The response was filtered; response_format, tools"),
            Refused,
            "declined",
        ),
        (failure(400, "invalid_request_error", "something else"), BackendError, "400"),
        (failure(422, "unprocessable", "something else"), BackendError, "422"),
    ],
    ids=[
        *("context", "context and limit", "limit", "no such id", "deepseek", "mistral", "ollama"),
        *("404", "page", "credits", "moderation", "country", "filter", "400", "422"),
    ],
)
async def test_other_trouble_is_not_asked_in_another_form(
    brief_of: Way, serve: Serve, answer: Answer, error: type[BackendError], words: str
) -> None:
    server = serve(answer, GOOD)
    with pytest.raises(error, match=words) as raised:
        await brief_of(settings=at(server))
    assert type(raised.value) is error
    assert len(server.requests) == 1


async def test_a_server_that_is_down_is_not_asked_in_another_form(
    serve: Serve, quick: None
) -> None:
    server = serve(*[failure(500, "server_error", "overloaded", retry_after="0")] * 2)
    with pytest.raises(Unreachable):
        await _blocking(settings=at(server, retries=1))
    assert [mode_of(request) for request in server.requests] == ["json_schema"] * 2


@pytest.mark.parametrize(
    "words",
    ["", "overloaded", "invalid api key", "the body is no JSON", "messages: field required"],
)
def test_words_that_name_no_part(words: str) -> None:
    assert refused_part(words) is None


# --- answers that a server finds wrong itself ----------------------------------------------------


@both
@pytest.mark.parametrize("code", ["json_validate_failed", "tool_use_failed"])
async def test_a_generation_that_failed_is_an_answer_of_another_form(
    brief_of: Way, serve: Serve, code: str
) -> None:
    """Groq's 400 for what the model wrote: it is asked again as any bad answer is, and what it
    holds counts."""
    partial = {k: v for k, v in story.answer().items() if k != "events"}
    written = json.dumps(partial)
    message = "Failed to generate JSON. Please adjust your prompt. See 'failed_generation'."
    server = serve(
        plain(400, message, type="invalid_request_error", code=code, failed_generation=written),
        completion({"events": story.answer()["events"]}),
    )
    brief = await brief_of(settings=at(server))
    assert [mode_of(request) for request in server.requests] == ["json_schema"] * 2
    assert told(brief) == [("schema", 0.0)]
    assert len(brief.events) == 1
    assert brief.headline == partial["headline"]
    assert brief.provenance.usage.unreported == 1
