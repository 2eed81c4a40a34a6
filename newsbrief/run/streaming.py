"""The drivers that tell a brief's items while the model is still writing: `run` and `arun`, but for
the rounds that `Live` listens to."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Generator
from contextlib import aclosing, closing

import tenacity

from newsbrief.backends.base import LATE, Backend, Call, Reply, Streaming
from newsbrief.brief import Brief
from newsbrief.errors import BackendError, Unreachable
from newsbrief.plan.live import Live
from newsbrief.plan.rounds import Outcome, Plan
from newsbrief.run.drivers import arun, run
from newsbrief.run.retry import Deadline, Tries
from newsbrief.sections.item import Item
from newsbrief.settings import Settings


def streamed(
    plan: Plan[Brief], backend: Backend, settings: Settings, live: Live
) -> Generator[Item | Brief, None, None]:
    """Runs ``plan``, which shows its items to ``live``, and yields them; then its brief.

    A call is tried again, by the policy for all calls, as long as none of its items has come; what
    breaks off later ends the answer. Raises as `run` does.
    """
    deadline = Deadline(settings)

    def begin(stream: Streaming, call: Call) -> Generator[str | Reply, None, None]:
        """The pieces of the answer behind its first item, or none where it has none."""
        live.begin()
        pieces = stream.stream(call, deadline.left())
        while live.waits:
            live.hear(next(pieces))
        return pieces

    try:
        calls = next(plan)
        while True:
            outcomes: tuple[Outcome, ...]
            tries = Tries(settings, deadline)
            try:
                if live.listening and len(calls) == 1 and isinstance(backend, Streaming):
                    with closing(tenacity.Retrying(**tries.policy)(begin, backend, *calls)) as rest:
                        while (reply := live.reply) is None:
                            yield from live.fresh()
                            try:
                                live.hear(next(rest))
                            except BackendError as error:
                                live.break_off(tries.given_up(error))
                    outcomes = (tries.told(reply),)
                else:
                    outcomes = run(_only(calls), backend, settings, deadline)
            except BackendError as error:
                outcomes = (tries.given_up(error),)
            calls = plan.send(outcomes)
            yield from live.fresh()
    except StopIteration as end:
        brief: Brief = end.value
    yield from live.rest(brief)
    yield brief


async def astreamed(
    plan: Plan[Brief], backend: Backend, settings: Settings, live: Live
) -> AsyncGenerator[Item | Brief, None]:
    """`streamed`, awaiting."""
    deadline = Deadline(settings)
    clock = asyncio.get_running_loop().time

    async def following(pieces: AsyncGenerator[str | Reply, None], end: float) -> str | Reply:
        try:
            async with asyncio.timeout_at(end):
                return await anext(pieces)
        except TimeoutError:
            raise Unreachable(LATE) from None

    async def begin(
        stream: Streaming, call: Call
    ) -> tuple[AsyncGenerator[str | Reply, None], float]:
        live.begin()
        left = deadline.left()
        pieces, end = stream.astream(call, left), clock() + left
        while live.waits:
            live.hear(await following(pieces, end))
        return pieces, end

    try:
        calls = next(plan)
        while True:
            outcomes: tuple[Outcome, ...]
            tries = Tries(settings, deadline)
            try:
                if live.listening and len(calls) == 1 and isinstance(backend, Streaming):
                    retrying = tenacity.AsyncRetrying(**tries.policy)
                    pieces: AsyncGenerator[str | Reply, None]
                    end: float
                    pieces, end = await retrying(begin, backend, *calls)
                    async with aclosing(pieces):
                        while (reply := live.reply) is None:
                            for item in live.fresh():
                                yield item
                            try:
                                live.hear(await following(pieces, end))
                            except BackendError as error:
                                live.break_off(tries.given_up(error))
                    outcomes = (tries.told(reply),)
                else:
                    outcomes = await arun(_only(calls), backend, settings, deadline)
            except BackendError as error:
                outcomes = (tries.given_up(error),)
            calls = plan.send(outcomes)
            for item in live.fresh():
                yield item
    except StopIteration as finished:
        brief: Brief = finished.value
    for item in live.rest(brief):
        yield item
    yield brief


def _only(calls: tuple[Call, ...]) -> Plan[tuple[Outcome, ...]]:
    return (yield calls)
