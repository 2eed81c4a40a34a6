"""The drivers: the only module that waits. One plan is run by blocking, or by awaiting."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar, cast

import tenacity

from newsbrief.backends.base import Backend, Call, Reply
from newsbrief.errors import BackendError, Unreachable
from newsbrief.plan import Plan
from newsbrief.retry import Deadline, Tries
from newsbrief.settings import Settings

T = TypeVar("T")
MAX_WIDTH = 8  # calls of one round under way at once


def run(plan: Plan[T], backend: Backend, settings: Settings, deadline: Deadline | None = None) -> T:
    """Runs ``plan`` to its end, blocking; the calls of a wide round go out in threads. ``deadline``
    is that of a longer run which this is a part of.

    Raises what the plan raises, and the `BackendError` of a call that the plan does not catch.
    """
    deadline = deadline or Deadline(settings)

    def ask(call: Call) -> Reply | BackendError:
        tries = Tries(settings, deadline)
        try:
            retrying = tenacity.Retrying(**tries.policy)
            return tries.told(retrying(lambda: backend.send(call, deadline.left())))
        except BackendError as error:
            return tries.given_up(error)

    def ask_all(calls: tuple[Call, ...]) -> Sequence[Reply | BackendError]:
        if len(calls) == 1:  # in this thread: no pool to set up
            return [ask(calls[0])]
        with ThreadPoolExecutor(MAX_WIDTH) as pool:
            return list(pool.map(ask, calls))

    try:
        calls = next(plan)
        while True:
            calls = advance(plan, ask_all(calls))
    except StopIteration as end:
        return cast(T, end.value)


async def arun(
    plan: Plan[T], backend: Backend, settings: Settings, deadline: Deadline | None = None
) -> T:
    """Runs ``plan`` to its end, awaiting; the calls of a wide round go out as tasks.

    Raises as `run` does.
    """
    deadline = deadline or Deadline(settings)
    width = asyncio.Semaphore(MAX_WIDTH)

    async def send(call: Call) -> Reply:
        left = deadline.left()
        try:
            async with asyncio.timeout(left):
                return await backend.asend(call, left)
        except TimeoutError:
            raise Unreachable("the model's server did not answer in time") from None

    async def ask(call: Call) -> Reply | BackendError:
        tries = Tries(settings, deadline)
        try:
            async with width:
                return tries.told(await tenacity.AsyncRetrying(**tries.policy)(send, call))
        except BackendError as error:
            return tries.given_up(error)

    async def ask_all(calls: tuple[Call, ...]) -> Sequence[Reply | BackendError]:
        if len(calls) == 1:
            return [await ask(calls[0])]
        try:
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(ask(call)) for call in calls]
        except ExceptionGroup as failed:  # no BackendError; `run` would raise it bare, too
            raise failed.exceptions[0] from None
        return [task.result() for task in tasks]

    try:
        calls = next(plan)
        while True:
            calls = advance(plan, await ask_all(calls))
    except StopIteration as end:
        return cast(T, end.value)


def advance(plan: Plan[T], outcomes: Sequence[Reply | BackendError]) -> tuple[Call, ...]:
    """Hands the replies to ``plan``, or the first error among them; returns the next round."""
    replies = tuple(outcome for outcome in outcomes if isinstance(outcome, Reply))
    if len(replies) == len(outcomes):
        return plan.send(replies)
    return plan.throw(next(o for o in outcomes if isinstance(o, BackendError)))
