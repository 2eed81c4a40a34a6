"""Metering and limits: a wrapper from plan to plan, which knows no section and no network."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from pydantic import BaseModel

from newsbrief.backends.base import Backend, Call, Reply
from newsbrief.brief import Brief, costing
from newsbrief.errors import AnswerError, BackendError, BudgetExceeded, ConfigError
from newsbrief.ledger import NO_USAGE, Usage
from newsbrief.plan.rounds import Outcome, Plan
from newsbrief.settings import Settings

LEAST_OUTPUT = 64  # tokens; the shortest answer of our recordings, a repair of one item, has 34
# The most that a call may write where money is limited and tokens are not: what every model in use
# can write, and 1.4 times the longest answer of our recordings.
MOST_OUTPUT = 4_096
_OVERHEAD = 512  # tokens of a chat template, and of what a mode says around the schema

Price = Callable[[Usage, str], float | None]


def metered(plan: Plan[Brief], backend: Backend, settings: Settings) -> Plan[Brief]:
    """``plan``, with the cost of its calls told in the brief or in the error, and none made that
    might cross ``settings.max_cost_usd`` or ``settings.max_output_tokens``: in the place of its
    reply, ``plan`` is sent `BudgetExceeded`.

    Raises `ConfigError` where money is limited, and no price is known to keep the limit by.
    """
    meter = Meter(backend, settings)
    try:
        calls = next(plan)
        while True:
            calls = plan.send((yield from _within(meter, calls)))
    except StopIteration as end:
        brief: Brief = end.value
        return brief if meter.cost is None else costing(brief, meter.cost)
    except (BackendError, AnswerError) as error:
        error.usage, error.cost = meter.usage, meter.cost
        raise


def _within(meter: Meter, calls: tuple[Call, ...]) -> Plan[tuple[Outcome, ...]]:
    """The outcomes of ``calls``, sent in as many rounds as the limits want: better some whole
    answers than all of them cut off."""
    outcomes: list[Outcome] = []
    while rest := calls[len(outcomes) :]:
        try:
            sent = meter.admitted(rest)
        except BudgetExceeded as error:
            outcomes += [BudgetExceeded(str(error)) for _ in rest]
        else:
            came = yield sent
            meter.count(sent, came)
            outcomes += came
    return tuple(outcomes)


class Meter:
    """What has been spent of the limits of one brief.

    The bound before a call is on the safe side: a token of the question is at least one byte of
    UTF-8 (in English it is four), and the answer is as long as it may be, which the call says. So
    no answered call crosses a limit, and a limit on money must leave room for it: about three times
    what the calls then cost.
    """

    def __init__(self, backend: Backend, settings: Settings) -> None:
        self.usage = NO_USAGE
        # What `isinstance(backend, Priced)` tells, at a twentieth of the time.
        self._price: Price | None = getattr(backend, "price", None)
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
        """As many of ``calls``, from the first, as what is left gives `MOST_OUTPUT` to, but one at
        least; each with its share. Raises `BudgetExceeded` where that is too little for an answer.
        """
        tokens, dollars = self._settings.max_output_tokens, self._settings.max_cost_usd
        if tokens is None and dollars is None:
            return calls
        while len(calls) > 1 and min(self._shares(calls)) < MOST_OUTPUT:
            calls = calls[: len(calls) // 2]
        most, affordable = self._shares(calls)
        if most < LEAST_OUTPUT:
            raise BudgetExceeded(
                f"{self._spent_output:,} output tokens are spent, and a further answer might cross "
                f"the limit of {tokens:,}; Settings(max_output_tokens=) sets it"
            )
        most = min(most, affordable)
        if most < LEAST_OUTPUT:
            raise BudgetExceeded(
                f"${self._spent_usd:.6f} are spent, and a further call might cross the limit "
                f"of ${dollars:.6f}; Settings(max_cost_usd=) sets it"
            )
        return tuple(replace(call, max_output_tokens=most) for call in calls)

    def count(self, calls: tuple[Call, ...], outcomes: tuple[Outcome, ...]) -> None:
        """Adds what the replies to ``calls`` have cost."""
        for call, reply in zip(calls, outcomes, strict=True):
            if not isinstance(reply, Reply):
                continue
            used = reply.usage
            self.usage += used
            self._spent_output += (call.max_output_tokens or 0) if used.unreported else used.output
            cost = self._price(used, reply.model) if self._price else None
            self._costs_told.append(cost)
            if self._settings.max_cost_usd is not None:
                bound = self._costs(_bound(call), call.max_output_tokens or 0) or 0.0
                self._spent_usd += bound if cost is None else cost

    def _shares(self, calls: tuple[Call, ...]) -> tuple[int, int]:
        """The output tokens that the limit on tokens, and the one on money, leaves each call."""
        tokens, dollars = self._settings.max_output_tokens, self._settings.max_cost_usd
        most = MOST_OUTPUT if tokens is None else (tokens - self._spent_output) // len(calls)
        return most, most if dollars is None else self._affordable(calls, dollars - self._spent_usd)

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
