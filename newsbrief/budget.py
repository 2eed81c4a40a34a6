"""Metering and limits: a wrapper from plan to plan, which knows no section and no network."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from pydantic import BaseModel

from newsbrief.backends.base import Backend, Call, Priced, Reply
from newsbrief.brief import Brief, costing
from newsbrief.errors import AnswerError, BackendError, BudgetExceeded, ConfigError
from newsbrief.ledger import NO_USAGE, Usage
from newsbrief.plan import Plan
from newsbrief.settings import Settings

LEAST_OUTPUT = 64  # tokens; the shortest answer of our recordings, a repair of one item, has 34
# The most that a call may write where money is limited and tokens are not: what every model in use
# can write, and 1.4 times the longest answer of our recordings.
MOST_OUTPUT = 4_096
_OVERHEAD = 512  # tokens of a chat template, and of what a mode says around the schema

Price = Callable[[Usage, str], float | None]


def metered(plan: Plan[Brief], backend: Backend, settings: Settings) -> Plan[Brief]:
    """``plan``, with the cost of its calls told in the brief or in the error, and none made that
    might cross ``settings.max_cost_usd`` or ``settings.max_output_tokens``: in its place,
    `BudgetExceeded` is thrown into ``plan``.

    Raises `ConfigError` where money is limited, and no price is known to keep the limit by.
    """
    meter = Meter(backend, settings)
    try:
        calls = next(plan)
        while True:
            try:
                sent = meter.admitted(calls)
                replies = yield sent
            except BackendError as error:
                calls = plan.throw(error)
            else:
                meter.count(sent, replies)
                calls = plan.send(replies)
    except StopIteration as end:
        brief: Brief = end.value
        return brief if meter.cost is None else costing(brief, meter.cost)
    except (BackendError, AnswerError) as error:
        error.usage, error.cost = meter.usage, meter.cost
        raise


class Meter:
    """What has been spent of the limits of one brief.

    The bound before a call is on the safe side: a token of the question is at least one byte of
    UTF-8 (in English it is four), and the answer is as long as it may be, which the call says. So
    no answered call crosses a limit, and a limit on money must leave room for it: about three times
    what the calls then cost.
    """

    def __init__(self, backend: Backend, settings: Settings) -> None:
        self.usage = NO_USAGE
        self._price: Price | None = backend.price if isinstance(backend, Priced) else None
        self._settings = settings
        self._costs_told: list[float | None] = []  # an answer each
        self._spent_output = 0  # with the bound in place of what was not told
        self._spent_usd = 0.0
        if settings.max_cost_usd is not None and self._costs(1, 1) is None:
            raise ConfigError(
                f"no price is known of the model {backend.model!r} at this server, so "
                "Settings(max_cost_usd=) cannot be kept; max_output_tokens= and deadline= can"
            )

    @property
    def cost(self) -> float | None:
        """Of all answers, in US dollars; None where that of one of them is not known."""
        known = [cost for cost in self._costs_told if cost is not None]
        return sum(known) if known and len(known) == len(self._costs_told) else None

    def admitted(self, calls: tuple[Call, ...]) -> tuple[Call, ...]:
        """``calls``, each with its share of what is left. Raises `BudgetExceeded` where that is too
        little for an answer."""
        tokens, dollars = self._settings.max_output_tokens, self._settings.max_cost_usd
        if tokens is None and dollars is None:
            return calls
        most = MOST_OUTPUT if tokens is None else (tokens - self._spent_output) // len(calls)
        if most < LEAST_OUTPUT:
            raise BudgetExceeded(
                f"{self._spent_output:,} output tokens are spent, and a further answer might cross "
                f"the limit of {tokens:,}; Settings(max_output_tokens=) sets it"
            )
        if dollars is not None:
            most = min(most, self._affordable(calls, dollars - self._spent_usd))
            if most < LEAST_OUTPUT:
                raise BudgetExceeded(
                    f"${self._spent_usd:.6f} are spent, and a further call might cross the limit "
                    f"of ${dollars:.6f}; Settings(max_cost_usd=) sets it"
                )
        return tuple(replace(call, max_output_tokens=most) for call in calls)

    def count(self, calls: tuple[Call, ...], replies: tuple[Reply, ...]) -> None:
        """Adds what ``replies`` to ``calls`` have cost."""
        for call, reply in zip(calls, replies, strict=True):
            used = reply.usage
            self.usage += used
            self._spent_output += (call.max_output_tokens or 0) if used.unreported else used.output
            cost = self._price(used, reply.model) if self._price else None
            self._costs_told.append(cost)
            if self._settings.max_cost_usd is not None:
                bound = self._costs(_bound(call), call.max_output_tokens or 0) or 0.0
                self._spent_usd += bound if cost is None else cost

    def _affordable(self, calls: tuple[Call, ...], left: float) -> int:
        """The most output tokens of each of ``calls`` together with which they cost ``left``."""
        asked = [_bound(call) for call in calls]
        left -= sum(self._costs(tokens, 0) or 0.0 for tokens in asked)
        # By the million, as prices are set; at the price that the longest of the calls makes due.
        longest = max(asked)
        many = 1_000_000 * len(calls)
        each = (self._costs(longest, many) or 0.0) - (self._costs(longest, 0) or 0.0)
        return int(left / each * 1_000_000) if each > 0 else MOST_OUTPUT

    def _costs(self, asked: int, answered: int) -> float | None:
        return self._price(Usage(input=asked, output=answered), "") if self._price else None


def _bound(call: Call) -> int:
    """More input tokens than ``call`` can have."""
    words = sum(len(message["content"].encode()) for message in call.messages)
    return words + _schema_bytes(call.answer) + _OVERHEAD


@lru_cache(maxsize=64)
def _schema_bytes(answer: type[BaseModel]) -> int:
    return len(json.dumps(answer.model_json_schema(), indent=2).encode())
