"""A scripted backend, for tests: yours as well as newsbrief's own."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, Callable, Generator, Iterable, Mapping, Sequence
from textwrap import shorten
from typing import Literal

from pydantic import BaseModel, ValidationError

from newsbrief.backends.base import Call, Flaw, Reply, explain
from newsbrief.ledger import Usage

PIECE = 16  # characters

Scripted = str | Mapping[str, object] | BaseModel | Reply | Exception
_REPLY = (str, Mapping, BaseModel, Reply, Exception)


class FakeBackend:
    """Answers with ``replies``, one a call, in order, or with what a function makes of the call.

    A str is sent as the model's raw words, a dict or a pydantic model as its JSON; a `Reply` is
    handed on as it is; an exception is raised. A streamed answer comes in pieces of 16 characters.
    ``calls`` holds what was asked. One backend may serve several briefs. Raises ``TypeError`` for
    what is no reply, and ``AssertionError`` when the script is at its end.
    """

    engine: Literal["fake"] = "fake"

    def __init__(
        self, replies: Iterable[Scripted] | Callable[[Call], Scripted], model: str = "fake"
    ) -> None:
        self.model = model
        self.calls: list[Call] = []
        self._flaw = ""  # of the reply before
        self._next = replies if callable(replies) else self._script(replies)

    def _script(self, replies: Iterable[Scripted]) -> Callable[[Call], Scripted]:
        if isinstance(replies, _REPLY) or not isinstance(replies, Iterable):
            kind = type(replies).__name__
            raise TypeError(
                f"FakeBackend takes a list of replies, not {kind}; write [...] around it"
            )
        if isinstance(replies, Sequence):
            for reply in replies:
                _check(reply)
        left = iter(replies)

        def following(call: Call) -> Scripted:
            for reply in left:
                return reply
            asked = shorten(call.messages[-1]["content"], 200, placeholder=" ...")
            before = f" The reply before did not have the form asked for: {self._flaw}."
            raise AssertionError(
                f"call {len(self.calls)} of the FakeBackend has no reply; what does not hold in an "
                "answer is asked for again, so script that reply, too."
                f"{before if self._flaw else ''} It asks: {asked}"
            )

        return following

    def send(self, call: Call, timeout: float) -> Reply:
        self.calls.append(call)
        scripted = self._next(call)
        _check(scripted)
        if isinstance(scripted, Exception):
            raise scripted
        if isinstance(scripted, Reply):
            return scripted
        content = _words(scripted)
        usage = Usage(output=len(content) // 4)
        self._flaw = ""
        try:
            value = call.answer.model_validate_json(content)
        except ValidationError as error:
            written = content.strip()
            self._flaw = explain(error) if written else "it is empty"
            flaw: Flaw = "malformed" if written else "empty"
            return Reply(content, flaw=flaw, detail=self._flaw, usage=usage)
        return Reply(content, value=value, usage=usage)

    async def asend(self, call: Call, timeout: float) -> Reply:
        return self.send(call, timeout)

    def stream(self, call: Call, timeout: float) -> Generator[str | Reply, None, None]:
        reply = self.send(call, timeout)
        for at in range(0, len(reply.content), PIECE):
            yield reply.content[at : at + PIECE]
        yield reply

    async def astream(self, call: Call, timeout: float) -> AsyncGenerator[str | Reply, None]:
        for piece in self.stream(call, timeout):
            yield piece


def _check(scripted: object) -> None:
    if not isinstance(scripted, _REPLY):
        kind = type(scripted).__name__
        raise TypeError(f"{kind} is no reply; give a str, a dict, a model, a Reply or an exception")


def _words(scripted: str | Mapping[str, object] | BaseModel) -> str:
    if isinstance(scripted, str):
        return scripted
    if isinstance(scripted, BaseModel):
        return scripted.model_dump_json()
    return json.dumps(scripted)
