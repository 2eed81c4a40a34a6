"""The drivers, which wait where nothing else does. One plan is run by blocking, or by awaiting."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from threading import Event
from typing import TypeVar, cast

import tenacity

from newsbrief.backends.base import LATE, Backend, Call, Reply
from newsbrief.errors import BackendError, Unreachable
from newsbrief.plan.rounds import Outcome, Plan
from newsbrief.run.abreast import abreast
from newsbrief.run.retry import Deadline, Tries
from newsbrief.settings import Settings

T = TypeVar("T")
MAX_WIDTH = 8  # calls of one round under way at once


def run(plan: Plan[T], backend: Backend, settings: Settings, deadline: Deadline | None = None) -> T:
    """Runs ``plan`` to its end, blocking; the calls of a wide round go out in threads. ``deadline``
    is that of a longer run which this is a part of.

    Raises what the plan raises. After an error that any call would meet (`BackendError.hopeless`)
    none of those that wait goes out; nor does any after a KeyboardInterrupt, which waits for none
    of those that are under way.
    """
    deadline = deadline or Deadline(settings)
    hopeless: list[BackendError] = []
    left = Event()

    def ask(call: Call) -> Outcome:
        if hopeless:
            return hopeless[0]
        tries = Tries(settings, deadline)

        def again() -> Reply:
            tries.resume()
            if left.is_set():
                raise BackendError("nobody waits for the answer any more")
            return backend.send(call, deadline.left())

        try:
            try:
                return again()
            except BackendError as error:
                tries.resume_from(error)
            return tries.told(tenacity.Retrying(**tries.policy)(again))
        except BackendError as error:
            if error.hopeless:
                hopeless.append(error)
            return tries.given_up(error)

    def ask_all(calls: tuple[Call, ...]) -> Sequence[Outcome]:
        if len(calls) == 1:  # in this thread: no pool to set up
            return [ask(calls[0])]
        try:
            return abreast(ask, calls, MAX_WIDTH)
        except BaseException:
            left.set()
            raise

    try:
        calls = next(plan)
        while True:
            calls = plan.send(tuple(ask_all(calls)))
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
    hopeless: list[BackendError] = []

    async def send(call: Call) -> Reply:
        left = deadline.left()
        try:
            async with asyncio.timeout(left):
                return await backend.asend(call, left)
        except TimeoutError:
            raise Unreachable(LATE) from None

    async def ask(call: Call) -> Outcome:
        tries = Tries(settings, deadline)

        async def again() -> Reply:
            tries.resume()
            return await send(call)

        try:
            async with width:
                if hopeless:
                    return hopeless[0]
                try:
                    return await again()
                except BackendError as error:
                    tries.resume_from(error)
                return tries.told(await tenacity.AsyncRetrying(**tries.policy)(again))
        except BackendError as error:
            if error.hopeless:
                hopeless.append(error)
            return tries.given_up(error)

    async def ask_all(calls: tuple[Call, ...]) -> Sequence[Outcome]:
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
            calls = plan.send(tuple(await ask_all(calls)))
    except StopIteration as end:
        return cast(T, end.value)
