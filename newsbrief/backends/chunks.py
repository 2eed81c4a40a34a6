"""A completion that comes in chunks: its words as they come, and at last the whole of it."""

from __future__ import annotations

from typing import Any

import httpx2
from openai.types.chat import ChatCompletion, ChatCompletionChunk
from openai.types.chat.chat_completion_chunk import ChoiceDelta, ChoiceDeltaToolCall

from newsbrief.backends import completion, trouble


class Chunks:
    """Puts a completion together. Of the choices, only the first is read, as in an answer that
    comes in one."""

    def __init__(self) -> None:
        self.length = 0  # of all that was written so far
        self._content: list[str] = []
        self._refusal: list[str] = []
        self._arguments: list[str] = []
        self._tool = ""
        self._choice: dict[str, Any] = {}
        self._fields: dict[str, Any] = {}
        self._thoughts = Thoughts()

    @property
    def ended(self) -> bool:
        """Whether the server has said how the answer ended."""
        return bool(self._choice.get("finish_reason"))

    def add(self, chunk: ChatCompletionChunk) -> str:
        """What ``chunk`` adds to the words of the answer. The client validates nothing, and what is
        no chunk raises `BackendError`."""
        if not isinstance(chunk, ChatCompletionChunk):
            raise trouble.no_completion()
        for name in ("model", "usage"):
            if (value := getattr(chunk, name, None)) is not None:
                self._fields[name] = value
        choices: object = chunk.choices
        if not isinstance(choices, list) or not choices:  # the last one may tell the usage alone
            return ""
        choice = choices[0]
        for name in ("finish_reason", "error"):
            if (value := getattr(choice, name, None)) is not None:
                self._choice[name] = value
        delta = getattr(choice, "delta", None)
        return self._said(delta) if isinstance(delta, ChoiceDelta) else ""

    def _said(self, delta: ChoiceDelta) -> str:
        if delta.refusal:
            self._refusal.append(str(delta.refusal))
        calls: object = delta.tool_calls
        first = calls[0] if isinstance(calls, list) and calls else None
        if isinstance(first, ChoiceDeltaToolCall) and first.function and not first.index:
            self._tool = first.function.name or self._tool
            arguments = completion.text(first.function.arguments) or ""
            self._arguments.append(arguments)
            self.length += len(arguments)
            return arguments
        words = completion.text(delta.content) or ""
        self._content.append(words)
        self.length += len(words)
        return self._thoughts.without(words)

    def completion(self) -> ChatCompletion:
        """The whole, as the server would have sent it in one."""
        message: dict[str, Any] = {
            "role": "assistant",
            "content": "".join(self._content),
            "refusal": "".join(self._refusal) or None,
        }
        if self._arguments:
            called = {"name": self._tool, "arguments": "".join(self._arguments)}
            message["tool_calls"] = [{"id": "", "type": "function", "function": called}]
        choice = {"index": 0, "finish_reason": None, "message": message, **self._choice}
        return ChatCompletion.model_construct(choices=[choice], **self._fields)


class Thoughts:
    """Takes what a model thinks aloud before its answer, between tags, out of words that come in
    pieces."""

    def __init__(self) -> None:
        self._held = ""  # what may be a part of a tag
        self._sought: str | None = completion.THINKING

    def without(self, words: str) -> str:
        """The part of ``words``, and of what was held back before, that belongs to the answer."""
        if self._sought is None:
            return words
        self._held += words
        if self._sought == completion.THINKING:
            begun = self._held.lstrip()
            if completion.THINKING.startswith(begun[: len(completion.THINKING)]):
                if len(begun) < len(completion.THINKING):
                    return ""
                self._sought = completion.THOUGHT
            else:
                self._sought = None
                return self._held
        _, tag, answer = self._held.partition(completion.THOUGHT)
        if tag:
            self._sought = None
            return answer
        self._held = self._held[1 - len(completion.THOUGHT) :]
        return ""


def in_one(response: httpx2.Response) -> bool:
    """Whether the server passed over the wish for a stream, and sends its answer in one."""
    return "event-stream" not in response.headers.get("content-type", "event-stream")


def whole(response: httpx2.Response) -> ChatCompletion:
    """The answer that came in one; its body must have been read. Raises `BackendError` where that
    is no completion."""
    body = response.json()
    if not isinstance(body, dict):
        raise trouble.no_completion()
    return ChatCompletion.model_construct(**body)
