"""What a completion says: its words, how they ended, its tokens. Servers differ in all three."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import cast

import httpx2
from openai.types.chat import (
    ChatCompletion,
    ChatCompletionMessage,
    ChatCompletionMessageFunctionToolCall,
)
from openai.types.chat.chat_completion import Choice
from pydantic import ValidationError

from newsbrief.backends import trouble
from newsbrief.errors import Refused, Unreachable
from newsbrief.ledger import Usage

# Beside OpenAI's "length" and "content_filter": the words of Mistral, Gemini and Anthropic, which
# gateways hand on as they are.
_CUT = ("length", "model_length", "max_tokens", "max_output_tokens")
THINKING, THOUGHT = "<think>", "</think>"
_FENCE, _AROUND = "```", "\ufeff \t\r\n"
_DECLINED = ("content_filter", "safety", "recitation", "prohibited_content", "refusal")


def whole(response: httpx2.Response) -> ChatCompletion:
    """The completion that came in one; its body must have been read. Raises `BackendError` where
    that is none.

    What is of OpenAI's form is validated as it is read, in half the time that it takes to read it
    alone; the client would put any JSON together field by field, in five times as much, and does
    for what other servers send.
    """
    with suppress(ValidationError):
        return ChatCompletion.model_validate_json(response.content)
    body = response.json()
    if not isinstance(body, dict):
        raise trouble.no_completion()
    return ChatCompletion.model_construct(**body)


def first_choice(completion: ChatCompletion, model: str, key: str) -> Choice | None:
    """The first choice, its content one text without what the model thought aloud; None where the
    completion holds no choice. Other servers' completions may hold anything.

    Raises `Refused`, and `BackendError` where an error, or anything else, stands in its place.
    """
    choices: object = completion.choices
    if not choices:
        if (error := getattr(completion, "error", None)) is not None:
            raise trouble.told(error, model, key)
        if "choices" not in completion.model_fields_set:
            raise trouble.no_completion()
        return None
    choice = choices[0] if isinstance(choices, list) else None
    message = getattr(choice, "message", None)
    if not isinstance(choice, Choice) or not isinstance(message, ChatCompletionMessage):
        raise trouble.no_completion()
    if (error := getattr(choice, "error", None)) is not None:  # OpenRouter: it broke off half-way
        raise trouble.told(error, model, key)
    if message.refusal or _ended(choice) in _DECLINED:
        raise Refused(f"{model} declined to answer for this article")
    if _ended(choice) == "error":
        raise Unreachable(trouble.BROKEN_OFF)
    if calls := message.tool_calls:
        function = getattr(calls[0] if isinstance(calls, list) else None, "function", None)
        if function is None:
            raise trouble.no_completion()
        function.arguments = arguments(getattr(function, "arguments", 0)) or ""
    elif called := getattr(message.function_call, "arguments", None):  # as it was done at first
        message.content = arguments(called)
    message.content = _answer(text(message.content))
    message.refusal = None  # instructor takes an empty one for a refusal
    return choice


def is_cut(choice: Choice) -> bool:
    """Whether the model was stopped by a limit before it had done."""
    return _ended(choice) in _CUT


def words(choice: Choice) -> str:
    """What the model wrote, as the content of the message or the arguments of a tool call."""
    message = choice.message
    if message.tool_calls:
        # `first_choice` has seen that it is a function's, whatever its type says.
        call = cast(ChatCompletionMessageFunctionToolCall, message.tool_calls[0])
        return str(call.function.arguments or "")
    return message.content or ""


def usage_of(completion: ChatCompletion) -> Usage:
    """The tokens as told, ``unreported`` where those of the prompt or of the completion are not.
    Where the total is more than both, the rest was thought: xAI and Gemini leave it out of the
    completion."""
    told = getattr(completion, "usage", None)
    given, written = _count(told, "prompt_tokens"), _count(told, "completion_tokens")
    total = _count(told, "total_tokens")
    if given is None or (written is None and total is None) or not (given or written):
        return Usage(unreported=1)
    output = max(written or 0, (total or 0) - given)
    thought = _count(getattr(told, "completion_tokens_details", None), "reasoning_tokens")
    cached = _count(getattr(told, "prompt_tokens_details", None), "cached_tokens")
    return Usage(
        input=given,
        cached_input=cached or 0,
        output=output,
        reasoning=min(output, thought or output - (written or 0)),
    )


def _ended(choice: Choice) -> str:
    return str(getattr(choice, "finish_reason", None) or "").lower()


def text(content: object) -> str | None:
    """``content`` as one text. Some send a list of parts, the thoughts in parts of their own."""
    if isinstance(content, list):
        parts = [part for part in content if isinstance(part, dict)]
        texts = [part.get("text") for part in parts if part.get("type") in ("text", "output_text")]
        content = "".join(text for text in texts if isinstance(text, str))
    if content is None:
        return None
    if not isinstance(content, str):
        raise trouble.no_completion()
    return content


def arguments(told: object) -> str | None:
    """What a tool is called with, as one text. Some send the object itself."""
    return json.dumps(told) if isinstance(told, dict) else text(told)


def _answer(content: str | None) -> str | None:
    """``content`` without the thoughts that some put before the answer, between tags, and without
    a fence around it. Where a model's template opens the thought, the model writes the tag behind
    it alone."""
    if not content or content.startswith("{"):
        return content
    answer = content.strip(_AROUND)
    if not answer.startswith(("{", _FENCE)):
        thought, tag, behind = answer.partition(THOUGHT)
        if not tag and not thought.startswith(THINKING):
            return content
        answer = behind.strip(_AROUND)
    fenced = answer.removeprefix(_FENCE).removesuffix(_FENCE).removeprefix("json").strip(_AROUND)
    return fenced if fenced.startswith("{") else answer


def _count(told: object, name: str) -> int | None:
    value = getattr(told, name, None)
    return value if isinstance(value, int) and value >= 0 else None
