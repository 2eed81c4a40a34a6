"""Work done side by side, in threads that nobody has to wait for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextvars import copy_context
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def abreast(work: Callable[[T], R], items: Sequence[T], width: int) -> list[R]:
    """What ``work`` makes of each of ``items``, in their order; at most ``width`` at once, in
    copies of the caller's context, which may hold what its log records tell.

    Raises what ``work`` raises, as soon as it does; then no further item is begun. Nobody waits for
    those under way, not at Ctrl-C and not at the end of the process, as a pool of
    `concurrent.futures` would: with a server that is silent, for two minutes.
    """
    waiting: SimpleQueue[tuple[int, T]] = SimpleQueue()
    done: SimpleQueue[tuple[int, R] | BaseException] = SimpleQueue()
    over = Event()

    def worker() -> None:
        while not over.is_set():
            try:
                number, item = waiting.get_nowait()
            except Empty:
                return
            try:
                done.put((number, work(item)))
            except BaseException as error:
                over.set()
                done.put(error)

    for pair in enumerate(items):
        waiting.put(pair)
    for _ in range(min(width, len(items))):
        Thread(target=copy_context().run, args=(worker,), name="newsbrief", daemon=True).start()
    made: dict[int, R] = {}
    try:
        for _ in items:
            outcome = done.get()
            if isinstance(outcome, BaseException):
                raise outcome
            made[outcome[0]] = outcome[1]
    finally:
        over.set()
    return [made[number] for number in range(len(items))]
