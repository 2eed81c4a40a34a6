"""What a plan and a backend say to each other."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Generator
from dataclasses import dataclass
from typing import Literal, Protocol, TypedDict, runtime_checkable

from pydantic import BaseModel

from newsbrief.ledger import NO_USAGE, Attempt, Usage

Flaw = Literal["malformed", "truncated", "empty", "interrupted"]


class Message(TypedDict):
    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Call:
    """One question: the messages, the model that the answer must be an instance of, and the most
    tokens that it may have (None: as many as the server gives)."""

    messages: tuple[Message, ...]
    answer: type[BaseModel]
    max_output_tokens: int | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer.

    ``value`` is an instance of ``call.answer`` where the answer was of that form. Else it is None,
    ``flaw`` says what is wrong, ``detail`` says it in words that quote no article text, and
    ``content`` holds what the model wrote; where the answer was ``interrupted``, as far as it came.
    ``model`` is the one that answered, as the server names it; empty where it does not.
    """

    content: str
    value: BaseModel | None = None
    flaw: Flaw | None = None
    detail: str = ""
    usage: Usage = NO_USAGE
    attempts: tuple[Attempt, ...] = ()
    model: str = ""


#: What a call ends in that took longer than it may.
LATE = "the model's server did not answer in time; Settings(timeout=) says how long a call may take"


class Backend(Protocol):
    """Sends one call, once. Raises a `BackendError` where there is no answer at all; retrying is
    not its business. ``timeout`` is in seconds."""

    @property
    def engine(self) -> Literal["openai", "local", "fake"]: ...

    @property
    def model(self) -> str: ...

    def send(self, call: Call, timeout: float) -> Reply: ...

    async def asend(self, call: Call, timeout: float) -> Reply: ...


@runtime_checkable
class Streaming(Protocol):
    """What a backend may have beside: answers that come piece by piece, for `newsbrief.stream`. Of
    another, the items are told when the whole answer is there."""

    def stream(self, call: Call, timeout: float) -> Generator[str | Reply, None, None]:
        """The words of one answer, in pieces cut anywhere, and finally the `Reply` that ``send``
        would give. Raises a `BackendError` where the answer does not come to its end. To close the
        generator early closes the connection."""

    def astream(self, call: Call, timeout: float) -> AsyncGenerator[str | Reply, None]: ...


@runtime_checkable
class Priced(Protocol):
    """What a backend may have beside: a price, by which `Settings(max_cost_usd=)` is kept."""

    def price(self, usage: Usage, model: str = "") -> float | None:
        """Of one answer, in US dollars; ``model`` is `Reply.model`. None where none is known."""


def explain(error: Exception) -> str:
    """What is wrong with an answer, in a line that quotes nothing of it."""
    from pydantic import ValidationError

    if not isinstance(error, ValidationError):
        return "it is not JSON"
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    if first["type"] == "json_invalid":
        return "it is JSON that breaks off" if "EOF" in first["msg"] else "it is not JSON"
    where = ".".join(str(part) for part in first["loc"]) or "the whole answer"
    more = error.error_count() - 1
    return f"{where}: {first['msg']}" + (f" (and {more} more)" if more else "")
