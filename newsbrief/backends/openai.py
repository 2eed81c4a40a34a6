"""Any OpenAI-compatible server, through the `openai` client and instructor.

instructor prepares the request for a wire model and reads the answer. Both are asked once per
model, not once per call: per call, it would generate the JSON schema, build a subclass of the
model and walk it for validators anew, which is three quarters of its CPU time.
"""

from __future__ import annotations

import json
import weakref
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from instructor import Mode, Provider
from instructor.core.exceptions import IncompleteOutputException, ResponseParsingError
from instructor.processing.response import handle_response_model
from instructor.v2.core.registry import mode_registry
from openai.types.chat import ChatCompletion, ChatCompletionMessage
from pydantic import BaseModel, ValidationError

from newsbrief.backends import connection, trouble
from newsbrief.backends.base import Call, Message, Reply, explain
from newsbrief.errors import Refused
from newsbrief.ledger import Usage
from newsbrief.settings import Settings

MAX_CONTENT = 2_000_000  # characters of one answer; a brief of an article has a hundredth of that

# By the client's `post`, since its `chat.completions.create` walks the messages and the whole JSON
# schema, type by type, for each call: a quarter of its CPU time.
_PATH = "/chat/completions"
_MODES = {"json_schema": Mode.JSON_SCHEMA, "tools": Mode.TOOLS, "json": Mode.JSON}


class _Prepared(NamedTuple):
    """What instructor makes of one wire model in one mode."""

    model: type[BaseModel]
    request: Mapping[str, Any]
    preface: str  # what a mode without a schema of its own wants said in the system message
    parse: Callable[..., BaseModel]


@lru_cache(maxsize=256)
def _prepared(answer: type[BaseModel], mode: Mode) -> _Prepared:
    # A dot, for of an empty message instructor makes "[]".
    empty = [{"role": role, "content": "."} for role in ("system", "user")]
    model, request = handle_response_model(answer, mode=mode, messages=empty)
    assert model is not None
    preface = str(request.pop("messages")[0]["content"]).removeprefix(".").strip()
    if mode is Mode.JSON_SCHEMA:
        request["response_format"]["json_schema"]["strict"] = True
    if mode is Mode.TOOLS:
        request["tools"][0]["function"]["strict"] = True
    return _Prepared(
        model, request, preface, mode_registry.get_handlers(Provider.OPENAI, mode).response_parser
    )


class OpenAIBackend:
    """Chat completions at ``settings.base_url``, or at OpenAI where that is None; ``inside`` for a
    server in this very process."""

    engine: Literal["openai"] = "openai"

    def __init__(
        self, settings: Settings, model: str, inside: connection.Inside | None = None
    ) -> None:
        self.model = model
        self._settings = settings
        self._mode = _MODES[settings.mode]
        self._key = settings.key or "none"
        self._client = connection.blocking(settings.base_url, self._key, inside)
        self._awaiting = connection.Awaiting(settings.base_url, self._key, inside)
        # At the end of the process, a connection that is closed here could not be cut any more.
        weakref.finalize(self, self._client.close).atexit = inside is None

    def send(self, call: Call, timeout: float) -> Reply:
        with trouble.mapped(self._key, self.model):
            completion = self._client.post(
                _PATH, body=self._body(call), options={"timeout": timeout}, cast_to=ChatCompletion
            )
        return self._read(call, completion)

    async def asend(self, call: Call, timeout: float) -> Reply:
        with trouble.mapped(self._key, self.model):
            client = await self._awaiting.client()
            completion = await client.post(
                _PATH, body=self._body(call), options={"timeout": timeout}, cast_to=ChatCompletion
            )
        return self._read(call, completion)

    def _body(self, call: Call) -> dict[str, Any]:
        prepared = _prepared(call.answer, self._mode)
        request: dict[str, Any] = {
            **prepared.request,
            "model": self.model,
            "messages": _with_preface(call.messages, prepared.preface),
        }
        if self._settings.temperature is not None:
            request["temperature"] = self._settings.temperature
        if self._settings.max_output_tokens is not None:
            request["max_completion_tokens"] = self._settings.max_output_tokens
        return request

    def _read(self, call: Call, completion: ChatCompletion) -> Reply:
        _check(completion)
        usage = _usage(completion)
        if not completion.choices:
            return Reply("", flaw="empty", detail="it holds no choice", usage=usage)
        choice = completion.choices[0]
        if choice.message.refusal or choice.finish_reason == "content_filter":
            raise Refused(f"{self.model} declined to answer for this article")
        content = _content(choice.message)
        if len(content) > MAX_CONTENT:
            detail = f"it is longer than {MAX_CONTENT:,} characters"
            return Reply(content[:MAX_CONTENT], flaw="malformed", detail=detail, usage=usage)
        prepared = _prepared(call.answer, self._mode)
        try:
            value = prepared.parse(
                completion,
                response_model=prepared.model,
                validation_context=None,
                strict=None,
                stream=False,
                is_async=False,
            )
        except IncompleteOutputException:
            return Reply(content, flaw="truncated", detail="it was cut off", usage=usage)
        except (ValidationError, ResponseParsingError, json.JSONDecodeError) as error:
            flaw: Literal["malformed", "empty"] = "malformed" if content.strip() else "empty"
            detail = explain(error) if content.strip() else "it is empty"
            return Reply(content, flaw=flaw, detail=detail, usage=usage)
        return Reply(content, value=value, usage=usage)


def _check(completion: object) -> None:
    """The client validates nothing: it hands a web page on as a str, and any JSON as it is."""
    if isinstance(completion, ChatCompletion):
        choices: object = completion.choices
        if not choices:
            return
        message = getattr(choices[0], "message", None) if isinstance(choices, list) else None
        calls = getattr(message, "tool_calls", None)
        if isinstance(message, ChatCompletionMessage) and isinstance(calls, list | None):
            said = (calls[0].function.arguments if calls else None, message.content)
            if all(isinstance(part, str | None) for part in said):
                return
    raise trouble.no_completion()


def _with_preface(messages: tuple[Message, ...], preface: str) -> list[Message]:
    first, *rest = messages
    if not preface:
        return [first, *rest]
    return [Message(role=first["role"], content=f"{first['content']}\n\n{preface}"), *rest]


def _content(message: Any) -> str:
    """What the model wrote, as the content of the message or the arguments of a tool call."""
    if message.tool_calls:
        return str(message.tool_calls[0].function.arguments or "")
    return str(message.content or "")


def _usage(completion: ChatCompletion) -> Usage:
    told = completion.usage
    if told is None:
        return Usage()
    details = getattr(told, "prompt_tokens_details", None)
    return Usage(
        input=_count(told, "prompt_tokens"),
        cached_input=_count(details, "cached_tokens"),
        output=_count(told, "completion_tokens"),
    )


def _count(told: object, name: str) -> int:
    value = getattr(told, name, None)
    return value if isinstance(value, int) else 0
