"""Any OpenAI-compatible server, through the `openai` client and instructor."""

from __future__ import annotations

import json
import weakref
from collections.abc import AsyncGenerator, Generator, Iterator
from contextlib import contextmanager
from typing import Literal

import httpx2
import openai
from instructor.core.exceptions import ResponseParsingError
from openai.types.chat import ChatCompletion
from pydantic import ValidationError

from newsbrief import costs
from newsbrief.backends import completion, connection, dialect, request, trouble
from newsbrief.backends.base import Call, Reply, explain
from newsbrief.backends.chunks import AwaitedEvents, Chunks, Events, in_one
from newsbrief.backends.dialect import Dialect
from newsbrief.errors import RequestRefused, Unreachable
from newsbrief.ledger import Usage
from newsbrief.settings import Settings

MAX_CONTENT = 2_000_000  # characters of one answer; a brief of an article has a hundredth of that

# What the client tells of itself and of this machine. Four layers go through each header: without
# these a call takes a tenth less.
_UNTOLD = {
    f"X-Stainless-{name}": openai.Omit()
    for name in (
        "Arch", "Async", "Lang", "OS", "Package-Version", "Read-Timeout", "Retry-Count", "Runtime",
        "Runtime-Version",
    )
}  # fmt: skip

# What is not said of a call, the client copies or makes up for it: a twentieth of its time.
_SETTLED: openai.RequestOptions = {
    "max_retries": 0,
    "security": {"bearer_auth": True},
    "idempotency_key": "",  # never sent
}


class _Untold(bytes):
    """What is posted. The client writes it to its log, at level DEBUG, by its repr."""

    def __repr__(self) -> str:
        return f"<{len(self):,} bytes>"


