"""Any OpenAI-compatible server, through the `openai` client and instructor.

instructor prepares the request for a wire model and reads the answer. Both are asked once per
model, not once per call: per call, it would generate the JSON schema, build a subclass of the
model and walk it for validators anew, which is three quarters of its CPU time.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache
from typing import Any, Literal, NamedTuple
from weakref import WeakKeyDictionary

import openai
from instructor import Mode, Provider
from instructor.core.exceptions import IncompleteOutputException, ResponseParsingError
from instructor.processing.response import handle_response_model
from instructor.v2.core.registry import mode_registry
from openai.types.chat import ChatCompletion
from pydantic import BaseModel, ValidationError

from newsbrief.backends import trouble
from newsbrief.backends.base import Call, Message, Reply, explain
from newsbrief.errors import Refused
from newsbrief.ledger import Usage
from newsbrief.settings import Settings

_MODES = {"json_schema": Mode.JSON_SCHEMA, "tools": Mode.TOOLS, "json": Mode.JSON}


class _Prepared(NamedTuple):
    """What instructor makes of one wire model in one mode."""

    model: type[BaseModel]
    request: Mapping[str, Any]
    preface: str  # what a mode without a schema of its own wants said in the system message
    parse: Callable[..., BaseModel]


@lru_cache(maxsize=256)
def _prepared(answer: type[BaseModel], mode: Mode) -> _Prepared:
    empty = [{"role": "system", "content": ""}, {"role": "user", "content": "."}]
    model, request = handle_response_model(answer, mode=mode, messages=empty)
    assert model is not None
    preface = str(request.pop("messages")[0]["content"]).strip()
    if mode is Mode.JSON_SCHEMA:
        request["response_format"]["json_schema"]["strict"] = True
    if mode is Mode.TOOLS:
        request["tools"][0]["function"]["strict"] = True
    return _Prepared(
        model, request, preface, mode_registry.get_handlers(Provider.OPENAI, mode).response_parser
    )


class OpenAIBackend:
    """Chat completions at ``settings.base_url``, or at OpenAI where that is None."""

    engine: Literal["openai"] = "openai"

    def __init__(self, settings: Settings, model: str) -> None:
        self.model = model
        self._settings = settings
        self._mode = _MODES[settings.mode]
        self._key = settings.api_key.get_secret_value() if settings.api_key else "none"
        # An AsyncOpenAI's connections belong to the event loop that opened them.
        self._aclients: WeakKeyDictionary[asyncio.AbstractEventLoop, openai.AsyncOpenAI] = (
            WeakKeyDictionary()
        )

    @cached_property
    def _client(self) -> openai.OpenAI:
        return openai.OpenAI(base_url=self._settings.base_url, api_key=self._key, max_retries=0)

    def _aclient(self) -> openai.AsyncOpenAI:
        loop = asyncio.get_running_loop()
        if loop not in self._aclients:
            self._aclients[loop] = openai.AsyncOpenAI(
                base_url=self._settings.base_url, api_key=self._key, max_retries=0
            )
        return self._aclients[loop]

    def send(self, call: Call, timeout: float) -> Reply:
        with trouble.mapped(self._key, self.model):
            completion = self._client.chat.completions.create(**self._request(call, timeout))
        return self._read(call, completion)

    async def asend(self, call: Call, timeout: float) -> Reply:
        with trouble.mapped(self._key, self.model):
            completion = await self._aclient().chat.completions.create(
                **self._request(call, timeout)
            )
        return self._read(call, completion)

    def _request(self, call: Call, timeout: float) -> dict[str, Any]:
        prepared = _prepared(call.answer, self._mode)
        request: dict[str, Any] = {
            "model": self.model,
            "messages": _with_preface(call.messages, prepared.preface),
            "timeout": timeout,
            # Not as arguments of their own: the client would walk the whole JSON schema for each
            # call, a quarter of its CPU time.
            "extra_body": prepared.request,
        }
        if self._settings.temperature is not None:
            request["temperature"] = self._settings.temperature
        if self._settings.max_output_tokens is not None:
            request["max_completion_tokens"] = self._settings.max_output_tokens
        return request

    def _read(self, call: Call, completion: ChatCompletion) -> Reply:
        usage = _usage(completion)
        choice = completion.choices[0] if completion.choices else None
        if choice is None or choice.message is None:
            return Reply("", flaw="empty", detail="it holds no choice", usage=usage)
        if choice.message.refusal or choice.finish_reason == "content_filter":
            raise Refused(f"{self.model} declined to answer for this article")
        content = _content(choice.message)
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
    details = told.prompt_tokens_details
    return Usage(
        input=told.prompt_tokens or 0,
        cached_input=(details.cached_tokens or 0) if details else 0,
        output=told.completion_tokens or 0,
    )
