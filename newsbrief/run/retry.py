"""The retry policy for transport trouble. It knows no schema; the plan knows no network."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from time import monotonic
from typing import Literal, TypedDict

from tenacity import RetryCallState, wait_random_exponential

from newsbrief.backends.base import Reply
from newsbrief.errors import BackendError, BudgetExceeded, NoConnection, RequestRefused
from newsbrief.ledger import Attempt
from newsbrief.settings import Settings

_LOGGER = logging.getLogger("newsbrief")
_LONGEST = 1_000_000.0  # seconds, or 11 days; a socket takes no more than 24 of them, nor infinity
_BACKOFF = wait_random_exponential(multiplier=0.5, max=8)  # seconds: U(0, 0.5 * 2**n)


class Deadline:
    """The end of one brief, on the monotonic clock."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._end = monotonic() + min(settings.deadline, _LONGEST)

    def remaining(self) -> float:
        """Seconds until the end; may be negative."""
        return self._end - monotonic()

    def left(self) -> float:
        """Seconds that the next request may take. Raises `BudgetExceeded` at the end."""
        if (remaining := self.remaining()) <= 0:
            raise self.passed()
        return min(self._settings.timeout, remaining)

    def passed(self) -> BudgetExceeded:
        return BudgetExceeded(
            f"no brief within the deadline of {self._settings.deadline:g} s; "
            "Settings(deadline=) sets it"
        )


class Policy(TypedDict):
    """What tenacity's retrying classes, the blocking and the awaiting one, are made with."""

    retry: Callable[[RetryCallState], bool]
    wait: Callable[[RetryCallState], float]
    stop: Callable[[RetryCallState], bool]
    before_sleep: Callable[[RetryCallState], None]
    reraise: bool


class Tries:
    """The tries of one call. Waits as long as the server asks, and U(0, 0.5 * 2**n) seconds more,
    at most 8; stops where ``settings.retries`` are used up or the wait would pass the deadline. A
    request that was refused and is worded anew is no retry: it waits for nothing and counts for
    none."""

    def __init__(self, settings: Settings, deadline: Deadline) -> None:
        self._settings = settings
        self._deadline = deadline
        self._failed: list[Attempt] = []
        self._first: BackendError | None = None

    @property
    def policy(self) -> Policy:
        return Policy(
            retry=self._again,
            wait=self._wait,
            stop=self._stop,
            before_sleep=self._log,
            reraise=True,
        )

    def resume_from(self, error: BackendError) -> None:
        """Takes note that the first try ended in ``error``. It goes out without tenacity, which
        would take 0.1 ms to say that it was answered, as nearly all are."""
        self._first = error

    def resume(self) -> None:
        """Raises what the first try ended in, once: tenacity begins with that."""
        if error := self._first:
            self._first = None
            raise error

    def told(self, reply: Reply) -> Reply:
        """``reply``, with the tries that failed before it."""
        return replace(reply, attempts=tuple(self._failed)) if self._failed else reply

    def given_up(self, error: BackendError) -> BackendError:
        """``error``; or the end of the deadline, where that is what cut the last try short."""
        left = self._deadline.remaining()
        if error.retry_after is not None and error.retry_after >= left > 0:
            wait = f"it asks to wait {error.retry_after:,.0f} s"
            error.args = (f"{error}; {wait}, and Settings(deadline=) leaves {left:,.0f}",)
        cut_short = error.transient and not isinstance(error, NoConnection)
        if not cut_short or left > 0:
            return error
        passed = self._deadline.passed()
        passed.attempts, passed.__cause__ = error.attempts, error
        return passed

    def _again(self, state: RetryCallState) -> bool:
        error = _error(state)
        if error is None:
            return False
        error.attempts = (*self._failed, Attempt(_kind(error), str(error)))
        return error.transient

    def _wait(self, state: RetryCallState) -> float:
        error = _error(state)
        if isinstance(error, RequestRefused):
            return 0.0
        told = error.retry_after if error else None
        more = _BACKOFF(state)
        if told is None:
            return more
        # Of 100 articles at once, at a server that takes 10 a second and has all others wait for
        # one, 23 failed where each came back at that very time, and none since.
        return told + min(more, max(0.0, self._deadline.remaining() - told) / 2)

    def _stop(self, state: RetryCallState) -> bool:
        free = sum(attempt.kind == "request" for attempt in self._failed)
        worded_anew = isinstance(_error(state), RequestRefused)
        return (
            not worded_anew and state.attempt_number - free > self._settings.retries
        ) or state.upcoming_sleep >= self._deadline.remaining()

    def _log(self, state: RetryCallState) -> None:
        if error := _error(state):
            self._failed.append(Attempt(_kind(error), str(error), state.upcoming_sleep))
            if not isinstance(error, RequestRefused):
                _LOGGER.info("%s; trying again in %.1f s", error, state.upcoming_sleep)


def _kind(error: BackendError) -> Literal["transport", "request"]:
    return "request" if isinstance(error, RequestRefused) else "transport"


def _error(state: RetryCallState) -> BackendError | None:
    error = state.outcome.exception() if state.outcome else None
    return error if isinstance(error, BackendError) else None