class OpenAIBackend:
    """Chat completions at ``settings.base_url``, or at OpenAI where that is None; ``inside`` for a
    server in this very process."""

    engine: Literal["openai"] = "openai"

    def __init__(
        self, settings: Settings, model: str, inside: connection.Inside | None = None
    ) -> None:
        self.model = model
        self._settings = settings
        modes = dialect.MODES if settings.mode == "auto" else (settings.mode,)
        self._memory = dialect.memory(settings.base_url, model, modes)
        self._key = settings.key or trouble.NO_KEY
        self._client = connection.blocking(settings.base_url, self._key, inside)
        # For the client's `post`, since its `chat.completions.create` walks the messages and the
        # whole JSON schema, type by type, for each call: a quarter of its CPU time. The URL is
        # whole, for it would be put together and taken apart anew: a fiftieth of the rest. The
        # client ends each base URL by a slash, but for one that has no path.
        self._url = f"{str(self._client.base_url).rstrip('/')}/chat/completions"
        self._awaiting = connection.Awaiting(settings.base_url, self._key, inside)
        # At the end of the process, a connection that is closed here could not be cut any more.
        weakref.finalize(self, self._client.close).atexit = inside is None

    def send(self, call: Call, timeout: float) -> Reply:
        way = self._memory.dialect
        try:
            with self._asked(way):
                response = self._client.post(
                    self._url,
                    content=self._body(call, way),
                    options=_options(timeout),
                    cast_to=httpx2.Response,
                )
                said = completion.whole(response)
        except trouble.FailedGeneration as failed:
            return _failed(failed)
        return self._read(call, way, said)

    async def asend(self, call: Call, timeout: float) -> Reply:
        way = self._memory.dialect
        try:
            with self._asked(way):
                client = await self._awaiting.client()
                response = await client.post(
                    self._url,
                    content=self._body(call, way),
                    options=_options(timeout),
                    cast_to=httpx2.Response,
                )
                said = completion.whole(response)
        except trouble.FailedGeneration as failed:
            return _failed(failed)
        return self._read(call, way, said)

    def stream(self, call: Call, timeout: float) -> Generator[str | Reply, None, None]:
        way = self._memory.dialect
        if not way.stream:
            yield from _at_once(self.send(call, timeout))
            return
        chunks = Chunks()
        try:
            with self._asked(way):
                stream = self._client.post(
                    self._url,
                    content=self._streamed(call, way),
                    options=_options(timeout),
                    cast_to=object,
                    stream=True,
                    stream_cls=Events,
                )
            with trouble.mapped(self._key, self.model), stream:
                if in_one(stream.response):
                    stream.response.read()
                    said = completion.whole(stream.response)
                    yield from _at_once(self._read(call, way, said))
                    return
                for chunk in stream:
                    if words := chunks.add(chunk):
                        yield words
                    if chunks.length > MAX_CONTENT:
                        break
            yield self._ended(call, way, chunks)
        except trouble.FailedGeneration as failed:
            yield _failed(failed)

    async def astream(self, call: Call, timeout: float) -> AsyncGenerator[str | Reply, None]:
        way = self._memory.dialect
        if not way.stream:
            for piece in _at_once(await self.asend(call, timeout)):
                yield piece
            return
        chunks = Chunks()
        try:
            with self._asked(way):
                client = await self._awaiting.client()
                stream = await client.post(
                    self._url,
                    content=self._streamed(call, way),
                    options=_options(timeout),
                    cast_to=object,
                    stream=True,
                    stream_cls=AwaitedEvents,
                )
            async with stream:
                with trouble.mapped(self._key, self.model):
                    if in_one(stream.response):
                        await stream.response.aread()
                        said = completion.whole(stream.response)
                        for piece in _at_once(self._read(call, way, said)):
                            yield piece
                        return
                    async for chunk in stream:
                        if words := chunks.add(chunk):
                            yield words
                        if chunks.length > MAX_CONTENT:
                            break
            yield self._ended(call, way, chunks)
        except trouble.FailedGeneration as failed:
            yield _failed(failed)

    def price(self, usage: Usage, model: str = "") -> float | None:
        """Of one answer, in US dollars, by the name of the model that gave it or, where no price
        goes by that name, of the one that was asked. None where none is known."""
        url = self._settings.base_url
        price = costs.price(usage, model, url) if model else None
        return costs.price(usage, self.model, url) if price is None else price

    @contextmanager
    def _asked(self, way: Dialect) -> Iterator[None]:
        """Has a request that was refused for its wording tried again in another."""
        try:
            with trouble.mapped(self._key, self.model):
                yield
        except RequestRefused as refusal:
            chosen = refusal.part == "temperature" and self._settings.temperature
            refusal.transient = not chosen and self._memory.refused(way, refusal.part)
            raise
        else:
            self._memory.answered(way)

    def _body(self, call: Call, way: Dialect, **streaming: object) -> bytes:
        temperature = self._settings.temperature
        return _Untold(request.body(call, way, self.model, temperature, **streaming))

    def _streamed(self, call: Call, way: Dialect) -> bytes:
        told = {"stream_options": {"include_usage": True}} if way.count else {}
        return self._body(call, way, stream=True, **told)

    def _ended(self, call: Call, way: Dialect, chunks: Chunks) -> Reply:
        """The answer that came in chunks. Where none of them says that it is at its end, it may
        still be whole; else raises `Unreachable`."""
        reply = self._read(call, way, chunks.completion())
        if reply.value is None and not chunks.ended and chunks.length <= MAX_CONTENT:
            raise Unreachable(trouble.BROKEN_OFF)
        return reply

    def _read(self, call: Call, way: Dialect, said: ChatCompletion) -> Reply:
        choice = completion.first_choice(said, self.model, self._key)
        usage, model = completion.usage_of(said), str(getattr(said, "model", None) or "")
        if choice is None:
            detail = "it holds no choice"
            return Reply("", flaw="empty", detail=detail, usage=usage, model=model)
        content = completion.words(choice)
        if len(content) > MAX_CONTENT:
            detail = f"it is longer than {MAX_CONTENT:,} characters"
            content = content[:MAX_CONTENT]
            return Reply(content, flaw="malformed", detail=detail, usage=usage, model=model)
        if completion.is_cut(choice):
            detail = "it was cut off" if content.strip() else _unsaid(usage)
            return Reply(content, flaw="truncated", detail=detail, usage=usage, model=model)
        mode = way.modes[0]
        if mode == "tools" and not choice.message.tool_calls:
            mode = "json_schema"  # a tool was asked for, and the answer stands in the content
        prepared = request.prepared(call.answer, mode, way.bounds, way.lengths)
        try:
            value = prepared.parse(
                said,
                response_model=prepared.model,
                validation_context=None,
                strict=None,
                stream=False,
                is_async=False,
            )
        except (ValidationError, ResponseParsingError, json.JSONDecodeError) as error:
            flaw: Literal["malformed", "empty"] = "malformed" if content.strip() else "empty"
            detail = explain(error) if content.strip() else "it is empty"
            return Reply(content, flaw=flaw, detail=detail, usage=usage, model=model)
        return Reply(content, value=value, usage=usage, model=model)


def _options(timeout: float) -> openai.RequestOptions:
    return {"timeout": timeout, "headers": _UNTOLD, **_SETTLED}


def _at_once(reply: Reply) -> tuple[str, Reply]:
    return reply.content, reply


def _failed(failed: trouble.FailedGeneration) -> Reply:
    content = failed.content[:MAX_CONTENT]
    detail = "the server found it to be of another form"
    return Reply(content, flaw="malformed", detail=detail, usage=Usage(unreported=1))


def _unsaid(usage: Usage) -> str:
    if usage.reasoning:
        return (
            f"it was cut off after {usage.reasoning:,} tokens of reasoning, before a word of it "
            "was written; Settings(max_output_tokens=) allows more"
        )
    return "it was cut off before a word of it was written"
