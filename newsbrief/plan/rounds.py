"""Rounds: what a plan and its driver say to each other, and how several plans share a round."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import TypeAlias, TypeVar

from newsbrief.backends.base import Call, Reply
from newsbrief.errors import AnswerError, BackendError

T = TypeVar("T")
Outcome: TypeAlias = Reply | BackendError
Plan: TypeAlias = Generator[tuple[Call, ...], tuple[Outcome, ...], T]
Failure: TypeAlias = BackendError | AnswerError


def answered(call: Call) -> Plan[Reply]:
    """The reply to ``call`` alone. Raises its `BackendError` where there is none."""
    (outcome,) = yield (call,)
    if isinstance(outcome, BackendError):
        raise outcome
    return outcome


def together(plans: Sequence[Plan[T]]) -> Plan[list[T | Failure]]:
    """The results of ``plans`` in their order, with the error in the place of one that failed.

    What the plans ask at one time goes out in one round. Raises at once what no other call could
    escape (see `BackendError.hopeless`).
    """
    results: dict[int, T | Failure] = {}
    waiting: dict[int, tuple[Call, ...]] = {}

    def advance(number: int, outcomes: tuple[Outcome, ...] | None) -> None:
        plan = plans[number]
        waiting.pop(number, None)
        try:
            waiting[number] = next(plan) if outcomes is None else plan.send(outcomes)
        except StopIteration as end:
            results[number] = end.value
        except (BackendError, AnswerError) as error:
            if isinstance(error, BackendError) and error.hopeless:
                raise
            results[number] = error

    for number in range(len(plans)):
        advance(number, None)
    while waiting:
        outcomes = yield tuple(call for calls in waiting.values() for call in calls)
        at = 0
        for number, calls in list(waiting.items()):
            advance(number, outcomes[at : at + len(calls)])
            at += len(calls)
    return [results[number] for number in range(len(plans))]
